"""The pages as a person meets them: in a browser, by keyboard, wide and narrow, light and dark."""

import shutil
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.bench.benchmark import Missing
from tests.bench.chromium import executable
from tests.support import cases
from tests.support.browser import CONTROL, SHIFT, Browser, Page
from tests.support.serving import Serving, serving

pytestmark = pytest.mark.slow
NAME = "ung-mor.yaml"
DRAWN = "document.querySelector('main').dataset.drawn"
MAP = "document.querySelector('#scaled iframe').contentDocument.body.textContent"
WRITTEN = "document.querySelector('.cm-content').innerText"
STATE = "document.getElementById('state').textContent"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reiser")


@pytest.fixture(scope="module")
def server(place: Path) -> Iterator[Serving]:
    with serving(place, "--lang", "nb") as running:
        yield running


@pytest.fixture(scope="module")
def window(server: Serving, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    try:
        executable()
    except Missing:
        pytest.skip("no Chromium")
    with Browser(tmp_path_factory.mktemp("profile")) as browser:
        browser.page.go(server.address)
        yield browser.page


@pytest.fixture
def page(window: Page, server: Serving, place: Path) -> Page:
    """A tab at the list of two journeys as they are in the project."""
    window.run("window.onbeforeunload = null")
    window.leave()
    shutil.rmtree(place / ".reise", ignore_errors=True)
    for each in place.glob("*.yaml"):
        each.unlink()
    for name in ("ung-mor", "jenta-i-kantina", "samling"):
        # With what was decided about them: the guard is at work here.
        for each in (cases.TOP / "journeys").glob(f"{name}.*"):
            shutil.copy(each, place)
    window.window(1280, 800)
    window.go(f"{server.base}/")
    return window


def _open(page: Page, server: Serving, name: str = NAME) -> None:
    page.go(f"{server.base}/journeys/{name}")
    page.until(DRAWN)


def _at(page: Page, line: int) -> None:
    """Put the cursor at the end of a line, from the top of the text, by keyboard."""
    page.run("document.querySelector('.cm-content').focus()")
    page.press("Home", CONTROL)
    for _ in range(line - 1):
        page.press("ArrowDown")
    page.press("End")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nobody_is_shut_out(page: Page, server: Serving, place: Path, width: int, dark: bool) -> None:
    page.window(width, 844, dark=dark)
    page.go(f"{server.base}/")
    assert page.barriers() == []
    _open(page, server)
    assert page.barriers() == []
    _at(page, 3)
    page.type(" x")
    page.until("document.querySelector('.beside')")
    (place / NAME).write_text("reise: 1\n", encoding="utf-8")
    page.until("!document.getElementById('conflict').hidden")
    page.run("document.querySelector('#versions summary').click()")
    assert page.barriers() == []
    assert page.run("document.documentElement.scrollWidth") <= width
    page.leave()
    page.go(f"{server.base}/compare")
    assert page.barriers() == []
    assert page.run("document.documentElement.scrollWidth") <= width


def test_nothing_breaks_the_policy_of_the_page(page: Page, server: Serving) -> None:
    page.log.clear()
    for address in ("/", f"/journeys/{NAME}", "/compare"):
        page.go(f"{server.base}{address}")
        time.sleep(0.5)
    assert page.log == []


def test_the_keyboard_is_enough(page: Page, server: Serving, place: Path) -> None:
    """From the list into a journey, a word changed, saved, and out of the text again."""
    for _ in range(30):
        page.press("Tab")
        if page.run(f"document.activeElement.getAttribute('href') === '/journeys/{NAME}'"):
            break
    page.press("Enter")
    page.until(f"location.pathname === '/journeys/{NAME}' && {DRAWN}")
    for _ in range(30):
        page.press("Tab")
        if page.run("document.activeElement.classList.contains('cm-content')"):
            break
    page.press("Home", CONTROL)
    page.press("ArrowDown")
    page.press("End")
    page.type(" og datter")
    page.until(f"{STATE} === 'Ikke lagret'")
    page.until(f"{MAP}.includes('Ung mor og datter')")
    page.press("s", CONTROL)
    page.until(f"{STATE} === 'Lagret'")
    assert "tittel: Ung mor og datter\n" in (place / NAME).read_text(encoding="utf-8")
    page.press("Tab")
    assert not page.run("document.activeElement.closest('.cm-editor')")
    page.press("Tab", SHIFT)
    assert page.run("document.activeElement.classList.contains('cm-content')")


def test_the_text_has_colours_and_the_editor_speaks_norwegian(page: Page, server: Serving) -> None:
    _open(page, server)
    page.until("document.querySelector('.cm-content [class*=is-definition-propertyName]')")
    colour = "getComputedStyle(document.querySelector('{}')).color"
    key = page.run(colour.format(".cm-content [class*=is-definition-propertyName]"))
    assert key != page.run(colour.format(".cm-content"))
    page.run("document.querySelector('.cm-content').focus()")
    page.press("f", CONTROL)
    assert page.until("document.querySelector('.cm-search')?.textContent").count("Erstatt") >= 0
    assert "neste" in page.run("document.querySelector('.cm-search').textContent")


def test_problems_stand_beside_their_lines_and_the_last_good_map_stays(page: Page, server: Serving) -> None:
    _open(page, server)
    _at(page, 3)
    page.type("x")
    beside = page.until("document.querySelector('.beside')?.textContent")
    listed = page.run("document.querySelector('#problems li').textContent")
    assert "Linje 3" in listed
    code = listed.split()[1]
    assert code.startswith("R")
    assert beside.startswith(code)
    assert page.run("!document.getElementById('old').hidden")
    assert "Ung mor" in page.run(MAP)
    page.run("document.querySelector('#problems button').click()")
    assert page.run("document.activeElement.classList.contains('cm-content')")
    page.press("End")
    page.run("document.execCommand('delete')")
    page.until(f"!document.querySelector('.beside') && {DRAWN}")
    assert page.run("document.getElementById('old').hidden")


def test_the_map_follows_the_file(page: Page, server: Serving, place: Path) -> None:
    _open(page, server)
    text = (place / NAME).read_text(encoding="utf-8")
    time.sleep(0.3)
    (place / NAME).write_text(text.replace("tittel: Ung mor", "tittel: Utenfra"), encoding="utf-8")
    page.until(f"{MAP}.includes('Utenfra')")
    assert "tittel: Utenfra" in page.run(WRITTEN)
    assert page.run(STATE) == "Lagret"


def test_a_conflict_shows_both_and_overwrites_neither(page: Page, server: Serving, place: Path) -> None:
    _open(page, server)
    text = (place / NAME).read_text(encoding="utf-8")
    _at(page, 2)
    page.type(" min")
    page.until(f"{STATE} === 'Ikke lagret'")
    theirs = text.replace("tittel: Ung mor", "tittel: Deres")
    (place / NAME).write_text(theirs, encoding="utf-8")
    page.until("!document.getElementById('conflict').hidden")
    assert page.run("document.activeElement.id") == "conflict"
    assert page.run("document.getElementById('theirs').value") == theirs
    assert "tittel: Ung mor min" in page.run(WRITTEN)
    page.press("s", CONTROL)
    time.sleep(0.3)
    assert (place / NAME).read_text(encoding="utf-8") == theirs
    page.run("document.getElementById('keep-mine').click()")
    page.press("s", CONTROL)
    page.until(f"{STATE} === 'Lagret'")
    assert "tittel: Ung mor min\n" in (place / NAME).read_text(encoding="utf-8")
    page.run("document.querySelector('#versions summary').click()")
    page.until("document.querySelector('#kept button')")
    page.run("document.querySelector('#kept button').click()")
    page.until(f"{WRITTEN}.includes('tittel: Deres')")
    assert page.run(STATE) == "Ikke lagret"
    page.until(f"{MAP}.includes('Deres')")


def test_the_list_follows_the_folder(page: Page, server: Serving, place: Path) -> None:
    page.until("document.querySelectorAll('.card').length === 2")
    time.sleep(0.3)
    (place / "ny.yaml").write_text("reise: 1\n", encoding="utf-8")
    page.until("document.querySelector('.card[data-name=\"ny.yaml\"] .bad')")
    (place / "ny.yaml").unlink()
    page.until("document.querySelectorAll('.card').length === 2")


def test_there_is_a_plain_field_where_no_package_brings_the_editor(page: Page, server: Serving) -> None:
    page.go(f"{server.base}/journeys/{NAME}")
    script = f"""(async () => {{
      const {{ editor }} = await import("{server.base}/static/editor.js");
      const field = document.body.appendChild(document.createElement("textarea"));
      field.value = "a\\nbc\\nd";
      let changes = 0;
      const made = await editor({{ field, address: "", changed: () => (changes += 1) }});
      made.go(2, 2);
      made.show([]);
      made.put("x\\ny");
      return [field.selectionStart >= 0, made.text(), changes, document.activeElement === field].join();
    }})()"""
    assert page.run(script) == "true,x\ny,1,true"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_page_of_another_origin_can_neither_read_nor_write(
    window: Page, server: Serving, tmp_path: Path, place: Path
) -> None:
    """Not even one on this machine, to which the browser would give the cookie: the site is the same."""
    window.leave()
    (tmp_path / "evil.html").write_text("<title>evil</title><p>evil</p>", encoding="utf-8")
    before = {each: each.read_bytes() for each in place.iterdir() if each.is_file()}
    evil = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=tmp_path))
    Thread(target=evil.serve_forever, daemon=True).start()
    window.go(f"http://127.0.0.1:{evil.server_port}/evil.html")
    for options in ("{}", "{credentials: 'include'}", "{mode: 'no-cors', credentials: 'include'}"):
        said = window.run(
            f"fetch('{server.base}/', {options}).then(a => a.text()).then(t => 'got ' + t, () => 'refused')"
        )
        assert said in ("refused", "got ")
    put = f"fetch('{server.base}/journeys/{NAME}/text', {{method: 'PUT', credentials: 'include', body: 'x'}})"
    assert window.run(f"{put}.then(() => 'written', () => 'refused')") == "refused"
    framed = f"""new Promise(done => {{
      const frame = document.createElement("iframe");
      setTimeout(() => done("hidden"), 3000);
      frame.onload = () => {{
        let said = "hidden";
        try {{ said = frame.contentDocument ? frame.contentDocument.body.textContent : "hidden" }} catch {{}}
        done(said);
      }};
      frame.src = "{server.base}/";
      document.body.append(frame);
    }})"""
    assert window.run(framed) in ("hidden", "")
    assert {each: each.read_bytes() for each in place.iterdir() if each.is_file()} == before
    evil.shutdown()
    evil.server_close()
