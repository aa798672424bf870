"""Visitors of the built site in a real browser, and the server they visit."""
