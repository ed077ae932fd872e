"""scripts/trec-measures: small runs and judgements with the measures that pencil and paper give."""
import importlib.machinery
import importlib.util
import math
import subprocess
import sys
import tempfile
import unittest

SCRIPT = sys.argv.pop()
LOADER = importlib.machinery.SourceFileLoader("trec_measures", SCRIPT)
measures = importlib.util.module_from_spec(importlib.util.spec_from_loader("trec_measures", LOADER))
LOADER.exec_module(measures)


def run_of(**hits):
    """Run lines for each topic, its documents named by the words of a string, best first."""
    return [f"{topic} Q0 {document} {rank} {100 - rank} warta\n"
            for topic, documents in hits.items() for rank, document in enumerate(documents.split(), 1)]


def values(run, qrels):
    rows = dict(measures.measure(measures.read_run(run), measures.read_qrels(qrels)))
    return [float(rows[name]) for name in ("MRR@10", "nDCG@10", "Recall@100")]


TEN_OTHERS = " ".join(f"x{number}" for number in range(10))

CASES = [
    # what it shows, run, qrels, MRR@10, nDCG@10, Recall@100
    ("the only relevant document first", run_of(t="a b"), ["t 0 a 1"], 1, 1, 1),
    ("the same at rank 2", run_of(t="b a"), ["t 0 a 1"], 1 / 2, 1 / math.log2(3), 1),
    ("below rank 10 only recall sees it", run_of(t=TEN_OTHERS + " a"), ["t 0 a 1"], 0, 0, 1),
    ("one of two found", run_of(t="a"), ["t 0 a 1", "t 0 b 1"], 1, 1 / (1 + 1 / math.log2(3)), 1 / 2),
    ("a topic without hits counts", run_of(t="a"), ["t 0 a 1", "u 0 b 1"], 1 / 2, 1 / 2, 1 / 2),
    ("a topic that nobody judged does not", run_of(t="a", v="c"), ["t 0 a 1"], 1, 1, 1),
    ("grade 0 is not relevant", run_of(t="b a"), ["t 0 b 0", "t 0 a 1"], 1 / 2, 1 / math.log2(3), 1),
    ("grades weigh 2^grade - 1", run_of(t="b a"), ["t 0 a 2", "t 0 b 1"],
     1, (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3)), 1),
    ("a document that stands twice counts once", run_of(t="a a b"), ["t 0 a 1", "t 0 b 1"], 1, 1, 1),
    ("ranks decide, not lines", ["t Q0 b 2 1 w\n", "t Q0 a 1 2 w\n"], ["t 0 a 1"], 1, 1, 1),
]


class TrecMeasures(unittest.TestCase):
    def test_cases(self):
        for name, run, qrels, *expected in CASES:
            with self.subTest(name):
                for got, wanted in zip(values(run, qrels), expected):
                    self.assertAlmostEqual(got, wanted, places=4)

    def test_broken_files_name_the_line(self):
        for reader, line in ((measures.read_run, "t Q0 a 1"), (measures.read_qrels, "t 0 a"),
                             (measures.read_qrels, "t 0 a good")):
            with self.subTest(line), self.assertRaisesRegex(ValueError, "line 1"):
                reader([line])

    def test_program_prints_a_table(self):
        with tempfile.NamedTemporaryFile("w") as run, tempfile.NamedTemporaryFile("w") as qrels:
            run.writelines(run_of(t="a b"))
            qrels.write("t 0 a 1\n")
            run.flush()
            qrels.flush()
            printed = subprocess.run([sys.executable, SCRIPT, run.name, qrels.name], capture_output=True, text=True,
                                     check=True).stdout
        self.assertEqual([line.split()[-1] for line in printed.splitlines()], ["1", "0", "1.0000", "1.0000", "1.0000"])

    def test_missing_file_is_an_error(self):
        finished = subprocess.run([sys.executable, SCRIPT, "/nowhere/run", "/nowhere/qrels"], capture_output=True,
                                  text=True, check=False)
        self.assertNotEqual(finished.returncode, 0)
        self.assertIn("/nowhere/run", finished.stderr)


if __name__ == "__main__":
    unittest.main()
