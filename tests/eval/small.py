#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether passages with a term lead in collections of twelve: three contain the term of a question once, nine contain
all of its words many times, but not the term. Prints how many of the collections begin with the three.

  scripts/eval small
"""
import json
import os
import pathlib
import random
import subprocess
import tempfile

TERMS = ["One China policy", "peace process", "ceasefire agreement", "law of the sea", "right to development",
         "responsibility to protect", "carbon border tax", "nuclear test ban", "weapons of mass destruction",
         "rule of law", "climate change", "oil embargo", "free trade zone", "two state solution", "minimum wage",
         "freedom of navigation", "debt relief", "arms race"]
TEMPLATES = (pathlib.Path(__file__).parent / "templates.txt").read_text().splitlines() + [
    "T Spain", "T of the United States", "what does T mean for Spain", "why did Spain reject T", "Spain and T"]
FUNCTION_WORDS = {"of", "the", "to"}
PLACES = "ferry museum garden valley bridge market tower cellar orchard river".split()
BIN = pathlib.Path(os.environ["NUTGRAF_BIN"])


def question(template, term):
    return " ".join(term if word == "T" else word for word in template.split())


def filler(rng):
    return f"Few {rng.choice(PLACES)} growers saw the {rng.choice(PLACES)} reach their {rng.choice(PLACES)}."


def scattered(words, term, rng):
    """All the words in an order in which the term does not occur."""
    while True:
        order = rng.sample(words, len(words))
        sentence = " ".join(f"{word} {rng.choice(['press', 'trade', 'report', 'island'])}" for word in order)
        if term.lower() not in sentence.lower():
            return f"The {sentence}.".capitalize()


def articles(term, template, rng):
    words = [word for word in term.split() if word.lower() not in FUNCTION_WORDS]
    words += [word for word in template.split() if word != "T"]
    for number in range(3):
        sentences = [filler(rng) for _ in range(9)]
        sentences.insert(rng.randrange(10), f"He spoke about the {term} briefly.")
        yield {"id": f"term{number}", "text": " ".join(sentences), "lang": "en"}
    for number in range(9):
        yield {"id": f"words{number}", "text": " ".join(scattered(words, term, rng) for _ in range(8)), "lang": "en"}


def begins_with_term(term, template, rng, folder):
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps(article) + "\n" for article in articles(term, template, rng)))
    index = folder / "small.idx"
    subprocess.run([BIN / "nutgraf-index", "build", "-q", "--progress", "never", index, source], check=True)
    found = subprocess.run([BIN / "nutgraf-query", "search", "-q", "-i", index, "-f", "jsonl", "-n", "3",
                            "--all-copies", "--plain", question(template, term)],
                           check=True, capture_output=True, text=True).stdout
    ids = [json.loads(line)["id"] for line in found.splitlines()]
    return len(ids) == 3 and all(id.startswith("term") for id in ids)


def main():
    rng = random.Random(5)
    good = bad = 0
    for term in TERMS:
        for template in TEMPLATES:
            with tempfile.TemporaryDirectory() as folder:
                if begins_with_term(term, template, rng, pathlib.Path(folder)):
                    good += 1
                else:
                    bad += 1
                    print("not first:", question(template, term))
    print(f"{good} of {good + bad} collections begin with the passages that contain the term")


main()
