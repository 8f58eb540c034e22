#include "author/error_code.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <vector>

#include "core/re2.h"
#include "text/ascii.h"

namespace kbc {
namespace {

// How programs print their codes, each with the code as its group; the surest first.
constexpr std::array kForms = {
    R"(error\[(E\d{4})\])",                         // rustc
    R"((?i:error|warning) ([A-Z]{1,8}\d{3,6})\b)",  // MSVC, TypeScript, .NET
    R"(\b((?:ORA|TNS|PLS|RMAN|IMP|EXP|SQL|DB2)-\d{3,5})\b)",
    R"(SQLSTATE\[?[=: ]*\[?([0-9A-Z]{5})\b)",
    R"(\b(?:ERROR|FATAL):\s+([0-9A-Z]{5}): )",  // Postgres, verbose
    R"(ERROR (\d{4}) \([0-9A-Z]{5}\))",         // MySQL
    R"(\b(E\d{5})\b)",                          // MongoDB
    R"(\berror:([0-9A-F]{8}):)",                // OpenSSL
    R"(\bcurl: \((\d+)\))",
    R"(\[(?:SSL|X509): ([A-Z][A-Z_]+)\])",
    R"(^(?:\(error\) |b')?-?(?:ERR )?(NOAUTH|WRONGTYPE|OOM|READONLY|MISCONF|CLUSTERDOWN|LOADING|BUSY|NOSCRIPT|MOVED|CROSSSLOT|NOGROUP|EXECABORT|NOPERM|WRONGPASS|MASTERDOWN|NOREPLICAS)\b )",
    R"(\w(?:Error|Exception): -?(NOAUTH|WRONGTYPE|OOM|READONLY|MISCONF|CLUSTERDOWN|LOADING|NOSCRIPT|CROSSSLOT|NOGROUP|EXECABORT|NOPERM|WRONGPASS|MASTERDOWN|NOREPLICAS) )",
    R"(\b(?:in prepare|stepping|in \w+), [\w ]+ \((\d{1,3})\)$)",  // the shell of SQLite
    R"(\b(SQLITE_[A-Z_]+)\b)",
    R"(\berror: ([a-z]+(?:-[a-z]+){2,})$)",  // pip
    R"(\b(0x[8C][0-9A-Fa-f]{7})\b)",         // HRESULT, NTSTATUS
    R"((?i:\bcode:? )(0x[0-9A-Fa-f]{2,8})\b)",
    R"(\[(WinError -?\d+)\])",       // Python
    R"(\b(ERR_[A-Z][A-Z0-9_]+)\b)",  // Node, browsers
    R"(\b(SSL_ERROR_[A-Z_]+|CERT_[A-Z_]+|UNABLE_TO_[A-Z_]+|MODULE_NOT_FOUND|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)\b)",
    R"(\b(NO_PUBKEY|NODATA|EXPKEYSIG|BADSIG)\b)",
    R"(An error occurred \((\w+)\))",  // AWS
    R"(Error from server \((\w+)\))",  // Kubernetes
    R"(\b(ImagePullBackOff|ErrImagePull|CrashLoopBackOff|CreateContainerConfigError|OOMKilled|FailedScheduling|FailedMount)\b)",
    R"(\b(E(?:ACCES|ADDRINUSE|ADDRNOTAVAIL|AGAIN|AI_AGAIN|BADF|BUSY|CONNABORTED|CONNREFUSED|CONNRESET|EXIST|HOSTUNREACH|INTEGRITY|INVAL|IO|ISDIR|JSONPARSE|LIFECYCLE|LOOP|MFILE|NAMETOOLONG|NEEDAUTH|NETUNREACH|NFILE|NOENT|NOMEM|NOSPC|NOTDIR|NOTEMPTY|NOTFOUND|NOTSUP|OVERRIDE|PERM|PIPE|PROTO|PUBLISHCONFLICT|RESOLVE|ROFS|RR_[A-Z_]+|SOCKETTIMEDOUT|SRCH|TARGET|TIMEDOUT|XDEV|BADENGINE|BADPLATFORM|USAGE|404|401|403))\b)",
    R"((?i:\bHTTP(?:/[\d.]+)?(?: status)?(?: code)?:? |\bstatus code:? |returned error: |response code:? )([45]\d\d)\b)",
    R"(\b(4\d\d|5\d\d) (?:Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Conflict|Gone|Payload Too Large|Unprocessable|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time))",
    R"(\b(?:exit code|exited with code|exit status):? (1[2-4]\d)\b)",
    // A program's own: `(code=BILL-1042)`, `[BILL-1042]`, `BILL-1042: no active ledger`.
    R"((?i:\bcode|\berrcode|\berror)[=: ]{1,2}\(?["']?([A-Z][A-Z0-9]*[-_]?\d{2,6})\b)",
    R"([\[(]([A-Z][A-Z0-9]{1,11}[-_]\d{2,6})[\])])",
    R"(^(?:(?i:error|fatal): )?([A-Z][A-Z0-9]{1,11}-?\d{3,6}): )",
};

// What the C library says for these, and what Python shows instead of the name.
struct SystemError {
  int number;  // on Linux
  std::string_view name, text;
};
// Not those whose text says little by itself: ENOENT, EACCES, EPERM, EINVAL, EIO.
constexpr std::array kSystemErrors = {
    SystemError{7, "E2BIG", "argument list too long"},
    SystemError{8, "ENOEXEC", "exec format error"},
    SystemError{23, "ENFILE", "too many open files in system"},
    SystemError{24, "EMFILE", "too many open files"},
    SystemError{26, "ETXTBSY", "text file busy"},
    SystemError{28, "ENOSPC", "no space left on device"},
    SystemError{30, "EROFS", "read-only file system"},
    SystemError{32, "EPIPE", "broken pipe"},
    SystemError{40, "ELOOP", "too many levels of symbolic links"},
    SystemError{98, "EADDRINUSE", "address already in use"},
    SystemError{101, "ENETUNREACH", "network is unreachable"},
    SystemError{104, "ECONNRESET", "connection reset by peer"},
    SystemError{111, "ECONNREFUSED", "connection refused"},
    SystemError{113, "EHOSTUNREACH", "no route to host"},
    SystemError{116, "ESTALE", "stale file handle"},
    SystemError{122, "EDQUOT", "disk quota exceeded"},
    SystemError{-3, "EAI_AGAIN", "temporary failure in name resolution"},
};
// Further numbers that Python shows.
constexpr std::array kNumbers = {
    SystemError{1, "EPERM", {}},
    SystemError{2, "ENOENT", {}},
    SystemError{5, "EIO", {}},
    SystemError{11, "EAGAIN", {}},
    SystemError{12, "ENOMEM", {}},
    SystemError{13, "EACCES", {}},
    SystemError{16, "EBUSY", {}},
    SystemError{17, "EEXIST", {}},
    SystemError{18, "EXDEV", {}},
    SystemError{20, "ENOTDIR", {}},
    SystemError{21, "EISDIR", {}},
    SystemError{22, "EINVAL", {}},
    SystemError{36, "ENAMETOOLONG", {}},
    SystemError{39, "ENOTEMPTY", {}},
    SystemError{99, "EADDRNOTAVAIL", {}},
    SystemError{110, "ETIMEDOUT", {}},
    SystemError{-2, "EAI_NONAME", {}},
};

std::string name_of_number(int number) {
  for (const auto& errors :
       {std::span<const SystemError>(kSystemErrors), std::span<const SystemError>(kNumbers)}) {
    for (const SystemError& error : errors) {
      if (error.number == number) return std::string(error.name);
    }
  }
  return "Errno " + std::to_string(number);
}

std::string system_error_in(std::string_view line) {
  static const RE2 number(R"(\[Errno (-?\d{1,3})\])");
  int found = 0;
  if (RE2::PartialMatch(re2_piece(line), number, &found)) return name_of_number(found);
  const std::string small = lower_ascii(line);
  for (const SystemError& error : kSystemErrors) {
    if (small.find(error.text) != std::string::npos) return std::string(error.name);
  }
  return {};
}

const std::vector<std::unique_ptr<RE2>>& forms() {
  static const std::vector<std::unique_ptr<RE2>> compiled = [] {
    std::vector<std::unique_ptr<RE2>> list;
    for (const char* form : kForms) list.push_back(std::make_unique<RE2>(form));
    return list;
  }();
  return compiled;
}

}  // namespace

std::string error_code_in(std::string_view line) {
  std::string code;
  for (const auto& form : forms()) {
    if (RE2::PartialMatch(re2_piece(line), *form, &code)) return code;
  }
  return system_error_in(line);
}

std::string error_code_around(std::string_view context) {
  static const RE2 property(R"((?m)^\s*code: '([A-Z][A-Z0-9_]+)',?$)");
  std::string code;
  RE2::PartialMatch(re2_piece(context), property, &code);
  return code;
}

}  // namespace kbc
