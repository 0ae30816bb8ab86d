"""A quiz from its YAML file, or every problem in it."""

from __future__ import annotations

import re
from typing import Any

from coursework.quiz.fields import Fields, QuizFile
from coursework.quiz.model import LEVELS, TYPES, Objective, Question, Quiz
from coursework.quiz.questions import READERS
from coursework.source.problem import Problem, must_be_one_of, nearest, quoted
from coursework.source.values import ID_RULE, Mapping, Sequence, Text, Value, is_identifier

# Words that stand for something else where a lesson names its questions.
RESERVED_IDS = ("rest", "objectives", "guess", "worksheet", "key")


def read_quiz(value: Value, id: str, path: str, words: dict[str, Any]) -> QuizFile:
    """Turn the value of `quizzes/ID.yml` into a quiz; `words` are the interface's words for questions."""
    file = QuizFile(id, path)
    fields = Fields(value, "", file, words)
    title = fields.text("title")
    file.lesson = fields.text("lesson", required=False)
    introduction = fields.markdown("introduction", required=False)
    objectives = fields.items("objectives", lambda item, _: _objective(item, file, words), required=False)
    reader = _QuestionReader(file, _ids(fields.value("objectives")), fields.has("lesson"), words)
    questions = fields.items("questions", reader.read)
    retired = _retired(fields, reader.seen)
    fields.close()
    _refuse_repeats(objectives, file.problems)
    if title and not file.problems:
        file.quiz = Quiz(id, title, questions, objectives, file.lesson, introduction, retired)
    return file


def _retired(fields: Fields, asked: dict[str, Text]) -> tuple[str, ...]:
    """The field `retired`: ids that questions had, by which readers' answers are saved, and none may have again."""
    ids = fields.texts("retired")
    for place, id in enumerate(ids):
        if not is_identifier(id):
            fields.note(f"must be {ID_RULE}, not {quoted(id)}", "retired", id.place)
        elif id in ids[:place]:
            fields.note(f"must name {quoted(id)} once, not twice", "retired", id.place)
        elif id in asked:
            line = asked[id].place.line
            message = (
                f"must be the ids of questions that are gone, not {quoted(id)}, which the question in line {line} has"
            )
            fields.note(f"{message}: give that one a new id", "retired", id.place)
    return tuple(map(str, ids))


def _objective(value: Value, file: QuizFile, words: dict[str, Any]) -> Objective | None:
    fields = Fields(value, _name(value, "objective"), file, words)
    id, text = fields.identifier(), fields.label("text")
    fields.close()
    return Objective(id, text) if id and text else None


def _ids(objectives: Value | None) -> set[str]:
    """The ids of the objectives as written: what is wrong with one is not also a fault of the questions for it."""
    items = objectives if isinstance(objectives, Sequence) else ()
    return {item["id"] for item in items if isinstance(item, Mapping) and isinstance(item.get("id"), Text)}


class _QuestionReader:
    def __init__(self, file: QuizFile, objectives: set[str], has_lesson: bool, words: dict[str, Any]):
        self.file = file
        self.objectives = objectives
        self.has_lesson = has_lesson
        self.words = words
        self.seen: dict[str, Text] = {}

    def read(self, value: Value, number: int) -> Question | None:
        """One question; None where too much of it is missing. Its citations and links are noted all the same."""
        fields = Fields(value, _name(value, f"question {number}"), self.file, self.words)
        id = self._id(fields)
        type, meant = self._type(fields)
        common = {
            "prompt": fields.label("prompt"),
            "explanation": fields.markdown("explanation"),
            "scenario": fields.markdown("scenario", required=False),
            "hint": fields.label("hint", required=False),
            "objective": self._objective(fields),
            "level": fields.word("level", LEVELS, required=False),
            "cite": fields.texts("cite"),
            "reread": self._reread(fields),
        }
        self.file.cites += [(f"{fields.where}, cite", key) for key in common["cite"]]
        self.file.sources += [common["cite"]] if common["cite"] else []
        if meant is None:
            # What belongs to it is unknown: only its name is at fault, not every field of it.
            return None
        own = READERS[meant](fields, meant)
        fields.close()
        if not (id and type and common["prompt"] and common["explanation"]) or own is None:
            return None
        return TYPES[type](id=id, type=type, **common, **own)

    def _type(self, fields: Fields) -> tuple[Text | None, str | None]:
        """The type, and the one to read the fields by: where it is misspelt, the one that was meant."""
        type, written = fields.word("type", TYPES), fields.value("type")
        return type, type or (nearest(written, TYPES) if isinstance(written, Text) else None)

    def _id(self, fields: Fields) -> Text | None:
        id = fields.identifier()
        if id is None:
            return None
        if id in RESERVED_IDS:
            fields.note(f"must be a name of its own, not {quoted(id)}, which means something in lessons", "id")
        if id in self.seen:
            first = self.seen[id].place.line
            fields.note(f"must be used once in a quiz, not twice (first in line {first})", "id")
        self.seen.setdefault(id, id)
        return id

    def _objective(self, fields: Fields) -> Text | None:
        objective = fields.text("objective", required=False)
        if objective is not None and objective not in self.objectives:
            usable = sorted(filter(is_identifier, self.objectives))
            if usable:
                fields.note(must_be_one_of(objective, usable), "objective")
            elif not self.objectives:
                message = f"must be one of the quiz's `objectives`, but the quiz lists none, not {quoted(objective)}"
                fields.note(message, "objective")
        return objective

    def _reread(self, fields: Fields) -> str | None:
        reread = fields.text("reread", required=False)
        if reread is None:
            return None
        if not re.fullmatch(r"[^#\s]*#[^#\s]+", reread):
            fields.note(f'must be a heading of the lesson, as "#its-id", not {quoted(reread)}', "reread")
            return None
        if reread.startswith("#") and not self.has_lesson:
            fields.note("must name a page before the #, because the quiz has no `lesson`", "reread")
            return None
        self.file.rereads.append((f"{fields.where}, reread", reread))
        return f"{self.file.lesson}{reread}" if reread.startswith("#") else reread


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
