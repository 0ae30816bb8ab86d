"""The files that the course makes among those that authors wrote, of which no two may have one address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

import coursework
from coursework_mkdocs.guest import is_guest
from coursework_mkdocs.navigation import pages_of


def is_authored(file: File, config: MkDocsConfig) -> bool:
    """Whether a file lies in `docs/`, or was made by a plugin as if it did; all others are of the theme."""
    return file.src_dir not in config.theme.dirs


def added(
    files: Files,
    config: MkDocsConfig,
    of_course: Iterable[coursework.SiteFile | coursework.GeneratedPage],
    problems: list[coursework.Problem],
) -> Iterator[tuple[str, coursework.GeneratedPage]]:
    """Add the files that the course makes, `of_course`; gives the pages among them by their paths.

    What has the address of another goes to `problems`.
    """
    written: dict[str, File] = {}
    for file in files:
        if not is_authored(file, config):
            continue  # of a theme, whose place an author's may take
        if file.dest_uri in written:
            first = written[file.dest_uri].src_uri
            message = f"must have another name: docs/{first} becomes a page at the same address"
            problems.append(coursework.Problem(f"docs/{file.src_uri}", 1, 1, "", message))
        written.setdefault(file.dest_uri, file)
    for each in of_course:
        file = File.generated(config, each.path, content=each.content)
        if other := files.get_file_from_path(each.path) or written.get(file.dest_uri):
            message = "must have another name; the course makes a page of this one"
            if is_guest(config):
                name = Path(config.config_file_path).name
                message += f", or of one in a folder of its own, with `folder: practice` beside its id in {name}"
            problems.append(coursework.Problem(f"docs/{other.src_uri}", 1, 1, "", message))
            continue
        file.edit_uri = f"../{each.source}" if each.source else None
        if isinstance(each, coursework.GeneratedPage) and _is_led_to(each, config):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
        if isinstance(each, coursework.GeneratedPage):
            yield each.path, each


def _is_led_to(page: coursework.GeneratedPage, config: MkDocsConfig) -> bool:
    """Whether a page need be in no navigation: other pages lead there, or the site is not the course's."""
    if not is_guest(config):
        return page.hidden and not page.lists
    return not {page.path, f"{page.path.rpartition('/')[0]}/"} & set(pages_of(config.nav))
