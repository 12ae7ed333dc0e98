"""What the page on method says, and the method part of files."""

# the names of what is explained, in reading order
HOW = ("chars", "turns", "questions", "share", "balance", "moderator", "terms", "topics", "chapters", "ledger", "links")
LIMITS = ("text", "model", "long", "language", "people")
FACTS = (
    "source",
    "sha256",
    "format",
    "encoding",
    "analysis_version",
    "engine",
    "lexicon_sha256",
    "own_lexicon_sha256",
    "models_sha256",
    "encoder_sha256",
    "terms_sha256",
)

ABOUT: dict[str, tuple[str, str]] = {
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
        "一位发言人的字数 ÷ 当前筛选下所有发言人的字数。",
        "A speaker's characters ÷ those of all speakers in view.",
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
        "分词后去掉虚词，常连用的词合成短语（短语只算一次，里面的词不再计），同义的写法合在一起数；人名、机构名、地名"
        "另记一类，不排进关键词。重要性是一个词有多像会出现在标题里：由次数、稀有程度、词性、说过的人数和位置算出，"
        "学自有标题的会议片段。",
        "Words without filler; words that keep standing together become one phrase, counted once and not again by its "
        "parts; synonyms are counted as one; names of people, organisations and places are kept apart and not ranked. "
        "Importance is how likely a headline would have the word, by count, rarity, part of speech, speakers and "
        "place, learned from parts of meetings that have one.",
    ),
    "about.how_topics": ("话题", "Topics"),
    "about.how_topics_text": (
        "把常在同一句或相邻句出现的关键词聚成组（Ward 法），组数随句数的平方根增长，最多 12 组；用组里最重要、最贴近的"
        "两个词命名；不足 30 句不归纳。",
        "Terms that share sentences are clustered (Ward's method) into groups, their number growing with the square "
        "root of the sentences up to 12, named by the two terms that tell most and fit best; none under 30 sentences.",
    ),
    "about.how_chapters": ("章节", "Chapters"),
    "about.how_chapters_text": (
        "前后用词差别大、前面刚讲完一大段、主持人在发问的发言，像是新的一章；章节长短以 34 场标注会议为准，"
        "标题是本章突出的关键词。是推测，不是事实。",
        "A chapter begins where words change, much has been said and the moderator asks; its usual length is "
        "that of 34 annotated meetings, its title the terms that lead in it. A guess, not a fact.",
    ),
    "about.how_ledger": ("挑战与建议", "Challenges and advice"),
    "about.how_ledger_text": (
        "先由多语言编码器和词语线索给每句打分，相邻的句子合成一条。编码器先学了 266 段公开会议（由语言模型按标注"
        "指南标注，未逐条人工复核），再学了 34 场按同一指南标注的中文圆桌会议。摘要只截取发言人自己的话，标黄的是"
        "常见的提示词，“判断依据”列出最起作用的几方面。"
        "页面上的挑战和建议默认只计较有把握的条目，“待核”的不计。",
        "A multilingual encoder, together with word cues, scores each sentence; neighbours become one row. The encoder "
        "learned from 266 excerpts of public meetings first (marked by a language model by the annotators' guide, not "
        "reviewed one by one), then from 34 Chinese round tables annotated by the same guide. "
        "The summary is cut from the speaker's own words; the marked "
        "words are common cues, and “Judged by” names what weighed most. Pages count the surer rows only, unless the "
        "doubtful are included.",
    ),
    "about.how_links": ("回应", "Answers"),
    "about.how_links_text": (
        "模型按先后、距离、谁说的、共同用词和意思是否对得上猜测哪条建议回应了哪条挑战，每条回应旁写有“回应把握”；"
        "页面上把握不到 {likely:.0%} 的只列为候选（打开“包括待核”时全部算上）。认定的回应错得不少"
        "（见下面的“认定的回应”），没找到也不等于没人回应。",
        "The model guesses which advice answers which challenge from order, distance, speakers, shared words and sense "
        "and says how sure it is beside each; on the pages those under {likely:.0%} are candidates only (with the "
        "doubtful included, all count). Many asserted answers are wrong (see "
        "below), and none found does not mean nobody answered.",
    ),
    "about.accuracy_title": ("准确到什么程度", "How accurate it is"),
    "about.accuracy_note": (
        "在 {meetings} 场模型没有见过的会议（{sentences:,} 句）上测得，每场都由没有用它训练的模型预测；做法是看"
        "着这些结果定的，所以略偏乐观；1 为全对。"
        "两位人工标注者之间，句子 F1 约为 0.90；回应没有这样的对照。",
        "Measured on {meetings} meetings ({sentences:,} sentences), each predicted by a model that never saw it; "
        "the recipe was chosen seeing these figures, so they flatter a little; 1 is perfect. Two human readers agree "
        "at a sentence F1 of about 0.90; for answers there is no such figure.",
    ),
    "about.challenge_f1": ("挑战句 F1", "Challenge F1"),
    "about.challenge_f1_what": ("找得准与找得全的综合", "precision and recall together"),
    "about.advice_f1": ("建议句 F1", "Advice F1"),
    "about.advice_f1_what": ("找得准与找得全的综合", "precision and recall together"),
    "about.link_precision": ("认定的回应", "Answers asserted"),
    "about.link_precision_what": ("其中正确的比例", "share that is right"),
    "about.link_f1": ("回应 F1", "Link F1"),
    "about.link_f1_what": ("找得准与找得全的综合", "precision and recall together"),
    "about.shown_challenges": ("默认显示的挑战", "Challenges shown"),
    "about.shown_challenges_what": ("其中正确的比例", "share that is right"),
    "about.shown_advice": ("默认显示的建议", "Advice shown"),
    "about.shown_advice_what": ("其中正确的比例", "share that is right"),
    "about.term_hits": ("关键词", "Terms"),
    "about.term_hits_what": ("标题用词在前十个里的比例", "share of a headline's words in the first ten"),
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
    "about.limit_language": ("只懂中文", "Chinese only"),
    "about.limit_language_text": (
        "简体、繁体、全角、半角都一样读；没有标点的语音识别稿按常用的起句词和长度断句，条目会粗一些；大部分不是中文的"
        "文字稿不列挑战和建议。",
        "Simplified or traditional, full or half width read alike. Speech recognition without punctuation is cut by "
        "words that open a sentence and by length, so rows are coarser. A transcript mostly in another language gets "
        "no challenges or advice.",
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
        "公开部署对所有人只显示仓库里已提交的工作坊，请先征得发言人同意再提交。"
        "访客在“导入”页放进的内容只有自己看得到，访问结束后删除。",
        "A public deployment shows everybody the workshops committed to its repository: ask the speakers before you "
        "commit one. What a visitor drops in on the page Import is seen by that visitor alone and deleted afterwards.",
    ),
    "about.codes_title": ("代号", "Codes"),
    "about.codes_what": ("换掉什么", "What is replaced"),
    "about.codes_what_text": (
        "左侧切换到“代号”后，各页、图表、下载和网址里，发言人、他们的单位、用“姓氏加称呼”提到的人和带机构结尾的名称都换成"
        "代号，同一场工作坊每次都一样。数字仍按原话计算，只有关键词不再计名字里的词。",
        "With the switch on the left set to codes, speakers, their organisations, people spoken of by surname and "
        "title and names with an organisation's ending are replaced on every page, in charts, downloads and the "
        "address, always alike for one workshop. Figures still count the words as said; only terms are "
        "no longer counted within names.",
    ),
    "about.codes_place": ("地方", "Places"),
    "about.codes_place_text": (
        "发言人的省份保留，城市和职务不显示；原话谈到的地名保留。人少时，省份加上所说的事仍可能让熟人认出是谁。",
        "A speaker's province stays, city and post are left out; places that speech is about stay. In a small group "
        "the province and what was said may still tell insiders who it was.",
    ),
    "about.codes_limit": ("会漏、会错", "It misses and errs"),
    "about.codes_limit_text": (
        "只在原话里提到、又没有称呼或机构结尾的名字可能还在；与常用词相同的名字和单字名只在单独出现时换掉；姓氏加称呼如果"
        "另有其人，会当成同姓的发言人。公开之前请通读一遍。",
        "Names only spoken of, without a title or an organisation's ending, may remain; a name that is a common word "
        "as well, or one character, is replaced only where it stands by itself; a surname with a title is taken for "
        "the speaker of that surname. Read all of it before you publish.",
    ),
    "about.codes_more": ("怎么补、怎么留", "Adding and keeping"),
    "about.codes_more_text": (
        "在原稿旁同名的 .toml 里写 [codes]，每行一个名字和它的代号（可与已有代号相同；写成名字自己就保留不换），"
        "再分析一次。",
        "Write [codes] into the .toml beside the transcript, a name and its code a line (the code may be one in use; "
        "a name set to itself is kept), and analyse again.",
    ),
    "about.codes_key": ("对照表", "The key"),
    "about.codes_key_text": (
        "代号对应谁，只有在自己电脑上运行时，或在公开的服务器上由导入这场工作坊的人，才能下载。切回“姓名”仍会显示姓名：代号用于"
        "截图、汇报和导出，不能代替权限。",
        "Who is behind a code can be downloaded on your own machine only, or on a public server by whoever uploaded "
        "the workshop. The switch back to names shows them again: codes are for pictures, slides and files, and do "
        "not keep anyone out.",
    ),
    "about.source_title": ("这场数据的来源", "Where these data come from"),
    "about.fact_source": ("原稿文件", "Source file"),
    "about.fact_sha256": ("原稿 SHA-256", "Source SHA-256"),
    "about.fact_format": ("格式", "Format"),
    "about.fact_encoding": ("编码", "Encoding"),
    "about.fact_analysis_version": ("分析版本", "Analysis version"),
    "about.fact_engine": ("分词引擎", "Segmenter"),
    "about.fact_lexicon_sha256": ("词表 SHA-256", "Lexicon SHA-256"),
    "about.fact_own_lexicon_sha256": ("本场词表 SHA-256", "Own lexicon SHA-256"),
    "about.fact_models_sha256": ("模型 SHA-256", "Model SHA-256"),
    "about.fact_encoder_sha256": ("编码器 SHA-256", "Encoder SHA-256"),
    "about.fact_terms_sha256": ("关键词模型 SHA-256", "Term model SHA-256"),
}
