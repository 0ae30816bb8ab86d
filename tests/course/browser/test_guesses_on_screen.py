"""The figure of the alliance, guessed as a reader would, with the numbers of the course."""

from __future__ import annotations

from playwright.sync_api import expect

from browsing import WORDS

SAID = WORDS["estimates"]


def test_what_goes_with_outcome_is_guessed_one_row_after_the_other(visit, course):
    page = visit(f"{course}lessons/alliance/", viewport={"width": 390, "height": 844})
    figure = page.get_by_role("figure").filter(has=page.locator("[id='figure-relationship-correlations']"))
    figure.scroll_into_view_if_needed()
    rows = figure.locator(".figure__rows > li:visible")
    expect(rows).to_have_count(2)  # the one that is asked for, and the one that is given
    for step, reach, verdict, sentence in [
        (45, 10, "holds", "Empathy: you said 0.35, from 0.25 to 0.45; it is 0.28, 0.23 to 0.33."),
        (
            55,
            5,
            "misses",
            "Training in rupture repair: you said 0.45, from 0.40 to 0.50; it is 0.11, \u22120.09 to 0.30.",
        ),
        (48, 5, "holds", "Real relationship: you said 0.38, from 0.33 to 0.43; it is 0.38, 0.30 to 0.44."),
    ]:
        figure.locator(".guess__place").fill(str(step))
        figure.get_by_label(SAID["width"]).fill(str(reach))
        figure.get_by_role("button", name=SAID["show"]).click()
        expect(figure.get_by_role("status")).to_contain_text(f"{SAID[verdict]} {sentence}")
        figure.locator(".explore__ways button").last.click()
    expect(rows).to_have_count(12)
    expect(figure.get_by_role("status")).to_contain_text("your brackets held 2 of 3. 8 in 10 would be well judged.")
