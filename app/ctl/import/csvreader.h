// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/setaside.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// One record of a CSV file. `raw` points into the open file and lives as long as its reader.
struct CsvRecord
{
    qint64 line = 0; ///< where it starts, from 1
    QStringList fields;
    QByteArray raw; ///< without the line end
};

/// Reads a CSV file as RFC 4180 says (quotes, doubled quotes, line ends within quotes, CRLF or LF, byte order mark),
/// record by record. A record that is broken is handed out as set aside, with line and column, and reading goes on
/// behind it.
class CsvReader
{
    Q_DECLARE_TR_FUNCTIONS(CsvReader)

public:
    explicit CsvReader(char delimiter = ',');

    /// Opens the file and reads the header; on failure there is a sentence that says why.
    std::optional<QString> open(const QString& path);
    /// The same over bytes in memory; `name` stands in messages.
    std::optional<QString> open(const QByteArray& content, const QString& name);

    const QStringList& header() const { return m_header; }
    QString name() const { return m_name; }

    enum class Step { Record, SetAside, End };
    /// One step further: into `record`, or into `bad`.
    Step next(CsvRecord& record, SetAside& bad);

    qint64 position() const { return m_at; }
    qint64 size() const { return m_size; }

    /// Records that are longer are set aside.
    static constexpr qint64 maxRecordBytes = 1024 * 1024;

private:
    struct Field
    {
        qint64 begin = 0;
        qint64 end = 0;
        bool quoted = false;
    };
    struct Mistake
    {
        qsizetype field = 0;
        const char* code = nullptr;
        QString reason;
    };

    std::optional<QString> readHeader();
    void skipEmptyLines();
    std::optional<Mistake> scan(QList<Field>& fields);
    std::optional<Mistake> scanQuoted(Field& field, qsizetype number);
    std::optional<Mistake> decode(const QList<Field>& fields, QStringList& texts) const;
    QString columnName(qsizetype number) const;
    qint64 endOfLine(qint64 from) const;
    void moveTo(qint64 position);

    char m_delimiter;
    QFile m_file;
    QByteArray m_content;
    QString m_name;
    const char* m_data = nullptr;
    qint64 m_size = 0;
    qint64 m_at = 0;
    qint64 m_line = 1;
    QStringList m_header;
};
