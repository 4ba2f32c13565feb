#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges which articles a build takes for copies of one another.

  scripts/eval copies DIR

DIR holds public corpora, each in a folder: reuters21578 (SGML), bbc (a text a file), masakhane (TSV) and saudinewsnet
(zipped JSON). Two sets are measured, each by precision, recall and F1:
  judged   the pairs of tests/eval/judged/copies.tsv, drawn evenly over Jaccard .1 to .9 of all pairs at most seven days
           apart, then read: "copy" (one story printed twice: cut, extended, corrected, edited), "edition" (of a
           recurring text: bond issues, stocks, money markets) and "different" (stories with a passage in common)
  made     edits of stories of BBC and Reuters; the shorter text has at least .6 of the longer one's words
Beside nutgraf stand two baselines: Hamming distance of simhashes and overlap of runs of four words (Jaccard), each at
the threshold that is best on the very set. Editions that nutgraf groups are listed by title. NUTGRAF_BIN names the folder
of the programs.
"""
import argparse
import csv
import hashlib
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

csv.field_size_limit(1 << 30)
JUDGED = Path(__file__).parent / "judged" / "copies.tsv"
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
WORD = re.compile(r"\w+")


def article(name, title, text, date="", source=""):
    return {"id": name, "title": title.strip(), "text": text.strip(), "date": date, "source": source}


def reuters(folder):
    unescape = lambda text: html.unescape(html.unescape(text)).replace("\x03", "")
    for file in sorted(folder.glob("*.sgm")):
        for item in re.findall(r"<REUTERS(.*?)</REUTERS>", file.read_bytes().decode("latin-1"), re.S):
            body = re.search(r"<BODY>(.*?)</BODY>", item, re.S)
            title = re.search(r"<TITLE>(.*?)</TITLE>", item, re.S)
            day, month, year = re.search(r"<DATE>\s*(\S+)", item)[1].split("-")
            if body:
                yield article("reuters/" + re.search(r'NEWID="(\d+)"', item)[1], unescape(title[1]) if title else "",
                              unescape(body[1]), f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}", "reuters")


def bbc(folder):
    for file in sorted(folder.glob("*/*.txt")):
        title, _, text = file.read_bytes().decode("utf-8", "replace").partition("\n")
        yield article(f"bbc/{file.parent.name}/{file.stem}", title, text, source="bbc")


def masakhane(folder):
    for file in sorted(folder.rglob("*.tsv")):
        quoting = csv.QUOTE_MINIMAL if file.parent.name == "eng" else csv.QUOTE_NONE
        with open(file, newline="", encoding="utf-8") as rows:
            for number, row in enumerate(csv.DictReader(rows, delimiter="\t", quoting=quoting)):
                if row.get("text"):
                    yield article(f"masakhane/{file.parent.name}/{file.stem}/{number}", row["headline"] or "",
                                  row["text"].replace("\\n", "\n"), source="bbc-" + file.parent.name)


def saudinewsnet(folder):
    for file in sorted(folder.glob("*.zip")):
        archive = zipfile.ZipFile(file)
        for member in archive.namelist():
            if member.endswith(".json"):
                for number, row in enumerate(json.loads(archive.read(member))):
                    yield article(f"saudi/{file.stem}/{number}", row.get("title") or "", row.get("content") or "",
                                  file.stem, row.get("source") or "")


READERS = {"reuters21578": reuters, "bbc": bbc, "masakhane": masakhane, "saudinewsnet": saudinewsnet}


def corpora(folder):
    found = {}
    for name, reader in READERS.items():
        for row in reader(folder / name):
            if row["text"]:
                found[row["id"]] = row
    return found


# Edits: text of a story -> text of its copy, or nothing where the story does not lend itself to it.

def sentences(text):
    return re.split(r"(?<=[.!?\"])\s+", text)


def cut_from_end(rand, text):
    pieces = sentences(text)
    keep = rand.uniform(0.62, 0.9) * len(WORD.findall(text))
    left = []
    while pieces and len(WORD.findall(" ".join(left))) < keep:
        left.append(pieces.pop(0))
    return " ".join(left)


def new_head(rand, text):
    pieces = sentences(text)
    return "The report came as a surprise to many on the day, people who know the matter said. " + " ".join(pieces[1:])


def reorder(rand, text):
    pieces = [piece for piece in re.split(r"\n\s*\n|\n {2,}", text) if piece.strip()]
    if len(pieces) < 4:
        return None
    tail = pieces[1:]
    rand.shuffle(tail)
    return "\n\n".join(pieces[:1] + tail)


def trim_quotes(rand, text):
    trimmed = re.sub(r"[\"][^\"]{20,400}[\"],? ?", "", text)
    return trimmed if trimmed != text else None


STYLES = [(r"\bU\.S\.?", "US"), (r"\bmln\b", "million"), (r"\bdlrs\b", "dollars"), (r"\bpct\b", "percent"), (r"%", " percent"),
          (r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", "yesterday"), (r"\btoday\b", "on Thursday"),
          (r"(\d),(\d{3})\b", r"\1\2"), (r"our\b", "or"), (r"ise\b", "ize"), (r"\bMr\b", "Mr."), (r'"', "\u201d"),
          (r"\b(January|February|March|April|June|July|August|September|October|November|December)\b",
           lambda month: month[0][:3] + ".")]


def restyle(rand, text):
    for pattern, by in STYLES:
        text = re.sub(pattern, by, text)
    return text


EDITS = {"cut from the end": cut_from_end, "new headline and first sentence": new_head, "paragraphs reordered": reorder,
         "quotes trimmed": trim_quotes, "dates and styles": restyle}
PER_EDIT = 60


def nearest(row, runs, holders):
    """The story that has most in common with this one, but for those that are versions of it."""
    near = Counter(other for run in runs[row["id"]] for other in holders[run] if other != row["id"])
    for other, shared in near.most_common():
        if shared < 0.4 * min(len(runs[row["id"]]), len(runs[other])):
            return [other]
    return []


def made(articles):
    """Articles, and pairs (label, first, second, kind): each edit with its story and with the story most like that."""
    rand = random.Random(15)
    pool = [row for row in articles.values()
            if row["id"].startswith(("bbc/", "reuters/")) and 120 <= len(WORD.findall(row["text"])) <= 800]
    rand.shuffle(pool)
    base = pool[:2000]
    base_runs = {row["id"]: shingles(row["text"]) for row in base}
    holders = {}
    for name, runs in base_runs.items():
        for run in runs:
            holders.setdefault(run, []).append(name)
    rows, pairs = {row["id"]: row for row in base}, []
    for kind, edit in EDITS.items():
        done = 0
        for row in rand.sample(base, len(base)):
            text = edit(rand, row["text"])
            if text is None or len(WORD.findall(text)) < 0.6 * len(WORD.findall(row["text"])):
                continue
            name = f"made/{kind.replace(' ', '-')}/{done}"
            rows[name] = dict(row, id=name, title="Late news", text=text, source="made")
            pairs.append(("copy", row["id"], name, kind))
            pairs += [("different", other, name, kind) for other in nearest(row, base_runs, holders)]
            done += 1
            if done == PER_EDIT:
                break
    return rows, pairs


def shingles(text):
    words = WORD.findall(text.lower())
    return {" ".join(words[i:i + 4]) for i in range(len(words) - 3)}


def simhash(runs):
    sums = [0] * 64
    for run in runs:
        bits = int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big")
        for i in range(64):
            sums[i] += 1 if bits >> i & 1 else -1
    return sum(1 << i for i in range(64) if sums[i] > 0)


def run(program, *words, **options):
    command = [Path(os.environ["NUTGRAF_BIN"]) / program, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def groups(rows, names, work):
    """Whether two articles are in one group."""
    data, index = work / "articles.jsonl", work / "copies.idx"
    with open(data, "w", encoding="utf-8") as file:
        for row in rows.values():
            file.write(json.dumps({key: value for key, value in row.items() if value}) + "\n")
    run("nutgraf-index", "build", "-q", index, data)
    found = {}
    for name in names:
        listed = json.loads(run("nutgraf-query", "show", "-i", index, name, "--copies", "-f", "json"))
        found[name] = {copy["id"] for copy in listed}
    return lambda a, b: b in found[a]


def measures(truth, said):
    right = sum(t and s for t, s in zip(truth, said))
    precision = right / max(1, sum(said))
    recall = right / max(1, sum(truth))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best(truth, scores):
    """Of all thresholds, that of the highest F1."""
    return max(((*measures(truth, [score >= least for score in scores]), least) for least in set(scores)),
               key=lambda row: row[2])


def report(name, rows, pairs, same):
    truth = [pair[0] == "copy" for pair in pairs]
    runs = {key: shingles(rows[key]["text"]) for pair in pairs for key in pair[1:3]}
    hashes = {key: simhash(value) for key, value in runs.items()}
    overlap = [len(runs[a] & runs[b]) / max(1, len(runs[a] | runs[b])) for _, a, b, *_ in pairs]
    distance = [-bin(hashes[a] ^ hashes[b]).count("1") for _, a, b, *_ in pairs]
    said = [same(a, b) for _, a, b, *_ in pairs]
    print(f"{name}: {len(pairs)} pairs, {sum(truth)} copies")
    print("  nutgraf          precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(*measures(truth, said)))
    print("  run overlap      precision {:.3f}  recall {:.3f}  F1 {:.3f}  at {:.2f}".format(*best(truth, overlap)))
    print("  simhash          precision {:.3f}  recall {:.3f}  F1 {:.3f}  at {}".format(*best(truth, distance)))
    middle = [i for i, score in enumerate(overlap) if 0.3 <= score < 0.6]
    print("  nutgraf, overlap .3 to .6: {} pairs, precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(
        len(middle), *measures([truth[i] for i in middle], [said[i] for i in middle])))
    for (label, a, b, *kind), is_copy, found in zip(pairs, truth, said):
        if is_copy != found:
            print(f"  {'missed' if is_copy else 'grouped'}: {label} {a} {b}: {rows[a]['title']} | {rows[b]['title']}", *kind)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    articles = corpora(folder)
    with open(JUDGED, newline="", encoding="utf-8") as file:
        judged = [tuple(row) for row in csv.reader(file, delimiter="\t")][1:]
    with tempfile.TemporaryDirectory() as work:
        report("judged", articles, judged, groups(articles, {pair[1] for pair in judged}, Path(work)))
    rows, pairs = made(articles)
    with tempfile.TemporaryDirectory() as work:
        same = groups(rows, {pair[1] for pair in pairs}, Path(work))
    report("made", rows, pairs, same)
    for kind in EDITS:
        part = [pair for pair in pairs if pair[3] == kind]
        print("  {:32} precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(
            kind, *measures([pair[0] == "copy" for pair in part], [same(*pair[1:3]) for pair in part])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
