"""E: templates. What a person has written is words, escaped wherever it stands, and never a template."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support import cases, hostile
from tests.support.hostile import PLAIN, Parsed, is_literal

from reise.page.html import environment
from reise.resources import templates


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
