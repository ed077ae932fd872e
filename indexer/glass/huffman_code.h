// The Huffman codes of deflate: how long the code of each symbol is, and which bits it is.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace warta::indexer::glass {

struct HuffmanCode {
  std::uint16_t bits = 0;   // the first one lowest, as deflate writes them
  std::uint8_t length = 0;  // in bits; 0: the symbol never comes
};

// A code for each symbol that comes as often as counts say; none is longer than `longest` bits, and no other such code
// makes a text shorter in which symbols come so often. Two symbols come at least, and 2^longest at most.
std::vector<HuffmanCode> huffman_codes(std::span<const std::uint32_t> counts, unsigned longest);

}  // namespace warta::indexer::glass
