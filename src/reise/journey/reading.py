"""What is carried through a file while it is read: its problems, its places, the tongue of its keys."""

from collections.abc import Callable
from functools import cached_property

from reise.journey.model import Collection, Language, Path
from reise.journey.names import LANGUAGES, Names
from reise.problems import Problem, Span, in_file_order, problem
from reise.source.document import Document, Mapping, Scalar

#: A file with more problems than this gets no more suggestions: each costs a search.
_SUGGESTIONS = 200


class Reading:
    """One file on its way from a document to a value."""

    def __init__(self, document: Document, names: Names[str], collection: Collection | None) -> None:
        self.file = document.file
        self.collection = collection or Collection()
        self._names = names
        self._root = document.root
        self.blurred = document.blurred
        self.language = Language.NB
        self.coded_by: str | None = None
        self.places: dict[Path, Span] = {(): document.root.span}
        self.problems: list[Problem] = []
        #: Where keys would stand that are there, but misspelt: that they are missing is no news.
        self.meant: set[Path] = set()

    def report(
        self,
        code: str,
        span: Span | None,
        *,
        related: tuple[Span, ...] = (),
        suggest: Callable[[], str | None] | None = None,
        **args: str | int,
    ) -> None:
        """Add a problem of this file; `args` never hold its text, nor does what `suggest` returns."""
        if span is not None and span.line in self.blurred:
            return
        suggestion = self.suggested(suggest) if suggest is not None else None
        if suggestion is not None:
            args["suggestion"] = suggestion
        self.problems.append(problem(code, self.file, span, related=related, **args))

    def suggested(self, suggest: Callable[[], str | None]) -> str | None:
        """Return what `suggest` returns, or None where there are too many problems to search for more."""
        return suggest() if len(self.problems) < _SUGGESTIONS else None

    def found(self) -> tuple[Problem, ...]:
        """Return the problems so far, in file order."""
        return in_file_order(self.problems)

    @cached_property
    def tongue(self) -> Language:
        """The language that most keys of the top level are written in; the journey's own, if as many."""
        if type(self._root) is not Mapping:
            return Language.NB
        own = Language.NB
        for entry in self._root.entries:
            if self._names.find(entry.key.text) == "language" and type(entry.value) is Scalar:
                own = LANGUAGES.find(entry.value.text) or own
        written = [entry.key.text for entry in self._root.entries]
        tongues = [own, *(each for each in Language if each is not own)]
        return max(tongues, key=lambda each: sum(self._names.spelled(key, each) for key in written))
