#include "show/match_reports.h"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "config/version.h"
#include "git/repository.h"
#include "os/real_path.h"
#include "output/annotation.h"
#include "output/json_writer.h"
#include "output/sarif_parts.h"
#include "show/cause_order.h"
#include "show/markdown.h"
#include "show/match_places.h"
#include "show/prose.h"
#include "show/selected_text.h"
#include "show/sheet.h"
#include "text/printable.h"

namespace kbc {
namespace {

// The line as it is shown in a place that is not its own.
std::string excerpt_of(const HitGroup& group) {
  constexpr std::size_t kMostColumns = 200;
  return cut_to(printable(group.text), kMostColumns);
}

// What its commands would do besides: " [discards changes]".
void append_harm(std::string_view action, const Labels& labels, std::string& text) {
  for (const Block& block : blocks_of(action)) {
    if (!block.harm) continue;
    text.append(" [").append(labels.harms[static_cast<std::size_t>(*block.harm)]) += ']';
  }
}

// "usually helps: Choose for this one pull with `git pull --rebase` (When: this pull only)", the
// first under each of so many conditions.
void append_advice(const std::vector<AdviceGroup>& groups, std::size_t most, std::string_view does,
                   const Labels& labels, std::string& text) {
  for (std::size_t at = 0; at < std::min(groups.size(), most); ++at) {
    const Advice& advice = groups[at].advice.front();
    const std::string_view step = step_of(advice, labels);
    text += "\n- ";
    if (!step.empty()) text.append(step).append(does).append(labels.colon) += ' ';
    text += printable(advice.action.text);
    append_harm(advice.action.text, labels, text);
    const std::string_view condition = groups[at].condition.text;
    if (!condition.empty()) text.append(" (").append(labels.when) += printable(condition) + ')';
  }
}

// The cause in a few lines, what helps, and what most people try first and does not.
std::string in_brief(const IndexEntry& entry, const Language& language) {
  constexpr std::size_t kCauseColumns = 300, kMostHelp = 3, kMostDeadEnds = 1;
  const Labels& labels = *language.labels;
  std::string text =
      printable(split_cause(text_in(language, entry, "root_cause"), kCauseColumns).first);
  append_advice(workarounds_of(entry, language), kMostHelp, labels.helps, labels, text);
  append_advice(dead_ends_of(entry, language), kMostDeadEnds, labels.fails, labels, text);
  return text;
}

// The whole entry, by one of the ways to show it.
std::string page_of(const IndexEntry& entry, const ShowOptions& options,
                    decltype(show_text)& show) {
  std::ostringstream text;
  {
    Printer out(text);
    show(entry, options, out);
  }
  return text.str();
}

// As those know the file who have checked out what is around it.
std::string path_in_workspace(const std::string& file) {
  std::string top = workspace_around(real_path(file).parent_path());
  if (top.empty()) top = real_path(".").string();
  return path_below(top, file).value_or(real_path(file).generic_string());
}

class MatchSarif {
 public:
  MatchSarif(const Matcher& matcher, const std::vector<HitGroup>& groups, const MatchView& view,
             ShowOptions options, std::ostream& out)
      : matcher_(matcher),
        groups_(groups),
        view_(view),
        options_(std::move(options)),
        writer_(out) {
    options_.color = false;
    options_.captures.clear();
  }

  void write() {
    start_sarif(writer_);
    writer_.start_object("tool");
    writer_.start_object("driver");
    writer_.member("name", "kbc match");
    writer_.member("version", kVersion);
    writer_.start_array("rules");
    for (const HitGroup& group : groups_) write_rule(*matcher_.entries().at(group.best.entry));
    writer_.end_array();
    writer_.end_object();
    writer_.end_object();
    write_sarif_conventions(writer_);
    writer_.start_array("results");
    for (std::size_t at = 0; at < groups_.size(); ++at) write_result(groups_[at], at);
    writer_.end_array();
    if (view_.left_out > 0) {
      writer_.start_object("properties");
      writer_.member("omittedEntries", view_.left_out);
      writer_.end_object();
    }
    end_sarif(writer_);
  }

 private:
  void write_rule(const IndexEntry& entry) {
    writer_.start_object();
    writer_.member("id", entry.id());
    write_description("shortDescription", text_in(*options_.language, entry, "signature"));
    write_description("fullDescription", text_in(*options_.language, entry, "root_cause"));
    writer_.start_object("help");
    writer_.member("text", escape_sarif_text(page_of(entry, options_, show_text)));
    writer_.member("markdown", escape_sarif_text(page_of(entry, options_, show_markdown)));
    writer_.end_object();
    if (is_address(entry.official_doc_url())) {
      writer_.member("helpUri", entry.official_doc_url());
    }
    writer_.start_object("properties");
    writer_.start_array("tags");
    writer_.string(entry.domain());
    writer_.string(printable(entry.category()));
    writer_.end_array();
    writer_.end_object();
    writer_.end_object();
  }

  // Code scanning has them as titles, to be read by people.
  void write_description(std::string_view name, std::string_view text) {
    write_sarif_text(writer_, name, printable(text));
  }

  void write_result(const HitGroup& group, std::size_t rule) {
    const auto entry = matcher_.entries().at(group.best.entry);
    writer_.start_object();
    writer_.member("ruleId", entry->id());
    writer_.member("ruleIndex", rule);
    writer_.member("level", "error");
    write_sarif_text(writer_, "message",
                     excerpt_of(group) + "\n\n" + in_brief(*entry, *options_.language));
    writer_.member("occurrenceCount", group.count);
    writer_.start_array("locations");
    write_location(group.best_line, &group.text);
    writer_.end_array();
    writer_.start_array("relatedLocations");
    for (const std::uint64_t line : group.lines) {
      if (line != group.best_line) write_location(line, nullptr);
    }
    writer_.end_array();
    writer_.start_object("partialFingerprints");
    writer_.member("kbcMatch/v1", entry->id());
    writer_.end_object();
    writer_.end_object();
  }

  // Of a text that is in no file there is its line alone.
  void write_location(std::uint64_t number, const std::string* text) {
    const LinePlaces::Place place = view_.places.of(number);
    writer_.start_object();
    if (!place.file.empty() && place.file != "-") {
      writer_.start_object("physicalLocation");
      write_sarif_file(reported_path(place.file), writer_);
      writer_.start_object("region");
      writer_.member("startLine", place.line);
      if (text != nullptr) write_sarif_text(writer_, "snippet", *text);
      writer_.end_object();
      writer_.end_object();
    } else {
      write_sarif_text(writer_, "message",
                       line_text(number, view_.places, *options_.language->labels));
    }
    writer_.end_object();
  }

  // One file after the other is written about, each in many places.
  const std::string& reported_path(std::string_view file) {
    if (file_ != file) {
      file_ = file;
      reported_ = path_in_workspace(file_);
    }
    return reported_;
  }

  const Matcher& matcher_;
  const std::vector<HitGroup>& groups_;
  const MatchView& view_;
  ShowOptions options_;
  JsonWriter writer_;
  std::string file_, reported_;  // the last one, and its path in the repository
};

}  // namespace

void show_match_markdown(const Matcher& matcher, const std::vector<HitGroup>& groups,
                         const MatchView& view, const ShowOptions& options, Printer& out) {
  const Labels& labels = *options.language->labels;
  if (groups.size() + view.left_out > 1) {
    for (const HitGroup& group : groups) {
      const auto entry = matcher.entries().at(group.best.entry);
      out << "- " << Own{markdown_code(entry->id())} << ": "
          << Own{markdown_line(text_in(*options.language, *entry, "signature"))} << " ("
          << count_text(group, view.places, labels) << ")\n";
    }
    if (view.left_out > 0) {
      out << "- " << labels.rest_begin << view.left_out << labels.rest_end << '\n';
    }
    out << '\n';
  }
  for (std::size_t at = 0; at < std::min(groups.size(), view.long_forms); ++at) {
    const HitGroup& group = groups[at];
    out << Own{at > 0 ? "\n" : ""} << Own{markdown_line(lines_text(group, view.places, labels))}
        << ": " << Own{markdown_code(printable(group.text))} << "\n\n";
    ShowOptions filled_in = options;
    filled_in.captures = captures_of(matcher, group);
    show_markdown(*matcher.entries().at(group.best.entry), filled_in, out);
  }
}

void write_match_annotations(const Matcher& matcher, const std::vector<HitGroup>& groups,
                             const MatchView& view, const ShowOptions& options, std::ostream& out) {
  const Labels& labels = *options.language->labels;
  for (const HitGroup& group : groups) {
    const auto entry = matcher.entries().at(group.best.entry);
    write_annotation({.level = "error",
                      .title = std::string(entry->id()),
                      .body = printable(lines_text(group, view.places, labels)) + ": " +
                              excerpt_of(group) + "\n" + in_brief(*entry, *options.language)},
                     out);
  }
  if (groups.size() <= kMostAnnotations) return;
  out << groups.size() << " known errors; GitHub shows " << kMostAnnotations
      << " annotations of each level for a step, this log has all\n";
}

void write_match_sarif(const Matcher& matcher, const std::vector<HitGroup>& groups,
                       const MatchView& view, const ShowOptions& options, std::ostream& out) {
  MatchSarif(matcher, groups, view, options, out).write();
  out << '\n';
}

}  // namespace kbc
