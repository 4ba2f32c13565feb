# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the log of operations that the shim keeps."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Write:
    file: int  # inode, as in all of these
    offset: int
    bytes: bytes


@dataclasses.dataclass(frozen=True)
class Truncate:
    file: int
    size: int


@dataclasses.dataclass(frozen=True)
class Sync:
    file: int  # or folder


@dataclasses.dataclass(frozen=True)
class Create:
    folder: int
    name: str
    file: int


@dataclasses.dataclass(frozen=True)
class MakeFolder:
    folder: int
    name: str
    made: int


@dataclasses.dataclass(frozen=True)
class Unlink:
    folder: int
    name: str


@dataclasses.dataclass(frozen=True)
class Rename:
    folder: int
    name: str
    to_folder: int
    to_name: str


def read_log(file):
    """The operations in order."""
    operations = []
    with open(file, "rb") as log:
        for line in log:
            what, *fields = line.decode().rstrip("\n").split("\t")
            operations.append(READERS[what](log, fields))
    return operations


def _write(log, fields):
    inode, offset, size = map(int, fields)
    return Write(inode, offset, log.read(size))


READERS = {
    "write": _write,
    "truncate": lambda _, fields: Truncate(*map(int, fields)),
    "sync": lambda _, fields: Sync(int(fields[0])),
    "create": lambda _, fields: Create(int(fields[0]), fields[1], int(fields[2])),
    "mkdir": lambda _, fields: MakeFolder(int(fields[0]), fields[1], int(fields[2])),
    "unlink": lambda _, fields: Unlink(int(fields[0]), fields[1]),
    "rename": lambda _, fields: Rename(int(fields[0]), fields[1], int(fields[2]), fields[3]),
}
