"""How templates/guard/words.marisa came to be: Norwegian in all its forms, without names of people.

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
from reise.guard.lexicon import FIRST, LAST, NOUN  # noqa: E402

GUARD = Path(__file__).parents[1] / "templates" / "guard"
#: In how many compounds of the dictionary a part must be seen, by its letters, to be trusted in others.
SEEN_FIRST = {2: 200, 3: 20, 4: 8, 5: 3}
SEEN_LAST = {3: 40, 4: 8, 5: 3}


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


def more() -> Iterator[Form]:
    """Yield the words of our own list; those with a hyphen at the end only begin compounds."""
    for line in listed(GUARD / "more-words.txt"):
        word = line.rstrip("-")
        yield Form(word, word, "own first" if line.endswith("-") else "own")


def listed(path: Path) -> list[str]:
    """Return the words of a list of ours: one a line, with comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def everyday(form: Form) -> bool:
    """Return whether a form is written in lower case, of letters, and is nobody's name."""
    lower = form.word == form.word.lower() and form.lemma[:1] == form.lemma[:1].lower()
    return lower and form.word not in NAMES and all(part.isalpha() for part in form.word.split("-"))


def marked(forms: list[Form]) -> dict[str, int]:
    """Return the words with what is known of each: whether it may begin or end a compound, or is a noun."""
    first, last = _seen(forms)
    words: dict[str, int] = {}
    for form in forms:
        marks = 0
        if form.kind == "own first" or (form.word == form.lemma and form.kind not in ("adv", "other")):
            marks |= FIRST * (form.kind == "own first" or _trusted(form.word, first, SEEN_FIRST))
        if form.kind in ("noun", "adj", "unknown", "own"):
            short = len(form.word) < 4 and form.word != form.lemma
            marks |= LAST * (not short and _trusted(form.lemma, last, SEEN_LAST))
        marks |= NOUN * (form.kind in ("noun", "own"))
        words[form.word] = words.get(form.word, 0) | marks
    return words


def _trusted(part: str, seen: Counter[str], at_least: dict[int, int]) -> bool:
    return len(part) > 1 and seen[part] >= at_least.get(len(part), 10**6 if len(part) < 3 else 0)


def _seen(forms: list[Form]) -> tuple[Counter[str], Counter[str]]:
    """Return in how many words of the dictionary each word is the first and the last part."""
    firsts = {form.word for form in forms if form.word == form.lemma and form.kind not in ("adv", "other")}
    lasts = {form.word for form in forms if form.word == form.lemma and form.kind in ("noun", "adj", "unknown")}
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word in sorted(lasts):
        for cut in range(2, len(word) - 2):
            head, tail = word[:cut], word[cut:]
            if tail in lasts:
                linked = {head, head[:-1]} if head[-1] in "se" and len(head) > 4 else {head}
                for stem in linked & firsts:
                    first[stem] += 1
                    last[tail] += 1
    return first, last


def trie(words: dict[str, int]) -> marisa_trie.BytesTrie:
    """Return the words with their marks, as what the guard opens; the same words give the same bytes."""
    return marisa_trie.BytesTrie((word, bytes([marks])) for word, marks in sorted(words.items()))


NAMES = frozenset(
    """
    aa adam adler agne agnes agnete aino akan akar alba alban albin alda ale aleksi alen alfons ali alka
    alla almar alvar amin amina amor anders andra anes angis annika apte are ariane arild arne assar aud
    augustin aul aurora austmann austra axel bala bara barnabas bassi bates bauer bedi belen benjamin
    bent bergmann bert berta bobby boga bose bowen boyer brenton breton brett brien brigham bruni buddy
    budi bugge cal candela casanova chamorro collier cox dagmann dan dean dido dina dino dirk dodo domen
    dona donna dora dorte duma dutt dutta ebba ega egla eimer einar eino eir eira eitel eldar eldbjørg
    ella elvi erla erlen esa esja etne eva evald eve evelyn fedde fitjar folke folker ford forster franc
    fraser frode frøya fusa førde gaida galan gama ganda garner gaukur gaular geir geira georg german
    gil gilda gina giner gjert gloria glover gret grini gunnar haag halden hallik hallvard halvor hana
    hanne hannes hansen harding heiner helen helene helga helge helgi helland hellen hemne henna henry
    hidalgo hild hilda hilde hilding hill hjalta hoa horst huet huguet ida idar inka irene isa isse ivar
    jacuzzi jader jaeger jan jan-åke jara jelka jens jensen jora jort jorunn jukka jules kaia kala kamma
    kara karen kari karin karl karolin kas kaur kelvin khan kim kinga klas kris kross kumar kurt kvammen
    kviteseid kyle kåre laban lala lan lana langen lassi lauga laura laure lea leander lega lena lida
    liene lima limar lina linda lindar linet lisa loes logi lona lotta lotte lucia lukas luna lyngar mad
    magga magret mahdi maia maie mara mare maren mari matos maura max maya meda meier melle merle mikkel
    mille miller mitra moa moe mona monsen morin morten moses mota muro nada naki nea nek nelson nennes
    nereida nia nikolai nome nora nótt oda ola olav ole olle omina ora orlov osen osman ottar paca
    pascal patrick peer pelser petit pien pier pierce pippa puck pål rana ranka rasmus reda regina
    reidar reimar reimer reinhold reksteren renault reva rika rikka rimi rina rini risper rita rivas
    roald roar roda rok ronke rossa runar rut salas sandel santen sarv seda seidel seip selena seljord
    sem sera shah sibylla sigga sigge sigrid sila sima simen sina sindre siper snorre soler solheim sona
    sondre stan stana stella sunna svala svante svea sveinar sver sverre sylgja sylva taja talbot teddy
    tess tim timotei togliatti tor tora tore torre torsten toten tova traude trond tyra uffe undine unn
    unni valter vanda vardø veda vega vegar vegard veronika veta vida vidar vigil vilde visser vivi
    volda weber wells wolf wolfram åke æsa ómar ørjan ørni
    """.split()
)

if __name__ == "__main__":
    forms = [form for source in (bokmaal(), nynorsk(), more()) for form in source if everyday(form)]
    trie(marked(forms)).save(str(GUARD / "words.marisa"))
