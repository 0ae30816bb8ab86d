"""How typed answers are compared: what counts of them, what is a slip, and what nobody can type."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Letters before and behind, and a word of six or more: one of them doubled, dropped, or exchanged with its neighbour.
_NEAR = re.compile(
    r"((?:.* )?(?=[^\W\d_]{6,}[ \n])[^\W\d_]*([^\W\d_]))"
    r"(?:(.*)\n\1\2\3|[^\W\d_](.*)\n\1\4|([^\W\d_])([^\W\d_])(.*)\n\1\6\5\7)"
)
_MARKUP = re.compile(
    r"""</?[a-zA-Z][^<>]*> | &(?:[a-zA-Z]{2,}|\#[0-9]+|\#[xX][0-9a-fA-F]+); | `[^`]+`   # HTML, code
    | (?P<sign>\*\*?|~~?|==|\^)(?=[^\s*~=^])[^*~=^]*(?<=\S)(?P=sign)                # *a*, ~2~, ==a==, ^2^
    | (?<!\w)(?P<line>__?)(?=\S)[^_]+(?<=\S)(?P=line)(?!\w)                          # _a_
    | \$(?=\S)[^$]*[^\s$]\$ | \\\(.+\\\) | \\\[.+\\\]                               # mathematics
    | !?\[[^\[\]]*\]\([^()]*\) | \[-?@[^\[\]]+\] | <https?:[^<>\s]+>                # links, citations""",
    re.VERBOSE,
)
_SPACES = {" ", "\N{IDEOGRAPHIC SPACE}"}
# Without a shape of their own, but on the keyboards of scripts that join their letters.
_JOINERS = {"\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"}


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


def markup_in(answer: str) -> str | None:
    """What of an answer is shown in another way than it is typed: `**a**`, `H~2~O`, a tag, a link, a formula."""
    found = _MARKUP.search(answer)
    return found[0] if found else None


def untypable_in(answer: str) -> str | None:
    """What of an answer is no key of a keyboard, in words: a line end, a tab, a no-break space, an invisible sign."""
    for char in answer.strip(" "):
        category = unicodedata.category(char)
        if char in "\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\x85":
            return "a line end"
        if char == "\t":
            return "a tab"
        if category == "Zs" and char not in _SPACES:
            return f"a {unicodedata.name(char).lower()}"
        if category in ("Cc", "Cf") and char not in _JOINERS:
            return f"the invisible sign U+{ord(char):04X}"
    return None


def lost_in(answer: str) -> str | None:
    """Whether an answer loses its `signs` or its `capitals` where it is folded, so that somebody would miss them.

    Nobody misses quotation marks, apostrophes, what ends a word or a sentence (. , : ; after any, ! ? after a letter),
    points, commas, colons, hyphens and dashes within a word or a number, a dash, slash or & between words, brackets
    around words. All else may be meant: a sign that is no punctuation (+ < = ° $), # % * @ _ and \\, brackets that are
    not round, a sign at the start of a word (-5, .net), brackets right after one (f(x)), 10².
    Capitals are ordinary at the start of a word and in words that have no others, but not behind a small letter: NaCl.
    """
    text = unicodedata.normalize("NFC", answer.strip())
    if any(_is_missed(text, at) for at in range(len(text))):
        return "signs"
    return "capitals" if any(a.islower() and b.isupper() for a, b in pairwise(text)) else None


def _is_missed(text: str, at: int) -> bool:
    sign, category = text[at], unicodedata.category(text[at])
    before, after = text[:at], text[at + 1 :]
    if category == "No":
        return before[-1:].isdecimal() and unicodedata.decomposition(sign).startswith("<super>")
    if category[0] not in "PS" or category in ("Pi", "Pf") or sign in "\"'\N{DOUBLE LOW-9 QUOTATION MARK}¿¡":
        return False
    if category[0] == "S" or sign in "#%*@\\" or category == "Pc":
        return True
    follows = before != "" and _is_of_word(before[-1])
    within = follows and after[:1].isalnum()
    between = before.rstrip(" ")[-1:].isalpha() and after.lstrip(" ")[:1].isalpha()
    if category == "Pd" or sign == "-":
        return not (within or (between and before[-1:] == after[:1] == " "))
    if sign in "/&":
        return not between
    if category == "Ps":
        return sign in "[{" or (sign == "(" and (follows or not re.match(r"\w[^()]*\)", after)))
    if category == "Pe":
        return sign in "]}" or (sign == ")" and not re.search(r"\(\w[^()]*$", before))
    ends = after[:1] in ("", " ") or unicodedata.category(after[0])[0] == "P"
    if sign in "!?":
        return not (follows and not before[-1].isdecimal() and ends)
    return not (within or ((follows or before[-1:] in (*".)\"'”’",)) and (ends or not sign.isascii())))


def _is_of_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"
