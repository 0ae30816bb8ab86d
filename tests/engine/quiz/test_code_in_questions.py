"""Code in questions: sign for sign, wherever a text may hold a block of it, on the page and on paper."""

import json
import re
from pathlib import Path

import pytest
import yaml

from coursework.course.content import REFERENCES
from coursework.quiz.fields import looks
from coursework.quiz.saved import keys
from making import MAPS, lines_of, text_of

HERE = Path(__file__).parent
CODE = yaml.safe_load((HERE / "cases/code-in-every-text-that-may-hold-it.yml").read_text(encoding="utf-8"))["input"]
SIGNS = yaml.safe_load(
    (HERE / "cases/choices-of-code-that-differ-in-signs-spaces-and-quotes.yml").read_text(encoding="utf-8")
)["input"]
FILES = {"quizzes/code.yml": CODE, REFERENCES: MAPS[REFERENCES]}
BLOCKS = {
    "question": "code", "guess": "code: guess what", "worksheet": "code: worksheet", "key": "code: key",
}  # fmt: skip
PROGRAM = '@app.get\ndef f():\n\n    return "1" -- [^1]\n'
LOOP = 'for i in range(2):\n    print("a")\n'
OTHER = 'for i in range(2):\n  print("a")\n'


@pytest.fixture
def shown(render):
    def show(name):
        page = render(f"# Maps\n\n```quiz\n{BLOCKS[name]}\n```\n", files=FILES)
        assert page.problems == []
        return page

    return show


def code_of(page):
    return ["".join(block.itertext()) for block in page.all("pre")]


@pytest.mark.parametrize("name", BLOCKS)
def test_questions_with_code_look_as_agreed(shown, golden, name):
    page = shown(name)
    golden(HERE / f"golden/code-{name}.html", lines_of(list(page.tree)))


@pytest.mark.parametrize(
    ("name", "choices", "why"), [("question", 2, True), ("guess", 1, False), ("worksheet", 1, False), ("key", 1, True)]
)
def test_code_stands_sign_for_sign_where_its_text_stands(shown, name, choices, why):
    code = code_of(shown(name))
    assert code.count(PROGRAM) == 1
    assert "fn main() {}\n" in code and "x = [a](b.md)\n" in code
    assert code.count(LOOP) == code.count(OTHER) == choices, "once to be chosen, and once with its feedback"
    assert [block for block in ("a\na\n", "indented\n", "def f():\n    return 1\n") if (block in code) != why] == []
    assert ("    return 1\n" in code) == (name != "guess"), "a line to be put in order keeps what it is indented by"


@pytest.mark.parametrize("name", BLOCKS)
def test_code_keeps_its_language_its_title_and_its_marks_and_can_be_scrolled(shown, name):
    page = shown(name)
    assert len(page.all("div", class_="language-python highlight")) >= 3
    assert "language-rust highlight" in [block.get("class") for block in page.all("div")]
    assert [text_of(title) for title in page.all("span", class_="filename")] == ["a.py", "b.rs"]
    assert [text_of(line) for line in page.all("span", class_="hll")] == ["def f():"]
    assert [line.get("data-linenos").strip() for line in page.all("span", class_="linenos")] == ["1", "2", "3", "4"]
    scrolled = page.all("pre", role="region", tabindex="0")
    assert len(scrolled) == len(page.all("pre"))
    names = [block.get("aria-label") for block in scrolled]
    assert len(set(names)) == len(names)
    assert "style=" not in page.html


@pytest.mark.parametrize("name", ["question", "guess"])
def test_the_label_of_a_choice_is_its_code_and_holds_nothing_that_can_have_the_focus(shown, name):
    page = shown(name)
    named = [label for label in page.all("label") if label.get("for") and label.find("code") is not None]
    ids = {field.get("id"): field.get("type") for field in page.all("input")}
    assert [ids[label.get("for")] for label in named] == ["radio", "radio"]
    assert {"".join(label.itertext()) for label in named} == {LOOP, OTHER}
    for label in page.all("label"):
        assert [part.tag for part in label.iter() if part.get("tabindex") or part.tag in ("pre", "div", "p")] == []


def test_search_passes_over_all_choices_though_code_stands_among_them(shown):
    for part in shown("question").tree.iter():
        if "data-search-exclude" in part.attrib:
            inner = [each.tag for each in part.iter()][1:]
            assert part.tag not in inner, "search reads on at the first end of an element of the same name"


def test_the_keys_of_choices_of_code_differ_as_their_signs_do(render):
    files = {"quizzes/code.yml": SIGNS, REFERENCES: MAPS[REFERENCES]}
    page = render("```quiz\ncode\n```", files=files)
    assert page.problems == []
    values = [field.get("value") for field in page.all("input") if field.get("name") == "code/which"]
    assert len(set(values)) == 5
    assert not any(re.search(r"[\n\t]", value) for value in values), "an attribute would give them back as spaces"
    texts = [choice["text"] for choice in yaml.safe_load(SIGNS)["questions"][0]["choices"]]
    assert sorted(keys(texts)) == sorted(values)
    # A choice that is like no other keeps its key when a full stop or its capitals change, code or not.
    assert keys(["```\nX\n```", "y"]) == keys(["```\nx\n```", "y"])


def test_code_looks_the_same_only_where_each_sign_does():
    assert looks("```\na  b\n```") != looks("```\na b\n```")
    assert looks("```\nf(“a”)\n```") != looks('```\nf("a")\n```')
    assert looks("“a”  b") == looks('"a" b')


def test_gaps_can_stand_in_code(render):
    quiz = """
title: Code
questions:
  - id: gap
    type: cloze
    prompt: Fill the gaps.
    text: |
      ```python
      for i in {what}(2):
          print("{to-say}")
      ```
    blanks:
      what: {answers: [range], feedback: f}
      to-say: {answers: [hello], feedback: f}
    explanation: e
"""
    page = render("```quiz\ncode\ncode: key\n```", files={"quizzes/code.yml": quiz, REFERENCES: MAPS[REFERENCES]})
    assert page.problems == []
    assert len([field for field in page.all("input") if field.get("class") == "blank"]) == 2
    assert code_of(page)[1:] == ['for i in range(2):\n    print("hello")\n'] * 2
    assert not re.search("[\ue000\ue001]", page.html)


@pytest.mark.parametrize(
    "code", ['```py title="</code></pre>"\nx\n```', "```\n</code><script>alert(1)</script>&nbsp;&#0;\n```",
             '```html\n<a href="javascript:alert(1)" onclick="x">\n```', "    <b onclick=x> `a` *b* [c](d:e)"],
)  # fmt: skip
def test_hostile_code_is_only_shown(render, code):
    question = {
        "id": "q", "type": "single-choice", "scenario": code, "prompt": "What is it?", "explanation": code,
        "choices": [{"text": code, "feedback": code, "correct": "true"}, {"text": "b", "feedback": "c"}],
    }  # fmt: skip
    quiz = json.dumps({"title": "Q", "questions": [question]})
    page = render("```quiz\nq\nq: key\n```", files={"quizzes/q.yml": quiz, REFERENCES: MAPS[REFERENCES]})
    assert page.problems == []
    lines = code.split("\n")[1:-1] if code.startswith("`") else [code.strip()]
    assert code_of(page).count("\n".join(lines) + "\n") == 9, "five times in the question and four on the key"
    assert not [part for part in page.tree.iter() if part.tag in ("script", "b") and part.get("onclick")]
    assert page.all("script") == []
