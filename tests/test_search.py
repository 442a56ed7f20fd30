"""Search: å, ä, ö and endings make no difference, names come first, and nothing that is written reaches the engine."""

import json
import string
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from worlds import ID, quads, world

from graph.commandline import main
from graph.errors import BadParameter, StoreError
from graph.search import FIELDS, LONGEST, Found, search
from graph.search import index as engine
from graph.store import Store
from graph.vocabulary import RDFS_LABEL

NAMES = f"SELECT ?thing ?name WHERE {{ ?thing <{RDFS_LABEL}> ?name }}"
GOAL = ("goal/name", "goal/description", "goal/quote")


def label(thing: str, name: str) -> str:
    return f'{thing} <{RDFS_LABEL}> "{name}"@sv'


def quote(thing: str, passage: str, text: str) -> tuple[str, ...]:
    oa = "http://www.w3.org/ns/oa#"
    return (
        f"{thing} rt:passage passage/{passage}",
        f"passage/{passage} <{oa}hasTarget> passage/{passage}-target",
        f"passage/{passage}-target <{oa}hasSource> document/plan",
        f"passage/{passage}-target <{oa}hasSelector> passage/{passage}-selector",
        f'passage/{passage}-selector <{oa}exact> "{text}"@sv',
    )


def small() -> Store:
    """Three goals that have the same words in their name, their description and their quote, and a handslag."""
    return world(
        quads(
            *(f"{goal} a rt:Goal" for goal in GOAL),
            label("goal/name", "Fler unga i Köping mår bra"),
            label("goal/description", "Mål två"),
            'goal/description skos:definition "Unga som bor i Köping ska ha någon att tala med."@sv',
            label("goal/quote", "Mål tre"),
            *quote("goal/quote", "one", "Alla unga i Köping har rätt till stöd"),
            "handslag/h a rt:Handslag",
            label("handslag/h", "Handslag för unga"),
            *quote("handslag/h", "two", "parterna i Köping"),
            "document/plan a rt:Document",
            label("document/plan", "Planen"),
            'document/plan skos:notation "Skr. 2024/25:77"',
        )
    )


def things(found: Found) -> list[str]:
    return [hit.thing.removeprefix(ID) for hit in found.hits]


def found_marks(found: Found, place: int = 0) -> list[str]:
    return [piece.text for piece in found.hits[place].excerpt if piece.is_marked]


@pytest.mark.parametrize("text", ["halsa", "HÄLSA", "hälsan", "hälsans", ["ä", "halsa"][1]])
def test_halsa_finds_halsa_in_every_form(store: Store, text: str) -> None:
    hits = search(store, text, most=1000).hits
    marks = {piece.text.lower() for hit in hits for piece in hit.excerpt if piece.is_marked}
    assert {"hälsa", "hälsan"} <= marks


def test_what_is_written_with_accents_apart_is_found(store: Store) -> None:
    assert things(search(store, unicodedata.normalize("NFD", "Köping"))) == ["place/1983"]


def test_the_last_word_may_be_a_beginning_and_the_others_not(store: Store) -> None:
    assert things(search(store, "Kopin")) == ["place/1983"]
    assert not search(store, "suraham kommun").has_all
    assert search(store, "kommun suraham").has_all
    assert not search(store, '"Kopin"').hits


@pytest.mark.parametrize(
    ("text", "thing", "field"),
    [
        ("1907", "place/1907", "code"),
        ("surahammar", "place/1907", "name"),
        ("Skr. 2024/25:77", "strategy/det-handlar-om-livet", "code"),
        ("place/1907", "place/1907", "name"),
        (f"{ID}goal/dhol-d6", "goal/dhol-d6", "name"),
        ("dhol-d6", "goal/dhol-d6", "name"),
    ],
)
def test_what_is_just_a_name_a_code_or_an_address_comes_first_and_is_marked(
    store: Store, text: str, thing: str, field: str
) -> None:
    hits = search(store, text).hits
    exact = {hit.thing: hit for hit in hits if hit.is_exact}
    assert exact[ID + thing].text.field == field
    assert all(hit.is_exact for hit in hits[: len(exact)])


def test_a_name_comes_before_a_description_and_that_before_a_quote() -> None:
    found = search(small(), "unga Köping")
    assert things(found)[:2] == list(GOAL[:2])
    assert [hit.text.field for hit in found.hits] == ["name", "description", "name", "quote"]
    assert [found_marks(found, place) for place in (0, 1, 3)] == [
        [young, "Köping"] for young in ("unga", "Unga", "unga")
    ]


def test_the_words_may_stand_in_different_texts_of_a_thing() -> None:
    found = search(small(), "handslag parterna")
    assert (things(found), found.has_all) == (["handslag/h"], True)


def test_a_quote_leads_to_the_thing_it_is_evidence_for_with_its_passage_and_document() -> None:
    [hit] = search(small(), "rätt till stöd").hits
    assert (hit.thing, hit.text.passage, hit.text.document) == (
        f"{ID}goal/quote",
        f"{ID}passage/one",
        f"{ID}document/plan",
    )


def test_words_in_quotation_marks_stand_together_and_in_one_text() -> None:
    store = small()
    assert things(search(store, '"unga i Köping"')) == ["goal/name", "goal/quote"]
    assert things(search(store, "”UNGA i koping”")) == ["goal/name", "goal/quote"]
    assert not search(store, '"unga parterna"').hits


def test_a_code_is_a_phrase_wherever_it_stands_in_the_search() -> None:
    assert things(search(small(), "plan 2024/25:77")) == ["document/plan"]
    assert things(search(small(), "2024/25:77 plan")) == ["document/plan"]
    assert things(search(small(), "25:77/2024")) == []


def test_where_nothing_has_all_the_words_what_has_some_is_shown_and_says_what_it_lacks() -> None:
    found = search(small(), "unga Köping zebra")
    assert not found.has_all
    assert set(things(found)) == {*GOAL, "handslag/h"}
    assert {hit.missing for hit in found.hits} == {("zebra",)}
    assert things(search(small(), "planen parterna unga"))[0] == "handslag/h"


def test_where_nothing_has_any_nothing_is_found() -> None:
    found = search(small(), "zebra giraff")
    assert (found.hits, found.total, found.counts) == ((), 0, {})


def test_kinds_narrow_the_hits_and_the_counts_stay() -> None:
    store = small()
    every, goals = search(store, "unga Köping"), search(store, "unga Köping", ["goal"])
    assert every.counts == goals.counts == {"goal": 3, "handslag": 1}
    assert (every.total, goals.total) == (4, 3)
    assert things(goals) == list(GOAL)
    assert things(search(store, "unga Köping", ["goal", "handslag"])) == things(every)
    assert things(search(store, "unga zebra", ["handslag"])) == ["handslag/h"]
    assert search(store, "planen", ["goal"]).counts == {"document": 1}


def test_a_kind_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(BadParameter, match="Närmast: goal"):
        search(small(), "unga", ["gaol"])


def test_at_most_so_many_are_given_and_the_total_is_all(store: Store) -> None:
    found = search(store, "hälsa", most=3)
    assert len(found.hits) == 3 < found.total == len(search(store, "hälsa", most=10_000).hits)
    assert search(store, "hälsa", most=0).hits == ()


def test_the_best_are_the_same_however_many_are_given(store: Store) -> None:
    every = things(search(store, "psykisk hälsa", most=10_000))
    assert len(set(every)) == len(every)
    fields = [FIELDS.index(hit.text.field) for hit in search(store, "psykisk hälsa", most=30).hits]
    assert things(search(store, "psykisk hälsa", most=30)) == every[:30]
    assert fields[0] == 0


def test_a_search_that_is_too_long_is_told() -> None:
    with pytest.raises(BadParameter, match=str(LONGEST)):
        search(small(), "a" * (LONGEST + 1))


def test_an_empty_search_finds_nothing_and_is_no_error() -> None:
    for text in ("", "  \n", '""'):
        found = search(small(), text)
        assert (found.total, found.has_all) == (0, True)


def test_a_name_without_letters_is_found_by_itself() -> None:
    store = world(quads("goal/star a rt:Goal", label("goal/star", "★★")))
    [hit] = search(store, "★★").hits
    assert (hit.thing, hit.is_exact) == (f"{ID}goal/star", True)


def test_the_index_is_built_once_however_many_ask_at_the_same_time() -> None:
    store = small()
    with ThreadPoolExecutor(8) as pool:
        assert len({id(index) for index in pool.map(engine.index, [store] * 16)}) == 1


def test_many_threads_get_the_same_answers_as_one(store: Store) -> None:
    texts = ["hälsa", "Kopin", "1907", "barn och unga", "zebra skola", '"psykisk hälsa"'] * 8
    expected = [things(search(store, text)) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: things(search(store, text)), texts)) == expected


def test_where_the_engine_is_missing_it_says_so_at_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "ENGINE", "fts99")
    with pytest.raises(StoreError, match="fts99 i SQLite"):
        search(small(), "unga")


SIGNS = [*"\"()*^:{}+-,.\x00'|”", "AND", "OR", "NOT", "NEAR", "NEAR(", "name", "kind:", "unga", "🙂", "é", "½"]
WRITTEN = st.one_of(
    st.text(max_size=LONGEST + 20),
    st.lists(st.sampled_from(SIGNS), max_size=40).map(" ".join),
    st.text('(a "*', max_size=60),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WRITTEN)
@example("x" * 10_000)
@example('"')
@example('unga" OR "')
@example("name : unga")
@example("\x00")
@example("| |")
@example("𞤀𞤁 unga")
def test_whatever_is_written_gives_an_answer_or_says_what_is_wrong(store: Store, text: str) -> None:
    try:
        found = search(store, text)
    except BadParameter:
        assert len(text) > LONGEST
    else:
        assert len(found.hits) <= found.total


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_everything_is_found_by_its_own_full_name(store: Store, data: st.DataObject) -> None:
    thing, name = data.draw(st.sampled_from(sorted((str(r["thing"]), str(r["name"])) for r in store.select(NAMES))))
    found = search(store, name, most=10_000)
    assert thing in {hit.thing for hit in found.hits if hit.is_exact}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_accents_and_capitals_make_no_difference(store: Store, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted({str(r["name"]) for r in store.select(NAMES)})))
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    expected = things(search(store, name))
    for way in (name.upper(), name.lower(), plain, unicodedata.normalize("NFD", name)):
        assert things(search(store, way)) == expected


NAME = st.text(alphabet=string.ascii_letters + string.digits + "åäöÅÄÖéü -/.:()", min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(names=st.lists(NAME.filter(str.strip), min_size=1, max_size=8))
def test_any_thing_is_found_by_its_own_full_name(names: list[str]) -> None:
    store = world(quads(*(label(f"goal/g{number}", name) for number, name in enumerate(names))))
    for number, name in enumerate(names):
        assert f"goal/g{number}" in things(search(store, name))


def run(*words: str, cache: object) -> str:
    result = CliRunner().invoke(main, ["--cache", str(cache), "search", *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_tells_what_is_found_and_why(store: Store, cache: object) -> None:
    told = run("psykisk halsa", "--kind", "goal", "--most", "3", cache=cache)
    found = search(store, "psykisk halsa", ["goal"], 3)
    assert f"3/{found.total}" in told
    assert all(thing in told for thing in things(found))
    assert "exakt" in run("1907", cache=cache)
    assert "saknar: zebra" in run("zebra skola", cache=cache)
    assert "”zebra”" in run("zebra", cache=cache)


def test_the_command_writes_files_with_the_same_hits(store: Store, cache: object) -> None:
    document = json.loads(run("psykisk halsa", "--format", "json", cache=cache))
    found = search(store, "psykisk halsa", most=20)
    assert [row["thing"]["id"] for row in document["rows"]] == [hit.thing for hit in found.hits]
    assert (document["hits"], document["truncated"]) == (str(found.total), "true")
