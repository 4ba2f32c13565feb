# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the built programs, with or without faults."""

import dataclasses
import os
import pathlib
import struct
import subprocess

CALLS = ("open", "read", "pread", "mmap", "opendir", "readdir", "write", "pwrite", "fsync", "fdatasync", "rename",
         "renameat2", "unlink", "mkdir", "truncate", "copy_file_range", "sendfile", "ficlone")
LONGEST_RUN = 120  # seconds; a run that takes more hangs


@dataclasses.dataclass(frozen=True)
class Faults:
    """Which calls on files below `folder` fail, and how. `at` counts calls of these kinds from 1."""

    folder: pathlib.Path
    calls: tuple = ()
    error: str = ""  # a name as ENOSPC, or "short", or "kill"
    at: int = 0
    every: int = 0  # also each so-manieth after it; 0 = only that one

    def variables(self):
        return {"NUTGRAF_FAULT_FOLDER": str(self.folder), "NUTGRAF_FAULT_CALLS": ",".join(self.calls),
                "NUTGRAF_FAULT_ERROR": self.error, "NUTGRAF_FAULT_AT": str(self.at),
                "NUTGRAF_FAULT_EVERY": str(self.every)}

    def __str__(self):
        again = "" if self.every == 0 else " and all after it" if self.every == 1 else f" and, of those after it, one in {self.every}"
        return f"{self.error} at call {self.at} of {','.join(self.calls)}{again}"


@dataclasses.dataclass(frozen=True)
class Outcome:
    exit: int  # negative: the signal that ended it
    out: str
    err: str
    faults: int = 0  # how many were delivered
    calls: dict = dataclasses.field(default_factory=dict)  # of each kind, on watched files

    @property
    def was_killed(self):
        return self.exit == -9


class Programs:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        self.shim = self.folder / "fault-shim.so"

    def index(self, *words, **more):
        return self.run("nutgraf-index", *words, **more)

    def query(self, *words, **more):
        return self.run("nutgraf-query", *words, **more)

    def run(self, program, *words, at, faults=None, log=None, counts=None, kill_after=None):
        """Runs a program in the folder `at`. `log` is a file for its operations; `counts` a folder for a small file
        (default `at`); `kill_after` is in seconds."""
        command = [str(self.folder / program), *map(str, words)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")}
        environment["LC_ALL"] = "C.UTF-8"
        counted = None
        if faults is not None:
            counted = pathlib.Path(counts or at) / "counts"
            environment |= faults.variables() | {"LD_PRELOAD": str(self.shim), "NUTGRAF_FAULT_COUNTS": str(counted)}
            if log is not None:
                environment["NUTGRAF_FAULT_LOG"] = str(log)
        process = subprocess.Popen(command, cwd=at, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        out, err = self._wait(process, kill_after)
        return Outcome(process.returncode, out.decode(errors="replace"), err.decode(errors="replace"),
                       **self._counted(counted))

    @staticmethod
    def _wait(process, kill_after):
        try:
            return process.communicate(timeout=LONGEST_RUN if kill_after is None else kill_after)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            return out, err + (b"" if kill_after is not None else b"\nharness: it hung\n")

    @staticmethod
    def _counted(file):
        if file is None or not file.exists():
            return {}
        *calls, _, faults = struct.unpack(f"{len(CALLS) + 2}Q", file.read_bytes())
        file.unlink()
        return {"faults": faults, "calls": dict(zip(CALLS, calls))}
