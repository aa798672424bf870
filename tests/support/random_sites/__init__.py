"""A site made of independent choices, edited and built step by step."""
