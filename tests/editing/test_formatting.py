"""Laws of `reise fmt`: the journey stays the same, comments survive, and twice is the same as once."""

from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import cases
from tests.support.stories import journeys

from reise.editing import formatted, styled, yaml_of
from reise.journey import Journey, parse
from reise.journey.timewords import age, quantity
from reise.problems import Checked
from reise.source import Document, compose
from reise.source.comments import comments

HEAD = "reise: 1\ntittel: Prøve\nhendelser:\n"
FILES = [*cases.journeys(), *cases.good()]


def document(text: str) -> Document:
    found = compose(text.encode(), "prove.yaml")
    assert found.value is not None, found.problems
    return found.value


def meaning(text: str) -> Journey:
    parsed = parse(document(text))
    assert parsed.value is not None, parsed.problems
    return parsed.value


def laid_out(text: str, language: str | None = None) -> str:
    """Return a text laid out, after seeing that the laws hold for it."""
    before = document(text)
    once = formatted(before, language)
    assert meaning(once) == meaning(text)
    assert formatted(document(once), language) == once
    assert sorted(each.text for each in comments(document(once))) == sorted(
        each.text for each in comments(before)
    )
    assert all(line == line.rstrip() for line in once.split("\n"))
    assert once.endswith("\n")
    assert not once.endswith("\n\n")
    return once


def events(text: str) -> str:
    return laid_out(HEAD + text).removeprefix(HEAD)


def readable(journey: Journey) -> Journey:
    """Return a journey of the stories as it could have been read from a file."""
    return journey.model_copy(
        update={
            "despite": tuple(dict.fromkeys(journey.despite)),
            "content_notice": tuple(dict.fromkeys(journey.content_notice)),
            "events": tuple(
                each.model_copy(
                    update={
                        "tags": tuple(dict.fromkeys(each.tags)),
                        "later": each.later and quantity("ca 1 år"),
                        "age": each.age and age("13"),
                    }
                )
                for each in journey.events
            ),
        }
    )


@given(journeys(most=8), st.sampled_from(["nb", "nn", "en", None]))
def test_what_is_written_is_read_as_the_same_journey(journey: Journey, language: str | None) -> None:
    journey = readable(journey)
    assert meaning(yaml_of(journey, language)) == journey


@given(journeys(most=5), st.sampled_from(["nb", "nn", "en"]))
def test_what_is_written_is_in_the_style_of_the_house(journey: Journey, language: str) -> None:
    text = yaml_of(readable(journey), language)
    assert formatted(document(text)) == text


@st.composite
def scribbled(draw: st.DrawFn) -> str:
    """Return a journey as somebody without a style would have written it."""
    text = yaml_of(readable(draw(journeys(most=4))), draw(st.sampled_from(["nb", "nn", "en"])))
    lines = []
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        indent = line[: len(line) - len(line.lstrip(" "))]
        for _ in range(draw(st.integers(0, 1))):
            lines.append("")
        if line and draw(st.booleans()):
            lines.append(f"{indent}# over {number}")
        if line and draw(st.integers(0, 3)) == 0:
            line += f"  # ved {number}"
        lines.append(line)
    for column in draw(st.lists(st.sampled_from([0, 2, 4, 8]), max_size=3)):
        lines.append(" " * column + f"# til slutt {column}")
    return "\n".join(lines) + "\n" * draw(st.integers(0, 3))


@given(scribbled(), st.sampled_from(["nb", "nn", "en", None]))
def test_a_layout_keeps_the_meaning_and_the_comments(text: str, language: str | None) -> None:
    laid_out(text, language)


@given(journeys(most=5), st.data())
def test_a_comment_stays_with_its_event(journey: Journey, data: st.DataObject) -> None:
    """Comments called after the number of their event, above its dash, beside its keys and at its end."""
    text = yaml_of(readable(journey)).rstrip("\n")
    head, _, tail = text.partition("hendelser:\n")
    lines: list[str] = []
    number = 0
    for line in tail.split("\n"):
        starts = line.startswith("  - ")
        if starts and number and data.draw(st.booleans()):
            lines.append(f"    # {number}")
        number += starts
        if starts and data.draw(st.booleans()):
            lines.append(f"  # {number}")
        lines.append(f"{line}  # {number}" if number and line and data.draw(st.booleans()) else line)
    made = head + "hendelser:\n" + "\n".join(lines) + "\n"
    after = formatted(document(made), data.draw(st.sampled_from(["nb", None])))
    number = 0
    for line in after.partition("hendelser:\n")[2].split("\n"):
        number += line.startswith("  - ")
        if line.lstrip().startswith("#"):
            assert line.strip() == f"# {number + line.startswith('  # ')}"
        elif "  # " in line:
            assert line.endswith(f"  # {number}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["nb", "nn", "en", None])
def test_every_journey_of_the_project_can_be_laid_out(path: Path, language: str | None) -> None:
    laid_out(path.read_text(encoding="utf-8"), language)


def test_the_samples_in_the_house_style_stay_as_they_are() -> None:
    text = (cases.TOP / "journeys" / "ung-mor.yaml").read_text(encoding="utf-8")
    assert formatted(document(text)) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # The kind leads, the keys follow in the order of the house, two blanks a step.
        (
            '- {alder: 13, milepæl: "Skolen"}\n-   virkning:   hjalp\n    krise: Sover ikke\n    id: a\n',
            "  - milepæl: Skolen\n    alder: 13\n  - krise: Sover ikke\n    id: a\n    virkning: hjalp\n",
        ),
        # One blank line before a milestone, and not more.
        (
            "\n  - krise: A\n  - milepæl: B\n\n\n\n  - milepæl: C\n",
            "  - krise: A\n\n  - milepæl: B\n\n  - milepæl: C\n",
        ),
        # Quotes only where they are needed.
        (
            "  - sitat: 'Mor sa: gå'\n  - sitat: 'Mor sa nei'\n"
            '  - sitat: "null"\n    hvem: [\'dps\', "bup"]\n',
            '  - sitat: "Mor sa: gå"\n  - sitat: Mor sa nei\n  - sitat: "null"\n    hvem: [dps, bup]\n',
        ),
        # What is in brackets gets lines of its own where it is too long or has comments.
        (
            "  - krise: A\n    virkning: {ung: hindret,  # hun sa det\n      tjeneste: hjalp}  # og de\n",
            "  - krise: A\n    virkning:  # og de\n      ung: hindret  # hun sa det\n      tjeneste: hjalp\n",
        ),
        (
            f"  - krise: A\n    vendepunkt: {{retning: ned, gjorde forskjell: {'ord ' * 20}}}\n",
            "  - krise: A\n    vendepunkt:\n      retning: ned\n"
            f"      gjorde forskjell: {('ord ' * 20).strip()}\n",
        ),
        # Folded text stays folded.
        (
            "  - sitat: >-\n        En\n          to\n\n        tre\n    id: a\n",
            "  - sitat: >\n      En\n      to\n\n      tre\n    id: a\n",
        ),
        # A comment above the first key stands above the dash; one at the end of an event stays in it.
        (
            "  -\n    # over\n    krise: A\n    # under\n  # neste\n  - krise: B\n  # sist\n# aller sist\n",
            "  # over\n  - krise: A\n    # under\n  # neste\n  - krise: B\n  # sist\n# aller sist\n",
        ),
    ],
)
def test_the_style_of_the_house(before: str, after: str) -> None:
    assert events(before) == after


def test_keys_and_fixed_values_are_translated_and_words_are_not() -> None:
    text = (cases.CASES / "good" / "english.yaml").read_text(encoding="utf-8")
    nn = laid_out(text, "nn")
    assert "hendingar:" in nn
    assert "tittel: English" in nn
    assert "  - teneste: The school guide comes every day" in nn
    assert "verknad: {ung: hjelpte, teneste: ukjend}" in nn
    assert "merke: [stabil vaksen]" in nn
    assert laid_out(laid_out(nn, "nb"), "en") == laid_out(text, "en")


def as_meaning(data: bytes) -> Checked[Any]:
    found = compose(data, "prove.yaml")
    parsed = parse(found.value) if found.value else Checked(None)
    return Checked(parsed.value, found.problems + parsed.problems)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
def test_line_ends_and_the_byte_order_mark_stay(end: str, mark: bytes) -> None:
    before = mark + (HEAD + "  - krise:   Å sove\n").replace("\n", end).encode()
    after = mark + (HEAD + "  - krise: Å sove\n").replace("\n", end).encode()
    assert styled(before, "prove.yaml", as_meaning).value == after


def test_a_file_with_errors_is_told_of_and_left_alone() -> None:
    found = styled((HEAD + "  - krise: Mor sa: gå\n").encode(), "prove.yaml", as_meaning)
    assert found.value is None
    assert [each.code for each in found.problems] == ["R118"]


def test_a_layout_that_would_change_the_meaning_is_never_returned() -> None:
    seen = iter([1, 2])
    with pytest.raises(ValueError, match="change what a file means"):
        styled((HEAD + "  - krise: A\n").encode(), "prove.yaml", lambda _: Checked(next(seen)))
