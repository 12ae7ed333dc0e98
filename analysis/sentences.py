"""Turns into sentences that can be joined back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from analysis import paths, words
from analysis.errors import AnalysisError
from analysis.lines import read_lines
from analysis.transcript import Turn

# A run of end marks with the closing quotes behind it ends a sentence, and so does a line break, or the full stop of
# an English sentence. A sentence that runs on for MAX_CHARS without any is cut at its next comma: a quote must stay
# short enough to be read.
_ENGLISH = r"""\.(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\b[A-Za-z]\.)["”)]?(?=\s+["“(]?[A-Z㐀-鿿])"""
_END = re.compile(rf"""(?:[。！？!?…]+[”’」』）)\]】"']*|\n|{_ENGLISH})\s*""")
_COMMA = re.compile(r"[，,；;、]\s*")
MAX_CHARS = 400

# Speech recognition may give no punctuation at all. Such a text is cut between words into pieces of these lengths.
_MARKS = "，。；？！…,.;?!\n"
SPARSE = 100  # characters for each mark: fewer marks are none
SHORT, USUAL, LONG = 16, 36, 60
PAUSE = 3.0  # what a blank says for a cut behind it, beside the logarithms of `breaks.txt`

# A question mark, or a final 吗, 呢 or 么 (什么, 这么 and 那么 end statements as well).
_FINAL = re.compile(r"(?:吗|(?<!着)呢|(?<![什怎这那多要])么)[。.!！]?[”’」』]?$")
_TAIL = 4  # characters that `_FINAL` may look at
# A sentence with none of these asks nothing: most have none, and the patterns below are slow.
_HINT = re.compile(r"[?？吗呢么怎何谁哪]|能不|有没|是不|可不|愿不|要不|会不|行不|好不|对不|多少")
_REASON = re.compile(r"[,，]\s*因为.*", re.DOTALL)  # what follows a question and does not ask
_CLAUSE_ENDS = "，,；;。"
_END_OF_CLAUSE = r"[^，,；;。]*的[，,；;。\s]*$"
_BETWEEN = r"(?:是|都|又|还|当时|之前|当初|平时|一般|现在|以后|觉得|认为|打算|准备|会|要|想|该|应该|可以|能|究竟|到底)*"
_ASKING = re.compile(
    r"(?:能不能|有没有|是不是|可不可以|愿不愿|要不要|会不会|行不行|好不好|对不对|谁(?:愿意|先|来|有|能)|哪[一两几]?位|怎么办"
    r"|(?<!不)怎么样[。.\s]*$)"
    rf"|(?:你们|您|大家|各位|在座的?|^\s*你){_BETWEEN}"
    r"(?:怎么|怎样|如何|为什么|为何|有什么|需要什么|做什么|有?哪|[^，,不没]{0,4}多少)"
)
# A clause that begins with its question word; 怎么走过来的, 怎么都行 and 为什么说 tell something.
_OPENING = re.compile(
    rf"^\s*(?:那么?|所以|但是?|可是|然后)?(?:我们|咱们|我)?{_BETWEEN}"
    rf"(?:怎么|怎样|如何|为什么(?!说)|为何)(?![^，,；;。]*[都也])(?!{_END_OF_CLAUSE})"
)
_GOVERNING = re.compile(r"知道|了解|研究|探讨|讨论|考虑|思考|明白|清楚|学习|指导|分析|取决于|决定|看|不管|无论|关于")
_POLITE = re.compile(
    r"(?:不知道?(?:你们|您|大家|各位|在座)|想?请?问(?:一下)?(?:我们)?(?:你们|您|大家|各位|在座)?)[^，,]{0,4}$"
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
    sparse = len(text) > LONG and _is_sparse(text)
    for end in [m.end() for m in _END.finditer(text)] + [len(text)]:
        while end - start > MAX_CHARS and not sparse:
            comma = _COMMA.search(text, start + MAX_CHARS // 2, end)
            if not comma or comma.end() - start > MAX_CHARS:
                break
            out.append(text[start : comma.end()])
            start = comma.end()
        if end - start > (LONG if sparse else MAX_CHARS):
            out += _breathe(text[start:end])
        elif end > start:
            out.append(text[start:end])
        start = end
    return _fold_blanks(out)


def _is_sparse(text: str) -> bool:
    """Tell whether a text has next to no punctuation."""
    few = len(text) / SPARSE
    return text.count("，") < few and sum(map(text.count, _MARKS)) < few  # commas alone settle most texts


@lru_cache(maxsize=1)
def _breaks() -> tuple[dict[str, float], dict[str, float]]:
    """Tell how readily a sentence ends before a word, and behind it."""
    path = paths.LEXICON / "breaks.txt"
    try:
        rows = [(word, float(before), float(behind)) for word, before, behind in map(str.split, read_lines(path))]
    except ValueError as problem:
        raise AnalysisError("lexicon_invalid", where=path.name, reason=str(problem)) from problem
    return {word: before for word, before, _ in rows}, {word: behind for word, _, behind in rows}


def _breathe(text: str) -> Iterator[str]:
    """Cut a text without punctuation between words: at a pause, or where people's sentences most readily end."""
    parts = [word[at : at + LONG] for word in words.cut(text) for at in range(0, len(word), LONG)]
    before, behind = _breaks()
    ends = list(accumulate(map(len, parts)))
    good = [
        PAUSE * here.isspace() + behind.get(here, 0.0) + before.get(following, 0.0)
        for here, following in zip(parts, [*parts[1:], ""], strict=True)
    ]
    start = at = 0
    while len(text) - start > LONG:
        while ends[at] - start < SHORT:
            at += 1
        last = at
        while ends[last] < len(text) and ends[last + 1] <= min(start + LONG, len(text) - SHORT):
            last += 1
        cut = max(range(at, last + 1), key=lambda i: (good[i], -abs(ends[i] - start - USUAL)))
        yield text[start : ends[cut]]
        start, at = ends[cut], cut
    if start < len(text):
        yield text[start:]


def _fold_blanks(pieces: list[str]) -> list[str]:
    """Give a piece without a word in it to its neighbour, so that no sentence is empty."""
    out: list[str] = []
    for piece in pieces:
        if out and (not piece.strip() or not out[-1].strip()):
            out[-1] += piece
        else:
            out.append(piece)
    return out


def _last_clause(text: str) -> int:
    """Tell where the last clause of a text begins; what ends it belongs to it."""
    said = text.rstrip()
    while said and said[-1] in _CLAUSE_ENDS:
        said = said.rstrip(_CLAUSE_ENDS).rstrip()
    return max(map(said.rfind, _CLAUSE_ENDS)) + 1


def is_question(sentence: str) -> bool:
    """Tell whether a sentence asks.

    Parameters
    ----------
    sentence : str
        One sentence.

    Returns
    -------
    bool
        True for a question mark, a final 吗/呢/么, or an asking phrase in its last clause, for spoken records often end
        a question with a full stop. A phrase that is the object of another verb (研究如何…, 看有没有…) asks nothing.

    Examples
    --------
    >>> is_question("在座的朋友们谁愿意先来谈一谈。"), is_question("我们要研究如何做好服务。")
    (True, False)
    """
    if not _HINT.search(sentence):
        return False
    if "?" in sentence or "？" in sentence or _FINAL.search(sentence.rstrip()[-_TAIL:]):
        return True
    asking = _REASON.sub("", sentence) if "因为" in sentence else sentence
    at = _last_clause(asking)
    clause = asking[at:]
    if found := _ASKING.search(clause):
        before = clause[: found.start()]
        return not _GOVERNING.search(before) or bool(_POLITE.search(before))
    return bool(_OPENING.search(clause)) and not _GOVERNING.search(asking[:at])


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
