"""What the command line says."""

CLI: dict[str, tuple[str, str]] = {
    "cli.about": ("读工作坊文字稿，算出发言、话题、挑战与建议。", "Analyse workshop transcripts."),
    "cli.lang": ("提示语言", "language of messages"),
    "cli.build": ("分析文字稿，写出数据表", "analyse transcripts"),
    "cli.build_files": ("文字稿；不写则为 data/transcripts/ 里的全部", "transcripts (default: data/transcripts/*)"),
    "cli.build_out": ("写到哪个文件夹；不写则为 data/workshops/", "folder to write to (default: data/workshops/)"),
    "cli.read": ("显示一个文件读出了什么", "show how a file was read"),
    "cli.read_json": ("以 JSON 输出", "print JSON"),
    "cli.read_format": (
        "当作哪种格式来读；不写则自动识别（写错名字会列出全部）",
        "format to read it as; found out where not given (a wrong name lists them all)",
    ),
    "cli.export": ("导出可以带走的文件", "write a file to hand out"),
    "cli.export_to": ("导出成什么", "kind of file"),
    "cli.export_codes": ("用代号代替人名", "write codes instead of names"),
    "cli.export_out": ("写到哪个文件；不写则在当前文件夹", "file to write to (default: in this folder)"),
    "cli.exporting": ("正在写 {name} …", "writing {name} …"),
    "cli.no_sources": ("{folder} 里没有文字稿。请写出文件名。", "There is no transcript in {folder}. Name a file."),
    "cli.building": ("[{number}/{total}] 正在分析 {name} …", "[{number}/{total}] analysing {name} …"),
    "cli.read_summary": (
        "读到 {turns} 段发言、{speakers} 位发言人（格式 {format}，编码 {encoding}）",
        "{turns} turns by {speakers} speakers (format {format}, encoding {encoding})",
    ),
}
