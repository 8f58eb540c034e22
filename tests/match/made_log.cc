#include "match/made_log.h"

#include <array>
#include <cstdio>
#include <random>
#include <string_view>

namespace kbc {
namespace {

constexpr std::string_view kVerbs[] = {
    "started",      "finished",  "received", "sent",     "loaded",     "opened",    "closed",
    "updated",      "created",   "removed",  "accepted", "listed",     "verified",  "scheduled",
    "renewed",      "resolved",  "replayed", "flushed",  "rotated",    "compacted", "synced",
    "attached",     "mounted",   "indexed",  "resumed",  "registered", "installed", "configured",
    "waiting for",  "retrying",  "skipping", "reading",  "writing",    "checking",  "connecting to",
    "listening on", "processing"};
constexpr std::string_view kNouns[] = {
    "request",  "connection", "session",  "user",       "file",        "volume",      "container",
    "image",    "partition",  "segment",  "index",      "table",       "row",         "batch",
    "message",  "queue",      "topic",    "consumer",   "producer",    "certificate", "key",
    "token",    "cache",      "snapshot", "checkpoint", "backup",      "pod",         "node",
    "service",  "endpoint",   "route",    "module",     "plugin",      "device",      "interface",
    "socket",   "thread",     "worker",   "job",        "task",        "pipeline",    "artifact",
    "package",  "version",    "schema",   "migration",  "transaction", "invoice",     "order",
    "customer", "detail",     "network",  "memory",     "disk",        "page",        "timeout",
    "limit",    "permission", "access",   "address",    "server",      "client",      "upstream"};
constexpr std::string_view kEnds[] = {"in background",
                                      "by the scheduler",
                                      "without changes",
                                      "after 3 attempts",
                                      "for the next window",
                                      "from the primary",
                                      "to the replica",
                                      "with default settings",
                                      "on behalf of admin",
                                      "as requested",
                                      "at startup",
                                      "(cached)",
                                      "with status ok",
                                      "in read-only mode",
                                      "for tenant acme",
                                      "under /var/lib/app",
                                      "because it is not found in the cache",
                                      "which is not available yet",
                                      "since the last run"};
constexpr std::string_view kLevels[] = {"INFO", "DEBUG", "WARN", "TRACE", "info", "notice"};
constexpr std::string_view kServices[] = {"api-gateway",
                                          "kubelet",
                                          "nginx",
                                          "postgres",
                                          "worker-3",
                                          "sshd",
                                          "systemd",
                                          "scheduler",
                                          "redis",
                                          "celery",
                                          "dockerd",
                                          "kernel",
                                          "prometheus",
                                          "etcd",
                                          "com.acme.billing.InvoiceService",
                                          "http-nio-8080-exec-7",
                                          "org.apache.kafka.clients.Metadata"};
constexpr std::string_view kPaths[] = {"/index.html",
                                       "/static/js/app.4f3a.js",
                                       "/api/v1/users/42",
                                       "/favicon.ico",
                                       "/healthz",
                                       "/api/v2/orders?page=3",
                                       "/img/logo@2x.png",
                                       "/login",
                                       "/docs/en/install.html",
                                       "/metrics",
                                       "/assets/site.css",
                                       "/search?q=report+2024"};

class LogMaker {
 public:
  explicit LogMaker(std::uint32_t seed) : random_(seed) {}

  std::string line() {
    switch (number(10)) {
      case 0:
        return access_line();
      case 1:
        return kernel_line();
      case 2:
        return "level=" + text(kLevels) +
               " ts=" + print("%d.%03d", 1760000000 + number(9999999), number(1000)) +
               " caller=" + text(kServices) + print(".go:%d", number(900)) + " msg=\"" +
               sentence() + "\" trace_id=" + hex(16);
      case 3:
        return "{\"time\":\"" + time() + "\",\"level\":\"" + text(kLevels) + "\",\"svc\":\"" +
               text(kServices) + "\",\"msg\":\"" + sentence() +
               "\",\"ms\":" + std::to_string(number(900)) + "}";
      case 4:
        return hex_line();
      case 5:
        return "I" + print("%02d%02d", 1 + number(12), 1 + number(28)) +
               print(" %02d:%02d", number(24), number(60)) +
               print(":%02d.%06d", number(60), number(1000000)) + "       1 " + text(kNouns) +
               ".go:" + std::to_string(number(900)) + "] \"" + sentence() + "\" uid=\"" + uuid() +
               "\"";
      case 6:
      case 7:
        return print("Jan %2d", 1 + number(28)) + print(" %02d:%02d", number(24), number(60)) +
               print(":%02d host-%d ", number(60), 1 + number(40)) + text(kServices) +
               print("[%d]: ", 100 + number(64900)) + sentence();
      default:
        return time() + " " + text(kLevels) + " [" + text(kServices) + "] " + sentence() + ", " +
               sentence() + print(" (%d ms)", number(5000));
    }
  }

 private:
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  template <std::size_t kCount>
  std::string text(const std::string_view (&texts)[kCount]) {
    return std::string(texts[random_() % kCount]);
  }

  static std::string print(const char* form, int first, int second = 0) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), form, first, second);
    return text.data();
  }

  std::string hex(int digits) {
    std::string text;
    while (digits-- > 0) text += "0123456789abcdef"[number(16)];
    return text;
  }

  std::string uuid() {
    return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
  }

  std::string time() {
    return print("2026-%02d-%02d", 1 + number(12), 1 + number(28)) +
           print("T%02d:%02d", number(24), number(60)) +
           print(":%02d.%03dZ", number(60), number(1000));
  }

  std::string sentence() {
    std::string text = this->text(kVerbs) + " " + this->text(kNouns);
    if (number(2) == 0) text += " " + hex(8);
    if (number(2) == 0) text += " " + this->text(kNouns);
    if (number(3) != 0) text += " " + this->text(kEnds);
    return text;
  }

  std::string access_line() {
    static constexpr int kStatus[] = {200, 200, 200, 204, 301, 302, 304, 206};
    return print("10.%d.%d", number(256), number(256)) +
           print(".%d - - [12/Jan/2026:%02d", number(256), number(24)) +
           print(":%02d:%02d +0000] \"GET ", number(60), number(60)) + text(kPaths) +
           print(" HTTP/1.1\" %d %d", kStatus[number(8)], 100 + number(90000)) +
           " \"-\" \"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36\"";
  }

  std::string kernel_line() {
    return print("[%6d.%06d] ", number(99999), number(1000000)) + text(kServices) + ": " +
           text(kNouns) + print(" %d: ", number(16)) + sentence() + ", 0x" + hex(8) + "-0x" +
           hex(8);
  }

  std::string hex_line() {
    std::string text = hex(8) + "  ";
    for (int byte = 0; byte < 16; ++byte) text += hex(2) + (byte == 7 ? "  " : " ");
    text += " |";
    for (int byte = 0; byte < 16; ++byte) text += static_cast<char>(' ' + 1 + number(94));
    return text + "|";
  }

  std::mt19937 random_;
};

}  // namespace

std::vector<std::string> made_log(std::size_t lines, std::uint32_t seed) {
  LogMaker maker(seed);
  std::vector<std::string> log;
  log.reserve(lines);
  while (log.size() < lines) log.push_back(maker.line());
  return log;
}

}  // namespace kbc
