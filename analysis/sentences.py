"""Turns into sentences that can be joined back."""

from __future__ import annotations

import re

from analysis.transcript import Turn

# A run of end marks with the closing quotes behind it ends a sentence, and so does a line break. A sentence that
# runs on for MAX_CHARS without either is cut at its next comma: a quote must stay short enough to be read.
_END = re.compile(r"""(?:[。！？!?…]+[”’」』）)\]】"']*|\n)\s*""")
_COMMA = re.compile(r"[，,；;、]\s*")
MAX_CHARS = 400

_QUESTION = re.compile(r"[?？]|(?:吗|呢|么|不成)[。.!！]?\s*$")
_LAST_CLAUSE = re.compile(r"[^，,；;。]*[，,；;。\s]*$")
_ASKING = re.compile(
    r"怎么样?(?:去|能|才|可以|把|做|办|解决|找|走)|如何|为什么|为何|是不是|能不能|有没有|可不可以|愿不愿|谁(?:愿意|先|来|有|能)|什么样|哪(?:些|个|位|里|儿)|多少"
)


def split_sentences(text: str) -> list[str]:
    r"""Cut a text into sentences.

    Parameters
    ----------
    text : str
        The text of one turn.

    Returns
    -------
    list of str
        Sentences with the blanks that follow them: joined, they give `text` back. No text gives none.

    Examples
    --------
    >>> split_sentences("好。谁先说?\n“行！”我来")
    ['好。', '谁先说?\n', '“行！”', '我来']
    """
    out, start = [], 0
    for end in [m.end() for m in _END.finditer(text)] + [len(text)]:
        while end - start > MAX_CHARS:
            comma = _COMMA.search(text, start + MAX_CHARS // 2, end)
            far = not comma or comma.end() - start > MAX_CHARS
            cut = start + MAX_CHARS if far else comma.end()
            out.append(text[start:cut])
            start = cut
        if end > start:
            out.append(text[start:end])
            start = end
    return _fold_blanks(out)


def _fold_blanks(pieces: list[str]) -> list[str]:
    """Give a piece without a word in it to its neighbour, so that no sentence is empty."""
    out: list[str] = []
    for piece in pieces:
        if out and (not piece.strip() or not out[-1].strip()):
            out[-1] += piece
        else:
            out.append(piece)
    return out


def is_question(sentence: str) -> bool:
    """Tell whether a sentence asks.

    Parameters
    ----------
    sentence : str
        One sentence.

    Returns
    -------
    bool
        True for a question mark, a final 吗/呢/么, or an asking phrase in its last clause: spoken records often
        end a question with a full stop.

    Examples
    --------
    >>> is_question("在座的朋友们谁愿意先来谈一谈。"), is_question("我们做了四年。")
    (True, False)
    """
    if _QUESTION.search(sentence):
        return True
    return bool(_ASKING.search(_LAST_CLAUSE.search(sentence)[0]))


def sentence_lines(turn: Turn, sentences: list[str]) -> list[int]:
    """Find the source line on which each sentence of a turn begins.

    Parameters
    ----------
    turn : Turn
        Its `lines` give the source line of each paragraph.
    sentences : list of str
        `split_sentences(turn.text)`.

    Returns
    -------
    list of int
        1-based lines, one a sentence.
    """
    out, paragraph = [], 0
    for sentence in sentences:
        blank = sentence[: len(sentence) - len(sentence.lstrip())]
        begins = min(paragraph + blank.count("\n"), len(turn.lines) - 1)
        out.append(turn.lines[begins] if turn.lines else turn.line)
        paragraph += sentence.count("\n")
    return out
