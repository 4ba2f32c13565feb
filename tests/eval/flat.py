#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges what is left of pages that come as bare text, and fits the weights by which lines are judged.

  scripts/eval flat [--fit] DIR

DIR is laid out as scrapinghub/article-extraction-benchmark: ground-truth.json and html/KEY.html.gz. Each page becomes all its
text, one block a line, without markup (Python's html-text). The measure is that of the set: F1 over runs of four words, by
the means of precision and recall. --fit repeats the logistic regression that the weights of indexer/clean/page_text.cpp are
from, each time without the pages of a fifth of the sites, which are then judged by what was fitted to the others.
NUTGRAF_BIN names the folder of the programs.
"""
import argparse
import gzip
import json
import math
import random
import re
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlparse

import html_text

from copies import run
from extract import mean, share, shingles

SOURCE = Path(__file__).resolve().parents[2] / "indexer" / "clean" / "page_text.cpp"
NAMES = ["bias", "sentence", "commas", "link words", "capitals", "before", "after"]
NEARNESS = (0.5, 0.3, 0.2)
WORD = re.compile(r"\w+")
LINKS = set(re.findall(r'"(\w+)"', re.search(r"kLinks = .*?\}\)", SOURCE.read_text(encoding="utf-8"), re.S)[0]))


def pages_of(folder):
    truth = json.loads((folder / "ground-truth.json").read_text())
    for key, row in truth.items():
        page = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        lines = [line.strip() for line in html_text.extract_text(page).split("\n") if line.strip()]
        yield key, ".".join(urlparse("//" + row["url"].split("//")[-1]).netloc.split(".")[-2:]), lines, row["articleBody"]


def features(lines):
    """As in the source, one row a line."""
    rows, long = [], []
    for line in lines:
        words = WORD.findall(line)
        many = max(1, len(words))
        sentence = line.rstrip("\"'”’») ").endswith((".", "!", "?", ":", "。"))
        rows.append([1.0, float(sentence), min(1, (line.count(",") + line.count(";")) / 3),
                     min(1, 2 * sum(word.lower() in LINKS for word in words) / many),
                     sum(word[0].isupper() for word in words) / many])
        long.append(sentence and len(words) >= 15)
    for i, row in enumerate(rows):
        for step in (-1, 1):
            row.append(sum(weight for far, weight in enumerate(NEARNESS, 1)
                           if 0 <= i + step * far < len(lines) and long[i + step * far]))
    return rows


def labels(lines, body):
    """Is most of a line in the article?"""
    runs, words = shingles(body), " ".join(WORD.findall(body))
    for line in lines:
        had = shingles(line)
        few = len(WORD.findall(line)) < 4
        yield " ".join(WORD.findall(line)) in words if few else 2 * sum(run in runs for run in had) >= len(had)


def solve(matrix, right):
    rows = [row + [value] for row, value in zip(matrix, right)]
    for a in range(len(rows)):
        best = max(range(a, len(rows)), key=lambda r: abs(rows[r][a]))
        rows[a], rows[best] = rows[best], rows[a]
        for r in range(len(rows)):
            if r != a:
                factor = rows[r][a] / rows[a][a]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[a])]
    return [rows[a][-1] / rows[a][a] for a in range(len(rows))]


def fit(pages):
    """Weights of a logistic regression with a little ridge; a line counts by the root of its words."""
    samples = [(row, label, math.sqrt(max(1, len(WORD.findall(line)))))
               for _, _, lines, body in pages for row, label, line in zip(features(lines), labels(lines, body), lines)]
    size, ridge = len(NAMES), 0.001 * sum(weight for *_, weight in samples)
    weights = [0.0] * size
    for _ in range(12):  # Newton's method
        slope = [ridge * weight for weight in weights]
        curve = [[ridge if a == b else 0.0 for b in range(size)] for a in range(size)]
        for row, label, weight in samples:
            chance = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row))))
            for a in range(size):
                slope[a] += weight * (chance - label) * row[a]
                for b in range(size):
                    curve[a][b] += weight * max(1e-6, chance * (1 - chance)) * row[a] * row[b]
        weights = [w - step for w, step in zip(weights, solve(curve, slope))]
    return weights


def trimmed(lines, weights):
    """What cut_page() leaves with these weights."""
    words = [len(WORD.findall(line)) for line in lines]
    rows = features(lines)
    best, most, total, begin = (0, 0), 0, 0, 0
    for i, row in enumerate(rows):
        total += max(-4, min(4, sum(w * x for w, x in zip(weights, row)))) * math.sqrt(max(1, words[i]))
        if total < 0:
            total, begin = 0, i + 1
        if total > most:
            best, most = (begin, i + 1), total
    cut = [i for i in range(len(lines)) if not best[0] <= i < best[1]]
    short = sum(words[i] < 8 and not rows[i][1] for i in cut)
    links = sum(words[i] < 8 and rows[i][3] > 0 for i in cut)
    sure = len(cut) >= 10 and short >= 0.6 * len(cut) and links >= 3 and sum(words[best[0]:best[1]]) >= 80
    return lines[best[0]:best[1]] if sure and max(map(len, lines)) >= 120 else lines


def cross_validated(pages):
    sites = sorted({site for _, site, *_ in pages})
    random.Random(15).shuffle(sites)
    found, folds = {}, []
    for fold in range(5):
        held = set(sites[fold::5])
        folds.append(fit([page for page in pages if page[1] not in held]))
        found.update({key: "\n".join(trimmed(lines, folds[-1])) for key, site, lines, _ in pages if site in held})
    for name, *values in zip(NAMES, *folds, fit(pages)):
        print(f"  {name:12}" + " ".join(f"{value:6.2f}" for value in values))
    return found


def nutgraf(pages):
    with tempfile.TemporaryDirectory() as folder:
        for key, _, lines, _ in pages:
            (Path(folder) / f"{key}.txt").write_text("\n".join(lines), encoding="utf-8")
        out = run("nutgraf-index", "preview", "-q", "--report", "json", folder)
    rows = [json.loads(line) for line in out.splitlines()]
    return {Path(row["origin"]["path"]).stem: row["text"] for row in rows if "text" in row}


def judge(name, pages, found):
    precision, recall = [], []
    for key, _, _, body in pages:
        wanted, had = shingles(body), shingles(found.get(key, ""))
        both = sum((wanted & had).values())
        precision.append(share(both, sum((had - wanted).values())))
        recall.append(share(both, sum((wanted - had).values())))
    p, r = mean(precision), mean(recall)
    print(f"{name:16} precision {p:.3f}  recall {r:.3f}  F1 {2 * p * r / (p + r):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    pages = list(pages_of(arguments.folder))
    judge("all text", pages, {key: "\n".join(lines) for key, _, lines, _ in pages})
    judge("nutgraf", pages, nutgraf(pages))
    if arguments.fit:
        judge("cross-validated", pages, cross_validated(pages))
    return 0


if __name__ == "__main__":
    sys.exit(main())
