#include "lsp/diagnostic_json.h"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "config/version.h"
#include "diagnostic/rule_id.h"
#include "text/printable.h"

namespace kbc {
namespace {

// DiagnosticSeverity.
std::uint64_t number_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return 1;
    case Severity::kWarning:
      return 2;
    default:
      return 3;
  }
}

// DiagnosticTag.
constexpr std::uint64_t kUnnecessary = 1, kDeprecated = 2;

// What an editor fades, since it can go.
bool is_unnecessary(RuleId rule) {
  return rule == RuleId::regex_useless_wildcard || rule == RuleId::regex_redundant_flag ||
         rule == RuleId::version_duplicate || rule == RuleId::link_duplicate ||
         rule == RuleId::ignore_unused;
}

// What an editor strikes out, since it has a new name.
bool is_deprecated(RuleId rule) { return rule == RuleId::link_alias; }

void write_tags(RuleId rule, const ClientAbilities& client, JsonWriter& json) {
  const bool fades = is_unnecessary(rule) && client.takes_unnecessary_tag;
  const bool strikes = is_deprecated(rule) && client.takes_deprecated_tag;
  if (!fades && !strikes) return;
  json.start_array("tags");
  json.number(fades ? kUnnecessary : kDeprecated);
  json.end_array();
}

}  // namespace

bool stands_before(const Diagnostic& left, const Diagnostic& right) {
  const auto key = [](const Diagnostic& one) {
    return std::tie(one.place.file, one.place.span.begin, one.place.span.end, one.rule,
                    one.message);
  };
  if (key(left) != key(right)) return key(left) < key(right);
  const auto note_key = [](const Note& note) {
    return std::tie(note.place.file, note.place.span.begin, note.message);
  };
  return std::lexicographical_compare(
      left.notes().begin(), left.notes().end(), right.notes().begin(), right.notes().end(),
      [&](const Note& one, const Note& other) { return note_key(one) < note_key(other); });
}

TextPositions positions_in(const Source& source, PositionEncoding encoding) {
  const bool is_open = source.file.empty();
  return {source.text, encoding, is_open ? ByteOrderMark::kCounts : ByteOrderMark::kIsHidden};
}

LspRange shown_range(const TextPositions& positions, Span span) {
  const std::string_view text = positions.text();
  const std::string_view bytes = text.substr(std::min<std::size_t>(span.begin, text.size()));
  const std::size_t end = std::min(bytes.substr(0, span.size()).find_first_of("\r\n"),
                                   std::min<std::size_t>(span.size(), bytes.size()));
  return positions.range({span.begin, span.begin + static_cast<std::uint32_t>(end)});
}

DiagnosticJson::DiagnosticJson(Analysis& analysis, const ClientAbilities& client, UriOf uri_of)
    : analysis_(analysis),
      client_(client),
      uri_of_(std::move(uri_of)),
      fingerprints_(analysis.sources) {}

const TextPositions& DiagnosticJson::positions(FileId file) {
  const auto known = positions_.find(file);
  if (known != positions_.end()) return known->second;
  return positions_.emplace(file, positions_in(analysis_.sources[file], client_.encoding))
      .first->second;
}

std::string DiagnosticJson::write(std::span<const Diagnostic> findings) {
  std::ostringstream out;
  JsonWriter json(out);
  std::vector<const Diagnostic*> in_order;
  for (const Diagnostic& finding : findings) in_order.push_back(&finding);
  std::sort(in_order.begin(), in_order.end(), [](const Diagnostic* left, const Diagnostic* right) {
    return stands_before(*left, *right);
  });
  json.start_array();
  for (const Diagnostic* finding : in_order) write_one(*finding, json);
  json.end_array();
  return std::move(out).str();
}

void DiagnosticJson::write_one(const Diagnostic& finding, JsonWriter& json) {
  const std::string fingerprint = fingerprints_.next(finding);
  json.start_object();
  json.key("range");
  write_range(shown_range(positions(finding.place.file), finding.place.span), json);
  json.member("severity", number_of(finding.severity));
  write_code(finding, json);
  json.member("source", "kbc");
  json.member("message", message_of(finding));
  write_tags(finding.rule, client_, json);
  if (client_.takes_related_information) write_related(finding, json);
  if (client_.takes_diagnostic_data) {
    json.start_object("data");
    json.member("fingerprint", fingerprint);
    json.end_object();
  }
  json.end_object();
}

void DiagnosticJson::write_code(const Diagnostic& finding, JsonWriter& json) const {
  const std::string& rule = info_of(finding.rule).name;
  json.member("code", rule);
  if (kDocsUrl.empty() || !client_.takes_code_description) return;
  json.start_object("codeDescription");
  json.member("href", std::string(kDocsUrl) + "/rules.md#" + rule);
  json.end_object();
}

void DiagnosticJson::write_related(const Diagnostic& finding, JsonWriter& json) {
  if (finding.notes().empty()) return;
  json.start_array("relatedInformation");
  for (const Note& note : finding.notes()) {
    json.start_object();
    json.key("location");
    write_location(uri_of_(note.place.file),
                   shown_range(positions(note.place.file), note.place.span), json);
    json.member("message", printable(note.message));
    json.end_object();
  }
  json.end_array();
}

std::string DiagnosticJson::message_of(const Diagnostic& finding) {
  std::string message = printable(finding.message);
  const std::string_view advice = advice_of(finding);
  if (!advice.empty()) message += "; " + printable(advice);
  if (client_.takes_related_information) return message;
  for (const Note& note : finding.notes()) {
    const LspPosition at = positions(note.place.file).at(note.place.span.begin);
    message += "\n" + printable(note.message) + ": " +
               printable(analysis_.sources.path_in_repository(note.place.file)) + ":" +
               std::to_string(at.line + 1);
  }
  return message;
}

}  // namespace kbc
