"""An author at work: pages change when a file is saved, and a mistake neither stops nor hides anything."""

from __future__ import annotations

import functools
import html
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

import pytest

import building
from building import environment

# An author would have given up long before.
wait_until = functools.partial(building.wait_until, seconds=60)


class Server:
    """`mkdocs serve` in a copy of the project, or the same of another host."""

    def __init__(self, project: Path, host: str = "mkdocs"):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self._printed = project / "printed.txt"
        with self._printed.open("wb") as printed:
            self._process = subprocess.Popen(
                [sys.executable, "-m", host, "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=project, env={**environment(), "SITE_URL": self.address},
                stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def page(self, path: str) -> str:
        """The page's HTML with its signs as characters; nothing where no page is given yet."""
        assert self.alive, self.printed
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as response:  # noqa: S310
                return html.unescape(response.read().decode())
        except OSError:
            return ""

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def printed(self) -> str:
        return self._printed.read_text(encoding="utf-8")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)


@pytest.fixture
def server(copy):
    server = Server(copy)
    yield server
    server.stop()


def save_as(file: Path, text: str, encoding: str = "utf-8") -> None:
    # As editors do it: the file is there, whole, at every moment.
    part = file.with_name("being-saved")
    part.write_text(text, encoding=encoding)
    part.replace(file)


def test_a_served_page_follows_what_the_author_saves(server, copy):
    quiz, page = copy / "quizzes/projections.yml", "quizzes/projections/"
    sound = quiz.read_text(encoding="utf-8")
    prompt = sound.split("- id: how-much\n", 1)[1].split("prompt: ", 1)[1].split("\n", 1)[0]

    def save(text: str) -> None:
        save_as(quiz, text)

    wait_until(lambda: prompt in server.page(page), "the first page")
    assert 'class="problems"' not in server.page(page)

    reworded = sound.replace(prompt, "Has this been reworded?")
    save(reworded)
    wait_until(lambda: "Has this been reworded?" in server.page(page), "the reworded prompt")

    save(reworded.replace("level: recall", "level: recal", 1))
    line = reworded[: reworded.index("level: recall")].count("\n") + 1
    mistake = f"quizzes/projections.yml:{line}:12: question flat-paper, level: must be"
    wait_until(lambda: 'class="problems"' in server.page(page), "the box with the mistake")
    assert mistake in server.page(page)
    assert mistake in server.page("")
    assert mistake in server.printed

    save(reworded.replace("title: Projections", "title: [Projections", 1))
    wait_until(lambda: "quizzes/projections.yml:2:" in server.page(page), "the place where the YAML breaks")
    assert mistake not in server.page(page)

    save(reworded.replace("Has this been reworded?", "Is all well again?"))
    wait_until(lambda: "Is all well again?" in server.page(page), "the mended page")
    assert 'class="problems"' not in server.page(page)
    assert server.alive
    assert "Traceback" not in server.printed


def test_a_folder_or_a_file_that_comes_while_the_server_runs_is_read(copy):
    elsewhere = shutil.move(copy / "quizzes", copy.with_name("quizzes of old"))
    server = Server(copy)
    try:
        wait_until(lambda: 'class="problems"' in server.page(""), "what is missing")
        shutil.move(elsewhere, copy / "quizzes")
        page = "quizzes/projections/"
        wait_until(
            lambda: "quiz-question" in server.page(page) and 'class="problems"' not in server.page(""), "a folder"
        )
        for check in ("Show me", "Show it"):
            save_as(copy / "words.yml", f"question: {{check: {check}}}\n")
            wait_until(lambda check=check: check in server.page(page), "a file")
        assert "Traceback" not in server.printed
    finally:
        server.stop()


# What is changed in mkdocs.yml, and what is then told on the open page and printed.
UNREADABLE = [
    ("site_name: How", "\tsite_name: How", "mkdocs.yml:1:1: must be indented with spaces, not with a tab"),
    ("site_name: How does", "site_name: How: does", "mkdocs.yml:1:12: must have this text in quotes"),
    ("watch: [", "watch: [nowhere, ", "Config value 'watch': The path"),
    ("  search: {}", "  serach: {}", "Config value 'plugins': The \"serach\" plugin is not installed"),
    ("  course:\n", "  course: hello\n  spare:\n", "extra, course: must be a group of fields"),
    ("      scale: Scale", "      yes: Scale", "extra, course, topics, yes: must be small letters"),
]


def test_settings_that_cannot_be_read_are_told_on_the_open_page_and_the_site_comes_back(server, copy):
    settings, page = copy / "mkdocs.yml", "lessons/scale/"
    sound = settings.read_text(encoding="utf-8")
    wait_until(lambda: server.page(page), "the first page")
    for old, new, line in UNREADABLE:
        assert old in sound
        save_as(settings, sound.replace(old, new, 1))
        wait_until(lambda: line in server.page(page), f"{line} on the page")  # noqa: B023
        assert server.page(page).count('class="problems"') == 1
        assert line in server.printed
        save_as(settings, sound)
        wait_until(lambda: 'class="problems"' not in server.page(page), "the page without a box")
        assert "How does a map work?" in server.page(page)
    assert server.alive
    assert "Traceback" not in server.printed


def test_where_a_build_leaves_no_page_there_is_one_with_the_mistake(server, copy):
    lesson = copy / "docs/lessons/scale.md"
    sound = lesson.read_text(encoding="utf-8")
    wait_until(lambda: server.page(""), "the first page")
    save_as(lesson, f"{sound}\nZürich\n", "latin-1")
    line = f"docs/lessons/scale.md:{sound.count(chr(10)) + 2}:2: must be saved as UTF-8 text"
    wait_until(lambda: line in server.page(""), "the page with the mistake")
    save_as(lesson, sound)
    wait_until(lambda: "How does a map work?" in server.page(""), "the site")
    assert "Traceback" not in server.printed


def with_first(text: str, said: str, after: str) -> str:
    """A text in which one word more stands before the first after some others."""
    return re.sub(rf"{re.escape(after)}\s*", rf"\g<0>{said} ", text, count=1)


# A file, the words after which something is added to it, and a page that is not made of it but shows it.
CHANGES = [
    ("glossary.yml", "definition: >-\n", "glossary/"),
    ("claims/projections.yml", "sentence: >-\n", "claims/"),
    ("readings/projections.yml", "  - title:", "readings/projections/"),
    # After these only what they change is made again.
    ("quizzes/projections.yml", "explanation: >-\n", "lessons/projections/"),
    ("quizzes/projections.yml", "\ntitle:", "progress/"),
    ("docs/lessons/relief.md", "\n# ", "lessons/relief/"),
    ("docs/lessons/projections.md", "\ntitle:", "quizzes/projections/"),
]


def test_after_any_change_every_page_is_as_a_new_server_would_make_it(server, copy):
    settings = (copy / "mkdocs.yml").read_text(encoding="utf-8")

    def pages_of(one: Server) -> dict[str, str]:
        wait_until(lambda: one.page(""), "the first page")
        named = [*building.addresses(copy), "embed/projections/flat-paper/"]
        pages = {name: one.page(name).replace(one.address, "/") for name in named}
        # The address from which the server tells of changes has a number that counts them.
        return {name: re.sub(r"livereload\(.*?\)", "", page) for name, page in pages.items()}

    wait_until(lambda: server.page(""), "the first page")
    save_as(copy / "mkdocs.yml", settings.replace("    downloads:", "    embed: true\n    downloads:"))
    wait_until(lambda: server.page("embed/"), "the page of frames")
    for number, (path, after, page) in enumerate(CHANGES, 1):
        file, said = copy / path, f"Xylograph{number}"
        text = with_first(file.read_text(encoding="utf-8"), said, after)
        save_as(file, text)
        wait_until(lambda: said in server.page(page), f"{said} of {path} on {page}")  # noqa: B023
    kept = pages_of(server)
    assert "Traceback" not in server.printed
    # What goes out to other programs is made by the finished site alone, and nothing leads there before.
    assert "In the finished site there are files" in kept["downloads/"]
    assert "In the finished site the code" in kept["embed/"] and "<iframe" not in kept["embed/"]
    followed = set()
    for name in ("downloads/", "embed/", "quizzes/projections/", "embed/projections/flat-paper/"):
        assert " download=" not in kept[name] and "-gift.txt" not in kept[name]
        links = {link.partition("#")[0] for link in re.findall(r'<a [^>]*?href="([^"]*)"', kept[name])}
        followed |= {urljoin(f"/{name}", link) for link in links if not re.match("[a-z]+:|//", link)}
    assert "/embed/scale/how-far/" in followed and [link for link in followed if not server.page(link[1:])] == []
    other = Server(copy)
    try:
        made = pages_of(other)
    finally:
        other.stop()
    assert [name for name in made if made[name] != kept[name]] == []
    assert sum(f"Xylograph{number}" in "".join(made.values()) for number in range(1, len(CHANGES) + 1)) == len(CHANGES)
