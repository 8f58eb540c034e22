#include <algorithm>
#include <string>
#include <vector>

#include "mcp/entry_text.h"
#include "mcp/tool.h"
#include "parse/parse.h"
#include "text/languages.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// A field of an entry as it was written.
struct Section {
  std::string_view name;  // the field's
  std::string_view json;
};

// The members of an object.
std::vector<Section> sections_of(const std::string& object, Document& document) {
  parse_json(object, Dialect::kJson, document);
  std::vector<Section> sections;
  for (std::uint32_t at = 1; !document.empty() && at < document.root().next;) {
    const std::uint32_t value = at + 1;
    const Span span = document[value].span;
    sections.push_back(
        {document[at].text, std::string_view(object).substr(span.begin, span.size())});
    at = document[value].next;
  }
  return sections;
}

bool has(const std::vector<Section>& sections, std::string_view name) {
  return std::any_of(sections.begin(), sections.end(),
                     [&](const Section& one) { return one.name == name; });
}

// The language of whose translations a field is one; null for none.
const Translation* translation_of(std::string_view name) {
  const auto found = std::find_if(kTranslations.begin(), kTranslations.end(),
                                  [&](const Translation& one) { return one.field->name == name; });
  return found == kTranslations.end() ? nullptr : &*found;
}

// Of each text the one in the language that is wanted, in English without one; of lists that are
// translated both, since rates and sources are with the original.
void choose_language(std::string_view code, std::vector<Section>& sections) {
  std::vector<Section> chosen;
  for (const Section& one : sections) {
    const Translation* const translation = translation_of(one.name);
    if (translation != nullptr && translation->language->code != code) continue;
    const bool is_text = one.json.starts_with('"');
    const std::string translated = std::string(one.name) + '_' + std::string(code);
    if (is_text && translation == nullptr && has(sections, translated)) continue;
    chosen.push_back(one);
  }
  sections = std::move(chosen);
}

class EntryAnswer {
 public:
  EntryAnswer(Knowledge& knowledge, const IndexEntry& entry, const JsonObject& arguments)
      : knowledge_(knowledge),
        entry_(entry),
        wanted_(arguments.texts("sections")),
        text_(entry_text(entry)),
        sections_(sections_of(text_, document_)) {
    choose_language(arguments.text("lang"), sections_);
  }

  ToolAnswer write() {
    if (const std::string why = unknown_section(); !why.empty()) return ToolAnswer::refuse(why);
    json_.start_object();
    json_.start_object("entry");
    const std::vector<std::string_view> omitted = write_sections();
    json_.end_object();
    write_faults(knowledge_, entry_, json_);
    json_.key("truncated");
    json_.boolean(!omitted.empty());
    if (!omitted.empty()) write_omitted(omitted);
    json_.end_object();
    return ToolAnswer::of(std::move(json_));
  }

 private:
  std::string unknown_section() const {
    std::vector<std::string_view> names;
    for (const kbx::EntryField& field : kbx::kEntryFields) names.emplace_back(field.name);
    names.emplace_back("transition_graph");
    for (const std::string_view wanted : wanted_) {
      if (std::find(names.begin(), names.end(), wanted) != names.end()) continue;
      return "no field of entries is called " + ticked(wanted) + did_you_mean(wanted, names);
    }
    return {};
  }

  bool is_wanted(std::string_view name) const {
    return wanted_.empty() || name == "id" || name == "signature" ||
           std::find(wanted_.begin(), wanted_.end(), name) != wanted_.end();
  }

  // Those for which there is room; gives the names of the others.
  std::vector<std::string_view> write_sections() {
    std::size_t left = kLongestAnswer - 1'000;
    std::vector<std::string_view> omitted;
    for (const Section& one : sections_) {
      if (!is_wanted(one.name)) continue;
      const std::size_t size = one.name.size() + one.json.size();
      if (size > left) {
        omitted.push_back(one.name);
        continue;
      }
      left -= size;
      json_.key(one.name);
      json_.json(one.json);
    }
    return omitted;
  }

  void write_omitted(const std::vector<std::string_view>& omitted) {
    json_.start_array("omitted");
    for (const std::string_view name : omitted) json_.string(name);
    json_.end_array();
    const bool is_one = wanted_.size() == 1 || sections_.size() == 1;
    json_.member("next",
                 is_one ? "the resource kbc://entry/" + std::string(entry_.id()) + " has all of it"
                        : "ask again with the `omitted` fields as `sections`, one by one");
  }

  Knowledge& knowledge_;
  IndexEntry entry_;
  std::vector<std::string_view> wanted_;
  std::string text_;
  Document document_;
  std::vector<Section> sections_;
  ShownJson json_;
};

ToolAnswer call(Knowledge& knowledge, const JsonObject& arguments) {
  const std::string_view id = arguments.text("id");
  const auto entry = knowledge.index().find(id);
  if (!entry) return ToolAnswer::refuse(unknown_entry(knowledge, id));
  return EntryAnswer(knowledge, *entry, arguments).write();
}

// The codes of the languages, as a JSON Schema lists them.
std::string language_codes() {
  std::string codes;
  for (const Language& language : kLanguages) {
    if (!codes.empty()) codes += ',';
    codes += '"' + std::string(language.code) + '"';
  }
  return codes;
}

std::string_view input_schema() {
  static const std::string text =
      R"({"type":"object","properties":{"id":{"type":"string"},"sections":{"type":"array","items":{"type":"string"},"description":"only these fields"},"lang":{"enum":[)" +
      language_codes() + R"(]}},"required":["id"],"additionalProperties":false})";
  return text;
}

}  // namespace

Tool get_entry_tool() {
  return {
      .description =
          "Gives an entry by id or alias: cause, dead ends, workarounds, versions, links, sources.",
      .input = input_schema(),
      .output =
          R"({"type":"object","properties":{"entry":{"type":"object","properties":{"id":{"type":"string"},"signature":{"type":"string"}},"required":["id"]},"text_faults":{"type":"array","items":{"type":"string"}},"truncated":{"type":"boolean"},"omitted":{"type":"array","items":{"type":"string"}},"next":{"type":"string"}},"required":["entry","truncated"]})",
      .call = call};
}

}  // namespace kbc
