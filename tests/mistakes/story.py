"""The journey in which mistakes are made, and what a mistake is."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from reise.problems import Problem

STORY = """\
reise: 1
tittel: Gutten på verkstedet
språk: nb
om: Fra stille dager hjemme til fast plass på et verksted.
kilde: {slag: konstruert}
status: utkast
hendelser:
  - milepæl: Ungdomsskolen
    alder: 13
  - krise: Blir hjemme og sover om dagen
    id: hjemmetida
    varer: 1-2 år
  - tjeneste: Losen kommer på døra hver tirsdag
    hvem: skolelos
    virkning: {ung: hjalp, tjeneste: ukjent}
    vendepunkt: {retning: opp, sagt av: ung}
  - sitat: «Han ga seg ikke»
    stemme: ung
  - milepæl: Praksis på verkstedet
    alder: 16
"""
ENGLISH = """\
reise: 1
title: Gutten på verkstedet
language: nb
about: Fra stille dager hjemme til fast plass på et verksted.
status: draft
events:
  - milestone: Ungdomsskolen
    age: 13
  - crisis: Blir hjemme og sover om dagen
    lasts: 1-2 years
  - service: Losen kommer på døra hver tirsdag
    effect: {young: helped, service: unknown}
    turning point: {direction: up, said by: young}
  - quote: «Han ga seg ikke»
    voice: young
"""
WHO, EFFECT, TURN = STORY.split("\n")[13:16]


@dataclass(frozen=True)
class Mistake:
    """What was typed instead of some lines of a journey, and what becomes of it.

    `found` is all that is reported, as "line:column code". Of a hint with several ways out the writer
    takes the one that begins with `does`; `own` is what only the writer knows. `mended` is what then stands
    on the lines, if not what was there before. `certain` is what `reise fix` puts right by itself.
    """

    typed: dict[int, str]
    found: str
    does: str = ""
    own: str = ""
    mended: dict[int, str] = field(default_factory=dict)
    certain: bool = False
    story: str = STORY
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        return changed(self.story, self.typed)

    @property
    def after(self) -> str:
        return changed(self.story, {line: self.mended[line] for line in self.mended})


def changed(text: str, lines: dict[int, str]) -> str:
    """Return a text with some lines written in another way; an empty line is none."""
    now = text.split("\n")
    for number, line in lines.items():
        now[number - 1] = line
    return "\n".join(each for number, each in enumerate(now, 1) if each or number not in lines)


def written(folder: Path, name: str, mistake: Mistake) -> Path:
    """Write the journey of a mistake into a folder of its own, and return the file."""
    path = folder / re.sub("[^a-z]+", "-", name.lower()) / "gutten-pa-verkstedet.yaml"
    path.parent.mkdir()
    path.write_bytes(mistake.text.encode(mistake.encoding))
    return path


def told(problems: tuple[Problem, ...]) -> str:
    return ", ".join(f"{each.span.line}:{each.span.column} {each.code}" for each in problems if each.span)
