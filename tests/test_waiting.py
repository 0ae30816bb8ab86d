"""Texts that wait come back as they were, in any order and as often as they are asked for."""

from hypothesis import given
from hypothesis import strategies as st

from coursework.waiting import Waiting


@given(st.lists(st.text(), max_size=8), st.randoms())
def test_every_text_comes_back_whole(texts, chance):
    waiting = Waiting()
    places = [waiting.put(text) for text in texts]
    asked = list(range(len(texts))) * 2
    chance.shuffle(asked)
    assert [waiting.get(places[number]) for number in asked] == [texts[number] for number in asked]
