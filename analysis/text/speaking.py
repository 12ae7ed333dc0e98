"""What the speakers page says of balance, groups, one speaker and those who were silent."""

SPEAKING: dict[str, tuple[str, str]] = {
    "speakers.tied_title": (
        "{total} 位中，{count} 位说得同样多，各占 {share:.0%}，没有人说得更多",
        "Of {total} speakers, {count} said equally much, {share:.0%} each, and nobody more",
    ),
    "speakers.bar_moderator": ("{chars:,} 字 · {share:.0%} · 主持人", "{chars:,} · {share:.0%} · moderator"),
    "balance.interval": ("{why}；区间 {low}–{high}", "{why}; interval {low}–{high}"),
    "balance.note": (
        "区间说的是：如果这些发言段换一批，数字会动多少。做法：从所列发言段里有放回地重抽同样多段，重复 "
        "{replicates:,} 次，取数字 ± 1.96 倍标准差（Efron 和 Tibshirani 1993，13.3 节）；"
        "每次用同一组随机数。发言段少，区间就宽。",
        "An interval tells how far the figure would move had other turns like these been taken: as many turns are "
        "drawn again with replacement {replicates:,} times, and the figure ± 1.96 standard deviations is taken "
        "(Efron and Tibshirani 1993, section 13.3), with the same random numbers each time. Few turns make it wide.",
    ),
    "along.title": (
        "全场按字数分成 {parts} 等份：一个人最多占一份的 {share:.0%}（如第 {part} 份的{name}）",
        "The session in {parts} equal parts: one speaker has at most {share:.0%} of a part (such as {name} in part "
        "{part})",
    ),
    "along.one_title": ("{name}的话在全场的哪一段", "Where in the session {name} speaks"),
    "along.note": (
        "每条是全场的一份（字数相同），颜色是发言人，长短是占这一份里所列发言的比例；点击一段看原话。",
        "Each bar is a part of the session (of equal characters), colours are speakers, length is the share of the "
        "words listed here in that part. Click to read.",
    ),
    "along.part": ("第 {part} 份", "Part {part}"),
    "along.hover": (
        "第 {part} 份 · {name} · {chars:,} 字 · {share:.0%}",
        "Part {part} · {name} · {chars:,} · {share:.0%}",
    ),
    "along.evidence": ("{name}在第 {part} 份里的原话", "What {name} said in part {part}"),
    "axis.part_share": ("占这一份字数的比例", "Share of the part's characters"),
    "lens.heading": ("按地区或机构看", "By region or organisation"),
    "lens.by": ("按什么看", "Group by"),
    "lens.region": ("省份", "Province"),
    "lens.organisation": ("机构", "Organisation"),
    "lens.unknown": ("未写明", "Not stated"),
    "lens.title": (
        "{group}：{speakers} 位，占人数 {expected:.0%}，占字数 {share:.0%}（{ratio:.1f} 倍）",
        "{group}: {speakers} of the speakers ({expected:.0%}), {share:.0%} of the characters ({ratio:.1f} times)",
    ),
    "lens.bar": (
        "{share:.0%} · 人数 {expected:.0%} · {ratio:.1f} 倍",
        "{share:.0%} · people {expected:.0%} · ×{ratio:.1f}",
    ),
    "lens.hover": (
        "{group}：{speakers} 位，{chars:,} 字，占 {share:.1%}；人人一样多应占 {expected:.1%}",
        "{group}: {speakers} speakers, {chars:,} characters, {share:.1%}; {expected:.1%} if all said the same",
    ),
    "lens.note": (
        "条长是占字数的比例；“人数”是人人一样多时应占的比例；倍数是前者除以后者，1 倍表示和人数相称。机构和地区取自"
        "原稿里的单位。人少时倍数说明不了什么。点击看原话。",
        "Bars are shares of the characters; “people” is what it would be if all said the same; × is the first divided "
        "by the second, 1 being in proportion. Taken from the affiliations in the source. With few people it tells "
        "little. Click to read.",
    ),
    "lens.evidence": ("{group}的原话", "What {group} said"),
    "empty.lens": (
        "没有可比的地区或机构：原稿里写明单位的不到两组。可以在文字稿旁的 .toml 里用 [affiliation] 补上。",
        "No regions or organisations to compare: fewer than two are stated. Add them in the .toml beside the "
        "transcript, under [affiliation].",
    ),
    "longest.label": (
        "最长的一段：{name}，第 {turn} 段，{chars:,} 字",
        "The longest turn: {name}, turn {turn}, {chars:,} characters",
    ),
    "silent.some": (
        "与会名单上的 {total} 位里，{count} 位在文字稿里没有发言（按全场）：{names}。",
        "Of {total} on the list of attendees, {count} say nothing in the transcript (whole session): {names}.",
    ),
    "silent.none": (
        "与会名单上的 {total} 位都在文字稿里发了言（按全场）。",
        "All {total} on the list of attendees speak in the transcript (whole session).",
    ),
    "silent.unlisted": (
        '没有与会名单，所以不知道谁在场而没有发言。可以在文字稿旁的 .toml 里写 attendees = ["姓名", …]，再分析一次。',
        'There is no list of attendees, so nobody knows who was there and silent. Write attendees = ["name", …] in '
        "the .toml beside the transcript, and analyse it again.",
    ),
    "card.heading": ("一位发言人", "One speaker"),
    "card.choose": ("选一位发言人", "Choose a speaker"),
    "card.none": ("未选", "Nobody chosen"),
    "card.hint": (
        "选一位，看这位自己的词、词云、挑战、建议，和谁有往来。",
        "Choose one to see their own words, cloud, challenges and advice, and whom they answered.",
    ),
    "card.gone": (
        "当前筛选里没有{name}的话。请在左侧放宽筛选，或另选一位。",
        "Nothing {name} said passes the filters. Widen them on the left, or choose another.",
    ),
    "card.share_counted": ("占当前全部发言的 {share:.0%}", "{share:.0%} of all words in view"),
    "card.longest": ("最长一段", "Longest turn"),
    "card.longest_counted": ("第 {turn} 段", "turn {turn}"),
    "card.words_title": ("{name}比其余的人更常说的词", "Terms {name} says more than the rest"),
    "card.words_bar": ("{count} 次；其余 {rest} 次", "{count}; the rest {rest}"),
    "card.words_hover": (
        "{term}：{name} {count} 次，每千字 {rate:.1f}；其余的人 {rest} 次，每千字 {rest_rate:.1f}",
        "{term}: {name} {count} times, {rate:.1f} per 1,000 characters; the rest {rest} times, {rest_rate:.1f}",
    ),
    "card.words_note": (
        "条长是每千字的次数。按 G²（Rayson 和 Garside 2000）排列，合计不足 {small} 次的词多半是偶然。点击看原话。",
        "Bars are times per 1,000 characters, in the order of G² (Rayson and Garside 2000); terms said fewer than "
        "{small} times in all may well be chance. Click to read.",
    ),
    "card.no_words": (
        "没有比其余的人更常说的关键词，或者没有其余的人可比。",
        "No term is said more than by the rest, or there is nobody else to compare with.",
    ),
    "card.cloud_alt": ("{name}的词云，字越大越突出", "{name}'s words; the larger, the more telling"),
    "card.ledger_title": (
        "{name}的挑战（{challenges}）与建议（{advice}）",
        "{name}'s challenges ({challenges}) and advice ({advice})",
    ),
    "card.no_ledger": (
        "当前没有列出这位发言人的挑战或建议。",
        "No challenge or advice of this speaker is listed in this view.",
    ),
    "card.reply_to": ("接在谁之后说话（全场）：{names}。", "Spoke right after (whole session): {names}."),
    "card.reply_from": ("谁接在其后说话（全场）：{names}。", "Who spoke right after them (whole session): {names}."),
    "card.advice_to": (
        "建议可能回应了谁的挑战（全场，模型判断）：{names}。",
        "Whose challenges their advice may have answered (whole session, by the model): {names}.",
    ),
    "card.advice_from": (
        "谁的建议可能回应了其挑战（全场，模型判断）：{names}。",
        "Whose advice may have answered their challenges (whole session, by the model): {names}.",
    ),
    "card.times": ("{name} {count} 次", "{name} {count}×"),
    "card.joint": ("、", ", "),
    "axis.per_1k_said": ("每千字次数", "Times per 1,000 characters"),
    "col.longest_turn_chars": ("最长一段字数", "Longest turn, characters"),
    "col.lens_group": ("组", "Group"),
    "col.lens_speakers": ("人数", "Speakers"),
    "col.lens_chars": ("字数", "Characters"),
    "col.lens_char_share": ("占字数", "Share of characters"),
    "col.lens_expected_share": ("占人数", "Share of speakers"),
    "col.lens_ratio": ("倍数", "Share ÷ share"),
}
