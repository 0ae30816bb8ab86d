"""Pictures, films and sounds by the endings of their files, and what is wrong with one that is shown as a picture."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

_FILMS = frozenset(("mp4", "m4v", "webm", "ogv", "mov", "mkv", "avi", "mpg", "mpeg", "wmv"))
_SOUNDS = frozenset(("mp3", "wav", "ogg", "oga", "opus", "m4a", "aac", "flac", "weba", "aif", "aiff", "wma", "mid"))
# Programs put these into documents; browsers show a broken picture.
_OTHERS = frozenset((
    "pdf", "tif", "tiff", "heic", "heif", "eps", "ps", "ai", "psd", "wmf", "emf", "doc", "docx", "odt", "ppt", "pptx",
    "odp", "xls", "xlsx", "html", "htm",
))  # fmt: skip

# The language of diagrams that readers of other sites see drawn.
DIAGRAM = "mermaid"
UNDRAWN = "should be a picture in docs/: nothing draws the diagram, and readers see what stands here as code"


def ending_of(address: str) -> str:
    """The ending of the file at an address, in small letters and without its dot."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return posixpath.splitext(unquote(path))[1][1:].lower()


def picture_fault(address: str, on_page: bool) -> str:
    """What is wrong with what stands at an address, if it is to be a picture; HTML can stand on a page only."""
    ending = ending_of(address)
    tag = "video" if ending in _FILMS else "audio" if ending in _SOUNDS else ""
    if tag and on_page:
        name = "film" if tag == "video" else "sound"
        return f'must be written as `<{tag} controls src="…"></{tag}>`: no {name} is shown as a picture'
    if tag:
        return f'must be a picture, not {ending}: films and sounds stand on a page, as `<{tag} controls src="…">`'
    if ending in _OTHERS:
        return f"must be saved as svg, png, jpg or webp, not {ending}, which no browser shows as a picture"
    return ""
