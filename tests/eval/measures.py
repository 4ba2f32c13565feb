#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares the measures of `nutgraf-query eval --run` with those of pytrec-eval-terrier and ir-measures from PyPI.

  scripts/eval measures [--queries N]

Makes a run and judgments at random, with equal scores and unjudged documents. Prints a line per measure;
exit 1 where a value of a query differs, 77 where a package is missing. NUTGRAF_BIN names the folder of the programs.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import ir_measures
    import pytrec_eval
except ImportError as error:
    print(f"skipped: {error.name} is not installed: pip install pytrec-eval-terrier ir-measures")
    sys.exit(77)

# Ours, pytrec_eval's, ir_measures'.
MEASURES = [
    ("map", "map", "AP"),
    ("ndcg@10", "ndcg_cut_10", "nDCG@10"),
    ("p@5", "P_5", "P@5"),
    ("r@100", "recall_100", "R@100"),
    ("mrr", "recip_rank", "RR"),
    ("bpref", "bpref", "Bpref"),
    ("rprec", "Rprec", "Rprec"),
    ("success@1", "success_1", "Success@1"),
    ("success@5", "success_5", "Success@5"),
]
NEAR = 1e-6


def made(count, seed=1):
    """A run and judgments, each {qid: {docno: number}}."""
    chance = random.Random(seed)
    run, qrels = {}, {}
    for number in range(count):
        qid = f"q{number}"
        ranked = chance.sample(range(300), 120)
        run[qid] = {f"d{doc}": chance.randrange(40) / 4 for doc in ranked}
        judged = chance.sample(range(300), 60)
        qrels[qid] = {f"d{doc}": chance.choice([0, 0, 0, 1, 2, 3]) for doc in judged}
    return run, qrels


def ours(run, qrels, folder):
    run_file, qrels_file = Path(folder, "run"), Path(folder, "qrels")
    run_file.write_text("".join(f"{qid} Q0 {doc} 0 {score} made\n" for qid, docs in run.items() for doc, score in docs.items()))
    qrels_file.write_text("".join(f"{qid} 0 {doc} {grade}\n" for qid, docs in qrels.items() for doc, grade in docs.items()))
    program = Path(os.environ.get("NUTGRAF_BIN", ""), "nutgraf-query")
    names = ",".join(name for name, _, _ in MEASURES)
    command = [program, "eval", "--run", run_file, "--qrels", qrels_file, "--measures", names, "--per-query", "-f", "json"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {row["qid"]: row for row in answer["queries"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=200)
    run, qrels = made(parser.parse_args().queries)
    with tempfile.TemporaryDirectory() as folder:
        values = ours(run, qrels, folder)
    trec = pytrec_eval.RelevanceEvaluator(qrels, {name for _, name, _ in MEASURES}).evaluate(run)
    others = {name: {} for _, _, name in MEASURES}
    for metric in ir_measures.iter_calc([ir_measures.parse_measure(name) for name in others], qrels, run):
        others[str(metric.measure)][metric.query_id] = metric.value
    wrong = 0
    for name, trec_name, ir_name in MEASURES:
        worst = max(max(abs(values[qid][name] - trec[qid][trec_name]), abs(values[qid][name] - others[ir_name][qid])) for qid in run)
        wrong += worst > NEAR
        print(f"{name:<10} {len(run)} queries, largest difference {worst:.2g}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
