"""short-answer: a word or a few to be typed."""

from __future__ import annotations

import re

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import ShortAnswerQuestion
from coursework.quiz.questions.folding import fold_typed
from coursework.quiz.questions.typed import can_be_typed, read_answers, read_misreadings
from coursework.quiz.saved import as_written
from coursework.source.place import Text
from coursework.source.problem import quoted

# A pattern is read by Python here and by JavaScript on the page: this much of the language means the same to both.
_COMMON = re.compile(
    r"""[^\W_] | [ .|)^$] | \((?:\?:)?(?!\?)  # letters, digits and spaces, any sign, or, ends, groups
    | \[\^?(?:[^\W_](?:-[^\W_])?|[ ]|\\[dws])+\]  # one of these
    | (?:[*+?]|\{[0-9]{1,2}(?:,[0-9]{0,2})?\})(?![+*{])  # how often
    | \\[dwsbDWSB]""",
    re.VERBOSE,
)

# What a browser is done with at once, whatever is typed: each repeat doubles the ways to read an answer, each without
# an end multiplies them by its length, and one within another has more than can be counted.
_MOST_SIGNS, _MOST_REPEATS, _MOST_ENDLESS = 500, 20, 3
# What a browser tries in the blink of an eye; and so many letters has a long answer.
_MOST_WAYS, _LONG_ANSWER = 2_000_000, 60


def read(fields: Fields, type: str) -> Make | None:
    answers, exact = read_answers(fields)
    pattern = _pattern(fields)
    if exact and pattern is not None:
        fields.note("must be left out where `exact: true` says that an answer counts as it is written", "pattern")
    compared = as_written if exact else fold_typed
    accepted = {compared(answer) for answer in answers}

    def is_right(answer: str) -> bool:
        return compared(answer) in accepted or bool(pattern and re.fullmatch(pattern, fold_typed(answer), re.ASCII))

    def read_misreading(part: Fields) -> Text | None:
        answer = part.text("answer")
        return answer if answer is not None and can_be_typed(part, "answer", answer, exact) else None

    misreadings = read_misreadings(fields, read_misreading, compared, is_right)
    if not answers:
        return None
    return lambda common: ShortAnswerQuestion(
        **common, answers=answers, exact=exact, pattern=pattern, misreadings=misreadings
    )


def _pattern(fields: Fields) -> str | None:
    """The pattern, if it is one to Python and to JavaScript."""
    pattern = fields.text("pattern", required=False)
    if pattern is None:
        return None
    if len(pattern) > _MOST_SIGNS:
        fields.note(f"must have {_MOST_SIGNS} characters at most, not {len(pattern)}", "pattern")
        return None
    end, tokens = 0, []
    while token := _COMMON.match(pattern, end):
        end = token.end()
        tokens.append(token[0])
    if end < len(pattern):
        fields.note(f"must {_instead(pattern[end])}, not {quoted(pattern[end:], 20)}", "pattern")
        return None
    never = next((char for char in re.sub(r"\\.", "", pattern) if fold_typed(char) not in ("", char)), None)
    if never:
        fields.note(
            f"must be in small letters without accents, as answers are compared, not {quoted(never)}", "pattern"
        )
        return None
    try:
        re.compile(pattern)
    except (re.error, RecursionError) as error:
        fields.note(f"must be a regular expression ({error}), not {quoted(pattern)}", "pattern")
        return None
    if slow := _slow_in(tokens):
        fields.note(f"must {slow}, so that no answer takes long to check, not {quoted(pattern)}", "pattern")
        return None
    return str(pattern)


def _slow_in(tokens: list[str]) -> str | None:
    """What a pattern must do to be quick; None where it is."""
    repeats = [token for token in tokens if token[0] in "*+?{"]
    if len(repeats) > _MOST_REPEATS:
        return f"have {_MOST_REPEATS} repeats (? * + {{2}}) at most"
    if sum(token[0] in "*+" or "," in token for token in repeats) > _MOST_ENDLESS:
        return f"have {_MOST_ENDLESS} repeats of any length (* + {{2,9}}) at most"
    if _ways_through(tokens) > _MOST_WAYS:
        return "have fewer of ? * + and | in it"
    # For each group that is open, whether it holds a repeat or an alternative.
    holds, closed = [False], False
    for sign in tokens:
        if sign[0] == "(":
            holds.append(False)
        elif sign == ")":
            closed = holds.pop()
            holds[-1] = holds[-1] or closed
            continue
        elif sign[0] in "*+{" and closed:
            return "repeat no group with a repeat or | in it but by ?"
        elif sign in repeats or sign == "|":
            holds[-1] = True
        closed = False
    return None


def _ways_through(tokens: list[str]) -> int:
    """In how many ways a pattern may be gone through, all of which a browser tries where an answer does not fit."""
    # For each group that is open: the ways through its alternatives so far, and through the one that is read.
    groups, last = [[0, 1]], 1
    for sign in tokens:
        if sign[0] == "(":
            groups.append([0, 1])
        elif sign == "|":
            groups[-1] = [sum(groups[-1]), 1]
        elif sign[0] in "*+?{":
            more = 1 if sign[0] == "?" else _LONG_ANSWER if sign[0] in "*+" or sign.endswith(",}") else 0
            ends = [int(number) for number in re.findall(r"\d+", sign)]
            more = more or ends[-1] - ends[0]
            groups[-1][1] = groups[-1][1] // last * (last + more)
        else:
            last = sum(groups.pop()) if sign == ")" else 1
            groups[-1][1] *= last
    return sum(groups[0])


def _instead(sign: str) -> str:
    """What a pattern must do instead of going on with a sign as it does."""
    if sign in "\\([]*+?{}":
        return r"hold no signs but . | ? * + {2,3} [a-z] ( ) \d \w \s \b, which mean the same in every browser"
    return "hold letters, digits and spaces only, because answers are compared without punctuation"
