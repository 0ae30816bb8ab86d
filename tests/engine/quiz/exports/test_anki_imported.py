"""Packages of Anki, imported by its own library as a reader's program does: once, again, and after changes."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from exporting import FILES, PICTURE, bundle_of, course_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coursework.quiz.exports.anki import write
from coursework.quiz.exports.anki_escaped import escaped, gap
from coursework.quiz.exports.anki_read import read

FIRST = 1_700_000_000
LATER = FIRST + 1000
IF_NEWER, NEVER = 0, 2


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return course_of(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """The same course, in which a prompt was edited and a question added."""
    quiz = FILES["quizzes/hostile.yml"].replace("prompt: 'TRUE {F} # x'", "prompt: 'Another prompt'")
    quiz += "  - {id: added, type: short-answer, prompt: P, answers: [x], explanation: E}\n"
    return course_of(tmp_path_factory.mktemp("edited"), {**FILES, "quizzes/hostile.yml": quiz})


class Learner:
    """A reader's own collection."""

    def __init__(self, folder):
        from anki.collection import Collection  # so that the other tests run where it is not installed

        self.folder, self.collection = folder, Collection(str(folder / "collection.anki2"))

    def take(self, content, update_notes=IF_NEWER):
        """Import a package as the program offers to; how many notes were new, updated, as before, and refused."""
        from anki.import_export_pb2 import ImportAnkiPackageRequest

        file = self.folder / "a.apkg"
        file.write_bytes(content)
        offered = self.collection._backend.get_import_anki_package_presets()
        offered.update_notes = update_notes
        request = ImportAnkiPackageRequest(package_path=str(file), options=offered)
        log = self.collection.import_anki_package(request).log
        refused = [*log.conflicting, *log.missing_notetype, *log.missing_deck, *log.empty_first_field]
        return len(log.new), len(log.updated), len(log.duplicate), len(refused)

    def note(self, address):
        [id] = self.collection.find_notes(f"Id:{address}")
        return self.collection.get_note(id)

    def shown(self, address, card=0):
        """The front and the back of a card as they are shown."""
        output = self.note(address).cards()[card].render_output()
        return output.question_text, output.answer_text


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.collection.close()


def made(course, time=FIRST, quizzes=None):
    return write(replace(bundle_of(course, "anki", quizzes), time=time))


def count(course):
    return len([address for address in read(made(course)) if "/" in address])


def test_nothing_is_new_when_it_is_imported_twice(learner, course):
    notes = count(course)
    assert learner.take(made(course)) == (notes, 0, 0, 0)
    assert learner.take(made(course)) == (0, 0, notes, 0)
    _, sound = learner.collection.fix_integrity()
    assert sound


def test_quizzes_one_by_one_are_the_same_as_the_course(learner, course):
    took = [learner.take(made(course, quizzes=[name])) for name in ("hostile", "example")]
    assert sum(new for new, *_ in took) == count(course)
    assert learner.take(made(course)) == (0, 0, count(course), 0)
    types = [each.name for each in learner.collection.models.all_names_and_ids() if "a-course" in each.name]
    assert types == ["a-course gaps", "a-course question"]


def test_a_later_version_updates_what_was_edited_and_adds_what_is_new(learner, course, edited):
    learner.take(made(course))
    card = learner.note("hostile/true-or-false").cards()[0]
    card.type, card.queue, card.ivl, card.due, card.reps = 2, 2, 40, 77, 5
    learner.collection.update_card(card)
    assert learner.take(made(edited, LATER)) == (1, count(course), 0, 0)
    assert "Another prompt" in learner.note("hostile/true-or-false")["Question"]
    assert learner.note("hostile/added")["Type"] == "short-answer"
    [kept] = learner.note("hostile/true-or-false").cards()
    assert (kept.id, kept.ivl, kept.due, kept.reps, kept.type) == (card.id, 40, 77, 5, 2), "the schedule stays"


def test_an_edit_of_the_reader_s_own_stays_until_a_later_version(learner, course):
    learner.take(made(course))
    note = learner.note("hostile/to-match")
    note["Spare 1"], note.tags = "My own words", [*note.tags, "mine"]
    learner.collection.update_note(note)  # now, which is later than both versions
    others = count(course) - 1
    assert learner.take(made(course, LATER)) == (0, others, 1, 0)
    note = learner.note("hostile/to-match")
    assert note["Spare 1"] == "My own words" and "mine" in note.tags
    after = note.mod + 1000
    assert learner.take(made(course, after), NEVER)[1] == 0
    assert learner.note("hostile/to-match")["Spare 1"] == "My own words"
    assert learner.take(made(course, after))[1] == count(course)
    note = learner.note("hostile/to-match")
    assert note["Spare 1"] == "" and "mine" not in note.tags, "as the words beside the download say"


def test_a_reader_s_own_look_stays(learner, course):
    learner.take(made(course))
    type = learner.collection.models.by_name("a-course question")
    type["css"] = ".card { color: green; }"
    learner.collection.models.update_dict(type)
    learner.take(made(course, LATER))
    assert learner.collection.models.by_name("a-course question")["css"] == ".card { color: green; }"


def test_a_question_that_becomes_a_cloze_is_a_note_of_its_own(learner, tmp_path):
    quiz = "title: T\nquestions:\n  - {{id: a, prompt: P, explanation: E, {}}}\n"
    typed = quiz.format("type: short-answer, answers: [x]")
    cloze = quiz.format("type: cloze, text: 'a {b}', blanks: {b: {answers: [x], feedback: F}}")
    first, second = (
        course_of(tmp_path / name, {**FILES, "quizzes/one.yml": text}) for name, text in (("a", typed), ("b", cloze))
    )
    assert learner.take(made(first, quizzes=["one"])) == (1, 0, 0, 0)
    assert learner.take(made(second, LATER, quizzes=["one"])) == (1, 0, 0, 0)


def test_its_cards_ask_before_they_answer(learner, course):
    learner.take(made(course))
    front, answer = learner.shown("hostile/gaps", 1)
    assert '<span class="cloze" data-ordinal="2">x &#125; y ~</span>' in answer
    assert "[n # = / x &#125; y ~]" in front and "{{" not in front
    front, answer = learner.shown("hostile/one-of-three")
    assert "<details>" in front and "Right answer" not in front and "Right answer" in answer
    for address in ("hostile/to-order", "hostile/a-number", "hostile/a-word", "hostile/in-own-words"):
        front, answer = learner.shown(address)
        assert 'id="answer"' in answer and 'id="answer"' not in front


def test_pictures_and_the_words_about_a_quiz_arrive(learner, tmp_path):
    quiz = "title: Drawn\nintroduction: '![a](maps/a.svg)'\nquestions:\n  - " + (
        "{id: a, type: short-answer, prompt: '![b](maps/a.svg)', answers: [x], explanation: E}\n"
    )
    drawn = course_of(tmp_path / "drawn", {**FILES, "quizzes/drawn.yml": quiz})
    learner.take(made(drawn, quizzes=["drawn"]))
    found = {file.name: file.read_bytes() for file in (learner.folder / "collection.media").iterdir()}
    assert set(found.values()) == {PICTURE} and len(found) == 2
    [deck] = [each for each in learner.collection.decks.all() if "Drawn" in each["name"]]
    for html in (deck["desc"], learner.note("drawn/a")["Question"]):
        assert re.findall(r'src="([^"]+)"', html)[0] in found


def test_a_question_that_was_taken_out_stays(learner, course, edited):
    learner.take(made(edited))
    assert learner.take(made(course, LATER)) == (0, count(course), 0, 0)
    assert learner.note("hostile/added")["Type"] == "short-answer"


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    learner = Learner(tmp_path_factory.mktemp("gaps"))
    yield learner.collection
    learner.collection.close()


SIGNS = st.text(alphabet=st.sampled_from("a{}:c1 []é🙂x"), min_size=1).filter(lambda text: text.strip())


@settings(deadline=None)
@given(SIGNS, SIGNS, SIGNS)
@example("}}", "::", "{{c1::x}}")
@example("x}", ":", "{")
def test_any_text_outlives_a_gap(collection, around, answer, hint):
    text = f"<p>{escaped(around)}{gap(1, answer, hint)}{escaped(around)}{gap(2, answer)}</p>"
    for number in (1, 2):
        found = collection.extract_cloze_for_typing(text, number)
        assert unescape(found).split() == answer.split()
