// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/key_store.h"

#include "core/endpoint/credentials.h"
#include "core/endpoint/keychain.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <QObject>
#include <qt6keychain/keychain.h>

namespace assize::ui {
namespace {

class KeyStoreText {
    Q_DECLARE_TR_FUNCTIONS(KeyStore)

public:
    static QString noEntry() { return tr("the keychain has no such entry; enter the key and save it again"); }
    static QString noKeychain(const QString& reason) {
        return tr("the desktop's keychain cannot be used (%1); keep the key in an environment variable instead")
            .arg(reason);
    }
};

/// QtKeychain's words where it has some; they name what the desktop lacks.
std::string reasonOf(const QKeychain::Job& job) {
    if (job.error() == QKeychain::EntryNotFound)
        return toUtf8(KeyStoreText::noEntry());
    const QString words = job.errorString().trimmed();
    return toUtf8(KeyStoreText::noKeychain(words.isEmpty() ? QString::number(job.error()) : words));
}

void start(QKeychain::Job* job, const std::string& name, QObject* context, std::function<void(QKeychain::Job*)> done) {
    job->setKey(fromUtf8(name));
    job->setInsecureFallback(false); // a key in a plain file is worse than none
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, context, std::move(done));
    job->start();
}

QString service() {
    return QString::fromLatin1(KeychainService);
}

} // namespace

void DesktopKeyStore::read(const std::string& name, QObject* context, Read read) {
    auto* job = new QKeychain::ReadPasswordJob(service());
    start(job, name, context, [job, name, read = std::move(read)](const QKeychain::Job*) {
        if (job->error() == QKeychain::NoError)
            read(toUtf8(job->textData()));
        else
            read(fail(job->error() == QKeychain::EntryNotFound ? ErrorCode::NotFound : ErrorCode::UnreadableInput, name,
                quoted(reasonOf(*job))));
    });
}

void DesktopKeyStore::write(const std::string& name, const std::string& key, QObject* context, Done done) {
    keepOutOfCoreFiles();
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setTextData(fromUtf8(key));
    start(job, name, context, [job, name, done = std::move(done)](const QKeychain::Job*) {
        if (job->error() == QKeychain::NoError)
            done({});
        else
            done(fail(ErrorCode::NotWritable, name, quoted(reasonOf(*job))));
    });
}

void DesktopKeyStore::remove(const std::string& name, QObject* context, Done done) {
    auto* job = new QKeychain::DeletePasswordJob(service());
    start(job, name, context, [job, name, done = std::move(done)](const QKeychain::Job*) {
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            done({});
        else
            done(fail(ErrorCode::NotWritable, name, quoted(reasonOf(*job))));
    });
}

} // namespace assize::ui
