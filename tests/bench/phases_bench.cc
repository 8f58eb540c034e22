// The cost of each phase of `kbc validate`, and of each rule, over all entries of the knowledge
// base in the environment variable KBC_CORPUS, on one thread.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "check/registry.h"
#include "config/config.h"
#include "load/discover.h"
#include "load/source.h"
#include "lower/knowledge_base.h"
#include "lower/lower.h"
#include "parse/parse.h"
#include "regex/match_budget.h"
#include "text/date.h"

namespace kbc {
namespace {

// Everything a phase needs from the phases before it, made once.
struct Corpus {
  Config config;
  std::vector<std::string> paths;
  std::vector<Source> sources;
  std::vector<ParsedFile> files;
  std::vector<Entry> entries;
  std::int64_t bytes = 0;
};

void load_into(Corpus& corpus) {
  for (const std::string& path : find_entry_files(corpus.config.border, corpus.config.entries,
                                                  "entries/", corpus.config.exclude)
                                     .paths) {
    corpus.paths.push_back(corpus.config.entries + "/" + path);
    corpus.sources.push_back(load_source(corpus.config.border, corpus.paths.back(), path,
                                         path.substr(0, path.size() - 5)));
    corpus.bytes += static_cast<std::int64_t>(corpus.sources.back().text.size());
  }
  corpus.files.resize(corpus.sources.size());
  for (std::size_t index = 0; index < corpus.sources.size(); ++index) {
    ParsedFile& file = corpus.files[index];
    file.source = &corpus.sources[index];
    file.schema = &corpus.config.schema;
    file.json_faults = parse_json(file.source->text, Dialect::kJson, file.document);
    file.schema_faults = corpus.config.schema.validate(file.document);
    corpus.entries.push_back(lower(file.document, file.schema_faults, file.source->text,
                                   file.source->path_id, corpus.config.case_rule));
  }
}

Corpus& corpus() {
  static Corpus corpus = [] {
    const char* folder = std::getenv("KBC_CORPUS");
    Corpus made;
    Result<Config> config = load_config({folder == nullptr ? "" : folder, {}, {}});
    if (!config) {
      std::cerr << config.error().message << "\nset KBC_CORPUS to the folder of a kbc.json\n";
      std::exit(2);
    }
    made.config = std::move(*config);
    return made;
  }();
  if (corpus.sources.empty()) load_into(corpus);
  return corpus;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * corpus().bytes);
}

void discover(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(find_entry_files(corpus().config.border, corpus().config.entries,
                                              "entries/", corpus().config.exclude));
  }
}

void read(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& path : corpus().paths) {
      benchmark::DoNotOptimize(load_source(corpus().config.border, path, path, path));
    }
  }
  count_bytes(state);
}

void parse(benchmark::State& state) {
  for (auto _ : state) {
    for (const Source& source : corpus().sources) {
      Document document;
      benchmark::DoNotOptimize(parse_json(source.text, Dialect::kJson, document));
    }
  }
  count_bytes(state);
}

void schema(benchmark::State& state) {
  for (auto _ : state) {
    for (const ParsedFile& file : corpus().files) {
      benchmark::DoNotOptimize(corpus().config.schema.validate(file.document));
    }
  }
  count_bytes(state);
}

void lowering(benchmark::State& state) {
  for (auto _ : state) {
    for (const ParsedFile& file : corpus().files) {
      benchmark::DoNotOptimize(lower(file.document, file.schema_faults, file.source->text,
                                     file.source->path_id, CaseRule::kIgnoreCase));
    }
  }
}

// What the checks ask of each regex: whether it is sound, and whether it matches what it should.
void regexes(benchmark::State& state) {
  std::size_t compiled = 0;
  for (auto _ : state) {
    compiled = 0;
    for (const Entry& entry : corpus().entries) {
      const CompiledRegex regex(entry["regex"].value, CaseRule::kIgnoreCase);
      const bool is_tried = regex.ok() && !regex.matches_empty();
      if (is_tried) benchmark::DoNotOptimize(MatchBudget().match(regex, entry["signature"].value));
      if (regex.is_compiled()) ++compiled;
    }
  }
  state.counters["compiled"] = static_cast<double>(compiled);
}

// What the same would cost if RE2 compiled all of them.
void regexes_in_re2(benchmark::State& state) {
  for (auto _ : state) {
    for (const Entry& entry : corpus().entries) {
      const CompiledRegex regex(entry["regex"].value, CaseRule::kIgnoreCase);
      if (!regex.re2()->ok() || regex.matches("")) continue;
      benchmark::DoNotOptimize(regex.matches(entry["signature"].value));
    }
  }
}

KnowledgeBase make_base() {
  std::vector<SharedRecord> records;
  for (const Entry& entry : corpus().entries) {
    const auto id = static_cast<FileId>(records.size());
    records.push_back(record_of(entry, id, true, RegexLiterals::kKeep));
  }
  return KnowledgeBase(std::move(records));
}

void records(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(make_base());
}

Severities only(RuleId rule) {
  Severities severities;
  for (const RuleInfo& info : all_rules()) {
    if (info.id != rule) severities.set(info.id, Severity::kOff);
  }
  return severities;
}

void rule(benchmark::State& state, RuleId id) {
  const Severities severities = only(id);
  const Context context{&corpus().config.taxonomy, Today::now()};
  static const KnowledgeBase base = make_base();
  std::size_t found = 0;
  for (auto _ : state) {
    std::vector<Diagnostic> out;
    for (std::size_t index = 0; index < corpus().files.size(); ++index) {
      const ParsedFile& file = corpus().files[index];
      run_file_checks(file, 0, severities, out);
      run_entry_checks(corpus().entries[index], file.document, context, 0, severities, out);
    }
    run_base_checks(base, severities, 1, out);
    found = out.size();
  }
  state.counters["findings"] = static_cast<double>(found);
}

void add(const char* name, void (*function)(benchmark::State&)) {
  benchmark::RegisterBenchmark(name, function)->Unit(benchmark::kMillisecond);
}

void register_all() {
  add("discover", discover);
  add("read", read);
  add("parse", parse);
  add("schema", schema);
  add("lower", lowering);
  add("regexes", regexes);
  add("regexes in RE2", regexes_in_re2);
  add("records", records);
  for (const RuleInfo& info : all_rules()) {
    const RuleId id = info.id;
    benchmark::RegisterBenchmark(("rule " + info.name).c_str(), [id](benchmark::State& state) {
      rule(state, id);
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace
}  // namespace kbc

int main(int argc, char** argv) {
  kbc::register_all();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
