"""How each collection shows itself on the site: one module and one row for each."""
