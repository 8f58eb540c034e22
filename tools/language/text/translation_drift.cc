// What has to survive is found in the source, and each of it is looked for in the translation,
// first as it is (linear), then as the nearest that could stand for it. The second look is bounded
// by kLongestCompared and kMostCompared, or the cost would be the product of both texts.
#include "text/translation_drift.h"

#include <string.h>  // memmem

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/languages.h"
#include "text/markers.h"
#include "text/quantity.h"

namespace kbc {
namespace {

// Code and URLs longer than this are only looked for as they are, which is linear.
constexpr std::size_t kLongestCompared = 512;

// In a translation with more numbers than this no likely version of one is looked for.
constexpr std::size_t kMostCompared = 1024;

std::string_view part(std::string_view text, const TextRange& range) {
  return text.substr(range.offset, range.length);
}

// memmem is linear, which string_view::find is not.
bool contains(std::string_view text, std::string_view wanted) {
  return memmem(text.data(), text.size(), wanted.data(), wanted.size()) != nullptr;
}

// Each row of blanks as one, so that a line may be broken elsewhere.
std::string with_single_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (!is_blank(c)) {
      result.push_back(c);
    } else if (result.empty() || result.back() != ' ') {
      result.push_back(' ');
    }
  }
  return result;
}

// The ASCII rows of a text, in order.
std::vector<std::string_view> ascii_rows(std::string_view text) {
  std::vector<std::string_view> rows;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] >= 0) continue;
    if (at > start) rows.push_back(text.substr(start, at - start));
    start = at + 1;
  }
  return rows;
}

// Whether `translated` is the code with words of it in another script: all its ASCII is there, in
// order, and some characters are not ASCII.
bool is_code_with_words_translated(std::string_view code, std::string_view translated) {
  if (code.size() > kLongestCompared) return false;
  const std::vector<std::string_view> rows = ascii_rows(translated);
  const bool is_ascii = rows.size() == 1 && rows[0].size() == translated.size();
  if (is_ascii || rows.empty()) return false;
  std::size_t at = 0;
  for (const std::string_view row : rows) {
    at = code.find(row, at);
    if (at == std::string_view::npos) return false;
    at += row.size();
  }
  return true;
}

// --- URLs

bool is_language(std::string_view segment) {
  const std::string wanted = ' ' + lower_ascii(segment) + ' ';
  return std::ranges::any_of(kLanguages, [&](const Language& language) {
    return (' ' + std::string(language.url_segments) + ' ').find(wanted) != std::string::npos;
  });
}

std::string without_language(std::string_view url) {
  std::string result;
  while (!url.empty()) {
    const std::size_t end = std::min(url.find('/'), url.size());
    const std::string_view segment = url.substr(0, end);
    if (!segment.empty() && !is_language(segment)) result.append(segment).push_back('/');
    url.remove_prefix(std::min(end + 1, url.size()));
  }
  return result;
}

// --- What the translation has

class Translated {
 public:
  explicit Translated(std::string_view text)
      : text_(text),
        compact_(with_single_blanks(text)),
        code_(inline_code(text)),
        urls_(urls_in(text)),
        quantities_(quantities(text)) {
    for (const TextRange& url : urls_) known_urls_.insert(without_language(part(text, url)));
  }

  bool has_code(std::string_view code) const {
    if (contains(text_, code) || contains(compact_, with_single_blanks(code))) return true;
    return std::any_of(code_.begin(), code_.end(), [&](const TextRange& range) {
      return is_code_with_words_translated(code, part(text_, range));
    });
  }

  bool has_url(std::string_view url) const {
    return known_urls_.count(without_language(url)) > 0 || contains(text_, url);
  }

  bool has_quantity(const Quantity& wanted) const {
    return std::any_of(quantities_.begin(), quantities_.end(),
                       [&](const Quantity& found) { return may_be_equal(wanted, found); });
  }

  std::string_view text() const { return text_; }
  const std::vector<TextRange>& code() const { return code_; }
  const std::vector<TextRange>& urls() const { return urls_; }
  const std::vector<Quantity>& all_quantities() const { return quantities_; }

 private:
  std::string_view text_;
  std::string compact_;
  std::vector<TextRange> code_;
  std::vector<TextRange> urls_;
  std::vector<Quantity> quantities_;
  std::unordered_set<std::string> known_urls_;
};

// Of the translation's pieces, the one that most likely was this one, by its letters.
std::optional<TextRange> likely_version(const TextRange& range, std::string_view source,
                                        std::string_view text,
                                        const std::vector<TextRange>& pieces) {
  const std::string_view wanted = part(source, range);
  const std::string_view before = source.substr(0, range.offset);
  const std::string_view behind = source.substr(range.offset + range.length);
  std::optional<TextRange> best;
  if (wanted.size() > kLongestCompared) return best;
  std::size_t best_distance = std::min(wanted.size() / 3, kMaxEditLimit) + 1;
  for (const TextRange& piece : pieces) {
    const std::size_t distance = edit_distance(wanted, part(text, piece), best_distance - 1);
    if (distance >= best_distance) continue;
    // What the source has elsewhere is the translation of that.
    if (contains(before, part(text, piece)) || contains(behind, part(text, piece))) continue;
    best = piece;
    best_distance = distance;
  }
  return best;
}

// A quantity of the same kind that nothing in the source accounts for, if there is only one.
std::optional<TextRange> likely_version(const Quantity& wanted,
                                        const std::vector<Quantity>& in_source,
                                        const Translated& translation) {
  std::optional<TextRange> found;
  if (translation.all_quantities().size() > kMostCompared) return found;
  for (const Quantity& candidate : translation.all_quantities()) {
    if (candidate.dimension != wanted.dimension && candidate.value != wanted.value) continue;
    const bool is_accounted_for =
        std::any_of(in_source.begin(), in_source.end(),
                    [&](const Quantity& other) { return may_be_equal(other, candidate); });
    if (is_accounted_for) continue;
    if (found) return std::nullopt;
    found = candidate.range;
  }
  return found;
}

bool is_inside(const TextRange& inner, const std::vector<TextRange>& outer) {
  return std::any_of(outer.begin(), outer.end(), [&](const TextRange& range) {
    return inner.offset < range.offset + range.length && range.offset < inner.offset + inner.length;
  });
}

// The measures of the source in its prose.
std::vector<Quantity> measures(std::string_view source, const std::vector<TextRange>& code,
                               const std::vector<TextRange>& urls) {
  std::vector<Quantity> found = quantities(source);
  std::erase_if(found, [&](const Quantity& quantity) {
    return quantity.dimension == Dimension::kNone || !quantity.stands_alone ||
           is_inside(quantity.range, code) || is_inside(quantity.range, urls);
  });
  found.resize(std::min(found.size(), kMostMarkers));
  return found;
}

}  // namespace

Comparison translation_drift(std::string_view source, std::string_view translation) {
  const Translated translated(translation);
  const std::vector<TextRange> code = inline_code(source);
  const std::vector<TextRange> urls = urls_in(source);
  const std::vector<Quantity> numbers = measures(source, code, urls);
  Comparison result;
  const auto look = [&](DriftKind kind, const TextRange& range, bool is_kept, const auto& version) {
    if (is_kept) {
      ++result.kept;
    } else {
      result.drifts.push_back({kind, range, version()});
    }
  };
  for (const TextRange& range : code) {
    const std::string_view wanted = part(source, range);
    look(DriftKind::kCode, range, translated.has_code(wanted),
         [&] { return likely_version(range, source, translation, translated.code()); });
  }
  for (const TextRange& range : urls) {
    const std::string_view wanted = part(source, range);
    if (is_inside(range, code)) continue;
    look(DriftKind::kUrl, range, translated.has_url(wanted),
         [&] { return likely_version(range, source, translation, translated.urls()); });
  }
  for (const Quantity& quantity : numbers) {
    look(DriftKind::kQuantity, quantity.range, translated.has_quantity(quantity),
         [&] { return likely_version(quantity, numbers, translated); });
  }
  std::sort(result.drifts.begin(), result.drifts.end(),
            [](const Drift& a, const Drift& b) { return a.source.offset < b.source.offset; });
  return result;
}

}  // namespace kbc
