"""What a browser keeps has one form for each slot; what has another is as good as none, and is never overwritten."""

from __future__ import annotations

import json
import re

import pytest
import review_modules

from coursework.course.browser_files import script_sources
from quiz.test_quiz_pages import CORRECTED, versions_of

DAY = "2026-11-22"
ANSWER = {"version": "v", "response": ["a"], "verdict": "right", "attempts": 1, "day": DAY, "certainty": 0}
CARD = {"version": "v", "s": 2.3, "d": 5, "last": DAY, "due": DAY, "days": 1, "lapses": 0, "sure": False}
SOUND = {
    "answer": ANSWER,
    "guess": ANSWER,
    "before": ANSWER,
    "after": ANSWER,
    "card": CARD,
    "log": [["q/one", 3, 1, 1]],
    "prediction": {"day": DAY, "predicted": 1, "of": 2},
    "preference": "closed",
    "reading": {"mark": "read", "day": DAY},
    "place": {"lesson": "lessons/one", "section": "", "day": DAY},
    "sitting": {"day": DAY, "verdicts": {"q/one": {"version": "v", "verdict": "right"}}, "last": None},
    "pending": [{"version": "v", "verdict": "wrong", "certainty": 0, "day": DAY, "peeked": False}],
}
KEEP = """
const {keep, read} = await load("entries.js")
const key = `c/v1/${input.slot}/id`
if (input.before !== null) localStorage.setItem(key, input.before)
const before = read("c", input.slot, "id")
const kept = keep("c", input.slot, "id", input.entry)
return {before, kept, after: read("c", input.slot, "id"), storage: {...localStorage}}
"""


def written(entry) -> str:
    return entry if isinstance(entry, str) else json.dumps(entry, separators=(",", ":"))


@pytest.mark.parametrize("slot", SOUND)
def test_what_is_sound_is_read_as_it_was_kept_and_can_be_taken_away(slot):
    found = review_modules.run(KEEP, {"slot": slot, "before": None, "entry": SOUND[slot]})
    assert found == {
        "before": None, "kept": True, "after": SOUND[slot], "storage": {f"c/v1/{slot}/id": written(SOUND[slot])}
    }  # fmt: skip
    gone = review_modules.run(KEEP, {"slot": slot, "before": written(SOUND[slot]), "entry": None})
    assert gone == {"before": SOUND[slot], "kept": True, "after": None, "storage": {}}


@pytest.mark.parametrize("slot", SOUND)
@pytest.mark.parametrize("entry", ["sound", None])
def test_what_is_not_sound_is_set_aside_before_its_place_is_taken(slot, entry):
    broken = "x" * 201 if slot == "preference" else '{"day": "2026-02-30", "version": "v"}'
    entry = entry and SOUND[slot]
    found = review_modules.run(KEEP, {"slot": slot, "before": broken, "entry": entry})
    assert (found["before"], found["kept"], found["after"]) == (None, True, entry)
    [aside] = [key for key in found["storage"] if key.startswith(f"c/aside/c/v1/{slot}/id/")]
    assert found["storage"].pop(aside) == broken
    assert found["storage"] == ({f"c/v1/{slot}/id": written(entry)} if entry else {})


def test_a_browser_that_refuses_gives_nothing_out_and_keeps_nothing():
    found = review_modules.run("""
        const {idsOf, keep, read} = await load("entries.js")
        const {mayRead} = await load("store.js")
        localStorage = new Proxy({}, {get() { throw new Error("refused") }, ownKeys() { throw new Error("refused") }})
        return [mayRead(), read("c", "card", "q/one"), idsOf("c", "card"), keep("c", "place", "lesson", null)]
    """)
    assert found == [False, None, [], False]


def test_an_answer_holds_when_a_question_is_reworded_and_no_longer_when_it_is_corrected():
    rows = [(*versions_of(row), row["holds"]) for row in CORRECTED]
    found = review_modules.run(
        """
        const {isSameQuestion} = await load("entries.js")
        const {isIn, note} = await load("link-marks.js")
        return input.map(([saved, present]) => {
          const [before, now] = [saved, present].map(version => {
            const questions = new Map()
            note(questions, "q/q", version)
            return questions
          })
          return [isSameQuestion(saved, present), isIn(before, [...now.values()][0])]
        })
        """,
        rows,
    )
    holds = [row["holds"] for row in CORRECTED]
    assert [row["title"] for row, both in zip(CORRECTED, found) if both != [row["holds"]] * 2] == []
    assert {True, False} == set(holds)


# Keys begin and entries are written in one place.
SPELT = re.compile(r"/v\$?\{?(?:1|VERSION)\b|/aside/|localStorage\.setItem")


def test_no_other_script_spells_a_key_or_writes_by_itself():
    spelt = {file.name for file in script_sources() if SPELT.search(file.read_text(encoding="utf-8"))}
    # A file of progress is taken whole or not at all, which takes writing that can be undone; and the marks beside
    # links are no part of the record, but made from it.
    assert spelt == {"store.js", "record-file.js", "course-marks.js"}
