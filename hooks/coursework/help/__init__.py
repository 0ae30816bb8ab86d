"""The house of help: whom to call or write to now, by country, and how sure one can be of each number."""
