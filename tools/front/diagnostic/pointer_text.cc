#include "diagnostic/pointer_text.h"

#include <atomic>
#include <cstring>
#include <new>
#include <vector>

#include "text/hash.h"

namespace kbc {

// Followed by the bytes of `rest`.
struct PointerText::Block {
  std::atomic<std::uint32_t> owners;
  std::uint32_t size;  // of what follows
  Block* above;
  std::uint64_t hash;  // of the whole text

  std::string_view rest() const { return {reinterpret_cast<const char*>(this + 1), size}; }
};

PointerText::PointerText(PointerText above, std::string_view rest) {
  if (rest.empty()) {
    std::swap(block_, above.block_);
    return;
  }
  void* memory = ::operator new(sizeof(Block) + rest.size());
  Fnv1a hash(above.hash());
  hash.add(rest);
  Block* const upper = std::exchange(above.block_, nullptr);
  block_ = new (memory) Block{1, static_cast<std::uint32_t>(rest.size()), upper, hash.value()};
  std::memcpy(static_cast<char*>(memory) + sizeof(Block), rest.data(), rest.size());
}

PointerText::PointerText(const PointerText& other) : block_(other.block_) {
  if (block_ != nullptr) block_->owners.fetch_add(1, std::memory_order_relaxed);
}

PointerText::~PointerText() {
  for (Block* block = block_;
       block != nullptr && block->owners.fetch_sub(1, std::memory_order_acq_rel) == 1;) {
    Block* const above = block->above;
    block->~Block();
    ::operator delete(block);
    block = above;
  }
}

std::string PointerText::text() const {
  std::vector<std::string_view> parts;
  for (const Block* block = block_; block != nullptr; block = block->above)
    parts.push_back(block->rest());
  std::string text;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) text += *part;
  return text;
}

std::uint64_t PointerText::hash() const {
  return block_ == nullptr ? Fnv1a().value() : block_->hash;
}

bool PointerText::operator==(const PointerText& other) const {
  return block_ == other.block_ || (hash() == other.hash() && text() == other.text());
}

}  // namespace kbc
