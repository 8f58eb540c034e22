// What reads the answer of a result (kbc.h).
#include "capi/objects.h"
#include "capi/sized.h"
#include "kbx/c_text.h"

namespace {

using Kind = kbc_result::Kind;
using kbx::text_of;

// Item `at` of an answer of this kind is there, and is to go into `out`.
template <typename Struct>
bool can_give(const kbc_result* result, Kind kind, std::uint32_t at, const Struct* out) {
  return result != nullptr && result->kind == kind && at < result->size && out != nullptr &&
         kbc::has_known_size(*out);
}

// How a text was read; absent when that is as it is.
kbx_text via_of(const std::string& via) { return via.empty() ? kbx_text() : text_of(via); }

const kbc_result::Hit* hit_of(const kbc_result* result, std::uint32_t at) {
  const bool is_there = result != nullptr && result->kind == Kind::kHits && at < result->size;
  return is_there ? &result->hits[at] : nullptr;
}

void set_score(const kbc::Score& score, kbc_hit& hit) {
  hit.score = score.sum();
  hit.specificity = score.specificity;
  hit.coverage = score.coverage;
  hit.confidence = score.confidence;
  hit.context = score.context;
  hit.confusion = score.confusion;
}

}  // namespace

const char* kbc_status_text(int status) {
  switch (status) {
    case KBC_OK:
      return "all is well";
    case KBC_BAD_ARGUMENT:
      return "an argument is NULL, out of range, or a structure without its size";
    case KBC_UNABLE:
      return "the index has no tables for this; kbc_trouble says why";
    case KBC_TOO_LONG:
      return "the text is too long; give the lines of a log one by one, or to kbc_match_log";
    case KBC_NO_MEMORY:
      return "there is not enough memory";
    case KBC_FAILED:
      return "a fault of the library; please report it";
    default:
      return "no status of this library";
  }
}

std::uint32_t kbc_size(const kbc_result* result) { return result == nullptr ? 0 : result->size; }

const std::uint32_t* kbc_size_place(const kbc_result* result) {
  return result == nullptr ? nullptr : &result->size;
}

std::uint32_t kbc_total(const kbc_result* result) { return result == nullptr ? 0 : result->total; }

int kbc_hit_at(const kbc_result* result, std::uint32_t at, kbc_hit* hit) {
  if (!can_give(result, Kind::kHits, at, hit)) return KBC_BAD_ARGUMENT;
  const kbc_result::Hit& from = result->hits[at];
  const kbc::RankedHit& best = from.group.best;
  const std::string_view text = from.group.text;
  kbc_hit own = {};
  own.entry = best.entry;
  own.confused_with = best.confused_with;
  own.id = text_of(from.names.id);
  own.signature = text_of(from.names.signature);
  set_score(best.score, own);
  own.line = from.group.best_line;
  own.begin = from.group.origin.begin;
  own.end = from.group.origin.end;
  own.matched = text_of(text.substr(best.place.begin, best.place.end - best.place.begin));
  own.text = text_of(text);
  own.via = via_of(from.group.via);
  own.count = from.group.count;
  own.lines_size = static_cast<std::uint32_t>(from.group.lines.size());
  own.captures_size = static_cast<std::uint32_t>(from.captures.size());
  kbc::fill(own, *hit);
  return KBC_OK;
}

std::uint64_t kbc_line_at(const kbc_result* result, std::uint32_t hit, std::uint32_t at) {
  const kbc_result::Hit* from = hit_of(result, hit);
  return from != nullptr && at < from->group.lines.size() ? from->group.lines[at] : 0;
}

int kbc_capture_at(const kbc_result* result, std::uint32_t hit, std::uint32_t at,
                   kbc_capture* capture) {
  const bool is_there =
      can_give(result, Kind::kHits, hit, capture) && at < result->hits[hit].captures.size();
  if (!is_there) return KBC_BAD_ARGUMENT;
  const auto& [name, value] = result->hits[hit].captures[at];
  kbc_capture own = {};
  own.name = text_of(name);
  own.value = text_of(value);
  kbc::fill(own, *capture);
  return KBC_OK;
}

int kbc_found_at(const kbc_result* result, std::uint32_t at, kbc_found* found) {
  if (!can_give(result, Kind::kFound, at, found)) return KBC_BAD_ARGUMENT;
  const kbc::SearchHit& hit = result->found.hits[at];
  kbc_found own = {};
  own.entry = hit.entry;
  own.id = text_of(result->found_names[at].id);
  own.signature = text_of(result->found_names[at].signature);
  own.score = hit.score;
  own.words = hit.words;
  kbc::fill(own, *found);
  return KBC_OK;
}

std::uint32_t kbc_words_size(const kbc_result* result) {
  return result == nullptr ? 0 : static_cast<std::uint32_t>(result->found.words.size());
}

kbx_text kbc_word_at(const kbc_result* result, std::uint32_t at) {
  return at < kbc_words_size(result) ? text_of(result->found.words[at]) : kbx_text();
}

std::uint64_t kbc_known_words(const kbc_result* result) {
  return result == nullptr ? 0 : result->found.known;
}

int kbc_reading_at(const kbc_result* result, std::uint32_t at, kbc_reading* reading) {
  if (!can_give(result, Kind::kReadings, at, reading)) return KBC_BAD_ARGUMENT;
  kbc_reading own = {};
  own.text = text_of(result->readings[at].text.text());
  own.via = via_of(result->readings[at].via);
  kbc::fill(own, *reading);
  return KBC_OK;
}

int kbc_reading_origin(const kbc_result* result, std::uint32_t reading, std::uint64_t begin,
                       std::uint64_t end, std::uint64_t* given_begin, std::uint64_t* given_end) {
  const bool is_there =
      result != nullptr && result->kind == Kind::kReadings && reading < result->size;
  if (!is_there || given_begin == nullptr || given_end == nullptr) return KBC_BAD_ARGUMENT;
  const kbc::DecodedText& text = result->readings[reading].text;
  if (begin > end || end > text.text().size()) return KBC_BAD_ARGUMENT;
  const kbc::DecodedText::Range range = text.origin(begin, end);
  *given_begin = range.begin;
  *given_end = range.end;
  return KBC_OK;
}

kbx_text kbc_json(const kbc_result* result) {
  const bool is_there = result != nullptr && result->kind == Kind::kJson;
  return is_there ? text_of(result->json) : kbx_text();
}
