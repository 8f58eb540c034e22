// Usage: search_bench FILE.kbx [Google Benchmark's options]
//
// Searching in an index by frequent and rare words, several, Chinese ones, and the beginning of
// words; opening it; and how large its tables of words are.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <optional>
#include <string>

#include "kbx/index.h"
#include "search/searcher.h"

namespace kbc {
namespace {

void search(benchmark::State& state, const Searcher& searcher, const std::string& query) {
  SearchScratch scratch;
  std::size_t total = 0;
  for (auto _ : state) {
    const Found found = searcher.search(query, {}, scratch);
    total = found.total;
    benchmark::DoNotOptimize(found.hits.data());
  }
  state.counters["entries"] = static_cast<double>(total);
}

void open(benchmark::State& state, const std::string& path) {
  for (auto _ : state) {
    std::string error;
    const auto index = kbx::Index::open(path, error);
    const auto searcher = Searcher::over(*index, error);
    benchmark::DoNotOptimize(searcher->tables().size());
  }
}

void print_sizes(const kbx::Index& index) {
  std::uint64_t bytes = 0;
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    const kbx::SectionView section = index.section(at);
    const std::string tag = kbx::tag_text(section.tag);
    if (tag.substr(0, 2) != "SR") continue;
    std::printf("%s %12llu bytes %10u rows\n", tag.c_str(),
                static_cast<unsigned long long>(section.size), section.count);
    bytes += section.size;
  }
  std::printf("words: %.2f MB of %.2f MB, %u entries\n", static_cast<double>(bytes) / 1e6,
              static_cast<double>(index.file_size()) / 1e6, index.size());
}

int run(int count, char** arguments) {
  const std::string path = arguments[1];
  std::string error;
  const auto index = kbx::Index::open(path, error);
  const auto searcher = index ? Searcher::over(*index, error) : std::optional<Searcher>();
  if (!searcher) {
    std::fprintf(stderr, "%s\n", error.c_str());
    return 2;
  }
  print_sizes(*index);
  benchmark::RegisterBenchmark("open", open, path);
  for (const std::string query : {"the", "error", "kubernetes", "ENOSPC", "port in use",
                                  "cannot connect to the docker daemon is it running", "端口",
                                  "端口 被占用", "用", "conne", "nosuchword"}) {
    benchmark::RegisterBenchmark(("search/" + query).c_str(), search, *searcher, query);
  }
  --count;
  benchmark::Initialize(&count, arguments + 1);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace kbc

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: search_bench FILE.kbx\n");
    return 2;
  }
  return kbc::run(count, arguments);
}
