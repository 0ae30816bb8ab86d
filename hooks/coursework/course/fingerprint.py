"""A hash of everything that a page is rendered from: as long as it stays the same, so does the page.

Too much goes into it rather than too little: every YAML file but the quizzes, of which the names do, the titles of all
pages, every formatted citation, the settings and our own templates. Of quizzes, those that a line of the page may ask
for.
"""

from __future__ import annotations

import re
from hashlib import sha256

from coursework.course.project import Project
from coursework.lesson.work import title_lines
from coursework.reading.cite import Formatted
from coursework.text.templates import HERE

# What begins a line of a quiz block, in whatever a block may stand in; in running text a name is but a word.
_LINE = re.compile(r"^[^\w\n]*([\w-]+)[^\S\n]*(?::|$)", re.MULTILINE)
# Blocks that show something of every quiz, and blocks that show something of every page.
_OF_ALL_QUIZZES = re.compile(r"(?:```|~~~)\W*(?:quizzes|review|progress)\b")
_OF_ALL_PAGES = re.compile(r"(?:```|~~~)\W*(?:claims|quizzes)\b")


class Fingerprints:
    """The fingerprints of the pages of a project, as it is now."""

    def __init__(self, project: Project, formatted: Formatted):
        read = {
            file.relative_to(project.root).as_posix(): _digest(file.read_bytes())
            for pattern in ("*.yml", "*/*.yml") for file in sorted(project.root.glob(pattern)) if file.is_file()
        }  # fmt: skip
        self._quizzes = {path.split("/")[1][:-4]: read.pop(path) for path in list(read) if path.startswith("quizzes/")}
        self._pages = _digest(repr(sorted(project.whole_pages.items())).encode())
        ours = [
            (str(file), file.stat().st_mtime_ns) for end in ("html", "yml") for file in sorted(HERE.rglob(f"*.{end}"))
        ]
        titles = [(path, title_lines(text)) for path, text in sorted(project.pages.items())]
        inputs = (
            read, sorted(self._quizzes), ours, titles, project.course, project.order, project.stances, project.topics,
            project.settings, project.title, project.author, project.published, project.language, project.folder,
            formatted.clusters, formatted.entries,
        )  # fmt: skip
        self.common = _digest(repr(inputs).encode())

    def of(self, text: str) -> str:
        """The fingerprint of a page with this text, which of a generated page is the block that it consists of."""
        every = _OF_ALL_QUIZZES.search(text)
        asked = set(_LINE.findall(text))
        quizzes = [(id, digest) for id, digest in self._quizzes.items() if every or id in asked]
        pages = self._pages if _OF_ALL_PAGES.search(text) else ""
        return _digest(repr((self.common, text, quizzes, pages)).encode())


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
