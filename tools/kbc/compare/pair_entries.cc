#include "compare/pair_entries.h"

#include <unordered_map>

namespace kbc {
namespace {

class Pairing {
 public:
  Pairing(const kbx::Index& before, const kbx::Index& now) : before_(before), now_(now) {
    pairs_.to_now.assign(before.size(), kbx::kNone);
    pairs_.to_before.assign(now.size(), kbx::kNone);
  }

  // Both have their entries in the order of ids.
  void by_ids() {
    for (std::uint32_t old = 0, row = 0; old < before_.size() && row < now_.size();) {
      const std::string_view old_id = before_.at(old)->id(), id = now_.at(row)->id();
      if (old_id == id) {
        pair(old++, row++);
      } else if (old_id < id) {
        ++old;
      } else {
        ++row;
      }
    }
  }

  void by_aliases() {
    for (std::uint32_t old = 0; old < before_.size(); ++old) {
      if (pairs_.to_now[old] != kbx::kNone) continue;
      const auto entry = now_.find(before_.at(old)->id());
      if (entry) pair(old, entry.index());
    }
    for (std::uint32_t row = 0; row < now_.size(); ++row) {
      if (pairs_.to_before[row] != kbx::kNone) continue;
      const auto entry = before_.find(now_.at(row)->id());
      if (entry) pair(entry.index(), row);
    }
  }

  // By a text that no other entry without a partner has.
  template <typename TextOf>
  void by_text(TextOf text_of) {
    struct Rows {
      std::uint32_t old = kbx::kNone, row = kbx::kNone;
      bool is_unique = true;
    };
    std::unordered_map<std::string_view, Rows> texts;
    const auto note = [](std::uint32_t Rows::*side, std::uint32_t row, Rows& rows) {
      if (rows.*side != kbx::kNone) rows.is_unique = false;
      rows.*side = row;
    };
    for (std::uint32_t old = 0; old < before_.size(); ++old) {
      if (pairs_.to_now[old] != kbx::kNone) continue;
      note(&Rows::old, old, texts[text_of(*before_.at(old))]);
    }
    for (std::uint32_t row = 0; row < now_.size(); ++row) {
      if (pairs_.to_before[row] != kbx::kNone) continue;
      note(&Rows::row, row, texts[text_of(*now_.at(row))]);
    }
    for (const auto& [text, rows] : texts) {
      const bool is_pair = rows.old != kbx::kNone && rows.row != kbx::kNone;
      if (is_pair && rows.is_unique && !text.empty()) pair(rows.old, rows.row);
    }
  }

  Pairs take() { return std::move(pairs_); }

 private:
  void pair(std::uint32_t old, std::uint32_t row) {
    if (pairs_.to_now[old] != kbx::kNone || pairs_.to_before[row] != kbx::kNone) return;
    pairs_.to_now[old] = row;
    pairs_.to_before[row] = old;
  }

  const kbx::Index& before_;
  const kbx::Index& now_;
  Pairs pairs_;
};

}  // namespace

Pairs pair_entries(const kbx::Index& before, const kbx::Index& now) {
  using Entry = kbx::Entry<kbx::Mapped>;
  Pairing pairing(before, now);
  pairing.by_ids();
  pairing.by_aliases();
  pairing.by_text([](const Entry& entry) { return entry.regex(); });
  pairing.by_text([](const Entry& entry) { return entry.signature(); });
  return pairing.take();
}

}  // namespace kbc
