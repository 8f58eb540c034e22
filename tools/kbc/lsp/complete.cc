#include "lsp/complete.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "author/pattern.h"
#include "author/piece.h"
#include "diagnostic/rule.h"
#include "lower/taxonomy.h"
#include "lsp/entry_search.h"
#include "lsp/schema_guide.h"
#include "parse/literal.h"
#include "text/date.h"
#include "text/entry_id.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/ticked.h"

namespace kbc {
namespace {

using Offer = Proposal::Kind;

constexpr int kDeepestSnippet = 3;

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A text as a snippet has it, where `$`, `}` and `\` mean something else.
std::string in_snippet(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '$' || c == '}' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string tab_stop(int number) { return "$" + std::to_string(number); }

class Completing {
 public:
  Completing(const BaseView& view, FileId file, const Cursor& cursor,
             const ProposalSources& sources)
      : view_(view),
        file_(file),
        cursor_(cursor),
        sources_(sources),
        guide_(view.config.schema_text) {}

  Proposals run() && {
    const bool is_after =
        cursor_.is_string && cursor_.is_closed && cursor_.offset >= cursor_.token.end;
    if (cursor_.where == Cursor::Where::kNowhere || is_after) return {};
    // A line that is not closed may go on with what has nothing to do with it.
    const bool is_open = cursor_.is_in_token() && !cursor_.is_closed;
    found_.replaced = {cursor_.token.begin, is_open ? cursor_.offset : cursor_.token.end};
    found_.comma_at = cursor_.comma_at;
    if (cursor_.where == Cursor::Where::kName) {
      offer_names();
    } else {
      offer_values();
    }
    // It is for people, unlike what is put in place.
    for (Proposal& one : found_.all) {
      one.label = printable(one.label);
      one.detail = printable(one.detail);
    }
    return std::move(found_);
  }

 private:
  std::string_view domain() const { return domain_of(view_.entry_of(file_).path_id); }

  // Something to put in place of the whole token.
  Proposal& add(Offer kind, std::string label, std::string json) {
    Proposal& one = found_.all.emplace_back();
    one.kind = kind;
    one.label = std::move(label);
    one.text = std::move(json);
    one.filter = one.text;
    if (cursor_.needs_comma) one.text += ',';
    return one;
  }

  // One that the server has chosen by what was typed: no client is to choose again. Most compare
  // with what is replaced as far as the cursor, CodeMirror with all of it.
  Proposal& add_chosen(Offer kind, std::string label, std::string json) {
    Proposal& one = add(kind, std::move(label), std::move(json));
    const std::string_view text = view_.sources[file_].text;
    if (!cursor_.written.empty()) {
      one.filter = text.substr(found_.replaced.begin, found_.replaced.size());
    }
    found_.is_whole = false;
    return one;
  }

  void offer_names() {
    const std::string around =
        cursor_.is_in_token() ? cursor_.shape.substr(0, cursor_.shape.rfind('/')) : cursor_.shape;
    for (const SchemaGuide::Member& member : guide_.members(guide_.place(around))) {
      if (contains(cursor_.names, member.name)) continue;
      const std::string name(member.name);
      const std::string shape = around + "/" + name;
      Proposal& one = add(Offer::kMember, name, quote(name));
      one.detail = type_of(member.place) + (member.is_required ? ", required" : "");
      one.documentation = guide_.description(member.place);
      if (cursor_.has_colon) {
        one.text = one.filter;
        continue;
      }
      const std::string comma = cursor_.needs_comma ? "," : "";
      int stops = 0;
      one.text = quote(name) + ": " + empty_value(shape, member.place, 0, nullptr) + comma;
      one.snippet =
          in_snippet(quote(name)) + ": " + empty_value(shape, member.place, 0, &stops) + comma;
    }
  }

  std::string type_of(std::uint32_t place) const {
    std::vector<std::string> types;
    for (const std::string_view type : guide_.types(place)) types.emplace_back(type);
    return types.empty() ? "any value" : listed(types);
  }

  // A value to begin with: as a snippet when the tab stops are counted.
  std::string empty_value(const std::string& shape, std::uint32_t place, int depth,
                          int* stops) const {
    const std::vector<std::string_view> types = guide_.types(place);
    const std::string_view type = types.empty() ? std::string_view("string") : types.front();
    const auto stop = [&] { return stops == nullptr ? std::string() : tab_stop(++*stops); };
    if (kind_of_field(shape) == FieldKind::kDate)
      return quote(format_date(sources_.today)) + stop();
    if (type == "array") {
      const std::uint32_t items = guide_.place(shape + "/*");
      const bool has_objects = !guide_.members(items).empty() && depth == 0;
      return "[" + (has_objects ? empty_value(shape + "/*", items, depth + 1, stops) : stop()) +
             "]";
    }
    if (type == "object") return empty_object(shape, place, depth, stops);
    if (type == "number" || type == "integer") return stops == nullptr ? "0" : stop();
    if (type == "boolean") return stops == nullptr ? "false" : stop();
    return "\"" + stop() + "\"";
  }

  // With what it must have.
  std::string empty_object(const std::string& shape, std::uint32_t place, int depth,
                           int* stops) const {
    std::string members;
    for (const SchemaGuide::Member& member : guide_.members(place)) {
      if (!member.is_required || depth > kDeepestSnippet) continue;
      const std::string name(member.name);
      members += (members.empty() ? "" : ", ") + quote(name) + ": " +
                 empty_value(shape + "/" + name, member.place, depth + 1, stops);
    }
    if (members.empty() && stops != nullptr) members = tab_stop(++*stops);
    return "{" + members + "}";
  }

  void offer_values() {
    switch (cursor_.field()) {
      case FieldKind::kTaxonomy:
        return offer_taxonomy();
      case FieldKind::kTarget:
        return offer_entries();
      case FieldKind::kId:
        return offer_own_id();
      case FieldKind::kRule:
        return offer_rules();
      case FieldKind::kDate:
        add(Offer::kValue, format_date(sources_.today), quote(format_date(sources_.today))).detail =
            "today";
        return;
      case FieldKind::kRegex:
        return offer_regexes();
      case FieldKind::kVersion:
        return offer_seen(SeenValues::Of::kProduct, {});
      default:
        return offer_others();
    }
  }

  void offer_others() {
    if (cursor_.shape == "/tags/*") return offer_seen(SeenValues::Of::kTag, {});
    if (cursor_.shape.ends_with("/sources/*") || cursor_.shape == "/official_doc_url") {
      return offer_seen(SeenValues::Of::kUrl, domain());
    }
    const std::uint32_t place = guide_.place(cursor_.shape);
    for (const SchemaGuide::Value& value : guide_.values(place)) {
      add(Offer::kValue, std::string(value.json), std::string(value.json)).detail =
          value.description;
    }
    const std::vector<std::string_view> types = guide_.types(place);
    const auto takes = [&](std::string_view type) {
      return std::find(types.begin(), types.end(), type) != types.end();
    };
    if (takes("boolean")) {
      add(Offer::kValue, "true", "true");
      add(Offer::kValue, "false", "false");
    }
    if (takes("object") && !cursor_.is_in_token()) {
      int stops = 0;
      Proposal& one = add(Offer::kSnippet, std::string(guide_.title(place)),
                          empty_object(cursor_.shape, place, 0, nullptr));
      one.snippet = empty_object(cursor_.shape, place, 0, &stops);
      if (cursor_.needs_comma) one.snippet += ',';
      one.documentation = guide_.description(place);
    }
    if (takes("null")) add(Offer::kValue, "null", "null");
  }

  void offer_taxonomy() {
    for (const TaxonomyList& list : kTaxonomyLists) {
      if (cursor_.shape.substr(1) != kTextFields[list.entry_field.number].name) continue;
      for (const auto& [name, description] : view_.config.taxonomy.*list.of) {
        add(Offer::kValue, name, quote(name)).detail = description;
      }
    }
  }

  void offer_entries() {
    const EntryRecord& own = view_.entry_of(file_);
    const auto like = entries_like(view_.base, cursor_.typed, domain(), kMostProposals + 1);
    for (const EntryRecord* entry : like) {
      if (entry == &own) continue;
      const std::string id(entry->id.value);
      Proposal& one = add_chosen(Offer::kEntry, id, quote(id));
      one.detail = entry->signature.value;
    }
  }

  // What the file is called.
  void offer_own_id() {
    const std::string id(view_.entry_of(file_).path_id);
    if (!id.empty()) add(Offer::kValue, id, quote(id)).detail = "from the path of the file";
  }

  void offer_rules() {
    std::set<std::string_view> here;
    for (const Diagnostic& finding : sources_.findings) {
      const RuleInfo& rule = info_of(finding.rule);
      if (here.insert(rule.name).second) add_rule(rule.name, finding.message.view());
    }
    std::map<std::string_view, std::string_view> all;
    for (const RuleInfo& rule : all_rules()) {
      all.emplace(rule.name, rule.summary);
      all.emplace(rule.group, "all rules of this group");
    }
    for (const auto& [name, summary] : all) {
      if (!here.contains(name)) add_rule(name, summary);
    }
  }

  void add_rule(std::string_view name, std::string_view detail) {
    add(Offer::kRule, std::string(name), quote(name)).detail = detail;
  }

  void offer_seen(SeenValues::Of what, std::string_view domain) {
    for (const SeenValues::Seen& one :
         sources_.seen.like(view_, what, cursor_.typed, domain, kMostProposals)) {
      if (one.text == cursor_.text) continue;
      add_chosen(Offer::kText, one.text, quote(one.text)).detail = counted(one.entries, "entry");
    }
    found_.is_whole = false;
  }

  // The signature and the examples, what varies in them generalised or not.
  void offer_regexes() {
    const ReadText read = read_text(view_, file_);
    std::set<std::string> known = {cursor_.text};
    const auto offer = [&](std::string_view text, const std::string& whose) {
      if (text.empty() || text.size() > kMostOfMessage) return;
      const std::string general = pattern_of(text, "", view_.config.case_rule).regex;
      for (const bool is_exact : {false, true}) {
        const std::string regex = is_exact ? escaped(text) : general;
        if (!known.insert(regex).second) continue;
        Proposal& one = add_chosen(Offer::kText, regex, quote(regex));
        one.detail = (is_exact ? "exactly " : "like ") + whose;
      }
    };
    const Document& document = read.document;
    if (document.empty()) return offer(view_.entry_of(file_).signature.value, "the signature");
    const auto text_at = [&](std::uint32_t node) {
      return node != Document::kNoNode && document[node].is(Kind::kString) ? document[node].text
                                                                           : std::string_view();
    };
    offer(text_at(document.at_pointer(0, "/signature")), "the signature");
    const std::uint32_t list = document.at_pointer(0, "/examples");
    if (list == Document::kNoNode || !document[list].is(Kind::kArray)) return;
    for (std::uint32_t at = list + 1; at < document[list].next; at = document[at].next) {
      offer(text_at(at), "example " + std::to_string(document[at].ordinal + 1));
    }
  }

  const BaseView& view_;
  FileId file_;
  const Cursor& cursor_;
  const ProposalSources& sources_;
  SchemaGuide guide_;
  Proposals found_;
};

}  // namespace

Proposals proposals_at(const BaseView& view, FileId file, const Cursor& cursor,
                       const ProposalSources& sources) {
  return Completing(view, file, cursor, sources).run();
}

}  // namespace kbc
