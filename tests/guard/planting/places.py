"""Places, streets, schools and offices that do not exist, made from parts of Norwegian names."""

from random import Random

from .plant import words

_FIRST = words(
    "Bratt Tverr Skjelv Ramn Hegg Grøn Svart Kald Lang Ytter Inder Øvre Gauk Orre Trang Kvern "
    "Moss Raud Stor Sløv Hest Geit Ule Vass Fure Brenn Kvit Skard Aur Lein Gjøs Tjeld Rypø Hummel "
    "Elgs"
)
_LAST = words(
    "vik nes dal stad heim øy sund fjord våg land set rud bø moen ås eid hamn vatn foss li berg "
    "bygda grend hella sjøen botn"
)
_SAMI = ("Guovdnjárga", "Skierrevuotna", "Láhpovárri", "Čearretnjárga", "Jeagisvuopmi")
_NATURE = words(
    "bjørke gran furu lyng myr skog strand fjell bekke eng hassel rogn øver nedre sol måne ravne heg"
)
_WAY = words("veien vegen gata stien bakken tunet svingen alléen kroken plass")
_FARM = ("Nordre {}", "{} gård", "{} søndre", "Øvre {}", "{}gårdshaugen")
_LETTERS = "BDEFHJKLNRSTUVZ"


def place(chance: Random) -> tuple[str, str]:
    """Return a form and a place."""
    made = chance.choice(_FIRST) + chance.choice(_LAST)
    ways = {
        "village": made,
        "town": made,
        "genitive": f"{made}s",
        "with hyphen": f"{made}-området",
        "farm": chance.choice(_FARM).format(made),
        "municipality": f"{made} kommune",
        "Sami": chance.choice(_SAMI),
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def bare(chance: Random) -> str:
    """Return a place of one Norwegian word."""
    return chance.choice(_FIRST) + chance.choice(_LAST)


def street(chance: Random) -> tuple[str, str, bool]:
    """Return a form, a street, and whether it has a number."""
    way = chance.choice(_WAY)
    name = (chance.choice(_NATURE) + ("s" if way == "plass" else "") + way).capitalize()
    number = str(chance.randint(1, 140))
    ways = {
        "with number": (f"{name} {number}", True),
        "with number and letter": (f"{name} {number}{chance.choice('ABC')}", True),
        "number over a line": (f"{name}\n{number}", True),
        "two words": (f"{bare(chance)} {chance.choice(_WAY)} {number}", True),
        "with flat": (f"{name} {number}, H0{chance.randint(1, 4)}0{chance.randint(1, 9)}", True),
        "without number": (name, False),
        "two words without number": (f"{bare(chance)} {chance.choice(_WAY)}", False),
    }
    form = chance.choice(list(ways))
    return form, *ways[form]


def school(chance: Random) -> tuple[str, str]:
    """Return a form and a school or kindergarten with its place."""
    where = bare(chance)
    ways = {
        "school": f"{where} skole",
        "nn school": f"{where} skule",
        "lower secondary": f"{where} ungdomsskole",
        "upper secondary": f"{where} vgs",
        "upper secondary, spelled out": f"{where} videregående skole",
        "kindergarten": f"{where} barnehage",
        "sports club": f"{where} idrettslag",
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def office(chance: Random) -> tuple[str, str]:
    """Return a form and an office of a service with its place."""
    where = bare(chance)
    ways = {
        "NAV": f"NAV {where}",
        "Nav": f"Nav {where}",
        "Bup": f"Bup {where}",
        "DPS": f"DPS {where}",
        "place first": f"{where} BUP",
        "doctor": f"{where} legekontor",
        "medical centre": f"{where} legesenter",
        "child welfare": f"{where} barnevern",
        "health centre": f"{where} helsestasjon",
        "home": f"{where} ungdomshjem",
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def plate(chance: Random) -> tuple[str, str]:
    """Return a form and the plate of a car."""
    letters = "".join(chance.choices(_LETTERS, k=2))
    number = str(chance.randint(10000, 99999))
    ways = {
        "with space": f"{letters} {number}",
        "together": letters + number,
        "with hyphen": f"{letters}-{number}",
        "in parts": f"{letters} {number[:2]} {number[2:]}",
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def cadastre(chance: Random) -> tuple[str, str]:
    """Return a form and the number of a property."""
    farm, holding = chance.randint(1, 300), chance.randint(1, 90)
    ways = {
        "gnr/bnr": f"gnr. {farm} bnr. {holding}",
        "gnr/bnr with slash": f"gnr/bnr {farm}/{holding}",
        "short": f"gnr {farm}/{holding}",
        "spelled out": f"gårdsnummer {farm}, bruksnummer {holding}",
        "matrikkel": f"matrikkel {chance.randint(1101, 5636)}-{farm}/{holding}",
        "with section": f"gnr {farm}, bnr {holding}, snr {chance.randint(1, 9)}",
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def postcode(chance: Random) -> tuple[str, str]:
    """Return a form and a postcode."""
    number = f"{chance.randint(1, 9):02}{chance.randint(10, 99)}"
    number = number if chance.random() < 0.3 else str(chance.randint(2000, 9990))
    ways = {
        "with place": f"{number} {bare(chance)}",
        "with country": f"N-{number} {bare(chance)}",
        "with cue": f"postnummer {number}",
        "short cue": f"postnr. {number}",
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def coordinates(chance: Random) -> tuple[str, str]:
    """Return a form and a point on the map."""
    north, east = chance.uniform(58, 71), chance.uniform(5, 30)
    minutes, seconds = chance.randint(0, 59), chance.randint(0, 59)
    ways = {
        "decimal": f"{north:.5f}, {east:.5f}",
        "short decimal": f"{north:.3f} {east:.3f}",
        "decimal comma": f"{north:.4f}".replace(".", ",") + " N " + f"{east:.4f}".replace(".", ",") + " Ø",
        "degrees": f"{int(north)}°{minutes:02}'{seconds:02}\"N {int(east)}°{seconds:02}'{minutes:02}\"Ø",
        "degrees and minutes": f"{int(north)}° {minutes}' nord, {int(east)}° {seconds}' øst",
        "UTM": f"32V {chance.randint(200000, 799999)} {chance.randint(6400000, 7900000)}",
        "geo": f"geo:{north:.4f},{east:.4f}",
    }
    form = chance.choice(list(ways))
    return form, ways[form]
