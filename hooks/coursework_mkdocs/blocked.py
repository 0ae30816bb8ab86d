"""What markup asks for that the policy of the site blocks, and what some readers would miss: each with why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coursework.source.problem import quoted
from coursework.text.hosts import FRAMES, MEDIA, PICTURES, Hosts, as_read, origin_of
from coursework.text.media import DIAGRAM, UNDRAWN, picture_fault
from coursework_mkdocs.media_faults import of_media, of_track
from coursework_mkdocs.page_markup import Element, Fault, elements_of
from coursework_mkdocs.sheet_faults import addresses_in, faults_in

# What a browser loads by itself for an element.
_LOADED = {
    "img": (PICTURES, "src", "srcset"), "input": (PICTURES, "src"), "image": (PICTURES, "href", "xlink:href"),
    "feimage": (PICTURES, "href", "xlink:href"),
    "audio": (MEDIA, "src"), "video": (MEDIA, "src"),
    "track": (MEDIA, "src"), "iframe": (FRAMES, "src"), "frame": (FRAMES, "src"), "link": (PICTURES, "imagesrcset"),
}  # fmt: skip
# An address of several, with the width or the density of its picture behind it.
_OF_SET = re.compile(r"[\s,]*(\S*[^\s,])[^,]*")
_SOURCES = {"picture": (PICTURES, "src", "srcset"), "audio": (MEDIA, "src"), "video": (MEDIA, "src")}
# The types of scripts that are run, or that say how others are; all others are data.
_RUN = re.compile(
    r"|module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma|j|live)script(?:1\.[0-9])?"
)
_FETCHED = frozenset((
    "stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "manifest", "preload",
    "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch",
))  # fmt: skip
# In drawings: what takes the shape or the colours of another, and what sets an attribute anew after a while.
_TAKING = frozenset(("use", "textpath", "mpath", "pattern", "lineargradient", "radialgradient", "filter"))
_SETTING = frozenset(("set", "animate", "animatemotion", "animatetransform"))
_SHAPES = frozenset((
    "fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker", "marker-start", "marker-mid", "marker-end",
))  # fmt: skip
_NO_WORDS = (
    "should say within `![…]` what it shows, for those who do not see it; one that only adorns has "
    "`{ role=presentation }` behind it"
)
_YOUTUBE = re.compile(r"https://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com|youtu\.be)/", re.IGNORECASE)
_WATCHED = re.compile(r"https://(?:[^/]*/(?:watch\?(?:.*&)?v=|shorts/|live/)|youtu\.be/)([\w-]+)", re.IGNORECASE)
_REFERRER = (
    'should have `referrerpolicy="strict-origin-when-cross-origin"`: YouTube shows nothing to a page that says not '
    "where it stands"
)


def addresses_of(element: Element) -> Iterator[tuple[str, str]]:
    """What a browser loads by itself for an element, each as its kind (of `hosts.KINDS`) and its address."""
    kind, *names = _SOURCES.get(element.around, ("",)) if element.tag == "source" else _LOADED.get(element.tag, ("",))
    for name in names:
        value = element.values.get(name, "").strip()
        yield from ((kind, each) for each in (_OF_SET.findall(value) if name.endswith("srcset") else [value]) if each)
    for name in ("poster", "background"):
        if value := element.values.get(name, "").strip():
            yield PICTURES, value


def faults(elements: Sequence[Element], hosts: Hosts) -> Iterator[Fault]:
    """Everything that is wrong with any of the elements of a page."""
    for place, element in enumerate(elements):
        for kind, address in addresses_of(element):
            if message := hosts.fault(kind, address):
                yield Fault(element, (address,), message)
        yield from _of_any(element, hosts)
        if element.tag == "script":
            yield from _of_script(element, hosts)
        elif element.tag == "style":
            yield from (Fault(element, (address,), why) for address, _, why in faults_in(element.text, hosts))
        elif element.tag == "img":
            yield from _of_picture(element)
        elif element.tag in ("audio", "video"):
            yield from of_media(elements, place)
        elif element.tag == "track":
            yield from of_track(element)
        elif element.tag in ("iframe", "frame"):
            yield from _of_frame(element, hosts)


def _of_any(element: Element, hosts: Hosts) -> Iterator[Fault]:
    tag, values = element.tag, element.values
    for name, value in values.items():
        if re.match(r"on[a-z]{3}", name):
            message = f"must not hold `{name}`: no handler in a page is run; a script in a file of its own can listen"
            yield Fault(element, (value, f"{name}="), message)
        elif name == "style":
            message = "must have a class, with its rules in a sheet that extra_css names: no `style` in a tag is heeded"
            yield Fault(element, (value, "style="), message)
        elif name in ("action", "formaction") and _leaves(value, hosts):
            message = f"must be an address of this site, not {quoted(value)}: no form is sent to another host"
            yield Fault(element, (value,), message)
        elif name in ("href", "xlink:href") and as_read(value).lower().startswith("javascript:"):
            message = f"must link to a page or to an https: address, not {quoted(value)}"
            yield Fault(element, (value,), message)
        elif name in _SHAPES or (tag in _TAKING and name in ("href", "xlink:href")):
            for address in addresses_in(value) if name in _SHAPES else [value]:
                if _leaves(address, hosts):
                    message = f"must lead to a shape of this site, as `#name`, not {quoted(address)}: {NO_SHAPE}"
                    yield Fault(element, (address,), message)
    if "ping" in values:
        yield Fault(element, (values["ping"], "ping="), "must not hold `ping`: nothing is sent to anybody")
    if tag in _SETTING and values.get("attributename", "").strip().lower() in ("href", "xlink:href"):
        message = "must not set `href`: where a link leads, and what a picture shows, stands in its own tag"
        yield Fault(element, (values["attributename"],), message)
    if "referrerpolicy" in values and tag != "iframe":
        message = "must be left out: no site learns from a page of this one where its reader came from"
        yield Fault(element, (values["referrerpolicy"],), message)
    classes = values.get("class", "").split()
    if DIAGRAM in classes:
        message = "must be a picture in docs/: what would draw the diagram comes from another host, and is blocked"
        yield Fault(element, (DIAGRAM,), message, fence=DIAGRAM)
    elif f"language-{DIAGRAM}" in classes:
        yield Fault(element, (DIAGRAM,), UNDRAWN, is_advice=True, fence=DIAGRAM)
    if tag in ("object", "embed", "applet"):
        message = f"must be a link, or `<img>`, `<audio>`, `<video>` or `<iframe>`: `<{tag}>` is shown nowhere here"
        yield Fault(element, (values.get("data") or values.get("src", ""),), message)
    elif tag == "base":
        yield Fault(element, (), "must be left out: no browser heeds it here")
    elif tag == "meta" and (values.get("http-equiv") or values.get("name", "").strip().lower() == "referrer"):
        yield Fault(element, (values.get("content", ""),), "must be left out: it would change what the whole page does")
    elif (
        tag == "link" and _FETCHED & {*values.get("rel", "").lower().split()} and _leaves(values.get("href", ""), hosts)
    ):
        address = values["href"]
        yield Fault(element, (address,), f"must name a file in docs/, not {quoted(address)}: {NOTHING_ELSE}")


NOTHING_ELSE = "no sheet and no script of another host is used"
NO_SHAPE = "no browser takes one from elsewhere"


def _leaves(address: str, hosts: Hosts) -> bool:
    """Whether an address leads away from the site."""
    address = as_read(address)
    leads = address.startswith("//") or ":" in address.partition("/")[0]
    return leads and origin_of(address) != (hosts.own or None)


def _of_script(element: Element, hosts: Hosts) -> Iterator[Fault]:
    address = element.values.get("src", element.values.get("href", ""))
    if address:
        if _leaves(address, hosts):
            yield Fault(element, (address,), f"must be a file in docs/, not {quoted(address)}: {NOTHING_ELSE}")
    elif element.text.strip() and _RUN.fullmatch(element.values.get("type", "").strip().lower()):
        message = "must be a file in docs/ that `src` or extra_javascript names: no script that stands in a page is run"
        yield Fault(element, (element.text.strip().splitlines()[0],), message)


def _of_frame(element: Element, hosts: Hosts) -> Iterator[Fault]:
    for fault in faults(elements_of(element.values.get("srcdoc", "")), hosts):  # which is under the same policy
        if not fault.is_advice:
            yield Fault(element, fault.needles, fault.message)
    if not element.values.get("title", "").strip():
        message = "should have a `title` that says what it shows, for those who hear the page"
        yield Fault(element, (element.values.get("src", ""),), message, is_advice=True)
    yield from _of_film_of_youtube(element, hosts)


def _of_film_of_youtube(element: Element, hosts: Hosts) -> Iterator[Fault]:
    """What its player refuses: any address but one, and a page that says not where it stands, as all of ours."""
    address = element.values.get("src", "").strip()
    if not _YOUTUBE.match(address) or hosts.fault(FRAMES, address):
        return
    if film := _WATCHED.match(address):
        embedded = quoted(f"https://www.youtube-nocookie.com/embed/{film[1]}")
        message = f"should lead to {embedded}: YouTube shows its other pages in no frame"
        yield Fault(element, (address,), message, is_advice=True)
    if element.values.get("referrerpolicy", "").strip().lower() in ("", "no-referrer", "same-origin"):
        yield Fault(element, (address,), _REFERRER, is_advice=True)


def _of_picture(element: Element) -> Iterator[Fault]:
    values, address = element.values, element.values.get("src", "")
    if message := picture_fault(address, on_page=True):
        yield Fault(element, (address,), message)
    is_hidden = values.get("role") in ("presentation", "none") or values.get("aria-hidden") == "true"
    named = any(values.get(name, "").strip() for name in ("alt", "aria-label", "aria-labelledby"))
    if not named and not is_hidden:
        yield Fault(element, (address,), _NO_WORDS, is_advice=True)
