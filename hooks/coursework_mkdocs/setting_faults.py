"""Settings of the host that ask for what the policy of the site blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

import coursework
from coursework.source.problem import quoted, suggestion
from coursework.source.signs import is_address
from coursework.text.hosts import PICTURES, Hosts
from coursework_mkdocs.blocked import faults
from coursework_mkdocs.nav_check import MARKUP
from coursework_mkdocs.page_markup import Element, elements_of
from coursework_mkdocs.setting_places import Keys, SettingPlaces


def blocked_settings(config: MkDocsConfig, paths: Sequence[str], hosts: Hosts) -> Iterator[coursework.Problem]:
    """What is wrong with the scripts, the sheets, the pictures and the HTML that settings name.

    `paths` are those of the files of the site, as from `docs/`.
    """
    found = list(_found(config, paths, hosts))
    places = SettingPlaces(Path(config.config_file_path))
    for keys, message in found:
        yield places.problem(keys, message)


def _found(config: MkDocsConfig, paths: Sequence[str], hosts: Hosts) -> Iterator[tuple[Keys, str]]:
    text = Path(config.config_file_path).read_text(encoding="utf-8-sig")
    elements = elements_of(config.copyright or "")
    for place, script in enumerate(config.extra_javascript):
        address = script if isinstance(script, str) else script.path
        for message in _file_faults(Element("script", {"src": address}), address, paths, hosts, text):
            yield ["extra_javascript", place], message
    for place, sheet in enumerate(config.extra_css):
        for message in _file_faults(Element("link", {"rel": "stylesheet", "href": sheet}), sheet, paths, hosts, text):
            yield ["extra_css", place], message
    for fault in faults(elements, hosts):
        if not fault.is_advice:
            yield ["copyright"], fault.message
    for name in ("logo", "favicon"):
        if message := _picture_fault(str(config.theme.get(name) or ""), paths, hosts):
            yield ["theme", name], message
    if MARKUP.search(config.site_description or ""):
        yield ["site_description"], "must be words without HTML, which no list of findings shows"
    if config.extra.get("analytics"):
        yield (
            ["extra", "analytics"],
            "must be left out: nothing that counts visits is run, and nothing is sent anywhere",
        )


def _file_faults(element: Element, address: str, paths: Sequence[str], hosts: Hosts, settings: str) -> Iterator[str]:
    """What is wrong with a script or a sheet; one that does not stand in `settings` a plugin may still make."""
    yield from (fault.message for fault in faults([element], hosts))
    if address in settings and (message := _lost(address, paths)):
        yield message


def _picture_fault(address: str, paths: Sequence[str], hosts: Hosts) -> str:
    return hosts.fault(PICTURES, address) or _lost(address, paths)


def _lost(address: str, paths: Sequence[str]) -> str:
    """What is wrong with an address if it is that of a file of the site, and there is none."""
    if not address or not is_address(address) or urlsplit(address).scheme or address.startswith("//"):
        return ""
    path = urlsplit(address).path
    if path in paths:
        return ""
    return f"must be a file in docs/, by its path from there, not {quoted(address)}{suggestion(path, paths)}"
