"""What is here only to be quick: without it every page says the same."""
