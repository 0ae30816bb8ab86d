"""The stances of a course: what its settings may say of them, and where lessons and boxes have them."""

import re
from dataclasses import replace

import pytest

import coursework
from building import PROJECT
from coursework.text.stance import COLOURS, SIGNS, Stance, read_stances
from coursework_mkdocs.colours import contrast
from making import MAPS, Rendered

CSS = (PROJECT / "hooks/coursework/text/controls.css").read_text(encoding="utf-8")


def test_a_label_alone_is_enough_and_looks_then_come_by_place():
    stances = read_stances({"for": "For maps", "against": {"label": "Against maps"}, "other": {"label": "Else"}})
    assert list(stances.values()) == [
        Stance("For maps", "square", "blue"), Stance("Against maps", "disc", "rust"), Stance("Else", "half", "ink"),
    ]  # fmt: skip
    assert stances.labels == {"for": "For maps", "against": "Against maps", "other": "Else"}


def test_a_look_that_is_chosen_is_kept_and_there_may_be_more_stances_than_looks():
    stances = read_stances({"for": {"label": "For", "sign": "disc"}, "against": {"label": "No", "colour": "violet"}})
    assert [stance.classes for stance in stances.values()] == ["disc blue", "disc violet"]
    many = read_stances({f"s{number}": "S" for number in range(20)})
    assert len({stance.classes for stance in many.values()}) >= len(SIGNS)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        (["for"], "course.stances must be a group of fields (`word: what readers see`)"),
        (
            {"For maps": "x"},
            "course.stances.For maps must be small letters, digits and single hyphens, not 'For maps'",
        ),
        (
            {False: "x"},
            "course.stances.False must be small letters, digits and single hyphens, in quotes where YAML makes a "
            "number, a day, or yes and no of it",
        ),
        ({"for": 3}, "course.stances.for must be what readers see, as text, not '3'"),
        ({"for": {"sign": "disc"}}, "course.stances.for.label must be what readers see, as text"),
        ({"for": " "}, "course.stances.for must be what readers see, as text, not ''"),
        (
            {"for": {"label": "For", "color": "blue"}},
            "course.stances.for.color must be a known field, not 'color'. Did you mean 'colour'?",
        ),
        (
            {"for": {"label": "For", "sign": "squar"}},
            "course.stances.for.sign must be square, disc, half, tilted or triangle, not 'squar'. "
            "Did you mean 'square'?",
        ),
        (
            {"for": {"label": "For", "colour": ["blue"]}},
            "course.stances.for.colour must be blue, rust, ink, violet or grey, not '[\\'blue\\']'. "
            "Did you mean 'blue'?",
        ),
    ],
)
def test_what_a_stance_cannot_be_is_told(setting, told):
    with pytest.raises(ValueError) as error:
        read_stances(setting)
    assert str(error.value) == told.replace("\\'", "'")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("title: Maps\nside: for", "3:1: front matter, side: must be called `stance`, not `side`"),
        (
            "title: Maps\nstance: agianst",
            "3:9: front matter, stance: must be for, against or both, not 'agianst'. Did you mean 'against'?",
        ),
        ("stance: [for]", "2:9: front matter, stance: must be text, not a list"),
    ],
)
def test_a_stance_that_a_lesson_cannot_have_is_told_in_its_place(project, head, told):
    pages = {"index.md": "---\nside: left\n---\n", "lessons/maps.md": f"---\n{head}\n---\n# Maps {{#lines}}\n"}
    course = coursework.build(project(pages=pages))
    assert list(map(str, course.problems({}))) == [f"docs/lessons/maps.md:{told}"]
    assert course.publishing.stances == {}


def test_the_stance_of_a_lesson_is_known_to_the_theme(project):
    pages = {"index.md": "", "lessons/maps.md": "---\nstance: against\n---\n# Maps {#lines}\n", "lessons/b.md": "# B\n"}
    stances = coursework.build(project(pages=pages)).publishing.stances
    assert stances == {"lessons/maps.md": Stance("Against maps", "disc", "rust")}


def test_a_box_whose_type_is_a_stance_looks_like_it(render):
    page = render('!!! for ""\n    Maps help.\n\n!!! against "No"\n    They lie.\n\n!!! note ""\n    A note.\n')
    assert [box.get("class") for box in page.tree.iter("div") if "admonition" in box.get("class", "")] == [
        "admonition for held square blue", "admonition against held disc rust",
        "admonition note",
    ]  # fmt: skip
    [title] = page.all("p", class_="stance disc rust")
    assert title.text == "No" and page.problems == []


def test_a_box_whose_type_is_nearly_a_stance_is_told(render):
    page = render('# Maps\n\n!!! agianst ""\n    They lie.\n')
    assert page.problems == ["docs/lessons/maps.md:3:1: the box: must be against, not 'agianst'"]


@pytest.mark.parametrize("look", ["plain", "brackets"])
@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_of_a_stance_can_be_read_on_every_ground(look, scheme, colour):
    sheet = (PROJECT / f"hooks/coursework_mkdocs/looks/{look}.css").read_text(encoding="utf-8")
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', sheet, re.DOTALL)[1]
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block))
    [token] = re.findall(rf"\.{colour} {{ --stance: var\(--([\w-]+)\)", CSS)
    for ground in ("paper", "sheet", "shade"):
        assert contrast(tokens[token], tokens[ground]) >= 4.5, ground


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_is_drawn_by_the_theme(sign):
    assert re.search(rf"\.{sign}(?:::before)? {{", CSS)


def test_a_question_of_a_sitting_is_of_a_side_where_all_its_claims_are(project):
    labels = {"for": "For maps", "against": "Against maps", "both": "Both", "method": "How"}
    claim = "  - {{id: {}, sentence: So it is., kind: position, stance: {}, references: [snyder1987]}}\n"
    stances = {"F1": "for", "F2": "for", "A1": "against", "B1": "both", "M1": "method"}
    ledger = "lesson: lessons/maps.md\nclaims:\n" + "".join(claim.format(*row) for row in stances.items())
    cases = ((["F1", "F2"], "for"), (["A1"], "against"), (["F1", "A1"], None), (["F1", "B1"], None), (["M1"], None))
    for claims, side in (*cases, ([], None)):
        cite = f"cite: [snyder1987]\n    claims: [{', '.join(claims)}]"
        quiz = MAPS["quizzes/maps.yml"].replace("cite: [snyder1987]", cite)
        made = replace(
            project(
                {**MAPS, "quizzes/maps.yml": quiz, "claims/maps.yml": ledger},
                {"index.md": "", "lessons/maps.md": "", "end.md": ""},
            ),
            stances=read_stances(labels),
        )
        page = Rendered(
            coursework.build(made), "end.md", "```quiz\nsitting: end\nmaps: contour\n```\n\n```quiz\nmaps\n```"
        )
        assert [question.get("data-side") for question in page.all("quiz-question")] == [side, None, None]
        [sitting] = page.all("quiz-sitting")
        assert sitting.get("data-sides") == '{"for": "For maps", "against": "Against maps"}'
