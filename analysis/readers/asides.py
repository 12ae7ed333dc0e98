"""Lines that nobody says: notes, captions, page numbers, headings, fields of a head or a foot."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.folding import simplify
from analysis.readers.lists import lists
from analysis.words import normalise

BLANKS = (
    " \t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
)
LONGEST = 200
BRACKETED = re.compile(r"[（(\[【〔]([^（()）\[\]【】〔〕]{0,200})[）)\]】〕][。.]?")
BOXED = re.compile(r"【[^【】]{1,40}】")
HEADING = re.compile(r"#{1,6}[ \t\u3000]+\S.*")
PAGE = re.compile(
    r"第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?|[-—–]\s?\d{1,4}\s?[-—–]|\d{1,4}\s?/\s?\d{1,4}"
    r"|Page \d{1,4}(?: of \d{1,4})?"
)
RULE = re.compile(r"[-=*_—~·•.\s]{3,200}")
DATE = re.compile(
    r"\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?[\s\d:：—–\-~至周星期一二三四五六日天（）()上下午]{0,40}"
)
FIELD = re.compile(r"([^:：，。！？；,!?;]{1,20}?)\s{0,4}[:：]\s{0,4}(.{0,120})")
SENTENCE_END = re.compile(r"[。！？!?；;…]")


def stripped(text: str) -> list[str]:
    """Split a text into lines without outer blanks.

    Parameters
    ----------
    text : str
        A decoded file with LF line ends.

    Returns
    -------
    list of str
        One a line of the file; no empty one for the last line end.
    """
    lines = text.split("\n")
    return [line.strip(BLANKS) for line in (lines if lines[-1] else lines[:-1])]


@lru_cache(maxsize=4096)
def key(label: str) -> str:
    """Give the form of a label that lists and counts compare: no blanks, ASCII digits and letters, 简体.

    Parameters
    ----------
    label : str
        As it stands in the file.

    Returns
    -------
    str
        Its NFKC form in simplified characters, without blanks.
    """
    return "".join(simplify(normalise(label)).split())


def is_rule(line: str) -> bool:
    """Tell whether a line is nothing but a drawn rule.

    Parameters
    ----------
    line : str
        A stripped line.

    Returns
    -------
    bool
        True for `---`, `====` and the like; not for dots alone, which may be silence.
    """
    return len(line) <= LONGEST and line[:1] in "-=*_—~·•" and bool(RULE.fullmatch(line))


def aside_kind(line: str) -> str | None:
    """Name the kind of a line that belongs to nobody wherever it stands.

    Parameters
    ----------
    line : str
        A stripped line.

    Returns
    -------
    str or None
        `note`, `caption`, `title` (Markdown heading) or `meta` (page number); None for anything else.
    """
    if not line or len(line) > LONGEST:
        return None
    bracketed = BRACKETED.fullmatch(line)
    inner = bracketed.group(1).strip(BLANKS) if bracketed else line
    if len(inner) <= 60 and lists().caption.search(inner) and (bracketed or not SENTENCE_END.search(inner[:-1])):
        return "caption"
    if bracketed and len(inner) <= 60 and lists().note.search(inner):
        return "note"
    if HEADING.fullmatch(line):
        return "title"
    return "meta" if PAGE.fullmatch(line) else None


def is_meta_label(label: str) -> bool:
    """Tell whether a label names a field of a head or a foot.

    Parameters
    ----------
    label : str
        Made by `key`.

    Returns
    -------
    bool
        True for 时间, 主办单位, 整理 and the like.
    """
    return label in lists().meta or (len(label) <= 8 and label.endswith(lists().meta_suffixes))


def tail_kind(line: str) -> str | None:
    """Name the kind of a line that belongs to nobody when only such lines follow it.

    Parameters
    ----------
    line : str
        A stripped line near the end of a file.

    Returns
    -------
    str or None
        `note`, `caption`, `title` or `meta`; None when it may be speech.
    """
    if aside_kind(line):
        return aside_kind(line)
    if len(line) > LONGEST:
        return None
    if BRACKETED.fullmatch(line) or line in lists().residue or lists().tail.search(line):
        return "note"
    field = FIELD.fullmatch(line)
    if field and is_meta_label(key(field.group(1))) and not SENTENCE_END.search(field.group(2)):
        return "meta"
    return "meta" if DATE.fullmatch(line) else None


def head_kind(line: str, *, first: bool) -> str:
    """Name the kind of a line before the first turn.

    Parameters
    ----------
    line : str
        A stripped line, not blank.
    first : bool
        Whether no line but notes stands above it.

    Returns
    -------
    str
        `title`, `meta`, `caption`, `note` or `text`.
    """
    kind = aside_kind(line)
    if kind or len(line) > LONGEST:
        return kind or "text"
    if BRACKETED.fullmatch(line) and line[0] in "（(":
        return "note"
    field = FIELD.fullmatch(line)
    if (field and is_meta_label(key(field.group(1)))) or line[-1] in ":：" or DATE.fullmatch(line):
        return "meta"
    sentence = SENTENCE_END.search(line[:-1]) or line[-1] in "。；;"
    if first and len(line) <= 60 and not sentence:
        return "title"
    return "meta" if field and len(field.group(1)) <= 8 and not sentence else "text"
