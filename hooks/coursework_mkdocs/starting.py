"""What an author begins with: a course that shows what one can have, and a quiz or a lesson that explains itself."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sysconfig
import unicodedata
from pathlib import Path

import coursework
from coursework.source import values as source
from coursework.source.problem import quoted
from coursework_mkdocs import origin

_NEW = Path(__file__).parent / "new"
# Names under which a package can hold what is hidden in a course.
_HIDDEN = {"gitignore": ".gitignore", "github": ".github"}
# What may lie in a folder before a course does: where its packages and its history are.
_MAY_BE_THERE = (".git", ".venv")
# What the courses to begin with say of themselves, and how one may begin.
_TITLE, _ID = re.compile('(?<=^site_name: ").*(?="$)', re.M), re.compile(r"(?<=^      id: )\S+", re.M)
_HEADING = re.compile("(?<=^# ).*$", re.M)
_SHOWN = "a course of five pages, three quizzes and all that they need"
_EMPTY = "a course of one lesson and one quiz, to be replaced"
_TITLE_OF_QUIZ, _LESSON_OF_QUIZ = "title: A new quiz\n", "# lesson: lessons/a-new-lesson.md\n"
# The lesson of an empty course, and its quiz, until they are called otherwise.
_FIRST, _TITLE_OF_FIRST = "first-lesson", "A first lesson"
_SCHEMA = "$schema=../schemas/"
# From here on a lesson shows how a block of questions is written; a quiz that comes with it stands there instead.
_QUESTIONS = "Questions of a quiz stand in a block"


class StartError(Exception):
    """Why nothing was written, in words for an author."""


def new_course(folder: Path, title: str = "", *, is_empty: bool = False, lesson: str = "") -> list[str]:
    """Write a course into a folder that is empty or not there; gives lines that say what to know and what to do next.

    It shows what one can have, or, where `is_empty`, has one lesson to be replaced, whose file and quiz are called as
    `lesson`, if that is given. Without a title the course is called as its folder is. Raises StartError, and OSError
    where the folder cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise StartError(f"{folder} is a file: name a folder that is empty, or that is not there yet.")
    there = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    if "mkdocs.yml" in there:
        raise StartError(
            f"{folder} holds a site already: name another folder, or add to that site by --lesson NAME and --quiz NAME."
        )
    if others := [name for name in there if name not in _MAY_BE_THERE]:
        raise StartError(
            f"{folder} is not empty, it has {others[0]}: name an empty folder, or one that is not there yet."
        )
    if lesson:
        _identifier(lesson, ".md")
    name = folder.resolve().name
    title = " ".join(title.split()) or _title_of(name)
    id = _id_of(name)
    _copy(_NEW / ("empty" if is_empty else "course"), folder)
    if is_empty:
        _change(folder / "docs/index.md", (_HEADING, _as_text(title)))
        for shared in _HIDDEN:
            _copy(_NEW / "course" / shared, folder / shared)
        if lesson:
            _call(folder, lesson)
    for packed, hidden in _HIDDEN.items():
        (folder / packed).rename(folder / hidden)
    in_yaml = json.dumps(title, ensure_ascii=False)[1:-1]
    _change(folder / "mkdocs.yml", (_TITLE, in_yaml), (_ID, id or "course"))
    _change(folder / "README.md", (_HEADING, title))
    _write_schemas(folder)
    requirements, is_complete = origin.requirements()
    (folder / "requirements.txt").write_text(requirements, encoding="utf-8")
    lines = [f"{name or folder} holds {_EMPTY if is_empty else _SHOWN}."]
    if not id:
        lines.append("Its folder's name has no letter from a to z: give it an `id` in mkdocs.yml, now `course`.")
    if not is_complete:
        lines.append("Before you publish, write into requirements.txt where others get the generator; it says how.")
    if folder.resolve() != Path.cwd():
        lines.append(f"Next: cd {shlex.quote(str(folder))}")
    return [*lines, f"Next: {_host(folder)} serve", "Then: README.md in it says how to make it yours."]


def new_quiz(settings: Path, name: str, lesson: str | None = None) -> str:
    """Write a quiz that explains itself into the course of a file of settings; gives what to do next.

    It belongs to the new `lesson`, which shows it, or else to the lesson of the same name, if there is one. Raises
    StartError, and OSError where it cannot be written.
    """
    root = settings.parent
    file = _free(root, "quizzes", name, ".yml")
    text = (_NEW / "quiz.yml").read_text(encoding="utf-8").replace(_TITLE_OF_QUIZ, f"title: {_title_of(name)}\n")
    if lesson is not None or (root / _pages(settings) / f"lessons/{name}.md").exists():
        text = text.replace(_LESSON_OF_QUIZ, f"lesson: lessons/{lesson or name}.md\n")
    clone = "hooks/coursework/quiz/"
    if (root / clone).is_dir():
        text = text.replace(_SCHEMA, f"$schema=../{clone}")
    else:
        _write_schemas(root)
    _write(file, text)
    shown = "Show it in a lesson by a block ```quiz with the line {name}" if lesson is None else "The lesson shows it"
    return (
        f"quizzes/{name}.yml is written. {shown.format(name=name)}; in `nav` of {settings.name} its page is "
        f"`- quizzes/{name}.md`, if `- quizzes/` is not there."
    )


def new_lesson(settings: Path, name: str, quiz: str | None = None) -> str:
    """Write a lesson that explains itself into the course of a file of settings; gives what to do next.

    It shows the `quiz` that is to be written with it. Raises StartError, and OSError where it cannot be written.
    """
    folder = f"{_pages(settings)}/lessons"
    file = _free(settings.parent, folder, name, ".md")
    text = (_NEW / "lesson.md").read_text(encoding="utf-8").replace("A new lesson", _title_of(name))
    if quiz is not None:
        _free(settings.parent, "quizzes", quiz, ".yml")
        text = f"{text.partition(_QUESTIONS)[0]}```quiz\n{quiz}\n```\n"
    _write(file, text)
    return f"{folder}/{name}.md is written. Name it in `nav` of {settings.name}: `- lessons/{name}.md`"


def _pages(settings: Path) -> str:
    """The folder of the pages of a site."""
    value, _ = source.load(settings.parent, settings.name)
    folder = value.get("docs_dir") if isinstance(value, source.Mapping) else None
    return folder if isinstance(folder, str) and folder else "docs"


def _call(folder: Path, lesson: str) -> None:
    """Give the lesson of an empty course, and its quiz, another name, wherever they are named."""
    for file in [path for path in folder.rglob("*") if path.suffix in (".md", ".yml")]:
        text = file.read_text(encoding="utf-8").replace(_FIRST, lesson)
        file.write_text(text.replace(_TITLE_OF_FIRST, _title_of(lesson)), encoding="utf-8")
        file.rename(file.with_name(file.name.replace(_FIRST, lesson)))


def _identifier(name: str, ending: str) -> None:
    if not source.is_identifier(name):
        meant = _id_of(name.removesuffix(ending))
        instead = f" Did you mean {quoted(meant)}?" if source.is_identifier(meant) else ""
        raise StartError(f"A name must be {source.ID_RULE}, not {quoted(name)}: it becomes an address.{instead}")


def _free(root: Path, folder: str, name: str, ending: str) -> Path:
    _identifier(name, ending)
    file = root / folder / f"{name}{ending}"
    if file.exists():
        raise StartError(f"{folder}/{name}{ending} is there already: choose another name, or change that file.")
    return file


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_schemas(root: Path) -> None:
    """Put beside a course what an editor knows its YAML by, as this version reads it."""
    (root / "schemas").mkdir(exist_ok=True)
    for schema in Path(coursework.__file__).parent.glob("*/*.schema.json"):
        shutil.copyfile(schema, root / "schemas" / schema.name)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copyfile(source, target)


def _change(file: Path, *changes: tuple[re.Pattern[str], str]) -> None:
    text = file.read_text(encoding="utf-8")
    for where, words in changes:
        start, end = next(where.finditer(text)).span()
        text = f"{text[:start]}{words}{text[end:]}"
    file.write_text(text, encoding="utf-8")


def _as_text(title: str) -> str:
    """A title in Markdown in which no sign means anything."""
    plain = re.sub("[<>^~=]|&(?=[#\\w]+;)", lambda sign: f"&#{ord(sign[0])};", title)
    return re.sub(r"[\\`*_{}\[\]@$]|(?<!&)#", lambda sign: f"\\{sign[0]}", plain)


def _host(folder: Path) -> str:
    """How MkDocs is called in a folder: by its name where that finds the one beside this program, else by its path."""
    scripts = Path(sysconfig.get_path("scripts"))
    if Path(shutil.which("mkdocs") or "").parent == scripts:
        return "mkdocs"
    root = folder.resolve()
    program = scripts / "mkdocs"
    return shlex.quote(str(program.relative_to(root) if program.is_relative_to(root) else program))


def _title_of(name: str) -> str:
    words = re.sub(r"[-_\s]+", " ", name).strip()
    return f"{words[:1].upper()}{words[1:]}" or "A new course"


def _id_of(name: str) -> str:
    """The name of a folder in letters, digits and hyphens; nothing where it has no such letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    id = "-".join(re.findall("[a-z0-9]+", plain))
    return id if re.search("[a-z]", id) else ""
