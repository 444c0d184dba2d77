"""From the text of a journey to its map as HTML, quickly and beside the server's own work."""

import asyncio
import hashlib
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from reise.pipeline import forget_collections, lay_out, tell_text
from reise.problems import Problem, is_undecided

PAPER = "a3"
#: So many maps are remembered: those of a list, and those that were shown while writing.
REMEMBERED = 128


@dataclass(frozen=True, slots=True)
class Drawing:
    """What came of a text: its map, without fonts, where there is one, and everything that is wrong.

    `key` names the drawing, `sheets` are how many, `width` and `height` those of one in millimetres.
    """

    key: str
    name: str
    text: bytes
    html: str | None
    problems: tuple[Problem, ...]
    title: str = ""
    sheets: int = 0
    width: float = 0
    height: float = 0

    @property
    def wrong(self) -> int:
        """How many of the problems have to be mended."""
        return sum(each.sort == "error" for each in self.problems)

    @property
    def undecided(self) -> int:
        """How many of the problems wait for somebody to decide."""
        return sum(each.sort == "question" for each in self.problems)


class Studio:
    """Draws in a thread of its own, one text after the other, and remembers the latest."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reise-studio")
        self._drawings: OrderedDict[str, Drawing] = OrderedDict()

    async def drawing(self, path: Path, text: bytes) -> Drawing:
        """Return what comes of a text that stands, or might stand, in a file."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._drawn, path, text)

    def found(self, key: str) -> Drawing | None:
        """Return a drawing that was made before, if it is still remembered."""
        return self._drawings.get(key)

    def forget(self) -> None:
        """Draw everything anew from now on: what the journeys of the folder share has changed."""
        self._thread.submit(self._forget)

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _forget(self) -> None:
        forget_collections()
        self._drawings.clear()

    def _drawn(self, path: Path, text: bytes) -> Drawing:
        key = hashlib.sha256(f"{path}\0".encode() + text).hexdigest()
        if key not in self._drawings:
            self._drawings[key] = _draw(key, path, text)
            while len(self._drawings) > REMEMBERED:
                self._drawings.popitem(last=False)
        self._drawings.move_to_end(key)
        return self._drawings[key]


def _draw(key: str, path: Path, text: bytes) -> Drawing:
    from reise.page.html import case_map_html

    told = tell_text(text, path, allowing=is_undecided)
    if told.value is None:
        return Drawing(key, path.name, text, None, told.problems)
    made = lay_out(told.value, PAPER, None)
    problems = told.problems + made.problems
    if made.value is None:
        return Drawing(key, path.name, text, None, problems, told.value.journey.title)
    sheets, width, height = len(made.value.sheets), made.value.width, made.value.height
    html = case_map_html(made.value, fonts=False)
    return Drawing(key, path.name, text, html, problems, told.value.journey.title, sheets, width, height)
