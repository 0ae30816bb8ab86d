"""The command for who has a clone: `python -m coursework_mkdocs`, with hooks/ in Python's path."""

from coursework_mkdocs.cli import main

main(prog_name="coursework")
