"""A disclosure as JSON; like the report it is for staff, and never has the words that were found."""

import json
from typing import Any

from reise.guard.across import LEAST, SIZE, Held, Own, Singled, by_size
from reise.guard.disclosure import Disclosure, Item, Read
from reise.guard.facts import Fact
from reise.guard.verdict import VERSION
from reise.layout.disclosure import Naming
from reise.layout.disclosure.read import LOOKED_FOR


def disclosure_json(told: Disclosure, language: str = "nb") -> bytes:
    """Return a disclosure as JSON in UTF-8, with its words in a language (nb, nn, en).

    Its keys are "caution", "never", "language", "guard", "files", "withdrawn", "unread", "cases",
    "singled_out", "own_sequences" and "held_by_few". The same files give the same bytes.
    """
    naming = Naming(told, language)
    sizes = by_size(told.singled)
    made = {
        "caution": naming("report.caution"),
        "never": naming("report.never"),
        "language": language,
        "guard": {"version": VERSION, "looked_for": list(LOOKED_FOR)},
        "files": [_file(naming, *each) for each in zip(told.names, told.files, strict=True)],
        "withdrawn": told.withdrawn,
        "unread": told.unread,
        "cases": len(told.cases),
        "singled_out": {
            "by": {str(size): n for size, n in enumerate(sizes, 1)},
            "by_none": len(told.cases) - sum(sizes),
            "most_facts": SIZE,
            "cases": [_singled(naming, each) for each in told.singled],
        },
        "own_sequences": [_own(naming, each) for each in told.own],
        "held_by_few": {"least": LEAST, "facts": [_held(naming, each) for each in told.few]},
    }
    return json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def _file(naming: Naming, name: str, read: Read) -> dict[str, Any]:
    """Return a file; without its path where its name may be what was found."""
    record, journey = read.verdict.record, read.journey
    approval = record.approval
    made: dict[str, Any] = {
        "name": naming.file(name),
        "file": None if read.nameless else read.file,
        "sort": "journey" if journey else "collection",
        "sha256": read.verdict.seal.case,
        "written_by": record.written_by,
        "approval": approval
        and {
            "by": approval.by,
            "date": str(approval.date),
            "guard": approval.guard,
            "holds": read.verdict.seal.approved,
        },
        "expired": read.expired,
        "items": [_item(naming, read, each) for each in read.items],
    }
    if journey:
        tested = approval.intruder_test if approval else None
        made |= {
            "status": journey.status.value,
            "consent": journey.consent.model_dump(),
            "source": journey.source and {"kind": journey.source.kind.value, "of": journey.source.count},
            "intruder_test": tested and str(tested),
            "not_shown": record.not_shown,
        }
    return made


def _item(naming: Naming, read: Read, item: Item) -> dict[str, Any]:
    decision, span = item.decision, item.problem.span
    return {
        "code": item.problem.code,
        "state": item.state,
        "event": item.event or None,
        "card": read.card(item.event),
        "line": span.line if span else None,
        "fact": naming.item(item),
        "by": decision.by if decision else None,
        "date": str(decision.date) if decision else None,
        "reason": decision.reason if decision else None,
    }


def _fact(naming: Naming, fact: Fact) -> dict[str, str]:
    return {"sort": fact.sort, "words": naming.fact(fact)}


def _singled(naming: Naming, singled: Singled) -> dict[str, Any]:
    return {
        "case": naming.file(singled.case),
        "least": singled.least,
        "counts": list(singled.counts),
        "sets": [[_fact(naming, each) for each in facts] for facts in singled.sets],
        "more": singled.more,
        "searched": singled.searched,
        "facts_left_out": singled.left_out,
    }


def _own(naming: Naming, own: Own) -> dict[str, Any]:
    return {
        "case": naming.file(own.case),
        "pairs": [list(each) for each in own.pairs],
        "threes": [list(each) for each in own.threes],
    }


def _held(naming: Naming, held: Held) -> dict[str, Any]:
    return {**_fact(naming, held.fact), "n": held.n, "N": len(naming.told.cases)}
