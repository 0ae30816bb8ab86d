"""Records as others write them: Zotero, Crossref, DataCite, PubMed, Better BibTeX, pandoc and people.

Each is read with advice at most, and its reference and its citations are those that Pandoc makes of the record as it
stands, in one run for all, without any of our code. Where ours differ they are in DIFFERENT, with the rule behind it.
"""

import json
import re
from html import unescape
from pathlib import Path

import jsonschema
import pytest
import yaml
from test_reading_schema import SCHEMA

from coursework.reading import pandoc
from coursework.reading.cite import format_citations, style_file
from coursework.reading.exports.csl_json import to_csl_json
from coursework.reading.exports.record import record
from coursework.reading.model import DATE_FIELDS, NAME_FIELDS, NAME_PARTS, TEXT_FIELDS
from coursework.reading.read import OWN_FIELDS, read_references
from coursework.source import values as source

RECORDS = Path(__file__).parent / "records"
BY_HAND = "pandoc.yml"
FILES = ("zotero.json", "crossref.json", "datacite-pubmed.json", "odd-types.json", BY_HAND)


def read(name):
    value, problems = source.parse((RECORDS / name).read_text(encoding="utf-8"), name, OWN_FIELDS)
    references, more = read_references(value)
    return references, [*problems, *more]


REFERENCES = {id: reference for name in FILES for id, reference in read(name)[0].items()}
# Of Crossref's types what its own readers take them for.
TYPES = {
    "journal-article": "article-journal", "book-chapter": "chapter", "monograph": "book", "edited-book": "book",
    "proceedings-article": "paper-conference", "posted-content": "article", "dissertation": "thesis",
    "reference-entry": "entry", "journal": "periodical", "peer-review": "review", "component": "document",
}  # fmt: skip


def of_csl(csl, id):
    """What of a record in JSON is CSL, which is all that Pandoc takes."""
    kept = {"id": id, "type": TYPES.get(csl["type"], csl["type"])}
    for field, value in csl.items():
        first = value[0] if isinstance(value, list) and value else value
        if field in (*TEXT_FIELDS, "event", "shortTitle") and isinstance(first, str):
            kept[field] = unescape(first)
        elif field in NAME_FIELDS:
            kept[field] = [
                {part: text for part, text in name.items() if part in NAME_PARTS} or {"literal": name["name"]}
                for name in value
            ]
        elif field in DATE_FIELDS and value != {"date-parts": [[None]]}:
            kept[field] = {part: value[part] for part in value if part in ("date-parts", "literal", "circa", "season")}
    return kept


@pytest.fixture(scope="module")
def of_pandoc(tmp_path_factory):
    """What Pandoc alone makes of all records: entries and citations by their ids."""
    ids = iter(REFERENCES)
    library = [of_csl(csl, next(ids)) for name in FILES[:-1] for csl in json.loads((RECORDS / name).read_text("utf-8"))]
    file = tmp_path_factory.mktemp("pandoc") / "library.json"
    file.write_text(json.dumps(library), encoding="utf-8")
    by_hand = (RECORDS / BY_HAND).read_text(encoding="utf-8").removeprefix("---\n")
    cited = "".join(f"::: {{#c-{n}}}\n[@{id}] @{id}\n:::\n\n" for n, id in enumerate(REFERENCES))
    text = f"---\nnocite: '@*'\n{by_hand}\n---\n{cited}::: {{#refs}}\n:::\n"
    options = ["--citeproc", f"--bibliography={file}", f"--csl={style_file('apa')}", "--wrap=none"]
    # Titles in YAML are Markdown as Pandoc has it.
    reader = "markdown_strict+citations+fenced_divs+yaml_metadata_block+subscript+superscript"
    html = pandoc.convert(text, reader, "html", [*options, "--metadata=lang:en-US"])
    entries = re.findall(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', html, re.DOTALL)
    cited = re.findall(r'<div id="c-\d+">\s*<p>(.*?)</p>', html, re.DOTALL)
    one = r'<span class="citation"[^>]*>(.*?)</span>(?= <span class="cit|$)'
    spans = [re.findall(one, text, re.DOTALL) for text in cited]
    return dict(entries), dict(zip(REFERENCES, spans))


@pytest.fixture(scope="module")
def of_ours(tmp_path_factory):
    clusters = [cluster for id in REFERENCES for cluster in (f"[@{id}]", f"@{id}")]
    found = format_citations(REFERENCES.values(), clusters, "apa", tmp_path_factory.mktemp("cache"))
    return found.entries, {id: [found.clusters[f"[@{id}]"], found.clusters[f"@{id}"]] for id in REFERENCES}


def shown(html):
    """A formatted text with its italics."""
    html = re.sub(r"<(/?)em>", r"[\1i]", html)
    return unescape(re.sub("<[^>]*>", "", html)).replace("\N{NO-BREAK SPACE}", " ")


# What ours is, of the entry or of one of the two citations, and why it is not that of Pandoc alone.
DIFFERENT = {
    "AAAA1134": {
        0: "Letter, L. (1960, July 8). [i]On the scale of your map[/i] [Letter].",
        "why": "APA 7, 9.1: what nobody can look up has no reference; but a list that names it must show it",
    },
    "AAAA1138": {
        0: "National Library. (2010). [i]Rules of the reading room[/i].",
        "why": "APA 7, 9.29: a publisher who is the author is left out",
    },
    "AAAA1141": {
        0: "International Organization of Signs. (2004). [i]Symbols for maps[/i] (ISO 1). (Current)",
        "why": "APA 7, 9.29",
    },
    "AAAA1143": {
        0: "Haggett, P. (1995). [i]The geographer’s art[/i]. Blackwell. (Original work published 1990)",
        1: "(Haggett, 1990/1995)",
        2: "Haggett (1990/1995)",
        "why": "Zotero reads `Original Date: 1990` in its field Extra, with a space, as the date; Pandoc does not",
    },
    "10.1000_cr.2": {
        0: "Oak, O., & Ståle, P. (2002). The effect of H2O on [i]Quercus robur[/i] maps & charts. "
        "[i]Sight & Sound of Maps[/i], [i]3[/i], Article e0123. https://doi.org/10.1000/cr.2",
        "why": "APA 7, 9.27: the number of an article follows the word; Crossref gives it as a page",
    },
    "10.1000_cr.6": {
        0: "Mono, M. (1999). [i]The shape of the land[/i] (2nd ed.). Map Press. https://doi.org/10.1000/cr.6",
        "why": "Crossref calls the edition `edition-number`",
    },
    "10.1000_cr.11": {
        0: "Map Agency. (2020). [i]State of the maps 2020[/i]. https://doi.org/10.1000/cr.11",
        "why": "APA 7, 9.29",
    },
    "pmid:10000001": {
        0: "Tolman, E. C. (1948). Maps in the mind of the rat. [i]Map Reviews[/i], [i]55[/i](4), 189–208. "
        "https://doi.org/10.1037/h0061626",
        "why": "APA 7, 9.25: journals are in title case; PubMed says `eng`, which Pandoc does not know as English",
    },
    "pmid:10000003": {
        0: "Müller, Ä. (1985). [Reading of maps by children]. [i]Zeitschrift für Karten[/i], [i]5[/i], Article e77.",
        "why": "APA 7, 9.27",
    },
    "law1990": {
        0: "Map Access Act of 1990, Pub. L. No. 101-336, 42 U.S.C. (1990). 104 Stat. 327",
        "why": "APA 7, 11.5: the number of a law has a hyphen, and is one",
    },
    "map1972": {
        0: "Geological Survey. (1972). [i]Bear Mountain[/i] (2nd ed.) [Topographic map]. Map Library.",
        "why": "APA 7, 9.29",
    },
    "many2014": {
        0: "A, B., C, D., E, F., G, H., I, J., K, L., M, N., O, P., Q, R., S, T., U, V., W, X., Y, Z., AA, B., AC, D., "
        "AE, F., AG, H., AI, J., AK, L., … AQ, R. (2014). Many hands. [i]Big Maps[/i], [i]9[/i], Article e12345. "
        "https://doi.org/10.1000/many",
        "why": "APA 7, 9.27",
    },
    "crutzen2000": {
        0: "Crutzen, P. J., & Stoermer, E. F. (2000). The “Anthropocene.” [i]Global Change Newsletter[/i], [i]41[/i], "
        "17–18.",
        "why": "APA 7, 6.7: full stops stand within quotes; Pandoc puts them there when it reads JSON, not YAML",
    },
    "in-words": {
        0: "Wort, W. (winter solstice 1917). [i]A page of a day that has a name[/i]. Old Press.",
        1: "(Wort, winter solstice 1917)",
        2: "Wort (winter solstice 1917)",
        "why": "Better BibTeX writes words for a date in a list, which Pandoc reads of a single date only",
    },
    "italics": {
        0: "Novak, N. (2001). [i]Reading [/i]Terra Nova[i] today[/i]. New Press.",
        "why": "APA 7, 6.23: italics in italics are upright; HTML has them slanted",
    },
}  # fmt: skip


def by_a_word(narrative, csl):
    """APA 7, 8.17: two authors in a sentence are joined by a word, which CSL cannot say."""
    names = csl.get("author") or csl.get("editor") or []
    last = (names[-1].get("family") or names[-1].get("literal")) if len(names) == 2 else ""
    return narrative.replace(f" & {last} (", f" and {last} (") if last else narrative


@pytest.mark.parametrize("id", REFERENCES)
def test_a_record_is_cited_and_listed_as_pandoc_does_it_but_for_what_is_listed(id, of_pandoc, of_ours):
    theirs = [shown(html) for html in (of_pandoc[0].get(id, ""), *of_pandoc[1][id])]
    theirs[2] = by_a_word(theirs[2], REFERENCES[id].csl)
    ours = [shown(html) for html in (of_ours[0][id], *of_ours[1][id])]
    different = {place: text for place, text in DIFFERENT.get(id, {}).items() if place != "why"}
    assert ours == [different.get(place, text) for place, text in enumerate(theirs)]
    assert all(theirs[place] != text for place, text in different.items()), "no longer different"


def test_there_are_sixty_and_more_records_of_four_kinds():
    counts = {name: len(read(name)[0]) for name in FILES}
    assert sum(counts.values()) == len(REFERENCES) > 110
    assert min(counts.values()) > 10
    assert set(DIFFERENT) < set(REFERENCES)


@pytest.mark.parametrize("name", FILES)
def test_a_record_is_read_with_advice_at_most(name):
    references, problems = read(name)
    assert problems == []
    for reference in references.values():
        fields = [field for _, field, _ in reference.remarks]
        assert len(fields) == len(set(fields)) <= 3, "one line of each kind"
    unused = [id for id, each in references.items() if "nothing here uses" in str(each.remarks)]
    assert len(unused) == {"crossref.json": 18, "datacite-pubmed.json": 5}.get(name, 0)


@pytest.mark.parametrize("name", FILES)
def test_an_editor_shows_none_of_them_red(name):
    value = yaml.load((RECORDS / name).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    assert list(jsonschema.Draft7Validator(SCHEMA).iter_errors(value)) == []


@pytest.mark.parametrize("name", FILES)
def test_csl_json_to_take_along_has_every_field_of_csl(name):
    text = (RECORDS / name).read_text(encoding="utf-8")
    given = json.loads(text) if name.endswith("json") else yaml.safe_load(text)["references"]
    for csl, reference in zip(given, read(name)[0].values()):
        [handed_on] = json.loads(to_csl_json([record(reference)]))
        of_csl = {field for field in csl if field in (*TEXT_FIELDS, *NAME_FIELDS, *DATE_FIELDS) and csl[field]}
        # A licence of Crossref is none of CSL, a date may be none, and all lines of a note may be fields.
        of_csl -= {"license"} | ({"issued"} if csl.get("issued") == {"date-parts": [[None]]} else set())
        of_csl -= {"note"} if "Original Date" in csl.get("note", "") else set()
        assert of_csl <= {*handed_on}, reference.id
