"""Several things beside each other: seats, elections, parties, people, areas."""
