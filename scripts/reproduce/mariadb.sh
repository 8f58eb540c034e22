# Read by the scripts about MySQL and MariaDB, which run MariaDB in the current folder.
. "$(dirname "$0")/../servers.sh"
exec 2>&1
need mariadbd mariadb mariadb-admin mariadb-install-db

# start_mariadb [OPTION...]: on 127.0.0.1:$port and on the socket `mysqld.sock`. The account `root` has no password.
# shellcheck disable=SC2120
start_mariadb() {
  [ -n "$port" ] || port=$(unused_port)
  if [ ! -d data ]; then
    mkdir data tmp
    if [ "$(id -u)" = 0 ]; then chmod 777 . && chown 65534 data tmp; fi
    $unprivileged mariadb-install-db --no-defaults --datadir="$PWD/data" --skip-name-resolve --skip-test-db \
      --innodb-use-native-aio=0 --tmpdir="$PWD/tmp" --auth-root-authentication-method=normal >install.log 2>&1 || { cat install.log; exit 1; }
  fi
  background "$port" $unprivileged mariadbd --no-defaults --datadir="$PWD/data" --socket="$PWD/mysqld.sock" \
    --port="$port" --bind-address=127.0.0.1 --pid-file="$PWD/data/mariadb.pid" --tmpdir="$PWD/tmp" --skip-name-resolve \
    --innodb-use-native-aio=0 --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=16M --log-warnings=2 "$@"
  server=$!
  wait_for mariadb-admin --no-defaults --socket=mysqld.sock ping
}

# sql [OPTION...]: as the administrator, through the socket.
sql() { mariadb --no-defaults --socket=mysqld.sock -u root "$@"; }

# as USER [OPTION...]: over TCP.
as() {
  account=$1
  shift
  mariadb --no-defaults -h 127.0.0.1 -P "$port" -u "$account" "$@"
}
