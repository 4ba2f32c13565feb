#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks that nutgraf-index takes out of public news corpora what is in them.

  scripts/eval news DIR

DIR contains corpora in folders of their own: bbc, fakebr, nltk, saudinewsnet, wmt21, xinwenlianbo; those that are not
there are left out. Each is read by its command in docs/formats.md, `build` replaced by `preview`. What must come out is
counted here from the files, without the program. NUTGRAF_BIN names the folder of the programs. Exit 1 if a number is
wrong.
"""
import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


def commands():
    """The words of each command of the page that reads news/NAME, by NAME."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        match = re.match(r" {4}nutgraf-index build \S+ (.*news/(\w+).*)", line)
        if match:
            found[match[2]] = match[1]
    return found


def read(words, folder):
    """Articles, and how many of what was skipped or rejected."""
    program = Path(os.environ["NUTGRAF_BIN"]) / "nutgraf-index"
    shell = f"{shlex.quote(str(program))} preview -q --report json {words}"
    out = subprocess.run(["sh", "-c", shell], cwd=folder.parent, check=True, capture_output=True).stdout
    rows, other = [], Counter()
    for line in out.splitlines():
        row = json.loads(line)
        if "id" in row:
            rows.append(row)
        else:
            other[row["skipped"]["kind"] if "skipped" in row else "rejected"] += 1
    return rows, other


def text_of(path):
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def path_of(row):
    return Path(row["origin"]["path"])


def bbc(folder, rows, _):
    files = sorted(folder.glob("*/*.txt"))
    first = {path: text_of(path).split("\n")[0].strip() for path in files}
    yield "articles", len(rows), len(files)
    yield "titles", sum(row["title"] == first[path_of(row)] for row in rows), len(files)


def fakebr(folder, rows, other):
    texts = [path for name in ("true", "fake") for path in folder.glob(f"{name}/*.txt")]
    yield "articles", len(rows), len(texts)
    yield "files of metadata", other["metadata of other files"], len(texts)

    def wanted(row):
        path = path_of(row)
        meta = path.parent.with_name(path.parent.name + "-meta") / f"{path.stem}-meta.txt"
        return [line.strip() for line in text_of(meta).split("\n")]

    known = [(row, wanted(row)) for row in rows]
    for name, place in (("url", 1), ("section", 2)):
        yield name, sum((row[name] or "None") == lines[place] for row, lines in known), len(texts)
    yield "authors", sum(bool(row["authors"]) == (lines[0] not in ("None", "")) for row, lines in known), len(texts)
    days = [(row["date"], re.match(r"(\d+)/(\d+)/(\d{4})", lines[3])) for row, lines in known]
    days = [(date, f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}") for date, day in days if day]
    yield "days written as 31/12/2017", sum(date == day for date, day in days), len(days)
    yield "dated", sum(bool(row["date"]) for row in rows), len(texts)


def json_lines(folder, rows, _):
    records = [json.loads(line) for path in folder.glob("*.jsonl") for line in path.open(encoding="utf-8")]
    yield "articles", len({row["id"] for row in rows}), len(records)
    languages = Counter(record["lang"] for record in records)
    yield "languages", Counter(row["lang"] for row in rows) == languages, True


def saudinewsnet(folder, rows, _):
    records = []
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                records += json.loads(archive.read(name))
    full = {record["url"]: record for record in records if record["content"].strip() or record["title"].strip()}
    yield "articles", len({row["url"] for row in rows}), len(full)
    yield "days", sum(row["date"] == full[row["url"]]["date_extracted"][:10] for row in rows), len(rows)


def xinwenlianbo(folder, rows, _):
    heads = []
    for path in sorted(folder.glob("*.md")):
        lines = text_of(path).split("\n")
        heads += [(path.stem, line[4:].strip()) for line in lines if line.startswith("### ") and line[4:].strip()]
    found = [((row["date"] or "").replace("-", ""), row["title"]) for row in rows]
    yield "articles", len(rows), len(heads)
    yield "titles and days", sum((Counter(found) & Counter(heads)).values()), len(heads)


CHECKS = {"bbc": bbc, "fakebr": fakebr, "nltk": json_lines, "saudinewsnet": saudinewsnet, "wmt21": json_lines,
          "xinwenlianbo": xinwenlianbo}


def main():
    top = Path(sys.argv[1]).absolute()
    known = commands()
    wrong = 0
    for name, check in CHECKS.items():
        folder = top / name
        if not folder.is_dir():
            continue
        words = known[name].replace("news/", f"{top.name}/")
        rows, other = read(words, top)
        for what, got, wanted in check(folder, rows, other):
            wrong += got != wanted
            print(f"{name:14}{what:28}{got!s:>7} of {wanted!s:>7}{'' if got == wanted else '   WRONG'}")
        repairs = Counter()
        for row in rows:
            for repair in (row["meta"].get("repairs") or "").split(", "):
                rule, _, places = repair.rpartition(" ")
                repairs[rule] += int(places) if rule else 0
        print(f"{name:14}skipped {dict(other)}, mended {dict(+repairs)}")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
