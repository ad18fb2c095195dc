"""How the raw facts become the tables of data/: joined, checked, mended where that is certain."""
