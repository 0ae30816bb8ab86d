"""Settings of the host that ask for what the policy of the site blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import coursework
from coursework.text.hosts import PICTURES, Hosts
from coursework_mkdocs.blocked import faults
from coursework_mkdocs.page_markup import Element, elements_of
from coursework_mkdocs.setting_places import Keys, SettingPlaces


def blocked_settings(config: MkDocsConfig, hosts: Hosts) -> Iterator[coursework.Problem]:
    """What is wrong with the scripts, the sheets, the pictures and the HTML that settings name."""
    found = list(_found(config, hosts))
    places = SettingPlaces(Path(config.config_file_path))
    for keys, message in found:
        yield places.problem(keys, message)


def _found(config: MkDocsConfig, hosts: Hosts) -> Iterator[tuple[Keys, str]]:
    elements = elements_of(config.copyright or "")
    for place, script in enumerate(config.extra_javascript):
        address = script if isinstance(script, str) else script.path
        for fault in faults([Element("script", {"src": address})], hosts):
            yield ["extra_javascript", place], fault.message
    for place, sheet in enumerate(config.extra_css):
        for fault in faults([Element("link", {"rel": "stylesheet", "href": sheet})], hosts):
            yield ["extra_css", place], fault.message
    for fault in faults(elements, hosts):
        if not fault.is_advice:
            yield ["copyright"], fault.message
    for name in ("logo", "favicon"):
        if message := hosts.fault(PICTURES, str(config.theme.get(name) or "")):
            yield ["theme", name], message
    if config.extra.get("analytics"):
        yield (
            ["extra", "analytics"],
            "must be left out: nothing that counts visits is run, and nothing is sent anywhere",
        )
