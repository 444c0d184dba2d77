"""The command line: one module a command, each loaded only when it is called."""

import errno
import os
import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from reise.cli.speech import language, why, words
from reise.cli.tongue import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# Looking for plugins of pydantic takes longer than checking a journey.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

COMMANDS = (
    "check",
    "render",
    "compare",
    "guard",
    "decide",
    "approve",
    "fmt",
    "explain",
    "doctor",
    "new",
    "init",
    "import",
    "serve",
    "fix",
    "schema",
    "completion",
)


class _Lazy(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"reise.cli.{cmd_name}").command
        if not ctx.resilient_parsing:
            return command
        # A shell asks what may come next.
        completed: click.Command = import_module("reise.cli.completion").for_shell(command)
        return completed

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return the commands and options that begin like this, without loading any command."""
        from click.shell_completion import CompletionItem

        names = [name for name in COMMANDS if name.startswith(incomplete)]
        found = [CompletionItem(name, help=words(f"cli.{name}_short")) for name in names]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from their one-line helps, without loading them."""
        with formatter.section(words("cli.commands")):
            formatter.write_dl([(name, words(f"cli.{name}_short")) for name in COMMANDS])


@click.group(
    cls=_Lazy,
    help=words("cli.about"),
    options_metavar=words("cli.options"),
    subcommand_metavar=words("cli.subcommand"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(None, "-V", "--version", package_name="reise", message="%(prog)s %(version)s")
def group() -> None:
    """Reise."""


def main() -> None:
    """Run the program; what nobody foresaw is told by its place, never by its values."""
    try:
        group(prog_name="reise", windows_expand_args=False, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except OSError as error:
        reason = why(errno.errorcode.get(error.errno or 0, "?"))
        place = f"{_place(error)} " if error.filename else ""
        sys.stderr.write(place + words("cli.output_full", reason=reason) + "\n")
        sys.exit(4)
    except Exception as error:
        sys.stderr.write(words("cli.unforeseen", place=where(error)) + "\n")
        sys.exit(4)


def _place(error: OSError) -> str:
    """Return what could not be read or written; for a part of a file, its folder."""
    from pathlib import Path

    from reise.files import PREFIX

    place = Path(os.fsdecode(error.filename))
    return str(place.parent if place.name.startswith(PREFIX) else place)


def where(error: Exception) -> str:
    """Return module, line and kind of an error; of one in another process, where it happened there."""
    trace, place = error.__traceback__, "?"
    there = re.findall(r'[/\\](reise[/\\][\w/\\]+)\.py", line (\d+)', str(error.__cause__ or ""))
    if there:
        name, line = there[-1]
        room = name.replace("/", ".").replace("\\", ".")
        return f"{type(error).__name__} {room}:{line}"
    while trace:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("reise"):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} {place}"


__all__ = ["group", "language", "main"]
