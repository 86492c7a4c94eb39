"""Other people's formats: what a case says, written for the programs of the field, and read from their files."""
