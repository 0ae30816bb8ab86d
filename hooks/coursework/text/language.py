"""What is known of a language beside its words: how it joins two names, and which numbers it tells apart."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError


def is_same(tag: str, other: str) -> bool:
    """Whether two tags of the web (BCP 47) are of one language, as `en` and `en-GB` are."""
    return tag.split("-")[0].casefold() == other.split("-")[0].casefold()


@lru_cache
def joint(language: str) -> str:
    """What stands between the last two of a list of names, as ` and `, which is also that of an unknown language."""
    locale = _locale(language)
    between: str = locale.list_patterns["standard"]["2"] if locale else "{0} and {1}"
    return between.replace("{0}", "").replace("{1}", "")


def form_of(language: str, count: int) -> str:
    """Which of a language's forms a whole number takes, by the names of Unicode (CLDR); English ones of an unknown."""
    locale = _locale(language) or _locale("en")
    return str(locale.plural_form(count)) if locale else "other"


@lru_cache
def forms(language: str) -> dict[str, int]:
    """The forms that whole numbers take in a language, each with how many of those up to 200 take it.

    `other` is always among them.
    """
    counted = Counter(form_of(language, count) for count in range(201))
    return {"other": 0, **counted}


@lru_cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
