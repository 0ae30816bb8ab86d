"""What a sheet of styles asks of other hosts, which the policy of the site blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

import coursework
from coursework.source.problem import quoted
from coursework.text.hosts import PICTURES, Hosts
from coursework.text.media import ending_of

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ELSEWHERE = re.compile(
    r"""(?P<import>@import\s+)?(?:url\(\s*)?["']?\s*(?P<address>(?:https?:)?//[^"')\s;]+)""", re.IGNORECASE
)
_FONTS = frozenset(["woff2", "woff", "ttf", "otf", "eot"])


def faults_in(sheet: str, hosts: Hosts) -> Iterator[tuple[str, int, str]]:
    """Each address of another host in a sheet, where it stands in it, and what is wrong with it."""
    text = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), sheet)
    for match in _ELSEWHERE.finditer(text):
        address = match["address"]
        message = hosts.fault(PICTURES, address)
        if match["import"] or ending_of(address) in _FONTS:
            message = f"must be a file in docs/, not {quoted(address)}: no sheet and no font of another host is used"
        if message:
            yield address, match.start("address"), message


def faults_of_sheets(files: Files, config: MkDocsConfig, hosts: Hosts) -> Iterator[coursework.Problem]:
    """What is wrong with the sheets that an author put into `docs/`."""
    for file in files:
        if file.src_uri.endswith(".css") and file.src_dir == config.docs_dir:
            text = file.content_bytes.decode(errors="replace")
            for _, offset, message in faults_in(text, hosts) if "//" in text else ():
                line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
                yield coursework.Problem(f"docs/{file.src_uri}", line, column, "", message)
