#include "author/catalogue.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <set>
#include <unordered_map>
#include <utility>

#include "analysis/analyse.h"
#include "analysis/rule_choice.h"
#include "regex/match_budget.h"
#include "text/ascii.h"

namespace kbc {
namespace {

using Match = KnownEntry::Match;
using Words = std::set<std::string>;
using Frequencies = std::unordered_map<std::string, std::size_t>;

constexpr double kLeastSimilarity = 0.2;

Match match_of(const Entry& entry, const std::string& message, const std::string& context) {
  if (entry.regex.value.empty() || !entry.pattern.ok() || entry.pattern.matches_empty()) {
    return Match::kNone;
  }
  MatchBudget budget;
  if (budget.match(entry.pattern, message).value_or(false)) return Match::kMessage;
  return budget.match(entry.pattern, context).value_or(false) ? Match::kNearby : Match::kNone;
}

KnownEntry known(const Entry& entry, const std::string& message, const std::string& context) {
  KnownEntry one;
  one.id = std::string(entry.id.present() ? entry.id.value : entry.path_id);
  one.path_id = std::string(entry.path_id);
  one.signature = std::string(entry.signature.value);
  one.domain = std::string(entry.domain.value);
  for (const Text& alias : entry.aliases) one.aliases.emplace_back(alias.value);
  if (!message.empty()) one.match = match_of(entry, message, context);
  return one;
}

Words words_of(std::string_view text) {
  Words words;
  std::string word;
  const auto end_word = [&] {
    if (word.size() > 1) words.insert(word);
    word.clear();
  };
  for (const char c : lower_ascii(text)) {
    const bool belongs = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (belongs) {
      word += c;
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

// What a word weighs: the rarer, the more.
double weight(const std::string& word, const Frequencies& frequencies, std::size_t entries) {
  const auto found = frequencies.find(word);
  const std::size_t count = found == frequencies.end() ? 0 : found->second;
  return std::log(1.0 + static_cast<double>(entries + 1) / static_cast<double>(count + 1));
}

// Of the weight of all words of two signatures, the share of those that both have.
double similarity(const Words& left, const Words& right, const Frequencies& frequencies,
                  std::size_t entries) {
  double both = 0, all = 0;
  for (const std::string& word : left) {
    const double one = weight(word, frequencies, entries);
    all += one;
    if (right.contains(word)) both += one;
  }
  for (const std::string& word : right) {
    if (!left.contains(word)) all += weight(word, frequencies, entries);
  }
  return all == 0 ? 0 : both / all;
}

bool is_nearer(const KnownEntry& left, const KnownEntry& right) {
  if (left.match != right.match) return left.match > right.match;
  if (left.similarity != right.similarity) return left.similarity > right.similarity;
  return left.id < right.id;
}

}  // namespace

Catalogue Catalogue::read(const Config& config, unsigned jobs, const std::string& message,
                          const std::string& context) {
  AnalyseOptions options;
  run_no_rules(options.rules);
  options.jobs = jobs;
  std::vector<std::vector<KnownEntry>> found(jobs);
  options.watch.on_entry = [&](const Entry& entry, FileId, unsigned worker) {
    found[worker].push_back(known(entry, message, context));
  };
  analyse(config, options);
  Catalogue catalogue;
  for (std::vector<KnownEntry>& part : found) {
    std::move(part.begin(), part.end(), std::back_inserter(catalogue.entries_));
  }
  return catalogue;
}

std::optional<std::string> Catalogue::taken(std::string_view id) const {
  for (const KnownEntry& entry : entries_) {
    if (entry.id == id || entry.path_id == id) return "the id of an entry";
    const bool is_alias =
        std::find(entry.aliases.begin(), entry.aliases.end(), id) != entry.aliases.end();
    if (is_alias) return "an alias of `" + entry.id + '`';
  }
  return {};
}

std::vector<KnownEntry> Catalogue::nearest(const std::string& signature, std::size_t most) const {
  std::vector<Words> words;
  Frequencies frequencies;
  for (const KnownEntry& entry : entries_) {
    words.push_back(words_of(entry.signature));
    for (const std::string& word : words.back()) ++frequencies[word];
  }
  const Words wanted = words_of(signature);
  std::vector<KnownEntry> near;
  for (std::size_t at = 0; at < entries_.size(); ++at) {
    KnownEntry entry = entries_[at];
    entry.similarity = similarity(wanted, words[at], frequencies, entries_.size());
    if (entry.match == Match::kNone && entry.similarity < kLeastSimilarity) continue;
    near.push_back(std::move(entry));
  }
  std::sort(near.begin(), near.end(), is_nearer);
  if (near.size() > most) near.resize(most);
  return near;
}

}  // namespace kbc
