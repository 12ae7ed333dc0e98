"""Score the ledger on the annotated meetings, each by a model that never saw it, beside a list of keywords.

python tests/bench/score_gold.py GOLD_DIR [--models DIR]      GOLD_DIR holds the meetings, its parent score.py.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import pyarrow.parquet as pq  # noqa: E402

from analysis.ledger.lexicon import lists  # noqa: E402
from analysis.ledger.training.gold import Meeting, read_meetings  # noqa: E402
from analysis.tables import make_table, to_arrow  # noqa: E402


def keyword_tables(meeting: Meeting) -> dict:
    """Call every sentence with a plain cue word a row; advice answers the last challenge of another speaker."""
    words, talk, rows, spoken = lists(), meeting.talk, {"challenges": [], "advice": []}, {}
    flags = {}
    for kind, letter in (("challenges", "C"), ("advice", "A")):
        hit = [bool(words.keywords[kind].search(text)) for text in talk.texts]
        flags[kind] = hit
        for i in (i for i, there in enumerate(hit) if there):
            name = f"{letter}{len(rows[kind]) + 1}"
            spoken[name] = i
            text = talk.texts[i].strip()[:40]
            cue = words.keywords[kind].search(talk.texts[i]).group()
            place = (int(talk.speaker[i]), int(talk.turn[i]), [i])
            rows[kind].append((name, *place, text, "other", 0.5, True, [cue], ["words"]))
    links = []
    for name in (row[0] for row in rows["advice"]):
        before = [row[0] for row in rows["challenges"] if spoken[row[0]] <= spoken[name]]
        if before:
            links.append((before[-1], name, 1, 0.5))
    answered = {link[0] for link in links}
    challenges = [(*row, "answered" if row[0] in answered else "open") for row in rows["challenges"]]
    sentences = meeting.prepared.sentences.assign(
        is_challenge=flags["challenges"], is_advice=flags["advice"], challenge_score=0.5, advice_score=0.5
    )
    return {
        "sentences": sentences,
        "challenges": make_table("challenges", challenges),
        "advice": make_table("advice", rows["advice"]),
        "links": make_table("links", links),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--models", type=Path, help="keep the trained model files here")
    chosen = parser.parse_args()
    scorer = [sys.executable, str(chosen.gold.resolve().parent / "score.py"), "score", str(chosen.gold)]
    with tempfile.TemporaryDirectory() as made:
        train = [sys.executable, "-m", "analysis.train", str(chosen.gold.resolve()), "--folds", "5"]
        train += ["--out", str((chosen.models or Path(made) / "models").resolve()), "--predict", f"{made}/model"]
        subprocess.run(train, cwd=ROOT, check=True)
        for meeting in read_meetings(chosen.gold):
            folder = Path(made) / "keywords" / meeting.stem
            folder.mkdir(parents=True)
            for name, table in keyword_tables(meeting).items():
                pq.write_table(to_arrow(name, table), folder / f"{name}.parquet")
        for name in ("keywords", "model"):
            print(f"== {name}", flush=True)
            subprocess.run([*scorer, f"{made}/{name}"], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
