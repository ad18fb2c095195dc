"""What a person did at elections."""
