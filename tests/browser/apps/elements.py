"""The dashboard's own elements on a page of their own: a cloud, and places to scroll to."""

import streamlit as st

from analysis.clouds import layout_cloud
from analysis.paths import FONTS
from pages.shared import cloud, scroll

COUNTS = {"政府购买服务": 9, "社区": 6, "NGO": 4, "<img src=x onerror=alert(1)>": 3, "喆堃": 2}

st.set_page_config(page_title="elements")
words = layout_cloud(COUNTS, font=FONTS / "NotoSansSC-Regular.otf")
chosen = cloud.draw(words, COUNTS, key="elements_cloud", alt="词云")
st.text(f"chosen: {chosen}")
for place in range(40):
    st.html(f'<p id="turn-{place}">{place}</p>')
if "turn" in st.query_params:
    scroll.scroll_to(f"turn-{int(st.query_params['turn'])}", key="elements_scroll", nonce=1)
st.button("again")
