"""What the models of the encoder have in common: how meetings are laid out, learned from and read; needs torch."""

from __future__ import annotations

import copy
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from analysis.encoder import marks_of
from analysis.encoder.model import GRAPH, Reader, network_of, read
from analysis.encoder.readings import WIDTHS
from analysis.encoder.tokens import Tokens, cut
from analysis.encoder.training.export import input_ranges, write_graph
from analysis.encoder.training.net import Encoder
from analysis.encoder.training.relating import relate
from analysis.encoder.training.source import Source
from analysis.encoder.training.targets import truth_of
from analysis.encoder.training.tuning import Lesson, Stage, Window, frozen_windows, tune
from analysis.encoder.windows import BUDGET, LONGEST, joined, runs
from analysis.ledger.training.gold import Meeting


def say(text: str) -> None:
    """Write a line of progress.

    Parameters
    ----------
    text : str
        The line.
    """
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _marks(meeting: Meeting) -> list[int]:
    """Say what the encoder is told of each sentence beyond its words."""
    return marks_of(meeting.talk.turn.tolist(), meeting.talk.moderator.tolist())


def lesson_of(meeting: Meeting, tokens: Tokens) -> Lesson:
    """Lay an annotated meeting out for the encoder.

    Parameters
    ----------
    meeting : Meeting
        As `analysis.ledger.training.gold.read_meeting` gives it.
    tokens : Tokens
        The tokenizer.

    Returns
    -------
    Lesson
        Its sentences and what each carries.
    """
    rows = [cut(text, tokens)[:LONGEST] for text in meeting.talk.texts]
    return Lesson(rows, _marks(meeting), truth_of(meeting))


@dataclass(frozen=True)
class Course:
    """Meetings to learn from: `epochs` hold the windows of each, cut otherwise in each epoch."""

    meetings: list[Meeting]
    lessons: list[Lesson]
    epochs: list[list[list[Window]]]

    def pick(self, ins: list[int]) -> Course:
        """Take some of the meetings.

        Parameters
        ----------
        ins : list of int
            Their numbers.

        Returns
        -------
        Course
            Of those alone.
        """
        epochs = [[made[at] for at in ins] for made in self.epochs]
        return Course([self.meetings[at] for at in ins], [self.lessons[at] for at in ins], epochs)


@dataclass(frozen=True)
class School:
    """What all models have in common; models that are done are kept in `work`."""

    source: Source
    tokens: Tokens
    table: torch.Tensor
    lower: Encoder
    work: Path

    def course(self, meetings: list[Meeting], stage: Stage, seed: int) -> Course:
        """Lay annotated meetings out.

        Parameters
        ----------
        meetings : list of Meeting
            What is to be learned from.
        stage : Stage
            For as many epochs as it has.
        seed : int
            Of the cuts into windows.

        Returns
        -------
        Course
            All of them.
        """
        lessons = [lesson_of(meeting, self.tokens) for meeting in meetings]
        epochs = [frozen_windows(self.lower, lessons, self.table, seed=seed + at) for at in range(stage.epochs)]
        return Course(meetings, lessons, epochs)

    def model(self, name: str, course: Course, stage: Stage, seed: int, base: Encoder | None = None) -> Encoder:
        """Train a model, or take it from where it was kept.

        Parameters
        ----------
        name : str
            Of its file.
        course : Course
            What to learn from.
        stage : Stage
            How.
        seed : int
            Of everything random.
        base : Encoder, optional
            Where it starts; without it, from the published weights.

        Returns
        -------
        Encoder
            In single precision.
        """
        torch.manual_seed(seed)
        net = copy.deepcopy(base) if base else Encoder(self.source)
        held = self.work / f"{name}.pt"
        if held.is_file():
            net.load_state_dict(torch.load(held, weights_only=True))
            return net
        say(f"{name}: {len(course.meetings)} meetings")
        windows = [[window for meeting in made for window in meeting] for made in course.epochs]
        tune(net, windows, stage, seed=seed, say=lambda text: say(f"{name}: {text}"))
        if base is None:
            relate(net, course.meetings, course.epochs[0], seed=seed)
        torch.save(net.state_dict(), held)
        return net

    def readings(self, net: Encoder, learned: Course, meetings: list[Meeting]) -> dict[str, np.ndarray]:
        """Read meetings as the product would.

        Parameters
        ----------
        net : Encoder
            A trained one.
        learned : Course
            What it learned from.
        meetings : list of Meeting
            What it is to read.

        Returns
        -------
        dict of str to ndarray
            Fields of `Readings` by `<stem>.<field>`.
        """
        ranges = input_ranges(net, sample(learned.lessons), self.table)
        with tempfile.TemporaryDirectory() as place:
            write_graph(net, ranges, Path(place))
            network = network_of((Path(place) / GRAPH).read_bytes())
        reader, out = Reader(self.tokens, net.place[:BUDGET].detach().numpy(), network), {}
        for meeting in meetings:
            found = read(meeting.talk.texts, _marks(meeting), reader)
            for name in WIDTHS:
                kind = np.float32 if name == "kinds" else np.float16  # the others need no more
                out[f"{meeting.stem}.{name}"] = getattr(found, name).astype(kind)
        return out


def sample(lessons: list[Lesson]) -> list[tuple[list[int], list[int]]]:
    """Take two windows of each meeting.

    Parameters
    ----------
    lessons : list of Lesson
        Meetings that were trained on.

    Returns
    -------
    list of tuple of (list of int, list of int)
        Rows and marks of their tokens.
    """
    rng, out = np.random.default_rng(0), []
    for lesson in lessons:
        spans = runs([len(rows) for rows in lesson.rows])
        for a, b in (spans[i] for i in rng.permutation(len(spans))[:2]):
            out.append(joined(lesson.rows[a:b], lesson.marks[a:b])[:2])
    return out
