"""Warta itself: warta-indexer and warta-searcher as they are installed, and query_latency, which is the searcher's walk
in one process."""
import shutil

from measuring import measured, run
from system import System

FORMS = {"keyword": ("plain", "answer"), "phrase": ("stemmed", "answer"), "exact": ("exact", "answer"),
         "page": ("plain", "page")}

# Kinds of queries over Indonesian news, each a process of its own: name in the table, query.
QUERY_FORMS = (
    ("one word", "inflasi"),
    ("two words", "harga beras"),
    ("exact phrase", '"harga beras"'),
    ("stemmed phrase", '~"kenaikan harga beras"'),
    ("words within 5", '"gempa tsunami"~5'),
    ("same sentence", '"KPK tersangka"~kalimat'),
    ("prefix", "pemerintah*"),
    ("field and words", "judul:pemilu partai"),
    ("year and words", "tanggal:2017 banjir jakarta"),
    ("boolean", "(banjir OR longsor) NOT jakarta"),
)
SKIPPED = 3  # exit code: the run finished, and some input was skipped


class Warta(System):
    key = "warta"
    name = "Warta"
    configuration = "one thread a core, lexicon stemmer, copies and furniture recognised, all phrase modes"
    publishes_while_read = True

    def program(self, name):
        return str(self.settings.programs / name)

    def version(self):
        return run([self.program("warta-indexer"), "--version"]).split()[-1]

    def index(self, documents, variant):
        shutil.rmtree(self.database, ignore_errors=True)
        return [self.add(documents, self.database)]

    def count(self):
        for line in run([self.program("warta-indexer"), "stats", self.database]).splitlines():
            if line.startswith("articles"):
                return int("".join(filter(str.isdigit, line)))
        return None

    def query_command(self, kind, queries, warm_up, seconds, database=None):
        return [self.program("query_latency"), database or self.database, queries, *FORMS[kind], warm_up, seconds]

    def shell_command(self, query):
        # A topic may hold signs of the query language.
        return [self.program("warta-searcher"), str(self.database), "--plain", "--", query]

    def form_commands(self):
        return {name: [self.program("warta-searcher"), str(self.database), "--", query] for name, query in QUERY_FORMS}

    def add(self, documents, database):
        return measured([self.program("warta-indexer"), "add", "--quiet", database, documents.jsonl], (0, SKIPPED))
