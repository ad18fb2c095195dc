"""What is asked: from text to a typed Question."""
