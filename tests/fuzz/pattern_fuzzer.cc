// The parser of regexes against RE2: the same verdict on any bytes, and for a sound regex no match
// without what its high-level form says is required. The first byte chooses the case rule and how
// much of the rest is the text.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/re2.h"
#include "pattern/construct.h"
#include "pattern/fault_text.h"
#include "pattern/rewrite.h"
#include "regex/facts.h"
#include "regex/plain_regex.h"
#include "regex/required_literals.h"
#include "regex/signature_miss.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void require_described(const SyntaxTree& tree) {
  for (const SyntaxFault& fault : tree.faults) {
    require(fault.span.begin < fault.span.end && fault.span.end <= tree.text.size());
    require(!describe(tree, fault).message.empty());
    if (const auto rewrite = rewrite_of(tree, fault)) require(rewrite->span == fault.span);
  }
}

bool has_required(const RequiredLiterals& literals, std::string_view folded) {
  for (const LiteralChoice& choice : literals.all_of) {
    bool has_one = false;
    for (const std::string& literal : choice) {
      has_one = has_one || folded.find(literal) != std::string_view::npos;
    }
    if (!has_one) return false;
  }
  return true;
}

void check(std::string_view regex, std::string_view text, CaseRule rule) {
  const SyntaxTree tree = parse_pattern(regex, rule);
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_case_sensitive(rule == CaseRule::kCaseSensitive);
  const RE2 re2(re2_piece(regex), options);
  // Newer releases of RE2 know this one, too.
  const bool is_known_to_some =
      !tree.ok() && std::all_of(tree.faults.begin(), tree.faults.end(), [](const auto& fault) {
        return fault.construct == Construct::perl_name;
      });
  if (is_known_to_some) return;
  require(tree.ok() == (re2.ok() || re2.error_code() == RE2::ErrorPatternTooLarge));
  require_described(tree);
  if (!re2.ok()) return;
  const Hir form = lower_pattern(tree);
  require(facts_of(form).size() == form.nodes().size());
  if (first_invalid_utf8(text)) return;
  const bool is_match = RE2::PartialMatch(re2_piece(text), re2);
  const RequiredLiterals literals = required_literals(form, form.root());
  if (is_match) require(has_required(literals, fold_case(text)));
  if (const auto plain = PlainRegex::from(form)) {
    if (const auto answer = plain->matches(text)) require(*answer == is_match);
  }
  if (!is_match) explain_miss(form, text);
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t split = bytes.size() * (data[0] >> 1U) / 128;
  kbc::check(bytes.substr(split), bytes.substr(0, split),
             data[0] % 2 == 0 ? kbc::CaseRule::kIgnoreCase : kbc::CaseRule::kCaseSensitive);
  return 0;
}
