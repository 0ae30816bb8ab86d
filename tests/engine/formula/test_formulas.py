"""Formulas: where they begin and end, what becomes of them in a page, and what is left of them where words are all."""

import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

import coursework
from coursework.quiz.saved import keys
from coursework.text import mathml
from coursework.text.formula import formulas_in, in_words
from coursework.text.formula_extension import FormulaExtension
from coursework.text.mathml import FormulaError, element_of
from coursework.text.snippet import Snippets, plain_text
from coursework_mkdocs.search_text import searchable
from making import MAPS, Generated, Rendered, write_project

HERE = Path(__file__).parent
FORMULAS = yaml.safe_load((HERE / "formulas.yml").read_text(encoding="utf-8"))
# A text, and the TeX of what is a formula in it: Pandoc's rule.
RULE = [
    ("$x$", ["x"]),
    ("It is $x^2$, and ($y$) or a$z$b", ["x^2", "y", "z"]),
    ("$a b$ and $a\nb$", ["a b", "a\nb"]),
    ("$5 and $10", []),
    ("$5-$10, $20,000 and US$30", []),
    ("20$ or 30$", []),
    ("$ x$ and $x $", []),
    ("$x$2", []),
    (r"\$x$ and $x\$", []),
    (r"\\$x$", ["x"]),
    (r"$\text{\$}$", [r"\text{\$}"]),
    ("$$x$$", ["x"]),
    ("$$ x $$", [" x "]),
    ("$$\nx\n$$", ["\nx\n"]),
    ("$$\nx\n\ny\n$$", []),
    ("`$x$` and ``$`x$``", []),
    ("```\n$x$\n```\n$y$", ["y"]),
    ("    $x$", []),
    ("a\n\n    $x$\n\n$y$", ["y"]),
]
HOSTILE = [
    r"\href{javascript:alert(1)}{x}", r"\unicode{x3C}", r"\style{color:red}{x}", r"\class{a}{x}", r"\cssId{a}{x}",
    r"\htmlData{a=b}{x}", r"\includegraphics{x}", r"\url{https://example.org}", r"\color{red}{x}", r"\require{html}",
    r"\def\a{\a\a}\a", r"\newcommand{\x}{\x}\x", r"\input{/etc/passwd}", r"\begin{equation}\label{x} x\end{equation}",
]  # fmt: skip
HARMLESS = [
    r"\text{<img src=x onerror=alert(1)>}", "<script>alert(1)</script>", r'\text{" onclick="x}', "a<b>c", "'\"",
    r"\text{</math>}", r"\operatorname{<b>}", r"\&nbsp;",
]  # fmt: skip
# Wider than a telephone.
WIDE = " + ".join("abcdefghijklmno")
NO_LISTS = [
    "$$\na\n> b\n$$", "$$\na\n- b\n+ c\n$$", "$$\na\n===\n$$", "$$\n1. a\n$$", "> $$\n> a\n> $$",
    "- b\n\n    $$\n    a\n    $$",
]  # fmt: skip


def markdown(text, inline=False):
    faults = []
    md = Markdown(extensions=["tables", "smarty", "toc", FormulaExtension(lambda *fault: faults.append(fault), inline)])
    html = md.convert(text)
    assert not faults
    return html


def snippets(math=True):
    return Snippets(lambda cluster, page=None: None, math=math)


@pytest.mark.parametrize(("text", "found"), RULE)
def test_a_formula_begins_and_ends_by_pandocs_rule(text, found):
    assert [formula.tex for formula in formulas_in(text)] == found


@pytest.mark.parametrize(("text", "found"), RULE)
def test_a_page_and_a_text_show_what_the_rule_says(text, found):
    tex = [" ".join(each.split()) for each in found]
    assert [math.get("data-tex") for math in ET.fromstring(f"<p>{markdown(text)}</p>").iter("math")] == tex
    if "```" not in text:  # which texts of YAML do not know
        assert [math.get("data-tex") for math in ET.fromstring(f"<p>{snippets().block(text)}</p>").iter("math")] == tex


@pytest.mark.parametrize(
    "text", [text for text, found in RULE if not found and not any(sign in text for sign in ("`", "    ", "\n\n"))]
)
def test_what_is_no_formula_stays_as_written_but_for_an_escaped_dollar(text):
    assert plain_text(snippets().inline(text)) == " ".join(text.replace(r"\$", "$").split())


def test_what_a_school_and_three_sciences_write_becomes_mathml(golden):
    shown = [f"{tex}\n    {snippets().inline(f'${tex}$')}\n" for tex in FORMULAS]
    assert len(shown) > 60
    golden(HERE / "golden/formulas.txt", "".join(shown))


@pytest.mark.parametrize(
    "tex", [*FORMULAS, r"\displaystyle x", r"\underline{x}", r"\sum_{\begin{matrix} a \end{matrix}}"]
)
def test_sizes_stand_where_they_may_and_no_text_begins_with_a_combining_character(tex):
    for part in element_of(tex, display=True).iter():
        assert not {"scriptlevel", "displaystyle"} & {*part.keys()} or part.tag in ("math", "mstyle", "mtable")
        assert part.get("scriptlevel") is None or part.tag == "mstyle"
        assert not unicodedata.combining((part.text or " ")[0])


@pytest.mark.parametrize("tex", FORMULAS)
def test_a_formula_is_the_same_each_time(tex):
    first = ET.tostring(element_of(tex, display=True))
    mathml._mathml.cache_clear()
    assert ET.tostring(element_of(tex, display=True)) == first


@pytest.mark.parametrize("tex", HOSTILE)
def test_a_formula_that_would_lead_run_or_style_is_refused(tex):
    with pytest.raises(FormulaError):
        element_of(tex, display=True)


@pytest.mark.parametrize("tex", HARMLESS)
def test_signs_of_html_in_a_formula_stay_signs(tex):
    whole = ET.fromstring(f"<p>{markdown(f'${tex}$')}</p>")
    assert {part.tag for part in whole.iter()} <= {
        "p",
        "span",
        "math",
        "mi",
        "mo",
        "mn",
        "mtext",
        "mrow",
        "mspace",
        "msup",
    }
    assert whole.find(".//math").get("data-tex") == tex
    for html in (snippets().inline(f"${tex}$"), snippets().block(f"${tex}$")):
        assert plain_text(html) == tex
        assert "<script" not in html and "<img" not in html


@given(st.text(alphabet=r"\abx{}^_$&%#<>\"' 12[]()=frceqtsyl", max_size=40))
def test_whatever_is_written_is_a_formula_of_known_parts_or_refused_with_its_place(tex):
    try:
        element = element_of(tex, display=True)
    except FormulaError as error:
        assert str(error).startswith("must ")
        assert 0 <= error.offset <= len(tex)
    else:
        math = element.find("math")
        assert all(mathml._ELEMENTS.fullmatch(part.tag) for part in math.iter())
        names = {name for part in math.iter() for name in part.attrib} - {"data-tex", "class"}
        assert all(map(mathml._ATTRIBUTES.fullmatch, names))


def test_a_course_without_formulas_does_not_even_ask_for_the_library(project, monkeypatch):
    monkeypatch.setattr(mathml, "converter", lambda: pytest.fail("a formula was made"))
    mathml._mathml.cache_clear()
    course = coursework.build(project(MAPS, {"index.md": "", "lessons/maps.md": "From $5 to $10."}))
    assert "From $5 to $10." in Rendered(course, "lessons/maps.md", "From $5 to $10.").html


def test_styles_for_formulas_are_fetched_only_where_there_are_some(tmp_path):
    def styles(page):
        return coursework.build(write_project(tmp_path, MAPS, {"index.md": "", "lessons/maps.md": page})).styles

    assert ".formula" not in styles("It costs $5 and $10.")
    assert styles("!!! note\n\n    In a box: $x$").count(".formula--wide") > 1


def test_without_math_everything_stays_as_written(tmp_path):
    text = r"It is $x^2$, \$5 and $$\frca$$, $5 or 10$."
    files = MAPS | {"glossary.yml": "- {id: a, term: A, definition: 'It is $x^2$ and \\$5.'}\n"}
    project = write_project(tmp_path, files, {"index.md": "", "lessons/maps.md": text})
    course = coursework.build(
        coursework.Project(project.root, project.pages, "a-course", stances=project.stances, math=False)
    )
    page = Rendered(course, "lessons/maps.md", text)
    assert text in page.html
    assert "<math" not in page.html and not page.problems
    assert [str(each) for each in course.advice if "$" in str(each)] == []
    assert str(course.snippets.inline(text)) == text
    assert ".formula" not in course.styles


def test_every_text_of_yaml_can_hold_a_formula(project):
    files = yaml.safe_load((HERE / "every-text.yml").read_text(encoding="utf-8"))
    course = coursework.build(project(MAPS | files, {"index.md": "", "lessons/maps.md": ""}))
    blocks = ("quiz\nmaps", "readings\nmaps", "figure\nheights", "claims", "glossary", "help")
    pages = [Rendered(course, "index.md", "\n\n".join(f"```{block}\n```" for block in blocks))]
    made = [page for page in course.publishing.files() if isinstance(page, coursework.GeneratedPage)]
    pages += [Generated(course, page) for page in made]
    found = {math.get("data-tex") for page in pages for math in page.tree.iter("math")}
    written = {formula.tex for text in files.values() for formula in formulas_in(text)}
    assert len(written) == 33
    assert written - found == set()
    assert pages[-1].problems == []


@pytest.mark.parametrize("text", NO_LISTS)
def test_a_formula_on_lines_of_its_own_is_no_list_heading_or_quotation(text):
    tree = ET.fromstring(f"<div>{markdown(text)}</div>")
    (math,) = tree.iter("math")
    assert math.get("display") == "block"
    assert len(list(tree.iter("li"))) == text.startswith("-")
    assert len(list(tree.iter("blockquote"))) == text.startswith(">")


def test_text_around_a_formula_on_lines_of_its_own_stays():
    words = plain_text(markdown("We have\n$$\na\n$$\nwhere $a$ is\n\nmore"))
    assert " ".join(words.split()) == "We have a where a is more"


def test_a_formula_takes_no_part_of_a_word_a_link_or_a_tag():
    html = markdown('[a](http://x/$a$) <https://x.org/$b$> <span title="$c$">d</span> *$e$*-axis **$f$**')
    assert 'href="http://x/$a$"' in html and 'href="https://x.org/$b$"' in html and 'title="$c$"' in html
    assert "</span></em>-axis <strong><span" in html


def test_a_heading_has_its_formula_and_its_words_where_words_are_all(render):
    page = render("# The area $\\frac{1}{2}ab$\n\n## Where $a < b$\n\n## Where $a < b$\n\ntext\n")
    assert [heading.get("id") for heading in page.all("h2")] == ["where-a-b", "where-a-b_1"]
    assert page.all("h1")[0].get("id") == "the-area-frac12ab"
    assert all(heading.find("span/math") is not None for heading in (*page.all("h1"), *page.all("h2")))
    md = Markdown(extensions=["toc", FormulaExtension(lambda *fault: None)])
    md.convert("# Where $a < b$")
    assert [token["name"] for token in md.toc_tokens] == ["Where a &lt; b"]


def test_words_alone_hold_a_formula_as_its_tex():
    html = snippets().inline(r"The area $\frac{1}{2} a < b$ & more")
    assert plain_text(html) == r"The area \frac{1}{2} a < b & more"
    assert searchable(str(html)) == r"The area \frac{1}{2} a &lt; b &amp; more"
    assert in_words("<p>none</p>") == "<p>none</p>"


def test_a_table_is_called_by_the_formulas_of_its_columns(render):
    page = render("| $x^2$ | b |\n| --- | --- |\n| 1 | $\\vert x \\vert$ |\n")
    assert [region.get("aria-label") for region in page.all("div", role="region")] == ["Table: x^2, b"]


def test_a_wide_formula_is_a_region_with_a_name_of_its_own(render):
    page = render(f"$$x$$\n\n$${WIDE}$$\n\n$${WIDE}$$\n\nIn a line: ${WIDE}$ and $x$.\n")
    formulas = [each for each in page.all("span") if each.find("math") is not None]
    assert [(each.get("role"), each.get("tabindex"), each.get("aria-label")) for each in formulas] == [
        (None, None, None),
        ("region", "0", "Formula"),
        ("region", "0", "Formula (2)"),
        (None, "0", None),
        (None, None, None),
    ]


def test_a_wide_formula_of_a_question_has_a_name_too_and_in_a_label_is_no_stop_for_the_keyboard(project):
    quiz = MAPS["quizzes/maps.yml"].replace("Equal rain", f"'$${WIDE}$$'")
    quiz = quiz.replace("explanation: A contour line", f"explanation: $${WIDE}$$ line")
    course = coursework.build(project(MAPS | {"quizzes/maps.yml": quiz}, {"index.md": "", "lessons/maps.md": ""}))
    page = Rendered(course, "lessons/maps.md", f"$${WIDE}$$\n\n```quiz\nmaps\n```\n\n## Lines\n")
    assert [each.get("aria-label") for each in page.all("span", role="region")] == ["Formula", "Formula (2)"]
    (label,) = [label for label in page.all("label") if label.find(".//math") is not None]
    assert label.find(".//math").get("display") is None
    assert label.find("span/span").get("tabindex") is None
    assert page.problems == []


def test_choices_are_told_apart_by_their_formulas_as_written():
    assert keys(["$P$", "$p$", "$x^{2}$", "Other"]) == ["$P$", "$p$", "$x^{2}$", "other"]


def test_braces_of_a_formula_are_no_gaps(project):
    quiz = """
title: Maps
questions:
  - id: contour
    type: cloze
    prompt: Which is it?
    text: The value $x^{2}_{max}$ of {n} is $\\sqrt{2}$.
    blanks: {n: {answers: [two], feedback: Yes.}}
    explanation: It is.
"""
    course = coursework.build(project(MAPS | {"quizzes/maps.yml": quiz}, {"index.md": "", "lessons/maps.md": ""}))
    page = Rendered(course, "index.md", "```quiz\nmaps\n```")
    assert {math.get("data-tex") for math in page.all("math")} == {"x^{2}_{max}", r"\sqrt{2}"}
    assert len(page.all("input", type="text")) == 1


def test_the_head_of_a_page_is_no_text(project):
    page = "---\ndescription: $x^2 is\n---\nText.\n"
    assert not [each for each in coursework.build(project(MAPS, {"index.md": page})).advice if "$" in str(each)]
