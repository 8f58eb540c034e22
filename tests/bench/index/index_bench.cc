// Usage: index_bench FILE.kbx FOLDER
//
// The index beside other file formats that hold the same entries: size, opening, look-ups that find
// and look-ups that do not, each of which touches what it reads. All in one process; the peers'
// files are made in FOLDER. Times are the best of several passes.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "index/peer.h"
#include "kbx/index.h"

namespace kbc {
namespace {

using Clock = std::chrono::steady_clock;
using Entry = kbx::Entry<kbx::Mapped>;

constexpr std::size_t kLookUps = 300'000;
constexpr int kPasses = 5;

template <typename... Texts>
void append_all(std::string& blob, const Texts&... texts) {
  (append_text(blob, texts), ...);
}

void append_rate(std::string& blob, double rate) {
  blob.append(reinterpret_cast<const char*>(&rate), sizeof rate);
}

template <typename List>
void append_list(std::string& blob, const List& list) {
  append_text(blob, {});
  for (const std::string_view text : list) append_text(blob, text);
}

// Every field that a look-up does not read.
std::string rest_of(const Entry& entry) {
  std::string blob;
  append_all(blob, entry.signature_zh(), entry.domain(), entry.category(), entry.subcategory(),
             entry.root_cause_type(), entry.root_cause_zh(), entry.official_doc_url(),
             entry.official_doc_section(), entry.error_code(), entry.verification_tier(),
             entry.resolvable(), entry.first_seen(), entry.last_confirmed(), entry.last_updated(),
             entry.locale());
  append_rate(blob, entry.confidence());
  append_rate(blob, entry.fix_success_rate());
  for (const auto& item : entry.versions()) {
    append_all(blob, item.version, item.introduced, item.deprecated, item.removed,
               item.behavior_change, item.status);
  }
  for (const auto& item : entry.os_specific()) append_all(blob, item.system, item.text);
  for (const auto& item : entry.dead_ends()) {
    append_all(blob, item.action, item.why_fails, item.condition);
    append_rate(blob, item.fail_rate);
    append_list(blob, item.sources);
  }
  for (const auto& item : entry.workarounds()) {
    append_all(blob, item.action, item.how, item.condition);
    append_rate(blob, item.success_rate);
    append_list(blob, item.sources);
  }
  for (const auto& links :
       {entry.leads_to(), entry.preceded_by(), entry.frequently_confused_with()}) {
    for (const auto& link : links) {
      append_all(blob, link.error_id, link.distinction, link.condition, link.typical_delay);
      append_rate(blob, link.probability);
    }
  }
  for (const auto& list :
       {entry.dead_ends_zh(), entry.workarounds_zh(), entry.tags(), entry.aliases(),
        entry.examples(), entry.counterexamples(), entry.kbc_ignore()}) {
    append_list(blob, list);
  }
  return blob;
}

std::vector<PeerEntry> entries_of(const kbx::Index& index) {
  std::vector<PeerEntry> entries;
  for (const Entry& entry : index.entries()) {
    entries.push_back({std::string(entry.id()), std::string(entry.signature()),
                       std::string(entry.regex()), std::string(entry.root_cause()),
                       rest_of(entry)});
  }
  return entries;
}

class KbxPeer : public Peer {
 public:
  std::string name() const override { return "kbx"; }
  void write(const std::string&, const std::vector<PeerEntry>&) override {}
  void open(const std::string& path) override { index_ = kbx::Index::open(path, error_); }
  void close() override { index_.reset(); }
  std::uint32_t look_up(const std::string& id) override {
    const auto entry = index_->find(id);
    if (!entry) return 0;
    return ends_of(entry->signature()) + ends_of(entry->regex()) + ends_of(entry->root_cause());
  }

 private:
  std::string error_;
  std::optional<kbx::Index> index_;
};

double seconds(const std::function<void()>& work) {
  const Clock::time_point begin = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

struct Row {
  double megabytes = 0, open_us = 0, hit_ns = 0, miss_ns = 0;
  std::uint64_t sum = 0;
};

std::uint64_t look_up_all(Peer& peer, const std::vector<std::string>& ids) {
  std::uint64_t sum = 0;
  for (const std::string& id : ids) sum += peer.look_up(id);
  return sum;
}

Row measure(Peer& peer, const std::string& path, const std::vector<std::string>& hits,
            const std::vector<std::string>& misses) {
  Row row;
  row.megabytes = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
  row.open_us = row.hit_ns = row.miss_ns = 1e18;
  const double per_id = 1e9 / static_cast<double>(hits.size());
  for (int pass = 0; pass < kPasses; ++pass) {
    row.open_us = std::min(row.open_us, 1e6 * seconds([&] { peer.open(path); }));
    row.hit_ns = std::min(row.hit_ns, per_id * seconds([&] { row.sum = look_up_all(peer, hits); }));
    row.miss_ns = std::min(row.miss_ns, per_id * seconds([&] { look_up_all(peer, misses); }));
    peer.close();
  }
  return row;
}

void print(const std::string& name, const Row& row) {
  std::printf("%-12s %9.2f %9.1f %8.1f %8.1f   %llx\n", name.c_str(), row.megabytes, row.open_us,
              row.hit_ns, row.miss_ns, static_cast<unsigned long long>(row.sum));
  std::fflush(stdout);
}

int run(const std::string& file, const std::string& folder) {
  std::string error;
  std::optional<kbx::Index> index = kbx::Index::open(file, error);
  if (!index) {
    std::cerr << error << '\n';
    return 2;
  }
  std::vector<std::string> hits, misses;
  std::mt19937 random(1);
  std::uniform_int_distribution<std::uint32_t> any(0, index->size() - 1);
  for (std::size_t at = 0; at < kLookUps; ++at) {
    hits.emplace_back(index->at(any(random))->id());
    misses.push_back(hits.back() + "-not");
  }
  std::printf("%u entries\n%-12s %9s %9s %8s %8s   checksum\n", index->size(), "format", "MB",
              "open us", "hit ns", "miss ns");
  KbxPeer kbx;
  print(kbx.name(), measure(kbx, file, hits, misses));
  std::vector<PeerEntry> entries = entries_of(*index);
  std::vector<std::unique_ptr<Peer>> peers = all_peers();
  for (const auto& peer : peers) peer->write(folder + "/" + peer->name(), entries);
  std::vector<PeerEntry>().swap(entries);
  for (const auto& peer : peers) {
    print(peer->name(), measure(*peer, folder + "/" + peer->name(), hits, misses));
  }
  // Once more: what the machine did meanwhile shows.
  print(kbx.name(), measure(kbx, file, hits, misses));
  return 0;
}

}  // namespace
}  // namespace kbc

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "Usage: index_bench FILE.kbx FOLDER\n";
    return 2;
  }
  return kbc::run(arguments[1], arguments[2]);
}
