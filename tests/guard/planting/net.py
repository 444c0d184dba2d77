"""Addresses on the net, and references that lead to a newspaper or a case."""

import unicodedata
from random import Random

from .names import Names
from .places import bare

_HOSTS = ("fjellpost", "nordmeil", "brattnett", "ulvemail", "skyfolk")
_TOPS = ("no", "com", "net", "org")
_SUFFIXES = ("posten", "avisa", "-Posten", " Blad", " Tidende", " Dagblad", "ingen", "dølen")


def plain_letters(name: str) -> str:
    """Return a name as it stands in an address."""
    table = str.maketrans({"å": "a", "ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ł": "l", "ı": "i", "ə": "e"})
    plain = unicodedata.normalize("NFKD", name.lower().translate(table))
    return "".join(each for each in plain if each.isascii() and each.isalnum()) or "ukjent"


def handle(chance: Random, names: Names) -> tuple[str, str]:
    """Return a form and a name that somebody has on the net."""
    name, year = plain_letters(names.given()), chance.randint(0, 12)
    ways = {
        "at": f"@{name}_{year:02}",
        "at without number": f"@{name}.{plain_letters(names.surname())}",
        "snap": f"snap: {name}{year:02}",
        "snapchat": f"snapchat {name}.x{year}",
        "insta": f"insta: {name}_{name[:2]}",
        "TikTok": f"TikTok {name}x{year:02}",
        "Discord": f"{name}#{chance.randint(1000, 9999)}",
        "gamer": f"xX_{name}_Xx",
        "tag": f"{name}_{year:02}",
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def mail(chance: Random, names: Names) -> tuple[str, str]:
    """Return a form and an e-mail address."""
    local = f"{plain_letters(names.given())}.{plain_letters(names.surname())}"
    host, top = chance.choice(_HOSTS), chance.choice(_TOPS)
    ways = {
        "plain": f"{local}@{host}.{top}",
        "with plus": f"{local}+ny{chance.randint(1, 9)}@{host}.{top}",
        "(at)": f"{local} (at) {host}.{top}",
        "[at] [dot]": f"{local} [at] {host} [dot] {top}",
        "krøllalfa": f"{local} krøllalfa {host} punktum {top}",
        "spaced": f"{local} @ {host} . {top}",
        "full-width": f"{local}\uff20{host}.{top}",
        "mailto": f"mailto:{local}@{host}.{top}",
        "name in angles": f"<{local}@{host}.{top}>",
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def url(chance: Random, names: Names) -> tuple[str, str]:
    """Return a form and an address on the web."""
    name, host, top = plain_letters(names.given()), chance.choice(_HOSTS), chance.choice(_TOPS)
    ways = {
        "https": f"https://www.{host}.{top}/{name}",
        "http": f"http://{host}.{top}/?id={chance.randint(1, 99)}",
        "www": f"www.{host}.{top}",
        "bare": f"{host}.{top}",
        "bare with path": f"{host}.{top}/{name}",
        "nav.no": "nav.no",
        "social": f"facebook.com/{name}",
        "invitation": f"discord.gg/{name[:4]}X{chance.randint(10, 99)}",
        "defanged": f"hxxps://{host}[.]{top}",
        "spelled out": f"{host} punktum {top}",
        "Norwegian letters": f"https://bl\u00e5b\u00e6r{host}.{top}",
        "port": f"http://{host}.{top}:8080/{name}",
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def ip(chance: Random) -> tuple[str, str]:
    """Return a form and the address of a machine."""
    parts = [chance.randint(1, 254) for _ in range(4)]
    four = ".".join(map(str, parts))
    ways = {
        "v4": four,
        "v4 with port": f"{four}:443",
        "v4 in brackets": ".".join(map(str, parts[:3])) + f"[.]{parts[3]}",
        "v6": f"2001:db8:{parts[0]:x}:{parts[1]:x}::{parts[2]:x}",
        "v6 whole": "2001:0db8:85a3:0000:0000:8a2e:0370:" + f"{parts[0]:04x}",
        "MAC": ":".join(f"{each:02x}" for each in (*parts, parts[0], 10)),
    }
    form = chance.choice(list(ways))
    return form, ways[form]


def reference(chance: Random) -> tuple[str, str, bool]:
    """Return a form, a newspaper or the reference of a case, and whether it is a newspaper."""
    year, number = chance.randint(1998, 2024), chance.randint(1000, 999999)
    paper = bare(chance) + chance.choice(_SUFFIXES)
    ways = {
        "newspaper": (paper, True),
        "newspaper with article": (f"avisen {paper}", True),
        "TVIN": (f"TVIN-{year}-{number:06}", False),
        "LG": (f"LG-{year}-{number}", False),
        "HR": (f"HR-{year}-{number % 10000:04}-{chance.choice('AFUS')}", False),
        "district court": (f"{year % 100:02}-{number:06}MED-OSTR", False),
        "case": (f"sak {year % 100:02}/{number:05}", False),
        "archive": (f"arkivsak {year}/{number}", False),
        "journal": (f"journalnr. {year}{number:06}", False),
        "police": (f"anmeldelse {chance.randint(10000000, 19999999)}", False),
    }
    form = chance.choice(list(ways))
    return form, *ways[form]


def plain(text: str) -> str:
    """Return a text as it stands in the name of a file: small letters without accents, digits, hyphens.

    >>> plain("Kåre Øst, 12.03")
    'kare-ost-12-03'
    """
    parts = "".join(each if each.isalnum() else " " for each in text).split()
    return "-".join(plain_letters(each) for each in parts)
