"""The preview: a local server that builds the site when a file is saved and reloads the browser."""
