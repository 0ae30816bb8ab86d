"""Which corrections a reader knows is kept with the answer and the card, and comes along with a file."""

from __future__ import annotations

import json

import pytest
import review_modules
from test_store import ANSWER, CARD, DAY

MERGE = """
const {exportCourse, importCourse} = await load("record-file.js")
const at = (slot, id) => `c/v1/${slot}/${id}`
const keep = kept => Object.entries(kept).forEach(([slot, [id, entry]]) =>
  localStorage.setItem(at(slot, id), typeof entry === "string" ? entry : JSON.stringify(entry)))
keep(input.theirs)
const file = exportCourse("c", new Date("2026-12-01"))
localStorage = new Storage()
keep(input.own)
importCourse("c", file)
return Object.fromEntries(Object.entries(input.own).map(([slot, [id]]) => [slot, localStorage.getItem(at(slot, id))]))
"""
SCHEDULE = """
const {scheduleCheck} = await load("cards.js")
const {keep, read} = await load("entries.js")
if (input.before) keep("c", "card", "q/one", input.before)
scheduleCheck("c", "q/one", {version: "v", verdict: "right", certainty: 0, day: "2026-11-25", peeked: false,
  corrected: "2026-11-24"})
return read("c", "card", "q/one").corrected ?? null
"""


@pytest.mark.parametrize("newer", ["own", "theirs"])
@pytest.mark.parametrize("informed", ["own", "theirs"])
def test_what_is_known_on_either_side_is_known_after_a_file_was_loaded(newer, informed):
    def kept(side: str) -> dict:
        day = {"corrected": "2026-11-24"} if side == informed else {}
        later = "2026-11-30" if side == newer else DAY
        claim = "2026-11-24" if side == informed else "2026-01-01"
        return {
            "answer": ["q/one", ANSWER | day | {"day": later}], "card": ["q/one", CARD | day | {"last": later}],
            "preference": ["claim-m1", claim],
        }  # fmt: skip

    found = review_modules.run(MERGE, {"own": kept("own"), "theirs": kept("theirs")})
    answer, card = json.loads(found["answer"]), json.loads(found["card"])
    assert (answer["corrected"], card["corrected"], found["preference"]) == ("2026-11-24",) * 3
    assert (answer["day"], card["last"]) == ("2026-11-30",) * 2


def test_a_file_without_corrections_leaves_entries_without():
    same = {"answer": ["q/one", ANSWER], "card": ["q/one", CARD], "preference": ["certainty", "open"]}
    found = review_modules.run(MERGE, {"own": same, "theirs": same | {"preference": ["certainty", "closed"]}})
    assert [json.loads(found[slot]) for slot in ("answer", "card")] == [ANSWER, CARD]
    assert found["preference"] == "open"


@pytest.mark.parametrize(
    ("before", "known"),
    [
        (None, "2026-11-24"),  # answered first when it was corrected already
        (CARD, None),  # answered before, and told by nobody
        (CARD | {"corrected": "2026-11-01"}, "2026-11-01"),
        (CARD | {"version": "other"}, None),
    ],
)
def test_a_card_knows_of_a_correction_what_its_question_told(before, known):
    assert review_modules.run(SCHEDULE, {"before": before}) == known
