"""A reader sees how right and how sure she was, by side and about what is contested: of answers, never of claims."""

from __future__ import annotations

import copy

import map_course
import pytest
import yaml
from map_course import COURSE, SAID, answer, key
from playwright.sync_api import expect

import browsing
import building

MIRROR = SAID["mirror"]
LABELS = {"measure": "Measurement", "argument": "Argument"}
SERVED = {
    "lines": ["P1"], "north": ["P1"], "scale": ["P1", "P2"], "legend": ["P1"], "essay": [],
    # Contested; mixed, and so of no side; of what stands between the sides.
    "salt": ["S1"], "depth": ["P1", "S1"],
}  # fmt: skip


_FOUND = [("P1", "measure", "strong"), ("P2", "measure", "strong"), ("S1", "argument", "contested")]


def _claims() -> str:
    claims = [
        {"id": id, "sentence": f"So says {id}.", "kind": "finding", "stance": stance, "certainty": certainty,
         "references": ["snyder1987"], "read-as": "page", "read": "https://example.org"}
        for id, stance, certainty in _FOUND
    ]  # fmt: skip
    return yaml.safe_dump({"claims": claims}, sort_keys=False)


@pytest.fixture(scope="module")
def map_site(tmp_path_factory):
    """The course about maps with claims, and two questions more of one side."""

    def make(site):
        files = map_course.files()
        quizzes = map_course.quizzes()
        extra = copy.deepcopy(quizzes["maps"]["questions"][0]) | {"id": "fifth"}
        quizzes["maps"]["questions"].append(extra)
        for quiz in quizzes.values():
            for question in quiz["questions"]:
                claims = SERVED.get(question["id"], ["P2"] if question["id"] == "fifth" else [])
                question |= {"claims": claims} if claims else {}
        files |= {f"quizzes/{id}.yml": yaml.safe_dump(quiz, sort_keys=False) for id, quiz in quizzes.items()}
        files["claims/maps.yml"] = _claims()
        building.build_small(files, map_course.NAV, site, COURSE)

    return building.made_once(tmp_path_factory, "mirrored", make)


@pytest.fixture(scope="module")
def map_address(map_site):
    with browsing.served(map_site) as address:
        yield address


def tries(right: int) -> list:
    names = ["maps/lines", "maps/north", "maps/scale", "maps/legend", "maps/fifth"]
    return [[name, 3, int(place < right), 1] for place, name in enumerate(names)]


def opened(page):
    fold = page.locator(".progress__mirror")
    fold.locator("summary").click()
    return fold


def test_first_tries_count_for_the_side_that_all_claims_serve_and_say_no_share_below_five(reader):
    log = {
        key("log", "2026-11-20"): [*tries(4), ["seas/salt", 1, 1, 1], ["seas/depth", 3, 0, 1]],
        # A later try is none of the first.
        key("log", "2026-11-21"): tries(5),
    }
    fold = opened(reader().keeps(log).open())
    rows = fold.get_by_role("listitem")
    expect(rows.locator("b")).to_have_text([LABELS["measure"], LABELS["argument"], MIRROR["contested"]])
    expect(rows.locator(".progress__said")).to_have_text(
        [
            "4 of 5 right (80%). You said 80 to 100%.",
            MIRROR["few"]["other"].format(count=4),
            MIRROR["few"]["other"].format(count=3),
        ]
    )
    expect(fold.locator(".progress__dot")).to_have_count(1)
    assert browsing.barriers(fold.page) == []


def test_the_opinion_before_stands_beside_the_one_after(reader):
    views = {
        key(slot, "views/stand"): answer("views/stand", "noted", response=[place])
        for slot, place in (("before", "1"), ("after", "3"))
    }
    one = reader()
    fold = opened(one.keeps({key("before", "views/stand"): views[key("before", "views/stand")]}).open())
    expect(fold).to_contain_text(MIRROR["before"].format(position="Paper"))
    expect(fold).to_contain_text(MIRROR["not-yet"])
    fold = opened(one.keeps(views).open())
    expect(fold).to_contain_text(MIRROR["after"].format(position="A screen"))


def test_what_would_change_a_mind_stands_beside_both_opinions_or_alone(reader):
    wrote = {key("note", "views/stand"): {"text": "A <i>globe</i>\nof paper", "day": "2026-11-20"}}
    one = reader()
    fold = opened(one.keeps(wrote).open())
    expect(fold).to_contain_text(browsing.WORDS["note"]["wrote"].format(day="20 November 2026"))
    assert fold.locator(".wrote").evaluate("wrote => wrote.textContent") == "A <i>globe</i>\nof paper"
    expect(fold).not_to_contain_text(MIRROR["not-yet"])
    before = {key("before", "views/stand"): answer("views/stand", "noted", response=["1"])}
    fold = opened(one.keeps(before).open())
    expect(fold).to_contain_text(MIRROR["before"].format(position="Paper"))
    expect(fold.locator(".wrote")).to_be_visible()


def test_there_is_no_mirror_before_the_first_answer(reader):
    expect(reader().open().locator(".progress__mirror")).to_be_hidden()
