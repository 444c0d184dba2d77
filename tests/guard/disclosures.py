"""Journeys to be disclosed, decisions about them, and the text of what was printed."""

import datetime
import io
from pathlib import Path

from pypdf import PdfReader
from tests.support.command import JOURNEYS

from reise.disclosing import disclosed, made
from reise.guard.disclosure import Disclosure
from reise.guard.record import Approval, Decision, Record, written
from reise.guard.verdict import VERSION
from reise.pipeline import verdict

LANGUAGES = ("nb", "nn", "en")
CLEAN = "reise: 1\ntittel: En reise\n{}hendelser:\n  - krise: faller ut av skolen\n  - tiltak: får hjelp\n{}"
SHOWING = """reise: 1
tittel: En reise
kilde: {slag: sammensatt, av: 3}
samtykke: {kart: ja, vegg: nei, sammenligning: ja, deling: nei}
utfall: jobb på Kiwi Tøfsdal
på tross av: [mobbing, bror i Drøbak]
hendelser:
  - krise: Ringer 12345678
    merker: [onkel Torbjørn]
  - tiltak: får et rusmisbruker-tilbud
    hvem: nav
"""
WITHDRAWN = "reise: 1\ntittel: Hemmelig\nstatus: trukket\nhendelser:\n  - krise: Faller ut av Fjellheim\n"


def folder(place: Path, **texts: str) -> Path:
    place.mkdir(exist_ok=True)
    for name, text in texts.items():
        (place / f"{name}.yaml").write_text(text, encoding="utf-8")
    return place


def text_of(pdf: Path | bytes) -> list[str]:
    """Return the text of each page, blanks as one."""
    reader = PdfReader(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    return [" ".join(each.extract_text().split()) for each in reader.pages]


def decided(files: Path, name: str, **more) -> Record:
    """Write that somebody decided about all that waits in a file, and return the record."""
    path = files / f"{name}.yaml"
    found = verdict(path).value
    assert found is not None
    decisions = tuple(
        Decision(
            code=each.code,
            event=each.event,
            sentence=each.mark,
            reason="Et vanlig ord her, ikke et navn",
            by="veileder A",
            date=datetime.date(2030, 1, 31),
        )
        for each in found.open
    )
    record = Record(written_by="skriver B", decision=decisions, **more)
    path.with_name(f"{name}.vern.toml").write_bytes(written(record))
    return record


DOUBT = CLEAN.format("status: godkjent\n", "  - familie: Dag etter dag hjemme\n")


def everything(place: Path) -> Disclosure:
    """Return a disclosure with something of all that can be told, drawn in every language."""
    files = folder(
        place, apen=SHOWING, borte=WITHDRAWN, ny=CLEAN.format("", ""), odelagt="reise: [1\n", utkast=DOUBT
    )
    approval = Approval(case="0" * 64, by="leder C", date=datetime.date(2030, 2, 5), guard=VERSION)
    decided(files, "utkast", approval=approval)
    tvil = DOUBT + "  - familie: Stein på stein\n"
    folder(place, utkast=tvil)
    folder(place, en=CLEAN.format("", "").replace("En reise", "Reise"))
    paths = [*sorted(files.glob("*.yaml")), *sorted(JOURNEYS.glob("*.yaml"))]
    (place / "kjell-arne.yaml").write_text(CLEAN.format("", ""), encoding="utf-8")
    changed = decided(files, "ny")
    stale = Decision(
        code="R430",
        event=1,
        sentence="0" * 16,
        reason="Et vanlig ord her",
        by="A B",
        date=datetime.date(2030, 1, 1),
    )
    record = changed.model_copy(update={"decision": (stale,)})
    (place / "ny.vern.toml").write_bytes(written(record))
    found, _ = disclosed([*paths, place / "kjell-arne.yaml"])
    for language in LANGUAGES:
        html = made(found, "html", language, "a4").decode()
        assert "{" not in html.split("</style>")[1]
    return found
