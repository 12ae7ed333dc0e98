"""What was said, exactly."""

import streamlit as st

from pages.shared import html, script, state
from pages.shared.scroll import scroll_to
from pages.shared.shell import open_page

page = open_page("transcript")
t = page.t
turns = page.tables["turns"]
if turns.empty:
    st.info(t("empty.filtered"))
    st.stop()

target = script.target(page)
parts = script.parts(turns)
shown = script.choose_part(page, parts, target)
html.note(script.found(page))
visible = script.visible(page, parts[shown], target)
if visible.empty:
    st.info(t("empty.part"))
html.show(script.markup(page, visible))
script.unowned(page)
if target is not None:
    scroll_to(f"turn-{target + 1}", key="transcript_scroll", nonce=f"{target}:{state.visit()}")
state.leave()
