"""Write a fine-tuned encoder as the files that the product runs; needs onnx and torch."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from analysis.encoder.model import GRAPH, WORDS
from analysis.encoder.readings import WIDTHS
from analysis.encoder.tokens import UNKNOWN, Tokens
from analysis.encoder.training.net import EPSILON, FROZEN, HEADS, Encoder
from analysis.encoder.windows import BUDGET

OPSET = 20
SMOOTH = 0.65  # how much of the inputs' unequal ranges the weights take over: eight bits then fit both


class _Graph:
    """Nodes and weights as they are added; `ranges` are those of the inputs of linear layers, by name."""

    def __init__(self, ranges: dict[str, np.ndarray]) -> None:
        self.ranges = ranges
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def add(self, kind: str, *inputs: str, name: str, **attributes: object) -> str:
        """Add a node; give the name of its output."""
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def keep(self, name: str, value: np.ndarray) -> str:
        """Add a weight; give its name."""
        self.weights.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Add a layer of weights (out, in); where its input's range is known, both are brought closer to each other."""
        if name in self.ranges:
            wide = np.maximum(np.abs(weight).max(axis=0), 1e-4)
            scale = np.maximum(self.ranges[name], 1e-3) ** SMOOTH / wide ** (1 - SMOOTH)
            scale = (scale / np.exp(np.log(scale).mean())).astype(np.float32)
            x = self.add("Mul", x, self.keep(name + ".smooth", 1 / scale), name=name + ".smoothed")
            weight = weight * scale
        product = self.add("MatMul", x, self.keep(name + ".weight", weight.T), name=name + ".product")
        return self.add("Add", product, self.keep(name + ".bias", bias), name=name)

    def norm(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Add a layer normalisation."""
        kept = self.keep(name + ".weight", weight), self.keep(name + ".bias", bias)
        return self.add("LayerNormalization", x, *kept, name=name, axis=-1, epsilon=EPSILON)


def _layer(graph: _Graph, x: str, name: str, state: dict[str, np.ndarray]) -> str:
    """Add one layer of the encoder."""

    def both(part: str) -> tuple[str, np.ndarray, np.ndarray]:
        return f"{name}.{part}", state[f"{name}.{part}.weight"], state[f"{name}.{part}.bias"]

    _, weight, bias = both("qkv")
    hidden = weight.shape[1]
    scale = np.ones((3 * hidden, 1), dtype=np.float32)
    scale[:hidden] = (hidden // HEADS) ** -0.5  # the queries' share of the attention's scale
    qkv = graph.linear(x, f"{name}.qkv", weight * scale, bias * scale[:, 0])
    heads = graph.add("Reshape", qkv, "shape.heads", name=f"{name}.heads")
    turned = graph.add("Transpose", heads, name=f"{name}.turned", perm=[1, 2, 0, 3])
    q, k, v = (graph.add("Gather", turned, f"number.{at}", name=f"{name}.{n}", axis=0) for at, n in enumerate("qkv"))
    scores = graph.add("MatMul", q, graph.add("Transpose", k, name=f"{name}.kt", perm=[0, 2, 1]), name=f"{name}.scores")
    mixed = graph.add("MatMul", graph.add("Softmax", scores, name=f"{name}.share", axis=-1), v, name=f"{name}.mixed")
    flat = graph.add(
        "Reshape", graph.add("Transpose", mixed, name=f"{name}.back", perm=[1, 0, 2]), "shape.flat", name=f"{name}.flat"
    )
    out = graph.add("Add", x, graph.linear(flat, *both("ao")), name=f"{name}.sum1")
    x = graph.norm(out, *both("aln"))
    inner = graph.add("Gelu", graph.linear(x, *both("fi")), name=f"{name}.gelu")
    return graph.norm(graph.add("Add", x, graph.linear(inner, *both("fo")), name=f"{name}.sum2"), *both("oln"))


def _judge(graph: _Graph, x: str, state: dict[str, np.ndarray]) -> str:
    """Add the pooling of sentences and what is read of them."""
    score = graph.add(
        "Transpose", graph.linear(x, "attend", state["attend.weight"], state["attend.bias"]), name="row", perm=[1, 0]
    )
    bound = graph.add("Clip", score, "low", "high", name="bound")
    weight = graph.add("Mul", graph.add("Exp", bound, name="exp"), "member", name="weight")
    parts = []
    for name, share in (("mean", "member"), ("weighed", weight)):
        total = graph.add("ReduceSum", share, "axis", name=name + ".total", keepdims=1)
        parts.append(graph.add("Div", graph.add("MatMul", share, x, name=name + ".sum"), total, name=name))
    parts.append(graph.add("Gather", x, "last", name="end", axis=0))
    vector = graph.add("Concat", *parts, name="vector", axis=1)
    return graph.linear(vector, "readings", state["head.weight"], state["head.bias"])


def input_ranges(
    net: Encoder, windows: list[tuple[list[int], list[int]]], table: torch.Tensor
) -> dict[str, np.ndarray]:
    """Measure how far the inputs of each linear layer reach.

    Parameters
    ----------
    net : Encoder
        What `analysis.encoder.training.tuning.tune` gives.
    windows : list of tuple of (list of int, list of int)
        Rows and marks of the tokens of some windows that were trained on.
    table : Tensor, shape (n_pieces, width)
        The vector of each piece.

    Returns
    -------
    dict of str to ndarray
        The greatest absolute value of each input, by the name of the layer.
    """
    found: dict[str, torch.Tensor] = {}

    def watch(name: str) -> Callable:
        def look(_: nn.Module, inputs: tuple[torch.Tensor]) -> None:
            reach = inputs[0].abs().amax(0)
            found[name] = torch.maximum(found.get(name, reach), reach)

        return look

    layers = {n: part for n, part in net.named_modules() if n.startswith("layers") and isinstance(part, nn.Linear)}
    hooks = [part.register_forward_pre_hook(watch(name)) for name, part in layers.items()]
    with torch.no_grad():
        for rows, marks in windows:
            net.upper(net.lower(table[rows]), [len(rows)], torch.tensor(marks))
    for hook in hooks:
        hook.remove()
    return {name: reach.numpy() for name, reach in found.items()}


def float_graph(net: Encoder, ranges: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Lay the encoder out as an ONNX graph in single precision.

    Parameters
    ----------
    net : Encoder
        What `analysis.encoder.training.tuning.tune` gives.
    ranges : dict of str to ndarray
        What `input_ranges` gives.

    Returns
    -------
    ModelProto
        Inputs `states` (tokens, hidden), `marks` (tokens,) from 0 = none, `member` (sentences, tokens), `last`
        (sentences,); output `readings` (sentences, 76).
    """
    state = {name: value.detach().float().numpy() for name, value in net.state_dict().items()}
    hidden = state["mark"].shape[1]
    graph = _Graph(ranges)
    graph.keep("shape.heads", np.array([-1, 3, HEADS, hidden // HEADS]))
    graph.keep("shape.flat", np.array([-1, hidden]))
    for at in range(3):
        graph.keep(f"number.{at}", np.array(at))
    graph.keep("axis", np.array([1]))
    graph.keep("low", np.array(-20, dtype=np.float32))
    graph.keep("high", np.array(20, dtype=np.float32))
    kinds = graph.keep("kinds", np.concatenate([np.zeros((1, hidden), np.float32), state["mark"]]))
    x = graph.norm("states", "norm", state["norm.weight"], state["norm.bias"])
    for at in range(len(net.layers)):
        if at == FROZEN:
            x = graph.add("Add", x, graph.add("Gather", kinds, "marks", name="marked", axis=0), name="with.marks")
        x = _layer(graph, x, f"layers.{at}", state)
    _judge(graph, x, state)
    number, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("states", real, ["tokens", hidden]),
        helper.make_tensor_value_info("marks", number, ["tokens"]),
        helper.make_tensor_value_info("member", real, ["sentences", "tokens"]),
        helper.make_tensor_value_info("last", number, ["sentences"]),
    ]
    output = helper.make_tensor_value_info("readings", real, ["sentences", sum(WIDTHS.values())])
    made = helper.make_graph(graph.nodes, "encoder", inputs, [output], graph.weights)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)


def write_graph(net: Encoder, ranges: dict[str, np.ndarray], folder: Path) -> None:
    """Write the encoder in whole numbers of eight bits, a scale for each column.

    Parameters
    ----------
    net : Encoder
        What `analysis.encoder.training.tuning.tune` gives.
    ranges : dict of str to ndarray
        What `input_ranges` gives.
    folder : Path
        Gets `encoder.onnx`.
    """
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "float.onnx"
        onnx.save(float_graph(net, ranges), whole)
        quantize_dynamic(
            whole,
            folder / GRAPH,
            per_channel=True,
            reduce_range=True,  # processors without VNNI add pairs in 16 bits: eight-bit weights would overflow there
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=["attend.product", "readings.product"],
        )


def write_words(net: Encoder, tokens: Tokens, folder: Path) -> None:
    """Write the tokenizer and the vectors of pieces and places.

    Parameters
    ----------
    net : Encoder
        Its vectors of places are taken.
    tokens : Tokens
        The tokenizer; its vectors stay in four bits, as they were published.
    folder : Path
        Gets `encoder.npz`.
    """
    pieces = ["", "", "", *tokens.row]
    scores = np.array([0.0] * (UNKNOWN + 1) + list(tokens.score.values()), dtype=np.float32)
    np.savez_compressed(
        folder / WORDS,
        pieces=np.frombuffer("\n".join(pieces).encode(), dtype=np.uint8),
        folded=np.array(list(tokens.folded), dtype=np.uint32),
        folded_to=np.array(list(tokens.folded.values()), dtype=np.str_),
        scores=scores,
        codes=tokens.codes,
        scales=tokens.scales,
        place=net.place[:BUDGET].detach().numpy().astype(np.float16),
    )
