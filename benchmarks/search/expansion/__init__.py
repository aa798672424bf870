"""More names than there are: what real names say of things, said of every county."""
