"""What the pages say, gathered from the modules that say it."""

from analysis.text.figures import EVIDENCE, OVERVIEW, SPEAKERS, TOPICS
from analysis.text.frame import FRAME
from analysis.text.method import ABOUT
from analysis.text.reading import COLUMNS, LEDGER, TRANSCRIPT

PAGES: dict[str, tuple[str, str]] = {
    **FRAME,
    **EVIDENCE,
    **OVERVIEW,
    **SPEAKERS,
    **TOPICS,
    **LEDGER,
    **TRANSCRIPT,
    **ABOUT,
    **COLUMNS,
}
