"""Authors who share a family name, told apart in citations: "J. Smith, 2001" where another Smith is cited as well.

Styles such as APA ask for the initials of every first author whose family name another one has. Pandoc then compares
all names with all others, and a thousand works take half a minute. So the whole is formatted with a rule that compares
only citations that look the same, and the works of a name that several have once more with the style's own, a few at a
time; from these come the names in citations, and the entries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from coursework.reading.model import Csl, names_in
from coursework.text.citation import keys_in

_RULE = re.compile(r'(?<=givenname-disambiguation-rule=")primary-name[a-z-]*(?=")')
_MOST_IN_A_PACK = 100


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
