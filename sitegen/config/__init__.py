"""site.yaml: what may be set, and the Site that comes of it."""
