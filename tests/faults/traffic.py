# SPDX-License-Identifier: GPL-2.0-or-later
"""Two writers at once, now and then killed, and eight readers throughout: each answer is that of one whole index."""

import json
import pathlib
import random
import shutil
import tempfile
import threading
import time

from newsroom import INDEX
from report import Case, Finding
from verdict import Verdict, judge_check, judge_end, last_lines, leftovers

WRITERS = 2
READERS = 8
ARTICLES = 40
DELETED = "a1"
ADDED = "x1"
BUSY = 4


class Traffic:
    def __init__(self, programs, report, at):
        self.programs = programs
        self.report = report
        self.at = at
        for edition in (1, 2):
            self._write(f"edition{edition}", {f"a{n}": edition for n in range(ARTICLES)})
        self._write("added", {ADDED: 0})
        self.commands = {
            "build": ("build", INDEX, "edition1.jsonl", "--allow-shrink"),
            "build again": ("build", INDEX, "edition2.jsonl", "--allow-shrink"),
            "update": ("update", INDEX, "added.jsonl"),
            "delete": ("delete", INDEX, "--id", DELETED),
            "optimize": ("optimize", INDEX),
            "rollback": ("rollback", INDEX),
        }
        self.is_over = threading.Event()

    def _write(self, name, editions):
        rows = ({"id": id, "text": f"The lantern of {id} shone. Edition{edition} says so of {id}."}
                for id, edition in editions.items())
        (self.at / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    def run(self, seconds, pick):
        self.programs.index(*self.commands["build"], "-q", at=self.at)
        writers = [threading.Thread(target=self._write_on, args=(random.Random(pick.random()),)) for _ in range(WRITERS)]
        readers = [threading.Thread(target=self._read_on) for _ in range(READERS)]
        for thread in writers + readers:
            thread.start()
        time.sleep(seconds)
        self.is_over.set()
        for thread in writers + readers:
            thread.join()
        self._add("the index after it", "", self._aftermath(), in_time=True)

    def _add(self, row, how, verdict, *, in_time):
        self.report.add(Case("at once", row, None), Finding(in_time, how, "", tuple(verdict.complaints)))

    def _write_on(self, pick):
        while not self.is_over.is_set():
            name = pick.choice(list(self.commands))
            waits = pick.choice((0, 60))
            kill_after = pick.uniform(0, 0.3) if pick.random() < 0.2 else None
            outcome = self.programs.index(*self.commands[name], "--lock-timeout", waits, at=self.at,
                                          kill_after=kill_after)
            verdict = Verdict()
            if outcome.exit == BUSY:
                verdict.require(waits == 0 and "process" in outcome.err, f"busy: {last_lines(outcome)}")
            elif outcome.exit == 3 and name == "rollback":
                verdict.require("no generation before" in outcome.err, last_lines(outcome))
            else:
                judge_end(verdict, outcome)
                verdict.require(outcome.exit in (0, -9), f"exit {outcome.exit}: {last_lines(outcome)}")
            self._add(f"{WRITERS} writers: {name}", f"--lock-timeout {waits}", verdict, in_time=outcome.exit != BUSY)

    def _read_on(self):
        while not self.is_over.is_set():
            self._add(f"{READERS} readers", "", self._read(), in_time=True)

    def _read(self):
        """Is what a reader finds the whole of one index that some writer made?"""
        found = self.programs.query("search", INDEX, "lantern", "-n", "all", "-f", "jsonl", "--all-copies", at=self.at)
        verdict = Verdict()
        verdict.require(found.exit == 0, f"exit {found.exit}: {last_lines(found)}")
        if found.exit == 0:
            texts = {row["id"]: row["text"] for row in map(json.loads, found.out.splitlines())}
            verdict.require(self._is_whole(texts), f"a mixture: {sorted(texts.items())}")
        return verdict

    @staticmethod
    def _is_whole(texts):
        ids = {f"a{n}" for n in range(ARTICLES)}
        editions = {text.split()[5] for id, text in texts.items() if id != ADDED}
        return ids - {DELETED} <= set(texts) <= ids | {ADDED} and len(editions) == 1

    def _aftermath(self):
        verdict = self._read()
        judge_check(verdict, self.programs, self.at)
        self.programs.index(*self.commands["build"], "-q", at=self.at)
        left = leftovers(self.at)
        verdict.require(not left, f"the last writer leaves {', '.join(left)}")
        return verdict


def run(programs, report, scratch, *, seconds, pick):
    at = pathlib.Path(tempfile.mkdtemp(dir=scratch))
    Traffic(programs, report, at).run(seconds, pick)
    shutil.rmtree(at)
