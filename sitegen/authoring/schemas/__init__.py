"""JSON Schemas of entries and of site.yaml, for editors that complete and check YAML while it is typed."""
