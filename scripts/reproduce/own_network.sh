# Read by the scripts about names. The rest of the script runs in a network and with a resolver of its own, where the
# name server on 127.0.0.1 knows `shop.test` and says of all other names that they do not exist; on 127.0.0.2 is none.
. "$(dirname "$0")/../servers.sh"
exec 2>&1
need unshare ip mount dnsmasq python3 curl ssh
if [ "$1" != inside ]; then
  unshare --user --map-root-user --net --mount true || { echo "no namespaces for this user"; exit 77; }
  exec unshare --user --map-root-user --net --mount "$0" inside
fi
ip link set lo up

# use_name_server ADDRESS
use_name_server() {
  echo "nameserver $1" >resolv.conf
  mount --bind resolv.conf /etc/resolv.conf
}

use_name_server 127.0.0.1
background 53 dnsmasq --no-daemon --no-resolv --no-hosts --conf-file=/dev/null --listen-address=127.0.0.1 \
  --bind-interfaces --address=/shop.test/127.0.0.1 --local=/#/ --pid-file
