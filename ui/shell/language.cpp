// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/language.h"

#include "ui/bridge/settings.h"

#include <QCoreApplication>

namespace assize::ui {
namespace {

const QString Folder = QStringLiteral(":/i18n");

} // namespace

const std::vector<LanguageChoice>& languageChoices() {
    static const std::vector<LanguageChoice> choices = {
        {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
    return choices;
}

Language::Language(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_desktop(QLocale::system()) {
    connect(&m_settings, &Settings::languageChanged, this, &Language::apply);
    apply();
}

Language::~Language() {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::apply() {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    const QString chosen = m_settings.language();
    const QLocale locale = chosen.isEmpty() ? m_desktop : QLocale(chosen);
    QLocale::setDefault(locale);
    // English is in the sources, its file has the plural forms; a language without a file falls back to it.
    const QString name = QStringLiteral("assize");
    if (m_own.load(locale, name, QStringLiteral("_"), Folder) || m_own.load(name + QStringLiteral("_en"), Folder))
        QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), Folder))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace assize::ui
