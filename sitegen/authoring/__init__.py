"""What helps an author to write entries: questions, drafts, the entries there are."""
