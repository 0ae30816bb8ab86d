"""What a list can be narrowed by is only what tells its items apart."""

from coursework.text.facet import Facet, telling

LEVEL = Facet("level", "Level", {"easy": "Easy", "hard": "Hard", "odd": "Odd"})
TOPIC = Facet("topic", "Topic", {"scale": "Scale", "north": "North"})


def test_a_facet_has_the_options_that_some_item_has_in_their_own_order():
    items = [{"level": ["hard"]}, {"level": ["easy"]}, {}]
    assert telling([LEVEL], items) == [Facet("level", "Level", {"easy": "Easy", "hard": "Hard"})]


def test_an_item_may_have_several_values():
    items = [{"topic": ["scale", "north"]}, {"topic": ["north"]}]
    assert telling([TOPIC], items) == [TOPIC]


def test_what_all_items_have_or_none_tells_nothing():
    assert telling([LEVEL, TOPIC], [{"level": ["easy"]}, {"level": ["easy"]}]) == []
    assert telling([LEVEL], []) == []


def test_a_value_without_an_option_is_none():
    assert telling([LEVEL], [{"level": ["unknown"]}, {}]) == []
