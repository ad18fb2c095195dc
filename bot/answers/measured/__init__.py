"""One figure of one contest."""
