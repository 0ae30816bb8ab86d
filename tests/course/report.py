"""The course in numbers, a row for each lesson: `python tests/course/report.py`. What is under target carries a !."""

# The path comes first, so that nobody has to set it.
# ruff: noqa: E402

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from statistics import median

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "hooks")]

from course_files import CLAIMS, LESSONS, REFERENCES, TERMS, lesson, quiz, read
from lesson_checks import LESSON_CHECKS, STANCES, figures
from lesson_text import prose, readable, sentences, words
from quiz_checks import QUIZ_CHECKS, TYPES, choice_questions, graded, longest_is_right, places
from reading_grade import grade, pattern
from sources_checks import (
    a_claim_is_marked_beside_one_of_its_sources,
    every_reading_says_why,
    no_unconfirmed_claim_is_used,
)
from wording import suicide_without_help, unsafe_words

from building import PROJECT

HEADS = (
    "lesson", "words", "sections", "longest", "grade", "(all words)", "lede", "descr.", "figures cited", "cases",
    "marks", "questions", "per 1,000", "apply+", "right/lure", "longest right", "places",
)  # fmt: skip


def grade_of(text: str, terms=TERMS) -> str:
    return f"{grade(map(readable, sentences(prose(text))), terms):.1f}"


def row(name: str) -> list[str]:
    one, asked = lesson(name), quiz(name)
    count = words(prose(one.teaching))
    lengths = [words(prose(text)) for _, text in one.teaching_sections]
    cited = [told for _, told in figures(one)]
    harder = sum(question.get("level") != "recall" for question in graded(asked))
    choices = [choice for question in choice_questions(asked) for choice in question["choices"]]
    right, lures = ([len(str(c["text"])) for c in choices if bool(c.get("correct")) == kind] for kind in (True, False))
    longest, stands = longest_is_right(asked), Counter(places(name, asked))
    return [
        name, f"{count}", f"{len(lengths)}", f"{max(lengths, default=0)}", grade_of(one.teaching),
        grade_of(one.teaching, pattern([])), grade_of(one.lede), grade_of(one.head.get("description", "")),
        f"{sum(cited)}/{len(cited)}",
        "/".join(str(words(prose(one.box(stance)))) for stance in STANCES[:2]),
        f"{len(one.marks)}", f"{len(asked['questions'])}", f"{len(asked['questions']) * 1000 / max(count, 1):.1f}",
        f"{harder}/{len(graded(asked))}", f"{median(right) / median(lures):.2f}" if right and lures else "–",
        f"{sum(longest)}/{len(longest)}", " ".join(str(stands[place]) for place in range(3)),
    ]  # fmt: skip


def findings(name: str) -> list[str]:
    one, asked = lesson(name), quiz(name)
    found = [text for check in LESSON_CHECKS for text in check(one, TERMS)]
    found += [text for check in QUIZ_CHECKS for text in check(name, asked, words(prose(one.teaching)))]
    found += no_unconfirmed_claim_is_used(one, CLAIMS) + a_claim_is_marked_beside_one_of_its_sources(one, CLAIMS)
    found += every_reading_says_why(read(PROJECT / f"readings/{name}.yml"), REFERENCES)
    return found + unsafe_words(one.source) + suicide_without_help(one.source)


def main(names: list[str]) -> None:
    names = names or LESSONS
    rows = [list(HEADS), *map(row, names)]
    widths = [max(len(line[place]) for line in rows) for place in range(len(HEADS))]
    for line in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
    types = Counter(question["type"] for name in names for question in graded(quiz(name)))
    longest = [right for name in names for right in longest_is_right(quiz(name))]
    stands = Counter(place for name in names for place in places(name, quiz(name)))
    print(f"\n{types.total()} questions:", ", ".join(f"{types[type]} {type}" for type in TYPES))
    print(f"the longest choice is right in {sum(longest)} of {len(longest)};", end=" ")
    print("right choices stand first, second, third:", ", ".join(str(stands[place]) for place in range(3)))
    for name in names:
        for text in findings(name):
            print(f"! {name}: {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
