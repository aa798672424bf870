"""How well, how small and how fast the site's own search answers, and others beside it."""
