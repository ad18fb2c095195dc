"""What a person meant: from what was typed to the constituency, person, party or place."""
