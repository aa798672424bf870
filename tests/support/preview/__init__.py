"""`sitegen serve` as a process, and visitors of it."""
