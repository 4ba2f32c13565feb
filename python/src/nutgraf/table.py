# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of an answer."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Generic, Iterator, List, Sequence, Type, TypeVar, Union, overload

if TYPE_CHECKING:
    import pandas

Row = TypeVar("Row")


@dataclass(frozen=True)
class Table(Sequence[Row], Generic[Row]):
    """Rows of one kind, as a list that does not change. `notes` says which words and values the index lacks;
    `generation` is that of the index that answered."""

    kind: Type[Row]
    rows: List[Row]
    notes: List[str] = field(default_factory=list)
    generation: str = ""

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: Union[int, slice]) -> Union[Row, Sequence[Row]]:
        return self.rows[place]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def to_pandas(self) -> "pandas.DataFrame":
        """A column for each key, also where there is no row."""
        import pandas

        columns = [column.name for column in fields(self.kind)]  # type: ignore[arg-type]
        return pandas.DataFrame([asdict(row) for row in self.rows], columns=columns)  # type: ignore[call-overload]


@dataclass(frozen=True)
class Hits(Table[Row]):
    """Ranked passages. `total` is how many there are; exactly so many where `is_exact`."""

    total: int = 0
    is_exact: bool = True
    n_passages: int = 0
    n_articles: int = 0
