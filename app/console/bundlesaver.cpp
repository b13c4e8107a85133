// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/bundlesaver.h"

#include "app/print/handoverfiles.h"
#include "models/domain/whenfinished.h"

#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QStandardPaths>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

BundleSaver::BundleSaver(BundleSource& source, QWidget& window)
    : QObject(&window)
    , m_source(source)
    , m_window(window)
{
    m_thread.setObjectName(u"bundle file"_s);
    m_thread.setMaxThreadCount(1);
}

BundleSaver::~BundleSaver()
{
    m_thread.waitForDone();
}

void BundleSaver::ask(const BundleRequest& request)
{
    if (request.exceptions.isEmpty() && request.groups.isEmpty() && request.transactions.isEmpty()) {
        Q_EMIT notice(tr("Choose what belongs to the incident in Triage first."));
        return;
    }
    auto* dialog = new QFileDialog(&m_window, tr("Incident bundle"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        tr("Incident bundles (*.signalbox)", "kinds of file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"signalbox"_s);
    dialog->selectFile(u"incident-%1.signalbox"_s.arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmm"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, request](const QString& path) { save(request, path); });
    dialog->open();
}

void BundleSaver::save(const BundleRequest& request, const QString& path)
{
    ++m_busy;
    Q_EMIT notice(tr("The incident bundle is being gathered …"));
    whenFinished(m_source.bundle(request), this, [this, path](const Outcome<Bundle>& outcome) {
        if (outcome) {
            write(outcome.value(), path);
            return;
        }
        --m_busy;
        Q_EMIT notice(QString(outcome.error().text + u' ' + outcome.error().hint).trimmed());
    });
}

void BundleSaver::write(const Bundle& bundle, const QString& path)
{
    const auto future = QtConcurrent::run(&m_thread, [bundle, path]() -> Outcome<qint64> {
        const QByteArray file = bundleFile(bundle);
        if (const auto error = HandoverFiles::save(path, file))
            return *error;
        return file.size();
    });
    whenFinished(future, this, [this, path](const Outcome<qint64>& outcome) {
        --m_busy;
        Q_EMIT notice(outcome
                //: A file, its size
                ? tr("Incident bundle written: %1, %2")
                      .arg(QDir::toNativeSeparators(path), QLocale().formattedDataSize(outcome.value()))
                : outcome.error().text);
    });
}
