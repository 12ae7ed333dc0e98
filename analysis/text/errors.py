"""Messages of `AnalysisError`, by code: what is wrong and what to do."""

ERRORS: dict[str, tuple[str, str]] = {
    "error.empty": (
        "文件是空的，没有读到任何文字。请换一个文件。",
        "The file is empty: no text was found in it. Choose another file.",
    ),
    "error.binary": (
        "这不是文字稿（像是图片、音频或压缩包）。请上传 txt、docx、srt、vtt、csv、xlsx、json 或 pdf。",
        "This is not a text transcript (it looks like a picture, audio or an archive). Choose a txt, docx, srt, vtt, "
        "csv, xlsx, json or pdf file.",
    ),
    "error.old_office": (
        "这是旧版 Office 文件，请另存为 .docx / .xlsx 再上传。",
        "This is an old Office file. Save it as .docx / .xlsx and choose that.",
    ),
    "error.broken": (
        "文件已损坏，或扩展名与内容不符。请换一个文件，或重新导出。",
        "The file is damaged, or its extension does not match its content. Choose another file or export it again.",
    ),
    "error.too_big": (
        "文件 {size} MB，超过上限 {limit} MB。可按场次拆开再试。",
        "The file has {size} MB; the limit is {limit} MB. Split it by session and try again.",
    ),
    "error.unpacked_too_big": (
        "文件解压后过大（{size} MB），已停止读取。请只保留文字再试。",
        "Unpacked, the file is too big ({size} MB); reading was stopped. Keep only the text and try again.",
    ),
    "error.too_many_pages": (
        "文件 {pages} 页，超过上限 {limit} 页。可按场次拆开再试。",
        "The file has {pages} pages; the limit is {limit}. Split it by session and try again.",
    ),
    "error.too_many_rows": (
        "表格太大（上限 {limit} 行）。可按场次拆开再试。",
        "The table is too big (the limit is {limit} rows). Split it by session and try again.",
    ),
    "error.too_slow": (
        "读了 {limit} 秒还没有读完，已停止。可按场次拆开，或另存为 txt 再试。",
        "Reading was stopped after {limit} seconds. Split the file by session, or save it as txt.",
    ),
    "error.locked": (
        "文件有密码，无法读取。请去掉密码再试。",
        "The file is locked by a password. Remove the password and try again.",
    ),
    "error.pdf_scanned": (
        "PDF 里没有文字层（扫描件），无法读取。请用原来的 docx 或 txt，或先做文字识别。",
        "The PDF holds no text (it is a scan). Use the docx or txt it was made from, or recognise its text first.",
    ),
    "error.no_text": (
        "这个文件只有时间没有文字，请同时给出转写文本。",
        "This file has times but no words. Give the transcribed text as well.",
    ),
    "error.no_text_column": (
        "没找到“发言内容”列；现有列：{columns}。请把这一列的名字改为“发言内容”，发言人一列改为“发言人”。",
        "No column with the speech was found; there are: {columns}. Name that column “text” and that of the speakers "
        "“speaker”.",
    ),
    "error.table_cell": (
        "表格里有一格太长，可能缺了一个引号。请检查引号再试。",
        "A cell of the table is too long; a quotation mark may be missing. Check the quotation marks and try again.",
    ),
    "error.json_invalid": (
        "JSON 第 {line} 行有语法错误。请重新导出。",
        "Line {line} of the JSON has a syntax error. Export the file again.",
    ),
    "error.json_deep": (
        "JSON 嵌套太深，不像文字稿。请重新导出。",
        "The JSON is nested too deeply for a transcript. Export the file again.",
    ),
    "error.json_unknown": (
        "认不出的 JSON 结构，顶层键：{keys}。请改用 txt、srt 或 csv 导出。",
        "The layout of the JSON is not known; its top-level keys: {keys}. Export txt, srt or csv instead.",
    ),
    "error.encoding": (
        "无法识别编码，第 {line} 行附近有乱码。请用“另存为 UTF-8”保存后再试。",
        "The encoding is not recognised; near line {line} the text is garbled. Save the file as UTF-8 and try again.",
    ),
    "error.no_speakers": (
        "没有找到发言人标记。前 3 行是：{lines}。支持的写法：“姓名：发言”；“姓名（单位）：”单独一行，下面是发言；"
        "“【姓名】发言”。请改好后再试。",
        "No speaker labels were found. The first 3 lines are: {lines}. Write “Name: speech”; or “Name (organisation):” "
        "on a line of its own with the speech below; or “【Name】speech”.",
    ),
    "error.format_unsupported": (
        "这种格式（{format}）不能读。请先另存为 docx 或 txt。",
        "This format ({format}) cannot be read. Save it as docx or txt first.",
    ),
    "error.format_unknown": (
        "没有名为 {format} 的格式。可用的有：{known}。",
        "There is no format named {format}. Choose one of: {known}.",
    ),
    "error.file_missing": (
        "找不到这个文件。请检查路径。",
        "There is no such file. Check the path.",
    ),
    "error.file_unreadable": (
        "打不开这个文件。请检查它是不是文件夹、有没有读取权限。",
        "The file cannot be opened. Check that it is not a folder and that you may read it.",
    ),
    "warning.one_speaker": (
        "只识别到 1 位发言人（{speaker}，{turns} 段）。可继续，但互动类图表没有意义。",
        "Only 1 speaker was found ({speaker}, turns: {turns}). You may go on, but charts of interaction mean nothing.",
    ),
    "warning.no_speakers_in_cues": (
        "字幕里没有说话人。可继续，但发言人的图表没有意义。",
        "The subtitles name no speakers. You may go on, but charts of speakers mean nothing.",
    ),
    "warning.no_speakers_in_json": (
        "这个 JSON 里没有说话人。可继续，但发言人的图表没有意义。",
        "The JSON names no speakers. You may go on, but charts of speakers mean nothing.",
    ),
    "warning.no_speaker_column": (
        "表格里没有“发言人”列。可继续，但发言人的图表没有意义。",
        "The table has no column of speakers. You may go on, but charts of speakers mean nothing.",
    ),
    "warning.several_sessions": (
        "文件里有 {sessions} 场对话，按一场读入。请一场一个文件。",
        "The file holds {sessions} conversations and was read as one. Make one file of each.",
    ),
    "warning.possible_speakers": (
        "可能还有发言人：{places}。若是，请检查这些行的写法。",
        "There may be more speakers: {places}. If so, check how these lines are written.",
    ),
    "warning.bad_bytes": (
        "第 {line} 行附近有 {bytes} 处字节无法识别，已用“�”代替。",
        "Near line {line} bytes could not be read ({bytes} places) and stand as “�”.",
    ),
    "warning.empty_turns": (
        "有发言人标记但没有发言的行：{lines}。",
        "Lines with a speaker label but no speech: {lines}.",
    ),
    "warning.no_names": (
        "{turns} 段没有标明发言人（第 {lines} 行）。",
        "Turns without a speaker's name: {turns} (lines {lines}).",
    ),
    "warning.single_turns": (
        "只发言一次的名字：{speakers}。请看看是不是误认的发言人。",
        "Names that occur once: {speakers}. Check that these are speakers.",
    ),
    "warning.similar_names": (
        "可能是同一个人：{pairs}。若是，请在设置文件里改成一个名字。",
        "These may be one person: {pairs}. If so, give them one name in the settings file.",
    ),
    "warning.time_back": (
        "时间比上一段早的行：{lines}。请检查录音是否分段。",
        "Lines whose time is before the one above: {lines}. Check whether the recording has parts.",
    ),
    "warning.clock_times": (
        "时间是钟表时间（从 {start} 起），不是从录音开头算起。",
        "Times are those of the clock (from {start}), not counted from the start of the recording.",
    ),
    "warning.affiliation_conflict": (
        "{speaker} 的单位前后不同：{affiliations}。若是两个人，请在文字稿里用不同的名字；"
        "若是一个人，请在设置文件里写明单位。",
        "{speaker} is introduced in different ways: {affiliations}. If these are two people, give them different names "
        "in the transcript; if it is one, state the affiliation in the settings file.",
    ),
    "warning.joint": ("、", ", "),
    "error.unexpected": (
        "程序出错（{reason}）。这是程序的错误，请连同原文件一起反馈。",
        "The program failed ({reason}). This is the program's fault; please report it with the file.",
    ),
    "error.table_missing": (
        "缺少数据表 {table}。请运行：python -m analysis build",
        "The table {table} is missing. Run: python -m analysis build",
    ),
    "error.table_damaged": (
        "数据表 {table} 已损坏或版本不符。请运行：python -m analysis build",
        "The table {table} is damaged or of another version. Run: python -m analysis build",
    ),
    "error.table_invalid": (
        "数据表 {table} 不合约定：{reason}。这是程序的错误，请连同原文件一起反馈。",
        "The table {table} breaks its contract: {reason}. This is the program's fault; please report it with the file.",
    ),
    "error.lexicon_missing": (
        "缺少词表文件。请从仓库恢复 data/lexicon 文件夹。",
        "A lexicon file is missing. Restore the folder data/lexicon from the repository.",
    ),
    "error.lexicon_invalid": (
        "词表有一行读不懂：{reason}。请改正这一行。",
        "A line of the lexicon cannot be read: {reason}. Correct that line.",
    ),
    "error.lexicon_encoding": (
        "这一行不是 UTF-8 文字。请把文件另存为 UTF-8 的文本。",
        "This line is not UTF-8 text. Save the file as UTF-8 text.",
    ),
    "error.lexicon_long": (
        "词表最多 {most:,} 行。请去掉不需要的行。",
        "A word list has at most {most:,} lines. Remove those that are not needed.",
    ),
    "error.lexicon_unknown": (
        "工作坊自己的词表文件夹里只能有：{known}。请改名或移走。",
        "The folder of a workshop's own lexicon may hold only: {known}. Rename the file or move it away.",
    ),
    "error.words_invalid": (
        "每行应写一个词，不超过 {most} 字，中间没有空格；这一行是“{line}”。",
        "Each line takes one word of at most {most} characters without blanks; this line is “{line}”.",
    ),
    "error.synonyms_invalid": (
        "每行应写两个或更多同义的词，用空格隔开，一个词在整个文件里只能出现一次；这一行是“{line}”。",
        "Each line takes two or more words of one meaning, with blanks between them, and a word may stand in the file "
        "but once; this line is “{line}”.",
    ),
    "error.topic_names_invalid": (
        "每行应写“名称 = 词 词”，名称不超过 {most} 字，只出现一次，等号后面至少一个词；这一行是“{line}”。",
        "Each line takes “name = word word”: a name of at most {most} characters, once in the file, and at least one "
        "word behind the equals sign; this line is “{line}”.",
    ),
    "error.categories_invalid": (
        '每行应写“类别 = ["词", "词"]”，类别只能是 {known}，各写一次；这一行是“{line}”。',
        'Each line takes “category = ["word", "word"]”, the category one of {known}, each once; this line is “{line}”.',
    ),
    "error.engine_unknown": (
        "环境变量 WORKSHOP_INSIGHTS_ENGINE 只能是 rjieba 或 jieba，现在是 {engine}。",
        "The variable WORKSHOP_INSIGHTS_ENGINE must be rjieba or jieba; it is {engine}.",
    ),
    "error.settings_invalid": (
        "设置文件有误：{reason}。可用的写法见 README“分析自己的文字稿”。",
        "The settings file is not right: {reason}. See README, how to analyse your own transcript.",
    ),
    "error.write_failed": (
        "写不进去：{reason}。请检查文件夹权限和磁盘空间。",
        "Could not write: {reason}. Check the folder's permissions and the free disk space.",
    ),
    "error.edits_damaged": (
        "改动记录读不懂（第 {number} 条；0 是整个文件）。文件原样保留；在修好或移走它之前不能改名，显示的是机器的"
        "名称。",
        "The record of edits cannot be read (entry {number}; 0 is the whole file). It is left as it is; until it is "
        "mended or moved away, nothing can be renamed and the machine's names are shown.",
    ),
    "error.edits_newer": (
        "改动记录来自更新的版本（{version}，这里只懂到 {known}）。文件原样保留；请更新程序。在此之前不能改名，显示的是"
        "机器的名称。",
        "The record of edits is of a newer version ({version}; known here up to {known}). It is left as it is; update "
        "the program. Until then nothing can be renamed and the machine's names are shown.",
    ),
    "error.edits_busy": (
        "另一个程序正在写改动记录，这次没有保存。请过一会儿再试。",
        "Another program is writing the record of edits, and this one was not kept. Try again in a moment.",
    ),
    "error.slug_twice": (
        "有两个文件都会写成 {slug}，请把其中一个改名。",
        "Two of the files would both become {slug}; rename one of them.",
    ),
    "error.slug_unknown": (
        "没有名为 {slug} 的工作坊。现有：{known}。",
        "There is no workshop named {slug}. There are: {known}.",
    ),
    "error.font_missing": (
        "缺少字体文件。请从仓库恢复 data/fonts 文件夹。",
        "A font file is missing. Restore the folder data/fonts from the repository.",
    ),
    "error.slug_taken": (
        "已经有名为 {slug} 的工作坊。请选择替换它，或两份都留。",
        "There already is a workshop named {slug}. Choose to replace it or to keep both.",
    ),
    "error.workshop_unknown": (
        "找不到工作坊 {slug}，可能已在别处移除。请刷新页面。",
        "There is no workshop {slug}; it may have been removed elsewhere. Reload the page.",
    ),
    "error.zip_invalid": (
        "这个 zip 不是从这里下载的工作坊，或已被改动（{reason}）。请重新下载，或直接导入文字稿。",
        "This zip is not a workshop downloaded here, or it was changed ({reason}). "
        "Download it again, or drop in the transcript.",
    ),
    "error.zip_too_big": (
        "这个 zip 解压后过大（{size} MB），已停止读取。请直接导入文字稿。",
        "This zip would unpack to {size} MB; reading has stopped. Drop in the transcript instead.",
    ),
    "error.no_workshop": (
        "还没有分析过的工作坊。请到“导入”页放进一份文字稿。",
        "No workshop has been analysed yet. Drop a transcript in on the page Import.",
    ),
    "error.model_missing": (
        "缺少模型文件。请从仓库恢复 data/models 文件夹。",
        "A model file is missing. Restore the folder data/models from the repository.",
    ),
    "error.model_damaged": (
        "模型文件已损坏或版本不符。请从仓库恢复 data/models 文件夹。",
        "A model file is damaged or of another version. Restore the folder data/models from the repository.",
    ),
    "error.gold_missing": (
        "这个文件夹里没有标注（成对的 .json 和 .tsv）。请换一个文件夹。",
        "This folder holds no annotation (pairs of .json and .tsv). Choose another folder.",
    ),
    "error.gold_invalid": (
        "标注读不懂：{reason}。请对照 GUIDE.md 改正。",
        "The annotation cannot be read: {reason}. Correct it by GUIDE.md.",
    ),
    "error.card_damaged": (
        "模型说明缺失或已损坏。请从仓库恢复 data/models 文件夹，或运行：python -m analysis.train",
        "The model card is missing or damaged. Restore data/models, or run: python -m analysis.train",
    ),
    "error.held_out_missing": (
        "没有编码器在未见过的会议上的打分（{meeting}）。请先运行：python -m analysis.encoder.training.fit --folds",
        "Held-out scores of the encoder are missing ({meeting}). Run: python -m analysis.encoder.training.fit --folds",
    ),
}
