"""The list of all lessons says the same on each page that has it, and the last lesson leads back to it."""

from __future__ import annotations

import re

import building

LIST = "# All\n\n<!-- lessons -->\n"
QUIZ = """
title: Maps
lesson: lessons/maps.md
questions:
""" + "".join(
    f"  - {{id: q{number}, type: true-false, prompt: Right?, answer: true, "
    'feedback: {"true": Yes., "false": No.}, explanation: It is.}\n'
    for number in range(8)
)


def test_a_page_after_the_lessons_lists_them_as_one_before_and_the_last_lesson_leads_to_the_list(tmp_path):
    files = {
        "docs/index.md": LIST,
        "docs/lessons/maps.md": "# Maps\n\nA map.\n\n```quiz\nmaps\n```\n",
        "docs/parts/all.md": LIST,
        "quizzes/maps.yml": QUIZ,
    }
    building.build_small(files, "[index.md, lessons/maps.md, parts/all.md]", tmp_path / "site")
    pages = {
        name: (tmp_path / "site" / name / "index.html").read_text(encoding="utf-8")
        for name in ("", "lessons/maps", "parts/all")
    }
    # Half a minute for each of eight questions.
    assert {name: re.findall(r"<span>(\d+ min)</span>", page) for name, page in pages.items()} == {
        "": ["4 min"], "lessons/maps": ["4 min"], "parts/all": ["4 min"],
    }  # fmt: skip
    assert re.search(r'turn__link--next" href="([^"]*)"', pages["lessons/maps"])[1].endswith("#all-lessons")
    assert re.search(r'data-own-page href="([^"]*)"', pages["lessons/maps"])[1].endswith("quizzes/maps/")
