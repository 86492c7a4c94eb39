"""The lessons on paper: a student's sheet and a teacher's key, from the same sheet as the page."""
