"""The most and the least."""
