# SPDX-License-Identifier: GPL-2.0-or-later
"""SIGKILL at random points of every command that writes: after a random time, and at a random call on its files."""

import functools

from programs import CALLS, Faults
from report import Case, Finding
from verdict import judge_run

SUBJECT = "killed"


def cases(room, trials, pick):
    """Without end, each command in turn."""
    while True:
        for trial in trials:
            yield case_of(room, trial, pick, by_call=pick.random() < 0.5)


def few(room, trials, pick):
    """Each command once, at a call and after a time by turns."""
    for number, trial in enumerate(trials):
        yield case_of(room, trial, pick, by_call=number % 2 == 0)


def case_of(room, trial, pick, *, by_call):
    point = pick.randint(1, sum(trial.calls.values())) if by_call else pick.uniform(0, trial.seconds * 1.1)
    return Case(SUBJECT, trial.name, functools.partial(kill, room, trial, point))


def kill(room, trial, point, at):
    """`point`: a number of a call, or seconds."""
    room.copy_start(trial, at)
    if isinstance(point, int):
        how = f"at call {point}"
        outcome = room.programs.index(*trial.words, at=at, faults=Faults(at, CALLS, "kill", at=point))
    else:
        how = f"after {point:.3f} s"
        outcome = room.programs.index(*trial.words, at=at, kill_after=point)
    verdict = judge_run(room, trial, at, outcome)
    return Finding(outcome.was_killed, how, verdict.answers, tuple(verdict.complaints))
