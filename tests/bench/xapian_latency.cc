// Microseconds that plain Xapian needs for each query of a file: QueryParser with the Indonesian stemmer, any of the
// words, BM25 by default, the ten best documents with their data. Same protocol as query_latency.cc.
//
// usage: xapian_latency DB QUERIES words|phrase WARM-UP-SECONDS SECONDS STOP-WORDS
//
// STOP-WORDS names a list, a word a line, that a query leaves out, as Omega's $set{stopwords} does.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <xapian.h>

namespace {

using Clock = std::chrono::steady_clock;

std::vector<std::string> read_lines(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::size_t ask(Xapian::Enquire& enquire, Xapian::QueryParser& parser, const std::string& query) {
  enquire.set_query(parser.parse_query(query, Xapian::QueryParser::FLAG_PHRASE));
  const Xapian::MSet page = enquire.get_mset(0, 10);
  std::size_t bytes = 0;
  for (auto hit = page.begin(); hit != page.end(); ++hit) bytes += hit.get_document().get_data().size();
  return bytes == 0 ? 0 : page.size();
}

int run(char** argv) {
  const Xapian::Database database(argv[1]);
  std::vector<std::string> queries = read_lines(argv[2]);
  if (queries.empty()) throw std::runtime_error("no queries");
  if (std::string(argv[3]) == "phrase") {
    for (std::string& query : queries) query = '"' + query + '"';
  }
  Xapian::SimpleStopper stopper;
  for (const std::string& word : read_lines(argv[6])) stopper.add(word);
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_stemmer(Xapian::Stem("indonesian"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_stopper(&stopper);
  Xapian::Enquire enquire(database);

  const auto warm_until = Clock::now() + std::chrono::duration<double>(std::atof(argv[4]));
  for (std::size_t i = 0; Clock::now() < warm_until; i = (i + 1) % queries.size()) ask(enquire, parser, queries[i]);
  const auto end = Clock::now() + std::chrono::duration<double>(std::atof(argv[5]));
  for (const std::string& query : queries) {
    const auto begin = Clock::now();
    if (begin >= end) break;
    const std::size_t hits = ask(enquire, parser, query);
    const auto taken = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begin);
    std::cout << static_cast<double>(taken.count()) / 1000 << '\t' << hits << '\n';
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 7) {
    std::cerr << "usage: xapian_latency DB QUERIES words|phrase WARM-UP-SECONDS SECONDS STOP-WORDS\n";
    return 2;
  }
  try {
    return run(argv);
  } catch (const Xapian::Error& error) {
    std::cerr << "xapian_latency: " << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "xapian_latency: " << error.what() << '\n';
  }
  return 1;
}
