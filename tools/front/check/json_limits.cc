#include <charconv>
#include <cstdint>
#include <string_view>
#include <system_error>

#include "check/check.h"
#include "check/file_faults.h"
#include "text/ticked.h"

namespace kbc {
namespace {

template <typename Integer>
bool holds(std::string_view digits) {
  Integer value = 0;
  const char* end = digits.data() + digits.size();
  return std::from_chars(digits.data(), end, value) == std::from_chars_result{end, std::errc()};
}

// Whether no integer of 64 bits holds the number. One with a fraction or an exponent is an integer
// only where it is stored as one.
bool is_large_integer(const Node& node, bool is_stored_as_integer) {
  if (!node.is(Kind::kNumber)) return false;
  if (node.text.find_first_of(".eE") != std::string_view::npos) {
    constexpr double kLimit = 18446744073709551616.0;
    return is_stored_as_integer && node.number() >= kLimit;
  }
  return !node.damaged && !holds<std::uint64_t>(node.text) && !holds<std::int64_t>(node.text);
}

void report_large_integers(const Document& document, Report& report) {
  if (document.empty()) return;
  const std::uint32_t count =
      document.root().is(Kind::kObject) ? document.member(0, "evidence_count") : Document::kNoNode;
  for (std::uint32_t at = 0; at < document.size(); ++at) {
    const Node& node = document[at];
    if (!is_large_integer(node, at == count)) continue;
    report
        .at(node.span, "large-integer"_fault,
            ticked(node.text) + " does not fit into an integer of 64 bits")
        .help("readers would get another number; write a smaller one, or a text");
  }
}

}  // namespace

void json_limits(const ParsedFile& file, Report& report) {
  if (file.source->too_large) {
    report.at(Span{0, 1}, "too-large"_fault, "the file is larger than 1 MiB")
        .help("an entry takes a few kilobytes; is this another kind of file?");
  }
  report_json_faults(file, JsonFault::Kind::kLimits, report);
  report_large_integers(file.document, report);
}

extern const Explanation json_limits_explanation = {
    "A file over 1 MiB is not read, and one that nests deeper than 64 levels is read no "
    "further. An integer does not fit into 64 bits.",
    "An entry takes a few kilobytes and five levels: anything larger is a file that got here by "
    "mistake, or an attack on the tools that read it.",
    "[[[[[[[[ … 65 levels … ]]]]]]]]",
    R"({ "workarounds": [{ "sources": [] }] })",
    "Move the file away or list it under `exclude` in `kbc.json`; close the brackets that "
    "were left open.",
};

}  // namespace kbc
