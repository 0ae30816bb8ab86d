"""The gaps of a running text as Moodle has them, `{1:SHORTANSWER:=right#why~*#why}`.

Its description has seven signs escaped by a backslash. Moodle itself takes the backslash away from two of them, `}` and
`#`, after it has read the characters of HTML; all others are written as these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from coursework.quiz.exports.held import as_typed
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import Blank, Choice

# What ends a part of a gap or begins another, and what is a character of HTML already. A backslash at the end would
# take what follows it for a sign that is meant.
_SIGN = re.compile(r"&#\w+;|[#~{}]|\\\Z")


def gap(blank: Blank, shown: Sequence[Choice], texts: Texts) -> str | None:
    """A gap with its feedback, the choices in the order `shown`; None where Moodle can take none of the answers.

    A choice is plain words, since it stands in a list; pictures in feedback are shown from the site.
    """
    if shown and not texts.differ_in_words(choice.text for choice in shown):
        return None
    if shown:
        choices = "~".join(_choice(choice, texts) for choice in shown)
        return f"{{1:MULTICHOICE:{choices}}}"
    answers = [text for answer in as_typed(blank.answers, blank.exact) if (text := _typed(answer))]
    if not answers:
        return None
    why = _why(texts.block(blank.feedback), texts) if blank.feedback else ""
    alternatives = "~".join(f"{answer}#{why}" for answer in (*(f"={answer}" for answer in answers), "*"))
    return f"{{1:{'SHORTANSWER_C' if blank.exact else 'SHORTANSWER'}:{alternatives}}}"


def in_gap(html: str) -> str:
    """XHTML as it stands within a gap: none of its signs means anything to Moodle there.

    A line end at its end would be another answer.
    """
    signs = _SIGN.sub(lambda sign: sign[0] if len(sign[0]) > 1 else f"&#{ord(sign[0])};", html.strip())
    return escape(signs, quote=False).replace("#", r"\#")


def _choice(choice: Choice, texts: Texts) -> str:
    # A share stands before each that is wrong, so that a `=` of its text is none of a right one.
    words = in_gap(escape(texts.plain(choice.text), quote=False))
    return f"{'=' if choice.correct else '%0%'}{words}#{_why(texts.block(choice.feedback), texts)}"


def _why(html: str, texts: Texts) -> str:
    return in_gap(texts.place_pictures(html, lambda picture: picture.address))


def _typed(answer: str) -> str | None:
    """What is typed, where `*` would stand for anything; None for what Moodle would take for two answers, or for none.

    It has no way to write a `~`, or a backslash at the end.
    """
    if "~" in answer or answer.endswith("\\"):
        return None
    text = escape(answer.replace("*", r"\*"), quote=False).replace("}", r"\}").replace("#", r"\#")
    # Before 5.1 Moodle takes no sign that follows an ampersand for the end of an answer. It drops the space.
    return f"{text} " if text.endswith("&amp;") else text
