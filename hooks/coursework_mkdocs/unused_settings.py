"""Settings of Material that do nothing here, or nothing that can be looked at: each is told, and none stops a build."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig

from coursework_mkdocs.setting_places import Keys, SettingPlaces

_UNHEEDED = "should be left out: nothing here heeds it"
_UNSTYLED = (
    "should be left out, or have full_styles: true in the course's settings: the theme's sheet of styles leaves out "
    "what it adds to pages"
)
_UNHEEDED_FEATURES = frozenset((
    "announce.dismiss", "content.action.view", "header.autohide", "navigation.expand", "navigation.footer",
    "navigation.sections", "navigation.tabs.sticky", "search.share", "search.suggest", "toc.integrate",
))  # fmt: skip
_UNSTYLED_FEATURES = frozenset((
    "content.code.annotate", "content.code.copy", "content.code.select", "content.footnote.tooltips",
    "content.tooltips", "navigation.path", "navigation.top",
))  # fmt: skip
_UNHEEDED_KEYS: tuple[Keys, ...] = (
    ("theme", "icon"), ("extra", "alternate"), ("extra", "homepage"), ("extra", "social"),
)  # fmt: skip


def unused_settings(config: MkDocsConfig, places: SettingPlaces, full_styles: bool) -> Iterator[tuple[Keys, str]]:
    """Where each stands, and what is told of it; `full_styles` is the setting of that name."""
    for number, feature in enumerate(config.theme.get("features") or []):
        keys: Keys = ("theme", "features", number)
        if feature in _UNHEEDED_FEATURES:
            yield keys, _UNHEEDED
        elif feature in _UNSTYLED_FEATURES and not full_styles:
            yield keys, _UNSTYLED
    for setting in filter(places.is_set, _UNHEEDED_KEYS):
        yield setting, _UNHEEDED
    for name in ("consent", "version"):
        if config.extra.get(name) and not full_styles:
            yield ("extra", name), _UNSTYLED
    if config.theme.get("font") and places.is_set(("theme", "font")):
        yield ("theme", "font"), "should be false: fonts of another host are not asked for, and the theme has its own"
    palette = config.theme.get("palette")
    for number, scheme in enumerate(palette if isinstance(palette, list) else []):
        for name in ("primary", "accent"):
            if isinstance(scheme, dict) and scheme.get(name, "custom") != "custom":
                yield ("theme", "palette", number, name), "should be custom: the theme has colours of its own"
