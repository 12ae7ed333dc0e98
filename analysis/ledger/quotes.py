"""The words of an item: the ones that gave it away, and the few that sum it up."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from analysis.ledger.lexicon import Lists
from analysis.ledger.model import Model
from analysis.words import lexicon

SHORT = 40  # characters of a summary
CUES = 5
SLACK = 12  # characters of filler that may be trimmed before a stretch fits
CONTENT = 0.1  # what a word of meaning adds, beside what the model learned of it
NEVER = float("-inf")
_BREAKS = frozenset("，,；;。！？!?：:、…—\n")
_QUOTES = "“”\"'《》（）()「」『』 \t　"


def find_cues(
    sentences: list[list[str]], weights: list[list[float]], model: Model, kind: str, lists: Lists
) -> list[str]:
    """Pick the words that weighed most.

    Parameters
    ----------
    sentences : list of list of str
        Words of each sentence of an item.
    weights : list of list of float
        What `word_weights` gives for each.
    model : Model
        Its n-gram weights are used.
    kind : str
        One of `KINDS`.
    lists : Lists
        Cue lists; a word of one counts with the weight of its list.

    Returns
    -------
    list of str
        1 to 5 words, each standing verbatim in a sentence, heaviest first.
    """
    found: dict[str, float] = {}
    owner, heavy_lists = lists.cue_words, model.cue_lists[kind]
    for words, heavy in zip(sentences, weights, strict=True):
        for at, (word, weight) in enumerate(zip(words, heavy, strict=True)):
            if not word.isalnum():
                continue
            if len(word) > 1:
                found[word] = weight + (heavy_lists.get(owner[word], 0.0) if word in owner else 0.0)
            both = word + words[at + 1] if at + 1 < len(words) else ""
            if both in owner:
                pair = weight + heavy[at + 1] + heavy_lists.get(owner[both], 0.0)
                found[both] = max(found.get(both, NEVER), pair)
    ranked = sorted(found, key=lambda phrase: (-found[phrase], phrase))
    filler = lexicon().stop_words
    chosen: list[str] = []
    for phrase in ranked:
        if len(chosen) == CUES or (chosen and found[phrase] <= 0):
            break
        plain = phrase in filler and phrase not in owner
        if not plain and not any(phrase in other or other in phrase for other in chosen):
            chosen.append(phrase)
    return chosen or ranked[:1] or ["".join(sentences[0]).strip()[:SHORT]]


def _clauses(words: list[str]) -> list[tuple[int, int]]:
    """Find the stretches of words between breaks."""
    out, start = [], 0
    for at, word in enumerate([*words, "。"]):
        if word[0] in _BREAKS:
            if at > start:
                out.append((start, at))
            start = at + 1
    return out


def _trimmed(words: list[str], start: int, end: int, lists: Lists) -> tuple[int, int]:
    """Leave out filler at both ends, as long as something stays."""
    while end - start > 1 and (
        words[start] in lists.openers or not words[start].strip(_QUOTES) or words[start][0] in _BREAKS
    ):
        start += 1
    while end - start > 1 and (
        words[end - 1] in lists.closers or not words[end - 1].strip(_QUOTES) or words[end - 1][0] in _BREAKS
    ):
        end -= 1
    return start, end


def summarise(sentences: list[list[str]], weights: list[list[float]], lists: Lists) -> str:
    """Choose the words that sum an item up.

    Parameters
    ----------
    sentences : list of list of str
        Words of each sentence of an item; joined they are its text.
    weights : list of list of float
        What each word of each sentence speaks for the item.
    lists : Lists
        Filler that a summary neither begins nor ends with.

    Returns
    -------
    str
        One stretch of one sentence, whole words, at most 40 characters.
    """
    best, best_score = "", NEVER
    filler = lexicon().stop_words
    for words, heavy in zip(sentences, weights, strict=True):
        content = (CONTENT * (len(word) > 1 and word not in filler) for word in words)
        worth = [0.0, *accumulate(w + c for w, c in zip(heavy, content, strict=True))]
        length = [0, *accumulate(map(len, words))]
        clauses = _clauses(words)
        for a, (start, _) in enumerate(clauses):
            for _, end in clauses[a:]:
                fits = bisect_right(length, length[start] + SHORT + SLACK, start + 1, end + 1) - 1
                first, last = _trimmed(words, start, fits, lists)
                while length[last] - length[first] > SHORT:
                    last -= 1
                first, last = _trimmed(words, first, last, lists)
                if last > first and worth[last] - worth[first] > best_score:
                    best, best_score = "".join(words[first:last]).strip(_QUOTES)[:SHORT], worth[last] - worth[first]
                if fits < end:
                    break
    return best or "".join(w for words in sentences for w in words).strip()[:SHORT]
