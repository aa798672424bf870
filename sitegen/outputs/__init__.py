"""One file per family of outputs: what its key is made of, its view, its recipe."""
