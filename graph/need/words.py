"""Why a row stands where it does, in Swedish and English."""

from graph.coverage import Status
from graph.labels import Labels, lowered, quoted
from graph.library import LANGUAGES
from graph.need.beside import Covered
from graph.need.observation import Indicator, Observation
from graph.need.ranking import Known, Value
from graph.question import Words
from graph.vocabulary import RT

BETTER = {
    "up": {"sv": "högre är bättre", "en": "higher is better"},
    "down": {"sv": "lägre är bättre", "en": "lower is better"},
}
SENTENCES = {
    Known.RANKED: {
        "sv": "Nummer {rank} av {among} från det sämsta, bland värden för samma indikator, enhet, målgrupp,"
        " tid ({time}) och slag av plats; {better}.",
        "en": "Number {rank} of {among} from the worst, among values of the same indicator, unit, target group, time"
        " ({time}) and kind of place; {better}.",
    },
    Known.OTHER_YEAR: {
        "sv": "Inte jämfört: värdet är från {time}, jämförelsen gäller {compared}.",
        "en": "Not compared: the value is of {time}, the comparison is for {compared}.",
    },
    Known.UNDATED: {
        "sv": "Inte jämfört: källan säger inte vilket år värdet gäller.",
        "en": "Not compared: the source does not say which year the value is of.",
    },
    Known.CONTRADICTED: {
        "sv": "Inte jämfört: källor anger olika värden för samma plats, målgrupp och tid ({time}).",
        "en": "Not compared: sources give different values for the same place, target group and time ({time}).",
    },
    Known.NOT_ONE_PLACE: {
        "sv": "Inte jämfört: värdet gäller inte en enda angiven plats.",
        "en": "Not compared: the value is not for one single stated place.",
    },
    Known.NO_UNIT: {"sv": "Inte jämfört: enheten är okänd.", "en": "Not compared: the unit is unknown."},
    Known.NO_DIRECTION: {
        "sv": "Inte jämfört: indikatorn säger inte om högre eller lägre är bättre.",
        "en": "Not compared: the indicator does not say whether higher or lower is better.",
    },
    Known.DIRECTION_ONLY: {
        "sv": "Behovet är känt bara till riktning: inget värde, {trends}.",
        "en": "The need is known in direction only: no value, {trends}.",
    },
}
ALONE = {
    "sv": "Inget annat värde för samma indikator, enhet, målgrupp, tid ({time}) och slag av plats att jämföra med;"
    " {better}.",
    "en": "No other value of the same indicator, unit, target group, time ({time}) and kind of place to compare with;"
    " {better}.",
}
WRONG = {"increase": "down", "decrease": "up", "higher": "down", "lower": "up"}
"""The desired direction that each trend goes against."""
AGAINST = {"sv": "åt fel håll", "en": "the wrong way"}
TOWARDS = {"sv": "åt rätt håll", "en": "the right way"}
NO_GOAL = {
    "sv": "Grafen kopplar inget mål till indikatorn, så täckningen av mål går inte att säga."
    " Aktiviteter där oavsett mål: {status} ({count}).",
    "en": "The graph links no goal to the indicator, so the coverage of goals cannot be told."
    " Activities there whatever their goal: {status} ({count}).",
}
NO_PLACE = {
    "sv": "Ingen plats är angiven: täckningen gäller hela grafen.",
    "en": "No place is stated: the coverage is that of the whole graph.",
}
COVERED = {
    "sv": "Svagaste täckning av {goal}: {status} ({count}).",
    "en": "Poorest coverage of {goal}: {status} ({count}).",
}
NOT_MEASURED = {
    "sv": "Behovet är okänt: målet mäts enligt grafen inte med någon indikator.",
    "en": "The need is unknown: according to the graph no indicator measures the goal.",
}
NOT_OBSERVED = {
    "sv": "Behovet är okänt: inget mätvärde registrerat för {indicators}.",
    "en": "The need is unknown: no observation recorded of {indicators}.",
}
NOTHING = {
    "sv": "Behovet är okänt: inget mätvärde registrerat för platsen.",
    "en": "The need is unknown: no observation recorded for the place.",
}


def reason_of(value: Value, indicator: Indicator, goals: tuple[Covered, ...], there: Covered, words: Labels) -> Words:
    """Why a row stands where it does: how its value was compared, and the coverage beside it."""
    return {
        language: f"{_compared(value, indicator, words, language)} {_covered(value, goals, there, words, language)}"
        for language in LANGUAGES
    }


def trends_of(value: Value, indicator: Indicator, words: Labels, language: str) -> str:
    """The trends of a row, each with its own time and, where the direction is known, whether it is the right way."""
    return "; ".join(trend_of(one, indicator, words, language) for one in value.trends)


def unknown_goal(indicators: tuple[str, ...], words: Labels) -> Words:
    """Why the need of a goal is unknown."""
    return _not_observed(indicators, words) if indicators else NOT_MEASURED


def unknown_place(indicators: tuple[str, ...], words: Labels) -> Words:
    """Why the need of a place is unknown."""
    return _not_observed(indicators, words) if indicators else NOTHING


def status_word(status: Status, words: Labels, language: str) -> str:
    """A status as a person reads it."""
    return words.name(f"{RT}status-{status.word}", language)


def _compared(value: Value, indicator: Indicator, words: Labels, language: str) -> str:
    sentence = ALONE if value.known is Known.RANKED and value.among == 1 else SENTENCES[value.known]
    return sentence[language].format(
        rank=value.rank,
        among=value.among,
        time=value.time,
        compared=value.compared,
        better=BETTER[indicator.direction][language] if indicator.direction in BETTER else "",
        trends=trends_of(value, indicator, words, language),
    )


def _covered(value: Value, goals: tuple[Covered, ...], there: Covered, words: Labels, language: str) -> str:
    """The poorest coverage of a goal; of all that is recorded there where no goal is measured."""
    poorest = goals[0] if goals else there
    told = (COVERED if goals else NO_GOAL)[language].format(
        goal=quoted(words.name(poorest.goal, language), language) if poorest.goal else "",
        status=lowered(status_word(poorest.status, words, language)),
        count=poorest.count,
    )
    return told if value.places else f"{told} {NO_PLACE[language]}"


def trend_of(one: Observation, indicator: Indicator, words: Labels, language: str) -> str:
    """One trend, with its time and its way."""
    word = words.name(f"{RT}trend-{one.trend}", language)
    notes = ", ".join(note for note in (str(one.time), _way(one.trend, indicator, language)) if note)
    return f"{lowered(word)} ({notes})" if notes else lowered(word)


def is_against(trend: str | None, indicator: Indicator) -> bool | None:
    """Whether a trend goes against the desired direction; None where there is none, or it goes neither way."""
    if trend not in WRONG or indicator.direction not in BETTER:
        return None
    return WRONG[trend] == indicator.direction


def _way(trend: str | None, indicator: Indicator, language: str) -> str:
    against = is_against(trend, indicator)
    return "" if against is None else (AGAINST if against else TOWARDS)[language]


def _not_observed(indicators: tuple[str, ...], words: Labels) -> Words:
    return {
        language: NOT_OBSERVED[language].format(
            indicators=", ".join(quoted(words.name(one, language), language) for one in indicators)
        )
        for language in LANGUAGES
    }
