"""Where the links in authors' YAML lead: they are written as if from `docs/`, and told in their own file."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from coursework.claim.links import LEDGER
from coursework.source.place import Place
from coursework.source.problem import Problem, quoted, suggestion

# Beside pages, the course makes files in these folders, which only it could name.
_FILE_FOLDERS = ("readings/", "figures/", "lessons/")
# Each page has such a link lead to what it has of the work.
_OF_CITATION = "#ref-"
_FILE_ENDINGS = (".bib", ".ris", ".json", ".csv", ".svg", ".txt")


def lost(address: str, paths: Collection[str], folder: str = "") -> str:
    """What is wrong with an address that leads to no page and no file of the site, whose paths are given; else nothing.

    Those of pages and files that the course makes begin with `folder`.
    An address that is none raises ValueError.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    if not parts.path:
        if not address or address.startswith(_OF_CITATION):
            return ""
        # A text is shown on several pages, and goes out to other programs.
        example = f"lessons/NAME.md{address if len(address) > 1 else '#PLACE'}"
        return f"must name the page of that place, as {example}, not only {quoted(address)}"
    path = posixpath.normpath(unquote(parts.path)).lstrip("/")
    is_generated = path.removeprefix(folder).startswith(_FILE_FOLDERS) and path.endswith(_FILE_ENDINGS)
    if parts.path.startswith("/"):
        message = f"must be written as from docs/, without the slash at its beginning, not {quoted(parts.path)}"
        return message + ("" if path in paths or is_generated else suggestion(path, paths))
    # What is wrong with a claim is told where claims are.
    if path in paths or is_generated or (path == folder + LEDGER and parts.fragment):
        return ""
    message = f"must link to a page or a file in docs/, not {quoted(parts.path)}"
    return message + suggestion(posixpath.relpath(path, "..") if path.startswith("../") else path, paths)


def without_place(
    links: Iterable[tuple[Place, str]], anchors: Mapping[str, set[str]], folder: str = ""
) -> Iterator[Problem]:
    """Links to a place that is not on its page. `anchors` holds the ids of each rendered page, by its path.

    The paths of pages that the course makes begin with `folder`.
    """
    for place, address in links:
        path, _, anchor = address.partition("#")
        path, anchor = posixpath.normpath(unquote(path)), unquote(anchor)
        if path != folder + LEDGER and path in anchors and anchor not in anchors[path]:
            message = f"must be a heading of docs/{path}, not {quoted('#' + anchor)}"
            near = suggestion(f"#{anchor}", [f"#{each}" for each in sorted(anchors[path])])
            yield place.problem("link", message + near)
