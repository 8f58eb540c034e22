#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catch.h"
#include "version/fault.h"
#include "version/interval.h"
#include "version/number.h"
#include "version/spec.h"
#include "version/version.h"

// Texts turned into the values of version/, for tests that are about something else than parsing.
namespace kbc {

// Must be a version.
inline Version version(std::string_view text) {
  CAPTURE(text);
  const std::optional<VersionNumber> parsed = parse_version_number(text);
  REQUIRE(parsed);
  return parsed->version;
}

// Must be free of faults. Borrows the text.
inline VersionSpec spec(std::string_view text) {
  CAPTURE(text);
  ParsedSpec parsed = parse_version_spec(text);
  if (!parsed.faults.empty()) FAIL_CHECK(parsed.faults[0].message);
  return std::move(parsed.spec);
}

// The versions that a range covers, in words.
inline std::string range(std::string_view text) {
  const std::string whole = "p " + std::string(text);
  return to_text(spec(whole).intervals);
}

// The bytes that a span names, which must be within the text.
inline std::string_view part(std::string_view text, TextSpan span) {
  REQUIRE(span.begin <= span.end);
  REQUIRE(span.end <= text.size());
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace kbc
