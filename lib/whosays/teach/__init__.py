"""What a class does with a case: answers that are kept, a quiz, and the spread of a class."""
