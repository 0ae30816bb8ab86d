"""What the settings say of the course: read leniently, with all that is wrong with them.

They stand where the plugin is named, or below `extra.course` where a hook takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import coursework
from coursework.reading.cite import CitationError, style_file
from coursework.source.problem import nearest, quoted, suggestion
from coursework.source.signs import CONTROL, NO_CONTROL, legible
from coursework.text.corrections import read_corrections
from coursework.text.hosts import Hosts, origin_of, read_hosts
from coursework.text.stance import NAME_RULE, Note, Stances, is_name, name_fault, read_stances
from coursework_mkdocs.download_settings import formats_in
from coursework_mkdocs.guest import is_guest
from coursework_mkdocs.setting_places import Keys, SettingPlaces
from coursework_mkdocs.unused_settings import unused_settings

PLUGIN = "coursework"
_TEXTS = ("id", "author", "citation_style", "competing_interests")
_NAMES = (
    *_TEXTS, "contact", "reviewers", "stances", "topics", "full_styles", "math", "hosts", "keys", "certainty",
    "style_guide", "folder", "corrections", "downloads", "embed",
)  # fmt: skip
# Settings of the theme, ours first; any other may be that of a template of the course.
_OF_THEME = (
    "help", "finale", "notice", "colours", "look", "name", "custom_dir", "static_templates", "locale", "language",
    "direction", "features", "palette", "font", "icon", "logo", "favicon",
)  # fmt: skip
_NEAR = 0.7
_FOLDER = re.compile(r"\w[\w-]*(?:/\w[\w-]*)*/?")
_HOST_TEXTS = ("site_name", "site_description", "site_author", "copyright", "nav")
# A block that shows a setting by its name, which may so be any.
_SHOWN = re.compile(r"^\W*(?:```|~~~)\W*setting\s+([a-z_]+):", re.MULTILINE)


@dataclass
class CourseSettings:
    """The settings as far as they can be used, `problems` with the others, and `advice`.

    `folder` is where the pages of the course stand, as `practice/`.
    `values` are all of them by their names, as a page may show them.
    """

    id: str = "course"
    author: str = ""
    citation_style: str = "apa"
    full_styles: bool = False
    math: bool = True
    keys: bool = True
    certainty: bool = True
    corrections: str = ""
    style_guide: bool = False
    downloads: Sequence[str] = ()
    embed: bool = False
    folder: str = ""
    stances: Stances = field(default_factory=Stances)
    topics: dict[str, str] = field(default_factory=dict)
    hosts: Hosts = field(default_factory=Hosts)
    values: dict[str, object] = field(default_factory=dict)
    problems: list[coursework.Problem] = field(default_factory=list)
    advice: list[coursework.Advice] = field(default_factory=list)


class UnusableError(Exception):
    """Something without which nothing else can be told; `problems` names each that was found until then."""

    def __init__(self, problems: Sequence[coursework.Problem]):
        super().__init__("the course cannot be read")
        self.problems = problems


def read_settings(config: MkDocsConfig) -> CourseSettings:
    """Read what the settings say of the course; what no page can show is taken out of those of the host as well.

    Raises UnusableError where nothing of the course could be told from them.
    """
    places = SettingPlaces(Path(config.config_file_path))
    found = CourseSettings(problems=list(places.repeated()))

    def note(keys: Keys, message: str, of_name: bool = False) -> None:
        found.problems.append(places.problem(keys, message, of_name))

    for name in _HOST_TEXTS:
        config[name] = _legible(config[name], [name], note)
    for name in list(config.extra):
        config.extra[name] = _legible(config.extra[name], ["extra", name], note)
    for name in list(config.theme):
        config.theme[name] = _legible(config.theme[name], ["theme", name], note)
        near = None if name in _OF_THEME else nearest(name, _OF_THEME, _NEAR)
        if near and places.is_set(["theme", name]) and not is_guest(config):
            note(["theme", name], f"must be a known setting, not {quoted(name)}. Did you mean {quoted(near)}?", True)
    if not _is_material(config, note) or _is_twice(config, note):
        raise UnusableError(found.problems)
    keys, course = _course(config)
    if PLUGIN in config.plugins and "course" in config.extra:
        note(["extra", "course"], f"must be left out: what is said of the course stands at {PLUGIN}, in plugins", True)
    if not isinstance(course, Mapping):
        what = "nothing" if course is None else "a list" if isinstance(course, list) else quoted(str(course))
        note(keys, f"must be a group of fields (`name: value`), with at least an `id`, not {what}")
        raise UnusableError(found.problems)
    found.hosts = Hosts(own=origin_of(str(config.site_url or "")))
    _read(course, found, lambda names, message, of_name=False: note([*keys, *names], message, of_name))
    if found.folder and not is_guest(config):
        note(
            [*keys, "folder"],
            "must be left out with theme: coursework, which knows the pages of a course by their places",
        )
    if not found.keys:
        message = "publishes no key; all answers still stand in the source of the pages, for who looks there"
        found.advice.append(coursework.Advice(*astuple(places.problem([*keys, "keys"], message))))
    of_theme = () if is_guest(config) else unused_settings(config, places, found.full_styles)
    for keys, message in of_theme:
        found.advice.append(coursework.Advice(*astuple(places.problem(keys, message))))
    return found


def unknown_settings(config: MkDocsConfig, pages: Mapping[str, str], hosts: Hosts) -> Iterator[coursework.Problem]:
    """Settings of the course that nobody asks for: neither the course itself nor a block of a page (texts by paths).

    Hosts that are allowed must be shown by one.
    """
    keys, course = _course(config)
    names = [name for name in course if name not in _NAMES] if isinstance(course, Mapping) else []
    if names or hosts.all:
        shown = {name for text in pages.values() if "setting" in text for name in _SHOWN.findall(text)}
        places = SettingPlaces(Path(config.config_file_path))
        if hosts.all and "hosts" not in shown:
            message = "must be told to readers, on a page with a block `setting` of `hosts: … {hosts} …`"
            yield places.problem([*keys, "hosts"], message, of_name=True)
        for name in (name for name in names if name not in shown):
            message = f"must be a known setting, or one that a page shows, not {quoted(str(name))}"
            yield places.problem([*keys, name], message + suggestion(str(name), _NAMES), of_name=True)


def _is_twice(config: MkDocsConfig, note: Note) -> bool:
    """Whether all that is done for a course would be done twice."""
    if PLUGIN not in config.plugins:
        return False
    if is_twice := f"{PLUGIN} #2" in config.plugins:  # as MkDocs names another of the same
        note(["plugins", PLUGIN], "must be named once, not twice", True)
    if is_hooked := any(Path(file).name == "mkdocs_entry.py" for file in config.hooks):
        note(["hooks"], f"must not name mkdocs_entry.py: the plugin {PLUGIN} does the same")
    return is_twice or is_hooked


def _course(config: MkDocsConfig) -> tuple[Keys, object]:
    """The names that lead to what is said of the course, and that."""
    if plugin := config.plugins.get(PLUGIN):
        return ("plugins", PLUGIN), plugin.config
    return ("extra", "course"), config.extra.get("course")


def _read(course: Mapping[str, object], found: CourseSettings, note: Note) -> None:
    values = dict(course)
    for name in _TEXTS:
        value = values.get(name)
        if value is not None and not isinstance(value, str):
            note([name], f"must be text, {'not a list' if isinstance(value, list) else 'in quotes'}")
            values[name] = ""
    found.values, found.author = values, str(values.get("author") or "")
    id = values.get("id")
    if is_name(id):
        found.id = str(id)
    elif course.get("id") is None or isinstance(course["id"], str):
        message = f"{NAME_RULE}, not {quoted(str(id))}"
        note(["id"], message if id else f"must be there: {NAME_RULE.removeprefix('must be ')}; answers carry it")
    style = str(values.get("citation_style") or "apa")
    try:
        style_file(style)
        found.citation_style = style
    except CitationError as error:
        note(["citation_style"], str(error).removeprefix("citation_style "))
    for name in ("full_styles", "math", "keys", "certainty", "style_guide", "embed"):
        if not isinstance(values.get(name, True), bool):
            note([name], f"must be true or false, not {quoted(str(values[name]))}")
    found.full_styles, found.style_guide = values.get("full_styles") is True, values.get("style_guide") is True
    found.math, found.keys = values.get("math") is not False, values.get("keys") is not False
    found.certainty, found.embed = values.get("certainty") is not False, values.get("embed") is True
    found.corrections = read_corrections(values.get("corrections"), note)
    found.downloads = list(formats_in(values.get("downloads"), note))
    found.folder = _folder(values.get("folder"), note)
    found.stances = read_stances(values.get("stances") or {}, note)
    found.hosts = read_hosts(values.get("hosts") or {}, note, found.hosts.own)
    values["hosts"] = found.hosts.all  # as a page shows them
    found.topics = dict(_topics(values.get("topics") or {}, note))


def _folder(setting: object, note: Note) -> str:
    """The beginning of the paths of pages in a folder; nothing where none is named."""
    if setting is None or (isinstance(setting, str) and _FOLDER.fullmatch(setting)):
        return f"{setting.strip('/')}/" if setting else ""
    note(["folder"], f"must be a folder below docs/, as practice or learn/practice, not {quoted(str(setting))}")
    return ""


def _topics(setting: object, note: Note) -> Iterator[tuple[str, str]]:
    if not isinstance(setting, Mapping):
        note(["topics"], "must be a group of fields (`word: what readers see`)")
        return
    for name, label in setting.items():
        if not is_name(name):
            note(["topics", name], name_fault(name), of_name=True)
            continue
        is_text = isinstance(label, str) and label.strip()
        if not is_text:
            note(["topics", name], "must be what readers see, as text")
        yield str(name), str(label) if is_text else str(name)


def _legible(value: object, keys: Sequence[object], note: Note) -> object:
    """The value with nothing in it that no page can show."""
    if isinstance(value, str) and CONTROL.search(value):
        note(keys, NO_CONTROL)
        return legible(value)
    if isinstance(value, dict):
        return {_named(name, keys, note): _legible(item, [*keys, name], note) for name, item in value.items()}
    if isinstance(value, list):
        return [_legible(item, [*keys, place], note) for place, item in enumerate(value)]
    return value


def _named(name: object, keys: Sequence[object], note: Note) -> object:
    if isinstance(name, str) and CONTROL.search(name):
        note([*keys, name], NO_CONTROL, of_name=True)
        return legible(name)
    return name


def _is_material(config: MkDocsConfig, note: Note) -> bool:
    """Whether the theme is that for which ours is made; a language that it does not have is told."""
    folders = [Path(folder, "partials/languages") for folder in config.theme.dirs]
    language = str(config.theme.get("language") or "en")
    if not any((folder / f"{language}.html").is_file() for folder in folders):
        languages = sorted({file.stem for folder in folders for file in folder.glob("*.html")})
        if not languages:
            note(["theme", "name"], f"must be material or coursework, not {quoted(str(config.theme.name))}")
            return False
        message = f"must be a language of the theme, as en or pt-BR, not {quoted(language)}"
        note(["theme", "language"], message + suggestion(language, languages))
        config.theme["language"] = "en"
    return True
