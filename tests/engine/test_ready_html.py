"""Ready HTML: its tags with an address are worked on in the tree of a page, and nothing else of it is touched."""

import xml.etree.ElementTree as ET

import pytest

from coursework.text.shortcuts.ready_html import Ready, ReadyHtml, as_elements, put_in, take_out
from making import lines_of

QUESTION = (
    '<quiz-question id="a/b" data-key="{&quot;right&quot;: [&quot;x &gt; y&quot;]}"><p>One &amp; two</p>'
    '<a href="lessons/a.md?x=1&amp;y=2#b" title="A &quot;b&quot;">c</a>'
    '<input type="radio" value="a href=b"/>'
    '<img src="a.svg" alt="d"/><span class="citation" data-cluster="[@e, p. 3]">(<a href="#ref-e">E</a>)</span>'
    "</quiz-question>"
)


def ready(html):
    return ReadyHtml(html).element()


def same(one, other):
    return lines_of([ET.fromstring(one)]) == lines_of([ET.fromstring(other)])


def test_ready_html_comes_out_as_it_went_in():
    assert same(ready(QUESTION).html(), QUESTION)


def test_its_addresses_and_names_stand_in_the_tree_with_their_values():
    tags = [
        (tag.tag, tag.get("href") or tag.get("src") or tag.get("id") or tag.get("data-cluster"))
        for tag in ready(QUESTION)
    ]
    assert tags == [
        ("quiz-question", "a/b"), ("a", "lessons/a.md?x=1&y=2#b"), ("img", "a.svg"),
        ("span", "[@e, p. 3]"), ("a", "#ref-e"),
    ]  # fmt: skip


def test_what_is_done_to_a_tag_is_done_to_the_html():
    standing = ready(QUESTION)
    standing[1].set("href", '../a/?q="<&')
    standing[3].attrib.pop("data-cluster")
    standing[3].set("id", "cite-1")
    written = ET.fromstring(standing.html())
    assert written.find("a").get("href") == '../a/?q="<&'
    assert written.find("span").attrib == {"class": "citation", "id": "cite-1"}


@pytest.mark.parametrize("text", ['href="a"', '&lt;a href="b"&gt;', 'id="c" > src="d"', 'data-cluster="e"'])
def test_words_that_look_like_an_address_stay_words(text):
    html = f"<p><code>{text}</code></p>".replace(" > ", " &gt; ")
    assert list(ready(html)) == []
    assert same(ready(html).html(), html)


@pytest.mark.parametrize(
    "html",
    [
        "<div><table><tr><td>a</td></tr></table></div>",
        "<div><h2>a</h2></div>",
        '<p><a class="b" href="claims.md#C001">a</a></p>',
        '<p><a href="b.md">a <span><a href="#ref-c">c</a></span></a></p>',
    ],
)
def test_what_a_page_must_see_into_stays_a_tree(html):
    assert not isinstance(ready(html), Ready)
    assert same(ET.tostring(ready(html), encoding="unicode"), html)


def test_no_line_ends_between_a_measure_its_sign_and_its_value():
    html = "<p><em>r</em> = .28, <em>p</em> &lt; .05, <em>not</em> = a value</p>"
    assert "".join(ET.fromstring(ready(html).html()).itertext()) == "r\xa0=\xa0.28, p\xa0<\xa0.05, not = a value"


def test_a_tree_is_written_with_its_ready_html_in_the_places_where_it_stood():
    root = ET.fromstring("<div><p>first</p></div>")
    one, other = ready("<p>second</p>"), ready("<p>third</p>")
    one.tail = " and "
    root.extend([one, other])
    held = take_out(root)
    html = put_in(ET.tostring(root, encoding="unicode"), held)
    assert html == "<div><p>first</p><p>second</p> and <p>third</p></div>"


def test_an_element_that_an_author_calls_by_its_name_is_left_alone():
    root = ET.fromstring("<div><ready-html>0</ready-html></div>")
    root.append(ready("<p>a</p>"))
    assert put_in(ET.tostring(root, encoding="unicode"), take_out(root)).startswith("<div><ready-html>0</ready-html>")


@pytest.mark.parametrize("more", ["", "<table><tr><td>b</td></tr></table>"])
def test_it_stands_in_several_places_with_other_words(more):
    html = ReadyHtml(f'<div id="a"><p>$</p>{more}</div>', "$")
    one, other = html.element("first"), html.element("second")
    one.set("class", "c") if more else one[0].set("class", "c")
    written = [
        made.html() if isinstance(made, Ready) else ET.tostring(made, encoding="unicode") for made in (one, other)
    ]
    assert same(written[0], f'<div id="a" class="c"><p>first</p>{more}</div>')
    assert same(written[1], f'<div id="a"><p>second</p>{more}</div>')


def test_those_who_do_not_know_of_it_find_elements_in_its_place():
    root = ET.fromstring("<div><p>first</p></div>")
    root.append(ready('<p>a <a href="b.md">c</a> &amp;amp; d</p>'))
    root[1].tail = " and "
    assert [element.tag for element in as_elements(root)] == ["p"]
    assert ET.tostring(root, encoding="unicode") == (
        '<div><p>first</p><p>a <a href="b.md">c</a> &amp;amp; d</p> and </div>'
    )


def test_a_tag_that_was_taken_out_all_the_same_is_no_silent_loss():
    standing = ready(QUESTION)
    standing.remove(standing[1])
    with pytest.raises(ValueError, match="longer than"):
        standing.html()
