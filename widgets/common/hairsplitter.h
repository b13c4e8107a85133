// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class Theme;

/// A splitter whose handle is a hairline; a few pixels beside it can be grabbed as well.
class HairSplitter : public QSplitter
{
    Q_OBJECT
public:
    HairSplitter(const Theme& theme, Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    QSplitterHandle* createHandle() override;

private:
    const Theme& m_theme;
};
