#include "driver/no_match.h"

#include <algorithm>
#include <optional>

#include "author/error_line.h"
#include "author/log_text.h"
#include "driver/open_index.h"
#include "driver/trouble.h"
#include "search/searcher.h"
#include "text/number_text.h"
#include "text/shell_word.h"

namespace kbc {
namespace {

constexpr std::size_t kMostNearest = 3;
// A text of so many bytes is a message rather than a log.
constexpr std::size_t kMessageBytes = 4096;

// Nothing where the index has no words.
std::optional<std::vector<std::string>> nearest_in(const kbx::Index& index,
                                                   const std::string& words) {
  std::string error;
  const std::optional<Searcher> searcher = Searcher::over(index, error);
  if (!searcher) return {};
  SearchScratch scratch;
  std::vector<std::string> ids;
  for (const SearchHit& hit : searcher->search(words, {kMostNearest, {}}, scratch).hits) {
    ids.emplace_back(index.at(hit.entry)->id());
  }
  return ids;
}

std::vector<std::string> nearest(const std::string& words, const kbx::Index& index,
                                 const std::string& index_file, const BaseChoice& base,
                                 const CacheChoice& cache) {
  if (words.empty()) return {};
  if (const auto ids = nearest_in(index, words)) return *ids;
  if (!index_file.empty()) return {};
  // Words are placed only when they are needed: most texts have a hit.
  const Result<OpenIndex> open = open_index({}, base, Patterns::kLeaveOut, Words::kPlace, cache);
  if (!open) return {};
  return nearest_in(open->index(), words).value_or(std::vector<std::string>());
}

}  // namespace

void Unmatched::add(std::string_view line) {
  if (text_.size() + line.size() >= kMost) {
    is_cut_ = is_cut_ || !before_.empty();
    before_.swap(text_);
    text_.clear();
    line = line.substr(0, kMost - 1);
  }
  text_.append(line) += '\n';
}

std::string Unmatched::words() const {
  std::string text = before_ + text_;
  if (!is_cut_ && text.size() <= kMessageBytes) return text;
  LogText log;
  log.append(text);
  const std::optional<ErrorLine> error = find_error_line(log);
  return error ? error->message.text : std::string();
}

void report_no_match(std::uint64_t lines, const Unmatched& unmatched, const kbx::Index& index,
                     const std::string& index_file, const BaseChoice& base,
                     const CacheChoice& cache, const std::vector<std::string>& files) {
  report_trouble("no entry is known for what was read: " + counted(lines, "line"));
  std::string ids;
  for (const std::string& id : nearest(unmatched.words(), index, index_file, base, cache)) {
    ids += (ids.empty() ? "" : ", ") + id;
  }
  if (!ids.empty()) report_trouble("nearest by words: " + ids);
  const bool has_file = !files.empty() && files.front() != "-";
  report_trouble("`kbc new --from " + (has_file ? shell_word(files.front()) : "-") +
                 "` begins an entry" + (has_file ? "" : " from a message on standard input"));
}

}  // namespace kbc
