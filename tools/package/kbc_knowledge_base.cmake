# kbc_add_knowledge_base(<target> KB <folder> [NAMESPACE <name>] [EMIT <form>…] [OPTIONS <option>…])
#
# Makes a library that compiles the knowledge base in <folder>, where kbc.json is, into C++ tables:
#
#   kbc_add_knowledge_base(errors KB ${CMAKE_SOURCE_DIR}/errors NAMESPACE errors)
#   target_link_libraries(program PRIVATE errors)
#
# and program can include kb_table.h and kb_ids.h, or errors/kb_table.h and errors/kb_ids.h where it
# has several. NAMESPACE is `kb` unless it is given, which one call of a project may leave out: the
# names in two tables are different ones, but a file that includes both could not tell them apart.
# EMIT is what `kbc build --emit` takes, `cpp` and `index` unless it is given; without `cpp`
# and `index-cpp` the library has nothing to link. The property KBC_INDEX of the target is the path of the index,
# KBC_FOLDER the folder of all artefacts. OPTIONS go to `kbc build` as they stand.
#
# kbc runs again when an entry is changed, added or removed, and when kbc.json, the schema, the
# taxonomy or kbc itself change; what it would write as it is stays untouched, so that only changes
# make C++ compile again.
#
# The kbc that runs is that of this build or package, or where that is made for another machine,
# KBC_EXECUTABLE or the one in PATH.
cmake_policy(PUSH)
cmake_policy(VERSION 3.22)

# The path of a kbc that runs on this machine; empty where there is none.
function(kbc_find_program out)
  set(${out} "" PARENT_SCOPE)
  if(KBC_EXECUTABLE)
    set(${out} "${KBC_EXECUTABLE}" PARENT_SCOPE)
    return()
  endif()
  # That of the package may be in a root for another machine.
  if(KBC_PACKAGE_PROGRAM AND EXISTS "${KBC_PACKAGE_PROGRAM}")
    execute_process(COMMAND "${KBC_PACKAGE_PROGRAM}" version RESULT_VARIABLE failed
                    OUTPUT_QUIET ERROR_QUIET)
    if(failed STREQUAL "0")
      set(${out} "${KBC_PACKAGE_PROGRAM}" PARENT_SCOPE)
      return()
    endif()
  endif()
  find_program(KBC_EXECUTABLE kbc DOC "A kbc that runs on the machine that builds" PATHS ENV PATH
               NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  if(KBC_EXECUTABLE)
    set(${out} "${KBC_EXECUTABLE}" PARENT_SCOPE)
  endif()
endfunction()

# What cannot be right is said at once, and not when the project is built.
function(kbc_check_knowledge_base target kb namespace)
  set(call "kbc_add_knowledge_base(${target})")
  if(NOT EXISTS "${kb}/kbc.json")
    message(FATAL_ERROR "${call}: there is no ${kb}/kbc.json: KB is the folder in which it is")
  endif()
  get_property(forms GLOBAL PROPERTY KBC_FORMS)
  foreach(form IN LISTS ARGN)
    if(forms AND NOT form IN_LIST forms)
      list(JOIN forms ", " known)
      message(FATAL_ERROR "${call}: EMIT has `${form}`, but kbc makes ${known}")
    endif()
  endforeach()
  string(REPLACE "::" ";" names "${namespace}")
  set(keywords
      alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t
      char8_t class co_await co_return co_yield compl concept const const_cast consteval constexpr
      constinit continue decltype default delete do double dynamic_cast else enum explicit export
      extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq
      nullptr operator or or_eq private protected public register reinterpret_cast requires return
      short signed sizeof static static_assert static_cast struct switch template this thread_local
      throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while
      xor xor_eq)
  foreach(name IN LISTS names)
    if(NOT name MATCHES "^[A-Za-z][A-Za-z0-9_]*$" OR name MATCHES "__" OR name IN_LIST keywords)
      message(FATAL_ERROR "${call}: NAMESPACE ${namespace} is not a namespace of C++")
    endif()
  endforeach()
  if(namespace MATCHES "^(std|kbx)(::|$)" OR namespace MATCHES "^:|:$|[^:]:[^:]|:::")
    message(FATAL_ERROR "${call}: NAMESPACE ${namespace} cannot be that of a table: `std` and `kbx` "
                        "are taken, and names are joined by `::`")
  endif()
endfunction()

function(kbc_add_knowledge_base target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "KB;NAMESPACE" "EMIT;OPTIONS")
  if(NOT arg_KB OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "kbc_add_knowledge_base(<target> KB <folder> [NAMESPACE <name>] "
                        "[EMIT <form>…] [OPTIONS <option>…])")
  endif()
  if(NOT arg_NAMESPACE)
    set(arg_NAMESPACE kb)
    set(key KBC_UNNAMED_IN_${PROJECT_SOURCE_DIR})
    get_property(first GLOBAL PROPERTY ${key})
    if(first)
      message(FATAL_ERROR
        "kbc_add_knowledge_base(${target}) in ${CMAKE_CURRENT_LIST_FILE} has no NAMESPACE, and "
        "neither has kbc_add_knowledge_base(${first}: both would be in the namespace `kb`. Give at "
        "least one of them a NAMESPACE of its own")
    endif()
    set_property(GLOBAL PROPERTY ${key} "${target}) in ${CMAKE_CURRENT_LIST_FILE}")
  endif()
  if(NOT arg_EMIT)
    set(arg_EMIT cpp index)
  endif()
  get_filename_component(kb ${arg_KB} ABSOLUTE)
  kbc_check_knowledge_base(${target} "${kb}" "${arg_NAMESPACE}" ${arg_EMIT})
  # Where this project is part of one that is built for another machine, its own kbc is, too.
  if(TARGET kbc::kbc AND NOT KBC_EXECUTABLE AND NOT (TARGET kbc AND CMAKE_CROSSCOMPILING))
    set(program kbc::kbc)
    set(program_file $<TARGET_FILE:kbc::kbc>)
  else()
    kbc_find_program(program)
    set(program_file "${program}")
    if(NOT program)
      message(FATAL_ERROR "kbc_add_knowledge_base(${target}): no kbc was found that runs on this "
                          "machine; install one, or set KBC_EXECUTABLE to its path")
    endif()
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target})
  set(stamp ${folder}/kbc.stamp)

  set(sources)
  set(others)
  foreach(form IN LISTS arg_EMIT)
    if(form STREQUAL "cpp")
      list(APPEND sources ${folder}/kb_table.cc ${folder}/kb_table.h ${folder}/kb_ids.h)
    elseif(form STREQUAL "index-cpp")
      list(APPEND sources ${folder}/kb_index.cc ${folder}/kb_index.h)
    elseif(form STREQUAL "index")
      list(APPEND others ${folder}/kb.kbx)
    else()
      list(APPEND others ${folder}/kb.${form})
    endif()
  endforeach()
  list(JOIN arg_EMIT "," forms)

  # With Makefiles, CMake 3.25 adds what a depfile says to what it said before: an entry that was
  # removed would be missed for ever. Without this file it reads all depfiles anew.
  set(owner ${target})
  if(NOT sources)
    set(owner ${target}_artefacts)
  endif()
  set(forget)
  if(CMAKE_GENERATOR MATCHES "Makefiles")
    set(forget COMMAND ${CMAKE_COMMAND} -E rm -f
        ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${owner}.dir/compiler_depend.internal)
  endif()

  # The stamp is what is made; artefacts that did not change are older than what they are made from.
  add_custom_command(
    OUTPUT ${stamp}
    BYPRODUCTS ${sources} ${others}
    ${forget}
    COMMAND ${program} build --kb ${kb} --out ${folder} --emit ${forms} --namespace ${arg_NAMESPACE}
            --depfile ${folder}/kbc.d --stamp ${stamp} --quiet ${arg_OPTIONS}
    DEPENDS ${program_file}
    DEPFILE ${folder}/kbc.d
    COMMENT "Compiling the knowledge base ${target}"
    VERBATIM)

  if(sources)
    add_library(${target} STATIC ${sources} ${stamp})
    # A table has no ABI: each library that links it keeps it to itself.
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON
                          CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    # A linker leaves out the fields that a program does not read.
    target_compile_options(${target} PRIVATE
      $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffunction-sections;-fdata-sections>)
    # "kb_table.h", and where a file includes several, "<target>/kb_table.h".
    target_include_directories(${target} PUBLIC
      $<BUILD_INTERFACE:${folder}> $<BUILD_INTERFACE:${CMAKE_CURRENT_BINARY_DIR}>
      $<INSTALL_INTERFACE:include>)
    target_compile_features(${target} PUBLIC cxx_std_17)
  else()
    add_library(${target} INTERFACE)
    add_custom_target(${owner} DEPENDS ${stamp})
    add_dependencies(${target} ${owner})
  endif()
  set_target_properties(${target} PROPERTIES KBC_FOLDER ${folder} KBC_INDEX ${folder}/kb.kbx)
endfunction()

cmake_policy(POP)
