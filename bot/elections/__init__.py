"""The domain, pure: what a constituency, a contest and a candidacy are, and the arithmetic on them."""
