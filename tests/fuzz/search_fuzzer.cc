// The searcher over arbitrary bytes as an index, and over arbitrary queries: the bytes are the
// query too. It opens, searches and reads nothing outside. The checksums are made right.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "index/damage.h"
#include "kbx/index.h"
#include "search/searcher.h"
#include "text/terms.h"

namespace kbc {
namespace {

void search_all(std::string_view bytes) {
  const ExactCopy copy(bytes);
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(copy.view(), error);
  if (!index) return;
  index->verify(error);
  const std::optional<Searcher> searcher = Searcher::over(*index, error);
  if (searcher.has_value() != error.empty()) std::abort();
  if (!searcher) return;
  SearchScratch scratch;
  const auto search = [&](std::string_view query) {
    const ExactCopy own(query);
    const Found found = searcher->search(own.view(), {5, ""}, scratch);
    if (found.hits.size() > std::min<std::size_t>(found.total, 5)) std::abort();
    for (const SearchHit& hit : found.hits) {
      if (hit.entry >= index->size() || !(hit.score > 0)) std::abort();
    }
  };
  for (const std::string_view query : {"port in use", "端口 用", "the", "git ERR_MODULE x"}) {
    search(query);
  }
  search(bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 200)));
  for (std::uint32_t entry = 0; entry < index->size() && entry < 8; ++entry) {
    search(index->at(entry)->signature());
  }
}

void split(std::string_view bytes) {
  const ExactCopy copy(bytes);
  for (const Terms::Use use : {Terms::Use::kText, Terms::Use::kQuery}) {
    Terms terms(use);
    terms.split(copy.view());
    for (std::size_t at = 0; at < terms.size(); ++at) {
      if (terms[at].empty() || terms[at].size() > kMostTermBytes) std::abort();
    }
  }
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  kbc::split(bytes);
  kbc::fix_header(bytes);
  kbc::fix_checksums(bytes);
  kbc::search_all(bytes);
  return 0;
}
