"""Messages of `AnalysisError`, by code: what is wrong and what to do."""

ERRORS: dict[str, tuple[str, str]] = {
    "error.empty": (
        "文件是空的，没有读到任何文字。请换一个文件。",
        "The file is empty: no text was found in it. Choose another file.",
    ),
    "error.binary": (
        "这不是文字稿（像是图片、音频或压缩包）。请另存为 UTF-8 的 txt 再试。",
        "This is not a text transcript (it looks like a picture, audio or an archive). Save the text as UTF-8 txt.",
    ),
    "error.old_office": (
        "这是旧版 Office 文件。请另存为 .docx / .xlsx 或 txt 再试。",
        "This is an old Office file. Save it as .docx / .xlsx or txt and try again.",
    ),
    "error.broken": (
        "文件已损坏，或扩展名与内容不符。请换一个文件，或重新导出。",
        "The file is damaged, or its extension does not match its content. Choose another file or export it again.",
    ),
    "error.too_big": (
        "文件 {size} MB，超过上限 {limit} MB。可按场次拆开再试。",
        "The file has {size} MB; the limit is {limit} MB. Split it by session and try again.",
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
        "这种格式（{format}）暂时还不能读。请先另存为每段写作“姓名：发言”的 txt 文件。",
        "This format ({format}) cannot be read yet. Save it first as a txt file that writes “Name: speech”.",
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
    "error.slug_twice": (
        "有两个文件都会写成 {slug}，请把其中一个改名。",
        "Two of the files would both become {slug}; rename one of them.",
    ),
    "error.workshop_unknown": (
        "没有名为 {slug} 的工作坊。现有：{known}。",
        "There is no workshop named {slug}. There are: {known}.",
    ),
    "error.font_missing": (
        "缺少字体文件。请从仓库恢复 data/fonts 文件夹。",
        "A font file is missing. Restore the folder data/fonts from the repository.",
    ),
    "error.codes_missing": (
        "这个版本还不能用代号代替人名，因此没有写出文件。请去掉 --codes，或换用更新的版本。",
        "This version cannot write codes instead of names, so no file was written. Leave out --codes, or use a newer "
        "version.",
    ),
    "error.no_workshop": (
        "还没有分析过的工作坊。请把文字稿放进 data/transcripts/，再运行：python -m analysis build",
        "No workshop has been analysed yet. Put a transcript into data/transcripts/ and run: python -m analysis build",
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
