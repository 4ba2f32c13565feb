# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls on files that fail or do less than they were asked, one by one, in every command that writes or reads."""

import dataclasses
import functools
import itertools
import pathlib

from newsroom import INDEX, SCRATCH, Trial
from programs import Faults, Outcome
from report import Case, Finding
from verdict import Verdict, judge_end, judge_run

SUBJECT = "failing calls"

# What may become of each call. EINTR and short reads and writes are no failures: the program goes on. "block" is a
# mapping whose second half cannot be read, as where a disk has a bad block.
ERRORS = {
    "open": ("EMFILE", "EACCES", "EIO", "EDQUOT", "EINTR"),
    "read": ("EIO", "EINTR", "short"),
    "pread": ("EIO", "EINTR", "short"),
    "mmap": ("ENOMEM", "EIO", "block"),
    "opendir": ("EMFILE", "EACCES"),
    "readdir": ("EIO",),
    "write": ("ENOSPC", "EDQUOT", "EIO", "EINTR", "short"),
    "pwrite": ("ENOSPC", "EDQUOT", "EIO", "EINTR", "short"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT", "EINTR"),
    "fdatasync": ("EIO", "ENOSPC", "EDQUOT", "EINTR"),
    "rename": ("EIO", "ENOSPC", "EDQUOT", "EACCES"),
    "renameat2": ("EIO", "ENOSPC", "EDQUOT", "EACCES"),
    "unlink": ("EIO", "EACCES"),
    "mkdir": ("ENOSPC", "EDQUOT", "EACCES"),
    "truncate": ("EIO", "EINTR"),
    "copy_file_range": ("EIO", "ENOSPC", "EDQUOT", "EOPNOTSUPP", "EINTR", "short"),
    "sendfile": ("EIO", "ENOSPC", "EDQUOT", "EINTR", "short"),
    "ficlone": ("EIO", "ENOSPC", "EDQUOT", "EOPNOTSUPP", "EINTR"),
}
HARMLESS = ("EINTR", "short")
# Xapian takes an interrupted open() for a failure; system calls of disks are never interrupted there.
MAY_GIVE_UP = {("open", "EINTR")}

# What found a fault once: command, kinds of calls, what becomes of them, at which (-1 = the last), which others too.
FOUND = (
    ("delete", ("truncate",), "EINTR", (1,), 0),  # the lock could not be written: nothing was done
    ("delete", ("copy_file_range",), "EINTR", (2,), 0),
    ("update", ("fsync",), "EINTR", (1,), 3),
    ("build", ("unlink",), "kill", (-3,), 0),  # a generation that was half removed looked whole
    ("build", ("readdir",), "EIO", (-1,), 1),  # nothing could be removed after the swap: a failure, though all was done
    ("build", ("open",), "EIO", tuple(range(-9, 0)), 0),  # the new stub could not be read: the live generation was removed
    ("stats", ("open",), "EIO", (-1,), 0),  # no bytes
    ("stats", ("open",), "EACCES", (1, 2, 3), 0),
    ("first build", ("fsync",), "ENOSPC", (1,), 1),  # "cannot flush .": no one knows where that is
    ("delete --purge", ("readdir",), "EIO", (-1, -6), 1),  # purged, but it was said that there is no index
)


def plans(calls, pick):
    """For each kind of call that was made `calls` times, and each error: at one call, and at many from one on."""
    for call, errors in ERRORS.items():
        if calls.get(call, 0) > 0:
            for error, again in itertools.product(errors, (False, True)):
                every = 0 if not again else 3 if error in HARMLESS else 1
                yield call, error, pick.randint(1, calls[call]), every


def cases(room, trials, pick):
    """What found a fault once; then, without end, each command and each kind of call that it makes in turn."""
    trials = trials + room.trials_of_inputs()
    readers = readers_of(room)
    yield from found_cases(room, {one.name: one for one in trials + readers})
    while True:
        turn = [some_cases(room, one, pick) for one in trials + readers]
        for several in itertools.zip_longest(*turn):
            yield from (case for case in several if case is not None)


def few(room, trials, pick):
    """What found a fault once; then every command, every kind of call and every error at least once."""
    commands = trials + room.trials_of_inputs() + readers_of(room)
    yield from found_cases(room, {one.name: one for one in commands})
    rows = [(one, list(plans(one.calls, pick))) for one in commands]
    missing = {kind for _, plans_of in rows for call, error, _, _ in plans_of for kind in (call, error)}
    for turn in itertools.count():
        for command, plans_of in rows:
            new = [row for row in plans_of if {row[0], row[1]} & missing] or (plans_of if turn == 0 else [])
            if new:
                call, error, number, every = max(new, key=lambda row: (len({row[0], row[1]} & missing), pick.random()))
                missing -= {call, error}
                yield case_of(room, command, ((call,), error, number, every))
        if not missing:
            return


def found_cases(room, commands):
    for name, calls, error, numbers, every in FOUND:
        made = sum(commands[name].calls[call] for call in calls)
        for number in numbers:
            yield case_of(room, commands[name], (calls, error, number if number > 0 else made + 1 + number, every))


def some_cases(room, command, pick):
    rows = list(plans(command.calls, pick))
    pick.shuffle(rows)
    return (case_of(room, command, ((call,), error, number, every)) for call, error, number, every in rows)


def case_of(room, command, plan):
    run = fail_writer if isinstance(command, Trial) else fail_reader
    return Case(SUBJECT, command.name, functools.partial(run, room, command, plan))


def fail_writer(room, trial, plan, at):
    room.copy_start(trial, at)
    faults = Faults(trial.watched or at, *plan)
    outcome = room.programs.index(*trial.words, at=at, faults=faults)
    verdict = judge_run(room, trial, at, outcome)
    judge_harmless(verdict, faults, outcome)
    judge_message(verdict, outcome, INDEX, SCRATCH, faults.folder)
    return Finding(outcome.faults > 0, str(faults), verdict.answers, tuple(verdict.complaints))


def judge_harmless(verdict, faults, outcome):
    if faults.error in HARMLESS and (faults.calls[0], faults.error) not in MAY_GIVE_UP:
        verdict.require(outcome.exit == 0, f"{faults.error} is no failure: exit {outcome.exit}: {outcome.err.strip()}")


def judge_message(verdict, outcome, *names):
    """A command that writes says which file it is about."""
    verdict.require(outcome.exit <= 0 or any(str(name) in outcome.err for name in names),
                    f"the message names no file: {outcome.err.strip()}")


@dataclasses.dataclass(frozen=True)
class Reader:
    """A command that only reads."""

    name: str
    program: str
    words: tuple
    watched: pathlib.Path  # the folder whose files meet faults
    right: Outcome  # without any

    @property
    def calls(self):
        return self.right.calls


def readers_of(room):
    at = room.start("built")
    index = at / INDEX
    rows = (
        ("batch", "nutgraf-query", room.query_words(), index),
        ("count", "nutgraf-query", ("count", INDEX, '"the lantern"'), index),
        ("kwic", "nutgraf-query", ("kwic", INDEX, "harb*", "-f", "jsonl"), index),
        ("show", "nutgraf-query", ("show", INDEX, "a3"), index),
        ("terms", "nutgraf-query", ("terms", INDEX, "l*"), index),
        ("stats", "nutgraf-index", ("stats", INDEX, "-f", "json"), index),
        ("check", "nutgraf-index", ("check", INDEX), index),
        ("batch, its queries", "nutgraf-query", room.query_words(), room.queries.parent),
    )
    return [Reader(name, program, words, watched, room.programs.run(program, *words, at=at, faults=Faults(watched)))
            for name, program, words, watched in rows]


def fail_reader(room, reader, plan, at):
    """It answers as without faults, or not at all."""
    faults = Faults(reader.watched, *plan)
    outcome = room.programs.run(reader.program, *reader.words, at=room.start("built"), faults=faults, counts=at)
    verdict = Verdict()
    judge_end(verdict, outcome)
    judge_harmless(verdict, faults, outcome)
    if outcome.exit == 0:
        verdict.require(outcome.out == reader.right.out, "exit 0, and another answer")
    return Finding(outcome.faults > 0, str(faults), "", tuple(verdict.complaints))
