"""A page while it is rendered."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coursework.source.problem import Problem


@dataclass
class Page:
    """The page being rendered: what it has shown and cited so far.

    `included` are the files that stand in it as well, by their paths.
    `bracketed` are its citations that no sentence needs, in brackets, each as written.
    `code` counts its blocks of code by their names, `questions` what it asks, and `minutes` how
    long it takes; `parts` are those of a lesson; `quiz` is the id of the quiz that it
    asked or let guess at first. `scripts` and `sheets` are what it needs that not every page has. Pages that the course
    makes stand in `folder`, below `docs/`.
    """

    path: str
    source: str
    included: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""
    problems: list[Problem] = field(default_factory=list)
    occurrences: Counter[str] = field(default_factory=Counter)
    code: Counter[str] = field(default_factory=Counter)
    citations: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    bracketed: dict[ET.Element, str] = field(default_factory=dict)
    scripts: set[str] = field(default_factory=set)
    sheets: set[str] = field(default_factory=set)
    questions: int = 0
    minutes: int = 0
    parts: int = 0
    quiz: str = ""
    lists_references: bool = False
    has_menu: bool = True
    # The page whose list of references this one cites, where it has none of its own.
    references_at: str = ""

    def is_own(self, name: str) -> bool:
        """Whether this is the page of that name which the course makes, as `quizzes/maps.md`."""
        return self.path == self.folder + name

    def occurrence(self, name: str) -> int:
        """Count one more place in which something of a name stands: which of them it is, from 1."""
        self.occurrences[name] += 1
        return self.occurrences[name]

    def problem(self, needle: str, where: str, message: str) -> None:
        """Note a problem at the line of the page's source that is the needle, or else holds it as a word."""
        self.problems.append(Problem(*self.place(needle), where, message))

    def place(self, needle: str) -> tuple[str, int, int]:
        """The file, the line and the column of the first line that is the needle, or else holds it as a word."""
        word = re.compile(rf"(?<![\w@]){re.escape(needle)}(?![\w-])")
        found, exact = [], []
        for path, text in self._texts():
            for number, line in enumerate(text.splitlines(), 1):
                if match := word.search(line):
                    found.append((path, number, match.start() + 1))
                    exact += found[-1:] if line.strip(" \t>") == needle else []
        return [*exact, *found, (f"docs/{self.path}", 1, 1)][0]

    def _texts(self) -> Iterator[tuple[str, str]]:
        """The source of the page and of all that is included in it, each with its path."""
        yield f"docs/{self.path}", self.source
        yield from self.included.items()

    def problem_at(self, lines: Sequence[str], number: int, needle: str, where: str, message: str) -> None:
        """Note a problem at the needle in a line (from 0) of those that Markdown read.

        Others stand before them in the page's source, and a stranger may have changed some: it is the one that reads
        the same, and has as many like it behind it.
        """
        text = lines[number].strip()
        behind = sum(line.strip() == text for line in lines[number + 1 :])
        same = [
            (path, place, line.find(needle))
            for path, source in self._texts()
            for place, line in enumerate(source.expandtabs(4).splitlines())
            if line.strip() == text
        ]
        of_page = [each for each in same if each[0] == f"docs/{self.path}"] or same
        path, place, column = of_page[max(len(of_page) - 1 - behind, 0)] if same else (f"docs/{self.path}", 0, 0)
        self.problems.append(Problem(path, place + 1, column + 1, where, message))

    def release(self) -> None:
        """Forget what only its rendering needs, which is over: a large site has many pages."""
        self.source, self.included = "", {}
        self.occurrences.clear()
        self.code.clear()
        self.citations.clear()
        self.bracketed.clear()
