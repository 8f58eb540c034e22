// Near-duplicates share a word of the rarest fifth of each, so only texts that share such a word
// are compared (the prefix filter of set-similarity joins; the header names the papers). Words are
// hashes, sorted together as keys; under one key each text is compared with the 16 of the lowest
// ranks, which bounds the time at N log N however alike the texts are.
//
// How rare a word is says a fixed table (text/common_words.h). Counted among the texts it would say
// a little more, but then one text more or less could give any other one other keys.
#include "text/similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/ascii.h"
#include "text/common_words.h"
#include "text/hash.h"
#include "text/terms.h"

namespace kbc {
namespace {

constexpr double kThreshold = 0.8;
constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kMostWords = 256;

// --- Words

using WordId = std::uint64_t;  // a hash of the word

constexpr WordId id_of(std::string_view word) {
  Fnv1a hash;
  hash.add(word);
  return spread(hash.value());
}

template <typename... Texts>
constexpr std::array<WordId, sizeof...(Texts)> ids_of(Texts... words) {
  return {id_of(words)...};
}

constexpr auto kSeverities = ids_of("error", "err", "errors", "warning", "warn", "fatal",
                                    "critical", "panic", "failure", "info", "exception");

// Terms leave the apostrophe out.
constexpr auto kNegations =
    ids_of("not", "no", "never", "none", "cannot", "cant", "couldnt", "wont", "dont", "doesnt",
           "didnt", "isnt", "arent", "wasnt", "unable", "without", "neither", "nor");

// Names that examples use for any name.
constexpr auto kStandIns = ids_of(
    "x", "y", "z", "n", "t", "foo", "bar", "baz", "xxx", "name", "file", "filename", "file_name",
    "path", "path/to/file", "path/to/worktree", "branch", "branch-name", "value", "module",
    "module_name", "component", "variable", "field", "table", "table_name", "column", "key", "host",
    "package", "package-name", "user", "image", "service", "container", "class", "type", "topic",
    "function", "method", "index", "my_index", "id", "./x");

// What is written for them.
constexpr std::string_view kAnyName = "any_name";

template <std::size_t N>
bool is_listed(const std::array<WordId, N>& list, WordId id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

// Writes a text anew for text/terms.h: one word for all that stands for any name and for line
// numbers, and words for the signs that tell errors apart, which are no terms.
class Normaliser {
 public:
  explicit Normaliser(std::string_view text) : text_(text) {}

  std::string normal() {
    while (at_ < text_.size()) take_next();
    return std::move(normal_);
  }

 private:
  char peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  char before() const { return at_ > 0 ? text_[at_ - 1] : ' '; }

  void take_next() {
    if (is_word(text_[at_])) return take_word();
    if (take_stand_in() || take_comparison()) return;
    // A sign belongs to its number: exit code -1 is not 1.
    const bool is_minus =
        peek(0) == '-' && is_digit(peek(1)) && (before() == ' ' || before() == '(');
    normal_ += is_minus ? " minus" : text_.substr(at_, 1);
    ++at_;
  }

  void take_word() {
    std::size_t length = 1;
    while (is_word(peek(length))) ++length;
    const std::string_view word = text_.substr(at_, length);
    const bool is_any_name = word == "X" || word == "Y" || word == "Z" || word == "N";
    normal_ += is_any_name || is_line_number(word) ? kAnyName : word;
    last_word_ = word;
    at_ += length;
    // C++, C#
    for (; peek(0) == '+' || (peek(0) == '#' && !is_word(peek(1))); ++at_) {
      normal_ += peek(0) == '+' ? "plus" : "sharp";
    }
  }

  // The 12 of `main.c:12` and of `line 12`.
  bool is_line_number(std::string_view word) const {
    if (!std::all_of(word.begin(), word.end(), is_digit)) return false;
    const std::string last = lower_ascii(last_word_);
    if (last == "line" || last == "column") return true;
    constexpr std::size_t kExtension = 6;
    const std::size_t start = at_ - std::min(at_, kExtension);
    const std::string_view head = text_.substr(start, at_ - start);
    return head.size() >= 3 && head.back() == ':' && is_letter(head[head.size() - 2]) &&
           head.find('.') != std::string_view::npos;
  }

  bool take_stand_in() {
    constexpr std::size_t kLongest = 24;
    constexpr std::string_view kOpen = "'\"`<";
    constexpr std::string_view kClose = "'\"`>";
    const std::size_t kind = kOpen.find(text_[at_]);
    if (kind == std::string_view::npos) return false;
    const std::string_view inside = text_.substr(at_ + 1, kLongest);
    const std::size_t end = inside.find(kClose[kind]);
    if (end == std::string_view::npos) return false;
    if (!is_listed(kStandIns, id_of(lower_ascii(inside.substr(0, end))))) return false;
    normal_.append(" ").append(kAnyName).append(" ");
    at_ += end + 2;
    return true;
  }

  // <, >, =, != and their like between blanks.
  bool take_comparison() {
    constexpr std::string_view kSigns = "<>=!";
    constexpr std::string_view kNames[] = {"less", "greater", "equal", "not"};
    std::size_t length = 0;
    while (length < 3 && kSigns.find(peek(length)) != std::string_view::npos) ++length;
    if (length == 0 || before() != ' ' || peek(length) != ' ') return false;
    normal_ += "sign";
    for (; length > 0; --length, ++at_) normal_.append("_").append(kNames[kSigns.find(peek(0))]);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view last_word_;
  std::string normal_;
};

// The words of a text that are compared; not all of more than kMostWords.
std::vector<std::string> words_of(std::string_view text) {
  Terms terms(Terms::Use::kWords);
  terms.split(Normaliser(text).normal());
  std::size_t at = 0;
  while (at < terms.size() && is_listed(kSeverities, id_of(terms[at]))) ++at;
  std::vector<std::string> words;
  for (; at < terms.size() && words.size() <= kMostWords; ++at) words.emplace_back(terms[at]);
  return words;
}

// --- Comparing two texts

// Words of six letters or more that differ by one letter left out, put in or exchanged with its
// neighbour. One letter for another makes other words (upload and unload), and so does one in front
// (typical and atypical).
bool is_misspelling(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 6 || b.size() - a.size() > 1 || a[0] != b[0]) return false;
  if (!std::all_of(a.begin(), a.end(), is_letter) || !std::all_of(b.begin(), b.end(), is_letter)) {
    return false;
  }
  const auto at = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

using WordSpan = std::span<const WordId>;

// --- Keys

// The place of each common word, counted from the rarest; other words have none.
std::unordered_map<WordId, std::uint32_t> common_words() {
  std::unordered_map<WordId, std::uint32_t> words;
  auto left =
      static_cast<std::uint32_t>(std::count(kCommonWords.begin(), kCommonWords.end(), '\n'));
  for (std::size_t at = 0; at < kCommonWords.size();) {
    const std::size_t end = kCommonWords.find('\n', at);
    words.emplace(id_of(kCommonWords.substr(at, end - at)), left--);
    at = end + 1;
  }
  return words;
}

// 0 for one that is not common.
std::uint32_t commonness(WordId word) {
  static const std::unordered_map<WordId, std::uint32_t> words = common_words();
  const auto known = words.find(word);
  return known == words.end() ? 0 : known->second;
}

// Two texts of which each has four fifths of the other's words share one of the rarest fifth. One
// word more is taken, for the rarest is often a misspelt one.
std::vector<std::uint64_t> keys_of(WordSpan words, std::string_view group) {
  std::vector<std::pair<std::uint32_t, WordId>> rarest;
  for (const WordId id : words) rarest.emplace_back(commonness(id), id);
  std::sort(rarest.begin(), rarest.end());
  const WordId of_group = id_of(group);
  WordId all = of_group;
  for (const auto& [place, id] : rarest) all = spread(all ^ id);
  const double required = std::ceil(kThreshold * static_cast<double>(words.size()));
  rarest.resize(words.size() - static_cast<std::size_t>(required) + 2);
  std::vector<std::uint64_t> keys = {all};
  for (const auto& [place, id] : rarest) keys.push_back(spread(of_group ^ id));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool is_compared(const std::vector<std::string>& words) {
  return words.size() >= kFewestWords && words.size() <= kMostWords;
}

// Whether the longer text has the words of the shorter in order, and no negation besides.
bool is_contained(WordSpan shorter, WordSpan longer) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < longer.size(); ++at) {
    if (found < shorter.size() && shorter[found] == longer[at]) {
      ++found;
    } else if (at - found == longer.size() - shorter.size()) {
      return false;
    } else if (is_listed(kNegations, longer[at])) {
      return false;
    }
  }
  return found == shorter.size();
}

// The place of the only word in which two texts of the same number of words differ; their number if
// there are several. Requires: they differ.
std::size_t only_difference(WordSpan a, WordSpan b) {
  const auto at = std::mismatch(a.begin(), a.end(), b.begin());
  const bool is_only = std::equal(at.first + 1, a.end(), at.second + 1);
  return is_only ? static_cast<std::size_t>(at.first - a.begin()) : a.size();
}

// Finds the pairs. Each text is given a few keys, such that near-duplicates share one; the texts of
// one key are compared with a sample of them.
class Join {
 public:
  // Requires: fewer texts than 2^32.
  explicit Join(std::span<const GroupedText> texts) : texts_(texts), best_(texts.size()) {
    read_words();
    make_postings();
  }

  std::vector<SimilarPair> pairs() {
    std::size_t begin = 0;  // of the texts of one key
    for (std::size_t at = 0; at < postings_.size(); ++at) {
      if (postings_[at].key != postings_[begin].key) begin = at;
      const std::size_t end = std::min(at, begin + kMostOfOneKey);
      for (std::size_t other = begin; other < end; ++other) {
        const auto [earlier, later] = std::minmax(postings_[other].text, postings_[at].text);
        compare(earlier, later);
      }
    }
    std::erase_if(best_, [](const SimilarPair& pair) { return pair.similarity <= 0; });
    return std::move(best_);
  }

 private:
  struct Posting {
    std::uint64_t key;
    std::uint64_t rank;
    std::uint32_t text;
    friend auto operator<=>(const Posting&, const Posting&) = default;
  };

  WordSpan ids(std::size_t text) const {
    return WordSpan(ids_).subspan(first_[text], first_[text + 1] - first_[text]);
  }

  void read_words() {
    std::unordered_set<std::string> known;
    first_.push_back(0);
    for (const GroupedText& one : texts_) {
      // Texts that are the same byte for byte are reported by others.
      const bool is_new = known.insert(std::string(one.group).append("\n").append(one.text)).second;
      const std::vector<std::string> words =
          is_new ? words_of(one.text) : std::vector<std::string>();
      if (is_compared(words)) {
        for (const std::string& word : words) add(word);
      }
      first_.push_back(ids_.size());
    }
  }

  void make_postings() {
    for (std::size_t text = 0; text < texts_.size(); ++text) {
      const WordSpan words = ids(text);
      if (words.empty()) continue;
      for (const std::uint64_t key : keys_of(words, texts_[text].group)) {
        postings_.push_back({key, texts_[text].rank, static_cast<std::uint32_t>(text)});
      }
    }
    std::sort(postings_.begin(), postings_.end());
  }

  void compare(std::size_t earlier, std::size_t later) {
    if (texts_[earlier].group != texts_[later].group) return;
    const double similarity = similarity_of(earlier, later);
    SimilarPair& best = best_[later];
    const bool is_better =
        similarity > best.similarity || (similarity == best.similarity && earlier < best.earlier);
    if (similarity > 0 && is_better) best = {later, earlier, similarity};
  }

  // 0 if the two are no near-duplicates.
  double similarity_of(std::size_t a, std::size_t b) const {
    if (ids(a).size() > ids(b).size()) std::swap(a, b);
    const WordSpan shorter = ids(a);
    const WordSpan longer = ids(b);
    const auto share = [&](std::size_t common) {
      return static_cast<double>(common) / static_cast<double>(longer.size());
    };
    if (share(shorter.size()) < kThreshold) return 0;
    if (is_contained(shorter, longer)) return share(shorter.size());
    if (shorter.size() < longer.size()) return 0;
    const std::size_t at = only_difference(shorter, longer);
    if (at == shorter.size()) return 0;
    const bool is_slip = is_misspelling(spelling(first_[a] + at), spelling(first_[b] + at));
    return is_slip ? share(longer.size() - 1) : 0;
  }

  void add(std::string_view word) {
    ids_.push_back(id_of(word));
    spellings_ += word;
    ends_.push_back(spellings_.size());
  }

  std::string_view spelling(std::size_t word) const {
    const std::size_t begin = word == 0 ? 0 : ends_[word - 1];
    return std::string_view(spellings_).substr(begin, ends_[word] - begin);
  }

  std::span<const GroupedText> texts_;
  std::vector<SimilarPair> best_;
  std::vector<WordId> ids_;         // of the words of all texts, those of one together
  std::string spellings_;           // of these words
  std::vector<std::size_t> ends_;   // where that of each ends
  std::vector<std::size_t> first_;  // where those of each text begin, and the end
  std::vector<Posting> postings_;   // sorted
};

}  // namespace

std::vector<std::uint64_t> similarity_keys(std::string_view text, std::string_view group) {
  const std::vector<std::string> words = words_of(text);
  if (!is_compared(words)) return {};
  std::vector<WordId> ids;
  ids.reserve(words.size());
  for (const std::string& word : words) ids.push_back(id_of(word));
  return keys_of(ids, group);
}

std::vector<SimilarPair> similar_texts(std::span<const GroupedText> texts) {
  return Join(texts).pairs();
}

}  // namespace kbc
