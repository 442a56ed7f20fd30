"""The journal: what was acknowledged is there, what is damaged is told, and nobody writes beside another."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.journal import Change, Journal, Patch, replayed
from graph.journal.change import read, written

LINES = st.frozensets(st.integers(0, 30).map(lambda n: b"<a:s> <a:p> <a:%d> <a:g> ." % n))
AT = datetime(2026, 11, 28, 12, tzinfo=UTC)


def change(number: int, previous: str | None = None) -> Change:
    added = (b'<a:s> <a:p> "%d" <a:g> .' % number,)
    return Change(f"urn:uuid:{number}", previous, AT, "Region Ex", "steward", "PUT", Patch(added))


def filled(folder: Path, count: int) -> None:
    journal = Journal(folder)
    with journal.writing():
        for number in range(1, count + 1):
            journal.append(change(number, journal.head or None))


@given(LINES, LINES)
def test_a_patch_leads_from_what_was_to_what_is(before: frozenset[bytes], after: frozenset[bytes]) -> None:
    patch = Patch.between(before, after)
    assert frozenset(replayed(b"\n".join(before), [patch]).splitlines()) == after
    assert bool(patch) == (before != after)
    assert replayed(b"\n".join(before), [patch, patch]) == replayed(b"\n".join(before), [patch])


@given(st.text(), st.text())
def test_whatever_a_header_says_comes_back(by: str, what: str) -> None:
    made = Change("urn:uuid:1", None, AT, by, "steward", what, Patch((), (b"<a:s> <a:p> <a:o> <a:g> .",)))
    assert read(written(made)) == made


def test_a_change_is_an_rdf_patch_that_says_who_made_it_and_which_it_follows(tmp_path: Path) -> None:
    filled(tmp_path, 2)
    lines = (tmp_path / "000002.rdfp").read_text().splitlines()
    assert lines[:-1] == [
        "H id <urn:uuid:2> .",
        "H prev <urn:uuid:1> .",
        'H time "2026-11-28T12:00:00+00:00" .',
        'H by "Region Ex" .',
        'H role "steward" .',
        'H what "PUT" .',
        "TX .",
        'A <a:s> <a:p> "2" <a:g> .',
        "TC .",
    ]
    assert Journal(tmp_path).changes == (change(1), change(2, "urn:uuid:1"))


def test_a_folder_that_is_not_there_is_an_empty_journal(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "none")
    assert (journal.changes, journal.head, (tmp_path / "none").exists()) == ((), "", False)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"2"', b'"3"'), (b"TC .", b""), (b"# sha256", b"# sha"), (b"TX .\n", b""), (b"H by", b"H to")],
)
def test_a_file_that_was_altered_is_told_and_not_read(tmp_path: Path, old: bytes, new: bytes) -> None:
    filled(tmp_path, 3)
    path = tmp_path / "000002.rdfp"
    path.write_bytes(path.read_bytes().replace(old, new))
    with pytest.raises(StoreError, match=r"000002\.rdfp"):
        Journal(tmp_path)


def test_a_file_that_was_cut_anywhere_is_told(tmp_path: Path) -> None:
    content = written(change(1))
    for length in range(len(content)):
        with pytest.raises(ValueError):
            read(content[:length])


@pytest.mark.parametrize("missing", [1, 2])
def test_a_file_that_is_missing_is_told(tmp_path: Path, missing: int) -> None:
    filled(tmp_path, 3)
    (tmp_path / f"00000{missing}.rdfp").unlink()
    with pytest.raises(StoreError, match="säkerhetskopia"):
        Journal(tmp_path)


def test_what_was_not_written_to_its_end_does_not_count(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    (tmp_path / "part").write_bytes(written(change(2, "urn:uuid:1"))[:40])
    assert Journal(tmp_path).head == "urn:uuid:1"
    journal = Journal(tmp_path)
    with journal.writing():
        journal.append(change(2, "urn:uuid:1"))
    assert Journal(tmp_path).head == "urn:uuid:2"


def test_a_change_whose_other_name_was_left_by_a_crash_is_not_written_into(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    os.link(tmp_path / "000001.rdfp", tmp_path / "part")
    journal = Journal(tmp_path)
    with journal.writing():
        journal.append(change(2, "urn:uuid:1"))
    assert Journal(tmp_path).changes == (change(1), change(2, "urn:uuid:1"))


def test_where_the_folder_cannot_be_synced_the_change_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path)

    def failing(folder: Path) -> None:
        raise OSError(5, "Input/output error")

    with journal.writing():
        with monkeypatch.context() as broken:
            broken.setattr("graph.journal.folder._synced", failing)
            with pytest.raises(StoreError, match="Input/output error"):
                journal.append(change(1))
        assert Journal(tmp_path).changes == journal.changes == ()
        journal.append(change(2))
    assert Journal(tmp_path).changes == (change(2),)


def test_the_files_are_read_by_their_number_whatever_its_length(tmp_path: Path) -> None:
    filled(tmp_path, 11)
    for path in tmp_path.glob("*.rdfp"):
        path.rename(tmp_path / f"{int(path.stem)}.rdfp")
    with pytest.raises(StoreError, match=r"/1\.rdfp"):
        Journal(tmp_path)


def test_only_one_writes_and_another_may_afterwards(tmp_path: Path) -> None:
    one, other = Journal(tmp_path), Journal(tmp_path)
    with one.writing():
        with pytest.raises(StoreError, match="En annan tjänst skriver"), other.writing():
            pass
        one.append(change(1))
    with other.writing():
        assert other.head == "urn:uuid:1", "what the other wrote meanwhile counts"
        other.append(change(2, other.head))
    assert len(Journal(tmp_path).changes) == 2


def test_a_change_never_takes_the_place_of_another(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    journal = Journal(tmp_path / "other")
    with journal.writing():
        (tmp_path / "other" / "000001.rdfp").write_bytes(b"somebody's")
        with pytest.raises(StoreError, match="går inte att läsa eller skriva"):
            journal.append(change(1))
        assert journal.changes == ()
    assert (tmp_path / "other" / "000001.rdfp").read_bytes() == b"somebody's"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="går inte att läsa eller skriva"), Journal(tmp_path / "file").writing():
        pass
