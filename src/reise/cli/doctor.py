"""`reise doctor`: whether this machine can print, and where not, how to mend it."""

import sys
from pathlib import Path

import click

from reise.cli.speech import why, words
from reise.machine import Finding, cure, findings, system


@click.command("doctor", help=words("cli.doctor"), options_metavar=words("cli.options"))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help=words("cli.doctor_output"),
)
def command(output: Path) -> None:
    """Look at the machine."""
    lacking = 0
    for finding in findings(output):
        click.echo(_told(finding))
        lacking += not finding.well
    click.echo("\n" + words("cli.doctor_lacks" if lacking else "cli.doctor_well", count=lacking))
    sys.exit(4 if lacking else 0)


def _told(finding: Finding) -> str:
    """Return what was found as a line, and where it is not well what to do about it on this system."""
    name, found = finding.name, finding.found
    if finding.well:
        return f"✓ {words(f'cli.has_{name}', found=found)}"
    found = why(found) if name == "output" else found
    mend = words(f"cli.mend_{name}", cure=cure(name, system()))
    return f"✗ {words(f'cli.lacks_{name}', found=found)}\n  → {mend}"
