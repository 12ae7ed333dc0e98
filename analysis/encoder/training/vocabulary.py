"""Which pieces of the published vocabulary are kept, by a rule that knows Chinese workshops and not one of them."""

from __future__ import annotations

import re

import torch

from analysis.encoder.tokens import Tokens, tokens_of, vectors
from analysis.encoder.training.source import Source

_KEPT = re.compile(
    r"▁?(?:[\u3400-\u9fff\uf900-\ufaff〇々]+"  # Han
    r"|[\u3000-\u303f\u2010-\u2027\u2030-\u203a\u00b7\ufe30-\ufe4f\uff00-\uffef!-/:-@\[-`{-~]+"  # punctuation
    r"|[0-9]{1,4}|[A-Za-z]{1,3}|[%℃°×±+€$¥£²³])?"
)


def kept(source: Source) -> list[int]:
    """Choose the pieces that stay.

    Parameters
    ----------
    source : Source
        The whole vocabulary.

    Returns
    -------
    list of int
        Numbers in `source`: start, end, unknown, then the others in their order.
    """
    found = [at for at, piece in enumerate(source.pieces) if at > max(source.specials) and _KEPT.fullmatch(piece)]
    return [*source.specials, *found]


def part(source: Source, numbers: list[int]) -> Tokens:
    """Make a tokenizer of some pieces.

    Parameters
    ----------
    source : Source
        The whole vocabulary.
    numbers : list of int
        What `kept` gives.

    Returns
    -------
    Tokens
        Rows in the order of `numbers`.
    """
    pieces = [source.pieces[n] for n in numbers]
    return tokens_of(pieces, source.scores[numbers], source.folded, source.codes[numbers], source.scales[numbers])


def piece_table(tokens: Tokens) -> torch.Tensor:
    """Give the vector of every piece.

    Parameters
    ----------
    tokens : Tokens
        A tokenizer.

    Returns
    -------
    Tensor, shape (n_pieces, width)
        In plain numbers.
    """
    return torch.from_numpy(vectors(list(range(len(tokens.codes))), tokens))
