// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QString>

/// What an incident bundle is to hold: these orders, and the orders of these exceptions.
struct BundleRequest
{
    static constexpr qsizetype mostOrders = 1000;
    static constexpr qsizetype mostExceptions = 5000;

    QList<qint64> orders = {};
    QList<qint64> exceptions = {};
    QList<qint64> groups = {}; ///< their open exceptions as well
    QList<qint64> transactions = {}; ///< the open exceptions of these messages as well
    QString words = {}; ///< how they were chosen, for a person
    bool more = false; ///< there are more than were taken
};

/// The rows of one table, as lines of JSON.
struct BundleSection
{
    QString name;
    qint64 rows = 0;
    qint64 bytes = 0; ///< in the file
    QByteArray sha256; ///< of these
    QByteArray lines; ///< not in the manifest
};

/// What is known of a bundle before its sections are looked at.
struct BundleManifest
{
    static constexpr int format = 1;

    QString product; ///< version of the program that made it
    int schemaVersion = 0;
    QString schemaChecksum;
    QString environment;
    QString environmentKind;
    QDateTime asOf;
    QString filter; ///< how its content was chosen, in words
    QString madeBy;
    bool more = false; ///< there was more than fits into a bundle

    friend bool operator==(const BundleManifest&, const BundleManifest&) = default;
};

struct Bundle
{
    BundleManifest manifest;
    QList<BundleSection> sections;
};

/// A bundle as the bytes of a file: a line that says what it is, a line with the SHA-256 of the manifest, the manifest
/// as a line of JSON, then the sections, each by itself. They are compressed with qCompress, which QtCore has: no
/// further library is needed to read them.
QByteArray bundleFile(const Bundle& bundle);
/// The same backwards. Failure::Invalid tells a foreign, a newer and a damaged file apart.
Outcome<Bundle> readBundle(const QByteArray& file);

/// Gathers bundles. Futures finish on any thread; use whenFinished().
class BundleSource
{
public:
    virtual ~BundleSource() = default;
    virtual QFuture<Outcome<Bundle>> bundle(const BundleRequest& request) = 0;

protected:
    BundleSource() = default;
    BundleSource(const BundleSource&) = default;
    BundleSource& operator=(const BundleSource&) = default;
};
