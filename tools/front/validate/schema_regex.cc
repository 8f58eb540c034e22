#include "validate/schema_regex.h"

#include "core/re2.h"
#include "pattern/fault_text.h"
#include "pattern/syntax_tree.h"

namespace kbc {

SchemaRegex compile_schema_regex(std::string_view text) {
  // Newer releases of RE2 take `(?<name>…)`, too; kbc's own grammar is the same with all.
  const SyntaxTree tree = parse_pattern(text, CaseRule::kCaseSensitive);
  if (!tree.ok()) return {nullptr, describe(tree, tree.faults.front()).message};
  RE2::Options options;
  options.set_log_errors(false);
  auto regex = std::make_shared<RE2>(re2_piece(text), options);
  if (!regex->ok()) return {nullptr, regex->error()};
  return {std::move(regex), ""};
}

}  // namespace kbc
