"""Training on a tiny gold of two turns of meetings; needs requirements-train.txt: pytest tests/bench/test_train.py."""

import hashlib
import json

import numpy as np
import pyarrow.parquet as pq
import pytest

from analysis.encoder.model import CARD, HELD_OUT
from analysis.encoder.readings import WIDTHS
from analysis.ledger import load_model
from analysis.ledger.training.fitting import fused
from analysis.ledger.training.prior import read_priors, write_priors
from analysis.train import main

HARD = ("我们最大的困难是没有钱。", "现在面临瓶颈，很难推广。", "人才不足，不知道怎么办。")
HELP = ("我建议大家一定要合作。", "应该加强沟通，不要着急。", "必须先做好专业。")
PLAIN = ("今天天气很好。", "我们在南宁工作。", "谢谢大家来到这里。", "他去年来过一次。")


def write_meeting(folder, stem, shift):
    rows, marks = [], {"challenges": [], "advice": []}
    for turn in range(1, 9):
        kind = ("challenges", "advice")[turn % 2]
        said = (HARD, HELP)[turn % 2][(turn + shift) % 3]
        lines = [PLAIN[(turn + shift) % 4], said, PLAIN[(turn + shift + 1) % 4]]
        rows += [f"{turn}.{n}\tS{turn % 3 + 1}\t{text}" for n, text in enumerate(lines, 1)]
        item = {"id": f"{'CA'[turn % 2]}{turn}", "sentences": [f"{turn}.2"], "summary": said, "category": "funding"}
        if kind == "advice":
            item["responds_to"] = [f"C{turn - 1}"] if turn > 1 else []
        marks[kind].append(item)
    (folder / f"{stem}.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / f"{stem}.json").write_text(json.dumps(marks, ensure_ascii=False), encoding="utf-8")


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    for number in range(6):
        write_meeting(folder, f"m{number}", number)
    return folder


@pytest.fixture
def prior(tmp_path):
    """Nothing that other meetings taught."""
    write_priors({}, tmp_path / "prior")
    return tmp_path / "prior"


@pytest.fixture
def encoder(gold, tmp_path):
    """Readings of an encoder that knows nothing."""
    folder = tmp_path / "encoder"
    folder.mkdir()
    stems = [path.stem for path in gold.glob("*.tsv")]
    held = {f"{stem}.{name}": np.zeros((24, width), np.float32) for stem in stems for name, width in WIDTHS.items()}
    np.savez(folder / HELD_OUT, **held)
    digest = hashlib.sha256((folder / HELD_OUT).read_bytes()).hexdigest()
    (folder / CARD).write_text(json.dumps({"sha256": {HELD_OUT: digest}}), encoding="utf-8")
    return folder


def test_train_writes_models_and_held_out_tables(gold, encoder, prior, tmp_path):
    models, predicted = tmp_path / "models", tmp_path / "predicted"
    options = ["--out", str(models), "--encoder", str(encoder), "--prior", str(prior)]
    assert main([str(gold), *options, "--folds", "5", "--predict", str(predicted)]) == 0
    assert load_model(models).vocabulary
    assert sorted(path.name for path in predicted.iterdir()) == [f"m{n}" for n in range(6)]
    found = pq.read_table(predicted / "m0" / "challenges.parquet").to_pandas()
    assert [list(ids) for ids in found["sentence_ids"]] == [[4], [10], [16], [22]]
    card = json.loads((models / "model_card.json").read_text(encoding="utf-8"))
    assert card["out of fold"]["challenges sentence F1"] == 1.0
    first = (models / "ledger.npz").read_bytes(), (models / "model_card.json").read_bytes()
    assert main([str(gold), *options]) == 0
    assert ((models / "ledger.npz").read_bytes(), (models / "model_card.json").read_bytes()) == first


def test_what_meetings_teach_is_where_training_starts(gold, encoder, tmp_path):
    lessons, models = tmp_path / "lessons", tmp_path / "models"
    assert main([str(gold), "--encoder", str(encoder), "--teach", str(lessons)]) == 0
    names = ["answered", "context.advice", "context.challenges", "items.advice", "items.challenges", "links"]
    assert sorted(read_priors(lessons)) == names
    assert main([str(gold), "--encoder", str(encoder), "--prior", str(lessons), "--out", str(models)]) == 0
    assert load_model(models).vocabulary


def test_train_without_gold(tmp_path, capsys):
    assert main([str(tmp_path)]) == 1
    assert "标注" in capsys.readouterr().err


def test_train_wrong_usage(tmp_path):
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path), "--folds", "3"])
    assert stopped.value.code == 2


def test_train_says_which_meeting_the_encoder_has_not_read(gold, encoder, tmp_path, capsys):
    write_meeting(gold, "m9", 9)
    assert main([str(gold), "--out", str(tmp_path / "models"), "--encoder", str(encoder)]) == 1
    assert "m9" in capsys.readouterr().err


def test_fused_trusts_the_expert_who_knows():
    random = np.random.default_rng(0)
    y = random.integers(0, 3, 300)
    knows, guesses = np.eye(3)[y] + random.normal(0, 0.5, (300, 3)), random.normal(0, 1, (300, 3))
    (right, wrong), bias = fused([knows, guesses], y)
    assert right > 1 > abs(wrong)
    assert np.abs(bias).max() < 0.2
