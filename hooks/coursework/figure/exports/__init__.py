"""A figure as files that stand alone."""
