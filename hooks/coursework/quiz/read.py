"""A quiz from its YAML file, or every problem in it."""

from __future__ import annotations

import re

from coursework.quiz.fields import Common, Fields, QuizFile, uncited
from coursework.quiz.foreign import FOREIGN_TYPES
from coursework.quiz.model import LEVELS, TYPES, Objective, Question, Quiz
from coursework.quiz.questions import READERS
from coursework.source.correction import corrections_of
from coursework.source.place import Text
from coursework.source.problem import Problem, must_be_one_of, nearest, quoted
from coursework.source.values import ID_RULE, Mapping, Sequence, Value, is_identifier
from coursework.text.words import Words

# Words that stand for something else where a lesson names its questions.
RESERVED_IDS = ("rest", "objectives", "guess", "worksheet", "key")


def read_quiz(value: Value, id: str, path: str, words: Words) -> QuizFile:
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


def _objective(value: Value, file: QuizFile, words: Words) -> Objective | None:
    fields = Fields(value, _name(value, "objective"), file, words)
    id, text = fields.identifier(), fields.label("text")
    fields.close()
    return Objective(id, text) if id and text else None


def _ids(objectives: Value | None) -> set[str]:
    """The ids of the objectives as written: what is wrong with one is not also a fault of the questions for it."""
    items = objectives if isinstance(objectives, Sequence) else ()
    ids = [item.get("id") for item in items if isinstance(item, Mapping)]
    return {id for id in ids if isinstance(id, Text)}


class _QuestionReader:
    def __init__(self, file: QuizFile, objectives: set[str], has_lesson: bool, words: Words):
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
        prompt, explanation = fields.label("prompt"), fields.markdown("explanation")
        scenario, hint = fields.markdown("scenario", required=False), fields.label("hint", required=False)
        objective, level = self._objective(fields), fields.word("level", LEVELS, required=False)
        cite, claims, reread = fields.texts("cite"), fields.texts("claims"), self._reread(fields)
        corrections = corrections_of(fields, fields.part)
        self.file.cites += [(f"{fields.where}, cite", key) for key in cite]
        for place, named in enumerate(claims):
            if named in claims[:place]:
                fields.note(f"must name {quoted(named)} once, not twice", "claims", named.place)
        self.file.claims += [(f"{fields.where}, claims", id) for id in claims]
        shown = uncited(cite, explanation or "")
        self.file.sources += [tuple(shown)] if shown else []
        if meant is None:
            # What belongs to it is unknown: only its name is at fault, and what every type has.
            fields.close(only_called=True)
            return None
        make = READERS[meant](fields, meant)
        fields.close()
        if not (id and type and prompt and explanation and make):
            return None
        return make(
            Common(
                id=id, type=type, prompt=prompt, explanation=explanation, scenario=scenario, hint=hint,
                objective=objective, level=level, cite=cite, claims=claims, reread=reread,
                corrections=corrections,
            )
        )  # fmt: skip

    def _type(self, fields: Fields) -> tuple[Text | None, str | None]:
        """The type, and the one to read the fields by: where it is misspelt, the one that was meant."""
        written = fields.value("type")
        if isinstance(written, Text) and (called := FOREIGN_TYPES.get(written.lower().replace(" ", "-"))):
            fields.note(f"must be called `{called}`, not {quoted(written)}", "type")
            return None, None
        type = fields.word("type", TYPES)
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
        if not re.fullmatch(r"[^#\s“”„‘’]*#[^#\s“”„‘’]+", reread):
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
