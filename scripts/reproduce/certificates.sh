# Read by the scripts that need certificates. They are made in the current folder.
. "$(dirname "$0")/../servers.sh"

# authority NAME: NAME.crt and NAME.key of an authority that signs for itself.
authority() {
  need openssl
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$1" \
    -keyout "$1.key" -out "$1.crt" 2>/dev/null
}

# signed NAME AUTHORITY HOST [OPTION...]: NAME.crt for the host, signed by the authority.
signed() {
  name=$1 by=$2 host=$3
  shift 3
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$host" -keyout "$name.key" \
    -out "$name.csr" 2>/dev/null
  printf 'subjectAltName=DNS:%s\n' "$host" >"$name.ext"
  openssl x509 -req -in "$name.csr" -CA "$by.crt" -CAkey "$by.key" -CAcreateserial -extfile "$name.ext" \
    -out "$name.crt" "$@" 2>/dev/null
}

# serve_tls PORT NAME [OPTION...]: answers requests with the certificate of that name.
serve_tls() {
  on=$1 name=$2
  shift 2
  free_port "$on"
  background "$on" openssl s_server -accept "127.0.0.1:$on" -cert "$name.crt" -key "$name.key" -www "$@"
}

fetch() { curl -sS -o page -w 'answered with status %{http_code}\n' "$@"; }
