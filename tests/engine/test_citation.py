"""Citations as Pandoc writes them, in lessons; those in quizzes go the same way (see test_snippet)."""

import pytest

from coursework.text.citation import clusters_in, is_cluster, keys_in
from making import text_of


def cited(page):
    return [text_of(span) for span in page.all("span") if span.get("id", "").startswith("cite-")]


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("[@a]", ["[@a]"]),
        ("[@a; @b] and @c, d", ["[@a; @b]", "@c"]),
        ("[see @a, pp. 3-4; also -@b]", ["[see @a, pp. 3-4; also -@b]"]),
        ("[see\n  @a]", ["[see @a]"]),
        ("@a_b:2.c-d. @e:", ["@a_b:2.c-d", "@e"]),
        ("ada@example.org and https://example.org/@a", []),
        ("\\@a and [\\@a]", []),
        ("[@a](b.md) [text](c@d)", ["@a"]),
        (
            "@a [p. 3] and @b\n[pp. 4-5], @c [see](d.md) @e [f][g] @h [@i] @j [k; l]",
            [
                "@a [p. 3]",
                "@b [pp. 4-5]",
                "@c",
                "@e",
                "@h",
                "[@i]",
                "@j",
            ],
        ),
        ("[@a][@b] [see @c][-@d, p. 3] [@e][f]", ["[@a]", "[@b]", "[see @c]", "[-@d, p. 3]", "@e"]),
        ("@ alone, @@a, a@", []),
    ],
)
def test_what_looks_like_a_citation_is_found(text, clusters):
    assert list(clusters_in(text)) == clusters


def test_the_keys_of_a_citation_come_in_their_order():
    assert keys_in("[see @b, p. 3; ada@example.org -@a; @b]") == ["b", "a", "b"]


@pytest.mark.parametrize(
    ("cluster", "is_one"),
    [
        ("[@a; @b]", True),
        ("@a", True),
        ("[@a, p.&nbsp;3]", True),
        ("[@a @b]", False),
        ("[@a, b@c]", False),
        ("[@a; b; @c]", False),
    ],
)
def test_each_part_of_a_citation_cites_one_work(cluster, is_one):
    assert is_cluster(cluster) is is_one


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("So it is [@harley1989].", "So it is (Harley, 1989)."),
        ("[@harley1989; @snyder1987]", "(Harley, 1989; Snyder, 1987)"),
        ("@harley1989 asks.", "Harley (1989) asks."),
        ("@harley1989's map", "Harley (1989)’s map"),
        ("@harley1989 [p. 3] asks.", "Harley (1989, p. 3) asks."),
        ("@harley1989 [pp. 3-4, *his* words]", "Harley (1989, pp. 3–4, his words)"),
        ("@harley1989\n[chap. 2]", "Harley (1989, Chapter 2)"),
        ("@harley1989 [so](index.md)", "Harley (1989) so"),
        ("@harley1989 [p.&nbsp;3]", "Harley (1989) [p. 3]"),
        (
            "[see @harley1989, chap. 2, sec. 3; cf. @snyder1987, fig. 4]",
            "(see Harley, 1989, Chapter 2, sec. 3; cf. Snyder, 1987, Figure 4)",
        ),
        ("[see @harley1989, pp. 3-4, and passim]", "(see Harley, 1989, pp. 3–4, and passim)"),
        ("Harley [-@harley1989]", "Harley (1989)"),
        ("So [@harley1989]: it is", "So (Harley, 1989): it is"),
        ("[see\n@harley1989]", "(see Harley, 1989)"),
        ("[@harley1989, *p.* 3]", "(Harley, 1989, p. 3)"),
        ("**[@harley1989]**", "(Harley, 1989)"),
        ("- [see @harley1989;\n  @snyder1987]", "(see Harley, 1989; Snyder, 1987)"),
        ("> @snyder1987", "Snyder (1987)"),
        ("Term\n:   [@harley1989]", "Term (Harley, 1989)"),
        ("[@harley1989]{ .note }", "(Harley, 1989)"),
        ("[see <b>this</b> <br> @harley1989]", "(see <b>this</b> <br> Harley, 1989)"),
    ],
)
def test_a_citation_is_shown_in_the_style_of_the_course(render, text, shown):
    page = render(text, "about.md")
    assert page.problems == []
    assert page.text().split(" References ")[0] == shown
    assert len(cited(page)) == 1
    assert not page.all("br")


@pytest.mark.parametrize(
    "text",
    [
        r"\@harley1989", r"[\@harley1989]", "ada@harley1989.org", "`@harley1989`", "`[@harley1989]`",
        "    @harley1989", "```\n@harley1989\n```", "https://example.org/@harley1989",
        "<https://example.org/@harley1989>", "[as @harley1989 says](index.md)", "[@harley1989](index.md)",
        "![@harley1989](map.png)",
    ],
)  # fmt: skip
def test_what_is_no_citation_is_left_as_it_is(render, text):
    page = render(text)
    assert page.problems == []
    assert cited(page) == []
    assert "@harley1989" in page.text() + page.html
    assert "References" not in page.text()


def test_a_table_cell_and_a_heading_may_cite(render):
    page = render("# As @harley1989\n\n| a |\n|---|\n| [@snyder1987] |\n")
    assert cited(page) == ["Harley (1989)", "(Snyder, 1987)"]
    assert page.problems == []


def test_a_citation_inside_a_link_makes_no_link_in_a_link(render):
    page = render("[as [@harley1989] says](index.md)")
    [link] = page.all("a", href="index.md")
    assert text_of(link) == "as (Harley, 1989) says"
    assert list(link.iter("a")) == [link]
    assert len(page.all("li", id="ref-harley1989")) == 1


def test_an_unknown_key_is_told_with_its_line_and_a_suggestion(render):
    page = render("---\ntitle: harley\n---\n\nIt is so.\n\n> Or not [see @harley1989; @harley1998].\n")
    assert page.problems == [
        "docs/lessons/maps.md:7:28: citation: must be a reference in readings/references.yml, or `\\@` for a plain @,"
        " not 'harley1998'. Did you mean 'harley1989'?"
    ]
    assert "[see @harley1989; @harley1998]" in page.text()


def test_a_key_that_begins_like_another_is_told_where_it_stands(render):
    assert render("By @harley1989.\n\nBy @harley.\n").problems[0].startswith("docs/lessons/maps.md:3:4: citation: ")


@pytest.mark.parametrize("text", ["[@harley1989 @snyder1987]", "[@harley1989; so; @snyder1987]", "[@harley1989, `a`]"])
def test_what_the_formatter_does_not_take_for_a_citation_is_told(render, text):
    page = render(f"It is so\n{text}.")
    assert page.problems[0].startswith(
        "docs/lessons/maps.md:2:1: citation: must be a citation on lines of its own and in words alone, as "
        "`[@key, p. 3; @other]`, not '["
    )
    assert cited(page) == []


def test_a_citation_across_lines_of_a_quotation_is_told_once(render):
    [line] = render("> [see @harley1989;\n> @snyder1987]").problems
    assert line.startswith(
        "docs/lessons/maps.md:1:3: citation: must be a citation on lines of its own and in words alone"
    )


def test_a_formula_and_code_in_a_citation_are_told_as_they_are_read(render):
    [line] = render("A [@harley1989, $x$]").problems
    assert line.startswith(
        "docs/lessons/maps.md:1:3: citation: must be a citation on lines of its own and in words alone"
    )
    assert line.endswith(", not '[@harley1989, x]'")
    [line] = render("A [@harley1989, `p. 33`]").problems
    assert line.endswith(", not '[@harley1989, p. 33]'")


def test_the_references_hold_each_cited_work_once_and_lead_back(render):
    page = render(
        "# A page\n\n@snyder1987, then [@harley1989; @snyder1987], then [@snyder1987, p. 3].\n\n"
        "```quiz\nmaps: north\n```\n"
    )
    [heading] = page.all("h2", id="references")
    entries = page.all("li", class_="reference")
    assert [entry.get("id") for entry in entries] == ["ref-harley1989", "ref-snyder1987"]
    back = [[link.get("href") for link in entry.iter("a") if link.get("href").startswith("#")] for entry in entries]
    assert back == [["#cite-2", "#cite-4"], ["#cite-1", "#cite-2", "#cite-3"]]
    assert [span.get("id") for span in page.all("span") if "id" in span.attrib] == [f"cite-{n}" for n in (1, 2, 3, 4)]
    ids = {element.get("id") for element in page.tree.iter()}
    links = [link.get("href")[1:] for link in page.all("a") if link.get("href", "").startswith("#ref-")]
    assert links
    assert set(links) <= ids
    assert text_of(heading).startswith("References")


def test_a_page_that_cites_nothing_has_no_references(render):
    assert not render("# A page\n\nNothing here.").all("h2")


def test_the_bibliography_lists_all_and_repeats_nothing(render):
    page = render("```bibliography\n```\n\nAs @harley1989 says.", "readings/bibliography.md")
    assert [entry.get("id") for entry in page.all("li", class_="reference")] == ["ref-harley1989", "ref-snyder1987"]
    assert not page.all("h2", id="references")
