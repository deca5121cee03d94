// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/key_store.h"
#include <QObject>
#include <map>

namespace assize::test {

/// A keychain in memory that answers as the desktop's does, from the event loop; or that is not there.
class FakeKeyStore final : public ui::KeyStore {
public:
    std::map<std::string, std::string> entries;
    bool isThere = true;

    void read(const std::string& name, QObject* context, Read read) override {
        later(context, [this, name, read = std::move(read)] {
            const auto found = entries.find(name);
            if (!isThere)
                read(fail(ErrorCode::UnreadableInput, name, quoted(NoService)));
            else if (found == entries.end())
                read(fail(ErrorCode::NotFound, name, said("the keychain has no such entry")));
            else
                read(found->second);
        });
    }
    void write(const std::string& name, const std::string& key, QObject* context, Done done) override {
        change(name, context, std::move(done), [this, name, key] { entries[name] = key; });
    }
    void remove(const std::string& name, QObject* context, Done done) override {
        change(name, context, std::move(done), [this, name] { entries.erase(name); });
    }

private:
    static constexpr const char* NoService = "no secret service answers";

    void change(const std::string& name, QObject* context, Done done, std::function<void()> apply) {
        later(context, [this, name, done = std::move(done), apply = std::move(apply)] {
            if (!isThere) {
                done(fail(ErrorCode::NotWritable, name, quoted(NoService)));
                return;
            }
            apply();
            done({});
        });
    }
    static void later(QObject* context, std::function<void()> call) {
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }
};

} // namespace assize::test
