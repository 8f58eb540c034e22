// Look-ups by id in the table and in what one would write without it, in one program. rows.inc and
// gperf.inc are made by scripts/bench_table.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "constexpr_map.h"
#include "kb_ids.h"
#include "kb_table.h"

namespace {

constexpr Row kRows[] = {
#define ROW(id, signature) {id, signature},
#include "rows.inc"
#undef ROW
};

#ifdef WITH_CONSTEXPR_MAP
constexpr ConstexprMap kMap(kRows);
#endif

#include "gperf.inc"

// Every id once, in an order of chance; of misses, one letter of each is another.
std::vector<std::string> queries(bool is_hit) {
  std::vector<std::string> all;
  std::mt19937 random(1);
  for (const Row& row : kRows) {
    all.emplace_back(row.id);
    if (!is_hit) all.back()[random() % all.back().size()] = '~';
  }
  std::shuffle(all.begin(), all.end(), random);
  return all;
}

enum Kind { kMiss, kHit, kRead };

// find gives the signature, which may or may not be read: its first and last byte.
template <typename Find>
void run(benchmark::State& state, const Find& find) {
  const std::vector<std::string> all = queries(state.range(0) != kMiss);
  const bool reads = state.range(0) == kRead;
  std::size_t at = 0;
  for (auto _ : state) {
    const std::string_view signature = find(all[at]);
    if (reads && !signature.empty()) {
      benchmark::DoNotOptimize(signature.front());
      benchmark::DoNotOptimize(signature.back());
    } else {
      benchmark::DoNotOptimize(signature);
    }
    if (++at == all.size()) at = 0;
  }
}

void table(benchmark::State& state) {
  run(state, [](std::string_view id) -> std::string_view {
    const auto entry = kb::find(id);
    return entry ? entry->signature() : std::string_view();
  });
}

// Through kb_ids.h and the functions of kb_table.cc.
void ids(benchmark::State& state) {
  run(state, [](std::string_view id) -> std::string_view {
    const kb::Id found = kb::Id::find(id);
    return found ? std::string_view(found.signature()) : std::string_view();
  });
}

void lower_bound(benchmark::State& state) {
  run(state, [](std::string_view id) -> std::string_view {
    const Row* row =
        std::lower_bound(std::begin(kRows), std::end(kRows), id,
                         [](const Row& one, std::string_view wanted) { return one.id < wanted; });
    return row != std::end(kRows) && row->id == id ? row->signature : std::string_view();
  });
}

void unordered_map(benchmark::State& state) {
  std::unordered_map<std::string_view, std::string_view> map;
  for (const Row& row : kRows) map.emplace(row.id, row.signature);
  run(state, [&](std::string_view id) -> std::string_view {
    const auto found = map.find(id);
    return found != map.end() ? found->second : std::string_view();
  });
}

void gperf(benchmark::State& state) {
  run(state, [](std::string_view id) -> std::string_view {
    const GperfRow* row = Gperf::find(id.data(), id.size());
    return row != nullptr ? std::string_view(row->signature, row->size) : std::string_view();
  });
}

#ifdef WITH_CONSTEXPR_MAP
void constexpr_map(benchmark::State& state) {
  run(state, [](std::string_view id) -> std::string_view {
    const Row* row = kMap.find(id);
    return row != nullptr ? row->signature : std::string_view();
  });
}
BENCHMARK(constexpr_map)->Arg(kHit)->Arg(kRead)->Arg(kMiss);
#endif

BENCHMARK(table)->Arg(kHit)->Arg(kRead)->Arg(kMiss);
BENCHMARK(ids)->Arg(kHit)->Arg(kRead)->Arg(kMiss);
BENCHMARK(gperf)->Arg(kHit)->Arg(kRead)->Arg(kMiss);
BENCHMARK(unordered_map)->Arg(kHit)->Arg(kRead)->Arg(kMiss);
BENCHMARK(lower_bound)->Arg(kHit)->Arg(kRead)->Arg(kMiss);

}  // namespace

BENCHMARK_MAIN();
