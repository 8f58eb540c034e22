#include "text/similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "text/ascii.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr double kThreshold = 0.8;
constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kMostWords = 256;
constexpr std::size_t kMostOfOneList = 16;

// --- Words

using WordId = std::uint64_t;  // a hash of the word without regard to its case

constexpr WordId mix(std::uint64_t value) { return (value ^ value >> 32) * 0x9E3779B97F4A7C15; }

constexpr WordId id_of(std::string_view word) {
  Fnv1a hash;
  for (const char c : word) hash.add(lower_ascii(c));
  return mix(hash.value());
}

template <typename... Texts>
constexpr std::array<WordId, sizeof...(Texts)> ids_of(Texts... words) {
  return {id_of(words)...};
}

constexpr auto kSeverities = ids_of("error", "err", "errors", "warning", "warn", "fatal",
                                    "critical", "panic", "failure", "info", "exception");

constexpr auto kNegations =
    ids_of("not", "no", "never", "none", "cannot", "can't", "couldn't", "won't", "don't", "doesn't",
           "didn't", "isn't", "aren't", "wasn't", "unable", "without", "neither", "nor");

// Names that examples use for any name.
constexpr auto kStandIns = ids_of(
    "x", "y", "z", "n", "t", "foo", "bar", "baz", "xxx", "name", "file", "filename", "file_name",
    "path", "path/to/file", "path/to/worktree", "branch", "branch-name", "value", "module",
    "module_name", "component", "variable", "field", "table", "table_name", "column", "key", "host",
    "package", "package-name", "user", "image", "service", "container", "class", "type", "topic",
    "function", "method", "index", "my_index", "id", "./x");

constexpr auto kLineWords = ids_of("line", "column");

constexpr WordId kStandIn = id_of("\x01");

template <std::size_t N>
bool is_listed(const std::array<WordId, N>& list, WordId id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

struct Word {
  WordId id;
  std::uint32_t offset;  // in its text
  std::uint32_t length;
};

// Splits a text into words, as the header says.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  // Stops behind kMostWords.
  std::vector<Word> words() {
    words_.reserve(32);
    while (at_ < text_.size() && words_.size() <= kMostWords) read_one();
    const auto is_severity = [](const Word& word) { return is_listed(kSeverities, word.id); };
    words_.erase(words_.begin(), std::find_if_not(words_.begin(), words_.end(), is_severity));
    return std::move(words_);
  }

 private:
  char peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  char before() const { return at_ > 0 ? text_[at_ - 1] : ' '; }

  void add(WordId id, std::size_t length) {
    words_.push_back({id, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(length)});
    at_ += length;
  }

  void add(std::size_t length) { add(id_of(text_.substr(at_, length)), length); }

  void read_one() {
    if (is_word(text_[at_])) return read_word();
    // A character of another script is a word: Chinese has no blanks between words.
    if (text_[at_] < 0) return add(decode(text_, at_).length);
    if (take_stand_in() || take_comparison()) return;
    // A sign belongs to its number: exit code -1 is not 1.
    if (peek(0) == '-' && is_digit(peek(1)) && (before() == ' ' || before() == '(')) {
      return add(1 + word_length(1));
    }
    ++at_;
  }

  // Of the word that begins so many bytes ahead.
  std::size_t word_length(std::size_t ahead) const {
    std::size_t end = ahead;
    while (is_word(peek(end)) || is_inner_apostrophe(end)) ++end;
    return end - ahead;
  }

  void read_word() {
    std::size_t length = word_length(0);
    while (peek(length) == '+' || (peek(length) == '#' && !is_word(peek(length + 1)))) {
      ++length;  // C++, C#
    }
    const std::string_view word = text_.substr(at_, length);
    const bool is_any_name = word == "X" || word == "Y" || word == "Z" || word == "N";
    if (is_any_name || is_line_number(word)) return add(kStandIn, length);
    add(length);
  }

  bool is_inner_apostrophe(std::size_t ahead) const {
    return peek(ahead) == '\'' && ahead > 0 && is_letter(peek(ahead - 1)) &&
           is_letter(peek(ahead + 1));
  }

  // The 12 of `main.c:12` and of `line 12`.
  bool is_line_number(std::string_view word) const {
    if (!std::all_of(word.begin(), word.end(), is_digit)) return false;
    if (!words_.empty() && is_listed(kLineWords, words_.back().id)) return true;
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
    if (end == std::string_view::npos || !is_listed(kStandIns, id_of(inside.substr(0, end)))) {
      return false;
    }
    add(kStandIn, end + 2);
    return true;
  }

  // <, >, =, != and their like between blanks.
  bool take_comparison() {
    constexpr std::string_view kSigns = "<>=!";
    std::size_t length = 0;
    while (length < 3 && kSigns.find(peek(length)) != std::string_view::npos) ++length;
    if (length == 0 || before() != ' ' || peek(length) != ' ') return false;
    add(length);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Word> words_;
};

// --- Comparing two texts

bool is_same(char a, char b) { return lower_ascii(a) == lower_ascii(b); }

bool is_same_text(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same);
}

// Words of six letters or more that differ by one letter left out, put in or exchanged with its
// neighbour. One letter for another makes other words (upload and unload), and so does one in front
// (typical and atypical).
bool is_misspelling(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 6 || b.size() - a.size() > 1 || !is_same(a[0], b[0])) return false;
  if (!std::all_of(a.begin(), a.end(), is_letter) || !std::all_of(b.begin(), b.end(), is_letter)) {
    return false;
  }
  const auto at = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end(), is_same).first - a.begin());
  if (a.size() < b.size()) return is_same_text(a.substr(at), b.substr(at + 1));
  return at + 1 < a.size() && is_same(a[at], b[at + 1]) && is_same(a[at + 1], b[at]) &&
         is_same_text(a.substr(at + 2), b.substr(at + 2));
}

using WordSpan = std::span<const Word>;

// Whether the longer text has the words of the shorter in order, and no negation besides.
bool is_contained(WordSpan shorter, WordSpan longer) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < longer.size(); ++at) {
    if (found < shorter.size() && shorter[found].id == longer[at].id) {
      ++found;
    } else if (at - found == longer.size() - shorter.size()) {
      return false;
    } else if (is_listed(kNegations, longer[at].id)) {
      return false;
    }
  }
  return found == shorter.size();
}

// The place of the only word in which two texts of the same number of words differ; their number if
// there are several. Requires: they differ.
std::size_t only_difference(WordSpan a, WordSpan b) {
  const auto is_equal = [](const Word& x, const Word& y) { return x.id == y.id; };
  const auto at = std::mismatch(a.begin(), a.end(), b.begin(), is_equal);
  const bool is_only = std::equal(at.first + 1, a.end(), at.second + 1, is_equal);
  return is_only ? static_cast<std::size_t>(at.first - a.begin()) : a.size();
}

// How often each word occurs in all texts.
class WordCounts {
 public:
  explicit WordCounts(WordSpan words) {
    std::vector<WordId> sorted;
    sorted.reserve(words.size());
    for (const Word& word : words) sorted.push_back(word.id);
    std::sort(sorted.begin(), sorted.end());
    for (const WordId id : sorted) {
      if (ids_.empty() || ids_.back() != id) {
        ids_.push_back(id);
        counts_.push_back(0);
      }
      ++counts_.back();
    }
  }

  // Requires: the word is one of them.
  std::uint32_t of(WordId id) const {
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
    return counts_[static_cast<std::size_t>(found - ids_.begin())];
  }

 private:
  std::vector<WordId> ids_;  // sorted
  std::vector<std::uint32_t> counts_;
};

// Finds the pairs. Each text is given a few keys, such that near-duplicates share one; the texts of
// one key are compared with those just before them.
class Join {
 public:
  // Requires: fewer texts than 2^32.
  explicit Join(std::span<const GroupedText> texts) : texts_(texts), best_(texts.size()) {
    read_words();
    make_postings();
  }

  std::vector<SimilarPair> pairs() {
    for (std::size_t at = 0; at < postings_.size(); ++at) {
      const std::size_t nearest = at - std::min(at, kMostOfOneList);
      for (std::size_t other = at; other-- > nearest;) {
        if (postings_[other].key != postings_[at].key) break;
        compare(postings_[other].text, postings_[at].text);
      }
    }
    std::erase_if(best_, [](const SimilarPair& pair) { return pair.similarity <= 0; });
    return std::move(best_);
  }

 private:
  struct Posting {
    std::uint64_t key;
    std::uint32_t text;
    friend auto operator<=>(const Posting&, const Posting&) = default;
  };

  WordSpan words_of(std::size_t text) const {
    return WordSpan(words_).subspan(first_[text], first_[text + 1] - first_[text]);
  }

  void read_words() {
    const std::vector<bool> repeated = repeated_texts();
    first_.push_back(0);
    for (std::size_t text = 0; text < texts_.size(); ++text) {
      constexpr std::size_t kLongest = std::numeric_limits<std::uint32_t>::max();
      if (!repeated[text] && texts_[text].text.size() < kLongest) {
        const std::vector<Word> read = WordReader(texts_[text].text).words();
        const bool is_compared = read.size() >= kFewestWords && read.size() <= kMostWords;
        if (is_compared) words_.insert(words_.end(), read.begin(), read.end());
      }
      first_.push_back(words_.size());
    }
  }

  // Which texts stand byte for byte before, in the same group.
  std::vector<bool> repeated_texts() const {
    std::vector<std::size_t> order(texts_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [this](std::size_t text) {
      return std::tie(texts_[text].group, texts_[text].text);
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(key(a), a) < std::tuple(key(b), b);
    });
    std::vector<bool> repeated(texts_.size());
    for (std::size_t at = 1; at < order.size(); ++at) {
      repeated[order[at]] = key(order[at]) == key(order[at - 1]);
    }
    return repeated;
  }

  // Two texts of which each has four fifths of the other's words share one of the rarest fifth. One
  // word more is taken, for the rarest is often a misspelt one.
  void make_postings() {
    const WordCounts counts(words_);
    std::vector<std::pair<std::uint32_t, WordId>> rarest;
    for (std::size_t text = 0; text < texts_.size(); ++text) {
      const WordSpan words = words_of(text);
      if (words.empty()) continue;
      rarest.clear();
      for (const Word& word : words) rarest.emplace_back(counts.of(word.id), word.id);
      std::sort(rarest.begin(), rarest.end());
      const WordId group = id_of(texts_[text].group);
      WordId all = group;
      for (const auto& [count, id] : rarest) all = mix(all ^ id);
      add_posting(all, text);
      const double required = std::ceil(kThreshold * static_cast<double>(words.size()));
      rarest.resize(words.size() - static_cast<std::size_t>(required) + 2);
      rarest.erase(std::unique(rarest.begin(), rarest.end()), rarest.end());
      for (const auto& [count, id] : rarest) add_posting(mix(group ^ id), text);
    }
    std::sort(postings_.begin(), postings_.end());
  }

  void add_posting(std::uint64_t key, std::size_t text) {
    postings_.push_back({key, static_cast<std::uint32_t>(text)});
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
    if (words_of(a).size() > words_of(b).size()) std::swap(a, b);
    const WordSpan shorter = words_of(a);
    const WordSpan longer = words_of(b);
    const auto share = [&](std::size_t common) {
      return static_cast<double>(common) / static_cast<double>(longer.size());
    };
    if (share(shorter.size()) < kThreshold) return 0;
    if (is_contained(shorter, longer)) return share(shorter.size());
    if (shorter.size() < longer.size()) return 0;
    const std::size_t at = only_difference(shorter, longer);
    if (at == shorter.size() ||
        !is_misspelling(spelling(a, shorter[at]), spelling(b, longer[at]))) {
      return 0;
    }
    return share(longer.size() - 1);
  }

  std::string_view spelling(std::size_t text, const Word& word) const {
    return texts_[text].text.substr(word.offset, word.length);
  }

  std::span<const GroupedText> texts_;
  std::vector<SimilarPair> best_;
  std::vector<Word> words_;         // of all texts, those of one together
  std::vector<std::size_t> first_;  // where those of each text begin, and the end
  std::vector<Posting> postings_;   // sorted
};

}  // namespace

std::vector<SimilarPair> similar_texts(std::span<const GroupedText> texts) {
  return Join(texts).pairs();
}

}  // namespace kbc
