# What `cmake --install` puts where: kbc, its manual pages and completions, the reader with its
# headers, and how CMake and pkg-config find them.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(KBC_PACKAGE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/kbc)

# The component `program` is what scripts/release packs; `library` has all that a program in C, or in a
# language that calls C, needs of the reader and of libkbc.so.
install(TARGETS kbx kbx_shared EXPORT kbcTargets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES ${PROJECT_SOURCE_DIR}/tools/reader/kbx/kbx.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/kbx COMPONENT library)
install(EXPORT kbcTargets NAMESPACE kbc:: DESTINATION ${KBC_PACKAGE_FOLDER})
# What programs include, and what that includes; the other headers are the library's own business.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/tools/reader/kbx DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.h" PATTERN "c_text.h" EXCLUDE PATTERN "checksum.h" EXCLUDE
        PATTERN "fields.h" EXCLUDE PATTERN "map_file.h" EXCLUDE PATTERN "postings.h" EXCLUDE
        PATTERN "program.h" EXCLUDE PATTERN "verify" EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT library)

set(KBC_PACKAGE_PROGRAM ${CMAKE_INSTALL_BINDIR}/kbc${CMAKE_EXECUTABLE_SUFFIX})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/kbcConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/kbcConfig.cmake
                              INSTALL_DESTINATION ${KBC_PACKAGE_FOLDER}
                              PATH_VARS KBC_PACKAGE_PROGRAM)
# Whoever builds for another machine takes the tables and the function of this one; kbcConfig.cmake
# looks at the libraries itself.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/kbcConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/kbcConfig.cmake ${PROJECT_BINARY_DIR}/kbcConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/kbc_knowledge_base.cmake
        DESTINATION ${KBC_PACKAGE_FOLDER})

# kbx.pc is for C, and for all that loads libkbx.so; kbx-cpp.pc for C++, which needs the archive,
# since the shared library shows C functions only.
file(RELATIVE_PATH KBC_PREFIX_FROM_PC /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
set(packages kbx kbx-cpp)

if(KBC_TOOL)
  install(TARGETS kbc RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
  # Apart, since whoever does not match needs no RE2.
  install(TARGETS kbc_match EXPORT kbcMatchTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/tools/query/match/kbc
          DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT kbcMatchTargets NAMESPACE kbc:: DESTINATION ${KBC_PACKAGE_FOLDER})
  list(APPEND packages kbc-match)
endif()
if(TARGET kbc_shared)
  install(TARGETS kbc_shared EXPORT kbcLibraryTargets
          LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
  install(EXPORT kbcLibraryTargets NAMESPACE kbc:: DESTINATION ${KBC_PACKAGE_FOLDER})
  install(FILES ${PROJECT_SOURCE_DIR}/tools/query/capi/kbc.h
          DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/kbc COMPONENT library)
  if(KBC_RE2_LICENCE)
    install(FILES ${KBC_RE2_LICENCE} DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME LICENSE.re2
            COMPONENT library)
  endif()
  list(APPEND packages kbc)
endif()

# What of the component `library` can be built here.
add_custom_target(kbc_libraries DEPENDS kbx_shared)
if(TARGET kbc_shared)
  add_dependencies(kbc_libraries kbc_shared)
endif()

foreach(package IN LISTS packages)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${package}.pc.in ${PROJECT_BINARY_DIR}/${package}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${package}.pc
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT library)
endforeach()
if(NOT KBC_TOOL)
  return()
endif()

# The manual pages and the shells' completion are what kbc says of itself.
set(pages ${PROJECT_BINARY_DIR}/man)
set(completions ${PROJECT_BINARY_DIR}/completion)
set(KBC_SAYS)
function(kbc_says file)
  get_filename_component(folder ${file} DIRECTORY)
  add_custom_command(OUTPUT ${file}
                     COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
                     COMMAND kbc ${ARGN} > ${file}
                     DEPENDS kbc)
  set(KBC_SAYS ${KBC_SAYS} ${file} PARENT_SCOPE)
endfunction()
kbc_says(${pages}/kbc.1 man)
get_property(commands GLOBAL PROPERTY KBC_COMMANDS)
foreach(command IN LISTS commands)
  kbc_says(${pages}/kbc-${command}.1 man ${command})
endforeach()
kbc_says(${completions}/kbc completion bash)
kbc_says(${completions}/_kbc completion zsh)
kbc_says(${completions}/kbc.fish completion fish)
add_custom_target(kbc_pages ALL DEPENDS ${KBC_SAYS})
install(DIRECTORY ${pages}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${completions}/kbc DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        COMPONENT program)
install(FILES ${completions}/_kbc DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
        COMPONENT program)
install(FILES ${completions}/kbc.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        COMPONENT program)
