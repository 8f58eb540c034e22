#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/version.h"
#include "diagnostic/diagnostic.h"
#include "diagnostic/rule.h"
#include "load/source_set.h"

namespace kbc {

// How many findings there are of each severity.
struct Tally {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;

  std::size_t findings() const { return errors + warnings + infos; }
  // Those of this severity or a higher one.
  std::size_t at_least(Severity severity) const;
  void add(Severity severity);
  void add(const Tally& more);
};

Tally tally(std::span<const Diagnostic> findings);

// What a run found, counted before anything is cut from the display.
struct Counts : Tally {
  std::size_t entries = 0;  // that were looked at

  std::vector<Tally> by_rule = std::vector<Tally>(all_rules().size());  // by RuleId
  // By the domain that the path of an entry names; of other files by their paths.
  std::map<std::string, Tally, std::less<>> by_domain;
};

Counts count(std::span<const Diagnostic> findings, const SourceSet& sources, std::size_t entries);
void add(const Counts& more, Counts& counts);

// What there is to show of one knowledge base. The findings are sorted by file and place, and
// located.
struct RenderedBase {
  const std::vector<Diagnostic>* findings = nullptr;
  SourceSet* sources = nullptr;
  const std::vector<FileId>* entries = nullptr;  // that were looked at, in order
};

// What an output format is made from.
struct Rendering {
  std::vector<RenderedBase> bases;
  Counts counts;                        // of all of them
  Severity fail_on = Severity::kError;  // the least severity that fails the run
  bool color = false;                   // text only
  bool statistics = false;              // text and json only: count by rule and domain
  bool summary = true;                  // text only: the last lines
  bool worst_first = false;             // text only: not in the order of places
  // The findings that the run leaves aside since they were there before the change it looks at;
  // nothing where it looks at all.
  std::optional<Tally> earlier;
  // text and short only: how many findings are shown, the worst, and of which severity at least.
  std::size_t max_findings = std::numeric_limits<std::size_t>::max();
  Severity show = Severity::kInfo;
  // sarif only: how many findings its reader takes. It gets the worst.
  std::size_t max_results = std::numeric_limits<std::size_t>::max();
  std::string_view docs_url = kDocsUrl;  // sarif only: where docs/ is published, empty for nowhere
};

enum class Format : std::uint8_t {
#define KBC_FORMAT(name, summary) name##_format,
#include "output/formats.def"
#undef KBC_FORMAT
};

struct FormatInfo {
  Format format;
  std::string_view name;
  std::string_view summary;
  void (*render)(const Rendering& rendering, std::ostream& out);
};

// In the order of output/formats.def.
const std::vector<FormatInfo>& all_formats();

// "3 errors, 1 warning, 0 info".
std::string tally_text(const Tally& tally);

// The line about Rendering::earlier: "3 errors, 1 warning, 0 info were there before …".
std::string earlier_line(const Tally& earlier);

// "3 errors, 1 warning, 0 info in 12 entries", the same in every format that has a line for it.
std::string summary_line(const Counts& counts);

// "path:line:col", harmless on a terminal.
std::string location_text(const Place& place, const SourceSet& sources);

// "path:line:col: severity[rule]: message": one line without its end, harmless on a terminal.
std::string short_line(const Diagnostic& finding, const SourceSet& sources);

// What to write instead: the help, or what the fix would do; empty for neither.
std::string_view advice_of(const Diagnostic& finding);

// Whether a format in UTF-8 can tell the fix as it is. Bytes of an entry that are not UTF-8 are
// replaced wherever they are shown, but an edit must not change what it copies.
bool is_exact(const Fix& fix);

// "safe", "unsafe".
std::string_view name_of(Safety safety);

#define KBC_FORMAT(name, summary) void render_##name(const Rendering& rendering, std::ostream& out);
#include "output/formats.def"
#undef KBC_FORMAT

}  // namespace kbc
