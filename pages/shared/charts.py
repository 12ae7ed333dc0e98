"""Tables in, plotly figures out; no figure knows of Streamlit, no table is edited."""

from __future__ import annotations

from html import escape
from unicodedata import east_asian_width

import plotly.graph_objects as go

PALETTE = 10
ROW_PX = 30
CHAPTER_CHARS = 23  # Han characters that all the strip has room for on a laptop
STRIP_PX = 22  # of a row in the strip, so that a dozen speakers and what follows fit a laptop's screen
COMPACT_PX = 23
HALF_PX = 7  # half a Han character of the text behind a bar


def colors(ids: list[int]) -> dict[int, str]:
    """Give each speaker a colour that stays, whatever is filtered.

    The values are plotly placeholders that Streamlit's front end replaces by the theme's palette, light or dark.
    """
    return {speaker: f"#0000{1 + place % PALETTE:02d}" for place, speaker in enumerate(ids)}


def width(text: str) -> int:
    """Tell how wide a text is drawn, in halves of a Han character."""
    return sum(1 + (east_asian_width(character) in "WF") for character in text)


def clipped(text: str, chars: int = 9) -> str:
    """Shorten a label to the room of some Han characters and make it inert: plotly would read tags in it."""
    kept = text
    while width(kept) > 2 * chars - 2 * (kept != text):  # the dots take the room of one
        kept = kept[:-1]
    return escape(kept if kept == text else kept + "…", quote=False)


def framed(figure: go.Figure, *, rows: int, x_title: str = "") -> go.Figure:
    """Give a figure of horizontal rows its height and quiet axes."""
    figure.update_layout(
        height=64 + ROW_PX * max(1, rows),
        margin={"l": 8, "r": 24, "t": 8, "b": 40},
        showlegend=False,
        bargap=0.28,
        dragmode=False,
        hoverlabel={"align": "left"},
    )
    figure.update_xaxes(title=x_title, rangemode="tozero", fixedrange=True, zeroline=False)
    figure.update_yaxes(type="category", autorange="reversed", automargin=True, fixedrange=True, title="")
    return figure


def bars(
    names: list[str],
    values: list[float],
    keys: list,
    *,
    x_title: str,
    hover: list[str],
    bar_colors: list[str] | str = "#000001",
    texts: list[str] | None = None,
    percent: bool = False,
) -> go.Figure:
    """Draw one horizontal bar a name; a click gives its key."""
    places = list(range(len(names)))
    bar = go.Bar(
        x=values,
        y=places,
        orientation="h",
        marker_color=bar_colors,
        customdata=[[key] for key in keys],
        hovertext=[escape(h, quote=False) for h in hover],
        hoverinfo="text",
        text=[escape(x, quote=False) for x in texts] if texts else None,
        textposition="outside",
        textangle=0,
        cliponaxis=False,
    )
    figure = framed(go.Figure(bar), rows=len(names), x_title=x_title)
    figure.update_yaxes(type="linear", tickmode="array", tickvals=places, ticktext=[clipped(n) for n in names])
    # room at the right for the text behind the longest bar, however wide the screen
    room = HALF_PX * max(map(width, texts or []), default=0)
    figure.update_layout(margin={"r": 24 + room})
    figure.update_xaxes(range=[0, max(values, default=1)], tickformat=".0%" if percent else "d")
    return figure


def compact(figure: go.Figure) -> go.Figure:
    """Give bars that have their numbers beside them less height, and no axis to read the numbers from."""
    figure.update_xaxes(showticklabels=False, showgrid=False, title="")
    rows = len(figure.data[0].y)
    return figure.update_layout(height=16 + COMPACT_PX * rows, margin={"t": 4, "b": 4})


def squares(
    columns: list[str],
    rows: list[str],
    cells: list[tuple[int, int, float, list, str]],
    *,
    texts: list[str] | None = None,
    marker: dict | None = None,
) -> go.Figure:
    """Draw a matrix of squares, the larger the more; a click gives the cell's key.

    `cells` are column, row, value, key, hover; `texts` stand in the squares instead of the values, `marker` tells more
    of how they look. Squares and not a heat map, for a heat map tells nobody of a click.
    """
    most = max((cell[2] for cell in cells), default=1) or 1
    sizes = [14 + 14 * (cell[2] / most) ** 0.5 for cell in cells]
    look = {"symbol": "square", "size": sizes, "color": "#000001", "opacity": 0.35}
    scatter = go.Scatter(
        x=[cell[0] for cell in cells],
        y=[cell[1] for cell in cells],
        mode="markers+text",
        marker=look | (marker or {}),
        text=texts or [f"{cell[2]:g}" for cell in cells],
        customdata=[cell[3] for cell in cells],
        hovertext=[escape(cell[4], quote=False) for cell in cells],
        hoverinfo="text",
    )
    return _matrix(go.Figure(scatter), columns, rows)


def _matrix(figure: go.Figure, columns: list[str], rows: list[str]) -> go.Figure:
    """Name the columns, above, and the rows of a figure."""
    framed(figure, rows=0)
    figure.update_layout(height=100 + 36 * len(rows), margin={"t": 84, "b": 8})
    figure.update_xaxes(
        side="top",
        tickmode="array",
        tickvals=list(range(len(columns))),
        ticktext=[clipped(c, 7) for c in columns],
        range=[-0.6, len(columns) - 0.4],
        tickangle=-60,  # names of neighbouring columns do not touch, on a phone neither
        showgrid=False,
    )
    figure.update_yaxes(
        type="linear",
        tickmode="array",
        tickvals=list(range(len(rows))),
        ticktext=[clipped(r, 12) for r in rows],
        range=[len(rows) - 0.4, -0.6],
        autorange=False,
        showgrid=True,
    )
    return figure


def strip(
    timeline,
    marks,
    *,
    colors: dict[int, str],
    hover: list[str],
    mark_hover: list[str],
    names: dict[str, str],
    x_title: str,
    inks: tuple[str, str],
    chapters: list[tuple[int, int, str, str, int]],
) -> go.Figure:
    """Draw who spoke when, one row a speaker, with marks where challenges and advice were voiced, under the chapters.

    A click on a bar gives `["turn", id]`, on a mark `[kind, sentence id]`, on a chapter `["chapter", id]`. Marks are
    drawn in `inks`, text colour and background, for the palette's colours are the speakers'. `chapters` are start and
    length in characters, title, hover and id; none, or one alone, draws no row of them.
    """
    speakers = list(dict.fromkeys(timeline["speaker_id"].tolist()))
    row = {speaker: place for place, speaker in enumerate(speakers)}
    label = dict(zip(timeline["speaker_id"], timeline["name"], strict=True))
    figure = go.Figure(_turns(timeline, row, colors, hover))
    for kind, symbol, shift in (("challenge", "triangle-up", 0.28), ("advice", "circle", -0.28)):
        of_kind = marks[marks["kind"] == kind]
        texts = [mark_hover[i] for i in of_kind.index]
        heights = [row[s] + shift for s in of_kind["speaker_id"]]
        figure.add_trace(_marks(of_kind, heights, texts, name=names[kind], symbol=symbol, inks=inks))
    framed(figure, rows=0, x_title=x_title)
    legend_above(figure)
    if len(chapters) > 1:
        figure.add_trace(_chapters(chapters, ink=inks[0]))
    lines = len(speakers) + (len(chapters) > 1)
    small = {"mode": "hide", "minsize": 11}  # a title without room for it is left to the hover
    figure.update_layout(barmode="overlay", height=78 + STRIP_PX * lines, margin={"t": 24, "b": 36}, uniformtext=small)
    figure.update_xaxes(range=[0, int((timeline["start_chars"] + timeline["chars"]).max())], tickformat="d")
    for start, *_ in chapters[1:]:
        figure.add_vline(x=start, line={"width": 1, "color": inks[0], "dash": "dot"}, opacity=0.5, layer="below")
    return figure.update_yaxes(
        type="linear", tickmode="array", tickvals=list(row.values()), ticktext=[clipped(label[s]) for s in speakers]
    )


def _chapters(chapters: list[tuple[int, int, str, str, int]], *, ink: str) -> go.Bar:
    starts, lengths, titles, hovers, ids = zip(*chapters, strict=True)
    return go.Bar(
        x=lengths,
        base=starts,
        y=[-1.2] * len(chapters),
        width=1.3,  # a title's height
        orientation="h",
        marker={"color": ink, "opacity": 0.14, "line": {"width": 1, "color": ink}},
        text=[
            clipped(title, max(1, CHAPTER_CHARS * length // sum(lengths)))
            for title, length in zip(titles, lengths, strict=True)
        ],
        textposition="inside",
        insidetextanchor="start",
        textangle=0,
        customdata=[["chapter", chapter] for chapter in ids],
        hovertext=[escape(h, quote=False) for h in hovers],
        hoverinfo="text",
        showlegend=False,
    )


def _turns(timeline, row: dict[int, int], colors: dict[int, str], hover: list[str]) -> go.Bar:
    return go.Bar(
        x=timeline["chars"],
        base=timeline["start_chars"],
        y=[row[s] for s in timeline["speaker_id"]],
        orientation="h",
        marker_color=[colors[s] for s in timeline["speaker_id"]],
        customdata=[["turn", int(t)] for t in timeline["turn_id"]],
        hovertext=[escape(h, quote=False) for h in hover],
        hoverinfo="text",
        opacity=0.75,
        showlegend=False,
    )


def _marks(
    marks, heights: list[float], texts: list[str], *, name: str, symbol: str, inks: tuple[str, str]
) -> go.Scatter:
    ink, paper = inks
    return go.Scatter(
        x=marks["at_chars"],
        y=heights,
        mode="markers",
        name=name,
        marker={"symbol": symbol, "size": 11, "color": ink, "line": {"width": 1.5, "color": paper}},
        customdata=[[kind, int(s)] for kind, s in zip(marks["kind"], marks["sentence_id"], strict=True)],
        hoverinfo="text",
        hovertext=[escape(text, quote=False) for text in texts],
    )


def legend_above(figure: go.Figure) -> None:
    """Put the legend over the figure."""
    legend = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0}
    figure.update_layout(showlegend=True, legend=legend, margin={"t": 34})


def stacked(
    rows: list[tuple[str, list, float, str, str]],
    *,
    names: list[str],
    x_title: str,
    part_colors: list[str] | None = None,
) -> go.Figure:
    """Draw stacked horizontal bars; rows are name, key, value, part, hover; a click gives the key.

    Without `part_colors`, in the order in which parts come first, the first two of the palette are taken.
    """
    place = {name: n for n, name in enumerate(names)}
    figure = go.Figure()
    for number, part in enumerate(dict.fromkeys(row[3] for row in rows)):
        mine = [row for row in rows if row[3] == part and row[2]]
        figure.add_bar(
            x=[row[2] for row in mine],
            y=[place[row[0]] for row in mine],
            orientation="h",
            name=part,
            marker_color=(part_colors or ["#000001", "#000002"])[number],
            customdata=[row[1] for row in mine],
            hovertext=[escape(row[4], quote=False) for row in mine],
            hoverinfo="text",
        )
    framed(figure, rows=len(names), x_title=x_title)
    legend_above(figure)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(dtick=1 if max((row[2] for row in rows), default=0) < 12 else None)
    figure.update_yaxes(
        type="linear", tickmode="array", tickvals=list(place.values()), ticktext=[clipped(n, 12) for n in names]
    )
    return figure
