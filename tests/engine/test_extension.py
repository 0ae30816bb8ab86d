"""Quizzes and reading lists inside lessons: wherever a block can stand, and what is told where it cannot."""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

import coursework
from coursework.course.content_files import REFERENCES
from coursework.quiz.block import asked_in
from coursework.text.page import Page
from making import MAPS, text_of, write_project

NORTH = "```quiz\nmaps: north\n```"


def indented(text, by="    "):
    return "\n".join(by + line for line in text.splitlines())


def shown(page):
    return [question.get("data-question") for question in page.all("quiz-question")]


@pytest.mark.parametrize(
    "text",
    [
        NORTH,
        f"Before.\n\n{NORTH}\n\nAfter.",
        f"# Heading\n{NORTH}",
        f"- item\n\n{indented(NORTH)}\n\n- next",
        f"1.  item\n\n{indented(NORTH)}",
        f"- a\n\n    - b\n\n{indented(NORTH, ' ' * 8)}",
        f"!!! note\n\n{indented(NORTH)}",
        f"!!! note \"T\"\n    text\n\n{indented(NORTH)}\n\n    more",
        f"- a\n\n    !!! note\n\n{indented(NORTH, ' ' * 8)}",
        indented(NORTH, "> "),
        f"Term\n:   Meaning\n\n{indented(NORTH)}",
        f'<div markdown="1">\n\n{NORTH}\n\n</div>',
        f"<div markdown>\n{NORTH}\n</div>",
        f'<details markdown="1"><summary>More</summary>\n\n{NORTH}\n\n</details>',
        NORTH.replace("```", "~~~"),
        NORTH.replace("```", "````"),
        NORTH.replace("```quiz", "``` quiz"),
        NORTH.replace("```quiz", "``` {.quiz}"),
        NORTH.replace("maps: north", "\n  maps:   north  \n"),
        NORTH.replace("\n", "\r\n"),
    ],
)  # fmt: skip
def test_a_quiz_block_works_wherever_a_block_can_stand(render, text):
    page = render(text)
    assert shown(page) == ["maps/north"]
    assert page.problems == []
    assert "coursework" not in page.html
    assert "onclick" not in page.html


@pytest.mark.parametrize("fence", ["````", "````md", "~~~~~", "````text"])
def test_a_quiz_block_in_a_longer_fence_stays_text(render, fence):
    page = render(f"{fence}\n{NORTH}\n{fence.rstrip('mdtex')}")
    assert shown(page) == []
    assert page.text().split() == ["```quiz", "maps:", "north", "```"]
    assert page.problems == []


def test_a_word_about_a_quiz_in_code_is_no_quiz(render):
    page = render("Write `quiz maps` or ```` ```quiz ````.")
    assert shown(page) == []
    assert page.problems == []


def test_a_quiz_that_a_question_quotes_is_no_lost_block(render):
    quoted = 'explanation: "````\\n```quiz\\nmaps\\n```\\n````\\n\\n| a | b |\\n|---|---|\\n| c | d |"'
    quiz = MAPS["quizzes/maps.yml"].replace("explanation: A contour line joins points of equal height.", quoted)
    page = render("```quiz\nmaps: contour\n```", files={**MAPS, "quizzes/maps.yml": quiz})
    assert "```quiz maps ```" in page.text() and page.all("table")
    assert page.problems == []


LOST = yaml.safe_load((Path(__file__).parent / "lost-blocks.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", LOST, ids=lambda case: case["what"])
def test_a_block_that_would_be_lost_is_told_with_its_line(render, case):
    page = render(case["page"])
    assert page.problems == case["problems"]
    assert len(page.all("quiz-question")) == case.get("questions", 0)


def test_the_head_of_a_page_and_what_others_write_into_it_move_no_line(render):
    page = render(f"---\ntitle: Maps\n---\n# Maps\n\n{NORTH}\n\n    ```quiz\n    maps: north\n    ```\n")
    assert [problem.split(": ")[0] for problem in page.problems] == ["docs/lessons/maps.md:10:5"]
    state = Page("a.md", "---\nx\n---\n> ```py\n\n> ```py\n")
    state.problem_at(["included", "> ```py", "", "> ```py"], 1, "```", "it", "must not")
    state.problem_at(["only here"], 0, "```", "it", "must not")
    assert [(problem.line, problem.column) for problem in state.problems] == [(4, 3), (1, 1)]


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("map", "7:1", "the quiz block: must name a quiz in quizzes/, not 'map'. Did you mean 'maps'?"),
        ("xyz: north", "7:1", "the quiz block: must name a quiz in quizzes/, not 'xyz'"),
        ("maps: nort", "7:1", "the quiz block: must name questions of maps, not 'nort'. Did you mean 'north'?"),
        ("\nmaps: contour,\nmaps: xyz", "9:1", "the quiz block: must name questions of maps, not 'xyz'"),
        ("", "6:1", "the quiz block: must name a quiz, as `maps` or `maps: contour-lines`"),
        (
            "maps: north\n\n| Map | Scale |\n| --- | --- |\n| A | B |",
            "9:1",
            "the quiz block: must name a quiz in each line, not '| Map | Scale |'; a block ends with a line of ``` "
            "alone",
        ),
    ],
)
def test_an_unknown_name_is_told_with_its_line_and_a_suggestion(render, body, line, message):
    page = render(f"---\ntitle: On a map and maps\n---\n# A map of nort\n\n```quiz\n{body}\n```")
    assert page.problems == [f"docs/lessons/maps.md:{line}: {message}"]


def test_a_stance_is_any_word_where_the_course_names_none(tmp_path):
    write_project(tmp_path, MAPS | {REFERENCES: MAPS[REFERENCES].replace("type: book", "type: book, stance: odd")})
    course = coursework.build(coursework.Project(tmp_path, {"lessons/maps.md": ""}, "a-course"))
    assert course.problems({}) == []
    course.rendering.start("a.md", "")
    [bibliography] = course.rendering.fence(course.rendering.extension.page, "bibliography", "")
    assert "odd" in text_of(bibliography)


def test_each_unknown_question_is_told(render):
    problems = render("```quiz\nmaps: one, north, two\n```").problems
    assert [line.rsplit(", not ")[1] for line in problems] == ["'one'", "'two'"]


def test_all_works_on_a_topic_can_stand_on_any_page(render):
    references = """
- {id: a, type: book, title: A map, status: no date, topics: [scale]}
- {id: b, type: book, title: Another, status: no date, topics: [power]}
"""
    page = render("# Maps\n\n```readings\ntopic: scale\n```", files={REFERENCES: references})
    assert page.problems == []
    [work] = page.all("li", class_="reference")
    assert "A map" in text_of(work)


def test_an_unknown_topic_is_told(render):
    [problem] = render("# Maps\n\n```readings\ntopic: scales\n```").problems
    told = "must name a topic of the settings, not 'scales'. Did you mean 'scale'?"
    assert problem == f"docs/lessons/maps.md:4:1: the readings block: {told}"


def test_an_unknown_reading_list_is_told(render):
    assert render("# Maps\n\n```readings\nmap\n```").problems == [
        "docs/lessons/maps.md:4:1: the readings block: must name a reading list in readings/, not 'map'. "
        "Did you mean 'maps'?"
    ]


def test_an_unknown_figure_is_told(render):
    assert render("# Maps\n\n```figure\nrainfall\n```").problems == [
        "docs/lessons/maps.md:4:1: the figure block: must name a figure in figures/, not 'rainfall'"
    ]
    assert render("# Maps\n\n```figure\n```").problems == [
        "docs/lessons/maps.md:3:1: the figure block: must name a figure, as `rainfall`"
    ]


def test_a_lesson_may_show_a_quiz_a_question_or_what_is_left(render):
    assert shown(render("```quiz\nmaps\n```")) == ["maps/contour", "maps/north"]
    assert shown(render("```quiz\nmaps: north, contour\n```")) == ["maps/north", "maps/contour"]
    assert shown(render("```quiz\nmaps: north\nmaps: contour\n```")) == ["maps/north", "maps/contour"]
    assert shown(render(f"{NORTH}\n\n```quiz\nmaps: rest\n```")) == ["maps/north", "maps/contour"]
    assert shown(render("```quiz\nmaps: rest\n```\n\n```quiz\nmaps: rest\n```")) == ["maps/contour", "maps/north"]


def test_questions_are_counted_where_they_stand_together(render):
    page = render("```quiz\nmaps\n```\n\n```quiz\nmaps: north\n```")
    numbers = [" ".join("".join(item.itertext()).split()) for item in page.all("p", class_="question__number")]
    assert numbers == ["Question 1 of 2", "Question 2 of 2", "A question for you"]


def test_objectives_are_shown_without_the_questions(render):
    page = render("```quiz\nmaps: objectives\n```")
    assert shown(page) == []
    assert page.text() == "After this lesson you can tell what a map shows"
    assert [item.text for item in page.all("em")] == ["shows"]


def test_the_same_question_twice_has_ids_and_controls_of_its_own(render):
    page = render(f"{NORTH}\n\n{NORTH}\n\n```quiz\nmaps\n```")
    assert [question.get("id") for question in page.all("quiz-question")] == [
        "maps/north", "maps/north~2", "maps/contour", "maps/north~3",
    ]  # fmt: skip
    names = [[field.get("name") for field in question.iter("input")] for question in page.all("quiz-question")]
    anchors = ["maps/north", "maps/north~2", "maps/contour", "maps/north~3"]
    assert [set(group) for group in names] == [{anchor, f"{anchor}:certainty"} for anchor in anchors]
    ids = Counter(element.get("id") for element in page.tree.iter() if element.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []
    described = [field.get("aria-describedby") for field in page.all("fieldset")]
    assert set(described) - {None} <= set(ids)
    assert {question.get("data-question") for question in page.all("quiz-question")} == {"maps/north", "maps/contour"}


def test_a_page_begins_anew(render):
    pages = [render(NORTH, path) for path in ("lessons/maps.md", "index.md", "lessons/maps.md")]
    assert [page.all("quiz-question")[0].get("id") for page in pages] == ["maps/north"] * 3


@pytest.mark.parametrize(
    ("path", "index", "passage", "image"),
    [
        ("lessons/maps.md", "../index.md", "#lines", "../assets/map.png"),
        ("quizzes/maps.md", "../index.md", "../lessons/maps.md#lines", "../assets/map.png"),
        ("index.md", "index.md", "lessons/maps.md#lines", "assets/map.png"),
        ("a/b/c.md", "../../index.md", "../../lessons/maps.md#lines", "../../assets/map.png"),
    ],
)
def test_links_of_a_quiz_are_written_as_from_docs_and_lead_from_any_page(render, path, index, passage, image):
    files = MAPS | {"quizzes/maps.yml": MAPS["quizzes/maps.yml"].replace("A habit.", "'![A map](assets/map.png)'")}
    page = render("[own](own.md)\n\n```quiz\nmaps\n```", path, files)
    links = [link.get("href") for link in page.all("a")]
    assert links.count(index) == 1
    assert links.count(passage) == 2, "of the text, and of what to read again"
    assert "own.md" in links, "a link of the lesson itself stays as written"
    assert [picture.get("src") for picture in page.all("img")] == [image]
    assert "data-from-docs" not in page.html


def test_addresses_that_are_not_pages_stay_as_written(render):
    text = "[a](https://example.org/a.md) [b](mailto:a@b.org) [c](#lines) [d](/x) [e](?q=1) [f](//example.org/f)"
    files = MAPS | {"quizzes/maps.yml": MAPS["quizzes/maps.yml"].replace("A habit.", f"'{text}'")}
    page = render(NORTH, "a/b.md", files)
    kept = ["https://example.org/a.md", "mailto:a@b.org", "#lines", "/x", "?q=1", "//example.org/f"]
    assert [link.get("href") for link in page.all("a") if link.get("href") in kept] == kept


def test_the_page_of_a_quiz_leads_to_its_lesson(render):
    page = render("```quiz\nmaps\n```", "quizzes/maps.md")
    assert [link.get("href") for link in page.all("p", class_="quiz-head__lesson")[0]] == ["../lessons/maps.md"]
    assert not render("```quiz\nmaps\n```", "lessons/maps.md").all("p", class_="quiz-head__lesson")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (NORTH, "quizzes/maps.yml"),
        ("```quiz\nmaps: objectives\n```", "quizzes/maps.yml"),
        ("```readings\nmaps\n```", "readings/maps.yml"),
    ],
)
def test_what_cannot_be_read_says_so_in_its_place_and_is_told_once(render, text, broken):
    page = render(text, files=MAPS | {broken: "title: @maps\n"})
    assert page.text() == f"This part cannot be shown until the mistakes in {broken} are mended."
    assert [line.split(":")[0] for line in page.problems] == [broken]


def test_a_list_of_readings_that_nobody_knows_says_so_in_its_place(render):
    files = MAPS | {"readings/maps.yml": MAPS["readings/maps.yml"].replace("reference: harley1989", "reference: har")}
    page = render("```readings\nmaps\n```", files=files)
    assert "until the mistakes in readings/maps.yml are mended" in page.text()
    assert len(page.problems) == 1


def test_indexes_lead_to_every_page_that_is_made(render):
    page = render("```quizzes\n```\n\n```readings\n```", "lessons/maps.md")
    assert [link.get("href") for link in page.all("a")] == [
        "../quizzes/maps.md", "../readings/maps.md", "../readings/bibliography.md",
    ]  # fmt: skip


SEAS = """
title: Seas
questions:
  - id: salt
    type: true-false
    prompt: The sea is salt.
    answer: true
    feedback: {"true": "Yes.", "false": "Taste it."}
    explanation: It is.
  - {id: view, type: opinion, prompt: Sea or hill?, scale: [Sea, Shore, Hill], explanation: Both.}
"""


@pytest.mark.parametrize(
    ("body", "numbers", "summaries"),
    [
        ("maps: contour, north\nseas: salt", ["1 of 3", "2 of 3", "3 of 3"], ["maps seas"]),
        ("maps: contour\nmaps: rest\nseas: salt", ["1 of 3", "2 of 3", "3 of 3"], ["maps seas"]),
        ("maps: contour\nmaps: north\nmaps: contour", ["1 of 3", "2 of 3", "3 of 3"], ["maps"]),
        ("maps: contour\nseas: salt", ["1 of 2", "2 of 2"], []),
        ("maps\nseas: after view\nseas: salt", ["1 of 2", "2 of 2"], ["maps"]),
        ("maps: contour\nmaps: objectives\nmaps: north", [], []),
    ],
)
def test_lines_of_questions_are_numbered_and_summed_up_together(render, body, numbers, summaries):
    page = render(f"# Maps {{#lines}}\n\n```quiz\n{body}\n```\n", files=MAPS | {"quizzes/seas.yml": SEAS})
    assert page.problems == []
    text = page.text()
    assert [
        number for number in ("1 of 3", "2 of 3", "3 of 3", "1 of 2", "2 of 2") if f"Question {number}" in text
    ] == (numbers)
    assert [summary.get("data-quiz") for summary in page.all("quiz-summary")] == summaries


def test_a_summary_of_several_quizzes_counts_for_each_quiz(render):
    page = render("# M {#lines}\n\n```quiz\nmaps\nseas\n```\n", files=MAPS | {"quizzes/seas.yml": SEAS})
    [summary] = page.all("quiz-summary")
    assert json.loads(summary.get("data-parts")) == {"maps": "Maps", "seas": "Seas"}


def test_scripts_are_asked_for_where_a_question_is_and_nowhere_else(project):
    course = coursework.build(project(MAPS, {"index.md": "", "lessons/maps.md": ""}))

    def scripts(path):
        return course.publishing.scripts(course.rendering.pages.get(path))

    for path, body, asked in (
        ("a.md", "maps: north", {"quiz-question.js"}),
        ("b.md", "maps: objectives", set()),
        ("c.md", "maps", {"quiz-question.js"}),
        ("d.md", "maps: guess north", {"quiz-guess.js"}),
        ("e.md", "maps: key", {"quiz-paper.js"}),
        ("f.md", "sitting: finale\nmaps: north", {"quiz-question.js", "quiz-sitting.js"}),
    ):
        course.rendering.start(path, "")
        course.rendering.fence(course.rendering.extension.page, "quiz", body)
        assert {script.rsplit("/", 1)[1] for script in scripts(path)} == {"course-marks.js", *asked}
    assert [script.rsplit("/", 1)[1] for script in scripts("never-rendered.md")] == ["course-marks.js"]
    assert {file.path for file in course.publishing.files()} >= set(scripts("a.md"))


def test_the_box_for_authors_holds_every_problem_as_text(project):
    course = coursework.build(project(MAPS | {"quizzes/maps.yml": "title: <scripts>\nx<y: 1\nquestions: <bold>\n"}))
    box = course.publishing.problem_box(course.problems({}))
    assert box.count("<li>") == 2
    assert "<scripts>" not in box and "<bold>" not in box
    assert "&lt;y" in box


VIEWS = MAPS | {
    "quizzes/views.yml": """
title: Views
questions:
  - {id: stand, type: opinion, prompt: Which?, scale: [Paper, Neither, A screen], explanation: Either.}
"""
}


def block(*lines):
    return "\n".join(["```quiz", *lines, "```"])


def test_a_guess_comes_without_a_word_of_its_answer(render):
    page = render(block("maps: guess contour, north"))
    assert [guess.get("data-question") for guess in page.all("quiz-guess")] == ["maps/contour", "maps/north"]
    assert "Equal height" in page.text()
    for secret in ("isohyets", "neither up nor down", "A habit", "joins points"):
        assert secret not in page.html
    assert shown(page) == []
    assert page.problems == []


def test_guesses_twice_on_a_page_are_each_their_own(render):
    page = render(f"{block('maps: guess north')}\n\n{block('maps: guess north')}")
    names = [{field.get("name") for field in guess.iter("input")} for guess in page.all("quiz-guess")]
    assert len(names) == 2
    assert not names[0] & names[1]


def test_what_was_guessed_at_is_still_among_the_rest(render):
    page = render(f"{block('maps: guess north')}\n\n{block('maps: contour')}\n\n{block('maps: rest')}")
    assert shown(page) == ["maps/contour", "maps/north"]


def test_an_opinion_before_the_course_is_kept_apart_from_the_one_after_it(render):
    page = render(f"{block('views: before stand')}\n\n{block('views: after stand')}\n\n{NORTH}", files=VIEWS)
    asked = [(question.get("id"), question.get("data-slot")) for question in page.all("quiz-question")]
    assert asked == [("views/stand~before", "before"), ("views/stand~after", "after"), ("maps/north", None)]
    assert page.problems == []


def test_an_opinion_twice_before_the_course_has_two_addresses(render):
    page = render(f"{block('views: before stand')}\n\n{block('views: before stand')}", files=VIEWS)
    assert [question.get("id") for question in page.all("quiz-question")] == [
        "views/stand~before", "views/stand~before~2",
    ]  # fmt: skip


def test_the_questions_of_a_sitting_say_where_they_are_kept_and_it_sums_them_up_itself(render):
    page = render(
        f"{block('sitting: final-quiz', 'maps', 'seas: salt')}\n\n{NORTH}", files=MAPS | {"quizzes/seas.yml": SEAS}
    )
    assert page.problems == []
    assert [place.get("data-sitting") for place in page.all("quiz-sitting")] == ["final-quiz"]
    slots = [question.get("data-slot") for question in page.all("quiz-question")]
    assert slots == ["sitting/final-quiz"] * (len(slots) - 1) + [None] and len(slots) > 3
    # An address that was linked stays, and the same question elsewhere on the page is another.
    assert [question.get("id") for question in page.all("quiz-question")][-1] == "maps/north~2"
    assert page.all("quiz-summary") == []
    [sitting] = page.all("quiz-sitting")
    assert f"{len(slots) - 1} questions, one at a time" in "".join(sitting.itertext())


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ["sitting: Final quiz", "maps"],
            "must have a name for good in small letters, digits and single hyphens, starting with a letter, as "
            "`sitting: final-quiz`, not 'Final quiz'",
        ),
        (["sitting", "maps"], ", as `sitting: final-quiz`, not ''"),
        (
            ["sitting: review", "maps"],
            "must have another name than 'review': what the review asks today is kept under it",
        ),
        (["maps", "sitting: finale"], "the quiz block: must have its sitting on the first line, above all quizzes"),
        (["sitting: finale", "views: stand"], "must ask in a sitting what is right or wrong, not 'stand' (opinion)"),
    ],
)
def test_a_sitting_that_cannot_be_one_is_told(render, lines, told):
    [problem] = render(block(*lines), files=VIEWS).problems
    assert told in problem


def test_two_sittings_of_one_name_on_a_page_are_told(render):
    page = render(f"{block('sitting: finale', 'maps: contour')}\n\n{block('sitting: finale', 'maps: north')}")
    [problem] = page.problems
    assert problem.endswith("the quiz block: must have another name: 'finale' stands above, too")


def test_two_sittings_of_one_name_in_a_course_are_told_at_the_second(problems_of):
    sitting = "Words.\n\n" + block("sitting: finale", "maps: north")
    pages = {"index.md": "", "lessons/maps.md": "# Maps {#lines}", "a.md": sitting, "b.md": sitting}
    assert problems_of(MAPS, pages) == [
        "docs/b.md:4:1: the quiz block: must have another name: 'finale' is a sitting of docs/a.md"
    ]


def test_what_the_blocks_of_a_page_ask_is_counted_once_and_guesses_are_not():
    known = {"maps": ["maps/contour", "maps/north"], "seas": ["seas/salt"], "views": ["views/stand"]}
    for text, asked in (
        ("```quiz\nmaps: north, contour\n```\n\n~~~ quiz\nmaps: north\n~~~", ["maps/north", "maps/contour"]),
        ("!!! note\n    ```quiz\n    maps: north\n    maps: rest\n    ```", ["maps/north", "maps/contour"]),
        ("> ```quiz\n> seas\n> views: after stand\n> ```", ["seas/salt", "views/stand~after"]),
        ("```quiz\nsitting: finale\nseas\n```\n\n```quiz\nmaps: north\n```", ["maps/north"]),
        ("```quiz\nmaps: guess north\nmaps: objectives\nmaps: key\n```", []),
        ("````\n```quiz\nmaps\n```\n````\n\n```python\nmaps\n```", []),
        ("```quiz\nsitting: finale\nrivers\nmaps: nroth\n```", []),
    ):
        assert asked_in(text, known) == asked


def test_what_a_sitting_asks_is_counted_by_its_name():
    known = {"maps": ["maps/contour", "maps/north"], "seas": ["seas/salt"]}
    text = "```quiz\nmaps: north\n```\n\n```quiz\nsitting: finale\nseas: salt, nowhere\nmaps: rest\n```"
    assert asked_in(text, known, "finale") == ["seas/salt", "maps/contour"]
    assert asked_in(text, known, "other") == []
    assert asked_in("```quiz\nsitting: finale\nmaps\n```", known, "finale") == known["maps"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("maps: before north", "must ask before the course for opinions, not for 'north' (true-false)"),
        ("maps: after contour", "must ask after the course for opinions, not for 'contour' (single-choice)"),
        ("maps: guess nroth", "must name questions of maps, not 'nroth'. Did you mean 'north'?"),
        ("views: guess stand", "must guess at questions with choices, not at 'stand' (opinion)"),
        ("maps: guess north, contour, north, contour", "must guess at 3 questions at most, not 4"),
    ],
)
def test_a_guess_or_an_opinion_asked_for_in_vain_is_told(render, line, told):
    [problem] = render(block(line), files=VIEWS).problems
    assert problem.endswith(told)


def test_a_measure_keeps_its_value_on_its_line(render):
    page = render("# A\n\nSo *r* = .28 and *g* = −0.5, but *words* = no and *d* is what it is.\n")
    [text] = [part for part in page.tree.iter("p") if "So" in (part.text or "")]
    assert "".join(text.itertext()) == "So r\xa0=\xa0.28 and g\xa0=\xa0−0.5, but words = no and d is what it is."


def test_the_regions_of_tables_differ_in_their_names(render):
    table = "| Height | Rain |\n| --- | --- |\n| 1 | 2 |\n"
    page = render(f"# Maps {{#lines}}\n\n{table}\n{table}\n> {table.replace(chr(10), chr(10) + '> ')}\n")
    names = [part.get("aria-label") for part in page.all("div", class_="table-region")]
    assert names == ["Table: Height, Rain", "Table: Height, Rain (2)", "Table: Height, Rain (3)"]


def test_a_corner_without_words_is_a_cell_and_no_head(render):
    page = render("# Maps {#lines}\n\n| | Rain |\n| --- | --- |\n| North | 2 |\n")
    assert [[(cell.tag, text_of(cell)) for cell in row] for row in page.all("tr")] == [
        [("td", ""), ("th", "Rain")], [("td", "North"), ("td", "2")],
    ]  # fmt: skip


def test_columns_are_aligned_by_classes_since_no_style_in_a_tag_is_heeded(render):
    table = "| A | B | C | D |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 | 4 |\n"
    asked = "    prompt: What does a contour line join?\n"
    quiz = MAPS["quizzes/maps.yml"].replace(asked, f"{asked}    scenario: |\n{indented(table, ' ' * 6)}\n")
    page = render(f"# Maps {{#lines}}\n\n{table}\n```quiz\nmaps: contour\n```", files=MAPS | {"quizzes/maps.yml": quiz})
    assert page.problems == []
    assert "style=" not in page.html
    row = ["cell--left", "cell--center", "cell--right", None]
    assert [cell.get("class") for name in ("th", "td") for cell in page.all(name)] == row * 4


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("quizz", "must be quiz, not 'quizz'"),
        ("Quiz", "must be quiz, not 'Quiz'"),
        ("reading", "must be readings, not 'reading'"),
        ("glosary", "must be glossary, not 'glosary'"),
    ],
)
def test_a_block_that_is_nearly_one_of_ours_is_told(render, written, told):
    [problem] = render(f"# Maps\n\n```{written}\nmaps\n```\n").problems
    assert str(problem).endswith(f":3:1: the block: {told}")


@pytest.mark.parametrize("language", ["python", "yaml", "html", "text", "go", "c", "sh", "json", "ini", "console"])
def test_code_in_a_language_stays_code(render, language):
    assert render(f"# Maps\n\n```{language}\nmaps\n```\n").problems == []


@pytest.mark.parametrize(
    ("above", "tag"),
    [("# Maps", "h2"), ("## Reading", "h3"), ("## Part\n\n### Reading", "h4"), ("###### Reading", "h6")],
)
def test_the_groups_of_a_reading_list_stand_one_level_below_the_heading_above_them(render, above, tag):
    listed = MAPS["readings/maps.yml"].replace("  - readings:", "  - title: First\n    readings:")
    page = render(f"{above}\n\n```readings\nmaps\n```", files=MAPS | {"readings/maps.yml": listed})
    assert page.problems == []
    [group] = [element for element in page.all(tag) if element.get("class") == "reading-list__group"]
    assert text_of(group) == "First"
