"""Names by content for what pages load: sheets, scripts, fonts, the sign of the site.

A browser keeps files for a while, and a site is not put up in one moment: under a name that changes with the content no
page ever meets a sheet or a script of another version. The engine's own stand in a folder that is named so, and
Material's scripts have such names already.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from coursework_mkdocs.theme_folder import theme_folder

# Where the settings of the theme hold the new paths, by the old, for templates and tags.
PUBLISHED = "published"
_LOADED = (".css", ".js", ".woff2", ".svg")
_HASHED = re.compile(r"\.[0-9a-f]{8}(?=\.(?:min\.)?\w+$)")
_LENGTH = 8
# What a sheet loads: `url("font.woff2")`, `@import "more.css"`.
_LOADS = re.compile(r"""((?:url\(|@import)\s*["']?)([^"')\s;]+)""")


def name_by_content(files: Files, config: MkDocsConfig) -> None:
    """Publish what every page loads under names by content; the settings of the theme say which, for templates.

    It is what the folder of our theme has, whoever put another in its place, and what the settings name as sheets and
    scripts of the site. A script that another one imports keeps its name, which stands in that one.
    """
    publish_named(_loaded(files, config), config)


def publish_named(loaded: Iterable[File], config: MkDocsConfig) -> None:
    """Publish files under names by content; sheets among them load the others by these."""
    found = {file.src_uri: file for file in loaded}
    sheets = [path for path in found if path.endswith(".css")]
    names = {path: _named(path, file.content_bytes) for path, file in found.items() if path not in sheets}
    # Sheets may load one another: all get their names from all.
    version = "".join([*(found[path].content_string for path in sheets), *names.values()])
    names |= {path: _named(path, f"{path} {version}".encode()) for path in sheets}
    for path in sheets:
        found[path].content_string = _LOADS.sub(partial(_renamed, path, names), found[path].content_string)
    for path, file in found.items():
        file.dest_uri = names[path]
    config.theme[PUBLISHED] = {**(config.theme.get(PUBLISHED) or {}), **names}


def published(path: str, config: MkDocsConfig) -> str:
    """Where a file stands in the site, by its path in `docs/` or in the theme."""
    names: Mapping[str, str] = config.theme.get(PUBLISHED) or {}
    return names.get(path, path)


def _loaded(files: Files, config: MkDocsConfig) -> list[File]:
    theme = Path(theme_folder(config))
    own = [str(script) for script in config.extra_javascript]
    texts = [file.content_string for file in map(files.get_file_from_path, own) if file]
    imported = {path for path in own if any(f"/{posixpath.basename(path)}" in text for text in texts)}
    chosen = {*map(str, config.extra_css), *own} - imported
    return [
        file
        for file in files
        if file.src_uri in chosen or (file.src_uri.endswith(_LOADED) and (theme / file.src_uri).is_file())
    ]


def _named(path: str, content: bytes) -> str:
    stem, ending = posixpath.splitext(_HASHED.sub("", path).replace(".min.", "."))
    return f"{stem}.{sha256(content).hexdigest()[:_LENGTH]}{ending}"


def _renamed(sheet: str, names: Mapping[str, str], load: re.Match[str]) -> str:
    folder = posixpath.dirname(sheet)
    name = names.get(posixpath.normpath(posixpath.join(folder, load[2])))
    return load[1] + (posixpath.relpath(name, folder or ".") if name else load[2])
