"""The house of terms: the words of the trade, each explained once and linked where a section first uses it."""
