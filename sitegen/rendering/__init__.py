"""Plain data becomes bytes: templates, Markdown, drawings. Knows no catalogue."""
