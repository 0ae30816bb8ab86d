"""The progress page says how far a reader is, from what the browser keeps, and lets the reader take it away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from map_course import COURSE, OTHER, REFUSALS, SAID, TODAY, VERSIONS, answer, card, entries, file, key
from playwright.sync_api import Page, expect

import browsing

STATE, TOOLS = SAID["state"], SAID["tools"]
SOME = {
    key("answer", "maps/lines"): answer("maps/lines"),
    key("card", "maps/lines"): card("maps/lines", days=3, due="2027-05-01"),
    key("answer", "maps/north"): answer("maps/north"),
    key("card", "maps/north"): card("maps/north", due=TODAY),
    key("answer", "maps/scale"): answer("maps/scale", "wrong"),
    key("card", "maps/scale"): card("maps/scale", days=0, due="2026-11-20"),
    key("answer", "maps/essay"): answer("maps/essay", "self"),
    key("answer", "seas/salt"): answer("seas/salt", "partly"),
    key("card", "seas/salt"): card("seas/salt", due="2026-11-23"),
    key("prediction", "maps"): {"day": "2026-11-14", "predicted": 4, "of": 5},
    key("log", "2026-11-20"): [["maps/lines", 3, 1, 1], ["maps/north", 3, 0, 1], ["maps/north", 3, 1, 2]],
    key("log", TODAY): [
        ["maps/north", 3, 1, 1],
        ["maps/scale", 3, 0, 1],
        ["seas/salt", 3, 0, 1],
        ["seas/salt", 2, 1, 1],
    ],
    key("preference", "certainty"): "open",
}


# Not in what colour it is drawn.
SHAPES = """cells => cells.map(cell => {
  const {borderWidth, borderStyle, borderRadius} = getComputedStyle(cell)
  return [borderWidth, borderStyle, borderRadius].join()
})"""


def quiz(page: Page, id: str):
    return page.locator(f'.progress__quiz[data-quiz="{id}"]')


def row(page: Page, title: str):
    """The row of a quiz in the picture."""
    return page.locator(".progress__row").filter(has_text=title)


def says(page: Page, title: str, states: str) -> None:
    """What the picture says of a quiz, as a screen reader does."""
    expect(row(page, title).get_by_role("img")).to_have_accessible_name(f"{title}: {states}")


def unfold(page: Page, name: str = "keeping"):
    """Open a fold of the page; gives it."""
    fold = page.locator(f".progress__{name}")
    fold.locator("summary").click()
    expect(fold).to_have_attribute("open", "")
    return fold


def tool(page: Page, name: str):
    return page.get_by_role("button", name=TOOLS[name], exact=True)


def status(page: Page):
    return page.locator("quiz-progress").get_by_role("status")


def upload(page: Page, content, name: str = "progress.json") -> None:
    """Choose a file, given as text, as its value or as its path."""
    page.locator(".progress__keeping").evaluate("fold => { fold.open = true }")
    if isinstance(content, Path):
        page.get_by_label(TOOLS["load"]).set_input_files(content)
        return
    data = content if isinstance(content, str) else json.dumps(content)
    page.get_by_label(TOOLS["load"]).set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": data.encode()}
    )


def save(page: Page, name: str = "save") -> tuple[str, str]:
    """Press a button that saves; gives the file's name and text."""
    with page.expect_download() as waited:
        tool(page, name).click()
    return waited.value.suggested_filename, waited.value.path().read_text(encoding="utf-8")


def tab_to(page: Page, target) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"80 presses of Tab do not reach {target}")


def step(page: Page):
    """The one button that leads on."""
    return page.locator(".progress__step").get_by_role("link")


def test_who_has_answered_nothing_is_told_what_to_do(reader):
    page = reader().open()
    expect(page.locator(".progress__empty")).to_have_text(SAID["empty"])
    says(page, "Maps & plans", "5 new")
    expect(step(page)).to_have_text(SAID["begin"].format(title="Maps & plans"))
    step(page).click()
    expect(page).to_have_url(f"{page.url.split('/lessons')[0]}/lessons/maps/")


def test_each_question_is_a_shape_and_each_quiz_a_row_in_words(reader):
    page = reader().keeps(SOME).open()
    says(page, "Maps & plans", "1 known, 1 learning, 1 missed last time, 1 answered, 1 new")
    says(page, "Seas", "1 missed last time, 1 new")
    # Each state has a shape of its own, drawn, so that neither a colour nor a font is needed.
    for colours in ("none", "active"):
        page.emulate_media(forced_colors=colours)
        shapes = page.locator(".progress__legend .progress__cell").evaluate_all(SHAPES)
        assert len(set(shapes)) == len(STATE) == 5, colours
    assert set(page.locator(".progress__cell").all_text_contents()) == {""}
    assert page.locator(".progress__rows .progress__cell").count() == len(VERSIONS)
    expect(page.locator(".progress__stayed")).to_have_text(SAID["stayed"]["one"].format(total=8))
    expect(page.locator(".progress__sum")).to_have_text("5 of 8 questions answered, 2 right.")
    expect(page.get_by_text(SAID["plain"])).to_be_hidden()


def test_each_objective_says_in_its_fold_what_was_right(reader):
    page = reader().keeps(SOME).open()
    maps = quiz(page, "maps")
    expect(maps.locator(".progress__right").first).to_be_hidden()
    expect(unfold(page, "all").locator("summary")).to_contain_text("3")
    expect(maps.locator(".progress__right")).to_have_text(["2 of 3 right", "0 of 1 right", SAID["ungraded"]])
    expect(maps.locator(".progress__right").first).to_be_visible()
    expect(maps.locator(".progress__count")).to_have_text("4 of 5 answered, 1 known")
    expect(quiz(page, "seas").locator(".progress__count")).to_have_text("1 of 2 answered, 0 known")
    expect(maps.get_by_role("link", name=SAID["practise"]).first).to_be_visible()


def test_an_address_of_a_heading_opens_the_fold_that_holds_it(reader):
    page = reader().open("progress/#seas")
    expect(page.locator(".progress__all")).to_have_attribute("open", "")


@pytest.mark.parametrize("slot", ["answer", "before", "after"])
def test_an_opinion_counts_as_given_whenever_it_was_asked_for(reader, slot):
    page = reader().keeps({key(slot, "views/stand"): answer("views/stand", "noted", response=["1"])}).open()
    expect(quiz(page, "views").locator(".progress__count")).to_have_text("1 of 1 answered, 0 known")
    expect(page.locator(".progress__sum")).to_have_text("1 of 8 questions answered, 0 right.")


def test_an_answer_to_another_version_of_a_question_counts_as_none(reader):
    changed = {
        key("answer", "maps/lines"): answer("maps/lines", version="true-false 2 2"),
        key("card", "maps/lines"): card("maps/lines", days=3),
    }
    old_card = {
        key("answer", "maps/north"): answer("maps/north"),
        key("card", "maps/north"): card("maps/north", days=3, version="x"),
    }
    page = reader().keeps({**changed, **old_card}).open()
    says(page, "Maps & plans", "1 learning, 4 new")


def test_the_one_button_leads_to_what_is_due(reader):
    page = reader().keeps(SOME).open()
    expect(page.locator(".progress__due")).to_contain_text("2 questions are due today.")
    expect(page.locator(".progress__due")).to_contain_text(SAID["time"]["one"])
    unfold(page, "later")
    expect(page.locator(".progress__day")).to_have_text(["23 November 2026: 1 question"])
    expect(step(page)).to_have_text(SAID["review-due"].format(due=2))
    step(page).click()
    page.wait_for_url("**/review/")


def test_where_nothing_is_due_the_button_goes_on_in_the_lesson_of_the_last_answer(reader):
    answered = {key("answer", "seas/salt"): answer("seas/salt"), key("card", "seas/salt"): card("seas/salt")}
    page = reader().keeps(answered).open()
    expect(page.locator(".progress__due")).to_have_text(SAID["due-none"])
    # What was answered on the page of a quiz leaves the first lesson to be begun, unless that asks it too.
    expect(step(page)).to_have_text(SAID["begin"].format(title="Maps & plans"))
    page = reader().keeps({key("answer", "maps/lines"): answer("maps/lines")}).open()
    expect(step(page)).to_have_text(SAID["go-on"].format(title="Maps & plans"))
    maps = {
        key("answer", f"maps/{name}"): answer(f"maps/{name}") for name in ("lines", "north", "scale", "legend", "essay")
    }
    place = {key("place", "lesson"): {"lesson": "lessons/maps", "section": "", "day": TODAY}}
    page = reader().keeps({**maps, **place}).open()
    expect(step(page)).to_have_text(SAID["go-on"].format(title="Seas"))
    rest = {key("answer", f"seas/{name}"): answer(f"seas/{name}") for name in ("salt", "depth")}
    view = {key("answer", "views/stand"): answer("views/stand", "noted", response=["1"])}
    page = reader().keeps({**maps, **rest, **view}).open()
    expect(step(page)).to_have_text(SAID["ahead"])
    step(page).click()
    page.wait_for_url("**/review/")


def test_what_only_a_sitting_asked_counts_as_answered_and_leaves_its_lesson_open(reader):
    cards = {
        key("card", "maps/lines"): card("maps/lines"),
        key("card", "maps/north"): card("maps/north", days=0),
        key("card", "maps/scale"): card("maps/scale", version="x"),
        **{key("card", f"seas/{name}"): card(f"seas/{name}", days=3) for name in ("salt", "depth")},
    }
    page = reader().keeps(cards).open()
    expect(page.locator(".progress__sum")).to_have_text("4 of 8 questions answered, 3 right.")
    expect(page.locator(".progress__due")).to_have_text(SAID["due-none"])
    says(page, "Maps & plans", "1 learning, 1 missed last time, 3 new")
    says(page, "Seas", "2 known")
    expect(step(page)).to_have_text(SAID["begin"].format(title="Maps & plans"))


def test_who_has_opened_a_stop_of_a_lesson_goes_on_there(reader):
    place = {key("place", "lesson"): {"lesson": "lessons/maps", "section": "maps-plans", "day": TODAY}}
    page = reader().keeps(place).open()
    expect(page.locator(".progress__empty")).to_have_text(SAID["empty"])
    expect(step(page)).to_have_text(SAID["go-on"].format(title="Maps & plans"))
    step(page).click()
    page.wait_for_url("**/lessons/maps/#maps-plans")


def test_the_chart_of_certainty_has_a_dot_from_five_times_on(reader):
    page = reader().keeps(SOME).open()
    said = SAID["certainty"]
    rows = page.locator(".progress__chart").get_by_role("listitem")
    expect(rows.locator("b")).to_have_text(["below 67%", "67 to 80%", "above 80%"])
    expect(rows.locator(".progress__said")).to_have_text(
        [
            said["few"]["other"].format(count=5),
            said["few"]["other"].format(count=4),
            said["came"].format(right=2, count=5, percent=40, against=said["below"]),
        ]
    )
    expect(page.locator(".progress__dot")).to_have_count(1)
    # Where nothing can be said yet, nothing is drawn.
    expect(page.locator(".progress__bar")).to_have_count(1)
    at = """parts => parts.map(part => {
        const line = part.parentNode.getBoundingClientRect(), box = part.getBoundingClientRect()
        return Math.round(100 * ((box.left + box.right) / 2 - line.left) / line.width)
    })"""
    [dot] = rows.nth(2).locator(".progress__dot").evaluate_all(at)
    assert abs(dot - 40) <= 1


@pytest.mark.parametrize(
    ("chosen", "said"), [(0, ("none", "other", 5)), (1, ("more", "other", 4)), (4, ("more", "one", 1))]
)
def test_below_five_times_it_is_said_how_many_more_are_needed_and_nothing_is_drawn(reader, chosen, said):
    name, form, count = said
    tries = [["maps/lines", 3 if place < chosen else 0, 1, 1] for place in range(5)]
    page = reader().keeps({key("answer", "maps/lines"): answer("maps/lines"), key("log", TODAY): tries}).open()
    expect(page.locator(".progress__habits .progress__note")).to_have_text(
        SAID["certainty"][name][form].format(count=count)
    )
    expect(page.locator(".progress__chart")).to_have_count(0)


def test_a_prediction_stands_beside_what_came(reader):
    made = SAID["prediction"]["predicted"].format(day="14 November 2026", predicted=4, of=5)
    page = reader().keeps(SOME).open()
    unfold(page, "expected")
    expect(page.locator(".progress__quiz-expected")).to_have_text("Maps & plans")
    expect(page.locator(".progress__came")).to_have_text(
        f"{made} {SAID['prediction']['came'].format(right=1, count=3)}"
    )
    page = (
        reader()
        .keeps(
            {
                key("prediction", "maps"): {"day": TODAY, "predicted": 4, "of": 5},
                key("log", TODAY): [["maps/lines", 0, 1, 1]],
            }
        )
        .open()
    )
    unfold(page, "expected")
    expect(page.locator(".progress__came")).to_contain_text(SAID["prediction"]["none"])


def test_what_cannot_be_read_and_what_is_newer_is_said_once(reader):
    strange = {
        key("answer", "maps/legend"): "{broken", key("log", "2026-11-01"): "[[]]",
        f"{COURSE}/v2/answer/maps/lines": "{}", f"{COURSE}/aside/{key('answer', 'maps/scale')}/1": "{broken",
    }  # fmt: skip
    one = reader().keeps({**SOME, **strange})
    page = one.open()
    text = page.locator("quiz-progress").inner_text()
    assert text.count(SAID["unreadable"]["other"].format(count=2)) == 1
    assert text.count(SAID["newer"]["one"]) == 1
    says(page, "Maps & plans", "1 known, 1 learning, 1 missed last time, 1 answered, 1 new")
    assert one.stored() == dict(sorted(entries({**SOME, **strange}).items()))


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_browser_that_keeps_nothing_costs_one_sentence(reader, refusal):
    # The theme's own scripts may fail here, and say so.
    page = reader(REFUSALS[refusal], faults=True).open()
    expect(page.locator(".progress__overview")).to_have_text(SAID["refused"])
    unfold(page, "all")
    expect(quiz(page, "maps").get_by_text("use a map")).to_be_visible()
    expect(page.locator(".progress__tools")).to_be_hidden()
    assert browsing.barriers(page) == []


def test_without_scripts_the_page_has_the_objectives_and_the_ways_on(reader):
    page = reader(java_script_enabled=False).open()
    expect(page.get_by_text(SAID["plain"])).to_be_visible()
    objectives = quiz(page, "maps").locator(".progress__objective > span")
    expect(objectives).to_have_text(["read a map", "use a map", "say what a map is"])
    unfold(page, "all")
    expect(objectives.first).to_be_visible()
    # What only scripts can do is not offered.
    expect(page.locator(".progress__practise").filter(visible=True)).to_have_count(0)
    expect(page.locator("quiz-progress").get_by_role("button")).to_have_count(0)
    expect(page.locator("quiz-progress").get_by_role("link", name=SAID["review"])).to_be_visible()


def test_an_answer_in_another_tab_shows_here_and_neither_is_lost(reader):
    one = reader().keeps({key("answer", "maps/lines"): answer("maps/lines")})
    page, lesson = one.open(), one.open("lessons/maps/")
    browsing.show_all(lesson)
    question = lesson.locator('quiz-question[data-question="maps/north"]')
    question.get_by_role("radio").first.check()
    question.locator(".question__check").click()
    expect(page.locator(".progress__sum")).to_contain_text("2 of 8 questions answered")
    # Meanwhile a file comes in here; the lesson's page goes on.
    upload(page, file(answers={"seas/salt": answer("seas/salt")}))
    expect(status(page)).to_have_text(TOOLS["loaded"].format(merged=1, unchanged=0))
    question = lesson.locator('quiz-question[data-question="maps/scale"]')
    question.get_by_role("radio").first.check()
    question.locator(".question__check").click()
    expect(page.locator(".progress__sum")).to_contain_text("4 of 8 questions answered")
    assert {name for name in one.stored() if "/answer/" in name} == {
        key("answer", question) for question in ("maps/lines", "maps/north", "maps/scale", "seas/salt")
    }  # fmt: skip


def test_saving_erasing_and_loading_by_the_page_gives_all_back(reader):
    one = reader().keeps({**SOME, key("answer", "maps/lines", OTHER): "{}"})
    page, before = one.open(), one.stored()
    unfold(page)
    name, saved = save(page)
    assert name == f"{COURSE}-progress-{TODAY}.json"
    expect(status(page)).to_have_text(TOOLS["saved"].format(name=name))
    tool(page, "erase").click()
    expect(tool(page, "save-first")).to_be_focused()
    assert save(page, "save-first") == (name, saved)
    assert one.stored() == before
    tool(page, "erase-now").click()
    expect(status(page)).to_have_text(TOOLS["erased"])
    expect(tool(page, "erase")).to_be_focused()
    expect(page.locator(".progress__empty")).to_be_visible()
    assert one.stored() == {key("answer", "maps/lines", OTHER): "{}"}
    upload(page, saved)
    expect(status(page)).to_have_text(TOOLS["loaded"].format(merged=len(SOME), unchanged=0))
    expect(page.locator(".progress__sum")).to_have_text("5 of 8 questions answered, 2 right.")
    assert one.stored() == before
    # The same file again, from the same field.
    upload(page, saved)
    expect(status(page)).to_have_text(TOOLS["loaded"].format(merged=0, unchanged=len(SOME)))


def test_nothing_is_erased_that_is_not_asked_for_twice(reader):
    one = reader().keeps(SOME)
    page = one.open()
    unfold(page)
    tool(page, "erase").click()
    expect(page.get_by_role("group", name=TOOLS["ask"])).to_be_visible()
    tool(page, "keep").click()
    expect(tool(page, "erase-now")).to_be_hidden()
    expect(tool(page, "erase")).to_be_focused()
    assert one.stored() == entries(dict(sorted(SOME.items())))


def test_who_has_nothing_gets_no_empty_file(reader):
    page = reader().open()
    unfold(page)
    page.on("download", lambda download: pytest.fail("an empty file was saved"))
    tool(page, "save").click()
    expect(status(page)).to_have_text(TOOLS["nothing"])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (json.dumps(file(answers={"maps/legend": answer("maps/legend")}))[:-40], "truncated"),
        ("<html><body>not found</body></html>", "foreign"),
        (file(course="another", answers={}), "course"),
        (file(version=3), "newer"),
        (file(answers={"<img src=x onerror='window.hurt = 1'>/x": answer("maps/legend")}), "damaged"),
        (file(answers={"maps/legend": answer("maps/legend", "<b onclick=hurt()>")}), "damaged"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_words(reader, content, reason):
    one = reader().keeps(SOME)
    page, before = one.open(), one.stored()
    shown = page.locator(".progress__sum").inner_text()
    upload(page, content)
    expect(status(page)).to_have_text(SAID["file"][reason])
    assert one.stored() == before
    assert page.locator(".progress__sum").inner_text() == shown


def test_a_file_that_is_too_large_is_not_even_opened(reader, tmp_path):
    large = tmp_path / "large.json"
    large.write_text(json.dumps(file()) + " " * 5_000_001, encoding="utf-8")
    page = reader().keeps(SOME).open()
    page.evaluate("() => { File.prototype.text = () => { throw new Error('it was opened') } }")
    upload(page, large)
    expect(status(page)).to_have_text(SAID["file"]["large"])


def test_texts_from_a_file_or_the_storage_never_become_markup(reader):
    evil = "<img src=x onerror='window.hurt = 1'><script>window.hurt = 1</script>"
    one = reader().keeps(
        {**SOME, f"{COURSE}/v1/answer/{evil}": evil, f"{COURSE}/v1/{evil}": evil, key("preference", "certainty"): evil}
    )
    page = one.open()
    answers = {
        "maps/legend": answer("maps/legend", response=[evil], version=evil),
        "a/b": answer("a/b", response=[evil]),
    }
    predictions = {"evil": {"day": TODAY, "predicted": 1, "of": 1}}
    sound = file(answers=answers, predictions=predictions, preferences={"evil": evil})
    upload(page, sound, name=f"{evil[:20]}.json")
    expect(status(page)).to_have_text(TOOLS["loaded"].format(merged=4, unchanged=0))
    page.evaluate("() => { window.print = () => {} }")
    tool(page, "print").click()
    lesson = one.open("lessons/maps/")
    expect(lesson.locator(".question__actions").first).to_be_visible()
    for opened in (page, lesson):
        assert opened.evaluate("window.hurt") is None
        assert opened.locator(":is(quiz-progress, quiz-question) :is(img, script)").count() == 0


def test_the_record_to_print_is_private_and_no_certificate(reader):
    page = reader().keeps(SOME).open()
    page.evaluate(
        "() => { window.print = () => { window.printed = document.querySelector('quiz-progress').innerText } }"
    )
    unfold(page)
    tool(page, "print").click()
    said = SAID["record"]
    printed = page.evaluate("window.printed")
    for text in (
        said["title"],
        said["note"],
        said["name"],
        said["date"].format(day="22 November 2026"),
        "read a map: 2 of 3 right",
        "Seas",
    ):
        assert text in printed
    assert TOOLS["title"] not in printed
    assert SAID["certainty"]["title"] not in printed
    expect(page.get_by_role("heading", name=said["title"])).to_be_focused()
    assert browsing.barriers(page) == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".record")).to_have_count(0)
    expect(tool(page, "print")).to_be_focused()
    expect(page.get_by_text(SAID["plain"])).to_be_hidden()
    # A browser that never says that it has printed leaves a way back.
    tool(page, "print").click()
    page.get_by_role("button", name=said["back"]).click()
    expect(page.locator(".progress__sum")).to_be_visible()


def test_everything_can_be_done_with_the_keyboard_alone(reader):
    one = reader().keeps(SOME)
    page = one.open()
    # The browser is asked early to hand choosers over: asked at the press of the key, it may be too late.
    page.on("filechooser", lambda chooser: None)
    tab_to(page, step(page))
    tab_to(page, page.locator(".progress__keeping > summary"))
    page.keyboard.press("Enter")
    tab_to(page, tool(page, "save"))
    with page.expect_download():
        page.keyboard.press("Enter")
    tab_to(page, page.get_by_label(TOOLS["load"]))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files({"name": "x.json", "mimeType": "application/json", "buffer": b"{}"})
    expect(status(page)).to_have_text(SAID["file"]["foreign"])
    tab_to(page, tool(page, "erase"))
    page.keyboard.press("Enter")
    expect(tool(page, "save-first")).to_be_focused()
    tab_to(page, tool(page, "keep"))
    page.keyboard.press("Space")
    expect(tool(page, "erase")).to_be_focused()
    assert key("answer", "maps/lines") in one.stored()
    page.keyboard.press("Enter")
    tab_to(page, tool(page, "erase-now"))
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(TOOLS["erased"])
    assert one.stored() == {}


@pytest.mark.parametrize("kept", [{}, SOME], ids=["empty", "full"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_no_barrier(reader, kept, colours):
    page = reader(color_scheme=colours, viewport={"width": 390, "height": 800}).keeps(kept).open()
    for fold in page.locator("details.fold > summary").filter(visible=True).all():
        fold.click()
    tool(page, "erase").click()
    assert browsing.barriers(page) == []


def test_nothing_runs_over_the_side_of_a_small_screen(reader):
    page = reader(viewport={"width": 320, "height": 640}).keeps(SOME).open()
    expect(page.locator(".progress__sum")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_on_a_page_is_progress_here(reader):
    one = reader()
    page = one.open("lessons/maps/")
    question = page.locator('quiz-question[data-question="maps/lines"]')
    assert question.get_attribute("data-version") == VERSIONS["maps/lines"]
    question.locator('input[value="true"]').check()
    question.locator(".question__check").click()
    page.goto(f"{one.address}progress/")
    expect(page.locator(".progress__sum")).to_be_visible()
    says(page, "Maps & plans", "1 learning, 4 new")
    expect(page.locator(".progress__due")).to_contain_text(SAID["due-none"])
