"""Quantities of time as people say them: "16", "15-17", "ca. 1 år", "6-8 måneder", "16+".

Everything is whole days in the 30/360 convention (a month is 30 days, a year 12 months), so that
"12 months" and "1 year" are the same and nothing pretends to know a calendar. A quantity said
without more is true to half its unit ("3 months" is 75 to 105 days), or to a quarter of one if it was
told in parts of it ("1,5 år" is 450 to 630); "about" widens it to a quarter of the whole, and to no less
than a unit. An age of 16 lasts until the 17th birthday, 17,5 is true to three months, and "about"
widens an age by a year both ways.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

DAY = 1
WEEK = 7
MONTH = 30
YEAR = 360
MAX_AGE = 120 * YEAR

Days = Annotated[int, Field(ge=0, le=MAX_AGE + YEAR)]


class Frozen(BaseModel):
    """The habits of every model: no unknown fields, never changed after it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Age(Frozen):
    """An age: the earliest and latest day of life it allows, and how it was said.

    `low` and `high` are days since birth, both included; `high` is None for "16+".
    `said_low` and `said_high` are the years as written (16, 17.5), for the label.
    """

    low: Days
    high: Days | None
    said_low: float
    said_high: float | None
    about: bool = False


class Quantity(Frozen):
    """A length of time: the fewest and most days it allows, and how it was said."""

    low: Days
    high: Days | None
    said_low: float
    said_high: float
    unit: Literal["day", "week", "month", "year"]
    about: bool = False
