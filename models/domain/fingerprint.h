// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

/// A message without what differs from one case to the next: numbers, ids, quoted values, times, addresses and links
/// are placeholders ("<number>", "<uuid>", "<id>", "<text>", "<time>", "<email>", "<url>", "<ip>"), white space is
/// single, and the length at most 200 characters. To do it again changes nothing, unless the text was cut.
QString normalisedMessage(QStringView message);

/// The same for all failures of one cause: of the flow, the code and the normalised message. 32 hexadecimal digits that
/// stay the same from one version to the next, as they are kept.
QByteArray fingerprint(QStringView flow, QStringView code, QStringView message);
