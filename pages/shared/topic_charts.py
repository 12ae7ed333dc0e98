"""Charts of the topics page: tables in, plotly figures out, as in `charts`."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from pages.shared.charts import HALF_PX, PALETTE, clipped, framed, legend_above, width

QUIET = "#8A8F94"  # of what has no topic, and of the rest that something is compared with
_BESIDE = {"top": "top center", "bottom": "bottom center", "right": "middle right", "left": "middle left"}
_NARROWEST = 0.008  # of the session: a turn of a few words is still seen and clicked


def label_width(text: str) -> int:
    """Tell how many pixels a label of a chart takes."""
    return HALF_PX * width(clipped(text))


def topic_colors(ids: list[int]) -> dict[int, str]:
    """Give each topic a colour that no other has; those past the palette, the smallest ones, share the quiet one.

    The values are placeholders, as those of `charts.colors`.
    """
    return {topic: f"#0000{1 + place:02d}" if place < PALETTE else QUIET for place, topic in enumerate(ids)}


def along(
    rows: list[tuple[int, float, float, float, list, str]],
    *,
    labels: list[str],
    colors: list[str],
    total: float,
    x_title: str,
) -> go.Figure:
    """Draw where in the session each topic is spoken of, one row a topic; a click gives the key.

    `rows` are row, start, length, strength (0-1), key, hover: the stronger, the more of its turn is on the topic.
    """
    bar = go.Bar(
        x=[max(row[2], _NARROWEST * total) for row in rows],
        base=[row[1] for row in rows],
        y=[row[0] for row in rows],
        orientation="h",
        marker={"color": [colors[row[0]] for row in rows], "opacity": [0.3 + 0.7 * row[3] for row in rows]},
        customdata=[row[4] for row in rows],
        hovertext=[escape(row[5], quote=False) for row in rows],
        hoverinfo="text",
    )
    figure = framed(go.Figure(bar), rows=len(labels), x_title=x_title)
    figure.update_xaxes(range=[0, total], tickformat="d")
    return figure.update_yaxes(
        type="linear",
        tickmode="array",
        tickvals=list(range(len(labels))),
        ticktext=[clipped(label, 12) for label in labels],
    )


def versus(
    terms: list[str], sides: list[tuple[str, list[float], list[str], list[str]]], *, faint: list[bool], x_title: str
) -> go.Figure:
    """Draw two bars a term, one for each side; a click gives the number of the side and the term.

    `sides` are name, values, texts behind the bars, hovers; `faint` bars stand on few words.
    """
    figure = go.Figure()
    for number, (name, values, texts, hovers) in enumerate(sides):
        figure.add_bar(
            x=values,
            y=list(range(len(terms))),
            orientation="h",
            name=clipped(name, 16),
            marker={"color": ("#000001", QUIET)[number], "opacity": [0.45 if pale else 1 for pale in faint]},
            customdata=[[number, term] for term in terms],
            hovertext=[escape(hover, quote=False) for hover in hovers],
            hoverinfo="text",
            text=[escape(text, quote=False) for text in texts],
            textposition="outside",
            textangle=0,
            cliponaxis=False,
        )
    framed(figure, rows=len(terms), x_title=x_title)
    legend_above(figure)
    figure.update_layout(barmode="group", height=110 + 40 * len(terms), margin={"r": 48}, legend_traceorder="normal")
    return figure.update_yaxes(
        type="linear",
        tickmode="array",
        tickvals=list(range(len(terms))),
        ticktext=[clipped(term) for term in terms],
    )


def circles(counts: list[int]) -> list[float]:
    """Give the diameter in pixels of each term's circle in `web`."""
    return [10 + 22 * (count / max(counts)) ** 0.5 for count in counts]


def web(
    nodes, edges, *, sides: list[str], colors: list[str], node_hover: list[str], edge_hover: list[str], height: int
) -> go.Figure:
    """Draw terms and the lines between those said together; a click gives one term, or the two of a line.

    A line tells nobody of a click, so a dot in its middle does. `sides` tells where each term's name stands.
    """
    at = dict(zip(nodes["term"], zip(nodes["x"], nodes["y"], strict=True), strict=True))
    ends = [(at[one], at[other]) for one, other in zip(edges["term"], edges["other"], strict=True)]
    figure = go.Figure(_lines(edges["sentences"].tolist(), ends))
    figure.add_scatter(
        x=[(a[0] + b[0]) / 2 for a, b in ends],
        y=[(a[1] + b[1]) / 2 for a, b in ends],
        mode="markers",
        marker={"size": 7, "color": QUIET},
        customdata=list(map(list, zip(edges["term"], edges["other"], strict=True))),
        hovertext=[escape(hover, quote=False) for hover in edge_hover],
        hoverinfo="text",
    )
    figure.add_scatter(
        x=nodes["x"],
        y=nodes["y"],
        mode="markers+text",
        marker={"size": circles(nodes["count"].tolist()), "color": colors, "opacity": 1},
        text=[clipped(term) for term in nodes["term"]],
        textposition=[_BESIDE[side] for side in sides],
        customdata=[[term] for term in nodes["term"]],
        hovertext=[escape(hover, quote=False) for hover in node_hover],
        hoverinfo="text",
    )
    margin = {"l": 4, "r": 4, "t": 4, "b": 4}
    figure.update_layout(height=height, margin=margin, showlegend=False, dragmode=False)
    figure.update_xaxes(visible=False, range=[-0.1, 1.1], fixedrange=True)
    return figure.update_yaxes(visible=False, range=[-0.06, 1.12], fixedrange=True)


def _lines(weights: list[int], ends: list) -> list[go.Scatter]:
    """Draw lines, those of one weight as one trace, for a trace has one width."""
    traces = []
    for weight in sorted(set(weights)):
        mine = [pair for pair, each in zip(ends, weights, strict=True) if each == weight]
        traces.append(
            go.Scatter(
                x=[x for a, b in mine for x in (a[0], b[0], None)],
                y=[y for a, b in mine for y in (a[1], b[1], None)],
                mode="lines",
                line={"color": QUIET, "width": 5 * (weight / max(weights))},
                opacity=0.55,
                hoverinfo="skip",
            )
        )
    return traces
