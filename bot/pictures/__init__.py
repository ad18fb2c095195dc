"""Charts as pictures: SVG of our own, and PNG made of it. Knows nothing of elections' rules."""
