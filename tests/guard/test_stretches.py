"""What each rule of the guard finds, and where it begins and ends; lines without marks are left alone.

Names are made up; numbers are no one's.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest

from reise.guard import dates, net, numbers, people, places

#: Lines of text, each with the rule that reads it: what it finds stands between ⟦ and ⟧.

LINES = [
    (file.stem, line)
    for file in sorted((Path(__file__).parent / "stretches").glob("*.txt"))
    for line in file.read_text("utf-8").splitlines()
]


def marked(text: str, found: Iterable[tuple[int, int]]) -> str:
    """Return a text with marks around what was found in it."""
    held = {at for start, end in found for at in range(start, end)}
    starts = {at for at in held if at - 1 not in held}
    ends = {at for at in held if at + 1 not in held}
    marks = ("⟦" * (at in starts) + sign + "⟧" * (at in ends) for at, sign in enumerate(text))
    return "".join(marks)


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_what_is_found_and_what_is_left_alone(rule: str, line: str) -> None:
    room, name = rule.split(".")
    text = line.replace("⟦", "").replace("⟧", "")
    assert marked(text, getattr(import_module(f"reise.guard.{room}"), name)(text)) == line


MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember "
    "january february march may june july october december "
    "jan feb mar apr jun jul aug sep sept okt oct nov des dec"
)
FEASTS = (
    "julaften|juleaften|julaftan|julafta|nyttårsaften|nyttårsaftan|nyttårsafta|skjærtorsdag|"
    "langfredag|påskeaften|påskeaftan|sankthans|sankthansaften|jonsok|pinseaften|nasjonaldagen|halloween|"
    "valentinsdagen|christmas|easter"
)
ORDINALS = (
    "første fyrste andre tredje fjerde femte sjette sjuende sjuande syvende åttende åttande niende niande "
    "tiende tiande ellevte tolvte trettende trettande fjortende fjortande femtende femtande sekstende "
    "sekstande syttende syttande attende attande nittende nittande tjuende tjuande tjueførste tjuefyrste "
    "tjueandre tjuetredje tjuefjerde tjuefemte tjuesjette tjuesjuende tjuesjuande tjueåttende tjueåttande "
    "tjueniende tjueniande trettiende trettiande trettiførste trettifyrste"
)
ROADS = (
    "veien vegen veg vei gata gaten gate stien stigen bakken svingen plassen plass allé alléen alleen løkka "
    "løkken lia tunet kroken haugen jordet åsen smauet torget torg brygga bryggen kaia kaien terrasse ringen "
    "lunden marka grenda hagen faret tråkket kleiva vollen moen neset"
)
ONES = "null en én ein ett eitt to tre fire fem seks sju syv åtte ni"
TENS = "tjue tretti førti femti seksti sytti åtti nitti"
CADASTRE = "gnr bnr fnr snr festenr gårdsnr gardsnr bruksnr seksjonsnr matrikkel"
COURTS = "LB LA LE LF LG LH HR TOSL"
DOMAINS = "no com net org se dk fi is uk de eu io me tv gg app info priv kommune online"
NICKNAMES = (
    "snap snapchat snapp insta instagram tiktok facebook discord telegram kik twitch steam gamertag "
    "brukernavn brukarnamn username nick nicket snapchatten instaen"
)
RELATIVES = (
    "barn barna born borna unger ungar søsken sysken brødre brør søstre søstrer systre systrer døtre "
    "døtrer sønner søner storebrødre størebrødre lillesøstre veslebrør småsøsken halvsøsken stesøsken "
    "fostersøsken kids children siblings brothers sisters"
)
PLACEMENTS = (
    "fosterhjem fosterheim fosterheimar beredskapshjem beredskapsheimar institusjoner institusjonar "
    "barnevernsinstitusjonar plasseringer plasseringar flyttinger flyttingar omplasseringer "
    "omplasseringar ungdomshjem ungdomsheimar placements"
)
UNITS = "år uke veke dag døgn time gang måned minutt barn elev kroner prosent"
TEENS = "ti elleve tolv tretten fjorten femten seksten sytten atten nitten"


@pytest.mark.parametrize("month", MONTHS.split())
def test_a_day_of_any_month(month: str) -> None:
    for text in (f"3. {month}", f"fjerde {month}", f"{month} 3", f"{month} 2019"):
        assert marked(text, dates.day(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize("ordinal", ORDINALS.split())
def test_any_day_in_words(ordinal: str) -> None:
    for text in (f"{ordinal} mars", f"{ordinal} i fjerde", f"fjerde i {ordinal}"):
        assert marked(text, dates.day(text)) == f"⟦{text}⟧"
    assert not list(dates.day(f"{ordinal} gang"))


@pytest.mark.parametrize("feast", FEASTS.split("|"))
def test_any_feast_of_a_year(feast: str) -> None:
    for text in (f"{feast} 2019", f"{feast} i 2019"):
        assert marked(text, dates.day(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize("road", ROADS.split())
def test_a_house_in_any_road(road: str) -> None:
    for text in (f"Elve{road} 12", f"Elvas {road} 12", f"elve{road} nr 4 b"):
        assert marked(text, places.where_somebody_lives(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize("word", [*ONES.split(), *TENS.split(), *TEENS.split()])
def test_any_numbers_in_words(word: str) -> None:
    text = " ".join([word] * 6)
    assert marked(text, numbers.six_digits(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize("tens", TENS.split())
def test_a_telephone_in_pairs_has_five_numbers_or_four(tens: str) -> None:
    text = f"fire {tens}to fem seks sju"
    assert marked(text, numbers.six_digits(text)) == f"⟦{text}⟧"
    text = f"nitten{tens}fire"
    assert marked(text, dates.year(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize("word", CADASTRE.split())
def test_any_number_of_the_cadastre(word: str) -> None:
    for text in (f"{word} 12", f"{word}. 12", f"{word}: 12"):
        assert marked(text, places.where_somebody_lives(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize("court", COURTS.split())
def test_the_case_of_any_court(court: str) -> None:
    text = f"{court}-2019-123"
    assert marked(text, places.where_somebody_lives(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize("end", DOMAINS.split())
def test_a_page_of_any_country(end: str) -> None:
    text = f"min-side.{end}/her"
    assert marked(text, net.surely_address(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize(
    "where",
    NICKNAMES.split(),
)
def test_what_somebody_is_called_anywhere(where: str) -> None:
    for text in (f"{where}: gul", f"{where}=gul"):
        assert marked(text, net.surely_address(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize(
    "many",
    RELATIVES.split(),
)
def test_so_many_of_any(many: str) -> None:
    for text in (f"tre {many}", f"12 {many}", f"fem eldre {many}"):
        assert marked(text, people.exact_count(text)) == f"⟦{text}⟧"
    assert not list(people.exact_count(f"to {many}"))


@pytest.mark.parametrize(
    "many",
    PLACEMENTS.split(),
)
def test_four_of_any_placement(many: str) -> None:
    for text in (f"fire {many}", f"4 {many}", f"ti nye {many}", f"femten {many}"):
        assert marked(text, people.exact_count(text)) == f"⟦{text}⟧"
    assert not list(people.exact_count(f"tre {many}"))


@pytest.mark.parametrize("unit", UNITS.split())
def test_a_number_of_something_is_no_house(unit: str) -> None:
    assert not list(places.where_somebody_lives(f"i gata 12 {unit}"))
    assert not list(places.where_somebody_lives(f"Elveveien 12 {unit}"))


@pytest.mark.parametrize("number", ["tredje", "fjerde", "femte", "sjette", "sjuende", "syvende"])
def test_the_third_child_and_later_ones(number: str) -> None:
    for text in (f"{number} barnet", f"{number} barn"):
        assert marked(text, people.exact_count(text)) == f"⟦{text}⟧"


@pytest.mark.parametrize(
    "number", ["fjerde", "femte", "sjette", "sjuende", "syvende", "åttende", "niende", "tiende"]
)
def test_the_fourth_placement_and_later_ones(number: str) -> None:
    for text in (f"{number} fosterhjemmet", f"{number} fosterheimen", f"{number} plasseringa"):
        assert marked(text, people.exact_count(text)) == f"⟦{text}⟧"
