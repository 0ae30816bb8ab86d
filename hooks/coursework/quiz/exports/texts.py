"""The texts of quizzes for other programs: XHTML of the course's own snippets, without what is the site's alone.

A text is rendered once, whatever the number of formats. Citations are words, links are absolute, pictures are listed
with their bytes, formulas are MathML with their TeX or that alone, and code has no colours.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from coursework.quiz.exports.cleaned import cleaned
from coursework.quiz.exports.seen import GAP, seen
from coursework.quiz.fields import uncited
from coursework.quiz.model import Blank, ClozeQuestion, Question, Quiz
from coursework.quiz.questions.cloze import gaps_held
from coursework.text.code_in_texts import is_block
from coursework.text.snippet import Snippets
from coursework.text.words import Words, word

_PICTURE = re.compile(r'(<img\b[^<>]*\bsrc=")picture:([^"]+)(")')
_MATH = re.compile(r"<math\b([^>]*)>.*?<annotation[^>]*>(.*?)</annotation></semantics></math>", re.DOTALL)
_HELD = re.compile("\ue000(.*?)\ue001")
# What no program looks for TeX in, or what is a formula.
_WHOLE = re.compile(r"(<code>.*?</code>|<math\b.*?</math>|<[^<>]*>)", re.DOTALL)
# By whether a formula stands by itself.
_DELIMITERS = {False: r"\({}\)", True: r"\[{}\]"}
_LIKE_TEX = re.compile(r"\\([(\[\])])")


class Picture(NamedTuple):
    """A picture of the course: its name comes of its bytes, `address` is where it is on the site."""

    name: str
    content: bytes
    address: str


@dataclass(frozen=True)
class Texts:
    """`snippets` renders texts; `address` gives the whole address of a page or file by its path below `docs/`.

    `docs` is that folder, and `drawn` gives the bytes of a picture that the course itself draws there, by its path.
    `math` is how formulas are written: `for_math` gives the same texts with the other way. `pictures` are all that were
    found in texts, by their names.
    """

    snippets: Snippets
    address: Callable[[str], str]
    docs: Path
    words: Words
    folder: str = ""
    math: Literal["mathml", "tex"] = "mathml"
    drawn: Callable[[str], bytes | None] = lambda path: None
    pictures: dict[str, Picture] = field(default_factory=dict)
    _cached: dict[tuple[str, bool], str] = field(default_factory=dict)

    def for_math(self, math: Literal["mathml", "tex"]) -> Texts:
        """The same texts, with what was rendered of them, and formulas as `mathml` or as `tex`."""
        return replace(self, math=math)

    def block(self, text: str) -> str:
        """A text as XHTML of paragraphs, lists and tables. The `src` of a picture is `picture:` and its name."""
        return self._with_math(self._neutral(text, block=True))

    def inline(self, text: str) -> str:
        """A text as XHTML of one paragraph without its `<p>`; a block of code is a `<pre>`."""
        return self._with_math(self._neutral(text, block=False))

    def plain(self, text: str) -> str:
        """The words of a text with single spaces: formulas are TeX, pictures their words."""
        return seen(self._neutral(text, block=False)).text

    def differ_in_words(self, several: Iterable[str]) -> bool:
        """Whether each text has plain words, and no two the same: a menu shows nothing else of them."""
        found = [self.plain(text) for text in several]
        return all(found) and len(set(found)) == len(found)

    def filled(self, question: ClozeQuestion, make: Callable[[int, Blank], str]) -> str:
        """The text of a cloze as XHTML, with what `make` gives for each gap, by its number from 1, in its place."""
        places = {blank.name: (at, blank) for at, blank in enumerate(question.blanks, 1)}
        html = self.block(gaps_held(question))
        return _HELD.sub(lambda gap: make(*places[gap[1]]), html)

    def with_gaps(self, question: ClozeQuestion) -> str:
        """The same with a sign for each gap, for `held`."""
        return self.filled(question, lambda number, blank: f" {GAP} ")

    def place_pictures(self, html: str, place: Callable[[Picture], str]) -> str:
        """XHTML with the address that `place` gives as the `src` of each picture."""
        return _PICTURE.sub(lambda found: found[1] + escape(place(self.pictures[found[2]])) + found[3], html)

    def pictures_in(self, html: str) -> list[Picture]:
        """The pictures of XHTML, each once."""
        return [self.pictures[name] for name in dict.fromkeys(found[2] for found in _PICTURE.finditer(html))]

    def stem(self, question: Question) -> str:
        """The scenario and the prompt of a question as XHTML."""
        scenario = self.block(question.scenario) if question.scenario else ""
        return f"{scenario}<p>{self.inline(question.prompt)}</p>"

    def why(self, quiz: Quiz, question: Question) -> str:
        """What is said after any answer, as XHTML: the explanation, its sources, where to read again, the address."""
        parts = [self.block(question.explanation)]
        if sources := self.sources(question):
            parts.append(f"<p><b>{self.say('question', 'sources')}</b> {escape('; '.join(sources), quote=False)}</p>")
        if question.reread:
            parts.append(self._link(self.link(question.reread), self.say("question", "reread")))
        address = self.address_of(quiz, question)
        parts.append(self._link(address, self.say("downloads", "address")))
        return "".join(parts)

    def hint(self, question: Question) -> str:
        """The hint of a question as a paragraph that says so; nothing where it has none."""
        if not question.hint:
            return ""
        return f"<p><b>{self.say('question', 'hinted')}</b> {self.inline(question.hint)}</p>"

    def sources(self, question: Question) -> list[str]:
        """What a question cites beside its explanation, each in words, as "(Harley, 1989)"."""
        return [self.plain(f"[@{key}]") for key in uncited(question.cite, question.explanation)]

    def address_of(self, quiz: Quiz, question: Question | None = None) -> str:
        """The whole address of a quiz or of a question on the site."""
        page = self.address(f"{self.folder}quizzes/{quiz.id}.md")
        return page if question is None else f"{page}#{quiz.id}/{question.id}"

    def link(self, target: str) -> str:
        """A link as if written in `docs/` as a whole address."""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            return target
        rest = "".join(sign + part for sign, part in (("?", parts.query), ("#", parts.fragment)) if part)
        return self.address(posixpath.normpath(unquote(parts.path))) + rest

    def _link(self, address: str, words: str) -> str:
        return f'<p><a href="{escape(address)}">{words}</a></p>'

    def say(self, *names: str) -> str:
        """A word of the interface, by its names, as XHTML."""
        return escape(word(self.words, *names), quote=False)

    def _neutral(self, text: str, block: bool) -> str:
        """A text with formulas as MathML that holds its TeX, from which other ways are made."""
        key = (str(text), block)
        if key not in self._cached:
            is_block_of_its_own = block or is_block(text)
            html = str(self.snippets.block(text) if is_block_of_its_own else self.snippets.inline(text))
            html = cleaned(html, self.link, self._picture) if "<" in html else html
            self._cached[key] = _without_likeness(html) if "\\" in html else html
        return self._cached[key]

    def _with_math(self, html: str) -> str:
        if self.math == "mathml" or "<math" not in html:
            return html
        return _MATH.sub(lambda math: _DELIMITERS["block" in math[1]].format(math[2]), html)

    def _picture(self, source: str) -> str | None:
        """The name of a picture of the course by its address as if written in `docs/`; None where it is elsewhere."""
        parts = urlsplit(source)
        path = posixpath.normpath(unquote(parts.path))
        file = self.docs / path
        if parts.scheme or parts.netloc:
            return None
        content = file.read_bytes() if file.is_file() else self.drawn(path)
        if content is None:
            return None
        name = f"{sha256(content).hexdigest()[:16]}{file.suffix.lower()}"
        self.pictures.setdefault(name, Picture(name, content, self.link(source)))
        return name


def _without_likeness(html: str) -> str:
    """XHTML in which nothing but a formula looks like TeX: who looks for it finds no sign that an element parts."""
    pieces = _WHOLE.split(html)
    pieces[::2] = [_LIKE_TEX.sub(r"\\<span>\1</span>", piece) for piece in pieces[::2]]
    return "".join(pieces)
