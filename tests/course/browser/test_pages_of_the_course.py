"""The pages of this course in a browser: every one without a barrier, in order on a phone, and none a dead end."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from course_files import COUNTS, LESSONS

from browsing import IS_LONG
from building import PROJECT, addresses, one_of_each_kind
from walking import PHONE, walk
from whole_page import LOOKS, SCREENS, faults, faults_of_large_text

PAGES = [*addresses(PROJECT), "404.html"]
# One page of each kind: what differs only in its words has the colours of its kind.
KINDS = [name for name in one_of_each_kind(PROJECT, COUNTS["example"]) if not name.startswith("lessons/")]
KINDS += ["lessons/", f"lessons/{COUNTS['example']}/", "404.html"]
# Those that somebody wrote are looked at in dark colours too, and the figures; the others are the engine's, whose
# colours the pages of the small course show.
DARK = [name for name in KINDS if (PROJECT / f"docs/{name.strip('/') or 'index'}.md").is_file()]
DARK += ["lessons/", "figures/"]
LARGE = ["", "help/", "timeline/", *(f"lessons/{name}/" for name in LESSONS)]
SIGNS = """() => [...document.querySelectorAll(".figure__axis use")].map(sign => {
  const {left, right, top, bottom} = sign.getBoundingClientRect()
  return {left, right, top, bottom}
})"""


# Sheets of work, keys, lists and topics have the markup of their kind, and differ in their words alone, which the
# bibliography has as well; the questions of a quiz are looked at in its lesson.
_OF_A_KIND = re.compile("quizzes/[^/]+/((worksheet|key)/)?|readings/(topics/)?[^/]+/")


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(name, marks=[pytest.mark.long] if _OF_A_KIND.fullmatch(name) and name not in KINDS else [])
        for name in PAGES
    ],
)
def test_a_page_has_no_barriers_and_faults_asks_no_other_host_and_never_scrolls_sideways(visit, course, address):
    """Nor is a word of its heading torn, or its header out of order, where it is twice as large."""
    page = visit(course + address, color_scheme="light", viewport=SCREENS["narrow"])
    found = faults_of_large_text(page) if address in LARGE else []
    found += faults(page, LOOKS if address in DARK else None, without=[] if address in KINDS or IS_LONG else LOOKS)
    assert not found, "\n".join(found)


def test_the_whole_course_can_be_walked_without_a_dead_end(visit, course):
    walk(
        visit(course, viewport=PHONE, has_touch=True),
        len(COUNTS["lessons"]),
        COUNTS["questions-in-a-lesson"],
        quizzes=1,
    )


@pytest.mark.parametrize("screen", SCREENS)
def test_no_sign_of_the_timeline_touches_another(visit, course, screen):
    signs = visit(course + "timeline/", viewport=SCREENS[screen]).evaluate(SIGNS)
    assert len(signs) == COUNTS["events-of-the-timeline"]
    for one, other in combinations(signs, 2):
        apart = max(other["left"] - one["right"], one["left"] - other["right"],
                    other["top"] - one["bottom"], one["top"] - other["bottom"])  # fmt: skip
        assert apart >= 0
