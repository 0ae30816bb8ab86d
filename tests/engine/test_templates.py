"""What templates are given beside the words of authors."""

from jinja2 import Environment

from coursework.text.shortcuts.render_once import render_once
from coursework.text.words import Words, words


def test_words_are_found_as_attributes_and_as_items_also_those_with_a_name_of_a_dictionary():
    said = Words({"a": {"items": "things", "on-paper": "On paper"}, "list": ["x"]})
    assert said.a.items == said["a"]["items"] == "things"
    assert said["a"]["on-paper"] == "On paper"
    assert said == {"a": {"items": "things", "on-paper": "On paper"}, "list": ["x"]}


def test_the_words_of_the_interface_are_such_words_at_every_depth():
    assert words().question.check == words()["question"]["check"]


def test_what_is_made_once_is_made_anew_for_other_values_only():
    env = Environment(autoescape=True)
    made = []
    env.globals.update(once=render_once(), note=lambda value: made.append(value) or value)
    template = env.from_string(
        '{% for x in "abab" %}{% call once("x", x) %}<b>{{ note(x) }}</b>{% endcall %}{% endfor %}'
    )
    assert template.render() == "<b>a</b><b>b</b><b>a</b><b>b</b>"
    assert made == ["a", "b"]
