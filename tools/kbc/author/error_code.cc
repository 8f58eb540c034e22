#include "author/error_code.h"

#include <array>
#include <memory>
#include <vector>

#include "core/re2.h"

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
    R"(\b(0x[8C][0-9A-Fa-f]{7})\b)",            // HRESULT, NTSTATUS
    R"((?i:\bcode:? )(0x[0-9A-Fa-f]{2,8})\b)",
    R"(\[((?:Errno|WinError) -?\d+)\])",  // Python
    R"(\b(ERR_[A-Z][A-Z0-9_]+)\b)",       // Node, browsers
    R"(\b(SSL_ERROR_[A-Z_]+|CERT_[A-Z_]+|UNABLE_TO_[A-Z_]+|MODULE_NOT_FOUND)\b)",
    R"(\b(NO_PUBKEY|NODATA|EXPKEYSIG|BADSIG)\b)",
    R"(An error occurred \((\w+)\))",  // AWS
    R"(Error from server \((\w+)\))",  // Kubernetes
    R"(\b(ImagePullBackOff|ErrImagePull|CrashLoopBackOff|CreateContainerConfigError|OOMKilled|FailedScheduling|FailedMount)\b)",
    R"(\b(E(?:ACCES|ADDRINUSE|ADDRNOTAVAIL|AGAIN|AI_AGAIN|BADF|BUSY|CONNABORTED|CONNREFUSED|CONNRESET|EXIST|HOSTUNREACH|INTEGRITY|INVAL|IO|ISDIR|JSONPARSE|LIFECYCLE|LOOP|MFILE|NAMETOOLONG|NEEDAUTH|NETUNREACH|NFILE|NOENT|NOMEM|NOSPC|NOTDIR|NOTEMPTY|NOTFOUND|NOTSUP|OVERRIDE|PERM|PIPE|PROTO|PUBLISHCONFLICT|RESOLVE|ROFS|RR_[A-Z_]+|SOCKETTIMEDOUT|SRCH|TARGET|TIMEDOUT|XDEV|BADENGINE|BADPLATFORM|USAGE|404|401|403))\b)",
    R"((?i:\bHTTP(?:/[\d.]+)?(?: status)?(?: code)?:? |\bstatus code:? |returned error: |response code:? )([45]\d\d)\b)",
    R"(\b(4\d\d|5\d\d) (?:Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Conflict|Gone|Payload Too Large|Unprocessable|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time))",
    R"(\b(?:exit code|exited with code|exit status):? (1[2-4]\d)\b)",
};

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
  return {};
}

}  // namespace kbc
