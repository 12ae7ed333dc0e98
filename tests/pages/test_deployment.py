"""A dashboard is open to edits only where its server cannot be reached from outside."""

from __future__ import annotations

import pytest

from pages.shared.deployment import is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("127.0.0.1", False),
        ("127.8.0.1", False),
        ("::1", False),
        ("[::1]", False),
        ("localhost", False),
        (None, True),  # Streamlit listens everywhere
        ("", True),
        ("0.0.0.0", True),  # noqa: S104 - the value under test
        ("::", True),
        ("192.168.1.5", True),
        ("localhost.example.org", True),
        ("127.0.0.1.example.org", True),
    ],
)
def test_only_a_loopback_address_is_private(address: str | None, public: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.get_option", lambda _: address)
    assert is_public() is public
