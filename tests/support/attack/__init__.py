"""Attacks on the product: hostile bytes for each room, and what a page must never hold."""
