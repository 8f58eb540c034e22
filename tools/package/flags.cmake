# The flags that everything of kbc is compiled with, tests included.
add_library(kbc_flags INTERFACE)
# g++ 12 warns of an overlap inside std::string's own operator+ (GCC bug 105651), and where <string>
# is precompiled of an overflow there; clang and later releases look out for both.
set(KBC_FALSE_WARNINGS -Wno-restrict)
if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  list(APPEND KBC_FALSE_WARNINGS -Wno-stringop-overflow -Wno-array-bounds)
endif()
target_compile_options(kbc_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow
                       "$<$<CXX_COMPILER_ID:GNU>:${KBC_FALSE_WARNINGS}>"
                       $<$<BOOL:${KBC_WERROR}>:-Werror>)
if(KBC_SANITIZE)
  target_compile_options(kbc_flags INTERFACE -fsanitize=${KBC_SANITIZE} -fno-sanitize-recover=all
                         -fno-omit-frame-pointer)
  target_link_options(kbc_flags INTERFACE -fsanitize=${KBC_SANITIZE})
  # g++ 12 takes the members of libstdc++'s <regex>, which valijson includes, for uninitialised when
  # it adds sanitizers.
  target_compile_options(kbc_flags INTERFACE
                         $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(kbc_flags INTERFACE
      -fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/fuzz/ignorelist.txt)
  endif()
endif()
if(KBC_COVERAGE)
  target_compile_options(kbc_flags INTERFACE --coverage -O0)
  target_link_options(kbc_flags INTERFACE --coverage)
endif()
# What the release build has against faults that are left: guards of the stack and of buffers, on x86
# marks where a jump may lead. Not for tests, which are not optimised: glibc's guards need that.
function(kbc_harden target)
  if(KBC_SANITIZE OR KBC_COVERAGE OR KBC_FUZZERS)
    return()
  endif()
  set(flags -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i.86")
    list(APPEND flags -fcf-protection)
  endif()
  target_compile_options(${target} PRIVATE "$<$<CONFIG:Release,RelWithDebInfo>:${flags}>")
endfunction()
# The fuzzers' own folder links the driver; what they run is only watched.
if(KBC_FUZZERS)
  target_compile_options(kbc_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
