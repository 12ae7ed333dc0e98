"""Whether anybody but the person at this machine can reach the dashboard."""

from __future__ import annotations

from ipaddress import ip_address

import streamlit as st


def is_public() -> bool:
    """Tell whether the server listens on more than a loopback address; without `server.address` it does."""
    address = (st.get_option("server.address") or "").strip("[]")
    if address == "localhost":
        return False
    try:
        return not ip_address(address).is_loopback
    except ValueError:  # none, a name, a socket: who reaches it cannot be known
        return True
