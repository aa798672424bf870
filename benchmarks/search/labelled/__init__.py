"""Labelled queries from a site folder: what people type, and every entry that rightly answers it."""
