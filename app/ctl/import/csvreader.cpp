// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/csvreader.h"

#include "models/domain/rejectionreason.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 bytesPerMiB = 1'048'576;

QByteArray withoutLineEnd(const char* begin, qint64 size)
{
    while (size > 0 && (begin[size - 1] == '\n' || begin[size - 1] == '\r'))
        --size;
    return QByteArray::fromRawData(begin, size);
}

/// Where the first byte stands that belongs to no well-formed character; bytes.size() when all is well.
qsizetype firstInvalidByte(QByteArrayView bytes)
{
    qsizetype good = 0;
    while (good < bytes.size()) {
        qsizetype length = 1;
        while (good + length < bytes.size() && (static_cast<unsigned char>(bytes[good + length]) & 0xC0U) == 0x80U)
            ++length;
        if (!bytes.sliced(good, length).isValidUtf8())
            return good;
        good += length;
    }
    return good;
}
} // namespace

CsvReader::CsvReader(char delimiter)
    : m_delimiter(delimiter)
{ }

std::optional<QString> CsvReader::open(const QString& path)
{
    m_name = QFileInfo(path).fileName();
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return tr("The file %1 cannot be read: %2.").arg(path, m_file.errorString());
    m_size = m_file.size();
    const uchar* mapped = m_size > 0 ? m_file.map(0, m_size) : nullptr;
    if (mapped == nullptr) { // a pipe, or a file system that cannot map
        m_content = m_file.readAll();
        m_size = m_content.size();
    }
    m_data = mapped != nullptr ? reinterpret_cast<const char*>(mapped) : m_content.constData();
    return readHeader();
}

std::optional<QString> CsvReader::open(const QByteArray& content, const QString& name)
{
    m_name = name;
    m_content = content;
    m_data = m_content.constData();
    m_size = m_content.size();
    return readHeader();
}

std::optional<QString> CsvReader::readHeader()
{
    if (m_size >= 3 && std::memcmp(m_data, "\xEF\xBB\xBF", 3) == 0)
        m_at = 3;
    CsvRecord record;
    SetAside bad;
    switch (next(record, bad)) {
    case Step::Record:
        m_header = record.fields;
        break;
    case Step::SetAside:
        return tr("The header of %1 cannot be read: %2").arg(m_name, rejectionReason(bad.code, bad.reason));
    case Step::End:
        return tr("The file %1 is empty: its first line should name the columns.").arg(m_name);
    }
    for (qsizetype i = 0; i < m_header.size(); ++i) {
        m_header[i] = m_header.at(i).trimmed();
        if (m_header.indexOf(m_header.at(i)) != i)
            return tr("The header of %1 names the column \"%2\" twice.").arg(m_name, m_header.at(i));
    }
    return std::nullopt;
}

CsvReader::Step CsvReader::next(CsvRecord& record, SetAside& bad)
{
    skipEmptyLines();
    if (m_at >= m_size)
        return Step::End;
    const qint64 start = m_at;
    const qint64 line = m_line;
    QList<Field> fields;
    fields.reserve(m_header.size());
    auto mistake = scan(fields);
    if (mistake) { // a stray quote may have swallowed good lines: go on right behind the line that it stands in
        m_line = line;
        m_at = start;
        moveTo(endOfLine(start));
    }
    record.fields.clear();
    if (!mistake)
        mistake = decode(fields, record.fields);
    record.raw = withoutLineEnd(m_data + start, m_at - start);
    record.line = line;
    if (!mistake)
        return Step::Record;
    bad = SetAside{
        m_name, line, columnName(mistake->field), QString::fromLatin1(mistake->code), mistake->reason, record.raw};
    return Step::SetAside;
}

void CsvReader::skipEmptyLines()
{
    while (m_at < m_size && (m_data[m_at] == '\n' || m_data[m_at] == '\r')) {
        if (m_data[m_at] == '\n')
            ++m_line;
        ++m_at;
    }
}

std::optional<CsvReader::Mistake> CsvReader::scan(QList<Field>& fields)
{
    const qint64 start = m_at;
    while (true) {
        Field field{m_at, m_at, m_at < m_size && m_data[m_at] == '"'};
        if (field.quoted) {
            if (auto mistake = scanQuoted(field, fields.size()))
                return mistake;
        } else {
            while (m_at < m_size && m_data[m_at] != m_delimiter && m_data[m_at] != '\n')
                ++m_at;
            field.end = m_at;
            if (field.end > field.begin && m_data[field.end - 1] == '\r' && (m_at == m_size || m_data[m_at] == '\n'))
                --field.end;
        }
        fields.append(field);
        if (m_at - start > maxRecordBytes)
            return Mistake{fields.size() - 1, "record_too_long",
                u"The record is longer than %1 MiB."_s.arg(maxRecordBytes / bytesPerMiB)};
        if (m_at < m_size && m_data[m_at] == m_delimiter) {
            ++m_at;
            continue;
        }
        if (m_at < m_size) { // the line end
            ++m_at;
            ++m_line;
        }
        break;
    }
    if (!m_header.isEmpty() && fields.size() < m_header.size())
        return Mistake{fields.size() - 1, "too_few_columns",
            u"The record has %1 columns, the header has %2."_s.arg(fields.size()).arg(m_header.size())};
    if (!m_header.isEmpty() && fields.size() > m_header.size())
        return Mistake{m_header.size(), "too_many_columns",
            u"The record has %1 columns, the header has %2."_s.arg(fields.size()).arg(m_header.size())};
    return std::nullopt;
}

std::optional<CsvReader::Mistake> CsvReader::scanQuoted(Field& field, qsizetype number)
{
    const qint64 limit = std::min(m_size, field.begin + maxRecordBytes);
    ++field.begin;
    ++m_at;
    while (m_at < limit) {
        const auto* quote
            = static_cast<const char*>(std::memchr(m_data + m_at, '"', static_cast<size_t>(limit - m_at)));
        if (quote == nullptr)
            break;
        moveTo(quote - m_data + 1);
        if (m_at < m_size && m_data[m_at] == '"') {
            ++m_at;
            continue;
        }
        field.end = m_at - 1;
        if (m_at < m_size && m_data[m_at] == '\r' && (m_at + 1 == m_size || m_data[m_at + 1] == '\n'))
            ++m_at;
        if (m_at < m_size && m_data[m_at] != m_delimiter && m_data[m_at] != '\n')
            return Mistake{number, "text_after_quote", u"There is text behind the closing quote."_s};
        return std::nullopt;
    }
    if (limit < m_size)
        return Mistake{number, "record_too_long",
            u"A quote is opened, and not closed within %1 MiB."_s.arg(maxRecordBytes / bytesPerMiB)};
    return Mistake{number, "open_quote", u"A quote is opened and never closed."_s};
}

std::optional<CsvReader::Mistake> CsvReader::decode(const QList<Field>& fields, QStringList& texts) const
{
    texts.reserve(fields.size());
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const Field& field = fields.at(i);
        const QByteArrayView bytes(m_data + field.begin, field.end - field.begin);
        if (!bytes.isValidUtf8())
            return Mistake{
                i, "invalid_utf8", u"The text is not valid UTF-8 from byte %1 on."_s.arg(firstInvalidByte(bytes) + 1)};
        if (bytes.contains('\0'))
            return Mistake{i, "nul_character", u"The text holds a NUL character."_s};
        QString text = QString::fromUtf8(bytes);
        if (field.quoted)
            text.replace(u"\"\""_s, u"\""_s);
        texts.append(std::move(text));
    }
    return std::nullopt;
}

QString CsvReader::columnName(qsizetype number) const
{
    return number < m_header.size() ? m_header.at(number) : QString::number(number + 1);
}

qint64 CsvReader::endOfLine(qint64 from) const
{
    const auto* end = static_cast<const char*>(std::memchr(m_data + from, '\n', static_cast<size_t>(m_size - from)));
    return end == nullptr ? m_size : end - m_data + 1;
}

void CsvReader::moveTo(qint64 position)
{
    m_line += std::count(m_data + m_at, m_data + position, '\n');
    m_at = position;
}
