# assize_core_test(base clock_test.cpp …): one program of core tests for a folder, each test known to ctest.
function(assize_core_test folder)
    set(target core_${folder}_test)
    add_executable(${target} ${ARGN})
    assize_unity(${target} SKIP tests/core/metrics tests/core/reply tests/core/run tests/core/session)
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

# assize_ui_test(tst_start_page): one QTest program from tst_start_page.cpp, run without a screen and without a desktop's
# settings.
function(assize_ui_test name)
    add_executable(${name} ${name}.cpp ${ARGN})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE assize_ui assize_core assize_qt_flags assize_test_support Qt6::Test)
    add_test(NAME ui:${name} COMMAND ${name})
    set_tests_properties(ui:${name} PROPERTIES TIMEOUT 120 LABELS ui
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;LANGUAGE=en")
endfunction()

# assize_flow_test(tst_blind_flow): the same for a flow through the whole window, with the helpers of tests/flows.
function(assize_flow_test name)
    assize_ui_test(${name})
    target_link_libraries(${name} PRIVATE assize_flow_support)
    set_tests_properties(ui:${name} PROPERTIES LABELS "ui;flows")
endfunction()
