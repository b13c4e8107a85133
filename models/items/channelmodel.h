// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

/// A sales channel and what it supplies, in words.
struct ChannelRow
{
    Channel channel;
    QString supplies;

    QString key() const { return channel.code; }
    friend bool operator==(const ChannelRow&, const ChannelRow&) = default;
};

/// The channels, the process that their orders follow and the steps that they have evidence for. Lives on the GUI
/// thread.
class ChannelModel final : public KeyedTableModel<ChannelRow>
{
    Q_OBJECT
public:
    enum Column { TitleColumn, CodeColumn, ProcessColumn, OrdersColumn, SuppliesColumn, ColumnCount };
    Q_ENUM(Column)

    explicit ChannelModel(QObject* parent = nullptr);

    void setChannels(const QList<Channel>& channels);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ChannelRow& row, int column) const;

    QLocale m_locale;
};
