// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/answer.h"

#include <QByteArray>
#include <QString>

#include <vector>

/// One value of a body, and where it stands: "errors[].extensions.code" for any element of the list, in lower case.
/// Elements and attributes of XML read alike, without prefixes: "envelope.body.fault.faultstring", "status.@type".
struct BodyLeaf
{
    QByteArray path; ///< empty for a body without structure
    QString value; ///< never empty, at most BodyLeaves::maxValue characters
    int object = 0; ///< index of the object or element that holds it
};

/// The values of an answer's body: JSON, XML, HTML (its text) or plain text, told apart by the first character. Bounded
/// in time and memory whatever the body is; of a body that is cut or broken, what comes before the break.
class BodyLeaves
{
public:
    static constexpr qsizetype maxBody = 262'144;
    static constexpr std::size_t maxLeaves = 4096;
    static constexpr std::size_t maxDepth = 32; ///< what lies deeper is passed over
    static constexpr qsizetype maxValue = 2000;

    explicit BodyLeaves(const DeliveryAnswer& answer);

    const std::vector<BodyLeaf>& leaves() const { return m_leaves; }
    /// Whether `object` is `ancestor` or lies within it.
    bool within(int object, int ancestor) const;
    /// The object that holds this one; the outermost one holds itself.
    int parentOf(int object) const { return m_parents[static_cast<std::size_t>(object)]; }

private:
    void readJson(const QByteArray& utf8);
    void readXml(const QString& text);
    void readPlain(const QString& text);

    std::vector<BodyLeaf> m_leaves;
    std::vector<int> m_parents{0}; ///< by object
};

/// A place in a body as a rule writes it: a path, "**.path" for the end of one, "path.**" for everything below.
class FieldPath
{
public:
    explicit FieldPath(QByteArrayView written);
    bool matches(const QByteArray& path) const;
    /// Whether it names no value but a whole region.
    bool isRegion() const { return m_form == Form::Below; }

private:
    enum class Form { Exact, End, Below };
    QByteArray m_path;
    Form m_form = Form::Exact;
};
