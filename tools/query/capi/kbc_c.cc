// The questions of kbc.h; what reads the answers is in answers.cc. An exception that a container
// throws ends in `guarded`: it must not reach a caller in C.
#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>

#include "capi/objects.h"
#include "capi/sized.h"
#include "decode/characters.h"
#include "decode/wrapping.h"
#include "kbx/c_text.h"
#include "kbx/json.h"

namespace kbc {
namespace {

using kbx::view_of;

// The matcher does not see the rest of a longer one.
constexpr std::size_t kLongestText = 0x7FFFFFFF;

std::string_view view_of(const kbx_text& text) { return view_of(text.data, text.size); }

// Gives what the action gives, or `failed(status)`.
template <typename Action, typename Failed>
auto guarded(const Action& action, const Failed& failed) -> decltype(action()) {
#ifdef __cpp_exceptions
  try {
    return action();
  } catch (const std::bad_alloc&) {
    return failed(KBC_NO_MEMORY);
  } catch (const std::length_error&) {
    return failed(KBC_NO_MEMORY);
  } catch (...) {
    return failed(KBC_FAILED);
  }
#else
  return action();
#endif
}

void clear(kbc_result& result) {
  result.kind = kbc_result::Kind::kNothing;
  result.size = result.total = 0;
  result.hits.clear();
  result.found = {};
  result.found_names.clear();
  result.json.clear();
}

// After a call that was cut off somewhere.
void renew(kbc_result& result) {
  clear(result);
  result.match = MatchScratch();
  result.lines.reset();
  result.matcher = nullptr;
  result.grouping.forget();
  result.search = SearchScratch();
  result.decoder = Readings();
}

// Runs a call that leaves its answer in the result.
template <typename Call>
int answered(kbc_result* result, const Call& call) {
  if (result == nullptr) return KBC_BAD_ARGUMENT;
  clear(*result);
  return guarded(call, [&](int status) {
    renew(*result);
    return status;
  });
}

int status_of_text(const char* text, std::size_t size) {
  if (text == nullptr && size > 0) return KBC_BAD_ARGUMENT;
  return size > kLongestText ? KBC_TOO_LONG : KBC_OK;
}

int read_wish(const kbc_match_options* given, MatchWish& wish) {
  kbc_match_options options;
  if (!read_options(given, options)) return KBC_BAD_ARGUMENT;
  wish.product = view_of(options.product);
  wish.system = view_of(options.os);
  wish.selection = {options.min_score, options.top};
  wish.mode = options.plain != 0 ? ReadMode::kPlain : ReadMode::kAll;
  return KBC_OK;
}

int read_match(const kbc_base* base, const kbc_match_options* options, MatchWish& wish) {
  if (base == nullptr) return KBC_BAD_ARGUMENT;
  if (const int status = read_wish(options, wish); status != KBC_OK) return status;
  return base->matcher ? KBC_OK : KBC_UNABLE;
}

kbc_result::Names names_of(const kbc_base& base, std::uint32_t entry) {
  const auto found = base.index.at(entry);
  return {found->id(), found->signature()};
}

// Whether the texts lie one behind the other.
bool are_ends(const char* texts, const std::uint64_t* ends, std::uint32_t count) {
  if (count == 0) return true;
  return ends != nullptr && std::is_sorted(ends, ends + count) &&
         (texts != nullptr || ends[count - 1] == 0);
}

// Requires: are_ends.
bool has_too_long(const std::uint64_t* ends, std::uint32_t count) {
  std::uint64_t begin = 0;
  return std::any_of(ends, ends + count, [&begin](std::uint64_t end) {
    return end - std::exchange(begin, end) > kLongestText;
  });
}

// Adds the hits of a text or a log to those of the answer.
void answer(const kbc_base& base, std::vector<HitGroup> groups, const Selection& wanted,
            kbc_result& result) {
  std::erase_if(groups,
                [&](const HitGroup& group) { return group.best.score.sum() < wanted.min_score; });
  result.total += static_cast<std::uint32_t>(groups.size());
  if (wanted.top > 0) groups.resize(std::min(groups.size(), wanted.top));
  for (HitGroup& group : groups) {
    kbc_result::Hit hit;
    hit.names = names_of(base, group.best.entry);
    hit.captures = captures_of(*base.matcher, group);
    hit.group = std::move(group);
    result.hits.push_back(std::move(hit));
  }
  result.size = static_cast<std::uint32_t>(result.hits.size());
  result.kind = kbc_result::Kind::kHits;
}

LineMatcher& lines_of(const Matcher& matcher, kbc_result& result) {
  if (result.lines && result.matcher == &matcher) return *result.lines;
  result.matcher = &matcher;
  return result.lines.emplace(matcher);
}

void match_text(const kbc_base& base, std::string_view text, const MatchWish& wish,
                kbc_result& result) {
  HitGroups& groups = result.grouping.of(*base.matcher, wish);
  // What it holds is small enough to lie in the function itself.
  const LineMatcher::See see = [&groups, &result](const ReadLine& read,
                                                  const std::vector<Hit>& hits) {
    groups.add(read, 1, hits, result.match);
  };
  lines_of(*base.matcher, result).match(text, wish.mode, result.match, see);
  answer(base, groups.take(), wish.selection, result);
}

class Decoding {
 public:
  Decoding(std::string_view text, kbc_result& result) : text_(text), result_(result) {}

  void run() {
    DecodedText& plain = next({});
    if (!undo_terminal(text_, plain)) {
      plain.clear();
      plain.copy(text_, 0, text_.size());
    }
    keep();
    if (may_have_readings(text_)) {
      result_.decoder.each(
          text_, [] { return true; },
          [this](const DecodedText& reading, const std::string& via) {
            next(via) = reading;
            keep();
          });
      if (text_.find('\n') != std::string_view::npos) undo_wrappings();
    }
    result_.total = result_.size;
    result_.kind = kbc_result::Kind::kReadings;
  }

 private:
  // Where the next reading goes, which keep() makes one of the answer.
  DecodedText& next(std::string_view via) {
    if (result_.size == result_.readings.size()) result_.readings.emplace_back();
    kbc_result::Reading& reading = result_.readings[result_.size];
    reading.text.clear();
    reading.via = via;
    return reading.text;
  }
  void keep() { ++result_.size; }

  void undo_wrappings() {
    for (const Wrapping wrapping : kWrappings) {
      if (undo_wrapping(text_, wrapping, next(kWrappedVia))) keep();
    }
  }

  std::string_view text_;
  kbc_result& result_;
};

}  // namespace
}  // namespace kbc

using kbc::answered;
using kbc::guarded;
using kbc::MatchWish;
using kbx::view_of;

std::uint32_t kbc_abi_version(void) { return KBC_ABI_VERSION; }

std::uint32_t kbc_library_version(void) { return KBX_VERSION; }

kbc_base* kbc_open(const kbx_index* index, char* error, std::size_t error_size) {
  const auto open = [&]() -> kbc_base* {
    std::string sentence = "no index";
    const kbx_text bytes = kbx_bytes(index);
    std::optional<kbx::Index> own;
    // This library's own view of it: libkbx.so may be another version.
    if (index != nullptr) own = kbx::Index::over(view_of(bytes.data, bytes.size), sentence);
    kbx::say(own ? "" : sentence, error, error_size);
    if (!own) return nullptr;
    auto base = std::make_unique<kbc_base>(std::move(*own));
    base->matcher = kbc::Matcher::over(base->index, base->no_matching);
    base->searcher = kbc::Searcher::over(base->index, base->no_searching);
    return base.release();
  };
  return guarded(open, [&](int status) -> kbc_base* {
    kbx::say(kbc_status_text(status), error, error_size);
    return nullptr;
  });
}

void kbc_close(kbc_base* base) { delete base; }

kbx_text kbc_trouble(const kbc_base* base, int ability) {
  if (base == nullptr) return {};
  const bool is_able =
      ability == KBC_MATCHING ? base->matcher.has_value() : base->searcher.has_value();
  if (is_able || (ability != KBC_MATCHING && ability != KBC_SEARCHING)) return {};
  return kbx::text_of(ability == KBC_MATCHING ? base->no_matching : base->no_searching);
}

kbc_result* kbc_result_new(void) {
  return guarded([] { return new kbc_result; }, [](int) -> kbc_result* { return nullptr; });
}

void kbc_result_free(kbc_result* result) { delete result; }

int kbc_match(const kbc_base* base, const char* text, std::size_t size,
              const kbc_match_options* options, kbc_result* result) {
  return answered(result, [&] {
    MatchWish wish;
    int status = kbc::read_match(base, options, wish);
    if (status == KBC_OK) status = kbc::status_of_text(text, size);
    if (status == KBC_OK) kbc::match_text(*base, view_of(text, size), wish, *result);
    return status;
  });
}

int kbc_match_each(const kbc_base* base, const char* texts, const std::uint64_t* ends,
                   std::uint32_t count, const kbc_match_options* options, std::uint32_t* sizes,
                   kbc_result* result) {
  return answered(result, [&]() -> int {
    MatchWish wish;
    if (const int status = kbc::read_match(base, options, wish); status != KBC_OK) return status;
    if (!kbc::are_ends(texts, ends, count)) return KBC_BAD_ARGUMENT;
    if (kbc::has_too_long(ends, count)) return KBC_TOO_LONG;
    std::uint64_t begin = 0;
    for (std::uint32_t at = 0; at < count; ++at) {
      const std::uint32_t before = result->size;
      kbc::match_text(*base, view_of(texts + begin, ends[at] - begin), wish, *result);
      if (sizes != nullptr) sizes[at] = result->size - before;
      begin = ends[at];
    }
    return KBC_OK;
  });
}

int kbc_match_log(const kbc_base* base, const char* text, std::size_t size,
                  const kbc_match_options* options, kbc_result* result) {
  return answered(result, [&]() -> int {
    MatchWish wish;
    if (const int status = kbc::read_match(base, options, wish); status != KBC_OK) return status;
    if (text == nullptr && size > 0) return KBC_BAD_ARGUMENT;
    const auto run = std::make_unique<kbc::LogRun>(*base->matcher, wish);
    run->add(view_of(text, size));
    kbc::answer(*base, run->finish(), wish.selection, *result);
    return KBC_OK;
  });
}

kbc_log* kbc_log_new(const kbc_base* base, const kbc_match_options* options) {
  const auto make = [&]() -> kbc_log* {
    MatchWish wish;
    if (kbc::read_match(base, options, wish) != KBC_OK) return nullptr;
    return new kbc_log{*base, wish.selection, {*base->matcher, wish}};
  };
  return guarded(make, [](int) -> kbc_log* { return nullptr; });
}

void kbc_log_free(kbc_log* log) { delete log; }

int kbc_log_add(kbc_log* log, const char* bytes, std::size_t size) {
  if (log == nullptr || (bytes == nullptr && size > 0)) return KBC_BAD_ARGUMENT;
  const auto add = [&]() -> int {
    log->run.add(view_of(bytes, size));
    return KBC_OK;
  };
  return guarded(add, [&](int status) {
    log->run.forget();
    return status;
  });
}

int kbc_log_finish(kbc_log* log, kbc_result* result) {
  if (log == nullptr || result == nullptr) return KBC_BAD_ARGUMENT;
  const int status = answered(result, [&]() -> int {
    kbc::answer(log->base, log->run.finish(), log->selection, *result);
    return KBC_OK;
  });
  if (status != KBC_OK) log->run.forget();
  return status;
}

int kbc_search(const kbc_base* base, const char* words, std::size_t size,
               const kbc_search_options* options, kbc_result* result) {
  return answered(result, [&]() -> int {
    kbc_search_options wish;
    if (base == nullptr || !kbc::read_options(options, wish) || wish.reserved != 0) {
      return KBC_BAD_ARGUMENT;
    }
    if (!base->searcher) return KBC_UNABLE;
    if (const int status = kbc::status_of_text(words, size); status != KBC_OK) return status;
    const std::size_t most = wish.top > 0 ? wish.top : base->index.size();
    result->found = base->searcher->search(view_of(words, size), {most, kbc::view_of(wish.domain)},
                                           result->search);
    for (const kbc::SearchHit& hit : result->found.hits) {
      result->found_names.push_back(kbc::names_of(*base, hit.entry));
    }
    result->size = static_cast<std::uint32_t>(result->found.hits.size());
    result->total = static_cast<std::uint32_t>(result->found.total);
    result->kind = kbc_result::Kind::kFound;
    return KBC_OK;
  });
}

int kbc_decode(const char* text, std::size_t size, kbc_result* result) {
  return answered(result, [&]() -> int {
    if (const int status = kbc::status_of_text(text, size); status != KBC_OK) return status;
    const std::string_view given = view_of(text, size);
    const bool is_log =
        size > kbc::LineMatcher::kLongestMessage && given.find('\n') != std::string_view::npos;
    if (is_log) return KBC_TOO_LONG;
    kbc::Decoding(given, *result).run();
    return KBC_OK;
  });
}

int kbc_entry_json(const kbc_base* base, std::uint32_t entry, kbc_result* result) {
  return answered(result, [&]() -> int {
    if (base == nullptr || entry >= base->index.size()) return KBC_BAD_ARGUMENT;
    kbx::JsonText json(result->json);
    kbx::write_json(*base->index.at(entry), json);
    result->kind = kbc_result::Kind::kJson;
    return KBC_OK;
  });
}
