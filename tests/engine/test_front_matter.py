"""The head of a page: what cannot be read is told, and never printed on the page."""

import pytest

from coursework.source.front_matter import head_problems


@pytest.mark.parametrize(
    "text",
    [
        "# Maps\n", "", "---\n---\n# Maps\n", "---\ntitle: Maps\n---\n", "---\ntitle: Maps\n...\n# Maps\n",
        "---\ntitle: 'Maps: lines'\ndate: 2026-11-23\nabout: |\n  One\n  two\n---\n", "--- \ntitle: Maps\n---",
        "Text\n\n---\n\nmore: of: it\n", "---\ntitle: Maps\nhide: [toc]\nlevel: 1\n---\n",
        '---\ntitle: "2026-13-45"\n---\n',
    ],
)  # fmt: skip
def test_a_head_that_can_be_read_and_none_at_all_are_fine(text):
    assert list(head_problems("lessons/maps.md", text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: Maps\n\n# Maps\n", "1:1: head of the page: must end with a line `---`"),
        (
            "---\ntitle: Maps\nabout: On maps: what they do\n---\n",
            "3:8: head of the page: must have this text in quotes",
        ),
        (
            "---\ntitle: Maps\ndate: 2026-13-45\n---\n",
            "3:7: head of the page, date: must be a day that there is, not '2026-13-45'",
        ),
        ("---\nMaps\n---\n", "2:1: head of the page: must be a group of fields"),
        ("---\ntitle: Maps\ntitle: Lines\n---\n", "3:1: head of the page: 'title' must be given once, not twice"),
    ],
)
def test_a_head_that_cannot_be_read_is_told_in_its_place(text, told):
    [problem] = head_problems("lessons/maps.md", text)
    assert str(problem).startswith(f"docs/lessons/maps.md:{told}")
