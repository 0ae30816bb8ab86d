"""A page while it is rendered."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from coursework.source.problem import Problem


@dataclass
class Page:
    """The page being rendered: what it has shown and cited so far.

    `code` counts its blocks of code by their names, `questions` what it asks; `quiz` is the id of the quiz that it
    asked or let guess at first.
    """

    path: str
    source: str
    problems: list[Problem] = field(default_factory=list)
    occurrences: Counter[str] = field(default_factory=Counter)
    code: Counter[str] = field(default_factory=Counter)
    citations: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    scripts: set[str] = field(default_factory=set)
    questions: int = 0
    quiz: str = ""
    lists_references: bool = False
    has_menu: bool = True
    # The page whose list of references this one cites, where it has none of its own.
    references_at: str = ""

    def problem(self, needle: str, where: str, message: str) -> None:
        """Note a problem at the line of the page's source that is the needle, or else holds it as a word."""
        word = re.compile(rf"(?<![\w@]){re.escape(needle)}(?![\w-])")
        found = [(n, match.start()) for n, line in enumerate(self.source.splitlines()) if (match := word.search(line))]
        exact = [(n, start) for n, start in found if self.source.splitlines()[n].strip(" \t>") == needle]
        number, column = [*exact, *found, (0, 0)][0]
        self.problems.append(Problem(f"docs/{self.path}", number + 1, column + 1, where, message))

    def problem_at(self, lines: Sequence[str], number: int, needle: str, where: str, message: str) -> None:
        """Note a problem at the needle in a line (from 0) of those that Markdown read.

        Others stand before them in the page's source, and a stranger may have changed some: it is the one that reads
        the same, and has as many like it behind it.
        """
        text = lines[number].strip()
        behind = sum(line.strip() == text for line in lines[number + 1 :])
        source = self.source.expandtabs(4).splitlines()
        same = [place for place, line in enumerate(source) if line.strip() == text]
        place = same[max(len(same) - 1 - behind, 0)] if same else 0
        column = source[place].find(needle) if same else 0
        self.problems.append(Problem(f"docs/{self.path}", place + 1, column + 1, where, message))

    def release(self) -> None:
        """Forget what only its rendering needs, which is over: a large site has many pages."""
        self.source = ""
        self.occurrences.clear()
        self.code.clear()
        self.citations.clear()
