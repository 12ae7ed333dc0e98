"""Learning what items are about, from the annotators' items; used by `analysis.train` alone."""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy import sparse

from analysis.ledger.categories import category_counts, category_table, word_bags
from analysis.ledger.layers import Linear, Subject, WordTable
from analysis.ledger.lexicon import lists
from analysis.ledger.talk import KINDS
from analysis.ledger.training.fitting import multinomial
from analysis.ledger.training.gold import Meeting, gold_items
from analysis.lexicon import lexicon
from analysis.tables import CATEGORIES

RARE = 3  # items a word must stand in
STRENGTH = 1.0
DENSE = 0.2  # how loud what is counted may speak beside single words


def _vocabulary(items: list[list[str]]) -> WordTable:
    """List the words of meaning, with the rareness of each."""
    filler = lexicon().stop_words
    count = Counter(word for words in items for word in {w.lower() for w in words if w.isalnum() and w not in filler})
    names = sorted(word for word, n in count.items() if n >= RARE)
    rare = [np.log((1 + len(items)) / (1 + count[word])) + 1 for word in names]
    return WordTable({word: at for at, word in enumerate(names)}, np.array([*rare, 0.0])[:, None])


def fit_subject(meetings: list[Meeting]) -> Subject:
    """Fit what items are about.

    Parameters
    ----------
    meetings : list of Meeting
        Annotated meetings.

    Returns
    -------
    Subject
        Words and counts, fitted together.
    """
    parts, tables, targets = [], [], []
    for meeting in meetings:
        counts = category_counts(meeting.talk, lists())
        for kind in KINDS:
            names, items = gold_items(meeting, kind)
            parts.append((items, meeting.talk))
            tables.append(category_table(items, float(kind == KINDS[0]), counts, meeting.talk.turn))
            targets += [CATEGORIES.index(meeting.about[kind][name]) for name in names]
    words = _vocabulary([[w for i in ids for w in talk.words.sentences[i]] for items, talk in parts for ids in items])
    dense = np.concatenate(tables)
    shift, scale = dense.mean(axis=0), (dense.std(axis=0) + 1e-3) / DENSE
    bags = sparse.vstack([word_bags(items, talk, words) for items, talk in parts])
    x = sparse.hstack([bags, sparse.csr_matrix((dense - shift) / scale)]).tocsr()
    fit = multinomial(x, np.array(targets), len(CATEGORIES), STRENGTH)
    own, counted = fit.weights[: bags.shape[1]], fit.weights[bags.shape[1] :] / scale[:, None]
    layer = Linear(counted, fit.bias - shift @ counted)
    return Subject(layer, WordTable(words.vocabulary, np.hstack([words.values, own])))
