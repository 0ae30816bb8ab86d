"""Each check of the course finds what breaks it, and only that: tried on a few lines each."""

from __future__ import annotations

import lesson_checks
import pytest
import quiz_checks
import reading_grade
import sources_checks
import wording
import yaml
from lesson_text import PARTS, Lesson, prose, readable, sentences, words

NO_TERMS = reading_grade.pattern([])
PLAIN = "We saw her. She ran to the sea. It was a fine day. "
HARD = "Methodological considerations necessitate multidimensional operationalisation of psychotherapeutic phenomena. "


def lesson(body, head="title: A\ndescription: A cat.\nabout: A\nstance: both"):
    return Lesson("maps", f"---\n{head}\n---\n{body}")


def teaching(text):
    return lesson(f"```quiz\nmaps: guess a\n```\n\n{text}\n\n### How sure are we?\n\n{PLAIN}")


def boxes(one, other, both="Yes."):
    parts = (("medical", one), ("contextual", other), ("both", both))
    return lesson("\n".join(f'!!! {stance} ""\n    ### {stance}\n\n    {text}\n' for stance, text in parts))


BROKEN_LESSONS = [
    ("a_figure_stands_beside_its_source", lesson("Across 12 trials it helped.")),
    ("a_figure_stands_beside_its_source", lesson("It helped [@a].\n\nThe gap was *g* = 0.3.")),
    ("a_figure_stands_beside_its_source", lesson("It helped 40 per cent [C001](../claims.md#C001).")),
    (
        "a_figure_stands_beside_its_source",
        lesson("| A |\n| --- |\n| It was 0.3 |\n| B [@a] |"),
    ),
    ("a_figure_stands_beside_its_source", lesson("They met for 50 minutes.")),
    ("a_figure_stands_beside_its_source", lesson("- It helped [@a].\n- It was 0.3.")),
    ("a_figure_stands_beside_its_source", lesson('!!! medical ""\n    It was 0.3 in all.')),
    ("a_claim_is_marked_once", lesson("[C001](../claims.md#C001)\n\n| A |\n| --- |\n| [C001](../claims.md#C001) |")),
    ("the_prose_is_neither_long_nor_short", teaching(PLAIN * 10)),
    ("the_prose_is_neither_long_nor_short", teaching(PLAIN * 126)),
    ("marks_leave_room_for_words", teaching(f"{PLAIN * 2} [@a] @b found it. {PLAIN} [C001](../claims.md#C001)")),
    ("there_are_three_to_six_short_sections", teaching("### One\n\nA.\n\n### Two\n\nB.")),
    ("there_are_three_to_six_short_sections", teaching("".join(f"### {n}\n\nA.\n\n" for n in range(7)))),
    ("there_are_three_to_six_short_sections", teaching(f"### A\n\n{PLAIN * 32}\n\n### B\n\nB.\n\n### C\n\nC.")),
    ("the_prose_is_plain", teaching(HARD * 3)),
    ("the_answer_up_front_is_plainer", lesson(f"{HARD}\n{{ .lede }}")),
    ("the_answer_up_front_is_plainer", lesson("Cats sat.\n{ .lede }", f"description: {HARD}")),
    ("the_answer_up_front_is_plainer", lesson("Cats sat.")),
    ("both_cases_are_of_one_length", boxes(PLAIN * 4, PLAIN * 5)),
    ("both_cases_are_of_one_length", boxes(PLAIN, PLAIN, both="")),
    ("every_part_is_there", lesson("# Maps")),
    ("there_is_something_to_talk_about", lesson("### Talk it over\n\n1. One?\n")),
    ("every_column_of_a_table_has_a_head", lesson("| | Two |\n| --- | --- |\n| a | b |")),
    ("guesses_come_again_at_the_end", lesson("```quiz\nmaps: guess a, b\n```\n\n```quiz\nmaps: a\n```")),
    ("it_opens_with_somebody_before_it_asks", lesson(f"Maps.\n{{ .lede }}\n\n```quiz\nmaps\n```\n\n{PLAIN * 9}")),
    ("it_opens_with_somebody_before_it_asks", lesson(f"{PLAIN * 9}\n{{ .lede }}\n\nImagine.\n")),
]
SOUND_LESSONS = [
    ("a_figure_stands_beside_its_source", lesson("Across 12 trials it helped [@a, p. 3]. @b found 0.3 in 1999.")),
    ("a_figure_stands_beside_its_source", lesson("Across 12 trials it helped. The gap was 0.3 [@a].")),
    ("a_figure_stands_beside_its_source", lesson("| It was 0.3 | Yes [@a] |")),
    ("a_figure_stands_beside_its_source", lesson("| Reading | 35 min |")),
    ("a_figure_stands_beside_its_source", lesson("In the 1950s, on 22 November 2026, see lesson 3, and DSM-5.")),
    ("a_figure_stands_beside_its_source", lesson("1. One\n2. Two\n\n```quiz\nmaps: 12\n```\n\n## Part 2 {#part-2}")),
    ("a_figure_stands_beside_its_source", lesson("It was .3 (interval .2 to .4, e.g. in 12 trials) [@a; @b].")),
    ("a_figure_stands_beside_its_source", lesson("| It was 0.3 [C001](../claims.md#C001) | *Strong* |")),
    ("a_claim_is_marked_once", lesson("[C001](../claims.md#C001) [C002](../claims.md#C002)")),
    ("the_prose_is_neither_long_nor_short", teaching(PLAIN * 80)),
    ("marks_leave_room_for_words", teaching(f"{PLAIN * 5} [@a; @b] [C001](../claims.md#C001)")),
    (
        "there_are_three_to_six_short_sections",
        teaching("### A\n\n### B\n\n### C\n\n### What each side sees {#two-readings}\n"),
    ),
    ("the_prose_is_plain", teaching(PLAIN)),
    ("both_cases_are_of_one_length", boxes(PLAIN * 6, PLAIN * 7)),
    ("every_column_of_a_table_has_a_head", lesson("| One | Two |\n| :-- | --: |\n| | b |")),
    ("guesses_come_again_at_the_end", lesson("```quiz\nmaps: guess a\n```\n\n```quiz\nmaps: b, a\n```")),
    ("it_opens_with_somebody_before_it_asks", lesson(f"Maps.\n{{ .lede }}\n\n{PLAIN * 3}\n\n```quiz\nmaps\n```")),
]

QUIZ = yaml.safe_load("""
objectives: [{id: read, text: read}]
questions:
  - {id: a, type: single-choice, objective: read, level: recall, cite: [x], claims: [C1], reread: "#a",
     explanation: So.,
     choices: [{text: One, correct: true, feedback: Yes.}, {text: Two, feedback: No.}, {text: Six, feedback: No.}]}
  - {id: b, type: true-false, objective: read, level: apply, cite: [x], claims: [C1], reread: "#a", explanation: So.,
     feedback: {true: Yes., false: No.}}
""")


def quiz(change):
    copy = yaml.safe_load(yaml.safe_dump(QUIZ))
    change(copy["questions"][0], copy)
    return copy


def many(question, whole):
    question["order"] = "kept"
    whole["questions"] = [{**question, "id": f"q{number}"} for number in range(5)]


BROKEN_QUIZZES = [
    ("there_are_questions_enough", QUIZ),
    ("much_is_to_be_applied_or_judged", quiz(lambda one, all: all["questions"].pop())),
    ("much_is_to_be_applied_or_judged", quiz(lambda one, all: one.pop("level"))),
    ("every_objective_is_asked_for_twice", quiz(lambda one, all: all["questions"].pop())),
    ("every_objective_is_asked_for_twice", quiz(lambda one, all: one.pop("objective"))),
    ("every_objective_is_asked_for_twice", quiz(lambda one, all: all.pop("objectives"))),
    ("every_choice_says_why", quiz(lambda one, all: one["choices"][1].pop("feedback"))),
    ("every_choice_says_why", quiz(lambda one, all: all["questions"][1]["feedback"].pop(True))),
    ("every_choice_says_why", quiz(lambda one, all: one.pop("explanation"))),
    ("every_choice_says_why", quiz(lambda one, all: one.update(blanks={"gap": {"answers": ["one"]}}))),
    ("every_choice_says_why", quiz(lambda one, all: one.update(pairs=[{"text": "a", "match": "b"}]))),
    ("every_question_says_where_it_comes_from", quiz(lambda one, all: one.pop("cite"))),
    ("every_question_says_where_it_comes_from", quiz(lambda one, all: one.pop("reread"))),
    ("every_question_names_the_claims_it_rests_on", quiz(lambda one, all: one.pop("claims"))),
    ("the_right_choice_is_not_the_longer_one", quiz(lambda one, all: one["choices"][0].update(text="One, and more"))),
    ("the_right_choice_has_no_place_of_its_own", quiz(many)),
    ("no_choice_is_a_trick", quiz(lambda one, all: one["choices"][2].update(text="All of the above"))),
]
SOUND_QUIZZES = [(name, QUIZ) for name in sorted({name for name, _ in BROKEN_QUIZZES[1:]})]

CLAIMS = {"C001": {"references": ["a"]}, "C002": {"confirmed": False}}
LIST = {"groups": [{"readings": [{"reference": "a", "why": "So."}, {"reference": "b"}]}]}
BROKEN_SOURCES = [
    ("no_unconfirmed_claim_is_used", lesson("It helped [C002](../claims.md#C002)."), CLAIMS),
    ("no_unconfirmed_claim_is_used", lesson("It helped [C003](../claims.md#C003)."), CLAIMS),
    ("a_claim_is_marked_beside_one_of_its_sources", lesson("It helped [@ab] [C001](../claims.md#C001)."), CLAIMS),
    ("every_reading_says_why", LIST, {"a": {"annotation": "Good."}, "b": {"annotation": "Good."}}),
    ("every_reading_says_why", {"groups": [{"readings": LIST["groups"][0]["readings"][:1]}]}, {"a": {}}),
]

HARMFUL = [
    "He committed suicide.", "After a failed suicide", "It was quick and painless.", "Suicide was a solution.",
    "She hanged herself.", "He took an overdose.", "who jumped from a bridge",
    "what helps the depressed", "the mentally ill", "for schizophrenics",
    "She is a bulimic.", "in depressed adults", "He suffers from OCD.", "Sufferers said", "victims of depression",
    "a crazy idea", "neurotic\npatients",
]  # fmt: skip
HARMLESS = [
    "Suicide can be prevented.", "a person with depression", "the depressed mood", "a phobic reaction",
    "The alliance suffered.", "a neurotic trouble", "people with schizophrenia", "an easy slip", "a quick answer",
    "jumped ahead", "would jump from a tie to a win", "a psychotic-like state", "psycho&shy;therapy",
]  # fmt: skip


def name_of(value):
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(("check", "broken"), BROKEN_LESSONS, ids=name_of)
def test_a_check_of_lessons_finds_what_breaks_it(check, broken):
    assert list(getattr(lesson_checks, check)(broken, NO_TERMS))


@pytest.mark.parametrize(("check", "sound"), SOUND_LESSONS, ids=name_of)
def test_a_check_of_lessons_lets_pass_what_is_sound(check, sound):
    assert list(getattr(lesson_checks, check)(sound, NO_TERMS)) == []


@pytest.mark.parametrize(("check", "broken"), BROKEN_QUIZZES, ids=name_of)
def test_a_check_of_quizzes_finds_what_breaks_it(check, broken):
    assert list(getattr(quiz_checks, check)("maps", broken, 1000))


@pytest.mark.parametrize(("check", "sound"), SOUND_QUIZZES, ids=name_of)
def test_a_check_of_quizzes_lets_pass_what_is_sound(check, sound):
    assert list(getattr(quiz_checks, check)("maps", sound, 1000)) == []


def test_too_few_questions_for_a_long_lesson_are_found():
    long = {"questions": QUIZ["questions"] * 4}
    assert list(quiz_checks.there_are_questions_enough("maps", long, 2000)) == []
    assert list(quiz_checks.there_are_questions_enough("maps", long, 2001))


@pytest.mark.parametrize(("check", "broken", "known"), BROKEN_SOURCES, ids=name_of)
def test_a_check_of_sources_finds_what_breaks_it(check, broken, known):
    assert getattr(sources_checks, check)(broken, known)


def test_a_check_of_sources_lets_pass_what_is_sound():
    sound = lesson("It helped [@a, p. 2] [C001](../claims.md#C001).\n\n| Row [C001](../claims.md#C001) | Strong |")
    assert sources_checks.a_claim_is_marked_beside_one_of_its_sources(sound, CLAIMS) == []
    assert sources_checks.no_unconfirmed_claim_is_used(sound, CLAIMS) == []


def test_every_check_is_tried_on_something_that_breaks_it():
    tried = {name for name, *_ in [*BROKEN_LESSONS, *BROKEN_QUIZZES, *BROKEN_SOURCES]}
    checks = {check.__name__ for check in [*lesson_checks.LESSON_CHECKS, *quiz_checks.QUIZ_CHECKS]}
    assert checks < tried


@pytest.mark.parametrize("text", HARMFUL)
def test_words_that_harm_are_found(text):
    assert wording.unsafe_words(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_words_that_only_look_like_them_are_not(text):
    assert wording.unsafe_words(text) == []


def test_every_sort_of_harmful_words_is_tried():
    assert {why for text in HARMFUL for why in wording.UNSAFE if why in " ".join(wording.unsafe_words(text))} == set(
        wording.UNSAFE
    )


def test_naming_suicide_without_help_is_found():
    assert wording.suicide_without_help("Fewer suicides were seen.")
    assert wording.suicide_without_help("Fewer suicides were seen. Help: [help now](../help.md).")
    assert wording.suicide_without_help("Suicide can be prevented: [help now](../help.md).") == []
    assert wording.suicide_without_help("Nothing of the kind.") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("therapy", 3), ("cat", 1), ("people", 2), ("alliance", 3), ("behaviour", 3), ("randomised", 3), ("idea", 3),
        ("being", 2), ("studies", 2), ("don’t", 1), ("reading", 2), ("improvement", 3), ("wanted", 2), ("walked", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(text, count):
    assert reading_grade.syllables(text) == count


def test_the_rule_for_unknown_words_is_right_in_nine_of_ten_and_not_too_low():
    # Every hundredth word of the dictionary that could stand in a lesson: long ones among them, which are the harder.
    known = [word for word in sorted(reading_grade._dictionary()) if word.isalpha() and len(word) > 3][::100]
    common = [word for word in known if reading_grade.syllables(word) > 1]
    off = [reading_grade.by_rule(word) - reading_grade.syllables(word) for word in common]
    assert len(common) > 800
    assert sum(abs(difference) <= 1 for difference in off) > 0.97 * len(off)
    assert abs(sum(off)) < 0.15 * len(off)


def test_the_grade_is_that_of_the_formula_for_a_text_that_is_known():
    # Lincoln's words: 30 words in 1 sentence and, counted by hand, 48 syllables.
    gettysburg = (
        "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in "
        "Liberty, and dedicated to the proposition that all men are created equal."
    )
    by_hand = 0.39 * 30 + 11.8 * 48 / 30 - 15.59
    assert reading_grade.grade([gettysburg], NO_TERMS) == pytest.approx(by_hand, abs=0.4)


def test_terms_lengthen_a_sentence_and_are_otherwise_not_counted():
    terms = reading_grade.pattern(["alliance", "therapeutic alliance"])
    assert reading_grade.grade(["The therapeutic alliance grew."], terms) == pytest.approx(0.39 * 4 + 11.8 - 15.59)
    assert reading_grade.grade(["CBT grew."], terms) == reading_grade.grade(["It grew."], terms)


def test_a_lesson_is_taken_apart_at_its_sentences():
    text = prose(
        "It rose to .28 (e.g. here) [@a, p. 3]. @b et al. said “no”. Was it?\n\n- One thing [C001](x.md#C001).\n- Two"
    )
    assert [readable(sentence) for sentence in sentences(text)] == [
        "It rose to .28 (e.g. here).", "RESEARCHERS et al. said “no”.", "Was it?", "One thing.", "Two",
    ]  # fmt: skip
    assert words(text) == 6 + 5 + 2 + 2 + 1


def test_the_parts_of_a_lesson_stand_in_one_order():
    heads = {name: f"## A {{#{name}}}\n\n### B\n\n" for name in PARTS}
    told = "parts check, evidence, readings, not evidence, readings, check"
    assert told in list(
        lesson_checks.every_part_is_there(lesson(heads["check"] + heads["evidence"] + heads["readings"]), NO_TERMS)
    )
    assert not any(
        "parts" in text for text in lesson_checks.every_part_is_there(lesson("".join(heads.values())), NO_TERMS)
    )
