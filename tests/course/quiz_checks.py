"""What the quiz of a lesson must be, each as a function from its YAML to what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

from coursework.quiz.page import mixed

TYPES = (
    "single-choice", "multiple-choice", "true-false", "matching", "ordering", "numerical", "short-answer", "cloze",
    "open-response",
)  # fmt: skip
LEAST_QUESTIONS, LEAST_PER_THOUSAND = 8, 4
LEAST_HARDER = 0.4
LEAST_FOR_AN_OBJECTIVE = 2
LONGER = 1.3
# A place among three that holds more of the right choices than this gives them away.
FULLEST_PLACE = 0.75


def choice_questions(quiz: dict[str, Any]) -> list[dict[str, Any]]:
    return [question for question in quiz["questions"] if "choices" in question and question["type"] != "true-false"]


def graded(quiz: dict[str, Any]) -> list[dict[str, Any]]:
    return [question for question in quiz["questions"] if question["type"] != "opinion"]


def places(name: str, quiz: dict[str, Any]) -> list[int]:
    """Where the right choice stands in each question with one right of three, as the course is built."""
    found = []
    for question in choice_questions(quiz):
        choices = question["choices"]
        shown = choices if question.get("order") == "kept" else mixed(f"{name}/{question['id']}", choices)
        right = [place for place, choice in enumerate(shown) if choice.get("correct")]
        found += right if len(right) == 1 and len(shown) == 3 else []
    return found


def longest_is_right(quiz: dict[str, Any]) -> list[bool]:
    """Whether the longest choice is right, of each question with choices."""
    return [_longest(question["choices"]) for question in choice_questions(quiz)]


def _longest(choices: list[dict[str, Any]]) -> bool:
    *others, longest = sorted(choices, key=lambda choice: _length(choice))
    return bool(longest.get("correct")) and _length(longest) > _length(others[-1])


def _length(choice: dict[str, Any]) -> int:
    return len(str(choice["text"]))


def there_are_questions_enough(name, quiz, words):
    count = len(quiz["questions"])
    if count < LEAST_QUESTIONS:
        yield f"{count} questions, not {LEAST_QUESTIONS}"
    if count * 1000 < LEAST_PER_THOUSAND * words:
        yield f"{count * 1000 / words:.1f} questions per 1,000 words, not {LEAST_PER_THOUSAND}"


def much_is_to_be_applied_or_judged(name, quiz, words):
    levels = Counter(question.get("level") for question in graded(quiz))
    if levels[None]:
        yield f"{levels[None]} questions without a level"
    if levels["apply"] + levels["evaluate"] < LEAST_HARDER * sum(levels.values()):
        yield f"{levels['apply'] + levels['evaluate']} of {sum(levels.values())} questions apply or evaluate"


def every_objective_is_asked_for_twice(name, quiz, words):
    asked = Counter(question.get("objective") for question in graded(quiz))
    listed = [objective["id"] for objective in quiz.get("objectives", [])]
    if not listed:
        yield "no objectives"
    if asked[None]:
        yield f"{asked[None]} questions without an objective"
    yield from (f"objective {id}: {asked[id]} questions" for id in listed if asked[id] < LEAST_FOR_AN_OBJECTIVE)


def every_choice_says_why(name, quiz, words):
    for question in quiz["questions"]:
        blanks = question.get("blanks", {}).values()
        parts = [*question.get("choices", []), *question.get("pairs", []), *question.get("misreadings", [])]
        parts += [choice for blank in blanks for choice in blank.get("choices", [])]
        parts += [blank for blank in blanks if "choices" not in blank]
        if question["type"] == "true-false":
            parts += [{"feedback": question.get("feedback", {}).get(answer)} for answer in (True, False)]
        missing = sum(not str(part.get("feedback") or "").strip() for part in parts)
        if missing:
            yield f"{question['id']}: {missing} without feedback"
        if not str(question.get("explanation") or "").strip():
            yield f"{question['id']}: no explanation"


def every_question_says_where_it_comes_from(name, quiz, words):
    for question in graded(quiz):
        yield from (f"{question['id']}: no `{field}`" for field in ("cite", "reread") if not question.get(field))


def every_question_names_the_claims_it_rests_on(name, quiz, words):
    yield from (f"{question['id']}: no `claims`" for question in graded(quiz) if not question.get("claims"))


def the_right_choice_is_not_the_longer_one(name, quiz, words):
    choices = [choice for question in choice_questions(quiz) for choice in question["choices"]]
    right = [_length(choice) for choice in choices if choice.get("correct")]
    lures = [_length(choice) for choice in choices if not choice.get("correct")]
    if right and lures and median(right) > LONGER * median(lures):
        yield f"right choices have {median(right):.0f} letters, lures {median(lures):.0f} (medians)"


def the_right_choice_has_no_place_of_its_own(name, quiz, words):
    counts = Counter(places(name, quiz))
    place, most = max(counts.items(), key=lambda item: item[1], default=(0, 0))
    if counts.total() >= 4 and most > FULLEST_PLACE * counts.total():
        yield f"number {place + 1} is right in {most} of {counts.total()} questions"


def no_choice_is_a_trick(name, quiz, words):
    for question in choice_questions(quiz):
        for choice in question["choices"]:
            if re.search(r"(?i)\b(?:all|none|both) of (?:the above|these)\b|\b[A-D] and [A-D]\b", str(choice["text"])):
                yield f"{question['id']}: {choice['text']}"


QUIZ_CHECKS = [
    there_are_questions_enough,
    much_is_to_be_applied_or_judged,
    every_objective_is_asked_for_twice,
    every_choice_says_why,
    every_question_says_where_it_comes_from,
    every_question_names_the_claims_it_rests_on,
    the_right_choice_is_not_the_longer_one,
    the_right_choice_has_no_place_of_its_own,
    no_choice_is_a_trick,
]


def texts(value: Any, where: str = "", left_out: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every text in a value of YAML and the fields that lead to it."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in left_out:
                yield from texts(part, f"{where}.{key}" if where else str(key), left_out)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            name = part.get("id", place) if isinstance(part, dict) else place
            yield from texts(part, f"{where}[{name}]", left_out)
    elif isinstance(value, str):
        yield where, value
