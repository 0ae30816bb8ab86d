"""What a lesson must be, each as a function from its text to what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter

from lesson_text import CITED, MARK, NAMED, PARTS, Lesson, cells, paragraphs, prose, readable, rows, sentences, words
from reading_grade import grade

WORDS = range(900, 1501)
# Words for each citation and each mark of a claim in the prose: with fewer, a reader stumbles from one to the next.
WORDS_A_MARK = 30
SECTIONS = range(3, 7)
LONGEST_SECTION = 400
HARDEST_LESSON, HARDEST_SUMMARY = 10.0, 8.0
# How much longer one stance's case may be than the other's.
LEAD = 1.2
LEAST_DISCUSSION = 2
# Words of the scene that a lesson opens with, before it asks for anything.
SHORTEST_OPENING = 30
STANCES = ("medical", "contextual", "both")

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# Digits that are no figures: dates, cross-references, counts of the page's own parts, minutes to plan with (of what a
# study found a lesson writes the word out), and names such as DSM-5.
_NO_FIGURE = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTH})\b|\b(?:1[5-9]|20)\d\d(?:s|[-–]\d\d(?:\d\d)?)?\b"
    r"|(?i:\b(?:section|lesson|figure|table|question|chapter)s? \d+(?:(?:,| and| to|[-–]) ?\d+)*)"
    r"|\b(?:these|next|last) \d+ (?:sections|questions|lessons|figures)\b|\b\d+ lessons\b"
    r"|\b\d+\smin\b|\b[A-Z][A-Za-z]*-\d+\b|\b(?:WCAG|CC BY)\s\d\.\d"
)  # fmt: skip


def figures(lesson: Lesson) -> list[tuple[str, bool]]:
    """Every paragraph or row of a table that holds a figure, and whether it says where the figure comes from."""
    found = [(text, f"{CITED}{NAMED}") for text in paragraphs(prose(lesson.body))]
    found += [(text, f"{CITED}{NAMED}{MARK}") for text in rows(lesson.body)]
    return [
        (text, any(sign in text for sign in signs))
        for text, signs in found
        if re.search(r"\d", _NO_FIGURE.sub("", text))
    ]


def a_figure_stands_beside_its_source(lesson, terms):
    return [f"no citation in: {readable(text)}" for text, cited in figures(lesson) if not cited]


def a_claim_is_marked_once(lesson, terms):
    counts = Counter(lesson.marks)
    return [f"{id} is marked {count} times" for id, count in counts.items() if count > 1]


def the_prose_is_neither_long_nor_short(lesson, terms):
    count = words(prose(lesson.teaching))
    return [] if count in WORDS else [f"{count} words from the scene to the end of the readings, not {_range(WORDS)}"]


def marks_leave_room_for_words(lesson, terms):
    text = prose(lesson.teaching)
    marks = sum(map(text.count, (CITED, NAMED, MARK)))
    room = words(text) / max(marks, 1)
    return [] if room >= WORDS_A_MARK else [f"{room:.1f} words to a citation or a mark, below {WORDS_A_MARK}"]


def there_are_three_to_six_short_sections(lesson, terms):
    counts = {title: words(prose(text)) for title, text in lesson.teaching_sections}
    if len(counts) not in SECTIONS:
        yield f"{len(counts)} sections that teach, not {_range(SECTIONS)}"
    yield from (f"{title}: {count} words, above 400" for title, count in counts.items() if count > LONGEST_SECTION)


def the_prose_is_plain(lesson, terms):
    measured = grade(map(readable, sentences(prose(lesson.teaching))), terms)
    return [] if measured <= HARDEST_LESSON else [f"grade {measured:.1f}, above {HARDEST_LESSON:.0f}"]


def the_answer_up_front_is_plainer(lesson, terms):
    for name, text in (("lede", lesson.lede), ("description", lesson.head.get("description", ""))):
        measured = grade(map(readable, sentences(prose(text))) if text else [""], terms)
        if not text:
            yield f"no {name}"
        elif measured > HARDEST_SUMMARY:
            yield f"{name}: grade {measured:.1f}, above {HARDEST_SUMMARY:.0f}: {text}"


def both_cases_are_of_one_length(lesson, terms):
    lengths = sorted((words(prose(lesson.box(stance))), stance) for stance in STANCES[:2])
    if any(length for length, _ in lengths) and lengths[1][0] > LEAD * lengths[0][0]:
        yield "{1[0]} words for {1[1]}, {0[0]} for {0[1]}".format(*lengths)
    if any(length for length, _ in lengths) and not words(prose(lesson.box("both"))):
        yield "nothing that both accept"


def every_part_is_there(lesson, terms):
    yield from (f"no `{name}:` at its head" for name in ("title", "description", "about") if not lesson.head.get(name))
    if lesson.head.get("stance") not in STANCES:
        yield f"`stance:` is none of {', '.join(STANCES)}"
    if not re.search(r"^# \S", lesson.body, re.MULTILINE):
        yield "no heading of the first level"
    asked = [content for kind, content in lesson.blocks if kind == "quiz"]
    for wanted in ("objectives", "guess "):
        if not any(content.startswith(f"{lesson.name}: {wanted}") for content in asked):
            yield f"no block `{lesson.name}: {wanted.strip()}`"
    if lesson.parts != PARTS:
        yield f"parts {', '.join(lesson.parts)}, not {', '.join(PARTS)}"
    for title in ("How sure are we?", "Key terms", "Talk it over", "Further reading"):
        if title not in lesson.titles:
            yield f"no `### {title}`"
    if not cells(lesson.section("How sure are we?")):
        yield "no table below `How sure are we?`"
    if ("readings", lesson.name) not in lesson.blocks:
        yield f"no block of the reading list {lesson.name}"


def it_opens_with_somebody_before_it_asks(lesson, terms):
    count = words(prose(lesson.opening))
    return [] if count >= SHORTEST_OPENING else [f"{count} words before the first block, not {SHORTEST_OPENING}"]


def there_is_something_to_talk_about(lesson, terms):
    asked = len(re.findall(r"^\d+\. ", lesson.section("Talk it over"), re.MULTILINE))
    return [] if asked >= LEAST_DISCUSSION else [f"{asked} questions to talk over, not {LEAST_DISCUSSION}"]


def every_column_of_a_table_has_a_head(lesson, terms):
    heads = re.findall(r"^ *\|(.*)\|[^\S\n]*\n *\|[ :|-]*-[ :|-]*\|", lesson.body, re.MULTILINE)
    return [f"an empty head: |{head}|" for head in heads if not all(cell.strip() for cell in head.split("|"))]


def guesses_come_again_at_the_end(lesson, terms):
    asked = [re.sub(r"^[\w-]+: ", "", content) for kind, content in lesson.blocks if kind == "quiz"]
    guessed = {id for text in asked if text.startswith("guess ") for id in text.removeprefix("guess ").split(", ")}
    later = {id for text in asked if not text.startswith("guess ") for id in text.split(", ")}
    return [f"{id} is guessed, but not asked" for id in sorted(guessed - later)] if "rest" not in later else []


LESSON_CHECKS = [
    a_figure_stands_beside_its_source,
    a_claim_is_marked_once,
    the_prose_is_neither_long_nor_short,
    marks_leave_room_for_words,
    there_are_three_to_six_short_sections,
    the_prose_is_plain,
    the_answer_up_front_is_plainer,
    both_cases_are_of_one_length,
    every_part_is_there,
    there_is_something_to_talk_about,
    every_column_of_a_table_has_a_head,
    guesses_come_again_at_the_end,
    it_opens_with_somebody_before_it_asks,
]


def _range(allowed: range) -> str:
    return f"{allowed.start:,} to {allowed.stop - 1:,}"
