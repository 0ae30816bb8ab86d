"""What holds on every page, whatever is on it: looked at on one page of each kind."""

from __future__ import annotations

import pytest

from browsing import IS_LONG, OF_SHEETS, answer_all, barriers
from building import FIXTURE, one_of_each_kind
from whole_page import LOOKS, OPEN, SCREENS, faults, in_both_looks

PAGES = [*one_of_each_kind(FIXTURE, "projections"), "404.html"]
# The home page, a lesson, a quiz, and every type of question. A sitting, which shows one alone, has tests of its own.
KINDS = ["", "lessons/projections/", "quizzes/projections/", "style-guide/"]


def test_no_sheet_turns_a_page_on_a_phone_that_is_held_the_other_way(visit, course):
    page = visit(f"{course}lessons/projections/", viewport=SCREENS["narrow"], bypass_csp=True)
    assert barriers(page, [OF_SHEETS]) == []
    page.add_style_tag(content="@media (orientation: landscape) { body { transform: rotate(90deg) } }")
    assert barriers(page, [OF_SHEETS]) != []


def test_a_barrier_is_found_in_the_part_of_a_page_that_is_looked_at(visit, course):
    page = visit(f"{course}quizzes/projections/")
    page.locator("quiz-question").last.evaluate("question => question.append(new Image())")
    assert [barrier.partition(":")[0] for barrier in barriers(page, within="quiz-question")] == ["image-alt"]
    assert IS_LONG or barriers(page, within="article h1") == []


# Light and narrow, dark and wide, and as narrow as can be; where there are questions of each kind, in every state.
@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_no_barriers_and_faults_asks_no_other_host_and_never_scrolls_sideways(visit, course, address):
    is_asking = address in KINDS
    page = visit(course + address, color_scheme="light", viewport=SCREENS["narrow"])
    # Beside what stands on every page, the wide ones differ in their looks alone.
    found = faults(page, dark=() if is_asking else LOOKS, answered=is_asking)
    assert not found, "\n".join(found)


# The test above looks at light narrow pages by all rules, and at dark wide ones by those of looks.
@pytest.mark.long
@pytest.mark.parametrize("address", KINDS)
@in_both_looks
def test_questions_are_without_barriers_in_every_state(visit, course, address, scheme, screen):
    page = visit(course + address, color_scheme=scheme, viewport=screen)
    found = [f"before: {barrier}" for barrier in barriers(page)]
    for state, right in (("wrong", False), ("right", True)):
        assert answer_all(page, right)
        found += [f"{state}: {barrier}" for barrier in barriers(page)]
    page.evaluate(OPEN)
    found += [f"open: {barrier}" for barrier in barriers(page)]
    assert not found, "\n".join(found)
