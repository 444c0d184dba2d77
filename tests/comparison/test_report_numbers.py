"""The pages of tables tell the same numbers as the data."""

import json
import re
from functools import cache

from tests.comparison.reports import page, row_of, six, tables, told

from reise.comparison.value import Count, measure
from reise.graphs.journey import graph
from reise.layout.report import Naming
from reise.layout.report.answers import measures, share, unknown
from reise.layout.report.value import Findings, Listing, Paragraph
from reise.tables import as_json


@cache
def data() -> dict:
    return json.loads(as_json(six(), "nb"))


def test_every_finding_tells_the_number_the_data_have_under_its_question():
    seen = set()
    for each in told().pages:
        for block in each.blocks:
            for found in block.findings if isinstance(block, Findings) else ():
                answer = data()[f"q{int(found.mark):02}"]
                whole = f"{answer['n']} av {answer['N']}" if answer["N"] else "ikke sagt"
                assert found.number == whole
                assert found.sentence == answer["label"]
                notes = {note.head: note.text for note in found.notes}
                assert notes["Regel"].startswith(answer["rule"])
                low, high = answer["leave_one_out"]["low"], answer["leave_one_out"]["high"]
                if low:
                    ends = [f"{n} av {whole}" for n, whole in (low, high)]
                    assert notes["Uten én sak"] == " – ".join(dict.fromkeys(ends))
                seen.add(found.mark)
    assert len(seen) == 8 + 3 + 6 + 3


def test_the_24_questions_stand_with_their_numbers_their_rules_and_what_they_lack():
    rows = tables(told(), 7)["De 24 spørsmålene"].rows
    assert len(rows) == 24
    for place, row in enumerate(rows, 1):
        answer = data()[f"q{place:02}"]
        question, number, cases, unknown, _, rule = row.cells
        assert question.lines[0].text == answer["question"]
        whole = f"{answer['n']} av {answer['N']}" if answer["N"] else "ikke sagt"
        assert number.lines[0].text == whole
        assert rule.lines[0].text == answer["rule"]
        assert (answer["lacks"] or "") in rule.text
        if not answer["cases"]:
            assert cases.text == "–"
        assert (unknown.text == "0") == (not answer["unknown"])


def test_where_every_part_stands_is_said():
    said = [each.text for each in page(told(), 7).blocks if isinstance(each, Paragraph)]
    assert any("--format xlsx" in each for each in said)


def test_what_cannot_be_counted_is_said_in_words():
    assert share(Naming(six(), "nb"), Count("held", "transition", 0, 0, ())) == "ikke sagt"
    headlines = [
        found.number
        for each in told().pages
        for block in each.blocks
        if isinstance(block, Findings)
        for found in block.findings
    ]
    assert "0 av 0" not in headlines
    questions = Count("rests_on_one", "question", 0, 9, (), ("q10", "q12"), 2)
    assert unknown(Naming(six(), "nb"), questions) == "spørsmål 10, 12"


def test_months_are_whole_and_help_that_came_first_is_said_to_have():
    naming = Naming(six(), "nb")
    made = measure("strain_to_help_least", "months", [("storesyster", 4.6), ("ung-mor", -3.0)], ())
    row = measures(naming, [(six().answers["q07"], made)]).rows[0]
    heads = [column.head for column in measures(naming, [(six().answers["q07"], made)]).columns]
    told_of = dict(zip(heads, (cell.text for cell in row.cells), strict=True))
    assert told_of["Storesyster"] == "5"
    assert told_of["Ung mor"] == "hjelpen kom 3 måneder før"
    assert told_of["Median"] == "1"
    gap = naming.cell("months_most", None), naming.cell("months_least", 14.73)
    assert gap == ("kan ikke sies", "15")


def test_the_matrix_of_transitions_adds_up_to_the_table_in_the_data():
    [found] = data()["q05"]["tables"]
    matrix = tables(told(), 3)["Overgang for overgang"]
    heads = [each.head for each in matrix.columns]
    totals = heads.index("✓ holdt")
    for status, shift in (("held", 0), ("broke", 1), ("unclear", 2), ("none", 3)):
        shown = sum(int(row.cells[totals + shift].text) for row in matrix.rows)
        assert shown == sum(row["status"] == status for row in found["rows"])
    words = {"held": "✓ holdt", "broke": "× brast", "unclear": "? uklart", "none": "· ikke sagt"}
    naming = Naming(six(), "nb")
    for each in found["rows"]:
        row = row_of(matrix, naming.thing("transition", each["transition"]))
        cell = row.cells[heads.index(naming.case(each["case"]))]
        number = f" (nr. {each['number']})" if each["number"] else ""
        assert f"{words[each['status']]}{number}" in cell.text.split(" · ")


def test_who_helped_by_the_young_person_is_what_the_data_say():
    naming = Naming(six(), "nb")
    several = tables(told(), 4)["Tjenester og personer i hver sak"]
    [once] = [each for each in page(told(), 4).blocks if isinstance(each, Listing)]
    heads = [each.head for each in several.columns]
    [found] = data()["q08"]["tables"]
    assert len(found["rows"]) > 40
    for each in found["rows"]:
        role, whose = naming.thing("role", each["role"]), naming.case(each["case"])
        if role in [row.cells[0].text for row in several.rows]:
            text = row_of(several, role).cells[heads.index(whose)].text
        else:
            [text] = [line.text for line in once.lines if line.lead == role]
            assert text.startswith(f"{whose} · ")
        parts = text.replace("\u00a0", " ").split(" · ")
        young = next((part for part in parts if part.startswith("den unge:")), "")
        for sign, count in (("+", "helped"), ("–", "hindered"), ("±", "both")):
            many = re.search(rf"{re.escape(sign)} (\d+)", young)
            assert (int(many[1]) if many else 0) == each[count], (role, whose, young)


def test_hand_overs_are_those_of_the_graphs():
    found = tables(told(), 4)["Overleveringer mellom tjenester"]
    made = [graph(case.journey, case.chronology) for case in six().cases]
    edges = [edge for each in made for *_, edge in each.edges(data=True) if edge["relation"] == "hands_over"]
    assert sum(int(row.cells[3].text) for row in found.rows) == len(edges) > 10
    naming = Naming(six(), "nb")
    shown = {(row.cells[0].text, row.cells[1].text) for row in found.rows}
    assert shown == {
        tuple(naming.thing("role", edge[end]) for end in ("from_role", "to_role")) for edge in edges
    }


def test_who_is_not_there_is_blank_and_no_sign_for_hindered():
    matrices = (
        tables(told(), 4)["Tjenester og personer i hver sak"],
        tables(told(), 3)["Overgang for overgang"],
    )
    for matrix in matrices:
        empty = [cell for row in matrix.rows for cell in row.cells[1:7] if not cell.text]
        assert len(empty) > 10
        assert not any(cell.text == "–" for row in matrix.rows for cell in row.cells[1:7])


def test_pairs_and_features_are_those_of_the_data():
    despite = tables(told(), 6)
    pairs = despite["Par av saker med like belastninger og ulikt utfall"].rows
    assert [row.cells[4].text for row in pairs] == [
        f"{each['distance']} av {each['longest']}" for each in data()["pairs"]
    ]
    [features] = data()["q17"]["tables"]
    shown = despite["Oftere i sakene som gikk godt på tross av belastningene"].rows
    assert all(row.cells[0].text.endswith((" hjalp", " holdt")) for row in shown)
    for row, each in zip(shown, features["rows"], strict=False):
        assert row.cells[1].text == f"{each['n_deviants']} av {each['N_deviants']}"
        assert row.cells[3].text == f"{each['n_others']} av {each['N_others']}"
