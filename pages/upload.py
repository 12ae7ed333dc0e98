"""Bring your own: drop a transcript in, confirm what was read, analyse it, and keep it."""

import streamlit as st

from pages.shared import drafts, finish, html, intake, keeping, reading, who
from pages.shared.shell import open_bare

t = open_bare("upload")
html.note(t("upload.lead"))
finish.settle()
intake.draw(t)

given = intake.choose(t)
if given is not None:
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
    st.button(
        t("upload.put_away"),
        key=f"upload_drop_{given.number}",
        on_click=drafts.drop,
        args=(given.number,),
        type="tertiary",
    )

finish.progress(t)
keeping.draw(t)
