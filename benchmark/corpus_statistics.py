"""How many words articles have, and how many different ones: whether mixed articles are like real ones.

usage: corpus_statistics.py FILE...

For each file of JSON Lines (also .gz or .zst), of the bodies: articles, words and different words an article, and
different words in all.
"""
import sys

from mixture import WordStatistics
from workload import read_articles


def main(paths):
    if not paths or paths[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if paths else 2
    for path in paths:
        statistics = WordStatistics()
        for article in read_articles(path):
            statistics.add(article)
        print(path, *(f"{name} {value:,}" for name, value in statistics.summary().items()), sep="  ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
