"""What Moodle holds after it imported a file of Moodle XML, by its own source and not by ours.

It follows `question/format/xml/format.php`, `question/format.php` and `question/type/multianswer/questiontype.php` of
moodle/moodle, as they were in version 5.1 and, where cloze differs, before it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from base64 import b64decode
from collections import Counter
from dataclasses import dataclass, field
from html.entities import name2codepoint

WEIGHTS = (
    1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667, 0.1428571, 0.125,
    0.1111111, 0.1, 0.05, 0,
)  # fmt: skip
TYPES = (
    "multichoice",
    "truefalse",
    "shortanswer",
    "description",
    "numerical",
    "matching",
    "cloze",
    "essay",
    "ordering",
)


@dataclass
class Rich:
    """A text of HTML with its files by their names."""

    html: str = ""
    files: dict = field(default_factory=dict)

    @property
    def words(self):
        return words(self.html)


@dataclass
class Answer:
    text: str
    fraction: float
    feedback: Rich = field(default_factory=Rich)
    tolerance: float = 0
    files: dict = field(default_factory=dict)


@dataclass
class Imported:
    type: str
    name: str
    category: str
    idnumber: str
    text: Rich
    general: Rich
    answers: list
    hints: list
    tags: list
    settings: dict
    gaps: list = field(default_factory=list)
    pairs: list = field(default_factory=list)


def words(html):
    """The words of HTML as a browser has them, without any space, since that is laid out."""
    return "".join(decoded(re.sub(r"<[^>]*>", "", html)).split())


def decoded(text):
    """What `html_entity_decode` of PHP gives for HTML 4.01 with `ENT_QUOTES`."""

    def character(found):
        name = found[1]
        if name.startswith("#"):
            return chr(int(name[2:], 16) if name[1] in "xX" else int(name[1:]))
        return chr(name2codepoint[name]) if name in name2codepoint else found[0]

    return re.sub(r"&(#\d+|#[xX][0-9a-fA-F]+|\w+);", character, text)


def imported(content, before_5_1=False):
    """All questions of a file as they then stand in the bank. Raises AssertionError where Moodle would tell a fault."""
    root = ET.fromstring(content)
    assert root.tag == "quiz"
    bank, category, ids = [], "", Counter()
    for element in root:
        assert element.tag == "question"
        if element.get("type") == "category":
            category = path_of(element.findtext("category/text").strip())
            assert rich(element, "info").html
            continue
        question = one(element, category, before_5_1)
        ids[category, question.idnumber] += 1
        if ids[category, question.idnumber] > 1:
            question.idnumber = ""
        bank.append(question)
    return bank


def path_of(text):
    """The names of a path: a single slash parts them, two are one that is meant."""
    names = [re.sub("<[^>]*>", "", name.replace("//", "/")).strip() for name in re.split(r"(?<!/)/(?!/)", text)]
    assert names[:2] == ["$course$", "top"]
    assert all(0 < len(name) <= 255 for name in names)
    return "/".join(shown_string(name) for name in names[2:])


def shown_string(text):
    """What a line is that Moodle shows by `format_string`: without elements, with characters of HTML."""
    assert not re.search(r"<[a-z/!]", text)
    return re.sub(r"&[a-zA-Z0-9#]{1,8};", lambda found: decoded(found[0]), text)


def one(element, category, before_5_1):
    type, name, id = element.get("type"), element.findtext("name/text").strip(), element.findtext("idnumber")
    assert type in TYPES
    assert name and len(name) <= 255 and len(id) <= 100
    settings = {child.tag: (child.text or "").strip() for child in element if len(child) == 0}
    hints = element.findall("hint") if type not in ("essay", "description") else []
    question = Imported(
        type, name, category, id, rich(element, "questiontext"), rich(element, "generalfeedback"), [],
        [Rich(text(each), files(each)) for each in hints],
        [tag.findtext("text").strip()[:50] for tag in element.findall("tags/tag")], settings,
    )  # fmt: skip
    for each in element.findall("answer"):
        fraction = float(each.get("fraction")) / 100
        answer = Answer(
            text(each), fraction, rich(each, "feedback"), float(each.findtext("tolerance") or 0), files(each)
        )
        assert answer.text
        if type == "ordering":
            answer.feedback = Rich()
        else:
            assert any(abs(abs(fraction) - weight) < 0.00001 for weight in WEIGHTS), fraction
        question.answers.append(answer)
    fractions = [answer.fraction for answer in question.answers]
    if type == "multichoice" and settings["single"] == "true":
        assert max(fractions) == 1
    elif type == "multichoice":
        assert round(sum(share for share in fractions if share > 0), 2) == 1
    elif type in ("shortanswer", "numerical"):
        assert max(fractions) == 1
    elif type == "ordering":
        # An answer of a reader names items by their texts.
        assert len({answer.text for answer in question.answers}) == len(question.answers) > 1
    elif type == "matching":
        found = [
            (Rich(text(each), files(each)), each.findtext("answer/text").strip())
            for each in element.findall("subquestion")
        ]
        question.pairs = [(left, shown_string(right)) for left, right in found]
    elif type == "cloze":
        question.text.html, question.gaps = extracted(question.text.html, before_5_1)
    elif type == "numerical":
        assert all(float(answer.text) is not None for answer in question.answers)
    settings["unit"] = element.findtext("units/unit/unit_name") or ""
    settings["graderinfo"] = rich(element, "graderinfo")
    return question


def text(element):
    return (element.findtext("text") or "").strip()


def files(element):
    return {file.get("name"): b64decode(file.text, validate=True) for file in element.findall("file")}


def rich(element, tag):
    found = element.find(tag)
    if found is None:
        return Rich()
    assert found.get("format") == "html"
    return Rich(text(found), files(found))


def patterns(before_5_1):
    """The two that find gaps and their alternatives, put together as Moodle does."""
    end = r"(?<!\\)(?<!&)(?<!&amp;)" if before_5_1 else r"(?<!\\)"
    alternative = rf"(=|%(-?[0-9]+(?:[.,][0-9]*)?)%)?(.+?{end}(?=[~#}}]|$))(#(.*?(?<!\\)(?=[~}}]|$)))?"
    types = "|".join(
        ["NUMERICAL|NM|MULTICHOICE|MC|MULTICHOICE_V|MCV|MULTICHOICE_H|MCH|SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC",
         "MULTICHOICE_S|MCS|MULTICHOICE_VS|MCVS|MULTICHOICE_HS|MCHS|MULTIRESPONSE|MR|MULTIRESPONSE_H|MRH",
         "MULTIRESPONSE_S|MRS|MULTIRESPONSE_HS|MRHS"]
    )  # fmt: skip
    whole = rf"\{{([0-9]*):({types}):(?P<all>{alternative}(~{alternative})*)\}}"
    return re.compile(whole, re.DOTALL), re.compile(f"~?{alternative}", re.DOTALL)


def extracted(html, before_5_1=False):
    """The text with `{#1}` for each gap, and the gaps as (type, answers)."""
    whole, each = patterns(before_5_1)
    gaps = []
    # The text is searched from its beginning again, and a place that an author wrote would be taken for one of these.
    assert not re.search(r"\{#\d+\}", html)
    while found := whole.search(html):
        answers, rest = [], found["all"]
        while part := each.match(rest):
            share = 1 if part[1] == "=" else float((part[2] or "0").replace(",", ".")) / 100
            answers.append(Answer(undone(part[3]), share, Rich(undone(part[5] or ""))))
            rest = rest[part.end() :]
        assert not rest
        assert any(answer.fraction == 1 and answer.text.strip() for answer in answers)
        gaps.append((found[2], answers))
        html = html.replace(found[0], f"{{#{len(gaps)}}}", 1)
    return html, gaps


def undone(text):
    return decoded(text).replace(r"\}", "}").replace(r"\#", "#")


def accepts(answer, typed, with_case=False):
    """Whether a typed answer is that of Moodle, in which `*` stands for anything."""
    bits = re.split(r"(?<!\\)\*", answer.strip())
    pattern = ".*".join(re.escape(bit.replace(r"\*", "*")) for bit in bits)
    return bool(re.fullmatch(pattern, typed.strip(), re.DOTALL | (0 if with_case else re.IGNORECASE)))
