"""What the schema says to people, from templates/locale/schema.{nb,nn,en}.toml."""

from typing import Any

from reise.journey.model import Language
from reise.journey.names import EVENT, Name, Names
from reise.resources import toml


class Told:
    """The words of one language; a section is a table of names.toml."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words: dict[str, Any] = toml(f"locale/schema.{language.value}.toml")

    def about(self, section: str, name: str) -> str:
        """Return the explanation of a key, or of what `section` is about ("title", "about")."""
        return str(self._words[section][name]).strip()

    def value(self, section: str, name: str) -> str:
        """Return the explanation of a fixed value."""
        return str(self._words["values"][section][name])

    def forms(self, name: str) -> list[tuple[str, str]]:
        """Return ways to write a time, each with what it means."""
        return [(form, meaning) for form, meaning in self._words["forms"][name]]

    def error(self, name: str, **gaps: object) -> str:
        """Return what a red line says."""
        return str(self._words["errors"][name]).format(**gaps)

    def word(self, name: str, **gaps: object) -> str:
        """Return a few words that link the others."""
        return str(self._words["words"][name]).format(**gaps)

    def listed(self, heading: str, entries: list[tuple[str, str]]) -> str:
        """Return a heading and a list in Markdown, of words with their meanings."""
        return "\n".join([self.word(heading), "", *(f"* `{word}`: {meaning}" for word, meaning in entries)])

    def key(self, name: str) -> str:
        """Return how a key of an event is written in this language."""
        return EVENT.shown(name, self.language)

    def shown(self, names: Names[Name]) -> list[str]:
        """Return how the names of a table are written in this language."""
        return [names.shown(each, self.language) for each in names]
