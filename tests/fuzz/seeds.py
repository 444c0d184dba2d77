"""What a search begins with: every journey, case and collection, and the words of the format."""

import re
from functools import cache

from tests.support import cases

from reise.journey import names

#: No file is longer than this: what is large is slow, and is tried elsewhere.
MOST = 20_000
#: So long is what is short.
SHORT = 500
#: What has been trouble to readers of YAML, or is likely to be to one of ours.
_TROUBLE = (
    *(
        "\t",
        "- ",
        "  - ",
        ": ",
        " #",
        "#",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "<<: *a\n",
        "&a ",
        "*a",
        "!!set ",
    ),
    *(
        "? ",
        "? [a]\n",
        "[",
        "]",
        "{",
        "}",
        "[" * 13,
        '"',
        "'",
        "|\n",
        ">-\n  ",
        ",",
        "\r",
        "\r\n",
        "\n\n",
        "\\",
    ),
    *(
        "\x00",
        "\x07",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u202e",
        "\u200b",
        "e\u0301\u0302\u0303\u0304",
        "\U0001f469",
        "\ud7ff",
    ),
    *(
        "null",
        "~",
        "no",
        "0301",
        "1e400",
        ".nan",
        "2021-03-12",
        "9" * 40,
        "-1",
        "15 år",
        "~15",
        "13-19",
        "-0",
    ),
    *("x" * 61, "ord " * 80, "{name}", "%s", "{{ x }}", "<b>", "Kari Hansen", "K. H.", "k4ri", "912 34 567"),
    *(
        "a@b.no",
        "https://x.no",
        "01017012345",
        "17. mai",
        "uke 12",
        "F a t i m a",
        "født 1984",
        "rektor",
        "tre barn",
    ),
    *(
        "Storgata 5",
        "MARIT",
        "svak mor",
        "broren mohammed",
        "\u0430",
        "１５",
        "ﬁ",
        "%4bari",
        "&#75;ari",
        "S2FyaQ==",
    ),
)


@cache
def seeds() -> tuple[bytes, ...]:
    """Return the bytes of everything that there is, the smallest first."""
    paths = [*cases.journeys(), *cases.good(), *cases.bad(), *(cases.CASES / "collections").rglob("*.yaml")]
    found = {path.read_bytes() for path in paths}
    return tuple(sorted((each for each in found if len(each) < MOST), key=lambda each: (len(each), each)))


@cache
def sound() -> tuple[bytes, ...]:
    """Return the bytes of what has nothing wrong with it."""
    found = (path.read_bytes() for path in (*cases.journeys(), *cases.good()))
    return tuple(each for each in found if len(each) < MOST)


@cache
def single() -> tuple[bytes, ...]:
    """Return a short journey for each event and each head of what is sound."""
    found = set()
    for each in sound():
        head, *events = re.split(rb"^(?=  - )", each, flags=re.MULTILINE)
        top = b"reise: 1\ntittel: Noe\n" + head[head.rfind(b"\n", 0, -1) + 1 :]
        found |= {head + event for event in events[:1]} | {top + event for event in events}
    return tuple(sorted(each for each in found if len(each) <= SHORT))


@cache
def words() -> tuple[bytes, ...]:
    """Return the keys and fixed values of the format, as they stand in a file, and what has been trouble."""
    tables = [each for each in vars(names).values() if isinstance(each, names.Names)]
    shown = {table.shown(each, tongue) for table in tables for each in table for tongue in names.Language}
    spelled = [word for each in sorted(shown) for word in (each, f"{each}: ", f"\n    {each}: ")]
    return tuple(each.encode("utf-8", "surrogatepass") for each in (*spelled, *_TROUBLE))
