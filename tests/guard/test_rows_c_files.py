"""The rows C26-C29, C31 and C32 of the list of bad inputs: hidden in a file, planted, and false alarms."""

import re
from pathlib import Path

import pytest
from tests.guard import planting
from tests.guard.measure import alarms, missed
from tests.guard.residual import residual
from tests.guard.weighing import TOP, blocks, in_file

from reise.guard.finding import Weight
from reise.pipeline import check, verdict


def test_c26_comments_keys_and_names(tmp_path: Path) -> None:
    event = "  - hendelse: Noe skjedde\n"
    assert {each.code for each in in_file(tmp_path, f"# Dette er Kari\n{TOP}{event}")} == {"R420"}
    assert {each.code for each in in_file(tmp_path, f"{TOP}{event}    # ring 41234567\n")} == {"R410"}
    assert {each.code for each in in_file(tmp_path, f"{TOP}{event}    id: kari-hansen\n")} == {"R431"}
    assert {each.code for each in in_file(tmp_path, f"{TOP}{event}    41234567: ja\n")} == {"R410"}
    assert {each.code for each in in_file(tmp_path, TOP + event, "mohammed.yaml")} == {"R431"}
    (tmp_path / "41234567").mkdir()
    path = tmp_path / "41234567" / "reisen.yaml"
    path.write_text(TOP + event, encoding="utf-8")
    judged = verdict(path, str(path)).value
    assert judged
    assert {each.code for each in judged.open} == {"R410"}


def test_c27_split_over_two_texts(tmp_path: Path) -> None:
    text = TOP + "  - sitat: De skrev ned 010101\n  - hendelse: 12345 var resten\n"
    assert {each.code for each in in_file(tmp_path, text)} == {"R410"}


@pytest.mark.parametrize(
    "code", ["&#75;ari", "S2FyaSBIYW5zZW4=", "%4B%61ri", r"\u004bari", "&eacute;n", "data:image/png;x"]
)
def test_c28_codes(code: str) -> None:
    assert blocks(f"Det sto {code} der")


def test_c28_an_escape_of_yaml_is_read_and_hides_something_where_it_is_a_plain_letter(tmp_path: Path) -> None:
    for heavy, escapes in ((True, ("\\u004bari", "s\\x6fl", "so\\U0000006c")), (False, ("s\\u00f8t",))):
        for each in escapes:
            found = in_file(tmp_path, TOP + f'  - hendelse: "Hun traff {each} der"\n')
            assert any(one.weight is Weight.BLOCK for one in found) is heavy


@pytest.mark.parametrize("embedded", ["data:image/png;base64,iVBORw0KGgo", "<svg onload=x>", "%PDF-1.7 obj"])
def test_c29_nothing_embedded(embedded: str) -> None:
    assert blocks(f"Se {embedded} her")


def test_c31_what_is_planted_is_found(tmp_path: Path) -> None:
    """Of 400 at most 1 % pass, all on the published list (`python -m tests.bench planted` tries 2,000)."""
    passed = missed(planting.planted(20_301, 400), tmp_path)
    assert [(each.kind, each.position, each.casing) for each in passed if not residual(each)] == []
    assert len(passed) <= 4


@pytest.mark.parametrize("name", ["nb", "nn", "held-nb", "held-nn"])
def test_c32_false_alarms_on_clean_texts(name: str) -> None:
    """At most 10 of 1,000 words need a person, and less than 1 blocks."""
    decide, block = alarms(name)
    assert decide <= 10
    assert block < 1


def test_no_message_repeats_a_word_of_the_journey(tmp_path: Path) -> None:
    path = tmp_path / "reisen.yaml"
    path.write_text(TOP + "  - hendelse: Hun traff Kvitrebla og ringte 41234567\n", encoding="utf-8")
    for problem in check(path).problems:
        assert not re.search("kvitrebla|4123", repr(problem), re.IGNORECASE)
