"""What the benchmark's figures rest on: percentiles, the forms of the documents, sampled phrases, mixed articles.

usage: benchmark_test.py DIRECTORY-OF-THE-BENCHMARK
"""
import pathlib
import random
import sys
import tempfile
import unittest

BENCHMARK = pathlib.Path(sys.argv.pop(1))
sys.path[:0] = [str(BENCHMARK), str(BENCHMARK / "drivers")]

# pylint: disable=wrong-import-position
from measuring import percentile
from mixture import LEAST_TITLES, Mixture, Shape, WordStatistics, in_lines, new_names
from query_loop import read_tsv
from sqlite_driver import match_expression
from workload import DocumentWriter, Sampler, phrase_from

ARTICLES = [
    {"id": "a", "source": "satu.example", "title": "Harga Beras Naik", "date": "2024-05-01",
     "body": "Harga beras naik di pasar. Pedagang di Cipinang mengeluh.\nPemerintah menambah pasokan. Impor ditunda."},
    {"id": "b", "source": "dua.example", "title": "Banjir Surut Perlahan", "date": "2024-05-02",
     "body": "Banjir surut di kota. Warga pulang.\nPerahu dikembalikan. Sekolah buka lagi."},
]
AWKWARD = 'tab\there, "quotes", back\\slash, C:\\new\nsecond line\r\nthird'


class PercentileTest(unittest.TestCase):
    def test_nearest_rank(self):
        for values, share, expected in (
                ([7], 0.5, 7), ([1, 2], 0.5, 1), ([3, 1, 2], 0.5, 2), (range(1, 101), 0.95, 95), (range(1, 101), 0.99, 99),
                ([1, 2, 3, 4], 0.99, 4), (range(1, 21), 0.95, 19)):
            self.assertEqual(percentile(values, share), expected, (values, share))


class DocumentsTest(unittest.TestCase):
    def test_every_form_keeps_the_text(self):
        with tempfile.TemporaryDirectory() as scratch:
            with DocumentWriter(pathlib.Path(scratch) / "documents") as writer:
                writer.write({"id": "x", "body": AWKWARD})
                writer.write({"id": "y", "title": "second", "body": "plain"})
            rows = list(read_tsv(writer.documents.tsv))
            self.assertEqual([row[0] for row in rows], ["x", "y"])
            self.assertEqual(rows[0][5], AWKWARD)
            self.assertEqual(rows[1][2], "second")
            dump = writer.documents.dump.read_text(encoding="utf-8")
            self.assertIn("\n=second line \n=third\n\nid=y\n", dump)
            self.assertEqual(writer.documents.articles, 2)


class QueriesTest(unittest.TestCase):
    def test_phrases_stand_in_the_text(self):
        body = "anak-anak sekolah membeli buku, pada 14.30 WIB di kota-kota besar itu. Selesai"
        found = {phrase_from(body, random.Random(seed)) for seed in range(200)}
        self.assertTrue(found)
        for phrase in found:
            self.assertIn(f" {phrase}", body)
            self.assertTrue(2 <= len(phrase.split(" ")) <= 6, phrase)
            self.assertNotIn(phrase, ("anak sekolah", "kota besar"))  # beginning within a word

    def test_no_phrase_where_no_words_stand_together(self):
        self.assertIsNone(phrase_from("satu, dua, tiga", random.Random(1)))

    def test_a_sampler_draws_from_all(self):
        drawn = set()
        for seed in range(200):
            sampler = Sampler(2, seed)
            for item in range(10):
                sampler.show(item)
            self.assertEqual(len(sampler.drawn), 2)
            drawn.update(sampler.drawn)
        self.assertEqual(drawn, set(range(10)))

    def test_signs_of_a_query_language_are_quoted(self):
        self.assertEqual(match_expression('apa "itu" (OR)?', "words"), '"apa" OR "itu" OR "OR"')
        self.assertEqual(match_expression("harga beras", "phrase"), '"harga" + "beras"')
        self.assertEqual(match_expression("?", "words"), '""')


class MixtureTest(unittest.TestCase):
    def test_the_same_seed_gives_the_same_articles(self):
        rows = [[Mixture(ARTICLES, seed).article(number) for number in range(5)] for seed in (1, 1, 2)]
        self.assertEqual(rows[0], rows[1])
        self.assertNotEqual(rows[0], rows[2])

    def test_sentences_are_real_and_lines_have_two(self):
        mixture = Mixture(ARTICLES, 3)
        known = {sentence for shape in mixture.shapes for sentence in shape.sentences}
        self.assertEqual(len(known), 8)
        for number in range(50):
            lines = mixture.article(number)["body"].split("\n")
            self.assertLessEqual(len(lines), 2)
            for line in lines:
                self.assertIn(sum(line.count(sentence) for sentence in known), (2, 3), line)

    def test_articles_are_as_long_as_their_shapes(self):
        mixture = Mixture(ARTICLES, 5)
        lengths = {shape.source: shape.length for shape in mixture.shapes}
        for number in range(50):
            article = mixture.article(number)
            self.assertAlmostEqual(len(article["body"].split()), lengths[article["source"]], delta=2)

    def test_parents_share_a_word_of_the_title(self):
        articles = [{"title": f"{matter} {number}", "body": f"{matter} pagi {number}. {matter} sore {number}."}
                    for number in range(LEAST_TITLES) for matter in ("Banjir", "Gempa")]
        mixture = Mixture(articles, 6)
        for number in range(50):
            body = mixture.article(number)["body"]
            self.assertNotEqual("Banjir" in body, "Gempa" in body, body)

    def test_an_article_has_the_names_of_one(self):
        one = Shape({"body": "Menurut Wulan banjir surut. Kata Wulan dan Bayu, warga pulang. Rakyat tenang."})
        other = Shape({"body": "Kata Gema harga naik. Kata Tirta, Gema dan Dewi, pasar ramai."})
        self.assertEqual(one.names, ["Wulan", "Bayu"])
        self.assertEqual(new_names(other, one), {"Gema": "Wulan", "Tirta": "Bayu"})
        self.assertEqual(new_names(one, one), {})
        copied = Mixture(ARTICLES, 8)._copied(other.sentences[1], new_names(other, one))  # pylint: disable=protected-access
        self.assertEqual(copied, "Kata Bayu, Wulan dan Dewi, pasar ramai.")

    def test_statistics_count_words(self):
        statistics = WordStatistics()
        for body in ("Pasar beras, pasar ikan.", "Pasar sepi"):
            statistics.add({"body": body})
        self.assertEqual(statistics.summary(), {"articles": 2, "words": 3.0, "different_words": 2.5, "vocabulary": 4})

    def test_only_host_names_make_addresses(self):
        for source, expected in (("satu.example", True), ("jatim.satu.example", True), ("KANTOR BERITA", False),
                                 ("example", False)):
            article = Mixture([{"source": source, "body": "Satu dua. Tiga empat."}], 7).article(0)
            self.assertEqual("url" in article, expected, source)
            self.assertEqual(article["source"], source)

    def test_a_last_sentence_does_not_stand_alone(self):
        for sentences, counts, expected in (
                ("abcd", [2, 2], ["a b", "c d"]), ("abcde", [2, 2], ["a b", "c d e"]), ("abc", [2], ["a b c"]),
                ("a", [2, 2], ["a"]), ("abcdef", [2], ["a b", "c d", "e f"]), ("abc", [1], ["a", "b c"])):
            self.assertEqual(list(in_lines(list(sentences), counts)), expected, (sentences, counts))

    def test_words_that_come_once_are_changed_in_a_share_of_the_copies(self):
        mixture = Mixture(ARTICLES + [{"body": "Kata langka sekali. Kata biasa."}] * 20, 4)
        mixture.grow_vocabulary()
        mixture.changed_share = 1.0
        copied = mixture._copied("Banjir surut di kota.", {})  # pylint: disable=protected-access
        self.assertNotEqual(copied, "Banjir surut di kota.")
        self.assertEqual([len(word) for word in copied.split()], [6, 5, 2, 5])
        self.assertEqual(mixture._copied("Kata langka sekali.", {}), "Kata langka sekali.")


if __name__ == "__main__":
    unittest.main()
