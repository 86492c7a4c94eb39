"""What follows from a case: who stands behind a claim, what answers it, and how much room each has."""
