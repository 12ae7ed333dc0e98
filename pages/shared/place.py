"""Where the dashboard runs: on the user's own machine, or where others can reach it."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st

# what a proxy in front of the server adds; a request that has one comes from elsewhere
_FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via")


def is_private(address: str | None, headers: Mapping[str, str]) -> bool:
    """Tell whether only this machine can reach the server, as its configuration says.

    A visitor can send any header, so headers never make a server private; they only make one public that listens on a
    loopback address behind a proxy.
    """
    lowered = {name.lower(): value for name, value in headers.items()}
    return (
        _is_loopback(address or "")
        and _is_loopback(_hostname(lowered.get("host", "")))
        and not any(name in lowered for name in _FORWARDED)
    )


def is_public() -> bool:
    """Tell whether anybody but the person at this machine can reach the dashboard."""
    return not is_private(st.get_option("server.address"), st.context.headers)


def _hostname(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
