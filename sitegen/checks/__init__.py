"""One rule per file: each looks at the finished tree or the catalogue and yields problems."""
