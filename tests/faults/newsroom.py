# SPDX-License-Identifier: GPL-2.0-or-later
"""The index that is put to the trial: its articles, every command that writes it, and what queries must answer."""

import dataclasses
import json
import pathlib
import random
import shutil
import time

from programs import Faults

INDEX = "news.idx"
SCRATCH = "scratch"  # of --tmp
NOTES = 80
WORDS = ("harbour", "lantern", "lanterns", "crew", "crate", "tariff", "strike", "ministry", "river", "election", "trade-war",
         "U.S.", "NATO", "1,000", "envoy's", "peace")
QUERIES = ("lantern harbour", '"the lantern"', "lantern NEAR/5 crew", "harb*", "title:report AND lantern",
           "date:2023-05..2023-07 AND crew", "WITHIN sentence (lantern AND crew)", "NOT lantern",
           "source:gazette AND crate", '~"lantern count"', "edition0", "edition1", "edition2", "US strike", "ministri~1")


def article(number, edition, sentences):
    """Deterministic: the same article of an edition always has the same words."""
    pick = random.Random(number * 1000 + edition)
    text = f"Edition{edition} says so. "
    for sentence in range(sentences):
        words = [pick.choice(WORDS) for _ in range(pick.randint(6, 14))]
        text += f"The {' '.join(words)} number {pick.randint(1, 9999)} came."
        text += "\n\n" if sentence % 7 == 6 else " "
    return {"id": f"a{number}", "title": f"Report {number} on the {pick.choice(WORDS)}", "text": text,
            "date": f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}", "source": pick.choice(("Gazette", "Herald")),
            "lang": pick.choice(("en", "en", "en", "de"))}


def write_edition(folder, edition, articles, sentences=30):
    """Each edition has ten articles more than the one before and changes every third."""
    rows = (article(n, edition if n % 3 == 0 else 0, sentences) for n in range(articles + 10 * edition))
    (folder / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def write_notes(folder):
    """Files enough that what an index remembers of them takes several reads."""
    for n in range(NOTES):
        (folder / f"note-{n}-on-the-harbour.txt").write_text(f"Note {n}\n\nThe crew of crate {n} saw a lantern.\n")


@dataclasses.dataclass(frozen=True)
class Answers:
    exit: int
    text: str


@dataclasses.dataclass(frozen=True)
class Trial:
    """A command that writes, the index that it finds, and the answers before and after."""

    name: str
    words: tuple
    start: pathlib.Path  # copied for each run; holds the index, if there is one
    watched: pathlib.Path | None  # the folder whose files meet faults; None = the copy
    old: Answers
    new: Answers
    next_words: tuple  # what the next writer runs, and then removes what was left
    lasts: tuple  # answers of the index that the next writer makes; a purge that has begun keeps articles out of it
    calls: dict  # of each kind, on watched files
    seconds: float  # that it takes

    @property
    def purges(self):
        return "--purge" in self.words


class Newsroom:
    def __init__(self, programs, folder, articles=40):
        self.programs = programs
        self.folder = pathlib.Path(folder)
        self.docs = self.folder / "docs"
        self.many_docs = self.folder / "many"  # more than one part of a build
        self.queries = self.folder / "queries" / "queries.tsv"
        self.ids = self.folder / "ids" / "ids.txt"
        for folder in (self.docs, self.many_docs, self.queries.parent, self.ids.parent):
            folder.mkdir(parents=True)
        write_notes(self.docs)
        self.queries.write_text("".join(f"q{n}\t{query}\n" for n, query in enumerate(QUERIES)))
        self.ids.write_text("".join(f"a{n}\n" for n in range(0, 20, 4)))
        self.articles = articles
        self.known = set()  # answers of every index that was ever live
        self.lasts = {}  # answers of the index that a next writer makes
        self._make_starts()

    def answers(self, at):
        """What the index in the folder `at` answers to all queries."""
        found = self.programs.query(*self.query_words(), at=at)
        return Answers(found.exit, found.out)

    def query_words(self):
        return ("batch", INDEX, "--queries", self.queries, "-f", "jsonl", "-n", "all", "--all-copies")

    def start(self, name):
        return self.folder / "starts" / name

    def copy_start(self, trial, at):
        shutil.copytree(trial.start, at, dirs_exist_ok=True)

    def _must(self, at, *words, exit=0):
        outcome = self.programs.index(*words, at=at)
        if outcome.exit != exit:
            raise SystemExit(f"the trials cannot begin: nutgraf-index {' '.join(map(str, words))} ended with "
                             f"{outcome.exit}: {outcome.err}")

    def _make_starts(self):
        self.start("nothing").mkdir(parents=True)
        built = self.start("built")
        built.mkdir()
        (built / SCRATCH).mkdir()
        for edition in (0, 1):
            write_edition(self.docs, edition, self.articles)
            self._must(built, "build", INDEX, self.docs, "-q")
        write_edition(self.docs, 2, self.articles)
        write_edition(self.many_docs, 2, 20 * self.articles, sentences=40)
        self._make_interrupted(built)

    def _make_interrupted(self, built):
        """An index beside some parts of a build that was killed."""
        at = self.start("interrupted")
        shutil.copytree(built, at)
        killed = self.programs.index("build", INDEX, self.many_docs, "--resume", at=at,
                                     faults=Faults(at, ("rename",), "kill", at=3))  # after survey.bin and a part
        if not killed.was_killed or len(list((at / INDEX / "parts").glob("*.part"))) != 1:
            raise SystemExit(f"the trials cannot begin: a build --resume was not killed between parts: {killed.err}")

    def trials(self):
        """Every command that writes."""
        build = ("build", INDEX, self.docs, "--allow-shrink", "-q")
        many = ("build", INDEX, self.many_docs, "-q", "--resume")
        elsewhere = (*build, "--tmp", SCRATCH)
        rows = (
            ("first build", "nothing", build, build),
            ("build", "built", build, build),
            ("build --tmp", "built", elsewhere, elsewhere),
            ("build --writer api", "built", (*build, "--writer", "api"), build),
            ("build --resume", "interrupted", many, many),
            ("update", "built", ("update", INDEX), build),
            ("delete", "built", ("delete", INDEX, "--ids", self.ids), build),
            ("delete --purge", "built", ("delete", INDEX, "--ids", self.ids, "--purge"), build),
            ("optimize", "built", ("optimize", INDEX), build),
            ("rollback", "built", ("rollback", INDEX), build),
        )
        return [self._trial(*row) for row in rows]

    def trials_of_inputs(self):
        """Commands whose inputs fail, not the index."""
        build = ("build", INDEX, self.docs, "--allow-shrink", "-q")
        rows = (
            ("build, its input", "built", (*build, "--on-error", "fail"), build, self.docs),
            ("update, its input", "built", ("update", INDEX, "--on-error", "fail"), build, self.docs),
            ("delete, its ids", "built", ("delete", INDEX, "--ids", self.ids), build, self.ids.parent),
        )
        return [self._trial(*row) for row in rows]

    def _trial(self, name, start, words, next_words, watched=None):
        at = self.folder / "rehearsal"
        shutil.copytree(self.start(start), at)
        old = self.answers(at)
        begin = time.monotonic()
        done = self.programs.index(*words, at=at, faults=Faults(watched or at))
        seconds = time.monotonic() - begin
        new = self.answers(at)
        lasts = (self._last(start, next_words),)
        if "--purge" in words:
            self._must(at, *next_words)
            lasts += (self.answers(at),)
        shutil.rmtree(at)
        if done.exit != 0 or new.exit != 0:
            raise SystemExit(f"the trials cannot begin: {name} ended with {done.exit}: {done.err}")
        self.known |= {old, new}
        return Trial(name, words, self.start(start), watched, old, new, next_words, lasts, done.calls, seconds)

    def _last(self, start, words):
        if words not in self.lasts:
            at = self.folder / "last"
            shutil.copytree(self.start(start), at)
            self._must(at, *words)
            self.lasts[words] = self.answers(at)
            shutil.rmtree(at)
        return self.lasts[words]
