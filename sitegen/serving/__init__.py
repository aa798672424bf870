"""The preview: a local server that builds when a file is saved and reloads the browser."""
