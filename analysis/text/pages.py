"""What the pages say."""

_FRAME = {
    "app.name": ("工作坊洞察", "Workshop Insights"),
    "page.overview": ("总览", "Overview"),
    "page.speakers": ("发言人", "Speakers"),
    "page.topics": ("话题", "Topics"),
    "page.challenges": ("挑战与建议", "Challenges and advice"),
    "page.transcript": ("实录", "Transcript"),
    "page.about": ("方法", "Method"),
    "language.zh": ("中文", "中文"),
    "language.en": ("English", "English"),
    "shell.language": ("语言 Language", "语言 Language"),
    "shell.workshop": ("工作坊", "Workshop"),
    "filter.heading": ("筛选（各页通用，写在网址里）", "Filters (kept on every page and in the address)"),
    "filter.speakers": ("发言人", "Speakers"),
    "filter.role": ("角色", "Role"),
    "filter.topics": ("话题", "Topics"),
    "filter.text": ("原话中包含", "Words contain"),
    "filter.text_hint": ("输入后按回车", "Type, then Enter"),
    "filter.any": ("不限", "Any"),
    "filter.anyone": ("所有人", "Everyone"),
    "filter.shown": ("只看：", "Only: "),
    "filter.quoted": ("包含“{text}”", "containing “{text}”"),
    "filter.clear": ("清除筛选", "Clear filters"),
    "role.moderator": ("主持人", "Moderator"),
    "role.participant": ("参与者", "Participant"),
    "kind.challenge": ("挑战", "Challenge"),
    "kind.advice": ("建议", "Advice"),
    "status.any": ("不限", "Any"),
    "status.open": ("尚无回应", "Unanswered"),
    "status.answered": ("已有建议", "Answered"),
    "category.funding": ("资金资源", "Funding"),
    "category.policy": ("政策与政府关系", "Policy and government"),
    "category.capability": ("能力与人才", "Capability and people"),
    "category.strategy": ("定位与战略", "Positioning and strategy"),
    "category.outreach": ("推广与市场", "Outreach and market"),
    "category.technology": ("技术", "Technology"),
    "category.collaboration": ("协作与机制", "Collaboration"),
    "category.awareness": ("认知与信任", "Awareness and trust"),
    "category.operations": ("运营与服务", "Operations and services"),
    "category.other": ("其他", "Other"),
    "axis.chars_so_far": ("从头累计的字数", "Characters so far"),
    "axis.times": ("出现次数", "Times said"),
    "axis.char_share": ("占字数的比例", "Share of characters"),
    "axis.challenges": ("挑战条数", "Challenges"),
    "empty.filtered": ("没有符合筛选的原话。请在左侧放宽筛选。", "No words pass the filters. Widen them on the left."),
    "empty.terms": (
        "符合筛选的原话里没有关键词。请放宽筛选，或到“实录”查看全文。",
        "There is no term in what passes the filters. Widen them, or read the transcript.",
    ),
    "empty.topics": (
        "文字稿不足 30 句，或筛选后没有句子，因此不归纳话题。请看上面的关键词。",
        "Fewer than 30 sentences, or none after filtering: no topics are drawn. See the terms above.",
    ),
    "empty.exchanges": (
        "没有可画的往来：可能只有一位发言人，或没有人的建议回应了别人的挑战。",
        "Nothing to draw: perhaps one speaker only, or no advice answered another's challenge.",
    ),
    "empty.ledger": (
        "没有符合条件的挑战或建议。请放宽筛选，或打开“包括待核”。",
        "No challenge or advice fits. Widen the filters, or include the doubtful ones.",
    ),
    "empty.part": (
        "这一部分没有符合筛选的发言。请换一部分，或清除筛选。",
        "No turn of this part passes the filters. Choose another part, or clear the filters.",
    ),
}

_EVIDENCE = {
    "evidence.place": (
        "在实录中查看：第 {turn} 段（原稿第 {line} 行）",
        "In the transcript: turn {turn} (source line {line})",
    ),
    "evidence.count": ("{count} 句，共 {chars:,} 字", "{count} sentences, {chars:,} characters"),
    "evidence.more": ("再看 {count} 条", "Show more ({count} left)"),
    "evidence.term": ("说到“{term}”的原话", "Sentences with “{term}”"),
    "evidence.turn": ("第 {turn} 段的原话", "What was said in turn {turn}"),
    "evidence.speaker": ("{name}的原话", "What {name} said"),
    "evidence.topic_speaker": ("{name}谈“{topic}”的原话", "{name} on “{topic}”"),
    "evidence.topic_part": (
        "第 {part}/{parts} 部分里谈“{topic}”的原话",
        "On “{topic}” in part {part} of {parts}",
    ),
}

_OVERVIEW = {
    "figure.speakers": ("发言人", "Speakers"),
    "figure.speakers_counted": ("其中主持人 {moderators} 位", "of whom {moderators} moderate"),
    "figure.turns": ("发言段数", "Turns"),
    "figure.turns_counted": ("同一人连续说的话算一段", "one person's words in a row are one turn"),
    "figure.chars": ("总字数", "Characters"),
    "figure.chars_value": ("{chars:,} 字", "{chars:,}"),
    "figure.chars_counted": ("汉字、外文词、数字；不计标点", "Han characters, words, numbers; no punctuation"),
    "figure.questions": ("提问", "Questions"),
    "figure.questions_counted": ("带问号或问法的句子", "sentences that ask"),
    "figure.challenges": ("挑战", "Challenges"),
    "figure.challenges_counted": ("其中 {open} 条尚无回应", "of which {open} unanswered"),
    "figure.advice": ("建议", "Advice"),
    "figure.advice_counted": ("模型较有把握的条目", "rows the model is fairly sure of"),
    "overview.behind": ("看这些数字背后的原话", "Read the words behind these figures"),
    "overview.half_title": (
        "{total} 位发言人中，说得最多的 {count} 位说了一半以上的话",
        "{count} of {total} speakers said more than half of the words",
    ),
    "overview.one_speaker": ("谁在什么时候说话", "Who spoke when"),
    "overview.turn_hover": ("第 {turn} 段 · {name} · {chars:,} 字", "Turn {turn} · {name} · {chars:,} characters"),
    "overview.strip_note": (
        "每一格是一段发言，长短按字数。▲ 是挑战，● 是建议。点击任意一格或标记看原话。",
        "Each bar is one turn, as long as its characters. ▲ challenge, ● advice. Click any of them to read the words.",
    ),
    "overview.topics_title": ("最突出的关键词（点击看原话）", "Leading terms (click to read)"),
    "overview.open_title": ("{count} 条挑战尚无回应", "{count} challenges without an answer"),
    "overview.none_open": ("在当前筛选下，没有尚无回应的挑战。", "No challenge is left unanswered in this view."),
    "overview.to_challenges": ("看全部挑战与建议", "All challenges and advice"),
    "overview.quotes_title": ("代表性原话", "Telling quotes"),
    "overview.quotes_note": (
        "规则：每位发言人取模型最有把握的一条，按把握从高到低，最多三条。",
        "Rule: the row of each speaker that the model is surest of, surest first, three at most.",
    ),
}

_SPEAKERS = {
    "speakers.moderator": ("把主持人算在内", "Count the moderator"),
    "speakers.share_title": (
        "{total} 位中，{name}说得最多，占 {share:.0%}",
        "{name} said most of the {total}: {share:.0%}",
    ),
    "speakers.hover": ("{name} · {chars:,} 字 · {share:.1%}", "{name} · {chars:,} characters · {share:.1%}"),
    "speakers.bar": ("{chars:,} 字 · {share:.0%}", "{chars:,} · {share:.0%}"),
    "speakers.balance_title": ("发言是否均衡", "How even was the talk"),
    "speakers.table_title": ("每位发言人", "Each speaker"),
    "speakers.table_note": (
        "点击一行看这位发言人的原话。“挑战”“建议”是被记入条目的句子数。",
        "Click a row to read this speaker's words. Challenges and advice count sentences in the ledger.",
    ),
    "speakers.exchange_title": ("谁回应谁", "Who answered whom"),
    "speakers.exchange_kind": ("看哪一种往来", "Which exchange"),
    "speakers.reason": ("为什么把{name}当作主持人：{said}。", "Why {name} is taken for the moderator: {said}."),
    "speakers.reason_joint": ("，", ", "),
    "reason.opens": ("第一个发言", "spoke first"),
    "reason.turns": ("发言 {count} 段", "{count} turns"),
    "reason.questions": ("提问 {count} 句", "{count} questions"),
    "reason.calls": ("{count} 段里邀请或致谢他人", "handed the word on in {count} turns"),
    "reason.given": ("由整理者指定", "named by the editor"),
    "balance.none": ("无从比较", "Nothing to compare"),
    "balance.none_why": ("少于两位发言人", "fewer than two speakers"),
    "balance.top1": ("说得最多的一位", "Most talkative"),
    "balance.top1_why": ("占全部字数的比例", "share of all characters"),
    "balance.top3": ("说得最多的三位", "Top three"),
    "balance.top3_why": ("合计占全部字数的比例", "share of all characters together"),
    "balance.gini": ("基尼系数", "Gini"),
    "balance.gini_why": ("0 为人人一样多，越接近 1 越集中", "0 when all say the same; nearer 1, more concentrated"),
    "balance.entropy": ("归一化熵", "Normalised entropy"),
    "balance.entropy_why": ("1 为人人一样多，越接近 0 越集中", "1 when all say the same; nearer 0, more concentrated"),
    "exchange.reply": ("接着谁说话", "Spoke right after"),
    "exchange.advice": ("建议回应了谁的挑战", "Advice answered whose challenge"),
    "exchange.reply_hover": ("{a}接在{b}之后发言 {count} 次", "{a} spoke right after {b}: {count}"),
    "exchange.advice_hover": ("{a}的建议回应{b}的挑战 {count} 次", "{a}'s advice answered {b}'s challenges: {count}"),
    "exchange.reply_title": ("{a}接在{b}之后的原话", "What {a} said right after {b}"),
    "exchange.advice_title": ("{a}回应{b}的建议", "{a}'s advice to {b}"),
    "exchange.reply_note": (
        "行是发言的人，列是前一位。只看先后，不代表赞同或反对。按整场统计；筛选发言人或角色时只留下有关的往来。",
        "Rows spoke, columns spoke just before: order only, neither consent nor dissent. Counted over the whole "
        "session; a filter on speakers or role keeps their exchanges.",
    ),
    "exchange.advice_note": (
        "行是提建议的人，列是提出挑战的人。只计已认定的回应（包括对自己问题的解答）。按整场统计；筛选发言人或角色时只留下有关的往来。",
        "Rows advised, columns raised the challenge. Asserted links only, answers to oneself included. Counted over "
        "the whole session; a filter on speakers or role keeps their exchanges.",
    ),
}

_TOPICS = {
    "topics.terms_title": (
        "最突出的关键词是“{term}”，说了 {count} 次",
        "The leading term is “{term}”, said {count} times",
    ),
    "topics.term_hover": ("{term} · {count} 次 · {speakers} 人说过", "{term} · {count} times · {speakers} speakers"),
    "topics.cloud_alt": ("关键词词云，字越大越重要", "Word cloud, the larger the more important"),
    "topics.cloud_note": (
        "左图选最重要的词，按次数排列；右图字越大越重要。点击任何一个词看原话。",
        "Bars: the most important terms by count; in the cloud, the larger the more important. Click any word.",
    ),
    "topics.topics_title": ("归纳出 {count} 个话题：谁谈了哪一个", "{count} topics, and who spoke of which"),
    "topics.cell_hover": (
        "{name} · {topic}：{count} 句，{chars:,} 字",
        "{name} · {topic}: {count} sentences, {chars:,} characters",
    ),
    "topics.matrix_note": (
        "数字是句数；一句话可以属于几个话题，也可以不属于任何一个。点击方块看原话。",
        "Numbers are sentences; a sentence may belong to several topics or none. Click a square to read.",
    ),
    "topics.along_title": ("话题在全场中的先后（点击看原话）", "Topics along the session (click to read)"),
    "topics.part": ("{percent}%", "{percent}%"),
    "topics.part_hover": (
        "{topic} · 第 {part}/{parts} 部分：{count} 句",
        "{topic} · part {part} of {parts}: {count} sentences",
    ),
    "topics.table_title": ("全部关键词", "All terms"),
}

_LEDGER = {
    "ledger.status": ("状态", "Status"),
    "ledger.category": ("类别", "Category"),
    "ledger.include_doubtful": ("包括待核", "Include doubtful"),
    "ledger.doubtful": ("待核", "doubtful"),
    "ledger.doubtful_help": (
        "模型不太有把握的条目默认不显示，打开后一并列出。",
        "Rows the model is not sure of are hidden unless this is on.",
    ),
    "ledger.title": (
        "{count} 条挑战：{answered} 条已有建议，{open} 条尚无回应",
        "{count} challenges: {answered} answered, {open} unanswered",
    ),
    "ledger.chart_note": ("点击色块看这一类挑战的原话。", "Click a bar to read the challenges behind it."),
    "ledger.bar_hover": ("{category} · {status}：{count} 条", "{category} · {status}: {count}"),
    "ledger.joint": ("；", "; "),
    "ledger.tab_answered": ("已有建议（{count}）", "Answered ({count})"),
    "ledger.tab_open": ("尚无回应（{count}）", "Unanswered ({count})"),
    "ledger.tab_other": ("其他建议（{count}）", "Other advice ({count})"),
    "ledger.tab_table": ("表格", "Table"),
    "ledger.open_note": (
        "“尚无回应”指模型没有找到足以认定的建议；右侧可能有候选，请对照原话判断。",
        "Unanswered: no advice was sure enough to be asserted. Candidates may stand on the right; judge by the words.",
    ),
    "ledger.other_note": (
        "这些建议没有认定为对某条挑战的回应。",
        "This advice is not asserted to answer any of the challenges in view.",
    ),
    "ledger.none_answered": ("在当前筛选下，没有已有建议的挑战。", "No challenge in this view has an answer."),
    "ledger.none_other": ("没有其他建议。", "There is no other advice."),
    "ledger.no_answer": ("没有找到可以认定的回应。", "No answer that could be asserted."),
    "ledger.offered": ("可能的回应（{count} 条，未认定）", "Possible answers ({count}, not asserted)"),
    "ledger.confidence": ("把握 {share:.0%}", "confidence {share:.0%}"),
    "ledger.table_note": ("点击一行，两头的原话并排显示在下面。", "Click a row to see both ends side by side below."),
}

_TRANSCRIPT = {
    "transcript.outline": ("章节（按用词变化推测，仅供定位）", "Chapters (guessed from the words, for orientation)"),
    "transcript.outline_note": ("点击章节跳到它的第一段。", "Click a chapter to go to its first turn."),
    "transcript.chapter": ("{turn} 段起 {title}", "from {turn}: {title}"),
    "transcript.part": ("显示哪一部分", "Part shown"),
    "transcript.part_label": ("第 {first}–{last} 段", "turns {first}–{last}"),
    "transcript.turn": ("第 {turn} 段 · 原稿第 {line} 行", "turn {turn} · source line {line}"),
    "transcript.line": ("原稿第 {line} 行", "source line {line}"),
    "transcript.legend": (
        "单下划线是挑战，双下划线是建议；左侧竖线的颜色表示发言人。",
        "Underlined: challenge; double underline: advice. The bar's colour is the speaker's.",
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

_ABOUT = {
    "about.how_title": ("每个数字怎么来的", "How each figure is counted"),
    "about.how_chars": ("字数", "Characters"),
    "about.how_chars_text": (
        "一个汉字、一个外文词或一个数字各算一字，标点和空白不算；规则在 data/lexicon/char_pattern.txt。",
        "A Han character, a Latin word or a number is one each; punctuation and blanks are none. The rule is the "
        "pattern in data/lexicon/char_pattern.txt.",
    ),
    "about.how_turns": ("发言段", "Turns"),
    "about.how_turns_text": ("同一人连续说的话合为一段。", "One person's words in a row are one turn."),
    "about.how_questions": ("提问", "Questions"),
    "about.how_questions_text": (
        "带问号、以“吗、呢、么”结尾，或最后一个分句有“怎么、如何、谁愿意”等问法的句子。",
        "Sentences with a question mark, a final 吗/呢/么, or an asking phrase in their last clause.",
    ),
    "about.how_share": ("发言比例", "Share"),
    "about.how_share_text": (
        "一位发言人的字数 ÷ 当前筛选下所有发言人的字数。没有录音时间时，时长按每分钟 268 字估算，只作参考。",
        "A speaker's characters ÷ those of all speakers in view. Without times, durations are estimated at 268 "
        "characters a minute.",
    ),
    "about.how_balance": ("均衡", "Balance"),
    "about.how_balance_text": (
        "基尼系数 Σ|xi−xj|÷(2n²·均值)，归一化熵 −Σp·ln p÷ln n，x 和 p 是每位发言人的字数和比例。",
        "Gini Σ|xi−xj| ÷ (2n²·mean); normalised entropy −Σp·ln p ÷ ln n, with each speaker's characters and share.",
    ),
    "about.how_moderator": ("主持人", "Moderator"),
    "about.how_moderator_text": (
        "按行为推断：开场、发言次数最多、提问最多各一分，经常邀请或致谢他人两分，名字就是“主持人”两分，满三分才算。",
        "By behaviour: a point each for opening, most turns and most questions, two for often handing the word on, "
        "two for a name that is the role; three are needed.",
    ),
    "about.how_terms": ("关键词", "Terms"),
    "about.how_terms_text": (
        "分词后去掉虚词和人名地名，常连用的词合成短语（短语只算一次，里面的词不再计）；重要性由次数、稀有程度、"
        "词性、说过的人数和长度算出。",
        "Words without filler and names; words that keep standing together become one phrase, counted once and not "
        "again by its parts. Importance weighs count, rarity, part of speech, speakers and length.",
    ),
    "about.how_topics": ("话题", "Topics"),
    "about.how_topics_text": (
        "把常在同一句或相邻句出现的关键词聚成 5 到 12 组，用组里最重要的两个词命名；不足 30 句不归纳。",
        "Terms that share sentences are clustered into 5 to 12 groups, named by their two leading terms; none under "
        "30 sentences.",
    ),
    "about.how_chapters": ("章节", "Chapters"),
    "about.how_chapters_text": (
        "在前后用词差别最大的发言处分段，主持人的发言略微优先。是推测，不是事实。",
        "Cut where the words before and after a turn differ most, a moderator's turn "
        "a little sooner. A guess, not a fact.",
    ),
    "about.how_ledger": ("挑战与建议", "Challenges and advice"),
    "about.how_ledger_text": (
        "在 34 场人工标注的中文圆桌会议上训练的模型给每句打分，相邻的句子合成一条；摘要只截取发言人自己的话，"
        "标黄的是对判断影响最大的词。",
        "A model trained on 34 annotated Chinese round tables scores each sentence; neighbours become one row. The "
        "summary is cut from the speaker's own words, the marked words weighed most.",
    ),
    "about.how_links": ("回应", "Answers"),
    "about.how_links_text": (
        "按先后、距离、共同用词和类别判断哪条建议回应了哪条挑战；把握不足的只列为候选。",
        "Which advice answers which challenge is judged by order, distance, shared words and category; the unsure are "
        "candidates only.",
    ),
    "about.accuracy_title": ("准确到什么程度", "How accurate it is"),
    "about.accuracy_note": (
        "在 {meetings} 场模型没有见过的会议（{sentences:,} 句）上测得，每场都由没有用它训练的模型预测；1 为全对。"
        "两位人工标注者之间约为 0.90。",
        "Measured on {meetings} meetings ({sentences:,} sentences), each predicted by a model that never saw it; 1 is "
        "perfect. Two human readers agree at about 0.90.",
    ),
    "about.challenge_f1": ("挑战句 F1", "Challenge F1"),
    "about.challenge_f1_what": ("找得准与找得全的综合", "precision and recall together"),
    "about.advice_f1": ("建议句 F1", "Advice F1"),
    "about.advice_f1_what": ("找得准与找得全的综合", "precision and recall together"),
    "about.link_f1": ("回应 F1", "Link F1"),
    "about.link_f1_what": ("认定的回应关系", "asserted answers"),
    "about.shown_challenges": ("默认显示的挑战", "Challenges shown"),
    "about.shown_challenges_what": ("其中正确的比例", "share that is right"),
    "about.shown_advice": ("默认显示的建议", "Advice shown"),
    "about.shown_advice_what": ("其中正确的比例", "share that is right"),
    "about.bands_note": (
        "“把握”有多可信：每个区间里有多少条，其中多少是对的。",
        "What the confidence is worth: rows in each band, and the share of them that was right.",
    ),
    "about.limits_title": ("不能说明什么", "What it cannot tell"),
    "about.limit_text": ("只有文字", "Text only"),
    "about.limit_text_text": (
        "文字稿看不出打断、停顿、语气；字数多不等于贡献大，本工具不给人打分或排名。",
        "Text shows no interruptions, pauses or tone; more characters are not a greater contribution, and nobody is "
        "scored or ranked.",
    ),
    "about.limit_model": ("模型会错", "The model errs"),
    "about.limit_model_text": (
        "会漏掉说得含蓄的挑战，也会把背景当成挑战；回应关系尤其难。引用前请对照原话。",
        "It misses what is said indirectly and takes background for challenges; answers are the hardest. Check the "
        "words before you quote.",
    ),
    "about.limit_long": ("长句", "Long sentences"),
    "about.limit_long_text": (
        "整理稿一句常有上百字，条目按整句引用，摘要只是其中一小段。",
        "Edited records have sentences of a hundred characters; rows quote them whole, the summary is a clause.",
    ),
    "about.limit_people": ("人名与地名", "Names"),
    "about.limit_people_text": (
        "省市从单位名称的开头读出，“中山大学”一类会读错；单位以原稿写法为准。",
        "Provinces and cities are read off the front of an affiliation; names such as 中山大学 mislead it.",
    ),
    "about.privacy_title": ("文字稿去了哪里", "Where the transcript goes"),
    "about.privacy_local": ("在自己的电脑上", "On your own machine"),
    "about.privacy_local_text": (
        "全部计算在本机完成，不联网，不上传；自己分析的工作坊不会进入 git。",
        "Everything is computed on this machine, nothing is sent anywhere; your own workshops are ignored by git.",
    ),
    "about.privacy_public": ("在公开的服务器上", "On a public server"),
    "about.privacy_public_text": (
        "公开部署只显示仓库里已提交的工作坊，请先征得发言人同意再提交。",
        "A public deployment shows the workshops committed to its repository: ask the speakers before you commit one.",
    ),
    "about.source_title": ("这场数据的来源", "Where these data come from"),
    "about.fact_source": ("原稿文件", "Source file"),
    "about.fact_sha256": ("原稿 SHA-256", "Source SHA-256"),
    "about.fact_format": ("格式", "Format"),
    "about.fact_encoding": ("编码", "Encoding"),
    "about.fact_analysis_version": ("分析版本", "Analysis version"),
    "about.fact_engine": ("分词引擎", "Segmenter"),
    "about.fact_lexicon_sha256": ("词表 SHA-256", "Lexicon SHA-256"),
    "about.fact_models_sha256": ("模型 SHA-256", "Models SHA-256"),
}

_COLUMNS = {
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
    "col.ledger_confidence": ("把握", "Confidence"),
    "col.band_kind": ("种类", "Kind"),
    "col.band_band": ("把握", "Confidence"),
    "col.band_rows": ("条数", "Rows"),
    "col.band_precision": ("其中正确", "Of them right"),
    "col.fact_fact": ("项目", "Fact"),
    "col.fact_value": ("内容", "Value"),
}

PAGES: dict[str, tuple[str, str]] = {
    **_FRAME,
    **_EVIDENCE,
    **_OVERVIEW,
    **_SPEAKERS,
    **_TOPICS,
    **_LEDGER,
    **_TRANSCRIPT,
    **_ABOUT,
    **_COLUMNS,
}
