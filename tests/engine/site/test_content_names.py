"""What pages load has a name by its content, so that no page meets a sheet or a script of another version."""

from __future__ import annotations

import re
from pathlib import Path

import building

HASHED = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?\w+$")
LINKS = re.compile(r'<(?:link|script)\b[^>]*?(?:href|src)="([^"]+\.(?:css|js|woff2|svg|png))"')
SETTINGS = """
INHERIT: mkdocs.yml
extra_css: [assets/course.css, own/sheet.css, own/more.css]
extra_javascript:
  - own/page.js
  - {path: own/first.js, type: module}
  - {path: own/second.js, type: module}
"""
FILES = {
    "docs/index.md": "# Home\n\n![The sign](assets/mark.svg)\n",
    "docs/own/sheet.css": '@import "more.css";\n@font-face { font-family: A; src: url("../assets/mark.svg"); }\n',
    "docs/own/more.css": "h1 { color: green; }\n",
    "docs/own/page.js": "document.title\n",
    "docs/own/first.js": 'import {b} from "./second.js"\nb\n',
    "docs/own/second.js": "export const b = 1\n",
    "own.yml": SETTINGS,
}


def loaded(site: Path, page: str) -> list[str]:
    """What a page loads, as paths from the site's root."""
    links = LINKS.findall((site / page).read_text(encoding="utf-8"))
    root = site.resolve()
    return [(root / page).parent.joinpath(link).resolve().relative_to(root).as_posix() for link in links]


def test_all_that_the_pages_of_a_course_load_is_there_under_a_name_by_its_content(site):
    for page in ("index.html", "lessons/projections/index.html", "quizzes/scale/worksheet/index.html"):
        paths = loaded(site, page)
        assert len(paths) > 4, page
        assert [path for path in paths if not (site / path).is_file()] == []
        unnamed = [path for path in paths if not HASHED.search(path) and "/coursework-" not in path]
        assert [path for path in unnamed if not path.startswith("figures/")] == [], page
    lost = (site / "404.html").read_text(encoding="utf-8")
    assert re.search(r'href="[^"]*/assets/course\.[0-9a-f]{8}\.css"', lost)


def test_a_changed_sheet_changes_its_name_and_nothing_else(tmp_path):
    sites = []
    for colour in ("green", "red"):
        files = FILES | {"docs/own/more.css": f"h1 {{ color: {colour}; }}\n"}
        building.build_small(files, "[index.md]", tmp_path / colour)
        building.build_well(tmp_path / f"{colour}-project", tmp_path / f"{colour}-own", "--config-file", "own.yml")
        sites.append(tmp_path / f"{colour}-own")
    first, second = ({file.relative_to(site).as_posix() for file in site.rglob("*.*")} for site in sites)
    changed = {re.sub(r"\.[0-9a-f]{8}", "", path) for path in first ^ second}
    # Sheets may load one another, so that they change their names together.
    assert {path for path in changed if not path.endswith(".css")} == set()
    assert "own/more.css" in changed
    [sheet] = sites[0].glob("own/sheet.*.css")
    [more] = sites[0].glob("own/more.*.css")
    [sign] = sites[0].glob("assets/mark.*.svg")
    text = sheet.read_text(encoding="utf-8")
    assert f'"{more.name}"' in text and f"../assets/{sign.name}" in text
    html = (sites[0] / "index.html").read_text(encoding="utf-8")
    assert f'<img alt="The sign" src="assets/{sign.name}"' in html
    [page] = sites[0].glob("own/page.*.js")
    assert f'<script src="own/{page.name}"></script>' in html
    [importing] = sites[0].glob("own/first.*.js")
    assert f'<script src="own/{importing.name}" type="module"></script>' in html
    # Another imports it, by the name that it has.
    assert '<script src="own/second.js" type="module"></script>' in html and (sites[0] / "own/second.js").is_file()
