# Every library: found by its own package file or by pkg-config, and where it is missing, what to
# install on Debian. Headers may also be where scripts/install unpacks them.
find_package(PkgConfig QUIET)
if(KBC_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  # Static archives do not name the libraries that they need in turn.
  set(PKG_CONFIG_ARGN --static)
endif()

function(kbc_missing what debian)
  message(FATAL_ERROR "${what} was not found. On Debian, `scripts/install build` installs all that "
                      "is missing; the package is ${debian}")
endfunction()

function(kbc_find_with_pkg_config target module debian)
  if(NOT PKG_CONFIG_FOUND)
    kbc_missing("pkg-config" pkg-config)
  endif()
  pkg_check_modules(${target} QUIET IMPORTED_TARGET ${module})
  if(NOT ${target}_FOUND)
    kbc_missing("${module}" ${debian})
  endif()
endfunction()

function(kbc_find_header variable header debian)
  find_path(${variable} ${header} HINTS ${PROJECT_SOURCE_DIR}/build/packages/usr/include)
  if(NOT ${variable})
    kbc_missing("<${header}>" ${debian})
  endif()
endfunction()

find_package(Threads REQUIRED)
set(Boost_USE_STATIC_LIBS ${KBC_STATIC})
find_package(Boost 1.71 QUIET COMPONENTS program_options)
if(NOT TARGET Boost::program_options)
  kbc_missing("Boost.Program_options" libboost-program-options-dev)
endif()
kbc_find_header(KBC_RAPIDJSON_INCLUDE rapidjson/reader.h rapidjson-dev)
kbc_find_header(KBC_VALIJSON_INCLUDE valijson/schema_parser.hpp libvalijson-dev)
kbc_find_with_pkg_config(MD libmd libmd-dev)
kbc_find_with_pkg_config(RE2 re2 libre2-dev)
kbc_find_with_pkg_config(UTF8PROC libutf8proc libutf8proc-dev)
# Completion and editing for the questions of `kbc new`; without it they are asked all the same.
if(PKG_CONFIG_FOUND)
  pkg_check_modules(EDIT QUIET libedit)
endif()
