"""What each command of the program does: one module for each, called by `cli`."""
