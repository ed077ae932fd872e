"""Plain Xapian as its manual suggests it: Omega's scriptindex with the Indonesian stemmer, then xapian-compact."""
import shutil

from measuring import ROOT, measured, run
from system import FORMS, System, driver


class XapianOmega(System):
    key = "xapian"
    name = "Xapian, Omega's scriptindex"
    packages = ("xapian-omega", "xapian-tools")
    configuration = "Indonesian stemmer, positions, xapian-compact; queries by its QueryParser without stop words"

    def scriptindex(self, documents, database):
        return measured(["scriptindex", "--stemmer=indonesian", database, driver("omega.script"),
                         documents.dump])

    def index(self, documents, variant):
        uncompacted = self.directory / "xapian-uncompacted"
        for path in (self.database, uncompacted):
            shutil.rmtree(path, ignore_errors=True)
        usages = [self.scriptindex(documents, uncompacted),
                  measured(["xapian-compact", "--quiet", uncompacted, self.database])]
        shutil.rmtree(uncompacted)
        return usages

    def count(self):
        for line in run(["xapian-delve", self.database]).splitlines():
            if line.startswith("number of documents"):
                return int(line.split("=")[1])
        return None

    def query_command(self, kind, queries, warm_up, seconds):
        if kind not in FORMS:
            return None
        return [self.settings.programs / "xapian_latency", self.database, queries, FORMS[kind], warm_up, seconds,
                ROOT / "stopwords/id.txt"]

    def shell_command(self, query):
        return ["quest", "--msize=10", "--stemmer=indonesian", f"--db={self.database}", "--", query]

    def add(self, documents, database):
        return self.scriptindex(documents, database)
