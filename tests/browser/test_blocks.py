"""Boxes, tabs and tasks of an author's own, where there are no colours, no scripts or no screen."""

from __future__ import annotations

from pathlib import Path

import pytest

import browsing
import building
from printing import printed, squeezed

PAGE = """# Blocks

??? note "Folded"
    Words in a box.

    ??? tip
        Words in a box within.

<details markdown><summary>In HTML</summary>

Words in HTML.

</details>

=== "First"
    Words of one tab.

=== "Second"
    Words of another.

- [x] Done
- [ ] To do

[Go on](index.md){ .md-button }

```quiz
blocks
```
"""
QUIZ = """title: Blocks
lesson: lessons/blocks.md
questions:
  - id: side
    type: true-false
    prompt: It is so.
    feedback: {true: It is., false: It is.}
    answer: true
    hint: Words of a hint.
    explanation: Words of an answer.
"""
ON_PAPER = ("Words in a box.", "Words in a box within.", "Words in HTML.", "Words of one tab.", "Words of another.")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    files = {
        "docs/index.md": "# Start\n\nNo blocks.\n",
        "docs/lessons/index.md": "# Lessons\n",
        "docs/lessons/blocks.md": PAGE,
        "quizzes/blocks.yml": QUIZ,
    }

    def make(site: Path) -> None:
        building.build_small(files, "[index.md, lessons/index.md, lessons/blocks.md]", site)

    with browsing.served(building.made_once(tmp_path_factory, "blocks", make)) as served:
        yield served


@pytest.mark.parametrize("scripts", [True, False])
def test_all_that_an_author_folds_is_on_paper_and_no_answer(visit, address, scripts):
    page = visit(f"{address}lessons/blocks/", java_script_enabled=scripts)
    said = "".join(printed(page))
    assert [words for words in ON_PAPER if squeezed(words) not in said] == []
    assert [words for words in ("Words of a hint.", "Words of an answer.") if squeezed(words) in said] == []


def test_an_answer_that_was_open_is_on_paper(visit, address):
    page = visit(f"{address}lessons/blocks/", java_script_enabled=False)
    page.locator("summary", has_text="Folded").click()
    page.locator(".question__answer > summary").click()
    assert squeezed("Words of an answer.") in "".join(printed(page))


BORDERS = """([selector, part]) => {
  const style = getComputedStyle(document.querySelector(selector), part)
  return style.content === "none" ? "" : style.borderStyle
}"""


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_a_task_that_is_done_has_a_shape_of_its_own(visit, address, settings):
    page = visit(f"{address}lessons/blocks/", **settings)
    for state, tick in (("checked", "solid"), ("not(:checked)", "")):
        selector = f".task-list-control :{state} + .task-list-indicator"
        assert page.evaluate(BORDERS, [selector, "::before"]) == "solid"
        assert page.evaluate(BORDERS, [selector, "::after"]) == tick


def test_in_forced_colours_the_chosen_tab_is_the_one_with_a_line(visit, address):
    page = visit(f"{address}lessons/blocks/", forced_colors="active")
    colour = "([selector, part, name]) => getComputedStyle(document.querySelector(selector), part)[name]"
    line = page.evaluate(colour, [".tabbed-labels", "::before", "backgroundColor"])
    edges = page.evaluate(colour, [".tabbed-labels > label:last-child", None, "borderBottomColor"])
    assert edges == page.evaluate(colour, ["body", None, "backgroundColor"]) != line


def test_their_styles_are_fetched_where_they_are(visit, address):
    for path, count in (("lessons/blocks/", 1), ("", 0)):
        assert visit(f"{address}{path}").locator('link[href*="assets/blocks."]').count() == count
