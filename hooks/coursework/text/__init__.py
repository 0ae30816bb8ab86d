"""Markdown and templates: what authors write becomes the tree of a page."""
