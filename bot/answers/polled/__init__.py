"""By-elections."""
