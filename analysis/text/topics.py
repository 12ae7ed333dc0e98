"""What the topics page says."""

TOPICS: dict[str, tuple[str, str]] = {
    "topics.terms_title": (
        "最突出的关键词是“{term}”，说了 {count} 次",
        "The leading term is “{term}”, said {count} times",
    ),
    "topics.term_hover": ("{term} · {count} 次 · {speakers} 人说过", "{term} · {count} times · {speakers} speakers"),
    "topics.cloud_alt": ("关键词词云，字越大越重要", "Word cloud, the larger the more important"),
    "topics.cloud_note": (
        "左图选最重要的 20 个词，按次数排列；词云选 50 个，字越大越重要。颜色是词所属的话题。点击任何一个词看原话。",
        "Bars: the 20 most important terms by count; cloud: 50, the larger the more important. The colour is the "
        "term's topic. Click any word to read.",
    ),
    "topics.no_topic": ("不属于任何话题", "in no topic"),
    "topics.topics_title": ("归纳出 {count} 个话题：谁谈了哪一个", "{count} topics, and who spoke of which"),
    "topics.striking_title": (
        "谁偏重哪个话题：{name}谈“{topic}”最突出，是按比例应有的 {ratio:.1f} 倍",
        "Who dwells on what: {name} on “{topic}” stands out, {ratio:.1f} times the even share",
    ),
    "topics.cell_hover": (
        "{name} · {topic}：{count} 句，{chars:,} 字",
        "{name} · {topic}: {count} sentences, {chars:,} characters",
    ),
    "topics.cell_expected": (
        "；若人人比例相同应为 {expected:.1f} 句",
        "; {expected:.1f} sentences if all spread theirs alike",
    ),
    "topics.matrix_note": (
        "数字是实际句数 ÷ 应有句数（话题的句数 × 发言人的句数 ÷ 总数）：大于 1 是比别人偏重，深色为 1.5 倍以上，括号里"
        "不足 3 句、只供参考。方块越大句数越多；一句话可以属于几个话题或不属于任何一个。点击看原话。",
        "Numbers: sentences ÷ expected (the topic's × the speaker's ÷ all); above 1 is more than the others, dark from "
        "1.5 on, brackets fewer than 3 and a hint only. The larger, the more sentences; a sentence may have several "
        "topics or none. Click to read.",
    ),
    "topics.counts_note": (
        "数字是句数；当前筛选下只剩一位发言人或一个话题，无从比较。一句话可以属于几个话题，也可以不属于任何一个。"
        "点击方块看原话。",
        "Numbers are sentences: with one speaker or one topic left by the filters, there is nothing to compare. A "
        "sentence may belong to several topics or none. Click a square to read.",
    ),
    "topics.along_title": (
        "谈到“{topic}”的发言最多：{total} 段里有 {count} 段",
        "“{topic}” comes up in the most turns: {count} of {total}",
    ),
    "topics.along_note": (
        "横轴是全场，从头到尾按字数；一格是一段发言，颜色越深，这段话里谈它的句子占得越多。点击看原话。",
        "From the start of the session to its end, by characters. A bar is a turn, the deeper the more of its "
        "sentences are on the topic. Click to read.",
    ),
    "topics.turn_hover": (
        "{topic} · 第 {turn} 段 · {name}：{of} 句中 {count} 句",
        "{topic} · turn {turn} · {name}: {count} of {of} sentences",
    ),
    "topics.tab_terms": ("全部关键词", "Terms"),
    "topics.tab_compare": ("用词对比", "Compared"),
    "topics.tab_together": ("一起出现", "Together"),
    "topics.tab_context": ("上下文", "In context"),
    "topics.table_title": ("当前有 {count} 个关键词", "{count} terms in this view"),
    "topics.table_note": (
        "全场最多 200 个；够多时只说过一次的不列。点击一行看原话。",
        "At most 200 a session; where there are enough, those said once are left out. Click a row to read.",
    ),
}

COMPARE: dict[str, tuple[str, str]] = {
    "compare.by": ("按什么比较", "Compare by"),
    "compare.by_speaker": ("发言人", "Speaker"),
    "compare.by_role": ("角色", "Role"),
    "compare.by_region": ("省份", "Province"),
    "compare.by_chapter": ("章节（推测）", "Chapter (guessed)"),
    "compare.group": ("与其余比较的是", "Set against the rest"),
    "compare.chapter": ("第 {first}–{last} 段 {title}", "turns {first}–{last}: {title}"),
    "compare.rest": ("其余", "The rest"),
    "compare.title": (
        "{name}更常说“{term}”：{count} 次，其余 {rest_count} 次（每千字 {rate:.1f} 比 {rest_rate:.1f}）",
        "{name}: “{term}” {count} times, the rest {rest_count} (per 1,000 characters {rate:.1f} to {rest_rate:.1f})",
    ),
    "compare.none_title": (
        "{name}没有次数够多又明显偏多的词",
        "{name}: no term both frequent enough and clearly said more",
    ),
    "compare.count": ("{count} 次", "{count}"),
    "compare.few": ("{count} 次（少）", "{count} (few)"),
    "compare.small": ("少", "few"),
    "compare.hover": (
        "{name} · {term}：{count} 次，每千字 {rate:.1f} 次；G² {g2:.1f}",
        "{name} · {term}: {count} times, {rate:.1f} per 1,000 characters; G² {g2:.1f}",
    ),
    "compare.note": (
        "只画说得偏多的词，按对数似然 G² 排列：{critical} 以上，一百个词里约有一个会是偶然（Rayson 与 Garside，"
        "2000）。两边合计不足 {small} 次的标“少”、画得浅，只供参考。表里的倍数是 log2 比值：1 是两倍，2 是四倍；"
        "没说过按半次算（Hardie，2014）。点击看原话。",
        "Terms said more than by the rest, by log-likelihood G²: above {critical}, about one term in a hundred would "
        "be chance (Rayson and Garside, 2000). Terms said fewer than {small} times in all are marked few and drawn "
        "pale: a hint only. In the table the log ratio: 1 is twice, 2 four times; never said counts as half a time "
        "(Hardie, 2014). Click to read.",
    ),
    "col.compare_count": ("次数", "Times"),
    "col.compare_rest_count": ("其余次数", "Rest: times"),
    "col.compare_per_1k_chars": ("每千字", "Per 1,000"),
    "col.compare_rest_per_1k_chars": ("其余每千字", "Rest: per 1,000"),
    "col.compare_g2": ("G²", "G²"),
    "col.compare_log_ratio": ("log2 倍数", "Log ratio"),
    "col.compare_is_small": ("备注", "Remark"),
    "axis.per_1k": ("每千字次数", "Times per 1,000 characters"),
    "empty.compare": (
        "符合筛选的原话都属于同一组，没有可比的其余部分。请在左侧放宽筛选。",
        "All that passes the filters is of one group, with no rest to compare. Widen them on the left.",
    ),
}

TOGETHER: dict[str, tuple[str, str]] = {
    "together.title": (
        "最常一起说的是“{term}”和“{other}”：{count} 句",
        "Most often together: “{term}” and “{other}”, in {count} sentences",
    ),
    "together.threshold": ("至少在几句话里一起出现", "Together in at least so many sentences"),
    "together.note": (
        "连线表示两个词在同一句话里出现，并且比偶然多；线越粗句数越多，圆越大次数越多，颜色是话题。现在画了 {nodes} "
        "个词、{edges} 条线；最多画 {most} 个最重要的词。点击圆看一个词的原话，点击线中间的点看两个词同在的原话。",
        "A line: both terms in one sentence, more than by chance; the thicker, the more sentences. The larger the "
        "circle, the more often said; the colour is the topic. Drawn are {nodes} terms and {edges} lines, of the "
        "{most} most important terms at most. Click a circle for its sentences, the dot on a line for those with both.",
    ),
    "together.node_hover": ("{term} · {count} 次", "{term} · {count} times"),
    "together.edge_hover": ("{term} + {other}：{count} 句", "{term} + {other}: {count} sentences"),
    "together.pair": ("{term} + {other}", "{term} + {other}"),
    "empty.together": (
        "没有两个关键词一起出现在 {least} 句以上并且多于偶然。请在左侧放宽筛选。",
        "No two terms stand together in {least} sentences or more, and more than by chance. Widen the filters.",
    ),
}

CONTEXT: dict[str, tuple[str, str]] = {
    "context.find": ("查找的词（任何文字都可以）", "Word to look for (any text)"),
    "context.sort": ("排列", "Sort by"),
    "context.sort_place": ("先后", "order"),
    "context.sort_left": ("左边的字", "left"),
    "context.sort_right": ("右边的字", "right"),
    "context.title": (
        "“{text}”在原话里出现 {count} 处，{speakers} 人说过",
        "“{text}” stands in {count} places, said by {speakers} speakers",
    ),
    "context.note": (
        "按字面查找，长词里面的也算，所以可能比关键词的次数多。排列时相同的上下文排在一起，常见的在前。"
        "点击一行到实录中的位置。",
        "Found letter by letter, inside longer words too, so there may be more than the term's count. Sorted, equal "
        "contexts stand together, the commonest first. Click a line to go to its place in the transcript.",
    ),
    "context.place": ("第 {turn} 段", "turn {turn}"),
    "context.more": ("再看一些（还有 {count} 处）", "Show some more ({count} places left)"),
    "empty.context": (
        "符合筛选的原话里没有这几个字。请换一个词，或在左侧放宽筛选。",
        "Not in the words that pass the filters. Look for another word, or widen the filters on the left.",
    ),
    "empty.context_text": ("请输入要查找的词，然后按回车。", "Type a word to look for, then press Enter."),
}
