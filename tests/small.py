"""A folder of facts with one document, one goal and one activity, for tests that change it."""

import shutil
from pathlib import Path

SOURCE = "a-plan"
DOCUMENT = "id,rubrik,språk,källans datum\na-plan,En plan,sv,2018\n"
STRATEGY = "id,rubrik,typ,nivå,citat,rader\na-plan,En plan,action-plan,regional,En plan,1\n"
GOAL = (
    "id,namn,typ,står i,horisont,citat,rader,avsnitt\na-mal,Ett mål,goal,strategy/a-plan,short | long,Ett mål,2-3,Mål\n"
)
ACTIVITY = (
    "id,rubrik,typ,står i,bidrar till,start,slut,citat,rader\n"
    "a-akt,En aktivitet,in-text,strategy/a-plan,a-mal,2018,,En aktivitet,4\n"
)
SSSOM = (
    "#mapping_set_title: Test\n#curie_map:\n#  rt: https://w3id.org/rodatraden/ns#\n"
    "#  rtid: https://w3id.org/rodatraden/id/\n#  semapv: https://w3id.org/semapv/vocab/\n"
    "subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_label\tmapping_date\tconfidence\tcomment\n"
)
ROW = "\t".join(
    (
        "rtid:activity/a-akt",
        "rt:contributesTo",
        "rtid:goal/a-mal",
        "semapv:ManualMappingCuration",
        "Redaktionen",
        "2026-11-22",
        "0.8",
        "Samma sak\n",
    )
)


def facts(folder: Path, data: Path) -> Path:
    """The folder, filled; the vocabulary is that of the shipped data."""
    shutil.copytree(data / "vocabulary", folder / "vocabulary")
    source = folder / "sources" / SOURCE
    source.mkdir(parents=True)
    (folder / "mappings").mkdir()
    (folder / "mappings" / "own.sssom.tsv").write_text(SSSOM + ROW, "utf-8")
    for name, text in (("document", DOCUMENT), ("strategy", STRATEGY), ("goal", GOAL), ("activity", ACTIVITY)):
        (source / f"{name}.csv").write_text(text, "utf-8")
    return folder
