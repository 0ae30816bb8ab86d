"""Small changes of a course as a slip of the hand, a paste or another tool makes them, and whether it withstands them.

Each number is one change of one file, always the same. What must come of it: a site, or lines that say where and what;
no traceback, and an end within ten seconds. Where a piece went into a text, its words are on the site or in a line.

    python tests/engine/site/mutations.py FIRST COUNT     prints a line of JSON for each number that fails
"""

from __future__ import annotations

import contextlib
import gc
import html
import json
import logging
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TESTS), str(TESTS / "engine"), str(TESTS.parent / "hooks")]
os.environ |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "SITE_URL": "https://example.org/course/"}

from mkdocs.commands.build import build  # noqa: E402  after the path is set
from mkdocs.config import load_config  # noqa: E402
from mkdocs.exceptions import MkDocsException  # noqa: E402

from building import FIXTURE, PROJECT  # noqa: E402
from claim.territory import LEDGER  # noqa: E402
from coursework.course.content_files import REFERENCES  # noqa: E402
from figure.rainfall import RAINFALL  # noqa: E402
from glossary.test_glossary_pages import GLOSSARY  # noqa: E402
from help.mountains import HELP  # noqa: E402
from making import MAPS  # noqa: E402

SECONDS = 10
LESSON = """---
title: Reading maps
description: What a map shows and what it leaves out.
date: 2026-11-22
stance: both
---

# Reading maps

A map shows *height* with lines [M1](../claims.md#M1), as Harley says [@harley1989, p. 3].

!!! note "Look twice"

    North is a habit.

- One list
    - within another

| Sheet | Scale |
|:------|------:|
| first | 25000 |

## Lines

```python
def height(lines):
    return 10 * lines  # metres
```

```quiz
maps: contour
```

```figure
rainfall
```

```readings
maps
```

Costs $5 or $10; see [contour lines](../glossary.md).
"""
INDEX = "# Maps\n\n## Start {#start}\n\nBegin with [the lesson](lessons/maps.md).\n"

# What a slip of the hand, a paste or another tool puts into a file.
PIECES = (
    " # 3 of four", " #3", ": ", " : and", ", and so on", "\\times ", "\\new ", "\\Phi", "\"", "'", "\"quoted\" ",
    "“curly” ", "{", "}", "[", "]", "[1, 2]", "{a: b}", "*", "**bold**", "_", "`", "``", "```", "~~~", "<b>", "</b>",
    "<br/>", "<T>", "<script>alert(1)</script>", "<!-- gone -->", "&nbsp;", "&lt;", "&", "%", "@", "@nobody",
    "[@nobody]", "[@harley1989]", "|", "| a | b |", ">", "- ", "-", "? ", "!", "!important ", "&anchor ", "*anchor",
    "<<: ", "---", "...", "===", "$x^2$", "$", "$$", "$\\frac{1}{2}$", "\u00a0", "\u200b", "\u202e", "\ufeff", "\t",
    "\u0000", "\u0007", "\u001b", "\ufffe", "\u2028", "é", "é", "地図", "😀", "की", "null", "~", "Yes", "1e5", "0x10",
    "12:30", "2026-02-31", "[a](b.md)", "[a](javascript:x)", "![](x.png)", "http://[x", "{{ x }}", "{% y %}",
    "{: .z }", "{ #id }", "[^1]", ":::", "=== \"Tab\"", "!!! note", "```quiz\nmaps\n```", "<<<<<<< HEAD\n",
    ">>>>>>> other\n", "\n", "\n\n", "\n    ", "\n  ", "  \n", "\r", "\\", "\\n",
)  # fmt: skip
_FIELD = re.compile(r"(?:title|text|prompt|feedback|explanation|hint|scenario|why|caption|note|sentence|definition): ")

# Messages of MkDocs itself about its settings, which have their line inside.
_OF_MKDOCS = (
    "MkDocs encountered an error parsing the configuration file",
    "Config value",
    "The following pages exist",
    "Doc file",
)
_PROSE = re.compile(r"\s*(?:[A-Z]|- |\| \w)")


@dataclass
class Mutation:
    """The change of one file: its new content, what was done, and words that a reader or the author must then see."""

    path: str
    content: str
    what: str
    words: list[str] = field(default_factory=list)


def course() -> dict[str, str]:
    """The files of a small course in which everything can be found once."""
    settings = (FIXTURE / "mkdocs.yml").read_text(encoding="utf-8")
    nav = (
        "[index.md, lessons/maps.md, quizzes/, review.md, progress.md, claims.md, glossary.md, figures.md, readings/, "
        "help.md]"
    )
    settings = re.sub(r"^nav:\n.*?\n\n(?=\S)", f"nav: {nav}\n\n", settings, flags=re.DOTALL | re.MULTILINE)
    settings = re.sub(r"^  finale: .*$", "  finale: ''", settings, flags=re.MULTILINE)
    settings = re.sub(r"^watch: .*$", "watch: []", settings, flags=re.MULTILINE)
    stances = "stances:\n      for: For maps\n      against: Against maps\n      both: Both sides\n"
    settings = re.sub(r"stances:\n(?:      .*\n)+", stances, settings)
    quiz = (TESTS / "engine/quiz/golden/every-field.yml").read_text(encoding="utf-8")
    return {
        **MAPS, "mkdocs.yml": settings, "docs/index.md": INDEX, "docs/lessons/maps.md": LESSON,
        "docs/help.md": "# Help\n\n```help\nlines\n```\n", "help.yml": HELP, "figures/rainfall.yml": RAINFALL,
        "claims/maps.yml": LEDGER, "quizzes/every-field.yml": quiz, "glossary.yml": GLOSSARY,
    }  # fmt: skip


def mutation(number: int, files: dict[str, str]) -> Mutation:
    """The change with this number."""
    chance = random.Random(number)  # noqa: S311  the same each time is what is wanted
    path = chance.choice(sorted(files))
    lines = files[path].split("\n")
    how = chance.choice(("piece", "piece", "piece", "text", "text", "line", "sign"))
    at = chance.randrange(len(lines))
    words: list[str] = []
    if how == "text" and path.endswith(".yml") and path not in ("mkdocs.yml", REFERENCES):
        fields = [number for number, line in enumerate(lines) if _FIELD.search(line) and "{" not in line]
        at = chance.choice(fields) if fields else at
        begins = _FIELD.search(lines[at])
        place = chance.randint(begins.end() if begins else 0, len(lines[at]))
        piece = chance.choice(PIECES)
        lines[at] = lines[at][:place] + piece + lines[at][place:]
        what = f"put {piece!r} into line {at + 1}, column {place + 1}"
        words = _words(lines[at][begins.end() :]) if begins else []
    elif how == "text" and path.endswith("maps.md"):
        at = chance.choice([number for number, line in enumerate(lines) if _PROSE.match(line)])
        piece = chance.choice([piece for piece in PIECES if not re.search(r"[<{\]]|\n|^!!!|^===", piece)])
        place = chance.randint(0, len(lines[at]))
        lines[at] = lines[at][:place] + piece + lines[at][place:]
        what = f"put {piece!r} into line {at + 1}, column {place + 1}"
        words = _words(re.sub(r"\[.*?\]\(.*?\)|\[@.*?\]", "", lines[at]))
    elif how in ("piece", "text"):
        place = chance.randint(0, len(lines[at]))
        piece = chance.choice(PIECES)
        lines[at] = lines[at][:place] + piece + lines[at][place:]
        what = f"put {piece!r} into line {at + 1}, column {place + 1}"
    elif how == "line":
        what = chance.choice(("without", "twice", "indented", "outdented", "joined", "ended", "swapped"))
        other = chance.randrange(len(lines))
        before = lines[at]
        changed = {
            "without": [], "twice": [before, before], "indented": [f"  {before}"], "outdented": [before.lstrip()],
            "joined": [before + "".join(lines[at + 1 : at + 2]).lstrip()], "ended": [before[: len(before) // 2]],
            "swapped": [lines[other]],
        }[what]  # fmt: skip
        lines[at : at + (2 if what == "joined" else 1)] = changed
        what = f"line {at + 1} {what}"
    else:
        place = chance.randint(0, max(len(lines[at]) - 1, 0))
        sign = chance.choice((*" :-#'\"|>{}[]\t\\&*!%@`,", "", ""))
        what = f"{sign!r} for {lines[at][place : place + 1]!r} in line {at + 1}, column {place + 1}"
        lines[at] = lines[at][:place] + sign + lines[at][place + 1 :]
    return Mutation(path, "\n".join(lines), what, words)


def _words(line: str) -> list[str]:
    """Those that must be seen, but for keys of references, which become names, and entities, which become signs."""
    line = re.sub(r"&\w+;", " ", line)
    return [word for word in re.findall(r"(?<![@\\A-Za-z])[A-Za-z]{4,}", line) if word not in ("harley", "snyder")]


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class TooLong(BaseException):
    """The build did not end in its time; no handler of an exception may swallow it."""


@contextlib.contextmanager
def _within(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLong

    # Of work, since a machine may be busy; and of a clock for what waits for ever without working.
    signal.signal(signal.SIGPROF, stop)
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(60 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)


class Runner:
    """Builds the course again and again in one process; a build of its own takes three times as long."""

    def __init__(self, project: Path):
        self.project, self.files, self._log = project, course(), _Lines()
        shutil.copytree(PROJECT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
        for path, content in self.files.items():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_text(content, encoding="utf-8", newline="")
        logging.getLogger("mkdocs").addHandler(self._log)
        logging.getLogger("mkdocs").propagate = False
        self._build()
        if self._log.lines:
            raise SystemExit(f"the course itself is at fault: {self._log.lines}")

    def faults(self, number: int) -> list[str]:
        """What is wrong with what became of this change; nothing where it is right."""
        changed = mutation(number, self.files)
        file = self.project / changed.path
        file.write_text(changed.content, encoding="utf-8", errors="surrogatepass", newline="")
        self._log.lines.clear()
        try:
            return [f"{changed.path}: {changed.what}: {fault}" for fault in self._faults(changed)]
        finally:
            file.write_text(self.files[changed.path], encoding="utf-8", newline="")

    def _faults(self, changed: Mutation) -> Iterator[str]:
        try:
            with _within(SECONDS):
                self._build()
        except TooLong:
            yield f"took more than {SECONDS} seconds"
            return
        except (MkDocsException, SystemExit) as error:
            self._log.lines.append(str(error))
            if not any(str(line).strip() for line in self._log.lines):
                yield "was refused without a word"
        except BaseException:
            yield "".join(traceback.format_exc().splitlines(keepends=True)[-7:])
            return
        told = "\n".join(self._log.lines)
        if "Traceback" in told:
            yield f"printed a traceback: {told[-300:]}"
        ours = (line for line in self._log.lines if not line.startswith(_OF_MKDOCS))
        yield from (f"a message of several lines: {line!r}" for line in ours if "\n" in line.strip())
        if changed.words and not re.search(rf"{re.escape(changed.path)}:\d+", told):
            shown = self._shown()
            lost = [word for word in changed.words if word not in shown]
            if lost:
                yield f"lost in silence: {lost}"

    def _build(self) -> None:
        config = load_config(str(self.project / "mkdocs.yml"), strict=False, site_dir=str(self.project / "site"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        # A build that ends with its process lets go of nothing.
        gc.unfreeze()

    def _shown(self) -> str:
        pages = (self.project / "site").rglob("*.html")
        text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
        return html.unescape(re.sub(r"</?(?:em|strong|code|span|sub|sup|math|m\w+)\b[^>]*>", "", text))


def main(first: int, count: int) -> int:
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(Path(folder))
        for number in range(first, first + count):
            for fault in runner.faults(number):
                failed += 1
                print(json.dumps({"number": number, "fault": fault}, ensure_ascii=False), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
