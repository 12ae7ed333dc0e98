"""Why the figures can be trusted, and where they cannot."""

import streamlit as st

from pages.shared import html, method
from pages.shared.shell import open_page

page = open_page("about")
t = page.t
html.section(t("about.how_title"))
method.paragraphs(page, "how", method.HOW)
html.section(t("about.accuracy_title"))
method.accuracy(page)
html.section(t("about.limits_title"))
method.paragraphs(page, "limit", method.LIMITS)
html.section(t("about.privacy_title"))
method.paragraphs(page, "privacy", method.PRIVACY)
html.section(t("about.source_title"))
st.dataframe(method.source(page), hide_index=True, column_config=method.columns(page))
