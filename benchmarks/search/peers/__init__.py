"""Other search engines on the same sites and the same queries."""
