"""What the overview, the speakers page and the topics page say."""

EVIDENCE: dict[str, tuple[str, str]] = {
    "evidence.place": (
        "在实录中查看：第 {turn} 段（原稿第 {line} 行）",
        "In the transcript: turn {turn} (source line {line})",
    ),
    "evidence.short_place": ("第 {turn} 段", "Turn {turn}"),
    "evidence.count": ("{count} 句，共 {chars:,} 字", "{count} sentences, {chars:,} characters"),
    "evidence.more": ("再看一些（还有 {count} 句）", "Show some more ({count} sentences left)"),
    "evidence.term": ("说到“{term}”的原话", "Sentences with “{term}”"),
    "evidence.turn": ("第 {turn} 段的原话", "What was said in turn {turn}"),
    "evidence.speaker": ("{name}的原话", "What {name} said"),
    "evidence.topic_speaker": ("{name}谈“{topic}”的原话", "{name} on “{topic}”"),
    "evidence.topic_turn": ("第 {turn} 段里谈“{topic}”的原话", "On “{topic}” in turn {turn}"),
    "evidence.group_term": ("{name}说到“{term}”的原话", "{name}: sentences with “{term}”"),
    "evidence.topic": ("谈“{topic}”的原话", "On “{topic}”"),
    "evidence.pair": ("同时说到“{term}”和“{other}”的原话", "Sentences with both “{term}” and “{other}”"),
}

OVERVIEW: dict[str, tuple[str, str]] = {
    "figure.speakers": ("发言人", "Speakers"),
    "figure.speakers_counted": ("其中主持人 {moderators} 位", "of whom {moderators} moderate"),
    "figure.turns": ("发言段数", "Turns"),
    "figure.turns_counted": ("同一人连续算一段", "a speaker's run is one"),
    "figure.chars": ("总字数", "Characters"),
    "figure.chars_value": ("{chars:,} 字", "{chars:,}"),
    "figure.chars_counted": ("汉字与词，不计标点", "no punctuation"),
    "figure.questions": ("提问", "Questions"),
    "figure.questions_counted": ("带问号或问法的句子", "sentences that ask"),
    "figure.challenges": ("挑战", "Challenges"),
    "figure.challenges_counted": ("{open} 条未找到回应", "{open} without an answer"),
    "figure.advice": ("建议", "Advice"),
    "figure.advice_counted": ("模型较有把握的条目", "by the model, if sure"),
    "overview.behind": ("关键数字背后的原话", "The words behind the key figures"),
    "overview.half_title": (
        "{total} 位发言人中，说得最多的 {count} 位说了至少一半的话",
        "{count} of {total} speakers said at least half of the words",
    ),
    "overview.one_speaker": ("谁在什么时候说话", "Who spoke when"),
    "overview.turn_hover": ("第 {turn} 段 · {name} · {chars:,} 字", "Turn {turn} · {name} · {chars:,} characters"),
    "overview.strip_note": (
        "每一格是一段发言，长短按字数；有筛选时只画符合筛选的句子。▲ 是挑战，● 是建议；最上面一行是全场的章节。点击任意"
        "一格、标记或章节看原话。",
        "Each bar is one turn, as long as its characters; under filters, only the sentences that pass. ▲ "
        "challenge, ● advice; the top row holds the chapters of the whole session. Click any of them to read the "
        "words.",
    ),
    "overview.topics_title": ("谈了什么（各话题的句数）", "What was spoken of (sentences by topic)"),
    "overview.terms_title": ("说到的关键词（次数）", "Terms (times said)"),
    "overview.topics_note": (
        "话题由一起出现的关键词归纳；一句可以属于几个话题。点击一条看原话；关键词和词云在“话题”页。",
        "Topics are drawn from terms that are said together; a sentence may be on several. Click a bar to read; terms "
        "and the cloud are on the page of topics.",
    ),
    "overview.topic_hover": ("{label}：{sentences} 句", "{label}: {sentences} sentences"),
    "overview.open_title": (
        "{count} 条挑战未找到回应",
        "{count} challenges without an answer found",
    ),
    "overview.open_note": (
        "由模型判断，请对照原话；这里是按发言先后最早的几条，全部在“挑战与建议”页。",
        "By the model; check the words. These are the earliest; all of them are on the page of challenges and advice.",
    ),
    "overview.none_open": (
        "在当前筛选下，没有未找到回应的挑战。",
        "In this view every challenge may have an answer.",
    ),
    "overview.quotes_title": ("代表性原话", "Telling quotes"),
    "overview.quotes_rule": ("规则", "The rule"),
    "overview.quotes_note": (
        "每位发言人取模型最有把握的一条，按把握从高到低，最多三条。",
        "The row of each speaker that the model is surest of, surest first, three at most.",
    ),
}

SPEAKERS: dict[str, tuple[str, str]] = {
    "speakers.moderator": ("把主持人算在内", "Count the moderator"),
    "speakers.share_title": (
        "{total} 位中，{name}说得最多，占 {share:.0%}",
        "Of {total} speakers, {name} said the most: {share:.0%}",
    ),
    "speakers.one_title": ("只有{name}一位，共 {chars:,} 字", "{name} alone: {chars:,} characters"),
    "speakers.hover": ("{name} · {chars:,} 字 · {share:.1%}", "{name} · {chars:,} characters · {share:.1%}"),
    "speakers.bar": ("{chars:,} 字 · {share:.0%}", "{chars:,} · {share:.0%}"),
    "speakers.balance_title": ("发言是否均衡", "How even was the talk"),
    "speakers.table_title": ("每位发言人", "Each speaker"),
    "speakers.table_note": (
        "点击一行看这位发言人的原话。“挑战句”“建议句”是默认显示的条目里的句子数，不含“待核”。",
        "Click a row to read this speaker's words. Challenge and advice sentences are those of the rows shown by "
        "default, doubtful ones left out.",
    ),
    "speakers.exchange_title": ("谁回应谁", "Who answered whom"),
    "speakers.exchange_kind": ("看哪一种往来", "Which exchange"),
    "speakers.reason": ("为什么把{name}当作主持人：{said}。", "Why {name} is taken for the moderator: {said}."),
    "speakers.reason_joint": ("，", ", "),
    "reason.opens": ("第一个发言", "spoke first"),
    "reason.turns": ("发言 {count} 段", "{count} turns"),
    "reason.questions": ("提问 {count} 句", "{count} questions"),
    "reason.calls": ("{count} 段里邀请或致谢他人", "handed the word on in {count} turns"),
    "reason.label": ("名字就是角色", "the name is a role"),
    "reason.given": ("由整理者指定", "named by the editor"),
    "balance.none": ("无从比较", "Nothing to compare"),
    "balance.none_why": ("少于两位发言人", "fewer than two speakers"),
    "balance.top1": ("说得最多的一位", "Most talkative"),
    "balance.top1_why": ("占当前所列发言的比例", "share of the words listed here"),
    "balance.top3": ("说得最多的三位", "Top three"),
    "balance.top3_why": ("合计占当前所列发言的比例", "together, share of the words listed here"),
    "balance.gini": ("基尼系数", "Gini"),
    "balance.gini_why": ("0 为人人一样多，越接近 1 越集中", "0 when all say the same; nearer 1, more concentrated"),
    "balance.entropy": ("归一化熵", "Normalised entropy"),
    "balance.entropy_why": ("1 为人人一样多，越接近 0 越集中", "1 when all say the same; nearer 0, more concentrated"),
    "exchange.reply": ("接着谁说话", "Spoke right after"),
    "exchange.advice": ("建议回应了谁的挑战", "Advice answered whose challenge"),
    "exchange.reply_hover": ("{a}接在{b}之后发言 {count} 次", "{a} spoke right after {b}: {count}"),
    "exchange.advice_hover": (
        "{a}的建议可能回应了{b}的挑战 {count} 次",
        "{a}'s advice may have answered {b}'s challenges: {count}",
    ),
    "exchange.reply_title": ("{a}接在{b}之后的原话", "What {a} said right after {b}"),
    "exchange.advice_title": ("{a}回应{b}的建议", "{a}'s advice to {b}"),
    "exchange.reply_note": (
        "行是发言的人，列是前一位。只看先后，不代表赞同或反对。按整场统计；筛选发言人或角色时只留下有关的往来。",
        "Rows spoke, columns spoke just before: order only, neither consent nor dissent. Counted over the whole "
        "session; a filter on speakers or role keeps their exchanges.",
    ),
    "exchange.advice_note": (
        "行是提建议的人，列是提出挑战的人。回应由模型判断，只计默认显示的条目，不含“待核”（包括对自己问题的解答）"
        "。按整场统计；筛选发言人或角色时只留下有关的往来。",
        "Rows advised, columns raised the challenge. The model's guess, rows shown by default only, doubtful ones "
        "left out, answers to oneself included. Counted over the whole session; a filter on speakers or role "
        "keeps their exchanges.",
    ),
}
