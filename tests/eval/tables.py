#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares what nutgraf-index reads of CSV and TSV files with Python's csv module.

  scripts/eval tables [--map FIELD=COLUMN] FILE_OR_DIR...

Prints a line per file: rows, articles, rejects, titles that differ. A row counts that has as many cells as the header and
a text or title. Exit 1 where a number differs. NUTGRAF_BIN names the folder of the programs.
"""
import argparse
import csv
import json
import os
import subprocess
import sys
from pathlib import Path

csv.field_size_limit(1 << 30)
TITLES = ("title", "headline", "heading")
TEXTS = ("text", "body", "content", "story", "article", "abstract", "description", "summary")


def rows_of(path):
    """Header and rows, as quoted cells or with quotes as characters: whichever has more rows of the header's width."""
    best = (-1, [], [])
    for delimiter in "\t" if path.suffix in (".tsv", ".tab") else ",;\t|":
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            with open(path, newline="", encoding="utf-8-sig") as file:
                rows = [row for row in csv.reader(file, delimiter=delimiter, quoting=quoting) if "".join(row).strip()]
            good = [row for row in rows[1:] if rows and len(row) == len(rows[0]) > 1]
            if len(good) * len(rows[0]) > best[0]:
                best = (len(good) * len(rows[0]), rows[0], good)
    return best[1], best[2]


def expected(path, mapped):
    header, rows = rows_of(path)
    names = [name.strip().lower() for name in header]
    def cell(row, wanted):
        return next((row[names.index(name)].strip() for name in wanted if name in names and row[names.index(name)].strip()), "")
    titles = [cell(row, [mapped["title"]] if "title" in mapped else TITLES) for row in rows]
    texts = [cell(row, [mapped["text"]] if "text" in mapped else TEXTS) for row in rows]
    return [title for title, text in zip(titles, texts) if title or text]


def read(path, options):
    out = subprocess.run([Path(os.environ["NUTGRAF_BIN"]) / "nutgraf-index", "preview", "-q", "--report", "json", path]
                         + options, capture_output=True).stdout
    lines = [json.loads(line) for line in out.splitlines()]
    return [line for line in lines if "text" in line], [line for line in lines if "rejected" in line]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--map", action="append", default=[])
    parser.add_argument("paths", nargs="+", type=Path)
    arguments = parser.parse_args()
    mapped = {field: column.lower() for field, column in (entry.split("=", 1) for entry in arguments.map)}
    options = [word for entry in arguments.map for word in ("--map", entry)]
    files = [file for path in arguments.paths for file in
             ([path] if path.is_file() else sorted(path.rglob("*.[ct]sv")))]
    failed = False
    for file in files:
        titles = expected(file, mapped)
        articles, rejects = read(file, options)
        different = sum(" ".join(article["title"].split()) != " ".join(title.split())
                        for article, title in zip(articles, titles))
        failed = failed or len(articles) != len(titles) or different > 0
        print(f"{file}: {len(titles)} rows, {len(articles)} articles, {len(rejects)} rejects, {different} titles differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
