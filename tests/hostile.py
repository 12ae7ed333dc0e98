"""A workshop whose every word tries to be more than a word: markup, links, code, signs that turn or end a text.

The sentences and names go through the real reader and pipeline (names by the settings beside the source); topics,
chapters and ledger, which a model would have to find, are put on top of them.
"""

from __future__ import annotations

import json
from pathlib import Path

from analysis.build import build
from analysis.tables import make_table
from analysis.workshop import Workshop, read_workshop, write_workshop

# Each has letters around its trick, so that it is found in a page as it stands here.
TRICKS = (
    "脚本<script>alert(1)</script>尾",
    "图<img src=http://evil.example/x.png onerror=alert(2)>尾",
    "关</div></section></style><h1>假标题</h1>尾",
    "式 $x^2$ 与 $$y_1$$ 与 \\(z\\) 尾",
    "色:red[红] :smile: :material/home: :rainbow[虹]尾",
    "链![图](http://evil.example/y.png) [点](javascript:alert(3))尾",
    "址 https://evil.example/a?b=1&c=2 与 a@evil.example 尾",
    "括{t} {0} {name!r} %s %d 100% {{x}}尾",
    "粗**粗** _斜_ `码` # 头 > 引 ~~删~~ | 表 | -> 箭 <- 尾",
    "实&lt;b&gt; &amp; &#60; &nbsp; &copy 尾",
    "向\u202e反转\u202c\u200b零宽\u2066隔\u2069尾",
    "控\x07\x1b[31m红\x7f尾",
    "长" + "很" * 300 + "Llanfairpwll" * 30 + "尾",
    '引\'"`" onmouseover="alert(4)" x=\'尾',
)
NAMES = (
    '<b>甲</b><script>alert("n")</script>',
    "![乙](http://evil.example/n.png)**粗**$x$",
    "丙[点](javascript:alert(5)) :smile: {t} %s",
    "丁</option></div>\u202e转\u202c&lt;i&gt;" + "名" * 60,
)
TITLE = "题<h1>假</h1> **粗** $x$ ![图](http://evil.example/t.png) {t}"
TERMS = ("<script>", "$x^2$", ":smile:", "[点](javascript:alert(3))", "{t}", "&lt;b&gt;")


def build_hostile(folder: Path) -> Path:
    """Build the workshop into a home folder; give the folder of its tables."""
    source = folder / "transcripts" / "hostile.txt"
    source.parent.mkdir(parents=True)
    source.write_text(
        "".join(f"{'甲乙丙丁'[n % 4]}：\n{trick}。\n" for n, trick in enumerate(TRICKS)), encoding="utf-8"
    )
    rename = dict(zip("甲乙丙丁", NAMES, strict=True))
    lines = [f"title = {json.dumps(TITLE)}", f"date = {json.dumps(NAMES[1])}", f"place = {json.dumps(NAMES[2])}"]
    lines += ["[rename]", *(f"{json.dumps(old)} = {json.dumps(new)}" for old, new in rename.items())]
    lines += ["[affiliation]", *(f"{json.dumps(name)} = {json.dumps(name + '协会')}" for name in NAMES)]
    source.with_suffix(".toml").write_text("\n".join(lines), encoding="utf-8")
    built = build(source, folder / "workshops")
    workshop = _on_top(read_workshop(built))
    for path in built.iterdir():
        path.unlink()
    write_workshop(built, workshop)
    return built


def _on_top(workshop: Workshop) -> Workshop:
    sentences = workshop.tables["sentences"]
    ids, speakers = sentences["sentence_id"].tolist(), sentences["speaker_id"].tolist()
    turns, texts = sentences["turn_id"].tolist(), sentences["text"].tolist()
    cue = [[trick] for trick in TERMS]
    item = [
        (speakers[i], turns[i], [i], texts[i].strip()[:40], "other", 0.9 - i / 100, True, cue[i % len(cue)], ["words"])
        for i in ids
    ]
    found = [(term, i, texts[i].count(term)) for term in TERMS for i in ids if term in texts[i]]
    count = {term: [n for each, _, n in found if each == term] for term in TERMS}
    labels = ("·".join(TERMS[:2]), TERMS[2] + TERMS[3])
    made = {
        "challenges": [(f"C{i}", *item[i], "answered" if i % 4 == 0 else "open") for i in ids[::2]],
        "advice": [(f"A{i}", *item[i]) for i in ids[1::2]],
        "links": [(f"C{i}", f"A{i + 1}", 1 if i % 4 == 0 else 2, 0.5) for i in ids[::2] if i + 1 in ids],
        "terms": [(term, sum(ns), len(ns), 1, 9.0 - n, 9.0 - n, "term") for n, (term, ns) in enumerate(count.items())],
        "term_sentences": found,
        "topics": [(n, label, [TERMS[n]], len(ids), 9) for n, label in enumerate(labels)],
        "sentence_topics": [(i, n, 0.5) for i in ids for n in range(len(labels))],
        "chapters": [
            (0, 0, 5, TRICKS[5]),
            (1, 6, 8, TRICKS[8]),
            (2, 9, len(workshop.tables["turns"]) - 1, f"{TRICKS[6]} www.evil.example"),
        ],
        "unowned": [(1, "note", trick) for trick in TRICKS],
    }
    tables = workshop.tables | {name: make_table(name, rows) for name, rows in made.items()}
    tables["sentences"] = sentences.assign(is_challenge=[i % 2 == 0 for i in ids], is_advice=[i % 2 == 1 for i in ids])
    return Workshop(tables, workshop.about)
