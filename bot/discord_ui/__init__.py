"""Discord: the only room that knows it."""
