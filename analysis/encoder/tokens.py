"""Words into numbers for the encoder: a Unigram tokenizer, and the vector of each piece."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

BLOCK = 32  # weights that share one scale
START, END, UNKNOWN = 0, 1, 2  # rows of the pieces that are not text
PENALTY = 10.0  # how much worse than the worst piece an unknown character is


@dataclass(frozen=True)
class Tokens:
    """Pieces with their scores, the characters that are folded, and the pieces' vectors in four bits.

    `row` and `score` are by piece; `folded` maps a code point to what stands for it; `longest` counts characters.
    `codes` of shape (n_pieces, width / 2) hold two weights a byte (`j` low, `j + 16` high in each block of 32),
    `scales` of shape (n_pieces, width / 32) what one step of them is worth.
    """

    row: dict[str, int]
    score: dict[str, float]
    folded: dict[int, str]
    longest: int
    worst: float
    codes: np.ndarray
    scales: np.ndarray


def tokens_of(
    pieces: list[str], scores: np.ndarray, folded: dict[int, str], codes: np.ndarray, scales: np.ndarray
) -> Tokens:
    """Put a tokenizer together.

    Parameters
    ----------
    pieces : list of str
        Text of each row; the first three rows (start, end, unknown) are no text.
    scores : ndarray, shape (n_pieces,)
        Log-probability of each.
    folded : dict of int to str
        Code points that are replaced before cutting.
    codes : ndarray of uint8, shape (n_pieces, width / 2)
        Vectors of the pieces, two weights a byte.
    scales : ndarray, shape (n_pieces, width / 32)
        Scale of each block of 32 weights.

    Returns
    -------
    Tokens
        Ready to cut sentences.
    """
    row = {piece: number for number, piece in enumerate(pieces) if number > UNKNOWN}
    score = {piece: float(scores[number]) for piece, number in row.items()}
    return Tokens(row, score, folded, max(map(len, row)), min(score.values()) - PENALTY, codes, scales)


def fold(text: str, tokens: Tokens) -> str:
    """Fold characters and blanks as the encoder's makers did.

    Parameters
    ----------
    text : str
        One sentence.
    tokens : Tokens
        Its `folded` is used.

    Returns
    -------
    str
        Blanks squeezed to one `▁`, and one in front; no text gives no text.
    """
    plain = "".join(tokens.folded.get(ord(c), c) for c in text)
    words = [word for word in plain.split(" ") if word]
    return "▁" + "▁".join(words) if words else ""


def cut(text: str, tokens: Tokens) -> list[int]:
    """Cut a sentence into the likeliest pieces.

    Parameters
    ----------
    text : str
        One sentence.
    tokens : Tokens
        What `tokens_of` gives.

    Returns
    -------
    list of int
        Rows; neighbouring unknown characters give one `UNKNOWN`. No text gives none.
    """
    flat = fold(text, tokens)
    size, score = len(flat), tokens.score
    best, begin = [0.0] + [-np.inf] * size, [0] * (size + 1)
    for start in range(size):
        here = best[start]
        for end in range(start + 1, min(size, start + tokens.longest) + 1):
            gain = score.get(flat[start:end])
            if gain is None:
                if end > start + 1:
                    continue
                gain = tokens.worst
            if here + gain > best[end]:
                best[end], begin[end] = here + gain, start
    out, end = [], size
    while end:
        number = tokens.row.get(flat[begin[end] : end], UNKNOWN)
        if number != UNKNOWN or not out or out[-1] != UNKNOWN:
            out.append(number)
        end = begin[end]
    return out[::-1]


def vectors(rows: list[int], tokens: Tokens) -> np.ndarray:
    """Look up the vectors of pieces.

    Parameters
    ----------
    rows : list of int
        Rows, as `cut` gives them.
    tokens : Tokens
        Its `codes` and `scales` are used.

    Returns
    -------
    ndarray of float32, shape (n_rows, width)
        One vector a piece.
    """
    codes, scales = tokens.codes[rows], tokens.scales[rows].astype(np.float32)
    halves = codes.reshape(len(rows), scales.shape[1], BLOCK // 2)
    steps = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.float32) - 8
    return (steps * scales[:, :, None]).reshape(len(rows), -1)
