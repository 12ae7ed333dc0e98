"""Bring your own: drop a transcript in, confirm what was read, analyse it, and keep it."""

from pages.shared import finish, html, intake, keeping, reading, who
from pages.shared.shell import open_bare

t = open_bare("upload")
html.note(t("upload.lead"))
finish.settle()
intake.draw(t)

given = intake.choose(t)
finish.progress(t)
if given is not None and not finish.is_under_way(given):
    reading.problem(t, given)
    if given.packed:
        finish.restore(t, given)
    else:
        reading.facts(t, given)
    if given.draft:
        reading.figures(t, given.draft)
        reading.left_out(t, given.draft.transcript)
        reading.first_turns(t, given.draft)
        who.draw(t, given.number, given.draft)
        finish.facts(t, given.number, given.draft)
        finish.analyse(t, given, given.draft)
    intake.put_away(t, given)

keeping.draw(t)
