"""The HTML of the pages, and the words on them and of problems, in one language."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reise.page.html import FACES, environment
from reise.problems import Problem, said
from reise.resources import templates, toml

#: What stands in a map in place of its fonts: they are fetched once, and remembered.
_STYLES = '<link rel="stylesheet" href="/static/sheet.css">\n<style>'


def words(language: str) -> dict[str, Any]:
    """Return the labels of the pages."""
    return toml(f"locale/serve.{language}.toml")


def page(called: str, language: str, /, **gaps: object) -> str:
    """Return the page that is called so as HTML; `gaps` are what its template asks for."""
    template = environment().get_template(f"serve/{called}.html.j2")
    return template.render(words=words(language), language=language, counted=_counted, **gaps)


def style_sheet(name: str) -> str:
    """Return a style sheet with the fonts that both the pages and the maps use."""
    faces = "\n".join(
        f'@font-face {{ font-family: "Reise Sans"; font-weight: {weight}; font-style: {style}; '
        f'font-display: block; src: url("/fonts/{face}.ttf") }}'
        for face, weight, style in FACES
    )
    return f"{faces}\n{(templates() / 'serve' / name).read_text(encoding='utf-8')}"


def sheet_page(html: str) -> str:
    """Return a map or a report, made without fonts, as a page of its own."""
    return html.replace("<style>", _STYLES, 1)


def told(problem: Problem, language: str) -> Mapping[str, object]:
    """Return a problem as the pages show it: its code, place (line 0: the file as a whole) and words."""
    span = problem.span
    return {
        "code": problem.code,
        "file": Path(problem.file).name,
        "line": span.line if span else 0,
        "column": span.column if span else 0,
        "endLine": span.end_line if span else 0,
        "endColumn": span.end_column if span else 0,
        "sort": problem.sort,
        **{part: said(problem, part, language) for part in ("fact", "label", "hint")},
    }


def _counted(text: str, count: int) -> str:
    """Return the form of "{count} file|{count} files" that suits a number, with the number in it."""
    one, several = text.split("|")
    return (one if count == 1 else several).format(count=count)
