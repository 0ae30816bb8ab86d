"""What some would miss of the films and the sounds of a page: captions, a transcript, and what plays them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

import coursework
from coursework.source.problem import quoted
from coursework.text.media import ending_of
from coursework_mkdocs.added_files import is_authored
from coursework_mkdocs.page_markup import HEADINGS, Element, Fault

_CAPTIONS = (
    'should have captions for those who do not hear it, `<track kind="captions" src="….vtt">`; one without sound is '
    "`muted`"
)
_TRANSCRIPT = (
    "should have a transcript in its section, for those who do not {}: in a `<details>`, behind a link or below a "
    "heading that says so, or wherever `aria-details` leads"
)
# In Romance and Germanic languages, and in Slavic ones by their letters.
_NAMES_TRANSCRIPT = re.compile(r"tran?s[ck]ri|транскри", re.IGNORECASE)
# What other programs write captions in.
_UNPLAYED = frozenset(("ass", "dfxp", "json", "lrc", "sbv", "smi", "srt", "ssa", "stl", "sub", "ttml", "txt", "xml"))
_AS_VTT = "which begins with a line `WEBVTT` and an empty one, and has times as `00:01.000 --> 00:04.000`"
_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_TIMES = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")


def of_media(elements: Sequence[Element], place: int) -> Iterator[Fault]:
    """What is wrong with the film or the sound at a place among the elements of its page."""
    element, values = elements[place], elements[place].values
    needles = (values.get("src") or next((each.values.get("src", "") for each in element.inside), ""),)
    if "controls" not in values:
        yield Fault(element, needles, "must have `controls` in its tag, or nobody can play it")
    named = [(name, id) for name in ("aria-details", "aria-describedby") for id in values.get(name, "").split()]
    wordy = {each.values.get("id", "") for each in elements if each.text.strip()}
    for name, id in named:
        if id not in wordy:
            message = f"must have in `{name}` the id of an element of its page with words in it, not {quoted(id)}"
            yield Fault(element, needles, message)
    if element.tag == "video" and "muted" not in values:
        if not any(_may_be_captions(each) for each in element.inside):
            yield Fault(element, needles, _CAPTIONS, is_advice=True)
    elif not named and not _has_transcript_near(elements, place):
        sense = "hear it" if element.tag == "audio" else "see it"
        yield Fault(element, needles, _TRANSCRIPT.format(sense), is_advice=True)


def _may_be_captions(element: Element) -> bool:
    values = element.values
    is_kind = values.get("kind", "subtitles").lower() in ("captions", "subtitles")
    return element.tag == "track" and is_kind and bool(values.get("src", "").strip())


def _has_transcript_near(elements: Sequence[Element], place: int) -> bool:
    """Whether a link, a `<summary>` or a heading of the same section, or the heading that follows, names a transcript.

    One of those that have words below them must have some.
    """
    headings = [number for number, element in enumerate(elements) if element.tag in HEADINGS]
    start = max((number for number in headings if number < place), default=0)
    end = min((number for number in headings if number > place), default=len(elements))
    near = (each for each in elements[start : end + 1] if each.heads or each.values.get("href", "").strip())
    return any(_NAMES_TRANSCRIPT.search(element.text) for element in near)


def of_track(element: Element) -> Iterator[Fault]:
    """What is wrong with the name of a file of captions, or of chapters."""
    address = element.values.get("src", "").strip()
    if not address:
        yield Fault(element, (), "must have in `src` the address of a file in docs/, as a.vtt, with its words")
    elif (ending := ending_of(address)) in _UNPLAYED:
        message = f"must be saved as WebVTT, .vtt, {_AS_VTT}: no browser plays {quoted(ending)}"
        yield Fault(element, (address,), message)


def faults_of_tracks(files: Files, config: MkDocsConfig) -> Iterator[coursework.Problem]:
    """What is wrong with the captions that an author put into `docs/`."""
    for file in files:
        if file.src_uri.lower().endswith(".vtt") and is_authored(file, config):
            for line, message in _faults_in(file.content_bytes):
                yield coursework.Problem(f"docs/{file.src_uri}", line, 1, "", message)


def _faults_in(content: bytes) -> Iterator[tuple[int, str]]:
    """The first fault of a file of captions: of more like it, one line tells enough."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield 1, "must be saved as UTF-8, or browsers show other letters"
        return
    lines = text.splitlines()
    if not lines or not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        found = quoted(lines[0]) if text.strip() else "nothing"
        yield 1, f"must begin with a line `WEBVTT` and an empty one, or no browser plays it, not with {found}"
        return
    cues = [(number, line) for number, line in enumerate(lines, 1) if "-->" in line]
    if not cues:
        yield 1, "must have words to show, each below a line of times, as `00:01.000 --> 00:04.000`"
    elif wrong := next(((number, line) for number, line in cues if not _TIMES.fullmatch(line)), None):
        message = "must have its times as `00:01.000 --> 00:04.000`, or no browser shows what stands below, not "
        yield wrong[0], message + quoted(wrong[1].strip())
