"""What surrounds a build: a look at what it is of, the folder that it fills, and words for what stops it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from coursework_mkdocs.build_date import BuildDate
from coursework_mkdocs.docs_folder import unpublishable
from coursework_mkdocs.guest import is_guest
from coursework_mkdocs.host import host_log, log
from coursework_mkdocs.refusal import name_docs_folder, refuse
from coursework_mkdocs.site_folder import SiteFolder, path_of_site


@dataclass
class _Surroundings:
    """`in_place` is a build that changes a site where it stands, as under `serve`."""

    in_place: bool = False
    date: BuildDate = field(default_factory=BuildDate)
    folder: SiteFolder | None = None


_surroundings = _Surroundings()


def start(in_place: bool) -> None:
    """Begin to build, once or, under `serve`, as often as something changes; for `in_place` see above."""
    global _surroundings
    _surroundings = _Surroundings(in_place)


# Before others note where the site is.
@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    name_docs_folder(config)
    _surroundings.date.set(Path(config.config_file_path).parent)
    if not is_guest(config) and (problems := list(unpublishable(config))):
        refuse(problems)
    if not _surroundings.in_place:
        _surroundings.folder = SiteFolder(config)


# When all that others write is there.
@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    if _surroundings.folder and not (config.strict and _has_warned()):
        _surroundings.folder.finish()
        _surroundings.folder = None


def _has_warned() -> bool:
    """Whether MkDocs has counted a warning, for which it ends a strict build after all is done."""
    handlers = host_log.handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def on_build_error(error: Exception) -> None:
    on_shutdown()
    if isinstance(error, OSError):
        path = error.filename2 or error.filename
        words = error.strerror or str(error)
        words = f"{path_of_site(path)}: {words}" if isinstance(path, str) else words
    elif isinstance(error, RecursionError):
        words = "What is read here must not be nested this deep."  # MkDocs has named the page
    else:
        return
    log.error(words)
    log.debug("Where that happened:", exc_info=error)
    raise Abort("The site was not built.")


def on_shutdown() -> None:
    """Also of a build that was broken off by its author."""
    folder, _surroundings.folder = _surroundings.folder, None
    if folder:
        folder.abandon()
