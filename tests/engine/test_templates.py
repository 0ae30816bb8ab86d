"""What templates are given beside the words of authors."""

import errno
from pathlib import Path

import pytest
from jinja2 import BytecodeCache, DictLoader, Environment

from coursework.text.shortcuts.render_once import render_once
from coursework.text.templates import compiled_in
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


@pytest.fixture
def rendered_with(tmp_path):
    """A template rendered with what was compiled into a folder, and the files that stand there afterwards."""

    def render() -> tuple[str, list[Path]]:
        cache = compiled_in(tmp_path)
        assert isinstance(cache, BytecodeCache)
        loader = DictLoader({"a": "{{ 1 + 1 }} {% for x in 'ab' %}{{ x }}{% endfor %}"})
        env = Environment(loader=loader, autoescape=True, bytecode_cache=cache)
        return env.get_template("a").render(), [file for file in tmp_path.rglob("*") if file.is_file()]

    return render


def test_what_was_compiled_and_cut_short_at_any_place_is_compiled_again(rendered_with):
    shown, [file] = rendered_with()
    whole = file.read_bytes()
    for size in {*range(0, len(whole), 50), 4, len(whole) - 1}:
        file.write_bytes(whole[:size])
        assert rendered_with() == (shown, [file])
    file.write_bytes(bytes(len(whole)))
    assert rendered_with() == (shown, [file])


def test_a_full_disk_costs_what_was_compiled_and_not_the_build(rendered_with, monkeypatch):
    def full(bucket, file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("jinja2.bccache.Bucket.write_bytecode", full)
    assert rendered_with() == ("2 ab", [])
