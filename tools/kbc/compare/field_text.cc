#include "compare/field_text.h"

#include <map>
#include <utility>

#include "text/number_text.h"

namespace kbc {
namespace {

using S = kbx::Mapped;

// Spells values so that no two of them run into each other.
class Spelling {
 public:
  void add(std::string_view value) {
    // An absent text is not an empty one.
    out_ += kbx::is_absent(value) ? "-" : std::to_string(value.size());
    out_ += ':';
    out_ += value;
  }
  void add(double rate) {
    add(rate != rate ? std::string_view() : std::string_view(shortest(rate)));
  }
  void add(std::uint64_t number) { add(std::string_view(std::to_string(number))); }
  template <typename Reader>
  void add(const kbx::List<S, Reader>& list) {
    for (const auto item : list) add(item);
  }
  void add(const kbx::Version<S>& version) {
    add(version.version);
    add(version.introduced);
    add(version.deprecated);
    add(version.removed);
    add(version.behavior_change);
    add(version.status);
  }
  // Members of an object, whose order says nothing.
  void add(const kbx::List<S, kbx::OsNote<S>>& notes) {
    std::map<std::string_view, std::string_view> texts;
    for (const kbx::OsNote<S> note : notes) texts.emplace(note.system, note.text);
    for (const auto& [system, text] : texts) {
      add(system);
      add(text);
    }
  }
  void add(const kbx::DeadEnd<S>& dead_end) {
    add(dead_end.action);
    add(dead_end.why_fails);
    add(dead_end.condition);
    add(dead_end.fail_rate);
    add(dead_end.sources);
  }
  void add(const kbx::Workaround<S>& workaround) {
    add(workaround.action);
    add(workaround.how);
    add(workaround.condition);
    add(workaround.success_rate);
    add(workaround.sources);
  }
  void add(const kbx::Link<S>& link) {
    add(link.error_id);
    add(link.distinction);
    add(link.condition);
    add(link.typical_delay);
    add(link.probability);
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::vector<FieldText> field_texts(const kbx::Entry<kbx::Mapped>& entry) {
  std::vector<FieldText> texts;
  entry.each_field([&](const kbx::EntryField& field, const auto& value) {
    if (field.kind == kbx::FieldKind::kHash) return;
    Spelling spelling;
    spelling.add(value);
    texts.push_back({field.name, spelling.take()});
  });
  return texts;
}

}  // namespace kbc
