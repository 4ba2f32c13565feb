#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks that nothing is lost where a build cuts boilerplate: what it indexes and what it says it cut are the whole text.

  scripts/eval cuts DIR

DIR holds news corpora in folders and archives. Each is built twice, as docs/formats.md says if it has a command for it:
with boilerplate cut, and with --keep-boilerplate. The articles of a corpus that name no source are of one site. Of every article, indexed text and cuts together must have the characters
(white space apart) and the words of the text that was kept whole, and the words of the indexed text must stand in its order.
NUTGRAF_BIN names the folder of the programs. Exit 1 if an article differs.
"""
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from news import commands

WORD = re.compile(r"\w+")
SHOWN = 5  # articles of a corpus that differ


def articles(index, words, folder):
    """id -> text without its title, cuts: of a build with these words of a command."""
    program = shlex.quote(str(Path(os.environ["NUTGRAF_BIN"]) / "nutgraf-index"))
    subprocess.run(["sh", "-c", f"{program} build -q {shlex.quote(str(index))} {words}"], cwd=folder, check=True)
    with subprocess.Popen(["sh", "-c", f"{program} export -q {shlex.quote(str(index))}"], stdout=subprocess.PIPE) as export:
        for line in export.stdout:
            row = json.loads(line)
            yield row["id"], row["text"], [cut["text"] for cut in row["cuts"]]
    if export.returncode:
        sys.exit(f"export of {index} failed")


def characters(*texts):
    return Counter("".join("".join(text.split()) for text in texts))


def words_of(*texts):
    return Counter(word for text in texts for word in WORD.findall(text))


def is_in_order(part, whole):
    """Are the words of one text in the other, in their order, if some of that are left out?"""
    rest = iter(WORD.findall(whole))
    return all(word in rest for word in WORD.findall(part))


def differences(whole, cut):
    """What is wrong with an article, each its text and cuts, kept whole and cut."""
    if characters(whole[0], *whole[1]) != characters(cut[0], *cut[1]):
        yield "the characters differ"
    if words_of(whole[0], *whole[1]) != words_of(cut[0], *cut[1]):
        yield "the words differ"
    if not is_in_order(cut[0], whole[0]):
        yield "the order of the words differs"


def check(name, words, folder, work):
    """Number of articles that differ."""
    whole = {key: (text, cuts) for key, text, cuts in articles(work / f"{name}.whole.idx", words + " --keep-boilerplate", folder)}
    counts, wrong, missing = Counter(), [], set(whole)
    for key, text, cuts in articles(work / f"{name}.cut.idx", words, folder):
        missing.discard(key)
        more = len(cuts) - len(whole.get(key, ("", []))[1])
        counts.update(articles=1, cut=more > 0, pieces=max(0, more))
        reasons = list(differences(whole[key], (text, cuts))) if key in whole else ["it is not in the index of whole texts"]
        if reasons:
            wrong.append((key, reasons))
    wrong += [(key, ["it is not in the index"]) for key in missing]
    print(f"{name:32}{counts['articles']:7} articles, {counts['cut']:6} cut, {counts['pieces']:6} pieces, {len(wrong)} differ")
    for key, reasons in wrong[:SHOWN]:
        print(f"  {key}: {', '.join(reasons)}")
    return len(wrong)


def main():
    top = Path(sys.argv[1]).absolute()
    known, wrong = commands(), 0
    for corpus in sorted(top.iterdir()):
        name = corpus.name
        words = known.get(name, f"news/{shlex.quote(name)}").replace("news/", f"{shlex.quote(top.name)}/")
        words += f" --set source={shlex.quote(name)}"
        with tempfile.TemporaryDirectory() as work:
            wrong += check(name, words, top.parent, Path(work))
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
