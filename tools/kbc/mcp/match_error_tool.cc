// Matches a log as `kbc match -` does, and tells of each hit as much as there is room for.
#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "author/error_line.h"
#include "author/log_text.h"
#include "decode/log_lines.h"
#include "match/hit_groups.h"
#include "mcp/entry_text.h"
#include "mcp/log_end.h"
#include "mcp/shared_words.h"
#include "mcp/tool.h"
#include "show/match_places.h"

namespace kbc {
namespace {

constexpr std::size_t kUsualHits = 3, kMostNearest = 3, kMostErrorLines = 3;
constexpr std::size_t kMostOfLine = 300;
// A pattern may match a piece that any program could say. An entry is doubtful whose signature has
// fewer of the words of a message, and one is meant whose signature has this many. Measured on the
// beginnings of 300 signatures and 2,243 entries: of the 18 times that this chose another entry
// than the patterns did, 11 were right instead of wrong, and none the reverse.
constexpr double kFewWords = 0.5, kNearlyAllWords = 0.75;

// What the lines of a text show.
class LogMatch {
 public:
  LogMatch(Knowledge& knowledge, const Matcher& matcher, RankOptions rank)
      : scratch_(knowledge.match_scratch()),
        lines_(matcher, ReadMode::kAll),
        groups_(matcher, std::move(rank)) {}

  void read(const LogEnd& log) {
    number_ = log.lines_before;
    for (std::size_t begin = 0; begin < log.text.size();) {
      const std::size_t end = std::min(log.text.find('\n', begin), log.text.size());
      std::string_view line = log.text.substr(begin, end - begin);
      if (line.ends_with('\r') && end < log.text.size()) line.remove_suffix(1);
      ++number_;
      const std::size_t before = std::min(begin, LogLines::kMostBytes);
      lines_.match({line, log.text.substr(begin - before, before), {}}, scratch_, see());
      begin = end + 1;
    }
    lines_.finish(scratch_, see());
  }

  std::vector<HitGroup> take_hits() { return groups_.take(); }
  bool has_hit_in(std::uint64_t line) const { return matched_.contains(line); }

 private:
  LineMatcher::See see() {
    return [this](const ReadLine& read, const std::vector<Hit>& hits) {
      groups_.add(read, number_, hits, scratch_);
      for (const Hit& hit : hits) {
        matched_.insert(read.place(hit.begin, hit.end, number_).line);
        matched_.insert(read.place(hit.end, hit.end, number_).line);
      }
    };
  }

  MatchScratch& scratch_;
  LogLines lines_;
  HitGroups groups_;
  std::set<std::uint64_t> matched_;
  std::uint64_t number_ = 0;
};

// How much is told of a hit.
struct Extent {
  std::size_t items, bytes;  // of each list, of each text
};
constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
constexpr std::array kExtents = {Extent{kAll, kAll}, Extent{4, 500}, Extent{2, 240},
                                 Extent{0, 120}};

void write_rate(double rate, ShownJson& json) { json.rate_if("rate", rate); }

void write_dead_ends(const IndexEntry& entry, const Extent& extent, ShownJson& json) {
  std::size_t left = extent.items;
  json.start_array("dead_ends");
  for (const auto& one : entry.dead_ends()) {
    if (left-- == 0) break;
    json.start_object();
    json.member("action", clipped(one.action, extent.bytes));
    json.member("why", clipped(one.why_fails, extent.bytes));
    write_rate(one.fail_rate, json);
    json.member_if("condition", clipped(one.condition, extent.bytes));
    json.end_object();
  }
  json.end_array();
}

void write_workarounds(Knowledge& knowledge, const IndexEntry& entry, const Captures& captures,
                       const Extent& extent, ShownJson& json) {
  const std::vector<std::vector<Block>>& steps = knowledge.steps_of(entry.index());
  std::size_t at = 0;
  json.start_array("workarounds");
  for (const auto& one : entry.workarounds()) {
    if (at == extent.items || at == steps.size()) break;
    json.start_object();
    json.member("action", clipped(one.action, extent.bytes));
    json.key("how");
    write_steps(steps[at++], captures, extent.bytes, json);
    write_rate(one.success_rate, json);
    json.member_if("condition", clipped(one.condition, extent.bytes));
    json.end_object();
  }
  json.end_array();
}

void write_versions(const IndexEntry& entry, const Extent& extent, ShownJson& json) {
  std::size_t left = extent.items;
  json.start_array("versions");
  for (const auto& one : entry.versions()) {
    if (left-- == 0) break;
    json.string(clipped(one.version, extent.bytes));
  }
  json.end_array();
}

void write_freshness(const IndexEntry& entry, ShownJson& json) {
  json.start_object("freshness");
  json.member_if("last_confirmed", clipped(entry.last_confirmed(), kMostOfLine));
  json.member_if("verification_tier", clipped(entry.verification_tier(), kMostOfLine));
  json.rate_if("confidence", entry.confidence());
  json.end_object();
}

std::string hit_text(Knowledge& knowledge, const HitGroup& group, const Captures& captures,
                     const Extent& extent) {
  const IndexEntry entry = *knowledge.index().at(group.best.entry);
  ShownJson json;
  json.start_object();
  json.member("id", entry.id());
  json.score(group.best.score.sum());
  json.member("line", group.best_line);
  json.member("lines", group.count);
  json.member("matched", clipped(matched_text(group), std::min(extent.bytes, kMostOfLine)));
  json.member("signature", clipped(entry.signature(), extent.bytes));
  write_faults(knowledge, entry, json);
  json.member_if("resolvable", clipped(entry.resolvable(), kMostOfLine));
  if (extent.items > 0) {
    json.member("root_cause", clipped(entry.root_cause(), extent.bytes));
    write_dead_ends(entry, extent, json);
    write_workarounds(knowledge, entry, captures, extent, json);
    write_versions(entry, extent, json);
  }
  write_freshness(entry, json);
  json.end_object();
  return std::move(json).take();
}

// The answer to one call.
class MatchAnswer {
 public:
  MatchAnswer(Knowledge& knowledge, const Matcher& matcher, const JsonObject& arguments)
      : knowledge_(knowledge),
        matcher_(matcher),
        log_(log_end(arguments.text("text"))),
        match_(knowledge, matcher,
               {std::string(arguments.text("product")), std::string(arguments.text("os"))}),
        most_(arguments.number("max").value_or(kUsualHits)),
        room_(arguments.has("max") ? kLongestAnswer : kUsualAnswer) {}

  ToolAnswer write() {
    match_.read(log_);
    const std::vector<HitGroup> hits = match_.take_hits();
    json_.start_object();
    write_hits(hits);
    write_unmatched(hits);
    if (log_.cut > 0) json_.member("bytes_not_read", log_.cut);
    const bool is_truncated = is_cut_ || log_.cut > 0 || hits.size() > most_;
    json_.key("truncated");
    json_.boolean(is_truncated);
    json_.member("next", next(hits));
    json_.end_object();
    return ToolAnswer::of(std::move(json_));
  }

 private:
  // Room is kept for the ids of all that follow.
  void write_hits(const std::vector<HitGroup>& hits) {
    constexpr std::size_t kLeast = 700;
    const std::size_t shown = std::min(hits.size(), most_);
    std::size_t left = room_ - std::min(room_, 2 * kLeast + shown * kLeast);
    json_.start_array("hits");
    for (std::size_t at = 0; at < shown; ++at) {
      const Captures captures = captures_of(matcher_, hits[at]);
      for (const Extent& extent : kExtents) {
        const std::string text = hit_text(knowledge_, hits[at], captures, extent);
        if (text.size() > left + kLeast && &extent != &kExtents.back()) continue;
        is_cut_ = is_cut_ || &extent != &kExtents.front();
        left -= std::min(left, text.size() - std::min(text.size(), kLeast));
        json_.json(text);
        break;
      }
    }
    json_.end_array();
    if (hits.size() > shown) json_.member("more", hits.size() - shown);
  }

  void write_unmatched(const std::vector<HitGroup>& hits) {
    json_.start_array("unmatched_error_lines");
    const std::string words = write_error_lines();
    json_.end_array();
    write_nearest(words, hits);
  }

  // Those that read as errors, of the lines that no entry is about; gives the words of the first.
  std::string write_error_lines() {
    const std::string_view only = log_.text.substr(0, log_.text.find_last_not_of("\r\n") + 1);
    if (only.find('\n') == std::string_view::npos) {
      if (match_.has_hit_in(log_.lines_before + 1) || only.empty()) return {};
      write_line(log_.lines_before + 1, only);
      return std::string(only);
    }
    std::string words;
    for (const ErrorLine& error : find_error_lines(rest(), kMostErrorLines, OnlyLine::kMustTell)) {
      if (words.empty()) words = error.message.text;
      write_line(log_.lines_before + error.number, error.line);
    }
    return words;
  }

  // The log with nothing in the lines that an entry is about.
  LogText rest() const {
    LogText rest;
    std::uint64_t number = log_.lines_before;
    for (std::size_t begin = 0; begin < log_.text.size();) {
      const std::size_t end = std::min(log_.text.find('\n', begin), log_.text.size());
      ++number;
      if (!match_.has_hit_in(number)) rest.append(log_.text.substr(begin, end - begin));
      rest.append("\n");
      begin = end + 1;
    }
    return rest;
  }

  void write_line(std::uint64_t number, std::string_view text) {
    json_.start_object();
    json_.member("line", number);
    json_.member("text", clipped(text, kMostOfLine));
    json_.end_object();
  }

  // Where no entry matches, or a doubtful one: those that share words, and which entry is meant.
  void write_nearest(const std::string& words, const std::vector<HitGroup>& hits) {
    const bool is_doubtful = !hits.empty() && is_one_line() && share_of(hits.front()) < kFewWords;
    const std::string_view asked = hits.empty() ? std::string_view(words) : log_.text;
    std::vector<SearchHit> nearest;
    if (hits.empty() || is_doubtful) nearest = nearest_to(asked);
    const bool is_meant = !nearest.empty() && !is_among(nearest.front().entry, hits) &&
                          share_of(asked, nearest.front().entry) >= kNearlyAllWords;
    if (hits.empty() || is_meant) write_names(nearest);
    if (is_meant) {
      json_.member("best", id_of(nearest.front().entry));
    } else if (!hits.empty()) {
      json_.member("best", id_of(hits.front().best.entry));
    }
    is_by_words_ = is_meant;
  }

  bool is_one_line() const {
    const std::size_t end = log_.text.find('\n');
    return end == std::string_view::npos || end + 1 == log_.text.size();
  }
  std::string_view id_of(std::uint32_t entry) const { return knowledge_.index().at(entry)->id(); }
  double share_of(std::string_view asked, std::uint32_t entry) const {
    return shared_words(asked, knowledge_.index().at(entry)->signature());
  }
  double share_of(const HitGroup& hit) const { return share_of(log_.text, hit.best.entry); }
  static bool is_among(std::uint32_t entry, const std::vector<HitGroup>& hits) {
    return std::any_of(hits.begin(), hits.end(),
                       [&](const HitGroup& hit) { return hit.best.entry == entry; });
  }

  std::vector<SearchHit> nearest_to(std::string_view words) {
    if (knowledge_.searcher() == nullptr || words.empty()) return {};
    return knowledge_.searcher()
        ->search(words, {kMostNearest, {}}, knowledge_.search_scratch())
        .hits;
  }

  void write_names(const std::vector<SearchHit>& nearest) {
    json_.start_array("nearest");
    for (const SearchHit& hit : nearest) {
      json_.start_object();
      write_name(knowledge_, *knowledge_.index().at(hit.entry), kMostOfLine, json_);
      json_.end_object();
    }
    json_.end_array();
  }

  std::string next(const std::vector<HitGroup>& hits) const {
    std::string text;
    if (is_by_words_) {
      text = "by its words `best` is meant, whose pattern does not match: get_entry has it";
    } else if (hits.empty()) {
      text = "no entry is known for this; `nearest` has those that share words with it";
      if (knowledge_.base() != nullptr) text += "; draft_entry begins an entry";
    } else {
      text = "get_entry has all of an entry, error_chain what it comes from";
    }
    if (is_cut_) text += "; texts and lists are cut here";
    if (hits.size() > most_) text += "; a greater `max` (10 at most) shows more entries";
    if (log_.cut > 0) text += "; only the end was read: send what comes before by itself";
    return text;
  }

  Knowledge& knowledge_;
  const Matcher& matcher_;
  LogEnd log_;
  LogMatch match_;
  std::uint64_t most_;
  std::size_t room_;
  ShownJson json_;
  bool is_cut_ = false;
  bool is_by_words_ = false;  // what is meant was found by words
};

ToolAnswer call(Knowledge& knowledge, const JsonObject& arguments) {
  const Matcher* const matcher = knowledge.matcher();
  if (matcher == nullptr) return ToolAnswer::refuse(knowledge.missing());
  return MatchAnswer(knowledge, *matcher, arguments).write();
}

}  // namespace

Tool match_error_tool() {
  return {
      .description =
          "Finds the known errors in an error message or log: the cause, what does not help and "
          "why, what helps. Call it first. The last 64 kB are read.",
      .input =
          R"({"type":"object","properties":{"text":{"type":"string","minLength":1},"product":{"type":"string","description":"leave out entries on other products"},"os":{"type":"string","description":"linux, macos, windows …"},"max":{"type":"integer","minimum":1,"maximum":10}},"required":["text"],"additionalProperties":false})",
      .output =
          R"({"type":"object","properties":{"hits":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"score":{"type":"number"},"line":{"type":"integer"},"lines":{"type":"integer"},"matched":{"type":"string"},"signature":{"type":"string"},"text_faults":{"type":"array","items":{"type":"string"}},"resolvable":{"type":"string"},"root_cause":{"type":"string"},"dead_ends":{"type":"array","items":{"type":"object","properties":{"action":{"type":"string"},"why":{"type":"string"},"rate":{"type":"number"},"condition":{"type":"string"}},"required":["action","why"]}},"workarounds":{"type":"array","items":{"type":"object","properties":{"action":{"type":"string"},"how":{"type":"array","items":{"type":"object","properties":{"kind":{"enum":["text","command"]},"text":{"type":"string"},"harm":{"type":"string"}},"required":["kind","text"]}},"rate":{"type":"number"},"condition":{"type":"string"}},"required":["action","how"]}},"versions":{"type":"array","items":{"type":"string"}},"freshness":{"type":"object"}},"required":["id","score","line","matched","signature"]}},"more":{"type":"integer"},"unmatched_error_lines":{"type":"array","items":{"type":"object","properties":{"line":{"type":"integer"},"text":{"type":"string"}},"required":["line","text"]}},"nearest":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"signature":{"type":"string"}},"required":["id"]}},"best":{"type":"string"},"bytes_not_read":{"type":"integer"},"truncated":{"type":"boolean"},"next":{"type":"string"}},"required":["hits","unmatched_error_lines","truncated","next"]})",
      .call = call};
}

}  // namespace kbc
