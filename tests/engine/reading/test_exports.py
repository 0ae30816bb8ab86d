"""What readers take away, read back by others: Pandoc's readers, json, and urllib for COinS.

What a format, or the one who reads it, cannot hold is listed here, and nothing else may be lost.
"""

import json
import re
import unicodedata
from pathlib import Path
from urllib.parse import parse_qs

import pypandoc
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

import building
import coursework
import hostile
from coursework.reading.exports import ENDINGS, take_away
from coursework.reading.exports.bibtex import to_bibtex
from coursework.reading.exports.coins import to_coins
from coursework.reading.exports.csl_json import to_csl_json
from coursework.reading.exports.plain import to_plain
from coursework.reading.exports.record import ET_AL, record
from coursework.reading.exports.ris import to_ris
from coursework.reading.model import TEXT_FIELDS, TYPES, Reference
from coursework.reading.read import read_references
from coursework.source import values as source
from making import MAPS

APA = Path(__file__).parent / "apa"
FIXTURES = [csl for name in ("refs-8", "refs-10") for csl in json.loads((APA / f"{name}.json").read_text("utf-8"))]


def full(type):
    """A work of a type with something in every field."""
    fields = {name: f"The {name} & 1_0% of it" for name in TEXT_FIELDS}
    fields |= {"DOI": "10.1000/a_b(c)<d>1.0;2", "URL": "https://example.org/a_b?c=d&e=%20#f", "page": "12-34"}
    fields |= {"volume": "3", "issue": "4", "edition": "5", "number": "A-6", "chapter-number": "7"}
    # Programs cut a list of publishers at each "and".
    fields |= {"publisher": "House and Garden", "title": "Maps vs. mice: A PhD on iPads and 'so on' -- or 50% less"}
    # What is never written but in one way.
    fields |= {"ISBN": "978-1-4338-2066-3", "PMID": "123", "PMCID": "PMC456", "genre": "Working paper"}
    if type in ("article-journal", "article-magazine", "article-newspaper", "review", "review-book"):
        fields["ISSN"] = "1234-567X"
        del fields["ISBN"]
    else:
        del fields["ISSN"], fields["issue"]
    return fields | {
        "id": f"full-{type}", "type": type,
        "author": [
            {"family": "Ada", "given": "B.-C. D."}, {"literal": "Survey of Maps and Charts"},
            {"family": "van Straten", "given": "Åsa"}, {"family": "Gogh", "given": "V.", "dropping-particle": "van"},
            {"family": "Beethoven", "given": "L.", "non-dropping-particle": "van"},
            {"family": "King", "given": "M. L.", "suffix": "Jr."}, {"literal": "and others"},
        ],
        "editor": [{"family": "Éd", "given": "It"}], "translator": [{"family": "Trans", "given": "L."}],
        "container-author": [{"family": "Con", "given": "T."}], "director": [{"family": "Dir", "given": "E."}],
        "issued": {"date-parts": [[2012, 8, 5]]}, "original-date": {"date-parts": [[1933]]},
        "accessed": {"date-parts": [[2020, 1, 2]]},
    }  # fmt: skip


def real():
    value, _ = source.load(building.FIXTURE, "readings/references.yml")
    return list(read_references(value)[0].values())


RECORDS = [record(Reference(csl["id"], csl)) for csl in (*FIXTURES, *map(full, TYPES))]
RECORDS += [record(reference, "Not confirmed") for reference in real()]


def people(names):
    """Names with their particles as part of the family; a group is one as well."""
    order = ("dropping-particle", "non-dropping-particle", "family", "literal")
    return [(" ".join(name[part] for part in order if part in name), name.get("given", "")) for name in names]


def straight(text):
    """With one kind of quotes, hyphens and spaces: TeX's are not those of the keyboard."""
    for typographic, plain in {"“": "'", "”": "'", "‘": "'", "’": "'", '"': "'", "–": "-"}.items():
        text = text.replace(typographic, plain)
    return text


def same(field, one, other):
    if isinstance(one, list):
        return people(one) == people(other or [])
    return straight(one) == straight(other or "") if isinstance(one, str) else one == other


# What Pandoc's readers still call by an older name of CSL.
OLD_NAMES = {"event-title": "event"}


def lost(written, reader, changed):
    """The fields of each record that came back in another way than `changed` allows, as (id, field, was, is)."""
    back = {csl["id"]: csl for csl in json.loads(pypandoc.convert_text(written, "csljson", format=reader))}
    assert len(back) == len(RECORDS)
    for csl in RECORDS:
        expected = changed(json.loads(json.dumps(csl)))
        for field, value in expected.items():
            if not same(field, value, back[csl["id"]].get(field, back[csl["id"]].get(OLD_NAMES.get(field)))):
                yield csl["id"], field, value, back[csl["id"]].get(field)


def test_csl_json_is_read_back_whole_by_json_and_by_pandoc():
    written = to_csl_json(RECORDS)
    assert json.loads(written) == RECORDS

    unread = ("ISAN", "ISCI", "ISMN", "ISRC", "ISWC")  # by Pandoc
    assert list(lost(written, "csljson", lambda csl: {name: csl[name] for name in csl if name not in unread})) == []


# BibLaTeX has no kind of entry for these; and no field for these; an article's
# number is its `eid`, which Pandoc does not read, and the number of a book is that
# in its series.
ARTICLES = ("article-journal", "article-magazine", "article-newspaper", "review", "review-book")
ENTRIES = ("entry", "entry-dictionary", "entry-encyclopedia")
NO_ENTRY = {
    "article", "bill", "broadcast", "classic", "collection", "document", "entry", "entry-dictionary", "event", "figure",
    "hearing", "interview", "manuscript", "map", "musical_score", "pamphlet", "performance", "periodical", "post",
    "post-weblog", "regulation", "review", "review-book", "standard", "treaty",
}  # fmt: skip
# For these neither BibLaTeX nor RIS has a field; CSL-JSON holds them.
NO_FIELD = (
    "ISAN", "ISCI", "ISMN", "ISRC", "ISWC", "archive-place", "archive_collection", "archive_location", "authority",
    "citation-key", "citation-label", "citation-number", "dimensions", "division", "first-reference-note-number",
    "jurisdiction", "license", "locator", "medium", "page-first", "part", "part-number", "part-title", "printing",
    "printing-number", "references", "reviewed-genre", "scale", "supplement", "supplement-number",
    "translated-title-short", "volume-title", "volume-title-short", "year-suffix",
)  # fmt: skip


def as_in_bibtex(csl):
    unread = csl["type"] in ("book", "chapter", "classic", "paper-conference", *ENTRIES, *ARTICLES)
    # Pandoc reads neither `language`, but `langid`, nor a role beside the editor; and `library` as it stands.
    for field in (
        *NO_FIELD, "archive", "call-number", "collection-number", "director", "interviewer", "language",
        "reviewed-title", "section", "source", "translated-title", *(("number",) if "issue" in csl or unread else ()),
        *(("container-title", "container-title-short", "note", "number") if csl["type"] == "periodical" else ()),
    ):  # fmt: skip
        csl.pop(field, None)
    if csl["type"] in NO_ENTRY:
        del csl["type"]
    names = [name for name in csl.get("author", []) if name != ET_AL]
    csl["author"] = names + ([{"literal": "others"}] if ET_AL in csl.get("author", []) else [])
    return csl


def test_bibtex_is_read_back_by_pandoc_with_nothing_lost_but_what_is_listed():
    written = to_bibtex(RECORDS)
    assert list(lost(written, "biblatex", as_in_bibtex)) == []


# What Pandoc's reader of RIS leaves unread, with the tag that holds it for others.
UNREAD = {
    "title-short": "ST",
    "collection-title": "T3", "translator": "A4", "director": "A3", "number": "M1", "publisher-place": "CY",
    "genre": "M3", "archive": "DB", "ISBN": "SN", "PMID": "AN", "PMCID": "C2", "note": "N1", "accessed": "Y2",
    "original-date": "OP", "issued": "DA", "annote": "N1", "call-number": "CN", "container-title-short": "J2",
    "reviewed-title": "RI", "section": "SE", "source": "DP", "translated-title": "TT", "interviewer": "A2",
}  # fmt: skip
# RIS has no tag for these.
NO_TAG = (
    *NO_FIELD, "chapter-number", "collection-number", "container-author", "event-place", "event-title",
    "number-of-pages", "original-publisher", "original-publisher-place", "original-title", "status", "version",
)  # fmt: skip
# Types that Pandoc reads under another name, or that are RIS's general one.
NO_TYPE = NO_ENTRY | {"graphic", "motion_picture", "song", "software", "speech", "standard", "treaty", "webpage"}


def as_in_ris(csl):
    for field in (*NO_TAG, *UNREAD):
        csl.pop(field, None)
    if csl["type"] in NO_TYPE:
        del csl["type"]
    csl["author"] = [name for name in csl.get("author", []) if name != ET_AL]  # which is nobody
    for name in csl["author"]:
        if "suffix" in name:  # which stands last in RIS, and Pandoc expects in the middle
            name["given"] = name.pop("suffix")
        if "," in name.get("literal", ""):  # which ends the name in RIS, also that of a group
            name["family"], name["suffix"] = name.pop("literal").split(", ", 1)
    return csl


def test_ris_is_read_back_by_pandoc_with_nothing_lost_but_what_is_listed():
    assert list(lost(to_ris(RECORDS), "ris", as_in_ris)) == []


def test_what_pandoc_leaves_unread_in_ris_is_in_its_tag():
    for csl in RECORDS:
        lines = to_ris([csl]).split("\r\n")
        for field, tag in UNREAD.items():
            if isinstance(csl.get(field), str):
                assert f"{tag}  - {csl[field]}" in lines
        for name in csl.get("translator", []):
            assert f"A4  - {name['family']}, {name['given']}" in lines
        for field, tag in (("issued", "DA"), ("accessed", "Y2"), ("original-date", "OP")):
            parts = [part for line in lines if line.startswith(tag) for part in line[6:].split("/") if part]
            assert [*map(int, parts)] == csl.get(field, {}).get("date-parts", [[]])[0]
        assert not csl.get("DOI") or f"DO  - {csl['DOI']}" in lines


def test_ris_has_one_tag_a_line_and_ends_lines_as_its_makers_wanted():
    written = to_ris(RECORDS)
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", written)
    lines = written.split("\r\n")
    assert {line for line in lines if not re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line)} == {""}
    assert [line[:2] for line in lines if line[:2] in ("TY", "ER")] == ["TY", "ER"] * len(RECORDS)


COINS = {
    "journal": {"atitle": "title", "jtitle": "container-title", "volume": "volume", "issue": "issue",
                "artnum": "number", "pages": "page", "issn": "ISSN"},
    "book": {"btitle": "title", "pub": "publisher", "place": "publisher-place", "edition": "edition", "isbn": "ISBN"},
    "dissertation": {"title": "title", "inst": "publisher", "degree": "genre"},
    "dc": {"title": "title", "source": "container-title", "publisher": "publisher"},
}  # fmt: skip


def test_coins_are_decoded_to_the_same_fields():
    formats = set()
    for csl in RECORDS:
        coins = parse_qs(to_coins(csl), strict_parsing=True)
        assert coins["ctx_ver"] == ["Z39.88-2004"]
        format = coins["rft_val_fmt"][0].removeprefix("info:ofi/fmt:kev:mtx:")
        formats.add(format)
        keys = COINS[format]
        if format == "book" and "rft.atitle" in coins:
            keys = keys | {"atitle": "title", "btitle": "container-title"}
        for key, field in keys.items():
            assert coins.get(f"rft.{key}", [""]) == [csl.get(field, "")], (csl["id"], key)
        assert coins.get("rft.date", [""])[0].split("-") == [
            f"{part:02d}" for part in csl.get("issued", {}).get("date-parts", [[]])[0]
        ] or [""]
        if "DOI" in csl:
            key, start = ("rft.identifier", "doi:") if format == "dc" else ("rft_id", "info:doi/")
            assert start + csl["DOI"] in coins[key]
        assert "URL" not in csl or csl["URL"] in coins["rft_id"]
        authors = [name for name in people(csl.get("author", [])) if name[0] != "et al."]
        found = [name.split(", ")[0] for name in (*coins.get("rft.creator", []), *coins.get("rft.au", []))]
        found += coins.get("rft.aucorp", [])
        assert sorted(found) == sorted(family for family, _ in authors), csl["id"]
        if format != "dc" and authors and authors[0][1]:
            assert (coins["rft.aulast"][0], coins["rft.aufirst"][0]) == authors[0]
    assert formats == set(COINS)


def test_plain_text_holds_the_formatted_references_without_markup():
    entries = [("<em>A</em> &amp; <a href='x'>b</a> &lt;i&gt;", ""), ("C", "Not confirmed")]
    assert to_plain("Maps", entries) == "Maps\n\nA & b <i>\n\nC [Not confirmed]\n"


def test_a_set_has_a_file_in_each_format_in_the_order_of_the_style():
    works = [Reference(id, {"id": id, "type": "book", "title": id.upper()}) for id in ("a", "b", "c")]
    files = take_away("readings/maps", "Maps", [works[0], works[2], works[0]], {"c": "C.", "b": "B.", "a": "A."})
    assert [file.path for file in files] == [f"readings/maps.{ending}" for ending in ENDINGS]
    contents = [file.content.decode() for file in files]
    assert [csl["id"] for csl in json.loads(contents[2])] == ["c", "a"]
    assert contents[3] == "Maps\n\nC.\n\nA.\n"
    assert contents[0] == "@book{c,\n  title = {C},\n}\n\n@book{a,\n  title = {A},\n}\n"
    assert (
        contents[1]
        == "TY  - BOOK\r\nID  - c\r\nTI  - C\r\nER  - \r\n\r\nTY  - BOOK\r\nID  - a\r\nTI  - A\r\nER  - \r\n"
    )


def test_what_is_not_confirmed_keeps_that_mark():
    work = Reference("a", {"id": "a", "type": "book", "title": "A"}, verified="unverified: seen in a list")
    bib, ris, csl, txt = (file.content.decode() for file in take_away("a", "", [work], {"a": "A."}, "Not confirmed"))
    assert "keywords = {Not confirmed}" in bib
    assert "KW  - Not confirmed\r\n" in ris
    assert json.loads(csl)[0]["keyword"] == "Not confirmed"
    assert "A. [Not confirmed]" in txt


def test_the_course_makes_the_files_of_each_list_and_of_the_whole(project):
    made = {file.path: file.content for file in coursework.build(project()).publishing.files()}
    names = [f"readings/{name}.{ending}" for name in ("maps", "bibliography") for ending in ENDINGS]
    assert set(names) <= set(made)
    assert len(json.loads(made["readings/maps.json"])) == 1
    assert len(json.loads(made["readings/bibliography.json"])) == MAPS["readings/references.yml"].count("id:")


PIECES = [
    *hostile.PIECES, "{", "}", "}}", "{{", "\\input{x}", "\\", "%", "\r\nTY  - BOOK", "\nER  - ", "\x00", "\x1b[31m",
    '"},', "@book{x,", "--", "``", "''", "~", "^", "$", "#", "שלום", "\u202eabc", "\u2028", "\\end{document}",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from([*PIECES, "zebra", " and ", ", "]) | st.text(max_size=3), max_size=6)
FIELD = HOSTILE.map(lambda parts: f"Elch {''.join(parts)} ñandú")
FIELDS = ("title", "container-title", "publisher", "note", "volume", "page", "family", "given", "literal")


def works_of(texts):
    for number, text in enumerate(texts):
        csl = {name: text[name] for name in FIELDS[:6]}
        csl["author"] = [{"family": text["family"], "given": text["given"]}, {"literal": text["literal"]}]
        yield record(Reference(f"r{number}", csl | {"id": f"r{number}", "type": "article-journal"}))


@settings(
    max_examples=max(4, settings.default.max_examples // 20), phases=(Phase.explicit, Phase.generate), deadline=None
)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(FIELDS, FIELD)), min_size=20, max_size=20))
@example([dict.fromkeys(FIELDS, f"Elch {piece} ñandú") for piece in PIECES])
def test_hostile_values_stay_values_in_every_format(texts):
    records = list(works_of(texts))
    ids = [csl["id"] for csl in records]
    written = to_csl_json(records)
    assert [csl["id"] for csl in json.loads(written)] == ids
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", written)
    ris = to_ris(records).split("\r\n")
    assert [line[:6] for line in ris].count("TY  - ") == [line[:6] for line in ris].count("ER  - ") == len(ids)
    assert {line for line in ris if line and not re.match(r"[A-Z][A-Z0-9]  - ", line)} == set()
    bibtex = to_bibtex(records)
    # Programs count braces and nothing else: every entry and every field must end where ours does.
    for entry in bibtex.split("\n\n@article"):
        for line in entry.strip().splitlines()[1:-1]:
            depth = 0
            for place, char in enumerate(line):
                depth += {"{": 1, "}": -1}.get(char, 0)
                assert depth > 0 or place < line.index("{") or place >= len(line) - 2, line
            assert depth == 0, line
    back = json.loads(pypandoc.convert_text(bibtex, "csljson", format="biblatex"))
    assert [csl["id"] for csl in back] == ids
    for csl, read in zip(records, back):
        for field in ("title", "container-title", "note"):
            assert bare(read[field]) == bare(csl[field]), csl[field]
    for csl in records:
        coins = parse_qs(to_coins(csl), strict_parsing=True)
        assert coins["rft.atitle"] == [csl["title"]]
        assert not re.search(r"[\"'<>\s{}]", to_coins(csl))


def bare(text):
    """What TeX does not make other signs of; a brace without its other is the only one that it cannot hold."""
    text = unicodedata.normalize("NFKC", re.sub(r"<span class=\"nocase\">|</span>|</?su[bp]>", "", text))
    return re.sub(r"[\s{}'\"`‘’“”–—.-]", "", text).casefold()


def exported(**csl):
    """A work in BibTeX, in RIS and as COinS, as `(text, lines, keys)`."""
    work = record(Reference("a", {"id": "a", "type": "book", "title": "A map"} | csl))
    return to_bibtex([work]), to_ris([work]).split("\r\n"), parse_qs(to_coins(work))


ADA, BAY, CY = ({"family": family, "given": "A. B."} for family in ("Ada", "Bay", "Cy"))


def test_who_made_a_work_that_has_no_author_stands_as_its_author():
    bibtex, ris, coins = exported(type="motion_picture", director=[ADA], producer=[BAY], illustrator=[CY])
    assert "author = {Ada, A. B.},\n  authortype = {director}" in bibtex
    assert "editora = {Cy, A. B.},\n  editoratype = {illustrator}" in bibtex
    assert "editorb = {Bay, A. B.},\n  editorbtype = {producer}" in bibtex
    assert {"AU  - Ada, A. B.", "A3  - Bay, A. B.", "N1  - Illustrator: A. B. Cy"} < {*ris}
    assert coins["rft.creator"] == ["Ada, A. B."]
    assert coins["rft.contributor"] == ["Cy, A. B.", "Bay, A. B."]


def test_an_interviewer_and_a_director_are_there_beside_an_author():
    bibtex, ris, coins = exported(type="interview", author=[ADA], interviewer=[BAY], director=[CY])
    assert "author = {Ada, A. B.}" in bibtex
    assert "editora = {Cy, A. B.},\n  editoratype = {director}" in bibtex
    assert "editorb = {Bay, A. B.},\n  editorbtype = {interviewer}" in bibtex
    assert {"AU  - Ada, A. B.", "A2  - Bay, A. B.", "A3  - Cy, A. B."} < {*ris}
    assert (coins["rft.creator"], coins["rft.contributor"]) == (["Ada, A. B."], ["Cy, A. B.", "Bay, A. B."])


def test_editors_are_no_authors():
    for type in ("book", "chapter", "webpage"):
        bibtex, ris, coins = exported(type=type, editor=[ADA])
        assert "  editor = {Ada, A. B.}" in bibtex
        assert "  author = " not in bibtex
        assert "ED  - Ada, A. B." in ris
        assert not {"rft.au", "rft.aulast", "rft.creator"} & {*coins}
    assert coins["rft.contributor"] == ["Ada, A. B."]


def test_roles_for_which_there_is_no_room_are_in_the_note():
    roles = ("compiler", "host", "narrator", "curator")
    bibtex, ris, _ = exported(
        author=[ADA], note="Seen", **{role: [BAY] for role in roles}, guest=[{"literal": "C & D"}]
    )
    assert "note = {Host: A. B. Bay; Narrator: A. B. Bay; Seen}" in bibtex
    assert "N1  - Compiler: A. B. Bay; Curator: A. B. Bay; Guest: C & D; Host: A. B. Bay; Narrator: A. B. Bay" in ris
    assert "N1  - Seen" in ris


def test_authors_who_are_left_out_are_nobody():
    bibtex, ris, coins = exported(author=[ADA, {"literal": "and others"}])
    assert "author = {Ada, A. B. and others}" in bibtex
    assert [line for line in ris if line.startswith("AU")] == ["AU  - Ada, A. B."]
    assert (coins["rft.au"], "rft.aucorp" in coins) == (["Ada, A. B."], False)


def test_the_markup_of_titles_is_that_of_each_format():
    small = '<span style="font-variant:small-caps;">iii</span>'
    title = f"CO<sub>2</sub>, x<sup>n+a</sup> and <i>Sinn & <b>Form</b></i> of {small} <span class='nocase'>la</span>"
    bibtex, ris, coins = exported(title=title, **{"collection-title": "Maps of <i>Rosa</i>"})
    assert (
        r"\textsubscript{2}, x\textsuperscript{n+a} and \emph{{Sinn} \& \textbf{{Form}}} of \textsc{iii} {la}" in bibtex
    )
    assert r"series = {Maps of \emph{Rosa}}" in bibtex
    plain = "CO₂, xn+a and Sinn & Form of iii la"
    assert {f"TI  - {plain}", "T3  - Maps of Rosa"} < {*ris}
    assert coins["rft.btitle"] == [plain]
    [back] = json.loads(pypandoc.convert_text(bibtex, "csljson", format="biblatex"))
    assert "<i>" in back["title"]
    assert "CO<sub>2</sub>" in back["title"].replace('<span class="nocase">', "").replace("</span>", "")


def test_a_tag_without_its_other_is_text_and_breaks_nothing():
    for title in ("p <b and c> d", "a <i> b", "a </i> b", "<i>a <b>b</i> c</b>", "<sub>"):
        bibtex, ris, _ = exported(title=title)
        [back] = json.loads(pypandoc.convert_text(bibtex, "csljson", format="biblatex"))
        assert back["id"] == "a"
        assert [line for line in ris if line.startswith("TI")]


def test_what_is_kept_goes_into_the_files_that_have_a_field_for_it():
    kept = {"abstract": "Of maps.", "language": "nl", "version": "1.2", "container-title-short": "M.", "source": "Lib"}
    kept |= {
        "event-place": "Oslo",
        "custom": {"a": ["b"]},
        "categories": ["c"],
        "note": "One.\nTwo.",
        "call-number": "Q",
    }
    bibtex, ris, _ = exported(type="software", **kept)
    for line in (
        "abstract = {Of maps.}",
        "language = {nl}",
        "version = {1.2}",
        "shortjournal = {M.}",
        "venue = {Oslo}",
    ):
        assert line in bibtex
    assert "note = {One. Two.}" in bibtex
    assert {"AB  - Of maps.", "LA  - nl", "ET  - 1.2", "J2  - M.", "DP  - Lib", "CN  - Q", "N1  - One. Two."} < {*ris}
    work = record(Reference("a", {"id": "a"} | kept))
    assert json.loads(to_csl_json([work])) == [{"id": "a"} | kept]


# As CSL has a date; as BibLaTeX does (its manual, 2.3.8: EDTF, where the year before 1 is 0000); as RIS does.
DATES = [
    ({"date-parts": [[-380]]}, "-0379", "380 BC", "380 BC///"),
    ({"date-parts": [[-1]]}, "0000", "1 BC", "1 BC///"),
    ({"date-parts": [[-380], [-351]]}, "-0379/-0350", "380 BC", "380 BC///until 351 BC"),
    ({"date-parts": [[50]]}, "0050", "0050", "0050///"),
    ({"date-parts": [[1850]], "circa": 1}, "1850~", "1850", "1850///circa"),
    ({"date-parts": [[1850], [1860]], "circa": 1}, "1850~/1860~", "1850", "1850///until 1860, circa"),
    ({"date-parts": [[2001]], "season": 2}, "2001-22", "2001", "2001///Summer"),
    ({"date-parts": [[2001, 7]], "season": 2}, "2001-07", "2001", "2001/07//Summer"),
    ({"date-parts": [[1998, 5], [1998, 7, 2]]}, "1998-05/1998-07-02", "1998", "1998/05//until 1998-07-02"),
    ({"date-parts": [[1998], [0]]}, "1998/", "1998", "1998///and later"),
]


@pytest.mark.parametrize(("issued", "date", "year", "in_ris"), DATES)
def test_all_that_is_known_of_a_date_goes_along(issued, date, year, in_ris):
    csl = {"id": "a", "type": "book", "title": "T", "issued": issued}
    bibtex, ris = to_bibtex([csl]), to_ris([csl])
    assert f"  date = {{{date}}},\n  year = {{{year}}},\n" in bibtex
    assert f"PY  - {year}\r\nDA  - {in_ris}\r\n" in ris
    [back] = json.loads(pypandoc.convert_text(bibtex, "csljson", format="biblatex"))
    expected = {name: value for name, value in issued.items() if name == "date-parts"}
    if "season" in issued and len(issued["date-parts"][0]) == 1:
        expected = {"date-parts": [[2001, 22]]}
    if date == "0000":
        expected = {"date-parts": [[0]]}  # Pandoc's own mistake: CSL has no such year
    assert {name: value for name, value in back["issued"].items() if name == "date-parts"} == expected
    assert bool(back["issued"].get("circa")) == ("circa" in issued)
    assert parse_qs(to_coins(csl))["rft.date"] == [date.split("/")[0].rstrip("~").replace("-22", "")]


@pytest.mark.parametrize(
    ("page", "first", "last"), [("1123-34", "1123", "1134"), ("12–15", "12", "15"), ("82-75", "82", "75")]
)
def test_the_last_page_goes_along_in_full(page, first, last):
    csl = {"id": "a", "type": "article-journal", "title": "T", "page": page}
    assert f"SP  - {first}\r\nEP  - {last}\r\n" in to_ris([csl])
    assert parse_qs(to_coins(csl))["rft.epage"] == [last]
