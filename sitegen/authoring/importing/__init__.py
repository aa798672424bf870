"""A table that came back becomes proposals: new entries, changes of entries, and rows that are refused."""
