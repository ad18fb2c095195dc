"""Democracy Club: what volunteers type, over its public API."""
