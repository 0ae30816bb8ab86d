"""cloze: a running text with gaps, typed or chosen."""

from __future__ import annotations

import re

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import Blank, ClozeQuestion
from coursework.quiz.questions.choice import read_choices
from coursework.quiz.questions.typed import number_or_text, read_answers
from coursework.source.place import Text
from coursework.source.problem import nearest, quoted
from coursework.source.record import kind_of
from coursework.source.values import ID_RULE, Mapping, Value, is_identifier
from coursework.text.formula import formulas_in, without_code, without_formulas

_GAP = re.compile(r"\{([^{}]*)\}")
# Within a link or an image a gap would be a control inside a control, or inside an address.
_LINKED = re.compile(r"\[[^\[\]]*(\{[^{}]*\})[^\[\]]*\]|\]\((?:[^()]|\([^()]*\))*?(\{[^{}]*\})|<[^>\s]*(\{[^{}]*\})")


def read(fields: Fields, type: str) -> Make | None:
    text = fields.markdown("text")
    value = fields.value("blanks")
    if not isinstance(value, Mapping) or not value:
        if value is None:
            fields.note("must have `blanks`, one for each {name} in the text, but has none")
        else:
            found = "" if isinstance(value, Mapping) else f", not {kind_of(value)}"
            fields.note(f"must be a group of fields, one for each {{name}} in the text{found}", "blanks")
        return None
    blanks = {str(name): _read_blank(fields, name, value[name]) for name in value.names()}
    if text is None:
        return None
    outside, bare = without_code(without_formulas(text)), without_formulas(text)
    # Braces of a program are a gap only where they hold the name of a blank.
    gaps = [gap[1] for gap in _GAP.finditer(bare) if gap[1] in value or outside[gap.start()] == "{"]
    _compare(fields, gaps, list(value.names()))
    if re.search("[\ue000\ue001]", text):
        # The page holds the places of gaps with these.
        fields.note("must not hold the private signs U+E000 and U+E001, which no reader can see", "text")
    for name in (name for formula in formulas_in(text) for name in _GAP.findall(formula.tex) if name in value.names()):
        fields.note(f"must have {{{name}}} outside of formulas, not within one", "text")
    for linked in _LINKED.finditer(text):
        gap = linked[1] or linked[2] or linked[3]
        fields.note(f"must have {gap} outside of links and brackets, not within one", "text")
    ordered = tuple(blank for gap in dict.fromkeys(gaps) if (blank := blanks.get(gap)))
    return (lambda common: ClozeQuestion(**common, text=text, blanks=ordered)) if ordered else None


def _compare(fields: Fields, gaps: list[str], names: list[Text]) -> None:
    """Each gap has a blank, and each blank its gap; a name that is misspelt in one of the two is one fault."""
    unused = [name for name in names if name not in gaps]
    for gap in dict.fromkeys(gaps):
        if gap not in names:
            meant = nearest(gap, unused)
            unused = [name for name in unused if name != meant]
            near = "" if meant is None else f". Did you mean {{{meant}}}?"
            if meant is None or is_identifier(meant):
                fields.note(f"must name one of the `blanks`, not {quoted(f'{{{gap}}}')}{near}", "text")
        elif gaps.count(gap) > 1:
            fields.note(f"must hold {{{gap}}} once, not {gaps.count(gap)} times", "text")
    for name in filter(is_identifier, unused):
        fields.note(f"must stand in the text as {{{name}}}, but does not", f"blank {name}", name.place)


def _read_blank(fields: Fields, name: Text, value: Value) -> Blank | None:
    if not is_identifier(name):
        fields.note(f"must be {ID_RULE}, not {quoted(name)}", "blanks", name.place)
    blank = fields.part(value, f"blank {name}")
    typed, chosen = blank.has("answers"), blank.has("choices")
    if typed and chosen:
        blank.note("must have `answers` to be typed or `choices` to choose from, not both")
    elif isinstance(value, Mapping) and not typed and not chosen:
        blank.note("must have `answers` to be typed or `choices` to choose from, but has neither")
    answers, exact = read_answers(blank, number_or_text) if typed else ((), False)
    choices = read_choices(blank, several=False, code=False) if chosen else ()
    feedback = blank.markdown("feedback", required=typed and not chosen)
    if chosen and not typed and feedback is not None:
        blank.note("must stand at each of the choices, not here", "feedback")
    blank.close()
    return Blank(str(name), feedback, answers, exact, choices) if choices or (answers and feedback) else None


def gaps_held(question: ClozeQuestion) -> Text:
    """The text of a cloze with private-use characters about the name of each gap, in place of its braces.

    Markdown leaves them alone and no author types them, so that gaps are found again in what it makes.
    """
    text, held, end = question.text, "", 0
    names = "|".join(re.escape(blank.name) for blank in question.blanks)
    for gap in re.finditer(rf"\{{({names})\}}", without_formulas(text)):
        held += f"{text[end : gap.start()]}\ue000{gap[1]}\ue001"
        end = gap.end()
    return Text.at(text.place, held + text[end:], text.block)
