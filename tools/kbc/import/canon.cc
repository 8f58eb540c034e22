#include "import/canon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <utility>
#include <variant>

#include "author/piece.h"
#include "core/named.h"
#include "format/format.h"
#include "load/line_index.h"
#include "load/source.h"
#include "lower/entry.h"
#include "output/json_writer.h"
#include "parse/parse.h"
#include "text/ascii.h"
#include "text/entry_id.h"
#include "text/ticked.h"
#include "text/url.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::uint32_t kNoNode = Document::kNoNode;
constexpr std::string_view kAny = "any";
constexpr std::size_t kLongestPointer = 200;

// A value of a canon that becomes a field of the entry as it is.
struct Field {
  std::string_view from;
  std::string_view to;
};
constexpr Field kFields[] = {
    {"/error/domain", "domain"},
    {"/error/category", "category"},
    {"/verdict/summary", "root_cause"},
    {"/verdict/confidence", "confidence"},
    {"/verdict/fix_success_rate", "fix_success_rate"},
    {"/verdict/resolvable", "resolvable"},
    {"/error/first_seen", "first_seen"},
    {"/error/last_confirmed", "last_confirmed"},
    {"/verdict/last_updated", "last_updated"},
    {"/metadata/evidence_count", "evidence_count"},
};
constexpr std::string_view kSignature = "/error/signature";
constexpr std::string_view kRegex = "/error/regex";
constexpr std::string_view kProduct = "/environment/runtime/name";
constexpr std::string_view kRange = "/environment/runtime/version_range";

// A list whose elements keep their fields; an entry has all of the texts, if only empty ones.
struct ItemForm {
  std::string_view list;
  std::array<std::string_view, 2> values;
  std::array<std::string_view, 2> texts;  // the same one twice where there is one
};
constexpr ItemForm kItems[] = {
    {"dead_ends", {"action", "fail_rate"}, {"why_fails", "condition"}},
    {"workarounds", {"action", "success_rate"}, {"how", "condition"}},
};

constexpr std::string_view kLinkValues[] = {"probability", "condition", "typical_delay",
                                            "distinction"};

// Who vouches for a canon; of any other word nobody is known to.
struct Tier {
  std::string_view name;
  std::string_view tier;
};
constexpr Tier kTiers[] = {{"auto_generated", "ai_generated"},
                           {"human_reviewed", "human_reviewed"},
                           {"community_verified", "community_verified"}};

// Lower-case words of ASCII letters and digits, joined by hyphens.
std::string slug(std::string_view text) {
  std::string words;
  bool is_between = false;
  for (const char c : text) {
    if (is_alphanumeric(c)) {
      if (is_between && !words.empty()) words += '-';
      words += lower_ascii(c);
    }
    is_between = !is_alphanumeric(c);
  }
  return words;
}

std::string in_one_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) line.append(line.empty() ? "" : " ").append(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return line;
}

// The text after a name and the sign that joins it to a range: `1.1+` of `HTTP/1.1+`.
std::string_view without_name(std::string_view range, std::string_view name) {
  const bool has_name = !name.empty() && range.size() > name.size() &&
                        lower_ascii(range.substr(0, name.size())) == lower_ascii(name);
  if (!has_name) return range;
  const char joint = range[name.size()];
  return joint == '/' || joint == ' ' ? range.substr(name.size() + 1) : range;
}

// Any version is no lower bound.
std::string_view without_operator(std::string_view range) {
  const std::string_view rest =
      range.substr(std::min(range.find_first_not_of("<>=~^! "), range.size()));
  return rest == kAny ? rest : range;
}

Error not_json(const std::string& text, const JsonFault& fault) {
  const Position at = LineIndex(text).at(fault.span.begin);
  return Error{std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + fault.message};
}

Error missing(std::string_view pointer) {
  return Error{"no text or number at " + ticked(pointer) + ", which an entry must have"};
}

bool is_scalar(const Node& node) {
  return !node.is(Kind::kNull) && !node.is(Kind::kArray) && !node.is(Kind::kObject);
}

// Whether a value says anything.
bool says_something(const Node& node) {
  if (node.is(Kind::kArray) || node.is(Kind::kObject)) return node.count > 0;
  return !node.is(Kind::kNull) && !(node.is(Kind::kString) && node.text.empty());
}

}  // namespace

std::string entry_id_of(std::string_view canon_id) {
  const std::size_t first = canon_id.find('/');
  const std::size_t second = canon_id.find('/', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos ||
      canon_id.find('/', second + 1) != std::string_view::npos) {
    return {};
  }
  const std::string domain = slug(canon_id.substr(0, first));
  const std::string name = slug(canon_id.substr(first + 1, second - first - 1));
  const std::string environment = slug(canon_id.substr(second + 1));
  if (domain.empty() || name.empty() || environment.empty()) return {};
  return domain + "/" + name + "-" + environment;
}

std::string field_pointer(std::string_view pointer) {
  std::string field;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    const bool is_index = !token.empty() && std::all_of(token.begin(), token.end(), [](char c) {
      return is_digit(static_cast<unsigned char>(c));
    });
    field.append("/").append(is_index ? "*" : token);
    pointer.remove_prefix(token.size());
  }
  return field;
}

Result<Canon> Canon::read(const std::string& text) {
  Canon canon;
  canon.text_ = text;
  const std::vector<JsonFault> faults = parse_json(text, Dialect::kJson, canon.document_);
  if (!faults.empty()) return not_json(text, faults.front());
  if (Status failed = canon.check()) return *failed;
  return canon;
}

Status Canon::check() {
  if (!document_.root().is(Kind::kObject)) return Error{"no JSON object, so no canon"};
  const std::string_view version = text_at("/schema_version"), id = text_at("/id");
  if (version.empty() || id.empty()) {
    return Error{"no canon, which has `schema_version` and `id`"};
  }
  if (!version.starts_with("1.")) {
    return Error{"`schema_version` is " + ticked(version) + "; kbc knows canons of version 1"};
  }
  id_ = entry_id_of(id);
  if (id_.empty()) {
    return Error{"the id " + ticked(id) + " is not of the form `domain/slug/environment`"};
  }
  if (id_.size() > kMaxIdBytes) {
    return Error{"the id " + ticked(id) + " makes one of more than " + std::to_string(kMaxIdBytes) +
                 " bytes"};
  }
  if (const std::string_view device = windows_device_in(id_); !device.empty()) {
    return Error{ticked(device) + " is the name of a device on Windows, where no file can have it"};
  }
  if (domain_of(id_) != domain()) {
    return Error{"`/error/domain` is " + ticked(domain()) + ", but the id begins with " +
                 ticked(domain_of(id_))};
  }
  address_ = text_at("/url");
  const ParsedUrl url = parse_url(address_);
  if (!std::holds_alternative<Url>(url) || std::get<Url>(url).scheme != "https") {
    return Error{"`/url` is no https address, so the canon cannot be named as the source"};
  }
  for (const std::string_view pointer : {kSignature, kRegex}) {
    if (text_at(pointer).empty()) return missing(pointer);
  }
  for (const Field& field : kFields) {
    const std::uint32_t node = document_.at_pointer(0, field.from);
    if (node == kNoNode || !is_scalar(document_[node])) return missing(field.from);
  }
  return {};
}

std::string_view Canon::text_at(std::string_view pointer) const {
  const std::uint32_t node = document_.at_pointer(0, pointer);
  if (node == kNoNode || !document_[node].is(Kind::kString)) return {};
  return document_[node].text;
}

std::string Canon::pointer(std::uint32_t node) const {
  std::string pointer = document_.pointer(node);
  if (pointer.size() <= kLongestPointer) return pointer;
  return pointer.substr(0, previous_offset(pointer, kLongestPointer)) + "…";
}

// Writes one entry, and keeps which values of the canon it has used.
class Canon::Writer {
 public:
  Writer(const Canon& canon, const Amendments& amendments,
         const std::function<bool(const std::string&)>& is_known)
      : canon_(canon),
        document_(canon.document_),
        amendments_(amendments),
        is_known_(is_known),
        json_(out_),
        used_(canon.document_.size()),
        opened_(canon.document_.size()) {}

  Result<CanonEntry> write(const Document& schema) {
    for (const std::string_view read : {"/schema_version", "/id", "/url"}) use(at(read));
    json_.start_object();
    json_.member("id", canon_.id_);
    for (const Field& field : kFields) write_value(field.to, at(field.from));
    write_pattern();
    write_versions();
    write_tier();
    write_tags();
    for (const ItemForm& form : kItems) {
      if (Status failed = write_items(form)) return *failed;
    }
    json_.start_object("transition_graph");
    for (const char* list : kLinkFields) write_links(list);
    json_.end_object();
    json_.member("root_cause_type", "generic");
    json_.member("locale", "en");
    json_.end_object();
    collect_rest();
    return finish(schema);
  }

 private:
  std::uint32_t at(std::string_view pointer) const { return document_.at_pointer(0, pointer); }
  std::uint32_t member(std::uint32_t object, std::string_view name) const {
    return document_.member(object, name);
  }
  void use(std::uint32_t node) {
    if (node != kNoNode) used_[node] = true;
  }
  bool is_dropped(std::uint32_t node) const { return amendments_.dropped.contains(node); }
  std::string_view text(std::uint32_t node) const {
    return node != kNoNode && document_[node].is(Kind::kString) ? document_[node].text
                                                                : std::string_view();
  }
  void note(std::vector<CanonNote>& notes, std::uint32_t node, std::string text) {
    notes.push_back({canon_.pointer(node), std::move(text)});
  }

  // The elements of a list, whose places are looked at one by one.
  std::vector<std::uint32_t> elements(std::uint32_t list) {
    std::vector<std::uint32_t> elements;
    if (list == kNoNode || !document_[list].is(Kind::kArray)) return elements;
    opened_[list] = true;
    for (std::uint32_t child = list + 1; child < document_[list].next;
         child = document_[child].next) {
      elements.push_back(child);
    }
    return elements;
  }

  // A value as it is; false where there is none that a field can have.
  bool write_value(std::string_view name, std::uint32_t node) {
    if (node == kNoNode || !is_scalar(document_[node])) return false;
    use(node);
    json_.key(name);
    write_raw(node);
    return true;
  }
  void write_raw(std::uint32_t node) {
    const Span span = document_[node].span;
    json_.json(canon_.text_.substr(span.begin, span.size()));
  }

  void write_pattern() {
    use(at(kSignature));
    use(at(kRegex));
    std::string signature(text(at(kSignature))), regex(text(at(kRegex)));
    if (amendments_.joins_signature) {
      signature = in_one_line(signature);
      note(entry_.repairs, at(kSignature), "its lines are one now");
    }
    if (amendments_.quotes_signature) {
      regex += "|" + escaped(signature);
      note(entry_.repairs, at(kRegex), "matches the signature, too, which it did not");
    }
    json_.member("signature", signature);
    json_.member("regex", regex);
  }

  // The product and its range. A range of no product says nothing.
  std::string version() {
    const std::uint32_t name_node = at(kProduct), range_node = at(kRange);
    const std::string_view name = trimmed(text(name_node)), range = trimmed(text(range_node));
    use(name_node);
    if (name.empty() || name == kAny) {
      entry_.repairs.push_back(
          {std::string(kProduct), "names no product; the domain stands in `versions`"});
      if (!range.empty()) {
        use(range_node);
        note(entry_.lost, range_node, "there is no product that it is a range of");
      }
      return std::string(canon_.domain());
    }
    if (range.empty() || is_dropped(range_node)) {
      if (!range.empty()) use(range_node);
      return std::string(name);
    }
    use(range_node);
    entry_.origins["/versions/0/version"] = range_node;
    const std::string_view plain = without_operator(trimmed(without_name(range, name)));
    if (plain != range) note(entry_.repairs, range_node, "became " + ticked(plain));
    return std::string(name) + " " + std::string(plain);
  }

  void write_versions() {
    json_.start_array("versions");
    json_.start_object();
    json_.member("version", version());
    for (const char* name : {"introduced", "deprecated", "removed", "behavior_change"}) {
      json_.key(name);
      json_.null();
    }
    json_.member("status", "active");
    json_.end_object();
    json_.end_array();
  }

  void write_tier() {
    const std::uint32_t status = at("/metadata/review_status");
    const Tier* const known = find_named(kTiers, text(status));
    if (known != nullptr) use(status);
    json_.member("verification_tier", known == nullptr ? kTiers[0].tier : known->tier);
  }

  void write_tags() {
    const std::uint32_t os = at("/environment/os");
    const std::string tag = slug(text(os));
    json_.start_array("tags");
    if (!tag.empty()) use(os);
    if (!tag.empty() && tag != kAny && !is_dropped(os)) {
      entry_.origins["/tags/0"] = os;
      json_.string(tag);
    }
    json_.end_array();
  }

  Status write_items(const ItemForm& form) {
    const std::uint32_t list = member(0, form.list);
    const std::vector<std::uint32_t> items = elements(list);
    // Each of them gets the address: a small canon must not make a huge entry.
    if (items.size() > kMaxFileBytes / canon_.address_.size()) return too_large();
    json_.start_array(form.list);
    for (std::size_t number = 0; number < items.size(); ++number) {
      if (!document_[items[number]].is(Kind::kObject)) {
        return Error{ticked(canon_.pointer(items[number])) + " is no object"};
      }
      json_.start_object();
      for (const std::string_view name : form.values)
        write_value(name, member(items[number], name));
      for (const std::string_view name : form.texts) {
        if (!write_value(name, member(items[number], name))) json_.member(name, "");
      }
      write_sources(member(items[number], "sources"),
                    "/" + std::string(form.list) + "/" + std::to_string(number) + "/sources/");
      json_.end_object();
    }
    json_.end_array();
    return {};
  }

  // The canon's own sources, and the canon.
  void write_sources(std::uint32_t list, const std::string& pointer) {
    std::size_t number = 0;
    bool has_own = false;
    json_.start_array("sources");
    for (const std::uint32_t source : elements(list)) {
      use(source);
      if (is_dropped(source) || !is_scalar(document_[source])) continue;
      has_own = has_own || text(source) == canon_.address_;
      entry_.origins[pointer + std::to_string(number++)] = source;
      write_raw(source);
    }
    if (!has_own) json_.string(canon_.address_);
    json_.end_array();
  }

  // Why a link cannot be in the entry; empty where it can.
  std::string fault_of_link(std::uint32_t link, std::set<std::string>& listed) const {
    const std::uint32_t target_node =
        document_[link].is(Kind::kObject) ? member(link, "error_id") : kNoNode;
    const std::string target = entry_id_of(text(target_node));
    if (target.empty()) return "names no canon";
    if (target == canon_.id_) return "leads to the entry itself";
    if (!is_known_(target)) return "no entry has the id " + ticked(target, kMaxIdBytes);
    if (!listed.insert(target).second) return "the list has this link already";
    return {};
  }

  void write_links(const std::string& list) {
    const std::uint32_t graph = member(0, "transition_graph");
    const bool has_graph = graph != kNoNode && document_[graph].is(Kind::kObject);
    const std::uint32_t links = has_graph ? member(graph, list) : kNoNode;
    std::set<std::string> listed;
    std::size_t number = 0;
    json_.start_array(list);
    for (const std::uint32_t link : elements(links)) {
      const std::string fault = is_dropped(link) ? "" : fault_of_link(link, listed);
      if (!fault.empty()) note(entry_.lost, link, fault);
      if (!fault.empty() || is_dropped(link)) {
        use(link);
        continue;
      }
      entry_.origins["/transition_graph/" + list + "/" + std::to_string(number++)] = link;
      write_link(link);
    }
    json_.end_array();
  }

  void write_link(std::uint32_t link) {
    const std::uint32_t target = member(link, "error_id");
    use(target);
    json_.start_object();
    json_.member("error_id", entry_id_of(text(target)));
    for (const std::string_view name : kLinkValues) write_value(name, member(link, name));
    json_.end_object();
  }

  void collect_rest() {
    for (std::uint32_t node = 1; node < document_.size();) {
      const Node& value = document_[node];
      const bool is_entered = value.is(Kind::kObject) || (value.is(Kind::kArray) && opened_[node]);
      if (!value.is_name && used_[node]) {
        node = value.next;
      } else if (value.is_name || (is_entered && value.count > 0)) {
        ++node;
      } else {
        add_rest(node);
        node = value.next;
      }
    }
  }
  void add_rest(std::uint32_t node) {
    if (!says_something(document_[node])) return;
    if (entry_.without_place.size() == kMostFields) {
      ++entry_.more_without_place;
    } else {
      entry_.without_place.push_back(canon_.pointer(node));
    }
  }

  static Error too_large() { return Error{"the entry would have more than 1 MiB"}; }

  Result<CanonEntry> finish(const Document& schema) {
    const std::string text = std::move(out_).str();
    Document document;
    parse_json(text, Dialect::kJson, document);
    entry_.text = formatted(document, schema);
    if (entry_.text.size() > kMaxFileBytes) return too_large();
    return std::move(entry_);
  }

  const Canon& canon_;
  const Document& document_;
  const Amendments& amendments_;
  const std::function<bool(const std::string&)>& is_known_;
  std::ostringstream out_;
  JsonWriter json_;
  std::vector<bool> used_, opened_;
  CanonEntry entry_;
};

Result<CanonEntry> Canon::entry(const Amendments& amendments,
                                const std::function<bool(const std::string&)>& is_known,
                                const Document& schema) const {
  return Writer(*this, amendments, is_known).write(schema);
}

std::set<std::string> Canon::targets() const {
  std::set<std::string> targets;
  for (std::uint32_t node = 0; node < document_.size(); ++node) {
    if (document_[node].is_name && document_[node].text == "error_id" &&
        document_[node + 1].is(Kind::kString)) {
      targets.insert(entry_id_of(document_[node + 1].text));
    }
  }
  return targets;
}

}  // namespace kbc
