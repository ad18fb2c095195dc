"""A general election as a map: which seats belong together on it."""
