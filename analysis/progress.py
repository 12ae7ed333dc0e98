"""What long work tells of itself: the stages of `build`, and how far each is."""

from __future__ import annotations

from collections.abc import Callable

# in order; the number is about how many hundredths of the time a stage takes, with the encoder in "ledger"
STAGES: dict[str, int] = {"read": 5, "sentences": 10, "ledger": 65, "topics": 10, "write": 10}

Report = Callable[[str, float], None]  # a key of STAGES, and the share (0-1) of that stage that is done


def silent(stage: str, share: float) -> None:
    """Tell nobody.

    Parameters
    ----------
    stage : str
        A key of `STAGES`.
    share : float
        How much of it is done, 0-1.
    """


def done_share(stage: str, share: float) -> float:
    """Say how much of the whole is done.

    Parameters
    ----------
    stage : str
        The key of `STAGES` that is under way.
    share : float
        How much of it is done, 0-1.

    Returns
    -------
    float
        Between 0 and 1.

    Examples
    --------
    >>> done_share("read", 0.0), done_share("ledger", 0.5), done_share("write", 1.0)
    (0.0, 0.475, 1.0)
    """
    names = list(STAGES)
    before = sum(STAGES[name] for name in names[: names.index(stage)])
    return (before + share * STAGES[stage]) / sum(STAGES.values())
