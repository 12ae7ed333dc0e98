"""Every word the product says, Chinese and English side by side."""

from __future__ import annotations

from collections.abc import Callable

from analysis.text.cli import CLI
from analysis.text.errors import ERRORS
from analysis.text.export import CHECK, EXPORT, HEADERS, SHEETS
from analysis.text.pages import PAGES

LANGUAGES = ("zh", "en")
TEXT: dict[str, tuple[str, str]] = {**CLI, **ERRORS, **PAGES, **EXPORT, **CHECK, **SHEETS, **HEADERS}


def translator(language: str) -> Callable[..., str]:
    """Make the function that looks a text up in one language.

    Parameters
    ----------
    language : str
        `zh` or `en`.

    Returns
    -------
    Callable
        Takes a key and the values of its placeholders, gives the text; an unknown key raises KeyError.

    Examples
    --------
    >>> translator("en")("error.empty")
    'The file is empty: no text was found in it. Choose another file.'
    """
    column = LANGUAGES.index(language)

    def t(key: str, **values: object) -> str:
        text = TEXT[key][column]
        return text.format(**values) if values else text

    return t
