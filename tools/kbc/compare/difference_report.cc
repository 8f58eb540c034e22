#include "compare/difference_report.h"

#include <algorithm>
#include <cstdint>

#include "output/json_writer.h"
#include "text/number_text.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// So many messages of a difference are shown, and so much of each.
constexpr std::size_t kShownMessages = 3;
constexpr std::size_t kShownMessage = 160;

// What begins and ends a severity's name on a terminal.
std::string_view color_of(Severity severity) {
  if (severity == Severity::kError) return "\x1b[1;31m";
  return severity == Severity::kWarning ? "\x1b[1;33m" : "\x1b[1;36m";
}

void write_difference(const Difference& one, bool color, Printer& page) {
  if (color) page << Own{color_of(one.severity)};
  page << name_of(one);
  if (color) page << "\x1b[0m";
  page << ' ' << one.id << ": " << one.text << '\n';
  if (!one.before.empty() || !one.now.empty()) {
    page << "  - " << one.before << "\n  + " << one.now << '\n';
  }
  const std::size_t shown = std::min(kShownMessages, one.messages.size());
  for (std::size_t at = 0; at < shown; ++at) {
    page << "  " << ticked(one.messages[at].text, kShownMessage) << '\n';
  }
  if (one.message_count > shown) {
    page << "  … and " << one.message_count - shown << " more\n";
  }
  if (!one.help.empty()) page << "  help: " << one.help << '\n';
}

void write_side(std::string_view name, const ComparedSide& side, JsonWriter& json) {
  json.start_object(name);
  json.member("name", side.name);
  json.member("entries", side.entries);
  json.member("content", side.content_id);
  json.end_object();
}

void write_optional(std::string_view name, const std::string& value, JsonWriter& json) {
  if (!value.empty()) json.member(name, value);
}

void write_id_or_null(std::string_view name, const std::string& id, JsonWriter& json) {
  json.key(name);
  id.empty() ? json.null() : json.string(id);
}

void write_messages(const Difference& one, JsonWriter& json) {
  if (one.message_count == 0) return;
  json.member("message_count", one.message_count);
  json.start_array("messages");
  for (const ChangedMessage& message : one.messages) {
    json.start_object();
    json.member("message", message.text);
    write_id_or_null("old", message.before, json);
    write_id_or_null("new", message.now, json);
    json.end_object();
  }
  json.end_array();
}

void write_json(const Difference& one, JsonWriter& json) {
  json.start_object();
  json.member("class", name_of(one.change));
  json.member("kind", one.kind);
  json.member("severity", name_of(one.severity));
  json.member("id", one.id);
  write_optional("subject", one.subject, json);
  json.member("text", one.text);
  write_optional("help", one.help, json);
  write_optional("old", one.before, json);
  write_optional("new", one.now, json);
  write_messages(one, json);
  write_optional("accepted", one.accepted, json);
  json.end_object();
}

}  // namespace

const std::vector<DifferenceFormat>& difference_formats() {
  static const std::vector<DifferenceFormat> formats = {{"text", render_text},
                                                        {"json", render_json},
                                                        {"markdown", render_markdown},
                                                        {"github", render_github},
                                                        {"junit", render_junit}};
  return formats;
}

std::string tally(const DifferenceCounts& counts) {
  std::string text;
  for (const ChangeClass one : kChangeClasses) {
    text += (text.empty() ? "" : ", ") +
            std::to_string(counts.by_class[static_cast<std::size_t>(one)]) + " " +
            std::string(name_of(one));
  }
  if (counts.accepted > 0) text += "; " + std::to_string(counts.accepted) + " accepted";
  return text;
}

std::string summary_of(const DifferenceReport& report) {
  return tally(count(report.differences)) + " (" + report.before.name + ": " +
         counted(report.before.entries, "entry") + "; " + report.now.name + ": " +
         counted(report.now.entries, "entry") + "; " + counted(report.messages, "message") +
         " compared)";
}

void render_text(const DifferenceReport& report, std::ostream& out) {
  Printer page(out);
  if (!report.counts_only) {
    for (const Difference& one : report.differences) {
      if (!one.is_accepted()) write_difference(one, report.color, page);
    }
  }
  if (report.summary) page << summary_of(report) << '\n';
}

void render_json(const DifferenceReport& report, std::ostream& out) {
  const DifferenceCounts counts = count(report.differences);
  {
    JsonWriter json(out);
    json.start_object();
    json.tool();
    write_side("old", report.before, json);
    write_side("new", report.now, json);
    json.member("messages", report.messages);
    json.start_object("counts");
    for (const ChangeClass one : kChangeClasses) {
      json.member(name_of(one), counts.by_class[static_cast<std::size_t>(one)]);
    }
    json.member("errors", counts.errors);
    json.member("warnings", counts.warnings);
    json.member("accepted", counts.accepted);
    json.end_object();
    json.start_array("differences");
    for (const Difference& one : report.differences) write_json(one, json);
    json.end_array();
    json.end_object();
  }
  out << '\n';
}

}  // namespace kbc
