"""What the server answers about the journeys of a folder: pages, texts, drawings, prints."""

import secrets
from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, Router

from reise import limits
from reise.labour import Stopped
from reise.serve import parts
from reise.serve.folder import Changed, Folder, Unknown
from reise.serve.pages import page, sheet_page, told, words
from reise.serve.press import Press, Print, Report, compared, printed
from reise.serve.studio import PAPER, Drawing, Studio
from reise.serve.watch import Watch

#: A map is a drawing with words: it may do nothing but look like itself.
MAP_POLICY = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; "
    "font-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
#: Styles are our own sheets, and those that the code editor makes, which know the nonce of the page.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
MEDIA = {"pdf": "application/pdf", "png": "image/png"}
ALIGNMENTS = ("first-up", "first-down", "last", "start")
Answer = Callable[["Answers", Request], Awaitable[Response]]


def _or_not_found(answer: Answer) -> Answer:
    """Return the same answer, or 404 where something is asked for that is not there."""

    @wraps(answer)
    async def found(self: "Answers", request: Request) -> Response:
        try:
            return await answer(self, request)
        except Unknown:
            return PlainTextResponse(words(self.language)["not_found"], 404)

    return found


class Answers:
    """The answers about one folder, in one language."""

    def __init__(self, place: Path, language: str) -> None:
        self.folder = Folder(place)
        self.language = language
        self._studio = Studio()
        self._press = Press()
        self._watch = Watch(self.folder.place, self._studio.forget)
        self._report: tuple[object, Report] | None = None
        self.router = Router(
            [
                Route("/", self.list),
                Route("/journeys/{name}", self.journey),
                Route("/journeys/{name}/text", self.text, methods=["GET"]),
                Route("/journeys/{name}/text", self.save, methods=["PUT"]),
                Route("/journeys/{name}/drawing", self.drawing, methods=["POST"]),
                Route("/journeys/{name}/map", self.map_of_file),
                Route("/journeys/{name}/versions", self.versions),
                Route("/journeys/{name}/versions/{number:int}", self.version),
                Route("/maps/{key}", self.map),
                Route("/maps/{key}/{number:int}.{ending}", self.print),
                Route("/compare", self.compare),
                Route("/compare/report", self.report),
                Route("/events", self.events),
                *parts.routes(),
            ],
            redirect_slashes=False,
        )

    def release(self) -> None:
        """Let those go who wait for news."""
        self._watch.close()

    def close(self) -> None:
        """End threads and processes."""
        self._studio.close()
        self._press.close()

    async def list(self, request: Request) -> Response:
        """Answer with the journeys of the folder, their maps, and how many problems each has."""
        drawn = []
        for name in self.folder.names():
            try:
                drawn.append(await self._of_file(name))
            except Unknown:
                # Gone since the folder was looked through.
                continue
        return self._page("list", journeys=drawn, place=self.folder.place.name)

    @_or_not_found
    async def journey(self, request: Request) -> Response:
        """Answer with one journey: its text, its map and its problems."""
        name, found = request.path_params["name"], parts.editor()
        text = self.folder.read(name)
        return self._page(
            "journey",
            name=name,
            text=text.words,
            mark=text.mark,
            foreign=not text.is_utf8,
            editor=f"/editor/{found[0]}/index.js" if found else "",
        )

    @_or_not_found
    async def text(self, request: Request) -> Response:
        """Answer with what a file says now, and its mark."""
        text = self.folder.read(request.path_params["name"])
        return JSONResponse({"text": text.words, "mark": text.mark})

    @_or_not_found
    async def save(self, request: Request) -> Response:
        """Write a file that was read with the mark in If-Match; 409 and the file where it has changed."""
        mark = request.headers.get("if-match", "").strip('"')
        if not mark:
            return Response(status_code=428)
        try:
            text = self.folder.save(request.path_params["name"], (await request.body()).decode(), mark)
        except Changed as changed:
            return JSONResponse({"text": changed.now.words, "mark": changed.now.mark}, 409)
        except UnicodeDecodeError:
            return Response(status_code=400)
        except OSError:
            return Response(status_code=507)
        return JSONResponse({"mark": text.mark})

    @_or_not_found
    async def drawing(self, request: Request) -> Response:
        """Answer with what comes of a text: the name of its map, if it has one, and its problems."""
        path = self.folder.path(request.path_params["name"])
        drawn = await self._studio.drawing(path, await request.body())
        made = {"key": drawn.key, "sheets": drawn.sheets, "width": drawn.width, "height": drawn.height}
        problems = [told(each, self.language) for each in drawn.problems]
        return JSONResponse({"map": made if drawn.html else None, "problems": problems})

    @_or_not_found
    async def map_of_file(self, request: Request) -> Response:
        """Answer with the map of a file as it is now."""
        return _sheet((await self._of_file(request.path_params["name"])).html)

    @_or_not_found
    async def map(self, request: Request) -> Response:
        """Answer with a map that was drawn before."""
        return _sheet(self._drawing(request).html)

    @_or_not_found
    async def print(self, request: Request) -> Response:
        """Answer with a map that was drawn before as PDF, or one of its sheets as PNG."""
        drawn = self._drawing(request)
        number, ending = request.path_params["number"], request.path_params["ending"]
        if ending not in MEDIA or not 1 <= number <= drawn.sheets:
            raise Unknown
        try:
            made = await self._press.run(printed, self.folder.place / drawn.name, drawn.text, ending, PAPER)
        except Stopped as why:
            made = Print((), (limits.stopped(why, drawn.name),))
        if not made.files:
            problems = [told(each, self.language) for each in made.problems]
            return self._page("unprinted", name=drawn.name, problems=problems)
        called = f"{drawn.name.rpartition('.')[0]}{f'_{number}' if number > 1 else ''}.{ending}"
        headers = {"content-disposition": f"attachment; filename*=utf-8''{quote(called)}"}
        return Response(made.files[number - 1], media_type=MEDIA[ending], headers=headers)

    @_or_not_found
    async def versions(self, request: Request) -> Response:
        """Answer with the older versions of a journey, the latest first."""
        kept = self.folder.versions(request.path_params["name"])
        return JSONResponse([{"number": each.number, "written": each.written} for each in kept])

    @_or_not_found
    async def version(self, request: Request) -> Response:
        """Answer with what an older version says."""
        kept = self.folder.version(request.path_params["name"], request.path_params["number"])
        return PlainTextResponse(kept.words)

    async def compare(self, request: Request) -> Response:
        """Answer with the comparison of all journeys of the folder, aligned as is asked for."""
        align = _alignment(request)
        report = await self._compared(align)
        return self._page(
            "compare",
            align=align,
            alignments=ALIGNMENTS,
            report=report,
            problems=[told(each, self.language) for each in report.problems],
            address=f"/compare/report?align={quote(align)}",
        )

    @_or_not_found
    async def report(self, request: Request) -> Response:
        """Answer with the comparison as a page of its own."""
        return _sheet((await self._compared(_alignment(request))).html)

    async def events(self, request: Request) -> Response:
        """Answer with which files change, as they do."""
        return StreamingResponse(self._watch.events(), media_type="text/event-stream")

    def _drawing(self, request: Request) -> Drawing:
        drawn = self._studio.found(request.path_params["key"])
        if drawn is None:
            raise Unknown
        return drawn

    async def _of_file(self, name: str) -> Drawing:
        return await self._studio.drawing(self.folder.path(name), self.folder.read(name).content)

    async def _compared(self, align: str) -> Report:
        """Return the comparison; the last one, where nothing has changed."""
        folder = self.folder.place
        files = [each for each in folder.iterdir() if each.suffix in (".yaml", ".yml")]
        now = align, sorted((each.name, (stat := each.stat()).st_mtime_ns, stat.st_size) for each in files)
        if self._report is None or self._report[0] != now:
            paths = tuple(folder / each for each in self.folder.names())
            try:
                self._report = now, await self._press.run(compared, paths, align, self.language)
            except Stopped as why:
                return Report(None, (limits.stopped(why, folder.name),))
        return self._report[1]

    def _page(self, called: str, /, **gaps: object) -> Response:
        nonce = secrets.token_urlsafe(16)
        html = page(called, self.language, nonce=nonce, **gaps)
        return HTMLResponse(html, headers={"content-security-policy": PAGE_POLICY.format(nonce=nonce)})


def _alignment(request: Request) -> str:
    return request.query_params.get("align", ALIGNMENTS[0]).strip()


def _sheet(html: str | None) -> Response:
    """Return a map or a report as a page that can do nothing. Raises Unknown where there is none."""
    if html is None:
        raise Unknown
    return HTMLResponse(sheet_page(html), headers={"content-security-policy": MAP_POLICY})
