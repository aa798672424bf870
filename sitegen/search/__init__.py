"""The search index: facts as plain data in, files for templates/js/search out."""
