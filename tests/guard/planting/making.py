"""One secret of a kind, drawn by chance and written in some form and casing."""

import unicodedata
from random import Random

from . import net, numbers, places, times
from .disguise import HIDDEN_FORMS, NAME_FORMS, NUMBER_FORMS, YAML_FORMS
from .names import Names
from .plant import Secret, words

#: What the slot of a carrier has to suit.
GROUPS = {
    **dict.fromkeys(("given name", "surname", "full name", "initials", "nickname"), "person"),
    **dict.fromkeys(("obfuscated name", "hidden text"), "person"),
    **dict.fromkeys(("fødselsnummer", "D-number", "DUF", "account", "phone", "plate"), "number"),
    "obfuscated number": "number",
    **dict.fromkeys(("date", "month", "year+event"), "time"),
    **dict.fromkeys(("street", "place", "school", "office", "cadastre", "postcode", "coordinates"), "place"),
    **dict.fromkeys(("handle", "e-mail", "url", "ip", "newspaper/case reference"), "net"),
}
#: Two letters that are read as an abbreviation or an everyday word, and so are nobody's initials.
_NO_INITIALS = frozenset(
    words(
        "td tr mm dd dv dvs ol sk fk pg pr kl nr ca gt st mv bl etc ot ip hr ap av at as de du di da "
        "då no so se ta vi vy ro ri ny ei en er et eg to ti te om og ok ja jo ha ho hu få gå stå ås "
        "øl øy sa si le la li be by bo ba bu bø al an am is ut us uf iq pc tv it pp ph rh wc cv dr eu "
        "fn sv nn nb sp kr km kg cm ml dl lo id"
    )
)


class Secrets:
    """Draws secrets; `language` is that of the words around numbers and times."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.names = Names(chance)
        self._decks: dict[str, list[str]] = {}

    def _next(self, deck: str, forms: list[str]) -> str:
        """Return the next of some forms, each of which has its turn before one comes again."""
        if not self._decks.get(deck):
            self._decks[deck] = self.chance.sample(forms, len(forms))
        return self._decks[deck].pop()

    def draw(self, kind: str, casing: str, language: str) -> Secret:
        """Return one secret of a kind."""
        makers = {
            "given name": self._name,
            "surname": self._name,
            "full name": self._full,
            "initials": self._initials,
            "nickname": self._nickname,
            "obfuscated name": self._disguised,
            "hidden text": self._hidden,
        }
        if kind in makers:
            return makers[kind](kind, casing)
        if kind in ("fødselsnummer", "D-number", "DUF", "account"):
            return self._number(kind, casing, language)
        if kind == "obfuscated number":
            return self._disguised_number(kind, casing)
        return self._formed(kind, casing, language)

    def _name(self, kind: str, casing: str) -> Secret:
        name = self.names.given() if kind == "given name" else self.names.surname()
        words = tuple(name.split())
        form, shown = self._inflected(name)
        if form in ("double", "slash"):
            words = (name, shown.replace("/", "-").split("-")[-1])
        elif form == "glued":
            return Secret(kind, form, cased(name, casing), cased(shown, casing), casing, (shown,))
        return Secret(kind, form, cased(name, casing), cased(shown, casing), casing, words)

    def _inflected(self, name: str) -> tuple[str, str]:
        """Return a form of a name and the name in it."""
        ways = {
            "genitive": f"{name}'" if name[-1] in "sxzSXZ" else f"{name}s",
            "genitive with apostrophe": f"{name}'s",
            "compound": f"{name}-{self.chance.choice(('saken', 'gjengen', 'foreldrene'))}",
            "cut off": f"{name}-",
            "double": f"{name}-{self.names.given()}",
            "slash": f"{name}/{self.names.given()}",
            "brackets": f"({name})",
            "dots": f"{name}…",
            "underlined": f"_{name}_",
            "quotation marks": f'"{name}"',
            "glued": f"venn{name}",
            "decomposed": unicodedata.normalize("NFD", name),
        }
        form = self.chance.choice(("plain",) * 12 + tuple(ways))
        shown = ways.get(form, name)
        return ("plain", name) if shown == name else (form, shown)

    def _full(self, kind: str, casing: str) -> Secret:
        name, words = self.names.full()
        parts = tuple(cased(each, casing) for each in name.split(" ", 1)) if " " in name else ()
        return Secret(kind, "plain", cased(name, casing), cased(name, casing), casing, words, parts=parts)

    def _initials(self, kind: str, casing: str) -> Secret:
        letters = "ABDEFGHIJKLMNOPRSTUVYÅØ"
        while True:
            one, two = self.chance.choices(letters, k=2)
            if f"{one}{two}".lower() not in _NO_INITIALS:
                break
        name = self.names.given()
        ways = {
            "dots": f"{one}.{two}.",
            "dots and space": f"{one}. {two}.",
            "spaces": f"{one} {two}",
            "together": f"{one}{two}",
            "three": f"{one}.{two}.{self.chance.choice(letters)}.",
            "name and initial": f"{name} {two}.",
            "hyphen": f"{one}-{two}",
        }
        form = self.chance.choice(list(ways))
        text = cased(ways[form], casing)
        return Secret(kind, form, text, text, casing, (ways[form], one + two))

    def _nickname(self, kind: str, casing: str) -> Secret:
        name = self.names.nickname()
        text = cased(name, casing)
        return Secret(kind, "plain", text, text, casing, tuple(name.split()))

    def _disguised(self, kind: str, casing: str) -> Secret:
        form = self._next("name", list(NAME_FORMS))
        disguise, weak = NAME_FORMS[form]
        while True:
            plain = self.names.given().split()[0]
            name = cased(plain, casing)
            shown = disguise(name, self.chance)
            if 3 <= len(name) <= 10 and shown != name and name.isalpha():
                break
        # A capital stays one in leetspeak; a disguised everyday word is still not what anybody writes.
        weak = weak and casing == "lower"
        return Secret(kind, form, name, shown, casing, (f"{plain}x",), weak=weak, raw="escape" in form)

    def _hidden(self, kind: str, casing: str) -> Secret:
        if self.chance.random() < 0.3:
            form, name = self._next("yaml", list(YAML_FORMS)), self.names.made()
            while not name.isascii():
                name = self.names.made()
            text = cased(name, casing)
            return Secret(kind, form, text, text, casing, (name,))
        form = self._next("hidden", list(HIDDEN_FORMS))
        if self.chance.random() < 0.3:
            number = numbers.birth_number(self.chance)
            return Secret(kind, form, number, HIDDEN_FORMS[form](number), "as is")
        first, last = self.names.made(), self.names.made()
        name = first if form == "bits of zero width" else f"{first} {last}"
        while form == "bits of zero width" and len(name.encode()) > 7:
            name = self.names.made()
        text = cased(name, casing)
        return Secret(kind, form, text, HIDDEN_FORMS[form](text), casing, (first, last))

    def _number(self, kind: str, casing: str, language: str) -> Secret:
        if kind == "fødselsnummer":
            what, number = numbers.social(self.chance)
        elif kind == "D-number":
            what, number = kind, numbers.birth_number(self.chance, day=40)
        elif kind == "DUF":
            what, number = kind, f"{self.chance.randint(2005, 2024)}{numbers.digits(self.chance, 8)}"
        else:
            what, number = numbers.account(self.chance)
        ways = numbers.layouts(number, language)
        if not number.isdigit():
            ways.pop("words")
        layout = self.chance.choice(list(ways))
        cut = 6 if len(number) == 11 and self.chance.random() < 0.5 else len(number) // 2
        shown, number = cased(ways[layout], casing), cased(number, casing)
        if shown == ways[layout]:
            casing = "as is"
        return Secret(kind, f"{what}: {layout}", number, shown, casing, parts=(number[:cut], number[cut:]))

    def _disguised_number(self, kind: str, casing: str) -> Secret:
        form = self._next("number", list(NUMBER_FORMS))
        disguise, weak = NUMBER_FORMS[form]
        while True:
            number = self.chance.choice(
                (
                    numbers.birth_number(self.chance),
                    numbers.digits(self.chance, 8),
                    numbers.digits(self.chance, 12),
                )
            )
            shown = disguise(number, self.chance)
            if shown != number:
                return Secret(kind, form, number, shown, "as is", weak=weak, raw="escape" in form)

    def _formed(self, kind: str, casing: str, language: str) -> Secret:
        """Return a secret that has a form of its own."""
        chance, weak, compound, words, text = self.chance, False, False, (), ""
        if kind == "phone":
            form, text, shown = numbers.phone(chance, language)
        elif kind == "street":
            form, shown, numbered = places.street(chance)
            compound = not numbered
        elif kind == "newspaper/case reference":
            form, shown, compound = net.reference(chance)
        elif kind == "place":
            form, shown = places.place(chance)
            compound, words = form != "Sami", (shown,)
        elif kind in ("handle", "e-mail", "url"):
            make = {"handle": net.handle, "e-mail": net.mail, "url": net.url}[kind]
            form, shown = make(chance, self.names)
            weak = form in ("krøllalfa", "spelled out")
        elif kind in ("date", "month", "year+event"):
            make_time = {"date": times.day, "month": times.month, "year+event": times.year_and_event}[kind]
            form, shown = make_time(chance, language)
            weak = kind == "year+event" or form == "week"
        else:
            make_place = {
                "ip": net.ip,
                "school": places.school,
                "office": places.office,
                "plate": places.plate,
                "cadastre": places.cadastre,
                "postcode": places.postcode,
                "coordinates": places.coordinates,
            }[kind]
            form, shown = make_place(chance)
        if kind in ("school", "office") and casing == "lower":
            form = f"{form} in small letters"
        written = cased(shown, casing)
        if written == shown:
            casing = "as is"
        text = cased(text, casing) or written
        return Secret(
            kind, form, text, written, casing, words, compound=compound, weak=weak, parts=_halves(kind, text)
        )


def cased(text: str, casing: str) -> str:
    """Return a text in a casing."""
    return {"as is": text, "lower": text.lower(), "upper": text.upper()}[casing]


def _halves(kind: str, text: str) -> tuple[str, ...]:
    """Return the two parts that a text is split into, or none where it has no place for that."""
    if kind == "phone":
        digits = text.replace(" ", "")
        return digits[: len(digits) // 2], digits[len(digits) // 2 :]
    if kind == "e-mail" and "@" in text and " " not in text:
        return text[: text.index("@")], text[text.index("@") :]
    if kind in ("date", "month", "street", "plate", "coordinates", "cadastre") and " " in text:
        first, rest = text.split(" ", 1)
        return (first, rest) if "\n" not in text else ()
    return ()
