#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures what a build cuts as boilerplate, by lines that this script puts into articles.

  scripts/eval furniture DIR

DIR holds public corpora in folders: reuters21578, bbc, masakhane (see copies.py). Stories of BBC and Reuters are dealt to
sites of 5, 20 and 200 articles; every third one is printed by several sites, as agency stories are. Each site puts lines of
its own around its articles: a newsletter form, a notice on cookies, a share bar, an unrendered template and links to other
stories. Precision: share of the lines cut that were put in; recall: share of the lines put in that were cut. Then the words
of each article's indexed text and of what was cut must be the words it had. NUTGRAF_BIN names the folder of the programs.
Exit 1 where they are not.
"""
import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

from copies import bbc, reuters, run

SITES = {5: 12, 20: 6, 200: 2}  # articles a site -> sites
WORD = re.compile(r"\w+")


def furniture(site):
    """The lines of a site: before its articles, and after them."""
    before = [f"Sign up to the Daily {site} newsletter and never miss a story again", "Enter your e-mail address",
              f"Thank you for joining the readers of the Daily {site}!"]
    after = ["Share on Facebook Share on Twitter Send by mail",
             f"We and our {len(site)} partners use cookies on {site} to measure visits. You can change your mind at any time.",
             "{{ #verifyErrors }} {{ message }} {{ /verifyErrors }}", f"Copyright {site} Media. All rights reserved."]
    return before, after


def paragraphs(text):
    return [" ".join(piece.split()) for piece in re.split(r"\n\s*\n|\n {2,}", text) if piece.strip()]


def deal(folder):
    """Articles with the lines that were put into each."""
    rand = random.Random(15)
    stories = [row for reader, name in ((bbc, "bbc"), (reuters, "reuters21578")) for row in reader(folder / name)
               if 80 <= len(WORD.findall(row["text"])) <= 800]
    rand.shuffle(stories)
    wire = stories[:100]
    rest = iter(stories[100:])
    for size, sites in SITES.items():
        for number in range(sites):
            site = f"paper{number}-of-{size}.example"
            before, after = furniture(site)
            links = [next(rest)["title"].capitalize() or "More news" for _ in range(4)]
            own = rand.sample(wire, size // 3) + [next(rest) for _ in range(size - size // 3)]
            for i, row in enumerate(own):
                put = before + after + ["Read more"] + links
                lines = before + paragraphs(row["text"]) + after + ["Read more"] + links
                yield {"id": f"{site}/{i}", "url": f"https://{site}/{i}", "title": row["title"], "date": row["date"],
                       "text": "\n\n".join(lines)}, put, size


def words(*texts):
    return Counter(word for text in texts for word in WORD.findall(text))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    dealt = list(deal(parser.parse_args().folder))
    counts, differing = {size: Counter() for size in SITES}, 0
    with tempfile.TemporaryDirectory() as work:
        data, index = Path(work) / "dealt.jsonl", Path(work) / "dealt.idx"
        data.write_text("".join(json.dumps({key: value for key, value in row.items() if value}) + "\n"
                                for row, *_ in dealt), encoding="utf-8")
        run("nutgraf-index", "build", "-q", index, data)
        for row, put, size in dealt:
            cuts = [cut["text"] for cut in json.loads(run("nutgraf-query", "show", "-i", index, row["id"], "--cut", "-f", "json"))]
            shown = json.loads(run("nutgraf-query", "show", "-i", index, row["id"], "-f", "json"))
            text = "\n\n".join(passage["text"] for passage in shown["passages"]).removeprefix(shown["title"] or "")
            if words(text, *cuts) != words(row["text"]):
                differing += 1
                print(f"{row['id']}: the words of the text and of the cuts are not those of the article")
            cut_lines = Counter(line.strip() for cut in cuts for line in cut.split("\n") if line.strip())
            right = sum((cut_lines & Counter(put)).values())
            counts[size].update(articles=1, put=len(put), cut=sum(cut_lines.values()), right=right)
            for line in (cut_lines - Counter(put)):
                print(f"{row['id']}: cut of the story: {line}")
    for size, count in counts.items():
        print(f"{size:4} articles a site: {count['articles']} articles, {count['put']} lines put in, {count['cut']} cut: "
              f"precision {count['right'] / max(1, count['cut']):.3f}  recall {count['right'] / count['put']:.3f}")
    print(f"{len(dealt)} articles, of {differing} the words differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
