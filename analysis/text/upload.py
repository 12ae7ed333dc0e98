"""What the import page says."""

UPLOAD: dict[str, tuple[str, str]] = {
    "upload.lead": (
        "放进文字稿，核对读到的内容和发言人，再分析。",
        "Drop a transcript in, check what was read and who spoke, then analyse.",
    ),
    "upload.kept_here": (
        "只在这台电脑上处理：文件存放在本机的数据文件夹里，不上传到任何地方。",
        "Everything stays on this computer: files are kept in its own data folder and sent nowhere.",
    ),
    "upload.session_only": (
        "这个网站别人也能打开。你导入的内容只有你自己看得到，保存在服务器的临时文件夹里；"
        "关闭或刷新页面后就会删除。请先征得发言人同意，离开前把分析好的工作坊下载为 zip，下次放进来即可恢复。",
        "Others can open this site too. What you import is seen by you alone and kept in a temporary folder of the "
        "server; it is deleted once you close or reload the page. Ask the speakers first, and download the workshop as "
        "a zip before you leave: drop it in again to restore everything.",
    ),
    "upload.files": (
        "文字稿（一份或几份），或从这里下载的工作坊 zip",
        "Transcripts (one or several), or the zip of a workshop downloaded here",
    ),
    "upload.button": ("选择文件", "Choose files"),
    "upload.add": ("再加文件", "Add files"),
    "upload.drop": ("松开即放进来", "Drop the files here"),
    "upload.limit": ("也可以拖到这里；每个文件不超过 {limit} MB", "or drag them here; up to {limit} MB each"),
    "upload.too_big": ("文件超过 {limit} MB，可按场次拆开。", "The file is over {limit} MB; split it by session."),
    "upload.paste": ("或者粘贴文字", "Or paste text"),
    "upload.paste_label": ("把文字稿粘贴在这里", "Paste the transcript here"),
    "upload.paste_read": ("读这段文字", "Read this text"),
    "upload.pasted": ("粘贴的文字", "pasted text"),
    "upload.files_title": ("等待分析的文件（{count} 份）", "Files to be analysed ({count})"),
    "upload.choose": ("正在核对", "Now checking"),
    "upload.label_read": (
        "{file}：{turns} 段发言，{speakers} 位发言人",
        "{file}: {turns} turns, {speakers} speakers",
    ),
    "upload.label_packed": ("{file}：下载过的工作坊", "{file}: a downloaded workshop"),
    "upload.label_problem": ("{file}：没有读成", "{file}: could not be read"),
    "upload.put_away": ("不要这份文件", "Put this file away"),
    "upload.read_as": ("读作“{format}”，编码 {encoding}。", "Read as “{format}”, encoding {encoding}. "),
    "upload.runner_up": ("也有几分像“{format}”。", "It also looks a little like “{format}”."),
    "shell.names_only": (
        "这一页要核对真实姓名，现在显示的是代号。请先到别的页把左侧的“代号”换回“姓名”。",
        "This page is about real names, and codes are shown now. Switch back to names in the sidebar of another page.",
    ),
    "upload.format": ("格式（读得不对时换一个）", "Format (choose another if it was read wrongly)"),
    "upload.format_found": ("自动识别", "Find out"),
    "upload.kept_as_it_was": ("下面仍是之前读到的内容。", "Below stands what was read before."),
    "upload.turns": ("发言段", "Turns"),
    "upload.turns_counted": ("原稿中的段，未合并", "as in the file, not merged"),
    "upload.speakers": ("发言人", "Speakers"),
    "upload.speakers_counted": ("不同的名字", "different names"),
    "upload.chars": ("字", "Characters"),
    "upload.chars_counted": ("不含标点", "without punctuation"),
    "upload.left": ("未算作发言", "Not speech"),
    "upload.left_counted": ("有文字的行", "lines with text"),
    "upload.left_title": (
        "没有算作发言的行，以及原因（有文字的 {unowned} 行，空行和标记 {dropped} 行）",
        "Lines that are no speech, and why (with text: {unowned}; blank lines and marks: {dropped})",
    ),
    "upload.left_more": ("还有 {count} 行。", "{count} lines more."),
    "upload.dropped": ("{reason}，{count} 行：第 {lines} 行", "{reason} ({count}), in lines {lines}"),
    "dropped.blank": ("空行", "Blank"),
    "dropped.rule": ("分隔线", "Rules"),
    "dropped.other": ("格式标记", "Marks of the format"),
    "upload.preview_title": ("前几段会是这样", "The first turns will look like this"),
}

WHO: dict[str, tuple[str, str]] = {
    "who.title": ("核对发言人（{count} 个名字）", "Check the speakers ({count} names)"),
    "who.note": (
        "改名、补上单位和省份、指出主持人；不是人名的，在“身份”里选“不是发言人”，它下面的话归还给上一段。"
        "把两个名字改成一样，就是同一个人。",
        "Correct names, add affiliations and provinces, say who moderates. Where a name is nobody's, choose “Not a "
        "speaker” as its role: its lines go back to the turn before. Two names made the same are one person.",
    ),
    "who.counted": ("{turns} 段 · {chars} 字", "turns: {turns} · characters: {chars}"),
    "who.words": ("开头是“{words}”", "begins “{words}”"),
    "who.name": ("显示的名字", "Name shown"),
    "who.affiliation": ("单位", "Affiliation"),
    "who.region": ("省份", "Province"),
    "who.no_region": ("未知", "Unknown"),
    "who.role": ("身份", "Role"),
    "who.moderator": ("主持人", "Moderator"),
    "who.participant": ("参与者", "Participant"),
    "who.nobody": ("不是发言人", "Not a speaker"),
    "who.folded": ("这个名字和它下面的话归到上一段。", "This name and the lines below it go back to the turn before."),
    "who.all_nobody": ("至少要有一位发言人。", "At least one name must be a speaker's."),
    "who.more": ("再看一些（还有 {count} 个名字）", "Show some more ({count} names left)"),
    "who.split": (
        "“{affiliation}”是单位，名字只留“{name}”",
        "“{affiliation}” is the affiliation; keep “{name}” as the name",
    ),
    "who.alike": ("“{first}”和“{second}”是同一个人吗？", "Are “{first}” and “{second}” one person?"),
    "who.merge_into": ("是，都叫“{keep}”", "Yes, call both “{keep}”"),
    "who.apart": ("不是", "No"),
    "who.merge_title": ("合并几个名字", "Merge names"),
    "who.merge_note": (
        "例如“主持人”和主持人的真名。合并后仍可在上面改回来。",
        "Such as “Moderator” and the moderator's own name. It can be undone above.",
    ),
    "who.merge_others": ("这些名字", "These names"),
    "who.merge_keep": ("都是这个人", "are all this person"),
    "who.choose": ("请选择", "Choose"),
    "who.merge": ("合并", "Merge"),
}

FINISH: dict[str, tuple[str, str]] = {
    "finish.title_section": ("标题和日期", "Title and date"),
    "finish.title": ("标题", "Title"),
    "finish.date": ("日期", "Date"),
    "finish.place": ("地点", "Place"),
    "finish.taken": (
        "已经有名为 {slug} 的工作坊。",
        "There already is a workshop named {slug}.",
    ),
    "finish.way": ("怎么办？", "What shall be done?"),
    "finish.both": ("两份都留，新的叫 {slug}", "Keep both; the new one is named {slug}"),
    "finish.replace": ("替换原来的 {slug}", "Replace {slug}"),
    "finish.doubtful": (
        "只读到很少的发言（少于 2 位发言人或 4 段），这可能不是一份对话的文字稿。请先看看上面的内容和格式。",
        "Very little speech was found (fewer than 2 speakers or 4 turns); this may be no transcript of a conversation. "
        "Look at the format and at what was read above.",
    ),
    "finish.anyway": ("没有问题，照样分析", "It is right; analyse it anyway"),
    "finish.analyse": ("分析这份文字稿", "Analyse this transcript"),
    "finish.packed": (
        "这是一个下载过的工作坊：{title}（{date}）。恢复后表格、设置和改动都和下载时一样。",
        "This is a downloaded workshop: {title} ({date}). Tables, settings and edits will be as they were then.",
    ),
    "finish.no_date": ("无日期", "no date"),
    "finish.restore": ("恢复这个工作坊", "Restore this workshop"),
    "finish.done": (
        "{title} 已经可以看了，也在左侧的工作坊列表里。",
        "{title} is ready, and in the list of workshops on the left.",
    ),
    "finish.open": ("打开总览", "Open the overview"),
    "finish.failed": (
        "{title} 没有分析成，停在“{stage}”。原有的内容都没有动。",
        "{title} could not be analysed; it stopped at “{stage}”. Nothing else has changed. ",
    ),
    "finish.stopped": (
        "{title} 的分析已取消，原有的内容都没有动。",
        "The analysis of {title} was cancelled. Nothing has changed.",
    ),
    "finish.under_way": ("正在分析“{title}”：{stage}（{share:.0%}）", "Analysing “{title}”: {stage} ({share:.0%})"),
    "finish.may_leave": ("可以去看别的页，分析会继续。", "You may go to other pages; the analysis goes on."),
    "finish.stopping": ("正在取消……", "Cancelling…"),
    "finish.stop": ("取消分析", "Cancel"),
    "finish.put_away": ("知道了", "Put away"),
    "stage.waiting": ("排队等待前一个分析", "waiting for another analysis"),
    "stage.read": ("读文件", "reading the file"),
    "stage.sentences": ("分句、分词", "cutting sentences and words"),
    "stage.ledger": ("找挑战和建议", "finding challenges and advice"),
    "stage.topics": ("归纳关键词和话题", "gathering terms and topics"),
    "stage.write": ("写出结果", "writing the results"),
}

KEEP: dict[str, tuple[str, str]] = {
    "keep.title": ("已有的工作坊（{count} 个）", "Workshops here ({count})"),
    "keep.note": ("点开可以改名、下载或移除。", "Open one to rename, download or remove it."),
    "keep.note_session": (
        "只在这次访问中有效；离开前请下载。点开可以改名、下载或移除。",
        "They end with this visit; download them before you leave. Open one to rename, download or remove it.",
    ),
    "keep.rename": ("标题", "Title"),
    "keep.download": ("下载（zip）", "Download (zip)"),
    "keep.remove": ("移除", "Remove"),
    "keep.sure": ("移除文字稿和分析结果？", "Remove the transcript and what was made of it?"),
    "keep.yes": ("移除", "Remove"),
    "keep.no": ("不移除", "Keep"),
    "keep.removed": (
        "已移除“{title}”。离开本页之前可以撤销。",
        "“{title}” was removed. It can be undone until you leave this page.",
    ),
    "keep.undo": ("撤销移除", "Undo"),
}

FORMATS: dict[str, tuple[str, str]] = {
    "format.proceedings": ("会议实录（姓名：发言）", "Proceedings (Name: speech)"),
    "format.json": ("JSON 数据", "JSON"),
    "format.markup": ("网页（HTML / XML）", "HTML / XML"),
    "format.rttm": ("RTTM 时间表", "RTTM times"),
    "format.vtt": ("VTT 字幕", "VTT captions"),
    "format.srt": ("SRT 字幕", "SRT captions"),
    "format.table": ("表格", "Table"),
    "format.davinci": ("DaVinci Resolve 文字稿", "DaVinci Resolve"),
    "format.teams_ranges": ("Teams 文字稿（起止时间）", "Teams (time ranges)"),
    "format.teams": ("Teams 文字稿", "Teams"),
    "format.zoom_caption": ("Zoom 会议字幕", "Zoom saved captions"),
    "format.tencent": ("腾讯会议（姓名(时间)：）", "Tencent Meeting (Name(time):)"),
    "format.fathom": ("Fathom 文字稿", "Fathom"),
    "format.gmeet": ("Google Meet 文字稿", "Google Meet"),
    "format.otter": ("Otter 文字稿", "Otter"),
    "format.whisperx": ("语音识别（[SPEAKER_00]:）", "Speech recognition ([SPEAKER_00]:)"),
    "format.dingtalk": ("钉钉（[时间] 姓名：）", "DingTalk ([time] Name:)"),
    "format.feishu": ("飞书妙记", "Feishu Minutes"),
    "format.tingwu": ("通义听悟", "Tingwu"),
    "format.iflyrec": ("讯飞听见（姓名 时间）", "iFlyrec (Name time)"),
    "format.questions": ("访谈（问：答：）", "Interview (Q: A:)"),
    "format.time_only": ("只有时间、没有姓名的文字稿", "Times without names"),
}
