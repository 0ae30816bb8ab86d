"""The navigation as it is written in the settings: pages, and titles or sections with pages in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def pages_of(nav: Any) -> Iterator[str]:
    """The pages that the navigation names, in its order."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from pages_of(item)


def titles_of(nav: Any) -> Iterator[tuple[str, str]]:
    """The path and the title of each page to which the navigation gives one."""
    for title, item in nav.items() if isinstance(nav, dict) else ():
        yield from [(item, title)] if isinstance(item, str) else titles_of(item)
    for item in nav if isinstance(nav, list) else ():
        yield from titles_of(item)


def with_folders(nav: Any, made: Iterable[str]) -> Any:
    """The navigation, with each `folder/` in it replaced by the `made` pages in it that it does not name itself."""
    named = set(pages_of(nav))
    return _expanded(nav, [path for path in made if path not in named])


def _expanded(nav: Any, made: list[str]) -> Any:
    if isinstance(nav, dict):
        return {title: _expanded(item, made) for title, item in nav.items()}
    if isinstance(nav, list):
        found = [_expanded(item, made) for item in nav]
        return [page for item in found for page in (item if isinstance(item, list) else [item])]
    if isinstance(nav, str) and nav.endswith("/"):
        return [path for path in made if path.rpartition("/")[0] == nav.rstrip("/")]
    return nav
