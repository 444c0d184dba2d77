"""Numbers that belong to one person, with right and wrong control digits, in many layouts.

Control digits are right for numbers of people who are to be born in the thirties, which nobody has got.
"""

from random import Random

from .plant import words

_FIRST, _SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_WORDS = {
    "nb": words("null en to tre fire fem seks sju åtte ni"),
    "nn": words("null ein to tre fire fem seks sju åtte ni"),
}


def _control(digits: str, weights: tuple[int, ...]) -> int:
    """Return the control digit of modulus 11, which is 10 where there is none."""
    return -sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11


def birth_number(chance: Random, day: int = 0, month: int = 0) -> str:
    """Return an eleven-digit number; `day` and `month` are what is added for a D- (40) or H-number (40)."""
    valid = chance.random() < 0.5
    while True:
        date = f"{chance.randint(1, 28) + day:02}{chance.randint(1, 12) + month:02}"
        number = date + f"{chance.randint(30, 39)}{chance.randint(500, 999)}"
        first = _control(number, _FIRST)
        if first == 10:
            continue
        second = _control(f"{number}{first}", _SECOND)
        if second == 10:
            continue
        return (
            f"{number}{first}{second}" if valid else f"{number}{first}{(second + chance.randint(1, 9)) % 10}"
        )


def social(chance: Random) -> tuple[str, str]:
    """Return a form of fødselsnummer and the number: plain, H-number, of Tenor (month + 80), of FH."""
    return chance.choice(
        (
            ("birth number", birth_number(chance)),
            ("birth number", birth_number(chance)),
            ("H-number", birth_number(chance, month=40)),
            ("Tenor", birth_number(chance, month=80)),
            ("FH-number", f"{chance.randint(8, 9)}{digits(chance, 10)}"),
        )
    )


def digits(chance: Random, length: int) -> str:
    """Return a run of digits that does not begin with a zero."""
    return str(chance.randint(10 ** (length - 1), 10**length - 1))


def account(chance: Random) -> tuple[str, str]:
    """Return a form of a number of eight to sixteen digits that somebody has somewhere, and the number."""
    return chance.choice(
        (
            ("bank account", digits(chance, 11)),
            ("IBAN", f"NO{digits(chance, 13)}"),
            ("card", digits(chance, 16)),
            ("KID", digits(chance, 10)),
            ("organisation", f"9{digits(chance, 8)}"),
            ("journal", digits(chance, 8)),
            ("client", digits(chance, 6)),
        )
    )


def _cut(text: str, sizes: tuple[int, ...], mark: str) -> str:
    """Return a text in pieces of some sizes, the last of which is repeated."""
    parts, at, turn = [], 0, 0
    while at < len(text):
        size = sizes[min(turn, len(sizes) - 1)]
        parts.append(text[at : at + size])
        at, turn = at + size, turn + 1
    return mark.join(parts)


def spoken(number: str, language: str) -> str:
    """Return a number as it is read out, digit by digit.

    >>> spoken("412", "nb")
    'fire en to'
    """
    return " ".join(_WORDS[language][int(each)] for each in number if each.isdigit())


def layouts(number: str, language: str) -> dict[str, str]:
    """Return a number in the ways that people write one."""
    eleven = {"six and five": _cut(number, (6, 5), " ")} if len(number) == 11 else {}
    return {
        "plain": number,
        **eleven,
        "pairs": _cut(number, (2,), " "),
        "threes": _cut(number, (3,), " "),
        "dots": _cut(number, (4, 2, 5), "."),
        "date, then the rest": _cut(number, (2, 2, 2, 5), "."),
        "dashes": _cut(number, (3,), "-"),
        "slashes": _cut(number, (4,), "/"),
        "en dash": _cut(number, (6, 5), " – "),
        "commas": _cut(number, (3,), ", "),
        "line break": _cut(number, (6, 5), "\n") if len(number) > 6 else _cut(number, (3,), "\n"),
        "non-breaking spaces": _cut(number, (3,), "\u00a0"),
        "narrow spaces": _cut(number, (3,), "\u202f"),
        "two spaces": _cut(number, (4,), "  "),
        "words": spoken(number, language),
    }


def phone(chance: Random, language: str) -> tuple[str, str, str]:
    """Return the layout of a telephone number, the number, and how it is written."""
    number = f"{chance.choice('4924')}{chance.randint(10**6, 10**7 - 1)}"
    ways = {
        "plain": number,
        "pairs": _cut(number, (2,), " "),
        "3-2-3": _cut(number, (3, 2, 3), " "),
        "dots": _cut(number, (2,), "."),
        "dashes": _cut(number, (3, 2, 3), "-"),
        "+47": f"+47 {_cut(number, (3, 2, 3), ' ')}",
        "+47 together": f"+47{number}",
        "(+47)": f"(+47) {_cut(number, (2,), ' ')}",
        "0047": f"0047 {number}",
        "0047 together": f"0047{number}",
        "words": spoken(number, language),
        "words with commas": spoken(number, language).replace(" ", ", "),
        "line break": _cut(number, (4,), "\n"),
        "foreign": f"+46 70-{_cut(digits(chance, 7), (3, 2, 2), ' ')}",
    }
    layout = chance.choice(list(ways))
    return layout, number, ways[layout]
