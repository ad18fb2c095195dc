"""Where declarations come from by themselves: an adapter for each source, and who follows them."""
