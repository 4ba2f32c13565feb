# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs cases, counts what came of them, and prints the table."""

import collections
import concurrent.futures
import dataclasses
import pathlib
import shutil
import sys
import tempfile
import threading
import time
import traceback
import typing


@dataclasses.dataclass(frozen=True)
class Case:
    subject: str  # the first column of the table
    row: str  # the second
    run: typing.Callable  # takes an empty folder, returns a Finding


@dataclasses.dataclass(frozen=True)
class Finding:
    in_time: bool  # the fault came before the program had ended
    how: str  # what was done, so that it can be done again
    answers: str = ""  # "old", "new" or "neither"; "" where there is one index only
    complaints: tuple = ()


class Report:
    def __init__(self):
        self.rows = collections.defaultdict(collections.Counter)
        self.lock = threading.Lock()
        self.faults = 0

    def add(self, case, finding):
        with self.lock:
            row = self.rows[case.subject, case.row]
            row.update({"tried": 1, "in time": int(finding.in_time), finding.answers: 1,
                        "faults": int(bool(finding.complaints))})
            if finding.complaints:
                self.faults += 1
                print(f"FAULT {case.subject}: {case.row}: {finding.how}", file=sys.stderr)
                for complaint in finding.complaints:
                    print(f"    {complaint}", file=sys.stderr)
                sys.stderr.flush()

    def print(self):
        columns = ("tried", "in time", "old", "new", "faults")
        print(f"{'what':<16}{'of':<44}" + "".join(f"{column:>9}" for column in columns))
        total = collections.Counter()
        for (subject, name), row in self.rows.items():
            print(f"{subject:<16}{name:<44}" + "".join(f"{row[column]:>9,}" for column in columns))
            total.update(row)
        print(f"{'all':<60}" + "".join(f"{total[column]:>9,}" for column in columns))


def run_cases(cases, report, scratch, *, jobs, seconds):
    """Runs cases until there are none, or the time is over."""
    end = time.monotonic() + seconds
    lock = threading.Lock()

    def next_case():
        with lock:
            return None if time.monotonic() > end else next(cases, None)

    def work():
        while (case := next_case()) is not None:
            at = pathlib.Path(tempfile.mkdtemp(dir=scratch))
            try:
                report.add(case, case.run(at))
            except Exception:  # the harness itself: say where, and go on
                report.add(case, Finding(False, "harness", "", (traceback.format_exc(),)))
            shutil.rmtree(at, ignore_errors=True)

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for done in [pool.submit(work) for _ in range(jobs)]:
            done.result()
