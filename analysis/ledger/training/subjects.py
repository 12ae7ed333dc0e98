"""Learning what items are about, from the annotators' items; used by `analysis.train` alone."""

from __future__ import annotations

from collections import Counter
from functools import partial

import numpy as np
from scipy import sparse

from analysis.ledger.categories import category_table, heard_categories, word_bags
from analysis.ledger.items import surroundings
from analysis.ledger.layers import Linear, Subject, WordTable
from analysis.ledger.talk import KINDS, Talk
from analysis.ledger.training.fitting import fused, left_out, multinomial
from analysis.ledger.training.gold import Meeting, gold_items
from analysis.lexicon import lexicon
from analysis.tables import CATEGORIES

RARE = 3  # items a word must stand in
STRENGTH = 3.0
DENSE = 0.2  # how loud what is counted may speak beside single words


def _vocabulary(items: list[list[str]]) -> WordTable:
    """List the words of meaning, with the rareness of each."""
    filler = lexicon().stop_words
    count = Counter(word for words in items for word in {w for w in words if w.isalnum() and w not in filler})
    names = sorted(word for word, n in count.items() if n >= RARE)
    rare = [np.log((1 + len(items)) / (1 + count[word])) + 1 for word in names]
    return WordTable({word: at for at, word in enumerate(names)}, np.array([*rare, 0.0])[:, None])


def fit_subject(meetings: list[Meeting], folds: list[int]) -> Subject:
    """Fit what items are about.

    Parameters
    ----------
    meetings : list of Meeting
        Annotated meetings, read by the encoder.
    folds : list of int
        The fold of each.

    Returns
    -------
    Subject
        Words and counts, fitted together, then weighed against what the encoder says.
    """
    parts: list[tuple[list[list[int]], list[range], Talk]] = []
    tables, heard, targets, fold = [], [], [], []
    for meeting, number in zip(meetings, folds, strict=True):
        for kind in KINDS:
            names, items = gold_items(meeting, kind)
            parts.append((items, surroundings(items, meeting.talk.turn), meeting.talk))
            tables.append(category_table(*parts[-1]))
            heard.append(heard_categories(items, meeting.talk))
            targets += [CATEGORIES.index(meeting.about[kind][name]) for name in names]
            fold += [number] * len(items)
    words = _vocabulary(
        [[w for i in around for w in talk.words.sentences[i]] for _, near, talk in parts for around in near]
    )
    dense = np.concatenate(tables)
    shift, scale = dense.mean(axis=0), (dense.std(axis=0) + 1e-3) / DENSE
    bags = sparse.vstack([word_bags(*part, words) for part in parts])
    x = sparse.hstack([bags, sparse.csr_matrix((dense - shift) / scale)]).tocsr()
    worded = partial(multinomial, classes=len(CATEGORIES), strength=STRENGTH)
    fit, held = left_out(worded, x, np.array(targets), np.array(fold))
    (loud, hear), bias = fused([held, np.concatenate(heard)], np.array(targets))
    own, counted = loud * fit.weights[: bags.shape[1]], loud * fit.weights[bags.shape[1] :] / scale[:, None]
    layer = Linear(counted, loud * fit.bias + bias - shift @ counted)
    return Subject(layer, WordTable(words.vocabulary, np.hstack([words.values, own])), hear)
