// Stands in for libFuzzer in ordinary builds: runs a fuzz target over every file of a corpus folder, then over seeded
// mutations of them, so that each build keeps what fuzzing once found.
// usage: X_fuzzer FOLDER [MUTATIONS [SEED]]
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr unsigned kDefaultMutations = 2000;
constexpr unsigned kDefaultSeed = 20240512;

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::vector<std::string> read_corpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());  // the order of a directory is not ours to repeat
  std::vector<std::string> inputs;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return inputs;
}

class Mutator {
 public:
  Mutator(const std::vector<std::string>& inputs, unsigned seed) : inputs_(inputs), random_(seed) {}

  // A file of the corpus with one to eight changes: bytes flipped, set, removed, doubled, or a piece of another file.
  std::string next() {
    std::string input = pick();
    for (size_t changes = 1 + below(8); changes > 0; --changes) change(input);
    return input;
  }

 private:
  // 0 for a limit of 0, else a number below it.
  size_t below(size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  const std::string& pick() { return inputs_[below(inputs_.size())]; }

  void change(std::string& input) {
    const size_t at = below(input.size() + 1);
    const size_t length = std::min(1 + below(16), input.size() - at);
    switch (below(5)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < input.size()) input[at] = static_cast<char>(below(256));
        break;
      case 2: input.erase(at, length); break;
      case 3: input.insert(at, input.substr(at, length)); break;
      default: {
        const std::string& other = pick();
        input.insert(at, other.substr(below(other.size() + 1), 1 + below(64)));
      }
    }
  }

  const std::vector<std::string>& inputs_;
  std::mt19937 random_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s FOLDER [MUTATIONS [SEED]]\n", argv[0]);
    return 2;
  }
  const auto number = [&](int index, unsigned fallback) {
    return argc > index ? static_cast<unsigned>(std::strtoul(argv[index], nullptr, 10)) : fallback;
  };
  const unsigned mutations = number(2, kDefaultMutations);
  const unsigned seed = number(3, kDefaultSeed);

  const std::vector<std::string> inputs = read_corpus(argv[1]);
  if (inputs.empty()) {
    std::fprintf(stderr, "%s: no corpus files\n", argv[1]);
    return 1;
  }
  std::printf("%zu files, %u mutations, seed %u\n", inputs.size(), mutations, seed);
  run("");
  for (const std::string& input : inputs) run(input);
  Mutator mutator(inputs, seed);
  for (unsigned i = 0; i < mutations; ++i) run(mutator.next());
  return 0;
}
