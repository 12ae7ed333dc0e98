"""The words and phrases a talk is about, where they stand, and how much each matters."""

from analysis.terms.found import Found, find_terms, things
from analysis.terms.ranking import term_tables

__all__ = ["Found", "find_terms", "term_tables", "things"]
