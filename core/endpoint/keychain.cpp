// SPDX-License-Identifier: Apache-2.0
// libsecret is opened when it is needed: the command line works without it, and so does a machine without a desktop.
// The declarations below are those of libsecret-1's stable binary interface.
#include "core/endpoint/keychain.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <memory>

namespace assize {
namespace {

constexpr const char* Library = "libsecret-1.so.0";

struct SchemaAttribute {
    const char* name;
    int type; ///< 0: a text
};
struct Schema {
    const char* name;
    int flags; ///< 2: entries of other schema names match as well
    SchemaAttribute attributes[32];
    int reserved;
    void* reservedPointers[7];
};
struct GlibError {
    unsigned domain;
    int code;
    char* message;
};

using Lookup = char* (*)(const Schema*, void*, GlibError**, ...);
using FreePassword = void (*)(char*);
using FreeError = void (*)(GlibError*);

struct CloseLibrary {
    void operator()(void* handle) const { ::dlclose(handle); }
};

tl::unexpected<Error> missing(const std::string& name, const Sentence& why) {
    return fail(ErrorCode::NotFound, name,
        said("the keychain's entry \"%1\" cannot be read: %2; use key: env:NAME instead", name, why));
}

/// Attributes as QtKeychain names them.
const Schema& schema() {
    static const Schema entry = {"org.qt.keychain", 2, {{"user", 0}, {"server", 0}, {"type", 0}}, 0, {}};
    return entry;
}

} // namespace

Result<std::string> readKeychain(const std::string& name) {
    const std::unique_ptr<void, CloseLibrary> library(::dlopen(Library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE));
    if (!library)
        return missing(name, said("libsecret is not installed"));
    const auto lookup = reinterpret_cast<Lookup>(::dlsym(library.get(), "secret_password_lookup_sync"));
    const auto freePassword = reinterpret_cast<FreePassword>(::dlsym(library.get(), "secret_password_free"));
    const auto freeError = reinterpret_cast<FreeError>(::dlsym(library.get(), "g_error_free"));
    if (lookup == nullptr || freePassword == nullptr || freeError == nullptr)
        return missing(name, said("libsecret is not of a version that is known"));
    GlibError* error = nullptr;
    char* password = lookup(
        &schema(), nullptr, &error, "user", name.c_str(), "server", KeychainService, static_cast<char*>(nullptr));
    if (error != nullptr) {
        const Sentence why = error->message == nullptr ? said("no secret service answers") : quoted(error->message);
        freeError(error);
        return missing(name, why);
    }
    if (password == nullptr)
        return missing(name, said("it is not there; store it in the window's endpoint dialog"));
    std::string key = password;
    freePassword(password);
    return key;
}

} // namespace assize
