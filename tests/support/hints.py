"""A writer who does to the letter what the hint of a problem says, and knows nothing else about YAML."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reise.problems import Problem, Span, said

_BLANKS = "\xa0\u2007\u202f"


@dataclass
class Desk:
    """A file on the writer's screen: its lines, what the message points at, what the writer alone knows."""

    path: Path
    lines: list[str]
    problem: Problem
    own: str

    @property
    def span(self) -> Span:
        assert self.problem.span is not None
        return self.problem.span

    @property
    def line(self) -> str:
        return self.lines[self.span.line - 1]

    @line.setter
    def line(self, line: str) -> None:
        self.lines[self.span.line - 1] = line

    @property
    def pointed_at(self) -> str:
        """What the caret stands under."""
        return self.line[self.span.column - 1 : self.span.end_column - 1]

    def put(self, words: str) -> None:
        """Write words in the place of what the caret stands under."""
        self.line = self.line[: self.span.column - 1] + words + self.line[self.span.end_column - 1 :]

    def value(self, change: Callable[[str], str]) -> None:
        """Change what stands behind the colon of the line, or of the key in braces before the caret."""
        braces = re.search(r"[{,] *[\w ]+: (?=[^{,]*$)", self.line[: self.span.column - 1])
        first = re.match(r" *(?:- )?[^:]+: ", self.line)
        assert first
        if braces:
            end = self.line.rindex("}")
            start = braces.end()
        else:
            start, end = first.end(), len(self.line)
        self.line = self.line[:start] + change(self.line[start:end]) + self.line[end:]

    def column_above(self, *, dash: bool = False) -> int:
        """Return how far in the words above begin, or the dashes."""
        above = self.lines[: self.span.line - 1]
        return next(
            len(re.match(r" *" if dash else r" *(?:- )?", each)[0])  # type: ignore[index]
            for each in reversed(above)
            if not dash or each.lstrip().startswith("- ")
        )


Instruction = Callable[[Desk, "re.Match[str]"], None]


def _below_the_others(desk: Desk, told: "re.Match[str]") -> None:
    words = desk.line.lstrip()
    desk.line = " " * desk.column_above(dash=words.startswith("- ")) + words


def _dash_before(desk: Desk, told: "re.Match[str]") -> None:
    desk.line = " " * desk.column_above(dash=True) + "- " + desk.line.lstrip()


def _no_dash(desk: Desk, told: "re.Match[str]") -> None:
    desk.line = " " * desk.column_above() + desk.line.lstrip(" -")


def _blanks_for_tabs(desk: Desk, told: "re.Match[str]") -> None:
    each = {"to": 2}[told[1]]
    behind = desk.line[: desk.span.column - 1].strip()
    desk.put(" " if behind else " " * each * (desk.column_above() // each))


def _typed_again(desk: Desk, told: "re.Match[str]") -> None:
    desk.put(re.sub(f"[{_BLANKS}]", " ", re.sub("[\u200b\u00ad\ufeff]", "", desk.pointed_at)))


def _space_as_shown(desk: Desk, told: "re.Match[str]") -> None:
    right, wrong = told.groups()
    at = next(n for n, (a, b) in enumerate(zip(right, wrong, strict=False)) if a != b)
    assert right == wrong[:at] + right[at] + wrong[at:]
    assert desk.pointed_at == wrong[:at]
    desk.put(wrong[:at] + right[at])


def _hyphen(desk: Desk, told: "re.Match[str]") -> None:
    behind = desk.line[desk.span.end_column - 1 :].lstrip()
    desk.line = desk.line[: desk.span.column - 1] + told[1] + " " + behind


def _age(desk: Desk, told: "re.Match[str]") -> None:
    key, example = told[1].split(" ")
    assert example.isdigit()
    desk.line = " " * desk.column_above() + f"{key} {desk.own or example}"


def _gone(desk: Desk, told: "re.Match[str]") -> None:
    del desk.lines[desk.span.line - 1]


def _small_letters(desk: Desk, told: "re.Match[str]") -> None:
    words = desk.pointed_at.lower().replace("å", "a").replace("ø", "o").replace("æ", "ae")
    desk.put("-".join(re.findall("[a-z0-9]+", words)))


def _same_as_on_line(desk: Desk, told: "re.Match[str]") -> None:
    there = re.search(r"\bid: (\S+)$", desk.lines[int(told[1]) - 1])
    assert there
    desk.put(there[1])


def _a_remark(desk: Desk, told: "re.Match[str]") -> None:
    assert desk.pointed_at.startswith("#")
    before = desk.line[: desk.span.column - 1].rstrip()
    desk.line = f"{before}  # {desk.pointed_at[1:].strip()}"


def _closed(desk: Desk, told: "re.Match[str]") -> None:
    assert desk.pointed_at == told[2]
    desk.line = desk.line.rstrip() + told[1]


def _one_of(desk: Desk, told: "re.Match[str]") -> None:
    assert desk.own in told[1].split(", ")
    desk.put(desk.own)


def _colon_between(desk: Desk, told: "re.Match[str]") -> None:
    rest = re.fullmatch(rf"{told[1]}[: ]*(.*)", desk.pointed_at)
    assert rest
    desk.put(f"{told[1]}: {rest[1] or desk.own}")


def _colon_after_word(desk: Desk, told: "re.Match[str]") -> None:
    word, rest = desk.pointed_at.split(" ", 1)
    desk.put(f"{word}: {rest}")


def _to_the_milestone(desk: Desk, told: "re.Match[str]") -> None:
    line = desk.lines.pop(desk.span.line - 1)
    at = next(n for n, each in enumerate(desk.lines) if each.lstrip().startswith("- milepæl:"))
    desk.lines.insert(at + 1, line)


def _into_the_collection(desk: Desk, told: "re.Match[str]") -> None:
    where, example = told.groups()
    key, label = re.findall(r": ([^,}]+)", example)
    named = example.replace(f" {key}", f" {desk.pointed_at}").replace(f" {label}", f" {desk.own}")
    (desk.path.parent / "samling.yaml").write_text(f"reise: 1\n{where}\n  {named}\n", encoding="utf-8")


def _saved_as_utf8(desk: Desk, told: "re.Match[str]") -> None:
    desk.lines[:] = desk.path.read_bytes().decode("cp1252").split("\n")


#: What a hint can ask for, and how it is done.
INSTRUCTIONS: tuple[tuple[str, Instruction], ...] = (
    (r"Mente du «([^»]+)»\?", lambda desk, told: desk.put(told[1])),
    (r"på linje (\d+)\? Skriv nøyaktig det samme som står etter «id:» der", _same_as_on_line),
    (
        r"Sett ett (hermetegn) først og ett sist rundt hele teksten",
        lambda desk, told: desk.value(lambda words: '"' + words.strip("\"'”") + '"'),
    ),
    (
        r"sett klammer rundt dem i stedet, slik: virkning: ({)ung: hjalp(})",
        lambda desk, told: desk.value(lambda words: told[1] + words + told[2]),
    ),
    (r"to mellomrom foran # og ett etter", _a_remark),
    (r"[Ss]ett hermetegn rundt hele teksten", lambda desk, told: desk.value(lambda words: f'"{words}"')),
    (r"ta bort bindestreken og sett linjen rett under de andre der", _no_dash),
    (r"sett bindestrek og ett mellomrom foran", _dash_before),
    (r"la den andre begynne på en ny linje med bindestrek foran", _dash_before),
    (r"Sett linjen rett under de andre", _below_the_others),
    (r"Slett den og bruk mellomromstasten: (to) mellomrom for hvert innrykk", _blanks_for_tabs),
    (r"Slett ordet og mellomrommene rundt, og skriv det på nytt", _typed_again),
    (r"Skriv «(- \w+)», ikke «(-\w+)»", _space_as_shown),
    (r"Bytt tegnet med en vanlig bindestrek \((.)\) og ett mellomrom", _hyphen),
    (r"Skriv alderen \(«(alder: \d+)»\)", _age),
    (r"la tiden være ute", _gone),
    (r"fjern én av dem", _gone),
    (r"små bokstaver a til z, tall og bindestrek: ingen mellomrom, ingen hermetegn", _small_letters),
    (r"Sett (}) etter det siste som hører til en ({)", _closed),
    (r"Skriv hvem som sier det, kolon og virkningen, slik: {([^}]+)}", lambda desk, told: desk.put(told[1])),
    (r"skriv bare «([^»]+)», uten klammer", lambda desk, told: desk.value(lambda words: told[1])),
    (r"(?:Disse ordene kan stå her|Skriv en av disse): ([^.]+)\.", _one_of),
    (r"Sett kolon og ett mellomrom mellom ordet og verdien: «([^:]+): …»", _colon_between),
    (r"Skriv «ord: tekst», med kolon og ett mellomrom etter", _colon_after_word),
    (r"Flytt «fase» til den første milepælen", _to_the_milestone),
    (r"under «(\w+:)» i samling.yaml, slik: (- {[^}]+})", _into_the_collection),
    (r"La første linje være «(reise: 1)»", lambda desk, told: desk.lines.__setitem__(0, told[1])),
    (r"velg «Lagre som», og velg UTF-8", _saved_as_utf8),
)


def followed(path: Path, problem: Problem, does: str = "", own: str = "") -> None:
    """Do what the hint of a problem says, or the part of it that begins with `does`, and save the file."""
    hint = said(problem, "hint", "nb")
    assert does in hint, hint
    chosen = hint[hint.index(does) :]
    found = ((re.search(pattern, chosen), do) for pattern, do in INSTRUCTIONS)
    # What the hint says first is done first.
    told, do = min(((told, do) for told, do in found if told), key=lambda each: each[0].start())
    text = path.read_bytes().decode("utf-8", "replace")
    desk = Desk(path, text.split("\n"), problem, own)
    do(desk, told)
    path.write_bytes("\n".join(desk.lines).encode())
