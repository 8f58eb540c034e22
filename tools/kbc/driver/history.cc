#include "driver/history.h"

#include <cstdlib>
#include <utility>

namespace kbc {
namespace {

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// What a hook is about: a push, or another range of commits, that pre-commit announces; else the
// commit to come. Without a change to look at, all findings count.
Status ask_for_hook(const std::string& folder, const Border& border, History& history) {
  history.which = Earlier::kAll;
  const std::string from = environment("PRE_COMMIT_FROM_REF");
  const std::string to = environment("PRE_COMMIT_TO_REF");
  if (from.empty() != to.empty()) {
    return Error{
        "--hook: the environment has only one of PRE_COMMIT_FROM_REF and PRE_COMMIT_TO_REF; set "
        "both or none"};
  }
  std::string commit;
  if (from.empty()) {
    Result<std::optional<Change>> change = Change::staged(folder, border);
    if (!change) return Error{"--hook: " + change.error().message};
    history.change = std::move(*change);
  } else {
    Result<Change> change = Change::between(from, to, folder, border);
    if (!change) return Error{"--hook: " + change.error().message};
    history.change.emplace(std::move(*change));
    const Result<std::string> named = history.change->before().repository().commit_of(to);
    if (!named) return Error{"--hook: " + named.error().message};
    commit = *named;
  }
  Result<std::unique_ptr<Snapshot>> after = Snapshot::committed(folder, border, commit);
  if (!after) return Error{"--hook: " + after.error().message};
  history.after = std::move(*after);
  return {};
}

Status ask_for_staged(const std::string& folder, const Border& border, History& history) {
  Result<std::unique_ptr<Snapshot>> staged = Snapshot::staged(folder, border);
  if (!staged) return Error{"--staged: " + staged.error().message};
  history.after = std::move(*staged);
  return {};
}

Status ask_since(const HistoryChoice& choice, const std::string& folder, const Border& border,
                 History& history) {
  const Until until = choice.staged ? Until::kIndex : Until::kWorkingTree;
  Result<Change> change = Change::since(choice.since, folder, border, until);
  if (!change) return Error{"--since: " + change.error().message};
  history.change.emplace(std::move(*change));
  if (choice.staged || !history.change->before().repository().is_sparse()) return {};
  Result<std::unique_ptr<Snapshot>> sparse = Snapshot::sparse(folder, border);
  if (!sparse) return Error{"--since: " + sparse.error().message};
  history.after = std::move(*sparse);
  return {};
}

}  // namespace

Result<History> ask_git(const BaseChoice& base, const HistoryChoice& choice) {
  History history;
  if (!choice.staged && !choice.hook && choice.since.empty()) return history;
  const Result<std::string> folder = find_knowledge_base(base);
  if (!folder) return folder.error();
  const Result<Border> border = border_around(*folder, base);
  if (!border) return border.error();
  Status failed;
  if (choice.hook) failed = ask_for_hook(*folder, *border, history);
  if (choice.staged) failed = ask_for_staged(*folder, *border, history);
  if (!failed && !choice.since.empty()) failed = ask_since(choice, *folder, *border, history);
  if (failed) return *failed;
  return history;
}

bool KnownPaths::has(const std::string& path) {
  if (!is_asked_) ask();
  is_asked_ = true;
  const auto knows = [&](const Snapshot& files) {
    return files.has(path) || files.has_below(path);
  };
  return (index_ && knows(*index_)) || (head_ && knows(*head_)) ||
         (history_.after && knows(*history_.after)) ||
         (history_.change && knows(history_.change->before()));
}

void KnownPaths::ask() {
  Result<std::unique_ptr<Snapshot>> index = Snapshot::staged(config_.root, config_.border);
  if (!index) return;
  index_ = std::move(*index);
  const Result<std::string> head = index_->repository().commit_of("HEAD");
  if (!head) return;
  Result<std::unique_ptr<Snapshot>> commit =
      Snapshot::committed(config_.root, config_.border, *head);
  if (commit) head_ = std::move(*commit);
}

}  // namespace kbc
