"""Which styles go to a site: one sheet of the theme, and ours with the styles of the houses in it."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
import rcssmin
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

import building
from coursework.course.styles import FORMULAS, ORDER, SHEETS, parted
from coursework_mkdocs import theme_styles

WHOLE = next(Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.css"))
ADVICE = (
    "docs/index.md: has the class 'cards', which the theme's sheet of styles leaves out; "
    "full_styles: true in the course's settings brings the whole one"
)


@pytest.fixture
def files(monkeypatch, tmp_path):
    """What MkDocs has found for the course: `files()`, and its settings."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    theme = str(building.PROJECT / "hooks/coursework_mkdocs/theme")  # what is imported knows its own folder alone
    config = load_config(
        str(building.copy_fixture(tmp_path) / "mkdocs.yml"), theme={"name": "material", "custom_dir": theme}
    )
    found = get_files(config)
    found.add_files_from_theme(config.theme.get_env(), config)
    return found, config


def chosen(files, full):
    found, config = files
    lacking = theme_styles.choose_sheet(found, config, full)
    sheets = [file for file in found if file.src_uri.startswith("assets/stylesheets/")]
    assert len(sheets) == 1, "no second sheet, and no map of either"
    return sheets[0], lacking


def test_a_site_gets_the_sheet_that_was_cut_down(files):
    sheet, lacking = chosen(files, full=False)
    assert sheet.name == WHOLE.stem
    assert len(sheet.content_string) < WHOLE.stat().st_size * 0.7
    assert {"grid", "cards", "annotate"} <= lacking and not lacking & {"md-typeset", "admonition", "tabbed-set"}


def test_a_site_that_asks_for_the_whole_sheet_gets_it_and_lacks_nothing(files):
    sheet, lacking = chosen(files, full=True)
    assert sheet.content_string == WHOLE.read_text(encoding="utf-8")
    assert lacking == frozenset()


def test_a_release_with_another_sheet_brings_its_whole_one(files):
    found, config = files
    [ours] = [file for file in found if file.src_dir == config.theme.custom_dir and "/main." in file.src_uri]
    found.remove(ours)
    found.append(type(ours)("assets/stylesheets/main.01234567.min.css", ours.src_dir, config.site_dir, True))
    whole = type(ours)(ours.src_uri, str(WHOLE.parents[2]), config.site_dir, True)
    found.append(whole)
    assert chosen(files, full=False) == (whole, frozenset())


def test_a_class_that_the_sheet_lacks_is_told_once_with_its_page():
    contents = {"index.md": '<p class="grid cards">', "lessons/a.md": '<p class="cards own">', "b.md": "<p>grid</p>"}
    assert list(theme_styles.advice(contents, frozenset({"cards", "annotate"}))) == [ADVICE]
    assert list(theme_styles.advice(contents, frozenset())) == []


@pytest.mark.parametrize("full", [False, True])
def test_a_build_says_which_class_is_not_styled(tmp_path, full):
    page = '# Home\n\n<div class="grid cards" markdown>\n- One\n</div>\n'
    settings = f"INHERIT: mkdocs.yml\nextra:\n  course: {{full_styles: {str(full).lower()}}}\n"
    building.build_small({"docs/index.md": page, "full.yml": settings}, "[index.md]", tmp_path / "first")
    result = building.build(tmp_path / "first-project", tmp_path / "site", "--config-file", "full.yml")
    assert result.returncode == 0, result.stdout
    assert (f"INFO    -  Advice: {ADVICE}" in result.stdout) is not full


def test_full_styles_are_asked_for_by_true_or_false(tmp_path):
    settings = "INHERIT: mkdocs.yml\nextra:\n  course: {full_styles: 'no'}\n"
    building.build_small({"docs/index.md": "# Home\n", "full.yml": settings}, "[index.md]", tmp_path / "first")
    result = building.build(tmp_path / "first-project", tmp_path / "site", "--config-file", "full.yml")
    assert result.returncode == 1
    assert "full.yml:3:25: extra, course, full_styles: must be true or false, not 'no'" in result.stdout


def test_our_sheet_holds_the_styles_of_every_house_in_their_order(site):
    engine = building.PROJECT / "hooks/coursework"
    # Pages in frames have a sheet of their own.
    assert sorted([*ORDER, *FORMULAS, *SHEETS, "quiz/framed.css"]) == sorted(
        file.relative_to(engine).as_posix() for file in engine.rglob("*.css")
    )
    sheet = next(site.glob("assets/course.*.css")).read_text(encoding="utf-8")
    # What they say of paper is in a sheet of its own.
    houses = [parted(rcssmin.cssmin((engine / name).read_text(encoding="utf-8"))) for name in ORDER]
    places = [sheet.find(screen) for screen, _ in houses]
    assert places == sorted(places) and places[0] > 0
    assert "Houses" not in sheet and "@media print" not in sheet
    [paper] = [file.read_text(encoding="utf-8") for file in site.glob("assets/print.*.css")]
    assert all(printed in paper for _, printed in houses) and any(printed for _, printed in houses)
