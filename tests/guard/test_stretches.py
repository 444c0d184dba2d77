"""What each rule of the guard finds, and where it begins and ends; lines without marks are left alone.

Names are made up; numbers are no one's.
"""

from collections.abc import Callable, Iterable

import pytest

from reise.guard import dates, hidden, net, numbers, people, places, words

#: What is found stands between ⟦ and ⟧.

SIX_DIGITS = """
tlf ⟦412345⟧ nå
tlf ⟦+47 412 34 567⟧.
tlf (⟦+47) 41 23 45 67⟧
nr ⟦12.34.56.78.90⟧
⟦1 2 3 4 5 6⟧
⟦1 - 2 - 3 - 4 - 5 - 6⟧
⟦123, 45, 67⟧
⟦123, 45, 678⟧
⟦1718/1719⟧
kl ⟦28.00-15.30⟧
kl ⟦08.60-15.30⟧
⟦en to tre fire fem seks⟧
⟦fire en to, tre - fire en⟧
⟦førtien tjueto trettitre femtifire sekstifem⟧
⟦ti elleve tolv tretten fjorten⟧
⟦ti elleve tolv tretten fjorten femten⟧
⟦null null null null null null⟧
⟦tolv, tretten, fjorten, femten, seksten, sytten, atten, nitten⟧
⟦+ 47 41 23 45⟧
⟦12|34_56⟧
⟦12‑34‐56−78⟧
⟦123,45,67⟧ kroner
saken ⟦12-34-567⟧ er
⟦Én to tre fire fem sju⟧
⟦en, to. tre - fire–fem ni⟧
⟦syttien åttito nittitre femtifire sekstifem⟧
tlf 41234 nå
123, 45 kroner
2018/2019
skoleåret 2018–2019
1:23 - 4:56
kl 08.00-15.30
kl 8.00 – 15.30
en to tre fire fem
ti og elleve og tolv og tretten og fjorten og femten
1,2,3,4,5,6
123,4567
"""

DAY = """
den ⟦14.3.2019⟧ kom
⟦14/3-19⟧
⟦14-3-2019⟧
⟦2019-03-14⟧
⟦2019.3⟧
⟦14/3⟧ kom
⟦12/12⟧
⟦14.03.⟧ kom
⟦14.03⟧ kom
⟦den 14.⟧
⟦den 14.⟧!
⟦14. mars⟧
⟦14 mars⟧
⟦14th of March⟧
⟦14.mars⟧
⟦mars 14⟧
⟦March 3rd⟧
⟦mars 2019⟧
⟦mars i 2019⟧
⟦mars '19⟧
⟦mars, 2019⟧
⟦mars-19⟧
⟦mars/19⟧ kom
⟦julaften 2019⟧
⟦julaften i 2019⟧
⟦uke 7⟧
⟦veke nr. 12⟧
⟦week 3⟧
⟦fjortende mars⟧
⟦fjortende i tredje⟧
⟦fjortende i mars⟧
⟦første juledag⟧
⟦andre påskedag⟧
v⟦1.2.34⟧
⟦11.12.131⟧
⟦14 . 3 . 19⟧
⟦14–3–2019⟧
⟦2019/12/31⟧
⟦2019-12-31⟧x
⟦31/12⟧
⟦31.12.⟧
⟦31.12.⟧ 5
⟦1.31.12⟧.
⟦31.12⟧
⟦01.12⟧
⟦31.12–33⟧
⟦den 31.⟧
⟦Den 1.⟧,
14 ⟦3rd of June⟧
⟦2nd of May⟧
⟦21st June⟧
⟦14-mai⟧
⟦mai 2019⟧
⟦mai-2019⟧
⟦aug. 2019⟧
⟦aug. of 2019⟧
in ⟦May 2019⟧
⟦mai 5⟧
⟦mai 5th⟧
⟦mai 14⟧,30
⟦mai-19⟧
⟦easter 1999⟧
⟦17. mai⟧ 2014
⟦nasjonaldagen i '14⟧
⟦uke nr 3⟧
⟦2/4⟧ av året
⟦1/9⟧
3. 14. 2
1/2 kake
2/3 av dem
24/7 hele tida
50/50
32/1
14.3 kom
14.03 kroner
14.13 kom
den 14. kom
mars 14:30
mars 190
julaften
uke 7 uker
uke 7 til
uke 123
ukene 7
tredje dag
1.2.3
sjette i ti
114.3.2019
1,14.3.2019
14.3.20190
12019-12
0/12
3/14
14/3/
1/14/3
1.12
31.12 km
31.12 prosent
den 32.
214 mai
mai-190
week 14 til
uke 14 eller
3/4 av året
1/8 av kaka
"""

YEAR = """
i ⟦1984⟧ var
⟦1920⟧ var
⟦2049⟧ var
⟦2018/19⟧
⟦2018–2019⟧
⟦født 84⟧
⟦født i 84⟧
⟦fødd i '84⟧
⟦årgang 84⟧
⟦kull 04⟧
⟦84-modell⟧
⟦84-kullet⟧
⟦'84⟧
⟦nittenåttifire⟧
⟦nittenhundreogåttifire⟧
⟦to tusen og fire⟧
⟦totusenogfire⟧
⟦tjuetjueen⟧
⟦tjueelleve⟧
⟦tjueti⟧
⟦1984⟧, og
⟦1939⟧
⟦2040⟧
⟦2018-2019⟧
⟦2018⟧/20190
⟦født '84⟧
⟦born in 84⟧
⟦04-årgang⟧
⟦nittenhundretjue⟧
⟦nittentrettito⟧
⟦to tusen og ti⟧
⟦tjuesytten⟧
1919 var
2050 var
2000 kroner
2000 meter
2000 skritt
1984.5
3.1984
19849
nitten år
tjueto
tjue år
født 840
1.1984
1984,5
2019 kr
2019 ord
2019 timer
2019kr
født84
uføddi 84
104-modell
tjueåtte
tjueen
"""

WHERE_SOMEBODY_LIVES = """
⟦Storgata 12⟧
⟦Storgata 12b⟧
⟦Storgata nr. 3⟧
⟦Store gata 4⟧
⟦Granlia nummer 7⟧
⟦gnr 12⟧
⟦bnr. 4⟧
⟦g.nr. 12⟧
⟦matrikkel: 12⟧
⟦matrikkelnr 4⟧
⟦59.913, 10.752⟧
⟦59.913° N, 10.752⟧
⟦60°⟧
⟦postboks 12⟧
⟦postnr 0150⟧
⟦pb. 4⟧
⟦0150⟧ er
⟦TVIN-2021-012345⟧
⟦LB-2019-1234⟧
⟦HR-2019-12⟧
⟦21-012345ABC⟧
⟦21-01234ABC⟧
⟦sak 21/1234⟧
⟦saksnr. 21-1234⟧
⟦ref: 2021/3⟧
⟦4012 Tangstad⟧
⟦4012 tangstad⟧
⟦Elvebakken 7⟧
⟦Øvre vei 3⟧
⟦fnr 3⟧
⟦festenr. 3⟧
⟦gårdsnummer 12⟧
⟦bruksnr 3⟧
⟦b.nr 3⟧
⟦59.913 10.752⟧
⟦159.913s;10.752⟧
⟦160°⟧
⟦pb 4⟧
⟦LA-19-3⟧
⟦TOSL-2019-1⟧
⟦sak 21-1⟧
⟦referanse nr. 21/123⟧
⟦journalnr: 21/1⟧
⟦4012 Ås⟧
Storgata 12 år
Storgata 12,5
gata 3
Skogveien 3 til
59,91, 10,75
0150.5
0150 kroner
0150 m
saken 21/3
4012 ganger
3000 kroner
12345 Oslo
Elvebakken 71234
Elvebakken 7 kr
Øvre vei 3 barn
Øvre vei 3.5
1059.913, 10.752
59.91, 10.75
1160°
10150
0150,5
0150 uke
01500
21-0123456ABC
LB-2019
sak 1/1
4012 by
14012 Ås
4012 kroner
40125 Ås
"""

PLATE = """
⟦AB 12345⟧
⟦AB12345⟧
⟦ab 12345⟧
⟦AB 12 345⟧
⟦AB-1234⟧
⟦xy 1234⟧
⟦AB 12345⟧x
⟦XY 12-345⟧
⟦xy12345⟧
⟦XY1234⟧
ab1234
ABC 12345
AB 123
AB 123456
AB 1234.5
ca 1234
i 1234
xAB 12345
AB  12345
på 12345
xy 123
1AB 12345
XY 12345,5
"""

SPACED_LETTERS = """
⟦F a t i m a⟧
⟦K a r i⟧
⟦K a r⟧
⟦i å i ø⟧
⟦k.a.r.i⟧
⟦k-a-r-i⟧
⟦k-a-r⟧
⟦K * a * r * i⟧
⟦K  a  r  i⟧
bla ⟦k a r i⟧
⟦k a r i⟧ bla
⟦e o e⟧
xK ⟦a r i⟧
⟦K a r⟧ ix
⟦K_a_r_i⟧
⟦K.a.r.i.n⟧
⟦K / a / r⟧
⟦K~a+r⟧
⟦K|a|r⟧
⟦K  a  r⟧
⟦å i å i⟧
å i å
k.a.r
k-a
e e e
ab c d
"""

CODE = r"""
⟦&amp;⟧ er
⟦&#107;⟧
⟦&#x6b;⟧
⟦%4B%61⟧
⟦%4Bari⟧
⟦100%25⟧
⟦K%61ri⟧
Ka⟦<b>⟧ri</b>
Ka⟦<b>⟧ri
⟦\u004b⟧
⟦\u{004b}ari⟧
⟦\x4bari⟧
⟦=?utf-8?Q?Kari?=⟧
⟦K=C3=A5re⟧
⟦S2FyaQ==⟧
⟦S2FyaSBIYW5zZW4⟧
⟦data:image/png⟧
⟦%PDF-1.7⟧
⟦<svg⟧
⟦01001011 01100001⟧
⟦4b 61 72 69⟧
⟦12 34 56 78⟧
x⟦&amp;⟧y
⟦%4B⟧
⟦K%61⟧
⟦5%61x⟧
Ka⟦</b>⟧ri
⟦aaaaaa=⟧
⟦HansenKar1⟧
⟦<svg⟧>
⟦0100101101100001⟧
⟦4b 61 72 69⟧ x
50% av
1 < 2 > 3
abc=
Sommerferien
data: om
01001011
4b 61 72
&x;
Ka <b>ri
\u00
=utf-8?q?Kari
=C3
Hansen1
hansenkari1
data:image
010010110
4b617269
"""

ADDRESS = """
⟦kari@x.no⟧
⟦kari (at) x⟧
⟦kari krøllalfa x⟧
⟦http://x⟧
⟦https:x⟧
⟦ftp://x⟧
⟦www.x⟧
⟦x[.]no⟧
⟦kari#1234⟧
⟦x.no⟧
⟦x.kommune.no/side⟧
⟦kari punktum no⟧
⟦kari dot com⟧
⟦10.0.0.1⟧
⟦fe80:0:0:1⟧
⟦snap: kari⟧
⟦brukernavn = kari⟧
⟦nicket: x⟧
⟦kari.hansen2⟧
⟦ungmor_2009⟧
⟦_kari⟧
⟦mor20⟧
⟦@kari⟧
⟦kari [at] x⟧
⟦kari{at}x⟧
⟦kari krøll-alfa x⟧
⟦x.com⟧
⟦x.y.no⟧
⟦x.info/a⟧
⟦1:2:3:4⟧
⟦snap:kari⟧
⟦snapchat = k⟧
⟦tik tok: k⟧
⟦facebooken: k⟧
⟦hansen20x⟧
⟦x_y⟧
kari#12
x.nor
kari punktum her
10.0.0
1.10.0.0.1
ab:cd
insta kari
kari_
mor2
f.eks
10.0.0.1234
1000.0.0.1
12:34:56
abc2
1_2
"""

INITIALS = """
⟦K.H.⟧
⟦K. H.⟧
⟦K.H.N.O⟧.⟦P⟧.
⟦k.h.⟧ kom
⟦K H⟧
⟦Ola N.⟧
⟦Ola N.⟧ kom
ola ⟦N⟧. kom
⟦K. Hansen⟧
⟦K⟧. hansen
⟦B⟧ er
gutten ⟦B⟧ kom
⟦K.H⟧
xK.⟦H⟧.
⟦K.Hx⟧
⟦k. h. n.⟧
⟦K H⟧ x
Ola ⟦N⟧.x
Gutten ⟦B⟧
⟦B⟧ gikk
⟦B⟧.
å møte ⟦J⟧ igjen
k h
f.eks. kom
t.d. kom
bl.a.
Plan B
plan B er
A er
til B
fra A til B
C
B-plan
vitamin D
B2
i Å og
k.hx
fra B
og B
klasse B
nivå C
D-vitamin
hepatitt B
å møte A igjen
å møte Å igjen
å møte I igjen
J
"""

EXACT_COUNT = """
⟦tre barn⟧
⟦3 barn⟧
⟦12 barn⟧
⟦tre små barn⟧
⟦tre små søsken⟧
⟦fem halvsøsken⟧
⟦trebarnsmor⟧
⟦barn nr 3⟧
⟦barn nummer tre⟧
⟦tredje barnet⟧
⟦fjerde fosterhjem⟧
⟦fire fosterhjem⟧
⟦4 fosterhjem⟧
⟦12 flyttinger⟧
⟦femte flyttingen⟧
⟦three children⟧
⟦13 barn⟧
⟦seks egne barn⟧
⟦syv brødre⟧
⟦åttebarnsfamilie⟧
⟦barn nr.7⟧
⟦sjette barn⟧
⟦sjuende barnet⟧
⟦fire nye fosterheimar⟧
⟦44 fosterhjem⟧
⟦ni institusjoner⟧
⟦niende institusjonen⟧
⟦fjerde plasseringa⟧
⟦ten placements⟧
x ⟦3 barn⟧
to barn
2 barn
tobarnsmor
barn nr. 2
andre barnet
tredje fosterhjem
tre fosterhjem
3 fosterhjem
mange barn
tre barnebøker
x-tre barn
tre barnevakter
tredje plasseringa
three placements
"""

NAMED = """
Hun heter ⟦Kari⟧
Hun heter ⟦liv⟧
Vennlig hilsen ⟦Kari⟧
broren ⟦Per⟧
broren ⟦liv⟧
broren ⟦Liv⟧
broren min, ⟦Per⟧
hun heter ⟦x⟧
broren ⟦xyzz⟧
Kjærlig hilsen, ⟦Liv⟧
beste hilsen ⟦ingen⟧
broren heter ⟦Per⟧
hun heter «⟦Liv⟧»
hun heter: ⟦Liv⟧
Hun heter noe
hilsen mamma
broren kom
hun heter i
hun heter skolemat
broren skolemat
beste hilsen alle
broren var glad
broren Skolemat
han heiter på
"""

OFFICE_OF_A_PLACE = """
⟦Tangstad skole⟧
⟦skolen i Tangstad⟧
⟦skolen på tangstad⟧
⟦barnehagen Solstrålen⟧
⟦Liv skole⟧
hun gikk på ⟦Liv skole⟧
⟦skolen for Tangstad⟧
⟦skolen Tangstad⟧
⟦tangstad skole⟧
⟦legekontoret på Vik⟧
ny skole
skolen i byen
skolen ved sjøen
NAV-kontoret
skolen i gamle byen
den nye skolen
Gamle skolen brant
"""

RULES = [
    (numbers.six_digits, SIX_DIGITS),
    (dates.day, DAY),
    (dates.year, YEAR),
    (places.where_somebody_lives, WHERE_SOMEBODY_LIVES),
    (places.plate, PLATE),
    (hidden.spaced_letters, SPACED_LETTERS),
    (hidden.code, CODE),
    (net.address, ADDRESS),
    (people.initials, INITIALS),
    (people.exact_count, EXACT_COUNT),
    (people.named, NAMED),
    (words.office_of_a_place, OFFICE_OF_A_PLACE),
]


def marked(text: str, found: Iterable[tuple[int, int]]) -> str:
    """Return a text with marks around what was found in it."""
    held = {at for start, end in found for at in range(start, end)}
    starts = {at for at in held if at - 1 not in held}
    ends = {at for at in held if at + 1 not in held}
    marks = ("⟦" * (at in starts) + sign + "⟧" * (at in ends) for at, sign in enumerate(text))
    return "".join(marks)


@pytest.mark.parametrize(
    ("rule", "line"), [(rule, line) for rule, lines in RULES for line in lines.strip("\n").split("\n")]
)
def test_what_is_found_and_what_is_left_alone(
    rule: Callable[[str], Iterable[tuple[int, int]]], line: str
) -> None:
    text = line.replace("⟦", "").replace("⟧", "")
    assert marked(text, rule(text)) == line


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
    "brukernavn brukarnamn username nick nicket"
)
RELATIVES = (
    "barn barna born borna unger ungar søsken sysken brødre brør søstre søstrer systre systrer døtre "
    "døtrer sønner søner kids children siblings brothers sisters"
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
