# SPDX-License-Identifier: GPL-2.0-or-later
"""Power cuts at every point of every command that writes: the states of the disk that may be left, one by one."""

import functools
import itertools
import pathlib
import shutil
import tempfile

import crash_states
from crash_states import History, Tree
from disk_log import Write, read_log
from newsroom import SCRATCH
from programs import Faults
from report import Case, Finding
from verdict import judge

SUBJECT = "power loss"
GIVE_UP = 200  # states in a row that were seen before: there are no others, or hardly any


def cases(room, trials, pick):
    """Each command in turn, until all states of all were tried."""
    # A scratch folder elsewhere is named after the path of the index, and the states of a disk lie in other folders.
    kept = [trial for trial in trials if SCRATCH not in trial.words]
    turn = [states(room, trial, pick, number) for number, trial in enumerate(kept)]
    while turn:
        for one in list(turn):
            case = next(one, None)
            if case is None:
                turn.remove(one)
            else:
                yield case


def few(room, trials, pick):
    """A state of each command, then some more."""
    return itertools.islice(cases(room, trials, pick), len(trials) + 3)


def record(room, trial):
    """One undisturbed run."""
    scratch = pathlib.Path(tempfile.mkdtemp(dir=room.folder))
    at = scratch / "at"
    at.mkdir()
    room.copy_start(trial, at)
    before = Tree.of(at)
    outcome = room.programs.index(*trial.words, at=at, faults=Faults(at), log=scratch / "log", counts=scratch)
    history = History(before, read_log(scratch / "log"))
    _, everything = crash_states.EVERYTHING
    complete = history.after(len(history.operations), everything).digest() == Tree.of(at).digest()
    shutil.rmtree(scratch)
    if outcome.exit != 0 or not complete:
        raise SystemExit(f"{trial.name} ended with {outcome.exit}, or the log of its operations misses one")
    return history


def states(room, trial, pick, begin_with):
    """The states that tell most come first, beginning with the one of this number."""
    history = record(room, trial)
    end = len(history.operations)
    points = [0, end] + [n for n in range(1, end) if not isinstance(history.operations[n - 1], Write)]
    first = [(end, crash_states.NOTHING), (end, crash_states.EVERYTHING), (end - 3, crash_states.NAMES)]
    first = first[begin_with % len(first):] + first[:begin_with % len(first)]
    seen = set()
    repeated = 0
    while repeated < GIVE_UP:
        point, (kind, survives) = first.pop() if first else a_state(points, end, pick)
        tree = history.after(point, survives)
        if (digest := (tree.digest(), point == end)) in seen:
            repeated += 1
            continue
        seen.add(digest)
        repeated = 0
        how = f"after {point} of {end} operations, left of what was not synced: {kind}"
        yield Case(SUBJECT, trial.name, functools.partial(lose_power, room, trial, (tree, how), point == end))


def a_state(points, end, pick):
    """At a random point, the end and names being of most interest."""
    point = pick.choice((end, pick.choice(points), pick.choice(points), pick.choice(points), pick.randint(0, end)))
    some = crash_states.some(pick, pick.random())
    return point, pick.choice((*crash_states.PLAIN, some, some))


def lose_power(room, trial, state, has_ended, at):
    """`state`: a tree and how it came about. Once a command has ended, its work survives."""
    tree, how = state
    tree.write(at)
    verdict = judge(room, trial, at, 0 if has_ended else -9)
    return Finding(True, how, verdict.answers, tuple(verdict.complaints))
