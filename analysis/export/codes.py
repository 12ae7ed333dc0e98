"""Codes in the place of names."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from analysis.errors import AnalysisError
from analysis.workshop import Workshop


def coded(workshop: Workshop) -> Workshop:
    """Name nobody.

    Parameters
    ----------
    workshop : Workshop
        Is not changed.

    Returns
    -------
    Workshop
        With codes in every table and in what is told of its source.

    Raises
    ------
    AnalysisError
        `codes_missing` where this version cannot make codes: names must not get out instead.
    """
    if find_spec("analysis.pseudonyms") is None:
        raise AnalysisError("codes_missing")
    pseudonyms = import_module("analysis.pseudonyms")
    return pseudonyms.pseudonymised(workshop, pseudonyms.key_of(workshop))
