"""The benchmark compares like with like, and says what it measured. How fast anything is, no test asks."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys

import pytest

from bench import measure, programs, report, seeded, weigh
from bench.compare import Plan, Results
from bench.in_browser import Waits
from bench.machine import Machine

MEMORY = 50_000_000


def test_the_same_course_is_made_each_time_and_a_larger_one_begins_with_it():
    assert seeded.lessons(3) == seeded.lessons(5)[:3]
    assert seeded.lessons(3)[1] != seeded.lessons(3)[2]


def test_no_question_offers_the_same_choice_twice_and_each_has_a_right_one():
    for lesson in seeded.lessons(20):
        for question in lesson.questions:
            assert len({choice.text for choice in question.choices}) == len(question.choices) == 4
            assert any(choice.is_right for choice in question.choices)
    assert any(question.takes_several for question in seeded.lessons(1)[0].questions)


def test_every_program_gets_every_word_of_the_course(tmp_path):
    lessons = seeded.lessons(2)
    asked = [
        text for lesson in lessons for question in lesson.questions
        for text in (question.prompt, question.explanation, *(choice.feedback for choice in question.choices))
    ]  # fmt: skip
    for program in programs.PROGRAMS:
        folder = tmp_path / program.key
        program.write(folder, lessons)
        files = [*(folder / "docs").rglob("*.md"), *(folder / "quizzes").glob("*.yml")]
        written = letters(" ".join(path.read_text(encoding="utf-8") for path in files))
        assert all(letters(section) in written for lesson in lessons for section in lesson.sections)
        there = {letters(text) in written for text in asked}
        assert there == {program.key not in ("plain", "ours-unasked")}


def letters(text: str) -> str:
    return "".join(re.findall(r"[a-z]", text.lower()))


@pytest.mark.parametrize(
    "program", [programs.PROGRAMS[0], programs.OURS, programs.OURS_OUT, programs.PROGRAMS[-1]], ids=lambda it: it.key
)
def test_what_is_written_is_built_without_a_word_and_a_change_is_on_its_page(tmp_path, program):
    program.write(tmp_path, seeded.lessons(2))
    said = program.edit(tmp_path, 7) if program.edit else None
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "", "SITE_URL": "https://example.org/"}
    built = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    html = (tmp_path / "site" / program.page / "index.html").read_text(encoding="utf-8")
    assert said is None or said in html
    assert html.count("<quiz-question ") == (10 if program in (programs.OURS, programs.OURS_OUT) else 0)
    out = {file.suffix for file in (tmp_path / "site").glob("quizzes/*.*")} - {".json", ".html"}
    assert out == ({".xml", ".txt", ".zip", ".apkg", ".csv"} if program is programs.OURS_OUT else set())


def test_the_cost_of_a_command_is_that_of_its_children_too(tmp_path):
    child = (
        f"import time; held = b'x' * {MEMORY}; end = time.process_time() + .3\nwhile time.process_time() < end: pass"
    )
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    cost = measure.cost_of([sys.executable, "-c", parent], tmp_path, dict(os.environ))
    assert cost.cpu >= 0.3
    assert cost.memory >= MEMORY or not os.path.exists("/proc/self/task")  # noqa: PTH110


def test_a_command_that_fails_says_what_it_printed(tmp_path):
    with pytest.raises(measure.CommandError, match="no such luck"):
        measure.cost_of([sys.executable, "-c", "raise SystemExit('no such luck')"], tmp_path, dict(os.environ))


def test_scripts_are_those_that_the_lesson_needs_more_with_the_modules_they_import(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "one.js").write_text('import {x} from "./two.js"')
    (tmp_path / "two.js").write_text("export const x = 1")
    (tmp_path / "theme.js").write_text("theme()")
    (tmp_path / "a/index.html").write_text(
        '<link rel="canonical" href="https://own.example/"><link rel="stylesheet" href="//fonts.example/x.css">'
        '<script src="../theme.js"></script><script src=../one.js type=module></script><script>inline()</script>'
        '<script type="application/json">{"a": 1}</script><script src="https://cdn.example/y.js"></script>'
    )
    found = weigh.scripts_of(tmp_path, "a")
    assert found == {b'import {x} from "./two.js"', b"export const x = 1", b"theme()", b"inline()"}
    weight = weigh.weight_of(tmp_path, "a", {b"theme()"})
    assert weight.hosts == ("cdn.example", "fonts.example")
    assert weight.scripts == sum(weigh.compressed(script) for script in found - {b"theme()"})
    assert weight.site == sum(path.stat().st_size for path in tmp_path.rglob("*.*"))


def test_the_exponent_is_one_in_step_and_two_for_the_square():
    assert report.exponent(3, 15, 5) == pytest.approx(1)
    assert report.exponent(3, 75, 5) == pytest.approx(2)
    assert math.isnan(report.exponent(0, 75, 5))


def test_the_report_gives_ratios_to_the_lessons_without_questions_and_medians(tmp_path):
    plan, results = Plan({20: 3, 100: 1}, served=(20,), edits=3, own=1), Results()
    for size in (20, 100):
        for place, program in enumerate(programs.PROGRAMS, 1):
            for turn in (9.0, 1.0, 2.0):  # the median is 2
                results.costs[size, program.key].append(
                    measure.Cost(turn * place * size / 20, turn * place, 10**7 * place)
                )
            results.weights[size, program.key] = weigh.Weight(10**6, 1500, 0, ())
    for place, program in enumerate(programs.THIS_COURSE_BOTH_WAYS):
        results.costs[0, program.key].append(measure.Cost(4.0 - place, 3.5 - place, 10**8))
        results.weights[0, program.key] = weigh.Weight(10**7, 40_000, 9000, ())
    results.waits = {(0, "this-course"): [1.5, 9.0, 1.0], (20, "plain"): [0.4], (20, "ours"): [0.8]}
    results.browser = Waits(1000, {"lesson ready": 120.4, "feedback": 30.2}, {"lesson ready": 0.0})
    text = report.page(results, plan, Machine("2026-01-02", "A machine", {"mkdocs": "1"}, 0.5))
    assert "2.00\u00a0×" in text, "a number and its unit stay on one line"
    text = text.replace("\u00a0", " ")
    assert "| this generator | 2.00 × | 2.00 × | 4.0 s | 4.0 s | 20 MB | 1 MB | 1.5 kB | 0.0 kB | 0 |" in text
    assert "| mkdocs-quiz | 1.00 | 0.00 |" in text, "growth from 20 to 100"
    assert "| 20 lessons | 200 | 10.0 ms |\n| 100 lessons | 1,000 | 10.0 ms |" in text
    assert "| as it is | 4.0 s | 3.5 s | 100 MB | 1.5 s | 10 MB | 40.0 kB |" in text
    assert "| without downloads and frames | 3.0 s | 2.5 s | 100 MB |  | 10 MB | 40.0 kB |" in text
    assert "| lesson ready | 120 ms | 0.000 |\n| feedback | 30 ms |  |" in text
    assert "1,000 answers stored" in text and "2026-01-02, A machine" in text
