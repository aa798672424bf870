"""What docs/operating/ tells those who run a site: its files at work, in a real web server."""
