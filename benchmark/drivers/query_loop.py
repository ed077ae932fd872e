"""What the drivers in Python share: reading the documents, and the loop that times queries."""
import itertools
import re
import time

ESCAPE = re.compile(r"\\(.)")
MEANINGS = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


def read_tsv(path):
    """The rows of PostgreSQL's COPY form: id, url, title, date, source, body."""
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            line = line.rstrip("\n")
            yield [ESCAPE.sub(lambda found: MEANINGS[found.group(1)], value) if "\\" in value else value
                   for value in line.split("\t")]


def answer_queries(ask, path, warm_up, most):
    """Asks each query of a file and prints "microseconds<tab>hits", as far as the seconds allow; ask returns the hits."""
    with open(path, encoding="utf-8") as lines:
        queries = [line.rstrip("\n") for line in lines]
    warm_until = time.perf_counter() + warm_up
    for query in itertools.cycle(queries):
        if time.perf_counter() >= warm_until:
            break
        ask(query)
    end = time.perf_counter() + most
    for query in queries:
        begin = time.perf_counter()
        if begin >= end:
            break
        hits = ask(query)
        print(f"{(time.perf_counter() - begin) * 1e6:.1f}\t{hits}")
