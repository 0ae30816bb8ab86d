"""Which of the theme's two style sheets a site gets: the one cut down for what courses use, or the whole one.

The one that was cut down stands in our theme under the name of Material's, which holds a hash of what was cut: another
release of Material brings another name, and with it the whole sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from coursework_mkdocs.content_names import name_by_content
from coursework_mkdocs.course_settings import CourseSettings
from coursework_mkdocs.look import Look
from coursework_mkdocs.shrunk_files import shrink
from coursework_mkdocs.theme_folder import theme_folder

_PAPER_SHEET, _BLOCK_SHEET = "assets/paper.css", "assets/blocks.css"
# What the sheet of blocks is for: code, also in questions that are fetched, keys, lists of tasks, tabs and buttons.
_BLOCK = re.compile(r'<(?:(?:pre|kbd|quiz-review)\b|li class="task-list|div class="tabbed-set)|class="md-button')
SHEET = "assets/stylesheets/main.*.css"
# The second sheet, whose colours are all in ours, and where the lines of either stand in what Material is made of.
_UNUSED = ("assets/stylesheets/palette.*", "assets/stylesheets/*.map")
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
# Of these only what Material's script puts in their place is styled.
_BY_SCRIPT = frozenset({"annotate"})
_ATTRIBUTE = ' class="'


def dress(files: Files, config: MkDocsConfig, settings: CourseSettings, styles: str) -> frozenset[str]:
    """Give a site its sheets: one of the theme, and ours with the `styles` of the engine and those of its look.

    Advice on the look goes to the `settings`; gives the classes that only the theme's whole sheet styles.
    """
    look = Look(config)
    settings.advice += look.advice
    config.theme["look"], config.theme["papers"] = look.name, look.papers
    lacking = choose_sheet(files, config, settings.full_styles)
    look.leave_out_unused(files, config)
    shrink(files, config, f"{styles}\n{look.sheet}")
    name_by_content(files, config)
    return lacking


def choose_sheet(files: Files, config: MkDocsConfig, full: bool) -> frozenset[str]:
    """Leave one sheet of the theme among a site's files; gives the classes that only the whole one styles."""
    lacking: frozenset[str] = frozenset()
    theme = theme_folder(config)
    for file in list(files):
        if any(fnmatch(file.src_uri, unused) for unused in _UNUSED):
            files.remove(file)
        elif fnmatch(file.src_uri, SHEET) and file.src_dir == theme:
            folders = [folder for folder in config.theme.dirs if folder != file.src_dir]
            whole = next((folder for folder in folders if Path(folder, file.src_uri).is_file()), None)
            if full or not whole:
                files.remove(file)
            if full and whole:
                files.append(File(file.src_uri, whole, config.site_dir, config.use_directory_urls))
            elif whole:
                text = Path(whole, file.src_uri).read_text(encoding="utf-8")
                lacking = classes_of(text) - classes_of(file.content_string) | _BY_SCRIPT
    return lacking


def sheets_of_page(html: str, scripts: Sequence[str], is_paper: bool) -> list[str]:
    """Our sheets that only some pages have, for a page and the paths of its scripts; is it one to be printed?"""
    sheets = [_BLOCK_SHEET] if _BLOCK.search(html) else []
    if not is_paper and any(path.endswith("/quiz-paper.js") for path in scripts):
        sheets.append(_PAPER_SHEET)  # a worksheet among other things
    return sheets


def classes_of(sheet: str) -> frozenset[str]:
    """The classes that a sheet styles, and a few words in its pictures that look like one."""
    return frozenset(_CLASS.findall(sheet))


def advice(contents: Mapping[str, str], lacking: frozenset[str]) -> Iterator[str]:
    """A line for each class that the sheet lacks, with the first page that has it; of pages (HTML) by their paths."""
    if not lacking:
        return
    advised: set[str] = set()
    for path, html in contents.items():
        # A tenth of what a pattern takes, on pages of which every second tag has a class.
        values = {part[: part.find('"')] for part in html.split(_ATTRIBUTE)[1:]}
        used = {name for names in values for name in names.split()}
        for name in sorted(used & lacking - advised):
            advised.add(name)
            yield (
                f"docs/{path}: has the class '{name}', which the theme's sheet of styles leaves out; "
                "full_styles: true in the course's settings brings the whole one"
            )
