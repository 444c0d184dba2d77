"""What is typed by mistake: twenty typical mistakes, most of them in several ways."""

from tests.mistakes.story import EFFECT, ENGLISH, STORY, TURN, WHO, Mistake

MISTAKES: dict[str, Mistake] = {
    # 1. Wrong indentation.
    "indented too far": Mistake({14: "      hvem: skolelos"}, "14:7 R122"),
    "indented too little": Mistake({14: "   hvem: skolelos"}, "14:4 R122"),
    "below the dash": Mistake({14: "  hvem: skolelos"}, "14:3 R122"),
    "not indented": Mistake({14: "hvem: skolelos"}, "14:1 R122"),
    "an event too far in": Mistake({17: "    - sitat: «Han ga seg ikke»"}, "17:5 R122"),
    "an event too far out": Mistake({17: " - sitat: «Han ga seg ikke»"}, "17:2 R122"),
    "an event not indented": Mistake({17: "- sitat: «Han ga seg ikke»"}, "17:1 R122"),
    "the head indented": Mistake({6: "  status: utkast"}, "6:3 R122"),
    "the list's key indented": Mistake({7: "  hendelser:"}, "7:3 R122"),
    "no dash": Mistake({17: "  sitat: «Han ga seg ikke»"}, "17:3 R122", does="sett bindestrek"),
    "no dash, indented": Mistake({17: "    sitat: «Han ga seg ikke»"}, "17:5 R213"),
    "a dash too many": Mistake({14: "  - hvem: skolelos"}, "14:5 R212", does="ta bort"),
    # 2. Tab.
    "a tab": Mistake({14: "\thvem: skolelos"}, "14:1 R116", certain=True),
    "two tabs": Mistake({14: "\t\thvem: skolelos"}, "14:1 R116", certain=True),
    "a tab on every line": Mistake(
        {n: "\t\t" + each.lstrip() for n, each in enumerate((WHO, EFFECT, TURN), 14)},
        "14:1 R116, 15:1 R116, 16:1 R116",
        certain=True,
    ),
    "a tab for a space": Mistake({14: "    hvem:\tskolelos"}, "14:10 R116", certain=True),
    # 3. Colon without quotes.
    "a colon": Mistake(
        {17: "  - sitat: Han sa: kom inn"},
        "17:18 R118",
        mended={17: '  - sitat: "Han sa: kom inn"'},
        certain=True,
    ),
    "a colon at the end": Mistake(
        {13: "  - tjeneste: Losen sa:"},
        "13:23 R118",
        mended={13: '  - tjeneste: "Losen sa:"'},
        certain=True,
    ),
    "a colon in the title": Mistake(
        {2: "tittel: Verkstedet: en reise"},
        "2:19 R118",
        mended={2: 'tittel: "Verkstedet: en reise"'},
        certain=True,
    ),
    "a colon in braces": Mistake(
        {16: "    vendepunkt: {retning: opp, gjorde forskjell: han sa: kom}"},
        "16:56 R118",
        mended={16: '    vendepunkt: {retning: opp, gjorde forskjell: "han sa: kom"}'},
    ),
    # 4. Quote not closed.
    "a quote not closed": Mistake(
        {17: '  - sitat: "Han ga seg ikke'},
        "17:12 R117",
        mended={17: '  - sitat: "Han ga seg ikke"'},
        certain=True,
    ),
    "a quote not closed, another below": Mistake(
        {17: '  - sitat: "Han ga seg ikke', 19: '  - milepæl: "Praksis på verkstedet"'},
        "17:12 R117",
        mended={17: '  - sitat: "Han ga seg ikke"', 19: '  - milepæl: "Praksis på verkstedet"'},
        certain=True,
    ),
    "a quote not closed in the last text": Mistake(
        {19: '  - milepæl: "Praksis på verkstedet', 20: ""},
        "19:14 R117",
        mended={19: '  - milepæl: "Praksis på verkstedet"', 20: ""},
        certain=True,
    ),
    "a single quote not closed": Mistake(
        {17: "  - sitat: 'Han ga seg ikke"}, "17:12 R117", mended={17: '  - sitat: "Han ga seg ikke"'}
    ),
    # 5. Unknown kind.
    "a kind misspelt": Mistake({13: STORY.split("\n")[12].replace("tje", "tj")}, "13:5 R202", certain=True),
    "a milestone misspelt": Mistake({8: "  - milepel: Ungdomsskolen"}, "8:5 R202", certain=True),
    "a turning point misspelt": Mistake(
        {13: "  - vendepnkt: Losen ga seg ikke", 16: "    retning: opp"},
        "13:5 R202",
        mended={13: "  - vendepunkt: Losen ga seg ikke", 16: "    retning: opp"},
        certain=True,
    ),
    "a kind that is none": Mistake(
        {13: "  - samtale: Losen kommer på døra hver tirsdag"}, "13:5 R202", own="tjeneste"
    ),
    "a kind without colon": Mistake({13: "  - tjeneste Losen kommer på døra hver tirsdag"}, "13:5 R120"),
    "a kind and nothing else": Mistake(
        {8: "  - milepæl", 9: ""},
        "8:5 R202",
        own="Ungdomsskolen",
        mended={9: ""},
    ),
    "a kind without space": Mistake(
        {19: "  - milepæl:Praksis", 20: ""},
        "19:5 R202",
        mended={19: "  - milepæl: Praksis", 20: ""},
        certain=True,
    ),
    # 6. Misspelt key.
    "a key misspelt": Mistake({15: EFFECT.replace("virkning", "virking")}, "15:5 R202", certain=True),
    "letters swapped": Mistake({14: "    vhem: skolelos"}, "14:5 R202"),
    "the title's key": Mistake({2: "titel: Gutten på verkstedet"}, "2:1 R202", certain=True),
    "the events' key": Mistake({7: "hendelsr:"}, "7:1 R202", certain=True),
    "the first key": Mistake({1: "resie: 1"}, "1:1 R202", certain=True),
    "a key in braces": Mistake({5: "kilde: {slg: konstruert}"}, "5:9 R202"),
    "a key that is none": Mistake({14: "    ansvarlig: skolelos"}, "14:5 R202", own="hvem"),
    "no space in braces": Mistake(
        {15: "    virkning: {ung:hjalp}"},
        "15:16 R202",
        mended={15: "    virkning: {ung: hjalp}"},
        certain=True,
    ),
    # 7. Norwegian letters saved in cp1252.
    "saved in cp1252": Mistake({}, "2:17 R103", certain=True, encoding="cp1252"),
    # 8. A date.
    "a date for an age": Mistake({9: "    alder: 12.03.2011"}, "9:12 R207", own="13"),
    "a year for an age": Mistake({9: "    alder: 2011"}, "9:12 R207", own="13"),
    "a date under a word of its own": Mistake({9: "    dato: 12. mars 2011"}, "9:11 R207", own="13"),
    "lasted to a month": Mistake(
        {12: "    varer: til august 2015"}, "12:12 R207", does="la tiden", mended={12: ""}
    ),
    # 9. A name: a test of its own, in test_typical.py, since the guard finds it.
    # 10. A wrong id.
    "an id with a capital": Mistake({11: "    id: Hjemmetida"}, "11:9 R214"),
    "an id of words": Mistake(
        {11: "    id: Tida på gården"}, "11:9 R214", mended={11: "    id: tida-pa-garden"}
    ),
    "an id that nobody has": Mistake(
        {18: "    under: hjemetida"}, "18:12 R302", mended={18: "    under: hjemmetida"}
    ),
    "an id in other letters": Mistake(
        {18: "    under: Hjemmetida"}, "18:12 R302", mended={18: "    under: hjemmetida"}
    ),
    # 11. A contradiction in time.
    "younger than before": Mistake({20: "    alder: 12"}, "20:12 R301", does="fjern", mended={20: ""}),
    # 12. List dash without space.
    "no space after the dash": Mistake({17: "  -sitat: «Han ga seg ikke»"}, "17:3 R121", certain=True),
    "the first dash": Mistake({8: "  -milepæl: Ungdomsskolen"}, "8:3 R121", certain=True),
    "no dash with a space": Mistake(
        {n: STORY.split("\n")[n - 1].replace("- ", "-", 1) for n in (8, 10, 13, 17, 19)},
        "8:3 R121, 10:3 R121, 13:3 R121, 17:3 R121, 19:3 R121",
        certain=True,
    ),
    "a dash of Word": Mistake({17: "  – sitat: «Han ga seg ikke»"}, "17:3 R125", certain=True),
    "a bullet of Word": Mistake({17: "  • sitat: «Han ga seg ikke»"}, "17:3 R125", certain=True),
    "a star": Mistake({17: "  * sitat: «Han ga seg ikke»"}, "17:3 R125", certain=True),
    # 13. # that eats text.
    "a number": Mistake(
        {13: "  - tjeneste: Samtale #3 på kontoret"},
        "13:23 R119",
        mended={13: '  - tjeneste: "Samtale #3 på kontoret"'},
    ),
    "a number first": Mistake(
        {17: "  - sitat: #ikke gi opp"}, "17:12 R119", mended={17: '  - sitat: "#ikke gi opp"'}
    ),
    "a remark": Mistake(
        {9: "    alder: 13 #usikker"},
        "9:15 R119",
        does="sett to mellomrom",
        mended={9: "    alder: 13  # usikker"},
    ),
    # 14. Smart quotes; round a text they are part of it, see test_seeming.py.
    "smart quotes round a value": Mistake({6: "status: ”utkast”"}, "6:9 R205", certain=True),
    "smart quotes in braces": Mistake({15: EFFECT.replace("hjalp", "“hjalp”")}, "15:21 R205", certain=True),
    "smart quotes round an id": Mistake({11: "    id: “hjemmetida”"}, "11:9 R214", certain=True),
    "smart quotes round a service": Mistake({14: "    hvem: «skolelos»"}, "14:11 R303", certain=True),
    "smart quotes round a key": Mistake({14: "    “hvem”: skolelos"}, "14:5 R202", certain=True),
    "smart quotes round the version": Mistake({1: "reise: ”1”"}, "1:8 R218", certain=True),
    "smart quotes and a colon": Mistake(
        {17: "  - sitat: «Han sa: kom inn»"},
        "17:19 R118",
        mended={17: '  - sitat: "«Han sa: kom inn»"'},
        certain=True,
    ),
    "a straight quote and a smart one": Mistake(
        {17: '  - sitat: "Han ga seg ikke”'},
        "17:12 R117",
        mended={17: '  - sitat: "Han ga seg ikke"'},
        certain=True,
    ),
    # 15. Non-breaking spaces; in a text they do no harm, see test_seeming.py.
    "non-breaking indentation": Mistake({14: "  \xa0 hvem: skolelos"}, "14:3 R105", certain=True),
    "non-breaking after a colon": Mistake({14: "    hvem:\xa0skolelos"}, "14:10 R105", certain=True),
    "non-breaking after a dash": Mistake({17: "  -\xa0sitat: «Han ga seg ikke»"}, "17:4 R105", certain=True),
    "non-breaking in braces": Mistake(
        {16: TURN.replace("sagt av: ", "sagt av:\xa0")}, "16:40 R105", certain=True
    ),
    # 16. English key misspelt.
    "an English key misspelt": Mistake(
        {12: "    efect: {young: helped, service: unknown}"}, "12:5 R202", certain=True, story=ENGLISH
    ),
    "an English kind misspelt": Mistake(
        {7: "  - milstone: Ungdomsskolen"}, "7:5 R202", certain=True, story=ENGLISH
    ),
    "an English key of two words misspelt": Mistake(
        {13: "    tuning point: {direction: up, said by: young}"}, "13:5 R202", certain=True, story=ENGLISH
    ),
    "an English key in a Norwegian journey": Mistake(
        {15: EFFECT.replace("virkning", "efect")},
        "15:5 R202",
        mended={15: EFFECT.replace("virkning", "effect")},
        certain=True,
    ),
    # 17. Missing milestone: none is needed, see test_seeming.py; a phase needs one.
    "a phase without its milestone": Mistake(
        {11: "    fase: Borte"},
        "11:5 R306",
        mended={8: "  - milepæl: Ungdomsskolen\n    fase: Borte", 11: ""},
    ),
    # 18. Effect without voice: the coder's, see test_seeming.py; in braces somebody must say it.
    "an effect without voice in braces": Mistake(
        {15: "    virkning: {hjalp}"}, "15:16 R205", mended={15: "    virkning: {ung: hjalp}"}
    ),
    "an effect without voice, the coder's": Mistake(
        {15: "    virkning: {hjalp}"}, "15:16 R205", does="skriv bare", mended={15: "    virkning: hjalp"}
    ),
    "a voice without braces": Mistake(
        {15: "    virkning: ung: hjalp"},
        "15:18 R118",
        does="sett klammer",
        mended={15: "    virkning: {ung: hjalp}"},
    ),
    # 19. Transition unknown: a warning, since it can be the collection's own.
    "a transition misspelt": Mistake(
        {18: "    overgang: {type: bup-dsp, status: holdt}"},
        "18:22 R304",
        mended={18: "    overgang: {type: bup-dps, status: holdt}"},
    ),
    "a transition as an event misspelt": Mistake(
        {17: "  - overgang: bup-dsp", 18: ""}, "17:15 R304", mended={17: "  - overgang: bup-dps", 18: ""}
    ),
    "a transition of our own": Mistake(
        {18: "    overgang: {type: lag-klubb, status: holdt}"},
        "18:22 R304",
        own="Lag → klubb",
        mended={18: "    overgang: {type: lag-klubb, status: holdt}"},
    ),
    # 20. Two problems at once.
    "a misspelt key and a dash": Mistake(
        {15: EFFECT.replace("virkning", "virking"), 17: "  -sitat: «Han ga seg ikke»"},
        "15:5 R202, 17:3 R121",
        certain=True,
    ),
    "two colons": Mistake(
        {13: "  - tjeneste: Losen sa: kom", 17: "  - sitat: Han sa: kom inn"},
        "13:23 R118, 17:18 R118",
        mended={13: '  - tjeneste: "Losen sa: kom"', 17: '  - sitat: "Han sa: kom inn"'},
        certain=True,
    ),
    "a year and a brace": Mistake(
        {9: "    alder: 2011", 15: EFFECT.rstrip("}")}, "9:12 R207, 15:15 R123", own="13"
    ),
    "two words misspelt in one event": Mistake(
        {13: STORY.split("\n")[12].replace("tje", "tj"), 14: "    hvm: skolelos"}, "13:5 R202, 14:5 R202"
    ),
    "a kind that is none and a word in its braces": Mistake(
        {13: "  - tjenste: Losen kommer på døra hver tirsdag", 16: TURN.replace("retning", "rettning")},
        "13:5 R202, 16:18 R202",
        certain=True,
    ),
    "a tab and a colon": Mistake(
        {14: "    hvem:\tskolelos", 17: "  - sitat: Han sa: kom inn"},
        "14:10 R116, 17:18 R118",
        mended={17: '  - sitat: "Han sa: kom inn"'},
        certain=True,
    ),
}


# Any two mistakes on different lines are told together as they are told alone, except that what spoils the
# shape of a file, or its letters, must be mended before the rest can be read; time is worked out last.
_FIRST_OR_LAST = ("R122", "R103", "R212", "R213", "R301", "R302", "R306")
ALONE = {
    name: each
    for name, each in MISTAKES.items()
    if len(each.typed) == 1
    and each.story == STORY
    and not each.found.endswith(_FIRST_OR_LAST)
    and not each.typed[min(each.typed)].startswith("\t")
}
