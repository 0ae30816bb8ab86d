"""Hostile text in every field of a quiz: it is refused in words, or it stays text on the page."""

import json
import tempfile
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

import coursework
import hostile
from conftest import MAPS, Rendered, write_project
from coursework.citation import keys_in
from coursework.content import REFERENCES
from coursework.reading.cite import Formatted
from coursework.snippet import Snippets

LONG = ("introduction", "scenario", "right", "wrong", "explanation", "true", "false")
SHORT = ("title", "objective", "prompt", "first", "second", "hint")
FIELDS = (*LONG, *SHORT)
# A failing quiz is shown as it was found: to shrink one takes minutes.
UNSHRUNK = (Phase.explicit, Phase.generate)
QUIZZES = st.fixed_dictionaries(
    dict.fromkeys(LONG, hostile.texts()) | dict.fromkeys(SHORT, hostile.texts(paragraphs=False))
)


@pytest.fixture(scope="module", autouse=True)
def quick_citations():
    """Citations without Pandoc, which is tried on hostile text in tests/reading."""

    def format_citations(references, clusters, style, cache):
        links = {key: f'<a href="#ref-{key}">{key}</a>' for cluster in clusters for key in keys_in(cluster)}
        formatted = {cluster: f"({'; '.join(links[key] for key in keys_in(cluster))})" for cluster in clusters}
        return Formatted(formatted, {reference.id: escape(reference.title) for reference in references})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coursework.course.format_citations", format_citations)
        yield


def quiz_of(text):
    """The YAML of a quiz with a hostile text in each field."""
    return json.dumps(
        {
            "title": text["title"],
            "introduction": text["introduction"],
            "objectives": [{"id": "one", "text": text["objective"]}],
            "questions": [
                {
                    "id": "choose", "type": "single-choice", "scenario": text["scenario"], "prompt": text["prompt"],
                    "choices": [
                        {"text": text["first"], "correct": "true", "feedback": text["right"]},
                        {"text": text["second"] + " 2", "feedback": text["wrong"]},
                    ],
                    "hint": text["hint"], "explanation": text["explanation"],
                },
                {
                    "id": "decide", "type": "true-false", "prompt": text["prompt"], "answer": "true",
                    "feedback": {"true": text["true"], "false": text["false"]}, "explanation": text["explanation"],
                },
            ],
        },
        ensure_ascii=False,
    )  # fmt: skip


PAGE = "# A page\n\n```quiz\nq: objectives\n```\n\n- in a list\n\n    ```quiz\n    q\n    ```\n"


@settings(phases=UNSHRUNK)
@given(QUIZZES)
@example(dict.fromkeys(FIELDS, " zebra [a](&#106;avascript:alert(1)) &nbsp; &#0; <b> {: onclick=x } Elch "))
@example(dict.fromkeys(FIELDS, " zebra [see <script>x</script> @harley1989] [@harley1989; x; @snyder1987] "))
def test_a_page_with_a_quiz_holds_only_what_templates_and_markdown_make(texts):
    with tempfile.TemporaryDirectory() as folder:
        files = {"quizzes/q.yml": quiz_of(texts), REFERENCES: MAPS[REFERENCES]}
        course = coursework.build(write_project(Path(folder), files, {"b.md": ""}))
        pages = {file.path: file.content for file in course.files() if file.path == "quizzes/q.md"}
        pages = {path: content.split("\n---\n", 1)[1] for path, content in pages.items()} | {"a.md": PAGE}
        for path, content in pages.items():
            page = Rendered(course, path, content)
            assert list(hostile.strangers(page.tree)) == []
            assert len(page.all("quiz-question")) == 2, page.problems
            shown = set(FIELDS) - {"introduction" if path == "a.md" else "objective", "title"}
            assert [name for name in shown if hostile.lost_words(texts[name], page.tree)] == []
            assert page.problems or list(hostile.unsafe_links(page.tree)) == []


@given(hostile.texts() | st.text())
def test_a_text_becomes_well_formed_markup_of_plain_markdown(text):
    text = hostile.REFUSED.sub("", text)
    snippets = Snippets(lambda cluster: ET.fromstring('<span class="citation">a</span>'))
    for html in (snippets.inline(text), snippets.block(text)):
        tree = ET.fromstring(f"<div>{html}</div>")
        assert {element.tag for element in tree.iter()} <= set(hostile.MARKDOWN) | {"div"}
        assert list(hostile.strangers(tree)) == []
    inline = ET.fromstring(f"<div>{snippets.inline(text)}</div>")
    assert {element.tag for element in inline.iter()} <= {"div", "a", "em", "strong", "code", "img", "span", "br"}


@pytest.mark.parametrize(
    "broken", ["<b onclick='x'>a</b>", "<script>a</script>", "<p class='mine'>a</p>", "<td style='color: red'>a</td>"]
)
def test_the_list_of_what_a_page_may_hold_finds_a_stranger(broken):
    assert len(list(hostile.strangers(ET.fromstring(f"<div>{broken}</div>")))) == 1


def test_a_link_that_could_do_something_is_found():
    tree = ET.fromstring("<p><a href='&#106;avascript:x'/><a href=' JavaScript:x'/><a href='b.md?c:d'/></p>")
    assert len(list(hostile.unsafe_links(tree))) == 2
