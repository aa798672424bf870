"""Rules that look at the settings and at all entries together."""
