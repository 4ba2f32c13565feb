# SPDX-License-Identifier: GPL-2.0-or-later
"""What must hold after a command that writes has met a fault: no answer lost or wrong, no silent success."""

import dataclasses

from newsroom import INDEX, SCRATCH

FAILURES = (3, 5)  # exit codes of a command that could not do its work
KILLED = -9


@dataclasses.dataclass
class Verdict:
    answers: str = "neither"  # which index answers: "old", "new" (also where both are the same), "neither"
    complaints: list = dataclasses.field(default_factory=list)

    def require(self, holds, complaint):
        if not holds:
            self.complaints.append(complaint)


def last_lines(outcome):
    return " | ".join((outcome.out + outcome.err).strip().splitlines()[-3:])


def judge_run(room, trial, at, outcome):
    """The whole verdict on a run of `trial` in the folder `at`."""
    verdict = Verdict()
    judge_end(verdict, outcome)
    # A purge that cannot remove what is old fails, and says that the live index is already without the articles.
    purged = trial.purges and outcome.exit == 5 and "purged from the live generation" in outcome.err
    judge_index(verdict, room, trial, at, 0 if purged else outcome.exit, purged)
    return verdict


def judge(room, trial, at, exit):
    """The same, where only the index is known, and how the command ended."""
    verdict = Verdict()
    judge_index(verdict, room, trial, at, exit)
    return verdict


def judge_end(verdict, outcome):
    """How a program may end: never by a signal of its own, never without a word."""
    verdict.require(outcome.exit >= 0 or outcome.was_killed and "it hung" not in outcome.err,
                    f"ended by signal {-outcome.exit}: {last_lines(outcome)}")
    if outcome.exit > 0:
        verdict.require(outcome.exit in FAILURES, f"exit {outcome.exit}: {last_lines(outcome)}")
        verdict.require(outcome.err.strip(), f"exit {outcome.exit} without a message")


def judge_index(verdict, room, trial, at, exit, may_keep=False):
    judge_answers(verdict, room, trial, at, exit, may_keep)
    if (at / INDEX / "XAPIANDB").exists():
        judge_check(verdict, room.programs, at)
        judge_rollback(verdict, room, at)
    judge_next_writer(verdict, room, trial, at)


def judge_answers(verdict, room, trial, at, exit, may_keep):
    """Exit 0: the new index answers. Another: the old one does. Killed: either."""
    answers = room.answers(at)
    verdict.answers = "new" if answers == trial.new else "old" if answers == trial.old else "neither"
    allowed = (trial.new,) if exit == 0 else (trial.old,) if exit > 0 else (trial.old, trial.new)
    verdict.require(answers in allowed, f"exit {exit}, and the {verdict.answers} index answers")
    if exit == 0 and trial.purges and not may_keep:
        kept = [path.name for path in (at / INDEX / "generations").iterdir()]
        verdict.require(len(kept) == 1, f"a purge leaves the generations {', '.join(kept)}")


def judge_check(verdict, programs, at):
    checked = programs.index("check", INDEX, at=at)
    verdict.require(checked.exit == 0, f"check: exit {checked.exit}: {last_lines(checked)}")


def judge_rollback(verdict, room, at):
    """As far as it goes back, a whole index answers that was live once."""
    for _ in range(3):
        before = room.answers(at)
        back = room.programs.index("rollback", INDEX, at=at)
        answers = room.answers(at)
        if back.exit != 0:
            verdict.require(answers == before, f"rollback: exit {back.exit}, and another index answers")
            return
        verdict.require(answers in room.known, "rollback: the index before was never live")
        judge_check(verdict, room.programs, at)


def judge_next_writer(verdict, room, trial, at):
    """The next writer succeeds and removes whatever was left."""
    written = room.programs.index(*trial.next_words, at=at)
    verdict.require(written.exit == 0, f"the next writer: exit {written.exit}: {last_lines(written)}")
    verdict.require(room.answers(at) in trial.lasts, "the index of the next writer answers differently")
    left = leftovers(at)
    verdict.require(not left, f"the next writer leaves {', '.join(left)}")


def leftovers(at):
    """Files that no index without a running writer has."""
    index = at / INDEX
    found = [path.name for path in index.rglob("*") if ".partial" in path.name or path.name in ("scratch", "parts")]
    found += [path.name for path in at.glob(f"{SCRATCH}/*")]
    generations = sorted(path.name for path in (index / "generations").iterdir())
    return found + generations[:-2]
