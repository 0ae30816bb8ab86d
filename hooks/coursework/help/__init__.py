"""The house of help: whom to call or write to now, by country, and where each number was read."""
