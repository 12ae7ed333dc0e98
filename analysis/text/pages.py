"""What the pages say, gathered from the modules that say it."""

from analysis.text.edits import EDITS
from analysis.text.figures import EVIDENCE, OVERVIEW, SPEAKERS
from analysis.text.frame import FRAME
from analysis.text.method import ABOUT
from analysis.text.reading import COLUMNS, LEDGER, TRANSCRIPT
from analysis.text.topics import COMPARE, CONTEXT, TOGETHER, TOPICS
from analysis.text.upload import FINISH, FORMATS, KEEP, UPLOAD, WHO

PAGES: dict[str, tuple[str, str]] = {
    **FRAME,
    **EVIDENCE,
    **OVERVIEW,
    **SPEAKERS,
    **TOPICS,
    **COMPARE,
    **TOGETHER,
    **CONTEXT,
    **LEDGER,
    **TRANSCRIPT,
    **EDITS,
    **UPLOAD,
    **WHO,
    **FINISH,
    **KEEP,
    **FORMATS,
    **ABOUT,
    **COLUMNS,
}
