# SPDX-License-Identifier: GPL-2.0-or-later
"""An index, asked through one process of `nutgraf-query serve --stdio`."""

from __future__ import annotations

import os
from types import TracebackType
from typing import Any, Dict, Iterator, List, Optional, Sequence, Type, Union

from .client import Client
from .rows import Article, Collocate, Count, Dispersion, Facet, Hit, KeyWord, Line, Ngram, Period, Row, Term, row_of
from .table import Hits, Table

_Parameters = Dict[str, Any]
_Names = Union[str, Sequence[str]]


def _columns(parameters: _Parameters) -> Optional[List[str]]:
    """Those that `fields` names."""
    named = parameters.get("fields")
    names = [named] if isinstance(named, str) else named or []
    return list(dict.fromkeys(name.strip() for some in names for name in some.split(","))) or None


class Index:
    """An index folder. Close it, or use it in a `with` block, to end the process that reads it.

    Views take the options of the command of the same name as keyword arguments: `per_article=3` is `--per-article 3`,
    `where=["section=world"]` is `--where section=world`. A rebuild of the index is seen by the next call. One Index
    answers one call at a time; threads that ask at the same time wait for one another.
    """

    def __init__(self, path: Union[str, "os.PathLike[str]"], program: Union[str, "os.PathLike[str]", None] = None) -> None:
        """`program` is the path of nutgraf-query; else it is NUTGRAF_QUERY of the environment, or is found on PATH."""
        self.path = os.fspath(path)
        self._client = Client(self.path, program)

    def close(self) -> None:
        self._client.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def search(self, query: str, **options: Any) -> Hits[Hit]:
        """Ranked passages, one an article; `limit` is 10 unless given."""
        return self._hits("search", {"query": query, **options})

    def similar(self, article: str, **options: Any) -> Hits[Hit]:
        """Passages like an article, or with "ID#K" like its passage K."""
        return self._hits("similar", {"article": article, **options})

    def count(self, query: str, **options: Any) -> Count:
        """How many passages, articles and occurrences."""
        reply = self._client.ask("count", {"query": query, **options})
        return row_of(Count, {**reply["answer"], "notes": reply["notes"]})

    def kwic(self, query: str, **options: Any) -> Table[Line]:
        """Every occurrence in its context."""
        return self._table(Line, "kwic", {"query": query, **options})

    def trend(self, query: str, by: str = "month", **options: Any) -> Table[Period]:
        """Matches by day, week, month or year."""
        return self._table(Period, "trend", {"query": query, "by": by, **options})

    def facets(self, query: str, by: _Names = "source", **options: Any) -> Table[Facet]:
        """Matches by the values of one field or of several."""
        return self._table(Facet, "facets", {"query": query, "by": by, **options})

    def dispersion(self, query: str, by: _Names = "source", **options: Any) -> Table[Dispersion]:
        """How evenly the matches are spread over the values of one field or of several."""
        return self._table(Dispersion, "facets", {"query": query, "by": by, "dispersion": True, **options})

    def collocates(self, query: str, **options: Any) -> Table[Collocate]:
        """Words near the query, and how strongly they go with it."""
        return self._table(Collocate, "collocates", {"query": query, **options})

    def compare(self, query: str, against: Optional[str] = None, **options: Any) -> Table[KeyWord]:
        """Words that are more frequent in the matches than in those of `against`, or in all other passages."""
        return self._table(KeyWord, "compare", {"query": query, "against": against, **options})

    def terms(self, pattern: Optional[str] = None, **options: Any) -> Table[Term]:
        """Words of the index."""
        return self._table(Term, "terms", {"pattern": pattern, **options})

    def ngrams(self, pattern: Optional[str] = None, **options: Any) -> Table[Ngram]:
        """Two to five words side by side."""
        return self._table(Ngram, "ngrams", {"pattern": pattern, **options})

    def article(self, id: str) -> Article:
        """An article; with "ID#K" only its passage K. Raises NutgrafError with code 1 where there is none."""
        return row_of(Article, self._client.ask("show", {"article": id})["answer"])

    def articles(self, query: str, **options: Any) -> Iterator[Article]:
        """The articles with a hit, whole, best first: as many as there are unless `limit` says otherwise."""
        options.setdefault("limit", "all")
        for hit in self._hits("search", {"query": query, **options, "fields": None}):
            yield self.article(hit.id)

    def about(self) -> Dict[str, Any]:
        """Counts and languages of the index, its generation, and what each view takes."""
        reply = self._client.ask("about", {})
        return {"version": reply["version"], "views": reply["views"], **reply["indexes"][0]}

    def ask(self, view: str, **parameters: Any) -> Dict[str, Any]:
        """A reply as docs/serve.md describes it, for what has no method here."""
        return self._client.ask(view, parameters)

    def _hits(self, view: str, parameters: _Parameters) -> Hits[Hit]:
        reply = self._client.ask(view, parameters)
        answer = reply["answer"]
        return Hits(
            Hit,
            [row_of(Hit, row) for row in answer["hits"]],
            reply["notes"],
            reply["generation"],
            _columns(parameters),
            answer["total"]["value"],
            answer["total"]["relation"] == "eq",
            answer["n_passages"],
            answer["n_articles"],
        )

    def _table(self, kind: Type[Row], view: str, parameters: _Parameters) -> Table[Row]:
        reply = self._client.ask(view, parameters)
        rows: List[Dict[str, Any]] = reply["answer"]["rows"]
        return Table(kind, [row_of(kind, row) for row in rows], reply["notes"], reply["generation"], _columns(parameters))
