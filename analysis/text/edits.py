"""What is said around names that people decide, and their history."""

EDITS: dict[str, tuple[str, str]] = {
    "edits.by_hand": ("{name}（人工）", "{name} (by hand)"),
    "edits.topic_name": ("话题名称", "Topic name"),
    "edits.chapter_title": ("章节标题", "Chapter title"),
    "edits.rename": ("改“{name}”的名称", "Rename “{name}”"),
    "edits.field_help": (
        "改好后按回车，各页都用新的名称；清空后按回车，恢复机器的名称。",
        "Press Enter to use the name on every page; empty the field and press Enter to take the machine's again.",
    ),
    "edits.machine_said": ("机器的名称：{name}", "The machine's name: {name}"),
    "edits.topics_note": (
        "话题的名称是机器取的，点击就可以改；改过的标着“人工”，重新分析后仍然保留。",
        "The machine named these topics; click a name to change it. Those changed are marked, and stay so when the "
        "transcript is analysed again.",
    ),
    "edits.chapters_note": (
        "标题是机器取的，点铅笔就可以改；改过的标着“人工”，重新分析后仍然保留。",
        "The machine made these titles; click the pencil to change one. Those changed are marked, and stay so when the "
        "transcript is analysed again.",
    ),
    "edits.read_only": (
        "这里不能改名：只有在自己的电脑上打开、显示姓名（不是代号）、改动记录读得出时才能改。",
        "Names cannot be changed here: only on your own computer, with names (not codes) shown, and when the record of "
        "edits can be read.",
    ),
    "edits.history": ("改动记录（{count} 条）", "History of edits ({count})"),
    "edits.entry": ("{when} · {kind}：“{before}” → “{after}”", "{when} · {kind}: “{before}” → “{after}”"),
    "edits.machine": ("机器的名称", "the machine's name"),
    "edits.undone": ("{when} 已撤销", "undone {when}"),
    "edits.undo": ("撤销", "Undo"),
    "edits.redo": ("恢复", "Redo"),
    "edits.more": ("再看一些（还有 {count} 条）", "Show some more ({count} left)"),
    "edits.orphan": (
        "{kind}“{name}”（原来的名称是“{before}”）没有找到对应的内容，最接近的是“{nearest}”。改动还在，没有丢。",
        "{kind} “{name}” (was “{before}”): what it was given to is not there any more. The nearest is “{nearest}”. The "
        "edit is kept.",
    ),
    "edits.orphan_alone": (
        "{kind}“{name}”（原来的名称是“{before}”）没有找到对应的内容，也没有接近的。改动还在，没有丢。",
        "{kind} “{name}” (was “{before}”): what it was given to is not there any more, nor anything like it. The edit "
        "is kept.",
    ),
}
