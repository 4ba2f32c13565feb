# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be on a disk after a power cut, from what was there before a run and the log of its operations.

The model is that of a disk that promises little: bytes of a file are there for sure once the file was synced, names
once their folder was. Of what was not synced any part may be lost, in any order; only what was done to one name keeps
its order, and a rename happens whole or not at all."""

import copy
import hashlib
import math

from disk_log import Create, MakeFolder, Rename, Sync, Truncate, Unlink, Write

SECTOR = 512


class Tree:
    """Files and folders by number; names lead to numbers."""

    def __init__(self, root):
        self.root = root
        self.folders = {root: {}}
        self.files = {}

    @classmethod
    def of(cls, folder):
        """The files below a folder, by inode."""
        tree = cls(folder.stat().st_ino)
        tree._read(folder, tree.root)
        return tree

    def _read(self, folder, number):
        for path in folder.iterdir():
            inode = path.stat().st_ino
            self.folders[number][path.name] = inode
            if path.is_dir():
                self.folders[inode] = {}
                self._read(path, inode)
            else:
                self.files[inode] = bytearray(path.read_bytes())

    def apply(self, operation):
        match operation:
            case Write(file, offset, data):
                content = self.files.setdefault(file, bytearray())
                content.extend(bytes(max(0, offset - len(content))))
                content[offset:offset + len(data)] = data
            case Truncate(file, size):
                content = self.files.setdefault(file, bytearray())
                content.extend(bytes(max(0, size - len(content))))
                del content[size:]
            case Create(folder, name, file):
                self._names_in(folder)[name] = file
                self.files.setdefault(file, bytearray())
            case MakeFolder(folder, name, made):
                self._names_in(folder)[name] = made
                self.folders.setdefault(made, {})
            case Unlink(folder, name):
                self._names_in(folder).pop(name, None)
            case Rename(folder, name, to_folder, to_name):
                self._names_in(to_folder)[to_name] = self._names_in(folder).pop(name)

    def _names_in(self, folder):
        """Also of a folder that was lost with all that is in it."""
        return self.folders.setdefault(folder, {})

    def paths(self):
        """(path, bytes) of each file, (path, None) of each folder, in order."""
        return sorted(self._paths("", self.root), key=lambda row: row[0])

    def _paths(self, prefix, number):
        for name, inside in self.folders[number].items():
            if inside in self.folders:
                yield prefix + name, None
                yield from self._paths(prefix + name + "/", inside)
            else:
                yield prefix + name, self.files[inside]

    def digest(self):
        seen = hashlib.sha256()
        for path, content in self.paths():
            seen.update(repr((path, None if content is None else hashlib.sha256(content).digest())).encode())
        return seen.digest()

    def write(self, folder):
        for path, content in self.paths():
            if content is None:
                (folder / path).mkdir()
            else:
                (folder / path).write_bytes(content)


def names_of(operation):
    """The names that an operation touches: operations on one name keep their order."""
    match operation:
        case Create(folder, name) | MakeFolder(folder, name) | Unlink(folder, name):
            return {(folder, name)}
        case Rename(folder, name, to_folder, to_name):
            return {(folder, name), (to_folder, to_name)}
    return set()


def synced_by(operation):
    """What must be synced so that an operation survives."""
    match operation:
        case Write(file) | Truncate(file):
            return {file}
    return {folder for folder, _ in names_of(operation)}


class History:
    """A run: what was there before it, and its operations in order."""

    def __init__(self, before, operations):
        self.before = before
        self.operations = _with_own_numbers(operations)
        self.durable_from = self._durable_from()

    def _durable_from(self):
        """For each operation the number of operations after which nothing can undo it."""
        waiting = {}
        found = [math.inf] * len(self.operations)
        for number, operation in enumerate(self.operations):
            if isinstance(operation, Sync):
                for one, others in waiting.pop(operation.file, ()):
                    others.discard(operation.file)
                    found[one] = number + 1 if not others else math.inf
            else:
                others = synced_by(operation)
                for thing in set(others):
                    waiting.setdefault(thing, []).append((number, others))
        return found

    def after(self, point, survives):
        """The tree after a power cut that came when `point` operations were done. Of what was not synced,
        survives(operation) is left: the operation, a part of it, or None."""
        tree = copy.deepcopy(self.before)
        lost_names = set()
        for number, operation in enumerate(self.operations[:point]):
            if self.durable_from[number] > point:
                operation = None if names_of(operation) & lost_names else survives(operation)
            if operation is None:
                lost_names |= names_of(self.operations[number])
            else:
                tree.apply(operation)
        return tree


def _with_own_numbers(operations):
    """A new file may have the inode of one that is gone: here each has a number of its own."""
    numbers = {}
    made = 0

    def own(inode):
        return numbers.get(inode, inode)

    found = []
    for operation in operations:
        match operation:
            case Create(folder, name, inode) | MakeFolder(folder, name, inode):
                made -= 1
                numbers[inode] = made
                found.append(type(operation)(own(folder), name, made))
            case Rename(folder, name, to_folder, to_name):
                found.append(Rename(own(folder), name, own(to_folder), to_name))
            case Unlink(folder, name):
                found.append(Unlink(own(folder), name))
            case Write(file, offset, data):
                found.append(Write(own(file), offset, data))
            case Truncate(file, size):
                found.append(Truncate(own(file), size))
            case Sync(file):
                found.append(Sync(own(file)))
    return found


# Ways to lose things: a name, and what is left of an operation that was not synced.
NOTHING = "nothing", lambda _: None
EVERYTHING = "everything", lambda operation: operation
NAMES = "names", lambda operation: operation if names_of(operation) else None  # renames come before what is in the files
BYTES = "bytes", lambda operation: None if names_of(operation) else operation
PLAIN = (NOTHING, EVERYTHING, NAMES, BYTES)


def some(pick, share):
    """Each operation with the probability `share`; of some writes only the first sectors."""

    def survives(operation):
        if pick.random() >= share:
            return None
        if isinstance(operation, Write) and len(operation.bytes) > SECTOR and pick.random() < 0.3:
            return Write(operation.file, operation.offset, operation.bytes[:pick.randrange(0, len(operation.bytes), SECTOR)])
        return operation

    return f"{share:.0%}", survives
