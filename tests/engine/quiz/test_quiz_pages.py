"""Questions as HTML, whole, in golden/, and what readers' saved answers hang on, in frozen/.

`pytest --update-golden` writes what is rendered now. Nothing rewrites what is frozen.
"""

import json
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import coursework
from claim.territory import LEDGER
from coursework.course.content_files import REFERENCES
from coursework.quiz.grading import grading_key
from coursework.quiz.model import TYPES, Choice, ChoiceQuestion, Question
from coursework.quiz.page import mixed
from coursework.quiz.read import read_quiz
from coursework.quiz.saved import as_written, keys, version
from coursework.source import values as source
from coursework.text.shortcuts.ready_html import as_elements
from coursework.text.words import words
from making import MAPS, Rendered, lines_of, text_of, write_project

GOLDEN = Path(__file__).parent / "golden"
FROZEN = yaml.safe_load((Path(__file__).parent / "frozen" / "order.yml").read_text(encoding="utf-8"))
EVERY_FIELD = (GOLDEN / "every-field.yml").read_text(encoding="utf-8")
QUESTIONS = [question["id"] for question in yaml.safe_load(EVERY_FIELD)["questions"]]
WORDS = words()["question"]
CORRECTED = yaml.safe_load((Path(__file__).parent / "corrected.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    files = {"quizzes/every-field.yml": EVERY_FIELD, REFERENCES: MAPS[REFERENCES], "claims/maps.yml": LEDGER}
    return coursework.build(
        write_project(tmp_path_factory.mktemp("course"), files, {"index.md": "", "lessons/maps.md": ""})
    )


@pytest.fixture(scope="module")
def elements_of(course):
    """The elements of a block on a page of its own; no block may have a problem."""

    def make(body, fence="quiz", path="a.md"):
        course.rendering.start(path, "")
        elements = course.rendering.fence(course.rendering.extension.page, fence, body)
        assert course.problems({}) == []
        root = ET.Element("div")
        root.extend(elements)
        as_elements(root)
        return list(root)

    return make


BLOCKS = {name: f"every-field: {name}" for name in (*QUESTIONS, "objectives", "worksheet", "key")} | {
    "guesses": "every-field: guess all, several, either",
    "opinion-before": "every-field: before opinion",
    "opinion-after": "every-field: after opinion",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_of_a_page_looks_as_agreed(elements_of, golden, name):
    golden(GOLDEN / f"{name}.html", lines_of(elements_of(BLOCKS[name])))


def test_the_page_of_all_quizzes_looks_as_agreed(elements_of, golden):
    golden(GOLDEN / "index.html", lines_of(elements_of("", "quizzes", "quizzes/index.md")))


def test_the_page_of_a_quiz_has_a_head_then_every_question_then_a_summary(elements_of, golden):
    head, *questions, summary = elements_of("every-field", path="quizzes/every-field.md")
    golden(GOLDEN / "head.html", lines_of([head]))
    golden(GOLDEN / "summary.html", lines_of([summary]))
    assert [question.get("data-question") for question in questions] == [f"every-field/{id}" for id in QUESTIONS]


def test_of_opinions_alone_there_is_nothing_to_sum_up(elements_of):
    *_, last = elements_of("every-field: opinion, opinion, opinion")
    assert last.tag != "quiz-summary"
    *_, last = elements_of("every-field: opinion, opinion, open-response")
    assert last.tag == "quiz-summary"


def quiz_of(course):
    return course.content.quizzes["every-field"].quiz


def test_the_golden_quiz_holds_every_type_and_every_field(course):
    quiz = quiz_of(course)
    assert {question.type for question in quiz.questions} == set(TYPES), "golden/every-field.yml has every type"
    for type in TYPES:
        of_type = [question for question in quiz.questions if question.type == type]
        own = set(TYPES[type].__dataclass_fields__) - set(coursework.quiz.model.Question.__dataclass_fields__)
        # True and false come in their order whatever the author says.
        for name in own - {"keep_order"}:
            assert any(getattr(question, name) for question in of_type), f"golden/every-field.yml: no {type} has {name}"
    for name in coursework.quiz.model.Question.__dataclass_fields__:
        assert any(getattr(question, name) for question in quiz.questions), f"golden/every-field.yml: none has {name}"


PHRASING = {"p", "legend", "label", "summary", "span", "b", "button", "option", "a", "em", "strong"}
BLOCK = {"p", "ul", "ol", "li", "div", "table", "blockquote", "fieldset", "section", "form", "details"}
CONTROLS = {"input", "select", "textarea", "button", "a", "label"}


def inside(element, tags):
    return [child for child in list(element.iter())[1:] if child.tag in tags]


@pytest.fixture(scope="module", params=["lesson", "again", *BLOCKS])
def tree(request, elements_of):
    """A block as it stands on a page: alone, the whole quiz, or the whole quiz twice."""
    body = {"lesson": "every-field", "again": "every-field\nevery-field"}.get(request.param) or BLOCKS[request.param]
    tree = ET.Element("main")
    tree.extend(elements_of(body))
    return tree


def test_no_element_stands_where_html_does_not_allow_it(tree):
    for element in tree.iter():
        if element.tag in PHRASING:
            assert [child.tag for child in inside(element, BLOCK)] == [], lines_of([element])
        if element.tag in ("label", "a", "button", "summary", "option"):
            allowed = {"input"} if element.tag == "label" else set()
            assert [child.tag for child in inside(element, CONTROLS - allowed)] == [], lines_of([element])
        if element.tag in ("ul", "ol"):
            assert {child.tag for child in element} == {"li"}, lines_of([element])
        if element.tag in ("fieldset", "details"):
            assert element[0].tag == {"fieldset": "legend", "details": "summary"}[element.tag]


def test_ids_are_unique_and_every_reference_to_one_leads_somewhere(tree):
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []
    for element in tree.iter():
        named = f"{element.get('for', '')} {element.get('aria-describedby', '')}".split()
        if element.tag == "a" and element.get("href", "").startswith("#every-field/"):
            named.append(element.get("href")[1:])
        assert set(named) <= set(ids), lines_of([element])


def test_every_control_has_a_name_that_is_read_aloud(tree):
    parents = {child: parent for parent in tree.iter() for child in parent}
    labels = {label.get("for"): text_of(label) for label in tree.iter("label") if label.get("for")}
    for control in tree.iter():
        if control.tag in ("input", "select", "textarea"):
            around = parents[control]
            name = control.get("aria-label") or labels.get(control.get("id")) or ""
            assert (name or (around.tag == "label" and text_of(around))).strip(), lines_of([control])
        if control.tag in ("button", "legend", "summary"):
            assert text_of(control)


def test_radio_buttons_of_two_places_do_not_share_a_name(elements_of):
    elements = elements_of("every-field\nevery-field")
    questions = [element for element in elements if element.tag == "quiz-question"]
    names = [{field.get("name") for field in question.iter("input") if field.get("name")} for question in questions]
    assert sum(map(len, names)) == len(set().union(*names))


def test_what_ends_a_sentence_stays_with_its_gap(elements_of):
    kept = [each for element in elements_of("example") for each in element.iterfind(".//span[@class='unbroken']")]
    held = {(field.tag, text_of(each)[-1]) for each in kept for field in each}
    assert held == {("select", ","), ("i", ","), ("input", "."), ("b", ","), ("b", ".")}


ANSWERS = {
    "least": ["Equal height", "Equal rain", "You go neither up nor down.", "Points of equal height."],
    "several": ["Roads", "Rivers", "Smells", "Seldom.", "Roads and rivers."],
    "either": [WORDS["true"], WORDS["false"], "A habit.", "Turn the sheet.", "A habit, not a rule."],
    "matching": ["A contour map: heights & depths", "A cadastral map: Who owns what", "and the tax"],
    "ordering": ["A village A “market” town & port A city", "It has “a bishop” & more. The capital"],
    "numerical": ["1.7 km on the ground", "2%", "17", "A tenth of that.", "-1.7"],
    "short-answer": ["Équator", 'the "great" line & < circle', "meridian", "Those run from pole to pole."],
    "cloze": ["The legend explains signs; a deep blue line", "key & < signs", "red", "Those are roads."],
    "open-response": ["There is less room", "And readers differ.", "It names the room.", "as large as the land"],
    "opinion": ["Both have their friends."],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_whole_answer_can_be_read_without_scripts(elements_of, name):
    [question] = elements_of(f"every-field: {name}")
    answer = next(item for item in question.iter("details") if item.get("class") == "question__answer")
    shown = text_of(answer)
    assert [text for text in ANSWERS[name] if text not in shown] == []
    assert [item for item in answer.iter() if item.get("hidden")] == []
    parents = {child: parent for parent in question.iter() for child in parent}
    while answer in parents:
        answer = parents[answer]
        assert not answer.get("hidden")


def test_answers_were_checked_for_every_type(course):
    assert {quiz_of(course).question(name).type for name in ANSWERS} == set(TYPES), "ANSWERS has every type"


@pytest.mark.parametrize("of", [grading_key, version], ids=["grading.py", "saved.py"])
def test_a_type_that_was_forgotten_there_is_refused(of):
    with pytest.raises(TypeError, match="essay"):
        of(Question(id="id", type="essay", prompt="?", explanation="!"))


@pytest.mark.parametrize("name", ["guesses", "worksheet"])
def test_what_is_asked_before_or_on_paper_does_not_give_the_answer_away(course, elements_of, name):
    [element] = elements_of(BLOCKS[name])
    asked = ("all", "several", "either") if name == "guesses" else QUESTIONS
    for question in [quiz_of(course).question(id) for id in asked]:
        secrets = [question.explanation, *(choice.feedback for choice in getattr(question, "choices", ()))]
        held = json.dumps([text_of(element), *(list(item.attrib.values()) for item in element.iter())])
        assert [text for text in secrets if json.dumps(text.strip())[1:-1] in held] == [], question.id
    assert not [item for item in element.iter() if item.get("data-correct") or item.get("data-key")]
    assert not [item for item in element.iter() if "--right" in item.get("class", "")]


def test_a_key_on_paper_has_every_question_in_the_order_of_its_worksheet(elements_of):
    order = [
        [item.get("data-question") for item in element.iter("li") if item.get("data-question")]
        for name in ("worksheet", "key") for element in elements_of(BLOCKS[name])
    ]  # fmt: skip
    assert order[0] == order[1] == [f"every-field/{id}" for id in QUESTIONS]


def test_an_opinion_after_the_course_has_a_slot_of_its_own(elements_of):
    [before], [after] = elements_of("every-field: before opinion"), elements_of("every-field: after opinion")
    assert [opinion.get("data-slot") for opinion in (before, after)] == ["before", "after"]
    assert before.get("data-question") == after.get("data-question") == "every-field/opinion"
    assert before.get("id") != after.get("id")


@pytest.mark.parametrize("frozen", FROZEN["order"], ids=lambda f: f"{f['quiz']}/{f['question']} {len(f['shown'])}")
def test_readers_see_choices_in_the_order_they_always_had(frozen):
    choices = range(1, len(frozen["shown"]) + 1)
    assert mixed(f"{frozen['quiz']}/{frozen['question']}", choices) == frozen["shown"]


@pytest.mark.parametrize("frozen", FROZEN["version"], ids=lambda frozen: frozen["version"])
def test_a_saved_answer_holds_as_long_as_type_number_and_right_places_do(frozen):
    choices = tuple(Choice(str(n), "text", "feedback", bool(right)) for n, right in enumerate(frozen["right"]))
    question = ChoiceQuestion(id="id", type=frozen["type"], prompt="?", explanation="!", choices=choices)
    assert version(question) == frozen["version"]


@pytest.mark.parametrize("frozen", FROZEN["version of fields"], ids=lambda frozen: frozen["version"])
def test_a_saved_answer_holds_as_long_as_what_its_type_accepts_does(frozen):
    question = {"id": "q", "type": frozen["type"], "prompt": "?", "explanation": "!", **frozen["fields"]}
    [read_one] = read(json.dumps({"title": "Maps", "questions": [question]})).questions
    assert version(read_one) == frozen["version"]


def test_a_version_of_every_type_is_frozen():
    frozen = {row["type"] for row in (*FROZEN["version"], *FROZEN["version of fields"])}
    assert frozen == set(TYPES), "frozen/order.yml has every type"


@pytest.mark.parametrize("frozen", FROZEN["key"], ids=lambda frozen: frozen["key"])
def test_a_saved_choice_is_found_by_its_folded_text(frozen):
    assert keys([frozen["text"], "another"]) == [frozen["key"], "another"]


@pytest.mark.parametrize("frozen", FROZEN["keys"], ids=lambda frozen: " ".join(frozen["keys"]))
def test_where_two_would_share_it_or_nothing_is_left_it_is_found_by_its_text_as_written(frozen):
    assert keys(frozen["texts"]) == frozen["keys"]


@given(st.lists(st.text(alphabet="oOÖ.,\u0308- \n\\\"'", min_size=1).filter(str.strip), unique_by=as_written))
def test_what_is_not_written_the_same_never_has_the_same_key(texts):
    assert len(set(keys(texts))) == len(texts)


def versions_of(row):
    """The version of a question of corrected.yml, and what it is once some of its fields are others."""
    question = {"id": "q", "type": row["type"], "prompt": "?", "explanation": "!", **row["fields"]}
    texts = [json.dumps({"title": "Maps", "questions": [one]}) for one in (question, question | row["changed"])]
    return [version(read(text).questions[0]) for text in texts]


def read(content, words_of_questions=WORDS):
    value, problems = source.parse(content, "quizzes/maps.yml")
    file = read_quiz(value, "maps", "quizzes/maps.yml", words_of_questions)
    assert problems + file.problems == []
    return file.quiz


@pytest.mark.parametrize("row", CORRECTED, ids=lambda row: row["title"])
def test_an_answer_holds_when_a_question_is_reworded_and_no_longer_when_it_is_corrected(row):
    """Where parts have places, the browser tells one from the other: review/test_store.py has the same rows."""
    before, after = versions_of(row)
    assert (before == after) == (row["holds"] is True) or "/" in before
    assert (before.partition("/")[0] == after.partition("/")[0]) or not row["holds"]


def test_every_type_is_reworded_and_every_type_with_something_right_corrected():
    for holds, but in (True, set()), (False, {"opinion"}):
        told = {row["type"] for row in CORRECTED if row["holds"] is holds}
        assert told == set(TYPES) - but, f"corrected.yml has every type with `holds: {str(holds).lower()}`"


def shown_values(question):
    return [field.get("value") for field in question.iter("input") if ":certainty" not in field.get("name", "")]


def test_kept_order_and_true_before_false_are_the_authors(course, elements_of):
    for name in ("all", "either"):
        [question] = elements_of(f"every-field: {name}")
        assert shown_values(question) == [choice.key for choice in quiz_of(course).question(name).choices]
    assert shown_values(question) == ["true", "false"]


def test_things_to_order_never_come_in_their_order(course, elements_of):
    [question] = elements_of("every-field: ordering")
    shown = [item.get("data-part") for item in question.iter("li") if item.get("class") == "order__item"]
    right = [item.key for item in quiz_of(course).question("ordering").items]
    assert sorted(shown) == sorted(right)
    assert shown != right


def test_a_word_of_the_glossary_that_is_near_to_an_answer_is_told_to_the_page(project):
    quiz = "{title: Q, questions: [{id: q, type: short-answer, prompt: p, explanation: e, answers: casual}]}"
    term = "- {id: cause, term: cause, definition: It makes., forms: [causal, cause]}"
    page = Rendered(
        coursework.build(project({"quizzes/q.yml": quiz, "glossary.yml": term})), "a.md", "```quiz\nq\n```\n"
    )
    [question] = page.all("quiz-question")
    assert json.loads(question.get("data-key"))["terms"] == ["causal"]


def test_the_keys_of_true_and_false_outlive_a_translated_interface():
    quiz = read(EVERY_FIELD, {"true": "Wahr", "false": "Falsch"})
    assert [(choice.key, choice.text) for choice in quiz.question("either").choices] == [
        ("true", "Wahr"), ("false", "Falsch"),
    ]  # fmt: skip


def test_what_a_script_needs_is_on_the_element_and_its_controls(elements_of):
    [question] = elements_of("every-field: several")
    assert {name: question.get(name) for name in ("data-question", "data-type", "data-version", "data-course")} == {
        "data-question": "every-field/several",
        "data-type": "multiple-choice",
        "data-version": "multiple-choice 3 1+2/846b+cfa5.4d32",
        "data-course": "a-course",
    }
    values = shown_values(question)
    answers = [item for item in question.iter("div") if item.get("data-part")]
    assert sorted(values) == ["rivers", "roads", "smells"]
    assert [item.get("data-part") for item in answers] == values
    assert {item.get("data-part") for item in answers if item.get("data-correct") == "true"} == {"roads", "rivers"}


def test_a_script_finds_a_control_for_every_right_part(elements_of):
    """The key names only what can be chosen, and a part of it for each control."""
    for name in QUESTIONS:
        [question] = elements_of(f"every-field: {name}")
        key = json.loads(question.get("data-key"))
        options = [{option.get("value") for option in menu.iter("option")} for menu in question.iter("select")]
        match question.get("data-type"):
            case "single-choice" | "multiple-choice" | "true-false":
                assert set(key["right"]) <= set(shown_values(question))
            case "matching":
                assert [right in menu for right, menu in zip(key["right"], options, strict=True)] == [True] * 3
            case "ordering":
                assert sorted(key["right"]) == sorted(
                    item.get("data-part") for item in question.iter("li") if item.get("class") == "order__item"
                )
            case "cloze":
                gaps = [item for item in question.iter() if item.get("data-blank")]
                assert [gap.tag == "select" for gap in gaps] == ["right" in blank for blank in key["blanks"]]
                assert key["blanks"][1]["right"] in options[0]
            case "open-response":
                assert [field.get("value") for field in question.iter("input")] == ["1", "2"]
                assert key["points"] == 2
            case "opinion":
                assert shown_values(question) == ["1", "2", "3"]
            case "numerical" | "short-answer":
                assert len([field for field in question.iter("input") if field.get("type") == "text"]) == 1
                assert key.get("answer") or key["answers"]
            case type:
                pytest.fail(f"say here which control a script finds for each right part of {type}")
