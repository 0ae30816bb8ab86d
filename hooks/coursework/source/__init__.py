"""YAML whose values know their place, read field by field, and what is wrong with it."""
