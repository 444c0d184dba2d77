"""WeasyPrint's only door: HTML to PDF, and PDF to pictures."""

import ctypes.util
import gc
import hashlib
import io
import os
import sys
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from typing import Any

from reise.resources import templates

# Only the bundled fonts, so that a sheet is the same whatever the machine has; read by
# fontconfig when it is loaded, hence before WeasyPrint is.
os.environ["FONTCONFIG_FILE"] = str(templates() / "fonts" / "fonts.conf")
# fonts.conf names its folder by the first: the one way that fontconfig 2.13 knows as well. From 2.14
# on fontconfig looks in the second too, which are the machine's own fonts where it is not set.
_BUNDLED = {"XDG_DATA_HOME": str(templates()), "XDG_DATA_DIRS": str(templates())}


class Unprintable(Exception):  # noqa: N818 - says why
    """A page cannot be printed; `code` is the problem, `gaps` are what its words leave open."""

    def __init__(self, code: str, **gaps: str) -> None:
        self.code = code
        self.gaps = tuple(gaps.items())
        super().__init__(*gaps.values())


@cache
def _weasyprint() -> Any:
    """Return WeasyPrint, or raise Unprintable where Pango or another library is missing."""
    find_library = ctypes.util.find_library
    if sys.platform == "linux":
        # WeasyPrint tries names that the loader knows by itself; looking for the others starts a
        # compiler and costs more than drawing a sheet.
        ctypes.util.find_library = lambda name: None
    try:
        # It warns where it finds no fonts, and prints advice of its own where it lacks a library.
        with _set(**_BUNDLED), redirect_stdout(io.StringIO()):
            import weasyprint
    except OSError as error:
        raise Unprintable("R601", library="Pango") from error
    finally:
        ctypes.util.find_library = find_library
    return weasyprint


def pango_version() -> tuple[int, int, int]:
    """Return the version of Pango, e.g. (1, 50, 12); raise Unprintable where it cannot be loaded."""
    _weasyprint()
    from weasyprint.text.ffi import pango

    number = int(pango.pango_version())
    return number // 10000, number // 100 % 100, number % 100


@cache
def _fetcher() -> Any:
    """Return a fetcher that refuses everything but data: addresses, and remembers that it has."""
    _weasyprint()
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class Fetcher(URLFetcher):  # type: ignore[misc]
        refused = False

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if not url.startswith("data:"):
                self.refused = True
                raise FatalURLFetchingError
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)


@cache
def _fonts() -> Any:
    """Return the font configuration that all prints of a process share."""
    _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    # Without any, Pango would end the process.
    if not all(fonts().values()):
        raise Unprintable("R609")
    with _set(**_BUNDLED):
        return FontConfiguration()


def fonts() -> dict[str, bool]:
    """Return the names of the bundled fonts, and whether each is there and what it was, by its SHA-256."""
    folder = templates() / "fonts"
    found = {}
    for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        digest, name = line.split()
        path = folder / name
        found[name] = path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest
    return found


def pdf(html: str, *, archive: bool = False) -> bytes:
    """Return a page as a tagged PDF: PDF/UA-1, and with `archive` PDF/A-3a as well.

    Raises Unprintable where the machine lacks something (R601, R609), or the page is not whole in
    itself (R607).
    """
    variant: dict[str, Any] = {"pdf_variant": "pdf/ua-1"}
    if archive:
        variant = {"pdf_variant": "pdf/a-3a", "finisher": _declare_pdf_ua}
    # Where HarfBuzz cannot make subsets of fonts, fontTools does, and would write the time into them;
    # 1, since fontconfig 2.13 takes 0 for a number that it could not read, and says so.
    with _uncollected(), _whole(), _set(SOURCE_DATE_EPOCH="1"):
        document = _weasyprint().HTML(string=html, url_fetcher=_fetcher(), base_url="reise:")
        made: bytes = document.write_pdf(font_config=_fonts(), **variant)
    # The drawing is in the page as an address, and urllib would remember the last hundred of them.
    urllib.parse.clear_cache()  # type: ignore[attr-defined]
    return made


@contextmanager
def _whole() -> Iterator[None]:
    """Raise where WeasyPrint would go on without what it could not fetch or draw; no message says what."""
    fetcher = _fetcher()
    from weasyprint.logger import LOGGER
    from weasyprint.urls import FatalURLFetchingError

    failed: list[object] = []

    def hear(record: Any) -> bool:
        if record.levelname in ("ERROR", "CRITICAL"):
            failed.extend(record.args or ("",))
        return False

    fetcher.refused = False
    LOGGER.addFilter(hear)
    try:
        yield
    except FatalURLFetchingError:
        raise Unprintable("R607") from None
    finally:
        LOGGER.removeFilter(hear)
    # In a drawing within the page it has caught everything.
    if fetcher.refused:
        raise Unprintable("R607")
    if any(isinstance(each, MemoryError) for each in failed):
        raise MemoryError
    if failed:
        raise RuntimeError("a part could not be drawn")


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector out for as long as the block lasts.

    A print makes a great many objects and hardly any garbage: looking for it took a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _set(**variables: str) -> Iterator[None]:
    """Set variables of the environment for as long as the block lasts."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _declare_pdf_ua(document: Any, made: Any) -> None:
    """Say in the metadata of a PDF/A that it is PDF/UA-1 as well (ISO 14289-1, 5)."""
    del document
    metadata = made.objects[int(made.catalog["Metadata"].split()[0])]
    [packet] = metadata.stream
    part = (templates() / "pdf-ua.xmp").read_bytes()
    metadata.stream = [packet.replace(b"</rdf:RDF>", part + b"</rdf:RDF>")]
    # Some validators refuse compressed metadata in a PDF/A.
    metadata.compress = False


def words_in(pdf_bytes: bytes) -> set[str]:
    """Return all words that can be copied out of a PDF, those that nobody sees too."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf_bytes) as document:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    # U+FFFE is how PDFium marks a hyphen at the end of a line.
    return {word for text in texts for word in text.replace("\ufffe", "-\n").split()}


def png(pdf_bytes: bytes, dpi: int) -> list[bytes]:
    """Return each page of a PDF as a PNG picture at `dpi` dots an inch."""
    import pypdfium2

    pictures = []
    document = pypdfium2.PdfDocument(pdf_bytes)
    for page in document:
        buffer = io.BytesIO()
        page.render(scale=dpi / 72).to_pil().save(buffer, "PNG")
        pictures.append(buffer.getvalue())
    document.close()
    return pictures
