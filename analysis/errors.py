"""The one error a user may meet, with a code that both languages can explain."""

from __future__ import annotations

from analysis.text import translator


class AnalysisError(ValueError):
    """Something outside this code is wrong: a file, a table, a setting.

    Parameters
    ----------
    code : str
        Key of the message: `error.<code>` in `analysis.text`.
    where : str, default ""
        File and line the problem was found at, such as `talk.txt:41`.
    **values : object
        What the message's placeholders stand for.
    """

    def __init__(self, code: str, *, where: str = "", **values: object) -> None:
        self.code, self.where, self.values = code, where, values
        super().__init__(self.message("zh"))

    def message(self, language: str) -> str:
        """Say what is wrong, where, and what to do.

        Parameters
        ----------
        language : str
            `zh` or `en`.

        Returns
        -------
        str
            One line.
        """
        said = translator(language)(f"error.{self.code}", **self.values)
        return f"{self.where}: {said}" if self.where else said
