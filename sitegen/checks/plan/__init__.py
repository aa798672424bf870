"""Rules that look at the addresses of a site that is planned."""
