"""Tools for authors: the description of each field, questions, drafts of new entries."""
