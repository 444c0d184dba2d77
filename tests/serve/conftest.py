"""A folder of journeys that is served, asked as a browser would ask, without a network."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import cases

from reise.serve.answers import Answers
from reise.serve.gate import Gate

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
TOKEN = "the-token-of-this-test"


@dataclass
class Served:
    """A served folder, a browser that has been let in, one that has not, and what was reported."""

    place: Path
    answers: Answers
    client: TestClient
    stranger: TestClient
    reported: list[Exception] = field(default_factory=list)

    def mark(self, name: str) -> str:
        return self.client.get(f"/journeys/{name}/text").json()["mark"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    place = tmp_path / "reiser"
    place.mkdir()
    for name in ("ung-mor", "jenta-i-kantina", "samling"):
        # With what was decided about them: prints are made in another process, where the guard is at work.
        for each in (cases.TOP / "journeys").glob(f"{name}.*"):
            shutil.copy(each, place)
    answers = Answers(place, "nb")
    made = Served(place, answers, None, None)  # type: ignore[arg-type]
    gate = Gate(answers.router, PORT, TOKEN, made.reported.append, patience=5)
    ours = {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}
    cookie = {f"reise-{PORT}": TOKEN}
    made.client = TestClient(gate, f"http://{HOST}", headers=ours, cookies=cookie, follow_redirects=False)
    made.stranger = TestClient(gate, f"http://{HOST}", follow_redirects=False)
    yield made
    answers.release()
    answers.close()
    assert made.reported == []
