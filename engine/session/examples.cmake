# example_sources(OUT FOLDER): a source file with every program that FOLDER/index.txt lists: "[Group]" lines, and the
# names of the programs of that group below it.
function(example_sources out folder)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/index.txt)
    file(STRINGS ${folder}/index.txt lines)
    file(GLOB left CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*.ips)
    set(group "")
    set(rows "")
    foreach(line ${lines})
        if(line MATCHES "^=+ (.+)$")
            set(group "${CMAKE_MATCH_1}")
        elseif(line MATCHES "^[a-z0-9_]+$")
            if(NOT EXISTS ${folder}/${line}.ips)
                message(FATAL_ERROR "${folder}/index.txt lists ${line}, but there is no ${line}.ips")
            endif()
            list(REMOVE_ITEM left ${line}.ips)
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/${line}.ips)
            file(READ ${folder}/${line}.ips text)
            string(APPEND rows "        {\"${group}\", \"${line}\", R\"~~~~(${text})~~~~\"},\n")
        endif()
    endforeach()
    if(left)
        message(FATAL_ERROR "${folder}/index.txt does not list: ${left}")
    endif()
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/example_sources.cpp @ONLY CONTENT "// Generated from resources/examples.
#include \"session/examples.h\"

namespace ipcscope {

std::vector<ExampleSource> example_sources() {
    return {
${rows}    };
}

}  // namespace ipcscope
")
    set(${out} ${CMAKE_CURRENT_BINARY_DIR}/example_sources.cpp PARENT_SCOPE)
endfunction()
