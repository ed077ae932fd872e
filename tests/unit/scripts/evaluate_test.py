"""scripts/evaluate: what it records and how it compares; and that the judged set of tests/relevance is whole."""
import importlib.machinery
import importlib.util
import pathlib
import subprocess
import sys
import unittest

SCRIPT = pathlib.Path(sys.argv.pop())
LOADER = importlib.machinery.SourceFileLoader("evaluate", str(SCRIPT))
evaluate = importlib.util.module_from_spec(importlib.util.spec_from_loader("evaluate", LOADER))
LOADER.exec_module(evaluate)
READERS = SCRIPT.parent.parent / "tests/relevance/readers"

QRELS = {"t": {"a": 1}, "u": {"b": 1}, "v": {"c": 1}}
RUN = {"t": ["a"], "u": ["x", "b"]}


class Evaluate(unittest.TestCase):
    def test_topics_are_recorded_in_hundredths(self):
        self.assertEqual(evaluate.hundredths(RUN, QRELS), "996300")
        self.assertEqual(evaluate.by_topic("996300"), [99, 63, 0])

    def test_rows_count_topics_that_rise_and_fall(self):
        row = evaluate.row("set", (0.5, 0.6, 0.7), "996300", ((0.5, 0.5, 0.7), "990063"))
        self.assertEqual(row.split(), ["set", "3", "0.5000", "+0.0000", "0.6000", "+0.1000", "0.7000", "+0.0000", "1/1",
                                       "1.000"])
        self.assertIn("other topics", evaluate.row("set", (0, 0, 0), "99", ((0, 0, 0), "9999")))

    def test_chance_is_small_where_all_topics_rise(self):
        self.assertEqual(evaluate.chance([0, 0]), 1.0)
        self.assertLess(evaluate.chance([10] * 20), 0.001)
        self.assertGreater(evaluate.chance([10, -10] * 10), 0.9)

    def test_unknown_sets_are_named(self):
        finished = subprocess.run([SCRIPT, "--sets", "nowhere"], capture_output=True, text=True, check=False)
        self.assertNotEqual(finished.returncode, 0)
        self.assertIn("nowhere", finished.stderr)

    def test_readers_topics_are_judged(self):
        topics = [line.split("\t") for line in (READERS / "topics.tsv").read_text(encoding="utf-8").splitlines()]
        qrels = evaluate.measures.read(READERS / "qrels.txt", evaluate.measures.read_qrels)
        self.assertEqual(sorted(topic for topic, _ in topics), sorted(qrels))


if __name__ == "__main__":
    unittest.main()
