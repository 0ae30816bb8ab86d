"""A quiz as files of other programs, each with a reader, by which it is found out what the file does not hold."""

from __future__ import annotations

from coursework.quiz.exports.anki import ANKI
from coursework.quiz.exports.canvas import CANVAS
from coursework.quiz.exports.csv_file import CSV
from coursework.quiz.exports.form import Format
from coursework.quiz.exports.gift import GIFT
from coursework.quiz.exports.moodle import MOODLE
from coursework.quiz.exports.qti import QTI

# By the names in the setting `downloads`, in the order in which they are offered.
FORMATS: dict[str, Format] = {each.name: each for each in (MOODLE, GIFT, QTI, CANVAS, ANKI, CSV)}
