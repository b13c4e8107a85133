// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/editpreview.h"
#include "models/domain/jsonpatch.h"

#include <QObject>

#include <optional>
#include <utility>

/// The same edit for many messages, a portion at a time: looks what it would make of each, then saves what is good.
/// Contents are kept for one portion only. Lives on the GUI thread; what takes long happens beside it.
class BulkEdit : public QObject
{
    Q_OBJECT
public:
    static constexpr int portion = 500; ///< messages read, judged or saved at once

    explicit BulkEdit(PayloadEditor& editor, QObject* parent = nullptr);

    /// Looks what the patch makes of these; what was looked at before is forgotten.
    void look(const QList<qint64>& transactions, const JsonPatch& patch);
    /// Forgets all of it; what is under way has no effect on it any more.
    void clear() { look({}, {}); }
    bool isLooking() const { return m_looking; }
    const EditTally& tally() const { return m_tally; }

    /// Saves these, then what was looked at and is good and has not changed since. Each portion is one database
    /// transaction.
    void save(const QList<PayloadEdit>& first, const QString& reason);
    /// Ends after the portion that is being saved; whether that is not the last one anyway.
    bool stopSaving() { return !std::exchange(m_good, {}).isEmpty(); }
    qsizetype saved() const { return m_results.size(); } ///< of those that save() was asked for, or refused

Q_SIGNALS:
    void progressed();
    /// All that was tried; error: why it ended before it was through.
    void ended(const QList<ActionResult>& results, const std::optional<Error>& error);

private:
    struct Good
    {
        qint64 transaction = 0;
        int version = 0;
    };

    void lookOn();
    void saveOn();
    void send(const QList<PayloadEdit>& edits);

    PayloadEditor& m_editor;
    JsonPatch m_patch;
    QList<qint64> m_waiting; ///< not looked at yet
    QList<Good> m_good; ///< not saved yet
    EditTally m_tally;
    QString m_reason;
    QList<ActionResult> m_results;
    quint64 m_generation = 0;
    bool m_looking = false;
};
