"""What waits on the disk for its turn: the texts and the questions of a site are the most that a build would hold."""

from __future__ import annotations

import io
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

# Lists that stay in memory: a page asks one quiz, and asks it again and again.
_MOST_AT_HAND = 4
_PREFIX = "_waiting_"

Place = tuple[int, int]


class Waiting:
    """A file without a name, below `folder` where that can be; in memory where no file can be, or no more of it."""

    def __init__(self, folder: Path | None = None):
        self._file, self._length = _file(folder), 0
        self._lock = Lock()  # a host may ask from several threads, and a file has one place to read from
        self._without_room: dict[int, bytes] = {}
        self._lists: dict[Place, tuple[Any, ...]] = {}
        self._owner: object = None
        self._closed = False

    def __del__(self):
        self._file.close()

    def put(self, text: str) -> Place:
        """Keep a text; gives the place to get it from."""
        return self._put(text.encode(errors="surrogatepass"))

    def get(self, place: Place) -> str:
        """The text that was put there."""
        return self._get(place).decode(errors="surrogatepass")

    def texts(self, named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
        """Texts by their names, each read from the file where someone asks for it."""
        return _Texts(self, {name: self.put(text) for name, text in named})

    def aside(self, items: Sequence[Any]) -> Sequence[Any]:
        """The same list, which is read from the file where someone looks into it; the last few are at hand."""
        return _Aside(self, self._put(pickle.dumps(tuple(items), protocol=5)), len(items))

    def list_at(self, place: Place) -> tuple[Any, ...]:
        """What was put `aside` there."""
        if place not in self._lists:
            if len(self._lists) == _MOST_AT_HAND:
                del self._lists[next(iter(self._lists))]
            self._lists[place] = pickle.loads(self._get(place))  # noqa: S301  nobody else can write there
        return self._lists[place]

    def turn_to(self, owner: object) -> None:
        """Say whose texts are set now; those of the owner before go into the file."""
        if owner is self._owner or self._closed:
            return
        for name, text in vars(self._owner).items() if self._owner else ():
            if name.startswith(_PREFIX) and isinstance(text, str):
                vars(self._owner)[name] = (self, self.put(text))
        self._owner = owner

    def close(self) -> None:
        """Say that all texts are there: one that is set from now on stays in memory."""
        self._closed, self._owner = True, None

    def _put(self, data: bytes) -> Place:
        with self._lock:
            place = self._length, len(data)
            self._length += len(data)
            try:
                self._file.seek(place[0])
                left = memoryview(data)
                while left:
                    left = left[self._file.write(left) :]
            except OSError:
                self._without_room[place[0]] = data
            return place

    def _get(self, place: Place) -> bytes:
        start, length = place
        with self._lock:
            if start in self._without_room:
                return self._without_room[start]
            self._file.seek(start)
            data = b""
            while len(data) < length and (part := self._file.read(length - len(data))):
                data += part
        if len(data) < length:
            raise OSError(f"a file for what waits has ended at {start + len(data)}, not at {start + length}")
        return data


def _file(folder: Path | None) -> BinaryIO:
    # Where the system's folder for such files is kept in memory, nothing would be gained by one there.
    for place in (folder, None):
        try:
            if place:
                place.mkdir(parents=True, exist_ok=True)
            return tempfile.TemporaryFile(buffering=0, dir=place)  # closed with the last who knows it
        except OSError:
            continue
    return io.BytesIO()


class WaitingText:
    """An attribute that is a text: in memory while its owner is the last that had one set, then in a file.

    `waiting` gives that file, for an attribute is older than any.
    """

    def __init__(self, waiting: Callable[[], Waiting]):
        self._waiting = waiting

    def __set_name__(self, kind: type, name: str) -> None:
        self._name = _PREFIX + name

    def __get__(self, owner: object, kind: type) -> Any:
        if owner is None:
            return self
        if self._name not in vars(owner):
            raise AttributeError(self._name.removeprefix(_PREFIX))
        text = vars(owner)[self._name]
        if not isinstance(text, tuple):
            return text
        waiting, place = text
        return waiting.get(place)

    def __set__(self, owner: object, text: str | None) -> None:
        self._waiting().turn_to(owner)
        vars(owner)[self._name] = text


class _Texts(Mapping):
    def __init__(self, waiting: Waiting, places: dict[str, Place]):
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
    __slots__ = ("_length", "_place", "_waiting")

    def __init__(self, waiting: Waiting, place: Place, length: int):
        self._waiting, self._place, self._length = waiting, place, length

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Any]:
        return iter(self._waiting.list_at(self._place))

    def __getitem__(self, number):
        return self._waiting.list_at(self._place)[number]
