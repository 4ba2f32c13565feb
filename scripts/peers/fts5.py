#!/usr/bin/env python3
"""fts5.py PASSAGES.tsv DATABASE: indexes lines of id, tab and text with SQLite's FTS5."""
import sqlite3
import sys

passages, database = sys.argv[1:]
db = sqlite3.connect(database, isolation_level=None)
# detail=full keeps positions, as the other engines do; unicode61 takes words as written.
db.execute("create virtual table passages using fts5(id unindexed, text, tokenize='unicode61', detail=full)")
db.execute("begin")  # one transaction per row would time the disk's flushes
# newline: only \n ends a line; a text may contain other characters that Python would split at
with open(passages, encoding="utf-8", newline="\n") as lines:
    rows = (line.rstrip("\n").split("\t", 1) for line in lines)
    db.executemany("insert into passages values (?, ?)", rows)
db.execute("insert into passages(passages) values ('optimize')")  # the others end in one segment too
db.execute("commit")
db.close()
