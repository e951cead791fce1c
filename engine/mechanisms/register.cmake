# For a folder's libraries.cmake: stops unless the header is there. The library itself is loaded at run time, by the
# worker that first needs it (library.h).
function(mechanism_needs id header package)
    find_path(MECHANISM_HEADER_${id} ${header})
    if(NOT MECHANISM_HEADER_${id})
        message(FATAL_ERROR "engine/mechanisms/${id} needs <${header}>: install the package ${package}")
    endif()
endfunction()

# A clang that makes programs for the kernel (BPF), and libbpf's headers for them: BPF_COMMAND, or nothing.
function(find_bpf_compiler)
    find_path(BPF_HEADERS bpf/bpf_helpers.h)
    find_program(BPF_CLANG NAMES clang clang-14 clang-15 clang-16 clang-17 clang-18 clang-19)
    set(command)
    if(BPF_HEADERS AND BPF_CLANG AND CMAKE_SIZEOF_VOID_P EQUAL 8)
        # <asm/types.h> stands beside those of the machine that builds.
        set(command ${BPF_CLANG} -target bpf -mcpu=v3 -O2 -g -Wall -Wextra -Werror -idirafter ${BPF_HEADERS}
            -idirafter /usr/include/${CMAKE_LIBRARY_ARCHITECTURE})
        set(trial ${CMAKE_CURRENT_BINARY_DIR}/bpf_trial)
        file(CONFIGURE OUTPUT ${trial}.c CONTENT "#include <linux/bpf.h>\n#include <bpf/bpf_core_read.h>\n#include <bpf/bpf_helpers.h>\nint trial(void *at) { return bpf_core_type_size(struct bpf_insn) != 0 && at; }\n")
        execute_process(COMMAND ${command} -c ${trial}.c -o ${trial}.o RESULT_VARIABLE failed OUTPUT_VARIABLE said
            ERROR_VARIABLE said)
        if(failed)
            message(STATUS "${BPF_CLANG} makes no programs for the kernel: ${said}")
            set(command)
        endif()
    endif()
    set(BPF_COMMAND ${command} PARENT_SCOPE)
endfunction()

# For a folder's libraries.cmake: a program for the kernel, whose object file the folder's monitor gets by
# `std::string_view mechanisms::<id>_bpf()`. Where it cannot be made that is empty, and the monitor says so.
function(mechanism_bpf id source)
    find_bpf_compiler()
    set(made ${CMAKE_CURRENT_BINARY_DIR}/${id}_bpf)
    set(bpf_sources ${bpf_sources} ${made}.cpp PARENT_SCOPE)
    if(NOT BPF_COMMAND)
        message(STATUS "${id}: without its program for the kernel (for it, install clang and libbpf-dev)")
        file(CONFIGURE OUTPUT ${made}.cpp @ONLY CONTENT "// Generated: this build has no such program.
#include <string_view>

namespace ipcscope::mechanisms {
std::string_view ${id}_bpf();
std::string_view ${id}_bpf() {
    return {};
}
}  // namespace ipcscope::mechanisms
")
        return()
    endif()
    set(embed ${CMAKE_SOURCE_DIR}/engine/mechanisms/embed.cmake)
    add_custom_command(OUTPUT ${made}.o
        COMMAND ${BPF_COMMAND} -I${CMAKE_SOURCE_DIR}/engine -MD -MF ${made}.d -c ${source} -o ${made}.o
        DEPENDS ${source} DEPFILE ${made}.d COMMENT "Compiling ${id}'s program for the kernel" VERBATIM)
    add_custom_command(OUTPUT ${made}.cpp
        COMMAND ${CMAKE_COMMAND} -DFILE=${made}.o -DOUT=${made}.cpp -DNAME=${id}_bpf -P ${embed}
        DEPENDS ${made}.o ${embed} COMMENT "Embedding ${id}'s program for the kernel" VERBATIM)
endfunction()

# One of the generated files: what each mechanism has declared for it, and what looks among these. Of the caller:
# `out`, the folder, and `prefix`.
function(list_mechanisms name header declared looked_up)
    file(CONFIGURE OUTPUT ${out}/${name}.cpp @ONLY CONTENT "// Generated from the folders of ${prefix}.
#include \"${header}\"

namespace ipcscope {
namespace mechanisms {
${declared}}  // namespace mechanisms

${looked_up}
}  // namespace ipcscope
")
endfunction()

# register_mechanisms(PREFIX ROOT): every folder below ROOT that holds a spec.cpp is a mechanism. Sets PREFIX_SPECS
# and PREFIX_DRIVERS (source files), among them the generated lists of specs, pages, sessions, code and drivers. Every
# folder with a monitor_spec.cpp is watched, driven or not: PREFIX_MONITORS holds its monitor*.cpp.
function(register_mechanisms prefix root)
    file(GLOB folders CONFIGURE_DEPENDS ${root}/*/spec.cpp)
    file(GLOB watched CONFIGURE_DEPENDS ${root}/*/monitor_spec.cpp)
    set(specs)
    set(drivers)
    set(declare_specs "")
    set(declare_drivers "")
    set(list_specs "")
    set(list_drivers "")
    set(declare_codes "")
    set(list_codes "")
    set(declare_traces "")
    set(list_traces "")
    set(pages "")
    set(sessions "")
    set(bpf_sources)
    foreach(spec ${folders})
        get_filename_component(folder ${spec} DIRECTORY)
        get_filename_component(id ${folder} NAME)
        list(APPEND specs ${spec})
        string(APPEND declare_specs "const MechanismSpec& ${id}_spec();\n")
        string(APPEND list_specs "        &mechanisms::${id}_spec(),\n")
        include(${folder}/libraries.cmake OPTIONAL)
        file(GLOB files CONFIGURE_DEPENDS ${folder}/*.cpp)
        list(REMOVE_ITEM files ${spec})
        list(FILTER files EXCLUDE REGEX "/monitor[a-z_]*\\.cpp$")
        if(${folder}/code.cpp IN_LIST files)
            list(REMOVE_ITEM files ${folder}/code.cpp)
            list(APPEND specs ${folder}/code.cpp)
            string(APPEND declare_codes "const MechanismCode& ${id}_code();\n")
            string(APPEND list_codes "    if (mechanism == \"${id}\") return &mechanisms::${id}_code();\n")
        endif()
        if(${folder}/trace.cpp IN_LIST files)
            list(REMOVE_ITEM files ${folder}/trace.cpp)
            list(APPEND specs ${folder}/trace.cpp)
            string(APPEND declare_traces "const TraceRules& ${id}_trace();\n")
            string(APPEND list_traces "    if (mechanism == \"${id}\") return &mechanisms::${id}_trace();\n")
        endif()
        list(APPEND drivers ${files})
        string(APPEND declare_drivers "const Driver& ${id}_driver();\n")
        string(APPEND list_drivers "    if (mechanism == \"${id}\") return &mechanisms::${id}_driver();\n")
        if(EXISTS ${folder}/${id}.md)
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/${id}.md)
            file(READ ${folder}/${id}.md text)
            string(APPEND pages "    if (mechanism == \"${id}\") return R\"~~~~(${text})~~~~\";\n")
        endif()
        file(GLOB programs CONFIGURE_DEPENDS ${folder}/sessions/*.ips)
        if(programs)
            string(APPEND sessions "    if (mechanism == \"${id}\") return {\n")
            foreach(program ${programs})
                set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${program})
                get_filename_component(name ${program} NAME_WE)
                file(READ ${program} text)
                string(APPEND sessions "        {\"${name}\", R\"~~~~(${text})~~~~\"},\n")
            endforeach()
            string(APPEND sessions "    };\n")
        endif()
    endforeach()
    set(monitors ${bpf_sources})
    set(declare_watched "")
    set(list_watched "")
    set(declare_monitors "")
    set(list_monitors "")
    foreach(spec ${watched})
        get_filename_component(folder ${spec} DIRECTORY)
        get_filename_component(id ${folder} NAME)
        list(APPEND specs ${spec})
        file(GLOB files CONFIGURE_DEPENDS ${folder}/monitor*.cpp)
        list(REMOVE_ITEM files ${spec})
        list(APPEND monitors ${files})
        string(APPEND declare_watched "const MonitorSpec& ${id}_monitor_spec();\n")
        string(APPEND list_watched "        &mechanisms::${id}_monitor_spec(),\n")
        string(APPEND declare_monitors "std::unique_ptr<Monitor> ${id}_monitor();\n")
        string(APPEND list_monitors "    if (mechanism == \"${id}\") return mechanisms::${id}_monitor();\n")
    endforeach()
    set(out ${CMAKE_CURRENT_BINARY_DIR}/${prefix})
    list_mechanisms(specs mechanisms/driver.h "${declare_specs}" "std::vector<const MechanismSpec*> all_specs() {
    return {
${list_specs}    };
}

std::string_view page_of([[maybe_unused]] std::string_view mechanism) {
${pages}    return {};
}

std::vector<std::pair<std::string, std::string_view>> sessions_of([[maybe_unused]] std::string_view mechanism) {
${sessions}    return {};
}
")
    list_mechanisms(monitor_specs schema/monitor_spec.h "${declare_watched}" "std::vector<const MonitorSpec*> all_monitor_specs() {
    return {
${list_watched}    };
}
")
    set(unused "[[maybe_unused]] std::string_view mechanism")
    list_mechanisms(monitors mechanisms/monitor.h "${declare_monitors}" "std::unique_ptr<Monitor> monitor_of(${unused}) {
${list_monitors}    return nullptr;
}
")
    list_mechanisms(drivers mechanisms/driver.h "${declare_drivers}" "const Driver* driver_of(${unused}) {
${list_drivers}    return nullptr;
}
")
    list_mechanisms(codes schema/code.h "${declare_codes}" "const MechanismCode* code_of(${unused}) {
${list_codes}    return nullptr;
}
")
    list_mechanisms(traces schema/trace_rules.h "${declare_traces}" "const TraceRules* trace_rules_of(${unused}) {
${list_traces}    return nullptr;
}
")
    set(${prefix}_SPECS ${specs} ${out}/specs.cpp ${out}/codes.cpp ${out}/traces.cpp ${out}/monitor_specs.cpp PARENT_SCOPE)
    set(${prefix}_MONITORS ${monitors} ${out}/monitors.cpp PARENT_SCOPE)
    set(${prefix}_DRIVERS ${drivers} ${out}/drivers.cpp PARENT_SCOPE)
endfunction()
