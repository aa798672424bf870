"""Rules that look at one entry."""
