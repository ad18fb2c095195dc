"""Each kind of chart as text, for a terminal."""
