#include "driver/match.h"

#include <algorithm>
#include <optional>

#include "decode/line_matcher.h"
#include "driver/open_index.h"
#include "driver/trouble.h"
#include "show/show_match.h"
#include "text/printer.h"

namespace kbc {
namespace {

// Matches line after line; the same for a text that was given and a file.
class Matching {
 public:
  Matching(const Matcher& matcher, const MatchRequest& request)
      : matcher_(matcher), request_(request), groups_(matcher, request.rank), lines_(matcher) {}

  void add(std::string_view line, std::uint64_t number) {
    left_ = request_.top;
    lines_.match(line, request_.read_mode, scratch_,
                 [&](const ReadLine& read, const std::vector<Hit>& hits) {
                   if (request_.format == MatchFormat::kNdjson)
                     return write_hits(read, number, hits);
                   groups_.add(read, number, hits, scratch_);
                 });
  }

  int finish() {
    if (request_.format == MatchFormat::kNdjson) return has_hit_ ? kClean : kFindings;
    std::vector<HitGroup> groups = groups_.take();
    std::erase_if(groups, [this](const HitGroup& group) { return !is_enough(group.best); });
    const std::size_t shown = std::min(groups.size(), request_.top);
    const std::size_t left_out = groups.size() - shown;
    groups.resize(shown);
    if (request_.format == MatchFormat::kJson) {
      write_json(groups);
    } else if (request_.explain) {
      explain_match(matcher_, groups, standard_output());
    } else {
      show_match(matcher_, groups, left_out, request_.show, standard_output());
    }
    return groups.empty() ? kFindings : kClean;
  }

 private:
  bool is_enough(const RankedHit& hit) const { return hit.score.sum() >= request_.least_score; }

  void write_hits(const ReadLine& read, std::uint64_t number, const std::vector<Hit>& hits) {
    for (const RankedHit& hit : rank(matcher_, read.text, hits, request_.rank, scratch_)) {
      if (left_ == 0 || !is_enough(hit)) break;
      --left_;
      HitGroup group;
      group.best = hit;
      group.best_line = number;
      group.text = read.text;
      group.via = read.via;
      group.origin = read.origin(hit.place.begin, hit.place.end);
      JsonWriter json(data_output());
      write_match(matcher_, group, Detail::kShort, json);
      data_output() << '\n';
      has_hit_ = true;
    }
  }

  void write_json(const std::vector<HitGroup>& groups) const {
    JsonWriter json(data_output());
    json.start_array();
    for (const HitGroup& group : groups) write_match(matcher_, group, Detail::kWhole, json);
    json.end_array();
    data_output() << '\n';
  }

  const Matcher& matcher_;
  const MatchRequest& request_;
  HitGroups groups_;
  LineMatcher lines_;
  MatchScratch scratch_;
  std::size_t left_ = 0;  // of the hits that a line may have
  bool has_hit_ = false;
};

int match_file(const MatchRequest& request, Matching& matching) {
  Result<LineReader> reader = LineReader::open(request.file, request.wait);
  if (!reader) return report_trouble(reader.error());
  for (std::string_view line; reader->next(line);) {
    matching.add(line, reader->number());
    // Who waits at the other end of a pipe sees each line when it has come.
    if (reader->is_drained()) data_output().flush();
    if (!data_output()) break;
  }
  if (!reader->error().empty()) return report_trouble(request.file + ": " + reader->error());
  return matching.finish();
}

}  // namespace

int match(const MatchRequest& request) {
  const Result<OpenIndex> open =
      open_index(request.index, request.base, Patterns::kPlace, Words::kLeaveOut);
  if (!open) return report_trouble(open.error());
  std::string error;
  const std::optional<Matcher> matcher = Matcher::over(open->index(), error);
  if (!matcher) return report_trouble(request.index + ": " + error);
  Matching matching(*matcher, request);
  if (!request.file.empty()) return match_file(request, matching);
  matching.add(request.text, 1);
  return matching.finish();
}

}  // namespace kbc
