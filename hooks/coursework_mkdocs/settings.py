"""What the settings of a site say of its course, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import coursework
from coursework.source.front_matter import read_head
from coursework.source.problem import quoted, suggestion
from coursework.source.values import not_text
from coursework.text.code import HIGHLIGHT
from coursework.text.extension import custom_fences
from coursework_mkdocs.build_date import build_time, published
from coursework_mkdocs.course_settings import PLUGIN, CourseSettings, UnusableError, unknown_settings
from coursework_mkdocs.guest import is_guest, pages_of_course, problems_of_guest, problems_of_theme
from coursework_mkdocs.host import log
from coursework_mkdocs.included_files import included_in
from coursework_mkdocs.look import Look
from coursework_mkdocs.media_faults import faults_of_tracks
from coursework_mkdocs.navigation import pages_of
from coursework_mkdocs.pages import has_template
from coursework_mkdocs.setting_faults import blocked_settings
from coursework_mkdocs.setting_places import SettingPlaces
from coursework_mkdocs.sheet_faults import faults_of_sheets

# Of the device that is at it, whichever that is.
_OWN_HOST = re.compile(r"localhost|.*\.localhost|127\.[0-9.]+|0\.0\.0\.0|::1?")


def leave_out_own_address(config: MkDocsConfig, settings: CourseSettings) -> None:
    """Build without the site's address where that leads each reader to their own device; `settings` take the advice.

    What goes out leads to the site: that there is none of it without an address is told where it is asked for.
    """
    address, places = config.site_url or "", SettingPlaces(Path(config.config_file_path))
    if _is_own(address):
        lacks = "addresses in citations"
        message = (
            f"should be where readers find the site, as https://example.org/course/, not {quoted(address)}, which is "
            f"nobody's but your own; the {'course' if is_guest(config) else 'site'} was built without "
            + (lacks if is_guest(config) else f"canonical links, sitemap and {lacks}")
            + (", and without the files of `downloads`, which lead to it" if settings.downloads else "")
        )
        settings.advice.append(coursework.Advice(*astuple(places.problem(["site_url"], message))))
        # What else a site makes of it that was there before its course is its own affair.
        config.site_url = address if is_guest(config) else ""
    elif not address:
        asked = {"downloads": ("no files", settings.downloads), "embed": ("no code to copy", settings.embed)}
        for name, (lacks, is_asked) in asked.items():
            if is_asked:
                message = f"gives {lacks} while the site has no address, to which it would lead: say it as `site_url`"
                log.info(str(places.problem([*_keys(config), name], message)))


def _is_own(address: str) -> bool:
    return bool(_OWN_HOST.fullmatch(urlsplit(address).hostname or ""))


def _keys(config: MkDocsConfig) -> list[str]:
    """The names that lead to what is said of the course."""
    return ["plugins", PLUGIN] if PLUGIN in config.plugins else ["extra", "course"]


def project_of(
    files: Files, config: MkDocsConfig, settings: CourseSettings, finished: bool = False
) -> coursework.Project:
    """The project as the engine knows it, to be `finished` or only looked at. Raises UnusableError."""
    root, texts = Path(config.config_file_path).parent, texts_of(files)
    included = dict(included_in(texts, config))
    if is_guest(config):
        texts = pages_of_course(texts, included, root)
    return coursework.Project(
        root=root,
        pages=texts,
        course=settings.id,
        citation_style=settings.citation_style,
        order=list(pages_of(config.nav)),
        stances=settings.stances,
        topics=settings.topics,
        settings=settings.values,
        files=frozenset(files.src_uris),
        docs=Path(config.docs_dir),
        title=str(config.site_name),
        author=settings.author,
        published=published(),
        address=lambda path: "" if finished and _is_own(config.site_url or "") else _address(path, config),
        math=settings.math,
        extensions=_extensions_of(config),
        hosts=settings.hosts,
        keys=settings.keys,
        certainty=settings.certainty,
        corrections=settings.corrections,
        is_guest=is_guest(config),
        # A site of others may have another way to write formulas, or none.
        math_on_pages=not is_guest(config) or settings.values.get("math") is True,
        style_guide=settings.style_guide,
        downloads=settings.downloads,
        embed=settings.embed,
        finished=finished,
        time=build_time(),
        language=str(config.theme.get("language") or "en"),
        folder=settings.folder,
        included={path: each for path, each in included.items() if path in texts},
    )


def _extensions_of(config: MkDocsConfig) -> frozenset[str]:
    """The names of what reads pages: extensions, those in a bundle of them, and plugins, which may as well."""
    names = {str(name).removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    if names & {"extra", "pymdownx.extra"}:
        names |= {"abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables"}
    names |= {"pymdownx.blocks" for name in names if name.startswith("pymdownx.blocks.")}
    if config.mdx_configs.get("toc", {}).get("marker", "[TOC]"):
        names.add("toc.marker")
    return frozenset((*names, *config.plugins))


def set_up_fences(config: MkDocsConfig) -> None:
    """Let the site's Markdown read our blocks and code, also where its settings do not name what that takes."""
    for name in ("pymdownx.highlight", "pymdownx.superfences"):
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
    config.mdx_configs["pymdownx.highlight"] = {**HIGHLIGHT, **config.mdx_configs.get("pymdownx.highlight", {})}
    config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", []).extend(custom_fences())


def texts_of(files: Files) -> dict[str, str]:
    """The text of each page by its path. Raises UnusableError."""
    texts, problems = {}, []
    for file in files.documentation_pages():
        try:
            texts[file.src_uri] = file.content_string
        except UnicodeDecodeError as error:
            problems.append(not_text(f"docs/{file.src_uri}", error))
    if problems:
        raise UnusableError(problems)
    return texts


def lost_settings(config: MkDocsConfig, files: Files) -> Iterator[coursework.Problem]:
    """Settings of the theme that name a page which is not there."""
    pages = files.documentation_pages()
    usable = {"finale": [file.src_uri for file in pages], "help": [file.url for file in pages]}
    for name, targets in usable.items():
        value = str(config.theme.get(name) or "")
        if value and value not in targets:
            message = f"must be a page of the site, not {quoted(value)}{suggestion(value, targets)}"
            yield SettingPlaces(Path(config.config_file_path)).problem(["theme", name], message)


def faults_of_settings(config: MkDocsConfig, files: Files, project: coursework.Project) -> Iterator[coursework.Problem]:
    """All that is wrong with settings that name no page, and with what they bring into a site."""
    yield from unknown_settings(config, project.pages, project.hosts)
    yield from lost_templates(config, project.pages)
    yield from problems_of_theme(config)
    if is_guest(config):
        yield from problems_of_guest(config, project.pages)
        if project.embed:
            message = "must be left out but with theme: coursework, in whose look questions stand in frames"
            yield SettingPlaces(Path(config.config_file_path)).problem([*_keys(config), "embed"], message)
        return
    yield from Look(config).problems
    yield from blocked_settings(config, list(files.src_uris), project.hosts)
    yield from faults_of_sheets(files, config, project.hosts)
    yield from faults_of_tracks(files, config)


def lost_templates(config: MkDocsConfig, pages: Mapping[str, str]) -> Iterator[coursework.Problem]:
    """Pages (texts by their paths) that ask at their head for a template which the theme does not have."""
    for path, text in pages.items():
        name = read_head(path, text).text("template")
        if name is not None and not has_template(config, name):
            message = f"must be a template of the theme, not {quoted(name)}"
            yield name.place.problem("front matter, template", message)


def _address(path: str, config: MkDocsConfig) -> str:
    """The whole address of a page by its path below `docs/`; nothing where the site has none."""
    file = File(path, config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls)
    return urljoin(config.site_url, file.url) if config.site_url else ""
