# A room is a library of all sources in its folders. Its headers are spelled from the room's folder
# ("parse/document.h"), so that what includes one must link the room, and a room links only rooms
# below it: an include that leads upwards does not compile.
function(kbc_room room)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cc)
  list(APPEND sources ${ARGN})
  add_library(kbc_${room} STATIC ${sources})
  target_include_directories(kbc_${room} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(kbc_${room} PUBLIC kbc_flags)
  kbc_harden(kbc_${room})
  kbc_precompile(kbc_${room})
endfunction()

# The standard headers that most sources include are parsed once, for the lowest room; those above
# it take over the result. A source includes what it uses all the same: scripts/lint looks at each
# without this.
function(kbc_precompile target)
  if(target STREQUAL "kbc_base")
    target_precompile_headers(kbc_base PRIVATE
      <algorithm> <array> <charconv> <cstdint> <functional> <map> <memory> <optional> <set> <span>
      <string> <string_view> <unordered_map> <unordered_set> <utility> <variant> <vector>)
  else()
    target_precompile_headers(${target} REUSE_FROM kbc_base)
  endif()
endfunction()

# Every KBC_*(name, ...) of a registry has a file of its own, <folder>/<name><suffix>, and every such
# file without a header beside it has its line. Otherwise configuration stops.
function(kbc_check_registry registry folder suffix)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${registry})
  file(STRINGS ${registry} lines REGEX "^KBC_[A-Z]+\\(")
  set(expected)
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^KBC_[A-Z]+\\(([a-z0-9_]+),.*" "\\1" name "${line}")
    if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/${name}${suffix})
      message(FATAL_ERROR "${registry} has `${name}`, but there is no ${folder}/${name}${suffix}")
    endif()
    list(APPEND expected ${folder}/${name}${suffix})
  endforeach()
  file(GLOB present CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${folder}/*${suffix})
  list(REMOVE_ITEM present ${expected})
  foreach(file IN LISTS present)
    string(REGEX REPLACE "\\.cc$" ".h" header ${file})
    if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${header})
      message(FATAL_ERROR "${file} is not in ${registry}")
    endif()
  endforeach()
endfunction()

# Files as string literals in the binary: variables that the header declares, NAME=PATH each.
function(kbc_embed out header)
  set(text "#include \"${header}\"\n\nnamespace kbc {\n")
  foreach(pair IN LISTS ARGN)
    string(REPLACE "=" ";" pair ${pair})
    list(GET pair 0 variable)
    list(GET pair 1 path)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} content)
    string(LENGTH "${content}" length)
    # Compilers limit the length of one literal; adjacent ones join.
    string(APPEND text "\nconst std::string_view ${variable} =")
    set(offset 0)
    while(offset LESS length)
      string(SUBSTRING "${content}" ${offset} 8000 part)
      string(APPEND text "\n    R\"kbc(${part})kbc\"")
      math(EXPR offset "${offset} + 8000")
    endwhile()
    string(APPEND text ";\n")
  endforeach()
  string(APPEND text "\n}  // namespace kbc\n")
  file(CONFIGURE OUTPUT ${out} CONTENT "${text}" @ONLY)
endfunction()
