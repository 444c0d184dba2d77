"""Every rule of the guard by its code, as it reads Norwegian and as it reads English."""

from collections.abc import Callable, Iterator
from functools import partial

from reise.guard import called, dates, hidden, net, numbers, people, places, words
from reise.guard.lexicon import knows_english
from reise.guard.numbers import Stretch

Rule = Callable[[str], Iterator[Stretch]]

#: Every rule by its code; its docstring is what `reise explain` tells about it.
RULES: dict[str, Rule] = {
    "R410": numbers.six_digits,
    "R411": net.address,
    "R412": dates.day,
    "R413": places.where_somebody_lives,
    "R414": places.plate,
    "R415": hidden.foreign_letters,
    "R416": hidden.spaced_letters,
    "R417": people.named,
    "R418": people.initials,
    "R419": hidden.code,
    "R420": words.capital,
    "R421": words.all_capitals,
    "R422": words.office_of_a_place,
    "R430": words.name_or_word,
    "R431": words.unknown,
    "R432": dates.year,
    "R433": people.one_in_a_place,
    "R434": people.exact_count,
    "R435": people.few_share,
    "R436": called.may_be_called,
}
#: The same, where a journey is told in English.
RULES_IN_ENGLISH: dict[str, Rule] = (
    RULES
    | {
        code: partial(rule, known=words.told_in_english)
        for code, rule in (("R420", words.capital), ("R430", words.name_or_word), ("R431", words.unknown))
    }
    | {
        code: partial(rule, known=knows_english)
        for code, rule in (("R417", people.named), ("R422", words.office_of_a_place))
    }
    | {"R436": partial(called.may_be_called, english=True)}
)
