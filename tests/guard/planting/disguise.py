"""Names and numbers in disguise, and text that only a machine sees."""

import base64
from collections.abc import Callable
from random import Random
from urllib.parse import quote

#: Letters of the Cyrillic and Greek alphabets that look like Latin ones.
LOOKALIKES = dict(zip("aeopcxyijABEKMHOPCTX", "аеорсхуіјАВЕКМНОРСТХ", strict=True))
_LEET = dict(zip("aeiost", "431057", strict=True))
_ZERO_WIDTH = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")


def _each(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in text)


def _escaped(text: str) -> str:
    """Return a text with each character in the notation of YAML's double quotes."""
    return "".join(f"\\u{ord(each):04x}" for each in text)


def _shifted(text: str, capital: int, small: int, digit: int) -> str:
    """Return a text in another block of Unicode that has the letters A-Z, a-z and the digits."""

    def one(letter: str) -> str:
        if "A" <= letter <= "Z":
            return chr(capital + ord(letter) - 65)
        if "a" <= letter <= "z":
            return chr(small + ord(letter) - 97)
        return chr(digit + int(letter)) if letter.isdigit() else letter

    return "".join(map(one, text))


#: How a name is disguised; what is marked True is a word that a person has to weigh, not a sure sign.
NAME_FORMS: dict[str, tuple[Callable[[str, Random], str], bool]] = {
    "zero width": (lambda name, chance: name[:2] + chance.choice(_ZERO_WIDTH) + name[2:], False),
    "zero width everywhere": (lambda name, chance: "\u200b".join(name), False),
    "look-alikes": (lambda name, chance: _each(name, LOOKALIKES), False),
    "one look-alike": (lambda name, chance: name[:1] + _each(name[1:2], {}) + "\u0430" + name[2:], False),
    "letter-spaced": (lambda name, chance: " ".join(name), False),
    "letter-spaced wide": (lambda name, chance: "  ".join(name), False),
    "letter-spaced with nbsp": (lambda name, chance: "\u00a0".join(name), False),
    "hyphen-spaced": (lambda name, chance: "-".join(name), False),
    "dot-spaced": (lambda name, chance: ".".join(name), False),
    "underscore-spaced": (lambda name, chance: "_".join(name), False),
    "leetspeak": (lambda name, chance: name[:1] + _each(name[1:], _LEET), True),
    "entity": (lambda name, chance: f"&#{ord(name[0])};{name[1:]}", False),
    "entity in hexadecimal": (lambda name, chance: f"{name[:1]}&#x{ord(name[1]):x};{name[2:]}", False),
    "escape": (lambda name, chance: _escaped(name[0]) + name[1:], False),
    "escape everywhere": (lambda name, chance: _escaped(name), False),
    "percent": (lambda name, chance: f"%{ord(name[0]):02X}{quote(name[1:])}", False),
    "percent everywhere": (lambda name, chance: "".join(f"%{each:02X}" for each in name.encode()), False),
    "base64": (lambda name, chance: base64.b64encode(name.encode()).decode(), False),
    "full-width": (lambda name, chance: _shifted(name, 0xFF21, 0xFF41, 0xFF10), False),
    "mathematical": (lambda name, chance: _shifted(name, 0x1D400, 0x1D41A, 0x1D7CE), False),
    "circled": (lambda name, chance: _shifted(name, 0x24B6, 0x24D0, 0x2460), False),
    "right to left": (lambda name, chance: f"\u202e{name[::-1]}\u202c", False),
    "markup inside": (lambda name, chance: f"{name[:1]}<b></b>{name[1:]}", False),
    "marked": (lambda name, chance: f"**{name}**", False),
    "strange script": (lambda name, chance: f"{name[:1]}\u03b1{name[1:]}", False),
    "marks above": (lambda name, chance: "\u0336".join(name) + "\u0336", False),
}

NUMBER_FORMS: dict[str, tuple[Callable[[str, Random], str], bool]] = {
    "zero width": (lambda number, chance: chance.choice(_ZERO_WIDTH).join((number[:3], number[3:])), False),
    "zero width everywhere": (lambda number, chance: "\u200b".join(number), False),
    "full-width": (lambda number, chance: _shifted(number, 0xFF21, 0xFF41, 0xFF10), False),
    "mathematical": (lambda number, chance: _shifted(number, 0, 0, 0x1D7CE), False),
    "Arabic-Indic": (lambda number, chance: _shifted(number, 0, 0, 0x0660), False),
    "superscript": (
        lambda number, chance: _each(number, dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))),
        False,
    ),
    "digit-spaced": (lambda number, chance: " ".join(number), False),
    "hyphen-spaced": (lambda number, chance: "-".join(number), False),
    "underscores": (lambda number, chance: "_".join((number[:2], number[2:5], number[5:])), False),
    "entities": (lambda number, chance: "".join(f"&#{ord(each)};" for each in number), False),
    "some entities": (lambda number, chance: f"{number[:3]}&#{ord(number[3])};{number[4:]}", False),
    "escape": (lambda number, chance: _escaped(number), False),
    "percent": (lambda number, chance: "".join(f"%{ord(each):02X}" for each in number), False),
    "base64": (lambda number, chance: base64.b64encode(number.encode()).decode(), False),
    "each on a line": (lambda number, chance: "\n".join(number), False),
    "one O, one l": (lambda number, chance: number.replace("0", "O", 1).replace("1", "l", 1), True),
    "markup inside": (lambda number, chance: f"{number[:4]}<wbr>{number[4:]}", False),
    "brackets": (lambda number, chance: f"({number[:3]})({number[3:6]})({number[6:]})", False),
    "keycaps": (lambda number, chance: "".join(f"{each}\ufe0f\u20e3" for each in number), False),
}

#: How text is hidden from those who read the sheet; the name stands in it as it is.
HIDDEN_FORMS: dict[str, Callable[[str], str]] = {
    "HTML comment": lambda text: f"<!-- {text} -->",
    "hidden span": lambda text: f'<span style="display:none">{text}</span>',
    "white text": lambda text: f'<font color="white">{text}</font>',
    "alternative text": lambda text: f'<img alt="{text}">',
    "tag characters": lambda text: "".join(chr(0xE0000 + ord(each)) for each in text if each.isascii()),
    "bits of zero width": lambda text: "".join(
        "\u200b" if bit == "0" else "\u200c" for each in text.encode() for bit in f"{each:08b}"
    ),
    "pushed away": lambda text: " " * 40 + text,
    "below many lines": lambda text: "\n" * 12 + text,
    "Jinja comment": lambda text: f"{{# {text} #}}",
    "TeX comment": lambda text: f"\\iffalse {text} \\fi",
}

#: Where YAML itself keeps text that no reader of values ever sees.
YAML_FORMS = ("anchor", "tag of a value", "directive", "after the end")
