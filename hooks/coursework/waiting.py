"""Texts that wait on the disk for their turn: all pages of a site together are the most that a build would hold."""

from __future__ import annotations

import os
import tempfile


class Waiting:
    """A file that is gone with the program, or when nobody asks for its texts any more."""

    def __init__(self):
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  closed with the last who knows it

    def put(self, text: str) -> tuple[int, int]:
        """Keep a text; gives the place to get it from."""
        data = text.encode()
        start = self._file.seek(0, os.SEEK_END)
        self._file.write(data)
        return start, len(data)

    def get(self, place: tuple[int, int]) -> str:
        """The text that was put there."""
        start, length = place
        self._file.seek(start)
        return self._file.read(length).decode()
