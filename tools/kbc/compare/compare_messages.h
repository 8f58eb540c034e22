#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/difference.h"
#include "compare/pair_entries.h"
#include "match/matcher.h"
#include "messages/message_matcher.h"

namespace kbc {

// Compares what two knowledge bases find for messages: the same ones on both sides.
class MessageComparison {
 public:
  // All must outlive it.
  MessageComparison(const BaseComparison& comparison, const Matcher& before, const Matcher& now,
                    unsigned jobs);

  // The signatures and examples of the entries of both sides, each text once; and what each entry's
  // counterexamples say of it.
  void add_own();

  // A message that is known from elsewhere, and the id that must be found for it, if one must.
  void add(std::string_view message, std::string_view expect = {});

  std::size_t messages() const { return messages_; }

  // One difference for all messages that went the same way.
  std::vector<Difference> take();

  // By the number of each entry, whether a message is known that shows what has changed about it.
  const std::vector<bool>& is_shown() const { return is_shown_; }

 private:
  // A message as its entries have it.
  struct Own {
    std::string_view text;
    std::vector<std::uint32_t> owners;  // numbers of entries, perhaps twice
    bool is_of_pair = false;            // one of them is on both sides
  };

  // The numbers of the entries that each side finds for a message.
  struct Found {
    std::vector<std::uint32_t> all_before, all_now;       // sorted
    std::uint32_t before = kbx::kNone, now = kbx::kNone;  // the first ones
  };

  // How a group of messages went.
  struct Way {
    std::string_view kind;
    std::uint32_t from = kbx::kNone, to = kbx::kNone;  // numbers of entries

    bool operator==(const Way&) const = default;
  };
  struct WayHash {
    std::size_t operator()(const Way& way) const;
  };

  std::vector<Own> own_messages() const;
  std::vector<bool> find_alike() const;
  std::optional<Found> differing(std::string_view message, unsigned worker);
  void add_found(std::string_view message, const std::vector<std::uint32_t>& owners,
                 const Found& found);
  void add_way(const Way& way, std::string_view message, const Found& found, bool is_bad);
  void compare_counterexamples();
  bool was_given_up(std::uint32_t from, std::uint32_t to) const;
  std::string id_before(std::uint32_t number) const;
  std::string id_now(std::uint32_t number) const;

  const BaseComparison& comparison_;
  const Matcher& before_;
  const Matcher& now_;
  unsigned jobs_;
  std::vector<MessageMatcher> before_matchers_, now_matchers_;  // by workers
  std::size_t messages_ = 0;
  std::vector<Difference> differences_;
  std::unordered_map<Way, std::size_t, WayHash> ways_;  // places in differences_
  std::vector<bool> is_shown_;
  bool is_one_index_;              // both sides are
  std::vector<bool> ranks_alike_;  // by the numbers of entries
};

}  // namespace kbc
