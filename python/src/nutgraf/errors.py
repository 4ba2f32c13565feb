# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes wrong, as exceptions."""

from __future__ import annotations

from typing import Any, Mapping, Optional


class NutgrafError(Exception):
    """Whatever nutgraf-query says is wrong; `code` is what its exit code would be."""

    def __init__(self, message: str, code: int = 5, advice: Optional[str] = None) -> None:
        super().__init__(message if advice is None else f"{message}\n{advice}")
        self.message = message
        self.code = code
        self.advice = advice


class QueryError(NutgrafError):
    """A query that cannot be read. `position` is the character of the query that it is about, counted from 0 (None where
    the error is about a parameter), and `caret` shows it."""

    def __init__(self, message: str, advice: Optional[str], position: Optional[int], caret: Optional[str]) -> None:
        super().__init__(message, 2, advice)
        self.position = position
        self.caret = caret

    def __str__(self) -> str:
        return "\n".join(part for part in (self.message, self.caret, self.advice) if part)


class IndexFailure(NutgrafError):
    """The index is missing, damaged or of another version, or the process that reads it has ended."""


def error_of(error: Mapping[str, Any]) -> NutgrafError:
    """From the "error" of a reply."""
    message, code, advice = str(error["message"]), int(error["code"]), error["advice"]
    if code == 2:
        return QueryError(message, advice, error["at"], error["caret"])
    if code == 1:
        return NutgrafError(message, code, advice)
    return IndexFailure(message, code, advice)
