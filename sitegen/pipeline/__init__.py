"""The stages of a build put together, and what a process keeps between two builds."""
