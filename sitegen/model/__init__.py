"""What an entry is: one pydantic class per collection, its field types, the COLLECTIONS table."""
