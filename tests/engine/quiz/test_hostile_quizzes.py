"""Hostile text in every field of a quiz: it is refused in words, or it stays text on the page."""

import json
import re
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

import coursework
import hostile
from coursework.course.content_files import REFERENCES
from coursework.quiz.model import TYPES, Question
from coursework.quiz.read import read_quiz
from coursework.reading.cite import Formatted
from coursework.source import values as source
from coursework.text.citation import keys_in
from coursework.text.snippet import Snippets
from coursework.text.words import words
from hostile import html_let_through  # noqa: F401  a fixture of every test here
from making import MAPS, Generated, Rendered, write_project

LONG = (
    "introduction", "scenario", "right", "wrong", "explanation", "true", "false", "pair", "misreading", "before",
    "after", "blank", "model", "reason", "correction",
)  # fmt: skip
SHORT = (
    "title", "objective", "prompt", "first", "second", "hint", "item", "match", "distractor", "top", "end", "thing",
    "unit", "answer", "other", "mistaken", "gap", "chosen", "point", "position",
)  # fmt: skip
FIELDS = (*LONG, *SHORT)
# A failing quiz is shown as it was found: to shrink one takes minutes.
UNSHRUNK = (Phase.explicit, Phase.generate)
QUIZZES = st.fixed_dictionaries(
    dict.fromkeys(LONG, hostile.texts()) | dict.fromkeys(SHORT, hostile.texts(paragraphs=False))
)


@pytest.fixture(scope="module", autouse=True)
def quick_citations():
    """Citations without Pandoc, which is tried on hostile text in tests/engine/reading."""

    def format_citations(references, clusters, style, cache, language):
        links = {key: f'<a href="#ref-{key}">{key}</a>' for cluster in clusters for key in keys_in(cluster)}
        formatted = {cluster: f"({'; '.join(links[key] for key in keys_in(cluster))})" for cluster in clusters}
        return Formatted(formatted, {reference.id: escape(reference.title) for reference in references})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coursework.course.citations.format_citations", format_citations)
        yield


def choices(text, first, second):
    """Two choices; what a reader chooses from must differ in more than signs."""
    return [
        {"text": f"{text[first]} 1", "correct": "true", "feedback": text["right"]},
        {"text": f"{text[second]} 2", "feedback": text["wrong"]},
    ]


def typed(text):
    """What a reader could type, so that it is accepted as an exact answer: on one line, and to be seen."""
    one_line = " ".join(text.split())
    return "".join(char for char in one_line if unicodedata.category(char) not in ("Cc", "Cf", "Zs") or char == " ")


def cloze_of(text):
    """A text with gaps between hostile ones, where nothing can be taken for another gap or for a link around one."""
    before, after = (re.sub(r"[{}]", "", text[name]) for name in ("before", "after"))
    return re.sub(r"[\[\](<]", "", before) + " {typed} and {chosen} " + after


def quiz_of(text):
    """The YAML of a quiz of every type with a hostile text in each field."""
    own = {
        "single-choice": {
            "scenario": text["scenario"], "choices": choices(text, "first", "second"), "hint": text["hint"],
        },
        "multiple-choice": {"choices": choices(text, "second", "first")},
        "true-false": {"answer": "true", "feedback": {"true": text["true"], "false": text["false"]}},
        "matching": {
            "pairs": [
                {"text": f"{text['item']} 1", "match": f"{text['match']} 1", "feedback": text["pair"]},
                {"text": f"{text['item']} 2", "match": f"{text['match']} 2", "feedback": text["pair"]},
            ],
            "distractors": [f"{text['distractor']} 3"],
        },
        "ordering": {"first": text["top"], "items": [
            f"{text['thing']} 0", f"{text['thing']} 1", {"text": f"{text['thing']} 2", "feedback": text["reason"]},
        ], "last": text["end"]},
        "numerical": {
            "answer": "8", "tolerance": "5%", "unit": text["unit"],
            "misreadings": [{"answer": "9", "feedback": text["misreading"]}],
        },
        "short-answer": {
            "answers": [typed(f"{text['answer']} 1"), typed(f"{text['other']} 2")], "exact": "true",
            "misreadings": [{"answer": typed(f"{text['mistaken']} 3"), "feedback": text["misreading"]}],
        },
        "cloze": {
            "text": cloze_of(text),
            "blanks": {
                "typed": {
                    "answers": [typed(f"{text['gap']} 1")], "exact": "true", "feedback": text["blank"],
                },
                "chosen": {"choices": choices(text, "chosen", "gap")},
            },
        },
        "open-response": {"model-answer": text["model"], "rubric": [f"{text['point']} {n}" for n in range(2)]},
        "opinion": {"scale": [f"{text['position']} {n}" for n in range(3)]},
    }  # fmt: skip
    corrections = [{"day": "2026-11-22", "text": text["correction"]}]
    common = {"prompt": text["prompt"], "explanation": text["explanation"], "corrections": corrections}
    return json.dumps(
        {
            "title": text["title"],
            "introduction": text["introduction"],
            "objectives": [{"id": "one", "text": text["objective"]}],
            "questions": [{"id": type, "type": type, **common, **fields} for type, fields in own.items()],
        },
        ensure_ascii=False,
    )


# What no template spells out: classes with a name put together, and the frame that every table of a page gets.
MADE = {f"class question--{type}" for type in TYPES} | {"class paper--worksheet", "class paper--key"}
MADE |= {"class table-region", "div tabindex", "div aria-label", "div role"}
PAGE = "# A page\n\n```quiz\nq: objectives\n```\n\n- in a list\n\n    ```quiz\n    q\n    ```\n"
OTHERS = "\n```quiz\nq: guess single-choice, multiple-choice, true-false\nq: before opinion\n```\n"


@settings(phases=UNSHRUNK)
@given(QUIZZES)
@example(dict.fromkeys(FIELDS, " zebra [a](&#106;avascript:alert(1)) &nbsp; &#0; <b> {: onclick=x } Elch "))
@example(dict.fromkeys(FIELDS, " zebra [see <script>x</script> @harley1989] [@harley1989; x; @snyder1987] "))
@example(dict.fromkeys(FIELDS, """ zebra "></select></label><img src=x onerror=alert(1)> ' `Elch` """))
def test_a_page_with_a_quiz_holds_only_what_templates_and_markdown_make(texts):
    with tempfile.TemporaryDirectory() as folder:
        files = {"quizzes/q.yml": quiz_of(texts), REFERENCES: MAPS[REFERENCES]}
        course = coursework.build(write_project(Path(folder), files, {"b.md": ""}))
        files = [file for file in course.publishing.files() if file.path.startswith("quizzes/q")]
        pages = {file.path: Generated(course, file) for file in files}
        assert set(pages) == {"quizzes/q.md", "quizzes/q/worksheet.md", "quizzes/q/key.md"}
        pages |= {path: Rendered(course, path, text) for path, text in {"a.md": PAGE, "c.md": OTHERS}.items()}
        for path, page in pages.items():
            assert set(hostile.strangers(page.tree)) - MADE == set()
            asked = {"a.md": len(TYPES), "quizzes/q.md": len(TYPES), "c.md": 1}.get(path, 0)
            assert len(page.all("quiz-question")) == asked, page.problems
            if path in ("a.md", "quizzes/q.md"):
                shown = set(FIELDS) - {"introduction" if path == "a.md" else "objective", "title"}
                assert [name for name in shown if hostile.lost_words(texts[name], page.tree)] == []
            assert page.problems or list(hostile.unsafe_links(page.tree)) == []


def test_the_hostile_quiz_has_every_text_field_of_every_type():
    value, problems = source.parse(quiz_of({name: f"{name}." for name in FIELDS}), "quizzes/q.yml")
    file = read_quiz(value, "q", "quizzes/q.yml", words()["question"])
    assert problems + file.problems == []
    held = repr(file.quiz)
    assert [name for name in FIELDS if f"{name}." not in held] == []
    assert {question.type for question in file.quiz.questions} == set(TYPES), "quiz_of has every type"
    plain = {
        "id",
        "type",
        "objective",
        "level",
        "cite",
        "claims",
        "reread",
        "tolerance",
        "figures",
        "exact",
        "pattern",
        "keep_order",
        "note",
    }
    # What every type has stands in one frame: it is enough that one question has it.
    common = set(Question.__dataclass_fields__)
    lacking = [name for name in common - plain if not any(getattr(question, name) for question in file.quiz.questions)]
    lacking += [
        f"{type}: {name}" for type in TYPES for name in set(TYPES[type].__dataclass_fields__) - common - plain
        if not any(getattr(question, name) for question in file.quiz.questions if question.type == type)
    ]  # fmt: skip
    assert lacking == [], "quiz_of gives each of them a hostile text"


@pytest.fixture(scope="module")
def cloze_page(tmp_path_factory):
    """The page's element for a cloze text with a typed and a chosen gap; None where the text is refused."""
    folder = tmp_path_factory.mktemp("cloze")

    def make(text):
        quiz = json.loads(quiz_of(dict.fromkeys(FIELDS, "x")))
        quiz["questions"] = [question for question in quiz["questions"] if question["type"] == "cloze"]
        quiz["questions"][0]["text"] = text
        files = {"quizzes/q.yml": json.dumps(quiz, ensure_ascii=False), REFERENCES: MAPS[REFERENCES]}
        course = coursework.build(write_project(folder, files))
        page = Rendered(course, "a.md", PAGE)
        assert page.problems or page.all("quiz-question")
        return next(iter(page.all("quiz-question")), None)

    return make


@settings(phases=UNSHRUNK)
@given(*[hostile.texts()] * 3)
@example("[a](", "b.md ", ")")
@example("![", "](b.md) ", "")
@example("<https://example.org/", " ", ">")
@example("[a]: ", "\n\n[", "][a]")
@example("| a |\n|---|\n| ", "", " |")
@example("    ", "`", "`")
def test_a_gap_is_a_control_in_the_text_or_refused(cloze_page, before, between, after):
    question = cloze_page(f"{before}{{typed}}{between}{{chosen}}{after}")
    if question is None:
        return
    parents = {child: parent for parent in question.iter() for child in parent}
    gaps = [element for element in question.iter() if element.get("data-blank")]
    assert sorted(gap.tag for gap in gaps) == ["input", "select"]
    assert [gap.tag for gap in gaps if parents[gap].tag == "a"] == []
    assert "\ue000" not in ET.tostring(question, encoding="unicode")


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
