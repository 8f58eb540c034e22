# kbc_add_knowledge_base(<target> KB <folder> [NAMESPACE <name>] [EMIT <form>…] [OPTIONS <option>…])
#
# Makes a library that compiles the knowledge base in <folder>, where kbc.json is, into C++ tables:
#
#   kbc_add_knowledge_base(errors KB ${CMAKE_SOURCE_DIR}/errors NAMESPACE errors)
#   target_link_libraries(program PRIVATE errors)
#
# and program can include kb_table.h and kb_ids.h. NAMESPACE is `kb` unless it is given, which one call
# of a project may leave out: the names in two tables are different ones, but a file that includes
# both could not tell them apart. EMIT is what `kbc build --emit` takes, `cpp` and
# `index` unless it is given; without `cpp` and `index-cpp` the library has nothing to link. The property KBC_INDEX
# of the target is the path of the index, KBC_FOLDER the folder of all artefacts. OPTIONS go to
# `kbc build` as they stand.
#
# kbc runs again when an entry is changed, added or removed, and when kbc.json, the schema, the
# taxonomy or kbc itself change; what it would write as it is stays untouched, so that only changes
# make C++ compile again.
cmake_policy(PUSH)
cmake_policy(VERSION 3.22)

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
    COMMAND kbc::kbc build --kb ${kb} --out ${folder} --emit ${forms} --namespace ${arg_NAMESPACE}
            --depfile ${folder}/kbc.d --stamp ${stamp} --quiet ${arg_OPTIONS}
    DEPENDS $<TARGET_FILE:kbc::kbc>
    DEPFILE ${folder}/kbc.d
    COMMENT "Compiling the knowledge base ${target}"
    VERBATIM)

  if(sources)
    add_library(${target} STATIC ${sources} ${stamp})
    # A table has no ABI: each library that links it keeps it to itself.
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON
                          CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    target_include_directories(${target} PUBLIC ${folder})
    target_compile_features(${target} PUBLIC cxx_std_17)
  else()
    add_library(${target} INTERFACE)
    add_custom_target(${owner} DEPENDS ${stamp})
    add_dependencies(${target} ${owner})
  endif()
  set_target_properties(${target} PROPERTIES KBC_FOLDER ${folder} KBC_INDEX ${folder}/kb.kbx)
endfunction()

cmake_policy(POP)
