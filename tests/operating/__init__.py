"""What docs/operating/ tells those who run a site: its commands in a real shell, its configurations in real web servers."""
