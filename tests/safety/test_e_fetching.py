"""E: what a page refers to. Nothing is fetched from the disk or the net, and the printer gets no more."""

import base64
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from tests.support import hostile

from reise.pdf import Unprintable, _weasyprint, pdf

HEAD = '<html lang="nb"><title>A</title>'


def _svg(inside: str) -> str:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    text = f'<svg {names} width="9" height="9">{inside}</svg>'
    return "data:image/svg+xml;base64," + base64.b64encode(text.encode()).decode()


def refuses(html: str) -> None:
    """Hold that a page is not printed since it refers to something, which is not told."""
    with pytest.raises(Unprintable) as refused:
        pdf(HEAD + html)
    assert refused.value.code == "R607"
    assert (refused.value.args, refused.value.gaps) == ((), ())
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


@pytest.mark.slow
def test_e07_no_attachment_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("HEMMELIG", encoding="utf-8")
    refuses(f'<link rel="attachment" href="{secret.as_uri()}"><p>A')


#: One of each way in which HTML and CSS refer to something else.
WAYS = {
    "img": '<img src="{}">',
    "object": '<object data="{}"></object>',
    "embed": '<embed src="{}">',
    "content": '<style>p::before{{content:url("{}")}}</style><p>A',
    "list": '<style>li{{list-style-image:url("{}")}}</style><ul><li>A</ul>',
    "background": '<p style="background:url({})">A',
    "border": '<p style="border:9px solid;border-image-source:url({})">A',
    "mask": '<style>@page{{background:url("{}")}}</style><p>A',
    "font": '<style>@font-face{{font-family:X;src:url("{}")}}p{{font-family:X}}</style><p>A',
    "import": '<style>@import url("{}");</style><p>A',
    "link": '<link rel="stylesheet" href="{}"><p>A',
}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_e08_nothing_is_fetched(way: str) -> None:
    for address in ("file:///etc/passwd", "http://127.0.0.1:9/x", "ftp://127.0.0.1/x", "FILE:///etc/passwd"):
        refuses(WAYS[way].format(address))


@pytest.mark.slow
@pytest.mark.parametrize(
    "inside",
    [
        '<image width="9" height="9" href="file:///etc/passwd"/>',
        '<image width="9" height="9" xlink:href="http://127.0.0.1:9/x"/>',
    ],
)
def test_e09_nothing_is_fetched_for_a_drawing_in_the_page(inside: str) -> None:
    refuses(f'<img alt="A" src="{_svg(inside)}">')
    refuses(f"<p style=\"background:url('{_svg(inside)}');height:9mm\">A")
    refuses(f'<svg width="9" height="9">{inside}</svg>')


@pytest.mark.slow
@pytest.mark.parametrize(
    "inside",
    [
        '<use href="{}#a"/>',
        '<style>@import url("{}");</style><rect width="9" height="9"/>',
        '<text font-family="X">A</text><style>@font-face{{font-family:X;src:url("{}")}}</style>',
    ],
)
def test_e09_what_the_printer_does_not_follow_by_itself_is_not_opened(inside: str, tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><path id="a"/></svg>', encoding="utf-8")
    opened: list[str] = []
    on = True

    def hear(event: str, what: tuple[object, ...]) -> None:
        if on and event in ("open", "os.open", "urllib.Request"):
            opened.append(str(what[0]))

    sys.addaudithook(hear)
    with suppress(Unprintable):
        pdf(f'{HEAD}<p>A<img alt="A" src="{_svg(inside.format(secret.as_uri()))}">')
    on = False
    assert opened
    assert not [each for each in opened if "hemmelig" in each]


@pytest.mark.slow
def test_e10_a_refusal_is_a_failure_and_the_next_page_is_printed() -> None:
    refuses('<img src="relative.png">')
    refuses('<img src="//127.0.0.1/x.png">')
    drawing = _svg('<path d="M0 0h9v9z"/>')
    assert pdf(f'{HEAD}<p>A<img alt="B" src="{drawing}">').startswith(b"%PDF")
    with pytest.raises(RuntimeError, match="could not be drawn"):
        pdf(f'{HEAD}<img alt="A" src="data:image/png;base64,AAAA">')


@pytest.mark.slow
def test_e11_no_socket_is_opened(tmp_path: Path) -> None:
    heard: list[str] = []
    on = True

    def hear(event: str, _: object) -> None:
        if on and event.startswith(("socket.", "urllib.", "ftplib.", "http.")):
            heard.append(event)

    sys.addaudithook(hear)
    hostile.pdf(hostile.case_map(hostile.journey("http://169.254.169.254/latest", folder=tmp_path)))
    refuses('<img src="http://169.254.169.254/latest">')
    on = False
    assert [each for each in heard if each != "urllib.Request"] == []


@pytest.mark.slow
def test_e12_e13_the_printer_gets_the_page_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other style sheet, no metadata, no attachment, and no styles from attributes such as bgcolor."""
    given_to: list[dict[str, object]] = []
    real = _weasyprint().HTML.write_pdf

    def write_pdf(self: object, *more: object, **options: object) -> object:
        assert not more
        given_to.append(options)
        return real(self, **options)

    monkeypatch.setattr(_weasyprint().HTML, "write_pdf", write_pdf)
    pdf(f"{HEAD}<p>A")
    pdf(f"{HEAD}<p>A", archive=True)
    assert [set(each) for each in given_to] == [
        {"font_config", "pdf_variant"},
        {"font_config", "pdf_variant", "finisher"},
    ]
