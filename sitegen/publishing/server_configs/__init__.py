"""Configurations of web servers: one policy, and a writer for the syntax of each."""
