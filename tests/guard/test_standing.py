"""What the program says of how a journey stands: advice, what was read, whether it can be printed."""

from pathlib import Path

from tests.guard.deciding import TEXT, approved, decided, reise


def test_respect_is_advised_with_another_word(journey: Path) -> None:
    decided(journey)
    journey.write_text(
        TEXT.replace("Hun finner veien hjem", "De kaller henne et problembarn"), encoding="utf-8"
    )
    result = reise("check", journey.name, where=journey.parent)
    assert result.returncode == 0
    assert "R440" in result.stderr
    assert "barn som har det vanskelig" in result.stderr


def test_only_what_was_read_counts_as_read(journey: Path) -> None:
    done = reise("guard", journey.name, "finnes-ikke.yaml", where=journey.parent)
    assert "R124" in done.stderr
    assert done.stdout.startswith("1 fil lest av vernet: 1 åpne, 0 bestemt.\n")


def standing(journey: Path) -> str:
    """Return the line that `reise guard` ends with."""
    last = reise("guard", journey.name, where=journey.parent).stdout.splitlines()[-1]
    assert last.startswith(f"  {journey.name}  ")
    return last.removeprefix(f"  {journey.name}  ")


def test_one_line_says_whether_it_can_be_printed(journey: Path) -> None:
    assert standing(journey) == "nei: 1 ting å avklare, må godkjennes"
    decided(journey)
    assert standing(journey) == "nei: må godkjennes"
    approved(journey)
    assert standing(journey) == "ja"
    for old, new, line in (
        ("Hun finner", "Nå finner hun", "nei: må godkjennes på nytt"),
        ("vegg: ja", "vegg: nei", "nei: må godkjennes på nytt"),
        ("kart: ja", "kart: nei", "nei: mangler ja til kart, må godkjennes på nytt"),
        ("status: godkjent", "status: lest", "nei: er ikke ferdig (status)"),
        ("status: godkjent", "status: trukket", "nei: trukket"),
        ("hendelser:", "hendelse:", "nei: noe må rettes, se reise check"),
        ("reise: 1", "reise: [", "nei: noe må rettes, se reise check"),
        (
            "veien hjem",
            "veien hjem\n    etter: borte",
            "nei: noe må rettes, se reise check, må godkjennes på nytt",
        ),
    ):
        journey.write_text(TEXT.replace(old, new), encoding="utf-8")
        assert standing(journey) == line
    journey.write_text(TEXT.replace("vegg: ja", "vegg: nei"), encoding="utf-8")
    approved(journey)
    assert standing(journey) == "ja, på A4 og A3 (mangler ja til vegg)"
