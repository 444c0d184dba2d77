"""`reise completion`: the script that lets a shell fill in commands, choices and the names of journeys."""

import os
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from reise.cli.speech import words

SHELLS = ("bash", "zsh", "fish")
_ENDINGS = (".yaml", ".yml")


class Journeys(click.Path):
    """Paths of journeys, of which a shell is offered files that can be one, and folders to go into."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return what a path may go on with; only the shell itself can go into a folder without a space."""
        folder, begun = os.path.split(incomplete)
        try:
            found = sorted(Path(folder or ".").expanduser().iterdir())
        except OSError:
            return []
        near = [each for each in found if each.name.startswith(begun)]
        files = [each.name for each in near if each.suffix.lower() in _ENDINGS and each.is_file()]
        folders = [each.name for each in near if each.is_dir() and (begun or not each.name.startswith("."))]
        if not files:
            return [CompletionItem(incomplete, type="dir")]
        if any(name.split() != [name] for name in (*files, *folders)):
            return [CompletionItem(incomplete, type="file")]
        names = [*files, *(f"{name}/" for name in folders)]
        return [CompletionItem(os.path.join(folder, name)) for name in names]  # noqa: PTH118 - as it was typed


def for_shell(command: click.Command) -> click.Command:
    """Return a command whose paths are completed as paths of journeys."""
    for param in command.params:
        if param.name == "paths":
            param.type = Journeys()
    return command


@click.command("completion", help=words("cli.completion"), options_metavar=words("cli.options"))
@click.argument("shell", type=click.Choice(SHELLS), metavar="|".join(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script."""
    shells = get_completion_class(shell)
    assert shells is not None  # click knows all three
    click.echo(shells(ctx.find_root().command, {}, "reise", "_REISE_COMPLETE").source(), nl=False)
