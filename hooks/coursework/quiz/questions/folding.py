"""How typed answers are compared: what counts of them, and what is a slip."""

from __future__ import annotations

import re
import unicodedata

# Letters before and behind, and a word of six or more: one of them doubled, dropped, or exchanged with its neighbour.
_NEAR = re.compile(
    r"((?:.* )?(?=[^\W\d_]{6,}[ \n])[^\W\d_]*([^\W\d_]))"
    r"(?:(.*)\n\1\2\3|[^\W\d_](.*)\n\1\4|([^\W\d_])([^\W\d_])(.*)\n\1\6\5\7)"
)


def fold_typed(text: str) -> str:
    """What two typed answers have in common when only case, accents, points, spaces and punctuation differ.

    Letters and digits count, and marks that are letters of their script: a mark counts on a letter without capitals,
    if its canonical combining class is not one of points beside a consonant (10 to 36, as in Hebrew and Arabic) or of
    accents above and below (more than 132). So vowel signs, nuktas and viramas of Indic scripts count, the tones of
    Thai and the voiced marks of kana; accents of Latin, Greek and Cyrillic do not, nor what cannot be seen.

    The same as `fold` in `browser/grade.js`, which compares what a reader typed; the tests hold the two together.
    """
    letters, on_letter = [], False
    for char in unicodedata.normalize("NFKD", text):
        category = unicodedata.category(char)
        if category == "Cf" or "VARIATION SELECTOR" in unicodedata.name(char, ""):
            continue
        if not category.startswith("M"):
            on_letter = category in ("Lo", "Lm")
        elif not on_letter or not _is_letter(char):
            continue
        letters.append(char)
    words = "".join(letters).lower().replace("ß", "ss")
    return " ".join("".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in words).split())


def _is_letter(mark: str) -> bool:
    place = unicodedata.combining(mark)
    return not (10 <= place <= 36 or place > 132)


def is_near(answer: str, word: str) -> bool:
    """Whether a folded word is a slip away from a folded answer, as `NEAR` in `browser/grade.js` says."""
    return _NEAR.fullmatch(f"{answer}\n{word}") is not None
