# assize_core_test(base clock_test.cpp …): one program of core tests for a folder, each test known to ctest.
function(assize_core_test folder)
    set(target core_${folder}_test)
    add_executable(${target} ${ARGN})
    target_link_libraries(${target} PRIVATE assize_core assize_flags assize_test_support GTest::gmock GTest::gtest_main)
    gtest_discover_tests(${target} PROPERTIES TIMEOUT 300 LABELS core DISCOVERY_TIMEOUT 60)
endfunction()

# assize_e2e_test(import_test.cpp): a program that drives the real executables, each test known to ctest.
function(assize_e2e_test source)
    cmake_path(GET source STEM name)
    set(target e2e_${name})
    add_executable(${target} ${ARGV})
    add_dependencies(${target} assize-cli)
    target_link_libraries(${target} PRIVATE assize_flags assize_test_support GTest::gmock GTest::gtest_main)
    gtest_discover_tests(${target} PROPERTIES TIMEOUT 900 LABELS e2e DISCOVERY_TIMEOUT 60)
endfunction()
