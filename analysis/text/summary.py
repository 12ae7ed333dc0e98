"""What the written summary says, and where the overview leads on to."""

SUMMARY: dict[str, tuple[str, str]] = {
    "summary.heading": ("五句话小结（逐句由表格数出，可复制）", "Summary in five sentences (counted from the tables)"),
    "summary.note": (
        "每一句都是数出来的或原话，随筛选改变；挑战、建议和回应由模型判断，引用前请对照原话。",
        "Every sentence is counted or quoted and follows the filters; challenges, advice and answers are the model's "
        "judgement: check the words before you quote it.",
    ),
    "summary.title": ("工作坊《{title}》", "“{title}”: "),
    "summary.only": ("工作坊《{title}》中，只看{only}：", "“{title}”, only {only}: "),
    "summary.nothing": ("没有一个字的原话。", "no words at all."),
    "summary.extent": (
        "共有 {speakers} 位发言人（主持人 {moderators} 位），发言 {turns} 段，{chars:,} 字。",
        "{speakers} speakers (moderators: {moderators}), {turns} turns, {chars:,} characters.",
    ),
    "summary.alone": ("只有{name}一位发言。", "{name} alone speaks."),
    "summary.spread": (
        "字数最多的是{name}，占 {share:.0%}；{total} 位中的 {half} 位合计说了至少一半。",
        "{name} has most of the characters, {share:.0%}; {half} of {total} together said at least half.",
    ),
    "summary.spread_tied": (
        "{count} 位字数同为最多，各占 {share:.0%}；{total} 位中的 {half} 位合计说了至少一半。",
        "{count} speakers have equally many characters, {share:.0%} each, and nobody more; {half} of {total} together "
        "said at least half.",
    ),
    "summary.topics": (
        "谈到归纳出的 {total} 个话题，句子较多的有{topics}。",
        "{total} of the topics drawn are spoken of, among the largest, in sentences: {topics}.",
    ),
    "summary.topic": ("“{name}”（{count} 句）", "“{name}” ({count})"),
    "summary.kind": ("“{name}”（{count} 条）", "“{name}” ({count})"),
    "summary.terms": ("常说的关键词有{terms}。", "Among the terms said most often: {terms}."),
    "summary.term": ("“{name}”（{count} 次）", "“{name}” ({count} times)"),
    "summary.no_terms": ("其中没有关键词。", "There is no term in it."),
    "summary.joint": ("、", ", "),
    "summary.challenges": (
        "模型列出 {count} 条挑战，按类别：{kinds}{more}；其中 {answered} 条可能已有建议，{open} 条未找到回应。",
        "The model lists {count} challenges, by category: {kinds}{more}; {answered} may have advice, for {open} no "
        "answer was found.",
    ),
    "summary.more_kinds": ("等", " and others"),
    "summary.no_challenges": ("模型没有列出挑战。", "The model lists no challenges."),
    "summary.advice": (
        "列出 {count} 条建议，来自 {speakers} 位发言人",
        "It lists {count} pieces of advice, from {speakers} speakers",
    ),
    "summary.first_open": (
        "；第一条未找到回应的挑战是{name}在第 {turn} 段说的：“{quote}”。",
        "; the first challenge without an answer found is {name}'s, in turn {turn}: “{quote}”.",
    ),
    "summary.none_open": ("；没有未找到回应的挑战。", "; no challenge is without an answer."),
    "summary.advice_alone": (
        "列出 {count} 条建议，来自 {speakers} 位发言人。",
        "It lists {count} pieces of advice, from {speakers} speakers.",
    ),
    "summary.not_chinese": (
        "这份文字稿大部分不是中文，没有找挑战和建议。",
        "Most of this transcript is not in Chinese, so challenges and advice were not looked for.",
    ),
    "next.title": ("接着看", "Look next at"),
    "next.open": ("{count} 条未找到回应的挑战", "{count} challenges without an answer found"),
    "next.doubtful": ("{count} 条待核的挑战", "{count} doubtful challenges"),
    "next.terms": ("{count} 个关键词", "{count} terms"),
    "next.balance": ("发言是否均衡", "How even was the talk"),
    "next.longest": ("最长的一段：{name}，{chars:,} 字", "The longest turn: {name}, {chars:,} characters"),
    "copy.link": ("复制链接", "Copy link"),
    "copy.copied": ("已复制", "Copied"),
    "copy.failed": ("没能复制，请从地址栏复制", "Could not copy: take it from the address bar"),
    "copy.summary": ("复制小结", "Copy the summary"),
    "overview.chapter_hover": (
        "第 {number} 章 · 第 {first}–{last} 段 · {title}",
        "Chapter {number} · turns {first}–{last} · {title}",
    ),
    "overview.chapter_title": ("第 {number} 章的原话：{title}", "What was said in chapter {number}: {title}"),
    "take.title": (
        "带走的文件：整场的报告、幻灯片、表格",
        "Files to take along: report, slides, tables of the whole session",
    ),
    "take.note": (
        "文件包含整场，不随筛选；现在显示代号时，文件里也是代号。挑战与建议标“未核”的，请对照原话。",
        "The files hold the whole session, whatever is filtered, with codes where codes are shown now. Check the words "
        "of what is marked “not reviewed”.",
    ),
    "take.pptx": ("幻灯片（PowerPoint）", "Slides (PowerPoint)"),
    "take.docx": ("报告（Word）", "Report (Word)"),
    "take.xlsx": ("全部表格（Excel）", "All tables (Excel)"),
    "take.html": ("单个网页（HTML）", "One web page (HTML)"),
    "take.check-docx": ("成员核对单（Word）", "Check sheets (Word)"),
    "take.check-html": ("成员核对单（HTML）", "Check sheets (HTML)"),
    "download.image": ("下载图片（{format}）", "Download the picture ({format})"),
    "help.mark": ("说明", "Explain"),
}
