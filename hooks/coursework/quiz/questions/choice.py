"""single-choice, multiple-choice and true-false."""

from __future__ import annotations

from dataclasses import replace

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import Choice, ChoiceQuestion
from coursework.quiz.saved import keys
from coursework.source.place import Text
from coursework.source.values import Sequence, Value
from coursework.text.words import word


def read(fields: Fields, type: str) -> Make | None:
    keep_order = fields.word("order", ["kept"], required=False) == "kept"
    choices = read_choices(fields, several=type == "multiple-choice", keep_order=keep_order)
    return _maker(choices, keep_order) if choices else None


def _maker(choices: tuple[Choice, ...], keep_order: bool) -> Make:
    return lambda common: ChoiceQuestion(**common, choices=choices, keep_order=keep_order)


def read_choices(fields: Fields, several: bool, keep_order: bool = False, code: bool = True) -> tuple[Choice, ...]:
    """The field `choices`, of which one is right, or one or more if `several` may be.

    One of them may be `last`, where the order is not kept; in a menu none can be `code`.
    """
    seen: dict[str, Text] = {}
    last: list[int] = []
    problems_before = len(fields.problems)
    given = fields.value("choices")
    if isinstance(given, Sequence) and given and all(isinstance(choice, Text) and choice.strip() for choice in given):
        fields.note("must each be a group of `text: …` and `feedback: …`, not texts alone", "choices")
        return ()

    def read_choice(value: Value, number: int) -> Choice | None:
        choice = fields.part(value, f"choice {number}")
        text, feedback = choice.label("text", code=code), choice.markdown("feedback")
        correct, is_last = choice.flag("correct"), choice.flag("last")
        choice.close()
        if text is not None:
            choice.refuse_same_look(text, seen)
        if is_last and keep_order:
            choice.note("must be left out where `order: kept` keeps every choice in its place", "last")
        elif is_last and last:
            choice.note(f"must be true of one choice only, but is of choice {last[0]} too", "last")
        if is_last:
            last.append(number)
        return Choice("", text, feedback, bool(correct), bool(is_last)) if text and feedback else None

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


def read_true_false(fields: Fields, type: str) -> Make | None:
    answer = fields.flag("answer", required=True)
    given = fields.value("feedback")
    if given is None:
        fields.note("must have `feedback`, but has none")
        return None
    feedback = fields.part(given, "feedback")
    texts = {name: feedback.markdown(name) for name in ("true", "false")}
    feedback.close()
    # The key is the plain English word, so that a saved answer outlives a translated interface. What readers see of it
    # is the interface's, and stands for what the author wrote as the answer.
    place = fields.place_of("answer")
    choices = tuple(
        Choice(name, Text.at(place, word(fields.words, name)), text, answer == (name == "true"))
        for name, text in texts.items() if text is not None
    )  # fmt: skip
    return _maker(choices, keep_order=True) if answer is not None and len(choices) == len(texts) else None
