"""Which column of a table, or which field of a record, holds what: the names they go by."""

from __future__ import annotations

import re

from analysis.words import normalise

NAMES = {
    "speaker": (
        "speaker 发言人 说话人 讲话人 发言者 讲者 讲述人 姓名 角色 昵称 用户 参会人 嘉宾 人员 受访者 发言人姓名 "
        "发言人名称 發言人 說話人 name speaker_name speaker_label speaker_id spk user username nickname participant"
    ),
    "text": (
        "text 内容 发言内容 发言 发言记录 发言文本 文本 文字 文字内容 转写内容 转写文本 转写结果 转写 原文 原话 句子 "
        "台词 字幕 说话内容 讲话内容 对话内容 对话 话语 內容 發言內容 發言 transcript utterance content sentence "
        "speech message caption"
    ),
    "start": (
        "start 开始 开始时间 时间 起始时间 起始 起始时刻 时间戳 发言时间 时间点 時間 開始時間 start_time starttime "
        "start_s start_ms begin begin_time time time_start timestamp"
    ),
    "end": "end 结束 结束时间 终止时间 截止时间 截止 結束時間 end_time endtime end_s end_ms stop time_end",
    "affiliation": (
        "affiliation 单位 机构 所属单位 所在单位 工作单位 组织 單位 機構 organisation organization org company"
    ),
}
COLUMNS = {alias: column for column, aliases in NAMES.items() for alias in aliases.split()}
LONGEST_NAME = 30
_UNIT = re.compile(r"[（(\[【][^）)\]】]{0,20}[）)\]】]$|[:：]$")
_MILLISECONDS = re.compile(r"(?:_|\b)ms$|[（(]\s?(?:ms|毫秒|millis\w*)\s?[）)]", re.IGNORECASE)


def column_of(name: str) -> str | None:
    """Tell what a column of a given name holds.

    Parameters
    ----------
    name : str
        A cell of the header.

    Returns
    -------
    str or None
        `speaker`, `text`, `start`, `end` or `affiliation`; None for any other.

    Examples
    --------
    >>> column_of("Start Time"), column_of("开始时间（秒）"), column_of(" 发言人："), column_of("备注")
    ('start', 'start', 'speaker', None)
    """
    if len(name) > LONGEST_NAME:
        return None
    bare = _UNIT.sub("", normalise(name).strip(" \"'*#\ufeff")).strip().lower()
    return COLUMNS.get(re.sub(r"[\s-]+", "_", bare)) or COLUMNS.get(re.sub(r"[\s_-]+", "", bare))


def in_milliseconds(name: str) -> bool:
    """Tell whether the name of a column says that it counts milliseconds.

    Parameters
    ----------
    name : str
        A cell of the header.

    Returns
    -------
    bool
        True for `start_ms`, `开始（毫秒）` and the like.
    """
    return len(name) <= LONGEST_NAME and bool(_MILLISECONDS.search(name))


def places(cells: list[str]) -> dict[str, int]:
    """Find the columns of a header.

    Parameters
    ----------
    cells : list of str
        One row.

    Returns
    -------
    dict of str to int
        What is held, and in which cell: of several the first.
    """
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        column = column_of(cell)
        if column:
            found.setdefault(column, place)
    return found


def is_header(cells: list[str]) -> bool:
    """Tell whether a row names columns of a transcript.

    Parameters
    ----------
    cells : list of str
        One row.

    Returns
    -------
    bool
        True when it has speech and one thing more that is known.
    """
    found = places(cells)
    return "text" in found and len(found) >= 2
