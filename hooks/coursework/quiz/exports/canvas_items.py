"""Questions as items of QTI 1.2 in the way of Canvas, which reads some things by its own rules.

It knows an answer by a whole number, and what is said of it by that and `_fb`. It takes whatever a condition compares a
typed answer with for right, so that known wrong ones cannot be told of. It finds gaps by their names in brackets.
"""

from __future__ import annotations

from decimal import Decimal

from coursework.quiz.exports.canvas_xml import (
    ONE,
    TYPED,
    CanvasItem,
    equal,
    escaped,
    full,
    gain,
    html,
    label,
    numbers,
    show,
    when,
    words,
)
from coursework.quiz.exports.held import as_typed, number, tolerance
from coursework.quiz.exports.seen import plain
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import (
    Blank,
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OpenResponseQuestion,
    OrderingQuestion,
    Question,
    Quiz,
    ShortAnswerQuestion,
)
from coursework.quiz.page import mixed, out_of_order

_KINDS = {"single-choice": "multiple_choice", "multiple-choice": "multiple_answers", "true-false": "true_false"}


def canvas_item(quiz: Quiz, question: Question, texts: Texts) -> CanvasItem | None:
    """What a question is in Canvas; None where nothing is right in it, or where Canvas would mark it wrongly."""
    address = f"{quiz.id}/{question.id}"
    match question:
        case ChoiceQuestion():
            return _choices(question, address, texts)
        case MatchingQuestion() if texts.differ_in_words(match.text for match in question.matches):
            return _matching(question, address, texts)
        # Canvas would mark equal items in each other's places as wrong.
        case OrderingQuestion() if len({step.key for step in question.items}) == len(question.items):
            return _ordering(question, address, texts)
        case NumericalQuestion():
            return _number(question, address, texts)
        case ShortAnswerQuestion():
            ids = numbers(address, as_typed(question.answers, question.exact))
            rule = when("".join(map(equal, ids)), full(), ' continue="No"')
            return CanvasItem("short_answer", list(ids.values()), "", TYPED.format(""), rule)
        case ClozeQuestion() if _have_words(question, texts):
            return _cloze(question, address, texts)
        case OpenResponseQuestion():
            points = "".join(f"<li>{texts.inline(point)}</li>" for point in question.rubric)
            model = f"{texts.block(question.model_answer)}<ul>{points}</ul>"
            return CanvasItem("essay", [], "", TYPED.format(""), when("<other/>"), closing=model)
    return None


def _choices(question: ChoiceQuestion, address: str, texts: Texts) -> CanvasItem:
    shown = list(question.choices) if question.keep_order else mixed(address, question.choices)
    ids = numbers(address, (choice.key for choice in shown))
    is_bool, is_multiple = question.type == "true-false", question.type == "multiple-choice"
    # Canvas knows the type by these two words, and shows them in its own language.
    labels = [choice.key.title() if is_bool else texts.inline(choice.text) for choice in shown]
    options = "".join(label(ids[choice.key], html(text, texts)) for choice, text in zip(shown, labels))
    cardinality = "Multiple" if is_multiple else "Single"
    right = [equal(ids[choice.key]) for choice in shown if choice.correct]
    if is_multiple:
        wrong = [f"<not>{equal(ids[choice.key])}</not>" for choice in shown if not choice.correct]
        right = [f"<and>{''.join((*right, *wrong))}</and>"]
    feedback = [(ids[choice.key], texts.block(choice.feedback)) for choice in shown if choice.feedback]
    shown_by = "".join(when(equal(id), show(f"{id}_fb"), ' continue="Yes"') for id, _ in feedback)
    return CanvasItem(
        _KINDS[question.type],
        list(ids.values()),
        "",
        f'<response_lid ident="{ONE}" rcardinality="{cardinality}"><render_choice>{options}</render_choice>'
        "</response_lid>",
        shown_by + when("".join(right), full(), ' continue="No"'),
        feedback,
    )


def _matching(question: MatchingQuestion, address: str, texts: Texts) -> CanvasItem:
    ids = numbers(address, (pair.key for pair in question.pairs))
    matches = numbers(f"{address}/matches", (match.key for match in question.matches))
    # Plain text: Canvas shows them in a menu.
    options = "".join(
        label(matches[match.key], words(texts.plain(match.text))) for match in mixed(address, question.matches)
    )
    asked, conditions, feedback = [], [], []
    for pair in question.pairs:
        name = f"response_{ids[pair.key]}"
        choice = f"<render_choice>{options}</render_choice>"
        asked.append(f'<response_lid ident="{name}">{html(texts.inline(pair.text), texts)}{choice}</response_lid>')
        right = equal(matches[pair.match.key], name)
        conditions.append(when(right, gain(len(ids))))
        if pair.feedback:
            conditions.append(when(f"<not>{right}</not>", show(f"{ids[pair.key]}_fb")))
            feedback.append((ids[pair.key], texts.block(pair.feedback)))
    return CanvasItem("matching", list(ids.values()), "", "".join(asked), "".join(conditions), feedback)


def _ordering(question: OrderingQuestion, address: str, texts: Texts) -> CanvasItem:
    ids = numbers(address, (step.key for step in question.items))
    shown = out_of_order(address, question.items)
    labels = "".join(label(ids[step.key], html(texts.inline(step.text), texts)) for step in shown)
    ends = " → ".join(texts.inline(end) for end in (question.first, question.last) if end)
    reasons = [
        f"<p><b>{escaped(texts.plain(each.text))}</b></p>{texts.block(each.feedback)}"
        for each in question.items
        if each.feedback
    ]
    return CanvasItem(
        "ordering",
        [ids[step.key] for step in shown],
        f"<p>{ends}</p>" if ends else "",
        f'<response_lid ident="{ONE}" rcardinality="Ordered"><render_extension><ims_render_object shuffle="No">'
        f"<flow_label>{labels}</flow_label></ims_render_object></render_extension></response_lid>",
        when("".join(map(equal, ids.values())), full(), ' continue="No"'),
        closing="".join(reasons),
    )


def _number(question: NumericalQuestion, address: str, texts: Texts) -> CanvasItem:
    """A number, exact or within a range; for each condition that it reads, Canvas takes the next number of the list."""
    answer, off = number(question.answer), Decimal(tolerance(question))
    low, high = (format(Decimal(answer) + each, "f") for each in (-off, off))
    within = f'<and><vargte respident="{ONE}">{low}</vargte><varlte respident="{ONE}">{high}</varlte></and>'
    [id] = numbers(address, ["answer"]).values()
    return CanvasItem(
        "numerical",
        [id, id, id],
        f"<p>({texts.inline(question.unit)})</p>" if question.unit else "",
        TYPED.format(' fibtype="Decimal"'),
        when(f"<or>{equal(answer)}{within if off else ''}</or>", full(), ' continue="No"'),
    )


def _cloze(question: ClozeQuestion, address: str, texts: Texts) -> CanvasItem:
    """Gaps, all chosen or all typed: below a text with both stands what there is to choose from."""
    is_chosen = all(blank.choices for blank in question.blanks)
    prefix = "gap"
    while f"[{prefix}" in f"{texts.stem(question)}{texts.block(question.text)}":
        prefix += "-"
    asked, rules, closing = "", "", ""
    ids: list[int] = []
    feedback: list[tuple[int, str]] = []
    for at, blank in enumerate(question.blanks, 1):
        name = f"{prefix}{at}"
        answers = _answers(blank, f"{address}{blank.name}", is_chosen, texts)
        by_key = numbers(f"{address}/{at}", (key for key, _, _, _ in answers))
        ids += by_key.values()
        labels = "".join(label(by_key[key], words(text)) for key, text, _, _ in answers)
        asked += (
            f'<response_lid ident="response_{name}">{words(name)}<render_choice>{labels}</render_choice></response_lid>'
        )
        replies = [(by_key[key], reply) for key, _, _, reply in answers if reply]
        rules += "".join(when(equal(id, f"response_{name}"), show(f"{id}_fb"), ' continue="Yes"') for id, _ in replies)
        feedback += replies
        right = next(by_key[key] for key, _, is_right, _ in answers if is_right)
        rules += when(equal(right, f"response_{name}"), gain(len(question.blanks)))
        if blank.answers and blank.feedback:
            closing += f"<p><b>{escaped(plain(blank.answers[0]))}</b></p>{texts.block(blank.feedback)}"
    after = texts.filled(question, lambda at, blank: f"[{prefix}{at}]")
    for at, blank in enumerate(question.blanks, 1):
        if blank.choices and not is_chosen:
            shown = (texts.plain(choice.text) for choice in mixed(f"{address}{blank.name}", blank.choices))
            after += f"<p>({at}) {escaped(' / '.join(shown))}</p>"
    kind = "multiple_dropdowns" if is_chosen else "fill_in_multiple_blanks"
    return CanvasItem(kind, ids, after, asked, rules, feedback, closing)


def _have_words(question: ClozeQuestion, texts: Texts) -> bool:
    return all(texts.differ_in_words(choice.text for choice in blank.choices) for blank in question.blanks)


def _answers(blank: Blank, seed: str, with_wrong: bool, texts: Texts) -> list[tuple[str, str, bool, str]]:
    """What may stand in a gap: its key, its words, whether they are right, and what is said of them."""
    if blank.answers:
        return [(answer, answer, True, "") for answer in as_typed(blank.answers, blank.exact)]
    shown = [choice for choice in mixed(seed, blank.choices) if with_wrong or choice.correct]
    return [(each.key, texts.plain(each.text), each.correct, texts.block(each.feedback)) for each in shown]
