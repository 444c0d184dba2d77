"""Names of many origins: lent by Faker, put into Latin letters, or made from syllables."""

from functools import cache
from random import Random

from faker import Faker

from .plant import words

#: Locales of Faker that write names in Latin letters.
LOCALES = (
    "no_NO",
    "sv_SE",
    "da_DK",
    "fi_FI",
    "is_IS",
    "et_EE",
    "lt_LT",
    "pl_PL",
    "cs_CZ",
    "hu_HU",
    "hr_HR",
    "ro_RO",
    "de_DE",
    "nl_NL",
    "fr_FR",
    "es_ES",
    "pt_PT",
    "it_IT",
    "en_GB",
    "ga_IE",
    "tr_TR",
    "az_AZ",
    "uz_UZ",
    "vi_VN",
    "id_ID",
    "en_IN",
    "en_PK",
    "en_KE",
    "sw",
    "ha_NG",
    "yo_NG",
    "ig_NG",
    "zu_ZA",
)
#: Locales in Cyrillic letters, which have a Latin letter (or some) each.
CYRILLIC = ("ru_RU", "uk_UA", "bg_BG")

_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
        words("a b v g d e zh z i j k l m n o p r s t u f kh ts tsj sj sjtsj - y - e ju ja i ji je g"),
        strict=True,
    )
)

# Names of Arabic, Persian, Pashto and Chinese origin as they are written in Norway.
_ROMANISED = words(
    "Abdulrahman Ahlam Aisha Alaa Amina Asma Bilal Dunya Faisal Farida Farhad Fatima Ghaith Hadi "
    "Hafsa Hamza Hanan Haydar Huda Idris Iman Jamila Khadija Khalid Laila Layth Mahmoud Malak "
    "Maryam Mohammed Mustafa Nabil Najwa Noor Omar Osama Qasim Rahaf Rania Rashid Reza Rima "
    "Safiya Samira Shirin Sumaya Tahmina Tariq Wafa Walid Yahya Yasmin Yousef Zahra Zainab Zubair "
    "Xiaoming Jiaqi Zhihao Ruoxi Thuy Linh"
)
_ROMANISED_SURNAMES = words(
    "Abbasi al-Bakri al-Khatib Ahmadzai Barakat Darwish El-Sayed Farahani Ghorbani Haddad "
    "Hosseini Ibrahim Jafari Karimi Khoury Mansour Mohammadi Nazari Noorzai Qureshi Rahimi Saleh "
    "Shirzad Tahiri Yousafzai Zaman Zhang Huang Xu Nguyen Tran Pham"
)

#: Beginnings, middles and ends that make names like those of some languages, none of them looked up.
_SYLLABLES: dict[str, tuple[str, str, str]] = {
    "Sami": (
        "Áil Biet Čeav Dávv Elle Gáj Iŋg Jov Láil Máhtt Niill Sárá Ráv Ánd",
        "a e i u á",
        "na nne t gá š la",
    ),
    "Somali": (
        "Abd Axm Cab Cawo Dah Faar Guul Hod Ifr Jaam Liib Nim Sahr Waris Xal Yaas",
        "a aa e i ii",
        "r le n sho d ma",
    ),
    "Kurdish": (
        "Az Baw Ber Cîh Der Evîn Gul Hêv Jiy Kaw Lez Naz Roj Şêr Viy Zîl",
        "a e î o ê",
        "r n dar van hat şîn",
    ),
    "Tamil": (
        "Anb Ath Ilan Jeg Kav Mal Niru Pir Rag Sent Sub Thar Val Yath",
        "a aa i u",
        "than nthi vel raj kumar lini shan",
    ),
    "Tigrinya": (
        "Abr Ber Daw Eyob Fre Ghid Haf Kib Luw Meh Nigis Rahw Semh Tesf Yor",
        "e i a",
        "ket hane wit om ret y m",
    ),
    "fresh": (
        "Br Dr Fj Gl Hv Kv Mj Nj Skr Tv Vr Zw Pl Gr",
        "a e i o u ø ei",
        "ndel rvik lko nja mse ssa tro xi",
    ),
}

#: Names that everybody reads as an everyday word when the capital is gone, and their surnames alike.
EVERYDAY = frozenset(
    words(
        "adel aksel alle alm ane ante april arm art ask aske august bakke bakken ball bank bar bare "
        "barn barna baron bass beker ben berg berget bit bjørk bjørn blad blom bo bok bonde bord borg "
        "bork bra brann bred brink bro bror bru brun brygge bud busk by bygg bål båt dag dal dale "
        "dalen dam dans de del den din dom dra drage due eik eike ekte elg eller elv elven en ene eng "
        "engel engen enke er falk fall far fem ferd ferm fest fin fine finn finne fisk fjell fjord "
        "flat flink flor flora folk foss fot fred fri frisk frost fryd frø fugl furu får gal gammel "
        "gard gate gjest glad glede god gode gran granne gras gren gro grunn grå gud gul gull gård "
        "hage hagen hake hale hall halm han hard harm harpe hatt haug haugen hauk hav havn hegg hei "
        "heim heimen hell helg helga helle her hjelm hjorten hop hud hull hund hus hval hvit høst høy "
        "håp ild is jakt jarl jente jo jord juli juni kalle kant kar karl karm kim kiste kjær klapp "
        "klar klara klo kokk konge korn kors kost krans krok krone kurs kveld kvist kår lag laks land "
        "lang lange lass lauv le lege legg lerke li lia lien lilje lilla lind line link liten liv ljå "
        "loft lov love lova lukke lukk lun lund lunden lus lykke lyng lys lyse løk løv løve mai malm "
        "man mann mannen mark mars mat matte mild milde mile min mine mo mor mose mus myr myra måke "
        "måne nabo natt natta nes neve nord ny nye nål odd odde om ord orm ormen orre ost over palme "
        "par park pil plass post potte prat prins prinsen ram rand rask raud rav ravn regn rein reise "
        "rekke ren rens rik rike ring ro rom ros rosa rose rosen rot rug rune runer rust rygg rype "
        "rød rør råd saga sal sand sang se seier sein sel selje sende seng senger sild siv skar skatt "
        "skinner skog skogen skole smal smed snø sol sola som sommer spiker spill spire stad steg "
        "stein sten sti stil stille stjerne stokk stor storm strand stranda strid strøm sund sur "
        "svale svane svart sverd sving syn søt tak tal tang tangen tank tann tare ting tina tind tine "
        "tjern tom tone tor tore torn torv trapp trane tre tro trygg tun tunge tur ture ugle ull ulv "
        "ulven ung ur vang vann var vara varg varm vatn ved vegg vegen vei vel venn vest vi vik vika "
        "vill villa ville vin vind vinter voll vollen vår våren våg even vilja iver signe økt ørn øst "
        "øy øya øye ås åsen åker"
    )
)

_NICKNAMES = words(
    "Lillemor Snuppa Tutta Mikkis Jossa Tassen Bamsen Kjappen Rødtopp Lillegutt Store-Per Lill- "
    "Ida Mazza Dobbo Kikkan Pjuski Blåmann Snøffi Zorro Lynet Fiffen Jompa Nisseper Småen Trulte"
)
#: What young people are called in a team, online, at home, at school and on the street: half of them words.
_MORE_NICKNAMES = words(
    "Keepern Kanonen Traktoren Bremsen Mopeden Kneet Tunnelen Sausen Zebb Sniperen Ghostie Noobert Pixel "
    "Glitch Krypto Bossmann Pelle Gullmor Frøken Skrutt Titti Bibbi Lollo Pluto Jonken Tobben Emmis Sossa "
    "Steffa Mattis Macken Frikken Doffen Røyken Snusen Volvo Kebaben Sleipen Skyggen Blekka Bananen Bønna "
    "Trynet Kaffen Pepsi Tyggis Sjokket Engelen"
)
_GANGS = ("Nordgutta", "Brattbanden", "Young Ravens", "B-gjengen", "Fjordkidsa", "Dalton")


@cache
def _faker(locale: str) -> Faker:
    return Faker(locale)


class Names:
    """Names drawn by one source of chance: the same seed, the same names."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        for locale in (*LOCALES, *CYRILLIC):
            _faker(locale).seed_instance(chance.getrandbits(32))

    def given(self) -> str:
        """Return one given name."""
        where = self.chance.random()
        if where < 0.15:
            return self.chance.choice(_EVERYDAY_NAMES)
        if where < 0.62:
            return _plain(_faker(self.chance.choice(LOCALES)).first_name())
        if where < 0.70:
            return _latin(_faker(self.chance.choice(CYRILLIC)).first_name())
        if where < 0.80:
            return self.chance.choice(_ROMANISED)
        return self.made()

    def surname(self) -> str:
        """Return one surname."""
        where = self.chance.random()
        if where < 0.65:
            return _plain(_faker(self.chance.choice(LOCALES)).last_name())
        if where < 0.75:
            return _latin(_faker(self.chance.choice(CYRILLIC)).last_name())
        if where < 0.85:
            return self.chance.choice(_ROMANISED_SURNAMES)
        return self.made()

    def made(self) -> str:
        """Return a name made from syllables."""
        first, middle, last = (part.split() for part in self.chance.choice(list(_SYLLABLES.values())))
        return "".join(map(self.chance.choice, (first, middle, last)))

    def full(self) -> tuple[str, tuple[str, ...]]:
        """Return a full name in one of the ways it is written, and its words."""
        first, last = self.given(), self.surname()
        another = self.given()
        ways = (
            (f"{first} {last}", (first, last)),
            (f"{first} {last}", (first, last)),
            (f"{last}, {first}", (last, first)),
            (f"{first} {another} {last}", (first, another, last)),
            (f"{first}-{another} {last}", (first, another, last)),
            (f"{first} {another[0]}. {last}", (first, last)),
            (f"{first[0]}. {last}", (last,)),
        )
        return self.chance.choice(ways)

    def nickname(self) -> str:
        """Return a nickname, an animal's or a gang's name."""
        return self.chance.choice((*_NICKNAMES, *_MORE_NICKNAMES, *_GANGS))


_EVERYDAY_NAMES = words(
    "Liv Dag Stein Sol Storm Odd Even Jo Tor Ask Bjørn Gro Finn Mai Rosa Rose Vilja Tone Tore "
    "Tine Tina Helga Klara Kim Tom Siv Ene Ane Saga Eik Ulv Ørn Rein Falk Hauk Ravn Sola Signe "
    "Iver Håp Storm"
)


def _plain(name: str) -> str:
    """Return a name without what is no letter of it: the dots of titles, and spaces around."""
    return " ".join(name.replace(".", "").replace("’", "'").split())


def _latin(name: str) -> str:
    """Return a name in Cyrillic letters as it is written in Latin ones."""
    return "".join(_LATIN.get(letter, letter) for letter in _plain(name).lower()).replace("-", "").title()


def everyday(word: str) -> bool:
    """Return whether a name, or its genitive, is an everyday word without its capital.

    >>> everyday("Liv"), everyday("Steins"), everyday("Mohammed")
    (True, True, False)
    """
    low = word.lower().strip("'-:…()«»")
    return low in EVERYDAY or (low.endswith("s") and low[:-1] in EVERYDAY)
