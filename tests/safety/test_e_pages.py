"""E: templates, HTML, CSS and SVG. What a person has written is words, whatever it looks like."""

import base64
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.support import cases, hostile, stories
from tests.support.hostile import Parsed

from reise.chronology import chronology
from reise.page.html import case_map_html, environment
from reise.pdf import Unprintable, _weasyprint, pdf
from reise.pipeline import Told, tell
from reise.resources import templates

PLAIN = "Noen ord"


def is_literal(text: str, folder: Path) -> str:
    """Hold that a text is printed as it is and adds nothing to a page; return the page."""
    plain = Parsed(hostile.page(hostile.journey(PLAIN, folder=folder)))
    html = hostile.page(hostile.journey(text, name="nr-2", folder=folder))
    made = Parsed(html)
    assert made.shape() <= plain.shape()
    squeezed = "".join(text.split())
    assert "".join(made.text.split()).count(squeezed) >= 10
    assert squeezed in "".join(made.text.split())
    return html


def test_e01_tags_are_words(tmp_path: Path) -> None:
    html = is_literal("<img src=file:///etc/passwd>", tmp_path)
    assert "&lt;img" in html
    assert "<img src=file" not in html


def test_e02_everything_is_escaped_whatever_a_template_is_called() -> None:
    for made in ("{{ x }}", "{% macro m() %}{{ x }}{% endmacro %}{{ m() }}"):
        assert environment().from_string(made).render(x="<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"
    assert environment().autoescape is True
    for path in templates().rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape\s+false", text), path.name


# --- E03: no value where escaping does not help -----------------------------------------------------

#: What may stand in a style: numbers that layout has made, and CSS that one of our templates has.
NUMBERS = re.compile(
    r'"%\.\d+f"(?: \| format\(.*\)| % .*)|[\w.]+ \| at|[\w.]+ \| mm\(aligned\.em\)'
    r"|[\w.]+ \| beside\(.*, aligned\.em\)|box\([\w.]+\)|type\(.*\)"
    r"|(?:map|paper|sheet|aligned)\.(?:width|height|small|body)|[\d.]+ \* paper\.margin(?: \+ .*)?"
    r"|lead|about|small|milestone|title|foot|row|rule|icon|after_icon|pad_top|pad_left|stripe|point_title"
    r"|(?:lead|title|about) \* [\w.]+|map\.\w+ \* [\d.]+"
)
#: Fonts and drawings of our own as addresses, styles from our own templates, and text made safe for CSS.
MADE = {"weight", "style", "url", "each", "style()", "css(report.foot)", "css(report.caution)"}
MADE |= {"css(report.page_word)", "css(report.of_word)"}
DRAWINGS = {"background", "backgrounds[loop.index0]", "aligned_backgrounds[loop.index0]"}
ADDRESSES = {"nothing", "each | picture"}
#: Where the pages of `reise serve` lead: to themselves.
SERVED = re.compile(r"[\w./ ~\"]+|[\w.]*address|entry\.\w+|.*\| urlencode")
_JINJA = re.compile(r"\{\{-?(.*?)-?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"<[a-z\x00\x01][^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""")


def misplaced(text: str, *, css: bool, served: bool) -> Iterator[str]:
    """Yield the values of a template that stand where only some may, and these are not among them."""
    values: list[str] = []

    def hidden(found: re.Match[str]) -> str:
        if found[1] is None:
            return ""
        values.append(" ".join(found[1].split()))
        return f"\0{len(values) - 1}\1"

    def values_in(part: str) -> list[str]:
        return [values[int(number)] for number in re.findall("\0(\\d+)\1", part)]

    page = _JINJA.sub(hidden, text)
    styles = [page] if css else re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    for style in styles:
        for value in values_in(style):
            if not NUMBERS.fullmatch(value) and value not in MADE:
                yield f"in a style: {value}"
    if css:
        return
    for script in re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL):
        yield from (f"in a script: {value}" for value in values_in(script))
    for tag in _TAG.findall(page):
        rest = tag
        for found in _ATTRIBUTE.finditer(tag):
            name, value = found[1].lower(), found[2]
            rest = rest.replace(found[0], "")
            inside = values_in(value)
            if inside and value[0] not in "\"'":
                yield f"without quotation marks: {found[0]}"
            for each in inside:
                if name == "style" and not NUMBERS.fullmatch(each) and each not in DRAWINGS:
                    yield f"in {name}: {each}"
                elif name in ("src", "href", "action", "data", "srcset") and each not in ADDRESSES:
                    if not (served and SERVED.fullmatch(each)):
                        yield f"in {name}: {each}"
                elif name.startswith("on") or name == "srcdoc":
                    yield f"in {name}: {each}"
        for each in values_in(rest):
            # Which element it is: `tag` of a macro, whose callers write it down.
            if each not in ("tag",):
                yield f"in a tag: {each}"


@pytest.mark.parametrize("path", sorted(templates().rglob("*.j2")), ids=lambda path: path.name)
def test_e03_no_value_stands_where_escaping_does_not_help(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    served = path.parent.name == "serve"
    assert list(misplaced(text, css=path.name.endswith(".css.j2"), served=served)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "<p title={{ x }}>",
        '<p style="{{ x }}">',
        '<p style="left:{{ x.width }}">',
        "<style>p { color: {{ colour }} }</style>",
        '<a href="{{ x }}">',
        '<img src="{{ each.picture }}">',
        '<p onclick="{{ x }}">',
        "<p {{ x }}>",
        "<script>let x = {{ x }}</script>",
    ],
)
def test_e03_what_ought_to_be_found_is_found(wrong: str) -> None:
    assert list(misplaced(wrong, css=False, served=False))


# ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["{{ 7*7 }}", '{% include "css/map.css.j2" %}', "{{ self }}{# x #}"])
def test_e04_words_are_never_a_template(text: str, tmp_path: Path) -> None:
    html = is_literal(text, tmp_path)
    assert "49" not in Parsed(html).text.split()


@pytest.mark.parametrize("name", ["case-map.html.j2", "templates/case-map.html.j2", "css/map.css.j2"])
def test_e05_templates_of_others_are_not_used(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = hostile.journey(PLAIN, folder=tmp_path)
    before = hostile.page(journey)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("{{ ''.__class__.__mro__ }}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    environment.cache_clear()
    assert hostile.page(journey) == before
    assert [str(each) for each in environment().loader.searchpath] == [str(templates())]  # type: ignore[union-attr]


def test_e06_nothing_that_is_asked_for_names_a_template() -> None:
    from importlib import import_module

    from reise.cli import COMMANDS

    for name in COMMANDS:
        for parameter in import_module(f"reise.cli.{name}").command.params:
            assert not re.search("template|mal", parameter.name or "")
    assert "template" not in (cases.TOP / "templates" / "locale" / "names.toml").read_text(encoding="utf-8")


# --- E07 to E12: nothing is fetched -----------------------------------------------------------------

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


@pytest.mark.slow
@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///home/x", "https://x.no", "mailto:a@b"])
def test_e14_no_words_become_a_link(address: str, tmp_path: Path) -> None:
    html = is_literal(f'<a href="{address}">her</a> {address}', tmp_path)
    assert "a" not in {tag for tag, _ in Parsed(html).elements}
    made = pdf(html)
    assert not re.search(rb"/URI|/Annots|/Link\b|/GoTo|/JavaScript", made)


def test_e14_no_map_has_links() -> None:
    for path in templates().glob("*.j2"):
        assert not re.search(r"<a\b|\bhref=", path.read_text(encoding="utf-8")), path.name


@pytest.mark.slow
def test_e15_where_the_file_is_does_not_get_into_the_pdf(tmp_path: Path) -> None:
    folder = tmp_path / "solfrid-hansen"
    folder.mkdir()
    made = hostile.pdf(hostile.case_map(hostile.journey("../x.png", folder=folder)))
    assert b"solfrid" not in hostile.unpacked(made)


# --- E16 to E20: what cannot occur ------------------------------------------------------------------


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(stories.journeys(most=25), st.sampled_from(["a4", "a0"]))
def test_e16_e17_e18_e19_pages_are_flat_and_made_of_known_parts(journey: object, paper: str) -> None:
    """No page nests, spans, repeats or measures what a journey says, and none holds a bitmap."""
    timed = chronology(journey).value  # type: ignore[arg-type]
    assert timed is not None
    made = cases.lay_out(Told(journey, timed), paper, None).value  # type: ignore[arg-type]
    if made is None:
        return
    html = case_map_html(made, fonts=False)
    page = Parsed(html)
    assert page.deepest <= 7
    assert not {name for _, attributes in page.elements for name in attributes} & {
        "colspan",
        "rowspan",
        "span",
    }
    assert "var(" not in html
    assert all(float(number) < 2000 for number in re.findall(r":(-?[\d.]+)(?:rem|mm)", html))
    assert not re.search(r"\d[eE][+-]?\d+(?:rem|mm)|:-?(?:nan|inf)", html)
    kinds = set(re.findall(r"data:([\w/+.-]+)", html))
    assert kinds == {"image/svg+xml"}
    for drawing in re.findall(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", html):
        svg = base64.b64decode(drawing).decode()
        assert set(re.findall(r"<([a-zA-Z]+)", svg)) <= {"svg", "path", "g", "text", "circle", "rect", "line"}
        assert not re.search(r"href|url\(|<!|&(?!amp;|lt;|gt;|quot;|#)", svg)


def test_e19_a_picture_in_the_words_is_words(tmp_path: Path) -> None:
    html = is_literal("data:image/png;base64,iVBORw0KGgo=", tmp_path)
    assert 'src="data:image/png' not in html


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Z" + "\u0301" * 200, {"R104", "R501"}),
        ("x\u0300\u0301\u0302\u0303", {"R104", "R501"}),
        ("👩\u200d👩\u200d👧", {"R104", "R501"}),
        ("😀" * 50, {"R104", "R501"}),
        ("שלום", {"R104", "R501"}),
        ("a\u202eb", {"R105", "R104"}),
    ],
    ids=["zalgo", "four marks", "family", "many", "right to left", "override"],
)
def test_e20_letters_that_would_not_be_seen_are_refused(text: str, codes: set[str], tmp_path: Path) -> None:
    told = tell(hostile.journey(text, folder=tmp_path), "nr-1.yaml")
    problems = told.problems
    if told.value:
        problems += cases.lay_out(told.value, "a3", None).problems
    assert {each.code for each in problems if not each.is_warning} & codes
    assert not told.value or cases.lay_out(told.value, "a3", None).value is None


def test_e20_marks_that_are_letters_of_the_font_are_printed(tmp_path: Path) -> None:
    assert hostile.case_map(hostile.journey("cafe\u0301 a\u030a", folder=tmp_path)).title == "café å"
