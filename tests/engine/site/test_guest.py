"""A site that has a look and rules of its own gets questions by two lines, and everything else in it stays as it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from installing import build

GUESTS = Path(__file__).parent / "guests"
QUIZ = """title: Maps
lesson: {page}
questions:
  - id: contour-lines
    type: single-choice
    prompt: What does a contour line join?
    choices:
      - {{text: Points of equal height, correct: true, feedback: Walk along one and you stay level.}}
      - {{text: Points of equal rainfall, feedback: Those lines are called isohyets.}}
    explanation: A contour line joins points of equal height.
"""
# `full` has many extensions, features and overrides of its own; `bare` has hardly any settings, and other names for its
# pages and addresses; `blog` is in another language, and its pages take each other's place.
#
# The page that gets a quiz, below the folder of pages, and what is in the way of one.
PAGES = {"full": "docs/guide/contours.md", "bare": "content/notes/one.md", "blog": "docs/lesen.md"}
REFUSED = {"blog": "navigation.instant, navigation.instant.progress, "}
# What grows with the pages of a site, and the one page that lists others.
OF_ALL = re.compile(r"search/|sitemap\.xml")


@pytest.fixture(params=sorted(PAGES))
def guest(request, package, tmp_path) -> tuple[str, Path, Path]:
    """The name of a site, what it is built of, and the site before it has a course."""
    name: str = request.param
    project = tmp_path / "project"
    shutil.copytree(GUESTS / name, project)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(REFUSED.get(name, "\0"), ""), encoding="utf-8")
    before = build(None, project, tmp_path / "before")
    assert before.returncode == 0, before.stdout
    return name, project, tmp_path / "before"


def with_course(name: str, project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("\nplugins:\n", "\nplugins:\n  - coursework:\n      id: maps\n")
    settings.write_text(text, encoding="utf-8")
    (project / "quizzes").mkdir()
    page = PAGES[name]
    quiz = QUIZ.format(page=page.partition("/")[2])
    (project / "quizzes/maps.yml").write_text(quiz, encoding="utf-8")
    with (project / page).open("a", encoding="utf-8") as file:
        file.write("\n```quiz\nmaps\n```\n")


def copied_with_course(name: str, folder: Path) -> Path:
    project = folder / "project"
    shutil.copytree(GUESTS / name, project)
    with_course(name, project)
    return project


def test_two_lines_bring_questions_and_all_other_pages_stay_as_they_were(guest, package, tmp_path):
    name, project, before = guest
    with_course(name, project)
    result = build(package, project, tmp_path / "after")
    # Where the site is not in English, a line says whose words are.
    told = re.sub(r"Advice: words\.yml.*", "", result.stdout) if name == "blog" else result.stdout
    assert result.returncode == 0 and not re.search("WARNING|ERROR|Advice", told), result.stdout
    after = tmp_path / "after"
    changed = []
    for file in (file for file in before.rglob("*") if file.is_file()):
        path = file.relative_to(before).as_posix()
        if not OF_ALL.search(path) and (after / path).read_bytes() != file.read_bytes():
            changed.append(path)
    page = PAGES[name].partition("/")[2].removesuffix(".md")
    lesson = f"{page}.html" if name == "bare" else f"{page}/index.html"
    # Without a navigation of its own the site lists the pages of the course as well, on each of its pages.
    if name == "full":
        assert changed == [lesson]
    html = (after / lesson).read_text(encoding="utf-8")
    assert "<quiz-question" in html and "assets/coursework." in html and 'type="module"' in html
    others = (file.read_text(encoding="utf-8") for file in after.rglob("*.html") if "coursework-" not in file.name)
    assert all("assets/coursework." in text for text in others if "<quiz-question" in text)
    assert "http-equiv" not in html, "a site that is not ours keeps its own rules"


def test_what_takes_the_place_of_pages_without_loading_them_is_refused(package, tmp_path):
    project = copied_with_course("blog", tmp_path)
    result = build(package, project, tmp_path / "site")
    assert result.returncode == 1
    for column, feature in ((14, "navigation.instant"),):
        assert (
            f"mkdocs.yml:6:{column}: theme, features: must be without {feature}: it puts a page in the place of "
            "another without loading it, and so no question on it would begin"
        ) in result.stdout


def test_what_is_wrong_is_told_where_the_site_has_its_pages(package, tmp_path):
    project = copied_with_course("bare", tmp_path)
    page = project / "content/notes/one.md"
    page.write_text(page.read_text(encoding="utf-8").replace("\nmaps\n", "\nmpas\n") + "\n<!-- lessons -->\n")
    quiz = QUIZ.format(page="docs/notes/one.md").replace("contour-lines", "more")
    (project / "quizzes/more.yml").write_text(quiz, encoding="utf-8")
    (project / "content/quizzes").mkdir()
    (project / "content/quizzes/own.json").write_text("{}", encoding="utf-8")
    (project / "content/quizzes/other.yml").write_text(quiz, encoding="utf-8")
    (project / "content/glossary.yml").write_text("- {id: scale, term: Scale, definition: A fraction.}\n", "utf-8")
    result = build(package, project, tmp_path / "site")
    assert result.returncode == 1
    assert (
        "quizzes/more.yml:2:9: lesson: must be a page in content/, not 'docs/notes/one.md'. Did you mean "
        "'notes/one.md'?"
    ) in result.stdout
    assert (
        "content/quizzes/other.yml:1:1: must lie in quizzes/, beside content/, or it is published as it stands"
    ) in result.stdout
    assert (
        "content/glossary.yml:1:1: must lie beside content/, or it is published as it stands and nobody reads it"
    ) in result.stdout
    assert "own.json" not in result.stdout
    assert (
        "content/notes/one.md:6:1: the quiz block: must name a quiz in quizzes/, not 'mpas'. Did you mean 'maps'?"
    ) in result.stdout
    assert (
        "content/notes/one.md:9:1: must be left out: `<!-- lessons -->` shows a list only with `theme: coursework`"
    ) in result.stdout


def test_files_for_other_programs_hold_the_pictures_of_the_site_and_frames_are_refused(package, tmp_path):
    project = copied_with_course("bare", tmp_path)
    shutil.copyfile(GUESTS / "full/docs/assets/logo.svg", project / "content/logo.svg")
    quiz = (project / "quizzes/maps.yml").read_text(encoding="utf-8")
    quiz = quiz.replace("prompt: What does", 'prompt: "What does').replace("join?", 'join? ![A sign](logo.svg)"')
    (project / "quizzes/maps.yml").write_text(quiz, encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    with_files = settings.replace("id: maps\n", "id: maps\n      downloads: [moodle]\n")

    def built(text: str, site: str) -> str:
        (project / "mkdocs.yml").write_text(text, encoding="utf-8")
        return build(package, project, tmp_path / site).stdout

    # Where a reader's own device would be asked for the site, or nobody knows where it is, there are none.
    assert (
        "mkdocs.yml:8:18: plugins, coursework, downloads: gives no files while the site has no address, to which it "
        "would lead: say it as `site_url`"
    ) in built(with_files, "nowhere")
    assert (
        "mkdocs.yml:10:11: site_url: should be where readers find the site, as https://example.org/course/, not "
        "'http://localhost/', which is nobody's but your own; the course was built without addresses in citations, and "
        "without the files of `downloads`, which lead to it"
    ) in built(f"{with_files}site_url: http://localhost/\n", "own")
    assert not [*tmp_path.glob("nowhere/quizzes/*.xml"), *tmp_path.glob("own/quizzes/*.xml")]
    built(f"{with_files}site_url: https://example.org/\n", "site")
    made = (tmp_path / "site/quizzes/maps/maps-moodle.xml").read_text(encoding="utf-8")
    assert 'encoding="base64"' in made and "https://example.org/quizzes/maps.html#maps/contour-lines" in made
    assert (
        "mkdocs.yml:8:14: plugins, coursework, embed: must be left out but with theme: coursework, in whose look "
        "questions stand in frames"
    ) in built(settings.replace("id: maps\n", "id: maps\n      embed: true\n"), "refused")


def test_another_theme_than_materials_is_refused(package, tmp_path):
    project = copied_with_course("bare", tmp_path)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("theme: material", "theme: readthedocs"))
    result = build(package, project, tmp_path / "site")
    assert "mkdocs.yml:4:8: theme, name: must be material or coursework, not 'readthedocs'" in result.stdout


def test_the_prose_around_a_block_is_the_site_s_own(package, tmp_path):
    project = copied_with_course("bare", tmp_path)
    page = project / "content/notes/one.md"
    prose = "Ask @bob or @a/b, for $5 to $foo$, {{ name }}, H~2~O, :smile: and {--gone--}.\n"
    page.write_text(f"{prose}\n{page.read_text(encoding='utf-8')}", encoding="utf-8")
    result = build(package, project, tmp_path / "site", "--strict")
    assert result.returncode == 0 and "Advice" not in result.stdout, result.stdout
    assert prose.strip() in (tmp_path / "site/notes/one.html").read_text(encoding="utf-8")


def test_a_block_that_would_stay_code_is_refused(package, tmp_path):
    project = copied_with_course("blog", tmp_path)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8").replace(REFUSED["blog"], "")
    (project / "mkdocs.yml").write_text(settings + "hooks: [own.py]\n", encoding="utf-8")
    block = "```quiz\nmaps\n```\n"
    (project / "own.py").write_text(
        f"def on_page_markdown(markdown, **kwargs):\n    return markdown.replace('BROUGHT', {block!r})\n",
        encoding="utf-8",
    )
    (project / "docs/index.md").write_text(f"# Tagebuch\n\nBROUGHT\n\n`````\n{block}`````\n", encoding="utf-8")
    (project / "docs/brought.md").write_text("# Brought\n\nText\n\nBROUGHT\n\nmore\n", encoding="utf-8")
    post = project / "docs/blog/posts/first.md"
    number = len(post.read_text(encoding="utf-8").splitlines()) + 2
    with post.open("a", encoding="utf-8") as file:
        file.write(f"\n{block}")
    result = build(package, project, tmp_path / "site")
    assert result.returncode == 1
    assert (
        "docs/brought.md:5:1: must have its block '```quiz' in its own file, or in one that pymdownx.snippets "
        "includes, not by a plugin, a hook, another extension or an address: it would stay code"
    ) in result.stdout
    assert (
        f"docs/blog/posts/first.md:{number}:1: must have its block '```quiz' on a page that no other plugin makes, as "
        "a blog its posts: it would stay code"
    ) in result.stdout
    assert "2 mistakes" in result.stdout, "a block that is shown as code is none"


def with_snippet(folder: Path, text: str) -> Path:
    """A site with a page that includes a file with a text, and that file includes another with questions."""
    project = copied_with_course("full", folder)
    (project / "parts").mkdir()
    (project / "parts/text.md").write_text(text, encoding="utf-8")
    (project / "docs/quiz.md").write_text("```quiz\nmaps\n```\n", encoding="utf-8")
    with (project / "docs/guide/other.md").open("a", encoding="utf-8") as file:
        file.write('\n--8<-- "parts/text.md"\n')
    return project


def test_a_block_in_a_snippet_becomes_questions(package, tmp_path):
    project = with_snippet(tmp_path, 'As Harley said [@harley1989].\n\n--8<-- "docs/quiz.md"\n')
    (project / "readings").mkdir()
    (project / "readings/references.yml").write_text(
        "- {id: harley1989, type: book, title: Deconstructing the map, author: [{family: Harley, given: J.}], "
        'issued: "1989"}\n',
        encoding="utf-8",
    )
    result = build(package, project, tmp_path / "site")
    assert result.returncode == 0 and not re.search("WARNING|ERROR", result.stdout), result.stdout
    page = (tmp_path / "site/guide/other/index.html").read_text(encoding="utf-8")
    assert page.count("<quiz-question") == 1 and "assets/coursework." in page
    assert 'class="citation"' in page, "what is cited in a file that is included is formatted like all else"


def test_what_is_wrong_in_a_snippet_is_told_where_it_is_written(package, tmp_path):
    project = with_snippet(tmp_path, "Text\n\n```quiz\nmpas\n```\n\n1. ```quiz\n   maps\n   ```\n")
    (project / "docs/quiz.md").write_text("```quiz\nsitting: finale\nmaps\n```\n", encoding="utf-8")
    page = project / "docs/guide/other.md"
    number = len(page.read_text(encoding="utf-8").splitlines()) + 2
    with page.open("a", encoding="utf-8") as file:
        file.write('\n--8<-- "docs/quiz.md"\n')
    result = build(package, project, tmp_path / "site")
    for told in (
        "parts/text.md:4:1: the quiz block: must name a quiz in quizzes/, not 'mpas'. Did you mean 'maps'?",
        "parts/text.md:7:4: the quiz block: must start on a line of its own, below the text it belongs to; in a list "
        "indented by four spaces",
        f"docs/guide/other.md:{number}:14: the quiz block: must have another name: 'finale' is a sitting of "
        "docs/quiz.md",
    ):
        assert told in result.stdout, result.stdout
