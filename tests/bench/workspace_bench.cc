// What a change costs a workspace that stays, over all entries of the knowledge base in the
// environment variable KBC_CORPUS, on one thread. Each change is made to another entry, and undone
// before the next.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/entry_files.h"
#include "analysis/rule_choice.h"
#include "analysis/workspace.h"
#include "config/config.h"
#include "load/discover.h"

namespace kbc {
namespace {

// A knowledge base, its workspace, and a text that stands for that of one file.
class Base {
 public:
  Base() : config_(loaded()), files_(config_, texts_) {
    AnalyseOptions options;
    settle_rules(config_, {}, options.rules);
    options.today = Today::now();
    workspace_ = std::make_unique<Workspace>(config_, options, Workspace::Use::kForChanges);
    workspace_->open(files_.paths(), [&](const std::string& path) { return files_.load(path); });
    apply({{files_.paths().front()}, {}});  // what is made once is no part of a change
  }

  const Workspace& workspace() const { return *workspace_; }
  const std::string& path(std::size_t number) const {
    return files_.paths()[number % files_.paths().size()];
  }
  std::string text_of(const std::string& path) const { return files_.load(path).text; }

  // The file has this text for now; none when it is as it was.
  std::size_t write(const std::string& path, std::string text) {
    path_ = path;
    text_ = std::move(text);
    return apply({{path}, {}});
  }
  std::size_t restore(const std::string& path) {
    path_.clear();
    return apply({{path}, {}});
  }
  std::size_t remove(const std::string& path) { return apply({{}, {path}}); }

 private:
  static Config loaded() {
    const char* folder = std::getenv("KBC_CORPUS");
    Result<Config> config = load_config({folder == nullptr ? "" : folder, {}, {}});
    if (config) return std::move(*config);
    std::cerr << config.error().message << "\nset KBC_CORPUS to the folder of a kbc.json\n";
    std::exit(2);
  }

  std::size_t apply(const EntryChanges& changes) {
    const auto load = [&](const std::string& path) {
      if (path != path_) return files_.load(path);
      return source_from_text(text_, "entries/" + path, id_of_path(path));
    };
    return workspace_->apply(changes, load).size();
  }

  Config config_;
  RunTexts texts_;
  EntryFiles files_;
  std::unique_ptr<Workspace> workspace_;
  std::string path_, text_;
};

Base& base() {
  static Base base;
  return base;
}

// Puts something in front of the first value of a field; the text itself where it has none.
std::string changed(std::string text, std::string_view field, std::string_view added) {
  const std::string name = "\"" + std::string(field) + "\":";
  const std::size_t at = text.find('"', text.find(name) + name.size());
  if (text.find(name) != std::string::npos && at != std::string::npos) text.insert(at + 1, added);
  return text;
}

// Two changes each time: there and back.
void change(benchmark::State& state, std::string_view field, std::string_view added) {
  Base& changing = base();
  std::size_t number = 0;
  std::size_t told = 0;
  for (auto _ : state) {
    const std::string& path = changing.path(number += 7919);
    told += changing.write(path, changed(changing.text_of(path), field, added));
    told += changing.restore(path);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(2 * state.iterations()));
  state.counters["files told of"] = static_cast<double>(told) / (2.0 * state.iterations());
}

void come_and_go(benchmark::State& state) {
  Base& changing = base();
  std::size_t number = 0;
  for (auto _ : state) {
    const std::string& path = changing.path(number += 7919);
    changing.remove(path);
    changing.restore(path);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(2 * state.iterations()));
}

void snapshot(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(base().workspace().snapshot());
}

void add(const char* name, void (*function)(benchmark::State&)) {
  benchmark::RegisterBenchmark(name, function)->Unit(benchmark::kMillisecond);
}

void add_change(const char* name, std::string_view field, std::string_view added) {
  benchmark::RegisterBenchmark(name, [field, added](benchmark::State& state) {
    change(state, field, added);
  })->Unit(benchmark::kMillisecond);
}

void register_all() {
  add_change("a text that no other entry sees", "how", "now ");
  add_change("a signature", "signature", "unexpectedly ");
  add_change("a regex", "regex", "unexpectedly failed|");
  add_change("a root cause", "root_cause", "unexpectedly ");
  add_change("an id", "id", "x");
  add_change("a link", "error_id", "x");
  add("a file that comes and goes", come_and_go);
  add("a snapshot", snapshot);
}

}  // namespace
}  // namespace kbc

int main(int argc, char** argv) {
  kbc::register_all();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
