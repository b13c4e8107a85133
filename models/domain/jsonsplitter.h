// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsonscanner.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

/// One event as it was written, or what stood where an event should be.
struct JsonItem
{
    QByteArray json; ///< the very bytes, never written anew; of something too large only its beginning
    qint64 index = 0; ///< counts good and bad items from 0
    qint64 offset = 0; ///< bytes before it
    qint64 size = 0; ///< bytes it takes; more than json holds when it was too large
    TextPlace place; ///< where it starts
    QString mistake; ///< what is wrong, in plain words; empty: a well-formed JSON object
    TextPlace mistakePlace; ///< where it is wrong

    bool isGood() const { return mistake.isEmpty(); }
    /// "line 3, column 17: the key "id" a second time in one object".
    QString mistakeWithPlace() const;
};

/// Takes a text apart into its events, one at a time, in the memory of one: a JSON array, one event per line, a single
/// event,
/// {"events": [...]}, or any of these one after the other. After a broken item it goes on with the next event that it
/// can make out; a good line or element is never lost to a broken one before it. Reads from any device that gives bytes
/// in order.
class JsonSplitter
{
public:
    static constexpr qint64 maxItemBytes = qint64{16} * 1024 * 1024;
    static constexpr qint64 keptOfTooLarge = qint64{64} * 1024;

    explicit JsonSplitter(QIODevice& device)
        : m_device(device)
    { }

    /// The next item; nullopt at the end. Check readError() then.
    std::optional<JsonItem> next();

    /// Why the device gave no more bytes; empty at a real end.
    const QString& readError() const { return m_readError; }

private:
    enum class Level { Sequence, Array, AfterElement };

    std::optional<JsonItem> fromSequence();
    std::optional<JsonItem> fromArray();
    std::optional<JsonItem> afterElement();
    std::optional<JsonItem> object();
    JsonItem element();
    qsizetype eventsArray();
    bool enterWrapper();
    void leaveArray();
    void finishWrapper();
    qsizetype memberEnd(qsizetype comma);

    JsonScanner::Result scan();
    JsonItem take(qsizetype end, qsizetype mistakeAt = 0, const QString& mistake = {});
    JsonItem notice(const QString& mistake);
    JsonItem brokenLine();
    JsonItem brokenObject(qsizetype mistakeAt, QString mistake);
    JsonItem tooLarge();
    void skipTooLarge();
    void noteLines(qsizetype end);
    bool runsIntoNextLine(qsizetype end);
    qsizetype nextObjectLine(qsizetype limit);
    bool beginsEventLine(qsizetype start);
    qsizetype beforeEvent(qsizetype end);
    bool isBefore(qsizetype from, char c);
    bool closesArray(qsizetype bracket);
    bool isWhole(qsizetype start);
    bool isEvent(qsizetype start);
    qsizetype lineEnd();
    qsizetype nextElement(qsizetype mistakeAt);
    bool startsElement(qsizetype start, qsizetype lineStart, bool afterComma);
    qsizetype skippedSpace(qsizetype from);
    QString unexpected(const QString& expected) const;

    void advance(qsizetype bytes);
    bool skipSpace();
    bool reach(qsizetype bytes);
    bool fill();
    char at(qsizetype offset) const { return m_buffer[m_at + offset]; }
    qsizetype available() const { return m_buffer.size() - m_at; }
    QByteArrayView ahead() const { return QByteArrayView(m_buffer).sliced(m_at); }

    QIODevice& m_device;
    QByteArray m_buffer;
    qsizetype m_at = 0; ///< cursor within the buffer
    qint64 m_passed = 0; ///< bytes before the cursor
    TextPlace m_place;
    bool m_ended = false;
    QString m_readError;

    Level m_level = Level::Sequence;
    bool m_inWrapper = false; ///< the array is the value of "events"
    bool m_lines = false; ///< one event per line was seen: then a line is never continued by one that begins an object
    bool m_began = false;
    qint64 m_index = 0;
    JsonScanner m_scanner;
};
