"""The published site looked at from outside, as visitors get it: what the server makes of the files."""
