"""The command `coursework export`: the files in which quizzes go out, without the site around them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import get_files

import coursework
from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.form import Download
from coursework.quiz.exports.kinds import LEFT_OUT
from coursework.source.problem import quoted, suggestion
from coursework.text.words import word, words
from coursework_mkdocs import defaults
from coursework_mkdocs import settings as of_site
from coursework_mkdocs.build_date import BuildDate, is_ahead_of_its_date
from coursework_mkdocs.course_settings import PLUGIN, UnusableError, read_settings


class ExportError(Exception):
    """Nothing can be written; says why, in lines, and what to do."""


def export(
    settings: Path, formats: Sequence[str], quizzes: Sequence[str], to: Path, tell: Callable[[str], None]
) -> None:
    """Write the files of a course whose settings stand in a file to the folder `to`, and tell the path of each.

    Without `formats` those of the settings are written, and without those every one; without `quizzes` all of them and
    the whole course. Raises ExportError, and OSError where a file cannot be written.
    """
    course = _course(settings, [_checked(name, FORMATS, "format") for name in formats])
    downloads = course.publishing.downloads
    if not downloads.has_address:
        raise ExportError(
            "Links in what goes out lead to the site, so its address must be known: say it as `site_url` in "
            f"{settings.name}, or for this once before the command, as SITE_URL=https://example.org/course/ where the "
            "settings ask for that."
        )
    found = {quiz.id: quiz for quiz in downloads.quizzes}
    chosen = [found[_checked(id, found, "quiz")] for id in dict.fromkeys(quizzes or found)]
    written = [each for quiz in chosen for each in downloads.of_quiz(quiz)]
    written += [] if quizzes else downloads.of_course
    problems = sorted({*course.first_problems, *course.snippets.problems, *downloads.problems})
    if problems:
        raise ExportError("\n".join(map(str, problems)))
    for each in written:
        file = to / Path(each.path).name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each.content)
        tell(f"{file}: {_lost(each)}")
    if is_ahead_of_its_date(settings.parent):
        tell(
            "There are changes that no commit holds, so these files have the date of the last one: commit before you "
            "hand them out, for Anki takes only what is later than what it has."
        )


def _lost(file: Download) -> str:
    """What a file does not hold, in the words of the page that offers it."""
    lost = [loss for loss in file.lost if not loss.to]
    kinds = dict.fromkeys(loss.kind for loss in lost)
    own = words()
    names = [
        "whole questions" if kind == LEFT_OUT else word(own, "downloads", "kinds", kind)
        for kind in sorted(kinds, key=lambda kind: kind != LEFT_OUT)
    ]
    count = len({loss.address for loss in lost})
    return f"something is lost of {count} of its questions: {', '.join(names)}" if names else "whole"


def _checked(name: str, names: Collection[str], kind: str) -> str:
    if name not in names:
        listed = ", ".join(names)
        raise ExportError(f"There is no {kind} {quoted(name)}{suggestion(name, names) or '.'} There are: {listed}.")
    return name


def _course(settings: Path, formats: Sequence[str]) -> coursework.Course:
    """The course as a build reads it. Raises ExportError."""
    try:
        config = load_config(str(settings))
        BuildDate().set(settings.parent)
        if PLUGIN in config.plugins:
            defaults.on_config(config)  # its texts are read with extensions that its settings need not name
        read = read_settings(config)
        if read.problems:
            raise UnusableError(read.problems)
        of_site.leave_out_own_address(config, read)
        read.downloads = [name for name in FORMATS if name in formats] or read.downloads or list(FORMATS)
        return coursework.build(of_site.project_of(get_files(config), config, read, finished=True))
    except UnusableError as error:
        raise ExportError("\n".join(map(str, error.problems))) from None
    except (ConfigurationError, ValueError) as error:
        raise ExportError(f"{settings.name}: {error}") from None
