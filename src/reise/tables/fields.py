"""What is told of every number, as plain values under fixed names, and what the names mean."""

from dataclasses import dataclass
from typing import Any

from reise.comparison.value import Count, Measure
from reise.layout.report.naming import Naming

#: The fields of a number, in order; of n of N the two are apart, so that a program can count on.
COUNTED = (
    "name",
    "label",
    "unit",
    "n",
    "N",
    "cases",
    "unknown",
    "unknowns",
    "low_n",
    "low_N",
    "high_n",
    "high_N",
    "long_spans",
    "unsure",
)


def counted(naming: Naming, found: Count) -> dict[str, Any]:
    """Return a count as JSON has it; `label` is its name in words."""
    return {
        "name": found.name,
        "label": naming.counted(found),
        "unit": found.unit,
        "n": found.n,
        "N": found.N,
        "cases": list(found.cases),
        "unknown": list(found.unknown),
        "unknowns": found.unknowns,
        "leave_one_out": {
            "low": list(found.low) if found.low else None,
            "high": list(found.high) if found.high else None,
        },
        "long_spans": list(found.long),
        "unsure": list(found.unsure),
    }


def flat(naming: Naming, found: Count) -> dict[str, Any]:
    """Return a count as a row has it: the same fields, n and N of what leaving out one case gives apart."""
    told = counted(naming, found)
    rest = told.pop("leave_one_out")
    for side in ("low", "high"):
        n, whole = rest[side] or (None, None)
        told |= {f"{side}_n": n, f"{side}_N": whole}
    return {name: told[name] for name in COUNTED}


def measured(naming: Naming, found: Measure) -> dict[str, Any]:
    """Return a number a case as JSON has it."""
    return {
        "name": found.name,
        "label": naming.named(found.name),
        "unit": found.unit,
        "values": dict(found.values),
        "unknown": list(found.unknown),
        "median": found.median,
        "least": found.least,
        "most": found.most,
        "leave_one_out": {"low": found.low, "high": found.high},
    }


@dataclass(frozen=True, slots=True)
class Meaning:
    """An entry of the codebook: where a field is, what it means, its unit, its values and its rule."""

    sheet: str
    name: str
    meaning: str
    unit: str
    values: str
    rule: str


def values_of(column: str) -> str:
    """Return what the values of a field are, as a key of the locale's [values]."""
    for key, names in _VALUES.items():
        if column in names:
            return key
    return "count" if column.startswith(("n_", "N_")) or column in ("n", "N") else "text"


_VALUES = {
    "case": (
        *("case", "cases", "unknown", "long_spans", "unsure", "turned", "did_not", "deviants", "others"),
        *("good", "other", "with_outcome", "without_outcome"),
    ),
    "number": ("number", "turn", "next_number", "anchor"),
    "role": ("role", "other_role", "roles"),
    "kind": ("kind", "next_kind"),
    "kinds": ("kinds",),
    "transition": ("transition",),
    "status": ("status",),
    "direction": ("direction",),
    "voice": ("voice", "voices", "coded_by"),
    "area": ("area", "areas"),
    "tag": ("tag", "tags"),
    "feature": ("feature", "type"),
    "effects": ("effects",),
    "question": ("id",),
    "condition": ("conditions", "term"),
    "verdict": ("verdict",),
    "solution": ("solution",),
    "ratio": ("jaccard", "consistency", "coverage"),
    "unit": ("unit",),
    "yes": ("provisional",),
    "where": ("where",),
    "standing": ("standing",),
    "reached": ("reached",),
    "months": ("months_least", "months_most"),
    "measure": ("value", "median", "least", "most", "low", "high", "kappa", "alpha"),
    "count": (
        *("unknowns", "low_n", "low_N", "high_n", "high_N", "helped", "hindered", "both", "silent"),
        *("contacts", "times", "occurrences", "up", "down", "mixed", "total", "count", "events"),
        *("turning_points", "distance", "longest", "formula", "journeys"),
    ),
}
