"""Whole elections, and parties at them."""
