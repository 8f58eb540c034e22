# Every library: found by its own package file or by pkg-config, and where it is missing, what to
# install on Debian, with vcpkg and with Homebrew.
find_package(PkgConfig QUIET)

function(kbc_missing what debian vcpkg homebrew)
  message(FATAL_ERROR
    "${what} was not found. Install it:\n"
    "  Debian:   apt-get install ${debian}\n"
    "  vcpkg:    vcpkg install ${vcpkg}\n"
    "  Homebrew: brew install ${homebrew}")
endfunction()

function(kbc_find_with_pkg_config target module debian vcpkg homebrew)
  if(NOT PKG_CONFIG_FOUND)
    kbc_missing("pkg-config" pkg-config pkgconf pkg-config)
  endif()
  pkg_check_modules(${target} QUIET IMPORTED_TARGET ${module})
  if(NOT ${target}_FOUND)
    kbc_missing("${module}" ${debian} ${vcpkg} ${homebrew})
  endif()
endfunction()

function(kbc_find_header variable header debian vcpkg homebrew)
  find_path(${variable} ${header})
  if(NOT ${variable})
    kbc_missing("<${header}>" ${debian} ${vcpkg} ${homebrew})
  endif()
endfunction()

find_package(Threads REQUIRED)
find_package(Boost 1.71 QUIET COMPONENTS program_options)
if(NOT TARGET Boost::program_options)
  kbc_missing("Boost.Program_options" libboost-program-options-dev boost-program-options boost)
endif()
kbc_find_header(KBC_RAPIDJSON_INCLUDE rapidjson/reader.h rapidjson-dev rapidjson rapidjson)
kbc_find_header(KBC_VALIJSON_INCLUDE valijson/schema_parser.hpp libvalijson-dev valijson valijson)
kbc_find_with_pkg_config(NETTLE nettle nettle-dev nettle nettle)
kbc_find_with_pkg_config(RE2 re2 libre2-dev re2 re2)
kbc_find_with_pkg_config(UTF8PROC libutf8proc libutf8proc-dev utf8proc utf8proc)
kbc_find_with_pkg_config(URIPARSER liburiparser liburiparser-dev uriparser uriparser)
# Completion and editing for the questions of `kbc new`; without it they are asked all the same.
if(PKG_CONFIG_FOUND)
  pkg_check_modules(EDIT QUIET libedit)
endif()
