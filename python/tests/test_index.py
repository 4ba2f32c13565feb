# SPDX-License-Identifier: GPL-2.0-or-later
"""Against news.idx of the sample corpus in the current folder; see the script `run` beside this file."""

import csv
import datetime
import doctest
import io
import os
import shutil
import subprocess
import threading
import unittest

import nutgraf
import pandas

QUERIES = ["taiwan", '"one china principle"', "china -taiwan", "princip*", "trade OR tariff", "title:ministry"]


def command_line(*arguments):
    done = subprocess.run(["nutgraf-query", *arguments], capture_output=True, text=True, check=False)
    return list(csv.DictReader(io.StringIO(done.stdout)))


def as_text(value):
    return "" if value is None else str(value)


class Views(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.index = nutgraf.Index("news.idx")

    @classmethod
    def tearDownClass(cls):
        cls.index.close()

    def test_rows_are_those_of_the_command_line(self):
        views = {
            "search": lambda query: self.index.search(query, limit=50),
            "kwic": self.index.kwic,
            "trend": self.index.trend,
            "facets": lambda query: self.index.facets(query, by=["source", "author"]),
            "collocates": self.index.collocates,
        }
        options = {"search": ["-n", "50"], "facets": ["--by", "source", "--by", "author"]}
        renamed = {"from": "first", "to": "last"}
        for query in QUERIES:
            for view, ask in views.items():
                with self.subTest(query=query, view=view):
                    rows = ask(query)
                    wanted = command_line(view, "news.idx", "-f", "csv", *options.get(view, []), "--", query)
                    self.assertEqual(len(rows), len(wanted))
                    for row, want in zip(rows, wanted):
                        for key, value in want.items():
                            got = getattr(row, renamed.get(key, key))
                            if isinstance(got, float):
                                self.assertAlmostEqual(got, float(value))
                            else:
                                self.assertEqual(as_text(got), value)

    def test_hits(self):
        hits = self.index.search('"one china principle"')
        self.assertEqual((len(hits), hits.total, hits.is_exact), (5, 5, True))
        first = hits[0]
        self.assertEqual((first.rank, first.id, first.date), (1, "mosaic-0001", "2023-06-21"))
        for hit in hits:
            marks = " ".join(hit.text[begin:end] for begin, end in hit.highlights)
            self.assertIn("one china principle", " ".join(marks.replace("\u00ad", "").lower().split()))
        self.assertIsNotNone(first.origin.path)

    def test_count_article_and_terms(self):
        count = self.index.count('"one china principle"')
        self.assertEqual((count.passages, count.articles, count.occurrences), (7, 7, 9))
        article = self.index.article("mosaic-0001")
        self.assertIn("One China principle", article.text)
        self.assertIn("principle", [term.term for term in self.index.terms("princip*")])
        self.assertIn("china principle", [row.ngram for row in self.index.ngrams("china *")])
        ids = [article.id for article in self.index.articles('"one china principle"')]
        self.assertEqual(ids, [hit.id for hit in self.index.search('"one china principle"')])
        self.assertEqual(self.index.compare("date:2023", against="date:2024", limit=1)[0].f_a > 0, True)

    def test_options(self):
        self.assertEqual(len(self.index.search("china", limit=2)), 2)
        monitor = self.index.search("taiwan", source="Mosaic Monitor", limit="all")
        self.assertEqual({hit.source for hit in monitor}, {"Mosaic Monitor"})
        self.assertEqual(len(self.index.search("taiwan", all_copies=False)), len(self.index.search("taiwan")))
        self.assertEqual(self.index.search("zebra").rows, [])
        self.assertIn("zebra: in no passage", self.index.search("zebra").notes[0])

    def test_pandas(self):
        frame = self.index.trend("taiwan", by="year").to_pandas()
        self.assertIsInstance(frame, pandas.DataFrame)
        self.assertEqual(int(frame["passages"].sum()), self.index.count("taiwan").passages)
        self.assertEqual(list(self.index.kwic("zebra").to_pandas().columns)[:2], ["id", "passage"])
        hits = self.index.search("china").to_pandas()
        self.assertEqual(list(hits["rank"]), list(range(1, len(hits) + 1)))

    def test_fields(self):
        hit = self.index.search("china", fields="id,meta.section_name,lang", limit=1)[0]
        self.assertEqual((hit.title, list(hit.extra)), (None, ["meta.section_name"]))
        line = self.index.kwic("china", fields=["node", "lang"], limit=1)[0]
        self.assertIn("lang", line.extra)
        frame = self.index.search("china", fields=["id", "lang,meta.x"]).to_pandas()
        self.assertEqual(list(frame.columns), ["id", "lang", "meta.x"])
        self.assertNotIn("extra", self.index.search("china").to_pandas().columns)

    def test_dispersion(self):
        row = self.index.dispersion("taiwan", by="year")[0]
        wanted = command_line("facets", "news.idx", "-f", "csv", "--by", "year", "--dispersion", "--", "taiwan")[0]
        self.assertEqual([as_text(getattr(row, key)) for key in wanted], list(wanted.values()))

    def test_days_and_characters(self):
        self.assertEqual(self.index.count("china", since=datetime.date(2024, 1, 1)).passages,
                         self.index.count("china", since=datetime.datetime(2024, 1, 1, 12)).passages)
        self.assertEqual(self.index.count("china", since=datetime.date(2024, 1, 1)),
                         self.index.count("china", since="2024-01-01"))
        self.assertIn("zebra: in no passage", self.index.count("zebra").notes[0])

    def test_count_takes_a_unit(self):
        counted = {unit: self.index.count("taiwan", unit=unit) for unit in ("passages", "articles", "stories")}
        self.assertEqual(counted["passages"].articles, counted["articles"].articles)
        self.assertLess(counted["stories"].articles, counted["articles"].articles)
        self.assertIn("copies", counted["passages"].notes[0])
        self.assertEqual(counted["stories"].notes, [])

    def test_a_field_named_twice_is_one_column(self):
        table = self.index.kwic("taiwan", fields=["id", "id,node"], limit=1).to_pandas()
        self.assertEqual(list(table.columns), ["id", "node"])
        with self.assertRaisesRegex(nutgraf.QueryError, "U\\+D800"):
            self.index.count("chi\ud800na")
        self.assertGreater(self.index.count("china").passages, 0)

    def test_errors(self):
        for query, position, message in [("(china OR", 7, "OR"), ("colour:red", 0, "colour"), ("xé \"a", 3, "")]:
            with self.subTest(query=query), self.assertRaises(nutgraf.QueryError) as caught:
                self.index.search(query)
            self.assertEqual(caught.exception.position, position)
            self.assertIn(message, str(caught.exception))
            self.assertIn("^", caught.exception.caret)
        with self.assertRaisesRegex(nutgraf.QueryError, "search takes no parameter `output`"):
            self.index.search("china", output="/tmp/x")
        with self.assertRaisesRegex(nutgraf.QueryError, "any of the words"):
            self.index.count("one china")
        with self.assertRaises(nutgraf.NutgrafError) as caught:
            self.index.article("nobody")
        self.assertEqual(caught.exception.code, 1)
        self.assertEqual(self.index.count("china").query, "china")  # and it goes on

    def test_threads(self):
        wanted = {query: self.index.search(query) for query in QUERIES}
        wrong = []

        def ask(query):
            for _ in range(20):
                if self.index.search(query) != wanted[query]:
                    wrong.append(query)

        threads = [threading.Thread(target=ask, args=(query,)) for query in QUERIES]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])


class Processes(unittest.TestCase):
    def test_an_index_that_is_missing(self):
        with self.assertRaisesRegex(nutgraf.IndexFailure, "absent.idx") as caught:
            nutgraf.Index("absent.idx")
        self.assertEqual(caught.exception.code, 3)
        with self.assertRaisesRegex(nutgraf.IndexFailure, "cannot run"):
            nutgraf.Index("news.idx", program="/nowhere/nutgraf-query")

    def test_a_closed_index(self):
        with nutgraf.Index("news.idx") as index:
            pass
        with self.assertRaisesRegex(nutgraf.IndexFailure, "closed"):
            index.search("china")
        index.close()

    def test_a_rebuild_is_seen(self):
        with open("one.jsonl", "w", encoding="utf-8") as file:
            file.write('{"id": "a", "text": "The heron waits."}\n')
        build = ["nutgraf-index", "build", "-q", "own.idx"]
        subprocess.run([*build, "one.jsonl"], check=True)
        with nutgraf.Index("own.idx") as index:
            before = index.search("heron")
            with open("one.jsonl", "a", encoding="utf-8") as file:
                file.write('{"id": "b", "text": "Another heron waits."}\n')
            subprocess.run([*build, "one.jsonl"], check=True)
            after = index.search("heron")
            self.assertEqual((before.total, after.total), (1, 2))
            self.assertNotEqual(before.generation, after.generation)
        shutil.rmtree("own.idx")


def load_tests(loader, tests, pattern):
    del loader, pattern
    tests.addTest(doctest.DocFileSuite(os.environ["NUTGRAF_DOCS"], module_relative=False,
                                       optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE))
    return tests


if __name__ == "__main__":
    unittest.main()
