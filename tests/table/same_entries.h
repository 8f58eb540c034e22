// Whether two knowledge bases are the same to a program, whatever their storage: every field of
// every entry, every list, every look-up.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "kbx/knowledge_base.h"

template <typename Value, typename = void>
struct IsTexts : std::false_type {};
template <typename Value>
struct IsTexts<
    Value, std::enable_if_t<std::is_same_v<std::decay_t<decltype(std::declval<const Value&>()[0])>,
                                           std::string_view>>> : std::true_type {};

// Remembers the first difference, and where it was.
class Comparison {
 public:
  template <typename A, typename B>
  void entry(const A& a, const B& b) {
    place_ = std::string(a.id());
    number("index", a.index(), b.index());
    for (const kbx::EntryField& field : kbx::kEntryFields) {
      switch (field.kind) {
        case kbx::FieldKind::kName:
        case kbx::FieldKind::kText:
          text(field.name, a.text_of(field), b.text_of(field));
          break;
        case kbx::FieldKind::kRate:
          number(field.name, a.rate_of(field), b.rate_of(field));
          break;
        case kbx::FieldKind::kList:
          // In a table the lists of texts have a type for each field.
          a.each_field([&](const kbx::EntryField& own, const auto& value) {
            if constexpr (IsTexts<std::decay_t<decltype(value)>>::value) {
              if (own.at == field.at) texts(field.name, value, b.texts_of(field));
            }
          });
          break;
        default:
          number(field.name, a.number_of(field), b.number_of(field));
      }
    }
    each("versions", a.versions(), b.versions(),
         [this](const auto& x, const auto& y) { this->version(x, y); });
    each("os_specific", a.os_specific(), b.os_specific(),
         [this](const auto& x, const auto& y) { this->os_note(x, y); });
    each("dead_ends", a.dead_ends(), b.dead_ends(),
         [this](const auto& x, const auto& y) { this->dead_end(x, y); });
    each("workarounds", a.workarounds(), b.workarounds(),
         [this](const auto& x, const auto& y) { this->workaround(x, y); });
    each("leads_to", a.leads_to(), b.leads_to(),
         [this](const auto& x, const auto& y) { this->link(x, y); });
    each("preceded_by", a.preceded_by(), b.preceded_by(),
         [this](const auto& x, const auto& y) { this->link(x, y); });
    each("confused_with", a.frequently_confused_with(), b.frequently_confused_with(),
         [this](const auto& x, const auto& y) { this->link(x, y); });
  }

  template <typename A, typename B>
  void version(const A& a, const B& b) {
    text("version", a.version, b.version);
    text("product", a.product, b.product);
    text("introduced", a.introduced, b.introduced);
    text("deprecated", a.deprecated, b.deprecated);
    text("removed", a.removed, b.removed);
    text("behavior_change", a.behavior_change, b.behavior_change);
    text("status", a.status, b.status);
    each("intervals", a.intervals, b.intervals,
         [this](const auto& x, const auto& y) { this->interval(x, y); });
    each("conditional", a.conditional, b.conditional,
         [this](const auto& x, const auto& y) { this->interval(x, y); });
  }

  template <typename A, typename B>
  void interval(const A& a, const B& b) {
    text("low", a.low, b.low);
    text("high", a.high, b.high);
  }

  template <typename A, typename B>
  void os_note(const A& a, const B& b) {
    text("system", a.system, b.system);
    text("text", a.text, b.text);
  }

  template <typename A, typename B>
  void dead_end(const A& a, const B& b) {
    text("action", a.action, b.action);
    text("why_fails", a.why_fails, b.why_fails);
    text("condition", a.condition, b.condition);
    number("fail_rate", a.fail_rate, b.fail_rate);
    texts("sources", a.sources, b.sources);
  }

  template <typename A, typename B>
  void workaround(const A& a, const B& b) {
    text("action", a.action, b.action);
    text("how", a.how, b.how);
    text("condition", a.condition, b.condition);
    number("success_rate", a.success_rate, b.success_rate);
    texts("sources", a.sources, b.sources);
  }

  template <typename A, typename B>
  void link(const A& a, const B& b) {
    text("error_id", a.error_id, b.error_id);
    text("distinction", a.distinction, b.distinction);
    text("condition", a.condition, b.condition);
    text("typical_delay", a.typical_delay, b.typical_delay);
    number("probability", a.probability, b.probability);
    number("source", a.source, b.source);
    number("target", a.target, b.target);
    number("kind", static_cast<int>(a.kind), static_cast<int>(b.kind));
  }

  // Every key of one kind, and the entries that look_up finds by it in each.
  template <typename A, typename B, typename LookUp>
  void keys(const char* name, const A& a, const B& b, const LookUp& look_up) {
    place_ = name;
    number("keys", a.size(), b.size());
    for (std::uint32_t at = 0; at < a.size() && at < b.size(); ++at) {
      text("key", a[at].name, b[at].name);
      const auto [found_a, found_b] = look_up(a[at].name);
      number("entries", a[at].entries, b[at].entries);
      number("found", found_a.size(), a[at].entries);
      number("found", found_b.size(), a[at].entries);
      for (std::uint32_t one = 0; one < found_a.size() && one < found_b.size(); ++one) {
        number("entry", found_a[one].index(), found_b[one].index());
      }
    }
  }

  template <typename A, typename B, typename Compare>
  void each(const char* field, const A& a, const B& b, const Compare& compare) {
    number(field, a.size(), b.size());
    for (std::uint32_t at = 0; at < a.size() && at < b.size(); ++at) compare(a[at], b[at]);
  }

  // Texts are equal if both are absent or both are the same.
  void text(const char* field, std::string_view a, std::string_view b) {
    if (kbx::is_absent(a) != kbx::is_absent(b) || a != b) differ(field);
  }

  // Also two that are not numbers.
  template <typename A, typename B>
  void number(const char* field, A a, B b) {
    if (a != b && (a == a || b == b)) differ(field);
  }

  bool is_same() const { return is_same_; }

 private:
  template <typename A, typename B>
  void texts(const char* field, const A& a, const B& b) {
    number(field, a.size(), b.size());
    for (std::uint32_t at = 0; at < a.size() && at < b.size(); ++at) text(field, a[at], b[at]);
  }

  void differ(const char* field) {
    if (is_same_) std::printf("%s: %s differs\n", place_.c_str(), field);
    is_same_ = false;
  }

  std::string place_;
  bool is_same_ = true;
};
