"""Under `serve`, a build that fails is told on the pages that are there: MkDocs would leave every request waiting."""

from __future__ import annotations

import contextlib
import logging
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError, MkDocsException
from watchdog.events import FileSystemEvent, FileSystemEventHandler

import coursework
from coursework.course.content_files import SOURCES
from coursework.source import values as source
from coursework_mkdocs.host import host_log, log

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

ARTICLE = '<article class="md-content__inner md-typeset">'
_BOX = re.compile(r'<div class="problems" role="alert">.*?</div>\n?', re.DOTALL)
# Where the build began and left nothing: a page that looks again by itself until there is another.
_PAGE = '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>…</title><body>{}</body>'
# What makes HTML of the mistakes.
Box = Callable[[Sequence["coursework.Problem | str"]], str]


class CarefulBuild:
    """Builds as the server did, and never raises. `settings` is the file that it reads anew, `site` where it builds."""

    def __init__(self, server: LiveReloadServer, settings: Path, site: Path, box: Box):
        self._server, self._build = server, server.builder
        self._settings, self._site, self._box = settings, site, box
        root = settings.parent
        for name in SOURCES:
            if (root / name).exists():
                server.watch(str(root / name))
        server.observer.schedule(_Coming(server, root), str(root), recursive=False)

    def __call__(self) -> None:
        with _Errors() as errors:
            try:
                self._build()
            except ConfigurationError as error:
                log.error(_syntax(self._settings) or str(error))
            except (MkDocsException, SystemExit) as error:
                if not errors.lines:
                    log.error(str(error))
            except Exception as error:
                log.error("This is no mistake of yours, or is not told well:", exc_info=True)
                errors.lines = [*errors.lines[:-1], f"{type(error).__name__}: {error}"]
            else:
                return
        self._show(self._box(errors.lines))

    def _show(self, box: str) -> None:
        for page in self._site.rglob("*.html"):
            text = _BOX.sub("", page.read_text(encoding="utf-8"))
            page.write_text(text.replace(ARTICLE, ARTICLE + box, 1), encoding="utf-8")
        for name in ("index.html", "404.html"):
            if not (self._site / name).exists():
                self._site.mkdir(parents=True, exist_ok=True)
                (self._site / name).write_text(_PAGE.format(box), encoding="utf-8")


class _Coming(FileSystemEventHandler):
    """Lets a server look at what a course is read from when it comes, since it can look at nothing before."""

    def __init__(self, server: LiveReloadServer, root: Path):
        self._server, self._root = server, root

    def on_any_event(self, event: FileSystemEvent) -> None:
        came = event.dest_path if event.event_type == "moved" else event.src_path
        path = Path(os.fsdecode(came))
        if event.event_type not in ("created", "moved") or path.name not in SOURCES or path.parent != self._root:
            return
        # What had the same name before is looked at no more.
        with contextlib.suppress(KeyError):
            self._server.unwatch(str(path))
        self._server.watch(str(path))
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()


def _syntax(settings: Path) -> str:
    """What is wrong with the settings as YAML, in our words; nothing where they can be read."""
    try:
        value, problems = source.parse(settings.read_text(encoding="utf-8-sig"), settings.name)
    except (OSError, UnicodeDecodeError) as error:
        return f"{settings.name}: {error}"
    return str(problems[0]) if value is None and problems else ""


class _Errors(logging.Handler):
    """The errors that MkDocs logs, ours among them, while it builds; used by `with`."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> _Errors:
        host_log.addHandler(self)
        return self

    def __exit__(self, *error: object) -> None:
        host_log.removeHandler(self)
