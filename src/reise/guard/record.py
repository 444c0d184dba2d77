"""The record beside a journey: who wrote it, what a person decided, who approved it for print."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import tomli
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from reise.problems import Checked, problem

ENDING = ".vern.toml"
#: No record needs more.
MAX_BYTES = 1_000_000
#: A reason is at least so long: shorter ones say nothing.
LEAST_REASON = 15
#: Where a journey must not be shown is said in so many characters.
MOST_LETTERS = 120
_HEAD = """# Written by `reise decide` and `reise approve`: what was decided about this file, and by whom.
# A decision holds for one finding in one sentence, and no longer than the sentence stands as it is.
"""

Who = Annotated[str, StringConstraints(min_length=2, max_length=60, strip_whitespace=True)]


class _Strict(BaseModel):
    """A part of a record: only what is known may stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Decision(_Strict):
    """What a person decided about a finding; `sentence` is its mark, `event` where it stood."""

    code: Annotated[str, StringConstraints(pattern=r"^R4\d\d$")]
    event: Annotated[int, Field(ge=0)]
    sentence: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    reason: Annotated[str, StringConstraints(max_length=300)]
    by: Who
    date: datetime.date


class Approval(_Strict):
    """That a second person let a text be printed: its SHA-256, and the guard that had read it."""

    case: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    by: Who
    date: datetime.date
    guard: int
    intruder_test: datetime.date | None = None


class Record(_Strict):
    """What is known about a file beside what stands in it."""

    written_by: Who | None = None
    not_shown: Annotated[str, StringConstraints(max_length=MOST_LETTERS)] | None = None
    decision: tuple[Decision, ...] = Field(default=(), strict=False)
    approval: Approval | None = None


def record_of(path: Path) -> Path:
    """Return where the record of a file is."""
    return path.with_name(path.stem + ENDING)


def read_record(path: Path, shown: str | None = None) -> Checked[Record]:
    """Return the record of a file, an empty one where there is none; R450 where it is no record."""
    place = record_of(path)
    called = str(record_of(Path(shown))) if shown else str(place)
    try:
        with place.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Checked(Record())
    except OSError:
        return Checked(None, (problem("R450", called),))
    try:
        if len(data) > MAX_BYTES:
            raise ValueError
        return Checked(Record.model_validate(tomli.loads(data.decode())))
    except (ValidationError, ValueError):
        return Checked(None, (problem("R450", called),))


def written(record: Record) -> bytes:
    """Return a record as the bytes of its file."""
    parts = [_HEAD]
    head = {"written_by": record.written_by, "not_shown": record.not_shown}
    parts.append(_lines(head))
    for each in record.decision:
        parts.append("\n[[decision]]\n" + _lines(each.model_dump()))
    if record.approval:
        parts.append("\n[approval]\n" + _lines(record.approval.model_dump()))
    return "".join(parts).encode()


def _lines(values: Mapping[str, object]) -> str:
    return "".join(f"{name} = {_toml(value)}\n" for name, value in values.items() if value is not None)


def _toml(value: object) -> str:
    """Return a value as TOML: a text in quotes with its escapes, a number or a date as it is."""
    if isinstance(value, str):
        # JSON's escapes are TOML's, but for the one character that TOML wants escaped as well.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def same_person(one: str, other: str) -> bool:
    """Whether two names are those of one person, as far as their letters tell."""
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))
