"""The house of readings: the one bibliography, reading lists, and citations."""
