"""Fine-tune the encoder on annotated meetings; needs torch."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch

from analysis.encoder.training.losses import Basis, basis_of, loss_of
from analysis.encoder.training.net import Encoder, drop
from analysis.encoder.training.source import Source
from analysis.encoder.windows import BUDGET, joined, runs

BATCH = 6  # windows a step, halved between two threads
DECAY = 0.9  # of the rate from layer to layer down
WARM, FLOOR = 0.1, 0.02
THREADS = 2


@dataclass(frozen=True)
class Stage:
    """Some epochs: the rate at the top layer, that of head and marks, and how far the side losses count."""

    epochs: tuple[int, ...]
    rate: float
    head_rate: float
    side: float


STAGES = (
    Stage((0, 1, 2), 1.2e-4, 1e-3, 0.0),  # the kinds alone
    Stage((0,), 1e-4, 2e-3, 1.0),  # everything: from the start, the side losses cost the kinds more
)
EPOCHS = 3  # different cuts into windows


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
    `analysis.encoder.windows.joined`; `truth` (sentences, 14 + hidden).
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


def _backward(
    net: Encoder, windows: list[Window], noise: torch.Generator, basis: Basis, side: float, whole: int
) -> float:
    truth = torch.cat([window.truth for window in windows])
    found = net.head(drop(pooled(net, windows, noise), noise))
    loss = loss_of(found, truth, basis, side) / whole
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


def fit(
    source: Source, epochs: list[list[Window]], *, seed: int, say: Callable[[str], None], checkpoint: Path | None = None
) -> Encoder:
    """Fine-tune the encoder.

    Parameters
    ----------
    source : Source
        The published weights.
    epochs : list of list of Window
        What is read in each epoch.
    seed : int
        Of everything random.
    say : Callable
        Takes a line of progress.
    checkpoint : Path, optional
        Its name begins those of the files written after each epoch; training goes on from them.

    Returns
    -------
    Encoder
        In single precision.
    """
    torch.manual_seed(seed)
    net = Encoder(source)
    basis = basis_of(torch.cat([window.truth for window in epochs[0]]))
    for at, stage in enumerate(STAGES):
        held = checkpoint.with_suffix(f".{at}.pt") if checkpoint else None
        _stage(net, stage, [epochs[number] for number in stage.epochs], basis, seed + 1000 * at, say, held)
    return net


def _stage(
    net: Encoder,
    stage: Stage,
    epochs: list[list[Window]],
    basis: Basis,
    seed: int,
    say: Callable[[str], None],
    checkpoint: Path | None,
) -> None:
    """Train for some epochs at a pace of their own."""
    plan = [_batches(windows, np.random.default_rng([seed, number])) for number, windows in enumerate(epochs)]
    steps = sum(map(len, plan))
    optimizer = torch.optim.AdamW(_groups(net, stage), betas=(0.9, 0.98), fused=True)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: _pace(at, steps))
    begun = _resume(checkpoint, net, optimizer, pace)
    for number, batches in enumerate(plan):
        if number >= begun:
            noises = [torch.Generator().manual_seed((seed * 100 + number) * 10 + t) for t in range(THREADS)]
            back = partial(_backward, basis=basis, side=stage.side)
            _epoch(net, optimizer, pace, batches, noises, back, lambda text, n=number: say(f"epoch {n + 1}, {text}"))
            if checkpoint:
                held = {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "pace": pace.state_dict()}
                torch.save(held | {"epoch": number + 1}, checkpoint)


def _resume(checkpoint: Path | None, net: Encoder, optimizer: torch.optim.Optimizer, pace: object) -> int:
    if checkpoint is None or not checkpoint.is_file():
        return 0
    held = torch.load(checkpoint, weights_only=True)
    net.load_state_dict(held["net"])
    optimizer.load_state_dict(held["optimizer"])
    pace.load_state_dict(held["pace"])
    return held["epoch"]


def _epoch(
    net: Encoder,
    optimizer: torch.optim.Optimizer,
    pace: object,
    batches: list[list[Window]],
    noises: list[torch.Generator],
    back: Callable[..., float],
    say: Callable[[str], None],
) -> None:
    """Take one step a batch."""
    twins, lately = _twins(net), []
    with ThreadPoolExecutor(THREADS) as pool:
        for number, batch in enumerate(batches, 1):
            _spread(net, twins)
            whole = sum(len(window.truth) for window in batch)
            shares = [share for share in (batch[::2], batch[1::2]) if share]
            lately.append(sum(pool.map(partial(back, whole=whole), twins, shares, noises)))
            _gather(net, twins)
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            pace.step()
            optimizer.zero_grad(set_to_none=True)
            if number % 20 == 0 or number == len(batches):
                say(f"step {number} of {len(batches)}, loss {math.fsum(lately[-40:]) / len(lately[-40:]):.4f}")
