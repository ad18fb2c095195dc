"""What is declared, and who hears of it."""
