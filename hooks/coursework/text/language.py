"""What is known of a language beside its words: how it joins two names."""

from __future__ import annotations

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


@lru_cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
