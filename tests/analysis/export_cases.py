"""A workshop whose every text is dangerous to some kind of file, and the counts that every file must agree with."""

from __future__ import annotations

from dataclasses import replace

from analysis.export.plain import plain
from analysis.workshop import Workshop

NAMES = (
    "=cmd|'/C calc'!A0",
    "<script>alert(1)</script>",
    "@乙\u202e反转",
    "{=1+1}㐀𠮷😀",
)
TITLE = "<b>题</b> +SUM(A1) {t} %s"
TEXTS = {  # by sentence; those of the ledger's shown rows among them
    2: "长" * 10_000,
    4: '=HYPERLINK("http://evil.example/a","点")',
    5: "-2+3\u202e反\u2066转",
    10: "控\x07\x0b\ufffe制</style></script><img src=http://evil.example/x.png onerror=alert(2)>",
    11: "\t@SUM(1)&amp;<!-- ]]> _x0041_ http://evil.example/b 㐀𠮷😀",
}


def hostile(workshop: Workshop) -> Workshop:
    """Put dangerous texts in the place of the twelve turns' own."""
    tables = dict(workshop.tables)
    sentences = tables["sentences"]
    texts = [TEXTS.get(n, text) for n, text in zip(sentences["sentence_id"], sentences["text"], strict=True)]
    tables["sentences"] = sentences.assign(text=texts)
    tables["speakers"] = tables["speakers"].assign(name=NAMES, organisation=NAMES[::-1])
    summaries = {"C1": "=1+1长长", "C2": "<i>反</i>", "A2": "@SUM(1)", "A1": "控\x07制"}
    for name in ("challenges", "advice"):
        rows = tables[name]
        ids = rows[f"{name.removesuffix('s')}_id"]
        tables[name] = rows.assign(summary=[summaries.get(i, s) for i, s in zip(ids, rows["summary"], strict=True)])
    tables["topics"] = tables["topics"].assign(label=["=题", "<u>题</u>"])
    return replace(workshop, tables=tables, about=workshop.about | {"title": TITLE, "slug": "hostile"})


def written(text: str) -> str:
    """Give a text as a file holds it."""
    return plain(text).strip()


def counts(workshop: Workshop) -> dict[str, int]:
    """Count the key figures from the tables, by other means than the product does."""
    speakers, sentences, challenges, advice, links = (
        workshop.tables[name] for name in ("speakers", "sentences", "challenges", "advice", "links")
    )
    shown = set(advice["advice_id"][advice["shown"]])
    answered = {c for c, a, rank in links[["challenge_id", "advice_id", "rank"]].values if rank == 1 and a in shown}
    raised = set(challenges["challenge_id"][challenges["shown"]])
    return {
        "speakers": len(speakers),
        "turns": len(workshop.tables["turns"]),
        "chars": int(workshop.tables["turns"]["chars"].sum()),
        "questions": int(sentences["is_question"].sum()),
        "challenges": len(raised),
        "advice": len(shown),
        "open": len(raised - answered),
    }
