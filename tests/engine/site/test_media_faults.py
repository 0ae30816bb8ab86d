"""Files of captions that no browser plays are told, each in its own line."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from mkdocs.structure.files import File, Files

from coursework_mkdocs.media_faults import faults_of_tracks

BEGIN = "must begin with a line `WEBVTT` and an empty one, or no browser plays it, not with "
TIMES = "must have its times as `00:01.000 --> 00:04.000`, or no browser shows what stands below, not "
CUE = "00:01.000 --> 00:04.000\nWords\n"


def told(content: bytes, name: str = "assets/a.vtt", folder: str = "docs") -> list[str]:
    file = File(name, folder, "site", True)
    file.content_bytes = content
    return [
        str(problem)
        for problem in faults_of_tracks(Files([file]), SimpleNamespace(theme=SimpleNamespace(dirs=["theme"])))
    ]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("", 1, f"{BEGIN}nothing"), (" \n\n", 1, f"{BEGIN}nothing"),
        (f"1\n{CUE}", 1, f"{BEGIN}'1'"), (f"WEBVTTX\n\n{CUE}", 1, f"{BEGIN}'WEBVTTX'"),
        (f"\nWEBVTT\n\n{CUE}", 1, f"{BEGIN}''"),
        (
            "WEBVTT\n\nNOTE Only a note", 1,
            "must have words to show, each below a line of times, as `00:01.000 --> 00:04.000`",
        ),
        (
            f"WEBVTT\n\n{CUE}\n00:00:05,000 --> 00:00:06,000\nWords\n", 6,
            f"{TIMES}'00:00:05,000 --> 00:00:06,000'",
        ),
        ("WEBVTT\n\n0:01.5 --> 0:04\nWords\n", 3, f"{TIMES}'0:01.5 --> 0:04'"),
    ],
)  # fmt: skip
def test_what_no_browser_plays_is_told(content, line, message):
    assert told(content.encode()) == [f"docs/assets/a.vtt:{line}:1: {message}"]


def test_captions_in_another_encoding_are_told():
    [problem] = told("WEBVTT\n\n00:01.000 --> 00:04.000\nWörter".encode("latin-1"))
    assert problem == "docs/assets/a.vtt:1:1: must be saved as UTF-8, or browsers show other letters"


@pytest.mark.parametrize(
    "content",
    [
        f"WEBVTT\n\n{CUE}", f"\ufeffWEBVTT - A title\r\n\r\n{CUE}",
        "WEBVTT\n\n1\n100:00:01.000 --> 100:00:04.000 align:start position:0%\nWords\n",
        f"WEBVTT\n\nSTYLE\n::cue {{}}\n\nNOTE\nA note\n\n{CUE}",
    ],
)  # fmt: skip
def test_what_browsers_play_is_not(content):
    assert told(content.encode()) == []


def test_what_is_no_caption_of_the_author_s_is_not_looked_at():
    assert told(b"", "assets/a.txt") == told(b"", folder="theme") == []
