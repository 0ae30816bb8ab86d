"""The plans for teachers add up, by the minutes that the course itself counts for its pages."""

from __future__ import annotations

import re

import pytest
from course_files import COUNTS

from building import PROJECT

PAGE = (PROJECT / "docs/teach.md").read_text(encoding="utf-8")
# Plans are rounded to so many minutes; a lesson may grow or shrink by a question before one is wrong.
ROUNDED = 5
PLANS = ["two-weeks", "six-weeks", "thirteen-weeks"]


def part(id: str) -> str:
    """What stands below a heading of the second level of the page for teachers."""
    [text] = [text for text in re.split(r"^## ", PAGE, flags=re.MULTILINE) if f"{{#{id}}}" in text.split("\n")[0]]
    return text


def rows(id: str) -> list[list[str]]:
    """The cells of the rows of its table, without its head."""
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in re.findall(r"^\|.*", part(id), re.M)][2:]


def minutes_in(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"(\d[\d,]*)\smin\b", text)]


@pytest.fixture(scope="module")
def counted(pages):
    """The minutes of a page by its address: those that a lesson shows, of any other page those of its words."""

    def minutes(address: str) -> int:
        shown = re.search(r'class="kicker".*?(\d+) min', pages[f"{address}/"].html, re.DOTALL)
        words = len((PROJECT / f"docs/{address}.md").read_text(encoding="utf-8").split())
        return int(shown[1]) if shown else round(words / 200)

    return minutes


def test_a_lesson_shows_one_count_on_its_page_and_in_the_list(pages, counted):
    shown = re.findall(
        r'data-lesson="(lessons/[^"]+)".*?row__facts">.*?(\d+) min', pages["lessons/"].html, re.DOTALL
    )  # fmt: skip
    assert [address for address, _ in shown] == [f"lessons/{name}" for name in COUNTS["lessons"]]
    assert {address: int(number) for address, number in shown} == {address: counted(address) for address, _ in shown}


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_gives_each_meeting_the_minutes_of_its_reading(plan, counted):
    meetings = [cells for cells in rows(plan) if ".md)" in cells[1]]  # a trial from a reading list has its own length
    assert len(meetings) >= 4
    for first, reading, _ in meetings:
        [stated] = minutes_in(reading)
        needed = sum(counted(address) for address in re.findall(r"\(((?!readings/)[\w/-]+)\.md\)", reading))
        assert abs(stated - needed) <= ROUNDED, f"{first}: {needed} minutes by the course's count"


@pytest.mark.parametrize("plan", PLANS)
def test_the_minutes_of_a_plan_add_up_and_stand_in_the_syllabus(plan):
    *meetings, whole = [minutes_in(cells[1]) for cells in rows(plan)]
    assert [sum(time for [time] in meetings)] == whole
    [stated] = [cells[1] for cells in rows("syllabus") if cells[0] == f"**{plan.replace('-', ' ').capitalize()}**"]
    [room] = minutes_in(rows("meeting")[-1][1])
    assert minutes_in(stated) == [len(meetings) * room, *whole]


def test_the_parts_of_a_meeting_add_up():
    *parts, whole = [minutes_in(cells[1]) for cells in rows("meeting")]
    assert [sum(time for [time] in parts)] == whole
