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
    """Those that a course allows, each as `https://host`, by what may be shown of them; `own` is the site's.

    `unread` is what could not be read of the setting: what it says is told there, and not of each address as well.
    """

    pictures: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    own: str = ""
    unread: str = ""

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
        need = f"must be a file in docs/, not {quoted(address)}"
        if scheme and (len(scheme[0]) == 2 or scheme[0].lower() == "file:"):
            return f"{need}, which lies on your own computer, where no reader gets it"
        if scheme and scheme[0].lower() not in ("http:", "https:"):
            return f"{need}: no browser shows a {_SHOWN[kind]} of an address with `{scheme[0]}`"
        name = urlsplit(origin).netloc or origin_of(f"https:{address}").removeprefix("https://")
        if name and name in self.unread:
            return ""
        return (
            f"{need}: no browser shows a {_SHOWN[kind]} of another host, "
            f"unless `hosts: {{{kind}: [https://…]}}` in the course's settings names it"
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
    origin = f"{parts.scheme}://{parts.netloc}".lower() if parts.scheme and parts.netloc else ""
    return _without_usual_port(origin)


def _without_usual_port(origin: str) -> str:
    return origin.removesuffix(":443") if origin.startswith("https:") else origin


def read_hosts(setting: object, note: Note, own: str = "") -> Hosts:
    """The hosts that a setting names, as far as it can be read; `note` hears of what is wrong with it."""
    if not isinstance(setting, Mapping):
        note(["hosts"], "must be a group of lists, as `pictures: [https://upload.wikimedia.org]`")
        return Hosts(own=own, unread=_words(setting))
    unread = [_words(listed) for name, listed in setting.items() if name not in KINDS or not isinstance(listed, list)]
    for name in setting:
        if name not in KINDS:
            message = f"must be pictures, media or frames, not {quoted(str(name))}{suggestion(str(name), KINDS)}"
            note(["hosts", name], message, of_name=True)
    pictures, media, frames = (tuple(_of_kind(setting.get(kind), kind, note)) for kind in KINDS)
    listed = [host for kind in KINDS if isinstance(setting.get(kind), list) for host in setting[kind]]
    unread += [_words(host) for host in listed if not _is_host(host)]
    return Hosts(pictures, media, frames, own, " ".join(filter(None, unread)))


def _words(setting: object) -> str:
    return "" if setting is None else str(setting).lower()


def _is_host(listed: object) -> bool:
    return isinstance(listed, str) and _HOST.fullmatch(listed) is not None


def _of_kind(listed: object, kind: str, note: Note) -> Iterator[str]:
    if not isinstance(listed, list):
        if listed is not None:
            note(["hosts", kind], "must be a list, as `[https://upload.wikimedia.org]`")
        return
    for place, host in enumerate(listed):
        if _is_host(host):
            yield _without_usual_port(host)
        else:
            rule = "must be https:// and the name of one host, without a path, as https://upload.wikimedia.org"
            note(["hosts", kind, place], f"{rule}, not {quoted(str(host))}")
