"""What each head of the encoder is to learn of an annotated meeting."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from torch.nn import functional as fn

from analysis.encoder.tokens import END, START, cut
from analysis.encoder.training.net import Encoder
from analysis.encoder.training.source import Source
from analysis.encoder.training.vocabulary import part, piece_table, whole
from analysis.encoder.windows import LONGEST
from analysis.ledger.talk import KINDS
from analysis.ledger.training.gold import Meeting, gold_items, labels
from analysis.tables import CATEGORIES

PREFIX = "query:"  # its makers put this before texts that are compared with each other
CHUNK = 16  # sentences that the published encoder reads at once
NEAR, NEAR_SHARE = 2, 0.2  # neighbours of an item that share its category a little
OWN, ITEM, LINKED = 1.0, 0.5, 0.5  # what a sentence's topic is mixed of: itself, its item, the items linked to that


def published_vectors(source: Source, net: Encoder, texts: list[list[str]]) -> list[np.ndarray]:
    """Read each sentence alone with the encoder as it was published, its whole vocabulary included.

    Parameters
    ----------
    source : Source
        The published weights.
    net : Encoder
        `Encoder(source).halved()`.
    texts : list of list of str
        The sentences of each meeting.

    Returns
    -------
    list of ndarray of float32, shape (n_sentences, width)
        Means of the last layer, of length 1.
    """
    tokens = part(source, whole(source))
    table = piece_table(tokens)
    before = cut(PREFIX, tokens)

    @torch.inference_mode()
    def read(chunk: list[str]) -> torch.Tensor:
        framed = [[START, *(before + cut(text, tokens))[:LONGEST], END] for text in chunk]
        states = torch.cat([net.lower(table[pieces]) for pieces in framed])
        sizes = list(map(len, framed))
        states = net.upper(states, sizes, torch.full((len(states),), -1))
        return torch.stack([state.mean(0) for state in states.split(sizes)])

    with ThreadPoolExecutor(2) as pool:
        found = [list(pool.map(read, (t[at : at + CHUNK] for at in range(0, len(t), CHUNK)))) for t in texts]
    return [fn.normalize(torch.cat(parts), dim=1).numpy() for parts in found]


def starts_of(meeting: Meeting) -> np.ndarray:
    """Say where annotated items begin.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting, n sentences.

    Returns
    -------
    ndarray of float32, shape (n, 2)
        1 at the first sentence of an item of each kind.
    """
    out = np.zeros((len(meeting.spans), len(KINDS)), dtype=np.float32)
    for column, kind in enumerate(KINDS):
        out[[ids[0] for ids in gold_items(meeting, kind)[1]], column] = 1
    return out


def categories_of(meeting: Meeting) -> np.ndarray:
    """Say what the items are about that each sentence belongs to.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting, n sentences.

    Returns
    -------
    ndarray of float32, shape (n, 10)
        Shares of the categories; a row sums to 1 in an item, to less beside one within a turn, to 0 elsewhere.
    """
    inside = np.zeros((len(meeting.spans), len(CATEGORIES)), dtype=np.float32)
    beside, turn = np.zeros_like(inside), meeting.talk.turn
    for kind in KINDS:
        for name, ids in zip(*gold_items(meeting, kind), strict=True):
            column = CATEGORIES.index(meeting.about[kind][name])
            inside[ids, column] += 1
            near = {at + step for at in ids for step in range(-NEAR, NEAR + 1)}
            beside[[at for at in near if 0 <= at < len(turn) and turn[at] == turn[ids[0]]], column] += 1
    counts = inside.sum(1, keepdims=True), beside.sum(1, keepdims=True)
    shares = [part / np.maximum(count, 1) for part, count in zip((inside, beside), counts, strict=True)]
    return np.where(counts[0] > 0, shares[0], NEAR_SHARE * shares[1])


def topics_of(meeting: Meeting, vectors: np.ndarray) -> np.ndarray:
    """Mix the published vector of each sentence with those of its items and of the items linked to them.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting, n sentences.
    vectors : ndarray, shape (n, width)
        What `published_vectors` gives.

    Returns
    -------
    ndarray of float32, shape (n, width)
        Weighted means.
    """
    held = {kind: dict(zip(*gold_items(meeting, kind), strict=True)) for kind in KINDS}
    linked: dict[tuple[str, str], list[int]] = {}
    for challenge, advice in sorted(meeting.pairs):
        linked.setdefault((KINDS[0], challenge), []).extend(held[KINDS[1]].get(advice, []))
        linked.setdefault((KINDS[1], advice), []).extend(held[KINDS[0]].get(challenge, []))
    total, weight = OWN * vectors, np.full((len(vectors), 1), OWN)
    for kind in KINDS:
        for name, ids in held[kind].items():
            for share, others in ((ITEM, ids), (LINKED, linked.get((kind, name), []))):
                if others:
                    total[ids] += share * vectors[others].mean(0)
                    weight[ids] += share
    return (total / weight).astype(np.float32)


def truth_of(meeting: Meeting, vectors: np.ndarray) -> np.ndarray:
    """Put everything side by side that the heads are to learn.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting, n sentences.
    vectors : ndarray, shape (n, width)
        What `published_vectors` gives.

    Returns
    -------
    ndarray of float32, shape (n, 14 + width)
        Kinds (2), starts (2), categories (10), topic.
    """
    kinds = np.column_stack([labels(meeting, kind) for kind in KINDS]).astype(np.float32)
    return np.concatenate(
        [kinds, starts_of(meeting), categories_of(meeting), topics_of(meeting, vectors)], axis=1, dtype=np.float32
    )
