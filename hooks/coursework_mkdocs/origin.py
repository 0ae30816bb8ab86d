"""Where the generator was installed from, so that a new course can say it to whoever installs it next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import metadata

DISTRIBUTION = "mkdocs-coursework"  # its name in pyproject.toml
_HEAD = "# What the course is made with: pip install -r requirements.txt\n"
_ONLY_HERE = (
    "# It was installed from {place}, which nobody else has.\n"
    "# Write below where others get it, before you publish. Of a repository, with its address and a commit or a tag:\n"
    f"#   {DISTRIBUTION} @ git+https://HOST/OWNER/REPOSITORY@COMMIT\n"
    "# Of a wheel that you put beside this file, its name:\n"
    "#   ./{wheel}\n"
)


def version() -> str:
    """The version that is installed; of a clone, which is not, the words for that."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "(a clone, not installed)"


def requirements() -> tuple[str, bool]:
    """The text of a requirements.txt that installs the same, and whether others can do so with it as it stands."""
    try:
        distribution = metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return _only_here("a clone", "VERSION"), False
    recorded = distribution.read_text("direct_url.json")
    if recorded is None:  # from an index of packages
        return f"{_HEAD}{DISTRIBUTION}=={distribution.version}\n", True
    origin: Mapping[str, object] = json.loads(recorded)
    url, repository = str(origin.get("url") or ""), origin.get("vcs_info")
    if not url or url.startswith("file:"):
        # Without the folders that lead there: they may hold a person's name, and the file is published.
        return _only_here(f"{url.rpartition('/')[2] or 'a file'} on your own device", distribution.version), False
    if isinstance(repository, Mapping):
        url = f"{repository.get('vcs')}+{url}@{repository.get('commit_id')}"
    return f"{_HEAD}{DISTRIBUTION} @ {url}\n", True


def _only_here(place: str, version: str) -> str:
    wheel = f"{DISTRIBUTION.replace('-', '_')}-{version}-py3-none-any.whl"
    return _HEAD + _ONLY_HERE.format(place=place, wheel=wheel)
