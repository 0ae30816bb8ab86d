"""What a browser keeps of a course is read entry by entry, saved to a file and taken from one, and never lost."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from map_course import COURSE, OTHER, REFUSALS, TODAY, answer, card, entries, file, key

FROZEN = Path(__file__).parent / "frozen"
# A file of readers' data may be added, never changed: each stands here with what its bytes must add up to.
DIGESTS = {
    "v1-estimates.json": "e4be8ede03b7bbca050b95bab141cbdbaa469be21870602c684566769eb44033",
    "v1-first-course.json": "e80d94d197b103a0cf4ecd93a864636714c8783c5421dc88a1cfcc5d4cb4ad05",
    "v1-notes.json": "0c9dcdad63ed8bb63cad828361d5de3da2fbb33177df63786ccd49cb1d3a564f",
    "v1-places-and-sittings.json": "b8568a3cd32fca046965a8432aea8c43af21e39be8c4a6242c76d7fb9d2945d2",
    "v1-readings.json": "d3f5e8c02ca481034d08c65e22586da25a109549cb63c034a265db7ac0a5c519",
}
LONG_AGO = "2026-01-31"
TRY = ["maps/lines", 3, 1, 1]
FULL = {
    key("answer", "maps/lines"): answer("maps/lines", certainty=3),
    key("answer", "maps/essay"): answer("maps/essay", "self", response=["A “map” is\nno land.", "1"], attempts=0),
    key("guess", "maps/north"): answer("maps/north", "noted"),
    key("before", "maps/view"): answer("maps/view", "noted", response=["2"]),
    key("after", "maps/view"): answer("maps/view", "noted", response=["4"]),
    key("card", "maps/lines"): card("maps/lines", s=11.215094, days=2),
    key("log", TODAY): [TRY, ["maps/north", 0, 0, 1]],
    key("log", LONG_AGO): [TRY],
    key("prediction", "maps"): {"day": TODAY, "predicted": 3, "of": 5},
    key("preference", "certainty"): "closed",
    key("reading", "Snyder_1987:a"): {"mark": "wanted", "day": TODAY},
    key("place", "lesson"): {"lesson": "lessons/maps", "section": "contour-lines", "day": TODAY},
    key("sitting", "final-quiz"): {
        "day": TODAY,
        "verdicts": {"maps/lines": {"version": "true-false 2 1", "verdict": "right"}},
        "last": {"day": LONG_AGO, "right": 1, "total": 2},
    },
    key("pending", "maps/lines"): [
        {"version": "true-false 2 1", "verdict": "wrong", "certainty": 3, "day": TODAY, "peeked": False}
    ],
    key("figure", "rainfall/east-coast"): {"guess": 0.3, "range": [0.1, 0.5], "sure": 8, "day": TODAY, "estimate": 0.2},
    key("note", "maps/view"): {"text": " A map of <b>nothing</b>,\n\n“kept” as it is. ", "day": TODAY},
}
SECTIONS = ["answers", "guesses", "before", "after", "cards", "log", "predictions", "preferences", "readings"]
LATER_SECTIONS = ["places", "sittings", "pending", "figures", "notes"]


def estimate(**changes) -> dict:
    """A guess at a row of a figure, which its range holds."""
    return {"guess": 0.3, "range": [0.1, 0.5], "sure": 8, "day": TODAY, "estimate": 0.2, **changes}


def note(text, day: str = TODAY) -> dict:
    """What a reader wrote would change their mind."""
    return {"text": text, "day": day}


def kept_by(storage) -> dict[str, str]:
    every = storage.page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return {name: text for name, text in every.items() if name.startswith(COURSE)}


def test_every_kind_of_entry_is_read(storage):
    record = storage(FULL).read()
    assert record["answers"]["maps/lines"] == answer("maps/lines", certainty=3)
    assert record["guesses"] == {"maps/north": answer("maps/north", "noted")}
    assert [record[slot]["maps/view"]["response"] for slot in ("before", "after")] == [["2"], ["4"]]
    assert record["cards"]["maps/lines"]["s"] == 11.215094
    assert record["log"] == {TODAY: [TRY, ["maps/north", 0, 0, 1]], LONG_AGO: [TRY]}
    assert record["predictions"] == {"maps": {"day": TODAY, "predicted": 3, "of": 5}}
    assert record["preferences"] == {"certainty": "closed"}
    assert record["figures"]["rainfall/east-coast"]["range"] == [0.1, 0.5]
    assert record["notes"]["maps/view"]["text"] == " A map of <b>nothing</b>,\n\n“kept” as it is. "
    assert record["readings"] == {"Snyder_1987:a": {"mark": "wanted", "day": TODAY}}
    assert [record[name] for name in ("unreadable", "newer", "refused")] == [[], [], False]


@pytest.mark.parametrize("name", sorted(path.name for path in FROZEN.glob("*.json")))
def test_what_an_earlier_version_kept_is_read_saved_and_loaded(storage, name):
    frozen = json.loads((FROZEN / name).read_text(encoding="utf-8"))
    assert DIGESTS[name] == hashlib.sha256((FROZEN / name).read_bytes()).hexdigest(), "a frozen file was edited"
    kept = storage(frozen["kept"])
    record = kept.read()
    # What a later version keeps as well, an earlier one did not have.
    later = {section: {} for section in LATER_SECTIONS if section not in frozen["read"]}
    assert {section: record[section] for section in SECTIONS + LATER_SECTIONS} == frozen["read"] | later
    assert record["unreadable"] == record["newer"] == []
    assert json.loads(kept.saved()) == json.loads(frozen["file"]) | later
    kept.call("eraseCourse", COURSE)
    assert kept.take(frozen["file"]) == {"merged": len(frozen["kept"]), "unchanged": 0}
    assert kept_by(kept) == frozen["kept"]


def test_no_frozen_file_is_gone():
    assert sorted(path.name for path in FROZEN.glob("*.json")) == sorted(DIGESTS)


@pytest.mark.parametrize(
    ("slot", "id", "text"),
    [
        ("answer", "maps/lines", "{broken"),
        ("answer", "maps/lines", "null"),
        ("answer", "maps/lines", "[]"),
        ("answer", "maps/lines", '"right"'),
        ("answer", "maps/lines", answer("maps/lines", version=3)),
        ("answer", "maps/lines", answer("maps/lines", response="true")),
        ("answer", "maps/lines", answer("maps/lines", response=[1])),
        ("answer", "maps/lines", answer("maps/lines", verdict="splendid")),
        ("answer", "maps/lines", answer("maps/lines", attempts=-1)),
        ("answer", "maps/lines", answer("maps/lines", attempts="2")),
        ("answer", "maps/lines", answer("maps/lines", day="2026-02-29")),
        ("answer", "maps/lines", answer("maps/lines", day="22.11.2026")),
        ("answer", "maps/lines", answer("maps/lines", certainty=4)),
        ("answer", "maps", answer("maps/lines")),
        ("answer", "maps/lines/more", answer("maps/lines")),
        ("answer", "Maps/<b>", answer("maps/lines")),
        ("answer", "__proto__", answer("maps/lines")),
        ("guess", "maps/lines", "{}"),
        ("card", "maps/lines", card("maps/lines", s=0)),
        ("card", "maps/lines", card("maps/lines", d=11)),
        ("card", "maps/lines", card("maps/lines", due="never")),
        ("card", "maps/lines", card("maps/lines", days=0.5)),
        ("card", "maps/lines", card("maps/lines", sure="yes")),
        ("log", TODAY, [["maps/lines", 4, 1, 1]]),
        ("log", TODAY, [["maps/lines", 3, True, 1]]),
        ("log", TODAY, [["<b>", 3, 1, 1]]),
        ("log", TODAY, [TRY] * 501),
        ("log", TODAY, {}),
        ("log", "today", [TRY]),
        ("prediction", "maps", {"day": TODAY, "predicted": "3", "of": 5}),
        ("preference", "certainty", "x" * 201),
        ("reading", "snyder1987", {"mark": "burned", "day": TODAY}),
        ("reading", "__proto__", {"mark": "read", "day": TODAY}),
        ("place", "review", {"lesson": "lessons/maps", "section": "", "day": TODAY}),
        ("place", "lesson", {"lesson": "x" * 201, "section": "", "day": TODAY}),
        ("sitting", "finale", {"day": TODAY, "verdicts": {"<b>": {"version": "1", "verdict": "right"}}, "last": None}),
        ("sitting", "finale", {"day": TODAY, "verdicts": {}, "last": {"day": TODAY}}),
        ("figure", "rainfall", estimate()),
        ("figure", "rainfall/east coast", estimate()),
        ("figure", "rainfall/east/coast", estimate()),
        ("figure", "Rain fall/east", estimate()),
        ("figure", "rainfall/east", estimate(guess="0.3")),
        ("figure", "rainfall/east", estimate(estimate=None)),
        ("figure", "rainfall/east", estimate(range=[0.1])),
        ("figure", "rainfall/east", estimate(range=[0.1, "0.5"])),
        ("figure", "rainfall/east", estimate(range=0.1)),
        ("figure", "rainfall/east", estimate(sure=10)),
        ("figure", "rainfall/east", estimate(sure="8")),
        ("figure", "rainfall/east", estimate(day="today")),
        ("note", "maps/view", note("")),
        ("note", "maps/view", note(" \n ")),
        ("note", "maps/view", note(["A map"])),
        ("note", "maps/view", note("A map", day="today")),
        ("note", "maps", note("A map")),
        ("note", "maps/view", '"A map"'),
        ("pending", "maps/lines", [{"version": "1", "verdict": "noted", "certainty": 0, "day": TODAY}]),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_read_is_named_and_left_as_it_is(storage, slot, id, text):
    sound = {
        key("answer", "maps/north"): answer("maps/north"),
        key("prediction", "seas"): FULL[key("prediction", "maps")],
    }
    kept = storage({**sound, key(slot, id): text})
    before = kept_by(kept)
    record = kept.read()
    assert record["unreadable"] == [key(slot, id)]
    assert [*record["answers"], *record["predictions"]] == ["maps/north", "seas"]
    assert record["cards"] == record["log"] == record["preferences"] == record["readings"] == {}
    assert kept_by(kept) == before


NEWER = ["v2/answer/maps/lines", "v10/anything", "v1/margin/maps/lines"]


@pytest.mark.parametrize("name", NEWER)
def test_what_a_newer_version_made_is_named_and_left_as_it_is(storage, name):
    kept = storage({**FULL, f"{COURSE}/{name}": "{}"})
    assert kept.read()["newer"] == [f"{COURSE}/{name}"]
    assert kept.read()["unreadable"] == []
    assert name.split("/")[0] not in kept.saved().replace('"version": 1', "")
    kept.take(file(answers={"maps/lines": answer("maps/lines", day="2026-12-01")}))
    assert kept_by(kept)[f"{COURSE}/{name}"] == "{}"


def test_a_file_is_for_people_to_read_too(storage):
    saved = storage(FULL).saved()
    assert json.loads(saved)["answers"]["maps/essay"]["response"][0] == "A “map” is\nno land."
    assert [*json.loads(saved)] == ["format", "version", "course", "exported", *SECTIONS, *LATER_SECTIONS]
    assert f'  "exported": "{TODAY}",' in saved.splitlines()
    assert '    "maps": {"day":"2026-11-22","predicted":3,"of":5}' in saved.splitlines()
    assert json.loads(storage().saved()) == file(**{section: {} for section in SECTIONS + LATER_SECTIONS})


def test_saving_erasing_and_loading_gives_back_every_byte(storage):
    kept = storage({**FULL, key("answer", "maps/lines", OTHER): answer("maps/lines")})
    before, saved = kept_by(kept), kept.saved()
    assert kept.call("eraseCourse", COURSE) is True
    assert [*kept_by(kept)] == [key("answer", "maps/lines", OTHER)]
    assert kept.take(saved) == {"merged": len(FULL), "unchanged": 0}
    assert kept_by(kept) == before
    assert kept.take(saved) == {"merged": 0, "unchanged": len(FULL)}
    assert kept_by(kept) == before


@pytest.mark.parametrize(
    ("own", "other", "merged"),
    [
        (("2026-11-01", "ab"), ("2026-11-01", "bc"), ("2026-11-01", "abc")),
        (("2026-11-01", "a"), ("2026-11-05", "bc"), ("2026-11-05", "bc")),
        (("2026-11-01", "ab"), ("2026-11-05", ""), ("2026-11-01", "ab")),
        (("2026-11-05", "a"), ("2026-11-01", "abc"), ("2026-11-05", "a")),
    ],
    ids=["carried on elsewhere", "begun later elsewhere", "only begun elsewhere", "begun later here"],
)
def test_of_a_sitting_in_two_places_nothing_that_was_answered_is_lost(storage, own, other, merged):
    def sitting(day, questions):
        verdicts = {f"maps/{name}": {"version": "true-false 2 1", "verdict": "right"} for name in questions}
        return {"day": day, "verdicts": verdicts, "last": None}

    kept = storage({key("sitting", "finale"): sitting(*own)})
    kept.take(file(sittings={"finale": sitting(*other)}))
    assert kept.read()["sittings"]["finale"] == sitting(*merged)


def test_erasing_takes_everything_of_this_course_and_nothing_of_another(storage):
    others = {
        key("answer", "maps/lines", OTHER): "{}", f"{COURSE}-notes": "mine", "theme": "dark",
        f"x/{COURSE}/v1/a": "not ours",
    }  # fmt: skip
    aside = {f"{COURSE}/aside/{key('answer', 'maps/lines')}/5": "{broken", f"{COURSE}/v2/answer/maps/lines": "{}"}
    kept = storage({**FULL, **aside, **others})
    assert kept.call("eraseCourse", COURSE) is True
    assert kept.page.evaluate("Object.fromEntries(Object.entries(localStorage))").items() >= others.items()
    assert [name for name in kept_by(kept) if name.startswith(f"{COURSE}/")] == []


EARLIER, LATER = "2026-11-21", "2026-11-23"


def prediction(day: str, predicted: int) -> dict:
    return {"day": day, "predicted": predicted, "of": 5}


@pytest.mark.parametrize(
    ("slot", "section", "id", "own", "other", "taken"),
    [
        ("answer", "answers", "maps/lines", answer("maps/lines"), answer("maps/lines", "wrong", day=LATER), True),
        ("answer", "answers", "maps/lines", answer("maps/lines"), answer("maps/lines", day=EARLIER, attempts=9), False),
        ("answer", "answers", "maps/lines", answer("maps/lines"), answer("maps/lines", "wrong", attempts=2), True),
        ("answer", "answers", "maps/lines", answer("maps/lines"), answer("maps/lines", "wrong"), False),
        ("guess", "guesses", "maps/lines", answer("maps/lines"), answer("maps/lines", day=LATER), True),
        ("card", "cards", "maps/lines", card("maps/lines"), card("maps/lines", last=LATER, s=9), True),
        ("card", "cards", "maps/lines", card("maps/lines"), card("maps/lines", last=EARLIER, s=9, days=3), False),
        ("prediction", "predictions", "maps", prediction(TODAY, 1), prediction(LATER, 2), True),
        ("prediction", "predictions", "maps", prediction(TODAY, 1), prediction(TODAY, 2), False),
        ("preference", "preferences", "certainty", "open", "closed", False),
        ("reading", "readings", "snyder1987", {"mark": "wanted", "day": TODAY}, {"mark": "read", "day": LATER}, True),
        # Who has seen what was found guesses no more, but of a number that was corrected nobody had seen it.
        ("figure", "figures", "rainfall/east", estimate(), estimate(day=EARLIER, guess=0.4), True),
        ("figure", "figures", "rainfall/east", estimate(), estimate(day=LATER, guess=0.4), False),
        ("figure", "figures", "rainfall/east", estimate(), estimate(day=LATER, estimate=0.25), True),
        ("figure", "figures", "rainfall/east", estimate(), estimate(day=EARLIER, estimate=0.25), False),
        ("note", "notes", "maps/view", note("A map"), note("A globe", LATER), True),
        ("note", "notes", "maps/view", note("A map"), note("A globe", EARLIER), False),
        # Of two of one day the one that holds the other.
        ("note", "notes", "maps/view", note("A map"), note("A map of all"), True),
        ("note", "notes", "maps/view", note("A map of all"), note("A map"), False),
    ],
)  # fmt: skip
def test_of_two_entries_the_later_one_stays(storage, slot, section, id, own, other, taken):
    kept = storage({key(slot, id): own})
    assert kept.take(file(**{section: {id: other}})) == {"merged": int(taken), "unchanged": int(not taken)}
    assert kept_by(kept) == entries({key(slot, id): other if taken else own})


def test_two_notes_of_one_day_are_both_there_once(storage):
    kept = storage({key("note", "maps/view"): note("A map\nof all")})
    there = file(notes={"maps/view": note("A globe")})
    assert kept.take(there) == {"merged": 1, "unchanged": 0}
    assert kept.read()["notes"] == {"maps/view": note("A map\nof all\n\nA globe")}
    assert kept.take(there) == {"merged": 0, "unchanged": 1}


def test_what_a_note_cannot_be_read_of_is_set_aside_before_another_is_written(storage):
    kept = storage({key("note", "maps/view"): '"A map"'})
    write = [COURSE, "maps/view", "A globe"]
    assert kept.call("keepNote", *write, module="notes.js") is True
    [aside] = [text for name, text in kept_by(kept).items() if "/aside/" in name]
    assert aside == '"A map"'
    assert kept.call("readNote", COURSE, "maps/view", module="notes.js")["text"] == "A globe"
    assert kept.call("keepNote", COURSE, "maps/view", " \n", module="notes.js") is True
    assert key("note", "maps/view") not in kept_by(kept)


def test_the_tries_of_two_browsers_come_together(storage):
    own = [TRY, ["maps/north", 0, 0, 1], ["maps/north", 0, 0, 1]]
    other = [["maps/north", 0, 0, 1], TRY, ["maps/scale", 1, 1, 1]]
    kept = storage({key("log", TODAY): own})
    assert kept.take(file(log={TODAY: other, LONG_AGO: [TRY]})) == {"merged": 2, "unchanged": 0}
    together = [*own, ["maps/scale", 1, 1, 1]]
    assert kept_by(kept) == entries({key("log", TODAY): together, key("log", LONG_AGO): [TRY]})
    assert kept.take(file(log={TODAY: other})) == {"merged": 0, "unchanged": 1}


def test_a_day_of_tries_never_grows_beyond_what_is_read(storage):
    kept = storage({key("log", TODAY): [["maps/lines", 0, 1, number] for number in range(400)]})
    kept.take(file(log={TODAY: [["maps/north", 0, 1, number] for number in range(400)]}))
    tries = kept.read()["log"][TODAY]
    assert len(tries) == 500
    assert [attempt for question, _, _, attempt in tries if question == "maps/lines"] == [*range(400)]


def test_a_file_without_some_sections_is_taken(storage):
    assert storage().take(file(answers={"maps/lines": answer("maps/lines")})) == {"merged": 1, "unchanged": 0}


def test_a_file_from_before_there_were_marks_is_taken_and_leaves_them(storage):
    mark = key("reading", "snyder1987")
    kept = storage({mark: {"mark": "read", "day": TODAY}})
    before = json.loads(storage(FULL).saved())
    del before["readings"]
    assert kept.take(before)["unchanged"] == 0
    assert mark in kept_by(kept)


def test_a_file_that_an_editor_saved_with_its_mark_is_taken(storage):
    kept = storage(FULL)
    assert kept.take("\ufeff" + kept.saved().replace("\n", "\r\n")) == {"merged": 0, "unchanged": len(FULL)}


_GOOD = {"maps/north": answer("maps/north", day=LATER)}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "foreign"),
        ("Dear reader, buy now", "foreign"),
        ("[]", "foreign"),
        ("null", "foreign"),
        ('{"answers": {}}', "foreign"),
        (file(format="someone's progress"), "foreign"),
        (file(course=OTHER, answers=_GOOD), "course"),
        (file(version=2, answers=_GOOD), "newer"),
        (file(version="1"), "damaged"),
        (file(version=0), "damaged"),
        (file(exported="yesterday"), "damaged"),
        (file(answers=[]), "damaged"),
        (file(answers=None, cards="x"), "damaged"),
        (file(answers={**_GOOD, "maps/lines": answer("maps/lines", day="soon")}), "damaged"),
        (file(answers={**_GOOD, "<img src=x onerror=alert(1)>/x": answer("maps/lines")}), "damaged"),
        (file(answers={**_GOOD, "../../v1/answer/maps": answer("maps/lines")}), "damaged"),
        (file(answers={**_GOOD, f"maps/{'x' * 300}": answer("maps/lines")}), "damaged"),
        (file(answers={**_GOOD, "__proto__": answer("maps/lines")}), "damaged"),
        (file(readings={"__proto__": {"mark": "read", "day": TODAY}}), "damaged"),
        (file(cards={"maps/lines": card("maps/lines", s="1e9")}), "damaged"),
        (json.dumps(file(cards={"maps/lines": card("maps/lines")})).replace("2.3065", "1e999"), "damaged"),
        (file(log={TODAY: [TRY] * 501}), "damaged"),
        (file(preferences={"certainty": {"toString": "x"}}), "damaged"),
        (file(notes={"maps/view": {"text": {"toString": "x"}, "day": TODAY}}), "damaged"),
        (json.dumps(file(answers=_GOOD))[:-1] + " " * 5_000_000 + "}", "large"),
        (json.dumps(file())[:-1] + ', "answers": ' + "[" * 200_000 + "]" * 200_000 + "}", "damaged"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_ours_and_sound_is_refused_whole(storage, content, reason):
    kept = storage(FULL)
    before = kept_by(kept)
    assert kept.take(content) == {"refused": reason}
    assert kept_by(kept) == before
    assert kept.page.evaluate("({}).polluted === undefined && Object.prototype.version === undefined")


@pytest.mark.parametrize(
    "more",
    [
        {"onclick": "x"},
        {"__proto__": {"polluted": 1}},
        {"later": {"nested": [1, {"deep": None}]}},
    ],
)
def test_a_field_or_a_section_that_is_not_known_costs_nothing(storage, more):
    entry = {**answer("maps/north", day=LATER), **more}
    kept = storage({key("answer", "maps/north"): json.dumps(entry), f"{COURSE}/v1/dream/one": "of a later version"})
    saved = kept.saved()
    before = kept_by(kept)
    assert json.loads(saved)["answers"]["maps/north"] == entry
    assert kept.take(saved) == {"merged": 0, "unchanged": 1}
    assert kept_by(kept) == before
    elsewhere = storage()
    taken = {**json.loads(saved), "dreams": {"one": 1}, **more}
    assert elsewhere.take(json.dumps(taken)) == {"merged": 1, "unchanged": 0}
    assert json.loads(kept_by(elsewhere)[key("answer", "maps/north")]) == entry
    assert elsewhere.page.evaluate("({}).polluted === undefined && Object.prototype.version === undefined")


@pytest.mark.parametrize("peeked", [False, True])
def test_a_file_that_is_loaded_again_after_its_checks_were_scheduled_counts_them_once(storage, peeked):
    check = {"version": "1", "verdict": "wrong", "certainty": 0 if peeked else 3, "day": TODAY, "peeked": peeked}
    waiting = file(pending={"maps/lines": [check]})
    kept = storage()
    assert kept.take(waiting) == {"merged": 1, "unchanged": 0}
    kept.call("schedulePending", COURSE, module="cards.js")
    scheduled = kept_by(kept)
    assert key("card", "maps/lines") in scheduled and key("pending", "maps/lines") not in scheduled
    assert kept.take(waiting) == {"merged": 0, "unchanged": 1}
    kept.call("schedulePending", COURSE, module="cards.js")
    assert kept_by(kept) == scheduled
    # A check that is another one counts.
    other = {**check, "day": LATER}
    assert kept.take(file(pending={"maps/lines": [check, other]})) == {"merged": 1, "unchanged": 0}
    assert json.loads(kept_by(kept)[key("pending", "maps/lines")]) == [other]


def test_a_file_cut_off_anywhere_is_refused_whole(storage):
    kept = storage(FULL)
    before, saved = kept_by(kept), kept.saved()
    kept.call("eraseCourse", COURSE)
    cuts = [*range(0, len(saved) - 2, 97), len(saved) - 2]
    reasons = {cut: kept.take(saved[:cut])["refused"] for cut in cuts}
    assert kept_by(kept) == {}
    # What ends before it says what it is, is nothing that we know.
    assert {reason for cut, reason in reasons.items() if cut > 50} == {"truncated"}
    assert kept.take(saved)["merged"] == len(before)


def test_what_cannot_be_read_is_set_aside_before_its_place_is_taken(storage):
    kept = storage({key("answer", "maps/north"): "{broken"})
    assert kept.take(file(answers=_GOOD)) == {"merged": 1, "unchanged": 0}
    after = kept_by(kept)
    assert after.pop(key("answer", "maps/north")) == entries({"x": _GOOD["maps/north"]})["x"]
    ((name, text),) = after.items()
    assert name.startswith(f"{COURSE}/aside/{key('answer', 'maps/north')}/")
    assert text == "{broken"


def test_where_there_is_no_room_nothing_is_loaded_and_nothing_lost(storage):
    kept = storage(FULL)
    # Some room, but not for all of it: the browser itself says when it is full.
    kept.page.evaluate("""() => {
        for (let size = 4_000_000; size >= 1_000; size /= 2) {
            try { for (let n = 0;; n++) localStorage.setItem(`filler-${size}-${n}`, "x".repeat(size)) } catch {}
        }
    }""")
    before = kept_by(kept)
    many = {f"maps/question-{number}": answer("maps/lines") for number in range(300)}
    later = {"maps/lines": answer("maps/lines", "wrong", day=LATER)}
    assert kept.take(file(answers={**later, **many})) == {"refused": "full"}
    assert kept_by(kept) == before


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_browser_that_refuses_is_said_to_refuse(storage, refusal):
    kept = storage(FULL)
    kept.page.evaluate(f"() => {{ {REFUSALS[refusal]} }}")
    assert kept.read()["refused"] is True
    assert kept.take(file(answers=_GOOD)) == {"refused": "refused"}
    assert kept.call("eraseCourse", COURSE) is False


def test_a_browser_that_writes_nothing_loads_nothing(storage):
    kept = storage(FULL)
    kept.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') } }"
    )
    assert kept.take(file(answers=_GOOD)) == {"refused": "full"}
    assert kept_by(kept) == entries(FULL)
