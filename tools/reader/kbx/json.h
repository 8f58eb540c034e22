#ifndef KBX_JSON_H_
#define KBX_JSON_H_

// An entry as JSON, of an index or of a table: what `kbc show --format json` writes of it. C++17.

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "kbx/entry.h"
#include "kbx/version.h"
#include "kbx/view.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// Writes an entry as one object in canonical form: every field of the entry format that the
// knowledge base holds, in its order, but for those that are absent. Json has the functions of
// JsonText, below.
template <typename S, typename Json>
class EntryJson {
 public:
  explicit EntryJson(Json& json) : json_(json) {}

  void write(const Entry<S>& entry) {
    json_.start_object();
    entry.each_field([this](const EntryField& field, const auto& value) {
      place_links(field.kind == FieldKind::kList && field.rows == Section::kLinks);
      this->field(field, value);
    });
    if (is_in_graph_) json_.end_object();
    json_.end_object();
  }

 private:
  void field(const EntryField& field, std::string_view value) { member(field.name, value); }
  void field(const EntryField& field, double value) { rate(field.name, value); }
  void field(const EntryField& field, std::uint64_t value) {
    if (field.kind != FieldKind::kHash) json_.member(field.name, value);
  }
  template <typename Reader>
  void field(const EntryField& field, const List<S, Reader>& list) {
    using Item = typename List<S, Reader>::Item;
    if constexpr (std::is_same_v<Item, std::string_view>) {
      texts(field.name, list);
    } else if constexpr (std::is_same_v<Item, OsNote<S>>) {
      notes(field.name, list);
    } else {
      objects(field.name, list);
    }
  }

  // The three lists of links are in one object.
  void place_links(bool is_links) {
    if (is_links && !is_in_graph_) json_.start_object("transition_graph");
    if (!is_links && is_in_graph_) json_.end_object();
    is_in_graph_ = is_links;
  }

  void member(std::string_view name, std::string_view value) {
    if (!is_absent(value)) json_.member(name, value);
  }
  void rate(std::string_view name, double value) {
    if (value != value) return;
    json_.key(name);
    json_.real(value);
  }
  template <typename Texts>
  void texts(std::string_view name, const Texts& list) {
    if (list.empty()) return;
    json_.start_array(name);
    for (const std::string_view item : list) json_.string(item);
    json_.end_array();
  }
  template <typename Notes>
  void notes(std::string_view name, const Notes& list) {
    if (list.empty()) return;
    json_.start_object(name);
    for (const OsNote<S> note : list) json_.member(note.system, note.text);
    json_.end_object();
  }
  template <typename Items>
  void objects(std::string_view name, const Items& list) {
    json_.start_array(name);
    for (const auto item : list) {
      json_.start_object();
      members(item);
      json_.end_object();
    }
    json_.end_array();
  }

  void members(const Version<S>& version) {
    member("version", version.version);
    member("introduced", version.introduced);
    member("deprecated", version.deprecated);
    member("removed", version.removed);
    member("behavior_change", version.behavior_change);
    member("status", version.status);
  }
  void members(const DeadEnd<S>& dead_end) {
    member("action", dead_end.action);
    member("why_fails", dead_end.why_fails);
    rate("fail_rate", dead_end.fail_rate);
    member("condition", dead_end.condition);
    texts("sources", dead_end.sources);
  }
  void members(const Workaround<S>& workaround) {
    member("action", workaround.action);
    rate("success_rate", workaround.success_rate);
    member("how", workaround.how);
    member("condition", workaround.condition);
    texts("sources", workaround.sources);
  }
  void members(const Link<S>& link) {
    member("error_id", link.error_id);
    member("distinction", link.distinction);
    rate("probability", link.probability);
    member("condition", link.condition);
    member("typical_delay", link.typical_delay);
  }

  Json& json_;
  bool is_in_graph_ = false;
};

template <typename S, typename Json>
void write_json(const Entry<S>& entry, Json& json) {
  EntryJson<S, Json>(json).write(entry);
}

// Appends JSON to a text, without blanks. The caller opens and closes what it opens in turn.
class JsonText {
 public:
  explicit JsonText(std::string& out) : out_(out) {}

  void start_object() { open('{'); }
  void end_object() { close('}'); }
  void start_array() { open('['); }
  void end_array() { close(']'); }
  void start_object(std::string_view name) {
    key(name);
    start_object();
  }
  void start_array(std::string_view name) {
    key(name);
    start_array();
  }
  void key(std::string_view name) {
    string(name);
    out_ += ':';
    is_first_ = true;
  }
  void string(std::string_view value) {
    separate();
    out_ += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
      if (is_plain(value[at])) continue;
      out_.append(value.data() + from, at - from);
      append(value[at]);
      from = at + 1;
    }
    out_.append(value.data() + from, value.size() - from);
    out_ += '"';
  }
  // The shortest text that reads as the same double.
  void real(double value) { number(value); }
  void member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void member(std::string_view name, std::uint64_t value) {
    key(name);
    number(value);
  }

 private:
  void separate() {
    if (!is_first_) out_ += ',';
    is_first_ = false;
  }
  void open(char bracket) {
    separate();
    out_ += bracket;
    is_first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    is_first_ = false;
  }
  template <typename Number>
  void number(Number value) {
    separate();
    char digits[32];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  static bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
  }
  void append(char c) {
    constexpr std::string_view kSpecial = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt";
    if (const std::size_t at = kSpecial.find(c); at != std::string_view::npos) {
      out_ += '\\';
      out_ += kLetters[at];
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      out_ += "\\u00";
      out_ += kDigits[static_cast<unsigned char>(c) / 16];
      out_ += kDigits[static_cast<unsigned char>(c) % 16];
    } else {
      out_ += c;
    }
  }

  std::string& out_;
  bool is_first_ = true;
};

// The entry as a JSON object on one line. Texts are as the knowledge base has them: UTF-8, unless
// an index that was not verified is damaged.
template <typename S>
std::string json_of(const Entry<S>& entry) {
  std::string text;
  JsonText json(text);
  write_json(entry, json);
  return text;
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_JSON_H_
