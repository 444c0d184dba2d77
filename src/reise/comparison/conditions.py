"""Chosen conditions against the outcome: which cases enter the truth table, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from reise.comparison.answers.despite import features
from reise.comparison.answers.inquiry import Inquiry
from reise.comparison.case import Case
from reise.comparison.qca import CONDITIONS, Observation, Solution, TruthTable, solve, truth_table
from reise.journey.model import Collection
from reise.journey.names import TAGS
from reise.journey.vocabulary import find_role, find_transition

#: What is looked at where nobody chose: the two tags that say what somebody did.
PLAIN = ("tag:own_initiative", "tag:stable_adult")


class UnknownCondition(ValueError):  # noqa: N818 - it is the condition that is unknown
    """Words that name no tag, role, transition or constraint of the cases, or more than eight of them."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """The truth table of chosen conditions, its formulas, and the cases that could not be placed in it.

    Conditions are features: "tag:ID", "role:ID" (somebody of that role helped), "transition:ID" (it held)
    or "despite:WORDS". A case whose outcome is unknown, or that never uses a tag, is left out.
    """

    truth: TruthTable
    solutions: tuple[Solution, ...] = ()
    left_out: tuple[str, ...] = ()


def named(words: str, cases: Sequence[Case]) -> str:
    """Return the feature that words name: a tag, a role, a transition or a constraint; or raise."""
    shared = cases[0].journey.collection if cases else Collection()
    tag = TAGS.find(words)
    if tag:
        return f"tag:{tag}"
    role, move = find_role(words, shared), find_transition(words, shared)
    if role or move:
        return f"role:{role}" if role else f"transition:{move}"
    plain = " ".join(words.casefold().split())
    for case in cases:
        if plain in (" ".join(each.casefold().split()) for each in case.journey.despite):
            return f"despite:{plain}"
        if plain in (each.casefold() for each in case.tags):
            return f"tag:{next(each for each in case.tags if each.casefold() == plain)}"
    raise UnknownCondition(words)


def conditions(inquiry: Inquiry) -> Conditions | None:
    """Return what chosen conditions have to do with the outcome; None where no case can be placed.

    Unless chosen, the conditions are own initiative and a stable adult, as many as the cases allow.
    Raises UnknownCondition.
    """
    if len(inquiry.terms.conditions) > CONDITIONS:
        raise UnknownCondition(inquiry.terms.conditions[CONDITIONS])
    chosen = tuple(dict.fromkeys(named(each, inquiry.cases) for each in inquiry.terms.conditions))
    names = chosen or PLAIN[: max(1, int(log2(max(2, len(inquiry.cases)))))]
    observed, left_out = [], []
    for case in inquiry.cases:
        outcome, values = inquiry.good(case), tuple(_has(case, each, inquiry.voice) for each in names)
        if outcome is None or None in values:
            left_out.append(case.id)
        else:
            observed.append(Observation(case.id, tuple(map(bool, values)), outcome))
    if not observed:
        return None
    table = truth_table(names, observed)
    solved = () if "no_positive" in table.limits else (solve(table), solve(table, remainders=True))
    return Conditions(table, solved, tuple(left_out))


def _has(case: Case, feature: str, voice: str) -> bool | None:
    """Return whether a case has a feature; None where its file cannot tell."""
    sort, _, words = feature.partition(":")
    if sort == "despite":
        return words in (" ".join(each.casefold().split()) for each in case.journey.despite)
    if sort == "tag" and words not in case.tags:
        return None if words in ("stable_adult", "own_initiative", "break", "new_person") else False
    return features(case, voice).get(feature, False)
