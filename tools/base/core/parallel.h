#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace kbc {

// Calls work(index, worker) once for every index below count, on at most jobs threads; worker is
// below jobs and names the thread, so that each can own its scratch. The order of the calls is not
// defined: results belong into a slot for their index. A thread takes batch indices at a time.
// Returns when all are done.
template <typename Work>
void parallel_for(std::size_t count, unsigned jobs, const Work& work, std::size_t batch = 16) {
  std::atomic<std::size_t> next{0};
  auto run = [&](unsigned worker) {
    for (;;) {
      const std::size_t begin = next.fetch_add(batch, std::memory_order_relaxed);
      if (begin >= count) return;
      const std::size_t end = std::min(begin + batch, count);
      for (std::size_t index = begin; index < end; ++index) work(index, worker);
    }
  };
  const std::size_t useful = std::max<std::size_t>(1, (count + batch - 1) / batch);
  const unsigned threads = static_cast<unsigned>(std::min<std::size_t>(jobs, useful));
  std::vector<std::jthread> others;
  for (unsigned worker = 1; worker < threads; ++worker) others.emplace_back(run, worker);
  run(0);
}

}  // namespace kbc
