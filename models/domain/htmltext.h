// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

/// Whether a body is a page for people, such as a proxy puts in place of the target's answer.
bool isHtml(QStringView text);

/// What a page says: its title, then its text without tags, scripts and styles. For showing as plain text and for
/// looking up words, not for putting into a page.
QString htmlText(QStringView html);
