"""Journeys made up from a seed: as long, as wordy and as mixed as people write them."""

from pathlib import Path
from random import Random


def _each(words: str) -> list[str]:
    return [" ".join(each.split()) for each in words.split("|")]


MILESTONES = _each("""
Barneskolen | Flytting til ny kommune | Ungdomsskolen | Videregående, første år | Ut av skolen | Diagnose |
Innleggelse | Fosterhjem | Hjem igjen | Egen hybel | Tilbake på skolen | Læreplass | Fast jobb |
Rettssaken | Sommeren hos mormor | Behandling | En vanlig hverdag
""")
WHO = _each("""
Losen | Læreren | Helsesykepleier | Tante | Treneren | Rådgiveren | En nabo | Bestevennen | Avdelingsleder |
Fastlegen | Kontaktpersonen | Storebror | Miljøterapeuten | En medelev | Fostermor | Saksbehandleren
""")
DID = _each("""
ringer hver morgen | kommer hjem og setter seg ned | sier at det ikke er plass | følger til første time |
blir byttet ut | tar seg tid til å høre hele historien | skriver en henvisning | spør hva som ville hjelpe |
slutter i jobben | møter opp uten å være bedt | glemmer avtalen | holder kontakten |
lager en plan sammen med henne | vil vente og se | tror på det som blir fortalt | melder bekymring
""")
HOW = _each("""
i seks uker | på høsten | etter et møte på skolen | før noen andre har sett det | uten at hjemmet vet det |
to ganger i uka, også i ferien | da alt så ut til å gå bra | selv om ventelista er lang |
for første gang på et år | i en mørk tid | etter mye om og men, og flere brev som ingen svarer på |
på fritidsklubben
""")
ALONE = _each("""
Sover dårlig og slutter å spise frokost | Foreldrene går fra hverandre | Slutter på fotballen |
Far mister jobben | Får lov til å stå på kjøkkenet på klubben |
Blir holdt utenfor i storefri | Tør å si det høyt | Flytter på hybel alene |
Lillesøster blir født | Bestefar dør | Stryker i matematikk | Får sin første lønn |
Er borte fra skolen hele uka før jul
""")
SAID = _each("""
«Det var første gang noen ventet på meg» | «Jeg visste ikke at det gikk an å si nei» |
«De snakket over hodet på meg» | «Hun ga seg ikke, og det gjorde at jeg heller ikke ga meg» | «Ingen spurte»
""")
ROLES = ("skolelos", "bup", "dps", "nav", "barnevern", "fastlege", "skoleledelse", "ppt", "larer", "nettverk")
TROUBLES = ("mobbing", "far syk", "lite penger", "mange flyttinger")
EFFECTS = ("hjalp", "hjalp", "hindret", "blandet", "ukjent")
TRANSITIONS = ("bup-dps", "dogn-hjem", "vgs-arbeid")
KINDS = ("tjeneste", "tjeneste", "tiltak", "krise", "familie", "opplevelse", "hendelse", "sitat", "overgang")


def write(folder: Path, count: int, events: int) -> list[Path]:
    """Write journeys of so many events each, one in five a milestone, into `folder`; return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(count):
        path = folder / f"reise-{number + 1}.yaml"
        path.write_text(journey(Random(f"{events} {number}"), events), encoding="utf-8")
        made.append(path)
    return made


def journey(chance: Random, events: int) -> str:
    """Return a journey of so many events as YAML."""
    pick = chance.choice
    lines = [
        "reise: 1",
        f"tittel: {pick(WHO)} som {pick(DID)}",
        "språk: nb",
        f"om: Fra {pick(MILESTONES).lower()} til {pick(MILESTONES).lower()}, med hjelp som kom sent.",
        f"kilde: {{slag: sammensatt, av: {chance.randint(3, 9)}}}",
        "status: godkjent",
        "samtykke: {kart: ja, vegg: ja, sammenligning: ja, deling: nei}",
        "kodet_av: prosjektet",
        f"på tross av: [{', '.join(chance.sample(TROUBLES, 2))}]",
        f"utfall: {pick(['læreplass', 'arbeid', 'fullført skole'])}",
        "hendelser:",
    ]
    turns = {*chance.sample(range(events), max(1, events // 16))}
    aged = chance.random() < 0.6
    for number in range(events):
        lines += _milestone(chance, number, events, aged) if number % 5 == 0 else _event(chance, number)
        if number in turns:
            lines += [
                "    vendepunkt:",
                f"      retning: {pick(['opp', 'ned'])}",
                f"      sagt av: {pick(['ung', 'prosjektet'])}",
                f"      gjorde forskjell: {_sentence(chance)}",
            ]
    return "\n".join(lines) + "\n"


def _milestone(chance: Random, number: int, events: int, aged: bool) -> list[str]:
    lines = [f"  - milepæl: {chance.choice(MILESTONES)}", f"    id: m{number}"]
    if aged:
        lines.append(f"    alder: {12 + 10 * number // events}")
    return lines


def _event(chance: Random, number: int) -> list[str]:
    kind = chance.choice(KINDS)
    if kind == "sitat":
        return [f"  - sitat: {chance.choice(SAID)}", "    stemme: ung"]
    helped = kind in ("tjeneste", "tiltak", "overgang")
    text = _sentence(chance) if helped else chance.choice(ALONE)
    if chance.random() < 0.25:
        text += f". {_sentence(chance)}"
    lines = [f"  - {kind}: {text}", f"    id: h{number}"]
    if kind == "overgang":
        lines += [
            f"    type: {chance.choice(TRANSITIONS)}",
            f"    status: {chance.choice(['holdt', 'brast', 'uklar'])}",
        ]
    if helped:
        lines.append(f"    hvem: [{', '.join(chance.sample(ROLES, chance.choice([1, 1, 2])))}]")
        if chance.random() < 0.15:
            lines.append(f"    varer: {chance.choice(['1-2 år', '6 uker', '~3 måneder'])}")
    if chance.random() < 0.4:
        young, project = chance.choice(EFFECTS), chance.choice(EFFECTS)
        lines.append(f"    virkning: {{ung: {young}, prosjektet: {project}}}")
    else:
        lines.append(f"    virkning: {chance.choice(EFFECTS)}")
    if chance.random() < 0.5:
        lines.append(f"    sikkerhet: {chance.choice(['lav', 'middels', 'høy'])}")
    if chance.random() < 0.4:
        lines.append(f"    område: {chance.choice(['tidlig innsats', 'samhandling', 'kritiske overganger'])}")
    if chance.random() < 0.1:
        lines.append(f"    senere: {chance.choice(['3 måneder', '~1 måned', '2-3 uker'])}")
    return lines


def _sentence(chance: Random) -> str:
    how = f" {chance.choice(HOW)}" if chance.random() < 0.85 else ""
    return f"{chance.choice(WHO)} {chance.choice(DID)}{how}"
