"""A bird that no word of the program is, put into every place of the format, and a look at where it sings."""

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner
from tests.support import cases

from reise.cli import group
from reise.journey import names
from reise.journey.names import Language, Names
from reise.pipeline import forget_collections

#: The journeys, and the folders with a collection.
Cages = tuple[list[Path], list[Path]]
BIRD = "Kvitrebla"
DIGITS = "91827364"
#: A value that is a name, a number, no value of its kind, or a tag; a line break in it; a key and a comment.
DISGUISES = {
    "name": BIRD,
    "sentence": f"Noe om {BIRD} her",
    "lower": BIRD.lower(),
    "digits": DIGITS,
    "tag": f"!{BIRD} x",
    "anchor": f"&{BIRD} x",
    "unclosed": f'"{BIRD}',
    "key": f"{{{BIRD}: {DIGITS}}}",
    "list": f"[{BIRD}, {{{BIRD}: {BIRD}}}]",
    "comment": f"x # {BIRD}",
    "long": f"{BIRD * 8} {'og ' * 110}",
}
#: Each table of keys: where it stands in a journey or a collection, at the top or within which key.
TOP, EVENT, SHARED = "top", "event", "shared"
TABLES: dict[str, tuple[str, str]] = {
    "JOURNEY": (TOP, ""),
    "SOURCE": (TOP, "kilde"),
    "CONSENT": (TOP, "samtykke"),
    "KIND": (EVENT, ""),
    "EVENT": (EVENT, ""),
    "TRANSITION": (EVENT, "overgang"),
    "TURNING_POINT": (EVENT, "vendepunkt"),
    "VOICES": (EVENT, "virkning"),
    "COLLECTION": (SHARED, ""),
    "FIGURE": (SHARED, "tall"),
    "REMARK": (SHARED, "stemmer"),
    "LOCAL_ROLE": (SHARED, "roller"),
    "LOCAL_TRANSITION": (SHARED, "overganger"),
}
#: Tables of fixed values, which are no keys.
VALUES = {
    *("LANGUAGES", "STATUSES", "SOURCE_KINDS", "EFFECTS", "DIRECTIONS", "TRANSITION_STATUSES", "CERTAINTIES"),
    *("AREAS", "LASTS", "ORDERS", "TAGS", "BOOLEANS"),
}


def tables() -> dict[str, Names[object]]:
    """Return every table of names that the format has."""
    return {name: each for name, each in vars(names).items() if isinstance(each, Names)}


def sings(text: str | bytes) -> bool:
    """Return whether the bird is in a text, however it is written."""
    told = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    plain = re.sub(r"[\W_]", "", told).casefold()
    return "kvitrebl" in plain or DIGITS in plain


def fields() -> Iterator[tuple[str, str]]:
    """Yield a name and the text of a journey with the bird in one field; or, at "samling…", a collection."""
    for table, (place, within) in TABLES.items():
        for name in tables()[table]:
            key = tables()[table].shown(name, Language.NB)
            for how, value in DISGUISES.items():
                called = f"{table}-{key}-{how}".lower()
                yield (f"samling:{called}" if place == SHARED else called), _with(place, within, key, value)


def _with(place: str, within: str, key: str, value: str) -> str:
    """Return a file that has a value under a key, and nothing else that is wrong."""
    inner = f"{{{key}: {value}}}" if within else value
    inner = f"[{inner}]" if place == SHARED and within else inner
    key = within or key
    if place == SHARED:
        rest = {"reise": "1", "samling": "Noe"} | {key: inner}
        return _lines(rest)
    top = {"reise": "1", "tittel": "Noe"} | ({key: inner} if place == TOP else {})
    steps = top.pop("hendelser", None)
    if steps is not None:
        return f"{_lines(top)}hendelser: {steps}\n"
    event = {"hendelse": "noe"} | ({key: inner} if place == EVENT else {})
    if place == EVENT and names.KIND.find(key) and key not in ("overgang", "vendepunkt"):
        event = {key: inner}
    body = "".join(
        f"{'  - ' if not at else '    '}{word}: {said}\n" for at, (word, said) in enumerate(event.items())
    )
    return f"{_lines(top)}hendelser:\n{body}"


def _lines(told: dict[str, str]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in told.items())


_VALUE = re.compile(r"(?m)(: |- )(?=[^\s#])(.+)$")
_KEY = re.compile(r"(?m)^( *(?:- )?)([^\W\d][\w ]*):")


def bad() -> Iterator[tuple[str, bytes]]:
    """Yield every case that is wrong with the bird beside and between its words, in keys and remarks."""
    for path in cases.bad():
        data = path.read_bytes().decode("utf-8", "surrogateescape")
        made = {
            "behind": _VALUE.sub(rf"\1\2 {BIRD}", data),
            "before": _VALUE.sub(rf"\1{BIRD} \2", data),
            "instead": _VALUE.sub(rf"\g<1>{DIGITS}", data),
            "key": _KEY.sub(rf"\1{BIRD} \2:", data),
            "keys": _KEY.sub(rf"\1\2{BIRD}:", data),
            "remark": re.sub(r"(?m)^", f"# {BIRD} {DIGITS}\n", data),
        }
        for how, text in made.items():
            yield f"{path.stem[:30]}-{how}", text.encode("utf-8", "surrogateescape")
    yield from rows()


def rows() -> Iterator[tuple[str, bytes]]:
    """Yield what is wrong with bytes and with the structure of YAML, with the bird in it."""
    frame = "reise: 1\ntittel: Noe\nhendelser:\n  - hendelse: {}\n"
    made = {
        "a02": "[" * 50_000 + BIRD,
        "a04": "".join(" " * at + f"{BIRD}:\n" for at in range(60)),
        "a05": f"a: &a [{BIRD}]\nb: [*a, *a]\n",
        "a06": f"reise: &{BIRD} 1\ntittel: *{BIRD}\n",
        "a09": f"reise: 1\n<<: {{{BIRD}: {DIGITS}}}\n",
        "a10": f"reise: 1\n{BIRD}: 1\n{BIRD}: 2\n",
        "a12": f"!!python/object/apply:{BIRD} [{DIGITS}]\n",
        "a14": f"? [{BIRD}, b]\n: x\n",
        "a15": f"reise: 1\n--- {BIRD}\n{BIRD}: x\n",
        "a16": f"{BIRD} {DIGITS}\n",
        "a16b": f"- {BIRD}\n- {DIGITS}\n",
        "a16c": f"# {BIRD}\n",
        "a19": frame.format(f"{BIRD}\0{DIGITS}"),
        "a20": frame.format(f'"{BIRD[:4]}\\u200b{BIRD[4:]} {BIRD}"'),
        "a21": frame.format(f'"{BIRD} \\ud800"'),
        "a22": frame.format(f"{BIRD}\x85{BIRD}\u2028{DIGITS}"),
        "a23": frame.format(f"noe\n\t{BIRD}: x"),
        "a24": frame.format(f'"{BIRD} sa'),
        "a25": frame.format(f"{BIRD} sa: gå hjem"),
        "a26": frame.format(f"nummer #{BIRD} her {DIGITS}"),
        "a27": f"%{BIRD} 1.1\n---\n" + frame.format(BIRD),
        "b04": frame.format(f"{BIRD}\n    alder: 2021-13-45 {BIRD}"),
        "b06": frame.format("noe\n    alder: " + DIGITS * 700),
        "b10": frame.format(BIRD * 900),
        "b11": frame.format(f"noe\n    {BIRD}_hansen: {DIGITS}"),
        "b12": f"kilde: {{slag: {BIRD}}}\n" + frame.format("noe"),
        "b13": frame.format("".join(chr(ord(each) + 0xFEE0) for each in DIGITS) + f" {BIRD}"),
    }
    for name, text in made.items():
        yield name, text.encode("utf-8", "surrogatepass")
    yield "a18", frame.format(f"{BIRD} bl\xe6r").encode("latin-1")
    yield "a18b", frame.format(BIRD).encode("utf-16")


def written(folder: Path) -> list[Path]:
    """Write all of them into a folder, named by numbers, and return the journeys among them."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    told = [(name, text.encode()) for name, text in fields() if not name.startswith("samling:")]
    for number, (_, data) in enumerate([*told, *bad()], 1):
        path = folder / f"nr-{number}.yaml"
        path.write_bytes(data)
        found.append(path)
    return found


def collections(folder: Path) -> list[Path]:
    """Write the collections, each in a folder of its own with a journey beside it, and return those."""
    found = []
    told = [text for name, text in fields() if name.startswith("samling:")]
    for number, text in enumerate(told, 1):
        place = folder / f"mappe-{number}"
        place.mkdir(parents=True, exist_ok=True)
        (place / "samling.yaml").write_text(text, encoding="utf-8")
        (place / "en-reise.yaml").write_text(
            "reise: 1\ntittel: Noe\nhendelser:\n  - hendelse: noe\n", encoding="utf-8"
        )
        found.append(place)
    return found


# --- To listen -----------------------------------------------------------------------------------------


def says(*words: str | Path, codes: tuple[int, ...] = (0, 1, 3)) -> str:
    """Run a command in this process; return all that it says, to whomever; nothing is unforeseen."""
    forget_collections()
    ran = CliRunner().invoke(group, [*map(str, words)], prog_name="reise")
    assert ran.exception is None or isinstance(ran.exception, SystemExit), traceback.format_exception(
        ran.exception
    )
    assert ran.exit_code in codes, (words[0], ran.exit_code)
    return ran.output


def singing(text: str) -> list[str]:
    """Return the lines in which the bird is heard."""
    return [line for line in text.splitlines() if sings(line)]


def made_in(folder: Path) -> list[str]:
    """Return the names of all that is in a folder, however deep."""
    return [each.name for each in folder.rglob("*")]
