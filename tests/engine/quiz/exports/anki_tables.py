"""The tables of a package of Anki as text, for a golden file and for tests that look into it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from io import BytesIO
from zipfile import ZipFile


def rows(content, query):
    """What a query finds in the collection of a package."""
    with ZipFile(BytesIO(content)) as package, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package.read("collection.anki2"))
        return database.execute(query).fetchall()


def types(content):
    """The types of note by their names."""
    [[text]] = rows(content, "SELECT models FROM col")
    return {each["name"]: each for each in json.loads(text).values()}


def dumped(content):
    """Everything in a package but its indexes, line by line."""
    with ZipFile(BytesIO(content)) as package:
        lines = [f"{info.filename} {info.file_size if info.filename.isdigit() else ''}" for info in package.infolist()]
        lines += ["", package.read("media").decode()]
    for name, sql in rows(content, "SELECT name, sql FROM sqlite_master ORDER BY name"):
        lines.append(f"\n== {name}\n{sql}")
        if sql.startswith("CREATE TABLE"):
            for row in rows(content, f"SELECT * FROM {name}"):  # noqa: S608  a name of theirs
                cells = [_pretty(cell) if name == "col" else str(cell) for cell in row]
                lines += ["-", *cells] if name in ("col", "notes") else [" ".join(cells)]
    return "\n".join(lines).replace("\x1f", "\n\\x1f ") + "\n"


def _pretty(cell):
    """A number, or JSON with a line for each of its values."""
    shown = json.dumps(json.loads(cell), indent=1, ensure_ascii=False) if isinstance(cell, str) else str(cell)
    return shown.replace("\\n", "\n")
