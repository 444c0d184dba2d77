"""`reise compare` as a process of its own: what it makes, leaves out and refuses."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.support.command import JOURNEYS, cli, inside, module, reise

pytestmark = pytest.mark.slow


def compared(folder: Path, *more: str) -> dict:
    """Return the data that a comparison of the six journeys writes."""
    done = reise("compare", JOURNEYS, *more, "--output", folder / "c.json")
    assert done.code == 0, done.err
    return json.loads((folder / "c.json").read_text(encoding="utf-8"))


def test_a_report_in_the_output_folder(tmp_path: Path) -> None:
    done = reise("compare", JOURNEYS, cwd=tmp_path)
    assert done.code == 0, done.err
    assert cli("compared", count=6) in done.out
    assert inside(tmp_path / "output") == {"sammenligning.pdf"}
    assert (tmp_path / "output" / "sammenligning.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_every_question_has_its_number_and_its_rule(tmp_path: Path) -> None:
    told = compared(tmp_path)
    for number in range(1, 25):
        answer = told[f"q{number:02}"]
        assert {"n", "N", "cases", "unknown", "rule", "parts"} <= set(answer)
        assert 0 <= answer["n"] <= answer["N"]
        assert answer["rule"]
        assert "{" not in answer["rule"].replace("{ung", "")
    assert told["codebook"]


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    """The second time by a program that was begun anew, whose hashes are others."""
    for kind in ("pdf", "html", "json", "xlsx", "graphml"):
        for name, fresh in (("a", False), ("b", True)):
            words = ("compare", JOURNEYS, "--pages", "1,5", "--output", tmp_path / f"{name}.{kind}")
            done = reise(*words, fresh=fresh)
            assert done.code == 0, done.err
        assert (tmp_path / f"a.{kind}").read_bytes() == (tmp_path / f"b.{kind}").read_bytes(), kind


def test_filters_change_the_number_of_cases_and_say_so(tmp_path: Path) -> None:
    whole = compared(tmp_path)
    outcome = whole["cases"][0]["outcome"]
    done = reise("compare", JOURNEYS, "--where", f"utfall={outcome}", "--output", tmp_path / "d.json")
    some = json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))
    assert 0 < len(some["cases"]) < len(whole["cases"])
    chosen_away = len(whole["cases"]) - len(some["cases"])
    assert some["left_out"] == [{"reason": "filtered", "journeys": chosen_away}]
    assert cli("left_out", withdrawn=0, consent=0, sharing=0, filtered=chosen_away) in done.err


def test_what_may_hang_on_a_wall(tmp_path: Path) -> None:
    told = compared(tmp_path, "--where", "samtykke=vegg")
    assert "vaken-om-natta" not in [each["case"] for each in told["cases"]]


def test_nobody_left_is_said(tmp_path: Path) -> None:
    done = reise("compare", JOURNEYS, "--where", "utfall=fyrvokter", "--output", tmp_path / "c.pdf")
    assert (done.code, inside(tmp_path)) == (1, set())
    assert "6" in done.err


def test_a_journey_without_consent_or_withdrawn_is_not_in_it(tmp_path: Path) -> None:
    text = "reise: 1\ntittel: {}\n{}hendelser:\n  - krise: Faller ut\n"
    yes = "samtykke: {sammenligning: ja}\n"
    for name, top in (("med", yes), ("uten", ""), ("trukket", yes + "status: trukket\n")):
        (tmp_path / f"{name}.yaml").write_text(text.format(name, top), encoding="utf-8")
    done = reise("compare", tmp_path, "--output", tmp_path / "ut" / "c.json")
    assert done.code == 0, done.err
    told = json.loads((tmp_path / "ut" / "c.json").read_text(encoding="utf-8"))
    assert [each["case"] for each in told["cases"]] == ["med"]
    # How many are left out, but never which: whoever withdrew is not named again.
    assert "uten" not in json.dumps(told["left_out"])
    assert {each["reason"]: each["journeys"] for each in told["left_out"]} == {
        "consent": 1,
        "withdrawn": 1,
    }


def test_one_bad_file_stops_the_comparison_since_the_numbers_would_be_wrong(tmp_path: Path) -> None:
    for path in JOURNEYS.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "feil.yaml").write_text("reise: 1\ntittel: A\nhendelser:\n  - krse: B\n", encoding="utf-8")
    done = reise("compare", tmp_path, "--output", tmp_path / "ut" / "c.pdf")
    assert (done.code, (tmp_path / "ut").exists()) == (1, False)
    assert cli("not_compared", bad=1, count=7) in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("--align", "første"),
        ("--align", "turn:0"),
        ("--where", "utfall"),
        ("--where", "bosted=Bergen"),
        ("--where", "område=himmelen"),
        ("--voice", "naboen"),
        ("--pages", "8"),
        ("--pages", "a-b"),
        ("--window", "0"),
        ("--condition", "liker fisk"),
        ("--format", "docx"),
        ("--share", "--format", "graphml"),
        ("--format", "json", "--output", "c.pdf"),
    ],
)
def test_a_wrong_command_line_is_told_and_nothing_is_written(words: tuple[str, ...], tmp_path: Path) -> None:
    done = reise("compare", JOURNEYS, *words, cwd=tmp_path)
    assert (done.code, inside(tmp_path)) == (2, set())
    assert "Feil" in done.err


@pytest.mark.parametrize(
    "align",
    ["first-down", "last", "start", "turn:2", "transition:bup-dps", "milestone:Arbeid", "age:16"],
)
def test_every_alignment(align: str, tmp_path: Path) -> None:
    assert compared(tmp_path, "--align", align)["terms"]["align"] == align


def test_voice_in_every_language(tmp_path: Path) -> None:
    everyone = compared(tmp_path, "--voice", "alle")
    assert everyone["q12"]["N"] == compared(tmp_path, "--voice", "ung")["q12"]["N"]
    assert everyone["q01"]["N"] + len(everyone["q01"]["unknown"]) > compared(tmp_path)["q01"]["N"]


def test_shared_tells_no_case_and_no_small_number(tmp_path: Path) -> None:
    told = compared(tmp_path, "--share", "--min-cell", "3")
    text = json.dumps(told, ensure_ascii=False)
    for path in JOURNEYS.glob("*-*.yaml"):
        assert path.stem not in text

    def numbers(value: object) -> list[int]:
        if isinstance(value, dict):
            return [n for key, each in value.items() if key != "min_cell" for n in numbers(each)]
        if isinstance(value, list):
            return [n for each in value for n in numbers(each)]
        return [value] if isinstance(value, int) and not isinstance(value, bool) else []

    shown = {key: value for key, value in told.items() if key.startswith("q") or key == "table"}
    assert {"q01", "table"} <= set(shown)
    assert all(each >= 3 for each in numbers(shown))


def test_what_is_shared_has_consent_to_be_shared(tmp_path: Path) -> None:
    text = "reise: 1\ntittel: A\nsamtykke: {sammenligning: ja}\nhendelser:\n  - krise: Faller ut\n"
    (tmp_path / "en.yaml").write_text(text, encoding="utf-8")
    assert reise("compare", tmp_path, "-o", tmp_path / "ut.json").code == 0
    done = reise("compare", tmp_path, "--share", "-o", tmp_path / "delt.json")
    assert (done.code, (tmp_path / "delt.json").exists()) == (1, False)
    assert cli("none_left", withdrawn=0, consent=0, sharing=1, filtered=0) in done.err


def test_csv_is_a_file_a_sheet(tmp_path: Path) -> None:
    done = reise("compare", JOURNEYS, "--format", "csv", "--output", tmp_path / "c.csv")
    assert done.code == 0, done.err
    names = inside(tmp_path)
    assert {"c-answers.csv", "c-codebook.csv", "c-turning_points.csv"} <= names
    rows = list(csv.DictReader(io.StringIO((tmp_path / "c-answers.csv").read_text(encoding="utf-8-sig"))))
    assert [row["id"] for row in rows] == [f"q{number:02}" for number in range(1, 25)]


def test_two_codings_are_held_against_each_other(tmp_path: Path) -> None:
    other = tmp_path / "andre"
    other.mkdir()
    for path in JOURNEYS.glob("*-*.yaml"):
        text = path.read_text(encoding="utf-8").replace("virkning: hjalp", "virkning: blandet")
        (other / path.name).write_text(text, encoding="utf-8")
    told = compared(tmp_path, "--coder", str(other))
    assert told["q24"]["N"] > 100
    assert not told["q24"]["lacks"]
    assert compared(tmp_path)["q24"]["lacks"]


def test_journeys_of_several_languages_under_one_set_of_labels(tmp_path: Path) -> None:
    for language, rule in (("nb", "en vending oppover"), ("nn", "ei vending oppover"), ("en", "turn upward")):
        assert rule in compared(tmp_path, "--lang", language)["q01"]["rule"]


def test_without_graphviz_it_says_so_and_the_other_pages_can_be_made(tmp_path: Path) -> None:
    gone = "import subprocess\ndef run(*_, **__): raise FileNotFoundError\nsubprocess.run = run"
    broken = module(tmp_path / "first", "sitecustomize", gone)
    words = ("compare", JOURNEYS, "-o", tmp_path / "c.html")
    done = reise(*words, "--pages", "5", source_first=broken)
    assert done.code == 4
    assert " R603 " in done.err
    assert not (tmp_path / "c.html").exists()
    assert reise(*words, "--pages", "2", source_first=broken).code == 0
