# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches an index of news articles that nutgraf-index has built.

    with nutgraf.Index("news.idx") as index:
        for hit in index.search('"one china principle"', limit=20):
            print(hit.date, hit.source, hit.title)

docs/python.md has more.
"""

from .errors import IndexFailure, NutgrafError, QueryError
from .index import Index
from .rows import (
    Article,
    Collocate,
    Count,
    Dispersion,
    Facet,
    Hit,
    KeyWord,
    Line,
    Ngram,
    Origin,
    Passage,
    Period,
    Printing,
    Term,
)
from .table import Hits, Table

__all__ = [
    "Article",
    "Collocate",
    "Count",
    "Dispersion",
    "Facet",
    "Hit",
    "Hits",
    "Index",
    "IndexFailure",
    "KeyWord",
    "Line",
    "Ngram",
    "NutgrafError",
    "Origin",
    "Passage",
    "Period",
    "QueryError",
    "Table",
    "Term",
]
