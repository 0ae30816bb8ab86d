"""The house of quizzes: what they are, how they are read, how they look and behave."""
