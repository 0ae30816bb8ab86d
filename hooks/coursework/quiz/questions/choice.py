"""single-choice, multiple-choice and true-false."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from coursework.quiz.fields import Fields, looks
from coursework.quiz.model import Choice
from coursework.quiz.saved import keys
from coursework.source.values import Text, Value


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    choices = read_choices(fields, several=type == "multiple-choice")
    keep_order = fields.word("order", ["kept"], required=False) == "kept"
    return {"choices": choices, "keep_order": keep_order} if choices else None


def read_choices(fields: Fields, several: bool) -> tuple[Choice, ...]:
    """The field `choices`, of which one is right, or one or more if `several` may be."""
    seen: dict[str, Text] = {}
    problems_before = len(fields.problems)

    def read_choice(value: Value, number: int) -> Choice | None:
        choice = fields.part(value, f"choice {number}")
        text, feedback = choice.label("text"), choice.markdown("feedback")
        correct = choice.flag("correct")
        choice.close()
        if text is not None:
            choice.refuse_repeat(text, looks(text), seen)
        return Choice("", text, feedback, bool(correct)) if text and feedback else None

    choices = fields.items("choices", read_choice)
    fields.refuse_fewer("choices", 2, "choices")
    if len(fields.problems) > problems_before:
        # With a choice unread, what is missing cannot be told from what could not be read.
        return ()
    right = sum(choice.correct for choice in choices)
    if not several and right != 1:
        fields.note(f"must hold exactly one choice with `correct: true`, not {right or 'none'}", "choices")
    elif not right:
        fields.note("must hold a choice with `correct: true`, not none", "choices")
    keyed = zip(choices, keys([choice.text for choice in choices]))
    return tuple(replace(choice, key=key) for choice, key in keyed)


def read_true_false(fields: Fields, type: str) -> dict[str, Any] | None:
    answer = fields.flag("answer", required=True)
    if not fields.has("feedback"):
        fields.note("must have `feedback`, but has none")
        return None
    feedback = fields.part(fields.value("feedback"), "feedback")
    texts = {word: feedback.markdown(word) for word in ("true", "false")}
    feedback.close()
    if answer is None or None in texts.values():
        return None
    # The key is the plain English word, so that a saved answer outlives a translated interface.
    choices = tuple(
        Choice(word, fields.words[word], text, answer == (word == "true")) for word, text in texts.items()
    )  # fmt: skip
    return {"choices": choices, "keep_order": True}
