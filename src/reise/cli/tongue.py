"""Makes click speak the language of the system; the program imports click from here.

Click takes its words from `gettext` by name when it is imported, and gettext knows only compiled
catalogues and the locales of the system. So for that long it gets words from templates/locale/click.toml.
"""

import gettext

from reise.cli.speech import language
from reise.resources import toml

_known: dict[str, str] = {} if language() == "en" else toml("locale/click.toml")[language()]


def _word(message: str) -> str:
    return _known.get(message, message)


def _words(msgid1: str, msgid2: str, n: int) -> str:
    return _word(msgid1 if n == 1 else msgid2)


_theirs = gettext.gettext, gettext.ngettext
gettext.gettext, gettext.ngettext = _word, _words
try:
    import click
finally:
    gettext.gettext, gettext.ngettext = _theirs

__all__ = ["click"]
