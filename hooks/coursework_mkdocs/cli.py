"""The command `coursework`: a course to begin with, and a look at one that there is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from coursework_mkdocs import origin

_SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
_MORE = (
    "`mkdocs build --strict` sees more: the pages that the course makes of quizzes and lists, and every link, picture "
    "and place in the navigation that depends on them."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(origin.version(), prog_name=origin.DISTRIBUTION, message="%(prog)s %(version)s")
def main() -> None:
    """Begin a course with quizzes, and look for mistakes in it.

    To see it, run `mkdocs serve` in its folder; to make the site, `mkdocs build --strict`.
    """


@main.command(short_help="Begin a course, or add a quiz or a lesson to one.")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--title", default="", help="What the course is called; else as its folder is.")
@click.option("--empty", is_flag=True, help="Without maps: one short lesson, to be replaced.")
@click.option("--quiz", metavar="NAME", help="Write quizzes/NAME.yml into a course that is there.")
@click.option(
    "--lesson", metavar="NAME", help="The same of docs/lessons/NAME.md; with --empty, the name of its lesson."
)
def new(folder: Path | None, title: str, empty: bool, quiz: str | None, lesson: str | None) -> None:
    """Write a small course into FOLDER, or a quiz or a lesson into a course.

    The course is about maps and shows what one can have: put your own subject in its place. With --empty it has one
    lesson, one quiz, a work and a term, to be replaced; --lesson says how the lesson and its quiz are called.

    Without --empty, --quiz and --lesson add to the course in FOLDER, or in the folder you are in; with both the lesson
    shows the quiz. Nothing that you wrote is ever changed.
    """
    from coursework_mkdocs import starting  # loads the engine

    try:
        if quiz is None and (lesson is None or empty):
            if folder is None:
                raise click.UsageError("Name the folder of the course: coursework new FOLDER")
            lines = starting.new_course(folder, title, is_empty=empty, lesson=lesson or "")
        else:
            if title:
                raise click.UsageError("--title is for a course: a quiz and a lesson have theirs in their files.")
            if empty:
                raise click.UsageError("--empty is for a course: name its folder, and add quizzes and lessons then.")
            settings = settings_in(folder or Path())
            lines = [starting.new_lesson(settings, lesson, quiz)] if lesson is not None else []
            lines += [starting.new_quiz(settings, quiz, lesson)] if quiz is not None else []
    except starting.StartError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror or error}") from None
    for line in lines:
        click.echo(line)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
def check(folder: Path) -> None:
    """Name every mistake in the content and the pages of a course.

    FOLDER is that of its mkdocs.yml; without it the folder you are in. Nothing is written but a cache, .cache/. The
    exit code is 1 where there is something to mend, else 0.
    """
    # Material would print its own end of life into the answer; the README says what it means.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    settings = settings_in(folder)
    from coursework_mkdocs.checking import check as tell_mistakes  # takes half a second to load

    found = tell_mistakes(settings, click.echo)
    count = "Nothing" if not found else "1 mistake" if found == 1 else f"{found} mistakes"
    click.echo(f"{count} to mend. {_MORE}")
    sys.exit(bool(found))


@main.command(short_help="Write quizzes as files of other programs.")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--format", "formats", metavar="F", multiple=True, help="A format, as gift; again for another.")
@click.option("--quiz", "quizzes", metavar="Q", multiple=True, help="A quiz by its name; again for another.")
@click.option(
    "--to", metavar="DIR", type=click.Path(path_type=Path), default="exports", help="Where; exports/ without."
)
def export(folder: Path, formats: tuple[str, ...], quizzes: tuple[str, ...], to: Path) -> None:
    """Write the quizzes of a course as files of other programs.

    FOLDER is that of its mkdocs.yml; without it the folder you are in. Without --format all formats are written that
    its setting `downloads` names, or every one where it names none; without --quiz each quiz and the whole course.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    settings = settings_in(folder)
    from coursework_mkdocs import exporting  # loads the engine

    try:
        exporting.export(settings, formats, quizzes, to, click.echo)
    except exporting.ExportError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or to}: {error.strerror or error}") from None


def settings_in(folder: Path) -> Path:
    """The settings of the course in a folder. Raises ClickException, in words, where there are none."""
    try:
        if not folder.is_dir():
            raise click.ClickException(f"There is no folder {folder}.")
        for name in _SETTINGS:
            if (folder / name).exists():
                return folder.resolve() / name
    except OSError as error:
        raise click.ClickException(f"{folder}: {error.strerror or error}") from None
    raise click.ClickException(
        f"There is no mkdocs.yml in {folder.resolve()}. Go to the folder of your course, or begin one: "
        "coursework new FOLDER"
    )
