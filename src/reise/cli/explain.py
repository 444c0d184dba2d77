"""`reise explain`: a problem by its code, with an example that has it and one that has not."""

import click

from reise.cli.examples import Example, codes, example
from reise.cli.speech import language, why, words
from reise.problems import said


def _code(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and value.upper() not in codes():
        raise click.BadParameter(words("cli.bad_code", words=value), ctx, param)
    return value and value.upper()


@click.command("explain", help=words("cli.explain"), options_metavar=words("cli.options"))
@click.argument("code", required=False, callback=_code, metavar=words("cli.code"))
def command(code: str | None) -> None:
    """Explain a code, or list all of them."""
    if code is None:
        for each in codes():
            click.echo(f"{each}  {_said(example(each, language()), 'fact')}")
    else:
        click.echo(explained(code))


def explained(code: str) -> str:
    """Return what is to be said about a code."""
    shown = example(code, language())
    parts = [f"{code}: {_said(shown, 'fact')}"]
    if shown.wrong:
        parts += [words("cli.wrong"), _indented(shown.seen), words("cli.right"), _indented(shown.right)]
    return "\n\n".join([*parts, _said(shown, "hint")])


def _said(shown: Example, part: str) -> str:
    reason = {name: why(str(value)) for name, value in shown.problem.args if name == "reason"}
    return said(shown.problem, part, language(), **reason)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
