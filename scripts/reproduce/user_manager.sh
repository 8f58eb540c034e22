# Read by the scripts about systemd. The rest of the script runs in namespaces of its own, where the manager of a user
# reads the units in the folder `units` and no others. No system manager is started, and in the place of the journal a
# few lines of Python write what the manager says to `manager.log`.
. "$(dirname "$0")/../servers.sh"
exec 2>&1
need unshare mount systemctl systemd-run python3
[ -x /usr/lib/systemd/systemd ] || { echo "systemd is not installed"; exit 77; }
own="unshare --user --map-root-user --mount --pid --fork --kill-child --mount-proc"
if [ "$1" != inside ]; then
  $own true || { echo "no namespaces for this user"; exit 77; }
  exec $own "$0" inside
fi
mount -t tmpfs tmpfs /run
mkdir -p units /run/systemd/system /run/systemd/journal /run/user
unset DBUS_SESSION_BUS_ADDRESS
export XDG_RUNTIME_DIR=/run/user HOME="$PWD" SYSTEMD_UNIT_PATH="$PWD/units" SYSTEMD_GENERATOR_PATH="$PWD/none"
unit() { name=$1; shift; printf '%s\n' "$@" >"units/$name"; }
for target in basic default shutdown exit; do unit $target.target '[Unit]' "Description=$target"; done
journal() {
  exec python3 -c '
import socket
journal = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
journal.bind("/run/systemd/journal/socket")
while True:
    for line in journal.recv(65536).decode(errors="replace").splitlines():
        if line.startswith("MESSAGE=") and "to the journal socket" not in line:
            print("systemd[1]: " + line[8:], flush=True)' >manager.log
}
start_manager() {
  journal &
  at_end "kill -KILL $!"
  wait_for test -S /run/systemd/journal/socket
  /usr/lib/systemd/systemd --user --log-target=journal &
  at_end "kill -KILL $!"
  wait_for systemctl --user is-system-running
}
user() { systemctl --user --no-pager "$@"; }
