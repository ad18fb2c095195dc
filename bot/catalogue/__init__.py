"""What is known: SQLite built from the tables in data/, and the queries on it."""
