"""The command line: one module a command, each loaded only when it is called."""

import errno
import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from reise.cli.quiet import keep_quiet
from reise.cli.speech import language, why, words
from reise.cli.tongue import click
from reise.faults import place_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# Looking for plugins of pydantic takes longer than checking a journey.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# A command makes much at its start and hardly any garbage: looking for it every 700 objects takes time.
gc.set_threshold(50_000)

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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for, or say which one was meant."""
        name = args[0]
        if not (name in COMMANDS or name.startswith("-") or ctx.resilient_parsing):
            raise click.exceptions.NoSuchCommand(name, possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

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
    keep_quiet()
    try:
        sys.exit(_run())
    except OSError:
        # Not even that could be said: output and errors go where nothing more can be written.
        os._exit(4)


def _run() -> int:
    """Run the command that was asked for, and return the exit code."""
    try:
        group(prog_name="reise", windows_expand_args=False, standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as ended:
        sys.stdout.flush()
        return ended.code if isinstance(ended.code, int) else 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # Whoever read has had enough; there is nobody to tell.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        return 1
    except OSError as error:
        reason = why(errno.errorcode.get(error.errno or 0, "?"))
        place = f"{_place(error)} " if error.filename else ""
        sys.stderr.write(place + words("cli.output_full", reason=reason) + "\n")
        return 4
    except Exception as error:
        sys.stderr.write(words("cli.unforeseen", place=place_of(error)) + "\n")
        return 4
    return 0


def _place(error: OSError) -> str:
    """Return what could not be read or written; for a part of a file, its folder."""
    from pathlib import Path

    from reise.files import PREFIX

    place = Path(os.fsdecode(error.filename))
    return str(place.parent if place.name.startswith(PREFIX) else place)


__all__ = ["group", "language", "main"]
