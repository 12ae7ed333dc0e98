"""The words of an item: the ones that gave it away, and the few that sum it up."""

from __future__ import annotations

from analysis.ledger.lexicon import Lists
from analysis.ledger.model import Model

SHORT = 40  # characters of a summary
CUES = 5
_BREAKS = frozenset("，,；;。！？!?：:、…—\n")
_QUOTES = "“”\"'《》（）()「」『』 \t　"


def find_cues(sentences: list[list[str]], weights: list[list[float]], model: Model, kind: str) -> list[str]:
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

    Returns
    -------
    list of str
        1 to 5 words or pairs of neighbouring words, each standing verbatim in a sentence, heaviest first.
    """
    layer, idf, number = model.ngrams[kind].weights, model.idf, model.vocabulary.get
    found: dict[str, float] = {}
    for words, heavy in zip(sentences, weights, strict=True):
        for at, (word, weight) in enumerate(zip(words, heavy, strict=True)):
            if not word.isalnum():
                continue
            found[word] = max(found.get(word, weight), weight)
            if at + 1 < len(words) and words[at + 1].isalnum():
                pair = number(f"b{word.lower()}_{words[at + 1].lower()}")
                if pair is not None and layer[pair] > 0:
                    both = float(layer[pair] * idf[pair]) + max(weight, 0.0) + max(heavy[at + 1], 0.0)
                    found[word + words[at + 1]] = both
    ranked = sorted(found, key=lambda phrase: (-found[phrase], phrase))
    chosen: list[str] = []
    for phrase in ranked:
        if len(chosen) == CUES or (chosen and found[phrase] <= 0):
            break
        if len(phrase) > 1 and not any(phrase in other or other in phrase for other in chosen):
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
    while end - start > 1 and (words[start] in lists.openers or not words[start].strip(_QUOTES) or words[start][0] in _BREAKS):
        start += 1
    while end - start > 1 and (words[end - 1] in lists.closers or not words[end - 1].strip(_QUOTES) or words[end - 1][0] in _BREAKS):
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
    best, best_score = "", float("-inf")
    for words, heavy in zip(sentences, weights, strict=True):
        clauses = _clauses(words)
        for a, (start, _) in enumerate(clauses):
            for b in range(a, len(clauses)):
                first, last = _trimmed(words, start, clauses[b][1], lists)
                while last > first and sum(map(len, words[first:last])) > SHORT:
                    last -= 1
                first, last = _trimmed(words, first, last, lists)
                text = "".join(words[first:last]).strip(_QUOTES)
                score = sum(heavy[first:last])
                if text and len(text) <= SHORT and score > best_score:
                    best, best_score = text, score
                if last < clauses[b][1] - 2:
                    break
    return best or "".join(w for words in sentences for w in words).strip()[:SHORT]
