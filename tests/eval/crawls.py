#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares the records that nutgraf-index finds in crawls with those that warcio does (PyPI, pure Python).

  scripts/eval crawls FILE_OR_DIR...

Prints a line per file: pages (articles, and pages that are none), revisits, other HTTP statuses, other media, by both.
Exit 1 where they differ. What warcio refuses, and all where it is not installed, is skipped and said so. NUTGRAF_BIN names
the folder of the programs.
"""
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

SCHEMES = ("http", "https", "ftp", "file")
PAGES = ("text/html", "application/xhtml+xml", "text/plain")
KINDS = {"no article": "pages", "empty": "pages", "revisit": "revisits", "HTTP status": "statuses",
         "other media": "media"}


def kind_of(record):
    uri = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type == "revisit":
        return "revisits"
    if record.rec_type not in ("response", "resource", "conversion") or uri.strip("<>").split(":")[0] not in SCHEMES:
        return None
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    if record.rec_type == "response" and headers.get_statuscode() != "200":
        return "statuses"
    media = (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return "pages" if media in PAGES and not uri.split("?")[0].endswith("/robots.txt") else "media"


def by_warcio(path):
    from warcio.archiveiterator import ArchiveIterator
    with open(path, "rb") as file:
        return Counter(kind for record in ArchiveIterator(file, arc2warc=True) if (kind := kind_of(record)))


def by_nutgraf(path):
    program = Path(os.environ["NUTGRAF_BIN"]) / "nutgraf-index"
    out = subprocess.run([program, "preview", "-q", "--report", "json", path], capture_output=True).stdout
    lines = [json.loads(line) for line in out.splitlines()]
    kinds = Counter(KINDS[line["skipped"]["kind"]] for line in lines if line.get("skipped", {}).get("kind") in KINDS)
    kinds["pages"] += sum("text" in line for line in lines)
    return +kinds, sum("rejected" in line for line in lines)


def main():
    try:
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        print("skipped: this Python has no warcio (pip install warcio)")
        return 0
    failed = False
    files = [file for path in map(Path, sys.argv[1:]) for file in
             ([path] if path.is_file() else sorted(path.rglob("*")))
             if file.is_file() and (".warc" in file.name or file.suffix == ".arc")]
    for file in files:
        found, rejects = by_nutgraf(file)
        try:
            wanted = by_warcio(file)
        except ArchiveLoadFailed as why:
            print(f"{file}: skipped, warcio refuses it; nutgraf: {dict(found)}, {rejects} rejects")
            continue
        failed = failed or wanted != found
        print(f"{file}: {'equal' if wanted == found else f'warcio {dict(wanted)}, nutgraf'} {dict(found)}, {rejects} rejects")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
