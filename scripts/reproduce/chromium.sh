# Read by the scripts about browsers. They serve the files of the current folder and look at them with Chromium.
. "$(dirname "$0")/../certificates.sh"
exec 2>&1
need chromium python3 curl

cat >site.py <<'PYTHON'
"""site.py PORT [CERTIFICATE]: the files of this folder. `FILE.headers` holds headers, read anew for each request;
`FILE.options` those of the answer to OPTIONS, which is 405 without it."""
import http.server, os, ssl, sys

class Site(http.server.SimpleHTTPRequestHandler):
    def more(self, ending):
        name = self.path.lstrip("/") + ending
        return open(name).read().splitlines() if os.path.exists(name) else None
    def end_headers(self):
        for line in self.more(".options" if self.command == "OPTIONS" else ".headers") or []:
            self.send_header(*line.split(": ", 1))
        super().end_headers()
    def do_OPTIONS(self):
        self.send_response(405 if self.more(".options") is None else 204)
        self.end_headers()
    do_PUT = http.server.SimpleHTTPRequestHandler.do_GET
    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Site)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2] + ".crt", sys.argv[2] + ".key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
PYTHON

# site PORT [CERTIFICATE]
site() { background "$1" python3 site.py "$@"; }

# look URL [OPTION...]: the messages of the console, and the title that the page has in the end.
look() {
  url=$1
  shift
  rm -rf profile
  HOME=$PWD timeout 60 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile" \
    --enable-logging=stderr --virtual-time-budget=3000 --dump-dom "$@" "$url" >dom 2>chromium.log
  sed -n 's/.*:INFO:CONSOLE[:(][0-9]*)\?\] "\(.*\)", source: .*/\1/p; s/.*ERROR:.*\(net_error -[0-9]*\)/\1/p' chromium.log
  sed -n 's/.*<title>\(.*\)<\/title>.*/title: \1/p' dom
}
