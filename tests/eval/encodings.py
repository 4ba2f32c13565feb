#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges how nutgraf-index decodes texts in legacy encodings.

  scripts/eval encodings [--report FILE] DIR...

DIR contains folders that are named after the encoding of their files, alone or with a language behind it
(`iso-8859-2-hungarian`). A file is right if the program reads from it the text that ICU decodes by the folder's
encoding, byte-order mark, white space, control characters and cuts aside. Folders whose encoding ICU lacks are left
out. uconv (package icu-devtools) must be there; NUTGRAF_BIN names the folder of the programs.
"""
import argparse
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path


def decode(encoding, path):
    """What ICU makes of a file; None where it lacks the encoding."""
    done = subprocess.run(["uconv", "-i", "-f", encoding, "-t", "UTF-8", path], capture_output=True)
    return None if b"Couldn't open" in done.stderr or b"unknown" in done.stderr.lower() else done.stdout.decode()


def encoding_of(folder, path):
    """The name of a folder without the language behind it, as far as ICU knows an encoding of that name."""
    parts = folder.split("-")
    for end in range(len(parts), 0, -1):
        name = "-".join(parts[:end])
        if decode(name, path) is not None:
            return name
    return None


def letters(text):
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))


def read(folder):
    """What the program reads, by path."""
    program = Path(os.environ["NUTGRAF_BIN"]) / "nutgraf-index"
    out = subprocess.run([program, "preview", "-q", "--format", "text", "--report", "json", folder],
                         check=True, capture_output=True).stdout
    return {row["origin"]["path"]: row for row in map(json.loads, out.splitlines()) if "text" in row}


def same(row, wanted):
    """Whether all that was read stands in `wanted` and nothing is missing but what was taken for a head or cut."""
    read_text = letters(row["text"])
    missing = len(wanted) - len(read_text)
    heads = sum(len(letters(str(value))) for value in [row["title"], row["authors"], row["url"], row["source"]]
                if value)
    return wanted.endswith(read_text) and missing <= heads + 40 or letters(row["title"] or "") + read_text == wanted


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--report", help="write every disagreement here")
    parser.add_argument("dirs", nargs="+", type=Path)
    args = parser.parse_args()
    right, files, wrong, lacking = 0, 0, [], []
    for folder in sorted(path for top in args.dirs for path in top.iterdir() if path.is_dir()):
        paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
        encoding = encoding_of(folder.name, paths[0]) if paths else None
        if encoding is None:
            lacking.append(folder.name)
            continue
        rows = read(folder.resolve())
        for path in paths:
            row = rows.get(str(path.resolve()))
            wanted = letters(decode(encoding, path).replace("\ufeff", ""))
            files += 1
            if row is not None and same(row, wanted):
                right += 1
            else:
                wrong.append((path, wanted, letters(row["text"]) if row else ""))
    print(f"{right} of {files} files ({100 * right / max(files, 1):.1f} %); no such encoding in ICU: {', '.join(lacking) or '-'}")
    out = open(args.report, "w", encoding="utf-8") if args.report else sys.stdout
    for path, wanted, got in wrong:
        place = next((i for i, (a, b) in enumerate(zip(wanted[::-1], got[::-1])) if a != b), min(len(wanted), len(got)))
        at, there = len(wanted) - place, len(got) - place
        differ = sum(a != b for a, b in zip(wanted, got)) if len(wanted) == len(got) else -1
        print(f"{path.parent.name}/{path.name}: {len(wanted)} characters wanted, {len(got)} read, {differ} differ\n"
              f"  wanted {wanted[max(0, at - 30):at]}\n  read   {got[max(0, there - 30):there]}", file=out)


if __name__ == "__main__":
    main()
