"""A package of Anki: a zip with a collection, which is an SQLite database, and the pictures of its notes.

Anki finds a note that it has by its `guid`, and replaces it where that of the package is later. So those, and the ids
of types and decks, come of names that are for ever, and the time is that of the course's text.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha1, sha256
from itertools import count
from typing import NamedTuple

from coursework.quiz.exports.anki_escaped import escaped
from coursework.quiz.exports.anki_notes import Note, notes_of
from coursework.quiz.exports.anki_read import read
from coursework.quiz.exports.anki_types import FIELDS, number_of, types_of
from coursework.quiz.exports.form import Bundle, Format
from coursework.quiz.exports.seen import plain, seen
from coursework.quiz.exports.texts import Picture, Texts
from coursework.quiz.exports.zipped import zipped
from coursework.quiz.model import Quiz

# What every version of Anki reads: its tables as they were in version 11, and their indexes.
_TABLES = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
  odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""
# In the head of a database: which SQLite wrote it. Nothing is read by it, and it differs from computer to computer.
_WRITER = slice(96, 100)
_DEFAULT = 1
_UNSENT = -1


class _Deck(NamedTuple):
    """A quiz as a deck, or the course as the deck above all."""

    id: int
    name: str
    about: str
    notes: Sequence[Note]


def write(bundle: Bundle) -> bytes:
    """All quizzes of a bundle, each a deck below that of the course, and the pictures that they show."""
    pictures: dict[str, bytes] = {}

    def place(picture: Picture, sign: str = "") -> str:
        pictures[sign + picture.name] = picture.content
        return sign + picture.name

    texts = bundle.texts
    decks = [_Deck(number_of(bundle.course, "deck"), _name(bundle.course_title), "", [])]
    for quiz in bundle.quizzes:
        notes = [
            note._replace(fields={name: texts.place_pictures(html, place) for name, html in note.fields.items()})
            for note in notes_of(quiz, bundle.course, texts)
        ]
        if notes:
            # Anki brings only those pictures along that notes show, and such as begin with this sign.
            about = texts.place_pictures(_about(quiz, texts), lambda picture: place(picture, "_"))
            name = f"{decks[0].name}::{_name(quiz.title)}"
            decks.append(_Deck(number_of(bundle.course, "deck", quiz.id), name, about, notes))
    names = {str(at): name for at, name in enumerate(pictures)}
    files = {"collection.anki2": _collection(bundle, decks), "media": json.dumps(names).encode()}
    return zipped(files | {at: pictures[name] for at, name in names.items()})


def _name(title: str) -> str:
    """A title as the name of a deck, whose parts are joined by `::`."""
    name = plain(title)
    while "::" in name:
        name = name.replace("::", ":")
    return name.strip(":").strip()


def _about(quiz: Quiz, texts: Texts) -> str:
    html = texts.block(quiz.introduction) if quiz.introduction else ""
    if quiz.objectives:
        points = "".join(f"<li>{texts.inline(objective.text)}</li>" for objective in quiz.objectives)
        html += f"<p>{texts.say('objectives', 'title')}</p><ul>{points}</ul>"
    return escaped(html)


def _collection(bundle: Bundle, decks: Sequence[_Deck]) -> bytes:
    # Where nobody knows the time of the text, now is later than any file made before: changes must arrive.
    seconds = bundle.time or int(time.time())
    with closing(sqlite3.connect(":memory:")) as database:
        # What is left of a page is empty, whatever SQLite was built with.
        database.executescript(f"PRAGMA page_size = 4096; PRAGMA secure_delete = ON; {_TABLES}")
        _insert(database, "col", [_of_collection(bundle.course, decks, seconds)])
        # Anki shows an id as the moment at which a note was added.
        ids = count(seconds * 1000)
        cards: list[tuple[object, ...]] = []
        for deck in decks:
            for note in deck.notes:
                id = next(ids)
                _insert(database, "notes", [_of_note(id, bundle.course, note, seconds)])
                cards += _of_cards(id, deck, note, seconds, len(cards))
        _insert(database, "cards", cards)
        database.commit()
        content = bytearray(database.serialize())
    content[_WRITER] = bytes(4)
    return bytes(content)


def _insert(database: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608  our own names


def _of_collection(course: str, decks: Sequence[_Deck], seconds: int) -> tuple[object, ...]:
    of_decks = {str(deck.id): _of_deck(deck.id, deck.name, deck.about, seconds) for deck in decks}
    of_decks[str(_DEFAULT)] = _of_deck(_DEFAULT, "Default", "", 0)
    return (
        1, seconds, seconds * 1000, seconds * 1000, 11, 0, 0, 0, "{}", json.dumps(types_of(course)),
        json.dumps(of_decks), json.dumps({str(_DEFAULT): _SCHEDULE}), "{}",
    )  # fmt: skip


def _of_deck(id: int, name: str, about: str, seconds: int) -> dict[str, object]:
    today = {f"{kind}Today": [0, 0] for kind in ("lrn", "rev", "new", "time")}
    return {
        "id": id, "mod": seconds, "name": name, "usn": _UNSENT, **today, "collapsed": False, "browserCollapsed": False,
        "desc": about, "dyn": 0, "conf": _DEFAULT, "extendNew": 0, "extendRev": 0,
    }  # fmt: skip


# Anki's own settings, which a collection must have; readers' own stay as they are.
_SCHEDULE = {
    "id": _DEFAULT, "mod": 0, "name": "Default", "usn": 0, "maxTaken": 60, "autoplay": True, "timer": 0,
    "replayq": True, "dyn": False,
    "new": {"bury": False, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20},
    "rev": {"bury": False, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
    "lapse": {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0},
}  # fmt: skip


def _of_note(id: int, course: str, note: Note, seconds: int) -> tuple[object, ...]:
    fields = [note.fields.get(name, "") for name in FIELDS[note.kind]]
    first = seen(fields[0]).text
    # By which Anki finds notes that begin alike; it works it out anew.
    likeness = int(sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
    tags = f" {' '.join(note.tags)} " if note.tags else ""
    return (
        id, guid_of(course, note), number_of(course, note.kind), seconds, _UNSENT, tags, "\x1f".join(fields), first,
        likeness, 0, "",
    )  # fmt: skip


def guid_of(course: str, note: Note) -> str:
    """By what Anki knows a note, for ever. A question that becomes a cloze is another: no note can change its type."""
    return sha256(f"{course}\0{note.address}\0{note.kind}".encode()).hexdigest()[:20]


def _of_cards(id: int, deck: _Deck, note: Note, seconds: int, before: int) -> Iterator[tuple[object, ...]]:
    """A card for each gap or one, new and in the order of the quiz: `before` is how many stand before it."""
    for at in range(note.cards):
        place = before + at
        yield (seconds * 1000 + place, id, deck.id, at, seconds, _UNSENT, 0, 0, place + 1, *[0] * 8, "")


ANKI = Format("anki", ".apkg", write, read, math="tex", dated="second")
