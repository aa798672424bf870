"""From plain data to bytes: templates, Markdown, drawings. Nothing here knows the catalogue."""
