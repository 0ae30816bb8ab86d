"""What others write in another way than CSL, and what is read of it; what is told of it is in cases/."""

import pytest

from coursework.reading.read import OWN_FIELDS, read_references
from coursework.source import values as source


def read(fields):
    """The first work of a bibliography with these fields, in braces, beside those that every work has."""
    value, problems = source.parse(f"- {{id: a, type: book, issued: 1989, {fields}}}", "r.yml", OWN_FIELDS)
    references, more = read_references(value)
    return references["a"], [str(problem) for problem in (*problems, *more)]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ('title: ["A title"], subtitle: ["Its other half"]', "A title: Its other half"),
        ("title: A title, subtitle: Its other half", "A title: Its other half"),
        ('title: ["A title: Its other half"], subtitle: ["Its other half."]', "A title: Its other half"),
        ('title: ["Is it a title?"], subtitle: ["Its other half"]', "Is it a title? Its other half"),
        ('title: ["A title:"], subtitle: ["Its <em>other</em> half"]', "A title: Its <i>other</i> half"),
        ('title: ["A title"], subtitle: []', "A title"),
        ('title: ["A title"], subtitle: [""]', "A title"),
    ],
)
def test_a_title_that_is_set_apart_in_two_is_one(fields, title):
    reference, problems = read(fields)
    assert (reference.csl["title"], problems, reference.remarks) == (title, [], ())


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/abc.", "10.1000/abc;", "'10.1000/abc,'", "doi:10.1000/abc", "'doi: 10.1000/abc'", "DOI:10.1000/abc.",
        "doi.org/10.1000/abc", "https://doi.org/10.1000/abc", "http://dx.doi.org/10.1000/abc", "https://www.doi.org/10.1000/abc",
    ],
)  # fmt: skip
def test_a_doi_is_read_without_what_stands_around_it(doi):
    reference, problems = read(f"title: A title, DOI: {doi}")
    assert (reference.csl["DOI"], problems) == ("10.1000/abc", [])


def test_the_signs_in_a_doi_are_part_of_it():
    doi = "10.1002/(SICI)1097-4679(199604)52:2<1::AID-JCLP1>3.0.CO;2-X"
    assert read(f"title: A title, DOI: '{doi}'")[0].csl["DOI"] == doi
