"""Browsers that readers still have, and one way to drive them all."""
