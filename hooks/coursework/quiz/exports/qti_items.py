"""Questions as items of QTI 2.1: what is asked, what is right, and what is said of an answer.

What is said bears the identifier of what it is said of. Of a choice, the response itself thus brings it up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from coursework.quiz.exports.qti_typed import cloze_item, number_item, short_item
from coursework.quiz.exports.qti_xml import (
    CORRECT,
    MAPPED,
    RESPONSE,
    VARIABLE,
    Item,
    about,
    divided,
    fixed,
    identifier,
    map_of,
    response,
)
from coursework.quiz.exports.seen import seen
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OpenResponseQuestion,
    OrderingQuestion,
    Question,
    Quiz,
    ShortAnswerQuestion,
    Step,
)
from coursework.quiz.page import mixed, out_of_order


def item_of(quiz: Quiz, question: Question, texts: Texts) -> Item | None:
    """What a question is in QTI; None where QTI has no interaction for it.

    Nothing is right in it, or the words alone, which it has of what is chosen in a gap, are no choices.
    """
    address = f"{quiz.id}/{question.id}"
    scenario = texts.block(question.scenario) if question.scenario else ""
    match question:
        case ChoiceQuestion():
            return _choices(question, address, scenario, texts)
        case MatchingQuestion():
            return _matching(question, address, scenario, texts)
        case OrderingQuestion():
            return _ordering(question, address, scenario, texts)
        case NumericalQuestion():
            return number_item(question, scenario, texts)
        case ShortAnswerQuestion():
            return short_item(question, scenario, texts)
        case ClozeQuestion() if all(
            texts.differ_in_words(choice.text for choice in blank.choices) for blank in question.blanks
        ):
            return cloze_item(question, address, scenario, texts)
        case OpenResponseQuestion():
            return _open(question, scenario, texts)
    return None


def _choices(question: ChoiceQuestion, address: str, scenario: str, texts: Texts) -> Item:
    shown = list(question.choices) if question.keep_order else mixed(address, question.choices)
    is_bool, is_multiple = question.type == "true-false", question.type == "multiple-choice"
    names = [choice.key if is_bool else f"choice{at}" for at, choice in enumerate(shown, 1)]
    right = [name for name, choice in zip(names, shown) if choice.correct]
    mapping = ""
    if is_multiple:
        gained, taken = f"{1 / len(right):.5f}", f"-{1 / max(len(shown) - len(right), 1):.5f}"
        mapping = map_of([(name, gained if name in right else taken) for name in names], ' lowerBound="0"')
    options = "".join(
        f'<simpleChoice identifier="{name}"{fixed(choice)}>{texts.inline(choice.text)}</simpleChoice>'
        for name, choice in zip(names, shown)
    )
    shuffle = "false" if question.keep_order or is_bool else "true"
    return Item(
        response(RESPONSE, "multiple" if is_multiple else "single", "identifier", right, mapping),
        f'{scenario}<choiceInteraction responseIdentifier="{RESPONSE}" shuffle="{shuffle}" '
        f'maxChoices="{0 if is_multiple else 1}">{_prompt(question, texts)}{options}</choiceInteraction>',
        right=CORRECT,
        share=MAPPED if is_multiple else "",
        feedback=[
            (name, about(choice.text if is_multiple else "", choice.feedback, texts))
            for name, choice in zip(names, shown)
        ],
        shown=VARIABLE,
    )


def _matching(question: MatchingQuestion, address: str, scenario: str, texts: Texts) -> Item:
    matches = {match.key: f"match{at}" for at, match in enumerate(mixed(address, question.matches), 1)}
    pairs = [f"pair{at}" for at in range(1, len(question.pairs) + 1)]
    right = [f"{name} {matches[pair.match.key]}" for name, pair in zip(pairs, question.pairs)]
    left = (_associable(name, pair.text, 1, texts) for name, pair in zip(pairs, question.pairs))
    by_key = {match.key: match for match in question.matches}
    others = (_associable(name, by_key[key].text, len(pairs), texts) for key, name in matches.items())
    return Item(
        response(RESPONSE, "multiple", "directedPair", right, map_of([(pair, "1") for pair in right])),
        f'{scenario}<matchInteraction responseIdentifier="{RESPONSE}" shuffle="true" maxAssociations="{len(pairs)}">'
        f"{_prompt(question, texts)}<simpleMatchSet>{''.join(left)}</simpleMatchSet>"
        f"<simpleMatchSet>{''.join(others)}</simpleMatchSet></matchInteraction>",
        right=CORRECT,
        share=divided(MAPPED, len(pairs)),
        feedback=[(name, about(pair.text, pair.feedback, texts)) for name, pair in zip(pairs, question.pairs)],
        shown="".join(map(identifier, pairs)),
    )


def _ordering(question: OrderingQuestion, address: str, scenario: str, texts: Texts) -> Item:
    shown = out_of_order(address, range(len(question.items)))
    names = {place: f"item{at}" for at, place in enumerate(shown, 1)}
    ends = " → ".join(texts.inline(end) for end in (question.first, question.last) if end)
    names_of_ends = f"<p>{ends}</p>" if ends else ""
    options = "".join(
        f'<simpleChoice identifier="{names[place]}">{texts.inline(question.items[place].text)}</simpleChoice>'
        for place in shown
    )
    right = [names[place] for place in range(len(question.items))]
    feedback = [
        (name, about(step.text, step.feedback, texts)) for name, step in zip(right, question.items) if step.feedback
    ]
    return Item(
        response(RESPONSE, "ordered", "identifier", right),
        f'{scenario}<orderInteraction responseIdentifier="{RESPONSE}" shuffle="true">'
        f"<prompt>{texts.inline(question.prompt)}{names_of_ends}</prompt>"
        f"{options}</orderInteraction>",
        right=_in_order(question.items, right),
        feedback=feedback,
        shown="".join(identifier(name) for name, _ in feedback),
    )


def _in_order(steps: Sequence[Step], names: Sequence[str]) -> str:
    """True of the right order, and of one in which equal items stand in each other's places."""
    equal: defaultdict[str, list[str]] = defaultdict(list)
    for step, name in zip(steps, names):
        equal[step.key].append(name)
    if len(equal) == len(steps):
        return CORRECT
    places = (
        f'<member><index n="{at}">{VARIABLE}</index><multiple>{"".join(map(identifier, equal[step.key]))}</multiple>'
        "</member>"
        for at, step in enumerate(steps, 1)
    )
    return f"<and>{''.join(places)}</and>"


def _open(question: OpenResponseQuestion, scenario: str, texts: Texts) -> Item:
    """The points of the rubric are for who marks; with the model answer they are shown after an answer too.

    No answer is found wrong, after which the hint could stand.
    """
    points = f"<ul>{''.join(f'<li>{texts.inline(point)}</li>' for point in question.rubric)}</ul>"
    answer = texts.block(question.model_answer)
    return Item(
        response(RESPONSE, "single", "string", [seen(answer).text]),
        f'<rubricBlock view="scorer">{points}</rubricBlock>{scenario}{texts.hint(question)}<extendedTextInteraction '
        f'responseIdentifier="{RESPONSE}" expectedLines="6">{_prompt(question, texts)}</extendedTextInteraction>',
        closing=answer + points,
    )


def _associable(name: str, text: str, most: int, texts: Texts) -> str:
    words = texts.inline(text)
    return f'<simpleAssociableChoice identifier="{name}" matchMax="{most}">{words}</simpleAssociableChoice>'


def _prompt(question: Question, texts: Texts) -> str:
    return f"<prompt>{texts.inline(question.prompt)}</prompt>"
