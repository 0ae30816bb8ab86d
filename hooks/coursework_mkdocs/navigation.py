"""The navigation as it is written in the settings: pages, and titles or sections with pages in them; and which page is
made after which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping


def pages_of(nav: object) -> Iterator[str]:
    """The pages that the navigation names, in its order."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from pages_of(item)


def titles_of(nav: object) -> Iterator[tuple[str, str]]:
    """The path and the title of each page to which the navigation gives one."""
    for title, item in nav.items() if isinstance(nav, dict) else ():
        yield from [(item, title)] if isinstance(item, str) else titles_of(item)
    for item in nav if isinstance(nav, list) else ():
        yield from titles_of(item)


def with_folders(nav: object, generated: Iterable[str]) -> object:
    """The navigation, with each `folder/` in it replaced by the `generated` pages in it that it does not name."""
    named = set(pages_of(nav))
    return _expanded(nav, [path for path in generated if path not in named])


def _expanded(nav: object, generated: list[str]) -> object:
    if isinstance(nav, dict):
        return {title: _expanded(item, generated) for title, item in nav.items()}
    if isinstance(nav, list):
        found = [_expanded(item, generated) for item in nav]
        return [page for item in found for page in (item if isinstance(item, list) else [item])]
    if isinstance(nav, str) and nav.endswith("/"):
        return [path for path in generated if path.rpartition("/")[0] == nav.rstrip("/")]
    return nav


def ordered(paths: Iterable[str], after: Mapping[str, str]) -> Iterator[str]:
    """All paths once, each that is to come `after` another right after it, if that is there; else in their order."""
    paths = list(paths)
    there, following = set(paths), defaultdict(list)
    for path in paths:
        leader = after.get(path, path)
        if leader != path and leader in there:
            following[leader].append(path)
    led = {path for followers in following.values() for path in followers}
    seen: set[str] = set()

    def chain(path: str) -> Iterator[str]:
        if path not in seen:
            seen.add(path)
            yield path
            for follower in following[path]:
                yield from chain(follower)

    for path in [*(path for path in paths if path not in led), *paths]:  # the rest go round in circles
        yield from chain(path)
