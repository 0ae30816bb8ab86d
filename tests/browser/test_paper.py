"""A quiz on paper, as it comes out of the printer: the sheet asks all and tells nothing, the key tells all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

import browsing
from browsing import WORDS, barriers
from building import FIXTURE, PROJECT
from coursework.source import values as source
from printing import PAGE_END, is_read, lowest, printed, sheets_of, squeezed
from prose import phrases, texts_in

# The trial has a question of each type, with every field.
QUIZZES = ["trial", *sorted(path.stem for path in (FIXTURE / "quizzes").glob("*.yml"))]
KINDS = ["worksheet", "key"]
# The fields of a question that a reader is asked with, and those that answer; the others are never read.
ASKED = {"prompt", "scenario", "text", "match", "distractors", "first", "last", "unit", "scale"}
ANSWERED = {"feedback", "hint", "explanation", "model-answer", "rubric", "answers", "answer"}
# An A4 page within the margins of 25 mm that Material asks for, in pixels of CSS.
PAGE = {"width": int(160 / 25.4 * 96), "height": int(247 / 25.4 * 96)}


@pytest.fixture
def paper(visit, trial):
    """Open the sheet or the key of a quiz: `paper("projections", "key", "?seed=7")`."""
    return lambda id, kind, search="", **settings: visit(f"{trial}quizzes/{id}/{kind}/{search}", **settings)


@pytest.fixture
def quiz(request):
    """A quiz as its author wrote it, for tests that get its `id`."""
    return quiz_of(request.getfixturevalue("id"))


def quiz_of(id: str) -> dict:
    trial = PROJECT / "tests/browser/trial"
    return (source.load(trial, "quiz.yml") if id == "trial" else source.load(FIXTURE, f"quizzes/{id}.yml"))[0]


def texts_of(value, names: set[str]) -> Iterator[str]:
    """The texts in the fields of these names, however deep; a text with gaps in pieces."""
    for name, part in value.items() if isinstance(value, dict) else enumerate(value):
        if name == "items":  # with a reason, or without
            yield from texts_of([item if isinstance(item, dict) else {"text": item} for item in part], names)
        elif name in names:
            for text in texts_in(part):
                yield from re.split(r"\{[a-z][a-z0-9-]*\}", text) if text not in ("true", "false") else ()
        elif isinstance(part, dict | list):
            # The gaps have names of their own.
            yield from texts_of([*part.values()] if name == "blanks" else part, names)


_TABLE = re.compile(r"^\s*\|.*$", re.MULTILINE)


def missing(said: str, texts) -> list[str]:
    """The phrases that cannot be read; but for those in tables, whose rows are read across wrapped cells."""
    running = (_TABLE.sub("", text) for text in texts)
    return [phrase for text in running for phrase in phrases(text) if not is_read(squeezed(phrase), said)]


def secrets(quiz: dict) -> list[str]:
    """The parts of sentences, of three words and more, that stand in what answers and in nothing that asks."""
    asked = squeezed(" | ".join(texts_of(quiz, ASKED)))
    answers = (phrase for text in texts_of(quiz["questions"], ANSWERED) for phrase in phrases(text))
    pieces = [piece for phrase in answers for piece in re.split(r"[.,:;?!]\s", phrase) if len(piece.split()) > 2]
    return [piece for piece in pieces if squeezed(piece) not in asked]


def leaked(said: str, quiz: dict) -> list[str]:
    return [secret for secret in secrets(quiz) if squeezed(secret) in said]


def typed(question: dict) -> list[str]:
    """What is to be typed, rightly or wrongly, however short, unless it is asked with."""
    parts = [{name: question.get(name, "") for name in ("answer", "answers", "misreadings")}]
    parts += [{"answers": blank.get("answers", [])} for blank in question.get("blanks", {}).values()]
    asked = " | ".join(texts_of(question, ASKED))
    return [text for text in texts_of(parts, {"answer", "answers"}) if text and not is_word_in(text, asked)]


def is_word_in(text: str, said: str) -> bool:
    return bool(re.search(rf"(?<![\w.,]){re.escape(text)}(?![\w]|[.,]\d)", said, re.IGNORECASE))


@pytest.mark.parametrize("id", QUIZZES)
def test_the_sheet_asks_all_and_tells_nothing_of_the_key(paper, id, quiz):
    page = paper(id, "worksheet")
    said = PAGE_END.join(printed(page))
    assert missing(said, texts_of(quiz["questions"], ASKED)) == []
    assert leaked(said, quiz) == []
    # Nor does what is not printed tell it.
    assert leaked(squeezed(page.locator(".paper").evaluate("paper => paper.outerHTML")), quiz) == []
    for question in quiz["questions"]:
        asked = page.locator(f'[data-question="{id}/{question["id"]}"]').text_content()
        assert [text for text in typed(question) if is_word_in(text, asked)] == []


@pytest.mark.parametrize("id", QUIZZES)
def test_the_key_tells_all(paper, id, quiz):
    page = paper(id, "key")
    said = PAGE_END.join(printed(page))
    assert missing(said, texts_of(quiz["questions"], ASKED | ANSWERED)) == []
    tables = [row.strip("| -:") for text in texts_of(quiz["questions"], ASKED) for row in _TABLE.findall(text)]
    cells = [phrase for row in tables for phrase in phrases(row)]
    shown = squeezed(page.locator("main").text_content() or "")
    assert [cell for cell in cells if squeezed(cell) not in shown] == []
    for question in quiz["questions"]:
        asked = page.locator(f'[data-question="{id}/{question["id"]}"]')
        for text in typed(question):
            assert is_word_in(text, asked.text_content())
        if question["type"] in ("single-choice", "multiple-choice", "true-false"):
            right = [choice for choice in question.get("choices", ()) if choice.get("correct") == "true"] or [None]
            expect(asked.get_by_text(f"{WORDS['question']['correct']}.", exact=True)).to_have_count(len(right))
        if question["type"] == "ordering":
            told = squeezed("".join(asked.locator("ol").all_text_contents()))
            items = [item["text"] if isinstance(item, dict) else item for item in question["items"]]
            places = [told.index(squeezed(max(phrases(item), key=len))) for item in items]
            assert places == sorted(places)


@pytest.mark.parametrize("field", sorted(ANSWERED))
def test_a_leak_of_any_field_would_be_found(paper, field):
    quiz = quiz_of("trial")
    assert secrets(quiz)
    if field in ("answer", "answers"):  # too short to be told from other words but in the question itself
        leaks = {question["id"]: typed(question) for question in quiz["questions"]}
        assert leaks["number"] == ["7.5", "30"] and leaks["word"] == ["triangle", "a triangle", "square"]
        assert leaks["gaps"] == ["four", "4"]
        assert is_word_in("7.5", "Half is 7.5.") and not is_word_in("7.5", "Half is 17.5, or 7.51.")
        return
    page = paper("trial", "worksheet")
    plant = "([question, text]) => document.querySelector(`[data-question='${question}']`).append(text)"
    for question in quiz["questions"]:
        for text in texts_of(question, {field}):
            page.evaluate(plant, [f"trial/{question['id']}", f" {text} "])
    planted = {secret for text in texts_of(quiz, {field}) for secret in secrets(quiz) if secret in text.casefold()}
    assert planted
    assert set(leaked(PAGE_END.join(printed(page)), quiz)) == planted


def test_a_choice_that_is_missing_would_be_found(paper):
    page = paper("trial", "worksheet")
    page.locator(".paper__choice").first.evaluate("choice => choice.remove()")
    assert missing(PAGE_END.join(printed(page)), texts_of(quiz_of("trial")["questions"], ASKED)) == ["three of them"]


def split(page: Page, sheets: list[str]) -> list[str]:
    """The questions that are on no printed page with all their words."""
    words = page.evaluate("""() => [...document.querySelectorAll(".paper__question")].map(question => {
      const texts = []
      const walker = document.createTreeWalker(question, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) texts.push(walker.currentNode.data)
      return [question.dataset.question, texts]
    })""")
    assert words
    return [
        question for question, texts in words
        if not any(all(squeezed(text) in sheet for text in texts) for sheet in sheets)
    ]  # fmt: skip


def too_tall(page: Page) -> list[str]:
    """The questions that no page could hold."""
    browsing.on_paper(page)
    page.set_viewport_size(PAGE)
    return page.evaluate(
        """limit => [...document.querySelectorAll(".paper__question")]
        .filter(question => question.getBoundingClientRect().height > limit).map(question => question.dataset.question)
        """,
        PAGE["height"],
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("id", QUIZZES)
def test_no_question_is_split_and_no_page_is_empty(paper, id, kind):
    page = paper(id, kind)
    sheets = printed(page)
    assert all(sheets)
    # A question that is taller than a page has to be split.
    tall = too_tall(page)
    assert set(split(page, sheets)) <= set(tall)
    assert id != "trial" or tall == []


def test_a_split_question_and_one_that_is_too_tall_would_be_found(paper):
    page = paper("projections", "worksheet")
    page.locator(".paper__question").evaluate_all("all => all.forEach(one => { one.style.breakInside = 'auto' })")
    # Pushed down little by little, some question must come to lie across the end of a page.
    push = "(question, height) => { question.style.marginBlockStart = height }"
    tried = []
    for millimetres in range(0, 80, 20):
        page.locator(".paper__question").first.evaluate(push, f"{millimetres}mm")
        tried += split(page, printed(page))
    assert tried
    page.locator(".paper__lines").first.evaluate("(lines, height) => { lines.style.blockSize = height }", "250mm")
    assert len(too_tall(page)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_only_for_the_screen_is_not_printed(paper, kind):
    page = paper("trial", kind)
    for role in ("banner", "navigation", "contentinfo"):
        expect(page.get_by_role(role)).not_to_have_count(0)
    title = WORDS["paper"][f"{kind}-title"].format(title="A trial")
    sheets = printed(page)
    assert sheets[0].startswith(squeezed(title))
    other = WORDS["paper"]["key" if kind == "worksheet" else "worksheet"]
    browsing.on_paper(page)
    for role in ("banner", "navigation", "contentinfo", "search", "button"):
        expect(page.get_by_role(role)).to_have_count(0)
    expect(page.get_by_role("link", name=other, exact=True)).to_have_count(0)


def order_of(page: Page) -> dict[str, list[str]]:
    """The questions in their order, each with the items of its lists that may be mixed."""
    return dict(
        page.locator(".paper__question").evaluate_all(
            """all => all.map(question => [
              question.dataset.question,
              [...question.querySelectorAll("[data-mix] > li")].map(item => item.innerText.trim()),
            ])"""
        )
    )


@pytest.mark.parametrize("id", ["trial", "projections"])
def test_a_seed_orders_the_sheet_and_the_key_alike(paper, id):
    sheet, key = (order_of(paper(id, kind, "?seed=7")) for kind in KINDS)
    built, other = (order_of(paper(id, "worksheet", search)) for search in ("", "?seed=8"))
    assert len({tuple(order) for order in (sheet, built, other)}) == 3
    assert list(key) == list(sheet)
    assert [question for question in sheet if sheet[question] not in (built[question], other[question])]
    compared = 0
    for question, items in sheet.items():
        assert sorted(items) == sorted(built[question]) == sorted(other[question])
        # On the key a choice is followed by its feedback; what was to be put in order stands there in order.
        for item, told in zip(items, key[question]):
            assert told.startswith(item)
            compared += 1
        assert len(key[question]) in (0, len(items))
    assert compared


def test_a_seed_leaves_alone_what_has_an_order_of_its_own(paper):
    page = paper("trial", "worksheet", "?seed=7")
    for question in quiz_of("trial")["questions"]:
        kept = [choice["text"] for choice in question.get("choices", ())] or question.get("scale")
        if kept:
            choices = page.locator(f'[data-question="trial/{question["id"]}"] .paper__choice')
            expect(choices).to_have_text(kept)


def test_no_seed_puts_what_is_to_be_ordered_into_its_right_order(paper):
    right = "".join(paper("trial", "key").locator('[data-question="trial/order"] ol li').all_inner_texts())
    sheet, orders = paper("trial", "worksheet"), set()
    for seed in range(1, 21):
        sheet.goto(f"{sheet.url.partition('?')[0]}?seed={seed}")
        items = sheet.locator('[data-question="trial/order"] ul li').all_inner_texts()
        orders.add("".join(item.strip() for item in items))
    assert right.startswith("A small number")
    assert right not in orders
    assert len(orders) > 2


def test_no_seed_puts_equal_items_into_their_right_order_either(paper):
    right = "".join(paper("twice", "key").locator('[data-question="twice/brackets"] ol li').all_inner_texts())
    sheet, orders = paper("twice", "worksheet"), set()
    for seed in range(1, 21):
        sheet.goto(f"{sheet.url.partition('?')[0]}?seed={seed}")
        items = sheet.locator('[data-question="twice/brackets"] ul li').all_inner_texts()
        orders.add("".join(item.strip() for item in items))
    assert right == "{}}"
    assert orders == {"}{}", "}}{"}


def test_the_seed_stands_on_sheet_and_key_and_another_is_a_click_away(paper):
    for kind in KINDS:
        page = paper("trial", kind)
        expect(page.locator(".paper__seed")).to_be_hidden()
        page.get_by_role("link", name=WORDS["paper"]["mix"]).click()
        expect(page).to_have_url(re.compile(r"\?seed=\d{1,3}$"))
        seed = page.url.rpartition("=")[2]
        expect(page.locator(".paper__seed")).to_have_text(f"{WORDS['paper']['seed']} {seed}")
        browsing.on_paper(page)
        expect(page.locator(".paper__seed")).to_be_visible()
        expect(page.get_by_role("link", name=WORDS["paper"]["mix"])).to_be_hidden()


def test_a_seed_stays_over_a_reload_and_from_the_sheet_to_the_key_and_back(paper):
    page = paper("projections", "worksheet", "?seed=7")
    order = order_of(page)
    page.reload()
    assert order_of(page) == order
    page.get_by_role("link", name=WORDS["paper"]["key"], exact=True).click()
    expect(page).to_have_url(re.compile(r"/quizzes/projections/key/\?seed=7$"))
    assert list(order_of(page)) == list(order)
    page.get_by_role("link", name=WORDS["paper"]["worksheet"], exact=True).click()
    expect(page).to_have_url(re.compile(r"/quizzes/projections/worksheet/\?seed=7$"))
    assert order_of(page) == order


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_or_a_seed_the_page_is_as_built(paper, kind):
    bare = paper("trial", kind, "?seed=7", java_script_enabled=False)
    questions = [f"trial/{question['id']}" for question in quiz_of("trial")["questions"]]
    places = bare.locator("[data-mix] > li").evaluate_all("all => all.map(item => item.dataset.place)")
    assert list(order_of(bare)) == questions
    assert order_of(bare) == order_of(paper("trial", kind)) == order_of(paper("trial", kind, "?seed="))
    assert places == places_as_built(bare)


def places_as_built(page: Page) -> list[str]:
    """The numbers of the items of each list, from 1."""
    lengths = page.locator("[data-mix]").evaluate_all("all => all.map(list => list.children.length)")
    return [str(place) for length in lengths for place in range(1, length + 1)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_on_a_small_screen_too_everyone_can_read_it(paper, kind, scheme):
    page = paper("trial", kind, color_scheme=scheme, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert barriers(page) == []


@pytest.mark.parametrize(("device", "chosen"), [("light", "dark"), ("dark", "light"), ("dark", None), ("light", None)])
def test_a_sheet_has_the_colours_that_the_reader_chose_or_else_the_device(paper, visit, trial, device, chosen):
    page = visit(trial, color_scheme=device)
    if chosen:
        media = f"[data-md-color-media='(prefers-color-scheme: {chosen})']"
        page.locator(f".md-header__option input{media}").evaluate("input => input.click()")
    page.goto(f"{trial}quizzes/projections/worksheet/")
    expect(page.locator("body")).to_have_css("color-scheme", chosen or device)


def test_a_page_that_an_author_made_for_paper_is_printed_without_what_is_for_the_screen(visit, course):
    page = visit(f"{course}checklist/")
    [sheet] = sheets_of(page)
    said = squeezed(sheet.extract_text())
    assert all(is_read(squeezed(item), said) for item in page.locator("ol > li").all_inner_texts())
    assert lowest(sheet) > 0.5
    other = page.locator(".paper__other").get_by_role("link")
    expect(other).to_be_visible()
    assert squeezed(other.inner_text()) not in said
