"""Invented content of any size, the same for the same seed: who is benchmarked gets the same facts."""
