"""YAML as authors type it: what is read as text, and how a file that is no YAML is refused."""

import textwrap

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coursework.source import values as source

PATH = "quizzes/maps.yml"


def read(content):
    value, problems = source.parse(textwrap.dedent(content), PATH)
    return value, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "text",
    ["Yes", "no", "on", "1.10", "012", "0x1F", "1e3", "1_000", "12:30:45", "2015-01-01", ".inf", "="],
)
def test_what_yaml_would_make_something_of_stays_text(text):
    assert read(f"prompt: {text}\n{text}: key\n") == ({"prompt": text, text: "key"}, [])


def test_a_blank_value_is_empty_text():
    assert read("hint:\ncite: ''") == ({"hint": "", "cite": ""}, [])


def test_text_keeps_its_quotes_markup_and_signs():
    value, problems = read("""
        a: "She said: @key, *why*? 100 % # no comment"
        b: |
          [@key] `: ` {braces} "and" 'quotes'
          \ta tab
        c: >-
          folded
          text
        """)
    assert problems == []
    assert value["a"] == "She said: @key, *why*? 100 % # no comment"
    assert value["b"] == "[@key] `: ` {braces} \"and\" 'quotes'\n\ta tab\n"
    assert value["c"] == "folded text"
    assert [text.block for text in value.values()] == [False, True, True]


def test_every_value_knows_its_place():
    value, _ = read("title: Maps\nquestions:\n  - id: north\n    cite: [ one,  two ]\n")
    question = value["questions"][0]
    places = [value, value["title"], value["questions"], question, question["id"], *question["cite"]]
    assert [(item.place.line, item.place.column) for item in places] == [
        (1, 1), (1, 8), (3, 3), (3, 5), (3, 9), (4, 13), (4, 19),
    ]  # fmt: skip
    assert {item.place.path for item in places} == {PATH}


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b"\xef\xbb\xbftitle: Maps\n", "Maps"),
        (b"# one\r\ntitle: Maps\r\n", "Maps"),
        ("title: Zürich – 地図 😀 \u202e\u200f\n".encode(), "Zürich – 地図 😀 \u202e\u200f"),
    ],
    ids=["byte order mark", "lines of Windows", "signs of the world"],
)
def test_files_of_every_system_are_read(tmp_path, content, value):
    (tmp_path / "a.yml").write_bytes(content)
    loaded, problems = source.load(tmp_path, "a.yml")
    assert problems == []
    assert loaded["title"] == value


def test_a_place_after_lines_of_windows_is_right(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\na: 3\r\n")
    _, problems = source.load(tmp_path, "a.yml")
    assert [str(problem) for problem in problems] == ["a.yml:3:1: 'a' must be given once, not twice (first in line 1)"]


def test_a_sign_in_another_encoding_is_told_in_its_place(tmp_path):
    (tmp_path / "a.yml").write_bytes("title: Straße\nmore: é\n".encode() + "place: Zürich".encode("latin-1"))
    assert str(source.load(tmp_path, "a.yml")[1][0]).startswith("a.yml:3:9: must be saved as UTF-8")


def test_bytes_that_are_no_text_are_named(tmp_path):
    (tmp_path / "a.yml").write_bytes("title: Zürich".encode("latin-1"))
    value, problems = source.load(tmp_path, "a.yml")
    assert (value, [str(problem) for problem in problems]) == (
        None,
        ["a.yml:1:9: must be saved as UTF-8 text, which the sign here is not"],
    )


def test_a_folder_with_the_name_of_a_file_is_told(tmp_path):
    (tmp_path / "a.yml").mkdir()
    with pytest.raises(OSError) as error:
        (tmp_path / "a.yml").read_text(encoding="utf-8")
    value, [problem] = source.load(tmp_path, "a.yml")
    assert value is None
    assert str(problem) == f"a.yml:1:1: must be a file that can be read ({error.value.strerror})"


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x0b", "\x1b", "\x7f", "\ufffe"])
def test_a_control_character_is_told_with_its_place(sign):
    assert read(f"title: Maps\nprompt: North{sign}\n") == (
        None,
        [f"{PATH}:2:14: must be plain text, but holds a character that YAML does not allow"],
    )


@pytest.mark.parametrize("sign", ["\\x01", "\\x7f", "\\uFFFE"])
def test_an_escaped_control_character_is_told_as_well(sign):
    assert read(f'prompt: "North{sign}"')[1] == [f"{PATH}:1:9: must not hold control characters"]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_an_uncommon_end_of_line_is_a_space_in_text(sign):
    value, problems = read(f'prompt: "North{sign}South"')
    assert problems == []
    assert value["prompt"].split() == ["North", "South"]


@pytest.mark.parametrize("deep", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000, "[\n" * 100_000])
def test_depth_without_end_is_refused_and_ends_no_program(deep):
    assert read(deep) == (None, [f"{PATH}:1:1: must not be nested this deep"])


def test_depth_by_indentation_is_refused():
    deep = "".join(f"{' ' * depth}a:\n" for depth in range(600))
    assert read(deep) == (None, [f"{PATH}:1:1: must not be nested this deep"])


def test_nothing_is_constructed_from_a_tag(tmp_path):
    made = tmp_path / "made"
    value, problems = read(f'a: !!python/object/apply:os.mkdir ["{made}"]')
    assert problems == [f"{PATH}:1:4: must not carry a tag, not 'tag:yaml.org,2002:python/object/apply:os.mkdir'"]
    assert value == {"a": [str(made)]}
    assert not made.exists()


def test_the_slower_loader_reads_the_same(monkeypatch):
    content = "title: Yes\nlist: [1.10, 'a']\ntext: |\n  One\n\n  two\n"
    quick = read(content)
    monkeypatch.setattr(source, "_Loader", source._loader(yaml.SafeLoader))
    assert read(content) == quick
    assert read("prompt: @key")[1][0].startswith(f"{PATH}:1:9: must have this text in quotes")
    assert read("prompt: 'a")[1] == [f"{PATH}:1:9: must end with the quotation mark it begins with"]
    assert read("a: 1\n---\nb: 2")[1] == [f"{PATH}:2:1: must be one document, without a line `---` or `...` inside"]


def test_the_place_of_a_word_in_a_text_is_found(tmp_path):
    content = "a: 'x@key @keys'\nb: |\n  One\n\n  two [@key]\nc: >-\n  none\n"
    (tmp_path / "a.yml").write_text(content, encoding="utf-8")
    value, _ = source.load(tmp_path, "a.yml")

    def place(field, word):
        found = source.find(tmp_path, value[field], word)
        return found.line, found.column

    assert place("a", "@keys") == (1, 11)
    assert place("b", "@key") == (5, 8)
    assert place("c", "@nowhere") == (6, 4), "where the text begins, when the word cannot be found"


# Pieces that mean something to YAML, in any order, find more than plain random text does.
PIECES = st.lists(
    st.sampled_from(
        ["a: ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}", "@k", "*x", "&x ", "!!t ", "|\n", ">-\n", "'", '"',
         "\\x01", "#", "? ", ": ", "---\n", "...\n", "%", "`", "\x85", "\u2028", "\ufeff", "\x00", "<<: ", "=", "😀",
         "text"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(st.text() | PIECES)
def test_any_text_is_read_or_refused_in_words(content):
    value, problems = source.parse(content, PATH)
    assert value is not None or problems
    lines = content.count("\n") + content.count("\x85") + content.count("\u2028") + content.count("\u2029") + 2
    for problem in problems:
        assert 1 <= problem.line <= lines + content.count("\r")
        assert problem.column >= 1
        assert "must" in problem.message
        assert "\n" not in str(problem)
