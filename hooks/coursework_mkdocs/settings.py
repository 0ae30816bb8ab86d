"""What the settings of a site say of its course, and what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import coursework
from coursework.course import check
from coursework.source.values import not_text
from coursework.text.stance import read_stances
from coursework_mkdocs.navigation import pages_of


def project_of(files: Files, config: MkDocsConfig) -> coursework.Project:
    """The project as the engine knows it. Raises ValueError where a setting cannot be one, and NotTextError."""
    settings = config.extra.get("course") or {}
    return coursework.Project(
        root=Path(config.config_file_path).parent,
        pages=texts_of(files),
        course=str(settings.get("id", "")),
        citation_style=str(settings.get("citation_style", "apa")),
        order=list(pages_of(config.nav)),
        stances=read_stances(settings.get("stances") or {}),
        topics=settings.get("topics") or {},
        settings=settings,
        title=str(config.site_name),
        author=str(settings.get("author") or ""),
        published=_published(),
        address=lambda path: _address(path, config),
    )


def wants_full_styles(config: MkDocsConfig) -> bool:
    """Whether the site asks for the theme's whole sheet. Raises ValueError where that cannot be told."""
    full = (config.extra.get("course") or {}).get("full_styles", False)
    if not isinstance(full, bool):
        raise ValueError(f"extra: course: full_styles: must be true or false, not {full!r}")
    return full


class NotTextError(Exception):
    """Pages that are no text, of which MkDocs would name none; `problems` names each."""

    def __init__(self, problems: Sequence[coursework.Problem]):
        super().__init__("a page is no text")
        self.problems = problems


def texts_of(files: Files) -> dict[str, str]:
    """The text of each page by its path. Raises NotTextError."""
    texts, problems = {}, []
    for file in files.documentation_pages():
        try:
            texts[file.src_uri] = file.content_string
        except UnicodeDecodeError as error:
            problems.append(not_text(f"docs/{file.src_uri}", error))
    if problems:
        raise NotTextError(problems)
    return texts


def lost_settings(config: MkDocsConfig, files: Files) -> Iterator[coursework.Problem]:
    """Settings that name a page which is not there."""
    pages = files.documentation_pages()
    usable = {"finale": [file.src_uri for file in pages], "help": [file.url for file in pages]}
    named = {name: (str(config.theme.get(name) or ""), values) for name, values in usable.items()}
    return check.settings(Path(config.config_file_path).read_text(encoding="utf-8"), named)


def _published() -> tuple[int, ...]:
    """The day of the text that is built. `make` gives the time of its last commit, and 0 where there is none."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds.isdigit() or not int(seconds):
        return ()
    day = datetime.fromtimestamp(int(seconds), UTC)
    return (day.year, day.month, day.day)


def _address(path: str, config: MkDocsConfig) -> str:
    """The whole address of a page by its path below `docs/`; nothing where the site has none."""
    file = File(path, config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls)
    return urljoin(config.site_url, file.url) if config.site_url else ""
