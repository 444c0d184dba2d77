"""The comparison of cases: all answers, and what they rest on."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reise.comparison.alignment import Anchor, anchors, checked
from reise.comparison.answers import Inquiry, answers
from reise.comparison.answers.order import least_support
from reise.comparison.answers.turning import turn_table
from reise.comparison.case import Case
from reise.comparison.coders import Agreement, agreement
from reise.comparison.common import common_ways
from reise.comparison.conditions import Conditions, conditions
from reise.comparison.similarity import Pair, Similarities, matched_pairs, similarities
from reise.comparison.value import Answer, Count, LeftOut, Table, Terms
from reise.comparison.ways import followed
from reise.comparison.ways_value import Attribute, Ways
from reise.journey.model import Collection, Journey

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Comparison:
    """Cases side by side.

    `cases` are in order of id; `anchors` say where each stands in the common column, in the same
    order. `answers` are the answers to the 24 questions by id ("q01" … "q24"). `left_out` are the
    journeys that are not compared, with the reason. `pairs` are like cases with unlike outcomes,
    `conditions` the truth table of chosen conditions, `agreement` that of two coders if there are two.
    """

    terms: Terms
    cases: tuple[Case, ...]
    anchors: tuple[Anchor, ...]
    answers: dict[str, Answer]
    left_out: tuple[LeftOut, ...]
    collection: Collection
    pairs: tuple[Pair, ...] = ()
    conditions: Conditions | None = None
    agreement: Agreement | None = None

    @property
    def seal(self) -> str:
        """The SHA-256 of those of the cases, in order: another text, another seal."""
        return hashlib.sha256("\n".join(each.seal for each in self.cases).encode()).hexdigest()

    @property
    def turning_points(self) -> Table:
        """Every turning point of every case, with the events around it."""
        return turn_table(Inquiry(self.cases, self.terms))

    def similarities(self) -> Similarities:
        """Return how alike every two cases are: by their events, and by their constraints."""
        return similarities(self.cases)

    def graph(self, attribute: Attribute = "kind") -> "nx.DiGraph[str]":
        """Return what directly follows what across the cases; see reise.comparison.ways.followed."""
        return followed(self.cases, attribute, voice=self.terms.voice)

    def ways(self, attribute: Attribute = "kind") -> Ways:
        """Return the same as plain values, with the sequences that recur."""
        support = least_support(Inquiry(self.cases, self.terms))
        return common_ways(self.cases, attribute, voice=self.terms.voice, support=support)


def comparison(
    cases: Sequence[Case], terms: Terms, left_out: Sequence[LeftOut] = (), coded: Sequence[Journey] = ()
) -> Comparison:
    """Return what comparing cases finds; `coded` are the same journeys as a second coder has them.

    Raises UnknownAlignment or UnknownCondition where the terms name none.
    """
    ordered = tuple(sorted(cases, key=lambda case: case.id))
    terms = replace(terms, align=checked(terms.align, ordered))
    inquiry = Inquiry(ordered, terms)
    found = answers(inquiry)
    agreed = agreement([case.journey for case in ordered], coded) if coded else None
    if agreed:
        found["q24"] = _agreed(agreed)
    return Comparison(
        terms,
        ordered,
        anchors(ordered, terms.align, terms.voice),
        found,
        tuple(left_out),
        ordered[0].journey.collection if ordered else Collection(),
        matched_pairs(ordered, inquiry.good),
        conditions(inquiry),
        agreed,
    )


def _agreed(agreed: Agreement) -> Answer:
    """Answer Q24: how far two coders agree, field by field."""
    rows = tuple(
        (field.name, field.voice or None, field.count.n, field.count.N, field.kappa, field.alpha)
        for field in agreed.fields
    )
    different = tuple(
        (each.case, each.event, each.field, each.voice or None, each.first, each.second)
        for each in agreed.disagreements
    )
    tables = (
        Table("agreement", ("field", "voice", "n", "N", "kappa", "alpha"), rows),
        Table("disagreements", ("case", "number", "field", "voice", "first", "second"), different),
    )
    parts = (
        replace(agreed.doubled, name="doubled"),
        *(
            replace(each.count, name=f"agree_in|field:{each.name}{each.voice and ':' + each.voice}")
            for each in agreed.fields
        ),
    )
    head = Count(
        "agree",
        "event",
        sum(each.count.n for each in agreed.fields),
        sum(each.count.N for each in agreed.fields),
        agreed.cases,
    )
    return Answer("q24", head, "q24", parts=parts, tables=tables)
