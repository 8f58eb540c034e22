#include "author/cues.h"

#include <array>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "core/re2.h"

namespace kbc {
namespace {

// What a text has that hints at a name.
struct Cue {
  const char* name;
  const char* regex;
};

constexpr std::array kDomainCues = {
    Cue{"git",
        R"(\bgit\b|non-fast-forward|refs/|\brebase\b|\borigin/|hint: |^fatal: (?:not a|refusing|unable to access|pathspec)|unrelated histories|push some refs)"},
    Cue{"cmake",
        R"(CMake (?:Error|Warning)|CMakeLists\.txt|\bcmake\b|find_package|\w+Config\.cmake)"},
    Cue{"make", R"(^g?make(?:\[\d+\])?: |Makefile|\*\*\* No rule)"},
    Cue{"cpp",
        R"(undefined reference|\bld(?:\.\w+)?: |cannot find -l|collect2|\.(?:c|cc|cpp|cxx|h|hpp):\d+|\bg\+\+|\bgcc\b|\bclang\b|std::|was not declared in this scope|No such file or directory\n *\d+ \|)"},
    Cue{"python",
        R"(Traceback|\.py\b|\bpip3?\b|No module named|ModuleNotFoundError|\bpython3?\b|site-packages|externally-managed|satisfies the requirement)"},
    Cue{"pytorch", R"(\btorch\b|CUDA out of memory|\bcuDNN\b|CUDA error)"},
    Cue{"node",
        R"(node:internal|\bnpm\b|\bnpx\b|\byarn\b|node_modules|\bERR_[A-Z]|\bE(?:ADDRINUSE|CONNREFUSED|RESOLVE)\b|Require stack|\.m?js:\d+|Cannot find module)"},
    Cue{"typescript", R"(\berror TS\d{4}: |\btsc\b|\.tsx?[(:]\d+)"},
    Cue{"rust", R"(error\[E\d{4}\]|\bcargo\b|\brustc\b|\.rs:\d+|crates?\b|panicked at)"},
    Cue{"go", R"(^panic: |goroutine \d+|\.go:\d+|\bgo: |go\.mod|runtime error: )"},
    Cue{"java",
        R"(\.java:\d+|^\s+at [\w.$]+\([\w]+\.java:\d+\)|\bjava\.|\bjavax\.|\bjdk\b|\bmaven\b|\bgradle\b|org\.springframework|Exception in thread|\[ERROR\].*(?:maven|plugin))"},
    Cue{"dotnet",
        R"(\bCS\d{4}\b|\bNU\d{4}\b|\bNETSDK\d+|System\.\w+Exception|\.csproj|\bdotnet\b|MSB\d{4})"},
    Cue{"php", R"(PHP (?:Fatal|Parse|Warning)|\.php\b|\bcomposer\b)"},
    Cue{"ruby", R"(\.rb:\d+|\bgem\b|\bbundler?\b|NoMethodError|Gem::)"},
    Cue{"docker",
        R"(\bdocker(?:d|file)?\b|[Dd]ockerfile|\bcontainerd?\b|Error response from daemon|\bbuildkit\b|failed to solve|containers/create|No such image|\bOCI runtime)"},
    Cue{"kubernetes",
        R"(\bkubectl\b|\bkubelet\b|Error from server|ImagePullBackOff|ErrImagePull|CrashLoopBackOff|\bpods?\b|\bnamespaces?\b.*\bk8s\b|[kK]ubernetes|\bk8s\.|FailedScheduling|nodes are available|is forbidden: User|reflector\.go|PersistentVolume)"},
    Cue{"nginx", R"(\bnginx\b|\[emerg\]|, client: |FastCGI)"},
    Cue{"postgresql",
        R"(\bpsql\b|\bpostgres(?:ql)?\b|\bpg_\w+|duplicate key value violates|relation "[^"]+" does not exist|\b5432\b|FATAL:  |remaining connection slots|authentication failed for user ")"},
    Cue{"mysql", R"(\bmysqld?\b|\bmariadb\b|ERROR \d{4} \([0-9A-Z]{5}\)|\b3306\b|InnoDB)"},
    Cue{"mongodb", R"(\bmongo(?:d|sh|db)?\b|\bE11000\b|MongoServerError|\b27017\b)"},
    Cue{"redis", R"((?i:\bredis\b)|\bWRONGTYPE\b|\bNOAUTH\b|\b6379\b|MISCONF)"},
    Cue{"kafka", R"(\bkafka\b|\bbroker\b.*\bpartition\b|\b9092\b)"},
    Cue{"apt",
        R"(^E: |^W: .*(?:repository|GPG)|\bapt(?:-get)?\b|\bdpkg\b|\.deb\b|NO_PUBKEY|unmet dependencies)"},
    Cue{"ssh", R"(\bssh(?:d)?\b|publickey|Host key verification|known_hosts|\bscp\b|kex_exchange)"},
    Cue{"tls", R"(\bSSL\b|\bTLS\b|certificate|x509|handshake)"},
    Cue{"terraform", R"(\bterraform\b|\.tf\b|\btfstate\b|Error acquiring the state lock)"},
    Cue{"aws", R"(\baws\b|amazonaws|\bAn error occurred \(\w+\) when calling|\barn:|\bs3://)"},
    Cue{"azure", R"(\bazure\b|\baz \w+|windows\.net|AADSTS)"},
    Cue{"communication", R"(\bmqtt\b|\bmosquitto\b|\bcan bus\b|\bmodbus\b)"},
    Cue{"linux",
        R"((?:^|: )bash: |command not found|\bsystemd(?:ctl)?\b|\bkernel\b|systemd\[1\]|Out of memory: Killed|\bmount\b|I/O error|\bsudo\b|No space left|Failed to start|\bsegfault\b)"},
    Cue{"networking",
        R"(\bgetaddrinfo\b|Name or service not known|Temporary failure in name resolution|No route to host|Network is unreachable|\bcurl\b)"},
    Cue{"android", R"(\bandroid\b|\badb\b|INSTALL_FAILED|\bAAPT\b)"},
    Cue{"ios", R"(\bxcode(?:build)?\b|\bCocoaPods\b|provisioning profile|\bswift\b)"},
    Cue{"browser", R"(\bCORS\b|Content Security Policy|Mixed Content: |\bnet::ERR_)"},
    Cue{"web", R"(Uncaught (?:\(in promise\)|TypeError)|\bfetch\b)"},
    Cue{"cicd", R"(##\[error\]|::error|github actions|\brunner\b|\bjenkins\b|gitlab-runner)"},
};

// What an error is about, whatever program met it, said by the message itself.
constexpr std::array kTopicCues = {
    Cue{"nginx", R"(while (?:connecting to|reading response header from) upstream|)"
                 R"(client intended to send)"},
    Cue{"node", R"(file watchers|JavaScript heap|^(?:npm|yarn|pnpm)\b)"},
    Cue{"docker", R"(Error response from daemon|failed to solve|Docker daemon|docker\.sock|)"
                  R"(build context|^(?:COPY|ADD) failed)"},
    Cue{"kubernetes", R"(^Error from server|ImagePullBackOff|CrashLoopBackOff)"},
    Cue{"java", R"(PKIX path|sun\.security|java\.security\.cert)"},
    Cue{"cmake", R"(generator used previously|target was not found|CMakeCache\.txt|meson\.build|)"
                 R"(acceptable C\S* compiler|^By not providing)"},
    Cue{"tls", R"((?i)\bcertificate\b|\bSSL\b|\bx509\b|\btls\b|handshake|\bCERT_|_CERT\b|)"
               R"(self[- ]signed|digital envelope|KEY_VALUES|EVP_|PKIX)"},
    Cue{"sqlite",
        R"((?i)sqlite|\bin prepare, |database is locked|database disk image is malformed|)"
        R"(unable to open database|readonly database)"},
    Cue{"postgresql", R"(^(?:ERROR|FATAL|PANIC):  [a-z]|sorry, too many clients|\bpq: |)"
                      R"(violates .* constraint|could not create unique index|\bPSQLException|)"
                      R"(connection slots|^relation ".*" does not exist)"},
    Cue{"redis",
        R"(\bOOM command|READONLY You|WRONGTYPE Op|NOAUTH Auth|MISCONF Redis|temp RDB file|)"
        R"(CROSSSLOT|CLUSTERDOWN)"},
    Cue{"ssh", R"(no matching (?:cipher|MAC|key exchange|host key)|Bad configuration option|)"
               R"(authentication failures|[Pp]ermission denied \(|HOST IDENTIFICATION|)"
               R"(PRIVATE KEY FILE|Host key verification|bad permissions|kex_exchange|Load key ")"},
    Cue{"apt", R"(^E: (?:Unable|Could not get lock|The repository|Package|Unmet|Sub)|GPG error|)"
               R"(^dpkg|unmet dependencies|trying to overwrite|[Uu]nable to locate package|)"
               R"(held broken packages|package manager running|OpenPGP signature|^dpkg|)"
               R"(impossible situation)"},
    Cue{"git", R"(overwritten by (?:merge|checkout)|upstream branch|tracking information|)"
               R"(! \[(?:remote )?rejected\]|unrelated histories|not a git repository|)"
               R"(dubious ownership|^CONFLICT|merge conflict|current index first|invalid upstream|)"
               R"(\bjgit\b|\bGit\b|divergent branches|refspec|empty ident|)"
               R"([Uu]ntracked (?:working|files)|not uptodate|non-?fast-?forward|)"
               R"(class=(?:Ref|Repo|Config)|lock file already exists in the repository|)"
               R"(switch branches)"},
    Cue{"cpp", R"(cannot open shared object|undefined symbol|version `[\w.]+' not found|)"
               R"(symbol lookup error|undefined reference|unable to find library|cannot find -l|)"
               R"(relocation R_|multiple definition|DSO missing|\bLNK\d{4}|error C\d{4}|)"
               R"(duplicate symbol|[Ss]ymbol not found|[Ll]ibrary not (?:loaded|found)|)"
               R"(GLIBC(?:XX)?_|cannot locate symbol|cannot open source file|DLL load failed|)"
               R"(VCRUNTIME|fatal error: .*\.h(?:pp)?\b|'[\w/.]+\.h' file not found|)"
               R"(incomplete type|unresolved external)"},
    Cue{"linux", R"((?i)no space left|too many open files|\bEMFILE\b|argument list too long|)"
                 R"(\bE2BIG\b|exec format error|bad interpreter|text file busy|not in gzip format|)"
                 R"(not a gzipped file|bad unit file|ExecStart|required file not found|\\r['’]: |)"
                 R"(end-of-central|corrupt jarfile|out of memory: killed|cannot change locale|)"
                 R"(unit will not be started|terminal is not|\blocale\b|crontab|terminfo|)"
                 R"(terminal (?:definition|description)|bad (?:minute|hour|day|month)|zip file|)"
                 R"(zip format|bzip2 file|line endings|CPU type in exec|file descriptors|)"
                 R"(arg list too long|ETXTBSY|text file is busy|EOCD|enough free space|)"
                 R"(database or disk is full)"},
    Cue{"networking",
        R"((?i)connection refused|\bECONNREFUSED|name or service not known|)"
        R"(temporary failure (?:in name|resolving)|could not resolve host|)"
        R"(unable to resolve host|no such host|UnknownHost|getaddrinfo|\bEAI_AGAIN|)"
        R"(\bENOTFOUND|timed out|\bETIMEDOUT|no route to host|network is unreachable|)"
        R"(connection reset|socket hang up|\bECONNRESET|remote end closed|empty reply|)"
        R"(no data received|connect ECONN)"},
    Cue{"java", R"(main manifest attribute|class file (?:has wrong )?version|main class|)"
                R"(no POM in this|module java\.|Java heap space|\bJVM\b|target release|Main-Class|)"
                R"(major\.minor version|Gradle plugin|UnsupportedClassVersion|JVMCFRE)"},
    Cue{"rust", R"(Cargo\.(?:toml|lock)|linker `[^`]+` not found|lock file version)"},
    Cue{"go", R"(import cycle not allowed|main module or its|declared (?:but|and) not used|)"
              R"(imported and not used|go\.mod|all goroutines are asleep|no modules specified|)"
              R"(\bgopls\b|outside available modules)"},
    Cue{"python", R"(codec can't|offset-naive|\bjson\.decoder|JSONDecodeError|bootstrapping phase|)"
                  R"(externally-managed)"},
    Cue{"make", R"(\*\*\* (?:missing separator|No rule|recipe commences))"},
    Cue{"communication", R"((?i)\bDUPLICATE_CLIENTID|Session taken over|\bCONNACK\b|\bmqtt\b|)"
                         R"(already connected, closing old)"},
};

constexpr std::array kCategoryCues = {
    Cue{"port_error", R"(address already in use|EADDRINUSE|port .*(?:in use|allocated))"},
    Cue{"permission_error", R"(permission denied|EACCES|EPERM|operation not permitted)"},
    Cue{"auth_error",
        R"(authentication failed|unauthorized|publickey|NOAUTH|401\b|access denied for user|login failed)"},
    Cue{"access_error", R"(forbidden|403\b|access ?denied|not authorized)"},
    Cue{"certificate_error", R"(certificate|x509|UNABLE_TO_\w+_CERT|GPG error|NO_PUBKEY)"},
    Cue{"dns_error",
        R"(getaddrinfo|name or service not known|name resolution|could not resolve host|\bENOTFOUND|EAI_AGAIN)"},
    Cue{"timeout_error", R"(time[d-]? ?out|ETIMEDOUT|deadline exceeded)"},
    Cue{"connection_error",
        R"(connection (?:refused|reset|closed)|ECONNREFUSED|ECONNRESET|cannot connect|could not connect|unreachable|was refused|broken pipe|upstream)"},
    Cue{"memory_error",
        R"(out of memory|OOM|cannot allocate|heap|segmentation fault|MemoryError|OutOfMemory)"},
    Cue{"disk_error", R"(no space left|ENOSPC|read-only file system|disk full|I/O error)"},
    Cue{"merge_error", R"(unrelated histories|merge conflict|divergent|overwritten by merge)"},
    Cue{"sync_error", R"(non-fast-forward|failed to push|fetch first)"},
    Cue{"link_error",
        R"(undefined reference|cannot find -l|multiple definition|undefined symbol|cannot open shared object)"},
    Cue{"import_error",
        R"(no module named|cannot find module|MODULE_NOT_FOUND|importerror|unresolved import|NoClassDefFound|ClassNotFound)"},
    Cue{"package_error",
        R"(unable to locate package|no matching distribution|could not find a version|repository|held broken packages)"},
    Cue{"dependency_error",
        R"(unmet dependencies|ERESOLVE|dependency|could not find a package configuration|peer dep)"},
    Cue{"lock_error", R"(could not get lock|index\.lock|state lock|\block(?:ed|file)?\b|deadlock)"},
    Cue{"installation_error", R"(externally-managed|dpkg: error|install(?:ation)? failed)"},
    Cue{"container_error",
        R"(ImagePull|CrashLoop|error response from daemon|docker daemon|OCI runtime|pull image|container)"},
    Cue{"conflict_error", R"(duplicate key|already exists|conflict|E11000)"},
    Cue{"limit_error", R"(too many|rate limit|quota|exceed|429\b|connection slots)"},
    Cue{"query_error",
        R"(relation .* does not exist|syntax error at or near|unknown column|table .*doesn't exist)"},
    Cue{"type_error",
        R"(TypeError|mismatched types|invalid conversion|cannot convert|not assignable|has no attribute|has no member|WRONGTYPE|cannot borrow)"},
    Cue{"syntax_error",
        R"(SyntaxError|unexpected token|parse error|syntax error|expected '?[;)}])"},
    Cue{"compile_error",
        R"(error\[E\d+\]|was not declared|no such file or directory.*\.h|fatal error: |error TS\d|error CS\d|undeclared|cannot find symbol|does not name a type)"},
    Cue{"build_error", R"(No rule to make target|build failed|CMake Error)"},
    Cue{"filesystem_error",
        R"(no such file|ENOENT|not a directory|is a directory|FileNotFound|EEXIST)"},
    Cue{"resource_error", R"(not found|404\b|does not exist|unschedulable|Insufficient)"},
    Cue{"config_error",
        R"(config|unknown directive|invalid option|not set|unbound variable|unknown command)"},
    Cue{"startup_error", R"(failed to start|main process exited|crashloop)"},
    Cue{"data_error", R"(ValueError|KeyError|IndexError|index out of|out of range)"},
    Cue{"api_error", R"(\b5\d\d\b|bad gateway|service unavailable|bad request)"},
    Cue{"runtime_error", R"(exception|error|panic|killed|core dumped)"},
};

struct CompiledCue {
  const char* name;
  std::unique_ptr<RE2> regex;
};

std::vector<CompiledCue> compile(std::span<const Cue> cues, const char* flags) {
  std::vector<CompiledCue> compiled;
  for (const Cue& cue : cues) {
    compiled.push_back(
        {cue.name, std::make_unique<RE2>(flags + ("(?:" + std::string(cue.regex)) + ")")});
  }
  return compiled;
}

void weigh(const std::vector<CompiledCue>& cues, const std::string& text, int weight,
           std::map<std::string, int>& weights) {
  for (const CompiledCue& cue : cues) {
    if (RE2::PartialMatch(text, *cue.regex)) weights[cue.name] += weight;
  }
}

}  // namespace

std::string likely_domain(const ErrorLine& error, const std::string& command,
                          const Taxonomy& taxonomy) {
  static const std::vector<CompiledCue> cues = compile(kDomainCues, "(?m)");
  static const std::vector<CompiledCue> topics = compile(kTopicCues, "");
  // The topic says more than the language of the program that met it.
  for (const CompiledCue& topic : topics) {
    if (taxonomy.domains.count(topic.name) == 0) continue;
    if (RE2::PartialMatch(error.message.text, *topic.regex)) return topic.name;
  }
  std::map<std::string, int> weights;
  weigh(cues, error.message.text, 4, weights);
  weigh(cues, error.line, 3, weights);
  weigh(cues, error.context, 2, weights);
  weigh(cues, error.message.program + "\n" + command, 5, weights);
  // Of equally likely ones the first in the order of the table, which has the narrower ones first.
  std::string best;
  for (const CompiledCue& cue : cues) {
    if (taxonomy.domains.count(cue.name) == 0 || weights[cue.name] == 0) continue;
    if (best.empty() || weights[cue.name] > weights[best]) best = cue.name;
  }
  // A program that is a domain itself speaks for itself.
  if (best.empty() && taxonomy.domains.count(error.message.program) != 0) {
    return error.message.program;
  }
  return best;
}

std::string likely_category(const std::string& message, const Taxonomy& taxonomy) {
  static const std::vector<CompiledCue> cues = compile(kCategoryCues, "(?i)");
  for (const CompiledCue& cue : cues) {
    if (taxonomy.categories.count(cue.name) == 0) continue;
    if (RE2::PartialMatch(message, *cue.regex)) return cue.name;
  }
  return {};
}

}  // namespace kbc
