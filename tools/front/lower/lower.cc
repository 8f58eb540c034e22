// Fields are data: a table for each kind of object says which member of the JSON goes where and
// what its text is for, and the same tables give out the texts again (texts_of). Nothing is copied
// but pointers; time and memory are those of the fields that are present.
#include "lower/lower.h"

#include <algorithm>
#include <span>

#include "lower/doubtful_links.h"

namespace kbc {
namespace {

// Where a text field of T, a part of an entry, lives and what it is for.
template <typename T>
struct PartField {
  std::string_view name;
  Text T::*field;
  Role role;
};

template <typename T>
struct NumberField {
  std::string_view name;
  Number T::*field;
};

constexpr NumberField<Entry> kEntryNumbers[] = {
    {"confidence", &Entry::confidence},
    {"fix_success_rate", &Entry::fix_success_rate},
    {"evidence_count", &Entry::evidence_count},
};

constexpr PartField<VersionItem> kVersionTexts[] = {
    {"version", &VersionItem::version, Role::kName},
    {"introduced", &VersionItem::introduced, Role::kName},
    {"deprecated", &VersionItem::deprecated, Role::kName},
    {"removed", &VersionItem::removed, Role::kName},
    {"behavior_change", &VersionItem::behavior_change, Role::kProse},
    {"status", &VersionItem::status, Role::kName},
};

constexpr PartField<DeadEnd> kDeadEndTexts[] = {
    {"action", &DeadEnd::action, Role::kProse},
    {"why_fails", &DeadEnd::why_fails, Role::kProse},
    {"condition", &DeadEnd::condition, Role::kProse},
};

constexpr PartField<Workaround> kWorkaroundTexts[] = {
    {"action", &Workaround::action, Role::kProse},
    {"how", &Workaround::how, Role::kSteps},
    {"condition", &Workaround::condition, Role::kProse},
};

constexpr PartField<Link> kLinkTexts[] = {
    {"error_id", &Link::error_id, Role::kName},
    {"distinction", &Link::distinction, Role::kProse},
    {"condition", &Link::condition, Role::kProse},
    {"typical_delay", &Link::typical_delay, Role::kProse},
};

// Reads one document; each function takes a node and gives what it describes.
class Lowering {
 public:
  Lowering(const Document& document, std::string_view source_text)
      : document_(document), source_text_(source_text) {}

  Entry entry(std::uint32_t root) const;

 private:
  template <typename Work>
  void each_member(std::uint32_t object, const Work& work) const {
    if (!document_[object].is(Kind::kObject)) return;
    const std::uint32_t end = document_[object].next;
    for (std::uint32_t name = object + 1; name < end; name = document_[name].next) work(name);
  }

  template <typename Work>
  void each_item(std::uint32_t array, const Work& work) const {
    if (!document_[array].is(Kind::kArray)) return;
    const std::uint32_t end = document_[array].next;
    for (std::uint32_t item = array + 1; item < end; item = document_[item].next) work(item);
  }

  // The value of a member, or nothing for null: absent and null mean the same.
  std::uint32_t member(std::uint32_t object, std::string_view name) const {
    const std::uint32_t value = document_.member(object, name);
    if (value == Document::kNoNode || document_[value].is(Kind::kNull)) return Document::kNoNode;
    return value;
  }

  std::string_view literal(std::uint32_t node) const {
    const Span span = document_[node].span;
    return source_text_.substr(span.begin, span.size());
  }

  Text text(std::uint32_t node) const {
    const Node& value = document_[node];
    if (!value.is(Kind::kString) || value.damaged) return {};
    return {value.text, literal(node), value.span};
  }

  Number number(std::uint32_t node) const {
    const Node& value = document_[node];
    if (!value.is(Kind::kNumber) || value.damaged) return {};
    return {value.number(), value.text, value.span};
  }

  template <typename T>
  void texts(std::uint32_t object, std::span<const PartField<T>> fields, T& into) const {
    each_member(object, [&](std::uint32_t name) {
      for (const PartField<T>& field : fields) {
        if (field.name != document_[name].text) continue;
        if (!(into.*field.field).present()) into.*field.field = text(name + 1);
        return;
      }
    });
  }

  Number number_member(std::uint32_t object, std::string_view name) const {
    const std::uint32_t value = member(object, name);
    return value == Document::kNoNode ? Number() : number(value);
  }

  TextList text_list(std::uint32_t object, std::string_view name) const {
    TextList list;
    const std::uint32_t array = document_.member(object, name);
    if (array == Document::kNoNode) return list;
    list.is_there = true;
    if (document_[array].is(Kind::kArray)) list.span = document_[array].span;
    each_item(array, [&](std::uint32_t item) {
      if (Text one = text(item); one.present()) list.texts.push_back(one);
    });
    return list;
  }

  template <typename T, typename Make>
  std::vector<T> objects(std::uint32_t object, std::string_view name, const Make& make,
                         Span* span = nullptr) const {
    std::vector<T> list;
    const std::uint32_t array = member(object, name);
    if (array == Document::kNoNode) return list;
    if (span != nullptr && document_[array].is(Kind::kArray)) *span = document_[array].span;
    each_item(array, [&](std::uint32_t item) {
      if (!document_[item].is(Kind::kObject)) return;
      T& one = list.emplace_back();
      one.span = document_[item].span;
      one.ordinal = document_[item].ordinal;
      make(item, one);
    });
    return list;
  }

  std::vector<OsNote> os_notes(std::uint32_t root) const;
  void links(std::uint32_t root, Entry& entry) const;
  void set_removals(std::uint32_t array, std::vector<Link>& links) const;

  const Document& document_;
  std::string_view source_text_;
};

std::vector<OsNote> Lowering::os_notes(std::uint32_t root) const {
  std::vector<OsNote> notes;
  const std::uint32_t object = member(root, "os_specific");
  if (object == Document::kNoNode) return notes;
  each_member(object, [&](std::uint32_t name) {
    if (Text value = text(name + 1); value.present()) notes.push_back({text(name), value});
  });
  return notes;
}

void Lowering::links(std::uint32_t root, Entry& entry) const {
  const std::uint32_t graph = member(root, "transition_graph");
  if (graph == Document::kNoNode) return;
  for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
    LinkList& list = entry.links[kind];
    list.links = objects<Link>(
        graph, kLinkFields[kind],
        [&](std::uint32_t item, Link& link) {
          texts<Link>(item, kLinkTexts, link);
          link.probability = number_member(item, "probability");
        },
        &list.span);
    if (!list.links.empty()) set_removals(member(graph, kLinkFields[kind]), list.links);
  }
}

// With the comma before it, or after it where it is the first.
void Lowering::set_removals(std::uint32_t array, std::vector<Link>& links) const {
  const std::uint32_t end = document_[array].next;
  auto link = links.begin();
  std::uint32_t before = Document::kNoNode;
  for (std::uint32_t item = array + 1; item < end && link != links.end();
       before = item, item = document_[item].next) {
    if (link->ordinal != document_[item].ordinal) continue;
    const std::uint32_t after = document_[item].next;
    if (before != Document::kNoNode) {
      link->removal = {document_[before].span.end, link->span.end};
    } else if (after < end) {
      link->removal = {link->span.begin, document_[after].span.begin};
    } else {
      link->removal = {document_[array].span.begin + 1, document_[array].span.end - 1};
    }
    ++link;
  }
}

Entry Lowering::entry(std::uint32_t root) const {
  Entry entry;
  if (document_[root].is(Kind::kObject)) entry.span = document_[root].span;
  each_member(root, [&](std::uint32_t name) {
    for (std::size_t at = 0; at < kTextFields.size(); ++at) {
      if (kTextFields[at].name != document_[name].text) continue;
      if (!entry.texts[at].present()) entry.texts[at] = text(name + 1);
      return;
    }
  });
  for (std::size_t at = 0; at < kTextListFields.size(); ++at) {
    entry.text_lists[at] = text_list(root, kTextListFields[at].name);
  }
  for (const auto& [name, field] : kEntryNumbers) entry.*field = number_member(root, name);
  entry.versions =
      objects<VersionItem>(root, "versions", [&](std::uint32_t item, VersionItem& version) {
        texts<VersionItem>(item, kVersionTexts, version);
      });
  entry.dead_ends = objects<DeadEnd>(
      root, "dead_ends",
      [&](std::uint32_t item, DeadEnd& dead) {
        texts<DeadEnd>(item, kDeadEndTexts, dead);
        dead.fail_rate = number_member(item, "fail_rate");
        dead.sources = text_list(item, "sources").texts;
      },
      &entry.dead_ends_span);
  entry.workarounds = objects<Workaround>(
      root, "workarounds",
      [&](std::uint32_t item, Workaround& workaround) {
        texts<Workaround>(item, kWorkaroundTexts, workaround);
        workaround.success_rate = number_member(item, "success_rate");
        workaround.sources = text_list(item, "sources").texts;
      },
      &entry.workarounds_span);
  entry.os_specific = os_notes(root);
  links(root, entry);
  return entry;
}

// Collects the texts of an entry.
class Texts {
 public:
  Texts() { texts_.reserve(64); }  // most entries have fewer

  void add(const Text& text, Role role) {
    if (text.present()) texts_.push_back({&text, role});
  }
  void add_all(const std::vector<Text>& list, Role role) {
    for (const Text& text : list) add(text, role);
  }
  template <typename T>
  void add_fields(const T& object, std::span<const PartField<T>> fields) {
    for (const PartField<T>& field : fields) add(object.*field.field, field.role);
  }
  std::vector<RoleText> take() { return std::move(texts_); }

 private:
  std::vector<RoleText> texts_;
};

}  // namespace

LinkKind reverse_of(LinkKind kind) {
  if (kind == LinkKind::kLeadsTo) return LinkKind::kPrecededBy;
  return kind == LinkKind::kPrecededBy ? LinkKind::kLeadsTo : kind;
}

Entry lower(const Document& document, const std::vector<SchemaFault>& faults,
            std::string_view source_text, std::string_view path_id, CaseRule case_rule) {
  Entry entry;
  if (!document.empty()) entry = Lowering(document, source_text).entry(0);
  const auto doubtful = doubtful_links(document, faults);
  for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
    entry.links[kind].is_doubtful = doubtful[kind];
  }
  entry.path_id = path_id;
  if (entry["regex"].present()) entry.pattern = CompiledRegex(entry["regex"].value, case_rule);
  return entry;
}

std::vector<RoleText> texts_of(const Entry& entry) {
  Texts texts;
  for (std::size_t at = 0; at < kTextFields.size(); ++at) {
    texts.add(entry.texts[at], kTextFields[at].role);
  }
  for (const VersionItem& version : entry.versions)
    texts.add_fields<VersionItem>(version, kVersionTexts);
  for (const OsNote& note : entry.os_specific) texts.add(note.text, Role::kProse);
  for (const DeadEnd& dead_end : entry.dead_ends) {
    texts.add_fields<DeadEnd>(dead_end, kDeadEndTexts);
    texts.add_all(dead_end.sources, Role::kUrl);
  }
  for (const Workaround& workaround : entry.workarounds) {
    texts.add_fields<Workaround>(workaround, kWorkaroundTexts);
    texts.add_all(workaround.sources, Role::kUrl);
  }
  for (const LinkList& list : entry.links) {
    for (const Link& link : list.links) texts.add_fields<Link>(link, kLinkTexts);
  }
  for (std::size_t at = 0; at < kTextListFields.size(); ++at) {
    texts.add_all(entry.text_lists[at].texts, kTextListFields[at].role);
  }
  return texts.take();
}

}  // namespace kbc
