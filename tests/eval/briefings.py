#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks what nutgraf-index makes of briefings that a script saved as Python bytes, and of the lists they were found by.

  scripts/eval briefings DIR

A file of DIR that begins with a document type is a whole page of links: no article. Any other is an `h1` and a line
`b'...'`: one article, whose title is that heading and whose words are those that Python's own parsers find in it.
NUTGRAF_BIN names the folder of the programs. Exit 1 where anything differs.
"""
import ast
import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path


def words(markup):
    return re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", markup)))


def source_words(text):
    """Words of the bytes that the lines of a briefing show."""
    shown = re.findall(r"^b(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")", text, re.M | re.S)
    return [word for line in shown for word in words(ast.literal_eval(line).decode("utf-8", "replace"))]


def main():
    folder = Path(sys.argv[1])
    program = Path(os.environ["NUTGRAF_BIN"]) / "nutgraf-index"
    out = subprocess.run([program, "preview", "-q", "--report", "json", folder], check=True, capture_output=True).stdout
    rows = [json.loads(line) for line in out.splitlines()]
    articles = {Path(row["origin"]["path"]).name: row for row in rows if "text" in row}
    skipped = {Path(row["skipped"]["path"]).name for row in rows if row.get("skipped", {}).get("kind") == "no article"}
    wrong, lists, briefings, all_words, found_words = [], 0, 0, 0, 0
    for path in sorted(folder.glob("*.html")):
        text = path.read_text("utf-8", "replace")
        if text.lower().startswith("<!doctype"):
            lists += 1
            wrong += [] if path.name in skipped else [f"{path.name}: a list of links is an article"]
            continue
        briefings += 1
        article = articles.get(path.name)
        title = re.search(r"<h1>(.*?)</h1>", text, re.S)
        if article is None or (title and words(title[1]) != words(article["title"] or "")):
            wrong.append(f"{path.name}: no article, or another title")
            continue
        all_words += len(source_words(text))
        found_words += len(words(article["text"]))
    print(f"{lists} lists, {briefings} briefings, {found_words} of {all_words} words, {len(wrong)} wrong")
    print("".join(f"  {line}\n" for line in wrong), end="")
    return 1 if wrong or found_words < 0.97 * all_words else 0


if __name__ == "__main__":
    sys.exit(main())
