"""A look at a course without making its site: what a build would tell of its content and of its authors' pages.

The host's own steps are taken up to the pages, so that every setting, plugin and hook counts and each message is the
same; the pages that the course makes are not rendered, and nothing is written.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import FileSystemLoader
from mkdocs.commands.build import _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from coursework.source import values as source
from coursework.source.problem import Problem, quoted
from coursework_mkdocs import events
from coursework_mkdocs.course_settings import PLUGIN
from coursework_mkdocs.host import host_log
from coursework_mkdocs.looked import read_looked, write_looked
from coursework_mkdocs.pages import GeneratedCoursePage
from coursework_mkdocs.refusal import RefusedError
from coursework_mkdocs.rendered_cache import RenderedCache
from coursework_mkdocs.setting_places import SettingPlaces

_ENTRY = "mkdocs_entry.py"  # does for a clone what the plugin does
_MOST_PARENTS = 10  # a file of settings may inherit from itself


def check(settings: Path, tell: Callable[[str], None]) -> int:
    """Tell each mistake of the course whose settings stand in a file, or the advice; gives the number of mistakes.

    Lines come in the order of a build, and in its words.
    """
    if problems := list(_unreadable(settings)):
        for problem in problems:
            tell(str(problem))
        return len(problems)
    with _listening(tell) as log:
        try:
            config = load_config(str(settings))
            if PLUGIN not in config.plugins and all(Path(hook).name != _ENTRY for hook in config.hooks):
                message = f"must name {PLUGIN}, with the `id` of the course, or nothing is made of its content"
                log.tell(str(SettingPlaces(settings).problem(["plugins"], message)))
            else:
                _look(config)
        except (RefusedError, Abort):
            pass  # each has told what it is about
        except (BuildError, ConfigurationError) as error:
            log.tell(str(error))
    return log.mistakes


def _look(config: MkDocsConfig) -> None:
    """Take the steps of a build but those that render what the course makes, and those that write."""
    plugins = config.plugins
    # Dirty, in the host's word: no folder of a site is cleared or filled.
    plugins.on_startup(command="build", dirty=True)
    root, remembers = Path(config.config_file_path).parent, _has_no_others(config)
    events.only_look(cache := read_looked(root) if remembers else RenderedCache())
    try:
        config = plugins.on_config(config)
        plugins.on_pre_build(config=config)
        env = config.theme.get_env()
        env.loader = _Visible(config.theme.dirs)
        files = get_files(config)
        files.add_files_from_theme(env, config)
        files = plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = get_navigation(files, config)
        plugins.on_nav(nav, config=config, files=files)
        pages = [file.page for file in files.documentation_pages() if file.page]
        written = [page for page in pages if not isinstance(page, GeneratedCoursePage)]
        for page in written:
            _populate_page(page, config, files)
        plugins.on_env(env, config=config, files=files)
        for page in written:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        if remembers:
            write_looked(root, cache)
    except Exception as error:
        plugins.on_build_error(error=error)
        raise
    finally:
        plugins.on_shutdown()


def _has_no_others(config: MkDocsConfig) -> bool:
    """Whether no other plugin and no hook looks at pages: what one of those finds in a page is not remembered."""
    # A hook is a plugin to the host, by its path.
    return {name.rpartition("/")[2] for name in config.plugins} <= {PLUGIN, "search", _ENTRY}


class _Visible(FileSystemLoader):
    """Finds the files of themes as the host's own does, but for hidden folders: in them are ten thousand icons."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, names in os.walk(root):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(folder, name).relative_to(root).as_posix() for name in names)
        return sorted(found)


class _Log(logging.Handler):
    """Hands on what the host logs as a warning or worse, and the advice; `mistakes` counts the former."""

    def __init__(self, tell: Callable[[str], None]):
        super().__init__(logging.INFO)
        self._tell, self.mistakes = tell, 0

    def tell(self, mistake: str) -> None:
        self.mistakes += 1
        self._tell(mistake)

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno >= logging.WARNING:
            self.tell(message)
        elif message.startswith("Advice: "):
            self._tell(message)


@contextmanager
def _listening(tell: Callable[[str], None]) -> Iterator[_Log]:
    log = _Log(tell)
    level = host_log.level
    host_log.setLevel(logging.INFO)
    host_log.addHandler(log)
    try:
        yield log
    finally:
        host_log.removeHandler(log)
        host_log.setLevel(level)


def _unreadable(file: Path) -> Iterator[Problem]:
    """What is wrong with settings, and with those from which they inherit, so that the host could not read them."""
    root = file.parent
    for _ in range(_MOST_PARENTS):
        name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
        value, problems = source.load(file.parent, file.name)
        if value is None:
            yield from (Problem(name, each.line, each.column, each.where, each.message) for each in problems)
            return
        if not isinstance(value, source.Mapping):
            yield Problem(name, 1, 1, "", "must be a group of fields (`name: value`)")
            return
        parent = value.get("INHERIT")
        if not isinstance(parent, str):
            return
        if not (file.parent / parent).is_file():
            message = f"must be a file of settings that is there, not {quoted(parent)}"
            yield Problem(name, parent.place.line, parent.place.column, "INHERIT", message)
            return
        file = file.parent / parent
