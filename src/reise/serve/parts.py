"""The parts of a page that say nothing of a journey: scripts, style sheets, fonts, the code editor."""

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from reise.page.html import FACES
from reise.resources import templates
from reise.serve.pages import style_sheet

SCRIPTS = ("editor.js", "journey.js", "list.js", "sheets.js", "compare.js")
SHEETS = ("serve.css", "sheet.css")
FRESH = {"cache-control": "no-cache"}
FOREVER = {"cache-control": "private, max-age=31536000, immutable"}
#: The package that ships the code editor CodeMirror (MIT), of which only those files are used.
_PACKAGE = "nicegui"


@cache
def editor() -> tuple[str, Path] | None:
    """Return version and folder of the code editor, or None where no package brings it."""
    try:
        # Found, never imported: it is a framework, and only its files are wanted.
        spec, number = find_spec(_PACKAGE), version(_PACKAGE)
    except (PackageNotFoundError, ImportError):
        return None
    places = spec.submodule_search_locations if spec else None
    folder = Path(next(iter(places or ()), "")) / "elements" / "codemirror" / "dist"
    return (number, folder) if (folder / "index.js").is_file() else None


def routes() -> list[Route]:
    """Return the routes of all parts."""
    return [
        Route("/static/{name}", _own),
        Route("/fonts/{name}", _font),
        Route("/editor/{version}/{name}", _editor),
    ]


async def _own(request: Request) -> Response:
    """Answer with one of our own scripts and style sheets."""
    name = request.path_params["name"]
    if name in SHEETS:
        return Response(style_sheet(name), media_type="text/css", headers=FRESH)
    if name not in SCRIPTS:
        return _nothing()
    return Response((templates() / "serve" / name).read_bytes(), media_type="text/javascript", headers=FRESH)


async def _font(request: Request) -> Response:
    """Answer with one of the fonts."""
    name = request.path_params["name"].removesuffix(".ttf")
    if name not in [face for face, _, _ in FACES]:
        return _nothing()
    font = templates() / "fonts" / f"ReiseSans-{name}.ttf"
    return Response(font.read_bytes(), media_type="font/ttf", headers=FOREVER)


async def _editor(request: Request) -> Response:
    """Answer with a file of the code editor, out of the package that ships it."""
    found, name = editor(), request.path_params["name"]
    if found is None or found[0] != request.path_params["version"] or not re.fullmatch(r"[\w-]+\.js", name):
        return _nothing()
    path = found[1] / name
    if not path.is_file():
        return _nothing()
    return Response(path.read_bytes(), media_type="text/javascript", headers=FOREVER)


def _nothing() -> Response:
    return PlainTextResponse("", 404)
