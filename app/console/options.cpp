// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include "app/console/snapshot.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Options", text);
}

Error wrong(const QString& text)
{
    return {Failure::Invalid, text, say(QT_TRANSLATE_NOOP("Options", "signalbox --help lists all options.")), {}};
}

} // namespace

bool needsNoDisplay(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char* each) {
        const std::string_view argument(each);
        return argument.starts_with("--snapshot") || argument == "--help" || argument == "-h" || argument == "--version"
            || argument == "-v";
    });
}

Outcome<Options> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        say(QT_TRANSLATE_NOOP("Options", "Where every retail order stands, what is late, and why.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption db(u"db"_s,
        say(QT_TRANSLATE_NOOP("Options",
            "The database: a URI, a service or a name. Without it: SIGNALBOX_DB, libpq's own variables, else a private "
            "server.")),
        u"uri"_s);
    const QCommandLineOption demo(
        u"demo"_s, say(QT_TRANSLATE_NOOP("Options", "Open a private database with sample orders.")));
    const QCommandLineOption bundle(
        u"bundle"_s, say(QT_TRANSLATE_NOOP("Options", "Open an incident bundle, to read it.")), u"file"_s);
    const QCommandLineOption snapshot(u"snapshot"_s,
        say(QT_TRANSLATE_NOOP("Options", "Draw the screens into PNG files in this folder and end. Needs no display.")),
        u"folder"_s);
    const QCommandLineOption view(u"view"_s,
        say(QT_TRANSLATE_NOOP("Options", "Only this screen (may be repeated): %1."))
            .arg(Snapshot::views().join(u", "_s)),
        u"name"_s);
    const QCommandLineOption size(
        u"size"_s, say(QT_TRANSLATE_NOOP("Options", "Size of the window in a snapshot, such as 1280x800.")), u"size"_s);
    const QCommandLineOption theme(u"theme"_s, say(QT_TRANSLATE_NOOP("Options", "light, dark or system.")), u"name"_s);
    const QCommandLineOption language(
        u"lang"_s, say(QT_TRANSLATE_NOOP("Options", "Language of the window: en or de.")), u"code"_s);
    parser.addOptions({db, demo, bundle, snapshot, view, size, theme, language});

    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    Options options;
    if (parser.isSet(help)) {
        options.text = parser.helpText();
        return options;
    }
    if (parser.isSet(version)) {
        options.text = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n';
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        return wrong(say(QT_TRANSLATE_NOOP("Options", "\"%1\" is not expected here."))
                         .arg(parser.positionalArguments().constFirst()));
    options.database = parser.value(db);
    options.demo = parser.isSet(demo);
    if (options.demo && !options.database.isEmpty())
        return wrong(say(QT_TRANSLATE_NOOP("Options", "--demo has a database of its own: give either it or --db.")));
    options.bundle = parser.value(bundle);
    if (!options.bundle.isEmpty() && (options.demo || !options.database.isEmpty()))
        return wrong(say(
            QT_TRANSLATE_NOOP("Options", "--bundle is a database of its own: give neither --db nor --demo with it.")));
    options.snapshotFolder = parser.value(snapshot);
    options.views = parser.values(view);
    for (const QString& name : std::as_const(options.views)) {
        if (!Snapshot::views().contains(name))
            return wrong(say(QT_TRANSLATE_NOOP("Options", "There is no screen \"%1\"; there are %2."))
                             .arg(name, Snapshot::views().join(u", "_s)));
    }
    if (parser.isSet(size)) {
        static const QRegularExpression pattern(u"^(\\d{3,4})x(\\d{3,4})$"_s);
        const auto match = pattern.match(parser.value(size));
        if (!match.hasMatch())
            return wrong(say(QT_TRANSLATE_NOOP("Options", "A size is written like 1280x800, not \"%1\"."))
                             .arg(parser.value(size)));
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    options.theme = parser.value(theme);
    if (!options.theme.isEmpty() && !QStringList{u"light"_s, u"dark"_s, u"system"_s}.contains(options.theme))
        return wrong(
            say(QT_TRANSLATE_NOOP("Options", "A theme is light, dark or system, not \"%1\".")).arg(options.theme));
    options.language = parser.value(language);
    const QLocale::Language spoken = QLocale(options.language).language();
    if (!options.language.isEmpty() && spoken != QLocale::English && spoken != QLocale::German)
        return wrong(say(QT_TRANSLATE_NOOP("Options", "There is no language \"%1\"; there are en and de."))
                         .arg(options.language));
    return options;
}
