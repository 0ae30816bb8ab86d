"""A quiz from its YAML file, or every problem in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coursework.problem import Problem, must_be_one_of, quoted
from coursework.quiz.model import LEVELS, RESERVED_TYPES, TYPES, Choice, Objective, Question, Quiz
from coursework.record import Record
from coursework.snippet import fold
from coursework.source import Text, Value

# Words that stand for something else where a lesson names its questions.
RESERVED_IDS = ("rest", "objectives")


@dataclass
class QuizFile:
    """What one quiz file gave: the quiz, if it is without fault, and what other houses must look at.

    The three lists hold (where, text) pairs, also of questions that have problems of their own, so that
    an author hears of everything in one run.
    """

    id: str
    path: str
    quiz: Quiz | None = None
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    rereads: list[tuple[str, Text]] = field(default_factory=list)
    lesson: Text | None = None


def read_quiz(value: Value, id: str, path: str, words: dict) -> QuizFile:
    """Turn the value of `quizzes/ID.yml` into a quiz; `words` names the two choices of true-false."""
    file = QuizFile(id, path)
    record = Record(value, "", file.problems)
    title = record.text("title")
    file.lesson = record.text("lesson", required=False)
    introduction = record.text("introduction", required=False)
    objectives = record.items("objectives", lambda item, _: _objective(item, file), required=False)
    reader = _QuestionReader(file, {objective.id for objective in objectives}, words)
    questions = record.items("questions", reader.read)
    record.close()
    _refuse_repeats(objectives, file.problems)
    file.prose += [("introduction", introduction)] if introduction else []
    if title and not file.problems:
        file.quiz = Quiz(id, title, questions, objectives, file.lesson, introduction)
    return file


def _objective(value: Value, file: QuizFile) -> Objective | None:
    record = Record(value, _name(value, "objective"), file.problems)
    id, text = record.identifier(), record.text("text")
    one_paragraph(record, "text", text)
    record.close()
    file.prose += [(record.where, text)] if text else []
    return Objective(id, text) if id and text else None


class _QuestionReader:
    def __init__(self, file: QuizFile, objectives: set[str], words: dict):
        self.file = file
        self.problems = file.problems
        self.objectives = objectives
        self.words = words
        self.seen: dict[str, Text] = {}

    def read(self, value: Value, number: int) -> Question | None:
        """One question; None where too much of it is missing. Its citations and links are noted all the same."""
        record = Record(value, _name(value, f"question {number}"), self.problems)
        id = self._id(record)
        type = self._type(record)
        prompt = record.text("prompt")
        one_paragraph(record, "prompt", prompt)
        choices = self._true_false(record) if type == "true-false" else self._choices(record, type)
        explanation = record.text("explanation")
        hint = record.text("hint", required=False)
        one_paragraph(record, "hint", hint)
        scenario = record.text("scenario", required=False)
        objective = self._objective(record)
        level = record.word("level", LEVELS, required=False)
        cite = record.texts("cite")
        reread = self._reread(record)
        keep_order = type == "true-false" or record.word("order", ["kept"], required=False) == "kept"
        for name, text in (("scenario", scenario), ("prompt", prompt), ("hint", hint), ("explanation", explanation)):
            self._prose(record, name, text)
        self.file.cites += [(f"{record.where}, cite", key) for key in cite]
        self.file.rereads += [(f"{record.where}, reread", reread)] if reread else []
        record.close()
        if not (id and type and prompt and explanation and choices):
            return None
        return Question(
            id, type, prompt, choices, explanation, scenario, hint, objective, level, cite, reread, keep_order
        )  # fmt: skip

    def _id(self, record: Record) -> Text | None:
        id = record.identifier()
        if id is None:
            return None
        if id in RESERVED_IDS:
            record.note(f"must be a name of its own, not {quoted(id)}, which means something in lessons", "id")
        if id in self.seen:
            first = self.seen[id].place.line
            record.note(f"must be used once in a quiz, not twice (first in line {first})", "id")
        self.seen.setdefault(id, id)
        return id

    def _type(self, record: Record) -> Text | None:
        type = record.text("type")
        if type in RESERVED_TYPES:
            record.note(
                f"must be {', '.join(TYPES[:-1])} or {TYPES[-1]} for now; {quoted(type)} is planned, not built", "type"
            )
            return None
        if type is not None and type not in TYPES:
            record.note(must_be_one_of(type, TYPES), "type")
            return None
        return type

    def _choices(self, record: Record, type: str | None) -> tuple[Choice, ...]:
        keys: dict[str, Text] = {}
        problems_before = len(self.problems)

        def read(value: Value, number: int) -> Choice | None:
            choice = Record(value, f"{record.where}, choice {number}", self.problems)
            text, feedback = choice.text("text"), choice.text("feedback")
            correct = choice.flag("correct")
            one_paragraph(choice, "text", text)
            self._prose(choice, "text", text)
            self._prose(choice, "feedback", feedback)
            choice.close()
            if text is None or feedback is None:
                return None
            key = fold(text)
            if key in keys:
                choice.note(
                    f"must differ from the choice in line {keys[key].place.line}, not say {quoted(text)} again", "text"
                )
            keys.setdefault(key, text)
            return Choice(key, text, feedback, bool(correct))

        # Where the type is not known, choices may be what it has no use for: say nothing of their absence.
        choices = record.items("choices", read, required=type is not None)
        if len(self.problems) > problems_before or type is None:
            return choices
        right = sum(choice.correct for choice in choices)
        if len(choices) < 2:
            record.note(f"must hold two choices or more, not {len(choices)}", "choices")
        elif type == "single-choice" and right != 1:
            record.note(f"must hold exactly one choice with `correct: true`, not {right or 'none'}", "choices")
        elif type == "multiple-choice" and not right:
            record.note("must hold a choice with `correct: true`, not none", "choices")
        return choices

    def _true_false(self, record: Record) -> tuple[Choice, ...]:
        answer = record.flag("answer", required=True)
        feedback = record.nested("feedback")
        if feedback is None:
            return ()
        texts = {word: feedback.text(word) for word in ("true", "false")}
        for word, text in texts.items():
            self._prose(feedback, word, text)
        feedback.close()
        if answer is None or None in texts.values():
            return ()
        # The key is the plain English word, so that a saved answer outlives a translated interface.
        return tuple(Choice(word, self.words[word], text, answer == (word == "true")) for word, text in texts.items())

    def _prose(self, record: Record, name: str, text: Text | None) -> None:
        if text is not None:
            refuse_footnotes(record, name, text)
            self.file.prose.append((f"{record.where}, {name}", text))

    def _objective(self, record: Record) -> Text | None:
        objective = record.text("objective", required=False)
        if objective is not None and objective not in self.objectives:
            if not self.objectives:
                record.note(
                    f"must be one of the quiz's `objectives`, but the quiz lists none, not {quoted(objective)}",
                    "objective",
                )
            else:
                record.note(must_be_one_of(objective, sorted(self.objectives)), "objective")
        return objective

    def _reread(self, record: Record) -> str | None:
        reread = record.text("reread", required=False)
        if reread is None:
            return None
        if not re.fullmatch(r"[^#\s]*#[^#\s]+", reread):
            record.note(f'must be a heading of the lesson, as "#its-id", not {quoted(reread)}', "reread")
            return None
        if reread.startswith("#") and self.file.lesson is None:
            record.note("must name a page before the #, because the quiz has no `lesson`", "reread")
            return None
        return Text.at(reread.place, f"{self.file.lesson}{reread}") if reread.startswith("#") else reread


def one_paragraph(record: Record, field: str, text: Text | None) -> None:
    """Note a text of several paragraphs where only one can stand, as in a label."""
    if text is not None and re.search(r"\n\s*\n\s*\S", text):
        record.note("must be one paragraph; longer matter goes into `scenario`", field)


def refuse_footnotes(record: Record, field: str, text: Text | None) -> None:
    """Note a footnote: its number would mean another note on each page that shows the question."""
    if text is not None and re.search(r"\[\^[^\]\s]+\]", text):
        record.note("must not hold a footnote; cite with `[@key]` instead", field)


def _refuse_repeats(objectives: tuple[Objective, ...], problems: list[Problem]) -> None:
    seen: dict[str, Text] = {}
    for objective in objectives:
        if objective.id in seen:
            message = f"must be used once, not twice (first in line {seen[objective.id].place.line})"
            problems.append(objective.id.place.problem(f"objective {objective.id}, id", message))
        seen.setdefault(objective.id, objective.id)


def _name(value: Value, otherwise: str) -> str:
    """How to call a record in a message: by its id where it has one."""
    id = value.get("id") if isinstance(value, dict) else None
    kind = otherwise.split()[0]
    return f"{kind} {id}" if isinstance(id, Text) and id.strip() else otherwise
