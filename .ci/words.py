"""How templates/guard/words.marisa came to be: Norwegian in all its forms, without names of people.

And english.marisa, the English of simplemma, for journeys that are written in English.

    pip install --target FOLDER --no-deps spacy-lookups-data==1.0.5 simplemma==2.0.0
    PYTHONPATH=FOLDER python .ci/words.py

Bokmål is Norsk Ordbank 2005 (Språkbanken, Nasjonalbiblioteket; CC BY 4.0) as spacy-lookups-data carries
it, nynorsk is Wiktionary (CC BY-SA 4.0) as simplemma carries it. Both are packages of large files, so
what is made of them is kept.
"""

import gzip
import importlib.resources
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import marisa_trie

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from reise.guard.lexicon import (
    FIRST,
    LAST,
    NOUN,
    OF_NAMES,
    PARTICLE,
    SELDOM_FIRST,
    SELDOM_LAST,
    WORD,
)

GUARD = Path(__file__).parents[1] / "templates" / "guard"
#: The kinds of words that end compounds.
ENDING = ("noun", "adj", "unknown")
#: In how many compounds of the dictionary a part must be seen, by its letters, to be trusted in others:
#: beside a long other part, beside any.
SEEN_FIRST = {2: (200, 200), 3: (8, 20), 4: (2, 8), 5: (1, 2)}
SEEN_LAST = {3: (20, 40), 4: (3, 8), 5: (1, 2)}
#: Names that the sources have as words, or that can be read as put together of words.
NAMES = """
aa adam adler agne agnes agnete aino akan akar alba alban albin alda ale aleksi alen alfons alfred ali alka
alla almar alvar amin amina amor andenes anders andra andreas anes anette angis anne-lise annette annika apte
are ariane arild armand armstrong arne assar aud augustin aul aurora austmann austra axel bala bara barbro
barnabas bassi bates bauer bedi belen benedicte benedikt benedikta benedikte benjamin bent berent bergmann
bert berta bobby boga bose bowen boyer brenton breton brien brigham bruni brynjar buddy budi bugge bui
cal candela casanova chamorro collier cox dagmann dan dean dido dina dino dirk dodo domen dona donna dora
dorte duma dutt dutta ebba edvard edvin ega egla eimer einar eino eir eira eitel eldar eldbjørg elias ella
elvi erla erlen esa esja etne eva eva-lena evald eve evelyn fedde fitjar folke folker ford forster franc
fraser frederik frederikke fredrik fredrikke frode frøya fusa gaida galan gama ganda garner gaspar gaukur
gaular geir geira georg georgina german gil gilda gina giner gjert gloria glover grini gunnar haag hallik
hallvard halse halvor hana hanne hannes hans-petter hansen harding hedda heiner helen helene helge helgi
helland hellen hemne hendrik henna henrik henrikke henry hermine hidalgo hild hilda hilde hilding hill hjalta
hoa horst huet huguet hussein ida idar inka irene isa isse ivar jacuzzi jader jaeger jan jan-åke jara jelka
jens jens-petter jensen jolanda jonas jora jort jorunn jukka jules julius kaia kala kamma kara karen kari
karin karl karlinna karolin kas kaur kelvin khan kim kinga kjos klas klaus kleiven kris kristian kristin
kristina kristine kristoffer kross kumar kurt kvammen kverneland kviteseid kyle kåre laban lala lan lana
langeland langen lars lassi lauga laura laure lea leander lega lena lida liene lima limar lina linda lindar
linet lisa lise-lott lise-lotte loes logi lona lotta lotte lucia lukas luna lyngar mad mads magga magret
mahdi maia maie manfred mara mare maren margaret margareta margrethe mari marius markus mathias matos maura
max maya meda meier melle mercedes merle mikkel mille miller mitra moa moe mogens mona monsen morin morten
moses mota muro nada naki nea nek nelson nennes nereida nia nikolai nils nome nora nyland nótt oda ola olav
ole olle omar omina ora orlov osen osman ottar paca pascal patrick peer pelser per-olav petit pien pier
pierce pippa preben puck pål raknes rana ranka rasmus reda regina reidar reimar reimer reinhard reinhardt
reinhold reksteren renault reva rika rikka rimi rina rini risper rita rivas roald roar roda rok ronke rosanna
rossa runar rut salas samanta samantha sandel santen sarv seda seidel seip selena seljord sem sera shah
sibylla sidsel sigga sigge sigrid sila sima simen sina sindre siper skeie skjelbred snorre soler solheim sona
sondre stan stana stangeland stella sunna susanne svala svante svea sveinar sver sverre sylgja sylva
sylvester taja talbot teddy tess therese thomas tim timotei tobias togliatti tor tora tore torre torsten
toten tova traude trond tyra uffe undine unn unni valdimar valter vanda vardø veda vega vegard veronika veta
vida vidar vigil vilde visser vivi volda weber wells wolf wolfram åke æsa ómar ørjan ørni
"""
#: Last parts that are farms, places and families as often as anything: Tangstad, Lindberg, Henrik.
LAST_OF_NAMES = """
and bakk bakke bakken bekk bekken berg berge berget bjørn blad blom borg brand brandt bru brua bråten by byen
bygd bør dal dalen eik eland eng enga engen finn fjell fjellet fjord fjorden foss fossen fred gard garden
gren grim gård gården hall hard hart haug haugen hei heia heim heimen holm holmen holt hus huset kvist land
landet li lia lien lund lunden løkka løkke løkken løv mann mark marka mo moen mund myr myra nes neset odd
odden plass rand rik rud rød sand sanden set sete seter sjø sjøen skar skog skogen sletta slette stad staden
sted stedet stein steinen sten strand stranda stranden strøm strømmen stue stuen sund sundet sve sveen sæter
tang tangen teig teigen ting topp tun tunet tveit ulv vang vangen vann vannet vatn vatnet ver verk verket vik
vika viken vin vold voll vollen våg vågen ås åsen øy øya øyen
"""
#: What verbs begin with: innlagd, framførde; a verb's form need not end compounds elsewhere.
PARTICLES = """
att av bak bort for fore fra fram frem frå føre gjen heim hjem inn med mis mot ned om opp over på sam saman
sammen selv sjølv til tilbake under ut ved vidare videre
"""
_NAMES = frozenset(NAMES.split())


@dataclass(frozen=True)
class Form:
    """A word as it stands in a text, the word to look up, and what kind of word that is."""

    word: str
    lemma: str
    kind: str


def bokmaal() -> Iterator[Form]:
    """Yield every form of bokmål."""
    folder = importlib.resources.files("spacy_lookups_data") / "data"
    forms = json.loads(gzip.decompress((folder / "nb_lemma_exc.json.gz").read_bytes()))
    others = json.loads(gzip.decompress((folder / "nb_lemma_lookup.json.gz").read_bytes()))
    for kind, of_kind in forms.items():
        for word, lemmas in of_kind.items():
            yield from (Form(word, lemma, kind) for lemma in lemmas)
    for word in others:
        yield Form(word.rstrip("-"), word.rstrip("-"), "prefix" if word.endswith("-") else "other")


def nynorsk() -> Iterator[Form]:
    """Yield every form of nynorsk."""
    from simplemma.strategies.dictionaries.dictionary_factory import _load_dictionary_from_disk

    for form, lemma in sorted(_load_dictionary_from_disk("nn").items()):
        word, base = form.decode(), lemma.decode()
        yield Form(word, base, "noun" if word.endswith(("en", "et", "a", "ane", "ene", "ar")) else "unknown")
        yield Form(base, base, "unknown")


def in_nynorsk(forms: list[Form]) -> Iterator[Form]:
    """Yield what regular words of bokmål are in nynorsk, which Wiktionary has the fewer forms of."""
    known = {(form.word, form.kind) for form in forms}
    for form in forms:
        word, kind = form.word, form.kind
        if word != form.lemma or kind not in ("noun", "adj", "verb") or len(word) < 4:
            continue
        stem = word.removesuffix("e")
        if kind == "noun" and word.endswith("er") and (word + "e", kind) in known:
            yield from _each(word[:-2], "ar aren arar arane erar erane", kind)
        elif kind == "noun" and (stem + "en", kind) in known:
            yield from _each(stem, "ar ane", kind, word)
        elif kind == "adj" and word.endswith("lig"):
            yield from _each(word[:-3], "leg lege legare legast legaste", kind)
        elif kind == "adj" and word.endswith("ende"):
            yield from _each(word[:-4], "ande", kind)
        elif kind == "verb" and (stem + "et", kind) in known:
            yield from _each(stem, "ar a ast ande", kind, word)
        elif kind == "verb" and word.endswith(("kke", "gge")):
            yield from _each(stem, "je jer jast", kind)


def _each(stem: str, endings: str, kind: str, lemma: str = "") -> Iterator[Form]:
    first = lemma or stem + endings.split()[0]
    return (Form(stem + ending, first, kind) for ending in endings.split())


def more() -> Iterator[Form]:
    """Yield the words of our own list; rus- and -draum may begin and end compounds, however short."""
    for line in listed(GUARD / "more-words.txt"):
        word = line.strip("-")
        yield Form(word, word, "first" if line.endswith("-") else "last" if line.startswith("-") else "own")


def listed(path: Path) -> list[str]:
    """Return the words of a list of ours: one a line, with comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def everyday(form: Form) -> bool:
    """Return whether a form is written in lower case, of letters, and is nobody's name."""
    lower = form.word == form.word.lower() and form.lemma[:1] == form.lemma[:1].lower()
    return lower and form.word not in _NAMES and all(part.isalpha() for part in form.word.split("-"))


def everything() -> list[Form]:
    """Return the forms of all sources that are everyday words."""
    own = list(bokmaal())
    sources = (own, in_nynorsk(own), nynorsk(), more())
    return [form for source in sources for form in source if everyday(form)]


def marked(forms: list[Form]) -> dict[str, int]:
    """Return the words with what is known of each: whether it may begin or end a compound, or is a noun."""
    first, last = _seen(forms)
    last.subtract({"sen": last["sen"], "son": last["son"]})  # Kristen-sen, Anders-son
    words: dict[str, int] = {}
    for form in forms:
        marks = WORD * (form.kind not in ("prefix", "first", "last"))
        if form.word == form.lemma and form.kind not in ("adv", "other", "first", "last"):
            marks |= _trust(form.word, first, SEEN_FIRST, (SELDOM_FIRST, FIRST))
        marks |= {"first": FIRST, "last": LAST}.get(form.kind, 0)
        if form.kind in (*ENDING, "own"):
            short = len(form.word) < 4 and form.word != form.lemma
            marks |= 0 if short else _trust(form.lemma, last, SEEN_LAST, (SELDOM_LAST, LAST))
        marks |= NOUN * (form.kind in ("noun", "own"))
        words[form.word] = words.get(form.word, 0) | marks
    for parts, mark in ((LAST_OF_NAMES, OF_NAMES), (PARTICLES, PARTICLE)):
        for part in parts.split():
            words[part] = words.get(part, 0) | mark
    return words | dict.fromkeys(_NAMES, 0)


def _trust(part: str, seen: Counter[str], least: dict[int, tuple[int, int]], marks: tuple[int, int]) -> int:
    seldom, often = least.get(len(part), (0, 0))
    if len(part) < 2 or seen[part] < seldom:
        return 0
    return marks[seen[part] >= often]


def _seen(forms: list[Form]) -> tuple[Counter[str], Counter[str]]:
    """Return in how many words of the dictionary each word is the first and the last part."""
    firsts = {form.word for form in forms if form.word == form.lemma and form.kind not in ("adv", "other")}
    lasts = {
        form.word for form in forms if form.word == form.lemma and form.kind in ("noun", "adj", "unknown")
    }
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word in sorted(lasts):
        for cut in range(2, len(word) - 2):
            head, tail = word[:cut], word[cut:]
            if tail in lasts:
                linked = {head, head[:-1]} if head[-1] in "se" and len(head) > 3 else {head}
                for stem in linked & firsts:
                    first[stem] += 1
                    last[tail] += 1
    return first, last


def trie(words: dict[str, int]) -> marisa_trie.BytesTrie:
    """Return the words with their marks, as what the guard opens; the same words give the same bytes."""
    return marisa_trie.BytesTrie((word, bytes([marks])) for word, marks in sorted(words.items()))


#: English words that the source only has as forms of others.
ENGLISH = """
me my mine myself her hers herself him his himself us our ours them theirs your yours its whom whose
"""
#: Given names that it holds as words.
ENGLISH_NAMES = """
abigail adam alan albert alex alexander alice amanda amy andrea andrew angela anna anne anthony ashley
barbara benjamin betty brandon brian carol catherine charles charlotte christian christina christopher
cynthia daniel david deborah dennis diana donald donna dorothy douglas dylan edward elizabeth emily emma
eric ethan eugene evelyn frances frank gary george gerald gloria gregory hannah harold heather helen henry
isabella jacob james janet jason jeffrey jennifer jeremy jerry jesse jessica joan joe john jonathan jordan
jose joseph joshua joyce juan judith judy julia julie justin karen katherine keith kelly kenneth kevin
kimberly kyle larry laura lauren lawrence linda lisa logan louis madison margaret maria marie marilyn martha
martin mary matthew megan melissa michael michelle mohamed nancy natalie nathan nicholas noah olivia pamela
patricia paul peter philip rachel ralph randy raymond rebecca richard robert roger ronald roy russell ruth
ryan samantha samuel sandra sara sarah scott sean sharon shirley smith sophia stephanie stephen steven susan
teresa terry theresa thomas timothy tyler victoria vincent virginia walter wayne william zachary
"""


def english() -> marisa_trie.Trie:
    """Return the words of English in small letters, all their forms."""
    from simplemma.strategies.dictionaries.dictionary_factory import _load_dictionary_from_disk

    found = _load_dictionary_from_disk("en").items()
    words = {each.decode() for pair in found for each in pair} | set(ENGLISH.split())
    names = set(ENGLISH_NAMES.split())
    return marisa_trie.Trie(sorted(each for each in words if each.islower() and each not in names))


if __name__ == "__main__":
    trie(marked(everything())).save(str(GUARD / "words.marisa"))
    english().save(str(GUARD / "english.marisa"))
