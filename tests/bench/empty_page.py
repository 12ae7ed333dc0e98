"""What the dashboard's pages are measured against: one filter, one chart, one table, and nothing else."""

import pandas as pd
import plotly.express as px
import streamlit as st

TABLE = pd.DataFrame(
    {"speaker": ["甲", "乙", "丙", "丁", "戊", "己", "庚"], "chars": [700, 600, 500, 400, 300, 200, 100]}
)

st.set_page_config(page_title="empty", layout="wide")
with st.sidebar:
    names = st.multiselect("speakers", TABLE["speaker"], key="filter_speakers")
shown = TABLE[TABLE["speaker"].isin(names)] if names else TABLE
st.plotly_chart(px.bar(shown, x="chars", y="speaker", orientation="h"), key="chart")
st.dataframe(shown, hide_index=True)
