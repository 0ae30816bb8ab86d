"""The house of figures: numbers from sources, drawn, in words, and as files."""
