"""PA Media: XML files that are mirrored into a folder."""
