"""UK Parliament's official export: contests that are settled, added to the tables of data/."""
