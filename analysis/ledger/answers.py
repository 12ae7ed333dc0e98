"""Which challenges were answered, and by what: what is asserted of the links, and what is offered."""

from __future__ import annotations

import numpy as np

from analysis.ledger.features import sigmoid
from analysis.ledger.links import Ends, Pairs, company
from analysis.ledger.talk import Talk

OFFERED = (2, 3)  # ranks of candidates that are not asserted, one each
WEIGHT = 0.25  # of the logit of a challenge being answered, beside that of the link
BEHIND = 0.4  # of the chance of a challenge's best link: what is less likely is not asserted beside it
NEVER = -8.0  # logit of a link of a challenge that no advice follows


def answer_table(pairs: Pairs, link: np.ndarray, challenges: Ends, advice: Ends, talk: Talk) -> np.ndarray:
    """Describe challenges, for judging whether anything answers them, given that they are challenges.

    Parameters
    ----------
    pairs : Pairs
        What `analysis.ledger.links.possible` gives, n pairs.
    link : ndarray, shape (n,)
        Logits of the links.
    challenges : Ends
        The challenges.
    advice : Ends
        The advice.
    talk : Talk
        The workshop.

    Returns
    -------
    ndarray, shape (n_challenges, 8)
        Columns in a fixed order.
    """
    best = np.full(len(challenges.items), NEVER)
    np.maximum.at(best, pairs.left, link)
    expected = np.bincount(pairs.left, sigmoid(link), minlength=len(best))
    about, _ = company(challenges, advice, talk)
    return np.column_stack([best, challenges.sure, np.log(expected + 0.01), about])


def worth(pairs: Pairs, link: np.ndarray, answered: np.ndarray) -> np.ndarray:
    """Give what decides whether a link is asserted.

    The chance of a link is small where the challenge itself is unsure. Whether it was answered, given that it is a
    challenge, makes up for some of that. What is far less likely than the best of its challenge is never asserted.

    Parameters
    ----------
    pairs : Pairs
        What `analysis.ledger.links.possible` gives, n pairs.
    link : ndarray, shape (n,)
        Logits of the links.
    answered : ndarray, shape (n_challenges,)
        Logits of the challenges being answered.

    Returns
    -------
    ndarray, shape (n,)
        In no unit; minus infinity where another link of the challenge is far likelier.
    """
    chance = sigmoid(link)
    best = np.zeros(len(answered))
    np.maximum.at(best, pairs.left, chance)
    near = chance >= BEHIND * best[pairs.left]
    return np.where(near, link + WEIGHT * answered[pairs.left], -np.inf)


def rank_links(
    pairs: Pairs, link: np.ndarray, answered: np.ndarray, asserted: float
) -> list[tuple[int, int, int, float]]:
    """Assert the sure links, offer the next two.

    Parameters
    ----------
    pairs : Pairs
        Rows of challenge and advice, n pairs.
    link : ndarray, shape (n,)
        Logits of the links.
    answered : ndarray, shape (n_challenges,)
        Logits of the challenges being answered.
    asserted : float
        A link whose `worth` reaches it has rank 1.

    Returns
    -------
    list of (int, int, int, float)
        Challenge, advice, rank and probability; by challenge, then rank, then the surest first.
    """
    order = np.lexsort((pairs.right, -link, pairs.left))
    sure = worth(pairs, link, answered) >= asserted
    rows = zip(*(column[order].tolist() for column in (pairs.left, pairs.right, sigmoid(link), sure)), strict=True)
    out, seen, offered = [], -1, 0
    for c, a, p, first in rows:
        if c != seen:
            seen, offered = c, 0
        if first:
            out.append((c, a, 1, p))
        elif offered < len(OFFERED):
            out.append((c, a, OFFERED[offered], p))
            offered += 1
    return out
