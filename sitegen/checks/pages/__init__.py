"""Rules that look at finished pages."""
