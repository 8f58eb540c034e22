#include "text/harm.h"

#include <string>

#include "catch.h"

namespace kbc {
namespace {

TEST_CASE("what cannot be undone is told from what only reads", "[harm]") {
  for (const char* command :
       {"rm -r build", "sudo rm -rf /var/cache/x", "/bin/rm x", "find . -name '*.o' -delete",
        "ls | xargs rm", "git clean -fdx", "rsync -a --delete a/ b/"}) {
    CAPTURE(command);
    CHECK(harm_of(command) == Harm::kFiles);
  }
  for (const char* command : {"git reset --hard", "git -C /srv/app reset -q --hard origin/main",
                              "git push --force-with-lease", "git push -uf origin x",
                              "git checkout -- app.ini", "git branch -D old", "git stash drop"}) {
    CAPTURE(command);
    CHECK(harm_of(command) == Harm::kChanges);
  }
  for (const char* command :
       {"docker system prune", "docker volume rm x", "docker rm -f web", "DROP TABLE shop",
        "psql -c \"drop table if exists shop\"", "DELETE FROM t WHERE a = 1", "TRUNCATE t",
        "dd if=/dev/zero of=/dev/sdb", "mkfs.ext4 /dev/sdb1", "FLUSHALL", "redis-cli flushall",
        "ALTER TABLE t DROP c", "kubectl delete pod x"}) {
    CAPTURE(command);
    CHECK(harm_of(command) == Harm::kData);
  }
  for (const char* command : {"chown -R app: store", "sudo chmod -fR a+rwX x", "chmod 777 x",
                              "setsebool -P httpd_can_network_connect 1"}) {
    CAPTURE(command);
    CHECK(harm_of(command) == Harm::kRights);
  }
  for (const char* command :
       {"kill -9 8610", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
        "systemctl stop nginx", "fuser -k 80/tcp", "reboot"}) {
    CAPTURE(command);
    CHECK(harm_of(command) == Harm::kProcesses);
  }
  CHECK(harm_of("apt-get purge mysql-server") == Harm::kPrograms);
  for (const char* command :
       {"", "git status", "git reset HEAD~1", "git push origin main", "git fetch --prune",
        "docker run --rm -it x", "docker compose up", "SELECT count(*) FROM drops", "ls -r",
        "chmod u+x run.sh", "chown app: x", "systemctl restart nginx", "dd if=x bs=1",
        "iptables -A INPUT -j DROP", "git branch -r", "echo reset; ls --hard", "farm -r",
        "ps -eo pid,args | grep kills"}) {
    CAPTURE(command);
    CHECK_FALSE(harm_of(command));
  }
}

TEST_CASE("a command of any length is looked at", "[harm]") {
  std::string command;
  for (int word = 0; word < 100000; ++word) command += "git push ";
  CHECK_FALSE(harm_of(command));
  CHECK(harm_of(command + "--force") == Harm::kChanges);
}

}  // namespace
}  // namespace kbc
