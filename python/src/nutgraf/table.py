# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of an answer."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Generic, Iterator, List, Optional, Sequence, Type, TypeVar, Union, overload

if TYPE_CHECKING:
    import pandas

Row = TypeVar("Row")


@dataclass(frozen=True)
class Table(Sequence[Row], Generic[Row]):
    """Rows of one kind, as a list that does not change. `notes` says which words and values the index lacks;
    `generation` is that of the index that answered, `columns` what `fields` asked for."""

    kind: Type[Row]
    rows: List[Row]
    notes: List[str] = field(default_factory=list)
    generation: str = ""
    columns: Optional[List[str]] = None

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
        """A column for each key, also where there is no row; with `fields`, for those alone."""
        import pandas

        records = [asdict(row) for row in self.rows]  # type: ignore[call-overload]
        for record in records:
            record.update(record.pop("extra"))
        known = [column.name for column in fields(self.kind) if column.name != "extra"]  # type: ignore[arg-type]
        more = dict.fromkeys(name for record in records for name in record if name not in known)
        return pandas.DataFrame(records, columns=self.columns or [*known, *more])


@dataclass(frozen=True)
class Hits(Table[Row]):
    """Ranked passages. `total` is how many there are; exactly so many where `is_exact`."""

    total: int = 0
    is_exact: bool = True
    n_passages: int = 0
    n_articles: int = 0
