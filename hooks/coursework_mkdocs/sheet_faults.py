"""What a sheet of styles asks of other hosts, which the policy of the site blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

import coursework
from coursework.source.place import line_and_column
from coursework.source.problem import quoted
from coursework.text.hosts import PICTURES, Hosts, as_read
from coursework_mkdocs.added_files import is_authored

_ESCAPE = r"\\(?:[0-9a-f]{1,6}(?:\r\n|\s)?|.)"
_TOKEN = re.compile(
    rf"""/\*.*?(?:\*/|\Z)
    | (?P<quote>["'])(?P<string>(?:{_ESCAPE}|(?!(?P=quote))[^\\\n])*)(?P=quote)?
    | (?P<name>@?(?:{_ESCAPE}|[\w-]|[^\x00-\x7f])+)(?P<call>\(\s*)?
    | (?P<sign>[(){{}};])""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
# An address without quotation marks.
_BARE = re.compile(rf"""(?!["'])(?:{_ESCAPE}|[^\\)])*""", re.DOTALL | re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|\r?\n|(.))", re.DOTALL | re.IGNORECASE)
_FETCHING = frozenset(["url", "src", "image-set", "-webkit-image-set"])


def faults_in(sheet: str, hosts: Hosts) -> Iterator[tuple[str, int, str]]:
    """Each address of another host in a sheet, where it stands in it, and what is wrong with it."""
    for rule, written, offset in _fetched(sheet):
        address = _plain(written)
        if rule == "@namespace":  # which is a name, and nothing that is asked for
            continue
        if rule not in ("@import", "@font-face"):
            message = hosts.fault(PICTURES, address)
        elif as_read(address).lower().startswith("data:"):
            message = f"must be a file in docs/, not {quoted(address)}: no sheet and no font within an address is used"
        elif message := replace(hosts, pictures=()).fault(PICTURES, address):
            message = f"must be a file in docs/, not {quoted(address)}: no sheet and no font of another host is used"
        if message:
            yield written, offset, message


def addresses_in(value: str) -> Iterator[str]:
    """Each address to which a value leads, as one of a sheet or of a drawing."""
    yield from (_plain(written) for _, written, _ in _fetched(value))


def _fetched(sheet: str) -> Iterator[tuple[str, str, int]]:
    """Each address that a browser may ask for, with the at-rule around it, as it is written and where it stands."""
    rule, depth, at = "", 0, 0  # `depth` counts the brackets since one that holds addresses
    while token := _TOKEN.search(sheet, at):
        at = token.end()
        name, sign = _plain(token["name"] or "").lower(), token["sign"]
        if token["quote"]:
            if depth or rule == "@import":
                yield rule, token["string"], token.start("string")
        elif name.startswith("@"):
            rule = name
        elif token["call"] or sign == "(":
            depth += 1 if depth or name in _FETCHING else 0
            if name == "url" and (bare := _BARE.match(sheet, at)):
                at = bare.end()
                yield rule, bare[0].rstrip(), bare.start()
        elif sign == ")":
            depth = max(0, depth - 1)
        elif sign:
            depth = 0
            rule = rule if rule == "@font-face" and sign != "}" else ""


def _plain(written: str) -> str:
    """What is written with escapes, as `\\2f` for a slash, without them."""
    if "\\" not in written:
        return written
    return _ESCAPED.sub(lambda found: _sign(found[1]) if found[1] else found[2] or "", written)


def _sign(code: str) -> str:
    number = int(code, 16)
    return chr(number) if 0 < number < 0x110000 else "\N{REPLACEMENT CHARACTER}"


def faults_of_sheets(files: Files, config: MkDocsConfig, hosts: Hosts) -> Iterator[coursework.Problem]:
    """What is wrong with the sheets that an author put into `docs/`."""
    for file in files:
        if file.src_uri.endswith(".css") and is_authored(file, config):
            text = file.content_bytes.decode(errors="replace")
            for _, offset, message in faults_in(text, hosts):
                yield coursework.Problem(f"docs/{file.src_uri}", *line_and_column(text, offset), "", message)
