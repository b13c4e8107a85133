# SPDX-FileCopyrightText: Signalbox contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where, and the Debian package that `cpack` makes of it.
include(GNUInstallDirs)

install(TARGETS signalbox signalboxctl signalbox-relay signalbox-sandbox RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES installer/signalbox.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES installer/com.signalbox.signalbox.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES installer/signalbox-relay.service DESTINATION lib/systemd/system)
install(FILES installer/signalbox.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES installer/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/signalbox)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME signalbox)
set(CPACK_PACKAGE_VENDOR "Signalbox")
set(CPACK_PACKAGE_CONTACT "Signalbox maintainers <maintainers@signalbox.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "operations console for retail order synchronisation")
set(CPACK_PACKAGE_DESCRIPTION
"Signalbox shows where every retail order stands between capture and
financial reconciliation, which steps are late and why.
.
This package holds the console and signalboxctl, its command line. Both work
on an integration database in PostgreSQL, their own private one included.
signalbox-relay delivers its messages; signalbox-sandbox simulates a retail
estate for rehearsals.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# libraries come by themselves; these are loaded or started while it runs
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "postgresql (>= 15), fonts-inter, qt6-translations-l10n, qt6-svg-plugins | libqt6svg6, qt6-wayland")
include(CPack)
