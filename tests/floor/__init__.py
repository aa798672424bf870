"""The lint that holds templates/ to the oldest browsers meant, and its tests."""
