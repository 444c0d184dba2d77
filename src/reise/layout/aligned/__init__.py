"""From a comparison to its first page: the cases in rows, what they share in one column."""

from collections.abc import Callable, Sequence
from functools import partial

from reise.comparison import Comparison
from reise.layout.aligned.condensed import Condensed
from reise.layout.aligned.distribution import Distribution
from reise.layout.aligned.frame import Frame, Measures
from reise.layout.aligned.full import full
from reise.layout.aligned.grid import Pair, reaches
from reise.layout.aligned.rows import Limits
from reise.layout.aligned.telling import Told, tell
from reise.layout.aligned.value import Aligned, AlignedSheet, Cell, Density, Finding, Row
from reise.layout.paper import PAPERS, Paper
from reise.layout.ruler import FontRuler, Ruler

__all__ = ["Aligned", "AlignedSheet", "Cell", "Density", "Finding", "Row", "aligned"]

#: Sizes of type are tried in steps of so many points, as a share of the least.
STEP = 0.025
#: Words of rows may be shortened to so many lines before they give way to rows of marks.
LIMITS = (Limits(None, whole=True), Limits(None), Limits(5), Limits(4), Limits(3))
#: More sheets of marks than this, and the cases are counted instead.
MOST_SHEETS = 4
#: As many columns of marks are kept before type grows.
MARKS = 20

Findings = Sequence[tuple[str, str]]


def aligned(
    comparison: Comparison,
    *,
    paper: str = "a3",
    language: str = "nb",
    findings: Findings = (),
    ruler: Ruler | None = None,
) -> Aligned:
    """Return the first page of a comparison set for `paper` (a4, a3, a1, a0), with labels in `language`.

    `findings` are up to four pairs of a number ("4 av 6") and a sentence; they stand at the foot where
    there is room. Rows have words while all of them fit one sheet at the paper's least type; then they
    are marks only, on as many sheets as that takes; beyond `MOST_SHEETS` the cases are counted.
    Raises ValueError where there are no cases.
    """
    if not comparison.cases:
        raise ValueError("no cases")
    setter = _Setter(tell(comparison, language), PAPERS[paper], ruler or FontRuler(), tuple(findings)[:4])
    return setter.full(comparison.terms.window) or setter.condensed() or setter.distribution()


class _Setter:
    """Sets the page as dense as it must be, in type as large as it may be."""

    def __init__(self, told: Told, paper: Paper, ruler: Ruler, findings: Findings) -> None:
        self.told = told
        self.paper = paper
        self.findings = findings
        self.measures = Measures(ruler, paper)

    def _frame(self, point: float) -> Frame:
        return Frame(self.told, self.paper, point, self.measures)

    def _largest(self, fits: Callable[[float], bool]) -> float | None:
        """Return the largest size of type that fits, in points; nothing where the least does not."""
        least, most = self.paper.body, self.paper.largest
        if not fits(least):
            return None
        step = least * STEP
        low, high = 0, int((most - least) / step) + 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if fits(least + middle * step) else (low, middle)
        return least + low * step

    def full(self, window: int) -> Aligned | None:
        """Return the page with words in its rows."""
        if len(self.told.lines) > self.paper.height / self.paper.margin:
            return None
        before, after = reaches(self.told, window)
        widest = max(before, after, 1)
        for most in range(widest, 0, -1):
            reach = min(before, most), min(after, most)
            for limits in LIMITS:
                point = self._largest(partial(self._fits, reach, limits))
                if point is not None:
                    frame = self._frame(point)
                    made = full(frame, reach, limits, self.findings, most=True)
                    assert made is not None  # it fitted just now
                    return self._aligned("full", frame, (made.sheet(),))
        return None

    def _fits(self, reach: Pair, limits: Limits, point: float) -> bool:
        return full(self._frame(point), reach, limits, self.findings) is not None

    def condensed(self) -> Aligned | None:
        """Return the page with rows of marks."""
        findings = self.findings
        least = Condensed(self._frame(self.paper.body), findings)
        if not least.fits:
            findings = ()
            least = Condensed(self._frame(self.paper.body), findings)
        count = len(least.shared())
        if not least.fits or count > MOST_SHEETS:
            return None
        steps = min(least.steps_shown, MARKS)

        def fits(point: float) -> bool:
            tried = Condensed(self._frame(point), findings)
            return tried.fits and tried.steps_shown >= steps and len(tried.shared()) <= count

        point = self._largest(fits) or self.paper.body
        frame = self._frame(point)
        return self._aligned("condensed", frame, Condensed(frame, findings).sheets())

    def distribution(self) -> Aligned:
        """Return the page with counts."""
        findings = self.findings
        if not Distribution(self._frame(self.paper.body), findings).fits:
            findings = ()

        def fits(point: float) -> bool:
            tried = Distribution(self._frame(point), findings)
            return tried.fits and tried.wide

        point = self._largest(fits) or self.paper.body
        frame = self._frame(point)
        return self._aligned("distribution", frame, (Distribution(frame, findings).sheet(),))

    def _aligned(self, density: Density, frame: Frame, sheets: tuple[AlignedSheet, ...]) -> Aligned:
        return Aligned(
            title=self.told.title,
            language=self.told.language,
            density=density,
            paper=self.paper.name,
            point=frame.point,
            em=frame.em,
            width=self.paper.width,
            height=self.paper.height,
            small=frame.small,
            title_em=frame.title_size,
            foot_em=frame.foot_size,
            cases=tuple(line.id for line in self.told.lines),
            sheets=sheets,
        )
