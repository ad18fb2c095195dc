"""What is declared live: read, validated, journalled, and laid over the settled results."""
