"""One mapping of a YAML file, read field by field; every mistake is noted, none stops the reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Collection as Collection_
from collections.abc import Mapping as Mapping_
from collections.abc import Sequence as Sequence_
from typing import TypeVar

from coursework.source.place import Place, Text
from coursework.source.problem import Problem, must_be_one_of, nearest, quoted, suggestion
from coursework.source.values import ID_RULE, Mapping, Sequence, Value, is_identifier

Item = TypeVar("Item")

_RAISED = re.compile(r"</?su[bp]\s*>", re.IGNORECASE)


class Record:
    """Reads a mapping. `where` is how an author would call it: `question contour-lines`."""

    foreign: Mapping_[str, Sequence_[str]] = {}
    """Fields as they are called elsewhere, each with what it is called here: the first that this record has."""
    needless: Mapping_[str, str] = {}
    """Fields that others have and nothing here, each with why."""
    unlikely: Collection_[str] = ()
    """Fields that nobody means who misspells one."""

    def __init__(self, value: Value, where: str, problems: list[Problem]):
        self.where = where
        self.problems = problems
        self.place = value.place
        self._fields = value if isinstance(value, Mapping) else None
        self._asked: dict[str, None] = {}
        self._missing: dict[str, Problem] = {}
        if self._fields is None:
            self.note("must be a group of fields (`name: value`), not " + kind_of(value))

    @property
    def is_group(self) -> bool:
        """Whether there are fields to be read; where not, that has been noted."""
        return self._fields is not None

    def note(self, message: str, field: str = "", place: Place | None = None) -> None:
        """Note a problem with a field, or with the whole record."""
        where = f"{self.where}, {field}" if field and self.where else field or self.where
        self.problems.append((place or self.place_of(field)).problem(where, message))

    def place_of(self, field: str) -> Place:
        """Where the field's value stands; the record itself where the field is missing."""
        if not self._fields or field not in self._fields:
            return self.place
        return self._fields[field].place

    def given(self, fields: Iterable[str]) -> list[str]:
        """Those of some fields that stand here; all of them are known from now on."""
        fields = list(fields)
        self._asked.update(dict.fromkeys(fields))
        return [field for field in fields if field in self._fields] if self._fields is not None else []

    def has(self, field: str) -> bool:
        self._asked[field] = None
        return self._fields is not None and field in self._fields

    def markdown(self, field: str, required: bool = True) -> Text | None:
        """The field's text, of which Markdown is made; None where it is absent, or noted as a problem."""
        return self._text(field, required)

    def text(self, field: str, required: bool = True) -> Text | None:
        """The field's text, shown as it is; None where it is absent, or noted as a problem where it is wrong."""
        text = self._text(field, required)
        if text and (tag := _RAISED.search(text)):
            self.note(f"must be plain text, without {quoted(tag[0])}, which only a Markdown text may hold", field)
        return text

    def _text(self, field: str, required: bool) -> Text | None:
        value = self._value(field, required)
        if value is None:
            return None
        if not isinstance(value, Text):
            self.note(f"must be text, not {kind_of(value)}", field)
            return None
        if not value.strip():
            self.note("must not be empty", field)
            return None
        return value

    def word(self, field: str, allowed: Iterable[str], required: bool = True) -> Text | None:
        """A text that is one of a few words; any text where no word is allowed by name."""
        value, allowed = self.text(field, required), list(allowed)
        if value is not None and allowed and value not in allowed:
            self.note(must_be_one_of(value, allowed), field)
            return None
        return value

    def flag(self, field: str, required: bool = False) -> bool | None:
        """True or false; None where it is absent."""
        value = self.text(field, required)
        if value is None:
            return None
        if value.lower() not in ("true", "false"):
            self.note(f"must be true or false, not {quoted(value)}", field)
            return None
        return value.lower() == "true"

    def identifier(self, field: str = "id") -> Text | None:
        """A name that stands for ever, in an address and in readers' saved answers."""
        value = self.text(field)
        if value is not None and not is_identifier(value):
            self.note(f"must be {ID_RULE}, not {quoted(value)}", field)
            return None
        return value

    def texts(self, field: str, required: bool = False) -> tuple[Text, ...]:
        """A list of texts; empty where it is absent. A single text counts as a list of one."""
        value = self._value(field, required)
        if value is None:
            return ()
        if isinstance(value, Text) and value.strip():
            return (value,)
        if not isinstance(value, Sequence):
            self.note(f"must be a list of texts, not {kind_of(value)}", field)
            return ()
        if not value and required:
            self.note("must not be empty", field)
        texts = []
        for item in value:
            if isinstance(item, Text) and item.strip():
                texts.append(item)
            else:
                self.note(f"must hold texts only, not {kind_of(item)}", field, item.place)
        return tuple(texts)

    def items(self, field: str, read: Callable[[Value, int], Item | None], required: bool = True) -> tuple[Item, ...]:
        """A list, each item read by `read(value, number)`; items that cannot be read are left out."""
        value = self._value(field, required)
        if value is None:
            return ()
        if not isinstance(value, Sequence):
            self.note(f"must be a list (lines that start with `- `), not {kind_of(value)}", field)
            return ()
        if not value and required:
            self.note("must not be empty", field)
        items = [read(item, number) for number, item in enumerate(value, 1)]
        return tuple(item for item in items if item is not None)

    def nested(self, field: str, required: bool = True) -> Record | None:
        """A mapping inside this one."""
        value = self._value(field, required)
        return (
            None if value is None else Record(value, f"{self.where}, {field}" if self.where else field, self.problems)
        )

    def value(self, field: str) -> Value | None:
        """The field as it stands, unread; None where it is absent."""
        return self._value(field, required=False)

    def renamed(self, field: str, name: str) -> None:
        """Say of a field that had this name once how it is called now."""
        for key in self._names():
            if key == field:
                self._asked[field] = None
                self.note(f"must be called `{name}`, not `{field}`", field, key.place)

    def close(self, only_called: bool = False) -> None:
        """Say of every field that nobody asked for that it is unknown, or what it must be called; or `only_called`."""
        for key in self._names():
            if key in self._asked:
                continue
            meant = self._meant(key)
            missing = self._missing.pop(meant, None) if meant else None
            if missing:
                self.problems.remove(missing)
            if meant and (missing or key.lower() in self.foreign):
                self.note(f"must be called `{meant}`, not {quoted(key)}", place=key.place)
                continue
            if only_called:
                continue
            why = self.needless.get(key.lower())
            more = f": {why}" if why else suggestion(key, [name for name in self._asked if name not in self.unlikely])
            self.note(f"must be a known field, not {quoted(key)}{more}", place=key.place)

    def _meant(self, key: Text) -> str | None:
        """What an unknown field is called here, if that can be told and does not stand there as well."""
        if key.lower() in self.needless:
            return None
        given = set(self._names())
        names = [name for name in self.foreign.get(key.lower(), ()) if name in self._asked and name not in given]
        return names[0] if names else nearest(key, [name for name in self._missing if name not in given])

    def _names(self) -> Iterator[Text]:
        return iter(()) if self._fields is None else self._fields.names()

    def _value(self, field: str, required: bool) -> Value | None:
        self._asked[field] = None
        if self._fields is not None and field in self._fields:
            return self._fields[field]
        if required and self._fields is not None:
            self.note(f"must have `{field}`, but has none")
            self._missing.setdefault(field, self.problems[-1])
        return None


def kind_of(value: Value) -> str:
    """What a value is, in an author's words."""
    if isinstance(value, Mapping):
        return "a group of fields"
    if isinstance(value, Sequence):
        return "a list"
    return quoted(value) if value.strip() else "nothing"
