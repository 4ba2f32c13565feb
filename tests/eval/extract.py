#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges what nutgraf-index takes out of web pages, with default options, against pages whose text is known.

  scripts/eval extract [--half A|B] [--report FILE] DIR...

DIR is laid out as one of two public sets:
  ground-truth.json and html/KEY.html.gz   scrapinghub/article-extraction-benchmark: F1 over runs of four words
  evaldata.json and pages/FILE             adbar/trafilatura: F over segments that must and must not be there; titles
                                           and each author equal after NFKC, case and blanks, days equal
NUTGRAF_BIN names the folder of the programs. trafilatura and rs-trafilatura are measured on the same pages if this
Python has them. An expected author that is several names ("Ann Lee und Jo Roe") counts as written, and once more as
each of the names. Pages a second are of one core, nutgraf's with the start of the program. --half takes one half of the
pages, for tuning on one and testing on the other. --report lists every disagreement.
"""
import argparse
import gzip
import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from pathlib import Path


def nutgraf(pages):
    """Articles by name, and seconds of processor time."""
    program = Path(os.environ["NUTGRAF_BIN"]) / "nutgraf-index"
    with tempfile.TemporaryDirectory() as folder:
        for name, page in pages.items():
            (Path(folder) / f"{name}.html").write_bytes(page)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        out = subprocess.run([program, "preview", "-q", "-j", "1", "--report", "json", folder], check=True,
                             capture_output=True).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = {}
    for line in out.splitlines():
        row = json.loads(line)
        if "text" in row:
            found[Path(row["origin"]["path"]).name.removesuffix(".html")] = row
    return found, seconds


def rs_trafilatura(pages):
    from rs_trafilatura import extract_bytes
    found = {}
    before = time.process_time()
    for name, page in pages.items():
        document = extract_bytes(page)
        found[name] = {"text": document.main_content or "", "title": document.title, "date": document.date,
                       "authors": (document.author or "").split("; ")}
    return found, time.process_time() - before


def trafilatura(pages):
    from trafilatura import bare_extraction
    found = {}
    before = time.process_time()
    for name, page in pages.items():
        document = bare_extraction(page, include_comments=False, with_metadata=True)
        row = document.as_dict() if hasattr(document, "as_dict") else document or {}
        found[name] = {"text": row.get("text") or "", "title": row.get("title"), "date": row.get("date"),
                       "authors": (row.get("author") or "").split("; ")}
    return found, time.process_time() - before


def shingles(text):
    words = re.findall(r"\w+", text)
    runs = [tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3))]
    return Counter(run for run in runs if run)


def share(right, wrong):
    return right / (right + wrong) if right + wrong else None


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else 0.0


class Shingles:
    """The measure of article-extraction-benchmark: means of precision and recall over pages, and their F1."""

    def __init__(self, folder):
        self.truth = json.loads((folder / "ground-truth.json").read_text())
        self.pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in self.truth}

    def judge(self, found, report):
        precision, recall = [], []
        for key in self.pages:
            wanted = shingles(self.truth[key].get("articleBody", ""))
            had = shingles(found.get(key, {}).get("text", ""))
            both = sum((wanted & had).values())
            precision.append(share(both, sum((had - wanted).values())))
            recall.append(share(both, sum((wanted - had).values())))
            if both < sum(wanted.values()) or both < sum(had.values()):
                report(key, f"precision {precision[-1] or 0:.3f} recall {recall[-1] or 0:.3f}")
        p, r = mean(precision), mean(recall)
        return f"precision {p:.3f}  recall {r:.3f}  F1 {2 * p * r / (p + r) if p + r else 0:.3f}"


def plain(text):
    return " ".join(unicodedata.normalize("NFKC", text or "").lower().split())


def joined_names(author):
    """ "Ann Lee und Jo Roe" and "Ann Lee, dpa" are two names."""
    return [name for name in re.split(r",\s+|\s+(?:und|and|et|y|e)\s+|\s*&\s*", author) if name]


class Segments:
    """The measure of trafilatura's set."""

    def __init__(self, folder):
        truth = json.loads((folder / "evaldata.json").read_text())
        self.truth = {row["file"]: row for row in truth.values()}
        self.pages = {name: (folder / "pages" / name).read_bytes() for name in self.truth}

    def judge(self, found, report):
        counts = Counter()
        for name in self.pages:
            row, had = self.truth[name], found.get(name, {})
            for wanted in row["with"]:
                counts["kept" if wanted in had.get("text", "") else "lost"] += 1
                if wanted not in had.get("text", ""):
                    report(name, f"lost: {wanted}")
            for unwanted in row["without"]:
                if unwanted in had.get("text", ""):
                    counts["taken"] += 1
                    report(name, f"should not be there: {unwanted}")
            self.judge_facts(name, had, counts, report)
        kept, lost, taken = counts["kept"], counts["lost"], counts["taken"]
        facts = "  ".join(f"{fact} {counts[fact + ' right']} of {counts[fact]} ({counts[fact + ' right'] / counts[fact]:.3f})"
                          for fact in ("titles", "authors", "names", "days") if counts[fact])
        return (f"precision {kept / max(1, kept + taken):.3f}  recall {kept / max(1, kept + lost):.3f}  "
                f"F {2 * kept / max(1, 2 * kept + taken + lost):.3f}  {facts}")

    def judge_facts(self, name, had, counts, report):
        row = self.truth[name]

        def compare(fact, wanted, right, has):
            counts[fact] += 1
            counts[fact + " right"] += right
            if not right:
                report(name, f"{fact}: wanted {wanted!r}, has {has!r}")

        if row.get("title"):
            compare("titles", row["title"], plain(row["title"]) == plain(had.get("title")), had.get("title"))
        authors = row.get("author") or []
        names = [plain(author) for author in had.get("authors") or []]
        for author in authors if isinstance(authors, list) else re.split(r"\s*;\s*", authors):
            compare("authors", author, plain(author) in names, had.get("authors"))
            for one in joined_names(author):
                counts["names"] += 1
                counts["names right"] += plain(one) in names
        if row.get("date"):
            compare("days", row["date"], row["date"][:10] == (had.get("date") or "")[:10], had.get("date"))


PEERS = {"trafilatura": "trafilatura lxml_html_clean", "rs_trafilatura": "rs-trafilatura"}


def halved(pages, half):
    def belongs(name):
        return half is None or (int(hashlib.md5(name.encode()).hexdigest(), 16) % 2 == 0) == (half == "B")

    return {name: page for name, page in pages.items() if belongs(name)}


def main():
    parser = argparse.ArgumentParser(prog="scripts/eval extract", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["A", "B"])
    parser.add_argument("--report", type=Path)
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    options = parser.parse_args()
    lines = []
    for folder in options.folders:
        suite = Shingles(folder) if (folder / "ground-truth.json").exists() else Segments(folder)
        suite.pages = halved(suite.pages, options.half)
        print(f"{folder.name}: {len(suite.pages)} pages")
        for extractor in (nutgraf, trafilatura, rs_trafilatura):
            try:
                found, seconds = extractor(suite.pages)
            except ImportError:
                print(f"  {extractor.__name__:14s}  not installed: pip install {PEERS[extractor.__name__]}")
                continue
            report = (lambda name, what: lines.append(f"{folder.name}\t{name}\t{what}")) if extractor is nutgraf else (
                lambda name, what: None)
            print(f"  {extractor.__name__:14s}  {suite.judge(found, report)}  {len(suite.pages) / seconds:.0f} pages a second")
    if options.report:
        options.report.write_text("".join(line.replace("\n", " ") + "\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
