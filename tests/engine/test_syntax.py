"""A file that is no YAML, and texts that YAML reads in another way than they look: told where the cause stands."""

from __future__ import annotations

import pytest
import yaml

import coursework
from coursework.source import values as source

PATH = "quizzes/maps.yml"
SIGNS = "must have this text in quotes, or after `|` on lines of its own, because of its signs"
HYPHEN = "must have a space after the hyphen"
COLON = "must have a space after the colon"
SPACES = "must be indented with plain spaces, not with those that web pages and word processors have"
END = "must end with the quotation mark it begins with"
WHOLE = "must be in quotes as a whole, with no such mark inside, or after `|` on lines of its own"
BACKSLASH = "a `\\` is a sign of YAML in double quotes: put the text in single quotes, or after `|` on lines of its own"

NO_YAML = {
    "title: a\nprompt:What\nid: b\n": ("2:1", COLON),
    "items:\n  - id:a\n    b: c\n": ("2:5", COLON),
    "items:\n  -id: a\n   b: c\n": ("2:3", HYPHEN),
    "items:\n  - a\n  -{b: c}\n": ("3:3", HYPHEN),
    "items:\n  - id: a\n \u00a0\u00a0\u00a0b: c\n": ("3:1", SPACES),
    "a:\n  b: c\n \u2003d: e\n": ("3:1", SPACES),
    "a: - b\n": ("1:4", SIGNS),
    "a: ? b\n": ("1:4", SIGNS),
    "a: a ratio:\n": ("1:4", SIGNS),
    "a: one: two\n": ("1:4", SIGNS),
    "- {a: Number #3, b: c}\n- {a: d}\n": ("1:4", SIGNS),
    'a: "b\nc: "d" e\n': ("1:4", END),
    "a: 'b\nc: 'd' e\n": ("1:4", END),
    'a: "b\nc: d\n': ("1:4", END),
    'a: "b" means what?\n': ("1:4", WHOLE),
    "a: 'the client's'\n": ("1:4", WHOLE),
    'a: "the \\sum"\n': ("1:9", f"must not hold this `\\`: {BACKSLASH}"),
    'a: "C:\\Users"\n': ("1:7", f"must not hold this `\\`: {BACKSLASH}"),
    'a: "\\xq"\n': ("1:5", f"must not hold this `\\`: {BACKSLASH}"),
    "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> mine\n": (
        "2:1", "must be one version: git left two here, at '<<<<<<< HEAD'"
    ),
    "a: b\nc\nd: e\n": ("2:1", "must be `name: value`, with a colon and a space, not 'c'"),
    "a = b\nd: e\n": ("1:1", "must be `name: value`, with a colon and a space, not 'a = b'"),
    "a: [b, c\nd: e\n": ("1:4", "must end with `]`, as it begins with `[`; a text that does needs quotes"),
    "a: {b: c\nd: e\n": ("1:4", "must end with `}`, as it begins with `{`; a text that does needs quotes"),
    "```yaml\na: b\n```\n": ("1:1", "must be YAML alone, without the line of signs that opens a block of code"),
    "a: one\n  two three\n  four: five\n": ("3:7", "must be indented like its neighbours; a text with `: ` or"),
    "a:\n  - b: c\n    d = e\n    f: g\n": ("3:5", "must be `name: value`, with a colon and a space, not 'd = e'"),
}  # fmt: skip

TRAPS = {
    "a: See rule # 3 of the list\n": ("1:4", "must be in quotes if '# 3 of the list' belongs to it, which YAML"),
    "a: Does # 3 of four bring it?\n": ("1:4", "must be in quotes if '# 3 of four bring it?' belongs to it"),
    "a: See #3\n": ("1:4", "must be in quotes if '#3' belongs to it"),
    "a: one\n  two #three\n": ("1:4", "must be in quotes if '#three' belongs to it"),
    'a: "\\times"\n': ("1:5", f"must not hold `\\times` here: {BACKSLASH}"),
    'a: "one\n  \\nu"\n': ("2:3", "must not hold `\\nu` here: "),
    'a: "C:\\new"\n': ("1:7", "must not hold `\\new` here: "),
    'a: "\\Phi"\n': ("1:5", "must not hold `\\Phi` here: "),
    'a: "snow\\_fall"\n': ("1:9", "must not hold `\\_fall` here: "),
    "a: null\n": ("1:4", "must be left out, or in quotes if the word is meant: `null` is nothing in YAML"),
    "a: [b, ~]\n": ("1:8", "must be left out, or in quotes if the word is meant: `~` is nothing in YAML"),
    "a: {b: No, that is it}\n": ("1:8", "must have this text in quotes, because of the comma in it: 'No, that is it'"),

    "- id: a\n  b: c\n  id: d\n  b: e\n": ("3:3", "must begin with `- ` where another begins: 'id' stands in line 1"),
    "-id: a\n": ("1:1", HYPHEN),
    "a: b\n\u00a0c: d\n": ("2:1", SPACES),
    "a: one\n  - two\n": ("1:4", "must stand after `|`: without it the lines of a list, a"),
    "a: >\n  one\n  - two\n": ("1:4", "must stand after `|`: without it the lines of a list, a"),
    "a: >-\n  ```py\n  two\n  ```\n": ("1:4", "must stand after `|`"),
    "a: 'one\n\n  | b | c |\n  |---|---|'\n": ("1:4", "must stand after `|`"),
    'a: "so:\n  1. one\n  2. two"\n': ("1:4", "must stand after `|`"),
    "a: a <b>c</b>\n": ("1:6", "must be Markdown without HTML, not '<b>': write `**…**`, or the tag in backticks if"),
    "a: |\n  one\n\n  two<br/>\n": ("4:6", "must be Markdown without HTML, not '<br/>': write the tag in backticks"),
    "a: b <!-- c -->\n": ("1:6", "must not hold a comment of HTML, which readers would see"),
    "a: b&nbsp;c\n": ("1:5", "must hold the sign itself, not `&nbsp;`; in double quotes it is `\\u00a0`"),
    "a: caf&eacute;\n": ("1:7", "must hold the sign itself, not `&eacute;`: é"),
    "a: b&#160;c\n": ("1:5", "must hold the sign itself, not `&#160;`"),
}  # fmt: skip

MEANT = [
    "a: word # a comment\n", "# a comment\na: b\n", "a: 'one # two'\n", 'a: "one # two"\n', "a: |\n  one # two\n",
    "a: C#\n",
    'a: "one\\n\\nTwo \\u2014 \\" \\\\ \\/"\n', "a: '\\times'\n", "a: |\n  \\times\n", '{"a": "one\\ttwo"}\n',
    "a: 'null'\n", "a: nullify\n", "a: {b: 'No, that', c: [d, e]}\n", "a: {b: }\n", "a: {b: c, }\n",
    '- {"a": null, "b": [[null]], "c": ""}\n',
    "a: |\n  one\n\n  - two\n", "a: one\n  -two\n",
    "a: in week\n  12. Then\n", "a: H<sub>2</sub>O, 10<sup>3</sup>\n", "a: '`<b>` and ``<i>``'\n",
    "a: |\n  ```html\n  <b>&nbsp;</b>\n  ```\n", "a: |\n  So:\n\n      <b>\n", "a: x < b > c, List<T>, <your name>\n",
    "a: '(?P<b>x)(?<i>y)'\n", "a: AT&T; R&D; Q&A\n", "a: =======\n",
]  # fmt: skip


@pytest.fixture(params=["quick", "slow"])
def loader(request, monkeypatch):
    """YAML's two readers: the slower one is there where PyYAML was built without the other."""
    if request.param == "slow":
        monkeypatch.setattr(source, "_Loader", source._loader(yaml.SafeLoader))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("content", NO_YAML)
def test_what_is_no_yaml_is_told_once_and_at_its_cause(content):
    place, message = NO_YAML[content]
    value, [problem] = source.parse(content, PATH)
    assert value is None
    assert str(problem).startswith(f"{PATH}:{place}: {message}")


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("content", TRAPS)
def test_what_yaml_reads_in_another_way_than_it_looks_is_told_once_and_in_its_place(content):
    place, message = TRAPS[content]
    value, [problem] = source.parse(content, PATH)
    assert value is not None
    assert str(problem).startswith(f"{PATH}:{place}: {message}")


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("content", MEANT)
def test_what_is_meant_as_it_stands_is_told_of_nothing(content):
    value, problems = source.parse(content, PATH)
    assert value
    assert problems == []


def test_the_marks_of_a_merge_are_told_in_a_page_but_not_in_its_code(project):
    marks = "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n"
    course = coursework.build(project(pages={"a.md": f"# A\n\n{marks}", "b.md": f"# B\n\n```\n{marks}```\n"}))
    told = [str(problem) for problem in course.problems({}) if "git" in problem.message]
    assert told == ["docs/a.md:3:1: must be one version: git left two here, at '<<<<<<< HEAD'"]
