"""What the tests of the built site share."""

from __future__ import annotations

from pathlib import Path

import pytest

import building
from published import PublishedPage


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of the real course, built strictly."""
    return building.built_course(tmp_path_factory)


@pytest.fixture(scope="session")
def pages(site) -> dict[str, PublishedPage]:
    """Every page of the built course by its address below the site's root; 404.html too."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): PublishedPage(file)
        for file in sorted(site.rglob("*.html"))
    }


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the project, to be changed."""
    return building.copy_project(tmp_path / "a copy")
