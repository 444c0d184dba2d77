"""What a disclosure report tells of decisions, approvals and tests."""

import datetime
import json
from pathlib import Path

import pytest
from tests.guard.disclosures import CLEAN, DOUBT, decided, folder, text_of

from reise.disclosing import disclosed, made
from reise.guard.record import Approval
from reise.guard.verdict import VERSION
from reise.pipeline import verdict


def test_who_decided_what_and_when(tmp_path: Path) -> None:
    files = folder(tmp_path, utkast=DOUBT)
    record = decided(files, "utkast")
    assert record.decision
    found, problems = disclosed([files / "utkast.yaml"])
    assert problems == ()
    assert (found.count("open"), found.count("decided"), found.expired) == (0, len(record.decision), 0)
    whole = " ".join(text_of(made(found, "pdf", "nb", "a4")))
    for words in ("veileder A", "2030-01-31", "Et vanlig ord her, ikke et navn", "skriver B", "bestemt"):
        assert words in whole
    assert "Dag etter" not in whole


def test_a_decision_expires_with_its_sentence(tmp_path: Path) -> None:
    files = folder(tmp_path, utkast=DOUBT)
    many = len(decided(files, "utkast").decision)
    folder(tmp_path, utkast=DOUBT.replace("hjemme", "ute"))
    found, _ = disclosed([files / "utkast.yaml"])
    assert (found.count("decided"), found.expired) == (0, many)
    assert found.count("open") == many
    data = json.loads(made(found, "json", "nb", "a4"))
    assert data["files"][0]["expired"] == many
    assert [each["state"] for each in data["files"][0]["items"]] == ["open"] * many + ["note"]


@pytest.mark.parametrize("changed", [False, True])
def test_an_approval_and_whether_it_holds(tmp_path: Path, *, changed: bool) -> None:
    files = folder(tmp_path, ny=CLEAN.format("status: godkjent\n", ""))
    judged = verdict(files / "ny.yaml").value
    assert judged is not None
    day, tested = datetime.date(2030, 2, 5), datetime.date(2030, 2, 3)
    approval = Approval(case=judged.seal.case, by="leder C", date=day, guard=VERSION, intruder_test=tested)
    decided(files, "ny", approval=approval, not_shown="der kildene bor")
    if changed:
        folder(tmp_path, ny=CLEAN.format("status: godkjent\n", "  - tiltak: flytter\n"))
    found, _ = disclosed([files / "ny.yaml"])
    told = json.loads(made(found, "json", "en", "a4"))["files"][0]
    assert told["approval"] == {"by": "leder C", "date": "2030-02-05", "guard": VERSION, "holds": not changed}
    assert (told["intruder_test"], told["not_shown"]) == ("2030-02-03", "der kildene bor")
    whole = " ".join(text_of(made(found, "pdf", "nb", "a4")))
    for words in ("leder C", "2030-02-05", "2030-02-03", "der kildene bor", told["sha256"][:8]):
        assert words in whole
    assert ("leder C gjelder ikke" in whole) is changed


def test_a_broken_record_is_open(tmp_path: Path) -> None:
    files = folder(tmp_path, ny=CLEAN.format("", ""))
    (files / "ny.vern.toml").write_text("decision = 3", encoding="utf-8")
    found, _ = disclosed([files / "ny.yaml"])
    assert [(each.problem.code, each.state) for each in found.files[0].items] == [("R450", "open")]
