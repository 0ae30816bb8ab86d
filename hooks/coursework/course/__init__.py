"""A project as a whole: read, checked, rendered and published."""
