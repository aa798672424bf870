"""One file per command; the only place where the stages meet."""
