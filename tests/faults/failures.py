# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls on files that fail or do less than they were asked, one by one, in every command that writes or reads."""

import functools
import itertools

from newsroom import INDEX, Answers
from programs import Faults
from report import Case, Finding
from verdict import Verdict, judge_end, judge_run

SUBJECT = "failing calls"

# What may become of each call. EINTR and short reads and writes are no failures: the program goes on.
ERRORS = {
    "open": ("EMFILE", "EACCES", "EIO", "EINTR"),
    "read": ("EIO", "EINTR", "short"),
    "pread": ("EIO", "EINTR", "short"),
    "mmap": ("ENOMEM", "EIO"),
    "opendir": ("EMFILE", "EACCES"),
    "readdir": ("EIO",),
    "write": ("ENOSPC", "EDQUOT", "EIO", "EINTR", "short"),
    "pwrite": ("ENOSPC", "EDQUOT", "EIO", "EINTR", "short"),
    "fsync": ("EIO", "ENOSPC", "EINTR"),
    "fdatasync": ("EIO", "ENOSPC", "EINTR"),
    "rename": ("EIO", "ENOSPC", "EACCES"),
    "renameat2": ("EIO", "ENOSPC", "EACCES"),
    "unlink": ("EIO", "EACCES"),
    "mkdir": ("ENOSPC", "EACCES"),
    "truncate": ("EIO", "EINTR"),
    "copy_file_range": ("EIO", "ENOSPC", "EOPNOTSUPP", "EINTR", "short"),
    "sendfile": ("EIO", "ENOSPC", "EINTR", "short"),
    "ficlone": ("EIO", "ENOSPC", "EOPNOTSUPP", "EINTR"),
}
HARMLESS = ("EINTR", "short")
# Xapian takes an interrupted open() for a failure; system calls of disks are never interrupted there.
MAY_GIVE_UP = {("open", "EINTR")}

# What found a fault once: command, kinds of calls, what becomes of them, at which (-1 = the last), which others too.
FOUND = (
    ("delete", ("truncate",), "EINTR", 1, 0),  # the lock could not be written: nothing was done
    ("delete", ("copy_file_range",), "EINTR", 2, 0),
    ("update", ("fsync",), "EINTR", 1, 3),
    ("build", ("unlink",), "kill", -3, 0),  # a generation that was half removed looked whole
    ("build", ("readdir",), "EIO", -1, 1),  # nothing could be removed after the swap: a failure, though all was done
)


def plans(calls, pick):
    """For each kind of call that was made `calls` times, and each error: at one call, and at many from one on."""
    for call, errors in ERRORS.items():
        if calls.get(call, 0) > 0:
            for error, again in itertools.product(errors, (False, True)):
                every = 0 if not again else 3 if error in HARMLESS else 1
                yield call, error, pick.randint(1, calls[call]), every


def cases(room, trials, pick):
    """Without end; each command, and each kind of call that it makes, in turn."""
    for name, calls, error, number, every in FOUND:
        trial = next(trial for trial in trials if trial.name == name)
        number = number if number > 0 else sum(trial.calls[call] for call in calls) + 1 + number
        yield writer_case(room, trial, (calls, error, number, every))
    readers = list(reader_rows(room))
    while True:
        turn = [writer_cases(room, trial, pick) for trial in trials]
        turn += [reader_cases(room, *reader, pick) for reader in readers]
        for several in itertools.zip_longest(*turn):
            yield from (case for case in several if case is not None)


def shuffled(rows, pick):
    rows = list(rows)
    pick.shuffle(rows)
    return rows


def writer_cases(room, trial, pick):
    for call, error, number, every in shuffled(plans(trial.calls, pick), pick):
        yield writer_case(room, trial, ((call,), error, number, every))


def writer_case(room, trial, plan):
    return Case(SUBJECT, trial.name, functools.partial(fail_writer, room, trial, plan))


def fail_writer(room, trial, plan, at):
    room.copy_start(trial, at)
    faults = Faults(at / INDEX, *plan)
    outcome = room.programs.index(*trial.words, at=at, faults=faults)
    verdict = judge_run(room, trial, at, outcome)
    judge_harmless(verdict, faults, outcome)
    return Finding(outcome.faults > 0, str(faults), verdict.answers, tuple(verdict.complaints))


def judge_harmless(verdict, faults, outcome):
    if faults.error in HARMLESS and (faults.calls[0], faults.error) not in MAY_GIVE_UP:
        verdict.require(outcome.exit == 0, f"{faults.error} is no failure: exit {outcome.exit}: {outcome.err.strip()}")


def reader_rows(room):
    """Commands that only read: name, program, words, folder whose files fail."""
    index = room.start("built") / INDEX
    yield "batch", "nutgraf-query", room.query_words(), index
    yield "count", "nutgraf-query", ("count", INDEX, '"the lantern"'), index
    yield "kwic", "nutgraf-query", ("kwic", INDEX, "harb*", "-f", "jsonl"), index
    yield "show", "nutgraf-query", ("show", INDEX, "a3"), index
    yield "terms", "nutgraf-query", ("terms", INDEX, "l*"), index
    yield "stats", "nutgraf-index", ("stats", INDEX, "-f", "json"), index
    yield "check", "nutgraf-index", ("check", INDEX), index
    yield "batch, its queries", "nutgraf-query", room.query_words(), room.queries.parent / "queries"


def reader_cases(room, name, program, words, folder, pick):
    at = room.start("built")
    right = room.programs.run(program, *words, at=at, faults=Faults(folder))
    for call, error, number, every in shuffled(plans(right.calls, pick), pick):
        plan = Faults(folder, (call,), error, number, every)
        yield Case(SUBJECT, name, functools.partial(fail_reader, room, (program, words), right, plan))


def fail_reader(room, command, right, faults, at):
    """A reader answers as without faults, or not at all."""
    program, words = command
    outcome = room.programs.run(program, *words, at=room.start("built"), faults=faults, counts=at)
    verdict = Verdict()
    judge_end(verdict, outcome)
    judge_harmless(verdict, faults, outcome)
    if outcome.exit == 0:
        verdict.require(Answers(0, outcome.out) == Answers(0, right.out), "exit 0, and another answer")
    return Finding(outcome.faults > 0, str(faults), "", tuple(verdict.complaints))
