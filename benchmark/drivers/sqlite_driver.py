#!/usr/bin/env python3
"""SQLite FTS5 as the benchmark uses it.

usage: sqlite_driver.py index TSV DB      a new table, optimised
       sqlite_driver.py add TSV DB        adds, or replaces by id
       sqlite_driver.py count DB
       sqlite_driver.py search DB QUERIES words|phrase WARM-UP-SECONDS SECONDS
"""
import re
import sqlite3
import sys

from query_loop import answer_queries, read_tsv

WORD = re.compile(r"\w+")
TABLE = "CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, url UNINDEXED, title, date UNINDEXED, source UNINDEXED, body)"
# FTS5 finds a row by a column that is not indexed in a scan alone: a table of ids stands beside it.
IDS = "CREATE TABLE ids(id TEXT PRIMARY KEY, article INTEGER) WITHOUT ROWID"
INSERT = "INSERT INTO articles(id, url, title, date, source, body) VALUES(?, ?, ?, ?, ?, ?)"
SELECT = "SELECT id, url, title, date, source, body FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10"


def match_expression(text, form):
    """Any of the words, or all of them side by side, quoted so that no sign of the query language is left."""
    words = [f'"{word}"' for word in WORD.findall(text)]
    return (" + " if form == "phrase" else " OR ").join(words) or '""'


def insert(database, row):
    article = database.execute(INSERT, row).lastrowid
    database.execute("INSERT INTO ids VALUES(?, ?)", (row[0], article))


def index(tsv, path):
    with sqlite3.connect(path) as database:
        database.execute(TABLE)
        database.execute(IDS)
        for row in read_tsv(tsv):
            insert(database, row)
        database.execute("INSERT INTO articles(articles) VALUES('optimize')")


def add(tsv, path):
    with sqlite3.connect(path) as database:
        for row in read_tsv(tsv):
            known = database.execute("SELECT article FROM ids WHERE id = ?", row[:1]).fetchone()
            if known:
                database.execute("DELETE FROM articles WHERE rowid = ?", known)
                database.execute("DELETE FROM ids WHERE id = ?", row[:1])
            insert(database, row)


def main(command, *arguments):
    if command == "index":
        index(*arguments)
    elif command == "add":
        add(*arguments)
    elif command == "count":
        print(sqlite3.connect(arguments[0]).execute("SELECT count(*) FROM ids").fetchone()[0])
    else:
        database = sqlite3.connect(arguments[0])
        answer_queries(lambda text: len(database.execute(SELECT, [match_expression(text, arguments[2])]).fetchall()),
                       arguments[1], *map(float, arguments[3:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
