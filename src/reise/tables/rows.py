"""A sheet: rows under the names of their columns, one plain value a cell."""

from dataclasses import dataclass

Value = str | int | float | bool | None
#: Stands between the parts of a list in one cell; no id has it, and words of journeys that do keep it.
JOINT = "; "


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under the names of their columns; every row has a value for each."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def plain(value: object) -> Value:
    """Return a cell of a comparison as one value: a list joined, the rest as it is."""
    if isinstance(value, list | tuple):
        return JOINT.join(map(str, value))
    return value if isinstance(value, int | float | bool | None) else str(value)
