"""What the guard says of a file: what is found, what was decided about it, whether it may be printed."""

import hashlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from reise.guard import passage
from reise.guard.finding import Finding, Weight
from reise.guard.record import LEAST_REASON, Decision, Record, read_record, record_of, same_person
from reise.guard.respect import better
from reise.guard.search import Search
from reise.journey.model import Collection, Journey, Language, Status
from reise.problems import Problem, problem
from reise.source.document import Document

#: Grows when the guard finds what it did not find before: an approval holds for the version that it names.
VERSION = 1
#: The most letters of an acronym.
_ACRONYM = 6


class Seal(NamedTuple):
    """What a sheet says of the guard: which text it read, in which version; and whether it is approved."""

    case: str
    approved: bool
    version: int = VERSION

    @property
    def short(self) -> str:
        """Return the first eight digits of the text's SHA-256."""
        return self.case[:8]


class Verdict(NamedTuple):
    """All that the guard found in a file, the decisions that hold, and what is still open."""

    seal: Seal
    record: Record
    findings: tuple[Finding, ...]
    decided: tuple[tuple[Finding, Decision], ...]
    problems: tuple[Problem, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        """Return the findings that stand in the way, those that nobody has decided about."""
        settled = {id(finding) for finding, _ in self.decided}
        return tuple(
            each for each in self.findings if each.weight > Weight.ADVISE and id(each) not in settled
        )


def case_hash(text: str) -> str:
    """Return the SHA-256 of a text, whatever its line ends."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def judge(document: Document, path: Path, journey: Journey | None, collection: Collection) -> Verdict:
    """Return what the guard says of a journey's file, of what it tells even where it is no journey yet."""
    if journey is None:
        told = list(passage.of_document(document, collection))
        language = passage.language_of(document)
        return _judge(document, path, told, collection.allowed, None, language)
    told = list(passage.of_journey(journey))
    return _judge(document, path, told, collection.allowed, journey.status, journey.language)


def judge_collection(document: Document, path: Path, collection: Collection) -> Verdict:
    """Return what the guard says of a collection's file, its list of allowed words included."""
    verdict = _judge(
        document,
        path,
        list(passage.of_collection(collection)),
        collection.allowed,
        Status.DRAFT,
        collection.language,
    )
    refused = tuple(
        problem("R456", document.file, collection.place("allowed", index))
        for index, each in enumerate(collection.allowed)
        if not may_be_allowed(each)
    )
    return Verdict(
        verdict.seal, verdict.record, verdict.findings, verdict.decided, (*refused, *verdict.problems)
    )


def judge_values(journey: Journey) -> tuple[Finding, ...]:
    """Return what the guard finds in a journey that stands in no file yet."""
    search = Search(journey.file, "", _allowed(journey.collection.allowed), journey.language)
    return search.all(passage.of_journey(journey))


def _judge(
    document: Document,
    path: Path,
    told: list[passage.Passage],
    allowed: tuple[str, ...],
    status: Status | None,
    language: Language,
) -> Verdict:
    """Judge what was read; `status` is None where the file is no journey yet."""
    read = [*told, *passage.of_file(document, told)]
    findings = Search(document.file, document.text, _allowed(allowed), language).all(read)
    checked = read_record(path, document.file)
    record = checked.value or Record()
    decided, wrong = _matched(findings, record, document.file, path)
    case = case_hash(document.text)
    approval = record.approval
    problems = [*checked.problems, *wrong]
    approved = False
    if status is None:
        # What was decided may be about what cannot be read now, and what was approved is not this.
        problems = [each for each in problems if each.code != "R452"]
    elif status is Status.WITHDRAWN:
        # Nothing is printed of it, whoever approved what.
        pass
    elif approval and record.written_by and same_person(approval.by, record.written_by):
        problems.append(problem("R454", str(record_of(Path(document.file)))))
    elif approval and (approval.case != case or approval.guard != VERSION):
        problems.append(problem("R458", str(record_of(Path(document.file)))))
    elif approval and record.written_by:
        approved = status is Status.APPROVED
    seal = Seal(case, approved)
    verdict = Verdict(seal, record, findings, decided, ())
    said = [each.problem() for each in verdict.open]
    advice = [_advice(each) for each in findings if each.weight is Weight.ADVISE]
    return Verdict(seal, record, findings, decided, (*said, *advice, *problems))


def _advice(finding: Finding) -> Problem:
    row = dict(finding.args)["row"]
    instead = tuple((f"instead_{each}", better(int(row), each)) for each in ("en", "nb", "nn"))
    return Problem(finding.code, finding.file, finding.span, instead)


def _matched(
    findings: tuple[Finding, ...], record: Record, file: str, path: Path
) -> tuple[tuple[tuple[Finding, Decision], ...], list[Problem]]:
    """Return each finding that a decision is about, and what is wrong with the decisions."""
    place = str(record_of(Path(file)))
    problems: list[Problem] = []
    waiting: dict[tuple[str, str], list[Decision]] = {}
    for number, each in enumerate(record.decision, 1):
        if each.code[2] != "3":
            problems.append(problem("R451", place, number=number))
        elif fault := reason_fault(each.reason):
            problems.append(problem(fault, place, number=number, least=LEAST_REASON))
        else:
            waiting.setdefault((each.code, each.sentence), []).append(each)
    decided = []
    for finding in findings:
        if held := waiting.get((finding.code, finding.mark)):
            decided.append((finding, held.pop(0)))
    expired = Counter(code for (code, _), left in waiting.items() for _ in left)
    if expired:
        problems.append(problem("R452", place, count=sum(expired.values())))
    return tuple(decided), problems


def reason_fault(reason: str) -> str | None:
    """Return what is wrong with a reason: R453 too short, R455 it holds what the guard itself would stop."""
    if len(reason.strip()) < LEAST_REASON or len(set(reason.casefold())) < 5:
        return "R453"
    found = Search("", "").all([passage.Passage(reason, None)])
    return "R455" if any(each.weight >= Weight.LISTED for each in found) else None


def may_be_allowed(words: str) -> bool:
    """Whether words can stand on the list of what is allowed: a service's name has an everyday word in it.

    A word that no dictionary knows, or a single one that is a name as well, may be a person's.
    """
    from reise.guard.lexicon import is_also_name, is_compound, knows

    parts = [each.casefold() for each in words.replace("-", " ").split()]
    if words.isupper() and words.isalpha() and len(words) <= _ACRONYM:
        return True
    known = all(knows(each) or is_compound(each) or not each.strip("nr0123456789.") for each in parts)
    return known and any(len(each) > 2 and not is_also_name(each) for each in parts)


def _allowed(listed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in listed if may_be_allowed(each))
