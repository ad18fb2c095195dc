"""What a reply can show as a picture: the catalogue's figures as charts."""
