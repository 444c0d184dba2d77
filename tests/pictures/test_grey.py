"""Without colour a finished map still tells what is uncertain, what turns, and what helped."""

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from tests.support.pictures import FINE, Pixels, drawn, good, made, on_paper, within

from reise.layout.case_map import Box, CardBox, Sheet
from reise.layout.words import ARROWS, SIGNS

pytestmark = pytest.mark.slow


@cache
def grey_of(stem: str) -> tuple[Sheet, Pixels]:
    [sheet] = made(good(stem)).sheets
    [page] = drawn(on_paper(good(stem)), FINE, grey=True)
    return sheet, page


def share_drawn(pixels: Pixels, sheet: Sheet, line: Box, ground: int) -> tuple[float, int]:
    """Return the share of a level line that is drawn on a ground, and in how many pieces it is."""
    strip = within(pixels, sheet, line, FINE).astype(int)
    there = np.abs(strip - ground).max(axis=0) > 30
    return float(there.mean()), int(np.count_nonzero(np.diff(there.astype(int)) == 1) + there[0])


def test_uncertain_cards_have_gaps_in_their_borders_and_certain_ones_have_none() -> None:
    sheet, page = grey_of("usikkert")
    seen = []
    for card in (card for step in sheet.steps for card in step.cards):
        box = card.box
        top = Box(box.x + 1, box.y - 0.1, box.width - 2, 0.2)
        ground = int(np.median(within(page, sheet, Box(box.x + 1, box.y + 0.1, box.width - 2, 0.1), FINE)))
        share, pieces = share_drawn(page, sheet, top, ground)
        uncertain = "usikkert" in card.alt.casefold()
        seen.append(uncertain)
        if uncertain:
            assert 0.3 < share < 0.85, card.alt
            assert pieces > 10, card.alt
        else:
            assert share > 0.99, card.alt
            assert pieces == 1, card.alt
    assert set(seen) == {True, False}


def test_uncertain_milestones_have_a_dashed_line_within() -> None:
    sheet, page = grey_of("usikkert")
    for step in sheet.steps:
        box = step.box
        ground = int(
            np.median(within(page, sheet, Box(box.x + 0.3, box.y + 0.25, box.width - 0.6, 0.1), FINE))
        )
        line = Box(box.x + 0.5, box.y + 0.03, box.width - 1, 0.14)
        share, pieces = share_drawn(page, sheet, line, ground)
        if "usikkert" in step.title.casefold():
            assert 0.3 < share < 0.85
            assert pieces > 10
        else:
            assert share < 0.01


def test_turning_milestones_are_far_lighter_than_others() -> None:
    sheet, page = grey_of("alle-slag")
    other, other_page = grey_of("usikkert")
    shades: dict[bool, set[int]] = {True: set(), False: set()}
    for one, pixels in ((sheet, page), (other, other_page)):
        for step in one.steps:
            corner = Box(step.box.x + 0.25, step.box.bottom - 0.25, step.box.width - 0.5, 0.1)
            turning = any(arrow in (step.flags.text if step.flags else "") for arrow in ARROWS.values())
            shades[turning].add(int(np.median(within(pixels, one, corner, FINE))))
    assert min(shades[True]) - max(shades[False]) > 90


def cards_by_sign(sheet: Sheet) -> dict[str, CardBox]:
    """Return a card with each sign."""
    return {card.sign: card for step in sheet.steps for card in step.cards}


def sign_of(card: CardBox, sheet: Sheet, page: Pixels) -> Pixels:
    """Return where there is ink in the place of a card's sign."""
    box = card.box
    place = Box(box.right - 0.36 - card.sign_width, box.y + 0.18, card.sign_width, 1.2)
    part = within(page, sheet, place, FINE)
    return part < np.median(part) - 60


def test_effects_are_told_apart_by_their_signs() -> None:
    sheet, page = grey_of("uenige-stemmer")
    more, more_page = grey_of("usikkert")
    shown = {sign: sign_of(card, more, more_page) for sign, card in cards_by_sign(more).items() if sign}
    shown |= {sign: sign_of(card, sheet, page) for sign, card in cards_by_sign(sheet).items() if "/" in sign}
    assert set(SIGNS.values()) <= set(shown)
    assert any("/" in sign for sign in shown)
    for one, other in combinations(shown, 2):
        height = min(len(shown[one]), len(shown[other]))
        rows = [shown[each][:height].sum(axis=1) for each in (one, other)]
        assert np.abs(rows[0].astype(int) - rows[1].astype(int)).sum() > 15, (one, other)


def test_effects_are_told_apart_by_the_pattern_of_the_edge() -> None:
    """The strip at the left of a card is whole, or cut by lines, closer or wider apart."""
    sheet, page = grey_of("usikkert")
    cuts: dict[str, float] = {}
    for card in (card for step in sheet.steps for card in step.cards):
        box = card.box
        strip = within(page, sheet, Box(box.x + 0.12, box.y + 0.25, 0.12, box.height - 0.5), FINE)
        light = strip.mean(axis=1) > np.median(strip) + 40
        cuts.setdefault(card.sign, np.count_nonzero(np.diff(light.astype(int)) == 1) / box.height)
    assert cuts["+"] == 0
    assert cuts["–"] > 0
    assert cuts["±"] > 0
    assert abs(cuts["–"] - cuts["±"]) > 0.2


def test_turning_points_on_cards_stand_on_a_pill_of_another_shade() -> None:
    sheet, page = grey_of("vendepunkt-som-merke")
    marked = [card for step in sheet.steps for card in step.cards if card.flag]
    assert len(marked) >= 4
    for card in marked:
        box = card.box
        right = box.right - 0.3 - card.sign_width
        pill = within(
            page, sheet, Box(right - card.flag_width + 0.3, box.y + 0.25, card.flag_width - 0.6, 0.1), FINE
        )
        ground = within(page, sheet, Box(box.x + 0.7, box.bottom - 0.25, box.width - 1.4, 0.1), FINE)
        assert abs(int(np.median(pill)) - int(np.median(ground))) > 45
