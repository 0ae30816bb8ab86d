"""The calendar file is one that other programs read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import review_modules

RUN = """
const {calendarFile} = await load("calendar-file.js")
return calendarFile(input.events, {course: "a-course", address: input.address, now: new Date(input.now)})
"""
ADDRESS = "https://example.org/a/rather/long/folder/of/a/course/whose/address/does/not/fit/one/line/review/"
SUMMARY = "Review, „Flüsse; Meere“ \\ 水の流れ: 3 questions, " + "🌊" * 30
EVENTS = [{"day": "2026-11-24", "summary": SUMMARY}, {"day": "2026-12-31", "summary": "1 question\nto review"}]


def text(**changes) -> str:
    return review_modules.run(RUN, {"events": EVENTS, "address": ADDRESS, "now": "2026-11-22T10:11:12.345Z", **changes})


def test_a_calendar_reads_the_same_days_and_words():
    events = icalendar.Calendar.from_ical(text()).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2026, 11, 24), date(2026, 12, 31)]
    assert all(event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1) for event in events)
    assert [str(event["summary"]) for event in events] == [event["summary"] for event in EVENTS]
    assert {str(event["url"]) for event in events} == {str(event["description"]) for event in events} == {ADDRESS}
    assert {event.decoded("dtstamp") for event in events} == {datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)}
    assert {event["transp"] for event in events} == {"TRANSPARENT"}


def test_the_event_of_a_day_keeps_its_id_so_that_a_later_file_replaces_it():
    first, later = (
        icalendar.Calendar.from_ical(text(now=now)).walk("VEVENT")
        for now in ("2026-11-22T10:00:00Z", "2027-01-01T10:00:00Z")
    )
    ids = [str(event["uid"]) for event in first]
    assert ids == ["20261124-review-a-course@example.org", "20261231-review-a-course@example.org"]
    assert ids == [str(event["uid"]) for event in later]


def test_lines_end_as_the_standard_says_and_have_75_octets_at_most():
    written = text().encode()
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    assert "🌊" in [line.decode() for line in lines if b"\xf0" in line][-1], "no letter is cut in two"


def test_without_events_it_is_an_empty_calendar():
    calendar = icalendar.Calendar.from_ical(text(events=[]))
    assert calendar["version"] == "2.0"
    assert calendar.walk("VEVENT") == []
