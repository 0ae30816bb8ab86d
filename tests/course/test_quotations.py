"""What others wrote is quoted briefly: at most fifteen words at a time, wherever a source stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from course_files import CLAIMS
from lesson_text import CITED, NAMED, paragraphs, prose

from building import PROJECT

MOST_WORDS = 15
PAGES = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "docs").rglob("*.md"))


def long_quotations(paragraph: str) -> Iterator[str]:
    """What stands between quotation marks, typed straight or curled, and is longer than a quotation may be."""
    for straight, curled in re.findall(r'"([^"]*)"|\u201c([^\u201d]*)\u201d', paragraph):
        if len((straight or curled).split()) > MOST_WORDS:
            yield straight or curled


@pytest.mark.parametrize("page", PAGES)
def test_a_source_is_quoted_in_few_words(page):
    texts = paragraphs(prose((PROJECT / page).read_text(encoding="utf-8")))
    sourced = [text for text in texts if CITED in text or NAMED in text]
    assert [quotation for text in sourced for quotation in long_quotations(text)] == []


def test_a_claim_quotes_in_few_words():
    texts = [f"{claim['sentence']} {claim.get('caveat', '')}" for claim in CLAIMS.values()]
    assert [quotation for text in texts for quotation in long_quotations(text)] == []


def test_a_long_quotation_is_found():
    assert list(long_quotations(f'She wrote "{"word " * 16}" and "few words".')) == ["word " * 16]
    assert list(long_quotations(f"She wrote \u201c{'word ' * 15}\u201d.")) == []
