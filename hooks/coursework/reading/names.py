"""Authors who share a family name, told apart in citations: "J. Smith, 2001" where another Smith is cited as well.

Styles such as APA ask for the initials of every first author whose family name another one has. Pandoc then compares
all names with all others, and a thousand works take half a minute. So the whole is formatted with a rule that compares
only citations that look the same, and the works of a name that several have once more with the style's own, a few at a
time; from these come the names in citations, and the entries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coursework.reading.model import Csl, date_in, names_in, text_in
from coursework.text.citation import keys_in

_RULE = re.compile(r'(?<=givenname-disambiguation-rule=")primary-name[a-z-]*(?=")')
_MOST_IN_A_PACK = 100
# Pandoc's time grows with the third power of the people who share a name: of more works, some at a time.
_MOST_OF_A_NAME = 100
_MOST_IN_A_PART = 50


@dataclass(frozen=True)
class Pack:
    """Works to be formatted together; those `beside` only show whose names these share, and are used no further."""

    works: list[Csl]
    beside: list[Csl] = field(default_factory=list)


def with_quick_rule(style: str) -> str:
    """The style with the quicker rule; the same where it has none for all first authors."""
    return _RULE.sub("by-cite", style)


def sharing(library: Iterable[Csl]) -> Iterator[list[Csl]]:
    """The works whose first authors have a family name in common, packed so that no name is cut in two."""
    families: dict[str, list[Csl]] = {}
    for csl in library:
        names = names_in(csl, "author", "editor")
        if names and names[0].get("family"):
            families.setdefault(names[0]["family"].casefold(), []).append(csl)
    pack: list[Csl] = []
    for works in families.values():
        if len(works) > 1:
            if pack and len(pack) + len(works) > _MOST_IN_A_PACK:
                yield pack
                pack = []
            pack = [*pack, *works]
    if pack:
        yield pack


def parts_of(works: list[Csl], by_year: bool) -> Iterator[Pack]:
    """Works that share names, in packs that are soon formatted, with the result that they have all together.

    Citations are told apart from those that look the same. Those of somebody whose initials nobody else has are shown
    with these, so that they look like no others; all others look like those of the same year only, where a style shows
    it (`by_year`). Whether a name has its initials depends on one other person of that name, and on one with the same.
    """
    if len(works) <= _MOST_OF_A_NAME:
        yield Pack(works)
        return
    alike: dict[tuple[str, ...], dict[tuple[str, ...], Csl]] = {}
    for csl in works:
        alike.setdefault(_initials(csl), {}).setdefault(_person(csl), csl)
    groups: dict[object, list[Csl]] = {}
    for csl in works:
        is_alone = len(alike) > 1 and len(alike[_initials(csl)]) == 1 and len(_initials(csl)) > 1
        groups.setdefault(_person(csl) if is_alone else _year(csl) if by_year else "", []).append(csl)
    part: list[Csl] = []
    for group in [*groups.values(), []]:
        if part and (not group or len(part) + len(group) > _MOST_IN_A_PART):
            yield Pack(part, _beside(part, alike))
            part = []
        part = [*part, *group]


def _beside(part: list[Csl], alike: Mapping[tuple[str, ...], Mapping[tuple[str, ...], Csl]]) -> list[Csl]:
    """A work of another person for each name in a part: one with the same initials if there is any, or anybody."""
    people = {_person(csl): csl for csl in part}
    needed: dict[tuple[str, ...], Csl] = {}
    families = [initials[0] for initials in alike]
    for csl in people.values():
        initials = _initials(csl)
        others = alike[initials]
        if len(others) == 1 and families.count(initials[0]) > 1:
            others = next(each for other, each in alike.items() if other != initials and other[0] == initials[0])
        mates = [person for person in others if person != _person(csl)]
        if mates and not any(person in people or person in needed for person in mates):
            needed[mates[0]] = others[mates[0]]
    return list(needed.values())


def _first(csl: Csl) -> Mapping[str, str]:
    return names_in(csl, "author", "editor")[0]


def _person(csl: Csl) -> tuple[str, ...]:
    return tuple(f"{part}: {text}" for part, text in sorted(_first(csl).items()))


def _initials(csl: Csl) -> tuple[str, ...]:
    """The family name, and what Pandoc compares of the others where it asks whether two people have the same initials.

    Its rules are those of `initialize` in Citeproc/Eval.hs of the library citeproc, without hyphens and full stops.
    """
    given = _first(csl).get("given", "")
    words = re.findall(r"(-?[^-. ]+|-)(\.?)", given)
    letters = "".join(_initial(word, is_short=bool(stop)) for word, stop in words)
    return _first(csl)["family"].casefold(), *([" ".join(letters.split())] if given else [])


def _initial(word: str, is_short: bool) -> str:
    if is_short or len(word) == 1:
        return word
    if all(char.islower() for char in word):
        return f" {word} "
    if word[0] == "-":
        return word[1] if word[1].isupper() else ""
    if not word[0].isupper():
        return word
    # As in GuD or LJu.
    is_long = len(word) > len("Lj.") - 1 and word[1].isupper() and all(char.islower() for char in word[2:])
    return word[0] + (word[1].lower() if is_long else "")


def _year(csl: Csl) -> int:
    if date := date_in(csl):
        return abs(date[0])
    issued = csl.get("issued")
    number = (
        re.search("[0-9]{1,4}", str(issued.get("literal") or issued.get("raw"))) if isinstance(issued, dict) else None
    )
    return int(number[0]) if number else 0


def shows_years(works: Iterable[Csl], clusters: Mapping[str, str]) -> bool:
    """Whether a style shows the year in each of these citations, of which there must be some."""
    shown = [(_year(csl), clusters.get(citations_of(text_in(csl, "id"))[0])) for csl in works]
    found = [str(year) in html for year, html in shown if year and html is not None]
    return bool(found) and all(found)


def citations_of(id: str) -> tuple[str, str]:
    """The citations of a work by itself, in which its names are compared."""
    return f"[@{id}]", f"@{id}"


def renamed(cluster: str, html: str, before: Mapping[str, str], after: Mapping[str, str], ids: Sequence[str]) -> str:
    """A citation with other names and years: those that its works have by themselves in `after`, not in `before`."""
    for id in dict.fromkeys(id for id in keys_in(cluster) if id in ids):
        bracketed, narrative = citations_of(id)
        if cluster.startswith("@"):
            was, now = (texts.get(narrative, "").partition("<a ")[0] for texts in (before, after))
            html = now + html.removeprefix(was) if was and html.startswith(was) else html
        # What is linked are the names and the year with its letter, or the year alone: where the names stand before it.
        link = re.compile(rf'(<a href="#ref-{re.escape(id)}"[^>]*>)(.*?)(?=</a>)', re.DOTALL)
        linked = [[link.search(texts.get(each, "")) for texts in (before, after)] for each in (bracketed, narrative)]
        pairs = [(old[2], new[2]) for old, new in linked if old and new]
        html = link.sub(_with_names(pairs), html)
    return html


def _with_names(pairs: Sequence[tuple[str, str]]) -> Callable[[re.Match[str]], str]:
    return lambda found: found[1] + _replaced(found[2], pairs)


def _replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    for was, now in pairs:
        if text.startswith(was):
            return now + text.removeprefix(was)
    return text
