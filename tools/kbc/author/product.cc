#include "author/product.h"

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "core/re2.h"

namespace kbc {
namespace {

// What tells a product. A group is its version.
struct Sign {
  const char* product;
  const char* domain;
  const char* regex;
};

#define KBC_VERSION R"((\d+\.\d+(?:\.\d+)*))"

// Those that tell a version come first, then those of narrow products before the languages that
// they are written in.
constexpr std::array kSigns = {
    Sign{"Node.js", "node", R"(\bNode\.js v)" KBC_VERSION},
    Sign{"Node.js", "node", R"("?\bnode"?(?: version)?[: @]+"?v)" KBC_VERSION},
    Sign{"npm", "node", R"re("npm": ?")re" KBC_VERSION},
    Sign{"npm", "node", R"(\bnpm(?:/| v|@))" KBC_VERSION},
    Sign{"CMake", "cmake", R"(running version )" KBC_VERSION},
    Sign{"CMake", "cmake", R"(/share/cmake-)" KBC_VERSION},
    Sign{"CMake", "cmake", R"(cmake version )" KBC_VERSION},
    Sign{"nginx", "nginx", R"(\bnginx/)" KBC_VERSION},
    Sign{"PostgreSQL", "postgresql", R"(\bPostgreSQL )" KBC_VERSION},
    Sign{"PostgreSQL", "postgresql", R"(/postgresql/(\d+(?:\.\d+)?)/)"},
    Sign{"MySQL", "mysql", R"(mysqld? .*?\b[Vv]er(?:sion)?[: ']+)" KBC_VERSION},
    Sign{"MariaDB", "mysql", KBC_VERSION R"(-MariaDB)"},
    Sign{"Redis", "redis", R"(Redis (?:version=|server v=)?)" KBC_VERSION},
    Sign{"OpenSSH", "ssh", R"(\bOpenSSH_)" KBC_VERSION},
    Sign{"OpenSSL", "tls", R"(\bOpenSSL[/ ])" KBC_VERSION},
    Sign{"curl", "networking", R"(\bcurl[/ ])" KBC_VERSION},
    Sign{"Git", "git", R"(\bgit(?: version |/))" KBC_VERSION},
    Sign{"pip", "python", R"(\bpip )" KBC_VERSION R"( from)"},
    Sign{"Rust", "rust", R"(\brustc )" KBC_VERSION},
    Sign{"Cargo", "rust", R"(\bcargo )" KBC_VERSION},
    Sign{"Go", "go", R"(\bgo(?: version go)?)" KBC_VERSION R"( [a-z]+/[a-z0-9]+)"},
    Sign{"Go", "go", R"(/go(?:@v|-|/)?)" KBC_VERSION R"((?:\.[a-z]+-[a-z0-9]+)?/src/)"},
    Sign{"GCC", "cpp", R"(/gcc/[-\w]+/(\d+(?:\.\d+)*)/)"},
    Sign{"GCC", "cpp", R"(/include/c\+\+/(\d+(?:\.\d+)*)/)"},
    Sign{"GCC", "cpp", R"(\bgcc version )" KBC_VERSION},
    Sign{"Clang", "cpp", R"(\bclang version )" KBC_VERSION},
    Sign{"Java", "java",
         R"((?:openjdk version "|java version "|\bJava version: |JDK ))" KBC_VERSION},
    Sign{"Apache Maven", "java", R"(Apache Maven )" KBC_VERSION},
    Sign{"Gradle", "java", R"(\bGradle )" KBC_VERSION},
    Sign{"Ruby", "ruby", R"(/ruby/)" KBC_VERSION R"(/)"},
    Sign{"PHP", "php", R"(\bPHP )" KBC_VERSION},
    Sign{".NET SDK", "dotnet", R"(/sdk/)" KBC_VERSION R"(/)"},
    Sign{"Docker", "docker", R"(Docker version )" KBC_VERSION},
    Sign{"Kubernetes", "kubernetes", R"(GitVersion:"v)" KBC_VERSION},
    Sign{"Terraform", "terraform", R"(Terraform v)" KBC_VERSION},
    Sign{"GNU Make", "make", R"(GNU Make )" KBC_VERSION},
    Sign{"Python", "python", R"(\b[Pp]ython ?/?)" KBC_VERSION},
    // Without a version.
    Sign{"npm", "node", R"((?m)^npm$|npm (?:ERR!|error) |\bnpm_)"},
    Sign{"pip", "python",
         R"(Could not find a version that satisfies|No matching distribution|externally-managed)"},
    Sign{"pnpm", "node", R"(\bpnpm\b|ERR_PNPM_)"},
    Sign{"Yarn", "node", R"(\byarn\b)"},
    Sign{"CMake", "cmake", R"(CMake (?:Error|Warning))"},
    Sign{"GNU Make", "make", R"(\bg?make(?:\[\d+\])?: \*\*\*)"},
    Sign{"Ninja", "make", R"(\bninja: )"},
    Sign{"APT", "apt", R"((?m)^[EW]: |\bapt(?:-get)?\b)"},
    Sign{"dpkg", "apt", R"(\bdpkg: )"},
    Sign{"Cargo", "rust", R"(Cargo\.(?:toml|lock)|\bcargo\b)"},
    Sign{"Rust", "rust", R"(error\[E\d{4}\]|\brustc\b|panicked at)"},
    Sign{"GNU Binutils", "cpp",
         R"(/ld(?:\.bfd)?: |undefined reference to|collect2: error: ld returned)"},
    Sign{"LLVM lld", "cpp", R"(\bld\.lld: |\brust-lld: )"},
    Sign{"glibc", "cpp", R"(error while loading shared libraries|symbol lookup error|GLIBC_)"},
    Sign{"Clang", "cpp", R"(\bclang(?:\+\+)?(?:-\d+)?: )"},
    Sign{"Microsoft Visual C++", "cpp", R"(\b(?:fatal )?error (?:LNK|C)\d{4}\b)"},
    Sign{"GCC", "cpp", R"(\bg(?:cc|\+\+)\b|\.(?:c|cc|cpp|cxx|h|hpp):\d+:\d+: (?:fatal )?error: )"},
    Sign{"Apache Maven", "java", R"(\bMaven\b|\bmvn\b|there is no POM|maven-)"},
    Sign{"Gradle", "java", R"(\bgradlew?\b|FAILURE: Build failed with an exception)"},
    Sign{"curl", "networking", R"(\bcurl: \(\d+\))"},
    Sign{"GNU Wget", "networking", R"(\bwget: |HTTP request sent, awaiting response)"},
    Sign{"nginx", "nginx", R"(\bnginx\b|while connecting to upstream)"},
    Sign{"PostgreSQL", "postgresql",
         R"((?m)\bpsql: |^(?:ERROR|FATAL|PANIC):  |\bpq: |\bpostgres(?:ql)?\b|\bpsycopg)"},
    Sign{"SQLite", "sqlite", R"((?i)\bsqlite)"},
    Sign{"MySQL", "mysql", R"(ERROR \d{4} \([0-9A-Z]{5}\)|\bmysqld?\b|InnoDB)"},
    Sign{"Redis", "redis", R"((?i)\bredis\b|\b(?:WRONGTYPE|NOAUTH|MISCONF|READONLY You) )"},
    Sign{"MongoDB", "mongodb", R"(\bMongo\w*|\bE11000\b)"},
    Sign{"Apache Kafka", "kafka", R"(\bkafka\b)"},
    Sign{"Mosquitto", "communication",
         R"(\bmosquitto\b|already connected, closing old connection)"},
    Sign{"Docker", "docker", R"((?i)\bdocker\b|Error response from daemon|failed to solve)"},
    Sign{"Kubernetes", "kubernetes", R"((?i)\bkube(?:ctl|let|rnetes)\b|ImagePullBackOff)"},
    Sign{"Terraform", "terraform", R"((?i)\bterraform\b)"},
    Sign{
        "OpenSSH", "ssh",
        R"(\bsshd?\b|\(publickey|Unable to negotiate with|REMOTE HOST IDENTIFICATION|UNPROTECTED PRIVATE KEY)"},
    Sign{"Git", "git",
         R"((?m)\bgit\b|^fatal: |^hint: |\[rejected\]|overwritten by (?:merge|checkout))"},
    Sign{"systemd", "linux", R"(\bsystemd\b|\.service: )"},
    Sign{"GNU tar", "linux", R"(\btar: )"},
    Sign{"GNU Bash", "linux", R"(\bbash: |: line \d+: )"},
    Sign{"OpenSSL", "tls", R"(\bOpenSSL\b|:error:[0-9A-F]{8}:|\bSSL routines\b)"},
    Sign{"Node.js", "node", R"(\(?node:\w|\bERR_[A-Z]|node_modules|\.[cm]?js:\d+|\[cause\]: )"},
    Sign{"Python", "python", R"(Traceback \(most|\.py\b|\bpython3?\b|\[Errno -?\d+\]|_ssl\.c)"},
    Sign{"Java", "java", R"(\.java:\d+\)|\bjava\.\w|Exception in thread|\bjavac?\b|main manifest)"},
    Sign{"Go", "go", R"(\.go:\d+|goroutine \d+|\bgo\.mod\b|\bdial tcp\b|import cycle not allowed)"},
    Sign{"Ruby", "ruby", R"(\.rb:\d+|-e:\d+:in `|\(Errno::)"},
    Sign{"PHP", "php", R"(\bPHP (?:Fatal|Parse|Warning))"},
    Sign{".NET", "dotnet", R"(\bSystem\.\w+Exception|\bdotnet\b|error (?:CS|NU|NETSDK|MSB)\d{4})"},
    Sign{"Linux", "linux", R"(\bkernel: |Out of memory: Killed)"},
};

#undef KBC_VERSION

// Whose errors those of a domain are where the log names nothing.
struct Usual {
  std::string_view domain, product;
};
constexpr std::array kUsual = {Usual{"cmake", "CMake"},     Usual{"docker", "Docker"},
                               Usual{"git", "Git"},         Usual{"go", "Go"},
                               Usual{"java", "Java"},       Usual{"kafka", "Apache Kafka"},
                               Usual{"make", "GNU Make"},   Usual{"mysql", "MySQL"},
                               Usual{"nginx", "nginx"},     Usual{"node", "Node.js"},
                               Usual{"php", "PHP"},         Usual{"postgresql", "PostgreSQL"},
                               Usual{"python", "Python"},   Usual{"redis", "Redis"},
                               Usual{"ruby", "Ruby"},       Usual{"rust", "Rust"},
                               Usual{"sqlite", "SQLite"},   Usual{"ssh", "OpenSSH"},
                               Usual{"mongodb", "MongoDB"}, Usual{"kubernetes", "Kubernetes"}};

struct CompiledSign {
  const Sign* sign;
  std::unique_ptr<RE2> regex;
};

const std::vector<CompiledSign>& signs() {
  static const std::vector<CompiledSign> compiled = [] {
    std::vector<CompiledSign> list;
    for (const Sign& sign : kSigns) list.push_back({&sign, std::make_unique<RE2>(sign.regex)});
    return list;
  }();
  return compiled;
}

std::string named_in(const std::string& text, const CompiledSign& candidate) {
  std::string version;
  const bool has_group = candidate.regex->NumberOfCapturingGroups() > 0;
  const bool fits = has_group ? RE2::PartialMatch(text, *candidate.regex, &version)
                              : RE2::PartialMatch(text, *candidate.regex);
  if (!fits) return {};
  return candidate.sign->product + (version.empty() ? "" : " " + version);
}

}  // namespace

std::string product_in(const ErrorLine& error, const std::string& command,
                       const std::string& domain) {
  const std::string near = error.line + "\n" + error.message.program + "\n" + command;
  const std::string whole = near + "\n" + error.context;
  for (const CompiledSign& candidate : signs()) {
    if (candidate.sign->domain != domain) continue;
    std::string product = named_in(whole, candidate);
    if (!product.empty()) return product;
  }
  for (const Usual& usual : kUsual) {
    if (usual.domain == domain) return std::string(usual.product);
  }
  for (const std::string& text : {near, whole}) {
    for (const CompiledSign& candidate : signs()) {
      std::string product = named_in(text, candidate);
      if (!product.empty()) return product;
    }
  }
  return {};
}

}  // namespace kbc
