#include "author/propose.h"

#include "author/cues.h"
#include "author/error_code.h"
#include "author/generic.h"
#include "author/pattern.h"
#include "author/product.h"
#include "author/slug.h"
#include "text/date.h"
#include "text/entry_id.h"

namespace kbc {
namespace {

void set_if_empty(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// What nearly every new entry has.
void propose_usual(std::chrono::year_month_day today, bool has_log, Draft& draft) {
  const std::string day = format_date(today);
  set_if_empty(draft.root_cause_type, "generic");
  set_if_empty(draft.status, "active");
  set_if_empty(draft.verification_tier, "human_reviewed");
  set_if_empty(draft.evidence_count, has_log ? "1" : "0");
  set_if_empty(draft.last_confirmed, draft.last_updated.empty() ? day : draft.last_updated);
  set_if_empty(draft.last_updated, day);
  set_if_empty(draft.first_seen, draft.last_confirmed);
  set_if_empty(draft.locale, "en");
}

std::string code_of(const ErrorLine& error) {
  if (!error.message.code.empty()) return error.message.code;
  for (const std::string& text : {error.message.text, error.line}) {
    std::string code = error_code_in(text);
    if (!code.empty()) return code;
  }
  return error_code_around(error.context);
}

}  // namespace

std::string proposed_regex(const Draft& draft, const Config& config) {
  if (draft.signature.empty() || is_said_of_anything(draft.signature)) return {};
  std::string regex = pattern_of(draft.signature, draft.error_code, config.case_rule).regex;
  return matches_background(regex, config.case_rule) ? "" : regex;
}

bool is_generic(const Draft& draft, const Config& config) {
  return pattern_of(draft.signature, draft.error_code, config.case_rule).is_generic ||
         proposed_regex(draft, config).empty();
}

std::string proposed_id(const Draft& draft, const Config& config) {
  if (draft.domain.empty() || draft.signature.empty()) return {};
  const MessagePattern pattern = pattern_of(draft.signature, draft.error_code, config.case_rule);
  const std::string slug = slug_of(pattern.words);
  const std::string id = draft.domain + "/" + slug;
  return slug.empty() || !is_entry_id(id) ? "" : id;
}

void propose(const ErrorLine* error, const std::string& command, const Config& config,
             std::chrono::year_month_day today, Draft& draft) {
  // The id that was given decides.
  if (!draft.id.empty()) set_if_empty(draft.domain, std::string(domain_of(draft.id)));
  if (error != nullptr) {
    const std::string& message = error->message.text;
    set_if_empty(draft.error_code, code_of(*error));
    const MessagePattern pattern = pattern_of(message, draft.error_code, config.case_rule);
    const bool is_own = !draft.signature.empty();
    set_if_empty(draft.signature, pattern.signature);
    const bool is_telling =
        !is_said_of_anything(message) && !matches_background(pattern.regex, config.case_rule);
    if (!is_own && is_telling) set_if_empty(draft.regex, pattern.regex);
    if (draft.examples.empty()) {
      draft.examples.push_back(message.size() <= kMostOfMessage ? message : pattern.signature);
    }
    set_if_empty(draft.domain, likely_domain(*error, command, config.taxonomy));
    set_if_empty(draft.version, product_in(*error, command, draft.domain));
  }
  if (draft.regex.empty()) draft.regex = proposed_regex(draft, config);
  const std::string& text = error != nullptr ? error->message.text : draft.signature;
  set_if_empty(draft.category, likely_category(text, config.taxonomy));
  set_if_empty(draft.id, proposed_id(draft, config));
  propose_usual(today, error != nullptr, draft);
}

}  // namespace kbc
