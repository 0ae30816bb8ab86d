"""The programs that are measured: each writes the same course into a folder, in the way it wants it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bench.seeded import Lesson, Question
from coursework.quiz.exports import FORMATS

ROOT = Path(__file__).resolve().parents[1]
# Those of the small course of the tests, so that what is measured does not hang on the course in place.
_SETTINGS = (ROOT / "tests/engine/fixture/mkdocs.yml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Program:
    """`edit` changes a question (or, where there is none, a sentence) of one lesson and gives the words to look for.

    `page` is the address of that lesson.
    """

    key: str
    name: str
    write: Callable[[Path, list[Lesson]], None]
    edit: Callable[[Path, int], str] | None = None
    page: str = "lessons/lesson-1/"


def write_plain(folder: Path, lessons: list[Lesson]) -> None:
    """Lessons without questions, in Material as it comes."""
    _write_pages(folder, lessons, lambda lesson, part: [])
    _write_settings(folder, lessons, plugins=["search"])


def write_mkdocs_quiz(folder: Path, lessons: list[Lesson]) -> None:
    def asked(lesson: Lesson, part: list[Question]) -> list[str]:
        return [
            "\n".join(
                [
                    "<quiz>", question.prompt,
                    *(f"{_box(choice.is_right)} {choice.text}\n  > {choice.feedback}" for choice in question.choices),
                    "", question.explanation, "</quiz>",
                ]
            )
            for question in part
        ]  # fmt: skip

    _write_pages(folder, lessons, asked)
    _write_settings(folder, lessons, plugins=["search", "mkdocs_quiz"])


def write_mkdocs_mcq(folder: Path, lessons: list[Lesson]) -> None:
    """It knows no explanation: it stands after the question, to be read by all."""

    def asked(lesson: Lesson, part: list[Question]) -> list[str]:
        return [
            "\n".join(
                [
                    "```mcq", "---", f"type: {'multiple' if question.takes_several else 'single'}",
                    f"question: {_yaml_line(question.prompt)}", "---",
                    *(f"\n{_box(choice.is_right)} {choice.text}\n  > {choice.feedback}" for choice in question.choices),
                    "```", "", question.explanation,
                ]
            )
            for question in part
        ]  # fmt: skip

    _write_pages(folder, lessons, asked)
    _write_settings(folder, lessons, plugins=["search", "mcq"])


def write_ours(folder: Path, lessons: list[Lesson]) -> None:
    """The engine and the theme of this project, and one quiz a lesson, which also has its own page, paper and key."""
    ids = {lesson.id: [question.id for question in lesson.questions] for lesson in lessons}

    def asked(lesson: Lesson, part: list[Question]) -> list[str]:
        names = ", ".join(question.id for question in part)
        return [f"```quiz\n{lesson.id}: {names}\n```"] if part and ids[lesson.id] else []

    _write_pages(folder, lessons, asked)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "quizzes").mkdir()
    for lesson in lessons:
        if not lesson.questions:
            continue
        text = yaml.dump(_quiz(lesson), sort_keys=False, allow_unicode=True, width=110, Dumper=yaml.CSafeDumper)
        (folder / f"quizzes/{lesson.id}.yml").write_text(text, encoding="utf-8")
    nav = ["  - index.md", "  - Lessons:", *(f"      - lessons/{lesson.id}.md" for lesson in lessons)]
    nav += ["  - Quizzes: quizzes/", "  - review.md", "  - progress.md", "  - readings/"]
    settings = re.sub(r"^nav:\n.*?\n\n(?=\S)", "", _SETTINGS, flags=re.DOTALL | re.MULTILINE)
    settings = re.sub(r"^watch: .*$", "watch: [quizzes, hooks]", settings, flags=re.MULTILINE)
    settings = re.sub(r"^  (help|finale): .*$", r"  \1: ''", settings, flags=re.MULTILINE)
    settings = without_ways_out(settings)
    (folder / "mkdocs.yml").write_text("\n".join(["nav:", *nav, settings]), encoding="utf-8")


def write_ours_unasked(folder: Path, lessons: list[Lesson]) -> None:
    """The engine and the theme of this project, with the lessons and nothing to answer."""
    write_ours(folder, [replace(lesson, questions=[]) for lesson in lessons])


def write_ours_with_downloads(folder: Path, lessons: list[Lesson]) -> None:
    """The same with each quiz, and all of them, in every format in which quizzes go out."""
    write_ours(folder, lessons)
    file = folder / "mkdocs.yml"
    settings = file.read_text(encoding="utf-8")
    on = f"\n  course:\n    downloads: [{', '.join(FORMATS)}]\n"
    file.write_text(settings.replace("\n  course:\n", on), encoding="utf-8")


def without_ways_out(settings: str) -> str:
    """Settings of a site with no quiz in other formats, and no question for frames on other sites."""
    return re.sub(r"^ +(downloads|embed):.*\n", "", settings, flags=re.MULTILINE)


def copy_this_course(folder: Path, lessons: list[Lesson]) -> None:
    """All that is kept under version control, which is what a build needs."""
    tracked = ["git", "ls-files", "-z"]
    names = subprocess.run(tracked, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)


def copy_this_course_without_ways_out(folder: Path, lessons: list[Lesson]) -> None:
    """The same, but its quizzes stay in it."""
    copy_this_course(folder, lessons)
    file = folder / "mkdocs.yml"
    file.write_text(without_ways_out(file.read_text(encoding="utf-8")), encoding="utf-8")


def _quiz(lesson: Lesson) -> dict:
    return {
        "title": lesson.title,
        "lesson": f"lessons/{lesson.id}.md",
        "questions": [
            {
                "id": question.id,
                "type": "multiple-choice" if question.takes_several else "single-choice",
                "prompt": question.prompt,
                "choices": [
                    {"text": choice.text, **({"correct": True} if choice.is_right else {}), "feedback": choice.feedback}
                    for choice in question.choices
                ],
                "explanation": question.explanation,
            }
            for question in lesson.questions
        ],
    }


def _write_pages(folder: Path, lessons: list[Lesson], asked: Callable[[Lesson, list[Question]], list[str]]) -> None:
    """The Markdown of each lesson, with an equal share of its questions, as they are `asked`, after each section."""
    (folder / "docs/lessons").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# A course\n\nIt has been made up.\n", encoding="utf-8")
    for lesson in lessons:
        parts = [f"# {lesson.title}"]
        share = -(-len(lesson.questions) // len(lesson.sections))
        for place, section in enumerate(lesson.sections):
            parts += [section, *asked(lesson, lesson.questions[place * share : (place + 1) * share])]
        (folder / f"docs/lessons/{lesson.id}.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _write_settings(folder: Path, lessons: list[Lesson], plugins: list[str]) -> None:
    """Settings as ours where they are no matter of ours: the same Markdown and the same features of the theme."""
    features = re.search(r"^  features: (.*)$", _SETTINGS, re.MULTILINE)[1]
    extensions = re.search(r"^markdown_extensions:\n.*?\n(?=\n)", _SETTINGS, re.DOTALL | re.MULTILINE)[0]
    lines = [
        "site_name: A course", 'site_url: "http://127.0.0.1:8000/"',
        f"theme: {{name: material, font: false, features: {features}}}", f"plugins: [{', '.join(plugins)}]",
        extensions, "nav:", "  - index.md", "  - Lessons:", *(f"      - lessons/{lesson.id}.md" for lesson in lessons),
    ]  # fmt: skip
    (folder / "mkdocs.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _box(is_right: bool) -> str:
    return "- [x]" if is_right else "- [ ]"


def _yaml_line(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def edit_plain(folder: Path, time: int) -> str:
    """A sentence more in the first lesson."""
    said = f"Changed for the {time}th time."
    with (folder / "docs/lessons/lesson-1.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{said}\n")
    return said


def edit_quiz_of(lesson: str) -> Callable[[Path, int], str]:
    """Of a change: a sentence more in the first explanation of a lesson's quiz."""

    def edit(folder: Path, time: int) -> str:
        said = f"Changed for the {time}th time."
        file = folder / f"quizzes/{lesson}.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"explanation: (>-\s+|)", rf"\g<0>{said} ", text, count=1), encoding="utf-8")
        return said

    return edit


OURS = Program("ours", "this generator", write_ours, edit_quiz_of("lesson-1"))
OURS_OUT = Program("ours-out", "this generator with downloads", write_ours_with_downloads)
PROGRAMS = [
    Program("plain", "Material, the same lessons without questions", write_plain, edit_plain),
    OURS,
    OURS_OUT,
    Program("mkdocs-quiz", "mkdocs-quiz", write_mkdocs_quiz),
    Program("mkdocs-mcq", "mkdocs-mcq", write_mkdocs_mcq),
    Program("ours-unasked", "this generator without questions", write_ours_unasked),
]
_LESSON = "lessons/alliance/"
THIS_COURSE = Program("this-course", "as it is", copy_this_course, edit_quiz_of("alliance"), _LESSON)
THIS_COURSE_BOTH_WAYS = [
    THIS_COURSE,
    Program("this-course-kept", "without downloads and frames", copy_this_course_without_ways_out, page=_LESSON),
]
