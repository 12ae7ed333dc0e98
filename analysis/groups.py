"""How much each region or organisation says, against what its people would say if all said the same."""

from __future__ import annotations

import pandas as pd

LENSES = ("region", "organisation")


def group_shares(speaking: pd.DataFrame, lens: str) -> pd.DataFrame:
    """Share out the talk over groups of speakers.

    Parameters
    ----------
    speaking : DataFrame
        As `analysis.views.speaking` gives it: who says anything.
    lens : str
        One of `LENSES`.

    Returns
    -------
    DataFrame
        `group` (an empty text where it is unknown), `speakers`, `chars`, `char_share` (0-1 of all characters),
        `expected_share` (0-1: its speakers ÷ all speakers), `ratio` (observed ÷ expected; 1 where the group says as
        much as its number of people), in the order of `char_share`, the unknown last.
    """
    table = speaking.assign(group=speaking[lens].fillna("")).groupby("group", as_index=False)
    table = table.agg(speakers=("speaker_id", "size"), chars=("chars", "sum"))
    table["char_share"] = table["chars"] / max(1, int(table["chars"].sum()))
    table["expected_share"] = table["speakers"] / max(1, int(table["speakers"].sum()))
    table["ratio"] = table["char_share"] / table["expected_share"]
    ordered = table.assign(unknown=table["group"] == "").sort_values(
        ["unknown", "char_share", "group"], ascending=[True, False, True], ignore_index=True
    )
    return ordered.drop(columns="unknown")
