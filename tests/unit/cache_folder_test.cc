// Where kbc keeps what it found out: the form of a file, and how many there are.

#include "cache/cache_folder.h"

#include <fcntl.h>
#include <sys/file.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catch.h"
#include "cli/process.h"
#include "os/own_program.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHere = "here", kThere = "there";

std::string environment(std::string_view name) {
  const std::array<std::string_view, 1> parts = {name};
  return environment_of(parts);
}

CacheFolder cache_in(const TemporaryFolder& folder) {
  const Result<Border> border = Border::around(folder.path(), {});
  REQUIRE(border);
  Result<CacheFolder> cache = CacheFolder::of(folder.path(), *border, {true, folder.path("cache")});
  REQUIRE(cache);
  return std::move(*cache);
}

bool keep(const CacheFolder& cache, const std::string& name, std::string_view env) {
  constexpr std::array<std::string_view, 3> kPieces = {"some", "", "thing"};
  return cache.keep(name, env, kPieces);
}

}  // namespace

TEST_CASE("what is kept is read where all that it depends on is the same", "[cache]") {
  CHECK(own_build_id().size() >= 16);
  const TemporaryFolder folder;
  const CacheFolder cache = cache_in(folder);
  const std::string here = environment(kHere), there = environment(kThere);
  CHECK(here != there);
  CHECK(here == environment(kHere));
  const std::string name = cache_name("index", here);
  CHECK_FALSE(cache.read(name, here));
  REQUIRE(keep(cache, name, here));
  REQUIRE(cache.read(name, here));
  CHECK(cache.read(name, here)->bytes() == "something");
  CHECK_FALSE(cache.read(name, there));
  // What was read stays when another run puts something else there.
  const std::optional<KeptBytes> old = cache.read(name, here);
  REQUIRE(cache.keep(name, here, std::array<std::string_view, 1>{"new"}));
  CHECK(old->bytes() == "something");
  CHECK(cache.read(name, here)->bytes() == "new");
}

TEST_CASE("what was damaged or cut is not read", "[cache]") {
  const TemporaryFolder folder;
  const CacheFolder cache = cache_in(folder);
  const std::string here = environment(kHere), name = cache_name("index", here);
  const std::string bytes(10'000, 'x');
  REQUIRE(cache.keep(name, here, std::array<std::string_view, 1>{bytes}));
  const std::string whole = folder.read("cache/" + name);
  const auto is_read = [&](const std::string& text) {
    folder.write("cache/" + name, text);
    return cache.read(name, here).has_value();
  };
  for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 1 : 97) {
    INFO(at);
    std::string other = whole;
    other[at] = static_cast<char>(other[at] ^ (1 << at % 8));
    CHECK_FALSE(is_read(other));
  }
  for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 1 : 97) {
    CHECK_FALSE(is_read(whole.substr(0, size)));
  }
  CHECK_FALSE(is_read(whole + "x"));
  CHECK(is_read(whole));
}

TEST_CASE("the parts of an environment do not run together", "[cache]") {
  CHECK(environment_of(std::array<std::string_view, 2>{"ab", "c"}) !=
        environment_of(std::array<std::string_view, 2>{"a", "bc"}));
}

TEST_CASE("a name of the cache says its kind", "[cache]") {
  const std::string name = cache_name("index", environment(kHere));
  CHECK(kind_of_cached(name) == "index");
  for (const std::string& other : {std::string("CACHEDIR.TAG"), "." + name + ".kbc-0123456789ab",
                                   name + "x", std::string("index.kbc-cache"), std::string()}) {
    CHECK(kind_of_cached(other).empty());
  }
}

TEST_CASE("the oldest files of a cache go first when there is no room", "[cache]") {
  const TemporaryFolder folder;
  const CacheFolder cache = cache_in(folder);
  const std::string here = environment(kHere), there = environment(kThere);
  const auto now = fs::last_write_time(folder.path("cache/CACHEDIR.TAG"));
  const auto make = [&](std::string_view kind, std::uint64_t size, std::chrono::hours age) {
    const std::string path = folder.path("cache/" + cache_name(kind, there));
    std::ofstream(path).close();
    fs::resize_file(path, size);  // takes no place on the disk
    fs::last_write_time(path, now - age);
  };
  make("oldest", kMostCached / 2, std::chrono::hours(3));
  make("old", 10, std::chrono::hours(2));
  make("young", kMostCached / 2 - 20, std::chrono::hours(1));
  folder.write("cache/other", "x");
  REQUIRE(keep(cache, cache_name("index", here), here));
  CHECK_FALSE(fs::exists(folder.path("cache/" + cache_name("oldest", there))));
  CHECK(fs::exists(folder.path("cache/" + cache_name("old", there))));
  CHECK(fs::exists(folder.path("cache/" + cache_name("young", there))));
  CHECK(fs::exists(folder.path("cache/other")));
  CHECK(cache.items().size() == 3);
  CHECK(kind_of_cached(cache.items().front().name) == "old");
}

TEST_CASE("of two that write one does", "[cache]") {
  const TemporaryFolder folder;
  const CacheFolder one = cache_in(folder), other = cache_in(folder);
  const std::string here = environment(kHere), name = cache_name("index", here);
  const Descriptor held(::open(folder.path("cache").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  REQUIRE(::flock(held.value(), LOCK_EX | LOCK_NB) == 0);
  CHECK_FALSE(keep(one, name, here));
  CHECK_FALSE(one.read(name, here));
  REQUIRE(::flock(held.value(), LOCK_UN) == 0);
  CHECK(keep(one, name, here));
  CHECK(keep(other, name, here));
}

}  // namespace kbc
