"""Fine-tune the encoder on annotated meetings; needs torch."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch

from analysis.encoder.training.losses import loss_of
from analysis.encoder.training.net import Encoder, drop
from analysis.encoder.windows import BUDGET, joined, runs

BATCH = 6  # windows a step, halved between two threads
DECAY = 0.9  # of the rate from layer to layer down
WARM, FLOOR = 0.1, 0.02
THREADS = 2


@dataclass(frozen=True)
class Stage:
    """So many epochs: the rate at the top layer, and that of head and marks."""

    epochs: int
    rate: float
    head_rate: float


PUBLIC = Stage(2, 1.2e-4, 1e-3)  # from the published weights, on the public meetings
GOLD = Stage(2, 8e-5, 5e-4)  # from there, on the gold


@dataclass(frozen=True)
class Lesson:
    """One meeting to learn from: rows of pieces and mark of each sentence, and what `targets.truth_of` gives."""

    rows: list[list[int]]
    marks: list[int]
    truth: np.ndarray


@dataclass(frozen=True)
class Window:
    """Some sentences as the upper layers take them.

    `states` (tokens, hidden) come from the frozen layers, `marks` (tokens,) and `ends` (sentences,) from
    `analysis.encoder.windows.joined`; `truth` (sentences, 12).
    """

    states: torch.Tensor
    marks: torch.Tensor
    ends: torch.Tensor
    truth: torch.Tensor


def _window(lesson: Lesson, start: int, stop: int, net: Encoder, table: torch.Tensor) -> Window:
    rows, marks, ends = joined(lesson.rows[start:stop], lesson.marks[start:stop])
    with torch.inference_mode():
        states = net.lower(table[rows])
    return Window(states.clone(), torch.tensor(marks), torch.tensor(ends), torch.from_numpy(lesson.truth[start:stop]))


def frozen_windows(net: Encoder, lessons: list[Lesson], table: torch.Tensor, *, seed: int) -> list[list[Window]]:
    """Cut meetings into windows and pass them through the frozen layers, once for all models.

    Parameters
    ----------
    net : Encoder
        `Encoder(source).halved()`: its lower layers are those of every model.
    lessons : list of Lesson
        Meetings.
    table : Tensor, shape (n_pieces, width)
        The vector of each piece.
    seed : int
        Moves the windows' edges: another one for each epoch.

    Returns
    -------
    list of list of Window
        The windows of each meeting.
    """
    rng = np.random.default_rng(seed)
    plan = [runs([len(r) for r in lesson.rows], int(rng.integers(BUDGET // 8, BUDGET + 1))) for lesson in lessons]
    with ThreadPoolExecutor(THREADS) as pool:
        made = [
            [pool.submit(_window, lesson, a, b, net, table) for a, b in spans]
            for lesson, spans in zip(lessons, plan, strict=True)
        ]
        return [[window.result() for window in windows] for windows in made]


def _groups(net: Encoder, stage: Stage) -> list[dict]:
    """Give each layer its own rate; what has one dimension does not decay."""
    depth, rates = len(net.layers), {}
    for name, weight in net.named_parameters():
        if weight.requires_grad:
            level = int(name.split(".")[1]) if name.startswith("layers") else None
            rate = stage.head_rate if level is None else stage.rate * DECAY ** (depth - 1 - level)
            decay = 0.01 if weight.ndim > 1 and name != "mark" else 0.0
            rates.setdefault((rate, decay), []).append(weight)
    return [{"params": held, "lr": rate, "weight_decay": decay} for (rate, decay), held in rates.items()]


def _pace(step: int, steps: int) -> float:
    warm = max(1, round(WARM * steps))
    return (step + 1) / warm if step < warm else 1 - (1 - FLOOR) * (step - warm) / max(1, steps - warm)


def pooled(net: Encoder, windows: list[Window], noise: torch.Generator | None = None) -> torch.Tensor:
    """Give the vectors of the sentences of some windows.

    Parameters
    ----------
    net : Encoder
        A halved one.
    windows : list of Window
        At least one.
    noise : Generator, optional
        Of the dropout; none at prediction.

    Returns
    -------
    Tensor, shape (n_sentences, 3 * hidden)
        What the heads look at, window after window.
    """
    sizes = [len(window.states) for window in windows]
    states = net.upper(
        torch.cat([window.states for window in windows]), sizes, torch.cat([window.marks for window in windows]), noise
    )
    at = np.cumsum([0, *sizes])
    last = torch.cat([window.ends + int(start) for window, start in zip(windows, at, strict=False)])
    first = torch.cat(
        [
            torch.cat([torch.zeros(1, dtype=torch.long), w.ends[:-1]]) + int(s) + 1
            for w, s in zip(windows, at, strict=False)
        ]
    )
    place = torch.arange(len(states))
    member = ((place >= first[:, None]) & (place <= last[:, None])).float()
    return net.pool(states, member, last)


def _backward(net: Encoder, windows: list[Window], noise: torch.Generator, whole: int) -> float:
    truth = torch.cat([window.truth for window in windows])
    loss = loss_of(net.head(drop(pooled(net, windows, noise), noise)), truth) / whole
    loss.backward()
    return float(loss.detach())


def _twins(net: Encoder) -> list[Encoder]:
    """Make a half-precision copy for each thread; the copies share their weights, not their gradients."""
    copies = [copy.deepcopy(net).halved() for _ in range(THREADS)]
    for mine, other in zip(copies[0].parameters(), copies[1].parameters(), strict=True):
        other.data = mine.data
    return copies


@torch.no_grad()
def _gather(net: Encoder, twins: list[Encoder]) -> None:
    for weight, *copies in zip(net.parameters(), *(twin.parameters() for twin in twins), strict=True):
        if weight.requires_grad:
            found = [c.grad for c in copies if c.grad is not None]
            weight.grad = found[0].float() if len(found) == 1 else found[0].float().add_(found[1])
            for held in copies:
                held.grad = None


@torch.no_grad()
def _spread(net: Encoder, twins: list[Encoder]) -> None:
    for weight, held in zip(net.parameters(), twins[0].parameters(), strict=True):
        if weight.requires_grad:
            held.copy_(weight)


def _batches(windows: list[Window], rng: np.random.Generator) -> list[list[Window]]:
    windows = [windows[i] for i in rng.permutation(len(windows))]
    return [windows[i : i + BATCH] for i in range(0, len(windows), BATCH)]


def tune(net: Encoder, epochs: list[list[Window]], stage: Stage, *, seed: int, say: Callable[[str], None]) -> None:
    """Train an encoder further.

    Parameters
    ----------
    net : Encoder
        In single precision; changed.
    epochs : list of list of Window
        What is read in each epoch.
    stage : Stage
        The rates.
    seed : int
        Of everything random.
    say : Callable
        Takes a line of progress.
    """
    plan = [_batches(windows, np.random.default_rng([seed, number])) for number, windows in enumerate(epochs)]
    steps = sum(map(len, plan))
    optimizer = torch.optim.AdamW(_groups(net, stage), betas=(0.9, 0.98), fused=True)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: _pace(at, steps))
    for number, batches in enumerate(plan):
        noises = [torch.Generator().manual_seed((seed * 100 + number) * 10 + t) for t in range(THREADS)]
        _epoch(net, optimizer, pace, batches, noises, lambda text, n=number: say(f"epoch {n + 1}, {text}"))


def _epoch(
    net: Encoder,
    optimizer: torch.optim.Optimizer,
    pace: object,
    batches: list[list[Window]],
    noises: list[torch.Generator],
    say: Callable[[str], None],
) -> None:
    """Take one step a batch."""
    twins, lately = _twins(net), []
    with ThreadPoolExecutor(THREADS) as pool:
        for number, batch in enumerate(batches, 1):
            _spread(net, twins)
            whole = sum(len(window.truth) for window in batch)
            shares = [share for share in (batch[::2], batch[1::2]) if share]
            lately.append(sum(pool.map(partial(_backward, whole=whole), twins, shares, noises)))
            _gather(net, twins)
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            pace.step()
            optimizer.zero_grad(set_to_none=True)
            if number % 20 == 0 or number == len(batches):
                say(f"step {number} of {len(batches)}, loss {math.fsum(lately[-40:]) / len(lately[-40:]):.4f}")
