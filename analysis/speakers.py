"""Who spoke how much, who led the session, and who answered whom."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.folding import simplify
from analysis.places import find_organisation, find_place, is_organisation
from analysis.tables import make_table
from analysis.words import Words

CHARS_PER_MINUTE = 268  # read Mandarin, 224 ms a character (Lee & Chan 2003): only ever an estimate

# Handing the word on: what a moderator does and others rarely do.
_CALL = re.compile(
    r"(?=[有请想邀下接欢谁还谢感哪])(?:"  # most characters begin none of them
    r"(?:有请|请(?!问|教|大家记)|想请|邀请|下一位|接下来|下面|欢迎)[^，,。]{0,14}(?:谈|讲|说|分享|介绍|发言|回应|来|嘉宾|开始|老师|总)"
    r"|谁(?:愿意|先|来|还)|还有(?:其他|没有|哪位|谁)|(?:谢谢|感谢)[^，,。]{0,12}(?:分享|发言|老师|总|介绍|回应)|哪位)"
)
_MODERATOR_LABEL = re.compile(r"主持|司仪|moderator|host|facilitator|引导员|催化师", re.IGNORECASE)
_MIN_SCORE = 3


@dataclass(frozen=True)
class Balance:
    """How evenly the characters are spread over `speakers` people.

    `top1` and `top3` are the shares (0-1) of the one and the three who said most; `gini` is 0 when all say the same
    and (n-1)/n when one says all; `entropy` is 1 when all say the same and 0 when one says all.
    """

    speakers: int
    top1: float
    top3: float
    gini: float
    entropy: float


def balance(chars: list[int]) -> Balance | None:
    """Measure how evenly the talk is spread.

    Parameters
    ----------
    chars : list of int
        Characters of each speaker; who said nothing is left out.

    Returns
    -------
    Balance or None
        None for fewer than two speakers: there is nothing to compare. Gini = Σ|xi−xj| / (2n²·mean) and normalised
        entropy = −Σ p ln p / ln n (Adeniran et al. 2019 use word counts so).

    Examples
    --------
    >>> balance([10, 10, 10, 10])
    Balance(speakers=4, top1=0.25, top3=0.75, gini=0.0, entropy=1.0)
    """
    values = np.sort(np.array([c for c in chars if c > 0], dtype=float))
    if len(values) < 2:
        return None
    share = values / values.sum()
    rank = np.arange(1, len(values) + 1)
    gini = float(((2 * rank - len(values) - 1) * share).sum() / len(values))
    entropy = float(-(share * np.log(share)).sum() / np.log(len(values)))
    return Balance(len(values), float(share[-1]), float(share[-3:].sum()), gini, entropy)


def find_moderator(names: list[str], turns: pd.DataFrame, sentences: pd.DataFrame) -> tuple[int | None, str]:
    """Infer who led the session from what people do.

    A point each for opening the session, for taking most turns and for asking most questions; two for handing the
    word on in at least three of ten own turns; two for a name that is the role itself (主持人).

    Parameters
    ----------
    names : list of str
        By speaker id.
    turns, sentences : DataFrame
        In order; `speaker_id`, `text` (folded), and `is_question` of sentences.

    Returns
    -------
    speaker_id : int or None
        None when nobody reaches three points or fewer than two people speak.
    reason : str
        What scored points, `name=count` pairs joined by `;`; empty when nobody was found.
    """
    if len(names) < 2 or turns.empty:
        return None, ""
    speakers = turns["speaker_id"].tolist()
    taken = Counter(speakers)
    questions = Counter(sentences["speaker_id"][sentences["is_question"].astype(bool)].tolist())
    calls = Counter(
        s for s, text in zip(speakers, turns["text"], strict=True) if _CALL.search(text[:400] + text[-200:])
    )
    most_turns, most_questions = max(taken.values()), max(questions.values(), default=0)

    def facts(speaker: int) -> dict[str, tuple[int, int]]:
        """Give points and count of what speaks for somebody."""
        count, called = taken[speaker], calls[speaker]
        found = {
            "opens": (int(speaker == speakers[0]), 1),
            "turns": (int(count == most_turns > 1), count),
            "questions": (int(questions[speaker] == most_questions > 0), questions[speaker]),
            "calls": (2 * (called >= 2 and called >= 0.3 * count), called),
            "label": (2 * bool(_MODERATOR_LABEL.search(simplify(names[speaker]))), 1),
        }
        return {fact: pair for fact, pair in found.items() if pair[0]}

    score = {speaker: sum(points for points, _ in facts(speaker).values()) for speaker in range(len(names))}
    best = max(score, key=lambda speaker: (score[speaker], calls[speaker]))
    if score[best] < _MIN_SCORE:
        return None, ""
    return best, ";".join(f"{fact}={count}" for fact, (_, count) in facts(best).items())


def speaker_table(
    names: list[str],
    affiliations: list[str | None],
    turns: pd.DataFrame,
    sentences: pd.DataFrame,
    words: Words,
    *,
    moderators: dict[int, str],
) -> pd.DataFrame:
    """Summarise each speaker.

    Parameters
    ----------
    names, affiliations : list
        By speaker id; an affiliation as written, or None.
    turns, sentences : DataFrame
        As in `analysis.tables`, in order.
    words : Words
        The words of the sentences.
    moderators : dict of int to str
        Speaker id to the reason why this person is a moderator.

    Returns
    -------
    DataFrame, shape (n_speakers, 17)
        The table `speakers`, by speaker id; `char_share` is 0 when nobody said a character.
    """
    chars, counted, questions = (Counter[int]() for _ in range(3))
    columns = (sentences[c].tolist() for c in ("speaker_id", "chars", "is_question"))
    real = words.sums(np.array([name.isalnum() for name in words.names], dtype=np.int64)).tolist()
    for speaker, n, asks, count in zip(*columns, real, strict=True):
        chars[speaker] += n
        questions[speaker] += asks
        counted[speaker] += count
    lengths, seconds = _turn_lengths(turns)
    total = sum(chars.values())
    rows = []
    for speaker, (name, affiliation) in enumerate(zip(names, affiliations, strict=True)):
        measured = seconds.get(speaker)
        who = (speaker, name, affiliation, *_home(name, affiliation))
        role = ("moderator" if speaker in moderators else "participant", moderators.get(speaker, ""))
        said = (len(lengths[speaker]), chars[speaker], counted[speaker], questions[speaker])
        longest, share = max(lengths[speaker], default=0), chars[speaker] / total if total else 0.0
        spoke = chars[speaker] * 60 / CHARS_PER_MINUTE if measured is None else measured
        rows.append((*who, *role, is_organisation(name), *said, longest, share, spoke, measured is None))
    return make_table("speakers", rows)


def _home(name: str, affiliation: str | None) -> tuple[str | None, str | None, str | None]:
    """Give somebody's organisation, province and city."""
    organisation = name if is_organisation(name) else find_organisation(affiliation)
    place = find_place(affiliation) if affiliation else find_place(organisation)
    return organisation, place.region, place.city


def _turn_lengths(turns: pd.DataFrame) -> tuple[dict[int, list[int]], dict[int, float]]:
    """Characters of each turn, and seconds where every turn of a speaker has a start and an end, by speaker."""
    lengths: dict[int, list[int]] = defaultdict(list)
    seconds: dict[int, float] = {}
    columns = (turns[c].tolist() for c in ("speaker_id", "chars", "start_s", "end_s"))
    timeless = set()
    for speaker, chars, start, end in zip(*columns, strict=True):
        lengths[speaker].append(chars)
        if start is None or end is None or not end >= start:
            timeless.add(speaker)
        else:
            seconds[speaker] = seconds.get(speaker, 0.0) + end - start
    return lengths, {s: v for s, v in seconds.items() if s not in timeless}


def exchanges(turns: pd.DataFrame, challenges: pd.DataFrame, advice: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Count who spoke right after whom, and whose advice answered whose challenge.

    Parameters
    ----------
    turns, challenges, advice, links : DataFrame
        As in `analysis.tables`.

    Returns
    -------
    DataFrame, shape (n_pairs, 4)
        The table `exchanges`: `reply` from the one who spoke to the one before; `advice` from the adviser to the one
        with the challenge, asserted links only. Kinds in this order, then by ids.
    """
    speakers = turns["speaker_id"].tolist()
    replies = Counter(zip(speakers[1:], speakers[:-1], strict=True))
    raised = dict(zip(challenges["challenge_id"], challenges["speaker_id"], strict=True))
    advised = dict(zip(advice["advice_id"], advice["speaker_id"], strict=True))
    helped = Counter(
        (advised[a], raised[c])
        for c, a, rank in zip(links["challenge_id"], links["advice_id"], links["rank"], strict=True)
        if rank == 1
    )
    rows = [(a, b, "reply", n) for (a, b), n in sorted(replies.items())]
    return make_table("exchanges", rows + [(a, b, "advice", n) for (a, b), n in sorted(helped.items())])
