"""What waits on the disk for its turn: the texts and the questions of a site are the most that a build would hold."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

# Lists that stay in memory: a page asks one quiz, and asks it again and again.
_MOST_AT_HAND = 4
_PREFIX = "_waiting_"


class Waiting:
    """A file that is gone with the program, or when nobody asks for what is in it any more."""

    def __init__(self):
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  closed with the last who knows it
        self._length = 0
        self._list = lru_cache(maxsize=_MOST_AT_HAND)(self._read_list)
        self._owner: object = None
        self._closed = False

    def put(self, text: str) -> tuple[int, int]:
        """Keep a text; gives the place to get it from."""
        return self._put(text.encode())

    def get(self, place: tuple[int, int]) -> str:
        """The text that was put there."""
        return self._get(place).decode()

    def texts(self, named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
        """Texts by their names, each read from the file where someone asks for it."""
        return _Texts(self, {name: self.put(text) for name, text in named})

    def aside(self, items: Sequence[Any]) -> Sequence[Any]:
        """The same list, which is read from the file where someone looks into it; the last few are at hand."""
        return _Aside(self._list, self._put(pickle.dumps(tuple(items), protocol=5)), len(items))

    def turn_to(self, owner: object) -> None:
        """Say whose texts are set now; those of the owner before go into the file."""
        if owner is self._owner or self._closed:
            return
        for name, text in vars(self._owner).items() if self._owner else ():
            if name.startswith(_PREFIX) and isinstance(text, str):
                vars(self._owner)[name] = self.put(text)
        self._owner = owner

    def close(self) -> None:
        """Say that all texts are there: one that is set from now on stays in memory."""
        self._closed = True

    def _put(self, data: bytes) -> tuple[int, int]:
        place = self._length, len(data)
        self._file.seek(self._length)
        self._length += len(data)
        while data:
            data = data[self._file.write(data) :]
        return place

    def _get(self, place: tuple[int, int]) -> bytes:
        start, length = place
        self._file.seek(start)
        parts = []
        while length > 0:
            parts.append(self._file.read(length))
            length -= len(parts[-1]) or length
        return b"".join(parts)

    def _read_list(self, place: tuple[int, int]) -> tuple[Any, ...]:
        return pickle.loads(self._get(place))  # noqa: S301  nobody else can write there


class Waits:
    """An attribute that is a text: in memory while its owner is the last that had one set, then in a file.

    `waiting` gives that file, for an attribute is older than any.
    """

    def __init__(self, waiting: Callable[[], Waiting]):
        self._waiting = waiting

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = _PREFIX + name

    def __get__(self, owner: object, kind: type) -> str | None:
        text = vars(owner)[self._name]
        return self._waiting().get(text) if isinstance(text, tuple) else text

    def __set__(self, owner: object, text: str | None) -> None:
        self._waiting().turn_to(owner)
        vars(owner)[self._name] = text


class _Texts(Mapping):
    def __init__(self, waiting: Waiting, places: dict[str, tuple[int, int]]):
        self._waiting, self._places = waiting, places

    def __getitem__(self, name: str) -> str:
        return self._waiting.get(self._places[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places


class _Aside(Sequence):
    __slots__ = ("_length", "_place", "_read")

    def __init__(self, read, place, length: int):
        self._read, self._place, self._length = read, place, length

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Any]:
        return iter(self._read(self._place))

    def __getitem__(self, number):
        return self._read(self._place)[number]
