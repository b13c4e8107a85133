// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

/// One thing that a person may set: its key, its type and what holds until then, in one place.
template<typename T>
struct Setting
{
    const char* key;
    T fallback;
};

namespace Preferences {
inline const Setting<QString> theme{"window/theme", QStringLiteral("system")}; ///< system, light or dark
inline const Setting<QString> language{"window/language", QString()}; ///< such as "de"; empty: the system's
inline const Setting<QString> keys{"window/keys", QString()}; ///< see KeyMap::toText()
inline const Setting<bool> begun{"window/begun", false}; ///< the first views of the roles have been shown
inline const Setting<QByteArray> geometry{"window/geometry", QByteArray()};
inline const Setting<QByteArray> orderColumns{"orders/columns", QByteArray()};
inline const Setting<QString> orderFilter{"orders/filter", QString()};
inline const Setting<QByteArray> triageColumns{"triage/columns", QByteArray()};
inline const Setting<bool> triageGrouped{"triage/grouped", true};
inline const Setting<bool> runbookUnfolded{"triage/runbook", true};
inline const Setting<QByteArray> triageSplitters{"triage/splitters", QByteArray()};
inline const Setting<QString> handoverFolder{"handover/folder", QString()}; ///< empty: the documents
inline const Setting<QStringList> orderSearches{"orders/searches", QStringList()}; ///< the newest first
inline const Setting<QStringList> triageSearches{"triage/searches", QStringList()};
inline const Setting<QString> triageQueue{"triage/queue", QString()};
} // namespace Preferences

/// What a person has set, kept in a file that the caller chooses. No secrets.
class Settings
{
public:
    /// Empty: nothing is read or kept.
    explicit Settings(const QString& file)
        : m_store(file, QSettings::IniFormat)
        , m_keeps(!file.isEmpty())
    { }

    template<typename T>
    T value(const Setting<T>& setting) const
    {
        if (!m_keeps)
            return setting.fallback;
        const QVariant value = m_store.value(QLatin1StringView(setting.key));
        return value.canConvert<T>() ? value.value<T>() : setting.fallback;
    }
    template<typename T>
    void set(const Setting<T>& setting, const T& value)
    {
        if (m_keeps)
            m_store.setValue(QLatin1StringView(setting.key), QVariant::fromValue(value));
    }

private:
    QSettings m_store;
    bool m_keeps;
};
