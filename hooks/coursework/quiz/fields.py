"""Reading the fields of a question: Markdown texts are noted for the checks that cross houses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypedDict

from coursework.quiz.foreign import FOREIGN, NEEDLESS
from coursework.quiz.model import Question, Quiz
from coursework.quiz.saved import as_written
from coursework.source.correction import Correction
from coursework.source.place import Place, Text
from coursework.source.problem import Problem, quoted
from coursework.source.record import Record, kind_of
from coursework.source.values import Mapping, Sequence, Value
from coursework.text.citation import clusters_in, keys_in
from coursework.text.code_in_texts import NO_BLOCK, begins_with_spaces, faults_of, holds_block, is_block
from coursework.text.dollars import SIGNS
from coursework.text.foreign_syntax import may_hold_foreign
from coursework.text.prose import prose_of
from coursework.text.words import Words

_CODE_ABOVE = "must not hold a block of code; it goes into `scenario`, which stands above the prompt"
_CODE_ALONE = "must be one paragraph, or a block of code and nothing else"
_IN_WORDS = {2: "two", 3: "three"}
# The page shows the straight ones as the others.
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_LOOKS_SAME = "; readers see no difference of spaces, line ends or straight quotation marks: name it in words"


@dataclass
class QuizFile:
    """What one quiz file gave: the quiz, if it is without fault, and what other houses must look at.

    `sources` are those that readers are shown together below an explanation, of each question that has some, `versions`
    those of the questions by their addresses. The other lists hold (where, text) pairs, also of questions that have
    problems of their own, so that an author hears of everything in one run. Of the Markdown texts, which are many,
    `prose` holds those that may cite, link, or hold a formula or what is read elsewhere.
    """

    id: str
    path: str
    quiz: Quiz | None = None
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    claims: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    rereads: list[tuple[str, Text]] = field(default_factory=list)
    lesson: Text | None = None
    sources: list[tuple[Text, ...]] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)


def uncited(cite: tuple[Text, ...], explanation: str) -> list[Text]:
    """The sources of a question that its explanation does not cite, so that readers are shown each once."""
    if not cite or "@" not in explanation:
        return list(cite)
    shown = {key for cluster in clusters_in(prose_of(explanation, math=False)) for key in keys_in(cluster)}
    return [key for key in cite if key not in shown]


def looks(text: str) -> str:
    """What two texts share that a reader sees no difference between.

    Spaces and line ends are one space on the page, but not in a fence; what is invisible is nothing, but for the two
    signs that join letters or keep them apart. Outside of code the page makes dashes of `--` and a sign of `...`.
    """
    if is_block(text):
        return as_written(text)  # where each sign and each space is seen
    seen = unicodedata.normalize("NFC", text).translate(_STRAIGHT)
    if not seen.isascii():
        seen = "".join(char for char in seen if char in _JOINERS or unicodedata.category(char) != "Cf")
    if "`" not in seen:
        seen = seen.replace("---", "—").replace("--", "–").replace("...", "…")
    return " ".join(seen.split())


class Common(TypedDict):
    """What was read of a question that every type has."""

    id: Text
    type: str
    prompt: Text
    explanation: Text
    scenario: Text | None
    hint: Text | None
    objective: Text | None
    level: str | None
    cite: tuple[Text, ...]
    claims: tuple[Text, ...]
    reread: str | None
    corrections: tuple[Correction, ...]


# Makes a question of what every type has; what only its own has was read before.
Make = Callable[[Common], Question]


class Fields(Record):
    """The fields of a question or of a part of one. `words` are the interface's words for questions."""

    foreign = FOREIGN
    needless = NEEDLESS

    def __init__(self, value: Value, where: str, file: QuizFile, words: Words):
        super().__init__(value, where, file.problems)
        self.file = file
        self.words = words

    def markdown(self, name: str, required: bool = True) -> Text | None:
        """A Markdown text of any length."""
        text = super().markdown(name, required)
        return None if text is None else self._prose(text, name)

    def label(self, name: str, required: bool = True, code: bool = False) -> Text | None:
        """A Markdown text that stands where only one paragraph can, as in the label of a control.

        Where `code` has a place, the text may be a block of it instead.
        """
        text = super().markdown(name, required)
        return None if text is None else self._one_paragraph(text, name, code)

    def labels(
        self,
        name: str,
        one: str,
        seen: dict[str, Text] | None = None,
        required: bool = True,
        repeats: bool = False,
        code: bool = False,
    ) -> tuple[Text, ...]:
        """A list of such texts, each called `one`; no two may look the same, nor one look as one that was seen.

        Where `repeats` is true they may: what looks the same is the same text then, the first of them.
        """
        seen = {} if seen is None else seen
        return self.items(
            name, lambda value, number: self.label_of(value, f"{one} {number}", seen, repeats, code), required
        )

    def label_of(
        self, value: Value, called: str, seen: dict[str, Text], repeats: bool = False, code: bool = False
    ) -> Text | None:
        """One such text, of a list; `seen` grows."""
        if not isinstance(value, Text) or not value.strip():
            quotes = "; a text that holds `: ` needs quotes" if isinstance(value, Mapping) else ""
            self.note(f"must be text, not {kind_of(value)}{quotes}", called, value.place)
            return None
        if repeats and looks(value):
            return seen.setdefault(looks(value), self._one_paragraph(value, called, code))
        self.refuse_same_look(value, seen, called)
        return self._one_paragraph(value, called, code)

    def part(self, value: Value, name: str) -> Fields:
        """The fields of one item of a list in this question."""
        return Fields(value, f"{self.where}, {name}", self.file, self.words)

    def refuse_same_look(self, text: Text, seen: dict[str, Text], name: str = "text") -> None:
        """Note a text that readers cannot tell from an earlier one of its kind; `seen` grows."""
        if looks(text):
            self.refuse_repeat(text, looks(text), seen, name, _LOOKS_SAME)
        else:
            self.note("must hold something that can be seen, not invisible signs alone", name, text.place)

    def refuse_repeat(self, text: Text, key: str, seen: dict[str, Text], name: str = "text", way_out: str = "") -> None:
        """Note a text that says the same as an earlier one of its kind; `seen` grows.

        `way_out` says what to do where the two are not written the same.
        """
        if not key:
            # Of what is typed only this is compared: with none it could not be told from no answer.
            self.note(f"must hold more than punctuation, not {quoted(text)}{way_out}", name, text.place)
        elif key in seen:
            message = f"must differ from the one in line {seen[key].place.line}, not say {quoted(text)} again"
            self.note(f"{message}{way_out if text != seen[key] else ''}", name, text.place)
        seen.setdefault(key, text)

    def refuse_fewer(self, name: str, least: int, of: str) -> None:
        """Note a list that is too short. What cannot be read counts: it has a message of its own."""
        value = self.value(name)
        if isinstance(value, Sequence) and 0 < len(value) < least:
            self.note(f"must hold {_IN_WORDS[least]} {of} or more, not {len(value)}", name)

    def _one_paragraph(self, text: Text, name: str, code: bool) -> Text:
        if code and is_block(text):
            return self._prose(text, name)
        if holds_block(text):
            self.note(_CODE_ALONE if code else _CODE_ABOVE if name == "prompt" else NO_BLOCK, name, text.place)
        elif re.search(r"\n\s*\n\s*\S", text):
            self.note("must be one paragraph; longer matter goes into `scenario`", name, text.place)
        elif code and begins_with_spaces(text):
            self.note("must have code that begins with spaces between lines of ```, which keep them", name, text.place)
        else:
            return self._prose(text, name)
        return text

    def _prose(self, text: Text, name: str) -> Text:
        for line, fault in faults_of(text):
            path, first, column = text.place
            self.note(fault, name, Place(path, first + 1 + line, 1) if text.block else Place(path, first, column))
        if any(sign in text for sign in ("@", "](", *SIGNS)) or may_hold_foreign(text):
            self.file.prose.append((f"{self.where}, {name}" if self.where else name, text))
        return text
