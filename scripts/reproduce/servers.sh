# Read by the scripts that need a server: they run it in the current folder, and it ends with the script.

need() {
  PATH=$PATH:/usr/sbin:/usr/lib/postgresql/15/bin
  for program in "$@"; do
    command -v "$program" >/dev/null || { echo "$program is not installed"; exit 77; }
  done
}

# at_end COMMAND: what to undo, last first.
at_end() {
  undo="$1; $undo"
  # shellcheck disable=SC2064
  trap "set +e; exec >/dev/null 2>&1; $undo" EXIT
}

# wait_for COMMAND...: until it succeeds, for half a minute.
wait_for() {
  tries=300
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { echo "waited in vain for: $*"; exit 1; }
    sleep 0.1
  done
}

# listening PORT: on 127.0.0.1. It is asked many times by each script, so by a small program.
listening() { ss -Hltn "sport = :$1" | grep -q -e " 127\.0\.0\.1:$1 " -e " 0\.0\.0\.0:$1 " -e " \*:$1 "; }

# taken PORT: on any address.
taken() { ss -Hltun "sport = :$1" | grep -q .; }

# free_port PORT...: a script that would talk to somebody else's server does nothing instead.
free_port() {
  need ss
  for asked in "$@"; do
    if listening "$asked"; then echo "port $asked is taken"; exit 77; fi
  done
}

# unused_port: prints one, below those that the kernel gives to clients.
unused_port() {
  need ss
  candidate=$(shuf -i 20000-32000 -n 1)
  while taken "$candidate"; do candidate=$(shuf -i 20000-32000 -n 1); done
  echo "$candidate"
}

# background PORT COMMAND...: started, and answering on the port.
background() {
  awaited=$1
  shift
  "$@" >>"server-$awaited.log" 2>&1 &
  at_end "kill $!; wait $!"
  wait_for listening "$awaited"
  # Another server may have taken the port in the meantime.
  kill -0 $! 2>/dev/null || { cat "server-$awaited.log"; exit 1; }
}

# Before a command: not as root, which servers refuse and for whom permissions do not count.
unprivileged=
[ "$(id -u)" != 0 ] || unprivileged="setpriv --reuid 65534 --regid 65534 --clear-groups"

# start_sshd PORT [OPTION...]: answers to the account that runs the script; its key is `id`, the key of the host `host`.
start_sshd() {
  need sshd ssh ssh-keygen
  on=$1
  shift
  free_port "$on"
  [ -f host ] || ssh-keygen -q -t ed25519 -N '' -C host -f host
  [ -f id ] || ssh-keygen -q -t ed25519 -N '' -C dev -f id
  cp id.pub authorized_keys
  # Demanded of root, and made by the service otherwise.
  [ "$(id -u)" != 0 ] || mkdir -p /run/sshd
  background "$on" "$(command -v sshd)" -D -e -f /dev/null -p "$on" -h "$PWD/host" "$@" \
    -o ListenAddress=127.0.0.1 -o "AuthorizedKeysFile=$PWD/authorized_keys" -o StrictModes=no \
    -o PasswordAuthentication=no -o KbdInteractiveAuthentication=no -o PidFile=none
}

# start_postgres [SETTING...]: on 127.0.0.1:$PGPORT and on a socket in the current folder; the administrator is `postgres`.
start_postgres() {
  need initdb postgres psql
  PGPORT=$(unused_port)
  mkdir data
  if [ "$(id -u)" = 0 ]; then chmod 755 . && chown 65534 data . ; fi
  $unprivileged initdb -D data -U postgres -A trust --no-sync --locale=C.UTF-8 >initdb.log 2>&1 ||
    { cat initdb.log; exit 1; }
  set -- -c fsync=off -c port=$PGPORT -c listen_addresses=127.0.0.1 -c "unix_socket_directories=$PWD" "$@"
  background "$PGPORT" $unprivileged postgres -D data "$@"
  # Without this the server waits for its clients to leave.
  at_end "kill -INT $!"
  wait_for psql -h 127.0.0.1 -p "$PGPORT" -U postgres -c 'select 1'
  export PGHOST=127.0.0.1 PGPORT PGUSER=postgres
}

# start_redis PORT [OPTION...]
start_redis() {
  need redis-server redis-cli
  free_port "$1"
  on=$1
  shift
  background "$on" redis-server --port "$on" --bind 127.0.0.1 --save '' "$@"
}

# start_nginx PORT: serves by the file `nginx.conf` in the current folder.
start_nginx() {
  need nginx
  free_port "$1"
  background "$1" nginx -p "$PWD" -e stderr -c nginx.conf -g 'daemon off;'
}

# in_java URL [SECONDS]: what a client in Java prints, which waits ten seconds or as many as are given.
in_java() {
  command -v javac >/dev/null || return 0
  cat >Client.java <<'END'
public class Client {
  public static void main(String[] a) throws Exception {
    var connection = new java.net.URL(a[0]).openConnection();
    int patience = 1000 * Integer.parseInt(a[1]);
    connection.setConnectTimeout(patience);
    connection.setReadTimeout(patience);
    connection.getInputStream();
  }
}
END
  [ -f Client.class ] || javac -J-XX:TieredStopAtLevel=1 Client.java
  java -XX:TieredStopAtLevel=1 Client "$1" "${2:-10}"
}

# in_go URL [SECONDS]: the same in Go. With cgo, it uses the library that comes compiled with it, which would take minutes
# to compile anew; the resolver is Go's own all the same.
in_go() {
  command -v go >/dev/null || return 0
  cat >client.go <<'END'
package main

import (
	"fmt"
	"net/http"
	"os"
	"time"
)

func main() {
	patience, _ := time.ParseDuration(os.Args[2] + "s")
	client := http.Client{Timeout: patience}
	_, err := client.Get(os.Args[1])
	fmt.Println(err)
}
END
  [ -x client-in-go ] || HOME=$PWD GOFLAGS= GOTOOLCHAIN=local go build -o client-in-go client.go
  GODEBUG=netdns=go ./client-in-go "$1" "${2:-10}"
}

# start_docker [OPTION...]: the daemon on a socket in the current folder, without networks, and with none of the
# machine's own images and settings.
start_docker() {
  need docker dockerd containerd
  [ "$(id -u)" = 0 ] || { echo "dockerd has to be started by root"; exit 77; }
  chmod 755 .
  echo '{}' >daemon.json
  dockerd --config-file "$PWD/daemon.json" --data-root "$PWD/data" --exec-root "$PWD/exec" \
    --pidfile "$PWD/docker.pid" --host "unix://$PWD/docker.sock" --bridge=none --iptables=false \
    --ip6tables=false --storage-driver vfs "$@" >dockerd.log 2>&1 &
  at_end "kill $!; wait $!"
  export DOCKER_HOST="unix://$PWD/docker.sock" DOCKER_CONFIG="$PWD/.docker" DOCKER_BUILDKIT=0
  tries=300
  until docker ps >/dev/null 2>&1; do
    kill -0 $! 2>/dev/null || { echo "dockerd does not run here"; exit 77; }
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { cat dockerd.log; exit 1; }
    sleep 0.2
  done
}

# busybox_image: an image `busybox` made of the one of this machine.
busybox_image() {
  need busybox ldd
  program=$(command -v busybox)
  mkdir -p image/bin
  cp "$program" image/bin/busybox
  for applet in sh find sort sleep; do ln -s busybox "image/bin/$applet"; done
  for library in $(ldd "$program" | grep -o '/[^ )]*'); do cp -L --parents "$library" image; done
  tar -c -C image . | docker import - busybox
}
