"""The trained numbers of the ledger: read once, checked by hash, applied with numpy alone."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from analysis import paths
from analysis.errors import AnalysisError
from analysis.ledger.features import context, ngrams
from analysis.ledger.items import Grouping
from analysis.ledger.layers import Linear, Subject, Wording, WordTable
from analysis.ledger.lexicon import Lists, lists
from analysis.ledger.talk import KINDS, Talk
from analysis.ledger.wordbook import Wordbook
from analysis.tables import BASES
from analysis.weights import read_checked

WEIGHTS = "ledger.npz"
CARD = "model_card.json"
SINGLE = ("links", "answered")  # layers that do not differ by kind


@dataclass(frozen=True)
class Model:
    """Everything learned.

    `vocabulary` numbers the n-grams and `idf` weighs them; `ngrams` and `context` are the two layers of the sentence
    model, by kind; `grouping` makes items of scores; `items` and `shown` judge items; `category` names what they are
    about; `links`, `answered` and `asserted` judge links; `wording` chooses summaries.
    """

    vocabulary: dict[str, int]
    idf: np.ndarray
    ngrams: dict[str, Linear]
    context: dict[str, Linear]
    grouping: dict[str, Grouping]
    items: dict[str, Linear]
    shown: dict[str, float]
    category: Subject
    links: Linear
    answered: Linear
    asserted: float
    wording: Wording

    @cached_property
    def words(self) -> dict[str, dict[str, float]]:
        """The weight of each known word, taken alone, by kind."""
        numbers = [
            (name[1:], i, self.vocabulary.get("c" + name[1:])) for name, i in self.vocabulary.items() if name[0] == "w"
        ]
        out = {}
        for kind in KINDS:
            heavy = (self.ngrams[kind].weights * self.idf).tolist()
            out[kind] = {word: heavy[i] + (0.0 if j is None else heavy[j]) for word, i, j in numbers}
        return out

    @cached_property
    def book(self) -> Wordbook:
        """The words, each described when it is first met."""
        return Wordbook(self, lists())

    @cached_property
    def cue_lists(self) -> dict[str, dict[str, float]]:
        """The weight of each cue list by kind."""
        numbers = [(name[1:], i) for name, i in self.vocabulary.items() if name[0] == "k"]
        return {kind: {n: float(self.ngrams[kind].weights[i] * self.idf[i]) for n, i in numbers} for kind in KINDS}


def first_layer(talk: Talk, model: Model, cue_lists: Lists) -> dict[str, np.ndarray]:
    """Score each sentence by its own words.

    Parameters
    ----------
    talk : Talk
        The workshop, n sentences.
    model : Model
        Its `vocabulary`, `idf` and `ngrams` are used.
    cue_lists : Lists
        Cue lists.

    Returns
    -------
    dict of str to ndarray
        Logits, shape (n,), by kind.
    """
    vocabulary, idf = model.vocabulary, model.idf
    weights = np.column_stack([model.ngrams[kind].weights for kind in KINDS])
    bias = np.array([float(model.ngrams[kind].bias) for kind in KINDS])
    out = np.zeros((len(talk.texts), len(KINDS)))
    for row, (text, words) in enumerate(zip(talk.texts, talk.words.sentences, strict=True)):
        known = sorted(i for i in map(vocabulary.get, ngrams(text, words, cue_lists)) if i is not None)
        value = idf[known].astype(np.float64)
        norm = np.sqrt(np.sqrt(np.sum(value * value))) or 1.0
        out[row] = (value / norm) @ weights[known] + bias
    return {kind: out[:, column] for column, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Scores:
    """What the sentence model says of n sentences, by kind.

    `logits` (n,) are calibrated, `sigmoid` makes probabilities of them; `weighed` (n, n_bases) is what each of
    `analysis.tables.BASES` adds to them, against the average sentence of the workshop.
    """

    logits: dict[str, np.ndarray]
    weighed: dict[str, np.ndarray]


def score_sentences(talk: Talk, model: Model) -> Scores:
    """Say how likely each sentence carries a challenge or advice.

    Parameters
    ----------
    talk : Talk
        The workshop, n sentences, read by the encoder.
    model : Model
        What `load_model` gives.

    Returns
    -------
    Scores
        Of no sentences, nothing.
    """
    if not talk.texts:
        return Scores({kind: np.zeros(0) for kind in KINDS}, {kind: np.zeros((0, len(BASES))) for kind in KINDS})
    table, bases = context(talk, first_layer(talk, model, lists()))
    member = np.array([[basis == of for of in BASES] for basis in bases], dtype=float)
    apart = table - table.mean(axis=0)
    return Scores(
        {kind: model.context[kind](table) for kind in KINDS},
        {kind: apart @ (member * model.context[kind].weights[:, None]) for kind in KINDS},
    )


def _packed(words: dict[str, int]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def _numbered(packed: np.ndarray) -> dict[str, int]:
    return {name: number for number, name in enumerate(packed.tobytes().decode().split("\n"))}


def save_model(model: Model, folder: Path) -> str:
    """Write the weights.

    Parameters
    ----------
    model : Model
        What was learned.
    folder : Path
        An existing folder; `ledger.npz` in it is replaced.

    Returns
    -------
    str
        SHA-256 of the file, for the model card.
    """
    arrays = {"vocabulary": _packed(model.vocabulary), "idf": model.idf}
    for part, words in (("worth", model.wording.worth), ("subjects", model.category.words)):
        arrays |= {f"{part}.vocabulary": _packed(words.vocabulary), f"{part}.values": words.values}
    for part in ("ngrams", "context", "items"):
        for kind in KINDS:
            layer = getattr(model, part)[kind]
            arrays[f"{part}.{kind}.weights"], arrays[f"{part}.{kind}.bias"] = layer.weights, np.asarray(layer.bias)
    layers = {name: getattr(model, name) for name in SINGLE}
    layers |= {"category": model.category.layer, "traits": model.wording.traits, "stretch": model.wording.stretch}
    for part, layer in layers.items():
        arrays[f"{part}.weights"], arrays[f"{part}.bias"] = layer.weights, np.asarray(layer.bias)
    arrays["heard"] = np.array(model.category.heard)
    arrays["grouping"] = np.array([model.grouping[kind] for kind in KINDS])
    arrays["cuts"] = np.array([*(model.shown[kind] for kind in KINDS), model.asserted])
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)
    (folder / WEIGHTS).write_bytes(packed.getvalue())
    return hashlib.sha256(packed.getvalue()).hexdigest()


def _unpack(packed: bytes) -> Model:
    with np.load(io.BytesIO(packed), allow_pickle=False) as held:
        arrays = {name: held[name] for name in held.files}

    def layer(name: str) -> Linear:
        return Linear(arrays[f"{name}.weights"].astype(np.float64), arrays[f"{name}.bias"].astype(np.float64))

    def words(name: str) -> WordTable:
        return WordTable(_numbered(arrays[f"{name}.vocabulary"]), arrays[f"{name}.values"].astype(np.float64))

    *shown, asserted = arrays["cuts"].tolist()
    return Model(
        vocabulary=_numbered(arrays["vocabulary"]),
        idf=arrays["idf"].astype(np.float64),
        ngrams={kind: layer(f"ngrams.{kind}") for kind in KINDS},
        context={kind: layer(f"context.{kind}") for kind in KINDS},
        grouping={
            kind: Grouping(low, int(longest), int(gap))
            for kind, (low, longest, gap) in zip(KINDS, arrays["grouping"].tolist(), strict=True)
        },
        items={kind: layer(f"items.{kind}") for kind in KINDS},
        shown=dict(zip(KINDS, shown, strict=True)),
        **{name: layer(name) for name in SINGLE},
        asserted=asserted,
        category=Subject(layer("category"), words("subjects"), float(arrays["heard"])),
        wording=Wording(words("worth"), layer("traits"), layer("stretch")),
    )


@lru_cache(maxsize=4)
def load_model(folder: Path = paths.MODELS) -> Model:
    """Load the trained numbers.

    Parameters
    ----------
    folder : Path
        Holds `ledger.npz` and `model_card.json`.

    Returns
    -------
    Model
        The same object at every call.

    Raises
    ------
    AnalysisError
        `model_missing` when a file is not there, `model_damaged` when it is not the one the card describes.
    """
    packed = read_checked(folder / CARD, WEIGHTS)
    try:
        return _unpack(packed)
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as problem:
        raise AnalysisError("model_damaged", where=WEIGHTS) from problem
