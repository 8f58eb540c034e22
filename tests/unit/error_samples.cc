#include "unit/error_samples.h"

namespace kbc {

const std::vector<ErrorSample>& error_samples() {
  static const std::vector<ErrorSample> samples = {
      {"gcc", R"(src/main.c: In function ‘main’:
src/main.c:3:5: warning: implicit declaration of function ‘foo’ [-Wimplicit-function-declaration]
    3 |     foo();
      |     ^~~
src/main.c:4:12: error: ‘bar’ undeclared (first use in this function)
    4 |     return bar;
      |            ^~~
src/main.c:4:12: note: each undeclared identifier is reported only once
make: *** [Makefile:2: main.o] Error 1
)",
       "error: ‘bar’ undeclared (first use in this function)", "", "cpp",
       "x.c:77:1: error: 'quux' undeclared (first use in this function)"},
      {"gcc header", R"(In file included from app.cc:1:
net.h:1:10: fatal error: boost/asio.hpp: No such file or directory
    1 | #include <boost/asio.hpp>
      |          ^~~~~~~~~~~~~~~~
compilation terminated.
)",
       "fatal error: boost/asio.hpp: No such file or directory", "", "cpp",
       "y.c:9:10: fatal error: zlib.h: No such file or directory"},
      {"clang", R"(test.cpp:8:10: error: no matching function for call to 'push'
  return push(1, 2);
         ^~~~
test.cpp:2:5: note: candidate function not viable: requires 1 argument, but 2 were provided
1 error generated.
)",
       "error: no matching function for call to 'push'", "", "cpp",
       "a.cc:1:2: error: no matching function for call to 'std::sort'"},
      {"ld", R"(/usr/bin/ld: /tmp/ccQ5Xb2T.o: in function `main':
main.c:(.text+0xa): undefined reference to `helper'
collect2: error: ld returned 1 exit status
)",
       "undefined reference to `helper'", "", "cpp",
       "x.cc:(.text+0x12): undefined reference to `Foo::bar(int)'"},
      {"ld library", R"(/usr/bin/ld: cannot find -lfoo: No such file or directory
collect2: error: ld returned 1 exit status
)",
       "cannot find -lfoo: No such file or directory", "", "cpp",
       "/usr/bin/ld: cannot find -lfoo: No such file or directory"},
      {"make", "make: *** No rule to make target 'all.o', needed by 'prog'.  Stop.\n",
       "make: *** No rule to make target 'all.o', needed by 'prog'.  Stop.", "", "make",
       "make[2]: *** No rule to make target 'x', needed by 'y'.  Stop."},
      {"cmake", R"(-- The CXX compiler identification is GNU 12.2.0
CMake Error at CMakeLists.txt:7 (find_package):
  By not providing "FindFmt.cmake" in CMAKE_MODULE_PATH this project has
  asked CMake to find a package configuration file provided by "fmt", but
  CMake did not find one.

  Could not find a package configuration file provided by "fmt" with any of
  the following names:

-- Configuring incomplete, errors occurred!
)",
       "Could not find a package configuration file provided by \"fmt\" with any of", "", "cmake",
       "  Could not find a package configuration file provided by \"Qt6\" with any of"},
      {"python", R"(Traceback (most recent call last):
  File "/home/ann/app/run.py", line 3, in <module>
    import yaml
ModuleNotFoundError: No module named 'yaml'
)",
       "ModuleNotFoundError: No module named 'yaml'", "", "python",
       "ModuleNotFoundError: No module named 'numpy.core'"},
      {"python chained", R"(Traceback (most recent call last):
  File "a.py", line 2, in load
    return cache[key]
KeyError: 'port'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "a.py", line 9, in <module>
    load("port")
RuntimeError: configuration key port is not set
)",
       "RuntimeError: configuration key port is not set", "", "python",
       "RuntimeError: configuration key port is not set"},
      {"python errno", R"(Traceback (most recent call last):
  File "b.py", line 1, in <module>
    open("/etc/shadow")
PermissionError: [Errno 13] Permission denied: '/etc/shadow'
)",
       "PermissionError: [Errno 13] Permission denied: '/etc/shadow'", "EACCES", "python",
       "PermissionError: [Errno 13] Permission denied: '/var/log/x'"},
      {"node", R"(node:internal/modules/cjs/loader:1080
  throw err;
  ^

Error: Cannot find module 'express'
Require stack:
- /home/bob/srv/index.js
    at Module._resolveFilename (node:internal/modules/cjs/loader:1077:15)
  code: 'MODULE_NOT_FOUND',
)",
       "Error: Cannot find module 'express'", "", "node", "Error: Cannot find module './routes'"},
      {"node listen", R"(node:events:495
      throw er; // Unhandled 'error' event
      ^

Error: listen EADDRINUSE: address already in use :::3000
    at Server.setupListenHandle [as _listen2] (node:net:1817:16)
)",
       "Error: listen EADDRINUSE: address already in use :::3000", "EADDRINUSE", "node",
       "Error: listen EADDRINUSE: address already in use 0.0.0.0:8080"},
      {"npm", R"(npm ERR! code ERESOLVE
npm ERR! ERESOLVE unable to resolve dependency tree
npm ERR! 
npm ERR! While resolving: app@1.0.0
npm ERR! A complete log of this run can be found in: /home/u/.npm/_logs/x-debug-0.log
)",
       "ERESOLVE unable to resolve dependency tree", "ERESOLVE", "node",
       "npm error ERESOLVE unable to resolve dependency tree"},
      {"cargo", R"(   Compiling demo v0.1.0 (/home/x/demo)
error[E0502]: cannot borrow `v` as mutable because it is also borrowed as immutable
 --> src/main.rs:4:5
  |
error: aborting due to previous error

For more information about this error, try `rustc --explain E0502`.
error: could not compile `demo` due to previous error
)",
       "error[E0502]: cannot borrow `v` as mutable because it is also borrowed as immutable",
       "E0502", "rust",
       "error[E0502]: cannot borrow `*self` as mutable because it is also borrowed as immutable"},
      {"rust panic", R"(thread 'main' panicked at src/main.rs:3:19:
index out of bounds: the len is 3 but the index is 5
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
)",
       "index out of bounds: the len is 3 but the index is 5", "", "rust",
       "index out of bounds: the len is 12 but the index is 12"},
      {"go", R"(panic: runtime error: index out of range [5] with length 3

goroutine 1 [running]:
main.main()
	/tmp/x/main.go:6 +0x1d
exit status 2
)",
       "panic: runtime error: index out of range [5] with length 3", "", "go",
       "panic: runtime error: index out of range [0] with length 0"},
      {"java", R"(Exception in thread "main" java.lang.RuntimeException: startup failed
	at com.example.App.main(App.java:12)
Caused by: java.sql.SQLException: cannot open pool
	at com.example.Db.open(Db.java:40)
	... 1 more
Caused by: java.net.ConnectException: Connection refused (Connection refused)
	at java.base/java.net.PlainSocketImpl.socketConnect(Native Method)
	... 7 more
)",
       "java.net.ConnectException: Connection refused (Connection refused)", "ECONNREFUSED",
       "networking",
       "Caused by: java.net.ConnectException: Connection refused (Connection refused)"},
      {"journald",
       R"(Nov 24 17:19:58 web1 systemd[1]: Starting nginx.service - A high performance web server...
Nov 24 17:19:59 web1 nginx[4242]: nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)
Nov 24 17:19:59 web1 systemd[1]: nginx.service: Control process exited, code=exited, status=1/FAILURE
)",
       "bind() to 0.0.0.0:80 failed (98: Address already in use)", "EADDRINUSE", "nginx",
       "2026/01/02 03:04:05 [emerg] 1#1: bind() to [::]:8443 failed (98: Address already in use)"},
      {"kernel",
       "Nov 24 17:19:59 db1 kernel: [ 8123.456789] Out of memory: Killed process 3120 (java) "
       "total-vm:8123456kB, anon-rss:4123456kB\n",
       "Out of memory: Killed process 3120 (java) total-vm:8123456kB, anon-rss:4123456kB", "",
       "linux", "Out of memory: Killed process 9 (java) total-vm:1kB, anon-rss:2kB"},
      {"json", R"({"level":"info","ts":"2026-11-24T17:19:59Z","msg":"starting"}
{"level":"error","ts":"2026-11-24T17:20:01Z","msg":"request failed","error":"dial tcp 10.1.2.3:5432: connect: connection refused"}
)",
       "dial tcp 10.1.2.3:5432: connect: connection refused", "ECONNREFUSED", "networking",
       "dial tcp [fd00::1]:5432: connect: connection refused"},
      {"pino",
       R"({"level":50,"time":1700000000000,"pid":7,"hostname":"a","err":{"type":"Error","message":"connect ECONNREFUSED 127.0.0.1:6379","stack":"Error: connect","code":"ECONNREFUSED"},"msg":"cache is gone"}
)",
       "connect ECONNREFUSED 127.0.0.1:6379", "ECONNREFUSED", "networking",
       "connect ECONNREFUSED ::1:6379"},
      {"logfmt",
       "time=\"2026-11-24T17:19:59Z\" level=error msg=\"Handler for POST /v1.43/containers/create "
       "returned error: No such image: app:latest\"\n",
       "Handler for POST /v1.43/containers/create returned error: No such image: app:latest", "",
       "docker", "Handler for POST /v1.41/containers/create returned error: No such image: db:2"},
      {"nginx",
       "2026/11/24 17:19:59 [error] 31#31: *42 connect() failed (111: Connection refused) while "
       "connecting to upstream, client: 203.0.113.9, server: example.com, request: \"GET / "
       "HTTP/1.1\"\n",
       "connect() failed (111: Connection refused) while connecting to upstream", "ECONNREFUSED",
       "nginx",
       "[error] 7#7: *1 connect() failed (61: Connection refused) while connecting to upstream"},
      {"postgres",
       "2026-11-24 17:19:59.123 UTC [812] app@shop ERROR:  duplicate key value violates unique "
       "constraint \"users_email_key\"\n2026-11-24 17:19:59.123 UTC [812] DETAIL:  Key "
       "(email)=(a@example.com) already exists.\n2026-11-24 17:19:59.123 UTC [812] STATEMENT:  "
       "INSERT INTO users VALUES ($1)\n",
       "ERROR:  duplicate key value violates unique constraint \"users_email_key\"", "",
       "postgresql", "ERROR:  duplicate key value violates unique constraint \"orders_pkey\""},
      {"psql",
       "psql: error: connection to server at \"localhost\" (127.0.0.1), port 5432 failed: FATAL:  "
       "password authentication failed for user \"app\"\n",
       "psql: error: connection to server at \"localhost\" (127.0.0.1), port 5432 failed: FATAL:  "
       "password authentication failed for user \"app\"",
       "", "postgresql",
       "psql: error: connection to server at \"db.example.com\" (10.0.0.3), port 6432 failed: "
       "FATAL:  password authentication failed for user \"joe\""},
      {"mysql",
       "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)\n",
       "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
       "1045", "mysql",
       "ERROR 1045 (28000): Access denied for user 'bob'@'10.0.0.1' (using password: YES)"},
      {"docker",
       "docker: Error response from daemon: Conflict. The container name \"/web\" is already in "
       "use by container \"3f4e8a9b1c2d3e4f\". You have to remove (or rename) that container to be "
       "able to reuse that name.\nSee 'docker run --help'.\n",
       "docker: Error response from daemon: Conflict. The container name \"/web\" is already in "
       "use by container \"3f4e8a9b1c2d3e4f\". You have to remove (or rename) that container to be "
       "able to reuse that name.",
       "", "docker",
       "Error response from daemon: Conflict. The container name \"/db\" is already in use by "
       "container \"aa\". You have to remove (or rename) that container to be able to reuse that "
       "name."},
      {"docker daemon",
       "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon "
       "running?\n",
       "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon "
       "running?",
       "", "docker",
       "Cannot connect to the Docker daemon at tcp://127.0.0.1:2375. Is the docker daemon "
       "running?"},
      {"kubectl", "Error from server (NotFound): pods \"web-7d4b9c6f5d-x2x9z\" not found\n",
       "Error from server (NotFound): pods \"web-7d4b9c6f5d-x2x9z\" not found", "NotFound",
       "kubernetes", "Error from server (NotFound): pods \"db-0\" not found"},
      {"kubernetes event",
       "  Type     Reason   Age                From     Message\n  Normal   Pulling  12s (x2 over "
       "30s)  kubelet  Pulling image \"shop/web:1.2\"\n  Warning  Failed   10s (x2 over 28s)  "
       "kubelet  Failed to pull image \"shop/web:1.2\": rpc error: code = NotFound desc = failed "
       "to pull and unpack image\n",
       "Failed to pull image \"shop/web:1.2\": rpc error: code = NotFound desc = failed to pull "
       "and unpack image",
       "", "kubernetes",
       "Failed to pull image \"x\": rpc error: code = NotFound desc = failed to pull and unpack "
       "image"},
      {"klog",
       "E1124 17:19:59.123456    1234 reflector.go:147] failed to list *v1.Node: nodes is "
       "forbidden: User \"system:anonymous\" cannot list resource\n",
       "failed to list *v1.Node: nodes is forbidden: User \"system:anonymous\" cannot list "
       "resource",
       "", "kubernetes",
       "E0101 00:00:00.000001 9 r.go:1] failed to list *v1.Node: nodes is forbidden: User \"bob\" "
       "cannot list resource"},
      {"git push",
       "To github.com:ann/shop.git\n ! [rejected]        main -> main (fetch first)\nerror: failed "
       "to push some refs to 'github.com:ann/shop.git'\nhint: Updates were rejected because the "
       "remote contains work that you do not\n",
       "! [rejected]        main -> main (fetch first)", "", "git",
       " ! [rejected]        release/2.4 -> release/2.4 (fetch first)"},
      {"git ssh",
       "git@github.com: Permission denied (publickey).\nfatal: Could not read from remote "
       "repository.\n\nPlease make sure you have the correct access rights\nand the repository "
       "exists.\n",
       "git@github.com: Permission denied (publickey).", "", "ssh",
       "root@192.0.2.7: Permission denied (publickey)."},
      {"git http",
       "fatal: unable to access 'https://example.com/a.git/': The requested URL returned error: "
       "403\n",
       "fatal: unable to access 'https://example.com/a.git/': The requested URL returned error: "
       "403",
       "403", "git",
       "fatal: unable to access 'https://git.example.org/b.git/': The requested URL returned "
       "error: 403"},
      {"apt",
       "Reading package lists... Done\nBuilding dependency tree... Done\nE: Unable to locate "
       "package libfoo-dev\n",
       "E: Unable to locate package libfoo-dev", "", "apt",
       "E: Unable to locate package libfoo-dev"},
      {"apt lock",
       "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 4711 "
       "(unattended-upgr)\nE: Unable to acquire the dpkg frontend lock "
       "(/var/lib/dpkg/lock-frontend), is another process using it?\n",
       "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 4711 "
       "(unattended-upgr)",
       "", "apt",
       "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 12 (unattended-upgr)"},
      {"typescript",
       "src/app.ts:12:7 - error TS2345: Argument of type 'string' is not assignable to parameter "
       "of type 'number'.\n",
       "error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.",
       "TS2345", "typescript",
       "a.ts(1,2): error TS2345: Argument of type 'Foo' is not assignable to parameter of type "
       "'Bar'."},
      {"bash", "./deploy.sh: line 12: kubectl: command not found\n", "kubectl: command not found",
       "", "kubernetes", "x.sh: line 3: kubectl: command not found"},
      {"curl", "curl: (6) Could not resolve host: api.example.com\n",
       "curl: (6) Could not resolve host: api.example.com", "6", "networking",
       "curl: (6) Could not resolve host: www.example.org"},
      {"pip",
       "ERROR: Could not find a version that satisfies the requirement foo==9.9 (from versions: "
       "none)\nERROR: No matching distribution found for foo==9.9\n",
       "ERROR: Could not find a version that satisfies the requirement foo==9.9 (from versions: "
       "none)",
       "", "python",
       "ERROR: Could not find a version that satisfies the requirement foo==1.0 (from versions: "
       "none)"},
      {"segfault", "Segmentation fault (core dumped)\n", "Segmentation fault (core dumped)", "", "",
       "Segmentation fault (core dumped)"},
      {"colours",
       "\x1b[1m\x1b[31merror\x1b[0m: package `serde_json v1.0.120` cannot be built because it "
       "requires rustc 1.56\n",
       "error: package `serde_json v1.0.120` cannot be built because it requires rustc 1.56", "",
       "rust", "error: package `tokio v1.2.0` cannot be built because it requires rustc 1.70"},
  };
  return samples;
}

}  // namespace kbc
