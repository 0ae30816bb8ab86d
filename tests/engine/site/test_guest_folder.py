"""Where the pages of a course stand on a site that has pages of the same names."""

from __future__ import annotations

import re
from pathlib import Path

from test_guest import copied_with_course

from installing import build
from published import pages_of
from site_links import lost_files, lost_links

OWN = {f"docs/{name}.md": f"# Our {name}\n" for name in ("review", "progress", "quizzes/index", "glossary", "claims")}
COURSE = {
    "readings/references.yml": "- {id: harley1989, type: book, title: Deconstructing the map, issued: '1989',\n"
    "   author: [{family: Harley, given: J.}], level: introductory, topics: [power]}\n",
    "readings/power.yml": "title: Power\nlesson: guide/contours.md\n"
    "groups:\n  - readings:\n      - {reference: harley1989, why: It asks whose map it is.}\n",
    "glossary.yml": "- {id: contour, term: Contour, definition: A line of equal height., forms: [contour]}\n",
    "claims/contours.yml": "lesson: guide/contours.md\nclaims:\n"
    "  - {id: C1, sentence: Maps can be read as texts., kind: history, references: [harley1989], read: the book}\n",
    "figures/years.yml": "title: Years\nkind: timeline\ncaption: A year [@harley1989].\nnotice: One year.\nalt: One.\n"
    "rows:\n  - {year: 1989, label: Deconstructing the map, ref: harley1989}\n",
}
BLOCKS = """
A contour is a line [C1](../practice/claims.md#C1) [@harley1989].

```go-on
```

```figure
years
```

```readings
power
```
"""


def project_with_own_pages(folder: Path) -> Path:
    """A site with a page at each place where the course would have one, and with all that a course can have."""
    project = copied_with_course("full", folder)
    for path, text in {**OWN, **COURSE}.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    with (project / "docs/guide/contours.md").open("a", encoding="utf-8") as file:
        file.write(BLOCKS)
    quiz = project / "quizzes/maps.yml"
    quiz.write_text(
        f"{quiz.read_text(encoding='utf-8').rstrip()}\n    claims: [C1]\n    cite: [harley1989]\n", encoding="utf-8"
    )
    change(project, "id: maps\n", "id: maps\n      topics: {power: Power}\n")
    change(project, "\nnav:\n", "\nnav:\n  - Due: practice/review.md\n  - Quizzes: [practice/quizzes/]\n")
    return project


def change(project: Path, old: str, new: str) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_pages_of_the_site_s_own_are_never_overwritten(package, tmp_path):
    project = project_with_own_pages(tmp_path)
    result = build(package, project, tmp_path / "site")
    assert result.returncode == 1 and not (tmp_path / "site/index.html").exists()
    for path in OWN:
        assert (
            f"{path}:1:1: must have another name; the course makes a page of this one, or of one in a folder of its "
            "own, with `folder: practice` beside its id in mkdocs.yml"
        ) in result.stdout


def test_a_folder_of_their_own_leaves_all_others_and_links_lead_there(package, tmp_path):
    project = project_with_own_pages(tmp_path)
    change(project, "id: maps\n", "id: maps\n      folder: practice\n")
    # Where links are expected to lead.
    change(project, "https://example.org/notes/", "https://example.org/course/")
    result = build(package, project, tmp_path / "site", "--strict")
    assert result.returncode == 0, result.stdout
    site = tmp_path / "site"
    pages = pages_of(site)
    for path, text in OWN.items():
        name = path.removeprefix("docs/").removesuffix("index.md").removesuffix(".md").rstrip("/")
        assert text.removeprefix("# ").strip() in pages[f"{name}/"].html
    made = [name for name in pages if name.startswith("practice/")]
    assert {
        "practice/review/", "practice/progress/", "practice/quizzes/", "practice/quizzes/maps/", "practice/claims/",
        "practice/quizzes/maps/worksheet/", "practice/quizzes/maps/key/", "practice/glossary/", "practice/figures/",
        "practice/readings/", "practice/readings/power/", "practice/readings/topics/power/",
        "practice/readings/bibliography/",
    } == set(made)  # fmt: skip
    assert (site / "practice/readings/power.bib").is_file() and (site / "practice/figures/years.csv").is_file()
    of_course = {name: page for name, page in pages.items() if name in made or "<quiz-question" in page.html}
    assert (
        list(lost_links(site, pages)) == []
        and [each for each in lost_files(site, of_course) if ": https:" not in each] == []
    )
    lesson = pages["guide/contours/"].html
    for address in ("claims/#C1", "review/", "readings/bibliography/#ref-harley1989", "glossary/#contour"):
        assert f'href="../../practice/{address}"' in lesson
    assert 'href="../quizzes/maps/"' in pages["practice/progress/"].html
    assert re.search(r'href="(\.\./)*practice/quizzes/maps/"', pages[""].html), "the navigation names a folder"


def test_a_folder_is_a_path_below_that_of_the_pages(package, tmp_path):
    project = copied_with_course("bare", tmp_path)
    change(project, "id: maps\n", "id: maps\n      folder: ../practice\n")
    result = build(package, project, tmp_path / "site")
    assert (
        "mkdocs.yml:8:15: plugins, coursework, folder: must be a folder below content/, as practice or learn/practice, "
        "not '../practice'"
    ) in result.stdout
