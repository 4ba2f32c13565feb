#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tries what an index survives: kills, calls that fail, power cuts, many writers and readers. Prints figures; exit 1 if
an answer was lost or wrong, or a failure was silent. README.md says more.

  scripts/faults [--minutes N] [--only SUBJECT] [--seed N]
"""
import argparse
import math
import os
import pathlib
import random
import shutil
import sys
import tempfile

import failures
import kills
import power_loss
import traffic
from newsroom import Newsroom
from programs import Programs
from report import Report, run_cases

# Subject and its share of the time.
SUBJECTS = {"kills": (kills, 0.25), "failures": (failures, 0.4), "power": (power_loss, 0.25)}
TRAFFIC = "traffic"
TRAFFIC_SHARE = 0.1
QUICK_TRAFFIC = 3  # seconds


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5, help="how long to try (5)")
    parser.add_argument("--quick", action="store_true", help="each kind of fault and each command at least once, as the tests run them")
    parser.add_argument("--only", choices=[*SUBJECTS, TRAFFIC], help="one subject")
    parser.add_argument("--seed", type=int, default=None, help="of the random choices (printed)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="cases at a time (one per core)")
    parser.add_argument("--bin", required=True, help="folder of the programs and of fault-shim.so")
    return parser.parse_args()


def scratch_folder():
    """In memory where that can be: a sync costs nothing there."""
    memory = pathlib.Path("/dev/shm")
    return pathlib.Path(tempfile.mkdtemp(prefix="nutgraf-faults-", dir=memory if os.access(memory, os.W_OK) else None))


def try_all(chosen, scratch, report):
    seed = random.randrange(1 << 32) if chosen.seed is None else chosen.seed
    print(f"seed {seed}", file=sys.stderr)
    programs = Programs(chosen.bin)
    room = Newsroom(programs, scratch / "room")
    trials = room.trials()
    runs = scratch / "runs"
    runs.mkdir()
    shares = {name: 1.0 for name in (chosen.only,)} if chosen.only else {n: share for n, (_, share) in SUBJECTS.items()}
    for name, share in shares.items():
        if name != TRAFFIC:
            subject, _ = SUBJECTS[name]
            cases = (subject.few if chosen.quick else subject.cases)(room, trials, random.Random(seed))
            run_cases(cases, report, runs, jobs=chosen.jobs,
                      seconds=math.inf if chosen.quick else chosen.minutes * 60 * share)
    if chosen.only in (None, TRAFFIC):
        share = TRAFFIC_SHARE if chosen.only is None else 1.0
        traffic.run(programs, report, runs, seconds=QUICK_TRAFFIC if chosen.quick else chosen.minutes * 60 * share,
                    pick=random.Random(seed))


def main():
    chosen = options()
    scratch = scratch_folder()
    report = Report()
    try:
        try_all(chosen, scratch, report)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    report.print()
    sys.exit(1 if report.faults else 0)


if __name__ == "__main__":
    main()
