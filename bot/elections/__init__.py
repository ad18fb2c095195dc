"""The domain, pure: constituencies, contests, candidacies and the arithmetic on them."""
