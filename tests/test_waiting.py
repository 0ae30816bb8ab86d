"""What waits comes back as it was, in any order and as often as it is asked for."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursework.course import waiting as module
from coursework.course.waiting import Waiting, WaitingText
from coursework.source.values import parse


@given(st.lists(st.text(), max_size=8), st.randoms())
def test_every_text_comes_back_whole(texts, chance):
    waiting = Waiting()
    places = [waiting.put(text) for text in texts]
    asked = list(range(len(texts))) * 2
    chance.shuffle(asked)
    assert [waiting.get(places[number]) for number in asked] == [texts[number] for number in asked]


@given(st.dictionaries(st.text(), st.text(), max_size=8))
def test_texts_by_their_names_are_as_a_dictionary_of_them(texts):
    waiting = Waiting()
    waiting.put("another")
    assert waiting.texts(texts.items()) == texts
    assert list(waiting.texts(texts.items()).items()) == list(texts.items())
    assert "no such name" * 9 not in waiting.texts(texts.items())


@given(st.lists(st.lists(st.integers(), max_size=3), max_size=9), st.randoms())
def test_a_list_set_aside_is_the_same_list(lists, chance):
    waiting = Waiting()
    aside = [waiting.aside(items) for items in lists]
    for number in chance.choices(range(len(lists)), k=20) if lists else ():
        assert list(aside[number]) == lists[number]
        assert len(aside[number]) == len(lists[number])
        assert [aside[number][place] for place in range(len(lists[number]))] == lists[number]


def test_a_text_of_an_author_keeps_its_place_aside():
    [text] = Waiting().aside([parse("a: |\n  One\n  two\n", "quizzes/maps.yml")[0]["a"]])
    assert text == "One\ntwo\n"
    assert (text.place, text.block) == (("quizzes/maps.yml", 1, 4), True)


def test_few_lists_are_in_memory_at_once(monkeypatch):
    read = []
    loads = module.pickle.loads
    monkeypatch.setattr(module.pickle, "loads", lambda data: read.append(1) or loads(data))
    waiting = Waiting()
    lists = [waiting.aside([number]) for number in range(10)]
    assert [list(items) for items in lists[:4] * 5] == [[0], [1], [2], [3]] * 5
    assert len(read) == 4
    assert [list(items) for items in lists] == [[number] for number in range(10)]
    assert len(read) == 10
    assert len(lists[0]) == 1
    assert len(read) == 10, "a length is known without looking"


def test_texts_of_the_last_owner_alone_are_in_memory():
    waiting = Waiting()

    class Owner:
        one, other = WaitingText(lambda: waiting), WaitingText(lambda: waiting)

        def __init__(self, name):
            self.one, self.other = name, None

        @property
        def in_memory(self):
            return any(isinstance(text, str) for text in vars(self).values())

    owners = [Owner(name) for name in "abc"]
    assert [owner.in_memory for owner in owners] == [False, False, True]
    owners[0].other = "more"
    owners[1].one = "another"
    assert [(owner.one, owner.other) for owner in owners] == [("a", "more"), ("another", None), ("c", None)]
    assert [owner.in_memory for owner in owners] == [False, True, False]
    waiting.close()
    owners[0].other = "at last"
    assert [owner.in_memory for owner in owners] == [True, True, False], "what is set at the end stays"
    assert (owners[0].one, owners[0].other) == ("a", "at last")


def test_a_text_comes_from_the_file_that_it_was_put_into():
    files = [Waiting(), Waiting()]

    class Owner:
        text = WaitingText(lambda: files[0])

    first, second = Owner(), Owner()
    assert not hasattr(first, "text")
    assert isinstance(Owner.text, WaitingText)
    first.text = "of the first build"
    second.text = "more"
    files.pop(0).put("something else of the second build")
    assert first.text == "of the first build"


def test_what_finds_no_room_on_the_disk_stays_in_memory(monkeypatch, tmp_path):
    waiting = Waiting(tmp_path / "new")
    early = waiting.put("early")

    def full(data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(waiting, "_file", type("Full", (), {"seek": waiting._file.seek, "read": waiting._file.read}))
    waiting._file.write, waiting._file.close = staticmethod(full), staticmethod(lambda: None)
    late = waiting.put("late"), waiting.put("\ud800")
    assert [waiting.get(place) for place in (early, *late)] == ["early", "late", "\ud800"]


def test_where_no_file_can_be_all_stays_in_memory(monkeypatch, tmp_path):
    def nowhere(**options):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(module.tempfile, "TemporaryFile", nowhere)
    (tmp_path / "file").write_text("", encoding="utf-8")
    waiting = Waiting(tmp_path / "file")
    assert waiting.get(waiting.put("a text")) == "a text"


def test_a_file_that_ends_early_is_told():
    waiting = Waiting()
    with pytest.raises(OSError, match="has ended at 0, not at 5"):
        waiting.get((0, 5))


def test_several_threads_get_their_own_texts():
    waiting = Waiting()
    places = {str(number) * 500: waiting.put(str(number) * 500) for number in range(8)}
    with ThreadPoolExecutor(8) as threads:
        asked = list(places.items()) * 200
        assert all(threads.map(lambda item: waiting.get(item[1]) == item[0], asked))


@pytest.mark.parametrize("most", [1, 7])
def test_a_file_that_takes_or_gives_a_part_at_a_time_will_do(monkeypatch, most):
    waiting = Waiting()

    class Slow:
        file = waiting._file

        def seek(self, start):
            self.file.seek(start)

        def write(self, data):
            return self.file.write(data[:most])

        def read(self, length):
            return self.file.read(min(length, most))

    monkeypatch.setattr(waiting, "_file", Slow())
    places = [waiting.put("A text of some length"), waiting.put("another")]
    assert [waiting.get(place) for place in places] == ["A text of some length", "another"]
