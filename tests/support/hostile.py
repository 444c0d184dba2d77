"""Journeys that hold something nasty in every place where a person can write, and what becomes of it."""

import io
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import yaml
from tests.support import cases

from reise.layout.case_map import CaseMap
from reise.page.html import case_map_html
from reise.pipeline import draw, tell

PLAIN = "Noen ord"


def journey(text: str, *, name: str = "nr-1", folder: Path) -> Path:
    """Write a journey that says `text` wherever words are free, and return its file."""
    events = [
        {"milepæl": text, "alder": 13, "fase": text},
        *({kind: text} for kind in ("krise", "tiltak", "opplevelse", "familie", "hendelse", "ønske")),
        {"sitat": text, "stemme": "ung"},
        {
            "tjeneste": text,
            "hvem": [text],
            "vendepunkt": {"retning": "opp", "sagt av": "ung", "gjorde forskjell": text},
        },
        {"overgang": {"type": text, "status": "brast"}, "hendelse": text},
    ]
    told = {
        "reise": 1,
        "tittel": text,
        "om": text,
        "kilde": {"slag": "sammensatt", "av": 3, "henvisning": text},
        "status": "godkjent",
        "på tross av": [text],
        "utfall": text,
        "innholdsvarsel": [text],
        "merknad": text,
        "hendelser": events,
    }
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=9999), encoding="utf-8")
    return path


def case_map(path: Path, paper: str = "a3") -> CaseMap:
    """Return the map of a journey that has no errors."""
    told = tell(path, path.name)
    assert told.value is not None, [each.code for each in told.problems]
    made = cases.lay_out(told.value, paper, None)
    assert made.value is not None, [each.code for each in made.problems]
    return made.value


def page(path: Path) -> str:
    """Return the HTML of a journey's map, as the printer gets it."""
    return case_map_html(case_map(path), fonts=False)


def pdf(made: CaseMap) -> bytes:
    """Return a map as PDF."""
    [(_, content)] = draw(made, "pdf")
    return content


class Parsed(HTMLParser):
    """A page as a browser reads it: its elements with the names of their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.depth = self.deepest = 0
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("meta", "img"):
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.text += data

    def shape(self) -> set[tuple[str, tuple[str, ...]]]:
        """Return which elements with which attributes there are."""
        return {(tag, tuple(sorted(attributes))) for tag, attributes in self.elements}


def unpacked(content: bytes) -> bytes:
    """Return a PDF with nothing compressed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(
            out,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
    return out.getvalue()


def is_literal(text: str, folder: Path) -> str:
    """Hold that a text is printed as it is and adds nothing to a page; return the page."""
    plain = Parsed(page(journey(PLAIN, folder=folder)))
    html = page(journey(text, name="nr-2", folder=folder))
    made = Parsed(html)
    assert made.shape() <= plain.shape()
    squeezed = "".join(text.split())
    assert "".join(made.text.split()).count(squeezed) >= 10
    assert squeezed in "".join(made.text.split())
    return html
