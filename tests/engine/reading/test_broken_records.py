"""Records of others with parts replaced by what does not belong there: told or read, and never the end of a build."""

import json
import random

import pytest
from test_real_records import FILES, RECORDS

from coursework.reading.advice import advise
from coursework.reading.exports.bibtex import to_bibtex
from coursework.reading.exports.coins import to_coins
from coursework.reading.exports.record import record
from coursework.reading.exports.ris import to_ris
from coursework.reading.model import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS
from coursework.reading.page import byline, link
from coursework.reading.read import OWN_FIELDS, read_references
from coursework.source import values as source

WHOLE = [csl for name in FILES[:-1] for csl in json.loads((RECORDS / name).read_text("utf-8"))]
FIELDS = [*TEXT_FIELDS, *DATE_FIELDS, *NAME_FIELDS]
ODD = [
    "", None, 0, -1, True, [], {}, [[]], [None], [{}], {"a": 1}, "x", "--", "{", "\\", "[x](y)", "<i>", "&amp;",
    "10.1/", {"date-parts": []}, {"date-parts": [[None]]}, {"date-parts": [[2001, None]]},
    {"date-parts": [["", "", ""]]},
    [["a"]],
    {"raw": ""}, {"literal": []}, {"year": "", "month": []}, {"season": "5", "date-parts": [[2001]]}, {"family": "x"},
    [{"literal": ""}], [{"family": ["a"]}], ["a", ["b"]], {"status": "ok", "message": {}}, {"items": [0]}, "n.d.", "1-",
    "{\\'{}}", "$$", "٣", "²", "12-²", "c. ", "0 BC", "-0000", "0000/0000", "1850~/..", "..../....", "2001-21/2001-22",
    "1" * 6000, "1" * 6000 + "-1", "-" + "1" * 6000, {"date-parts": [["1" * 6000]]},
]  # fmt: skip


def broken(value, chance):
    """A copy of a value with a part in it, or all of it, replaced."""
    if isinstance(value, dict) and value and chance.random() < 0.7:
        name = chance.choice([*value])
        odd = {chance.choice(FIELDS): chance.choice(ODD)} if chance.random() < 0.2 else {}
        return {**value, name: broken(value[name], chance)} | odd
    if isinstance(value, list) and value and chance.random() < 0.7:
        place = chance.randrange(len(value))
        return [*value[:place], broken(value[place], chance), *value[place + 1 :]]
    return chance.choice(ODD)


@pytest.mark.parametrize("seed", range(4))
def test_a_record_that_is_broken_anywhere_is_told_or_read(seed):
    chance = random.Random(seed)  # noqa: S311  # no secret
    for _ in range(500):
        work = broken(chance.choice(WHOLE), chance)
        value, _ = source.parse(json.dumps([work] if chance.random() < 0.8 else work), "r.yml", OWN_FIELDS)
        references, problems = ({}, []) if value is None else read_references(value)
        assert all(str(each).startswith("r.yml:1:") for each in (*problems, *advise(references.values())))
        for reference in references.values():
            csl = record(reference)
            assert all((to_bibtex([csl]), to_ris([csl]), to_coins(csl), reference.title))
            assert isinstance(byline(reference, "{name} et al.") + link(reference) + str(reference.minutes), str)
