# What `cmake --install` puts where: kbc, the reader with its headers, and how CMake and pkg-config
# find them.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(KBC_PACKAGE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/kbc)

install(TARGETS kbc kbx kbx_shared EXPORT kbcTargets
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
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
install(FILES ${PROJECT_BINARY_DIR}/kbcConfig.cmake ${PROJECT_BINARY_DIR}/kbcConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/kbc_knowledge_base.cmake
        DESTINATION ${KBC_PACKAGE_FOLDER})

file(RELATIVE_PATH KBC_PREFIX_FROM_PC /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(${CMAKE_CURRENT_LIST_DIR}/kbx.pc.in ${PROJECT_BINARY_DIR}/kbx.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/kbx.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
