"""Hosts beside the site's own from which its pages may show something; all others are blocked by its policy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from coursework.source.problem import quoted, suggestion
from coursework.text.stance import Note

PICTURES, MEDIA, FRAMES = KINDS = ("pictures", "media", "frames")
_HOST = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# What browsers leave out there: spaces and control characters.
_AT_ENDS = "".join(map(chr, range(0x21)))
_SHOWN = {PICTURES: "picture", MEDIA: "film or sound", FRAMES: "frame"}


@dataclass(frozen=True)
class Hosts:
    """Those that a course allows, each as `https://host`, by what may be shown of them; `own` is the site's."""

    pictures: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    own: str = ""

    @property
    def all(self) -> list[str]:
        """Each of them once."""
        return list(dict.fromkeys((*self.pictures, *self.media, *self.frames)))

    def fault(self, kind: str, address: str) -> str:
        """What is wrong with an address from which a page is to show one of KINDS; nothing where it will be shown."""
        read = as_read(address)
        scheme = _SCHEME.match(read)
        if not scheme and not read.startswith("//"):
            return ""
        if scheme and scheme[0].lower() in {PICTURES: ("data:",), FRAMES: ("about:",)}.get(kind, ()):
            return ""
        allowed: tuple[str, ...] = getattr(self, kind)
        origin = origin_of(address)
        if origin and origin in (*allowed, self.own):
            return ""
        if origin_of(re.sub(r"^(?:http:)?//", "https://", read, flags=re.IGNORECASE)) in allowed:
            return f"must begin with https://, not {quoted(address)}"
        return (
            f"must be a file in docs/, not {quoted(address)}: no browser shows a {_SHOWN[kind]} of another host, "
            f"unless `hosts: {{{kind}: [https://…]}}` under extra.course names it"
        )


def as_read(address: str) -> str:
    """An address as browsers read it: without the signs that they leave out, and with `/` for each `\\`."""
    return re.sub(r"[\t\n\r]", "", address.strip(_AT_ENDS)).replace("\\", "/")


def origin_of(address: str) -> str:
    """The scheme and the host of an address; nothing where it has none, or is no address."""
    try:
        parts = urlsplit(as_read(address))
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower() if parts.scheme and parts.netloc else ""


def read_hosts(setting: object, note: Note, own: str = "") -> Hosts:
    """The hosts that a setting names, as far as it can be read; `note` hears of what is wrong with it."""
    if not isinstance(setting, Mapping):
        note(["hosts"], "must be a group of lists, as `pictures: [https://upload.wikimedia.org]`")
        return Hosts(own=own)
    for name in setting:
        if name not in KINDS:
            message = f"must be pictures, media or frames, not {quoted(str(name))}{suggestion(str(name), KINDS)}"
            note(["hosts", name], message, of_name=True)
    pictures, media, frames = (tuple(_of_kind(setting.get(kind), kind, note)) for kind in KINDS)
    return Hosts(pictures, media, frames, own)


def _of_kind(listed: object, kind: str, note: Note) -> Iterator[str]:
    if not isinstance(listed, list):
        if listed is not None:
            note(["hosts", kind], "must be a list, as `[https://upload.wikimedia.org]`")
        return
    for place, host in enumerate(listed):
        if isinstance(host, str) and _HOST.fullmatch(host):
            yield host
        else:
            rule = "must be https:// and the name of one host, without a path, as https://upload.wikimedia.org"
            note(["hosts", kind, place], f"{rule}, not {quoted(str(host))}")
