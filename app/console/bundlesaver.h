// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bundle.h"

#include <QObject>
#include <QThreadPool>

class QWidget;

/// Saves incident bundles: asks for a file, has the bundle gathered, packs and writes it on a thread of its own.
class BundleSaver : public QObject
{
    Q_OBJECT
public:
    BundleSaver(BundleSource& source, QWidget& window);
    ~BundleSaver() override;

    /// Asks where to, without waiting for the answer.
    void ask(const BundleRequest& request);
    void save(const BundleRequest& request, const QString& path);
    bool isBusy() const { return m_busy > 0; }

Q_SIGNALS:
    void notice(const QString& text); ///< how it goes

private:
    void write(const Bundle& bundle, const QString& path);

    BundleSource& m_source;
    QWidget& m_window;
    int m_busy = 0;
    QThreadPool m_thread;
};
