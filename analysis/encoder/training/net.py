"""The encoder as it is trained, in torch; used by `analysis.encoder.training.tuning` alone."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional as fn

from analysis.encoder.readings import WIDTHS
from analysis.encoder.training.source import Source

HEADS = 12
EPSILON = 1e-12
DROPPED = 26  # of 256 values, those that dropout takes away
MARKS = 4
FROZEN = 4  # lowest layers that stay as published; the marks are added above them
PRIOR = -2.0


def drop(x: torch.Tensor, generator: torch.Generator | None) -> torch.Tensor:
    """Take a tenth of the values away.

    Parameters
    ----------
    x : Tensor
        Any shape.
    generator : Generator or None
        Source of chance; without it nothing is taken.

    Returns
    -------
    Tensor
        Same shape, the rest scaled up.
    """
    if generator is None:
        return x
    count = x.numel()
    noise = torch.empty(-(-count // 8), dtype=torch.int64).random_(-(2**63), None, generator=generator)
    keep = noise.view(torch.uint8)[:count].view(x.shape) >= DROPPED
    return x * keep.to(x.dtype) * (256 / (256 - DROPPED))


class Layer(nn.Module):
    """One layer: attention, then feed-forward, each added and normalised.

    Parameters
    ----------
    hidden : int
        Width of the states.
    inner : int
        Width of the feed-forward part.
    """

    def __init__(self, hidden: int, inner: int) -> None:
        super().__init__()
        self.qkv, self.ao = nn.Linear(hidden, 3 * hidden), nn.Linear(hidden, hidden)
        self.fi, self.fo = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, EPSILON), nn.LayerNorm(hidden, EPSILON)

    def forward(self, x: torch.Tensor, sizes: list[int], noise: torch.Generator | None) -> torch.Tensor:
        """Pass states on.

        Parameters
        ----------
        x : Tensor, shape (tokens, hidden)
            Windows end to end.
        sizes : list of int
            Tokens of each window.
        noise : Generator or None
            Source of dropout; none without it.

        Returns
        -------
        Tensor, shape (tokens, hidden)
            New states.
        """
        hidden = x.shape[1]
        mixed = []
        for part in self.qkv(x).split(sizes):
            q, k, v = part.view(len(part), 3, HEADS, hidden // HEADS).permute(1, 2, 0, 3).unbind(0)
            share = torch.softmax((q * (hidden // HEADS) ** -0.5) @ k.transpose(1, 2), 2)
            mixed.append((share @ v).transpose(0, 1).reshape(len(part), hidden))
        x = self.aln(x + drop(self.ao(torch.cat(mixed)), noise))
        return self.oln(x + drop(self.fo(fn.gelu(self.fi(x))), noise))


class Encoder(nn.Module):
    """Vectors of pieces in, what is read of each sentence out. Windows lie end to end: no padding.

    Parameters
    ----------
    source : Source
        The published weights to start from.
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        w = {name: torch.from_numpy(np.array(value)) for name, value in source.weights.items()}
        hidden, inner = w["emb.ln.w"].numel(), w["l0.fi.b"].numel()
        self.place = nn.Parameter(w["emb.pos"].view(-1, hidden) + w["emb.type"].view(-1, hidden)[0])
        self.norm = nn.LayerNorm(hidden, EPSILON)
        self.layers = nn.ModuleList(Layer(hidden, inner) for _ in range(sum(n.endswith(".aln.w") for n in w)))
        self.mark = nn.Parameter(torch.zeros(MARKS, hidden))
        self.attend, self.head = nn.Linear(hidden, 1), nn.Linear(3 * hidden, sum(WIDTHS.values()))
        self._fill(w)
        for part in (self.norm, *self.layers[:FROZEN]):
            part.requires_grad_(False)
        self.place.requires_grad_(False)

    def _fill(self, w: dict[str, torch.Tensor]) -> None:
        state = {"norm.weight": w["emb.ln.w"], "norm.bias": w["emb.ln.b"]}
        for at in range(len(self.layers)):
            here = f"layers.{at}."
            state[here + "qkv.weight"] = torch.cat([w[f"l{at}.{n}.w"] for n in "qkv"])
            state[here + "qkv.bias"] = torch.cat([w[f"l{at}.{n}.b"] for n in "qkv"])
            for name in ("ao", "fi", "fo", "aln", "oln"):
                state[f"{here}{name}.weight"], state[f"{here}{name}.bias"] = w[f"l{at}.{name}.w"], w[f"l{at}.{name}.b"]
        self.load_state_dict(state, strict=False)
        nn.init.zeros_(self.attend.weight)
        nn.init.zeros_(self.attend.bias)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        nn.init.constant_(self.head.bias[: WIDTHS["kinds"]], PRIOR)

    def halved(self) -> Encoder:
        """Turn the matrices to bfloat16, for speed; norms and head stay as they are.

        Returns
        -------
        Encoder
            This one.
        """
        for layer in self.layers:
            for part in (layer.qkv, layer.ao, layer.fi, layer.fo):
                part.bfloat16()
        return self

    def lower(self, pieces: torch.Tensor) -> torch.Tensor:
        """Pass one window through the frozen layers.

        Parameters
        ----------
        pieces : Tensor, shape (tokens, hidden)
            Vectors of its pieces.

        Returns
        -------
        Tensor, shape (tokens, hidden)
            States.
        """
        x = self.norm(pieces + self.place[: len(pieces)]).to(self.layers[0].qkv.weight.dtype)
        for layer in self.layers[:FROZEN]:
            x = layer(x, [len(x)], None)
        return x

    def upper(
        self, x: torch.Tensor, sizes: list[int], marks: torch.Tensor, noise: torch.Generator | None = None
    ) -> torch.Tensor:
        """Pass states on through the other layers.

        Parameters
        ----------
        x : Tensor, shape (tokens, hidden)
            States of windows end to end.
        sizes : list of int
            Tokens of each window.
        marks : Tensor, shape (tokens,)
            Mark of each token, -1 for none.
        noise : Generator or None
            Source of dropout; none without it.

        Returns
        -------
        Tensor, shape (tokens, hidden)
            States in single precision.
        """
        kinds = fn.one_hot(marks + 1, MARKS + 1)[:, 1:].to(x.dtype)
        x = x + kinds @ self.mark.to(x.dtype)
        for layer in self.layers[FROZEN:]:
            x = layer(x, sizes, noise)
        return x.float()

    def pool(self, x: torch.Tensor, member: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        """Give the vector of each sentence.

        Parameters
        ----------
        x : Tensor, shape (tokens, hidden)
            States.
        member : Tensor, shape (sentences, tokens)
            Which tokens are a sentence's.
        last : Tensor, shape (sentences,)
            Where each ends.

        Returns
        -------
        Tensor, shape (sentences, 3 * hidden)
            The mean of its tokens, their weighted mean, and its end.
        """
        weight = torch.exp(self.attend(x).squeeze(1).clamp(-20, 20)) * member
        mean = member @ x / member.sum(1, keepdim=True)
        weighed = weight @ x / weight.sum(1, keepdim=True)
        return torch.cat([mean, weighed, x[last]], 1)
