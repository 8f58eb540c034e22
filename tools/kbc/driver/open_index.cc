#include "driver/open_index.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <sstream>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/rule_choice.h"
#include "config/config.h"
#include "driver/built_index.h"
#include "driver/kept_index.h"
#include "emit/emit.h"
#include "link/link.h"
#include "match/matcher.h"
#include "search/searcher.h"
#include "text/number_text.h"

namespace kbc {
namespace {

constexpr std::size_t kMaxIndexBytes = std::size_t{1} << 32;

// Entries that an index has no place for: without an id, or with one that is taken.
std::vector<FileId> unplaceable(const KnowledgeBase& base) {
  std::vector<FileId> files;
  std::unordered_set<std::string_view> ids;
  for (const EntryRecord& entry : base.entries()) {
    const bool has_id = entry.id.span.size() > 0 && !entry.id.value.empty();
    if (!has_id || !ids.insert(entry.id.value).second) files.push_back(entry.file);
  }
  return files;
}

// The entries of a knowledge base, of which one index or another can be made.
class Compiled {
 public:
  static Result<Compiled> from(const Config& config, Unreadable unreadable,
                               Snapshot* snapshot = nullptr) {
    AnalyseOptions options;
    run_no_rules(options.rules);
    options.texts.snapshot = snapshot;
    options.jobs = std::max(1u, std::thread::hardware_concurrency());
    Compiled compiled(config, options.jobs);
    options.watch.on_entry = [&](const Entry& entry, FileId file, unsigned worker) {
      assemble(entry, file, *compiled.pools_, compiled.objects_[worker]);
    };
    const Analysis analysis = analyse(config, options);
    if (unreadable == Unreadable::kIsError && !analysis.errors.empty()) {
      return analysis.errors.front();
    }
    compiled.entries_ = analysis.entry_count;
    compiled.left_out_ = unplaceable(analysis.base);
    return compiled;
  }

  Result<Image> image(Patterns patterns, Words words) {
    const Provenance provenance = {
        {pools_->texts.intern("case"), pools_->texts.intern(name_of(config_.case_rule))}};
    return link(objects_, *pools_, left_out_, provenance,
                {config_.case_rule, patterns, words, static_cast<unsigned>(objects_.size())});
  }

  Result<OpenIndex> index(Patterns patterns, Words words) {
    const Result<Image> made = image(patterns, words);
    if (!made) return made.error();
    std::ostringstream out;
    write_index(*made, out);
    return OpenIndex::over(std::move(out).str());
  }

  std::size_t entries() const { return entries_; }

 private:
  Compiled(const Config& config, unsigned jobs)
      : config_(config), pools_(std::make_unique<Pools>()), objects_(jobs) {}

  const Config& config_;
  std::unique_ptr<Pools> pools_;
  std::vector<Objects> objects_;
  std::vector<FileId> left_out_;
  std::size_t entries_ = 0;
};

// Whether an index can answer all that is wanted, under the case rule of the configuration.
bool serves(const kbx::Index& index, const Config& config, Patterns patterns, Words words) {
  std::string error;
  if (patterns == Patterns::kPlace) {
    const std::optional<Matcher> matcher = Matcher::over(index, error);
    if (!matcher || matcher->case_rule() != config.case_rule) return false;
  }
  return words == Words::kLeaveOut || Searcher::over(index, error).has_value();
}

std::string seconds_text(std::chrono::duration<double> time) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f s", time.count());
  return text.data();
}

std::optional<OpenIndex> opened(std::optional<KeptBytes> bytes) {
  if (!bytes) return {};
  Result<OpenIndex> open = OpenIndex::over(std::move(*bytes));
  return open ? std::optional(std::move(*open)) : std::nullopt;
}

// What is there already, of whichever entries.
struct KeptOrBuilt {
  KeptOrBuilt(const Config& config, Patterns patterns, Words words, const CacheChoice& cache)
      : place(config, cache), kept(opened(place.read(patterns, words))) {}

  void read_built(const Config& config, Patterns patterns, Words words) {
    built = built_index(config.root, config.border);
    if (built && !serves(built->index(), config, patterns, words)) built.reset();
  }

  KeptIndex place;
  std::optional<OpenIndex> kept;
  std::optional<OpenIndex> built;
};

// Takes the one that is of the files as they are.
std::optional<OpenIndex> take_known(const Config& config, Patterns patterns, Words words,
                                    KeptOrBuilt& earlier) {
  if (earlier.kept && earlier.place.is_current(earlier.kept->index().content_id())) {
    return std::exchange(earlier.kept, {});
  }
  earlier.read_built(config, patterns, words);
  if (earlier.built && is_of_these_inputs(config)) return std::exchange(earlier.built, {});
  return {};
}

// Takes the one whose entries say the same, although files have changed. What was built may be
// anybody's: where there is a cache, one's own takes its place.
std::optional<OpenIndex> take_same(std::uint64_t content_id, KeptOrBuilt& earlier) {
  if (earlier.kept && earlier.kept->index().content_id() == content_id) {
    return std::exchange(earlier.kept, {});
  }
  std::string error;
  if (!earlier.place.has_place() && earlier.built &&
      earlier.built->index().content_id() == content_id && earlier.built->index().verify(error)) {
    return std::exchange(earlier.built, {});
  }
  return {};
}

}  // namespace

Result<OpenIndex> OpenIndex::over(std::string bytes) {
  OpenIndex open;
  open.bytes_ = std::make_unique<std::string>(std::move(bytes));
  std::string error;
  std::optional<kbx::Index> index = kbx::Index::over(*open.bytes_, error);
  if (!index) return Error{error};
  open.index_ = std::make_unique<kbx::Index>(std::move(*index));
  return open;
}

Result<OpenIndex> OpenIndex::over(KeptBytes bytes) {
  OpenIndex open;
  std::string error;
  std::optional<kbx::Index> index = kbx::Index::over(bytes.bytes(), error);
  if (!index) return Error{error};
  open.kept_ = std::move(bytes);
  open.index_ = std::make_unique<kbx::Index>(std::move(*index));
  return open;
}

Result<OpenIndex> open_index(const std::string& file) {
  std::string error;
  std::optional<kbx::Index> index = kbx::Index::open(file, error);
  if (!index) return Error{error};
  OpenIndex open;
  open.index_ = std::make_unique<kbx::Index>(std::move(*index));
  return open;
}

Result<OpenIndex> read_index(const std::string& file) {
  Result<WatchedFile> watched = WatchedFile::open(file);
  if (!watched) return watched.error();
  Result<std::string> bytes = watched->read(kMaxIndexBytes);
  if (!bytes) return bytes.error();
  Result<OpenIndex> open = OpenIndex::over(std::move(*bytes));
  if (!open) return Error{file + ": " + open.error().message};
  open->file_ = std::move(*watched);
  return open;
}

Result<OpenIndex> copy_index(const std::string& file) {
  Result<OpenIndex> open = read_index(file);
  std::string error;
  if (open && !open->index().verify(error)) return Error{file + ": " + error};
  return open;
}

std::optional<OpenIndex> built_index(const std::string& root, const Border& border) {
  Result<std::string> bytes =
      border.read(built_index_path(root), kMaxIndexBytes, Border::By::kEntry);
  if (!bytes || bytes->size() > kMaxIndexBytes) return {};
  Result<OpenIndex> open = OpenIndex::over(std::move(*bytes));
  return open ? std::optional(std::move(*open)) : std::nullopt;
}

Result<OpenIndex> open_index(const Config& config, Patterns patterns, Words words,
                             Unreadable unreadable, Snapshot* snapshot) {
  Result<Compiled> compiled = Compiled::from(config, unreadable, snapshot);
  if (!compiled) return compiled.error();
  return compiled->index(patterns, words);
}

Result<OpenIndex> open_index(const std::string& file, const BaseChoice& base, Patterns patterns,
                             Words words, const CacheChoice& cache) {
  if (!file.empty()) return open_index(file);
  const Result<Config> config = load_config(base);
  if (!config) return config.error();
  return current_index(*config, patterns, words, cache);
}

std::optional<OpenIndex> known_index(const Config& config, Patterns patterns, Words words,
                                     const CacheChoice& cache) {
  KeptOrBuilt earlier(config, patterns, words, cache);
  return take_known(config, patterns, words, earlier);
}

// The content id of entries that are the same is the same, so that no answer is out of date.
Result<OpenIndex> current_index(const Config& config, Patterns patterns, Words words,
                                const CacheChoice& cache) {
  KeptOrBuilt earlier(config, patterns, words, cache);
  if (auto known = take_known(config, patterns, words, earlier)) return std::move(*known);
  const auto begin = std::chrono::steady_clock::now();
  earlier.place.look();
  Result<Compiled> compiled = Compiled::from(config, Unreadable::kIsError);
  if (!compiled) return compiled.error();
  if (earlier.kept || earlier.built) {
    const Result<Image> plain = compiled->image(Patterns::kLeaveOut, Words::kLeaveOut);
    if (!plain) return plain.error();
    if (auto same = take_same(plain->content_id, earlier)) {
      earlier.place.keep_content(plain->content_id);
      return std::move(*same);
    }
  }
  // Who finds no pattern looks for words next, which cost little beside the patterns.
  const bool has_both = patterns == Patterns::kPlace && earlier.place.has_place();
  const Words kept_words = has_both ? Words::kPlace : words;
  Result<OpenIndex> open = compiled->index(patterns, kept_words);
  if (!open) return open;
  if (earlier.place.keep(open->bytes(), patterns, kept_words)) {
    earlier.place.keep_content(open->index().content_id());
    return open;
  }
  open->advise("compiled " + counted(compiled->entries(), "entry") + " in " +
               seconds_text(std::chrono::steady_clock::now() - begin) +
               "; `kbc build` saves this: it writes an index, " +
               display_path(built_index_path(config)));
  return open;
}

}  // namespace kbc
