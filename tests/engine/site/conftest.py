"""What the tests of the built site share."""

from __future__ import annotations

from pathlib import Path

import pytest

import building
import installing
from published import PublishedPage, pages_of


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of the small course, built strictly."""
    return building.built_fixture(tmp_path_factory)


@pytest.fixture(scope="session")
def pages(site) -> dict[str, PublishedPage]:
    """Every page of it by its address below the site's root; 404.html too."""
    return pages_of(site)


@pytest.fixture
def copy(tmp_path) -> Path:
    """The small course as a project, to be changed."""
    return building.copy_fixture(tmp_path / "a copy")


@pytest.fixture(scope="session")
def package(tmp_path_factory) -> Path:
    """A folder of Python packages with the generator in it, as a wheel installs it."""
    return installing.installed(tmp_path_factory)
