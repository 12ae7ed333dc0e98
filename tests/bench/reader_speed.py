"""Time the readers, family by family, on long transcripts made up here.

    python -m tests.bench.reader_speed [--size 4]

`--size` is in MB of the file for the text formats. Seconds are processor time, so that other work on the machine
weighs little; memory is what the reading process grew by at its peak, in multiples of the file. Lists and libraries
are loaded before the clock starts. A PDF is read in a process of its own; it is read in this one here.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator

from analysis.readers import pdf_file, read_bytes
from tests.office import excel, word
from tests.pdf_writer import laid_out

NAMES = ("王静", "李明", "欧阳一帆", "Tang FANG")
SAID = (
    "我们有三点看法，工具太大，孩子拿不动，比例是一半对一半。",
    "好的，时间定在 12:30，周四中午之前把名单给厨房。",
    "原因有两个：一是潮，二是没换巢脾。另外 the boxes 都到了吗？",
)
LEAST_SPEED, MOST_MEMORY = 2.0, 10.0  # MB/s of a text format; times the file
Turn = tuple[int, str, str]


def clock(second: int, point: str = "") -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}" + (f"{point}000" if point else "")


def talk(turns: int) -> Iterator[Turn]:
    for number in range(turns):
        yield number * 4, NAMES[number * 7 // 3 % len(NAMES)], SAID[number % len(SAID)]


def joined(line: Callable[[int, str, str], str], head: str = "") -> Callable[[list[Turn]], bytes]:
    return lambda turns: (head + "".join(line(*turn) for turn in turns)).encode()


def segments(turns: list[Turn], unit: int) -> list[dict]:
    return [{"start": s * unit, "end": (s + 3) * unit, "text": said, "speaker": name} for s, name, said in turns]


def whisperx(turns: list[Turn]) -> bytes:
    items = segments(turns, 1)
    for item in items:
        item["words"] = [{"word": each, "start": 0.5, "end": 0.7, "score": 0.9} for each in item["text"]]
    return json.dumps({"segments": items, "word_segments": []}, ensure_ascii=False).encode()


def arrow(point: str) -> Callable[[int], str]:
    return lambda second: f"{clock(second, point)} --> {clock(second + 3, point)}"


FAMILIES: dict[str, Callable[[list[Turn]], bytes]] = {
    "proceedings.txt": joined(lambda _, n, t: f"{n}：\n{t}\n"),
    "inline.txt": joined(lambda _, n, t: f"{n}：{t}\n"),
    "feishu.txt": joined(lambda s, n, t: f"{n} {clock(s, '.')} \n{t}\n\n", "关键词:\n夏令营\n\n"),
    "tencent.txt": joined(lambda s, n, t: f"{n}({clock(s)}):\n{t}\n\n"),
    "iflyrec.txt": joined(lambda s, n, t: f"说话人{len(n)} {clock(s)}\n{t}\n\n"),
    "dingtalk.txt": joined(lambda s, n, t: f"[{clock(s)}] {n}：{t}\n"),
    "zoom_caption.txt": joined(lambda s, n, t: f"[{n}] {clock(s % 80_000)}\n{t}\n\n"),
    "gmeet.txt": joined(lambda s, n, t: f"{clock(s)}\n\n{n}: {t}\n", "会议 - Transcript\n"),
    "otter.txt": joined(lambda s, n, t: f"{n}  {clock(s)}  \n{t}\n\n"),
    "whisperx.txt": joined(lambda _, n, t: f"[SPEAKER_0{len(n) % 4}]: {t}\n"),
    "fathom.txt": joined(lambda s, n, t: f"{clock(s)} - {n} (学校)\n  {t}\n\n"),
    "questions.txt": joined(lambda s, _, t: f"{'问答'[s // 4 % 2]}：{t}\n"),
    "talk.srt": joined(lambda s, n, t: f"{s // 4 + 1}\n{arrow(',')(s)}\n{n}：{t}\n\n"),
    "zoom.vtt": joined(lambda s, n, t: f"{s // 4 + 1}\n{arrow('.')(s)}\n{n}: {t}\n\n", "WEBVTT\n\n"),
    "teams.vtt": joined(lambda s, n, t: f"guid/{s}-0\n{arrow('.')(s)}\n<v {n}>{t}</v>\n\n", "WEBVTT\n\n"),
    "whisperx.json": whisperx,
    "funasr.json": lambda turns: json.dumps([{"sentence_info": segments(turns, 1000)}], indent=1).encode(),
    "convokit.jsonl": joined(lambda s, n, t: json.dumps({"id": str(s), "speaker": n, "text": t}) + "\n"),
    "talk.csv": joined(lambda s, n, t: f'{n},{clock(s)},"{t}"\n', "发言人,开始时间,内容\n"),
    "whisper.tsv": joined(lambda s, _, t: f"{s * 1000}\t{s * 1000 + 900}\t{t}\n", "start\tend\ttext\n"),
    "talk.docx": lambda turns: word(f"{name}({clock(second)}): {said}" for second, name, said in turns),
    "talk.xlsx": lambda turns: excel([("发言人", "开始时间", "内容"), *((n, clock(s), t) for s, n, t in turns)]),
    "talk.pdf": lambda turns: laid_out([f"{name}({clock(second)}): {said}" for second, name, said in turns]),
}
SMALL = {".docx": 4_000, ".xlsx": 10_000, ".pdf": 400}  # turns


def measured(data: bytes, name: str, turns: int) -> tuple[float, int]:
    """Read a file in a process of its own; give processor seconds and bytes the process grew by."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        found = len(read_bytes(data, name).turns)
        seconds = time.process_time() - started
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
        os.write(send, json.dumps([seconds, grown, found]).encode())
        os._exit(0)
    os.close(send)
    with os.fdopen(receive) as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    seconds, grown, found = json.loads(answer)
    if found != turns:
        sys.exit(f"{name}: {found} turns read of {turns}")
    return seconds, grown


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=4.0)
    parser.add_argument("--only", nargs="*", default=list(FAMILIES), metavar="FAMILY", help="such as talk.srt")
    given = parser.parse_args()
    pdf_file.text_of = pdf_file.extract
    slow = 0
    for name in given.only:
        write, few = FAMILIES[name], list(talk(400))
        read_bytes(write(few), name)
        small = SMALL.get(name[-5:]) or SMALL.get(name[-4:])
        turns = small or round(given.size * 1e6 / len(write(few)) * 400)
        data = write(list(talk(turns)))
        seconds, grown = measured(data, name, turns)
        speed, memory = len(data) / 1e6 / seconds, grown / len(data)
        slow += not small and (speed < LEAST_SPEED or memory > MOST_MEMORY)
        print(
            f"{name:20} {len(data) / 1e6:6.2f} MB {turns:7} turns {seconds:7.2f} s {speed:7.2f} MB/s"
            f" {turns / seconds:9.0f} turns/s  memory {memory:5.1f} x"
        )
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
