"""A local server and a slowed-down Chromium, to see what a visitor with an old phone sees."""
