"""Hostile text in every field of help, and in a setting of the course."""

import dataclasses
import json
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import coursework
import hostile
from coursework.course.content_files import REFERENCES
from hostile import html_let_through  # noqa: F401  a fixture of every test here
from making import MAPS, Rendered, write_project

FIELDS = ("country", "name", "hours", "languages", "note", "word", "what", "about", "directory", "setting")
LINKS = ' zebra "onclick=x <a href="javascript:alert(1)">Elch</a> &nbsp; ]]> --> <i>ñandú</i> {: onclick=x } '
PAGE = "# Help\n\n```help\n```\n\n```setting\nauthor: By {author}.\n```\n"


def file(text):
    sourced = {"source": "A letter", "source-date": "undated", "read-at": "operator"}
    line = {name: text[name] for name in ("name", "hours", "languages", "note", "word")}
    line |= {"text": "99", "address": 'https://a.example/"><b>', **sourced}
    emergency = {"number": "140", "note": text["what"], **sourced}
    names = (text["country"], "地図", "山")
    help = {
        "checked": "2026-11-22",
        "countries": [{"name": name, "emergency": [emergency], "lines": [line]} for name in names],
        "directories": [{"name": text["directory"], "address": "https://b.example", "about": text["about"]}],
    }
    return json.dumps(help, ensure_ascii=False)


@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, hostile.texts(paragraphs=False))))
@example(dict.fromkeys(FIELDS, LINKS))
def test_help_holds_only_what_templates_and_markdown_make(text):
    with tempfile.TemporaryDirectory() as folder:
        project = write_project(Path(folder), {REFERENCES: MAPS[REFERENCES], "help.yml": file(text)}, {"help.md": PAGE})
        page = Rendered(
            coursework.build(dataclasses.replace(project, settings={"author": text["setting"]})), "help.md", PAGE
        )
    if any("help.yml" in line for line in page.problems):
        return  # an unknown reference or an unsafe link, which is refused
    assert list(hostile.strangers(page.tree)) == []
    assert list(hostile.unsafe_links(page.tree)) == []
    for name in FIELDS:
        assert hostile.lost_words(text[name], page.tree) == [], name
    ids = [part.get("id") for part in page.tree.iter() if part.get("id", "").startswith("help-")]
    assert len(ids) == len(set(ids)) == 3
