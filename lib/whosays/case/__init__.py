"""What a case is: its tables, how they are read, checked, saved and found again in a reader's copy."""
