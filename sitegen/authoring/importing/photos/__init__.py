"""Photos beside a table that came back become pictures of its entries."""
