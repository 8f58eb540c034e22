#include "text/harm.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/ascii.h"
#include "text/word_list.h"

namespace kbc {
namespace {

// Words that stand in one command in this order, whatever is between them. `-r` is also one of the
// letters of `-fr`; `of=*` is what begins so; words in capitals are SQL and the like, in any case.
struct Row {
  std::string_view words;
  Harm harm;
};
constexpr Row kRows[] = {
    {"docker rm", Harm::kData},
    {"podman rm", Harm::kData},
    {"rm", Harm::kFiles},
    {"rmdir /s", Harm::kFiles},
    {"rd /s", Harm::kFiles},
    {"del /", Harm::kFiles},
    {"del /f", Harm::kFiles},
    {"del /q", Harm::kFiles},
    {"del /s", Harm::kFiles},
    {"Remove-Item", Harm::kFiles},
    {"unlink", Harm::kFiles},
    {"shred", Harm::kFiles},
    {"truncate -s", Harm::kFiles},
    {"truncate --size*", Harm::kFiles},
    {"find -delete", Harm::kFiles},
    {"rsync --delete*", Harm::kFiles},
    {"robocopy /MIR", Harm::kFiles},
    {"cp -f", Harm::kFiles},
    {"mv -f", Harm::kFiles},
    {"crontab -r", Harm::kFiles},
    {"ssh-keygen -R", Harm::kFiles},
    {"gpg --delete-*", Harm::kFiles},
    {"keytool -delete", Harm::kFiles},
    {"aws s3 rm", Harm::kFiles},
    {"gsutil rm", Harm::kFiles},
    {"git clean -f", Harm::kFiles},
    {"git clean -d", Harm::kFiles},
    {"git clean -x", Harm::kFiles},

    {"reset --hard", Harm::kChanges},
    {"reset --merge", Harm::kChanges},
    {"git checkout --", Harm::kChanges},
    {"git checkout -f", Harm::kChanges},
    {"git checkout --force", Harm::kChanges},
    {"git checkout --ours", Harm::kChanges},
    {"git checkout --theirs", Harm::kChanges},
    {"git checkout .", Harm::kChanges},
    {"git switch -f", Harm::kChanges},
    {"git switch --discard-changes", Harm::kChanges},
    {"git restore", Harm::kChanges},
    {"git stash drop", Harm::kChanges},
    {"git stash clear", Harm::kChanges},
    {"git branch -D", Harm::kChanges},
    {"git branch -d", Harm::kChanges},
    {"git branch --delete", Harm::kChanges},
    {"git tag -d", Harm::kChanges},
    {"git tag --delete", Harm::kChanges},
    {"git push -f", Harm::kChanges},
    {"git push --force*", Harm::kChanges},
    {"git push -d", Harm::kChanges},
    {"git push --delete", Harm::kChanges},
    {"git push --mirror", Harm::kChanges},
    {"git reflog expire", Harm::kChanges},
    {"git gc --prune*", Harm::kChanges},
    {"git filter-branch", Harm::kChanges},
    {"git filter-repo", Harm::kChanges},
    {"git update-ref -d", Harm::kChanges},
    {"git rebase --abort", Harm::kChanges},
    {"git merge --abort", Harm::kChanges},
    {"git worktree remove", Harm::kChanges},
    {"git submodule deinit", Harm::kChanges},
    {"hg update -C", Harm::kChanges},
    {"hg strip", Harm::kChanges},
    {"svn revert", Harm::kChanges},

    {"prune", Harm::kData},
    {"docker rmi", Harm::kData},
    {"podman rmi", Harm::kData},
    {"volume rm", Harm::kData},
    {"compose down -v", Harm::kData},
    {"compose down --volumes", Harm::kData},
    {"docker-compose down -v", Harm::kData},
    {"docker-compose down --volumes", Harm::kData},
    {"kubectl delete", Harm::kData},
    {"helm uninstall", Harm::kData},
    {"helm delete", Harm::kData},
    {"terraform destroy", Harm::kData},
    {"vagrant destroy", Harm::kData},
    {"dd of=*", Harm::kData},
    {"mkfs*", Harm::kData},
    {"mkswap", Harm::kData},
    {"wipefs", Harm::kData},
    {"blkdiscard", Harm::kData},
    {"fdisk", Harm::kData},
    {"sgdisk", Harm::kData},
    {"parted", Harm::kData},
    {"diskpart", Harm::kData},
    {"lvremove", Harm::kData},
    {"vgremove", Harm::kData},
    {"pvremove", Harm::kData},
    {"lvreduce", Harm::kData},
    {"zpool destroy", Harm::kData},
    {"zfs destroy", Harm::kData},
    {"zfs rollback", Harm::kData},
    {"btrfs subvolume delete", Harm::kData},
    {"luksFormat", Harm::kData},
    {"fsck* -y", Harm::kData},
    {"e2fsck -y", Harm::kData},
    {"xfs_repair -L", Harm::kData},
    {"DROP TABLE", Harm::kData},
    {"DROP DATABASE", Harm::kData},
    {"DROP SCHEMA", Harm::kData},
    {"DROP VIEW", Harm::kData},
    {"DROP MATERIALIZED", Harm::kData},
    {"DROP INDEX", Harm::kData},
    {"DROP COLUMN", Harm::kData},
    {"DROP CONSTRAINT", Harm::kData},
    {"DROP SEQUENCE", Harm::kData},
    {"DROP FUNCTION", Harm::kData},
    {"DROP TRIGGER", Harm::kData},
    {"DROP TYPE", Harm::kData},
    {"DROP EXTENSION", Harm::kData},
    {"DROP OWNED", Harm::kData},
    {"DROP ROLE", Harm::kData},
    {"DROP USER", Harm::kData},
    {"DROP TABLESPACE", Harm::kData},
    {"DROP KEYSPACE", Harm::kData},
    {"ALTER TABLE DROP", Harm::kData},
    {"TRUNCATE TABLE", Harm::kData},
    {"TRUNCATE", Harm::kData},
    {"DELETE FROM", Harm::kData},
    {"pg_resetwal", Harm::kData},
    {"dropdb", Harm::kData},
    {"dropuser", Harm::kData},
    {"pg_restore --clean", Harm::kData},
    {"mysqladmin drop", Harm::kData},
    {"*dropDatabase*", Harm::kData},
    {"*deleteMany*", Harm::kData},
    {"FLUSHALL", Harm::kData},
    {"FLUSHDB", Harm::kData},
    {"rabbitmqctl reset", Harm::kData},
    {"rabbitmqctl force_reset", Harm::kData},
    {"rabbitmqctl purge_queue", Harm::kData},
    {"kafka-topics* --delete", Harm::kData},
    {"iptables -F", Harm::kData},
    {"nft flush", Harm::kData},
    {"userdel", Harm::kData},
    {"deluser", Harm::kData},

    {"chown -R", Harm::kRights},
    {"chown --recursive", Harm::kRights},
    {"chgrp -R", Harm::kRights},
    {"chgrp --recursive", Harm::kRights},
    {"chmod -R", Harm::kRights},
    {"chmod --recursive", Harm::kRights},
    {"chmod 777", Harm::kRights},
    {"chmod 0777", Harm::kRights},
    {"chmod 666", Harm::kRights},
    {"chmod a+rwx", Harm::kRights},
    {"setfacl -R", Harm::kRights},
    {"setenforce 0", Harm::kRights},
    {"setsebool -P", Harm::kRights},
    {"icacls /reset", Harm::kRights},
    {"takeown", Harm::kRights},
    {"REASSIGN OWNED", Harm::kRights},

    {"kill", Harm::kProcesses},
    {"pkill", Harm::kProcesses},
    {"killall", Harm::kProcesses},
    {"xkill", Harm::kProcesses},
    {"taskkill", Harm::kProcesses},
    {"Stop-Process", Harm::kProcesses},
    {"fuser -k", Harm::kProcesses},
    {"kill-server", Harm::kProcesses},
    {"kill-session", Harm::kProcesses},
    {"*pg_terminate_backend*", Harm::kProcesses},
    {"CLIENT KILL", Harm::kProcesses},
    {"systemctl stop", Harm::kProcesses},
    {"service stop", Harm::kProcesses},
    {"docker stop", Harm::kProcesses},
    {"compose down", Harm::kProcesses},
    {"docker-compose down", Harm::kProcesses},
    {"reboot", Harm::kProcesses},
    {"shutdown", Harm::kProcesses},
    {"poweroff", Harm::kProcesses},
    {"halt", Harm::kProcesses},

    {"apt purge", Harm::kPrograms},
    {"apt remove", Harm::kPrograms},
    {"apt autoremove", Harm::kPrograms},
    {"apt-get purge", Harm::kPrograms},
    {"apt-get remove", Harm::kPrograms},
    {"apt-get autoremove", Harm::kPrograms},
    {"dpkg --purge", Harm::kPrograms},
    {"dpkg --remove", Harm::kPrograms},
    {"dpkg -P", Harm::kPrograms},
    {"dpkg -r", Harm::kPrograms},
    {"dpkg --force-*", Harm::kPrograms},
    {"dnf remove", Harm::kPrograms},
    {"dnf erase", Harm::kPrograms},
    {"yum remove", Harm::kPrograms},
    {"yum erase", Harm::kPrograms},
    {"zypper remove", Harm::kPrograms},
    {"apk del", Harm::kPrograms},
    {"pacman -R", Harm::kPrograms},
    {"brew uninstall", Harm::kPrograms},
    {"snap remove", Harm::kPrograms},
    {"pip* uninstall", Harm::kPrograms},
    {"npm uninstall", Harm::kPrograms},
    {"cargo uninstall", Harm::kPrograms},
};

constexpr std::string_view kEnds = ";|&\n";  // of a command in a line
constexpr std::string_view kBetween = " \t\r'\"()`{},";

// The words of the commands in a line; an empty one where a command ends.
std::vector<std::string_view> words_of(std::string_view command) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= command.size(); ++at) {
    const bool is_end = at == command.size() || kEnds.find(command[at]) != std::string_view::npos;
    if (!is_end && kBetween.find(command[at]) == std::string_view::npos) continue;
    if (at > begin) words.push_back(command.substr(begin, at - begin));
    if (is_end) words.emplace_back();
    begin = at + 1;
  }
  return words;
}

bool is_sql(std::string_view wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [](char c) { return is_upper(c) || c == '_'; });
}

bool is_same(std::string_view word, std::string_view wanted) {
  if (is_sql(wanted)) return lower_ascii(word) == lower_ascii(wanted);
  const bool is_flag = wanted.size() == 2 && wanted[0] == '-' && wanted[1] != '-';
  if (is_flag) {
    return word.size() > 1 && word[0] == '-' && word[1] != '-' &&
           word.find(wanted[1]) != std::string_view::npos;
  }
  const bool may_begin = wanted.ends_with('*'), may_end = wanted.starts_with('*');
  if (may_begin) wanted.remove_suffix(1);
  if (may_end) return word.find(wanted.substr(1)) != std::string_view::npos;
  return may_begin ? word.starts_with(wanted) : word == wanted;
}

// `/bin/rm` is `rm`.
std::string_view program_of(std::string_view word) {
  return word.starts_with('/') ? word.substr(word.rfind('/') + 1) : word;
}

bool has_rest(const std::vector<std::string_view>& words, std::size_t at, std::string_view rest) {
  while (!rest.empty()) {
    const std::string_view wanted = take_word(rest);
    while (!words[at].empty() && !is_same(words[at], wanted)) ++at;
    if (words[at++].empty()) return false;
  }
  return true;
}

bool has_row(const std::vector<std::string_view>& words, std::string_view row) {
  const std::string_view program = take_word(row);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].empty() || !is_same(program_of(words[at]), program)) continue;
    // What the first cannot reach, the next of its kind in this command cannot either.
    if (has_rest(words, at + 1, row)) return true;
    while (!words[at].empty()) ++at;
  }
  return false;
}

}  // namespace

std::optional<Harm> harm_of(std::string_view command) {
  const std::vector<std::string_view> words = words_of(command);
  for (const Row& row : kRows) {
    if (has_row(words, row.words)) return row.harm;
  }
  return {};
}

}  // namespace kbc
