# What `kbc build --emit` takes, for kbc_add_knowledge_base.
set(forms ${PROJECT_SOURCE_DIR}/tools/back/emit/emitters.def)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${forms})
file(STRINGS ${forms} KBC_FORMS REGEX "^KBC_EMITTER\\(")
list(TRANSFORM KBC_FORMS REPLACE "^KBC_EMITTER\\(([a-z_]+),.*" "\\1")
list(TRANSFORM KBC_FORMS REPLACE "_" "-")
set_property(GLOBAL PROPERTY KBC_FORMS ${KBC_FORMS})
