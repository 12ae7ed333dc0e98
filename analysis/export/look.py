"""What all files look like: colours, fonts, measures."""

from __future__ import annotations

# Windows and Office for the Mac both bring it; a machine without it takes its own Chinese font.
TYPEFACE = "Microsoft YaHei"
INK, SOFT, LINE, PAPER, SHADE = "#111518", "#50585C", "#C9CBC5", "#FFFFFF", "#F3F3EE"
ACCENT = "#0F5F6B"
OPEN = "#B35806"  # a challenge without an answer
# the light theme's, in .streamlit/config.toml
PALETTE = (
    "#0072B2", "#C44E00", "#007F5F", "#B0467F", "#8A6D00",
    "#332288", "#CC3311", "#5E7A1F", "#882255", "#3E7CA8",
)  # fmt: skip


def color_of(place: int) -> str:
    """Give the colour of a speaker or topic by its id, the same as on the pages.

    Parameters
    ----------
    place : int
        The id, from 0.

    Returns
    -------
    str
        As `#RRGGBB`.
    """
    return PALETTE[place % len(PALETTE)]
