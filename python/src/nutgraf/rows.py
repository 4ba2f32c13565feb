# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows as nutgraf-query prints them (docs/output.md), a class for each view. What `fields` leaves out is None; `extra`
has what a row has beside its own keys: the metadata that `fields` names, and keys of a newer program."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, fields
from typing import Any, Dict, List, Mapping, Optional, Tuple, Type, TypeVar


@dataclass(frozen=True)
class Origin:
    """Where an article was read: a file, a member of an archive, the byte of a record, the page of a PDF on which the
    passage begins."""

    path: Optional[str] = None
    member: Optional[str] = None
    offset: Optional[int] = None
    page: Optional[int] = None


@dataclass(frozen=True)
class Printing:
    """A copy of an article: who printed it, and when."""

    id: str
    source: Optional[str]
    date: Optional[str]


@dataclass(frozen=True)
class Hit:
    """A passage of search() and similar(). `highlights` are pairs [begin, end) of characters of `text`; `printings` tells
    of each of `copies` who printed it, and when."""

    rank: int
    score: float
    id: str
    passage: int
    title: Optional[str]
    date: Optional[str]
    source: Optional[str]
    url: Optional[str]
    lang: Optional[str]
    text: str
    snippet: str
    highlights: List[Tuple[int, int]]
    copies: List[str]
    origin: Optional[Origin]
    meta: Dict[str, Any]
    printings: List[Printing]
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Count:
    """`notes` says which words and values the index lacks."""

    query: str
    passages: int
    articles: int
    occurrences: int
    notes: List[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """An occurrence in its context. `start` and `end` are characters of the passage, None in a title."""

    id: str
    passage: int
    date: Optional[str]
    source: Optional[str]
    title: Optional[str]
    left: str
    node: str
    right: str
    start: Optional[int]
    end: Optional[int]
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Period:
    """A row of trend(); `first` and `last` are its days, None for the articles without one."""

    bucket: str
    first: Optional[str]
    last: Optional[str]
    passages: int
    articles: int
    occurrences: int
    tokens: int
    per_million: Optional[float]
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Facet:
    """A row of facets(); `cross_field` and `cross_value` are of two fields crossed ("source,year")."""

    field: str
    value: Optional[str]
    passages: int
    articles: int
    occurrences: int
    tokens: int
    per_million: Optional[float]
    cross_field: Optional[str] = None
    cross_value: Optional[str] = None
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Dispersion:
    """How evenly the matches are spread over the values of a field: Gries' DP and Juilland's D (docs/output.md)."""

    field: str
    parts: int
    parts_with_match: int
    occurrences: int
    tokens: int
    dp: Optional[float]
    dp_norm: Optional[float]
    juilland_d: Optional[float]
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Collocate:
    word: str
    f_pair: int
    f_word: int
    logdice: float
    mi: float
    mi3: float
    t: float
    ll: float
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class KeyWord:
    """A row of compare(): a are the matches, b what they are compared with."""

    word: str
    f_a: int
    f_b: int
    per_million_a: float
    per_million_b: float
    ll: float
    log_ratio: float
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Term:
    term: str
    passages: int
    occurrences: int
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Ngram:
    ngram: str
    passages: int
    occurrences: int
    extra: Dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Passage:
    passage: int
    text: str


@dataclass(frozen=True)
class Article:
    id: str
    title: Optional[str]
    date: Optional[str]
    time: Optional[str]
    date_source: Optional[str]
    source: Optional[str]
    url: Optional[str]
    lang: Optional[str]
    authors: Optional[List[str]]
    section: Optional[str]
    tags: Optional[List[str]]
    origin: Optional[Origin]
    meta: Dict[str, Any]
    n_passages: int
    passages: List[Passage]

    @property
    def text(self) -> str:
        return "\n\n".join(passage.text for passage in self.passages)


Row = TypeVar("Row")

# Keys that are words of Python.
_RENAMED = {"from": "first", "to": "last"}


# Of each class, asked for every row.
_NAMES: Dict[Type[Any], Tuple[str, ...]] = {}


def _names(kind: Type[Any]) -> Tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind))
    return _NAMES[kind]


def _known(kind: Type[Any], keys: Mapping[str, Any]) -> Dict[str, Any]:
    return {name: keys.get(name) for name in _names(kind)}


def row_of(kind: Type[Row], keys: Mapping[str, Any]) -> Row:
    renamed = {_RENAMED.get(name, name): value for name, value in keys.items()}
    values = _known(kind, renamed)
    if "extra" in values:
        values["extra"] = {name: value for name, value in renamed.items() if name not in values}
    if values.get("origin") is not None:
        values["origin"] = Origin(**_known(Origin, values["origin"]))
    if values.get("highlights") is not None:
        values["highlights"] = [(begin, end) for begin, end in values["highlights"]]
    if values.get("printings") is not None:
        values["printings"] = [Printing(**_known(Printing, printing)) for printing in values["printings"]]
    if kind is Article:
        values["passages"] = [Passage(**_known(Passage, passage)) for passage in values["passages"]]
    return kind(**values)
