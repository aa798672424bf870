"""The site in browsers that readers still have (docs/decisions/0028-browser-floor.md)."""
