"""What the program writes for an author: text that a person goes on editing."""
