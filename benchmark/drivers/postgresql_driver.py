#!/usr/bin/env python3
"""PostgreSQL's full text search as the benchmark uses it, over a Unix socket.

usage: postgresql_driver.py SOCKET-DIRECTORY index TSV      a new table with a GIN index
       postgresql_driver.py SOCKET-DIRECTORY add TSV        adds, or replaces by id
       postgresql_driver.py SOCKET-DIRECTORY remove PREFIX  removes the articles whose id begins so
       postgresql_driver.py SOCKET-DIRECTORY search QUERIES words|phrase WARM-UP-SECONDS SECONDS

index prints the greatest memory of the server's process in MiB: the work is done there.
"""
import sys

import psycopg2
from query_loop import answer_queries

COLUMNS = "id, url, title, date, source, body"
TABLE = """
DROP TABLE IF EXISTS articles;
CREATE TABLE articles(
  id text PRIMARY KEY, url text, title text, date text, source text, body text,
  words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('indonesian', body), 'B')) STORED)
"""
# Any of the words: plainto_tsquery joins them by &.
QUERIES = {"words": "replace(plainto_tsquery('indonesian', %s)::text, '&', '|')::tsquery",
           "phrase": "phraseto_tsquery('indonesian', %s)"}
SELECT = ("SELECT id, url, title, date, source, body FROM articles, (SELECT {} AS query) AS asked"
          " WHERE words @@ query ORDER BY ts_rank(words, query) DESC LIMIT 10")


def copy(cursor, table, tsv):
    with open(tsv, encoding="utf-8") as rows:
        cursor.copy_expert(f"COPY {table}({COLUMNS}) FROM STDIN", rows)


def peak_mib(cursor):
    cursor.execute("SELECT pg_backend_pid()")
    with open(f"/proc/{cursor.fetchone()[0]}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:"))


def index(cursor, tsv):
    cursor.execute(TABLE)
    copy(cursor, "articles", tsv)
    cursor.execute("CREATE INDEX words_of_articles ON articles USING gin(words)")
    cursor.execute("VACUUM ANALYZE articles")
    print(peak_mib(cursor))


def add(cursor, tsv):
    cursor.execute(f"BEGIN; CREATE TEMPORARY TABLE added ON COMMIT DROP AS SELECT {COLUMNS} FROM articles LIMIT 0")
    copy(cursor, "added", tsv)
    cursor.execute("DELETE FROM articles USING added WHERE articles.id = added.id")
    cursor.execute(f"INSERT INTO articles({COLUMNS}) SELECT {COLUMNS} FROM added; COMMIT")


def main(directory, command, *arguments):
    connection = psycopg2.connect(host=directory, user="postgres", dbname="postgres")
    connection.autocommit = True
    cursor = connection.cursor()
    if command == "index":
        index(cursor, *arguments)
    elif command == "add":
        add(cursor, *arguments)
    elif command == "remove":
        cursor.execute("DELETE FROM articles WHERE starts_with(id, %s)", arguments)
        cursor.execute("VACUUM ANALYZE articles")
    else:
        statement = SELECT.format(QUERIES[arguments[1]])

        def ask(text):
            cursor.execute(statement, [text])
            return len(cursor.fetchall())

        answer_queries(ask, arguments[0], *map(float, arguments[2:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
