#include "driver/known_words.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <utility>

#include "config/config.h"
#include "core/named.h"
#include "diagnostic/rule.h"
#include "driver/open_index.h"
#include "git/repository.h"
#include "load/discover.h"
#include "text/number_text.h"

namespace kbc {
namespace {

// Collects the words with one beginning.
class WordsWithPrefix {
 public:
  explicit WordsWithPrefix(std::string_view prefix) : prefix_(prefix) {}

  void add(std::string_view word, std::string_view description) {
    if (word.starts_with(prefix_)) words_.push_back({std::string(word), std::string(description)});
  }

  std::vector<KnownWord> take() && { return std::move(words_); }

 private:
  std::string_view prefix_;
  std::vector<KnownWord> words_;
};

// Compiling more of them takes longer than a person waits for a word.
constexpr std::size_t kMostCompiled = 10'000;

Discovered files_of(const Config& config) {
  return find_entry_files(config.border, config.entries, config.entries_name + "/", config.exclude);
}

std::optional<OpenIndex> entries_of(const Config& config, const CacheChoice& cache) {
  std::optional<OpenIndex> known =
      known_index(config, Patterns::kLeaveOut, Words::kLeaveOut, cache);
  if (known || files_of(config).paths.size() > kMostCompiled) return known;
  Result<OpenIndex> made = current_index(config, Patterns::kLeaveOut, Words::kLeaveOut, cache);
  return made ? std::optional(std::move(*made)) : std::nullopt;
}

std::optional<OpenIndex> index_of(const WordRequest& request) {
  const Result<Config> config = load_config(request.base);
  std::optional<OpenIndex> open = config ? entries_of(*config, request.cache) : std::nullopt;
  if (open) return open;
  const Result<std::string> root = find_knowledge_base(request.base);
  if (!root) return {};
  const Result<Border> border = border_around(*root, request.base);
  if (!border) return {};
  return built_index(*root, *border);
}

void add_files(const WordRequest& request, WordsWithPrefix& found) {
  const Result<Config> config = load_config(request.base);
  if (!config) return;
  for (const std::string& path : files_of(*config).paths) found.add(id_of_path(path), "");
}

void add_ids(const WordRequest& request, WordsWithPrefix& found) {
  const std::optional<OpenIndex> open = index_of(request);
  if (!open) return add_files(request, found);
  for (const auto& entry : open->index().entries()) found.add(entry.id(), entry.signature());
}

void add_tags(const WordRequest& request, WordsWithPrefix& found) {
  const std::optional<OpenIndex> open = index_of(request);
  if (!open) return;
  for (const auto& tag : open->index().tags()) found.add(tag.name, counted(tag.entries, "entry"));
}

void add_codes(const WordRequest& request, WordsWithPrefix& found) {
  const std::optional<OpenIndex> open = index_of(request);
  if (!open) return;
  for (const auto& code : open->index().error_codes()) {
    found.add(code.name, counted(code.entries, "entry"));
  }
}

template <std::size_t kList>
void add_names(const WordRequest& request, WordsWithPrefix& found) {
  const Result<std::optional<Config>> config = load_config_if_any(request.base);
  if (!config) return;
  const Taxonomy& taxonomy = *config ? (**config).taxonomy : built_in_taxonomy();
  for (const auto& [name, description] : taxonomy.*kTaxonomyLists[kList].of) {
    found.add(name, description);
  }
}

void add_rules(const WordRequest&, WordsWithPrefix& found) {
  std::map<std::string_view, std::string_view> all;
  for (const RuleInfo& rule : all_rules()) {
    all.emplace(rule.name, rule.summary);
    all.emplace(rule.group, "all rules of this group");
  }
  for (const auto& [name, summary] : all) found.add(name, summary);
}

void add_refs(const WordRequest& request, WordsWithPrefix& found) {
  const Result<Repository> repository =
      Repository::around(request.base.folder.empty() ? "." : request.base.folder);
  if (!repository) return;
  const Result<std::string> listed =
      repository->ask({"for-each-ref", "--format=%(refname:short)%09%(contents:subject)",
                       "refs/heads", "refs/tags", "refs/remotes"});
  if (!listed) return;
  found.add("HEAD", "what is checked out");
  std::string_view rest = *listed;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t tab = std::min(line.find('\t'), line.size());
    found.add(line.substr(0, tab), line.substr(std::min(tab + 1, line.size())));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
}

struct WordSource {
  std::string_view name;
  void (*add)(const WordRequest& request, WordsWithPrefix& found);
};
constexpr WordSource kSources[] = {{"ids", add_ids},
                                   {"domains", add_names<0>},
                                   {"categories", add_names<1>},
                                   {"root-cause-types", add_names<2>},
                                   {"tags", add_tags},
                                   {"codes", add_codes},
                                   {"rules", add_rules},
                                   {"refs", add_refs}};

}  // namespace

std::vector<std::string> kinds_of_words() { return names_of<std::string>(kSources); }

std::vector<KnownWord> known_words(const WordRequest& request) {
  const WordSource* source = find_named(kSources, request.kind);
  assert(source != nullptr);
  WordsWithPrefix found(request.prefix);
  source->add(request, found);
  return std::move(found).take();
}

}  // namespace kbc
