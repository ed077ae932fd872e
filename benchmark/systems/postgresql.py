"""PostgreSQL's full text search in a cluster of its own: made in a scratch directory, reached over a Unix socket
only, run by the user postgres where the benchmark runs as root, and removed at the end."""
import os
import pathlib
import shutil
import tempfile

from measuring import Failed, Usage, measured, run
from system import FORMS, PYTHON, System, driver

PROGRAMS = pathlib.Path("/usr/lib/postgresql")
SETTINGS = {"listen_addresses": "", "shared_buffers": "256MB", "maintenance_work_mem": "256MB", "max_wal_size": "4GB"}
SHELL_QUERY = """\
SELECT title, url FROM articles,
  (SELECT replace(plainto_tsquery('indonesian', :'words')::text, '&', '|')::tsquery AS query) AS asked
WHERE words @@ query ORDER BY ts_rank(words, query) DESC LIMIT 10;
"""


class Postgresql(System):
    key = "postgresql"
    name = "PostgreSQL"
    packages = ("postgresql", "python3-psycopg2")
    configuration = "configuration indonesian, GIN index, ts_rank; queries are any of the words"

    def __init__(self, directory, settings):
        super().__init__(directory, settings)
        self.cluster = None

    def version(self):
        return run(["psql", "--version"]).split()[2]

    def as_server(self, program, *arguments):
        newest = max(PROGRAMS.iterdir(), key=lambda path: float(path.name))
        user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        return [*user, newest / "bin" / program, *arguments]

    def start(self):
        # A socket's path must be short, and the user postgres may not enter the directory of the checkout.
        self.cluster = pathlib.Path(tempfile.mkdtemp(prefix="warta-bench-", dir="/var/tmp"))
        if os.getuid() == 0:
            shutil.chown(self.cluster, "postgres", "postgres")
        data = self.cluster / "data"
        run(self.as_server("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"),
                     cwd=self.cluster)
        settings = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
        run(self.as_server("pg_ctl", "-D", data, "-l", self.cluster / "log", "-w", "-o",
                                    f"-k '{self.cluster}' {settings}", "start"), cwd=self.cluster)
        (self.cluster / "search.sql").write_text(SHELL_QUERY, encoding="utf-8")

    def stop(self):
        if not self.cluster:
            return
        try:
            run(self.as_server("pg_ctl", "-D", self.cluster / "data", "-m", "fast", "-w", "stop"), cwd="/")
        except Failed:
            pass  # it did not start
        shutil.rmtree(self.cluster, ignore_errors=True)
        self.cluster = None

    def driver(self, *arguments):
        return [PYTHON, driver("postgresql_driver.py"), self.cluster, *arguments]

    def ask(self, statement):
        return run(["psql", "-X", "-A", "-t", "-h", self.cluster, "-U", "postgres", "-c", statement])

    def index(self, documents, variant):
        usage = measured(self.driver("index", documents.tsv))
        # Processor time would be the client's; the server's is not asked for.
        return [Usage(usage.seconds, None, float(usage.output), "")]

    def count(self):
        return int(self.ask("SELECT count(*) FROM articles"))

    def size_on_disk(self):
        return int(self.ask("SELECT pg_total_relation_size('articles')"))

    def query_command(self, kind, queries, warm_up, seconds):
        if kind not in FORMS:
            return None
        return self.driver("search", queries, FORMS[kind], warm_up, seconds)

    def shell_command(self, query):
        return ["psql", "-X", "-q", "-h", str(self.cluster), "-U", "postgres", "-v", f"words={query}", "-f",
                str(self.cluster / "search.sql")]

    def files_to_forget(self):
        return None

    def prepare_to_add(self):
        run(self.driver("remove", f"m{self.settings.seed}-"))
        return None

    def add(self, documents, database):
        return measured(self.driver("add", documents.tsv))
