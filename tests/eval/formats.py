#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares what nutgraf-index reads from files of many formats with what a person found in them.

  scripts/eval formats DIR...

tests/eval/formats.tsv has a row a file or folder, its path relative to a DIR:
  path      articles and rejects are compared with the numbers
  options   of `preview`, separated by blanks
  titles    of the articles in order, separated by " | "
  dates     the same, separated by blanks; "none" for an undated article
  first     how the text of the first article begins
  last      how the text of the last article ends
  counts    of articles: undated, untitled, untexted, tagged, such as "undated=0 tagged=3"; no_article, pages skipped
A column that is "-" is not compared. Texts are equal after NFKC and in their words; a "|" in a title is written "/".
Rows whose file is in no DIR are counted and left out. Exits 1 where something differs.
"""
import csv
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

TABLE = Path(__file__).with_name("formats.tsv")


def plain(text):
    return " ".join(unicodedata.normalize("NFKC", text or "").split())


def read(path, options):
    program = Path(os.environ["NUTGRAF_BIN"]) / "nutgraf-index"
    run = subprocess.run([program, "preview", "-q", "--report", "json", *options, path], capture_output=True, check=False)
    rows = [json.loads(line) for line in run.stdout.splitlines() if line.startswith(b"{")]
    return ([row for row in rows if "id" in row], [row["rejected"] for row in rows if "rejected" in row],
            [row["skipped"] for row in rows if "skipped" in row])


def counts(articles, skipped):
    return {"undated": sum(not row["date"] for row in articles), "untitled": sum(not row["title"] for row in articles),
            "untexted": sum(not row["text"] for row in articles), "tagged": sum(bool(row["tags"]) for row in articles),
            "no_article": sum(row["kind"] == "no article" for row in skipped)}


def differences(row, path):
    articles, rejects, skipped = read(path, row["options"].split() if row["options"] != "-" else [])
    found = {"articles": str(len(articles)), "rejects": str(len(rejects)),
             "titles": " | ".join(plain(article["title"]).replace("|", "/") for article in articles),
             "dates": " ".join(article["date"] or "none" for article in articles)}
    wrong = [f"{column}: {row[column]!r}, not {found[column]!r}" for column in found
             if row[column] not in ("-", found[column])]
    first, last = (plain(articles[at]["text"]) if articles else "" for at in (0, -1))
    if row["first"] != "-" and not first.startswith(row["first"]):
        wrong.append(f"first: {row['first']!r}, not {first[:80]!r}")
    if row["last"] != "-" and not last.endswith(row["last"]):
        wrong.append(f"last: {row['last']!r}, not {last[-80:]!r}")
    if row["counts"] != "-":
        have = counts(articles, skipped)
        for pair in row["counts"].split():
            name, number = pair.split("=")
            if have[name] != int(number):
                wrong.append(f"{name}: {number}, not {have[name]}")
    return wrong


def main():
    folders = [Path(argument) for argument in sys.argv[1:]]
    if not folders:
        sys.exit(__doc__)
    right = missing = 0
    bad = []
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = next((folder / row["path"] for folder in folders if (folder / row["path"]).exists()), None)
            if path is None:
                missing += 1
                continue
            wrong = differences(row, path)
            right += not wrong
            if wrong:
                bad.append(row["path"])
                print(row["path"], *wrong, sep="\n  ")
    print(f"{right} of {right + len(bad)} rows as the table says; {missing} rows have no file here")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
