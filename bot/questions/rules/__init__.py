"""What the words of a question ask for, once its names are known."""
