"""A seat through time."""
