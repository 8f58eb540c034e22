// What loggers put around a message, and what loggers make of several lines.

#include "author/layouts.h"

#include <set>
#include <string>
#include <vector>

#include "author/error_line.h"
#include "author/generic.h"
#include "author/log_text.h"
#include "author/message.h"
#include "author/proof.h"
#include "author/rate.h"
#include "catch.h"

namespace kbc {
namespace {

const std::vector<std::string> kMessages = {
    "PaymentGatewayError: tenant 1 has no active ledger (code=BILL-1042)",
    "java.lang.IllegalStateException: no ledger is open",
    "could not connect to the ledger at db.example.com:5432",
    "ModuleNotFoundError: No module named 'ledger'"};

ErrorLine error_in(std::string_view text) {
  LogText log;
  log.append(text);
  const auto error = find_error_line(log);
  REQUIRE(error);
  return *error;
}

std::string said_in(std::string_view text) { return error_in(text).message.text; }

}  // namespace

TEST_CASE("what a logger puts around a message is taken off, for every layout", "[author]") {
  std::set<std::string> names;
  for (const Layout& layout : layouts()) {
    INFO(layout.name);
    CHECK(names.insert(layout.name).second);
    for (const std::string& message : kMessages) {
      if (!can_hold(layout, message)) continue;
      CHECK(message_of(laid_out(layout, message)).text == message);
      // As a container's log has it, and the journal.
      CHECK(
          message_of("2026-11-24T17:19:59.123456789Z stderr F " + laid_out(layout, message)).text ==
          message);
      CHECK(message_of("Nov 24 17:19:59 host app[1]: " + laid_out(layout, message)).text ==
            message);
    }
  }
  // Those that an author can count on.
  for (const char* name : {"Python logging, default",
                           "Python logging, dashes",
                           "logback and log4j2",
                           "Spring Boot",
                           "Ruby Logger and Rails",
                           "Flask",
                           "Django, verbose",
                           "uvicorn",
                           "RFC 3164 and journald",
                           "RFC 5424",
                           "loguru",
                           "NestJS",
                           "winston",
                           "tracing",
                           "env_logger",
                           "slog",
                           "glog and klog",
                           "CRI (containerd, CRI-O)",
                           ".NET console",
                           "Serilog",
                           "nginx",
                           "Apache",
                           "PostgreSQL",
                           "MySQL and MariaDB",
                           "Redis"}) {
    INFO(name);
    CHECK(names.count(name) == 1);
  }
}

TEST_CASE("layouts have further forms", "[author]") {
  const std::string message = kMessages[0];
  for (const std::string& front : std::vector<std::string>{
           "2026-11-24 17:19:59,123 [http-nio-1] ERROR c.e.Ledger - ",
           "17:19:59.123 [main] ERROR Ledger - ",
           "2026-11-24 17:19:59.123 ERROR 1 --- [           main] c.e.Ledger : ",
           "2026-11-24 17:19:59 ERROR billing ",
           "2026-11-24 17:19:59 ERROR ",
           "<11>Nov 24 17:19:59 host billing: ",
           "<11>1 2026-11-24T17:19:59Z host billing - - - ",
           "E, [2026-11-24T17:19:59.123456 #42] ERROR -- : ",
           "ERROR:root:",
           "CRITICAL: ",
           "[Nest] 42  - 11/24/2026, 5:19:59 PM   ERROR ",
           "[17:19:59 FTL] ",
           "2026-11-24 17:19:59.123 +00:00 [ERR] ",
           "fail: Billing.Ledger.Post[12] ",
           "2026-11-24 17:19:59 8 [ERROR] ",
           "2026-11-24 17:19:59.123 UTC [4242] ",
           "[24-Nov-2026 17:19:59 UTC] ",
           "::error::",
           "[main] ERROR ",
           "ERROR [main] "}) {
    INFO(front);
    const std::string text = message_of(front + message).text;
    // A severity that ends in a colon is left to the pattern, which leaves it out.
    CHECK((text == message || text == front + message));
    if (front != "CRITICAL: " && front != "[main] ERROR ") CHECK(text == message);
  }
}

TEST_CASE("what is no layout stays", "[author]") {
  for (const char* message :
       {"ERROR:  relation \"ledger\" does not exist", "error[E0277]: the trait is not there",
        "FATAL ERROR: Reached heap limit", "ERROR 1045 (28000): Access denied for user",
        "java.net.ConnectException: Connection refused", "Error: Cannot find module 'x'",
        "make: *** No rule to make target 'x'", "E: Unable to locate package x"}) {
    INFO(message);
    CHECK(message_of(message).text == message);
  }
}

TEST_CASE("a regex is proved under every layout", "[author]") {
  const Proof proof = prove("has no active ledger", kMessages[0], CaseRule::kIgnoreCase);
  CHECK(proof.is_bare);
  CHECK(proof.failed.empty());
  CHECK(proof.layouts == layouts().size());
  const Proof bound = prove("ERROR billing - \\w+", kMessages[0], CaseRule::kIgnoreCase);
  CHECK_FALSE(bound.is_bare);
  CHECK(!bound.failed.empty());
  CHECK(bound.layouts < layouts().size());
}

TEST_CASE("npm's error is not its notes", "[author]") {
  CHECK(
      said_in("npm error code ENOENT\nnpm error syscall open\nnpm error path /a/package.json\n"
              "npm error errno -2\nnpm error enoent Could not read package.json: Error: ENOENT: no "
              "such file or directory, open '/a/package.json'\nnpm error enoent This is related to "
              "npm not being able to find a file.\nnpm error enoent\n")
          .starts_with("Could not read package.json"));
  const ErrorLine resolve = error_in(
      "npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree\nnpm error\n"
      "npm error While resolving: till@0.3.0\nnpm error Found: ui@19.0.0\n"
      "npm error Could not resolve dependency:\nnpm error peer ui@\"^16.0.0\" from t@4.1.3\n");
  CHECK(resolve.message.text == "ERESOLVE unable to resolve dependency tree");
  CHECK(resolve.message.code == "ERESOLVE");
  CHECK(
      said_in("npm error Missing script: \"test\"\nnpm error\nnpm error To see a list of scripts, "
              "run:\nnpm error   npm run\n") == "Missing script: \"test\"");
}

TEST_CASE("of a chain of causes the one that began it is told", "[author]") {
  CHECK(said_in("Exception in thread \"main\" java.lang.RuntimeException: no order\n"
                "\tat Shop.main(Shop.java:3)\n"
                "Caused by: java.lang.NumberFormatException: For input string: \"x\"\n"
                "\tat Shop.parse(Shop.java:9)\n\t... 1 more\n") ==
        "java.lang.NumberFormatException: For input string: \"x\"");
  CHECK(said_in(
            "TypeError: fetch failed\n    at node:internal/deps/undici/undici:1:1 {\n"
            "  [cause]: Error: self-signed certificate\n      at TLSSocket.x (node:_tls_wrap:1:1)\n"
            "  }\n}\n") == "Error: self-signed certificate");
  const std::string first =
      "Traceback (most recent call last):\n  File \"a.py\", line 2, in f\n"
      "    return d['port']\nKeyError: 'port'\n\n";
  const std::string second =
      "Traceback (most recent call last):\n  File \"a.py\", line 5, in g\n"
      "    raise ConfigError('no port')\nConfigError: no port\n";
  CHECK(said_in(first + "During handling of the above exception, another exception occurred:\n\n" +
                second) == "ConfigError: no port");
  CHECK(said_in(first + "The above exception was the direct cause of the following exception:\n\n" +
                second) == "KeyError: 'port'");
  // Without the words that join them, the last is what ended the program.
  CHECK(said_in(first + second) == "ConfigError: no port");
  CHECK(said_in("Error: cannot load the settings\n\nCaused by:\n    0: cannot read shop.toml\n"
                "    1: No such file or directory (os error 2)\n") ==
        "No such file or directory (os error 2)");
  CHECK(said_in(
            "System.InvalidOperationException: no ledger\n ---> "
            "System.Net.Sockets.SocketException (111): Connection refused\n   at Shop.Main()\n") ==
        "System.Net.Sockets.SocketException (111): Connection refused");
}

TEST_CASE("of a line of JSON the exception is told, not what was said beside it", "[author]") {
  struct Sample {
    const char* line;
    const char* message;
  };
  const std::vector<Sample> samples = {
      {R"j({"severity":"ERROR","textPayload":"Traceback (most recent call last):\n  File \"/srv/a.py\", line 3, in f\n    x()\nTypeError: 'NoneType' object is not callable\n"})j",
       "TypeError: 'NoneType' object is not callable"},
      {R"j({"@timestamp":"2026-11-24T17:19:59Z","log.level":"error","message":"request failed","error.type":"java.util.ConcurrentModificationException","error.message":"the cart changed"})j",
       "java.util.ConcurrentModificationException: the cart changed"},
      {R"j({"log":{"level":"error"},"message":"request failed","error":{"type":"java.lang.IllegalStateException","stack_trace":"java.lang.IllegalStateException: x\n\tat a.B.c(B.java:1)\nCaused by: java.io.IOException: Broken channel\n\tat a.B.d(B.java:2)"}})j",
       "java.io.IOException: Broken channel"},
      {R"j({"level":50,"time":1,"pid":1,"err":{"type":"TypeError","message":"ledger.post is not a function","stack":"TypeError: ledger.post is not a function\n    at x (/a.js:1:1)"},"msg":"request errored"})j",
       "TypeError: ledger.post is not a function"},
      {R"j({"level":"error","ts":1.7e9,"caller":"a/b.go:3","msg":"cannot save","error":"pq: no such ledger","stacktrace":"main.f\n\t/a/b.go:3"})j",
       "pq: no such ledger"},
      {R"j({"@timestamp":"x","level":"ERROR","logger_name":"c.e.L","message":"Servlet failed","stack_trace":"java.lang.NullPointerException: no ledger\n\tat c.e.L.p(L.java:3)\n"})j",
       "java.lang.NullPointerException: no ledger"},
      {R"j({"@t":"2026-11-24T17:19:59Z","@l":"Error","@mt":"Request failed","@x":"System.IO.IOException: no ledger file\n   at Shop.Main()"})j",
       "System.IO.IOException: no ledger file"},
  };
  for (const Sample& sample : samples) {
    INFO(sample.line);
    CHECK(said_in(sample.line) == sample.message);
  }
  const ErrorLine row = error_in(
      R"j({"timestamp":"2026-11-24 17:19:59 UTC","error_severity":"ERROR","state_code":"22P02","message":"no such ledger: \"x\""})j");
  CHECK(row.message.text == "no such ledger: \"x\"");
  CHECK(row.message.code == "22P02");
}

TEST_CASE("what any error could say is not the error", "[author]") {
  for (const char* text :
       {"Traceback (most recent call last):", "request failed", "Internal Server Error",
        "An error occurred while processing the request", "Unhandled exception",
        "exited with code 1"}) {
    INFO(text);
    CHECK(is_said_of_anything(text));
  }
  for (const char* text : {"connection refused", "Killed", "request failed (BILL-1042)",
                           "文件 不存在", "no active ledger"}) {
    INFO(text);
    CHECK_FALSE(is_said_of_anything(text));
  }
  CHECK(said_in("ERROR request failed\nERROR cannot post: no active ledger for tenant\n") ==
        "ERROR cannot post: no active ledger for tenant");
  CHECK(matches_background(R"(Accepted publickey for \S+ from)", CaseRule::kIgnoreCase));
  CHECK_FALSE(matches_background("no active ledger", CaseRule::kIgnoreCase));
}

TEST_CASE("rates are taken as people type them", "[author]") {
  CHECK(rate_of(".9") == "0.9");
  CHECK(rate_of("95") == "0.95");
  CHECK(rate_of("95%") == "0.95");
  CHECK(rate_of(" 95 % ") == "0.95");
  CHECK(rate_of("0,5") == "0.5");
  CHECK(rate_of("1") == "1");
  CHECK(rate_of("1%") == "0.01");
  CHECK(rate_of("0.333") == "0.333");
  for (const char* odd : {"", "often", "101", "-1", "1e-3", "%", "."}) CHECK(rate_of(odd) == odd);
}

}  // namespace kbc
