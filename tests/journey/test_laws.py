"""Whatever stands in a file: reading it never breaks, and a message never repeats it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reise.journey import names, parse, parse_collection, timewords
from reise.problems import Span
from reise.rules import check
from reise.source.document import Document, Entry, Mapping, Scalar, Sequence

#: Stands in every text of a stranger, and in no word of ours.
MARK = "zqx"

tables = (names.JOURNEY, names.EVENT, names.COLLECTION, names.CONSENT, names.VOICES, names.EFFECTS)
ours = st.sampled_from(
    [table.shown(name, names.Language.NB) for table in tables for name in table]
    + [
        "slag",
        "av",
        "tekst",
        "kilde",
        "navn",
        "fra",
        "ord",
        "1",
        "16",
        "~3",
        "opp",
        "holdt",
        "nav",
        "bup-dps",
    ]
)
odd = st.sampled_from(
    [" 2021-03-12", " 1984", " ord" * 99, "x" * 70, "\n\n", "\x00", "{name}", "%s", "\u202e", "é"]
)
theirs = st.builds("{}{}{}".format, st.text(max_size=4), st.just(MARK), st.text(max_size=6) | odd)
spans = st.just(Span(2, 3, 2, 9))
texts = st.builds(Scalar, ours | theirs | st.text(max_size=3), spans, st.booleans())


def mappings(values):
    return st.lists(st.builds(Entry, texts, values), max_size=4).map(
        lambda entries: Mapping(tuple({each.key.text: each for each in entries}.values()), Span(1, 1, 9, 9))
    )


nodes = st.recursive(
    texts,
    lambda inner: st.builds(Sequence, st.lists(inner, max_size=3).map(tuple), spans) | mappings(inner),
    max_leaves=6,
)
kinds = st.sampled_from([names.KIND.shown(kind, names.Language.NB) for kind in names.KIND])
keys = st.sampled_from([names.EVENT.shown(name, names.Language.NN) for name in names.EVENT])


def entry(name, value):
    return Entry(Scalar(name, Span(1, 1, 1, 2)), value)


@st.composite
def events(draw):
    found = {draw(kinds): draw(texts)} | draw(st.dictionaries(keys, nodes, max_size=3))
    return Mapping(tuple(entry(name, value) for name, value in found.items()), Span(1, 1, 2, 2))


@st.composite
def journeys(draw):
    top = draw(mappings(nodes)).entries
    steps = Sequence(tuple(draw(st.lists(events() | nodes, max_size=3))), Span(1, 1, 9, 9))
    fixed = {"reise": Scalar("1", Span(1, 1, 1, 2)), "tittel": draw(texts), "hendelser": steps}
    rest = [each for each in top if each.key.text not in fixed]
    return Mapping((*(entry(name, value) for name, value in fixed.items()), *rest), Span(1, 1, 9, 9))


def quiet(problems):
    for each in problems:
        assert MARK not in repr(each.args)
        assert all(isinstance(value, str | int) for _, value in each.args)


@settings(max_examples=150, deadline=None)
@given(journeys())
def test_any_journey(root):
    checked = parse(Document("en-reise.yaml", "", "", root))
    quiet(checked.problems)
    assert checked.ok == (checked.value is not None)
    if checked.value:
        quiet(check(checked.value))


@settings(max_examples=100, deadline=None)
@given(nodes)
def test_anything_at_all(root):
    quiet(parse(Document(f"{MARK}.yaml", "", "", root)).problems)
    quiet(parse_collection(Document("samling.yaml", "", "", root)).problems)


@settings(max_examples=100, deadline=None)
@given(mappings(nodes))
def test_any_collection(root):
    quiet(parse_collection(Document("samling.yaml", "", "", root)).problems)


@settings(max_examples=300)
@given(st.text(alphabet="0123456789 ,.-–~+½caåruken/mtogil", max_size=20))
def test_times_have_their_ends_in_order(words):
    for found in (timewords.age(words), timewords.quantity(words)):
        if found is not None:
            assert found.low <= found.said_low * 360
            assert found.high is None or found.low <= found.high


@settings(max_examples=200)
@given(st.integers(0, 120), st.integers(0, 120))
def test_an_age_holds_the_ages_within_it(one, other):
    low, high = sorted((one, other))
    wide, narrow = timewords.age(f"{low}-{high}"), timewords.age(str(low))
    assert wide.low <= narrow.low
    assert narrow.high <= wide.high
    about = timewords.age(f"~{low}-{high}")
    assert about.low <= wide.low
    assert wide.high <= about.high
