"""The kinds of places where a site can be put, one module each."""
