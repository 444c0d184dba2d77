"""What somebody sees who writes a journey in an editor: offers, explanations and red lines, in Norwegian.

The real yaml-language-server says it.
"""

from pathlib import Path

import pytest
from tests.schema.server import CURSOR, Server

from reise.resources import toml
from reise.schema import collection_schema, schema

TOP = Path(__file__).parents[2]
HEAD = "reise: 1\ntittel: Prøve\nspråk: nb\nhendelser:\n"
KINDS = [words[0] for words in toml("locale/names.toml")["kind"].values()]
CRISIS = HEAD + "  - krise: Slutter på skolen\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    schemas = {"journey.json": schema("nb"), "nynorsk.json": schema("nn"), "english.json": schema("en")}
    schemas["collection.json"] = collection_schema("nb")
    with Server(tmp_path_factory.mktemp("editor"), schemas) as running:
        yield running


def test_the_keys_of_a_journey_are_offered_with_explanations(server):
    offers = server.offers(CURSOR)
    assert list(offers) == [words[0] for words in toml("locale/names.toml")["journey"].values()]
    assert offers["reise"][0] == "reise: 1"
    assert offers["hendelser"][0] == "hendelser:\n  - "
    assert offers["samtykke"][1] == "Hva den unge har sagt ja til. Det som ikke står her, er et nei."


def test_what_is_there_is_not_offered_again(server):
    assert "tittel" not in server.offers(f"reise: 1\ntittel: Prøve\n{CURSOR}")


@pytest.mark.parametrize(
    ("line", "word", "meaning"),
    [
        ("status: ", "trukket", "trukket tilbake; blir aldri tegnet eller telt"),
        ("kilde: ", "konstruert", "diktet opp; ingen har levd den"),
        ("språk: ", "nn", "nynorsk"),
        ("kodet av: ", "ung", "den unge selv"),
        ("samtykke:\n  kart: ", "nei", "det er et nei, akkurat som når ingenting står der"),
    ],
)
def test_values_are_offered_with_explanations(server, line, word, meaning):
    assert server.offers(f"reise: 1\n{line}{CURSOR}\n")[word] == (word, meaning)


def test_an_event_begins_with_a_kind_or_a_ready_made_event_of_it(server):
    offers = server.offers(f"{HEAD}  - {CURSOR}")
    assert set(KINDS) < set(offers)
    assert not {"alder", "hvem", "virkning"} & set(offers)
    assert offers["krise med varighet"][0] == "krise: $1\n  varer: $2"
    assert offers["tjeneste med hvem og virkning"][0] == (
        "tjeneste: $1\n  hvem: $2\n  virkning:\n    ung: ${3|ukjent,hjalp,hindret,blandet|}"
    )
    assert len([each for each in offers if each not in KINDS]) == len(KINDS) - 1  # a wish is only words


def test_a_list_of_events_begins_with_a_dash(server):
    assert server.offers(f"{HEAD}  {CURSOR}")["milepæl med alder"][0] == "- milepæl: $1\n  alder: $2"


def test_after_its_kind_an_event_goes_on_with_what_suits_it(server):
    offers = server.offers(f"{CRISIS}    {CURSOR}\n")
    assert {"alder", "hvem", "virkning", "overgang", "vendepunkt"} <= set(offers)
    assert not {"krise", "milepæl", "retning", "type"} & set(offers)
    assert offers["rekkefølge"][0] == "rekkefølge: ukjent"
    assert {"retning", "sagt av"} <= set(
        server.offers(f"{HEAD}  - vendepunkt: Hun bestemte seg\n    {CURSOR}\n")
    )
    assert {"type", "status"} <= set(server.offers(f"{HEAD}  - overgang: Til DPS\n    {CURSOR}\n"))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("virkning: ", {"hjalp", "hindret", "blandet", "ukjent", "én virkning for hver stemme"}),
        ("virkning: {ung: ", {"hjalp", "hindret", "blandet", "ukjent"}),
        ("vendepunkt: ", {"opp", "ned", "blandet", "ukjent", "vendepunkt med retning og stemme"}),
        ("vendepunkt:\n      retning: ", {"opp", "ned", "blandet", "ukjent"}),
        ("overgang:\n      status: ", {"holdt", "brast", "uklar"}),
        ("sikkerhet: ", {"lav", "middels", "høy"}),
        ("område: ", {"tidlig innsats", "samhandling", "kritiske overganger"}),
        ("merker: ", {"stabil voksen", "eget initiativ", "brudd", "ny person"}),
        ("alder: ", {"16", "17,5", "15-17", "ca 16", "16+"}),
        (
            "stemme: ",
            {"ung", "foresatt", "familie", "tjeneste", "fagperson", "forsker", "prosjektet", "kilden"},
        ),
    ],
)
def test_what_an_event_says_can_be_chosen(server, line, offered):
    end = "}" if "{" in line else ""
    assert set(server.offers(f"{CRISIS}    {line}{CURSOR}{end}\n")) == offered


@pytest.mark.parametrize("line", [f"hvem: {CURSOR}", f"hvem: [{CURSOR}]", f"hvem:\n      - {CURSOR}"])
def test_all_roles_are_offered_by_label_and_written_by_id(server, line):
    offers = server.offers(f"{CRISIS}    {line}\n")
    assert len(offers) == 85
    written, about = offers["Lærer/kontaktlærer (larer)"]
    assert written == "larer"
    assert about.startswith("Den voksne på skolen som ser eleven oftest.")


def test_known_transitions_are_offered(server):
    offers = server.offers(f"{CRISIS}    overgang: {CURSOR}\n")
    assert len(offers) == 24
    assert offers["BUP → DPS (bup-dps)"][0] == "bup-dps"
    assert "Brister når: " in offers["BUP → DPS (bup-dps)"][1]
    assert offers["overgang med type og status"][0] == "\n  type: $1\n  status: ${2|uklar,holdt,brast|}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"tit{CURSOR}tel: X\n", "Navnet på reisen, slik det står øverst på kartet."),
        (
            CRISIS.replace("hendelser", f"hende{CURSOR}lser"),
            "Alt som skjedde, i den rekkefølgen det begynte.",
        ),
        (
            CRISIS.replace("krise", f"kri{CURSOR}se"),
            "Noe som brast, eller som gjorde livet vanskelig over tid.",
        ),
        (f"{CRISIS}    virk{CURSOR}ning: hjalp\n", "* `hindret`: det gjorde det vanskeligere"),
        (f"{CRISIS}    virkning: hj{CURSOR}alp\n", "Ulike stemmer blir aldri slått sammen."),
        (f"{CRISIS}    virkning: {{u{CURSOR}ng: hjalp}}\n", "den unge selv"),
        (f"{CRISIS}    eff{CURSOR}ect: helped\n", "#### virkning"),
        (f"{CRISIS}    VIRK{CURSOR}NING: Hjalp\n", "#### virkning"),
        (f"{CRISIS}    alder: 1{CURSOR}6\n", "* `15-17`: mellom femten og sytten"),
        (f"{CRISIS}    vendepunkt:\n      sagt{CURSOR} av: ung\n", "Hvem som sier at det snudde her"),
    ],
)
def test_a_hover_reads_like_a_manual(server, text, words):
    shown = server.hover(text)
    assert words in shown
    assert not {"Allowed", "Example", "Source"} & set(shown.split())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("reise: 1\nhendelser:\n  - krise: A\n", 1, "Her mangler «tittel»."),
        (
            "reise: 1\ntittel: A\nhendelser: []\n",
            3,
            "Her skal det stå minst én. Begynn linjen med en strek: «- ».",
        ),
        (
            "reise: 1\ntittel:\nhendelser:\n  - krise: A\n",
            2,
            "Her skal det stå tekst, på én linje eller flere.",
        ),
        (
            f"{CRISIS}    virkning: hjelp\n",
            6,
            "Dette er ingen av verdiene som kan stå her: hjalp, hindret, blandet, ukjent.",
        ),
        (
            f"{HEAD}  - kriise: A\n",
            5,
            f"En hendelse begynner med hva slags den er: {', '.join(KINDS)}.",
        ),
        (f"{CRISIS}    sitat: A\n", 6, "En hendelse er bare av ett slag. Del den i to, med hver sin strek."),
        (
            f"{CRISIS}    retning: opp\n",
            6,
            "Dette hører til inni «vendepunkt», for eksempel slik: vendepunkt: {retning: …}.",
        ),
        (
            f"{CRISIS}    alder: 2021-05\n",
            6,
            "Skriv en alder, som 16, 17,5, 15-17 eller ca 16. Datoer og årstall brukes ikke, "
            "for de kan røpe hvem det er.",
        ),
        (f"{CRISIS}    livslinje: 4\n", 6, "Livslinjen går fra -3 til 3, med halve steg."),
    ],
)
def test_a_red_line_tells_what_to_do_where_it_is(server, text, line, words):
    assert server.problems(text) == [(line, words)]


def test_a_misspelt_key_is_told_what_can_stand_there(server):
    [(line, words)] = server.problems(f"{CRISIS}    allder: 16\n")
    assert line == 6
    assert words.startswith("Dette ordet hører ikke til i en hendelse. Her kan det stå: id, hvem, alder")


@pytest.mark.parametrize(
    "name",
    ["alle-slag", "english", "nynorsk", "skrivemater", "alder", "vendepunkt-som-merke", "tekst-som-ligner"],
)
def test_good_journeys_have_no_red_lines(server, name):
    text = (TOP / f"tests/cases/good/{name}.yaml").read_text(encoding="utf-8")
    # To the server "~" alone is nothing, as it is in YAML; the format reads it as text.
    assert server.problems(text.replace("hendelse: ~", "hendelse: '~'")) == []


@pytest.mark.parametrize("file", sorted((TOP / "journeys").glob("*-*.yaml")), ids=lambda file: file.stem)
def test_the_journeys_have_no_red_lines(server, file):
    assert server.problems(file.read_text(encoding="utf-8")) == []


def test_a_collection_is_helped_along_too(server):
    text = (TOP / "journeys/samling.yaml").read_text(encoding="utf-8")
    assert server.problems(text, "collection") == []
    assert server.offers(f"reise: 1\n{CURSOR}", "collection")["påstand"][1] == (
        "Det folk pleier å tro om reiser som disse."
    )
    assert server.problems("reise: 1\ntall:\n  - tekst: A\n", "collection") == [(3, "Her mangler «kilde».")]


def test_nynorsk_and_english_have_words_of_their_own(server):
    assert server.offers(f"reise: 1\nstatus: {CURSOR}\n", "nynorsk")["lese"][1].startswith("lesen av den")
    assert server.offers(f"reise: 1\nstatus: {CURSOR}\n", "english")["draft"][1] == "still being worked on"
    assert server.problems("reise: 1\ntittel: A\nhendelser: []\n", "nynorsk") == [
        (3, "Her skal det stå minst éi. Byrj linja med ein strek: «- ».")
    ]
