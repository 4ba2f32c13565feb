# SPDX-License-Identifier: GPL-2.0-or-later
"""The process that answers, a line for a line."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import threading
from typing import Any, Dict, Mapping, Union

from .errors import IndexFailure, QueryError, error_of

PROTOCOL = 1


def _plain(value: Any) -> str:
    """What json cannot write: days as the options take them, and paths."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, os.PathLike):
        return str(os.fspath(value))
    raise TypeError(f"{value!r} is neither text nor a number, a day or a list of them")


def _line(request: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(request, ensure_ascii=False, default=_plain).encode() + b"\n"
    except UnicodeEncodeError as error:
        found = error.object[error.start]
        raise QueryError(f"U+{ord(found):04X} is half of a surrogate pair, not a character", None, None, None) from None


class Client:
    def __init__(self, path: str, program: Union[str, "os.PathLike[str]", None]) -> None:
        name = os.fspath(program) if program is not None else os.environ.get("NUTGRAF_QUERY", "nutgraf-query")
        self._lock = threading.Lock()
        self._asked = 0
        try:
            self._process = subprocess.Popen(
                [name, "serve", f"--index={path}", "--stdio", "--quiet"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            raise IndexFailure(f"cannot run {name}: {error.strerror}", 5, "install nutgraf, or set NUTGRAF_QUERY") from None
        try:
            self.ask("about", {})  # says now, not later, that the index cannot be read
        except IndexFailure:
            self.close()
            raise

    def ask(self, view: str, parameters: Mapping[str, Any]) -> Dict[str, Any]:
        """The reply to one request. Raises what its error says."""
        named = {name.replace("_", "-"): value for name, value in parameters.items() if value is not None}
        with self._lock:
            self._asked += 1
            request = {**named, "id": self._asked, "protocol": PROTOCOL, "view": view}
            reply = self._exchange(_line(request))
        if "error" in reply:
            raise error_of(reply["error"])
        return reply

    def close(self) -> None:
        process = self._process
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None and not stream.closed:
                try:
                    stream.close()
                except OSError:  # it ended before it read its last line
                    pass
        process.wait()

    def _exchange(self, line: bytes) -> Dict[str, Any]:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None or stdin.closed:
            raise IndexFailure("this index is closed", 5)
        try:
            stdin.write(line)
            stdin.flush()
            answer = stdout.readline()
        except BrokenPipeError:
            answer = b""
        if not answer:
            raise self._ended()
        reply: Dict[str, Any] = json.loads(answer)
        if reply["id"] != self._asked:
            raise IndexFailure("an answer to another request came", 5)
        return reply

    def _ended(self) -> IndexFailure:
        said = self._process.stderr.read().decode(errors="replace") if self._process.stderr is not None else ""
        code = self._process.wait()
        lines = [line.removeprefix("nutgraf-query: ") for line in said.splitlines()] or ["nutgraf-query has ended"]
        return IndexFailure(lines[0], code if code > 0 else 5, "\n".join(lines[1:]) or None)
