"""Lucene with its IndonesianAnalyzer: drivers/LuceneDriver.java, compiled here."""
import os
import pathlib
import shutil

from measuring import measured, run
from system import FORMS, System, driver

JARS = pathlib.Path("/usr/share/java")
LIBRARIES = ("lucene-core", "lucene-analyzers-common")


class Lucene(System):
    key = "lucene"
    name = "Lucene"
    packages = ("liblucene8-java", "default-jdk-headless")
    configuration = "IndonesianAnalyzer, BM25 (k1 1.2, b 0.75), title and body, forceMerge(1), best of one and two threads"

    def missing_packages(self):
        # Any JDK will do.
        missing = super().missing_packages()
        return missing if not shutil.which("javac") else [package for package in missing if package != "default-jdk-headless"]

    def jars(self):
        """The library's jars, newest first where several are installed."""
        return [sorted(JARS.glob(f"{name}-8*.jar"))[-1] for name in LIBRARIES]

    def version(self):
        return self.jars()[0].stem.rsplit("-", 1)[1]

    def java(self, *arguments):
        class_path = os.pathsep.join(map(str, [self.directory / "lucene-driver", *self.jars()]))
        return ["java", "-Xmx1g", "-cp", class_path, "LuceneDriver", *map(str, arguments)]

    def start(self):
        classes = self.directory / "lucene-driver"
        classes.mkdir(parents=True, exist_ok=True)
        run(["javac", "-cp", os.pathsep.join(map(str, self.jars())), "-d", classes,
                      driver("LuceneDriver.java")])

    def variants(self):
        return ("1", "2") if (os.cpu_count() or 1) > 1 else ("1",)

    def index(self, documents, variant):
        shutil.rmtree(self.database, ignore_errors=True)
        return [measured(self.java("index", documents.tsv, self.database, variant))]

    def count(self):
        return int(run(self.java("count", self.database)))

    def query_command(self, kind, queries, warm_up, seconds):
        if kind not in FORMS:
            return None
        return self.java("search", self.database, queries, FORMS[kind], warm_up, seconds)

    def shell_command(self, query):
        return self.java("show", self.database, query)

    def add(self, documents, database):
        return measured(self.java("add", documents.tsv, database, 1))
