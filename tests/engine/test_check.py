"""What holds between the files of a project, and that a fault in one costs only that one."""

import os
import re
from dataclasses import replace

import pytest

from coursework import Project, build
from coursework.course.content_files import REFERENCES
from making import MAPS, Generated

QUIZ, LIST = MAPS["quizzes/maps.yml"], MAPS["readings/maps.yml"]
PAGES = {"lessons/maps.md": "", "index.md": ""}
NAME = "must have a name of its own in small letters, digits and single hyphens, starting with a letter, ending in .yml"


def all_problems(project, anchors=None):
    return [str(problem) for problem in build(project).problems(anchors or {})]


def test_a_sound_project_has_no_problem(problems_of):
    assert problems_of(MAPS, PAGES, {"lessons/maps.md": ["lines"]}) == []


def test_a_project_without_any_yaml_is_sound(problems_of):
    assert problems_of({}, PAGES) == []


def test_two_quizzes_of_one_name_or_one_lesson_are_advised(project, advice_of):
    told = advice_of({"quizzes/maps.yml": QUIZ, "quizzes/more.yml": QUIZ})
    assert [line for line in told if line.startswith("quizzes/more.yml") and "question" not in line] == [
        "quizzes/more.yml:2:8: title: should be another than that of quizzes/maps.yml: readers see two of one name",
        "quizzes/more.yml:3:9: lesson: should be of one quiz only: it links that of quizzes/maps.yml",
    ]
    other = QUIZ.replace("title: Maps", "title: More").replace("lesson: lessons/maps.md", "lesson: index.md")
    assert not [
        line for line in advice_of({"quizzes/maps.yml": QUIZ, "quizzes/more.yml": other}) if "should be" in line
    ]


VIEWS = """\
title: Views
questions:
  - {id: stand, type: opinion, prompt: Where do you stand on maps?, scale: [a, b, c], note: true, explanation: d}
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("views: before stand\n```\n\n```quiz\nviews: after stand", []),
        (
            "views: before stand",
            [
                "quizzes/views.yml:3:10: question stand, note: should be asked on a page by `views: after stand` in a "
                "block `quiz`; without, nobody is asked again"
            ],
        ),
        (
            "views: stand\nviews: after stand",
            [
                "quizzes/views.yml:3:10: question stand, note: should be asked on a page by `views: before stand` in a "
                "block `quiz`; without, nobody can write what would change their mind"
            ],
        ),
    ],
)
def test_what_would_change_a_mind_is_to_be_asked_before_and_shown_after(project, asked, told):
    files = MAPS | {"quizzes/views.yml": VIEWS}
    course = build(project(files, PAGES | {"index.md": f"```quiz\n{asked}\n```\n"}))
    assert [str(advice) for advice in course.advice if "views.yml" in str(advice)] == told
    assert course.problems({"lessons/maps.md": {"lines"}}) == []


def test_a_correction_of_a_day_that_has_not_come_is_advised(advice_of):
    corrections = "[{day: 2026-11-22, text: a}, {day: 9031-05-01, text: b}]"
    views = VIEWS.replace("note: true", f"corrections: {corrections}")
    claim = f"- {{id: M1, sentence: s, kind: history, references: [harley1989], corrections: {corrections}}}"
    told = advice_of(MAPS | {"quizzes/views.yml": views, "claims/maps.yml": f"claims:\n{claim}\n"})
    message = "correction 2, day: should be a day that has come, not '9031-05-01'; the next must be later still"
    assert [line for line in told if "correction" in line] == [
        f"claims/maps.yml:2:132: claim M1, {message}",
        f"quizzes/views.yml:3:153: question stand, {message}",
    ]


def test_a_syntax_error_costs_only_its_own_file(problems_of):
    files = MAPS | {"quizzes/alps.yml": "title: @alps\n", "quizzes/maps.yml": QUIZ.replace("[snyder1987]", "[nobody]")}
    assert [line.split(": ")[0] for line in problems_of(files, PAGES)] == [
        "quizzes/alps.yml:1:8",
        "quizzes/maps.yml:14:12",
    ]


def test_a_bibliography_that_cannot_be_read_gives_one_line(problems_of):
    [line] = problems_of(MAPS | {REFERENCES: "- id: harley1989\n  title: @harley\n"}, PAGES)
    assert line.startswith("readings/references.yml:2:10: must have this text in quotes")


def test_a_reference_with_a_fault_may_still_be_cited(problems_of):
    broken = MAPS[REFERENCES].replace("type: book", "type: bok")
    [line] = problems_of(MAPS | {REFERENCES: broken}, PAGES)
    assert "reference snyder1987, type: must be" in line


def test_names_of_files_that_cannot_be_addresses_are_refused(problems_of):
    names = ["quizzes/Maps 1.yml", "quizzes/index.yml", "quizzes/maps.yaml", "quizzes/maps_2.yml"]
    names += ["readings/bibliography.yml", "readings/index.yml", "readings/on.maps.yml"]
    files = {name: QUIZ if name.startswith("quizzes") else LIST for name in names}
    assert problems_of(files | {REFERENCES: MAPS[REFERENCES]}, PAGES) == [
        "quizzes/Maps 1.yml:1:1: " + NAME,
        "quizzes/index.yml:1:1: must have another name, because index stands for something else in quizzes/",
        "quizzes/maps.yaml:1:1: must be called maps.yml",
        "quizzes/maps_2.yml:1:1: " + NAME,
        "readings/bibliography.yml:1:1: must have another name, because bibliography stands for something else in "
        "readings/",
        "readings/index.yml:1:1: must have another name, because index stands for something else in readings/",
        "readings/on.maps.yml:1:1: " + NAME,
    ]


def test_a_file_where_nobody_reads_it_is_told_and_what_names_it_is_not(problems_of):
    quiz = MAPS["quizzes/maps.yml"]
    files = {
        "quizzes/unit1/scale.yml": quiz, "quizzes/relief.yml.txt": quiz, "quizzes/poles.YML": quiz,
        "quizzes/.#scale.yml": quiz, "quizzes/._scale.yml": "\x00",
        "figures/a/b.yml": "", "readings/more/here.yaml": "", "claims/Maps.YML": "", "docs/quizzes/north.yml": quiz,
        "glossary.yaml": "", "Help.yml.txt": "", "Claims/maps.yml": "",
        "docs/glossary.yml": "", "docs/words.yml": "", "words.yml": "page: {help: Call}",
        "quizzes/README.md": "", "quizzes/.DS_Store": "",
    }  # fmt: skip
    assert problems_of(MAPS | files, PAGES) == [
        "Claims:1:1: must be called claims",
        "Help.yml.txt:1:1: must be called help.yml",
        f"claims/Maps.YML:1:1: {NAME}",
        "docs/glossary.yml:1:1: must lie beside docs/, or it is published as it stands and nobody reads it",
        "docs/quizzes/north.yml:1:1: must lie in quizzes/, beside docs/, or it is published as it stands",
        "figures/a/b.yml:1:1: must lie in figures/ itself, where it is read, not in a folder in it",
        "glossary.yaml:1:1: must be called glossary.yml",
        "quizzes/poles.YML:1:1: must be called poles.yml",
        "quizzes/relief.yml.txt:1:1: must be called relief.yml",
        "quizzes/unit1/scale.yml:1:1: must lie in quizzes/ itself, where it is read, not in a folder in it",
        "readings/more/here.yaml:1:1: must lie in readings/ itself, where it is read, not in a folder in it",
    ]


def test_a_block_that_names_a_misplaced_quiz_is_not_told_to_be_wrong(render):
    files = MAPS | {"quizzes/unit1/scale.yml": MAPS["quizzes/maps.yml"]}
    page = render("```quiz\nscale: north\n```\n", files=files)
    assert [line.split(":")[0] for line in page.problems] == ["quizzes/unit1/scale.yml"]


def test_a_pipe_is_told_and_nobody_waits_for_its_end(tmp_path, problems_of):
    (tmp_path / "quizzes").mkdir()
    os.mkfifo(tmp_path / "quizzes/alps.yml")
    assert "quizzes/alps.yml:1:1: must be a file, not a device or a pipe" in problems_of(MAPS, PAGES)


def test_the_end_of_a_line_in_an_id_ends_no_message(problems_of):
    quiz = MAPS["quizzes/maps.yml"].replace("id: contour", 'id: "con\\ntour"')
    [line] = problems_of(MAPS | {"quizzes/maps.yml": quiz}, PAGES)
    assert line.startswith("quizzes/maps.yml:7:9: question con tour, id: must be small letters")


def test_a_folder_named_like_a_file_is_told_and_no_more(tmp_path, problems_of):
    (tmp_path / "quizzes/alps.yml").mkdir(parents=True)
    [line] = problems_of(MAPS, PAGES)
    assert line.startswith("quizzes/alps.yml:1:1: must be a file that can be read (")


def test_a_folder_that_is_none_and_links_behind_which_nothing_is_read_are_told(tmp_path, problems_of):
    (tmp_path / "figures").touch()
    (tmp_path / "claims").symlink_to("nowhere")
    (tmp_path / "glossary.yml").symlink_to("nowhere.yml")
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "more").mkdir()
    (tmp_path / "quizzes/more").symlink_to("../more")
    (tmp_path / "shared").mkdir()
    (tmp_path / "readings").symlink_to("shared")  # which may be the one of several courses
    assert problems_of(MAPS, PAGES, {"lessons/maps.md": ["lines"]}) == [
        "claims:1:1: must lead to what is there",
        "figures:1:1: must be a folder",
        "glossary.yml:1:1: must lead to what is there",
        "quizzes/more:1:1: must not be a link to a folder, in which nothing is read",
    ]


def test_a_missing_lesson_is_told_once(problems_of):
    found = problems_of(MAPS | {"quizzes/maps.yml": QUIZ.replace("lesson: lessons/maps.md", "lesson: lessons/map.md")})
    assert found == [
        "quizzes/maps.yml:3:9: lesson: must be a page in docs/, not 'lessons/map.md'",
    ]


def test_a_page_is_not_suggested_for_the_folder_and_the_ending_that_it_shares(problems_of):
    """Its own name has to be near; else an author is sent to a lesson that another quiz belongs to."""
    for name, near in (("first-lesson", ""), ("sheet-bends", ". Did you mean 'lessons/sheet-bend.md'?")):
        quiz = QUIZ.replace("lesson: lessons/maps.md", f"lesson: lessons/{name}.md")
        found = problems_of(MAPS | {"quizzes/maps.yml": quiz}, {**PAGES, "lessons/sheet-bend.md": ""})
        assert f"quizzes/maps.yml:3:9: lesson: must be a page in docs/, not 'lessons/{name}.md'{near}" in found


def test_a_heading_is_looked_up_on_the_page_that_was_rendered(problems_of):
    assert problems_of(MAPS, PAGES, {"lessons/maps.md": ["line", "scale"], "index.md": ["lines"]}) == [
        "quizzes/maps.yml:15:13: question contour, reread: must be a heading of docs/lessons/maps.md, not '#lines'."
        " Did you mean '#line'?"
    ]


def test_problems_come_in_the_order_of_files_and_lines_each_once(project):
    twice = "[A](x:y) [A](x:y)"
    quiz = QUIZ.replace("A habit.", f'"{twice}"').replace("[snyder1987]", "[nobody]")
    made = project(MAPS | {"quizzes/maps.yml": quiz, "readings/maps.yml": "title: On maps\n"})
    course = build(made)
    for place in ("a.md", "b.md"):
        course.rendering.start(place, "")
        course.rendering.fence(course.rendering.extension.page, "quiz", "maps")
    assert [str(problem).split(": ")[0] for problem in course.problems({})] == [
        "quizzes/maps.yml:3:9",
        "quizzes/maps.yml:14:12",
        "quizzes/maps.yml:20:24",
        "readings/maps.yml:1:1",
    ]


def test_an_unsafe_link_in_a_quiz_is_told_with_its_place(project):
    quiz = QUIZ.replace("A habit.", '"[A](javascript:alert(1)) habit."')
    course = build(project(MAPS | {"quizzes/maps.yml": quiz}, PAGES))
    course.rendering.start("index.md", "")
    course.rendering.fence(course.rendering.extension.page, "quiz", "maps: north")
    [line] = [str(problem) for problem in course.problems({})]
    assert line == "quizzes/maps.yml:20:24: must link to a page or to an https: address, not 'javascript:alert(1)'"


def test_an_unsafe_link_beside_a_gap_is_told_as_well(project):
    quiz = """
title: Maps
questions:
  - id: gap
    type: cloze
    prompt: Fill in.
    text: See [it](javascript:alert%281%29) and {gap}.
    blanks:
      gap:
        answers: [north]
        feedback: The needle says.
    explanation: So it is.
"""
    course = build(project(MAPS | {"quizzes/maps.yml": quiz}, PAGES))
    course.rendering.start("index.md", "")
    course.rendering.fence(course.rendering.extension.page, "quiz", "maps")
    [line] = [str(problem) for problem in course.problems({})]
    assert line == "quizzes/maps.yml:7:11: must link to a page or to an https: address, not 'javascript:alert%281%29'"


def test_a_citation_that_is_none_to_the_formatter_is_told(project):
    quiz = QUIZ.replace("[@harley1989, p. 3]", "[@harley1989; x; @snyder1987] and [@harley1989 @snyder1987]")
    assert all_problems(project(MAPS | {"quizzes/maps.yml": quiz}, PAGES)) == [
        "quizzes/maps.yml:21:40: question north, explanation: must be a citation on lines of its own and in "
        "words alone, as `[@key, p. 3; @other]`, not '[@harley1989 @snyder1987]'",
        "quizzes/maps.yml:21:40: question north, explanation: must be a citation on lines of its own and in "
        "words alone, as `[@key, p. 3; @other]`, not '[@harley1989; x; @snyder1987]'",
    ]


def test_the_pages_that_are_made_name_the_files_they_come_from(project):
    files = {file.path: file for file in build(project(MAPS)).publishing.files()}
    assert {path: file.source for path, file in files.items() if path.endswith(".md")} == {
        "quizzes/index.md": None,
        "quizzes/maps.md": "quizzes/maps.yml",
        "quizzes/maps/worksheet.md": "quizzes/maps.yml",
        "quizzes/maps/key.md": "quizzes/maps.yml",
        "review.md": None,
        "progress.md": None,
        "readings/index.md": None,
        "readings/maps.md": "readings/maps.yml",
        "readings/bibliography.md": REFERENCES,
    }
    assert (files["quizzes/maps.md"].title, files["quizzes/maps.md"].content) == ("Maps (quiz)", "```quiz\nmaps\n```\n")


def test_a_title_is_text_on_the_page_made_for_it(project):
    title = '*A* <"title">: [@x] {{ y }} &c. `z` {#id}'
    files = MAPS | {"quizzes/maps.yml": QUIZ.replace("title: Maps", f"title: '{title}'")}
    course = build(project(files, {"lessons/maps.md": ""}))
    page = Generated(course, next(file for file in course.publishing.files() if file.path == "quizzes/maps.md"))
    [heading] = page.all("h1")
    assert heading.text == f"{title} (quiz)"
    assert page.problems == []


@pytest.mark.parametrize("name", ["", "Maps", "a course", "a--b", "-a", "a/b"])
def test_a_project_needs_an_id_that_can_be_kept(tmp_path, name):
    with pytest.raises(ValueError, match=r"^course\.id must be small letters, .*, not "):
        Project(tmp_path, {}, name)


def test_quizzes_follow_the_order_of_their_lessons_and_those_of_none_come_last(project):
    lessons = {"b": "lessons/one.md", "a": "lessons/two.md", "d": "lessons/unlisted.md"}
    quizzes = {f"quizzes/{id}.yml": QUIZ.replace("lessons/maps.md", lesson) for id, lesson in lessons.items()}
    quizzes["quizzes/c.yml"] = QUIZ.replace("lesson: lessons/maps.md\n", "").replace('    reread: "#lines"\n', "")
    made = project(MAPS | quizzes, dict.fromkeys(["lessons/maps.md", *lessons.values()], ""))
    course = build(replace(made, order=["index.md", "lessons/one.md", "lessons/two.md", "lessons/maps.md"]))
    assert course.problems({}) == []
    pages = [file.path for file in course.publishing.files() if re.fullmatch(r"quizzes/[a-z]+\.md", file.path)]
    assert pages == [f"quizzes/{id}.md" for id in ("index", "b", "a", "maps", "c", "d")]
