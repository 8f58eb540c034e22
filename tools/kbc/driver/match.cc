#include "driver/match.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <system_error>
#include <utility>

#include "decode/log_lines.h"
#include "driver/no_match.h"
#include "driver/open_index.h"
#include "driver/trouble.h"
#include "output/sarif_parts.h"
#include "show/cause_order.h"
#include "show/line_places.h"
#include "show/match_reports.h"
#include "show/show_match.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Matches line after line; the same for a text that was given and files.
class Matching {
 public:
  Matching(const Matcher& matcher, const MatchRequest& request)
      : matcher_(matcher),
        request_(request),
        groups_(matcher, request.rank),
        places_(request.files.size() > 1 ? LinePlaces::Of::kSeveral : LinePlaces::Of::kOne) {}

  void begin_file(const std::string& file) {
    places_.begin(file);
    lines_.emplace(matcher_, request_.read_mode);
  }

  void add_text(std::string_view text) {
    begin_line(1, text);
    LineMatcher(matcher_).match(text, request_.read_mode, scratch_, see());
    if (request_.format == MatchFormat::kEach) write_line();
  }

  void add(const LogLines::Line& line, std::uint64_t line_number) {
    begin_line(line_number, line.text);
    lines_->match(line, scratch_, see());
    if (request_.format == MatchFormat::kEach && line.piece.is_last) write_line();
  }

  // After the last line, unless each line has its answer already.
  void end_file() {
    if (request_.format == MatchFormat::kEach) return;
    left_ = request_.top;
    lines_->finish(scratch_, see());
  }

  std::uint64_t lines() const { return places_.lines(); }
  const Unmatched& unmatched() const { return unmatched_; }

  int finish() {
    if (is_stream()) return has_hit_ ? kClean : kFindings;
    std::vector<HitGroup> groups = groups_.take();
    std::erase_if(groups, [this](const HitGroup& group) { return !is_enough(group.best); });
    const std::size_t shown = std::min(groups.size(), most_shown());
    const std::size_t left_out = groups.size() - shown;
    groups.resize(shown);
    const int status = groups.empty() ? kFindings : kClean;
    write(std::move(groups), left_out);
    return status;
  }

 private:
  // Or the next piece of it.
  void begin_line(std::uint64_t line_number, std::string_view line) {
    const std::uint64_t before = places_.lines();
    if (places_.number(line_number) != before) left_ = request_.top;
    if (!has_hit_) unmatched_.add(line);
  }

  LineMatcher::See see() {
    return [this](const ReadLine& read, const std::vector<Hit>& hits) {
      if (is_stream()) return take_hits(read, hits);
      groups_.add(read, places_.lines(), hits, scratch_);
      has_hit_ = true;
    };
  }

  bool is_stream() const {
    return request_.format == MatchFormat::kNdjson || request_.format == MatchFormat::kEach;
  }

  std::size_t most_shown() const {
    const bool is_sarif = request_.format == MatchFormat::kSarif;
    return is_sarif ? std::min(request_.top, most_sarif_results()) : request_.top;
  }

  // Of a whole text, once it has been read.
  void write(std::vector<HitGroup> groups, std::size_t left_out) const {
    if (request_.format == MatchFormat::kJson) return write_json(groups);
    if (request_.explain) return explain_match(matcher_, groups, places_, standard_output());
    const std::vector<HitGroup> ordered = causes_first(matcher_, std::move(groups));
    const MatchView view{request_.long_forms, left_out, places_};
    switch (request_.format) {
      case MatchFormat::kMarkdown:
        return show_match_markdown(matcher_, ordered, view, request_.show, standard_output());
      case MatchFormat::kGithub:
        return write_match_annotations(matcher_, ordered, view, request_.show, data_output());
      case MatchFormat::kSarif:
        return write_match_sarif(matcher_, ordered, view, request_.show, data_output());
      default:
        return show_match(matcher_, ordered, view, request_.show, standard_output());
    }
  }

  bool is_enough(const RankedHit& hit) const { return hit.score.sum() >= request_.least_score; }

  void take_hits(const ReadLine& read, const std::vector<Hit>& hits) {
    for (const RankedHit& hit : rank(matcher_, read.text, hits, request_.rank, scratch_)) {
      if (left_ == 0 || !is_enough(hit)) break;
      --left_;
      HitGroup group;
      group.best = hit;
      const ReadLine::Place place = read.place(hit.place.begin, hit.place.end, places_.lines());
      group.best_line = place.line;
      group.text = read.text;
      group.via = read.via;
      group.origin = place.range;
      has_hit_ = true;
      if (request_.format == MatchFormat::kEach) {
        of_line_.push_back(std::move(group));
        continue;
      }
      JsonWriter json(data_output());
      write_match(matcher_, group, places_, Detail::kShort, json);
      data_output() << '\n';
    }
  }

  // All hits of a line.
  void write_line() {
    const LinePlaces::Place place = places_.of(places_.lines());
    {
      JsonWriter json(data_output());
      json.start_object();
      if (places_.are_several()) json.member("file", place.file);
      json.member("line", place.line);
      json.start_array("hits");
      for (const HitGroup& group : of_line_) {
        write_match(matcher_, group, places_, Detail::kShort, json);
      }
      json.end_array();
      json.end_object();
    }
    data_output() << '\n';
    of_line_.clear();
  }

  void write_json(const std::vector<HitGroup>& groups) const {
    JsonWriter json(data_output());
    json.start_array();
    for (const HitGroup& group : groups) {
      write_match(matcher_, group, places_, Detail::kWhole, json);
    }
    json.end_array();
    data_output() << '\n';
  }

  const Matcher& matcher_;
  const MatchRequest& request_;
  HitGroups groups_;
  std::optional<LogLines> lines_;  // of the file that is read
  MatchScratch scratch_;
  LinePlaces places_;
  Unmatched unmatched_;
  std::vector<HitGroup> of_line_;
  std::size_t left_ = 0;  // of the hits that a line may have
  bool has_hit_ = false;
};

using Stop = std::function<bool()>;

Status match_file(const std::string& file, const MatchRequest& request, const Stop& stop,
                  Matching& matching) {
  Result<LineReader> reader = LineReader::open(file, request.wait, stop);
  if (!reader) return reader.error();
  matching.begin_file(file);
  for (std::string_view line; reader->next(line);) {
    matching.add({line, reader->before(), reader->piece()}, reader->number());
    // Who waits at the other end of a pipe sees each line when it has come.
    if (reader->is_drained()) data_output().flush();
    if (!data_output()) break;
  }
  if (!reader->error().empty()) return Error{file + ": " + reader->error()};
  if (request.wait == LineReader::Wait::kNo) matching.end_file();
  if (reader->has_many_zeros()) {
    report_trouble(file + ": more than a tenth of it are zero bytes, which are passed over");
  }
  return {};
}

std::uint64_t lines_of(std::string_view text) {
  return 1 + static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

// A name where a text was expected.
void note_file(const std::string& text) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(text, failed)) return;
  report_trouble(ticked(text) + " was matched as a text; `--file` reads the file of that name");
}

// Gives kTrouble when a file cannot be read; the others are read all the same.
int match_files(const MatchRequest& request, const Stop& stop, Matching& matching) {
  int status = kClean;
  for (const std::string& file : request.files) {
    if (const Status failed = match_file(file, request, stop, matching)) {
      status = report_trouble(*failed);
    }
  }
  return status;
}

// Whether it may run for as long as somebody else likes.
bool may_run_long(const MatchRequest& request) {
  return request.wait == LineReader::Wait::kForMore ||
         std::find(request.files.begin(), request.files.end(), "-") != request.files.end();
}

Result<OpenIndex> index_for(const MatchRequest& request) {
  if (!request.index.empty() && may_run_long(request)) return copy_index(request.index);
  return open_index(request.index, request.base, Patterns::kPlace, Words::kLeaveOut, request.cache);
}

}  // namespace

int match(const MatchRequest& request) {
  const Result<OpenIndex> open = index_for(request);
  if (!open) return report_trouble(open.error());
  std::string error;
  const std::optional<Matcher> matcher = Matcher::over(open->index(), error);
  if (!matcher) return report_trouble(request.index + ": " + error);
  Matching matching(*matcher, request);
  int trouble = kClean;
  bool is_outdated = false;
  if (request.files.empty()) {
    note_file(request.text);
    matching.add_text(request.text);
  } else {
    const Stop stop = [&] { return is_outdated = open->is_outdated(); };
    trouble = match_files(request, stop, matching);
    if (is_outdated) {
      return report_trouble(request.index +
                            ": it was cut or overwritten while it was in use; rename a new index "
                            "over the old one instead, as `kbc build` does");
    }
    if (trouble != kClean && request.files.size() == 1) return trouble;
  }
  const int status = matching.finish();
  if (status == kFindings && data_output()) {
    const bool is_text = request.files.empty();
    report_no_match(is_text ? lines_of(request.text) : matching.lines(), matching.unmatched(),
                    open->index(), request.index, request.base, request.cache, request.files);
  }
  if (!open->advice().empty()) report_trouble(open->advice());
  return trouble != kClean ? trouble : status;
}

}  // namespace kbc
