"""The theme's style sheet, cut down once for all courses: to what this one and a page of everything on offer use."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import material

import building
from theme_sheet.unused_styles import without_unused
from theme_sheet.written import Written

FOLDER = "assets/stylesheets"
FULL = next((Path(material.__file__).parent / "templates" / FOLDER).glob("main.*.min.css"))
OURS = building.PROJECT / "hooks/coursework_mkdocs/theme" / FOLDER
CUT = OURS / FULL.name
_HERE = Path(__file__).parent
PAGE = "every-block"
# What our own sheet hides, the icons of boxes; and what stands in templates of Material's that ours replace.
_UNSEEN = re.compile(
    r"(?:\.admonition-title|summary):+(?:before|after)$|\.md-(?:annotation|source|status|tag|tooltip|version)"
)


def build(project: Path, site: Path, copy: Callable[[Path], object] = building.copy_project) -> None:
    """Build a course with the page of everything, and with the theme's whole sheet, from a copy in a new folder."""
    copy(project)
    shutil.copyfile(_HERE / "mkdocs.yml", project / "mkdocs-with-everything.yml")
    shutil.copyfile(_HERE / f"{PAGE}.md", project / f"docs/{PAGE}.md")
    result = building.build(project, site, "--config-file", "mkdocs-with-everything.yml")
    if result.returncode:
        raise RuntimeError(result.stdout)


def built(tmp_path_factory) -> Path:
    """The small course in the same way, for tests, once for all workers of a run."""

    def make(site: Path) -> None:
        build(tmp_path_factory.mktemp("everything") / "project", site, building.copy_fixture)

    return building.made_once(tmp_path_factory, "everything", make)


def lost(html: str, full: set[str], cut: set[str]) -> set[str]:
    """The classes of a page that only the whole sheet styles."""
    used = {name for names in re.findall(r'\bclass="([^"]*)"', html) for name in names.split()}
    return used & full - cut


def cut_down(site: Path) -> str:
    """The whole sheet without the rules that can match nothing in a built site."""
    written = Written()
    for file in sorted(site.rglob("*.html")):
        written.read_page(file.read_bytes())
    for file in sorted(site.rglob("*.js")):
        # The stemmers of the theme's search work beside the pages, and are larger than all that works in them.
        if "lunr" not in file.relative_to(site).parts:
            written.read_script(file.read_bytes())
    sheets = {str(file): file.read_text(encoding="utf-8") for file in site.rglob("*.css")}
    # Published under a name by its content.
    [name] = [name for name in sheets if Path(name).parent.name == Path(FOLDER).name]
    cut = without_unused(sheets, written, _UNSEEN)[name]
    release = f"{version('mkdocs-material')}, {FULL.name.removesuffix('.min.css')}"
    made_of = f"Material for MkDocs {release}: MIT, (c) Martin Donath and contributors."
    # A rule a line: what a new release changes can be read. The build takes the lines out again.
    return f"/* {made_of} Cut down by `make theme-sheet`; not to be edited. */\n" + "\n".join(cut) + "\n"
