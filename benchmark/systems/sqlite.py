"""SQLite's FTS5, by drivers/sqlite_driver.py in Debian's own Python."""
import sys

from measuring import measured, run
from system import FORMS, PYTHON, System, debian_version, driver

sys.path.insert(0, driver(""))
from sqlite_driver import match_expression  # pylint: disable=wrong-import-position


class Sqlite(System):
    key = "sqlite"
    name = "SQLite FTS5"
    packages = ("sqlite3", "python3")
    configuration = "tokenizer unicode61, no stemming, one transaction, optimize; queries are any of all words, bm25()"

    def version(self):
        return debian_version("libsqlite3-0")

    def driver(self, *arguments):
        return [PYTHON, driver("sqlite_driver.py"), *arguments]

    def index(self, documents, variant):
        self.database.unlink(missing_ok=True)
        return [measured(self.driver("index", documents.tsv, self.database))]

    def count(self):
        return int(run(self.driver("count", self.database)))

    def query_command(self, kind, queries, warm_up, seconds):
        if kind not in FORMS:
            return None
        return self.driver("search", self.database, queries, FORMS[kind], warm_up, seconds)

    def shell_command(self, query):
        expression = match_expression(query, "words").replace("'", "''")
        return ["sqlite3", "-readonly", str(self.database),
                f"SELECT title, url FROM articles WHERE articles MATCH '{expression}' ORDER BY rank LIMIT 10"]

    def add(self, documents, database):
        return measured(self.driver("add", documents.tsv, database))
