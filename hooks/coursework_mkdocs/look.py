"""The look of a course: which of those that there are, and the three colours that it may choose.

A look is a sheet of styles with all its colours; a course says `look` and `colours` below `theme`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

import coursework
from coursework.source.problem import quoted, suggestion
from coursework_mkdocs.colours import OWN, SCHEMES, Colours, faint, is_colour, lightened, palette
from coursework_mkdocs.setting_places import Keys, SettingPlaces

_FOLDER = Path(__file__).parent / "looks"
PLAIN = "plain"
_SHEETS = {PLAIN: ("plain.css", "frames.css"), "brackets": ("brackets.css",)}
# What only another look needs.
_UNUSED = {PLAIN: ("assets/newsreader-display*", "assets/mark.svg"), "brackets": ("assets/favicon.svg",)}
_BLOCK = re.compile(r'\[data-md-color-scheme="(default|slate)"\] \{(.*?)\}', re.DOTALL)
_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]+);")
# The letters in the second file of the display font, as its rule in the sheet has them, and what a page shows in that
# font from the beginning.
_MORE_LETTERS = re.compile("[\u00a1-\u00ac\u00ae-\u00ff\u0131\u0152\u0153]")
_DISPLAYED = re.compile(
    r"<(h[1-6]|dt|\w+(?=[^>]*\sclass=\"(?:figure__title|guesses__title|lede|lockup__name|paper__prompt|question__prompt"
    r"|reading__title|row__title|turn__title)[\"\s]))\b[^>]*>(.*?)</\1>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
_COLOURS_RULE = "must be a colour as #0a549e, or a list of two, for light and for dark"


class Look:
    """How a course looks, by its settings: `problems` and `advice` are on those, `sheet` is CSS.

    `papers` are the colours of the page, light and dark.
    """

    def __init__(self, config: MkDocsConfig):
        self._places = SettingPlaces(Path(config.config_file_path))
        self.problems: list[coursework.Problem] = []
        self.advice: list[coursework.Advice] = []
        name = config.theme.get("look") or PLAIN
        if name not in _SHEETS:
            self._refuse(
                ["look"], f"must be plain or brackets, not {quoted(str(name))}{suggestion(str(name), _SHEETS)}"
            )
        self.name = str(name) if name in _SHEETS else PLAIN
        styles = "\n".join((_FOLDER / file).read_text(encoding="utf-8") for file in _SHEETS[self.name])
        base = {scheme: dict(_COLOUR.findall(block)) for scheme, block in _BLOCK.findall(styles)}
        own = self._own(config.theme.get("colours"), base)
        found = {scheme: palette(base[scheme], own[scheme]) for scheme in SCHEMES}
        for scheme, colours in found.items():
            self._advise(scheme, colours, own[scheme])
        self.papers = [found[scheme]["paper"] for scheme in SCHEMES]
        changed = {scheme: _changed(colours, base[scheme]) for scheme, colours in found.items()}
        self.sheet = "\n".join([styles, *_rules(changed)])

    def _own(self, setting: object, base: Mapping[str, Colours]) -> dict[str, dict[str, str]]:
        """The colours that a course chose, by their schemes."""
        own: dict[str, dict[str, str]] = {scheme: {} for scheme in SCHEMES}
        if setting is not None and not isinstance(setting, dict):
            self._refuse(["colours"], "must be a group of fields, of paper, ink and accent")
            return own
        for name, value in (setting or {}).items():
            if name not in OWN:
                message = f"must be paper, ink or accent, not {quoted(str(name))}{suggestion(str(name), OWN)}"
                self._refuse(["colours", name], message, of_name=True)
                continue
            values = value if isinstance(value, list) else [value]
            if not 1 <= len(values) <= len(SCHEMES) or not all(map(is_colour, values)):
                self._refuse(["colours", name], f"{_COLOURS_RULE}, not {quoted(str(value))}")
                continue
            for scheme, colour in zip(SCHEMES, values):
                own[scheme][name] = str(colour).lower()
        if "accent" in own["default"] and "accent" not in own["slate"]:
            paper = {**base["slate"], **own["slate"]}["paper"]
            own["slate"]["accent"] = lightened(own["default"]["accent"], paper)
        return own

    def _advise(self, scheme: str, colours: Colours, own: Colours) -> None:
        for pair in faint(colours, own):
            message = (
                f"should have a contrast of 4.5 to 1 with {pair.other} ({colours[pair.other]}) in {SCHEMES[scheme]} "
                f"colours, not {pair.contrast:.1f}"
            )
            problem = self._places.problem(["theme", "colours", pair.own], message)
            self.advice.append(coursework.Advice(*astuple(problem)))

    def _refuse(self, keys: Keys, message: str, of_name: bool = False) -> None:
        self.problems.append(self._places.problem(["theme", *keys], message, of_name))

    def leave_out_unused(self, files: Files, config: MkDocsConfig) -> None:
        """Take out of a site's files what only another look needs, unless its settings name it."""
        named = {str(config.theme.get(name)) for name in ("favicon", "logo")}
        for file in list(files):
            if any(fnmatch(file.src_uri, unused) for unused in _UNUSED[self.name]) and file.src_uri not in named:
                files.remove(file)


def fonts_of_page(html: str, look: object) -> list[str]:
    """The fonts that a page asks for at once beside the one of every page, as a heading would not wait for them."""
    if look != "brackets" or not _MORE_LETTERS.search(html):
        return []
    displayed = (_TAG.sub("", match[2]) for match in _DISPLAYED.finditer(html))
    return ["assets/newsreader-display-more.woff2"] if any(map(_MORE_LETTERS.search, displayed)) else []


def _changed(colours: Colours, base: Colours) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items() if base.get(name) != colour)


def _rules(changed: Mapping[str, str]) -> Iterator[str]:
    light, dark = (changed[scheme] for scheme in SCHEMES)
    if light:
        yield f':root, [data-md-color-scheme="default"] {{ {light} }}'
    if light or dark:
        # As in the sheet of the look: until Material's script has run, the device decides.
        yield f'[data-md-color-scheme="slate"] {{ {dark} }}'
        yield f"@media (prefers-color-scheme: dark) {{ body:not([data-md-color-media]) {{ {dark} }} }}"
