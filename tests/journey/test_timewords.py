"""Ages and quantities as people write them."""

import pytest

from reise.journey.time import DAY, MAX_AGE, MONTH, WEEK, YEAR
from reise.journey.timewords import age, is_date, quantity


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("16", 16 * YEAR, 17 * YEAR - 1),
        ("16 år", 16 * YEAR, 17 * YEAR - 1),
        ("0", 0, YEAR - 1),
        ("120", 120 * YEAR, 121 * YEAR - 1),
        ("15-17", 15 * YEAR, 18 * YEAR - 1),
        ("15–17", 15 * YEAR, 18 * YEAR - 1),
        ("15 til 17 år", 15 * YEAR, 18 * YEAR - 1),
        ("15 to 17 years old", 15 * YEAR, 18 * YEAR - 1),
        ("~16", 15 * YEAR, 18 * YEAR - 1),
        ("ca 16", 15 * YEAR, 18 * YEAR - 1),
        ("Ca. 16 år", 15 * YEAR, 18 * YEAR - 1),
        ("ca.16", 15 * YEAR, 18 * YEAR - 1),
        ("omtrent 16", 15 * YEAR, 18 * YEAR - 1),
        ("~0", 0, 2 * YEAR - 1),
        ("~120", 119 * YEAR, MAX_AGE + YEAR),
        ("16+", 16 * YEAR, None),
        ("~16+", 15 * YEAR, None),
        ("17,5", 17.5 * YEAR - 3 * MONTH, 17.5 * YEAR + 3 * MONTH),
        ("17.5", 17.5 * YEAR - 3 * MONTH, 17.5 * YEAR + 3 * MONTH),
        ("17,5-19", 17.5 * YEAR - 3 * MONTH, 20 * YEAR - 1),
    ],
)
def test_ages(words, low, high):
    found = age(words)
    assert (found.low, found.high) == (low, high)


def test_an_age_remembers_how_it_was_said():
    assert (age("17,5").said_low, age("17,5").said_high, age("17,5").about) == (17.5, None, False)
    assert (age("ca 15-17").said_low, age("ca 15-17").said_high, age("ca 15-17").about) == (15, 17, True)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "-1",
        "-0",
        "121",
        "1_6",
        "0x10",
        "1e1",
        "1e400",
        ".nan",
        ".inf",
        "１６",
        "17-15",
        "16++",
        "16-",
        "+16",
        "17,5,5",
        "17,12",
        "seksten",
        "snart 16",
        "9" * 5000,
        "0xf" * 100000,
        "~",
        "ca",
        "016 017",
    ],
)
def test_what_is_no_age(words):
    assert age(words) is None
    assert quantity(words) is None


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("3 måneder", 75, 105),
        ("3 mnd", 75, 105),
        ("3 månader", 75, 105),
        ("three months", 75, 105),
        ("1 år", 180, 540),
        ("et år", 180, 540),
        ("eit år", 180, 540),
        ("a year", 180, 540),
        ("12 måneder", 345, 375),
        ("~1 år", 0, 720),
        ("ca. 1 år", 0, 720),
        ("about a year", 0, 720),
        ("~8 måneder", 180, 300),
        ("6-8 måneder", 165, 255),
        ("6–8 months", 165, 255),
        ("seks til åtte måneder", 165, 255),
        ("to til tre år", 540, 1260),
        ("en uke", WEEK - 3, WEEK + 3),
        ("ei veke", WEEK - 3, WEEK + 3),
        ("6 veker", 6 * WEEK - 3, 6 * WEEK + 3),
        ("1 dag", DAY, DAY),
        ("10 days", 10, 10),
        ("et halvt år", 90, 270),
        ("eit halvt år", 90, 270),
        ("halvt år", 90, 270),
        ("et halvår", 90, 270),
        ("half a year", 90, 270),
        ("halvannet år", 450, 630),
        ("halvtanna år", 450, 630),
        ("1,5 år", 450, 630),
        ("1½ år", 450, 630),
        ("2 ½ år", 810, 990),
        ("to og et halvt år", 810, 990),
        ("2 og eit halvt år", 810, 990),
        ("two and a half years", 810, 990),
        ("2+ år", 540, None),
        ("2 år+", 540, None),
        ("minst 2 år", 540, None),
        ("0 dager", 0, 0),
    ],
)
def test_quantities(words, low, high):
    found = quantity(words)
    assert (found.low, found.high) == (low, high)


def test_a_quantity_remembers_how_it_was_said():
    found = quantity("ca 6-8 uker")
    assert (found.said_low, found.said_high, found.unit, found.about) == (6, 8, "week", True)
    assert quantity("2 år").said_high == 2


@pytest.mark.parametrize(
    "words",
    [
        "3",
        "år",
        "noen uker",
        "en stund",
        "-3 uker",
        "8-6 uker",
        "121 år",
        "1500 måneder",
        "1_0 uker",
        "1e400 år",
        ".inf år",
        "3 uker og 2 dager",
        "9" * 5000 + " år",
        "３ uker",
    ],
)
def test_what_is_no_quantity(words):
    assert quantity(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "2021-03-12",
        "2021-13-45",
        "12.03.2021",
        "12. 3. 2021",
        "12/3-21",
        "12.03",
        "3/4",
        "2021-05",
        "1984",
        "født 1984",
        "mai 2021",
        "Mai",
        "17. mai",
        "march",
        "2018/19",
        "våren 2019",
        "20210312",
        "uke 12",
        "week 12",
    ],
)
def test_dates(words):
    assert is_date(words)
    assert age(words) is None
    assert quantity(words) is None


@pytest.mark.parametrize(
    "words", ["16", "3 måneder", "12:30", "0301", "snart", "etter maimånen", "24 uker", "~1 år"]
)
def test_what_is_no_date(words):
    assert not is_date(words)


def test_a_year_is_twelve_months():
    assert YEAR == 12 * MONTH
    assert (
        quantity("1 år").low
        < quantity("12 måneder").low
        < quantity("12 måneder").high
        < quantity("1 år").high
    )
