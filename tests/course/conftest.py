"""What the tests of this course share: the course as it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

import building
from published import PublishedPage, pages_of


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of the course, built strictly."""
    return building.built_course(tmp_path_factory)


@pytest.fixture(scope="session")
def pages(site) -> dict[str, PublishedPage]:
    """Every page of it by its address below the site's root; 404.html too."""
    return pages_of(site)


@pytest.fixture(scope="session")
def course(site):
    """The address at which a browser finds it."""
    import browsing  # most tests need no browser, nor what starts one

    with browsing.served(site) as address:
        yield address
