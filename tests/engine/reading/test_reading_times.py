"""How long a work takes to read: three minutes a page, and nothing where the pages are not known."""

import pytest

from coursework.reading.model import Reference


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        ({"page": "475-482"}, 24),
        ({"page": "475–82"}, 24),
        ({"page": "S3-S9"}, 21),
        ({"page": "7-7"}, 3),
        ({"number-of-pages": "120"}, 360),
        ({"page": "1-2", "number-of-pages": "120"}, 6),
        # The number of an article, or where one page begins.
        ({"page": "e94207"}, None),
        ({"page": "7"}, None),
        ({"page": "3, 7-9"}, None),
        ({"page": "x-ix"}, None),
        ({"page": "82-75"}, None),
        ({"page": "1-99999"}, None),
        ({"number-of-pages": "xii, 120"}, None),
        ({"number-of-pages": "0"}, None),
        ({}, None),
    ],
)
def test_minutes_come_from_pages(fields, minutes):
    assert Reference("a", fields).minutes == minutes
