"""Days, months and years, as people write them."""

from random import Random

from .plant import words

_MONTHS = {
    "nb": words("januar februar mars april mai juni juli august september oktober november desember"),
    "nn": words("januar februar mars april mai juni juli august september oktober november desember"),
    "en": words("January February March April May June July August September October November December"),
}
_ORDINALS = {
    "nb": {3: "tredje", 9: "niende", 14: "fjortende", 17: "syttende", 21: "tjueførste"},
    "nn": {3: "tredje", 9: "niande", 14: "fjortande", 17: "syttande", 21: "tjueførste"},
}
_FEASTS = {
    "nb": ("julaften", "nyttårsaften", "sankthansaften", "første juledag", "langfredag", "skjærtorsdag"),
    "nn": ("julaftan", "nyttårsaftan", "sankthansaftan", "første juledag", "langfredag", "skjertorsdag"),
}
_ROMAN = words("I II III IV V VI VII VIII IX X XI XII")


def day(chance: Random, language: str) -> tuple[str, str]:
    """Return a layout and a day written in it."""
    on, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1994, 2024)
    name, english = _MONTHS[language][month - 1], _MONTHS["en"][month - 1]
    ordinal = chance.choice(list(_ORDINALS[language].values()))
    feast = chance.choice(_FEASTS[language])
    ways = {
        "1. month year": f"{on}. {name} {year}",
        "1. month": f"{on}. {name}",
        "17. mai": "17. mai",
        "1 month year": f"{on} {name} {year}",
        "1. mon. year": f"{on}. {name[:3]}. {year}",
        "dd.mm.yyyy": f"{on:02}.{month:02}.{year}",
        "d.m.yy": f"{on}.{month}.{year % 100:02}",
        "d.m. yyyy": f"{on}.{month}. {year}",
        "d/m-yy": f"{on}/{month}-{year % 100:02}",
        "d/m yyyy": f"{on}/{month} {year}",
        "dd-mm-yyyy": f"{on:02}-{month:02}-{year}",
        "ISO": f"{year}-{month:02}-{on:02}",
        "ISO with time": f"{year}-{month:02}-{on:02}T14:30",
        "run of digits": f"{year}{month:02}{on:02}",
        "d/roman-year": f"{on}/{_ROMAN[month - 1]}-{year}",
        "ordinal": f"{ordinal} {name}",
        "ordinal with year": f"den {ordinal} {name} {year}",
        "feast": f"{feast} {year}",
        "English": f"{english} {on}, {year}",
        "English short": f"{on} {english[:3]} {year}",
        "weekday": f"fredag {on}. {name}",
        "week": f"uke {chance.randint(1, 52)} i {year}"
        if language == "nb"
        else f"veke {chance.randint(1, 52)} i {year}",
        "line break": f"{on}. {name}\n{year}",
    }
    layout = chance.choice(list(ways))
    return layout, ways[layout]


def month(chance: Random, language: str) -> tuple[str, str]:
    """Return a layout and a month of a year written in it."""
    number, year = chance.randint(1, 12), chance.randint(1994, 2024)
    name = _MONTHS[language][number - 1]
    ways = {
        "month year": f"{name} {year}",
        "month of year": f"{name} i {year}",
        "mon. year": f"{name[:3]}. {year}",
        "month -yy": f"{name} -{year % 100:02}",
        "month 'yy": f"{name} '{year % 100:02}",
        "mm/yyyy": f"{number:02}/{year}",
        "mm.yyyy": f"{number:02}.{year}",
        "yyyy-mm": f"{year}-{number:02}",
        "month, year": f"{name}, {year}",
        "English": f"{_MONTHS['en'][number - 1]} {year}",
        "early in the month": f"tidlig i {name} {year}" if language == "nb" else f"tidleg i {name} {year}",
    }
    layout = chance.choice(list(ways))
    return layout, ways[layout]


def year_and_event(chance: Random, language: str) -> tuple[str, str]:
    """Return a form and a year with what happened in it, which a person has to weigh."""
    year = chance.randint(1994, 2024)
    school = f"{year}/{(year + 1) % 100:02}"
    ways = {
        "nb": {
            "born": f"født {year}",
            "confirmed": f"konfirmert i {year}",
            "school year": f"skoleåret {school}",
            "fire": f"brannen i {year}",
            "cohort": f"{year}-kullet",
            "summer": f"sommeren {year}",
            "two years": f"fra {year} til {year + 2}",
        },
        "nn": {
            "born": f"fødd {year}",
            "school year": f"skuleåret {school}",
            "fire": f"brannen i {year}",
            "cohort": f"{year}-kullet",
            "summer": f"sommaren {year}",
            "two years": f"frå {year} til {year + 2}",
        },
    }[language]
    form = chance.choice(list(ways))
    return form, ways[form]
