"""The twelve-turn workshop: every figure of it can be counted by hand.

The words are in `fixtures/twelve.txt` and read by the real pipeline. It is too short for the sentence model and for
topics, so both are filled in here, as a person would.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd

from analysis.build import analyse
from analysis.readers import read
from analysis.settings import Settings
from analysis.speakers import exchanges
from analysis.tables import make_table
from analysis.workshop import Workshop, write_workshop

TWELVE = Path(__file__).parent / "fixtures" / "twelve.txt"
NAMES = ("林岚", "周敏", "吴强", "东湖读书会")

CHALLENGES = [
    ("C1", 1, 1, [2], "我们没有场地", "operations", 0.9, True, ["没有"], ["words", "question"], "answered"),
    ("C2", 2, 3, [4, 5], "志愿者太少", "capability", 0.7, True, ["太少"], ["words"], "open"),
    ("C3", 2, 10, [13], "AI工具能帮忙吗", "technology", 0.3, False, ["帮忙"], ["beside"], "open"),
]
ADVICE = [
    ("A1", 0, 7, [10], "高校志愿者也可以找", "capability", 0.6, True, ["也可以"], ["words"]),
    ("A2", 3, 8, [11], "我们有3个读书点", "operations", 0.8, True, ["欢迎"], ["place"]),
]
LINKS = [("C1", "A2", 1, 0.62), ("C2", "A1", 2, 0.2)]
TOPICS = [
    (0, "学校·场地", ["学校", "场地"], 3, 25),
    (1, "志愿者·高校", ["志愿者", "高校"], 2, 14),
]
SENTENCE_TOPICS = [(2, 0, 1.0), (4, 1, 1.0), (8, 0, 1.0), (9, 0, 1.0), (10, 1, 1.0)]


def filled(workshop: Workshop) -> Workshop:
    """Give the analysed twelve turns their ledger and topics."""
    tables = dict(workshop.tables)
    made = {"challenges": CHALLENGES, "advice": ADVICE, "links": LINKS, "topics": TOPICS}
    tables |= {name: make_table(name, rows) for name, rows in (made | {"sentence_topics": SENTENCE_TOPICS}).items()}
    tables["sentences"] = _flagged(tables["sentences"])
    ledger = (tables[name] for name in ("challenges", "advice", "links"))
    tables["exchanges"] = exchanges(tables["turns"], *ledger)
    return Workshop(tables, workshop.about)


def _flagged(sentences: pd.DataFrame) -> pd.DataFrame:
    challenged, advised = ({s for row in rows for s in row[3]} for rows in (CHALLENGES, ADVICE))
    ids = sentences["sentence_id"]
    return sentences.assign(is_challenge=ids.isin(challenged), is_advice=ids.isin(advised))


def bare() -> Workshop:
    """Analyse the twelve turns as the product does: no ledger, no topics."""
    workshop = analyse(read(TWELVE))
    return replace(workshop, about=workshop.about | {"title": "十二段"})


def of_text(text: str, folder: Path) -> Workshop:
    """Analyse a text of a few lines."""
    source = folder / "text.txt"
    source.write_text(text, encoding="utf-8")
    workshop = analyse(read(source))
    return replace(workshop, about=workshop.about | {"title": "text"})


def crowd(folder: Path) -> Workshop:
    """Analyse what forty speakers with names of sixty characters say, two turns each."""
    short = [f"{family}{given}" for family in "赵钱孙李周吴郑王" for given in "甲乙丙丁戊"]
    source = folder / "crowd.txt"
    said = (f"{name}：\n我们没有场地{'，志愿者太少' * (n % 4)}，怎么办？\n" for n, name in enumerate(short * 2))
    source.write_text("".join(said), encoding="utf-8")
    rename = {name: f"{name}{'青山社区服务中心志愿者协会' * 5}"[:60] for name in short}
    workshop = analyse(read(source), Settings(rename=rename))
    return replace(workshop, about=workshop.about | {"title": "四十位"})


def twelve() -> Workshop:
    """Analyse the twelve turns and fill in what a person would."""
    workshop = bare()
    facts = {"slug": "twelve", "source": TWELVE.name, "title": "十二段", "date": "2026-03-01", "place": "青山"}
    return filled(replace(workshop, about=workshop.about | facts))


def put(home: Path, slug: str, workshop: Workshop) -> Path:
    """Write a workshop into a home folder."""
    folder = home / "workshops" / slug
    folder.mkdir(parents=True)
    write_workshop(folder, replace(workshop, about=workshop.about | {"slug": slug}))
    return folder
