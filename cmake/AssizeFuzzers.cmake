# assize_fuzzer(verdict_json): one libFuzzer program from fuzz_verdict_json.cpp, which defines LLVMFuzzerTestOneInput.
# Further arguments are further sources. Its first inputs are kept in corpus/verdict_json/. ./dev fuzz runs every
# program that is declared here.
add_custom_target(fuzzers)
function(assize_fuzzer name)
    set(target fuzz_${name})
    add_executable(${target} ${target}.cpp ${ARGN})
    target_link_libraries(${target} PRIVATE assize_core assize_flags)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers ${target})
endfunction()
