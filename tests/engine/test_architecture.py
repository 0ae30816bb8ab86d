"""The arrows of the design, held by reading the code: who may know whom, and what the engine may not know at all.

Each rule is a function from a module's name and its source to what breaks it, so that it can be tried on a few lines
that do break it.
"""

import ast
import re
import xml.etree.ElementTree as ET
from collections import Counter
from io import StringIO
from pathlib import Path
from tokenize import COMMENT, generate_tokens

import pytest
import yaml

from building import read_yaml
from coursework.text.snippet import Snippets
from coursework.text.templates import environment
from making import TEMPLATES, skeleton

HOOKS = Path(__file__).parents[2] / "hooks"
HOUSES = ("quiz", "reading", "figure", "claim", "glossary", "help", "lesson")
# Within a house a module imports only what stands to its right.
ORDER = (
    "block", "turns", "exports", "marks", "page", "thumb", "grading", "advice", "timeline", "lend", "read", "guess",
    "questions", "explore", "draw", "fields", "saved", "numbers", "dates", "people", "called", "library", "slips",
    "foreign", "cite", "styled", "names", "pandoc", "links", "corrected", "model",
)  # fmt: skip
# What every house may use, each room only itself and those to its right; they know no house.
GROUND = ("text", "source")
HOST = "coursework_mkdocs"
MODULES = {
    ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): file.read_text(encoding="utf-8")
    for file in sorted(HOOKS.rglob("*.py"))
}


def imported(source):
    """The full names of the modules that a source imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full, so that they can be read here"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module


def ours(source):
    """What a source imports of the engine, as parts: `coursework.quiz.read` is ("quiz", "read")."""
    return [tuple(name.split(".")[1:]) for name in imported(source) if name.split(".")[0] == "coursework"]


def room_of(module):
    """The room of the engine that a module stands in; nothing for the host's side."""
    return [*module.split(".")[1:2], ""][0] if module.split(".")[0] == "coursework" else ""


def is_of_host(module):
    return module.split(".")[0] in (HOST, "mkdocs_entry")


def the_host_is_known_to_its_own_side_alone(module, source):
    found = [name for name in imported(source) if name.split(".")[0] in ("mkdocs", "material")]
    return [] if is_of_host(module) else found


def a_model_knows_of_ours_only_what_a_text_is(module, source):
    """What authors wrote knows where it stands, and a model holds it: to call it `str` would not be true.

    A correction is such a text with its day, which questions and claims both have.
    """
    texts = [("source", "place"), ("source", "correction")]
    return [parts for parts in ours(source) if module.endswith(".model") and parts not in texts]


def a_house_never_imports_another(module, source):
    own = room_of(module)
    return [parts for parts in ours(source) if own in HOUSES and [*parts, ""][0] in set(HOUSES) - {own}]


def within_a_house_imports_go_one_way(module, source):
    house, name = [*module.split(".")[1:3], "", ""][:2]
    if house not in HOUSES or name not in ORDER:
        return []
    inside = [parts[1] for parts in ours(source) if parts[0] == house and len(parts) > 1]
    return [other for other in inside if other not in ORDER or ORDER.index(other) < ORDER.index(name)]


def a_house_knows_only_itself_and_the_ground(module, source):
    house = room_of(module)
    if house not in HOUSES:
        return []
    return [parts for parts in ours(source) if not parts or parts[0] not in (house, *HOUSES, *GROUND)]


def the_ground_knows_no_house(module, source):
    room = room_of(module)
    if room not in GROUND:
        return []
    below = GROUND[GROUND.index(room) :]
    return [parts for parts in ours(source) if not parts or parts[0] not in below]


def the_engine_never_imports_its_host(module, source):
    return [] if is_of_host(module) else [name for name in imported(source) if is_of_host(name)]


def only_the_host_logs_or_prints(module, source):
    if is_of_host(module):
        return []
    found = [name for name in imported(source) if name.split(".")[0] in ("logging", "warnings", "sys")]
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return found + [call.id for call in calls if isinstance(call, ast.Name) and call.id in ("print", "input")]


def nothing_is_said_to_be_anything(module, source):
    """Neither in a signature nor by a cast: what may be anything is an `object`, and has to be asked what it is."""
    names = {ast.Name: "id", ast.Attribute: "attr", ast.alias: "name"}
    found = [getattr(node, names[type(node)]) for node in ast.walk(ast.parse(source)) if type(node) in names]
    return [name for name in found if name == "Any"]


def what_mypy_is_to_pass_over_says_which_fault_and_why(module, source):
    comments = [token.string for token in generate_tokens(StringIO(source).readline) if token.type == COMMENT]
    told = re.compile(r"# type: ignore\[[a-z]+(?:-[a-z]+)*\]  # \S+ \S.*")
    return [each for each in comments if re.match(r"#\s*(?:type:\s*ignore|mypy:)", each) and not told.fullmatch(each)]


# Each stood for a dozen things; the trade has a word for each of them: cached, formatted, rendered, in order, apart.
VAGUE = {
    "alone", "aside", "hold_back", "in_turn", "kept", "known", "let_go", "made", "put_back", "said", "told", "turn_to",
    "waiting",
}  # fmt: skip


def names_are_words_of_the_trade(module, source):
    """Of variables, parameters, functions, classes and modules."""
    names = {ast.Name: "id", ast.arg: "arg", ast.Attribute: "attr", ast.FunctionDef: "name", ast.ClassDef: "name"}
    found = [getattr(node, names[type(node)]) for node in ast.walk(ast.parse(source)) if type(node) in names]
    return [name for name in (*found, module.split(".")[-1]) if name.strip("_").lower() in VAGUE]


DECLARED = re.compile(r"\b(?:const|let|function|class)\s+(\w+)")


def vague_names_of_a_script(source):
    """What it declares by a word that stands for a dozen things."""
    return [name for name in DECLARED.findall(source) if name.lower() in VAGUE]


def test_names_in_scripts_are_words_of_the_trade_too():
    scripts = {file.name: file.read_text(encoding="utf-8") for file in HOOKS.rglob("*.js")}
    assert len(scripts) > 30
    found = {name: vague for name, source in scripts.items() if (vague := vague_names_of_a_script(source))}
    assert found == {}
    assert vague_names_of_a_script("const made = 1\nfunction waiting() { let x }") == ["made", "waiting"]


RULES = [
    the_host_is_known_to_its_own_side_alone,
    a_model_knows_of_ours_only_what_a_text_is,
    a_house_never_imports_another,
    within_a_house_imports_go_one_way,
    a_house_knows_only_itself_and_the_ground,
    the_ground_knows_no_house,
    the_engine_never_imports_its_host,
    only_the_host_logs_or_prints,
    nothing_is_said_to_be_anything,
    what_mypy_is_to_pass_over_says_which_fault_and_why,
    names_are_words_of_the_trade,
]

BROKEN = [
    (the_host_is_known_to_its_own_side_alone, "coursework.course.check", "from mkdocs.utils import get_relative_url"),
    (the_host_is_known_to_its_own_side_alone, "coursework.quiz.page", "def f():\n    import mkdocs"),
    (a_model_knows_of_ours_only_what_a_text_is, "coursework.quiz.model", "from coursework.source import problem"),
    (a_model_knows_of_ours_only_what_a_text_is, "coursework.quiz.model", "from coursework.source.values import Value"),
    (a_model_knows_of_ours_only_what_a_text_is, "coursework.reading.model", "import coursework.source"),
    (a_house_never_imports_another, "coursework.quiz.page", "from coursework.reading.model import Reference"),
    (a_house_never_imports_another, "coursework.reading", "from coursework import quiz"),
    (within_a_house_imports_go_one_way, "coursework.quiz.read", "from coursework.quiz.page import QuizPages"),
    (within_a_house_imports_go_one_way, "coursework.reading.cite", "from coursework.reading import read"),
    (within_a_house_imports_go_one_way, "coursework.quiz.model", "from coursework.quiz.exports.moodle import xml"),
    (within_a_house_imports_go_one_way, "coursework.quiz.page", "from coursework.quiz.exports import moodle"),
    (
        within_a_house_imports_go_one_way,
        "coursework.quiz.questions.cloze",
        "from coursework.quiz.read import read_quiz",
    ),
    (a_house_knows_only_itself_and_the_ground, "coursework.quiz.read", "from coursework.course.content import Content"),
    (a_house_knows_only_itself_and_the_ground, "coursework.quiz.page", "from coursework import build"),
    (the_ground_knows_no_house, "coursework.source.values", "from coursework.quiz.model import Quiz"),
    (the_ground_knows_no_house, "coursework.source.record", "from coursework.text.snippet import fold"),
    (the_ground_knows_no_house, "coursework.text.snippet", "import coursework.course"),
    (the_engine_never_imports_its_host, "coursework.course.check", "import mkdocs_entry"),
    (the_engine_never_imports_its_host, "coursework.quiz.page", "from coursework_mkdocs.policy import Policy"),
    (only_the_host_logs_or_prints, "coursework.course.check", "import logging"),
    (only_the_host_logs_or_prints, "coursework.quiz.read", "def f():\n    print(1)"),
    (only_the_host_logs_or_prints, "coursework.quiz.read", "import sys\nsys.stderr.write('')"),
    (nothing_is_said_to_be_anything, "coursework.quiz.page", "def html(**values: Any) -> str: ..."),
    (nothing_is_said_to_be_anything, "coursework.quiz.page", "def key() -> dict[str, Any]: ..."),
    (nothing_is_said_to_be_anything, "coursework.reading.model", "class Reference:\n    csl: Mapping[str, Any]"),
    (nothing_is_said_to_be_anything, "coursework.quiz.page", "import typing\nx = typing.cast(typing.Any, 1)"),
    (nothing_is_said_to_be_anything, "coursework.quiz.page", "from typing import Any as Whatever"),
    (what_mypy_is_to_pass_over_says_which_fault_and_why, "coursework.quiz.page", "x = 1  # type: ignore"),
    (what_mypy_is_to_pass_over_says_which_fault_and_why, "coursework.quiz.page", "x = 1  # type: ignore[assignment]"),
    (what_mypy_is_to_pass_over_says_which_fault_and_why, "coursework.quiz.page", "x = 1  # type:ignore  # as it is"),
    (what_mypy_is_to_pass_over_says_which_fault_and_why, "coursework.quiz.page", "# mypy: ignore-errors"),
    (names_are_words_of_the_trade, "coursework.course.waiting", ""),
    (names_are_words_of_the_trade, "coursework.quiz.page", "def f(x):\n    _kept = x"),
    (names_are_words_of_the_trade, "coursework.quiz.page", "def turn_to(x): ..."),
    (names_are_words_of_the_trade, "coursework.quiz.page", "def f(known): ..."),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_code_keeps_the_rule(rule):
    assert {module: broken for module, source in MODULES.items() if (broken := rule(module, source))} == {}


@pytest.mark.parametrize(("rule", "module", "source"), BROKEN, ids=lambda value: getattr(value, "__name__", None))
def test_the_rule_finds_what_breaks_it(rule, module, source):
    assert rule(module, source)


def test_every_rule_is_tried_on_something_that_breaks_it():
    assert {rule for rule, _, _ in BROKEN} == set(RULES)


def test_the_walk_finds_the_modules_there_are():
    assert {"mkdocs_entry", "coursework", "coursework.quiz", "coursework.quiz.model", f"{HOST}.events"} <= set(MODULES)
    assert "mkdocs" in {name.split(".")[0] for name in imported(MODULES[f"{HOST}.events"])}


# At 250 lines ask which second noun is hiding.
MOST_LINES, LONGEST_LINE = 250, 120


@pytest.mark.parametrize("ending", ["py", "js"])
def test_a_file_is_short_enough_to_hold_in_the_head(ending):
    files = {
        file.relative_to(HOOKS): file.read_text(encoding="utf-8").splitlines() for file in HOOKS.rglob(f"*.{ending}")
    }
    assert len(files) > 20
    assert {str(file): len(lines) for file, lines in files.items() if len(lines) > MOST_LINES} == {}
    long = {
        f"{file}:{number}"
        for file, lines in files.items()
        for number, line in enumerate(lines, 1)
        if len(line) > LONGEST_LINE
    }
    assert long == set()


# Not one word of what this course is about, so that the engine serves any other. `clinical-trial-number` is a field of
# any record that Crossref gives.
SUBJECT = re.compile(
    r"(?i)\b(?:psycho\w*|therap\w*|alliances?|elkins|clients?|patients?|clinic(?!al-trial-number)\w*|counsel\w*|wampold|bordin|freud|"
    r"healing|dodo|placebo|depress\w*|anxiety|medical|contextual|techniques?|relationships?|fluckiger\w*|flückiger)\b"
)


def words_of_the_subject(content):
    return sorted({match[0] for match in SUBJECT.finditer(content)})


def test_the_engine_knows_no_word_of_the_subject():
    files = [file for file in HOOKS.rglob("*") if file.is_file() and file.suffix not in (".pyc", ".woff2")]
    found = {}
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if words := words_of_the_subject(line):
                found[f"{file.relative_to(HOOKS)}:{number}"] = words
    assert found == {}


@pytest.mark.parametrize(
    "line", ["# as `alliance: how-much`", "The client's", "PSYCHOTHERAPY", "id=therapist-1", ".side--technique"]
)
def test_a_word_of_the_subject_is_found(line):
    assert words_of_the_subject(line)


@pytest.mark.parametrize("line", ["event.clientX", "an impatient reader", "theory", "HTTPClient"])
def test_a_word_that_only_looks_like_one_is_not(line):
    assert words_of_the_subject(line) == []


# A page's HTML is gone once it is written, and what it says of itself the engine knew before.
COUNTED = re.compile(r"\bcontent\b[^%}]*\.(?:count|find|index|partition|rpartition|split)\(")


def test_the_theme_does_not_learn_from_html_what_the_engine_knew():
    templates = sorted((HOOKS / HOST / "theme").rglob("*.html"))
    assert len(templates) > 10
    assert [file.name for file in templates if COUNTED.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "line", ['{{ (of.content or "").count("<quiz-question ") }}', "{% set quiz = page.content.partition('=')[2] %}"]
)
def test_a_template_that_reads_html_is_found(line):
    assert COUNTED.search(line)


# A path to content of the course in place, as a test would write it.
OF_THE_COURSE = re.compile(r'(?:PROJECT|ROOT) / "(?:docs|quizzes|readings|figures|claims|glossary|help|mkdocs)')


def test_no_test_but_those_of_the_course_reads_its_files():
    tests = HOOKS.parent / "tests"
    files = [*tests.glob("*.py"), *(tests / "engine").rglob("*.py"), *(tests / "browser").rglob("*.py")]
    assert [str(file) for file in files if OF_THE_COURSE.search(file.read_text(encoding="utf-8"))] == []
    assert OF_THE_COURSE.search("(PROJECT / " + '"quizzes").glob("*.yml")')


def names_given_twice(files):
    """The names that two files of tests have: pytest reads only one of the two."""
    names = Counter(file.name for file in files)
    return sorted(name for name, count in names.items() if count > 1)


def test_each_file_of_tests_has_a_name_of_its_own():
    assert names_given_twice((HOOKS.parent / "tests").rglob("test_*.py")) == []
    assert names_given_twice([Path("a/test_maps.py"), Path("b/test_maps.py")]) == ["test_maps.py"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_can_be_read_and_is_well_formed(name):
    env = environment()
    env.filters |= Snippets(lambda cluster: None).filters()
    env.get_template(name)
    ET.fromstring(skeleton(TEMPLATES[name]))


@pytest.mark.parametrize(
    "broken", ["<p>{{ a }}", "<p>{% if a %}</b>{% endif %}</p>", "<p title={{ a }}></p>", "<br>", "&nbsp;"]
)
def test_a_template_that_is_not_well_formed_is_found(broken):
    with pytest.raises(ET.ParseError):
        ET.fromstring(skeleton(broken))


def test_there_is_a_template_for_every_type_of_question():
    from coursework.quiz.model import TYPES
    from coursework.quiz.page import TEMPLATES as OF_TYPE

    assert set(OF_TYPE) == set(TYPES), "READERS in quiz/questions/__init__.py has every type of model.py"
    for stem in OF_TYPE.values():
        assert {f"quiz/questions/{stem}.html", f"quiz/papers/{stem}.html"} <= set(TEMPLATES)
        assert f"coursework.quiz.questions.{stem}" in MODULES


# A type's traits stand in one table; whoever names two types that are not graded has begun another.
OTHER_TABLE = re.compile(
    r"open-response.{0,40}opinion|opinion.{0,40}open-response|"
    r"isinstance\([^)]*(?:Opinion|OpenResponse)Question|type [!=]==? \"(?:open-response|opinion)\""
)
# What a button says, and how a page looks for each, are words and templates, not traits.
MAY_NAME = ("quiz/model.py", "quiz/questions/question.html")


def lists_of_types(source):
    return OTHER_TABLE.findall(source)


def test_a_type_s_traits_stand_in_one_table():
    files = {
        str(file.relative_to(HOOKS / "coursework")): file.read_text(encoding="utf-8")
        for ending in ("py", "js", "html")
        for file in (HOOKS / "coursework").rglob(f"*.{ending}")
    }
    found = {name: lists for name, source in files.items() if (lists := lists_of_types(source))}
    assert {name: lists for name, lists in found.items() if name not in MAY_NAME} == {}


def test_every_type_has_its_traits():
    from coursework.quiz.model import TRAITS, TYPES

    assert list(TRAITS) == list(TYPES), "TRAITS has every type of TYPES"


@pytest.mark.parametrize(
    "line",
    [
        'const UNGRADED = ["open-response", "opinion"]',
        "const UNSCHEDULED = /^(?:open-response|opinion) /",
        "if isinstance(question, OpinionQuestion):",
        "if isinstance(question, OpenResponseQuestion | OpinionQuestion):",
        'if (this.data.type === "open-response") return',
    ],
)
def test_another_table_of_traits_is_found(line):
    assert lists_of_types(line)


def texts_of(source):
    """Every text in a source, as its parts; None stands for a value that is filled in."""
    for node in ast.walk(ast.parse(source)):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        texts = [part.value if isinstance(part, ast.Constant) else None for part in parts]
        if isinstance(node, ast.JoinedStr | ast.Constant) and all(isinstance(text, str | None) for text in texts):
            yield texts


def test_every_message_for_authors_is_shown_by_a_case():
    tests = Path(__file__).parent
    cases = [read_yaml(file) for file in tests.glob("*/cases/*.yml")]
    cases += yaml.safe_load((tests / "lost-blocks.yml").read_text(encoding="utf-8"))
    shown = [line for case in cases for line in (*case["problems"], *case.get("advice", ()))]
    for file in [*tests.glob("test_*.py"), *tests.glob("*/test_*_pages.py")]:
        shown += ["".join(text or "…" for text in texts) for texts in texts_of(file.read_text(encoding="utf-8"))]
    messages = {
        "".join(".*" if text is None else re.escape(text) for text in texts)
        for module, source in MODULES.items() if not is_of_host(module)
        for texts in texts_of(source) if re.match(r"(?:…\ )?(?:must|should) ", "".join(text or "…" for text in texts))
    }  # fmt: skip
    assert len(messages) > 40
    assert [message for message in sorted(messages) if not any(re.search(message, line) for line in shown)] == []
