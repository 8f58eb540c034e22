#include "change/move.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/place.h"
#include "analysis/selection.h"
#include "change/name_places.h"
#include "change/open_base.h"
#include "change/plan.h"
#include "check/edge_index.h"
#include "driver/trouble.h"
#include "load/discover.h"
#include "os/file_state.h"
#include "parse/literal.h"
#include "text/ascii.h"
#include "text/entry_id.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

std::string quoted_id(std::string_view id) { return ticked(id, kMaxIdBytes); }

Status check_domain(const Taxonomy& taxonomy, std::string_view id) {
  const std::string_view domain = domain_of(id);
  if (taxonomy.domains.contains(domain)) return {};
  std::vector<std::string_view> names;
  for (const auto& [name, description] : taxonomy.domains) names.push_back(name);
  return Error{"the taxonomy has no domain " + ticked(domain) +
               did_you_mean(domain, names, "`kbc taxonomy` lists them")};
}

// Whether there can be an entry with this id; what else has the name is another question.
Status check_id(const Config& config, const std::string& id, const std::string& file) {
  if (!is_entry_id(id)) {
    return Error{ticked(id, kMaxIdBytes) +
                 " is not an id; write DOMAIN/SLUG, lower-case words joined by `-`"};
  }
  if (const std::string_view device = windows_device_in(id); !device.empty()) {
    return Error{ticked(device) + " is the name of a device on Windows, where no file can have it"};
  }
  if (Status unknown = check_domain(config.taxonomy, id)) return unknown;
  const std::string why = what_is_no_entry(config, file);
  if (!why.empty()) return Error{display_path(file) + ": " + why};
  // In another folder it would not be found by this name.
  if (named_below(real_path(config.entries), file) != path_of_id(id)) {
    return Error{display_path(file) + ": a folder on the way is a link"};
  }
  return {};
}

// One move, from the entry as it is to the plan.
class Move {
 public:
  Move(OpenBase& base, const EntryRecord& entry, const std::string& id)
      : base_(base),
        entry_(entry),
        old_id_(entry.id.value),
        id_(id),
        file_(base.file_of(id)),
        before_(entry_file(base, entry)),
        after_(text_after()) {}

  // Why the entry cannot have the name.
  Status check() const {
    const KnowledgeBase& known = base_.analysis.base;
    if (old_id_ == id_ && entry_.path_id == id_)
      return Error{quoted_id(id_) + " is its id already"};
    if (Status unfit = check_id(base_.config, id_, file_)) return unfit;
    if (const std::string* reason = known.find_removed(id_)) {
      return Error{quoted_id(id_) + " is the id of an entry that was removed: " + *reason +
                   "; choose another, or take it out of `removed` in kbc.json"};
    }
    const EntryRecord* const other = known.find(id_);
    if (other != nullptr && other != &entry_ && !is_done_before(*other)) {
      return Error{quoted_id(id_) + " is already the id of an entry"};
    }
    const EntryRecord* const alias = known.find_alias(id_);
    if (alias != nullptr && alias != &entry_ && alias != other) {
      return Error{quoted_id(id_) + " is already an alias of " + quoted_id(alias->id.value)};
    }
    std::error_code failed;
    if (fs::exists(fs::symlink_status(file_, failed)) && !is_own_file() && other == nullptr) {
      return Error{display_path(file_) + ": already exists"};
    }
    return {};
  }

  Status plan(const std::string& baseline, Plan& plan) const {
    const std::string old_path = base_.analysis.sources[entry_.file].path;
    const std::string told = old_path + " -> " + display_path(file_);
    const bool is_own = is_own_file();
    // The new file comes first and the old one goes last: at any time each link leads somewhere,
    // and what was begun can be done once more.
    if (is_own) {
      plan.replace(before_.file, Border::By::kEntry, *before_.text, after_,
                   entry_.path_id == id_ ? old_path + ": id" : told);
    } else if (base_.analysis.base.find(id_) == nullptr) {
      plan.create(file_, after_, told);
    } else {
      plan.tell(told);
    }
    if (Status failed = change_names(base_, entry_, names(), baseline, plan)) return failed;
    // A name that differs by case alone is the same file where letters have no case.
    if (!is_own) {
      plan.remove(before_.file, *before_.text, "");
    } else if (entry_.path_id != id_) {
      plan.rename(before_.file, file_, "");
    }
    return {};
  }

 private:
  IdChange names() const {
    IdChange change{{old_id_}, id_};
    if (linked_entry(base_.analysis.base, entry_.path_id) == nullptr) {
      change.from.emplace(entry_.path_id);
    }
    change.from.erase(id_);
    return change;
  }

  bool is_own_file() const {
    if (entry_.path_id == id_) return true;
    if (lower_ascii(before_.file) != lower_ascii(file_)) return false;
    const auto here = state_of(before_.file), there = state_of(file_);
    return here && there && here->device == there->device && here->number == there->number;
  }

  // A move that was interrupted has written this file.
  bool is_done_before(const EntryRecord& other) const {
    return other.path_id == id_ && base_.analysis.sources.text(other.file) == after_;
  }

  std::string text_after() const {
    const Document& document = before_.document;
    JsonEdits edits(*before_.text, document);
    const auto replace = [&](std::string_view field, std::string_view value) {
      const std::uint32_t node = document.member(0, field);
      if (node != Document::kNoNode && document[node].text != value) {
        edits.replace(node, quote(value));
      }
    };
    replace("id", id_);
    replace("domain", domain_of(id_));
    change_aliases(edits);
    change_links(document, names(), id_, edits);
    return laid_out(base_.config, before_, edits.text());
  }

  void change_aliases(JsonEdits& edits) const {
    const Document& document = before_.document;
    const bool is_kept = is_entry_id(old_id_) && old_id_ != id_;
    const std::uint32_t list = document.member(0, "aliases");
    if (list == Document::kNoNode) {
      if (is_kept) edits.add_member(0, "aliases", "[" + quote(old_id_) + "]");
      return;
    }
    if (!document[list].is(Kind::kArray)) {
      if (is_kept) edits.replace(list, "[" + quote(old_id_) + "]");
      return;
    }
    bool is_there = false;
    for (std::uint32_t at = list + 1; at < document[list].next; at = document[at].next) {
      is_there = is_there || document[at].text == old_id_;
      if (document[at].text == id_) edits.remove(at);
    }
    if (is_kept && !is_there) edits.add_element(list, quote(old_id_));
  }

  OpenBase& base_;
  const EntryRecord& entry_;
  std::string old_id_, id_;
  std::string file_;  // that the entry will have
  EntryFile before_;
  std::string after_;
};

}  // namespace

Status plan_move(OpenBase& base, const EntryRecord& entry, const std::string& to,
                 const std::string& baseline, Plan& plan) {
  const Move move(base, entry, to);
  if (Status refused = move.check()) return refused;
  return move.plan(baseline, plan);
}

int move_entry(const MoveRequest& request) {
  Result<OpenBase> base = open_base(request.base, request.jobs);
  if (!base) return report_trouble(base.error());
  const Result<const EntryRecord*> entry = entry_named(*base, request.from);
  if (!entry) return report_trouble(entry.error());
  Plan plan(base->config.border);
  if (Status failed = plan_move(*base, **entry, request.to, request.baseline, plan)) {
    return report_trouble(*failed);
  }
  return carry_out(plan, request.is_dry);
}

}  // namespace kbc
