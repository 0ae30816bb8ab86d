"""What authors write as text arrives as text, whatever signs are in it."""

from __future__ import annotations

import json

import pytest

from building import build, copy_fixture
from published import PublishedPage, differing, pages_of

# Ends an attribute, an element, a script and a comment, and starts what no page of ours may hold; of what templates
# know, the forms that are not refused.
MARKUP = (
    r"""--></script></title>\"'><hostile-tag hostile-name=1 onclick=hostile()>"""
    " {{ (hostile) }} {# hostile #} &lt;hostile-tag>"
)
WORD = "hostileword"
TEXT = f'"{WORD} {MARKUP}"'
# In the text of a cloze, braces name its blanks.
WITHOUT_BRACES = TEXT.split(" {")[0]

QUIZ = f"""
title: {TEXT}
lesson: lessons/hostile.md
introduction: {TEXT}
objectives:
  - {{id: aim, text: {TEXT}}}
questions:
  - id: first
    type: multiple-choice
    objective: aim
    scenario: {TEXT}
    prompt: {TEXT}
    choices:
      - {{text: {TEXT}, correct: true, feedback: {TEXT}}}
      - {{text: Another, feedback: {TEXT}}}
    hint: {TEXT}
    explanation: {TEXT}
    cite: [hostile]
  - id: second
    type: true-false
    prompt: Another
    answer: true
    feedback: {{true: {TEXT}, false: {TEXT}}}
    explanation: {TEXT}
  - id: third
    type: matching
    prompt: {TEXT}
    pairs:
      - {{text: {TEXT}, match: {TEXT}, feedback: {TEXT}}}
      - {{text: Another, match: Another, feedback: {TEXT}}}
    distractors: [{TEXT[:-1]} more"]
    explanation: {TEXT}
  - id: fourth
    type: ordering
    prompt: {TEXT}
    items: [{TEXT}, Another, A third]
    first: {TEXT}
    last: {TEXT}
    explanation: {TEXT}
  - id: fifth
    type: numerical
    prompt: {TEXT}
    answer: 7
    unit: {TEXT}
    misreadings: [{{answer: 70, feedback: {TEXT}}}]
    explanation: {TEXT}
  - id: sixth
    type: short-answer
    prompt: {TEXT}
    answers: [{TEXT}]
    exact: true
    misreadings: [{{answer: {TEXT[:-1]} more", feedback: {TEXT}}}]
    explanation: {TEXT}
  - id: seventh
    type: cloze
    prompt: {TEXT}
    text: {WITHOUT_BRACES} {{typed}} and {{chosen}}"
    blanks:
      typed: {{answers: [{TEXT}], exact: true, feedback: {TEXT}}}
      chosen:
        choices:
          - {{text: {TEXT}, correct: true, feedback: {TEXT}}}
          - {{text: Another, feedback: {TEXT}}}
    explanation: {TEXT}
  - id: eighth
    type: open-response
    prompt: {TEXT}
    model-answer: {TEXT}
    rubric: [{TEXT}, Another]
    explanation: {TEXT}
  - id: ninth
    type: opinion
    prompt: {TEXT}
    scale: [{TEXT}, Another, A third]
    explanation: {TEXT}
"""
READINGS = f"""
title: {TEXT}
lesson: lessons/hostile.md
introduction: {TEXT}
groups:
  - title: {TEXT}
    readings:
      - {{reference: hostile, why: {TEXT}}}
"""
FIGURE = f"""
title: {TEXT}
lesson: lessons/hostile.md
kind: forest
axis: {{metric: {TEXT}, min: 0, max: 1, zero: 0, left: {TEXT}, right: {TEXT}}}
caption: {TEXT}
notice: {TEXT}
caveat: {TEXT}
alt: {TEXT}
rows:
  - {{label: {TEXT}, estimate: 0.5, lo: 0.4, hi: 0.6, interval: {TEXT}, ref: hostile,
     metric: {TEXT}, note: {TEXT}, read: {TEXT}}}
"""
REFERENCE = f"""
- id: hostile
  type: article-journal
  title: {TEXT}
  container-title: {TEXT}
  author: [{{family: {TEXT}, given: {TEXT}}}, {{literal: {TEXT}}}]
  issued: {{date-parts: [[2001]]}}
  volume: {TEXT}
  annotation: {TEXT}
  level: advanced
  stance: hostile
  access: open
  topics: [hostile]
"""
LESSON = f"""---
title: {TEXT}
description: {TEXT}
stance: hostile
---

A text that cites @hostile and [see @hostile, p. 3].

```quiz
hostile: guess first
hostile: before ninth
```

```quiz
hostile
hostile: objectives
hostile: after ninth
```

```figure
hostile
```

```readings
hostile
```
"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    copy = copy_fixture(tmp_path_factory.mktemp("hostile") / "copy")
    # HTML is refused before it reaches a page; here it is not, since a page must hold out by itself.
    with (copy / "hooks/coursework/source/traps.py").open("a", encoding="utf-8") as traps:
        traps.write("\n\nTraps._html = lambda traps, node: iter(())\n")
    with (copy / "hooks/coursework/reading/foreign.py").open("a", encoding="utf-8") as foreign:
        foreign.write("\n\n_HTML = frozenset()\n")
    (copy / "quizzes/hostile.yml").write_text(QUIZ, encoding="utf-8")
    (copy / "readings/hostile.yml").write_text(READINGS, encoding="utf-8")
    (copy / "docs/lessons/hostile.md").write_text(LESSON, encoding="utf-8")
    (copy / "figures/hostile.yml").write_text(FIGURE, encoding="utf-8")
    with (copy / "readings/references.yml").open("a", encoding="utf-8") as references:
        references.write(REFERENCE)
    settings = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("    stances:\n", f"    stances:\n      hostile: {TEXT}\n", 1)
    settings = settings.replace("    topics:\n", f"    topics:\n      hostile: {TEXT}\n", 1)
    (copy / "mkdocs.yml").write_text(settings, encoding="utf-8")
    # Not strict: the lesson is in no navigation.
    result = build(copy, copy / "made")
    assert result.returncode == 0, result.stdout
    return copy / "made"


def test_no_value_becomes_markup_on_any_page(hostile_site):
    showing = []
    for file in hostile_site.rglob("*.html"):
        page = PublishedPage(file)
        name = file.relative_to(hostile_site).as_posix()
        for element in page.elements:
            planted = "hostile-tag" in element.name or {"hostile-name", "onclick"} & {*element.attributes}
            assert not planted, (name, element)
        if WORD in page.words:
            showing.append(name)
    assert {
        "lessons/hostile/index.html", "quizzes/index.html", "quizzes/hostile/index.html", "readings/index.html",
        "readings/hostile/index.html", "readings/bibliography/index.html", "readings/topics/hostile/index.html",
        "quizzes/hostile/worksheet/index.html", "quizzes/hostile/key/index.html", "review/index.html",
        "progress/index.html", "figures/index.html",
    } <= {*showing}  # fmt: skip


def test_no_value_becomes_markup_in_a_picture(hostile_site):
    picture = PublishedPage(hostile_site / "figures/hostile.svg")
    assert WORD in picture.words
    assert {element.name for element in picture.elements} <= {
        "svg", "title", "desc", "rect", "text", "tspan", "line", "g", "circle",
    }  # fmt: skip


def test_no_value_becomes_markup_where_search_shows_it(hostile_site, tmp_path):
    index = json.loads((hostile_site / "search/search_index.json").read_text(encoding="utf-8"))
    shown = tmp_path / "shown.html"
    # The theme shows titles and texts of the index as HTML.
    shown.write_text("".join(f"<p>{entry['title']}</p>{entry['text']}" for entry in index["docs"]), encoding="utf-8")
    page = PublishedPage(shown)
    assert WORD in page.words
    assert [element for element in page.elements if "hostile-tag" in element.name] == []


def test_the_words_of_a_hostile_title_stay_readable(hostile_site):
    page = PublishedPage(hostile_site / "quizzes/hostile/index.html")
    assert "<hostile-tag hostile-name=1 onclick=hostile()> {{ (hostile) }}" in page.words


def test_every_page_with_these_says_the_same_without_shortcuts(hostile_site, monkeypatch):
    """`test_shortcuts.py` tries each shortcut on its own."""
    project = hostile_site.parent
    monkeypatch.setenv("COURSEWORK_PLAIN", "1")
    result = build(project, project / "plain")
    assert result.returncode == 0, result.stdout
    quick, plain = pages_of(hostile_site), pages_of(project / "plain")
    assert len(quick) > 40
    assert differing(quick, plain) == []
