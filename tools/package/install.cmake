# What `cmake --install` puts where: kbc, its manual pages and completions, the reader with its
# headers, and how CMake and pkg-config find them.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(KBC_PACKAGE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/kbc)

# The component `program` is what scripts/release packs.
install(TARGETS kbc kbx kbx_shared EXPORT kbcTargets
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
# kbx.h, and all that kbx/index.h includes; the other headers are the library's own business.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/tools/reader/kbx DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.h" PATTERN "checksum.h" EXCLUDE PATTERN "map_file.h" EXCLUDE
        PATTERN "verify" EXCLUDE)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/kbcConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/kbcConfig.cmake
                              INSTALL_DESTINATION ${KBC_PACKAGE_FOLDER})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/kbcConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(EXPORT kbcTargets NAMESPACE kbc:: DESTINATION ${KBC_PACKAGE_FOLDER})

# Apart, since whoever does not match needs no RE2.
install(TARGETS kbc_match EXPORT kbcMatchTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/tools/query/match/kbc
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT kbcMatchTargets NAMESPACE kbc:: DESTINATION ${KBC_PACKAGE_FOLDER})
install(FILES ${PROJECT_BINARY_DIR}/kbcConfig.cmake ${PROJECT_BINARY_DIR}/kbcConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/kbc_knowledge_base.cmake
        DESTINATION ${KBC_PACKAGE_FOLDER})

file(RELATIVE_PATH KBC_PREFIX_FROM_PC /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(${CMAKE_CURRENT_LIST_DIR}/kbx.pc.in ${PROJECT_BINARY_DIR}/kbx.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/kbx.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

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
