"""The house of lessons: each is a work that others can cite."""
