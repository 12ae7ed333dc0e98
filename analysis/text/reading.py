"""What the ledger's page, the transcript and the tables say."""

LEDGER: dict[str, tuple[str, str]] = {
    "ledger.status": ("状态", "Status"),
    "ledger.category": ("类别", "Category"),
    "ledger.include_doubtful": ("包括待核", "Include doubtful"),
    "ledger.doubtful": ("待核", "doubtful"),
    "ledger.doubtful_help": (
        "模型不太有把握的条目默认不显示，打开后一并列出。",
        "Rows the model is not sure of are hidden unless this is on.",
    ),
    "ledger.title": (
        "{count} 条挑战：{answered} 条可能已有建议，{open} 条未找到回应（模型判断）",
        "{count} challenges: {answered} possibly answered, {open} without an answer found (by the model)",
    ),
    "ledger.title_answered": (
        "{count} 条挑战可能已有建议（模型判断）",
        "{count} challenges possibly answered (by the model)",
    ),
    "ledger.title_open": (
        "{count} 条挑战未找到回应（模型判断，请对照原话）",
        "{count} challenges without an answer found (by the model; check the words)",
    ),
    "ledger.chart_note": ("点击色块看这一类挑战的原话。", "Click a bar to read the challenges behind it."),
    "ledger.bar_hover": ("{category} · {status}：{count} 条", "{category} · {status}: {count}"),
    "ledger.joint": ("；", "; "),
    "ledger.tab_answered": ("可能已有建议（{count}）", "Possibly answered ({count})"),
    "ledger.tab_open": ("未找到回应（{count}）", "No answer found ({count})"),
    "ledger.tab_other": ("其他建议（{count}）", "Other advice ({count})"),
    "ledger.tab_table": ("表格", "Table"),
    "ledger.answered_note": (
        "右侧的建议是模型认为的回应，常有判断错的；“回应把握”是模型给出的可能性，请对照原话判断。",
        "On the right stands what the model takes for the answer, often wrongly; the link confidence is how "
        "likely it thinks so. Judge by the words.",
    ),
    "ledger.open_note": (
        "“未找到回应”是模型的判断，不等于没有人回应；下面可能有候选，请对照原话。",
        "No answer found is the model's guess, and does not mean that nobody answered. Candidates may stand below;"
        " judge by the words.",
    ),
    "ledger.other_note": (
        "没有认定为对当前列出的挑战的回应（可能回应了“待核”的挑战）。",
        "Not asserted to answer any challenge listed here (some may answer a doubtful one).",
    ),
    "ledger.none_answered": (
        "在当前筛选下，没有可能已有建议的挑战。",
        "No challenge in this view has an answer that could be asserted.",
    ),
    "ledger.none_other": ("没有其他建议。", "There is no other advice."),
    "ledger.no_answer": ("没有找到可以认定的回应。", "No answer that could be asserted."),
    "ledger.offered": ("可能的回应（{count} 条，未认定）", "Possible answers ({count}, not asserted)"),
    "ledger.confidence": ("把握 {share:.0%}", "confidence {share:.0%}"),
    "ledger.link_confidence": ("回应把握 {share:.0%}", "link confidence {share:.0%}"),
    "ledger.more": ("再看一些（还有 {count} 条）", "Show some more ({count} left)"),
    "ledger.table_note": ("点击一行，两头的原话并排显示在下面。", "Click a row to see both ends side by side below."),
}

TRANSCRIPT: dict[str, tuple[str, str]] = {
    "transcript.outline": ("章节（按用词变化推测，仅供定位）", "Chapters (guessed from the words, for orientation)"),
    "transcript.outline_note": ("点击章节跳到它的第一段。", "Click a chapter to go to its first turn."),
    "transcript.chapter": ("{turn} 段起 {title}", "from {turn}: {title}"),
    "transcript.part": ("显示哪一部分", "Part shown"),
    "transcript.part_label": ("第 {first}–{last} 段", "turns {first}–{last}"),
    "transcript.part_hits": ("（{count} 处）", " ({count} hits)"),
    "transcript.turn": ("第 {turn} 段 · 原稿第 {line} 行", "turn {turn} · source line {line}"),
    "transcript.line": ("原稿第 {line} 行", "source line {line}"),
    "transcript.legend": (
        "单下划线是挑战，双下划线是建议，只标默认显示的条目，不含“待核”；左侧竖线的颜色表示发言人。",
        "Underlined: challenge; double underline: advice; rows shown by default only, doubtful ones left out. The "
        "bar's colour is the speaker's.",
    ),
    "transcript.hits": ("“{text}”共 {count} 处。", "“{text}” stands {count} times. "),
    "transcript.filtered": (
        "{total} 句中有 {count} 句符合筛选；同段的其他句子以浅色显示。",
        "{count} of {total} sentences pass the filters; others of the same turn are dimmed.",
    ),
    "transcript.unowned": ("不属于任何发言人的 {count} 行", "{count} lines that belong to nobody"),
    "unowned.title": ("标题", "title"),
    "unowned.meta": ("说明", "information"),
    "unowned.caption": ("图片说明", "caption"),
    "unowned.note": ("附注", "note"),
    "unowned.text": ("文字", "text"),
}

COLUMNS: dict[str, tuple[str, str]] = {
    "col.name": ("发言人", "Speaker"),
    "col.role": ("角色", "Role"),
    "col.organisation": ("机构", "Organisation"),
    "col.region": ("省份", "Province"),
    "col.city": ("城市", "City"),
    "col.turns": ("段数", "Turns"),
    "col.chars": ("字数", "Characters"),
    "col.char_share": ("字数占比", "Share"),
    "col.questions": ("提问句", "Questions"),
    "col.challenges": ("挑战句", "Challenge sentences"),
    "col.advice": ("建议句", "Advice sentences"),
    "col.term": ("关键词", "Term"),
    "col.times": ("次数", "Times"),
    "col.sentences": ("句数", "Sentences"),
    "col.speakers": ("人数", "Speakers"),
    "col.score": ("重要性", "Importance"),
    "col.score_help": ("怎么算见“方法”页", "See the page Method"),
    "col.ledger_challenge": ("挑战", "Challenge"),
    "col.ledger_by": ("提出者", "Raised by"),
    "col.ledger_category": ("类别", "Category"),
    "col.ledger_status": ("状态", "Status"),
    "col.ledger_advice": ("建议", "Advice"),
    "col.ledger_adviser": ("建议者", "Given by"),
    "col.ledger_link": ("回应把握", "Link confidence"),
    "col.ledger_confidence": ("把握", "Confidence"),
    "col.band_kind": ("种类", "Kind"),
    "col.band_band": ("把握", "Confidence"),
    "col.band_rows": ("条数", "Rows"),
    "col.band_precision": ("其中正确", "Of them right"),
    "col.fact_fact": ("项目", "Fact"),
    "col.fact_value": ("内容", "Value"),
}
