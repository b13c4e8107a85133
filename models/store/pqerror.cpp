// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pqerror.h"

#include "models/domain/systemreason.h"
#include "models/store/pqxxcompat.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <new>

using namespace Qt::StringLiterals;

namespace {

struct ServerText
{
    QString message; ///< the first line without its severity
    QString hint;
};

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseError)
public:
    static ServerText split(std::string_view what);
    static Error make(Failure kind, std::string_view sqlstate, std::string_view what);

private:
    static QString text(Failure kind, const QString& sqlstate, const QString& message);
    static QString hint(Failure kind, const QString& sqlstate, const QString& message);
};

ServerText Texts::split(std::string_view what)
{
    static const QRegularExpression label(u"^[\\w ]+:  +(?:([0-9A-Z]{5}): )?"_s);
    const QStringList lines
        = QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size())).trimmed().split(u'\n');
    ServerText result;
    result.message = QString(lines.first()).remove(label).trimmed();
    for (const QString& line : lines.mid(1)) {
        if (line.startsWith(u"HINT:"_s))
            result.hint = line.mid(5).trimmed();
    }
    return result;
}

QString Texts::text(Failure kind, const QString& sqlstate, const QString& message)
{
    switch (kind) {
    case Failure::Connection:
        if (sqlstate == u"57P03"_s)
            return tr("The database server is starting up or shutting down: %1").arg(message);
        if (sqlstate == u"53300"_s)
            return tr("The database server has no free connection: %1").arg(message);
        if (sqlstate == u"3D000"_s)
            return tr("There is no such database on the server: %1").arg(message);
        return message.isEmpty() ? tr("The connection to the database was lost.")
                                 : tr("The connection to the database was lost: %1").arg(message);
    case Failure::Authentication:
        return tr("The database server refused to sign you in: %1").arg(message);
    case Failure::InDoubt:
        return tr("The connection was lost before the database confirmed: the change may or may not have been made.");
    case Failure::Retryable:
        return tr("Another change got in the way: %1").arg(message);
    case Failure::Cancelled:
        return tr("Cancelled.", "an operation was given up");
    case Failure::Permission:
        return tr("The database does not allow this to you: %1").arg(systemReason(message));
    case Failure::Schema:
        return tr("The database is not set up for this version of Signalbox: %1").arg(message);
    case Failure::Constraint:
    case Failure::NotFound:
    case Failure::Invalid:
    case Failure::Other:
        break;
    }
    return message.isEmpty() ? tr("The database reported an error without a message.") : message;
}

QString Texts::hint(Failure kind, const QString& sqlstate, const QString& message)
{
    static const QRegularExpression missingRole(u"takes the role (signalbox_[a-z]+)"_s);
    if (sqlstate == u"3D000"_s)
        return tr("Check the database name, or create it with createdb and then run: signalboxctl db init");
    if (sqlstate == u"57P03"_s)
        return tr("It usually accepts connections again within seconds.");
    if (sqlstate == u"53300"_s)
        return tr("Close other programs that use the database, or raise max_connections on the server.");
    if (sqlstate == u"53100"_s)
        return tr("The disk of the database server is full: make room there.");
    if (sqlstate == u"25006"_s)
        return tr("This server is a read-only standby: connect to the primary to change something.");
    switch (kind) {
    case Failure::Authentication:
        return tr("Check the user name, and the password in ~/.pgpass or PGPASSWORD; "
                  "pg_hba.conf on the server says who may connect.");
    case Failure::InDoubt:
        return tr("Look whether it happened before you do it again.");
    case Failure::Retryable:
        return tr("Nothing was changed; try again.");
    case Failure::Permission:
        if (const auto role = missingRole.match(message);
            role.hasMatch()) // else no role would help, or which is unknown
            return tr("Ask an administrator for the role %1.", "such as signalbox_support").arg(role.captured(1));
        break;
    case Failure::Schema:
        return tr("signalboxctl db status says what is there; signalboxctl db migrate sets it up.");
    case Failure::Connection:
    case Failure::Cancelled:
    case Failure::Constraint:
    case Failure::NotFound:
    case Failure::Invalid:
    case Failure::Other:
        break;
    }
    return {};
}

Error Texts::make(Failure kind, std::string_view sqlstate, std::string_view what)
{
    const QString state = QString::fromLatin1(sqlstate.data(), static_cast<qsizetype>(sqlstate.size()));
    const ServerText said = split(what);
    return {kind, text(kind, state, said.message), said.hint.isEmpty() ? hint(kind, state, said.message) : said.hint,
        state};
}

Failure kindOf(std::string_view sqlstate)
{
    const std::string_view family = sqlstate.substr(0, 2);
    if (sqlstate.empty() || sqlstate.starts_with("57P") || family == "08" || sqlstate == "53300" || sqlstate == "3D000")
        return Failure::Connection;
    if (sqlstate == "57014")
        return Failure::Cancelled;
    if (family == "28")
        return Failure::Authentication;
    if (sqlstate == "40001" || sqlstate == "40P01" || sqlstate == "55P03")
        return Failure::Retryable;
    if (sqlstate == "42501" || sqlstate == "25006")
        return Failure::Permission;
    if (sqlstate == "42P01" || sqlstate == "3F000" || sqlstate == "42883" || sqlstate == "42703" || sqlstate == "42704")
        return Failure::Schema;
    if (family == "23")
        return Failure::Constraint;
    if (family == "22")
        return Failure::Invalid;
    if (sqlstate == "P0002")
        return Failure::NotFound;
    return Failure::Other;
}

} // namespace

StoreException::StoreException(Error error)
    : std::runtime_error(error.text.toStdString())
    , m_error(std::move(error))
{ }

Error serverError(std::string_view sqlstate, std::string_view message)
{
    return Texts::make(kindOf(sqlstate), sqlstate, message);
}

// By type first: libpqxx 6.4 gives its rollback exceptions no SQLSTATE, and names a lost server a sql_error without
// one.
Error currentError()
{
    try {
        throw;
    } catch (const StoreException& e) {
        return e.error();
    } catch (const pqxx::in_doubt_error& e) {
        return Texts::make(Failure::InDoubt, "", e.what());
    } catch (const pqxx::statement_completion_unknown& e) {
        return Texts::make(Failure::InDoubt, "40003", e.what());
    } catch (const pqxx::serialization_failure& e) {
        return Texts::make(Failure::Retryable, "40001", e.what());
    } catch (const pqxx::deadlock_detected& e) {
        return Texts::make(Failure::Retryable, "40P01", e.what());
    } catch (const pqxx::transaction_rollback& e) {
        return Texts::make(Failure::Retryable, "40000", e.what());
    } catch (const pqxx::too_many_connections& e) {
        return Texts::make(Failure::Connection, "53300", e.what());
    } catch (const pqxx::broken_connection& e) {
        return Texts::make(Failure::Connection, "08000", e.what());
    } catch (const pqxx::insufficient_privilege& e) {
        return Texts::make(Failure::Permission, "42501", e.what());
    } catch (const pqxx::integrity_constraint_violation& e) {
        return Texts::make(Failure::Constraint, e.sqlstate(), e.what());
    } catch (const pqxx::sql_error& e) {
        return serverError(e.sqlstate(), e.what());
    } catch (const std::bad_alloc&) {
        return {Failure::Other, QCoreApplication::translate("DatabaseError", "There is not enough memory for this."),
            {}, {}};
    } catch (const std::exception& e) {
        return {Failure::Other, QString::fromUtf8(e.what()), {}, {}};
    }
}
