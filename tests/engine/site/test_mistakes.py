"""A build of a course with mistakes: each is told once, in its place, and nothing else is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import building
from building import PROJECT, build

# Question, what is changed in it (a pattern), what to, where the mistake is to be told (a text in the new form), and
# how. The order is that of the file.
PLANTED = [
    ("flat-paper", r"answer: .*", "answer: perhaps", "perhaps", "must be true or false, not 'perhaps'"),
    ("keeps-angles", r"type: .*", "type: single-choise", "single-choise", "Did you mean 'single-choice'?"),
    ("which-keeps-what", r"objective: .*", "objective: tell-appart", "tell-appart", "Did you mean 'tell-apart'?"),
    ("which-keeps-what", r"hint: ", "hnit: ", "hnit", "Did you mean 'hint'?"),
    ("how-much", r"level: .*", "level: recal", "recal", "Did you mean 'recall'?"),
    ("how-much", r"(- text: (.*)\n(?:.*\n)*?      - text: ).*", r"\1\2 ", None, "must differ from the one in line"),
    ("how-much", r"reread: .*", 'reread: "#how-much-areas"', '"#how-much-areas"', "Did you mean '#how-much-area'?"),
    ("how-many-times", r"prompt: .*", 'prompt: ""', '""', "must not be empty"),
    ("which-kept", r"\n +correct: true", "", "- text: ", "must hold a choice with `correct: true`, not none"),
    ("by-true-area", r"items: .*", "items: []", "[]", "must not be empty"),
    ("name-the-circle", r"cite: .*", "cite: [snyder1939]", "snyder1939", "Did you mean 'snyder1993'?"),
    ("why-mercator", r"^why-mercator", "flat-paper", "flat-paper", "must be used once in a quiz"),
]


def plant(file: Path, planted: list[tuple]) -> list[str]:
    """Plant mistakes into a quiz file; returns the place where each should be told, as `path:line:column`."""
    head, *parts = re.split(r"(?m)^  - id: (?=[\w-]+\n    type)", file.read_text(encoding="utf-8"))
    questions = {part.split("\n", 1)[0]: part for part in parts}
    for id, pattern, new, _, _ in planted:
        questions[id], times = re.subn(pattern, new, questions[id], count=new != "")
        assert times, f"{pattern} is not in question {id}"
    text = head + "".join(f"  - id: {part}" for part in questions.values())
    file.write_text(text, encoding="utf-8")
    places = []
    for id, _, _, needle, _ in planted:
        start = text.index(f"  - id: {questions[id]}")
        if needle is None:  # the text of the second choice
            offset = [match.end() for match in re.compile(r"- text: ").finditer(text, start)][1]
        else:
            offset = text.index(needle, start)
        line_start = text.rfind("\n", 0, offset) + 1
        places.append(f"quizzes/{file.name}:{text.count(chr(10), 0, offset) + 1}:{offset - line_start + 1}")
    return places


def told(printed: str) -> list[str]:
    """What was printed as an error or a warning, without the sum of it all that ends it."""
    assert "Traceback" not in printed, printed
    *lines, end = re.findall(r"(?m)^(?:ERROR|WARNING)\s+-\s+(.*)$", printed)
    count = "1 mistake" if len(lines) == 1 else f"{len(lines)} mistakes"
    assert end == f"{count} to mend; each line above says where and what. The site was not built.", printed
    return lines


def place(problem: str) -> str:
    return ":".join(problem.split(":")[:3])


def test_twelve_mistakes_are_told_in_twelve_lines_of_one_run(copy, tmp_path):
    places = plant(copy / "quizzes/projections.yml", PLANTED)
    result = build(copy, tmp_path / "site", "--strict")
    lines = told(result.stdout)
    assert [place(line) for line in lines] == places, result.stdout
    for line, (id, *_, message) in zip(lines, PLANTED, strict=True):
        assert message in line
        # The last is called by the id that it must not have.
        assert f": question {'flat-paper' if id == PLANTED[-1][0] else id}" in line
    assert result.returncode != 0
    assert not (tmp_path / "site/index.html").exists()


def test_a_file_that_is_no_yaml_costs_only_itself(copy, tmp_path):
    broken = copy / "quizzes/scale.yml"
    text, times = re.subn(r"(?m)^    prompt: .*$", "    prompt: @nobody says so", broken.read_text("utf-8"), count=1)
    assert times
    broken.write_text(text, encoding="utf-8")
    line = text[: text.index("@nobody")].count("\n") + 1
    places = plant(copy / "quizzes/projections.yml", PLANTED[:2])
    reading = copy / "readings/projections.yml"
    reading.write_text(reading.read_text("utf-8").replace("groups:", "nonsense: yes\ngroups:", 1), encoding="utf-8")
    result = build(copy, tmp_path / "site", "--strict")
    lines = told(result.stdout)
    row = reading.read_text("utf-8").split("nonsense")[0].count("\n") + 1
    assert [place(line) for line in lines] == [
        *places, f"quizzes/scale.yml:{line}:13", f"readings/projections.yml:{row}:1"
    ], result.stdout  # fmt: skip
    assert "in quotes" in lines[2]
    assert result.returncode != 0


def test_a_bibliography_that_is_no_yaml_is_one_line(copy, tmp_path):
    references = copy / "readings/references.yml"
    text = references.read_text("utf-8").replace("\n  title: ", "\n  title: [", 1)
    references.write_text(text, encoding="utf-8")
    result = build(copy, tmp_path / "site", "--strict")
    (line,) = told(result.stdout)
    assert line.startswith(f"readings/references.yml:{text[: text.index('title: [')].count(chr(10)) + 1}:"), line
    assert result.returncode != 0


def test_a_mistake_is_told_without_strict_too(copy, tmp_path):
    places = plant(copy / "quizzes/projections.yml", PLANTED[:1])
    result = build(copy, tmp_path / "site")
    assert [place(line) for line in told(result.stdout)] == places
    assert result.returncode != 0


@pytest.fixture(scope="module")
def advised(tmp_path_factory) -> tuple[Path, str]:
    """The site of a course without a mistake that could be better, and what was printed."""
    copy = building.copy_fixture(tmp_path_factory.mktemp("advised") / "copy")
    with (copy / "readings/references.yml").open("a", encoding="utf-8") as references:
        references.write(
            "- {id: advised, type: book, title: A Book of Maps and Other Strange Things, status: no date}\n"
        )
    (copy / "docs/a.png").touch()
    page = copy / "docs/lessons/relief.md"
    page.write_text(f"{page.read_text('utf-8')}\n![](../a.png)\n", encoding="utf-8")
    settings = copy / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(re.sub("(?m)^site_url: .*$", "site_url: http://LocalHost:8000/maps/", text), encoding="utf-8")
    result = build(copy, copy / "site", "--strict")
    assert result.returncode == 0, result.stdout
    return copy / "site", result.stdout


def test_advice_is_told_and_stops_nothing(advised):
    assert re.search(r"(?m)^INFO\s+-\s+Advice: docs/lessons/relief.md:\d+:1: picture: should say within", advised[1])
    advice = re.findall(
        r"(?m)^INFO\s+-\s+Advice: readings/references.yml:\d+:\d+: reference advised\b(.*)$", advised[1]
    )
    assert advice == [
        ": should have `annotation`, `level` and `access`, so that readers can choose",
        ", title: should be in sentence case, which a style can turn into any other, not 'A Book of Maps and Other "
        "Strange Things'",
    ]  # fmt: skip


def test_an_address_of_one_s_own_device_is_told_and_is_nowhere_on_the_site(advised):
    site, printed = advised
    assert re.findall(r"(?m)^INFO\s+-\s+Advice: (mkdocs.yml.*)$", printed) == [
        "mkdocs.yml:6:11: site_url: should be where readers find the site, as https://example.org/course/, not "
        "'http://LocalHost:8000/maps/', which is nobody's but your own; the site was built without canonical links, "
        "sitemap and addresses in citations, and without the files of `downloads`, which lead to it"
    ]
    files = [file for file in site.rglob("*") if file.suffix in (".html", ".xml", ".ris", ".bib", ".json", ".txt")]
    assert len(files) > 60
    holding = [file.name for file in files if re.search(r"localhost|/maps/lessons", file.read_text("utf-8"), re.I)]
    assert holding == []
    assert "canonical" not in (site / "lessons/scale/index.html").read_text("utf-8")


def test_settings_that_name_a_page_are_told_where_there_is_none(copy, tmp_path):
    settings = copy / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  finale: final-quiz.md", "  finale: final-quizz.md")
    settings.write_text(text.replace("  help: help/", "  help: hepl/"), encoding="utf-8")
    lines = told(build(copy, tmp_path / "site", "--strict").stdout)
    numbers = [text[: text.index(f"  {name}: ")].count("\n") + 1 for name in ("help", "finale")]
    assert lines == [
        f"mkdocs.yml:{numbers[0]}:9: theme, help: must be a page of the site, not 'hepl/'. Did you mean 'help/'?",
        f"mkdocs.yml:{numbers[1]}:11: theme, finale: must be a page of the site, not 'final-quizz.md'."
        " Did you mean 'final-quiz.md'?",
    ]


def test_pages_in_another_encoding_are_named(copy, tmp_path):
    for name in ("choices", "relief"):
        page = copy / f"docs/lessons/{name}.md"
        page.write_bytes(page.read_bytes() + "Zürich\n".encode("latin-1"))
    result = build(copy, tmp_path / "site")
    assert result.returncode != 0
    for name, line in zip(("choices", "relief"), told(result.stdout), strict=True):
        count = (copy / f"docs/lessons/{name}.md").read_bytes().count(b"\n")
        assert line == f"docs/lessons/{name}.md:{count}:2: must be saved as UTF-8 text, which the sign here is not"


def test_what_make_builds_has_no_link_that_leads_nowhere(copy, tmp_path):
    [flags] = re.findall(r"mkdocs build (.*) --site-dir site", (PROJECT / "Makefile").read_text("utf-8"))
    page = copy / "docs/lessons/relief.md"
    page.write_text(page.read_text("utf-8") + "\n[Projections](projektions.md)\n", encoding="utf-8")
    result = build(copy, tmp_path / "site", *flags.split())
    assert result.returncode != 0
    assert "projektions.md" in result.stdout
