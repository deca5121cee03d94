// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <functional>
#include <string>

class QObject;

namespace assize::ui {

/// Keys of model servers by name. Every question returns at once and is answered later on the GUI thread, unless the
/// context is gone by then. Tests put their own in its place.
class KeyStore {
public:
    using Read = std::function<void(const Result<std::string>& key)>;
    using Done = std::function<void(const Result<void>& done)>;

    virtual ~KeyStore() = default;

    /// NotFound if the keychain has no such entry, UnreadableInput if there is no keychain or it stays locked.
    virtual void read(const std::string& name, QObject* context, Read read) = 0;
    /// NotWritable if there is no keychain, or it stays locked: the key is stored nowhere then.
    virtual void write(const std::string& name, const std::string& key, QObject* context, Done done) = 0;
    virtual void remove(const std::string& name, QObject* context, Done done) = 0;
};

/// The desktop's keychain (Secret Service, KWallet) through QtKeychain, under the service name that the command line
/// reads (core/endpoint/keychain.h). Never falls back to a file.
class DesktopKeyStore final : public KeyStore {
public:
    void read(const std::string& name, QObject* context, Read read) override;
    void write(const std::string& name, const std::string& key, QObject* context, Done done) override;
    void remove(const std::string& name, QObject* context, Done done) override;
};

} // namespace assize::ui
