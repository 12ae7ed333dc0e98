"""Learning what a challenge asks and what advice answers, on states that no longer change; needs torch."""

from __future__ import annotations

import copy
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional as fn

from analysis.encoder.readings import SENSES, WIDTHS
from analysis.encoder.training.net import Encoder
from analysis.encoder.training.tuning import THREADS, Window, pooled
from analysis.ledger.talk import KINDS
from analysis.ledger.training.gold import Meeting, gold_items

EPOCHS, RATE, DECAY, DROPPED = 15, 2e-3, 0.5, 0.5
SHARE = 10.0  # pairs that weigh as much as one step should
PLACES = 10  # columns of `_places`


@dataclass(frozen=True)
class Items:
    """The items of one meeting as pairs: states of challenges (c, width) and advice (a, width).

    `places` (c, a, 10) says how far apart they stand, `possible` (c, a) whether the advice can answer, `linked` (c, a)
    whether it does.
    """

    challenges: torch.Tensor
    advice: torch.Tensor
    places: torch.Tensor
    possible: torch.Tensor
    linked: torch.Tensor


def _places(meeting: Meeting, sides: list[list[list[int]]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Say how far advice stands behind challenges: what is learned of their sense must not be told by that."""
    talk = meeting.talk
    first, last = ([np.array([ids[at] for ids in side]) for side in sides] for at in (0, -1))
    turns = talk.turn[first[1]][None, :] - talk.turn[first[0]][:, None]
    gap = np.log1p(np.maximum(first[1][None, :] - last[0][:, None], 0))
    advice = np.arange(len(sides[1]))[None, :] - np.searchsorted(first[1], first[0])[:, None]
    challenge = np.searchsorted(first[0], first[1], side="right")[None, :] - 1 - np.arange(len(sides[0]))[:, None]
    same = talk.speaker[first[0]][:, None] == talk.speaker[first[1]][None, :]
    columns = [
        gap,
        gap**2 / 4,
        np.log1p(np.maximum(turns, 0)),
        turns == 0,
        same,
        same & (turns == 0),
        np.log1p(np.maximum(advice, 0)),
        np.log1p(np.maximum(challenge, 0)),
        advice <= 0,
        challenge <= 0,
    ]
    return torch.from_numpy(np.stack(columns, axis=2).astype(np.float32)), torch.from_numpy(turns >= 0)


def _items(meeting: Meeting, states: torch.Tensor) -> Items | None:
    """Pair the items of a meeting; one without either kind teaches nothing."""
    names, sides = zip(*(gold_items(meeting, kind) for kind in KINDS), strict=True)
    if not all(names):
        return None
    places, possible = _places(meeting, list(sides))
    linked = [[float((c, a) in meeting.pairs) for a in names[1]] for c in names[0]]
    means = (torch.stack([states[ids].mean(0) for ids in side]) for side in sides)
    return Items(*means, places, possible, torch.tensor(linked))


def _states(net: Encoder, windows: list[Window]) -> torch.Tensor:
    """Give the pooled states of the sentences of one meeting."""

    def read(window: Window) -> torch.Tensor:
        with torch.no_grad():
            return pooled(net, [window])

    with ThreadPoolExecutor(THREADS) as pool:
        return torch.cat(list(pool.map(read, windows)))


class _Relation(nn.Module):
    """What is asked times what is answered, and how far apart the two stand."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.asks, self.answers = nn.Linear(width, SENSES), nn.Linear(width, SENSES)
        self.places = nn.Linear(PLACES, 1)
        for side in (self.asks, self.answers):
            nn.init.normal_(side.weight, std=0.02)
            nn.init.zeros_(side.bias)

    def forward(self, items: Items, kept: torch.Tensor) -> torch.Tensor:
        """Give the logit of every pair; `kept` (width,) leaves some of the states out."""
        asked, answered = self.asks(items.challenges * kept), self.answers(items.advice * kept)
        return self.places(items.places).squeeze(-1) + asked @ answered.T


def relate(net: Encoder, meetings: list[Meeting], windows: list[list[Window]], *, seed: int) -> None:
    """Fit the heads `asks` and `answers`.

    Parameters
    ----------
    net : Encoder
        A tuned one; these heads are changed, nothing else.
    meetings : list of Meeting
        What it was trained on.
    windows : list of list of Window
        Their windows.
    seed : int
        Of everything random.
    """
    torch.manual_seed(seed)
    half = copy.deepcopy(net).halved()
    found = [_items(meeting, _states(half, part)) for meeting, part in zip(meetings, windows, strict=True)]
    data = [items for items in found if items is not None and bool(items.possible.any())]
    every = torch.cat([side for items in data for side in (items.challenges, items.advice)])
    mean, spread = every.mean(0), every.std()
    for items in data:
        for side in (items.challenges, items.advice):
            side.sub_(mean).div_(spread)
    relation, width = _Relation(every.shape[1]), every.shape[1]
    optimizer = torch.optim.AdamW(relation.parameters(), lr=RATE, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, EPOCHS * len(data))
    for _ in range(EPOCHS):
        for at in torch.randperm(len(data)).tolist():
            items = data[at]
            kept = (torch.rand(width) >= DROPPED).float() / (1 - DROPPED)
            logit, truth = relation(items, kept)[items.possible], items.linked[items.possible]
            loss = fn.binary_cross_entropy_with_logits(logit, truth, reduction="sum") / SHARE
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            pace.step()
    _keep(net, relation, mean, spread)


@torch.no_grad()
def _keep(net: Encoder, relation: _Relation, mean: torch.Tensor, spread: torch.Tensor) -> None:
    """Write the heads into the encoder's, for states as they are."""
    at = WIDTHS["kinds"] + WIDTHS["categories"]
    for side in (relation.asks, relation.answers):
        net.head.weight[at : at + SENSES] = side.weight / spread
        net.head.bias[at : at + SENSES] = side.bias - side.weight @ mean / spread
        at += SENSES
