# Read by the scripts about Kubernetes. There is no cluster: a small server in Python answers kubectl, for a few kinds of
# objects, as the API server does. What kubectl makes of the answers is its own.
. "$(dirname "$0")/../certificates.sh"
exec 2>&1
need kubectl python3 curl
export HOME="$PWD"
unset KUBECONFIG KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT

cat >cluster.py <<'PYTHON'
"""cluster.py PORT CERTIFICATE: the token `admin` may do all, `dev` what a binding allows, and no other is known."""
import http.server, json, ssl, sys

GROUPS = {
    "v1": [("pods", "Pod"), ("configmaps", "ConfigMap")],
    "apps/v1": [("deployments", "Deployment")],
    "networking.k8s.io/v1": [("ingresses", "Ingress")],
    "rbac.authorization.k8s.io/v1": [("roles", "Role"), ("rolebindings", "RoleBinding")],
    "authorization.k8s.io/v1": [("selfsubjectaccessreviews", "SelfSubjectAccessReview")],
    "authentication.k8s.io/v1": [("selfsubjectreviews", "SelfSubjectReview")],
    "apiextensions.k8s.io/v1": [("customresourcedefinitions", "CustomResourceDefinition")],
}
EVERYWHERE = {"customresourcedefinitions", "selfsubjectaccessreviews", "selfsubjectreviews"}
objects = {}

class API(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def refuse(self, status, reason, message, **details):
        self.answer(status, {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure",
                             "message": message, "reason": reason, "details": details, "code": status})

    def discovery(self, path):
        if path == "/version":
            return {"major": "1", "minor": "30", "gitVersion": "v1.30.0"}
        if path == "/api":
            return {"kind": "APIVersions", "versions": ["v1"]}
        if path == "/apis":
            groups = []
            for group in GROUPS:
                if "/" in group:
                    version = {"groupVersion": group, "version": group.split("/")[1]}
                    groups.append({"name": group.split("/")[0], "versions": [version], "preferredVersion": version})
            return {"kind": "APIGroupList", "apiVersion": "v1", "groups": groups}
        group = path.removeprefix("/apis/").removeprefix("/api/")
        if group in GROUPS:
            return {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": group, "resources": [
                {"name": name, "singularName": kind.lower(), "namespaced": name not in EVERYWHERE, "kind": kind,
                 "verbs": ["create", "get", "list", "patch"]} for name, kind in GROUPS[group]]}
        return None

    def serve(self):
        path = self.path.split("?")[0].rstrip("/")
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        if token not in ("admin", "dev"):
            return self.refuse(401, "Unauthorized", "Unauthorized")
        found = self.discovery(path)
        if found:
            return self.answer(200, found)
        parts = path.split("/")
        bound = any("/rolebindings/" in key for key in objects)
        if parts[-1] == "selfsubjectreviews":
            return self.answer(201, {**body, "status": {"userInfo": {"username": token}}})
        if parts[-1] == "selfsubjectaccessreviews":
            asked = body["spec"]["resourceAttributes"]
            allowed = token == "admin" or bound and asked.get("resource") == "pods"
            return self.answer(201, {**body, "status": {"allowed": allowed}})
        kinds = {name: (kind, group) for group in GROUPS for name, kind in GROUPS[group]}
        names = [part for part in parts if part in kinds]
        if not names or not parts[2].startswith(("v1", "apps", "networking", "rbac", "apiext", "shop")):
            return self.refuse(404, "NotFound", "the server could not find the requested resource")
        kind, group = kinds[names[0]]
        namespace = parts[parts.index("namespaces") + 1] if "namespaces" in parts else "default"
        verb = {"POST": "create", "PATCH": "patch"}.get(self.command, "list" if parts[-1] == names[0] else "get")
        if token == "dev" and not (bound and names[0] == "pods"):
            api = group.split("/")[0] if "/" in group else ""
            return self.refuse(403, "Forbidden", f'{names[0]} is forbidden: User "dev" cannot {verb} resource '
                               f'"{names[0]}" in API group "{api}" in the namespace "{namespace}"', kind=names[0])
        if self.command == "POST":
            objects[f"{path}/{body['metadata']['name']}"] = body
            if kind == "CustomResourceDefinition":
                spec = body["spec"]
                GROUPS[f"{spec['group']}/{spec['versions'][0]['name']}"] = [(spec["names"]["plural"], spec["names"]["kind"])]
            return self.answer(201, body)
        if path in objects:
            return self.answer(200, objects[path])
        if verb == "get":
            return self.refuse(404, "NotFound", f'{names[0]} "{parts[-1]}" not found', name=parts[-1], kind=names[0])
        self.answer(200, {"kind": kind + "List", "apiVersion": group, "metadata": {"resourceVersion": "1"},
                          "items": [body for key, body in objects.items() if key.startswith(path + "/")]})

    do_GET = do_POST = do_PATCH = serve

    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), API)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[2] + ".crt", sys.argv[2] + ".key")
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
PYTHON

# start_cluster: on https://localhost:$port, with the certificate of the authority `ca`.
start_cluster() {
  port=$(unused_port)
  authority ca
  signed cluster ca localhost
  background "$port" python3 cluster.py "$port" cluster
}

# kubeconfig FILE TOKEN [CONTEXT]: what `--kubeconfig` takes. Written by hand: `kubectl config set-credentials` of Debian 12
# ends with a panic.
kubeconfig() {
  cat >"$1" <<YAML
apiVersion: v1
kind: Config
clusters:
- {name: shop, cluster: {server: "https://localhost:$port", certificate-authority: "$PWD/ca.crt"}}
users:
- {name: someone, user: {token: "$2"}}
- {name: other, user: {token: admin}}
contexts:
- {name: shop, context: {cluster: shop, user: someone}}
- {name: new, context: {cluster: shop, user: other}}
current-context: ${3-shop}
YAML
}
