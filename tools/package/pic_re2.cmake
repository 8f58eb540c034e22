# RE2 in a form that can go into a shared library, for libkbc.so. Debian's archive cannot: it is
# compiled without -fPIC. So RE2 is compiled anew from Debian's source package of the same version,
# which `scripts/install library` unpacks below build/sources.
set(KBC_RE2_SOURCE "" CACHE PATH
    "RE2's source, for libkbc.so; empty: what `scripts/install library` has unpacked")

# The folder of the source; empty if there is none.
function(kbc_find_re2_source variable)
  set(folder ${KBC_RE2_SOURCE})
  find_program(KBC_DPKG_QUERY dpkg-query)
  if(NOT folder AND KBC_DPKG_QUERY)
    execute_process(COMMAND ${KBC_DPKG_QUERY} -W -f "\${source:Package}=\${source:Version}"
                            libre2-dev
                    OUTPUT_VARIABLE package ERROR_QUIET)
    set(folder ${PROJECT_SOURCE_DIR}/build/sources/${package}/source)
  endif()
  if(NOT EXISTS ${folder}/re2/re2.cc)
    set(folder "")
  endif()
  set(${variable} ${folder} PARENT_SCOPE)
endfunction()

# Tables that RE2's makers generate, which Debian leaves out of its source: constants without code,
# so that those of its archive can go anywhere.
function(kbc_add_re2_tables target source)
  find_library(KBC_RE2_ARCHIVE libre2.a)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/re2_tables)
  file(MAKE_DIRECTORY ${folder})
  foreach(table perl_groups unicode_casefold unicode_groups)
    if(EXISTS ${source}/re2/${table}.cc)
      target_sources(${target} PRIVATE ${source}/re2/${table}.cc)
    elseif(KBC_RE2_ARCHIVE)
      add_custom_command(OUTPUT ${folder}/${table}.o
                         COMMAND ${CMAKE_AR} x ${KBC_RE2_ARCHIVE} ${table}.o
                         DEPENDS ${KBC_RE2_ARCHIVE} WORKING_DIRECTORY ${folder} VERBATIM)
      set_source_files_properties(${folder}/${table}.o PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
      target_sources(${target} PRIVATE ${folder}/${table}.o)
    else()
      message(FATAL_ERROR "${source} has no re2/${table}.cc, and there is no libre2.a to take it "
                          "from")
    endif()
  endforeach()
endfunction()

# Compiles RE2's source into a shared library.
function(kbc_add_re2_source target source)
  file(GLOB sources CONFIGURE_DEPENDS ${source}/re2/*.cc)
  list(APPEND sources ${source}/util/rune.cc ${source}/util/strutil.cc)
  list(FILTER sources EXCLUDE REGEX "/(perl_groups|unicode_casefold|unicode_groups)[.]cc$")
  add_library(kbc_re2 OBJECT EXCLUDE_FROM_ALL ${sources})
  target_include_directories(kbc_re2 SYSTEM PUBLIC ${source})
  # The same bytes wherever the source lies: RE2 has the names of its files in messages.
  target_compile_options(kbc_re2 PRIVATE -w -ffile-prefix-map=${source}=.)
  set_target_properties(kbc_re2 PROPERTIES CXX_STANDARD 17 POSITION_INDEPENDENT_CODE ON
                        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
                        EXPORT_COMPILE_COMMANDS OFF)
  kbc_harden(kbc_re2)
  target_include_directories(${target} SYSTEM BEFORE PRIVATE ${source})
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:kbc_re2>)
  kbc_add_re2_tables(${target} ${source})
endfunction()
