"""Clean Norwegian sentences with a slot: no capital inside, no word that a dictionary lacks.

`CARRIERS[language][group][slot]`; a group is what the slot suits: somebody, something with a number, a
time, a somewhere, an address on the net.
"""

SLOT = "{}"

_NB = {
    "person": {
        "start": (
            "{} kom hjem til oss etter skolen",
            "{} satt på trappa og ventet",
            "{} ringte tilbake samme kveld",
            "{} lo så høyt at alle snudde seg",
            "{} var den første som spurte",
        ),
        "middle": (
            "Etter lekene gikk {} hjem alene i regnet",
            "Det var bare {} som spurte hvordan det gikk",
            "Hun stolte på {} fra den første dagen",
            "Om kvelden satt {} lenge ved kjøkkenbordet",
            "Ingen så at {} hadde sluttet å spise matpakka",
            "Da ville {} heller sove enn å snakke",
        ),
        "end": (
            "Hun flyttet inn hos {}",
            "Til slutt snakket hun med {}",
            "Ingen fikk komme inn i rommet hennes uten {}",
            "Han tok bussen sammen med {}",
            "Det tok lang tid før hun turte å ringe {}",
        ),
        "genitive": (
            "Hun sov på gulvet i {} leilighet",
            "Det var {} nøkkel som lå under matta",
            "Han fikk lese {} brev før møtet",
        ),
    },
    "number": {
        "start": (
            "{} sto skrevet på lappen",
            "{} var det han husket utenat",
            "{} ble lest opp på venterommet",
        ),
        "middle": (
            "På lappen sto {} med blå skrift",
            "Hun skrev {} øverst på papiret",
            "Bak på kortet hadde noen ført opp {} for hånd",
            "Det er {} som skal brukes når noen spør",
            "I mappa ligger {} sammen med resten av papirene",
        ),
        "end": (
            "Beskjeden gjelder {}",
            "Øverst på arket sto det {}",
            "Hun måtte gjenta det flere ganger: {}",
            "Legg dette ved saken om {}",
        ),
    },
    "time": {
        "start": (
            "{} sluttet hun å gå på skolen",
            "{} ble alt annerledes",
            "{} sto han på gata uten nøkkel",
        ),
        "middle": (
            "Det endelige bruddet kom {} da ingen var hjemme",
            "Møtet ble flyttet til {} uten at noen ga beskjed",
            "Hun husker {} som om det var i går",
            "Fra {} bodde han hos en venn",
        ),
        "end": (
            "Hun begynte på nytt {}",
            "Det siste møtet var {}",
            "Han har ikke vært hjemme siden {}",
            "Alt skjedde {}",
        ),
    },
    "place": {
        "start": (
            "{} var det tryggeste stedet hun visste om",
            "{} hadde stengt for dagen",
            "{} lå for langt unna til å gå",
        ),
        "middle": (
            "De flyttet fra {} før sommeren var over",
            "Hun gikk forbi {} hver morgen",
            "Bussen stopper ved {} når det passer",
            "Der hjemme sa de at {} var for fine folk",
        ),
        "end": (
            "Han fikk plass ved {}",
            "Hver dag tok hun bussen til {}",
            "Ingen av dem ville tilbake til {}",
            "Moren hadde kontakt med {}",
        ),
    },
    "net": {
        "start": (
            "{} er fortsatt åpen for alle",
            "{} var det siste hun skrev",
        ),
        "middle": (
            "Hun ble kjent med dem gjennom {} da hun var alene",
            "Meldingen lå på {} hele natta",
            "De som ville vite mer, fant {} og leste alt",
            "Han skrev til {} før han la på",
        ),
        "end": (
            "Hun sendte alle bildene til {}",
            "Hele historien lå ute på {}",
            "Vi fant henne igjen på {}",
        ),
    },
}

_NN = {
    "person": {
        "start": (
            "{} kom heim til oss etter skulen",
            "{} sat på trappa og venta",
            "{} var den første som spurde",
        ),
        "middle": (
            "Det var berre {} som spurde korleis det gjekk",
            "Ho stolte på {} frå den første dagen",
            "Om kvelden sat {} lenge ved kjøkenbordet",
            "Ingen såg at {} hadde slutta å ete",
        ),
        "end": (
            "Ho flytta inn hos {}",
            "Til slutt snakka ho med {}",
            "Han tok bussen saman med {}",
        ),
        "genitive": (
            "Ho sov på golvet i leilegheita til {} mor",
            "Han fekk lese {} brev før møtet",
        ),
    },
    "number": {
        "start": ("{} stod skrive på lappen", "{} var det han hugsa"),
        "middle": (
            "På lappen stod {} med blå skrift",
            "Ho skreiv {} øvst på papiret",
            "Det er {} som skal brukast når nokon spør",
        ),
        "end": ("Meldinga gjeld {}", "Øvst på arket stod det {}"),
    },
    "time": {
        "start": ("{} slutta ho å gå på skulen", "{} vart alt annleis"),
        "middle": ("Ho hugsar {} som om det var i går", "Frå {} budde han hos ein ven"),
        "end": ("Ho byrja på nytt {}", "Det siste møtet var {}", "Alt hende {}"),
    },
    "place": {
        "start": ("{} var den tryggaste staden ho visste om", "{} hadde stengt for dagen"),
        "middle": ("Dei flytta frå {} før sommaren var over", "Ho gjekk forbi {} kvar morgon"),
        "end": ("Han fekk plass ved {}", "Kvar dag tok ho bussen til {}", "Mora hadde kontakt med {}"),
    },
    "net": {
        "start": ("{} er framleis open for alle",),
        "middle": ("Ho vart kjend med dei gjennom {} då ho var åleine", "Meldinga låg på {} heile natta"),
        "end": ("Ho sende alle bileta til {}", "Heile historia låg ute på {}"),
    },
}

CARRIERS: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {"nb": _NB, "nn": _NN}

#: What says that an identifier comes now. A name after one of those in "naming" is a name whatever it looks
#: like; after kin another word may come as well.
CUES: dict[str, dict[str, tuple[str, ...]]] = {
    "nb": {
        "naming": (
            "Jenta heter {}",
            "Gutten het {} den gangen",
            "Vennene kaller ham {}",
            "Fornavnet er {}",
            "Takk for alt, hilsen {}",
            "En gutt ved navn {} hjalp til",
        ),
        "kin": ("Broren {} flyttet ut", "Søsteren {} ble igjen", "Kjæresten {} fant henne", "Onkel {} kom"),
        "number": ("Fødselsnummeret er {}", "Personnummer: {}", "Telefon {}", "Du må ringe {} etter skolen"),
        "time": ("Hun er født {}", "Gutten ble født {}", "Fødselsdato: {}"),
        "place": ("Hun bor i {}", "Familien bodde på {}", "Adressen er {}", "Han kommer fra {}"),
        "net": ("Skriv til {}", "Følg henne på {}", "Brukernavnet er {}", "Du finner alt på {}"),
    },
    "nn": {
        "naming": ("Jenta heiter {}", "Guten heitte {}", "Venene kallar han {}", "Beste helsing {}"),
        "kin": ("Broren {} flytta ut", "Systera {} vart att", "Kjærasten {} fann ho"),
        "number": ("Fødselsnummeret er {}", "Telefon {}", "Du må ringe {} etter skulen"),
        "time": ("Ho er fødd {}", "Fødselsdato: {}"),
        "place": ("Ho bur i {}", "Adressa er {}", "Han kjem frå {}"),
        "net": ("Skriv til {}", "Brukarnamnet er {}"),
    },
}

#: What somebody says; the slot is inside the quotation marks.
QUOTES: dict[str, tuple[str, ...]] = {
    "nb": (
        "«Det var {} som ga meg nøkkelen»",
        "«Jeg husker {} best av alt»",
        "«Du kan ikke bare si {} og gå»",
        "«{} var alt jeg tenkte på»",
        "«Ingen hadde sagt noe om {}»",
        "Hun sa: «Nå orker jeg ikke mer av {}»",
        "Da svarte han «vi kan godt ta {} en gang til»",
    ),
    "nn": (
        "«Det var {} som gav meg nøkkelen»",
        "«Eg hugsar {} best av alt»",
        "«{} var alt eg tenkte på»",
        "«Ingen hadde sagt noko om {}»",
    ),
}

#: Short words that make an item of a list, which has room for a few words only.
ITEMS: dict[str, tuple[str, ...]] = {
    "nb": ("{}", "{}", "brudd med {}", "lite støtte fra {}", "uro rundt {}"),
    "nn": ("{}", "{}", "brot med {}", "lite støtte frå {}", "uro rundt {}"),
}

#: What two values say when an identifier is split: one ends with a part, the next begins so.
HALVES: dict[str, tuple[tuple[str, str], ...]] = {
    "nb": (
        ("Det siste hun skrev, var {}", "{} sto det på neste side"),
        ("Øverst på lappen sto {}", "{} sto det under"),
        ("Han begynte å si {}", "{} sa den andre"),
    ),
    "nn": (
        ("Det siste ho skreiv, var {}", "{} stod det på neste side"),
        ("Han byrja å seie {}", "{} sa den andre"),
    ),
}

#: Clean sentences that may stand before or after the one with the slot.
AROUND: dict[str, tuple[str, ...]] = {
    "nb": ("Det ble stille etterpå.", "Ingen visste hva de skulle si.", "Så gikk alle hjem."),
    "nn": ("Det vart stilt etterpå.", "Ingen visste kva dei skulle seie.", "Så gjekk alle heim."),
}
