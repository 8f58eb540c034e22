// Applying a Schema to a Document: one walk over the values, every keyword at every value, as the
// draft defines them one by one. Alternatives (`anyOf`, `not`, `if`) are walked for their faults
// and forgotten, so that a schema can ask for exponentially many steps; Schema::kMaxSteps bounds
// them. Faults are collected and sorted once, so that their order does not depend on the schema's.

#include <algorithm>
#include <map>
#include <utility>

#include "core/re2.h"
#include "parse/exact_number.h"
#include "text/utf8.h"
#include "validate/format.h"
#include "validate/misspelt.h"
#include "validate/schema.h"

namespace kbc {
namespace {

// A value of a document as it might be: another one, or missing.
struct Change {
  std::uint32_t node = Document::kNoNode;
  const Document* value = nullptr;  // null: the member is missing
};

class Evaluator {
 public:
  Evaluator(const Schema& schema, const Document& document, Change change = {})
      : schema_(schema), document_(document), change_(change) {}

  // Appends what the value at `at` lacks under the rule.
  void apply(std::uint32_t rule, std::uint32_t at, std::vector<SchemaFault>& faults);

  // All faults, in order of places.
  std::vector<SchemaFault> run();

 private:
  using Faults = std::vector<SchemaFault>;

  void changed(std::uint32_t rule, std::uint32_t at, Faults& faults) const;
  void number(std::uint32_t rule, std::uint32_t at, Faults& faults) const;
  void string(std::uint32_t rule, std::uint32_t at, Faults& faults) const;
  void array(std::uint32_t rule, std::uint32_t at, Faults& faults);
  void unique_items(std::uint32_t rule, std::uint32_t at, Faults& faults) const;
  void object(std::uint32_t rule, std::uint32_t at, Faults& faults);
  void member(std::uint32_t rule, const SchemaRule::Member* known, std::uint32_t name,
              Faults& faults);
  void required(std::uint32_t rule, std::uint32_t at, std::uint64_t seen, Faults& faults) const;
  void dependencies(std::uint32_t rule, std::uint32_t at, Faults& faults);
  void combinations(std::uint32_t rule, std::uint32_t at, Faults& faults);
  std::size_t fitting(std::uint32_t rule, std::uint32_t at, std::string_view keyword,
                      const std::vector<std::uint32_t>& forms, Faults& faults);

  bool is_missing(std::uint32_t name) const {
    return change_.value == nullptr && name + 1 == change_.node;
  }
  bool has_type(const Node& node, TypeSet types) const;
  bool has_value(const SchemaRule& rule, std::uint32_t at) const;
  Faults faults_of(std::uint32_t rule, std::uint32_t at) {
    Faults faults;
    apply(rule, at, faults);
    return faults;
  }

  static constexpr int kMaxDepth = 512;  // of rules that lead to rules at one value and below it

  const Schema& schema_;
  const Document& document_;
  Change change_;
  std::uint64_t steps_ = 0;
  int depth_ = 0;
};

bool is_of_other_type(const std::vector<SchemaFault>& faults, std::uint32_t at) {
  return faults.size() == 1 && faults.front().keyword == Keyword::kType &&
         faults.front().node == at;
}

bool Evaluator::has_type(const Node& node, TypeSet types) const {
  if ((types & type_bit(node.kind)) == 0) return false;
  if (!node.is(Kind::kNumber) || (types & kInteger) == 0) return true;
  return is_whole_number(node.text);
}

bool Evaluator::has_value(const SchemaRule& rule, std::uint32_t at) const {
  if (document_[at].is(Kind::kString)) {
    return std::find(rule.strings.begin(), rule.strings.end(), document_[at].text) !=
           rule.strings.end();
  }
  return std::find(rule.values.begin(), rule.values.end(), canonical(document_, at)) !=
         rule.values.end();
}

// Faults in the other value are reported at the one that is there.
void Evaluator::changed(std::uint32_t index, std::uint32_t at, Faults& faults) const {
  Evaluator evaluator(schema_, *change_.value);
  Faults found;
  evaluator.apply(index, 0, found);
  for (SchemaFault& fault : found) {
    fault.node = at;
    faults.push_back(fault);
  }
}

void Evaluator::apply(std::uint32_t index, std::uint32_t at, Faults& faults) {
  if (at == change_.node && change_.value != nullptr) return changed(index, at, faults);
  if (document_[at].damaged) return;
  const SchemaRule& rule = schema_.rule(index);
  const Node& node = document_[at];
  // Patterns and comparisons look at every byte of the value.
  const bool is_heavy = rule.pattern || rule.has_values || rule.unique_items;
  // Every rule goes over all members or items, also over those that it says nothing about.
  steps_ += (is_heavy ? 1 + node.span.size() / 64 : 1) + node.count;
  if (steps_ >= Schema::kMaxSteps || depth_ >= kMaxDepth) {
    steps_ = Schema::kMaxSteps;
    return;
  }
  if (rule.never) {
    faults.push_back({Keyword::kExcluded, at, index, Document::kNoNode, {}});
    return;
  }
  if (!has_type(node, rule.types)) {
    faults.push_back({Keyword::kType, at, index, Document::kNoNode, {}});
    return;
  }
  ++depth_;
  if (rule.has_values && !has_value(rule, at)) {
    faults.push_back({Keyword::kEnum, at, index, Document::kNoNode, {}});
  }
  if (node.is(Kind::kString)) string(index, at, faults);
  if (node.is(Kind::kNumber)) number(index, at, faults);
  if (node.is(Kind::kArray)) array(index, at, faults);
  if (node.is(Kind::kObject)) object(index, at, faults);
  combinations(index, at, faults);
  --depth_;
}

void Evaluator::number(std::uint32_t index, std::uint32_t at, Faults& faults) const {
  const SchemaRule& rule = schema_.rule(index);
  const bool has_bounds = rule.minimum || rule.maximum || rule.exclusive_minimum ||
                          rule.exclusive_maximum || rule.multiple_of;
  if (!has_bounds) return;
  const std::string_view text = document_[at].text;
  const auto fault = [&](Keyword keyword) {
    faults.push_back({keyword, at, index, Document::kNoNode, {}});
  };
  if ((rule.minimum && compare_numbers(text, rule.minimum->text) < 0) ||
      (rule.exclusive_minimum && compare_numbers(text, rule.exclusive_minimum->text) <= 0)) {
    fault(Keyword::kMinimum);
  }
  if ((rule.maximum && compare_numbers(text, rule.maximum->text) > 0) ||
      (rule.exclusive_maximum && compare_numbers(text, rule.exclusive_maximum->text) >= 0)) {
    fault(Keyword::kMaximum);
  }
  if (rule.multiple_of && !ExactNumber(text).is_multiple_of(ExactNumber(rule.multiple_of->text))) {
    fault(Keyword::kMultipleOf);
  }
}

void Evaluator::string(std::uint32_t index, std::uint32_t at, Faults& faults) const {
  const SchemaRule& rule = schema_.rule(index);
  const std::string_view text = document_[at].text;
  const auto fault = [&](Keyword keyword) {
    faults.push_back({keyword, at, index, Document::kNoNode, {}});
  };
  // A code point is one to four bytes: most texts need no counting.
  if (text.size() > rule.max_length && count_code_points(text) > rule.max_length) {
    fault(Keyword::kMaxLength);
  }
  if (text.size() / 4 < rule.min_length && count_code_points(text) < rule.min_length) {
    fault(Keyword::kMinLength);
    return;  // what is missing has no pattern either
  }
  if (rule.pattern && !RE2::PartialMatch(re2_piece(text), *rule.pattern->regex))
    fault(Keyword::kPattern);
  if (!rule.format.empty() && !has_format(text, rule.format)) fault(Keyword::kFormat);
}

void Evaluator::array(std::uint32_t index, std::uint32_t at, Faults& faults) {
  const SchemaRule& rule = schema_.rule(index);
  const Node& node = document_[at];
  const auto fault = [&](Keyword keyword) {
    faults.push_back({keyword, at, index, Document::kNoNode, {}});
  };
  if (node.count < rule.min_items) fault(Keyword::kMinItems);
  if (node.count > rule.max_items) fault(Keyword::kMaxItems);
  if (rule.unique_items) unique_items(index, at, faults);
  bool contains = rule.contains == kNoRule;
  for (std::uint32_t item = at + 1; item < node.next; item = document_[item].next) {
    const std::uint32_t ordinal = document_[item].ordinal;
    const bool in_tuple = ordinal < rule.tuple.size();
    const std::uint32_t wanted = in_tuple ? rule.tuple[ordinal] : rule.items;
    if (!in_tuple && !rule.allows_more_items) {
      faults.push_back({Keyword::kExcluded, item, index, Document::kNoNode, {}});
    } else if (wanted != kNoRule) {
      apply(wanted, item, faults);
    }
    contains = contains || faults_of(rule.contains, item).empty();
  }
  if (!contains) fault(Keyword::kContains);
}

void Evaluator::unique_items(std::uint32_t index, std::uint32_t at, Faults& faults) const {
  std::map<std::string, std::uint32_t> first;
  for (std::uint32_t item = at + 1; item < document_[at].next; item = document_[item].next) {
    if (document_[item].damaged) continue;
    const auto [same, is_new] = first.try_emplace(canonical(document_, item), item);
    if (!is_new) faults.push_back({Keyword::kUniqueItems, item, index, same->second, {}});
  }
}

void Evaluator::object(std::uint32_t index, std::uint32_t at, Faults& faults) {
  const SchemaRule& rule = schema_.rule(index);
  const Node& node = document_[at];
  std::uint64_t seen = 0;
  bool has_guess = false;  // a name that the parser had to guess may be any of the required ones
  for (std::uint32_t name = at + 1; name < node.next; name = document_[name].next) {
    if (is_missing(name)) continue;
    has_guess = has_guess || document_[name].damaged;
    const auto at_name = rule.members.find(document_[name].text);
    const SchemaRule::Member* known = at_name == rule.members.end() ? nullptr : &at_name->second;
    if (known != nullptr && known->required_bit < 64) {
      seen |= std::uint64_t{1} << known->required_bit;
    }
    member(index, known, name, faults);
  }
  if (!has_guess) required(index, at, seen, faults);
  dependencies(index, at, faults);
  if (node.count < rule.min_members) {
    faults.push_back({Keyword::kMinProperties, at, index, Document::kNoNode, {}});
  }
  if (node.count > rule.max_members) {
    faults.push_back({Keyword::kMaxProperties, at, index, Document::kNoNode, {}});
  }
}

// Requires: `known` is what the rule has for the name, null for nothing.
void Evaluator::member(std::uint32_t index, const SchemaRule::Member* known, std::uint32_t name,
                       Faults& faults) {
  if (document_[name].damaged) return;
  const SchemaRule& rule = schema_.rule(index);
  const std::string_view text = document_[name].text;
  bool is_named = known != nullptr && known->rule != kNoRule;
  if (is_named) apply(known->rule, name + 1, faults);
  for (const auto& [pattern, wanted] : rule.member_patterns) {
    if (!RE2::PartialMatch(re2_piece(text), *pattern.regex)) continue;
    is_named = true;
    apply(wanted, name + 1, faults);
  }
  if (!is_named && !rule.allows_others) {
    faults.push_back({Keyword::kUnknownName, name, index, Document::kNoNode, {}});
  } else if (!is_named && rule.other_members != kNoRule) {
    apply(rule.other_members, name + 1, faults);
  }
  if (rule.member_names != kNoRule && !faults_of(rule.member_names, name).empty()) {
    faults.push_back({Keyword::kUnknownName, name, rule.member_names, Document::kNoNode, {}});
  }
}

void Evaluator::required(std::uint32_t index, std::uint32_t at, std::uint64_t seen,
                         Faults& faults) const {
  const SchemaRule& rule = schema_.rule(index);
  for (std::size_t bit = 0; bit < rule.required.size(); ++bit) {
    const bool is_there = bit < 64 ? ((seen >> bit) & 1) != 0
                                   : document_.member(at, rule.required[bit]) != Document::kNoNode;
    if (!is_there) {
      faults.push_back({Keyword::kRequired, at, index, Document::kNoNode, rule.required[bit]});
    }
  }
}

void Evaluator::dependencies(std::uint32_t index, std::uint32_t at, Faults& faults) {
  for (const SchemaRule::Dependency& dependency : schema_.rule(index).dependencies) {
    if (document_.member(at, dependency.name) == Document::kNoNode) continue;
    for (const std::string& name : dependency.names) {
      if (document_.member(at, name) != Document::kNoNode) continue;
      faults.push_back({Keyword::kRequired, at, index, Document::kNoNode, name});
    }
    if (dependency.rule != kNoRule) apply(dependency.rule, at, faults);
  }
}

// How many of the alternatives fit. When none does, one alone speaks only if the value is of its
// type and of no other's.
std::size_t Evaluator::fitting(std::uint32_t index, std::uint32_t at, std::string_view keyword,
                               const std::vector<std::uint32_t>& forms, Faults& faults) {
  std::size_t fit = 0;
  std::size_t of_type = 0;
  Faults meant;
  for (const std::uint32_t form : forms) {
    Faults found = faults_of(form, at);
    if (found.empty()) ++fit;
    if (is_of_other_type(found, at)) continue;
    ++of_type;
    meant = std::move(found);
  }
  if (fit > 0) return fit;
  if (of_type == 1 || forms.size() == 1) {
    if (of_type == 0) meant = faults_of(forms.front(), at);
    faults.insert(faults.end(), meant.begin(), meant.end());
  } else {
    faults.push_back({Keyword::kNoForm, at, index, Document::kNoNode, keyword});
  }
  return fit;
}

void Evaluator::combinations(std::uint32_t index, std::uint32_t at, Faults& faults) {
  const SchemaRule& rule = schema_.rule(index);
  const auto excluded = [&] {
    faults.push_back({Keyword::kExcluded, at, index, Document::kNoNode, {}});
  };
  for (const std::uint32_t part : rule.all_of) apply(part, at, faults);
  if (!rule.any_of.empty()) fitting(index, at, kAnyOf, rule.any_of, faults);
  if (!rule.one_of.empty() && fitting(index, at, kOneOf, rule.one_of, faults) > 1) excluded();
  if (rule.not_rule != kNoRule && faults_of(rule.not_rule, at).empty()) excluded();
  if (rule.if_rule == kNoRule) return;
  const std::uint32_t then = faults_of(rule.if_rule, at).empty() ? rule.then_rule : rule.else_rule;
  if (then != kNoRule) apply(then, at, faults);
}

std::vector<SchemaFault> Evaluator::run() {
  Faults faults;
  apply(0, 0, faults);
  if (steps_ >= Schema::kMaxSteps) {
    faults = {{Keyword::kTooComplex, 0, 0, Document::kNoNode, {}}};
  }
  std::stable_sort(
      faults.begin(), faults.end(),
      [](const SchemaFault& left, const SchemaFault& right) { return left.node < right.node; });
  return faults;
}

}  // namespace

std::string NumberBound::shown() const { return double_text(text).value_or(text); }

std::vector<SchemaFault> Schema::faults_of(const Document& document, std::uint32_t node,
                                           std::uint32_t rule) const {
  std::vector<SchemaFault> faults;
  Evaluator(*this, document).apply(rule, node, faults);
  return faults;
}

std::vector<SchemaFault> Schema::validate(const Document& document) const {
  if (document.empty() || rules_.empty()) return {};
  std::vector<SchemaFault> faults = Evaluator(*this, document).run();
  join_misspelt_names(*this, document, faults);
  if (faults.size() > kMaxFaults) faults.resize(kMaxFaults);
  return faults;
}

bool Schema::allows(const Document& document, std::uint32_t node, const Document& value) const {
  const std::vector<SchemaFault> faults = Evaluator(*this, document, {node, &value}).run();
  return std::none_of(faults.begin(), faults.end(),
                      [&](const SchemaFault& fault) { return fault.node == node; });
}

bool Schema::allows_absence(const Document& document, std::uint32_t node) const {
  const std::uint32_t name = document[node].parent;
  if (node == 0 || !document[name].is_name) return false;
  const std::vector<SchemaFault> faults = Evaluator(*this, document, {node, nullptr}).run();
  return std::none_of(faults.begin(), faults.end(), [&](const SchemaFault& fault) {
    return fault.keyword == Keyword::kRequired && fault.node == document[name].parent &&
           fault.name == document[name].text;
  });
}

}  // namespace kbc
