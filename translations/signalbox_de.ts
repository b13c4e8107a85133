<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>What can be done</source>
        <translation>Was sich tun lässt</translation>
    </message>
    <message>
        <source>All matching</source>
        <comment>button: choose all that match, listed or not</comment>
        <translation>Alle passenden</translation>
    </message>
    <message>
        <source>There is nothing to choose.</source>
        <translation>Hier gibt es nichts zu wählen.</translation>
    </message>
    <message>
        <source>Choose all that match, also those that are not listed yet</source>
        <translation>Alle wählen, die passen, auch die noch nicht aufgelisteten</translation>
    </message>
</context>
<context>
    <name>ActionCommand</name>
    <message>
        <source>Say until when or for how long: --until or --for.</source>
        <translation>Sagen Sie, bis wann oder wie lange: --until oder --for.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration; it is such as 90m, 4h or 2d.</source>
        <translation>„%1“ ist keine Dauer; gemeint ist etwas wie 90m, 4h oder 2d.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time; it is such as 2026-11-30T08:00.</source>
        <translation>„%1“ ist keine Zeit; gemeint ist etwas wie 2026-11-30T08:00.</translation>
    </message>
    <message>
        <source>Exception %1: done.</source>
        <translation>Ausnahme %1: erledigt.</translation>
    </message>
    <message>
        <source>Exception %1: not done, %2.</source>
        <comment>%2 is a reason such as &quot;resolved already&quot;</comment>
        <translation>Ausnahme %1: nicht getan, %2.</translation>
    </message>
    <message numerus="yes">
        <source>Do it to %n exception(s)? (y/n)</source>
        <translation>
            <numerusform>Mit %n Ausnahme tun? (j/n)</numerusform>
            <numerusform>Mit %n Ausnahmen tun? (j/n)</numerusform>
        </translation>
    </message>
    <message>
        <source>y</source>
        <comment>the answer yes, in small letters</comment>
        <translation>j</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Name the exceptions by their ids, or by --matching and --queue.</source>
        <translation>Die Ausnahmen über ihre Nummern nennen, oder mit --matching und --queue.</translation>
    </message>
    <message>
        <source>Name the exceptions by their ids.</source>
        <translation>Die Ausnahmen über ihre Nummern nennen.</translation>
    </message>
    <message>
        <source>Nobody is there to be asked: say --yes to do it.</source>
        <translation>Es ist niemand da, der gefragt werden kann: mit --yes wird es getan.</translation>
    </message>
</context>
<context>
    <name>Anomaly</name>
    <message>
        <source>Reached before the step that it depends on</source>
        <comment>odd, but kept</comment>
        <translation>Erreicht vor dem Schritt, von dem er abhängt</translation>
    </message>
    <message>
        <source>Reached although a step that it depends on is still open</source>
        <comment>odd, but kept</comment>
        <translation>Erreicht, obwohl ein Schritt, von dem er abhängt, noch offen ist</translation>
    </message>
    <message>
        <source>Happened after the order was cancelled</source>
        <comment>odd, but kept</comment>
        <translation>Nach der Stornierung des Auftrags geschehen</translation>
    </message>
    <message>
        <source>Reached and then taken back</source>
        <comment>odd, but kept</comment>
        <translation>Erreicht und dann zurückgenommen</translation>
    </message>
    <message>
        <source>Reached, but the source names no time</source>
        <comment>odd, but kept</comment>
        <translation>Erreicht, doch die Quelle nennt keine Zeit</translation>
    </message>
    <message>
        <source>Not a step of this order&apos;s process</source>
        <comment>odd, but kept</comment>
        <translation>Kein Schritt im Ablauf dieses Auftrags</translation>
    </message>
    <message>
        <source>Sources contradict each other</source>
        <comment>odd, but kept</comment>
        <translation>Quellen widersprechen sich</translation>
    </message>
</context>
<context>
    <name>ApprovalBar</name>
    <message>
        <source>Approve</source>
        <comment>button: agree to a replay</comment>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <comment>button: do not agree to a replay</comment>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note; a rejection needs one</source>
        <translation>Notiz; eine Ablehnung braucht eine</translation>
    </message>
    <message>
        <source>Let exactly this list be sent (Ctrl+Enter in the note)</source>
        <translation>Genau diese Liste senden lassen (Strg+Eingabe in der Notiz)</translation>
    </message>
    <message>
        <source>Nothing of it is sent</source>
        <translation>Nichts davon wird gesendet</translation>
    </message>
    <message>
        <source>A rejection needs a reason.</source>
        <translation>Eine Ablehnung braucht einen Grund.</translation>
    </message>
</context>
<context>
    <name>AttemptModel</name>
    <message>
        <source>Asked, failed</source>
        <comment>outcome of asking the target whether it has the message</comment>
        <translation>Nachfrage misslang</translation>
    </message>
    <message>
        <source>none</source>
        <comment>the target gave no answer</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>column: number of a try to send</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>column: when a try to send began</comment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>column: outcome of a try to send</comment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>column: status and code that the target answered with</comment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>column: how long a try to send took</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Sent by</source>
        <comment>column: which program sent it</comment>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
</context>
<context>
    <name>AuditCommand</name>
    <message>
        <source>System</source>
        <comment>column</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>Resource</source>
        <comment>column: what was asked for</comment>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Effects</source>
        <comment>column: how many things were done</comment>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>Twice</source>
        <comment>column: effects that were there before</comment>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Sum</source>
        <comment>column: of amounts</comment>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Nothing was done twice.</source>
        <translation>Nichts wurde doppelt ausgeführt.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) with an effect that was done more than once:</source>
        <translation>
            <numerusform>%n Auftrag mit einer Wirkung, die mehr als einmal ausgeführt wurde:</numerusform>
            <numerusform>%n Aufträge mit einer Wirkung, die mehr als einmal ausgeführt wurde:</numerusform>
        </translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column: key of an order</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Scope</source>
        <comment>column: which of the order&apos;s</comment>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Times</source>
        <comment>column: how often it was done</comment>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Documents</source>
        <comment>column: references</comment>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Only the first %1 are listed; --json has all.</source>
        <translation>Nur die ersten %1 sind aufgeführt; --json zeigt alle.</translation>
    </message>
    <message>
        <source>Not compared with a database: none was named.</source>
        <translation>Mit keiner Datenbank verglichen: es ist keine angegeben.</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>When</source>
        <comment>column: time of a deed</comment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>column: who did it</comment>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: what somebody did</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why and what changed</source>
        <comment>column: reason and differences</comment>
        <translation>Warum und was sich änderte</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>Order data</source>
        <comment>what a step moves forward</comment>
        <translation>Auftragsdaten</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <comment>what a step moves forward</comment>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Money</source>
        <comment>what a step moves forward</comment>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Return</source>
        <comment>what a step moves forward</comment>
        <translation>Retoure</translation>
    </message>
</context>
<context>
    <name>Backlog</name>
    <message>
        <source>Awaiting ERP posting</source>
        <comment>a list of orders</comment>
        <translation>Wartet auf ERP-Buchung</translation>
    </message>
    <message>
        <source>Reservations pending</source>
        <comment>a list of orders whose stock reservation is not confirmed</comment>
        <translation>Reservierung ausstehend</translation>
    </message>
    <message>
        <source>Shipments not reconciled</source>
        <comment>a list of orders: not every system knows of the shipment</comment>
        <translation>Sendung nicht abgeglichen</translation>
    </message>
    <message>
        <source>Refunds not in finance</source>
        <comment>a list of orders</comment>
        <translation>Erstattung nicht verbucht</translation>
    </message>
</context>
<context>
    <name>BreachChart</name>
    <message>
        <source>Chart of open breaches by step and age</source>
        <translation>Diagramm der überfälligen Aufträge nach Schritt und Dauer</translation>
    </message>
    <message numerus="yes">
        <source>%1
Overdue %2: %n order(s)</source>
        <extracomment>Tool tip of a bar: step, how long overdue, number of orders</extracomment>
        <translation>
            <numerusform>%1
Überfällig %2: %n Auftrag</numerusform>
            <numerusform>%1
Überfällig %2: %n Aufträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BreachModel</name>
    <message>
        <source>under 15 min</source>
        <comment>how long overdue</comment>
        <translation>unter 15 min</translation>
    </message>
    <message>
        <source>15 min to 1 h</source>
        <comment>how long overdue</comment>
        <translation>15 min bis 1 h</translation>
    </message>
    <message>
        <source>1 to 4 h</source>
        <comment>how long overdue</comment>
        <translation>1 bis 4 h</translation>
    </message>
    <message>
        <source>4 to 24 h</source>
        <comment>how long overdue</comment>
        <translation>4 bis 24 h</translation>
    </message>
    <message>
        <source>1 to 3 days</source>
        <comment>how long overdue</comment>
        <translation>1 bis 3 Tage</translation>
    </message>
    <message>
        <source>over 3 days</source>
        <comment>how long overdue</comment>
        <translation>über 3 Tage</translation>
    </message>
    <message>
        <source>Orders in which this step is open and past its due time.</source>
        <translation>Aufträge, in denen dieser Schritt offen und überfällig ist.</translation>
    </message>
    <message>
        <source>Orders in which this step is open, not late yet, but past its warning time.</source>
        <translation>Aufträge, in denen dieser Schritt offen ist, noch nicht überfällig, aber über seiner Warnzeit.</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>column: a step of a process</comment>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Owed by</source>
        <comment>column: the system that must do the step</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>column: number of orders past due</comment>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Due soon</source>
        <comment>column: number of orders</comment>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>Orders in which this step is open and has been overdue for this long. Where it is open more than once, as with several shipments, the oldest counts.</source>
        <translation>Aufträge, in denen dieser Schritt offen und so lange überfällig ist. Ist er mehrfach offen, etwa bei mehreren Sendungen, zählt der älteste.</translation>
    </message>
</context>
<context>
    <name>BuiltInMappings</name>
    <message>
        <source>Built in: %1.</source>
        <translation>Eingebaut: %1.</translation>
    </message>
    <message>
        <source>The mapping file %1 cannot be read: %2.</source>
        <translation>Die Zuordnungsdatei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>There is no mapping file %1, and no built-in mapping of that name%2</source>
        <comment>%2 ends the sentence</comment>
        <translation>Es gibt keine Zuordnungsdatei %1 und keine eingebaute Zuordnung dieses Namens%2</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>The incident bundle is damaged or was cut off.</source>
        <translation>Das Störungspaket ist beschädigt oder wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>Have it sent again, or have it made again.</source>
        <translation>Lassen Sie es erneut senden oder neu erstellen.</translation>
    </message>
    <message>
        <source>This file is no incident bundle of Signalbox.</source>
        <translation>Diese Datei ist kein Störungspaket von Signalbox.</translation>
    </message>
    <message>
        <source>The incident bundle was made by a newer Signalbox (%1, format %2); this one reads format %3.</source>
        <translation>Das Störungspaket stammt von einem neueren Signalbox (%1, Format %2); dieses hier liest Format %3.</translation>
    </message>
    <message>
        <source>Open it with that version.</source>
        <translation>Öffnen Sie es mit jener Version.</translation>
    </message>
</context>
<context>
    <name>BundleCommand</name>
    <message>
        <source>Say what to put into it: exceptions, --orders, --matching or --group, one of them.</source>
        <translation>Sagen Sie, was hineinkommt: Ausnahmen, --orders, --matching oder --group, eines davon.</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s) by number</source>
        <translation>
            <numerusform>%n Ausnahme nach Nummer</numerusform>
            <numerusform>%n Ausnahmen nach Nummer</numerusform>
        </translation>
    </message>
    <message>
        <source>open exceptions with &quot;%1&quot;</source>
        <translation>offene Ausnahmen mit „%1“</translation>
    </message>
    <message>
        <source>%1: %2 orders, %3 messages, %4 exceptions, %5.</source>
        <translation>%1: %2 Aufträge, %3 Nachrichten, %4 Ausnahmen, %5.</translation>
    </message>
    <message>
        <source>There are more: a bundle holds the newest %1.</source>
        <translation>Es gibt mehr: Ein Paket enthält die neuesten %1.</translation>
    </message>
</context>
<context>
    <name>BundleDatabase</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is too large for an incident bundle.</source>
        <translation>%1 ist zu groß für ein Störungspaket.</translation>
    </message>
    <message>
        <source>The incident bundle was made by Signalbox %1 with schema %2; this one knows schemas up to %3.</source>
        <translation>Das Störungspaket stammt von Signalbox %1 mit Schema %2; dieses hier kennt Schemas bis %3.</translation>
    </message>
    <message>
        <source>Open it with that version.</source>
        <translation>Öffnen Sie es mit jener Version.</translation>
    </message>
    <message>
        <source>The incident bundle has a part that this Signalbox does not know: %1.</source>
        <translation>Das Störungspaket hat einen Teil, den dieses Signalbox nicht kennt: %1.</translation>
    </message>
    <message>
        <source>The incident bundle is damaged: %1 has no columns.</source>
        <translation>Das Störungspaket ist beschädigt: %1 hat keine Spalten.</translation>
    </message>
</context>
<context>
    <name>BundleSaver</name>
    <message>
        <source>Choose what belongs to the incident in Triage first.</source>
        <translation>Wählen Sie zuerst in der Triage, was zur Störung gehört.</translation>
    </message>
    <message>
        <source>Incident bundle</source>
        <translation>Störungspaket</translation>
    </message>
    <message>
        <source>Incident bundles (*.signalbox)</source>
        <comment>kinds of file</comment>
        <translation>Störungspakete (*.signalbox)</translation>
    </message>
    <message>
        <source>The incident bundle is being gathered …</source>
        <translation>Das Störungspaket wird zusammengestellt …</translation>
    </message>
    <message>
        <source>Incident bundle written: %1, %2</source>
        <extracomment>A file, its size</extracomment>
        <translation>Störungspaket geschrieben: %1, %2</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Around the clock</source>
        <comment>a calendar of working hours</comment>
        <translation>Rund um die Uhr</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <comment>a calendar of working hours</comment>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>Warehouse shifts</source>
        <comment>a calendar of working hours</comment>
        <translation>Schichten des Lagers</translation>
    </message>
    <message>
        <source>Office hours</source>
        <comment>a calendar of working hours</comment>
        <translation>Bürozeiten</translation>
    </message>
</context>
<context>
    <name>CalendarsPage</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A date with other hours than usual; then the same with a note such as a holiday&apos;s name</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>Calendars</source>
        <comment>list of business calendars</comment>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>%1 · times in %2</source>
        <comment>name and time zone of a calendar</comment>
        <translation>%1 · Zeiten in %2</translation>
    </message>
    <message>
        <source>Different on</source>
        <translation>Abweichend am</translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>(the whole content)</source>
        <translation>(der ganze Inhalt)</translation>
    </message>
    <message>
        <source>Field</source>
        <comment>column: of a payload</comment>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Was</source>
        <comment>column: value before an edit</comment>
        <translation>War</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>column: value in a payload that was delivered</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Becomes</source>
        <comment>column: value after an edit</comment>
        <translation>Wird</translation>
    </message>
    <message>
        <source>Here</source>
        <comment>column: value in this payload</comment>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Channel not known yet</source>
        <comment>of orders whose first event is missing</comment>
        <translation>Kanal noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>ChannelModel</name>
    <message>
        <source>every step</source>
        <translation>alle Schritte</translation>
    </message>
    <message>
        <source>How many orders there are, estimated by the database</source>
        <translation>Zahl der Aufträge, von der Datenbank geschätzt</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>column: where customers buy</comment>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column: a channel&apos;s short name</comment>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Orders follow</source>
        <comment>column: the process of a channel&apos;s orders</comment>
        <translation>Ablauf der Aufträge</translation>
    </message>
    <message>
        <source>Orders, about</source>
        <comment>column: estimated number of orders</comment>
        <translation>Aufträge, etwa</translation>
    </message>
    <message>
        <source>Has evidence of</source>
        <comment>column: steps that a channel supplies</comment>
        <translation>Nachweise für</translation>
    </message>
    <message>
        <source>never described: every step is expected</source>
        <comment>of a channel</comment>
        <translation>nie beschrieben: jeder Schritt wird erwartet</translation>
    </message>
    <message>
        <source>no step: none is expected</source>
        <comment>of a channel</comment>
        <translation>kein Schritt: keiner wird erwartet</translation>
    </message>
    <message>
        <source>An event named this channel, and nobody has said which steps it reports. So all steps of the process are expected, and late when nothing comes. Describe it with: signalboxctl channel put FILE</source>
        <translation>Ein Ereignis hat diesen Kanal genannt, und niemand hat gesagt, welche Schritte er meldet. Also werden alle Schritte des Ablaufs erwartet und gelten als verspätet, wenn nichts kommt. Beschreiben mit: signalboxctl channel put DATEI</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Screen reader: name of the axis, then its state; such as &quot;Target: breached&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Show this help</source>
        <translation>Diese Hilfe zeigen</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>Die Version zeigen</translation>
    </message>
    <message>
        <source>Database: a URI such as postgresql://host/database. Without it SIGNALBOX_DB, then libpq&apos;s variables (PGHOST, PGSERVICE, ...), then the embedded server.</source>
        <translation>Datenbank: eine URI wie postgresql://host/database. Ohne sie gilt SIGNALBOX_DB, dann die Variablen von libpq (PGHOST, PGSERVICE, ...), dann der eingebettete Server.</translation>
    </message>
    <message>
        <source>Write JSON instead of a table</source>
        <translation>JSON statt einer Tabelle ausgeben</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no connection.</source>
        <translation>Rückgabewerte: 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf, 3 keine Verbindung.</translation>
    </message>
    <message>
        <source>Create, migrate and examine a database</source>
        <translation>Eine Datenbank anlegen, migrieren und untersuchen</translation>
    </message>
    <message>
        <source>Create the schema</source>
        <translation>Das Schema anlegen</translation>
    </message>
    <message>
        <source>Bring the schema up to date</source>
        <translation>Das Schema auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>Say which database this is and how it stands</source>
        <translation>Zeigen, welche Datenbank es ist und wie es um sie steht</translation>
    </message>
    <message>
        <source>Look for what is wrong and say what to do</source>
        <translation>Fehler suchen und Abhilfe nennen</translation>
    </message>
    <message>
        <source>Derive the state of all orders again from their events</source>
        <translation>Den Stand aller Aufträge neu aus ihren Ereignissen ableiten</translation>
    </message>
    <message>
        <source>Take in events: a JSON array, one event per line, or a batch {&quot;events&quot;: [...]}</source>
        <translation>Ereignisse aufnehmen: ein JSON-Array, ein Ereignis je Zeile oder ein Stapel {&quot;events&quot;: [...]}</translation>
    </message>
    <message>
        <source>File with events; - for the standard input</source>
        <translation>Datei mit Ereignissen; - für die Standardeingabe</translation>
    </message>
    <message>
        <source>Turn CSV files or tables into events by a mapping</source>
        <translation>CSV-Dateien oder Tabellen nach einer Zuordnung in Ereignisse umwandeln</translation>
    </message>
    <message>
        <source>Mapping file, or the name of a built-in one: %1</source>
        <translation>Zuordnungsdatei oder Name einer eingebauten Zuordnung: %1</translation>
    </message>
    <message>
        <source>Folder with the CSV files</source>
        <translation>Ordner mit den CSV-Dateien</translation>
    </message>
    <message>
        <source>Send everything again, even what was imported before</source>
        <translation>Alles noch einmal senden, auch was schon importiert ist</translation>
    </message>
    <message>
        <source>A filter is such as: channel:pos,web state:failed age&gt;2h value&gt;=500 placed:today -channel:test</source>
        <translation>Ein Filter sieht etwa so aus: channel:pos,web state:failed age&gt;2h value&gt;=500 placed:today -channel:test</translation>
    </message>
    <message>
        <source>List orders</source>
        <translation>Aufträge auflisten</translation>
    </message>
    <message>
        <source>What to sort by</source>
        <translation>Wonach sortiert wird</translation>
    </message>
    <message>
        <source>The smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>List orders with a step that is overdue now</source>
        <translation>Aufträge mit einem jetzt überfälligen Schritt auflisten</translation>
    </message>
    <message>
        <source>Filter, as in the console</source>
        <translation>Filter wie in der Konsole</translation>
    </message>
    <message>
        <source>How many at most</source>
        <translation>Höchstzahl</translation>
    </message>
    <message>
        <source>Every one that matches</source>
        <translation>Alle Treffer</translation>
    </message>
    <message>
        <source>Show one order with everything that is known of it</source>
        <translation>Einen Auftrag mit allem zeigen, was über ihn bekannt ist</translation>
    </message>
    <message>
        <source>Its number, its key or an external reference</source>
        <translation>Seine Nummer, sein Schlüssel oder eine externe Referenz</translation>
    </message>
    <message>
        <source>&quot;signalboxctl --help&quot; shows what there is.</source>
        <translation>„signalboxctl --help“ zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>No command is given.</source>
        <translation>Es ist kein Befehl angegeben.</translation>
    </message>
    <message>
        <source>The command line is not understood: %1</source>
        <translation>Die Kommandozeile ist nicht verständlich: %1</translation>
    </message>
    <message>
        <source>Keep the embedded server running until Ctrl+C, for psql and other programs</source>
        <translation>Den eingebetteten Server bis Strg+C laufen lassen, für psql und andere Programme</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;%2</source>
        <comment>%2 ends the sentence</comment>
        <translation>Es gibt keinen Befehl „%1“%2</translation>
    </message>
    <message>
        <source>Usage</source>
        <comment>heading in the help: how to call the program</comment>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Arguments</source>
        <comment>heading in the help: what follows a command</comment>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <comment>placeholder in the help</comment>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <comment>placeholder in the help</comment>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <comment>in the help: this has to be given</comment>
        <translation>NÖTIG</translation>
    </message>
    <message>
        <source>TEXT</source>
        <comment>placeholder in the help: any text</comment>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <comment>placeholder in the help: a whole number</comment>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>Options</source>
        <comment>heading in the help</comment>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>There is no such option or argument here: %1.</source>
        <translation>Eine solche Option oder ein solches Argument gibt es hier nicht: %1.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Ein Befehl fehlt.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>Commands</source>
        <comment>heading in the help</comment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Order synchronisation from the command line: databases, events, imports, orders, missed targets, exceptions, replays.</source>
        <translation>Auftragsabgleich auf der Kommandozeile: Datenbanken, Ereignisse, Importe, Aufträge, verfehlte Ziele, Ausnahmen, Wiederholungen.</translation>
    </message>
    <message>
        <source>List open problems</source>
        <translation>Offene Probleme auflisten</translation>
    </message>
    <message>
        <source>Show one exception with its tries and what was done about it</source>
        <translation>Eine Ausnahme zeigen, mit ihren Versuchen und dem, was getan wurde</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Send messages again: first the plan, then the sending</source>
        <translation>Nachrichten erneut senden: erst der Plan, dann das Senden</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Show the plan and send nothing</source>
        <translation>Den Plan zeigen und nichts senden</translation>
    </message>
    <message>
        <source>Why, for the audit trail</source>
        <translation>Warum, für das Protokoll</translation>
    </message>
    <message>
        <source>What of the plan to send</source>
        <translation>Was vom Plan gesendet wird</translation>
    </message>
    <message>
        <source>Do not ask</source>
        <translation>Nicht nachfragen</translation>
    </message>
    <message>
        <source>Follow it to its end</source>
        <translation>Bis zum Ende verfolgen</translation>
    </message>
    <message>
        <source>Make exceptions yours</source>
        <translation>Ausnahmen übernehmen</translation>
    </message>
    <message>
        <source>Give exceptions to somebody</source>
        <translation>Ausnahmen jemandem zuweisen</translation>
    </message>
    <message>
        <source>Whom, by the name in the database</source>
        <translation>Wem, mit dem Namen in der Datenbank</translation>
    </message>
    <message>
        <source>Make exceptions nobody&apos;s</source>
        <translation>Ausnahmen freigeben</translation>
    </message>
    <message>
        <source>Write a note on exceptions</source>
        <translation>Eine Notiz zu Ausnahmen schreiben</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Was zu schreiben ist</translation>
    </message>
    <message>
        <source>Put exceptions aside for a time</source>
        <translation>Ausnahmen für eine Zeit zurückstellen</translation>
    </message>
    <message>
        <source>Until when, such as 2026-11-30T08:00</source>
        <translation>Bis wann, etwa 2026-11-30T08:00</translation>
    </message>
    <message>
        <source>For how long, such as 90m, 4h or 2d</source>
        <translation>Wie lange, etwa 90m, 4h oder 2d</translation>
    </message>
    <message>
        <source>Take exceptions up again before their time</source>
        <translation>Zurückgestellte Ausnahmen vorzeitig wieder aufnehmen</translation>
    </message>
    <message>
        <source>Close exceptions that were settled in another way</source>
        <translation>Ausnahmen schließen, die auf anderem Weg geklärt sind</translation>
    </message>
    <message>
        <source>How it was settled</source>
        <translation>Wie es geklärt wurde</translation>
    </message>
    <message>
        <source>What shows it, such as a document&apos;s number</source>
        <translation>Was es belegt, etwa die Nummer eines Belegs</translation>
    </message>
    <message>
        <source>List the last replays</source>
        <translation>Die letzten Wiederholungen auflisten</translation>
    </message>
    <message>
        <source>Show, pause, resume or cancel one replay</source>
        <translation>Eine Wiederholung zeigen, anhalten, fortsetzen oder abbrechen</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>Was mit ihr geschehen soll</translation>
    </message>
    <message>
        <source>List the flows: where they go, and how their messages stand</source>
        <translation>Die Flüsse auflisten: wohin sie gehen und wie ihre Nachrichten stehen</translation>
    </message>
    <message>
        <source>File with a JSON object or an array of them; - for the standard input</source>
        <translation>Datei mit einem JSON-Objekt oder einem Array davon; - für die Standardeingabe</translation>
    </message>
    <message>
        <source>Install flows</source>
        <translation>Flüsse einrichten</translation>
    </message>
    <message>
        <source>Install or change flows</source>
        <translation>Flüsse einrichten oder ändern</translation>
    </message>
    <message>
        <source>Install targets</source>
        <translation>Ziele einrichten</translation>
    </message>
    <message>
        <source>Install or change the targets that flows send to</source>
        <translation>Die Ziele einrichten oder ändern, an die Flüsse senden</translation>
    </message>
    <message>
        <source>Examine the audit trail</source>
        <translation>Das Protokoll prüfen</translation>
    </message>
    <message>
        <source>Look whether any entry was changed or taken out</source>
        <translation>Nachsehen, ob ein Eintrag geändert oder entfernt wurde</translation>
    </message>
    <message>
        <source>Install sales channels</source>
        <translation>Verkaufskanäle einrichten</translation>
    </message>
    <message>
        <source>Install or change sales channels and the processes that their orders follow</source>
        <translation>Verkaufskanäle einrichten oder ändern, mit den Prozessen, denen ihre Aufträge folgen</translation>
    </message>
    <message>
        <source>Install master data</source>
        <translation>Stammdaten einrichten</translation>
    </message>
    <message>
        <source>Install or change what is known of goods and channels, for payloads and routes</source>
        <translation>Einrichten oder ändern, was über Waren und Kanäle bekannt ist, für Inhalte und Wege</translation>
    </message>
    <message>
        <source>Change what is sent: first what would change, then the saving</source>
        <translation>Ändert, was gesendet wird: zuerst, was sich ändern würde, dann das Speichern</translation>
    </message>
    <message>
        <source>JSON Patch (RFC 6902) for all of them: a file, - or [...]</source>
        <translation>JSON Patch (RFC 6902) für alle: eine Datei, - oder [...]</translation>
    </message>
    <message>
        <source>File with the whole new content, for one</source>
        <translation>Datei mit dem ganzen neuen Inhalt, für eine</translation>
    </message>
    <message>
        <source>Show what would change and save nothing</source>
        <translation>Zeigen, was sich ändern würde, und nichts speichern</translation>
    </message>
    <message>
        <source>Then send them again</source>
        <translation>Danach noch einmal senden</translation>
    </message>
    <message>
        <source>Follow the replay to its end</source>
        <translation>Die Wiederholung bis zu ihrem Ende verfolgen</translation>
    </message>
    <message>
        <source>Nothing but what the patch names changes: white space, the spelling of numbers and the order of keys stay. The original is kept; what is sent is a new message to the target.</source>
        <translation>Nur was der Patch nennt, ändert sich: Leerraum, die Schreibweise von Zahlen und die Reihenfolge der Schlüssel bleiben. Das Original bleibt erhalten; für das Ziel ist es eine neue Nachricht.</translation>
    </message>
    <message>
        <source>Stages in per cent of what is sent, each with those before it, such as 1,5,25,100</source>
        <translation>Stufen in Prozent dessen, was gesendet wird, jede mit denen davor, etwa 1,5,25,100</translation>
    </message>
    <message>
        <source>In one stage</source>
        <translation>In einer Stufe</translation>
    </message>
    <message>
        <source>At most so many messages a second</source>
        <translation>Höchstens so viele Nachrichten in der Sekunde</translation>
    </message>
    <message>
        <source>Not before, such as 2026-11-30T22:00</source>
        <translation>Nicht vor, etwa 2026-11-30T22:00</translation>
    </message>
    <message>
        <source>Stop when more than so many per cent end with the same error</source>
        <translation>Stoppen, wenn mehr als so viel Prozent mit demselben Fehler enden</translation>
    </message>
    <message>
        <source>With --wait the exit code is 0 when every message is confirmed, else 1. A replay that the stop rule has stopped is not waited for; one that needs somebody else&apos;s approval is.</source>
        <translation>Mit --wait ist der Rückgabewert 0, wenn jede Nachricht bestätigt ist, sonst 1. Auf eine Wiederholung, die die Stoppregel gestoppt hat, wird nicht gewartet; auf eine, die jemand anderes genehmigen muss, schon.</translation>
    </message>
    <message>
        <source>Approve a replay that somebody else asked for, as it was planned</source>
        <translation>Eine Wiederholung genehmigen, die jemand anderes will, so wie sie geplant ist</translation>
    </message>
    <message>
        <source>What to say about it</source>
        <translation>Was dazu zu sagen ist</translation>
    </message>
    <message>
        <source>Reject a replay that somebody else asked for</source>
        <translation>Eine Wiederholung ablehnen, die jemand anderes will</translation>
    </message>
    <message>
        <source>Install limits</source>
        <translation>Grenzen einrichten</translation>
    </message>
    <message>
        <source>Replace the limits above which a second person approves a replay</source>
        <translation>Die Grenzen ersetzen, über denen eine zweite Person eine Wiederholung genehmigt</translation>
    </message>
    <message>
        <source>List the causes of open problems, the most urgent first</source>
        <translation>Die Ursachen offener Probleme auflisten, das Dringendste zuerst</translation>
    </message>
    <message>
        <source>Show one group of problems, or do something to it</source>
        <translation>Eine Gruppe von Problemen zeigen oder etwas mit ihr tun</translation>
    </message>
    <message>
        <source>assign: whom, by the name in the database</source>
        <translation>assign: wem, mit dem Namen in der Datenbank</translation>
    </message>
    <message>
        <source>note: what to write; rename: its name</source>
        <translation>note: was zu schreiben ist; rename: ihr Name</translation>
    </message>
    <message>
        <source>wait: for whom</source>
        <translation>wait: auf wen</translation>
    </message>
    <message>
        <source>wait, archive: until when, such as 2026-11-30T08:00</source>
        <translation>wait, archive: bis wann, etwa 2026-11-30T08:00</translation>
    </message>
    <message>
        <source>archive: back when more than so many are open</source>
        <translation>archive: wieder da, sobald mehr als so viele offen sind</translation>
    </message>
    <message>
        <source>resolve: how it was settled</source>
        <translation>resolve: wie es erledigt wurde</translation>
    </message>
    <message>
        <source>resolve: why, for the audit trail</source>
        <translation>resolve: warum, für das Protokoll</translation>
    </message>
    <message>
        <source>resolve: what shows it</source>
        <translation>resolve: was es belegt</translation>
    </message>
    <message>
        <source>Make one group of several, also for what comes later</source>
        <translation>Aus mehreren Gruppen eine machen, auch für alles, was noch kommt</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>The one that remains</source>
        <translation>Die, die bleibt</translation>
    </message>
    <message>
        <source>Make a group of its own of a part, also for what comes later</source>
        <translation>Aus einem Teil eine eigene Gruppe machen, auch für alles, was noch kommt</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>What the part has in common</source>
        <translation>Was der Teil gemeinsam hat</translation>
    </message>
    <message>
        <source>Its value, or words in the message</source>
        <translation>Der Wert oder Wörter in der Meldung</translation>
    </message>
    <message>
        <source>Undo a merge or a split</source>
        <translation>Ein Zusammenführen oder Abspalten rückgängig machen</translation>
    </message>
    <message>
        <source>Its number, as &quot;group&quot; shows it</source>
        <translation>Die Nummer, wie „group“ sie zeigt</translation>
    </message>
    <message>
        <source>Filter of problems, as in the console</source>
        <translation>Filter der Probleme, wie in der Konsole</translation>
    </message>
    <message>
        <source>Instead: all open ones that match this filter</source>
        <translation>Stattdessen: alle offenen, die zu diesem Filter passen</translation>
    </message>
    <message>
        <source>A filter is such as: tax flow:erp-* error:&quot;tax code&quot; owner:me due&lt;1h value&gt;=500 -channel:test</source>
        <translation>Ein Filter ist etwa: tax flow:erp-* error:&quot;tax code&quot; owner:me due&lt;1h value&gt;=500 -channel:test</translation>
    </message>
    <message>
        <source>Instead, or of these: the ones in this queue</source>
        <translation>Stattdessen, oder von diesen: die in dieser Liste</translation>
    </message>
    <message>
        <source>Do not ask before what --matching or --queue finds is closed</source>
        <translation>Nicht fragen, bevor geschlossen wird, was --matching oder --queue findet</translation>
    </message>
    <message>
        <source>Read this incident bundle instead of a database; nothing in it can be changed.</source>
        <translation>Dieses Störungspaket statt einer Datenbank lesen; nichts darin lässt sich ändern.</translation>
    </message>
    <message>
        <source>Tell the next shift what is open, in doubt, waiting for approval and changed</source>
        <translation>Der nächsten Schicht sagen, was offen und ungewiss ist, auf Genehmigung wartet und sich geändert hat</translation>
    </message>
    <message>
        <source>From when on changes count: a time such as 2026-11-30T06:00, a duration such as 8h, or &quot;last&quot; for your last handover; without it the last 8 hours</source>
        <translation>Ab wann Änderungen zählen: ein Zeitpunkt wie 2026-11-30T06:00, eine Dauer wie 8h oder „last“ für Ihre letzte Übergabe; sonst die letzten 8 Stunden</translation>
    </message>
    <message>
        <source>File to write; without it the standard output, which a PDF cannot go to</source>
        <translation>Zu schreibende Datei; sonst die Standardausgabe, wohin ein PDF nicht gehen kann</translation>
    </message>
    <message>
        <source>How many rows of each list at most</source>
        <translation>Wie viele Zeilen jeder Liste höchstens</translation>
    </message>
    <message>
        <source>Put orders with all that belongs to them into one file that another console opens</source>
        <translation>Aufträge mit allem, was dazugehört, in eine Datei legen, die eine andere Konsole öffnet</translation>
    </message>
    <message>
        <source>Exceptions, with their orders</source>
        <translation>Ausnahmen, mit ihren Aufträgen</translation>
    </message>
    <message>
        <source>Orders of this filter, as in the console</source>
        <translation>Aufträge dieses Filters, wie in der Konsole</translation>
    </message>
    <message>
        <source>All open exceptions with these words, with their orders</source>
        <translation>Alle offenen Ausnahmen mit diesen Wörtern, mit ihren Aufträgen</translation>
    </message>
    <message>
        <source>All open exceptions of this group, with their orders</source>
        <translation>Alle offenen Ausnahmen dieser Gruppe, mit ihren Aufträgen</translation>
    </message>
    <message>
        <source>File to write, such as incident.signalbox</source>
        <translation>Zu schreibende Datei, etwa stoerung.signalbox</translation>
    </message>
    <message>
        <source>Personal data is masked. A bundle holds up to %1 orders; &quot;signalbox --bundle FILE&quot; and &quot;signalboxctl --bundle FILE COMMAND&quot; open it.</source>
        <translation>Personenbezogenes wird unkenntlich gemacht. Ein Paket enthält bis zu %1 Aufträge; „signalbox --bundle DATEI“ und „signalboxctl --bundle DATEI BEFEHL“ öffnen es.</translation>
    </message>
    <message>
        <source>Also the filter of this saved view</source>
        <translation>Dazu der Filter dieser gespeicherten Ansicht</translation>
    </message>
    <message>
        <source>Take back your last decision on exceptions, if nothing has happened since</source>
        <translation>Die eigene letzte Entscheidung zu Problemen zurücknehmen, wenn seither nichts geschehen ist</translation>
    </message>
    <message>
        <source>List saved views: yours and those that are shared</source>
        <translation>Gespeicherte Ansichten auflisten: eigene und geteilte</translation>
    </message>
    <message>
        <source>Save, remove or share a view, or let a role begin with it</source>
        <translation>Eine Ansicht speichern, entfernen, teilen oder eine Rolle damit beginnen lassen</translation>
    </message>
    <message>
        <source>Save a filter under a name</source>
        <translation>Einen Filter unter einem Namen speichern</translation>
    </message>
    <message>
        <source>Its name; yours of that name is replaced</source>
        <translation>Der Name; eine eigene Ansicht dieses Namens wird ersetzt</translation>
    </message>
    <message>
        <source>Queue of Triage, such as mine or in_doubt</source>
        <translation>Liste der Triage, etwa mine oder in_doubt</translation>
    </message>
    <message>
        <source>Everybody may use it</source>
        <translation>Alle dürfen sie benutzen</translation>
    </message>
    <message>
        <source>Remove a view of yours</source>
        <translation>Eine eigene Ansicht entfernen</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>Let the people of a role begin with a shared view</source>
        <translation>Die Leute einer Rolle mit einer geteilten Ansicht beginnen lassen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>The view; left out: none</source>
        <translation>Die Ansicht; ohne Angabe: keine</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>Wohin sie gehört</translation>
    </message>
    <message>
        <source>Write, list or remove runbooks: what to do about a kind of error</source>
        <translation>Anleitungen schreiben, auflisten oder entfernen: was bei einer Art von Fehler zu tun ist</translation>
    </message>
    <message>
        <source>Write runbooks; one for the same problems is replaced</source>
        <translation>Anleitungen schreiben; eine für dieselben Probleme wird ersetzt</translation>
    </message>
    <message>
        <source>List the runbooks and what they are for</source>
        <translation>Die Anleitungen auflisten und wofür sie sind</translation>
    </message>
    <message>
        <source>Show a runbook</source>
        <translation>Eine Anleitung zeigen</translation>
    </message>
    <message>
        <source>Remove a runbook</source>
        <translation>Eine Anleitung entfernen</translation>
    </message>
    <message>
        <source>Put tags on orders, or take them away; tag:x in a filter finds them</source>
        <translation>Aufträgen Schlagwörter geben oder nehmen; tag:x in einem Filter findet sie</translation>
    </message>
    <message>
        <source>Numbers or keys of orders</source>
        <translation>Nummern oder Schlüssel von Aufträgen</translation>
    </message>
    <message>
        <source>A tag to put on them</source>
        <translation>Ein Schlagwort, das sie bekommen</translation>
    </message>
    <message>
        <source>A tag to take away</source>
        <translation>Ein Schlagwort, das sie verlieren</translation>
    </message>
    <message>
        <source>Ask the targets whether they have messages; nothing is sent</source>
        <translation>Die Ziele fragen, ob sie Nachrichten haben; nichts wird gesendet</translation>
    </message>
    <message>
        <source>Instead, or of these: the ones in this group</source>
        <translation>Stattdessen, oder von diesen: die dieser Gruppe</translation>
    </message>
    <message>
        <source>Show which can be asked about, and ask nothing</source>
        <translation>Zeigen, nach welchen gefragt werden kann, und nichts fragen</translation>
    </message>
    <message>
        <source>What the target has, as far as its flow says what must be equal, is resolved with its number. What it does not have has failed for certain and can be replayed. With --wait the exit code is 0 when there is an answer for every message that could be asked about.</source>
        <translation>Was das Ziel hat, soweit der Fluss sagt, was gleich sein muss, wird mit dessen Nummer erledigt. Was es nicht hat, ist sicher fehlgeschlagen und kann wiederholt werden. Mit --wait ist der Rückgabewert 0, wenn es zu jeder Nachricht, nach der gefragt werden konnte, eine Antwort gibt.</translation>
    </message>
    <message>
        <source>Also the filter of this saved view, and its queue without --queue</source>
        <translation>Dazu der Filter dieser gespeicherten Ansicht und, ohne --queue, ihre Liste</translation>
    </message>
    <message>
        <source>There is no such command here: %1.</source>
        <translation>Diesen Befehl gibt es hier nicht: %1.</translation>
    </message>
    <message>
        <source>What to sort by; left out: the newest first</source>
        <translation>Wonach sortiert wird; weggelassen: das Neueste zuerst</translation>
    </message>
    <message>
        <source>What to sort by; left out: the time that is left, then value at risk</source>
        <translation>Wonach sortiert wird; weggelassen: nach verbleibender Zeit, dann gefährdetem Wert</translation>
    </message>
    <message>
        <source>Queue: open, new, mine, unassigned, in_doubt, breaching, overdue, regressed, snoozed, awaiting_approval, resolved, or a team</source>
        <translation>Liste: open, new, mine, unassigned, in_doubt, breaching, overdue, regressed, snoozed, awaiting_approval, resolved oder ein Team</translation>
    </message>
    <message>
        <source>Queue: open, new, mine, unassigned, in_doubt, breaching, overdue, regressed, snoozed, awaiting_approval, or a team</source>
        <translation>Liste: open, new, mine, unassigned, in_doubt, breaching, overdue, regressed, snoozed, awaiting_approval oder ein Team</translation>
    </message>
    <message>
        <source>The output could not be written: %1</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Go to triage</source>
        <translation>Zur Triage</translation>
    </message>
    <message>
        <source>Go to orders</source>
        <translation>Zu den Aufträgen</translation>
    </message>
    <message>
        <source>Go to operations</source>
        <translation>Zu den Vorgängen</translation>
    </message>
    <message>
        <source>Go to health</source>
        <translation>Zum Zustand</translation>
    </message>
    <message>
        <source>Go to rules and targets</source>
        <translation>Zu Regeln und Zielen</translation>
    </message>
    <message>
        <source>Search orders and commands</source>
        <translation>Aufträge und Befehle suchen</translation>
    </message>
    <message>
        <source>Filter the orders</source>
        <translation>Aufträge filtern</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen Hell und Dunkel wechseln</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Next row (Shift extends)</source>
        <translation>Nächste Zeile (Umschalt erweitert)</translation>
    </message>
    <message>
        <source>Previous row (Shift extends)</source>
        <translation>Vorige Zeile (Umschalt erweitert)</translation>
    </message>
    <message>
        <source>Go to the filter</source>
        <translation>Zum Filter</translation>
    </message>
    <message>
        <source>Filter by the cell, again to take it out</source>
        <translation>Nach der Zelle filtern, nochmals hebt es auf</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Auftrag öffnen</translation>
    </message>
    <message>
        <source>Open the order at its timeline</source>
        <translation>Zeitleiste des Auftrags öffnen</translation>
    </message>
    <message>
        <source>Show new orders</source>
        <translation>Neue Aufträge anzeigen</translation>
    </message>
    <message>
        <source>Take: it becomes yours</source>
        <translation>Selbst übernehmen</translation>
    </message>
    <message>
        <source>Resolve as a duplicate</source>
        <translation>Als doppelt erledigen</translation>
    </message>
    <message>
        <source>Archive a group until a time or a number</source>
        <translation>Gruppe bis zu einer Zeit oder Zahl ablegen</translation>
    </message>
    <message>
        <source>Snooze, wake; a group: wait for somebody</source>
        <translation>Zurückstellen, wecken; Gruppe: auf jemanden warten</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Plan a replay</source>
        <translation>Wiederholung planen</translation>
    </message>
    <message>
        <source>Edit what is sent, then plan a replay</source>
        <translation>Ändern, was gesendet wird, dann wiederholen</translation>
    </message>
    <message>
        <source>What is different, and what helped before</source>
        <translation>Was anders ist und was früher half</translation>
    </message>
    <message>
        <source>Choose all that match</source>
        <translation>Alle wählen, die passen</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>By cause, or each problem by itself</source>
        <translation>Nach Ursache oder jedes Problem einzeln</translation>
    </message>
    <message>
        <source>Merge groups</source>
        <translation>Gruppen zusammenführen</translation>
    </message>
    <message>
        <source>Split a group</source>
        <translation>Gruppe aufteilen</translation>
    </message>
    <message>
        <source>Sort the groups anew</source>
        <translation>Gruppen neu sortieren</translation>
    </message>
    <message>
        <source>Pause, go on</source>
        <translation>Anhalten, weitermachen</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>Rest abbrechen</translation>
    </message>
    <message>
        <source>Approve or reject</source>
        <translation>Genehmigen oder ablehnen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>In einer Liste</translation>
    </message>
    <message>
        <source>In triage</source>
        <translation>In der Triage</translation>
    </message>
    <message>
        <source>In an operation</source>
        <translation>In einem Vorgang</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>In den Aufträgen</translation>
    </message>
    <message>
        <source>Handover report</source>
        <translation>Schichtübergabe</translation>
    </message>
    <message>
        <source>Incident bundle of what is chosen</source>
        <translation>Störungspaket aus dem Gewählten</translation>
    </message>
    <message>
        <source>Tags of the order</source>
        <translation>Schlagwörter des Auftrags</translation>
    </message>
    <message>
        <source>Ask the targets whether they have it; nothing is sent</source>
        <translation>Die Ziele fragen, ob sie es haben; nichts wird gesendet</translation>
    </message>
    <message>
        <source>Acknowledge a group: we know of it</source>
        <translation>Gruppe zur Kenntnis nehmen: Es ist bekannt</translation>
    </message>
    <message>
        <source>Investigate a group: somebody looks into it</source>
        <translation>Gruppe untersuchen: Jemand geht der Sache nach</translation>
    </message>
    <message>
        <source>Take a group up again</source>
        <translation>Gruppe wieder aufnehmen</translation>
    </message>
    <message>
        <source>Give a group back to the team</source>
        <translation>Gruppe zurück ans Team geben</translation>
    </message>
    <message>
        <source>Watch a group</source>
        <translation>Gruppe beobachten</translation>
    </message>
    <message>
        <source>Stop watching a group</source>
        <translation>Gruppe nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Name a group</source>
        <translation>Gruppe benennen</translation>
    </message>
    <message>
        <source>Sort by the column of the cursor, again the other way, then as usual</source>
        <translation>Nach der Spalte der Schreibmarke sortieren, nochmals andersherum, dann wie üblich</translation>
    </message>
    <message>
        <source>Open the newest problem of a group</source>
        <translation>Das neueste Problem einer Gruppe öffnen</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>What could come next</source>
        <translation>Mögliche Fortsetzungen</translation>
    </message>
</context>
<context>
    <name>ConnectionProbe</name>
    <message>
        <source>No database server is running at the socket %1.</source>
        <translation>Am Socket %1 läuft kein Datenbankserver.</translation>
    </message>
    <message>
        <source>Start the server, or check the host and port.</source>
        <translation>Den Server starten oder Host und Port prüfen.</translation>
    </message>
    <message>
        <source>The database server at the socket %1 does not answer: %2</source>
        <translation>Der Datenbankserver am Socket %1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>Check that the server is running and that you may enter its folder.</source>
        <translation>Prüfen, ob der Server läuft und ob Zugang zu seinem Ordner besteht.</translation>
    </message>
    <message>
        <source>No safe connection to %1 could be made: %2</source>
        <translation>Keine sichere Verbindung zu %1 möglich: %2</translation>
    </message>
    <message>
        <source>A remote server must prove who it is: put the authority&apos;s certificate into ~/.postgresql/root.crt or name it with sslrootcert=...; sslmode=require encrypts without that proof.</source>
        <translation>Ein entfernter Server muss sich ausweisen: das Zertifikat der Zertifizierungsstelle in ~/.postgresql/root.crt ablegen oder mit sslrootcert=... angeben; sslmode=require verschlüsselt ohne diesen Nachweis.</translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation>Es gibt keinen Host namens %1.</translation>
    </message>
    <message>
        <source>Check the spelling of the host and the network connection.</source>
        <translation>Schreibweise des Hosts und Netzwerkverbindung prüfen.</translation>
    </message>
    <message>
        <source>The database server %1 does not answer: %2</source>
        <translation>Der Datenbankserver %1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>Check that the server is running, and that host and port are right.</source>
        <translation>Prüfen, ob der Server läuft und ob Host und Port stimmen.</translation>
    </message>
    <message>
        <source>The database server asks for the password of %1, and none was given.</source>
        <translation>Der Datenbankserver verlangt das Passwort von %1, doch es ist keines angegeben.</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
</context>
<context>
    <name>ConnectionSettings</name>
    <message>
        <source>%1 does not name a database in a form that PostgreSQL understands.</source>
        <translation>%1 benennt keine Datenbank in einer Form, die PostgreSQL versteht.</translation>
    </message>
    <message>
        <source>%1 does not name a database in a form that PostgreSQL understands: %2</source>
        <translation>%1 benennt keine Datenbank in einer Form, die PostgreSQL versteht: %2</translation>
    </message>
    <message>
        <source>Write it as postgresql://user@host:5432/database (special characters percent-encoded), or as &quot;host=... dbname=... user=...&quot;.</source>
        <translation>Als postgresql://user@host:5432/database schreiben (Sonderzeichen prozentkodiert) oder als &quot;host=... dbname=... user=...&quot;.</translation>
    </message>
    <message>
        <source>the embedded database</source>
        <translation>die eingebettete Datenbank</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Starting the private database …</source>
        <translation>Private Datenbank startet …</translation>
    </message>
    <message>
        <source>Connecting to the database …</source>
        <translation>Verbindung zur Datenbank wird hergestellt …</translation>
    </message>
    <message>
        <source>Filling in the sample orders …</source>
        <translation>Beispielaufträge werden eingefüllt …</translation>
    </message>
    <message>
        <source>Opening the incident bundle …</source>
        <translation>Das Störungspaket wird geöffnet …</translation>
    </message>
    <message>
        <source>Signalbox also tries again by itself.</source>
        <translation>Signalbox versucht es auch von selbst wieder.</translation>
    </message>
</context>
<context>
    <name>CountButton</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Screen reader: quick filter and how many orders it shows, such as &quot;Failed, 12&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The header of %1 cannot be read: %2</source>
        <translation>Die Kopfzeile von %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The file %1 is empty: its first line should name the columns.</source>
        <translation>Die Datei %1 ist leer: Ihre erste Zeile sollte die Spalten benennen.</translation>
    </message>
    <message>
        <source>The header of %1 names the column &quot;%2&quot; twice.</source>
        <translation>Die Kopfzeile von %1 nennt die Spalte „%2“ zweimal.</translation>
    </message>
</context>
<context>
    <name>CsvSource</name>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>Name the folder that holds the CSV files.</source>
        <translation>Den Ordner mit den CSV-Dateien angeben.</translation>
    </message>
    <message>
        <source>There is no file %1 in %2.</source>
        <translation>Es gibt keine Datei %1 in %2.</translation>
    </message>
    <message>
        <source>The mapping &quot;%1&quot; reads it; name the folder that holds it.</source>
        <translation>Die Zuordnung „%1“ liest sie; den Ordner angeben, der sie enthält.</translation>
    </message>
    <message>
        <source>Correct the file or the mapping &quot;%1&quot;.</source>
        <translation>Die Datei oder die Zuordnung „%1“ berichtigen.</translation>
    </message>
    <message>
        <source>The header of %1 (line 1) has no column &quot;%2&quot;</source>
        <translation>Die Kopfzeile von %1 (Zeile 1) hat keine Spalte „%2“</translation>
    </message>
</context>
<context>
    <name>DataAge</name>
    <message>
        <source>reconnecting</source>
        <comment>state of the connection</comment>
        <translation>verbindet erneut</translation>
    </message>
    <message>
        <source>connecting</source>
        <comment>state of the connection</comment>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>live, %1 s</source>
        <extracomment>How old the data is; %1 is a number of seconds such as 0.2</extracomment>
        <translation>live, %1 s</translation>
    </message>
    <message>
        <source>no connection</source>
        <comment>state of the connection</comment>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>veraltet seit %1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <source>The database answered this long ago; changes show by themselves.</source>
        <translation>Vor so langer Zeit hat die Datenbank geantwortet; Änderungen erscheinen von selbst.</translation>
    </message>
    <message>
        <source>What is shown may be old.</source>
        <translation>Die Anzeige kann veraltet sein.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <extracomment>How old the data of an incident bundle is; %1 is a time</extracomment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>This is an incident bundle: it does not change any more.</source>
        <translation>Dies ist ein Störungspaket: Es ändert sich nicht mehr.</translation>
    </message>
</context>
<context>
    <name>DatabaseCommand</name>
    <message>
        <source>This database has no Signalbox schema yet: %1</source>
        <translation>Diese Datenbank hat noch kein Signalbox-Schema: %1</translation>
    </message>
    <message>
        <source>Check that it is the right database, then run: signalboxctl db init</source>
        <translation>Prüfen, ob es die richtige Datenbank ist, dann ausführen: signalboxctl db init</translation>
    </message>
    <message>
        <source>Nothing to do: the schema is at version %1.</source>
        <translation>Nichts zu tun: Das Schema hat Version %1.</translation>
    </message>
    <message>
        <source>Applied %1</source>
        <translation>%1 angewendet</translation>
    </message>
    <message>
        <source>The schema is at version %1 now.</source>
        <translation>Das Schema hat jetzt Version %1.</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>the database schema is not there</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>version %1, this program needs %2</source>
        <translation>Version %1, dieses Programm braucht %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <comment>of the database schema</comment>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>version %1, newer than this program (%2)</source>
        <translation>Version %1, neuer als dieses Programm (%2)</translation>
    </message>
    <message>
        <source>altered: %1</source>
        <translation>verändert: %1</translation>
    </message>
    <message>
        <source>URI</source>
        <comment>address of a database</comment>
        <translation>URI</translation>
    </message>
    <message>
        <source>Server</source>
        <comment>kind of database server</comment>
        <translation>Server</translation>
    </message>
    <message>
        <source>given by you or by the environment</source>
        <translation>durch Angabe oder Umgebung bestimmt</translation>
    </message>
    <message>
        <source>Schema</source>
        <comment>database schema</comment>
        <translation>Schema</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <comment>server version</comment>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Environment</source>
        <comment>production, test, ...</comment>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>User</source>
        <comment>database role</comment>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>no role</source>
        <comment>has no group role of ours</comment>
        <translation>keine Rolle</translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>how many</comment>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>how many</comment>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Set aside</source>
        <comment>events that could not be taken</comment>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Last event</source>
        <comment>when it happened</comment>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>no event</comment>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>of the database on disk</comment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Check</source>
        <comment>column: what was looked at</comment>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Verdict</source>
        <comment>column: ok, warning, failed</comment>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Found</source>
        <comment>column: what was found and what to do</comment>
        <translation>Befund</translation>
    </message>
    <message>
        <source>ok</source>
        <comment>verdict of a check</comment>
        <translation>ok</translation>
    </message>
    <message>
        <source>warning</source>
        <comment>verdict of a check</comment>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>verdict of a check</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>embedded: it runs while a Signalbox program uses it; &quot;signalboxctl db serve&quot; keeps it running</source>
        <translation>eingebettet: läuft, solange ein Signalbox-Programm ihn nutzt; „signalboxctl db serve“ hält ihn am Laufen</translation>
    </message>
    <message>
        <source>This database has a server of its own; only the embedded one can be kept running.</source>
        <translation>Diese Datenbank hat einen eigenen Server; nur der eingebettete lässt sich am Laufen halten.</translation>
    </message>
    <message>
        <source>Leave out --db and SIGNALBOX_DB for the embedded one.</source>
        <translation>Für den eingebetteten --db und SIGNALBOX_DB weglassen.</translation>
    </message>
    <message>
        <source>The embedded server runs until Ctrl+C.</source>
        <translation>Der eingebettete Server läuft bis Strg+C.</translation>
    </message>
    <message>
        <source>not Signalbox&apos;s</source>
        <comment>the database schema belongs to somebody else</comment>
        <translation>nicht von Signalbox</translation>
    </message>
</context>
<context>
    <name>DatabaseError</name>
    <message>
        <source>The database server is starting up or shutting down: %1</source>
        <translation>Der Datenbankserver startet gerade oder fährt herunter: %1</translation>
    </message>
    <message>
        <source>The database server has no free connection: %1</source>
        <translation>Der Datenbankserver hat keine freie Verbindung: %1</translation>
    </message>
    <message>
        <source>There is no such database on the server: %1</source>
        <translation>Diese Datenbank gibt es auf dem Server nicht: %1</translation>
    </message>
    <message>
        <source>The connection to the database was lost.</source>
        <translation>Die Verbindung zur Datenbank ist verloren.</translation>
    </message>
    <message>
        <source>The connection to the database was lost: %1</source>
        <translation>Die Verbindung zur Datenbank ist verloren: %1</translation>
    </message>
    <message>
        <source>The database server refused to sign you in: %1</source>
        <translation>Der Datenbankserver hat die Anmeldung abgelehnt: %1</translation>
    </message>
    <message>
        <source>The connection was lost before the database confirmed: the change may or may not have been made.</source>
        <translation>Die Verbindung brach ab, bevor die Datenbank bestätigte: Die Änderung kann erfolgt sein oder auch nicht.</translation>
    </message>
    <message>
        <source>Another change got in the way: %1</source>
        <translation>Eine andere Änderung kam dazwischen: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <comment>an operation was given up</comment>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The database does not allow this to you: %1</source>
        <translation>Die Datenbank erlaubt das nicht: %1</translation>
    </message>
    <message>
        <source>The database is not set up for this version of Signalbox: %1</source>
        <translation>Die Datenbank ist für diese Version von Signalbox nicht eingerichtet: %1</translation>
    </message>
    <message>
        <source>The database reported an error without a message.</source>
        <translation>Die Datenbank meldete einen Fehler ohne Text.</translation>
    </message>
    <message>
        <source>Check the database name, or create it with createdb and then run: signalboxctl db init</source>
        <translation>Den Namen der Datenbank prüfen oder sie mit createdb anlegen und dann ausführen: signalboxctl db init</translation>
    </message>
    <message>
        <source>It usually accepts connections again within seconds.</source>
        <translation>In der Regel nimmt er nach wenigen Sekunden wieder Verbindungen an.</translation>
    </message>
    <message>
        <source>Close other programs that use the database, or raise max_connections on the server.</source>
        <translation>Andere Programme schließen, die die Datenbank nutzen, oder max_connections auf dem Server erhöhen.</translation>
    </message>
    <message>
        <source>The disk of the database server is full: make room there.</source>
        <translation>Die Festplatte des Datenbankservers ist voll: dort Platz schaffen.</translation>
    </message>
    <message>
        <source>This server is a read-only standby: connect to the primary to change something.</source>
        <translation>Dieser Server ist eine Kopie nur zum Lesen: für Änderungen mit dem Primärserver verbinden.</translation>
    </message>
    <message>
        <source>Check the user name, and the password in ~/.pgpass or PGPASSWORD; pg_hba.conf on the server says who may connect.</source>
        <translation>Den Benutzernamen und das Passwort in ~/.pgpass oder PGPASSWORD prüfen; pg_hba.conf auf dem Server bestimmt, wer sich verbinden darf.</translation>
    </message>
    <message>
        <source>Look whether it happened before you do it again.</source>
        <translation>Vor einem neuen Versuch nachsehen, ob es geschehen ist.</translation>
    </message>
    <message>
        <source>Nothing was changed; try again.</source>
        <translation>Nichts wurde geändert; bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>signalboxctl db status says what is there; signalboxctl db migrate sets it up.</source>
        <translation>signalboxctl db status zeigt den Stand; signalboxctl db migrate richtet sie ein.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>Ask an administrator for the role %1.</source>
        <comment>such as signalbox_support</comment>
        <translation>Bei der Administration die Rolle %1 erbitten.</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>Back to the team</source>
        <comment>button: nobody owns it any more</comment>
        <translation>Zurück ans Team</translation>
    </message>
    <message>
        <source>Nobody owns it any more</source>
        <translation>Niemand ist mehr zuständig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button: do nothing</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave it as it is (Esc)</source>
        <translation>So lassen (Esc)</translation>
    </message>
    <message>
        <source>Name of the user</source>
        <translation>Name des Benutzers</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Zuweisen an</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What did you find out? Everybody can read it.</source>
        <translation>Was ist bekannt? Alle können es lesen.</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>Tomorrow 8:00</source>
        <translation>Morgen 8:00</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Zurückstellen bis</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Such as a document number or a ticket</source>
        <translation>Etwa eine Belegnummer oder ein Ticket</translation>
    </message>
    <message>
        <source>It is</source>
        <comment>caption: why a problem is none any more</comment>
        <translation>Es ist</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>caption: why a problem is none any more, in own words</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Evidence</source>
        <comment>caption: what shows that it is so</comment>
        <translation>Beleg</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n problem(s)</source>
        <translation>
            <numerusform>%n Problem zuweisen</numerusform>
            <numerusform>%n Probleme zuweisen</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign</source>
        <comment>button</comment>
        <translation>Zuweisen</translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n problem(s)</source>
        <translation>
            <numerusform>%n Problem zurückstellen</numerusform>
            <numerusform>%n Probleme zurückstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Until then</source>
        <comment>button: snooze until the time that was entered</comment>
        <translation>Bis dahin</translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n problem(s)</source>
        <translation>
            <numerusform>%n Problem erledigen</numerusform>
            <numerusform>%n Probleme erledigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve</source>
        <comment>button</comment>
        <translation>Erledigen</translation>
    </message>
    <message numerus="yes">
        <source>Note on %n problem(s)</source>
        <translation>
            <numerusform>Notiz zu %n Problem</numerusform>
            <numerusform>Notiz zu %n Problemen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>An wen?</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Ein Grund ist nötig.</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <extracomment>Tool tip of a button: its key</extracomment>
        <translation>%1 (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Messages are sent: what was done before for these orders is taken back, as far as their flows provide for it.</source>
        <translation>Es werden Nachrichten gesendet: Was für diese Aufträge schon getan war, wird zurückgenommen, soweit ihre Flüsse es vorsehen.</translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>Took it</source>
        <comment>what somebody did</comment>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Assigned it</source>
        <comment>what somebody did</comment>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Gave it back</source>
        <comment>what somebody did</comment>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Wrote a note</source>
        <comment>what somebody did</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Snoozed it</source>
        <comment>what somebody did</comment>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Woke it up</source>
        <comment>what somebody did</comment>
        <translation>Hervorgeholt</translation>
    </message>
    <message>
        <source>Resolved it</source>
        <comment>what somebody did</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Sent it again</source>
        <comment>what somebody did</comment>
        <translation>Erneut gesendet</translation>
    </message>
    <message>
        <source>Edited it</source>
        <comment>what somebody did</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Paused it</source>
        <comment>what somebody did</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <comment>what somebody did</comment>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Cancelled it</source>
        <comment>what somebody did</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Acknowledged it</source>
        <comment>what somebody did</comment>
        <translation>Zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>Began to look into it</source>
        <comment>what somebody did</comment>
        <translation>Untersuchung begonnen</translation>
    </message>
    <message>
        <source>Let it wait for somebody</source>
        <comment>what somebody did</comment>
        <translation>Auf jemanden warten lassen</translation>
    </message>
    <message>
        <source>Archived it</source>
        <comment>what somebody did</comment>
        <translation>Abgelegt</translation>
    </message>
    <message>
        <source>Took it up again</source>
        <comment>what somebody did</comment>
        <translation>Wieder aufgenommen</translation>
    </message>
    <message>
        <source>Watches it</source>
        <comment>what somebody did</comment>
        <translation>Beobachtet es</translation>
    </message>
    <message>
        <source>Stopped watching it</source>
        <comment>what somebody did</comment>
        <translation>Beobachtet es nicht mehr</translation>
    </message>
    <message>
        <source>Named it</source>
        <comment>what somebody did</comment>
        <translation>Benannt</translation>
    </message>
    <message>
        <source>Merged it with others</source>
        <comment>what somebody did</comment>
        <translation>Mit anderen zusammengeführt</translation>
    </message>
    <message>
        <source>Split it</source>
        <comment>what somebody did</comment>
        <translation>Aufgeteilt</translation>
    </message>
    <message>
        <source>Took the merge apart</source>
        <comment>what somebody did</comment>
        <translation>Zusammenführung gelöst</translation>
    </message>
    <message>
        <source>Took the split back</source>
        <comment>what somebody did</comment>
        <translation>Aufteilung zurückgenommen</translation>
    </message>
    <message>
        <source>Asked for approval</source>
        <comment>what somebody did</comment>
        <translation>Genehmigung erbeten</translation>
    </message>
    <message>
        <source>Approved it</source>
        <comment>what somebody did</comment>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected it</source>
        <comment>what somebody did</comment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Stopped it: too much failed</source>
        <comment>what somebody did</comment>
        <translation>Angehalten: zu viel schlug fehl</translation>
    </message>
    <message>
        <source>Took back the last decision</source>
        <comment>what somebody did</comment>
        <translation>Letzte Entscheidung zurückgenommen</translation>
    </message>
    <message>
        <source>Asked whether it is there</source>
        <comment>what somebody did</comment>
        <translation>Hat gefragt, ob es da ist</translation>
    </message>
</context>
<context>
    <name>DeliveryCommand</name>
    <message>
        <source>There are no flows yet; &quot;signalboxctl flow put&quot; installs them.</source>
        <translation>Es gibt noch keine Flüsse; „signalboxctl flow put“ richtet sie ein.</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>column: a flow&apos;s name</comment>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>column: where messages go</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Breaker</source>
        <comment>column: whether messages are let through</comment>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Remark</source>
        <comment>column: of a flow</comment>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>switched off</source>
        <comment>of a flow</comment>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Name a file with definitions, or - for the standard input.</source>
        <translation>Nennen Sie eine Datei mit Definitionen oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>The file %1 is no JSON: %2</source>
        <translation>Die Datei %1 ist kein JSON: %2</translation>
    </message>
    <message>
        <source>The file %1 must hold one definition, an object, or an array of them.</source>
        <translation>Die Datei %1 muss eine Definition enthalten, ein Objekt, oder ein Array davon.</translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s) installed.</source>
        <translation>
            <numerusform>%n Fluss eingerichtet.</numerusform>
            <numerusform>%n Flüsse eingerichtet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) installed.</source>
        <translation>
            <numerusform>%n Ziel eingerichtet.</numerusform>
            <numerusform>%n Ziele eingerichtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit trail is broken: entry %1 does not follow from the one before.</source>
        <translation>Das Protokoll ist verletzt: Eintrag %1 folgt nicht aus dem vorigen.</translation>
    </message>
    <message>
        <source>It was changed, or one before it was taken out, by somebody with the owner&apos;s rights.</source>
        <translation>Er wurde geändert oder einer davor entfernt, von jemandem mit den Rechten des Eigentümers.</translation>
    </message>
    <message>
        <source>The audit trail holds: %1 entries, each follows from the one before.</source>
        <translation>Das Protokoll ist unversehrt: %1 Einträge, jeder folgt aus dem vorigen.</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) installed.</source>
        <translation>
            <numerusform>%n Kanal eingerichtet.</numerusform>
            <numerusform>%n Kanäle eingerichtet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n master record(s) installed.</source>
        <translation>
            <numerusform>%n Stammdatensatz eingerichtet.</numerusform>
            <numerusform>%n Stammdatensätze eingerichtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; count the newest messages only, those since %3; all others count every message.</source>
        <extracomment>Below the list of flows. %1, %2: columns of it (delivered, cancelled), %3: date and time</extracomment>
        <translation>„%1“ und „%2“ zählen nur die neuesten Nachrichten, die seit %3; alle anderen Spalten zählen jede Nachricht.</translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s) installed.</source>
        <translation>
            <numerusform>%n Grenze eingerichtet.</numerusform>
            <numerusform>%n Grenzen eingerichtet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryText</name>
    <message>
        <source>Pending</source>
        <comment>status of a message</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Delivering</source>
        <comment>status of a message</comment>
        <translation>In Zustellung</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>status of a message</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Retrying</source>
        <comment>status of a message</comment>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>status of a message</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>In doubt</source>
        <comment>status of a message</comment>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>status of a message</comment>
        <translation>Hinfällig</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>a breaker that lets messages through</comment>
        <translation>Durchlässig</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a breaker that holds messages back</comment>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Probing</source>
        <comment>a breaker that lets one message through to see</comment>
        <translation>Tastet</translation>
    </message>
    <message>
        <source>%1 safe: nothing reached the target, or it knows the key</source>
        <translation>%1 gefahrlos: Nichts hat das Ziel erreicht, oder es kennt den Schlüssel</translation>
    </message>
    <message>
        <source>%1 to verify first: the target is asked before anything is sent</source>
        <translation>%1 erst zu prüfen: Das Ziel wird gefragt, bevor etwas gesendet wird</translation>
    </message>
    <message>
        <source>%1 would fail again: fix the cause first</source>
        <translation>%1 würden wieder scheitern: Erst die Ursache beheben</translation>
    </message>
    <message>
        <source>%1 done already: the effect is there</source>
        <translation>%1 schon geschehen: Die Wirkung ist da</translation>
    </message>
    <message>
        <source>%1 not allowed to you</source>
        <translation>%1 Ihnen nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 not failed, or not any more</source>
        <translation>%1 nicht gescheitert oder nicht mehr</translation>
    </message>
    <message>
        <source>%1 to verify by hand: the outcome is unknown, and the target cannot be asked</source>
        <translation>%1 von Hand zu prüfen: Der Ausgang ist unbekannt, und das Ziel kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>%1 confirmed + %2 failed + %3 skipped + %4 in doubt + %5 not started = %6</source>
        <translation>%1 bestätigt + %2 gescheitert + %3 übergangen + %4 unklar + %5 nicht begonnen = %6</translation>
    </message>
    <message>
        <source>%1, stage %2 of %3</source>
        <extracomment>State of an operation, number of the stage, how many stages there are</extracomment>
        <translation>%1, Stufe %2 von %3</translation>
    </message>
    <message>
        <source>Approved by %1%2</source>
        <comment>%2: a note with a colon before it, or nothing</comment>
        <translation>Genehmigt von %1%2</translation>
    </message>
    <message>
        <source>stage %1, up to %2 %: %3 sent, %4 confirmed, %5 failed, %6 in doubt</source>
        <translation>Stufe %1, bis %2 %: %3 gesendet, %4 bestätigt, %5 gescheitert, %6 unklar</translation>
    </message>
    <message>
        <source>%1 can be asked about</source>
        <translation>%1: danach kann gefragt werden</translation>
    </message>
    <message>
        <source>%1 cannot be asked about: their flow has no lookup</source>
        <translation>%1: danach kann nicht gefragt werden, ihr Fluss kennt keine Abfrage</translation>
    </message>
    <message>
        <source>%1 found + %2 not there + %3 skipped + %4 without an answer + %5 not asked yet = %6</source>
        <translation>%1 gefunden + %2 nicht da + %3 übersprungen + %4 ohne Antwort + %5 noch nicht gefragt = %6</translation>
    </message>
</context>
<context>
    <name>DemoDatabase</name>
    <message>
        <source>This database is no demonstration: nothing was removed.</source>
        <translation>Diese Datenbank ist keine Demonstration: Nichts wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>DemoFiller</name>
    <message>
        <source>Demo</source>
        <comment>name of the environment with sample orders</comment>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>DifferencePage</name>
    <message>
        <source>What helped before</source>
        <translation>Was früher geholfen hat</translation>
    </message>
    <message>
        <source>Unusual here</source>
        <translation>Hier ungewöhnlich</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <source>Differences to what was delivered</source>
        <translation>Unterschiede zu dem, was zugestellt wurde</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>lines of a list</comment>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is known yet of this cause.</source>
        <translation>Von dieser Ursache ist noch nichts bekannt.</translation>
    </message>
    <message>
        <source>Nothing that stands out.</source>
        <translation>Nichts, was auffällt.</translation>
    </message>
    <message>
        <source>No message of this flow was delivered yet that this one could be compared with.</source>
        <translation>Von diesem Datenfluss wurde noch keine Nachricht zugestellt, mit der sich diese vergleichen ließe.</translation>
    </message>
    <message>
        <source>The content is the same as that of %1, which was delivered.</source>
        <translation>Der Inhalt ist derselbe wie der von %1, der zugestellt wurde.</translation>
    </message>
    <message>
        <source>Compared with %1, delivered %2</source>
        <comment>order or message, time</comment>
        <translation>Verglichen mit %1, zugestellt %2</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Check not possible</source>
        <translation>Prüfung nicht möglich</translation>
    </message>
    <message>
        <source>Connection</source>
        <comment>heading of a check</comment>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>%1, encrypted, but the server has not proved who it is</source>
        <translation>%1, verschlüsselt, doch der Server hat sich nicht ausgewiesen</translation>
    </message>
    <message>
        <source>%1, not encrypted</source>
        <translation>%1, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Use sslmode=verify-full with the authority&apos;s certificate.</source>
        <translation>sslmode=verify-full mit dem Zertifikat der Zertifizierungsstelle verwenden.</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>Serverversion</translation>
    </message>
    <message>
        <source>PostgreSQL %1 or newer is needed.</source>
        <translation>PostgreSQL %1 oder neuer ist nötig.</translation>
    </message>
    <message>
        <source>Text encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Schema</source>
        <comment>heading of a check: database schema</comment>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Version %1, unaltered</source>
        <translation>Version %1, unverändert</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation>Eigene Rechte</translation>
    </message>
    <message>
        <source>%1 is a superuser and may do everything</source>
        <translation>%1 ist Superuser und darf alles</translation>
    </message>
    <message>
        <source>For daily work use a role of your own that is a member of signalbox_support or the like.</source>
        <translation>Für die tägliche Arbeit eine eigene Rolle verwenden, die Mitglied von signalbox_support oder einer ähnlichen ist.</translation>
    </message>
    <message>
        <source>%1 is in none of the signalbox roles</source>
        <translation>%1 hat keine der Signalbox-Rollen</translation>
    </message>
    <message>
        <source>Ask an administrator for: GRANT signalbox_viewer TO %1</source>
        <translation>Bei der Administration erbitten: GRANT signalbox_viewer TO %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>user: list of roles</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Clock</source>
        <comment>heading of a check</comment>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>%1 ms away from this machine&apos;s</source>
        <translation>%1 ms Abweichung von der Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>Set both machines by a time server (NTP): ages and due times would be wrong.</source>
        <translation>Beide Rechner nach einem Zeitserver (NTP) stellen: Sonst stimmen Alter und Fälligkeiten nicht.</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>Known; the server&apos;s own is %1</source>
        <translation>Bekannt; die des Servers ist %1</translation>
    </message>
    <message>
        <source>The server does not know %1</source>
        <translation>Der Server kennt %1 nicht</translation>
    </message>
    <message>
        <source>Install the time zone data (tzdata) on the server: calendars need it.</source>
        <translation>Die Zeitzonendaten (tzdata) auf dem Server installieren: Die Kalender brauchen sie.</translation>
    </message>
    <message>
        <source>Durability</source>
        <comment>heading of a check</comment>
        <translation>Dauerhaftigkeit</translation>
    </message>
    <message>
        <source>Confirmed changes survive a crash</source>
        <translation>Bestätigte Änderungen überstehen einen Absturz</translation>
    </message>
    <message>
        <source>Switched off: %1</source>
        <translation>Abgeschaltet: %1</translation>
    </message>
    <message>
        <source>Switch it on: a crash of the server can destroy the database.</source>
        <translation>Einschalten: Ein Absturz des Servers kann die Datenbank zerstören.</translation>
    </message>
    <message>
        <source>Switch it on: a crash of the server can lose the last confirmed changes.</source>
        <translation>Einschalten: Bei einem Absturz des Servers können die letzten bestätigten Änderungen verloren gehen.</translation>
    </message>
    <message>
        <source>Connections</source>
        <comment>heading of a check: number of database connections</comment>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 of %2 in use</source>
        <translation>%1 von %2 belegt</translation>
    </message>
    <message>
        <source>Raise max_connections, or put a pooler such as pgbouncer in front.</source>
        <translation>max_connections erhöhen oder einen Pooler wie pgbouncer vorschalten.</translation>
    </message>
    <message>
        <source>Partitions ahead</source>
        <translation>Partitionen im Voraus</translation>
    </message>
    <message>
        <source>There is no table integration.business_event</source>
        <translation>Es gibt keine Tabelle integration.business_event</translation>
    </message>
    <message>
        <source>Create it with: signalboxctl db init</source>
        <translation>Anlegen mit: signalboxctl db init</translation>
    </message>
    <message>
        <source>%1 months, this and the next one among them</source>
        <translation>%1 Monate, darunter dieser und der nächste</translation>
    </message>
    <message>
        <source>Missing for %1</source>
        <translation>Fehlen für %1</translation>
    </message>
    <message>
        <source>They are made when events come in; ahead of time with: SELECT integration.maintain()</source>
        <translation>Sie entstehen, wenn Ereignisse eintreffen; im Voraus mit: SELECT integration.maintain()</translation>
    </message>
    <message>
        <source>Indexes usable</source>
        <translation>Indizes brauchbar</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not usable: %1</source>
        <translation>Unbrauchbar: %1</translation>
    </message>
    <message>
        <source>Build it again with: REINDEX INDEX CONCURRENTLY %1</source>
        <translation>Neu aufbauen mit: REINDEX INDEX CONCURRENTLY %1</translation>
    </message>
    <message>
        <source>Indexes complete</source>
        <translation>Indizes vollständig</translation>
    </message>
    <message>
        <source>All of them are there</source>
        <translation>Alle vorhanden</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Fehlend: %1</translation>
    </message>
    <message>
        <source>Planner statistics</source>
        <translation>Planerstatistik</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Never collected for: %1</source>
        <translation>Nie erhoben für: %1</translation>
    </message>
    <message>
        <source>Run ANALYZE, and check that autovacuum is on.</source>
        <translation>ANALYZE ausführen und prüfen, ob autovacuum eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>heading of a check</comment>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Words in errors and payloads are found by an index</source>
        <translation>Wörter in Fehlern und Inhalten werden über einen Index gefunden</translation>
    </message>
    <message>
        <source>Words in errors and payloads are found without an index, which is slow where there are many problems</source>
        <translation>Wörter in Fehlern und Inhalten werden ohne Index gefunden, was bei vielen Problemen langsam ist</translation>
    </message>
    <message>
        <source>Put PostgreSQL&apos;s extension pg_trgm onto the server, then let the schema&apos;s owner run: SELECT integration.index_search()</source>
        <translation>Die Erweiterung pg_trgm von PostgreSQL auf den Server bringen, dann als Eigentümer des Schemas ausführen: SELECT integration.index_search()</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Make them again as the migrations do, or lists become slow.</source>
        <translation>Wieder anlegen, wie es die Migrationen tun, sonst werden Listen langsam.</translation>
    </message>
    <message>
        <source>Channels</source>
        <comment>heading of a check: sales channels</comment>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>All that have orders are described</source>
        <translation>Alle mit Aufträgen sind beschrieben</translation>
    </message>
    <message>
        <source>With orders, but never described: %1; all steps of %2 are expected there</source>
        <translation>Mit Aufträgen, aber nie beschrieben: %1; dort werden alle Schritte von %2 erwartet</translation>
    </message>
    <message>
        <source>Describe them with: signalboxctl channel put FILE; signalboxctl rebuild applies it to the orders there are.</source>
        <translation>Beschreiben mit: signalboxctl channel put DATEI; signalboxctl rebuild wendet es auf die vorhandenen Aufträge an.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Order</source>
        <comment>kind of document</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Sales order</source>
        <comment>kind of document: the order in the ERP</comment>
        <translation>ERP-Auftrag</translation>
    </message>
    <message>
        <source>Payment</source>
        <comment>kind of document</comment>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Delivery</source>
        <comment>kind of document: of a warehouse</comment>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <comment>kind of document: a carrier&apos;s</comment>
        <translation>Sendungsnummer</translation>
    </message>
    <message>
        <source>Invoice</source>
        <comment>kind of document</comment>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Credit memo</source>
        <comment>kind of document</comment>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Refund</source>
        <comment>kind of document</comment>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Return</source>
        <comment>kind of document</comment>
        <translation>Retoure</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 d</source>
        <comment>days, short</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours, short</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes, short</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds, short</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>just now</source>
        <comment>age of something</comment>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>age of something, %1 is such as 3 min</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>time until something, %1 is such as 3 min</comment>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>EditCommand</name>
    <message>
        <source>Say what to change: --patch with a JSON Patch, or --payload with a whole content.</source>
        <translation>Sagen Sie, was sich ändern soll: --patch mit einem JSON Patch oder --payload mit einem ganzen Inhalt.</translation>
    </message>
    <message>
        <source>--payload is for one exception; --patch changes many.</source>
        <translation>--payload ist für eine Ausnahme; --patch ändert viele.</translation>
    </message>
    <message>
        <source>An edit needs a reason: --reason. (--dry-run only shows what would change.)</source>
        <translation>Eine Änderung braucht einen Grund: --reason. (--dry-run zeigt nur, was sich ändern würde.)</translation>
    </message>
    <message>
        <source>Nobody is there to be asked: say --yes to save it, or --dry-run to see it only.</source>
        <translation>Es ist niemand da, der gefragt werden kann: --yes speichert, --dry-run zeigt es nur.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>Save %n edit(s)? (y/n)</source>
        <translation>
            <numerusform>%n Änderung speichern? (j/n)</numerusform>
            <numerusform>%n Änderungen speichern? (j/n)</numerusform>
        </translation>
    </message>
    <message>
        <source>y</source>
        <comment>the answer yes, in small letters</comment>
        <translation>j</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Exception %1, %2</source>
        <translation>Ausnahme %1, %2</translation>
    </message>
    <message>
        <source>Exception %1, %2, order %3</source>
        <translation>Ausnahme %1, %2, Auftrag %3</translation>
    </message>
    <message>
        <source>wrong: %1</source>
        <translation>falsch: %1</translation>
    </message>
    <message>
        <source>cannot be edited: %1</source>
        <translation>kann nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>%1 of %2 can be saved.</source>
        <comment>edits</comment>
        <translation>%1 von %2 können gespeichert werden.</translation>
    </message>
    <message>
        <source>Exception %1: not saved, %2.</source>
        <comment>%2 is a reason</comment>
        <translation>Ausnahme %1: nicht gespeichert, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) saved.</source>
        <translation>
            <numerusform>%n Änderung gespeichert.</numerusform>
            <numerusform>%n Änderungen gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;signalboxctl replay&quot; sends them.</source>
        <translation>„signalboxctl replay“ sendet sie.</translation>
    </message>
    <message>
        <source>Name the exceptions by their ids, or by --matching and --queue.</source>
        <translation>Die Ausnahmen über ihre Nummern nennen, oder mit --matching und --queue.</translation>
    </message>
</context>
<context>
    <name>EditItemModel</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column: number of an order</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>column: which kind of message</comment>
        <translation>Datenfluss</translation>
    </message>
    <message>
        <source>Result</source>
        <comment>column: what an edit makes of a message</comment>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>EditPreview</name>
    <message>
        <source>the whole content</source>
        <translation>der ganze Inhalt</translation>
    </message>
    <message>
        <source>new %1: %2</source>
        <comment>%1 is a path, %2 a value</comment>
        <translation>neu %1: %2</translation>
    </message>
    <message>
        <source>gone %1: %2</source>
        <comment>%1 is a path, %2 a value</comment>
        <translation>weg %1: %2</translation>
    </message>
    <message>
        <source>%1 change, %2 stay as they are, %3 cannot be edited in this way</source>
        <comment>numbers of messages</comment>
        <translation>%1 ändern sich, %2 bleiben, wie sie sind, %3 lassen sich so nicht bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other reason(s)</source>
        <comment>at the end of a list of reasons</comment>
        <translation>
            <numerusform>und %Ln anderer Grund</numerusform>
            <numerusform>und %Ln andere Gründe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectClass</name>
    <message>
        <source>Reads only</source>
        <comment>what a message does at its target</comment>
        <translation>Liest nur</translation>
    </message>
    <message>
        <source>Creates or updates</source>
        <comment>what a message does at its target</comment>
        <translation>Legt an oder ändert</translation>
    </message>
    <message>
        <source>Creates</source>
        <comment>what a message does at its target</comment>
        <translation>Legt an</translation>
    </message>
    <message>
        <source>Moves money</source>
        <comment>what a message does at its target</comment>
        <translation>Bewegt Geld</translation>
    </message>
    <message>
        <source>Makes a legal document</source>
        <comment>what a message does at its target</comment>
        <translation>Erzeugt einen Rechtsbeleg</translation>
    </message>
</context>
<context>
    <name>EmbeddedServer</name>
    <message>
        <source>Another program has been starting or stopping the embedded database for over a minute.</source>
        <translation>Ein anderes Programm startet oder beendet die eingebettete Datenbank seit über einer Minute.</translation>
    </message>
    <message>
        <source>The log is in %1.</source>
        <translation>Das Protokoll steht in %1.</translation>
    </message>
    <message>
        <source>The embedded database is in use by a program that does not let go of it.</source>
        <translation>Die eingebettete Datenbank wird von einem Programm genutzt, das sie nicht freigibt.</translation>
    </message>
    <message>
        <source>The folder %1 for the embedded database cannot be made.</source>
        <translation>Der Ordner %1 für die eingebettete Datenbank lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Check the rights on the folders above it, or name another one with SIGNALBOX_DATA.</source>
        <translation>Die Rechte an den Ordnern darüber prüfen oder mit SIGNALBOX_DATA einen anderen angeben.</translation>
    </message>
    <message>
        <source>The folder %1 of the embedded database belongs to another user.</source>
        <translation>Der Ordner %1 der eingebetteten Datenbank gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>Name a folder of your own with SIGNALBOX_DATA.</source>
        <translation>Mit SIGNALBOX_DATA einen eigenen Ordner angeben.</translation>
    </message>
    <message>
        <source>The embedded database runs as the user %1, who may not enter %2.</source>
        <translation>Die eingebettete Datenbank läuft als Benutzer %1, der keinen Zugang zu %2 hat.</translation>
    </message>
    <message>
        <source>Name a folder that this user can reach with SIGNALBOX_DATA, such as /var/lib/signalbox.</source>
        <translation>Mit SIGNALBOX_DATA einen Ordner angeben, den dieser Benutzer erreicht, etwa /var/lib/signalbox.</translation>
    </message>
    <message>
        <source>The unfinished folder %1 cannot be removed.</source>
        <translation>Der unfertige Ordner %1 lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The folder %1 is there, but it holds no database.</source>
        <translation>Den Ordner %1 gibt es, doch er enthält keine Datenbank.</translation>
    </message>
    <message>
        <source>Move it away, or name another folder with SIGNALBOX_DATA.</source>
        <translation>Ihn verschieben oder mit SIGNALBOX_DATA einen anderen Ordner angeben.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The embedded database could not be made in %1: %2</source>
        <translation>Die eingebettete Datenbank ließ sich nicht in %1 anlegen: %2</translation>
    </message>
    <message>
        <source>Check that there is room on the disk and that the folder is yours.</source>
        <translation>Prüfen, ob Platz auf der Festplatte ist und ob der Ordner den richtigen Eigentümer hat.</translation>
    </message>
    <message>
        <source>The folder %1 could not be put into its place.</source>
        <translation>Der Ordner %1 ließ sich nicht an seinen Platz bringen.</translation>
    </message>
    <message>
        <source>There is no folder for the embedded database&apos;s socket that only its owner can enter; tried: %1.</source>
        <translation>Für den Socket der eingebetteten Datenbank gibt es keinen Ordner, den nur der Eigentümer betreten kann; versucht: %1.</translation>
    </message>
    <message>
        <source>Name a folder with a shorter path with SIGNALBOX_DATA.</source>
        <translation>Mit SIGNALBOX_DATA einen Ordner mit kürzerem Pfad angeben.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s server program %1 could not be started.</source>
        <translation>Das Serverprogramm %1 von PostgreSQL ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>The embedded database has been starting for over a minute.</source>
        <translation>Die eingebettete Datenbank startet seit über einer Minute.</translation>
    </message>
    <message>
        <source>It may be recovering from a crash; the log is in %1.</source>
        <translation>Vielleicht erholt sie sich von einem Absturz; das Protokoll steht in %1.</translation>
    </message>
    <message>
        <source>The embedded database is running but does not become ready.</source>
        <translation>Die eingebettete Datenbank läuft, wird aber nicht bereit.</translation>
    </message>
    <message>
        <source>The embedded database did not start: %1</source>
        <translation>Die eingebettete Datenbank ist nicht gestartet: %1</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be opened: %2</source>
        <translation>Die Sperrdatei %1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody.</source>
        <translation>PostgreSQL läuft nicht als root, und es gibt weder einen Benutzer postgres noch einen Benutzer nobody.</translation>
    </message>
    <message>
        <source>Run Signalbox as an ordinary user, or name a database with --db.</source>
        <translation>Signalbox als gewöhnlicher Benutzer ausführen oder mit --db eine Datenbank angeben.</translation>
    </message>
    <message>
        <source>%1 cannot be given to the user %2: %3</source>
        <translation>%1 lässt sich nicht dem Benutzer %2 übergeben: %3</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s server programs (initdb, postgres) were not found on this machine.</source>
        <translation>Die Serverprogramme von PostgreSQL (initdb, postgres) sind auf diesem Rechner nicht zu finden.</translation>
    </message>
    <message>
        <source>Install PostgreSQL %1 or newer (Debian and Ubuntu: apt install postgresql; Fedora: dnf install postgresql-server), or name an existing database with --db or SIGNALBOX_DB.</source>
        <translation>PostgreSQL %1 oder neuer installieren (Debian und Ubuntu: apt install postgresql; Fedora: dnf install postgresql-server) oder mit --db oder SIGNALBOX_DB eine vorhandene Datenbank angeben.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no PostgreSQL version is installed</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>The data in %1 was made by PostgreSQL %2, but this machine has only: %3.</source>
        <translation>Die Daten in %1 stammen von PostgreSQL %2, doch auf diesem Rechner gibt es nur: %3.</translation>
    </message>
    <message>
        <source>Install PostgreSQL %1 again (Debian and Ubuntu: apt install postgresql-%1), or move the data to the new version with pg_upgrade, or move that folder away to begin with an empty database.</source>
        <translation>PostgreSQL %1 wieder installieren (Debian und Ubuntu: apt install postgresql-%1), die Daten mit pg_upgrade auf die neue Version bringen oder den Ordner verschieben, um mit einer leeren Datenbank zu beginnen.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 is too old: %2 or newer is needed.</source>
        <translation>PostgreSQL %1 ist zu alt: %2 oder neuer ist nötig.</translation>
    </message>
    <message>
        <source>Install a newer PostgreSQL beside it, or name a database with --db or SIGNALBOX_DB.</source>
        <translation>Daneben ein neueres PostgreSQL installieren oder mit --db oder SIGNALBOX_DB eine Datenbank angeben.</translation>
    </message>
</context>
<context>
    <name>EmptyQueue</name>
    <message>
        <source>Nothing here matches the filter</source>
        <translation>Hier passt nichts zum Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing open is known</source>
        <translation>Nichts Offenes bekannt</translation>
    </message>
    <message>
        <source>No relay is running, so nobody looks for steps that are overdue or that other systems report as failed. Start signalbox-relay: what it finds shows up here by itself.</source>
        <translation>Es läuft kein Relay; niemand sucht also nach Schritten, die überfällig sind oder die andere Systeme als fehlgeschlagen melden. Zu starten ist signalbox-relay: Was es findet, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>Nichts offen</translation>
    </message>
    <message>
        <source>Every message has arrived or is on its way. A new problem shows up here by itself.</source>
        <translation>Jede Nachricht ist angekommen oder unterwegs. Ein neues Problem erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Nothing in this queue</source>
        <translation>Nichts in dieser Liste</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln payload(s) only the beginning is searched</source>
        <comment>below a list that is filtered by payloads</comment>
        <translation>
            <numerusform>von %Ln Inhalt wird nur der Anfang durchsucht</numerusform>
            <numerusform>von %Ln Inhalten wird nur der Anfang durchsucht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnvironmentBadge</name>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>diesem Rechner</translation>
    </message>
    <message>
        <source>Database %1 on %2</source>
        <translation>Datenbank %1 auf %2</translation>
    </message>
    <message>
        <source>Incident bundle · %1 · as of %2 · read only</source>
        <extracomment>An environment, a time</extracomment>
        <translation>Störungspaket · %1 · Stand %2 · nur lesen</translation>
    </message>
</context>
<context>
    <name>ErrorClass</name>
    <message>
        <source>passing disturbance</source>
        <comment>kind of error</comment>
        <translation>vorübergehende Störung</translation>
    </message>
    <message>
        <source>too many requests</source>
        <comment>kind of error</comment>
        <translation>zu viele Anfragen</translation>
    </message>
    <message>
        <source>access</source>
        <comment>kind of error: password, token or right</comment>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>data</source>
        <comment>kind of error</comment>
        <translation>Daten</translation>
    </message>
    <message>
        <source>business rule</source>
        <comment>kind of error</comment>
        <translation>Geschäftsregel</translation>
    </message>
    <message>
        <source>duplicate</source>
        <comment>kind of error</comment>
        <translation>Dublette</translation>
    </message>
    <message>
        <source>contract</source>
        <comment>kind of error: not of the shape agreed on</comment>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>configuration</source>
        <comment>kind of error</comment>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>unknown kind</source>
        <comment>kind of error that no rule knows</comment>
        <translation>unbekannte Art</translation>
    </message>
</context>
<context>
    <name>ErrorEffect</name>
    <message>
        <source>None, the target did not take it</source>
        <comment>effect of a failed try</comment>
        <translation>Keine, das Ziel hat es nicht angenommen</translation>
    </message>
    <message>
        <source>The target took it</source>
        <comment>effect of a failed try</comment>
        <translation>Das Ziel hat es angenommen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>effect of a failed try</comment>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>Estate</name>
    <message>
        <source>%1/system: there is a second %2</source>
        <comment>%1 is a place in a file</comment>
        <translation>%1/system: %2 gibt es ein zweites Mal</translation>
    </message>
    <message>
        <source>%1/resource: there is a second %2</source>
        <translation>%1/resource: %2 gibt es ein zweites Mal</translation>
    </message>
    <message>
        <source>%1: there is no answer &quot;%2&quot;</source>
        <comment>%1 is a place in a file</comment>
        <translation>%1: eine Antwort „%2“ gibt es nicht</translation>
    </message>
</context>
<context>
    <name>EventModel</name>
    <message>
        <source>Order cancelled</source>
        <translation>Auftrag storniert</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Auftrag geändert</translation>
    </message>
    <message>
        <source>%1, late by %2</source>
        <comment>time of receipt; delay</comment>
        <translation>%1, um %2 verspätet</translation>
    </message>
    <message>
        <source>Came in after events that happened later. States are settled by the time of the event, not of its arrival.</source>
        <translation>Traf nach Ereignissen ein, die später geschahen. Über den Status entscheidet die Zeit des Ereignisses, nicht die seines Eintreffens.</translation>
    </message>
    <message>
        <source>Happened</source>
        <comment>column: time of an event</comment>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: what an event says</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>column: outcome of an event</comment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>column: time of receipt of an event</comment>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>column: who published an event</comment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Event id</source>
        <comment>column: the event&apos;s id at its source</comment>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>column: technical type of an event</comment>
        <translation>Typ</translation>
    </message>
</context>
<context>
    <name>ExceptionCommand</name>
    <message>
        <source>Payload</source>
        <comment>heading: what is sent</comment>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Exception %1</source>
        <translation>Ausnahme %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>regression</source>
        <comment>the same cause had been resolved before</comment>
        <translation>Rückfall</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>offen seit %1</translation>
    </message>
    <message numerus="yes">
        <source>failed %n time(s)</source>
        <translation>
            <numerusform>%n-mal gescheitert</numerusform>
            <numerusform>%n-mal gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open exception(s) with this cause</source>
        <translation>
            <numerusform>%n offene Ausnahme mit dieser Ursache</numerusform>
            <numerusform>%n offene Ausnahmen mit dieser Ursache</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay: %1</source>
        <translation>Wiederholung: %1</translation>
    </message>
    <message>
        <source>Runbook: %1</source>
        <translation>Anleitung: %1</translation>
    </message>
    <message>
        <source>Try</source>
        <comment>column: number of a try to deliver</comment>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column: of a try</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Relay</source>
        <comment>column: who delivered</comment>
        <translation>Relais</translation>
    </message>
    <message>
        <source>Action</source>
        <comment>column: sent, or asked</comment>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>column: of a try</comment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>column: of HTTP</comment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Effect</source>
        <comment>column: of a try at the target</comment>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>column: code and text</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>heading: of delivering a message</comment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column: of an action</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>column: of an action</comment>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: of an action</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column: a reason or a note</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>History</source>
        <comment>heading: what people did</comment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>What helped before</source>
        <comment>heading</comment>
        <translation>Was früher geholfen hat</translation>
    </message>
    <message>
        <source>Unusual in the payload</source>
        <comment>heading</comment>
        <translation>Ungewöhnlich im Inhalt</translation>
    </message>
    <message>
        <source>Different from message %1, which was delivered</source>
        <comment>heading</comment>
        <translation>Anders als Nachricht %1, die zugestellt wurde</translation>
    </message>
</context>
<context>
    <name>ExceptionGroup</name>
    <message>
        <source>%1 is late</source>
        <translation>%1 ist verspätet</translation>
    </message>
    <message>
        <source>%1 awaited from %2</source>
        <translation>%1, erwartet von %2</translation>
    </message>
    <message>
        <source>The same step, awaited from the same system, is late, and nothing has failed.</source>
        <translation>Derselbe Schritt, erwartet vom selben System, ist verspätet, und nichts ist gescheitert.</translation>
    </message>
    <message>
        <source>The same flow (%1) and the same code (%2).</source>
        <translation>Derselbe Fluss (%1) und derselbe Code (%2).</translation>
    </message>
    <message>
        <source>The same flow (%1) and the same message but for what varies: %2</source>
        <translation>Derselbe Fluss (%1) und dieselbe Meldung bis auf das, was wechselt: %2</translation>
    </message>
    <message>
        <source>The same flow (%1), code (%2) and message but for what varies: %3</source>
        <translation>Derselbe Fluss (%1), derselbe Code (%2) und dieselbe Meldung bis auf das, was wechselt: %3</translation>
    </message>
    <message>
        <source>First what has least time: overdue, due within an hour, four hours, a day, later. Then by share of the value at risk: a group&apos;s part of each currency&apos;s sum, added, so that no currency is converted. Then by count. An order with several problems counts with each of them.</source>
        <translation>Zuerst, wofür am wenigsten Zeit bleibt: überfällig, fällig binnen einer Stunde, vier Stunden, einem Tag, später. Dann nach Anteil am gefährdeten Wert: die Anteile einer Gruppe an der Summe jeder Währung, zusammengezählt, sodass keine Währung umgerechnet wird. Dann nach Anzahl. Ein Auftrag mit mehreren Problemen zählt bei jedem davon.</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>The same system told of the same step (%1) that it failed, with the same message but for what varies: %2</source>
        <translation>Dasselbe System hat vom selben Schritt (%1) gemeldet, dass er fehlgeschlagen ist, mit derselben Meldung bis auf Wechselndes: %2</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>text “%1”</source>
        <translation>Text „%1“</translation>
    </message>
    <message>
        <source>Waiting for %1 until %2</source>
        <translation>Wartet auf %1 bis %2</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Archived until %1, or until more than %2 are open</source>
        <translation>Archiviert bis %1 oder bis mehr als %2 offen sind</translation>
    </message>
    <message>
        <source>Archived until %1</source>
        <translation>Archiviert bis %1</translation>
    </message>
    <message>
        <source>Archived until more than %1 are open</source>
        <translation>Archiviert, bis mehr als %1 offen sind</translation>
    </message>
</context>
<context>
    <name>ExceptionInspector</name>
    <message>
        <source>Choose a problem to see what is the matter</source>
        <translation>Ein Problem wählen, um zu sehen, was los ist</translation>
    </message>
    <message>
        <source>Tries to deliver</source>
        <translation>Zustellversuche</translation>
    </message>
    <message>
        <source>What the target answered</source>
        <translation>Was das Ziel geantwortet hat</translation>
    </message>
    <message>
        <source>Parts of the problem</source>
        <translation>Teile des Problems</translation>
    </message>
    <message>
        <source>You may not read the content of these messages, or there is none.</source>
        <translation>Der Inhalt dieser Nachrichten ist nicht lesbar für dieses Konto, oder es gibt keinen.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Shown as of %1. It could not be read again: %2</source>
        <translation>Stand %1. Erneutes Lesen misslang: %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Kind: %1. Effect: %2.</source>
        <translation>Art: %1. Wirkung: %2.</translation>
    </message>
    <message>
        <source>The target answered:</source>
        <translation>Das Ziel hat geantwortet:</translation>
    </message>
    <message>
        <source>With the headers:</source>
        <translation>Mit den Kopfzeilen:</translation>
    </message>
    <message>
        <source>Headers that were sent:</source>
        <translation>Gesendete Kopfzeilen:</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>Title of a tab and how many entries it has</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>tab: tries to deliver</comment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Content</source>
        <comment>tab: what is sent</comment>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>tab</comment>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>History</source>
        <comment>tab: what people did</comment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Edit and replay</source>
        <translation>Ändern und wiederholen</translation>
    </message>
    <message>
        <source>Difference</source>
        <comment>tab: from what was delivered</comment>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Change what is sent, then plan to send it again</source>
        <translation>Ändern, was gesendet wird, dann erneutes Senden planen</translation>
    </message>
</context>
<context>
    <name>ExceptionKind</name>
    <message>
        <source>Not delivered</source>
        <comment>kind of a problem</comment>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>In doubt</source>
        <comment>kind of a problem: nobody knows whether it was taken</comment>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Business rule</source>
        <comment>kind of a problem: the target&apos;s rules refuse it</comment>
        <translation>Geschäftsregel</translation>
    </message>
    <message>
        <source>Contract</source>
        <comment>kind of a problem: not of the shape agreed on</comment>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Overdue, no error</source>
        <comment>kind of a problem: a step is not done in time</comment>
        <translation>Überfällig ohne Fehler</translation>
    </message>
    <message>
        <source>Failed elsewhere</source>
        <comment>kind of a problem: another system has told that a step failed</comment>
        <translation>Anderswo fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ExceptionList</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems that come to match show up by themselves.</source>
        <translation>Probleme, die dazu passen, erscheinen von selbst.</translation>
    </message>
    <message>
        <source>The list could not be brought up to date: %1</source>
        <translation>Die Liste ließ sich nicht aktualisieren: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+ problems</source>
        <extracomment>A count that is not known to its end, such as &quot;200+ problems&quot;</extracomment>
        <translation>%1+ Probleme</translation>
    </message>
    <message>
        <source>the newest %1 are listed</source>
        <translation>die neuesten %1 sind aufgelistet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not up to date: as of %1</source>
        <translation>Nicht aktuell: Stand %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>When the list was read last</extracomment>
        <translation>Stand %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new problem(s)</source>
        <translation>
            <numerusform>%n neues Problem</numerusform>
            <numerusform>%n neue Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them (Home)</source>
        <translation>Zeigen (Pos1)</translation>
    </message>
    <message>
        <source>the latest first</source>
        <comment>how a list is sorted</comment>
        <translation>die letzten zuerst</translation>
    </message>
    <message>
        <source>What was resolved last comes first.</source>
        <translation>Was zuletzt gelöst wurde, kommt zuerst.</translation>
    </message>
    <message>
        <source>the newest first</source>
        <comment>how a list is sorted</comment>
        <translation>die neuesten zuerst</translation>
    </message>
    <message>
        <source>What was opened last comes first.</source>
        <translation>Was zuletzt geöffnet wurde, kommt zuerst.</translation>
    </message>
    <message>
        <source>The problem that was chosen is further down than this list goes.</source>
        <translation>Das gewählte Problem steht weiter unten, als diese Liste reicht.</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
</context>
<context>
    <name>ExceptionQueue</name>
    <message>
        <source>Open</source>
        <comment>list of problems</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>list of problems that I own</comment>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <comment>list of problems that nobody owns</comment>
        <translation>Unvergeben</translation>
    </message>
    <message>
        <source>In doubt</source>
        <comment>list of problems: nobody knows whether they were taken</comment>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Due within 1 h</source>
        <comment>list of problems whose orders are about to be late, or are</comment>
        <translation>Fällig in 1 h</translation>
    </message>
    <message>
        <source>Came back</source>
        <comment>list of problems that had been resolved before</comment>
        <translation>Wieder da</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <comment>list of problems that are put off</comment>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>list of problems that are none any more</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Team</source>
        <comment>list of the problems of a team</comment>
        <translation>Team</translation>
    </message>
    <message>
        <source>New</source>
        <comment>list of problems that nobody has acknowledged</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Late, no error</source>
        <comment>list of problems: steps that are late without an error; short</comment>
        <translation>Ausgeblieben</translation>
    </message>
    <message>
        <source>To approve</source>
        <comment>list of problems that somebody wants to send again, if another agrees</comment>
        <translation>Zur Freigabe</translation>
    </message>
</context>
<context>
    <name>ExceptionSentence</name>
    <message>
        <source>Nobody knows whether %1 took it: %2 (%3).</source>
        <translation>Ob es bei %1 ankam, weiß niemand: %2 (%3).</translation>
    </message>
    <message>
        <source>%1 did not let us in: %2 (%3).</source>
        <translation>%1 hat uns nicht eingelassen: %2 (%3).</translation>
    </message>
    <message>
        <source>%1 had too much to do: %2 (%3).</source>
        <translation>%1 hatte zu viel zu tun: %2 (%3).</translation>
    </message>
    <message>
        <source>%1 could not be reached, or could not answer: %2 (%3).</source>
        <translation>%1 war nicht zu erreichen oder konnte nicht antworten: %2 (%3).</translation>
    </message>
    <message>
        <source>The way to %1 is not set up right: %2 (%3).</source>
        <translation>Der Weg zu %1 ist nicht richtig eingerichtet: %2 (%3).</translation>
    </message>
    <message>
        <source>%1 refused it: %2 (%3).</source>
        <translation>%1 hat es abgelehnt: %2 (%3).</translation>
    </message>
    <message>
        <source>It is being sent again right now.</source>
        <translation>Es wird gerade erneut gesendet.</translation>
    </message>
    <message>
        <source>A replay is safe.</source>
        <translation>Erneutes Senden ist sicher.</translation>
    </message>
    <message>
        <source>A replay asks %1 first and sends only what is not there.</source>
        <translation>Erneutes Senden fragt erst bei %1 nach und sendet nur, was dort fehlt.</translation>
    </message>
    <message>
        <source>A replay would fail again: edit it or fix the cause first.</source>
        <translation>Erneutes Senden würde wieder scheitern: erst ändern oder die Ursache beheben.</translation>
    </message>
    <message>
        <source>The effect is there already: it can be resolved.</source>
        <translation>Die Wirkung ist schon da: Es lässt sich erledigen.</translation>
    </message>
    <message>
        <source>You may not send it again.</source>
        <translation>Erneutes Senden ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>It has not failed, or does not any more.</source>
        <translation>Es ist nicht gescheitert, oder nicht mehr.</translation>
    </message>
    <message>
        <source>%1 cannot be asked by machine: look there whether it arrived, then resolve it.</source>
        <translation>Bei %1 kann keine Maschine nachfragen: dort nachsehen, ob es ankam, dann erledigen.</translation>
    </message>
    <message numerus="yes">
        <source>Sent %n time(s).</source>
        <translation>
            <numerusform>Einmal gesendet.</numerusform>
            <numerusform>%n-mal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 should have been done by now, and nothing has failed.</source>
        <translation>%1 sollte schon getan sein, und nichts ist gescheitert.</translation>
    </message>
    <message>
        <source>%1 owes it: ask there.</source>
        <translation>%1 ist am Zug: dort nachfragen.</translation>
    </message>
    <message>
        <source>%1 is late</source>
        <translation>%1 ist verspätet</translation>
    </message>
    <message>
        <source>%1 awaited from %2</source>
        <translation>%1, erwartet von %2</translation>
    </message>
    <message>
        <source>%1 is being asked right now whether it has it.</source>
        <translation>%1 wird gerade gefragt, ob es sie hat.</translation>
    </message>
    <message>
        <source>%1 said on %2 that it does not have it.</source>
        <extracomment>A system, date and time</extracomment>
        <translation>%1 hat am %2 gesagt, dass es sie nicht hat.</translation>
    </message>
    <message>
        <source>%1 told that this failed there: %2. It is no message of ours: have it put right there.</source>
        <translation>%1 hat gemeldet, dass das dort fehlgeschlagen ist: %2. Es ist keine Nachricht von uns: bitte dort in Ordnung bringen lassen.</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ExceptionState</name>
    <message>
        <source>Open</source>
        <comment>state of a problem: nobody works on it</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Assigned</source>
        <comment>state of a problem: somebody works on it</comment>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <comment>state of a problem: put off until a time</comment>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Replaying</source>
        <comment>state of a problem: its message is being sent again</comment>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>state of a problem</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Being verified</source>
        <comment>state of a problem: its target is asked whether it has the message</comment>
        <translation>Wird geprüft</translation>
    </message>
</context>
<context>
    <name>ExceptionTableModel</name>
    <message>
        <source>No longer in this list. It goes when you move on.</source>
        <translation>Nicht mehr in dieser Liste. Es verschwindet beim Weitergehen.</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>When the step that this message serves is due</source>
        <translation>Wann der Schritt fällig ist, dem diese Nachricht dient</translation>
    </message>
    <message>
        <source>What sending it again would do</source>
        <translation>Was erneutes Senden bewirken würde</translation>
    </message>
    <message>
        <source>Urgency</source>
        <comment>column: how urgent a problem is</comment>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column: number of an order</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Problem</source>
        <comment>column: what went wrong</comment>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Way</source>
        <comment>column: from which system to which</comment>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Replay</source>
        <comment>column: what sending it again would do</comment>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: state of a problem, or who works on it</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>column: when the step is due</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column: value of the order</comment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>column: how often it was sent</comment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column: code of an error</comment>
        <translation>Code</translation>
    </message>
    <message>
        <source>Team</source>
        <comment>column: who looks after it</comment>
        <translation>Team</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>column: who works on it</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Last failed</source>
        <comment>column: time of the latest failure</comment>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column: when a problem was opened</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>column: to which system</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>This message belongs to no order.</source>
        <translation>Diese Nachricht gehört zu keinem Auftrag.</translation>
    </message>
    <message>
        <source>Click to sort</source>
        <translation>Klicken, um zu sortieren</translation>
    </message>
</context>
<context>
    <name>ExceptionsCommand</name>
    <message>
        <source>There is no open exception.</source>
        <translation>Es gibt keine offene Ausnahme.</translation>
    </message>
    <message>
        <source>No exception matches.</source>
        <translation>Keine Ausnahme passt.</translation>
    </message>
    <message>
        <source>%1 exceptions are shown, there are more; --all shows every one.</source>
        <translation>%1 Ausnahmen werden gezeigt, es gibt mehr; --all zeigt alle.</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column: of an exception</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Age</source>
        <comment>column: since when it is open</comment>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Severity</source>
        <comment>column: of an exception</comment>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: of an exception</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>column: who looks after it</comment>
        <translation>Bei</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column: an order&apos;s number</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>column: a flow&apos;s name</comment>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Replay</source>
        <comment>column: what a replay would do</comment>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>column: code and text</comment>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A caption and its value, such as &quot;Due: 14:02&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>Menu: copy a value to the clipboard</extracomment>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>FailureAdvice</name>
    <message>
        <source>Nothing was sent: the relay could not read the secret of the connection. Put it where the message says, readable for the relay, then replay the group.</source>
        <translation>Nichts wurde gesendet: Das Relay konnte das Geheimnis der Verbindung nicht lesen. Es dort ablegen, wo die Meldung es erwartet, lesbar für das Relay, dann die Gruppe erneut senden.</translation>
    </message>
    <message>
        <source>Nothing was sent: the content does not have the form that was agreed on. Fix the mapping or the event that it was made of, or correct the schema of the flow, then replay.</source>
        <translation>Nichts wurde gesendet: Der Inhalt hat nicht die vereinbarte Form. Die Zuordnung oder das Ereignis berichtigen, aus dem er entstand, oder das Schema des Flusses, dann erneut senden.</translation>
    </message>
    <message>
        <source>The target answered without the reference that shows that it was done. Look it up at the target; if its answers have changed, correct the place of the reference in the flow.</source>
        <translation>Das Ziel hat ohne die Referenz geantwortet, die zeigt, dass es getan ist. Am Ziel nach ihr sehen; haben sich seine Antworten geändert, den Ort der Referenz im Fluss berichtigen.</translation>
    </message>
    <message>
        <source>The target could not be asked whether it has the message, so nothing was sent again. Check that its lookup answers, then replay; if that takes too long, look at the target by hand.</source>
        <translation>Das Ziel war nicht zu fragen, ob es die Nachricht hat, darum wurde nicht erneut gesendet. Prüfen, ob es auf Nachfragen antwortet, dann erneut senden; dauert das zu lange, von Hand am Ziel nachsehen.</translation>
    </message>
    <message>
        <source>The relay stopped or lost its connection while it had the message. Check that relays are running; if the message may have arrived, look at the target before you send it again.</source>
        <translation>Das Relay blieb stehen oder verlor die Verbindung, während es die Nachricht hatte. Prüfen, ob Relays laufen; kann die Nachricht angekommen sein, erst am Ziel nachsehen, dann erneut senden.</translation>
    </message>
    <message>
        <source>A field is missing or not as Adyen expects it. Fix the mapping, then edit and replay.</source>
        <translation>Ein Feld fehlt oder ist nicht so, wie Adyen es erwartet. Die Zuordnung berichtigen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>A field is missing or wrong. Fix the mapping, then edit and replay.</source>
        <translation>Ein Feld fehlt oder ist falsch. Die Zuordnung berichtigen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>A parameter is missing or wrong. Fix the mapping, then edit and replay.</source>
        <translation>Ein Parameter fehlt oder ist falsch. Die Zuordnung berichtigen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>Abandoned is not final. Look at the message processing log again before doing anything.</source>
        <translation>Abgebrochen heißt nicht endgültig. Erst noch einmal in das Nachrichtenprotokoll sehen, bevor etwas geschieht.</translation>
    </message>
    <message>
        <source>An application answers like this after it has done something, or when it sends a person to its login. Look whether it is done before sending it again.</source>
        <translation>So antwortet eine Anwendung, nachdem sie etwas getan hat oder wenn sie jemanden zur Anmeldung schickt. Nachsehen, ob es getan ist, bevor erneut gesendet wird.</translation>
    </message>
    <message>
        <source>An order with this number is there already. Resolve as done.</source>
        <translation>Ein Auftrag mit dieser Nummer ist schon da. Als „Das Ziel hat es schon“ erledigen.</translation>
    </message>
    <message>
        <source>Assign the customer or vendor to a sales area, then reprocess.</source>
        <translation>Den Kunden oder Lieferanten einem Vertriebsbereich zuordnen, dann erneut verarbeiten.</translation>
    </message>
    <message>
        <source>Assign the location to a fulfilment service of the type API, then replay.</source>
        <translation>Den Standort einem Fulfilment-Dienst der Art API zuweisen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Change the document in Business Central by hand, then resolve as fixed in the target.</source>
        <translation>Den Beleg in Business Central von Hand ändern, dann als „Im Zielsystem behoben“ erledigen.</translation>
    </message>
    <message>
        <source>Choose the transactions that are to be refunded, then edit and replay.</source>
        <translation>Die Transaktionen wählen, die erstattet werden sollen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>Compare the lines of the shipment with what is fulfilled in the shop before sending anything.</source>
        <translation>Die Positionen der Sendung mit dem vergleichen, was im Shop schon geliefert ist, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Connect the carrier&apos;s account again, then replay.</source>
        <translation>Das Konto des Zustellers neu verbinden, dann erneut senden.</translation>
    </message>
    <message>
        <source>Correct the address, then edit and replay.</source>
        <translation>Die Adresse berichtigen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>Create or correct what the message names, then replay.</source>
        <translation>Anlegen oder berichtigen, was die Meldung nennt, dann erneut senden.</translation>
    </message>
    <message>
        <source>Create the customer, item, shipping agent or payment method that is missing in Business Central, then replay.</source>
        <translation>Den Kunden, Artikel, Zusteller oder die Zahlungsart, die fehlt, in Business Central anlegen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Download the error keys of the import, fix these records, and send only them again.</source>
        <translation>Die Fehlerschlüssel des Imports herunterladen, diese Datensätze berichtigen und nur sie noch einmal senden.</translation>
    </message>
    <message>
        <source>Enable the integration record in NetSuite and check its keys and tokens, then replay.</source>
        <translation>Den Integrationsdatensatz in NetSuite einschalten und seine Schlüssel und Token prüfen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Extend the material to the sales area that the message names, then replay.</source>
        <translation>Das Material auf den Vertriebsbereich erweitern, den die Meldung nennt, dann erneut senden.</translation>
    </message>
    <message>
        <source>Fill in what the message names in the master data. The header may be there already: look for it before replaying.</source>
        <translation>In den Stammdaten ergänzen, was die Meldung nennt. Der Kopfsatz kann schon da sein: erst nach ihm sehen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Fix the product data that the message names, then edit and replay.</source>
        <translation>Die Produktdaten berichtigen, die die Meldung nennt, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>Give exactly one currency in Business Central this ISO code, then replay.</source>
        <translation>In Business Central genau einer Währung diesen ISO-Code geben, dann erneut senden.</translation>
    </message>
    <message>
        <source>Give the app access to what the message names, then replay.</source>
        <translation>Der App Zugriff auf das geben, was die Meldung nennt, dann erneut senden.</translation>
    </message>
    <message>
        <source>Give the connection its client certificate, then replay.</source>
        <translation>Der Verbindung ihr Client-Zertifikat geben, dann erneut senden.</translation>
    </message>
    <message>
        <source>Give the integration access to the resource, and allow OAuth tokens as bearer tokens, then replay.</source>
        <translation>Der Integration Zugriff auf die Ressource geben und OAuth-Token als Bearer-Token zulassen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Grant the app the access scope that the message names, then replay.</source>
        <translation>Der App die Berechtigung geben, die die Meldung nennt, dann erneut senden.</translation>
    </message>
    <message>
        <source>Handed over to the port is not arrived: SM58 may hold an error. Wait for the acknowledgement (16, 17) or status 12.</source>
        <translation>An den Port übergeben heißt noch nicht angekommen: In SM58 kann ein Fehler stehen. Auf die Bestätigung (16, 17) oder Status 12 warten.</translation>
    </message>
    <message>
        <source>Link the customer that exists already, then resolve as duplicate.</source>
        <translation>Den Kunden verknüpfen, den es schon gibt, dann als „Das Ziel hat es schon“ erledigen.</translation>
    </message>
    <message>
        <source>Look at the fulfilment order: if it is fulfilled already, resolve as done; if it is on hold, release it first.</source>
        <translation>Den Lieferauftrag ansehen: Ist er schon ausgeführt, als „Das Ziel hat es schon“ erledigen; ist er angehalten, ihn erst freigeben.</translation>
    </message>
    <message>
        <source>Look the order up in the shop. If the change is not there, try once more.</source>
        <translation>Den Auftrag im Shop nachsehen. Fehlt die Änderung dort, es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Look the shipments of the order up first: the shop creates another one for every request.</source>
        <translation>Erst die Sendungen des Auftrags nachsehen: Der Shop legt bei jeder Anfrage eine weitere an.</translation>
    </message>
    <message>
        <source>Look whether Amazon has the change already before sending it again.</source>
        <translation>Nachsehen, ob Amazon die Änderung schon hat, bevor sie erneut gesendet wird.</translation>
    </message>
    <message>
        <source>Look whether the label is there already before asking for it again.</source>
        <translation>Nachsehen, ob das Versandetikett schon da ist, bevor es noch einmal angefordert wird.</translation>
    </message>
    <message>
        <source>Look whether the order is shipped already. If not, send the id of the child item in place of its parent.</source>
        <translation>Nachsehen, ob der Auftrag schon versandt ist. Wenn nicht, die Kennung des untergeordneten Artikels statt der des übergeordneten senden.</translation>
    </message>
    <message>
        <source>Look whether the target has the change already before sending it again.</source>
        <translation>Nachsehen, ob das Ziel die Änderung schon hat, bevor sie erneut gesendet wird.</translation>
    </message>
    <message>
        <source>M3 does not have the record that the message refers to. Create it or correct the reference, then replay.</source>
        <translation>M3 hat den Datensatz nicht, auf den sich die Nachricht bezieht. Ihn anlegen oder den Verweis berichtigen, dann erneut senden.</translation>
    </message>
    <message>
        <source>M3 has the record already. Resolve as done.</source>
        <translation>M3 hat den Datensatz schon. Als „Das Ziel hat es schon“ erledigen.</translation>
    </message>
    <message>
        <source>Maintain a price for the product in this currency, country and channel, then replay.</source>
        <translation>Für das Produkt einen Preis in dieser Währung, diesem Land und diesem Kanal pflegen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Maintain the partner profile (WE20), then reprocess.</source>
        <translation>Die Partnervereinbarung pflegen (WE20), dann erneut verarbeiten.</translation>
    </message>
    <message>
        <source>Map the warehouse to a location of the shop, then replay.</source>
        <translation>Das Lager einem Standort des Shops zuordnen, dann erneut senden.</translation>
    </message>
    <message>
        <source>NetSuite has a record with this external id already. Fetch it by that id, link it, and resolve as done.</source>
        <translation>NetSuite hat schon einen Datensatz mit dieser externen Kennung. Ihn mit ihr abrufen, verknüpfen und als „Das Ziel hat es schon“ erledigen.</translation>
    </message>
    <message>
        <source>No rule knows this failure. Read the message, look at the target, and decide; it is never sent again by itself.</source>
        <translation>Keine Regel kennt diesen Fehler. Die Meldung lesen, am Ziel nachsehen und entscheiden; von selbst wird es nie erneut gesendet.</translation>
    </message>
    <message>
        <source>No trust between the two sides: renew the certificate or add its issuer to the trust store, then replay.</source>
        <translation>Die beiden Seiten vertrauen einander nicht: das Zertifikat erneuern oder seinen Aussteller als vertrauenswürdig aufnehmen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Not an error: the document waits to be posted. If it is old, check the background job that posts it.</source>
        <translation>Kein Fehler: Der Beleg wartet darauf, gebucht zu werden. Ist er alt, den Hintergrundjob prüfen, der ihn bucht.</translation>
    </message>
    <message>
        <source>Nothing reached the target. It is tried again by itself; if it goes on, check whether the target is up and its address right.</source>
        <translation>Nichts hat das Ziel erreicht. Der nächste Versuch kommt von selbst; dauert es an, prüfen, ob das Ziel läuft und seine Adresse stimmt.</translation>
    </message>
    <message>
        <source>Nothing reached the target: the connection broke while it was made. It is tried again by itself.</source>
        <translation>Nichts hat das Ziel erreicht: Die Verbindung brach beim Aufbau ab. Der nächste Versuch kommt von selbst.</translation>
    </message>
    <message>
        <source>Nothing to do until the payment provider has finished the refund. It is tried again by itself.</source>
        <translation>Nichts zu tun, bis der Zahlungsdienst die Erstattung abgeschlossen hat. Der nächste Versuch kommt von selbst.</translation>
    </message>
    <message>
        <source>Nothing to do: Amazon could not take the request, and it is sent again.</source>
        <translation>Nichts zu tun: Amazon konnte die Anfrage nicht annehmen; sie wird erneut gesendet.</translation>
    </message>
    <message>
        <source>Nothing to do: NetSuite is under maintenance, and it is tried again after that. Put the window into the maintenance calendar.</source>
        <translation>Nichts zu tun: NetSuite wird gewartet, danach kommt der nächste Versuch von selbst. Die Wartungszeit in den Wartungskalender eintragen.</translation>
    </message>
    <message>
        <source>Nothing to do: another request holds the object. It is sent again under the same key.</source>
        <translation>Nichts zu tun: Eine andere Anfrage hält das Objekt. Es wird unter demselben Schlüssel erneut gesendet.</translation>
    </message>
    <message>
        <source>Nothing to do: it is sent again. If an extension does not answer, check the extension.</source>
        <translation>Nichts zu tun: Es wird erneut gesendet. Antwortet eine Erweiterung nicht, diese prüfen.</translation>
    </message>
    <message>
        <source>Nothing to do: it is sent again.</source>
        <translation>Nichts zu tun: Es wird erneut gesendet.</translation>
    </message>
    <message>
        <source>Nothing to do: the bank could not decide, and it is tried again later.</source>
        <translation>Nichts zu tun: Die Bank konnte nicht entscheiden; der nächste Versuch kommt später von selbst.</translation>
    </message>
    <message>
        <source>Nothing to do: the first request with this key is still at work. It is asked again under the same key.</source>
        <translation>Nichts zu tun: Die erste Anfrage mit diesem Schlüssel ist noch in Arbeit. Es wird unter demselben Schlüssel nachgefragt.</translation>
    </message>
    <message>
        <source>Nothing to do: the integration suite tries again by itself. Do not send it a second time.</source>
        <translation>Nichts zu tun: Die Integration Suite versucht es selbst noch einmal. Nicht ein zweites Mal senden.</translation>
    </message>
    <message>
        <source>Nothing to do: the operation failed in a way that trying again heals.</source>
        <translation>Nichts zu tun: Der Vorgang scheiterte so, dass ein neuer Versuch hilft.</translation>
    </message>
    <message>
        <source>Nothing to do: the target is under maintenance, and it is tried again after that.</source>
        <translation>Nichts zu tun: Das Ziel wird gewartet, danach kommt der nächste Versuch von selbst.</translation>
    </message>
    <message>
        <source>Nothing to do: the target turned the request away and says when to come back.</source>
        <translation>Nichts zu tun: Das Ziel hat die Anfrage abgewiesen und sagt, wann es wieder bereit ist.</translation>
    </message>
    <message>
        <source>Nothing to do: the token is fetched anew and the request is sent again.</source>
        <translation>Nichts zu tun: Das Token wird neu geholt und die Anfrage erneut gesendet.</translation>
    </message>
    <message>
        <source>Put the line on back order or split the order, then edit and replay.</source>
        <translation>Die Position in Rückstand nehmen oder den Auftrag teilen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>Read the cause in the message processing log, and look whether the receiver got the message.</source>
        <translation>Die Ursache im Nachrichtenprotokoll lesen und nachsehen, ob der Empfänger die Nachricht hat.</translation>
    </message>
    <message>
        <source>Read the exception log of the shop for the error behind this one, and look whether the change is there.</source>
        <translation>Im Fehlerprotokoll des Shops den Fehler lesen, der dahinter steckt, und nachsehen, ob die Änderung dort ist.</translation>
    </message>
    <message>
        <source>Read the message class and number in the status record, fix the cause, then reprocess with BD87.</source>
        <translation>Nachrichtenklasse und -nummer im Statussatz lesen, die Ursache beheben, dann mit BD87 erneut verarbeiten.</translation>
    </message>
    <message>
        <source>Renew or widen the credentials, then replay.</source>
        <translation>Die Zugangsdaten erneuern oder erweitern, dann erneut senden.</translation>
    </message>
    <message>
        <source>Renew the access token of the connection, then replay the whole group.</source>
        <translation>Das Zugriffstoken der Verbindung erneuern, dann die ganze Gruppe erneut senden.</translation>
    </message>
    <message>
        <source>Renew the certificate or add its issuer to the trust store, then replay.</source>
        <translation>Das Zertifikat erneuern oder seinen Aussteller als vertrauenswürdig aufnehmen, dann erneut senden.</translation>
    </message>
    <message>
        <source>SAP could not hand the document over to the port and tries again. Check the RFC destination if it goes on.</source>
        <translation>SAP konnte den Beleg nicht an den Port übergeben und versucht es weiter. Dauert es an, die RFC-Destination prüfen.</translation>
    </message>
    <message>
        <source>Send only the part that failed again, once its errors are fixed.</source>
        <translation>Nur den gescheiterten Teil erneut senden, sobald seine Fehler behoben sind.</translation>
    </message>
    <message>
        <source>Send tax lines with the order or with its lines, not with both: fix the mapping, then edit and replay.</source>
        <translation>Steuerzeilen entweder am Auftrag oder an seinen Positionen senden, nicht an beiden: die Zuordnung berichtigen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>ShipBob has an order with this reference already. Link its shipment and resolve as done.</source>
        <translation>ShipBob hat schon einen Auftrag mit dieser Referenz. Dessen Sendung verknüpfen und als „Das Ziel hat es schon“ erledigen.</translation>
    </message>
    <message>
        <source>Shopify has the fulfilment already. Resolve as done.</source>
        <translation>Shopify hat die Lieferung schon. Als „Das Ziel hat es schon“ erledigen.</translation>
    </message>
    <message>
        <source>Shopify understood the change and refused it. Read the message, fix what it names, then edit and replay.</source>
        <translation>Shopify hat die Änderung verstanden und abgelehnt. Die Meldung lesen, beheben, was sie nennt, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>Somebody changed or locked the object. Read it again and apply the change to what it is now.</source>
        <translation>Jemand hat das Objekt geändert oder gesperrt. Es neu lesen und die Änderung auf seinen jetzigen Stand anwenden.</translation>
    </message>
    <message>
        <source>Somebody changed the object in between. Read it again and apply the change to what it is now.</source>
        <translation>Jemand hat das Objekt inzwischen geändert. Es neu lesen und die Änderung auf seinen jetzigen Stand anwenden.</translation>
    </message>
    <message>
        <source>Somebody changed the object in between. Read it again with its new ETag and apply the change to that.</source>
        <translation>Jemand hat das Objekt inzwischen geändert. Es mit seinem neuen ETag neu lesen und die Änderung darauf anwenden.</translation>
    </message>
    <message>
        <source>Somebody changed the object in between. Read its current version and apply the change to that.</source>
        <translation>Jemand hat das Objekt inzwischen geändert. Seine jetzige Version lesen und die Änderung darauf anwenden.</translation>
    </message>
    <message>
        <source>Somebody changed the record in between. Read it again and apply the change to what it is now; never send the old document.</source>
        <translation>Jemand hat den Datensatz inzwischen geändert. Ihn neu lesen und die Änderung auf seinen jetzigen Stand anwenden; nie den alten Beleg senden.</translation>
    </message>
    <message>
        <source>Somebody has the sales order open. It is tried again; if the lock stays for half an hour, call the person that the message names.</source>
        <translation>Jemand hat den Kundenauftrag geöffnet. Der nächste Versuch kommt von selbst; bleibt die Sperre eine halbe Stunde, die Person anrufen, die die Meldung nennt.</translation>
    </message>
    <message>
        <source>Something behind the target could not be reached. Send again under the same key only; without one, look at the target first.</source>
        <translation>Etwas hinter dem Ziel war nicht zu erreichen. Nur unter demselben Schlüssel erneut senden; ohne Schlüssel erst am Ziel nachsehen.</translation>
    </message>
    <message>
        <source>Something else has this value already. Look at what it is, then link it or change the value.</source>
        <translation>Etwas anderes hat diesen Wert schon. Nachsehen, was es ist, dann verknüpfen oder den Wert ändern.</translation>
    </message>
    <message>
        <source>Something with this key is there. Look whether it is ours, then resolve as done or change the key.</source>
        <translation>Etwas mit diesem Schlüssel ist schon da. Nachsehen, ob es von uns ist, dann als „Das Ziel hat es schon“ erledigen oder den Schlüssel ändern.</translation>
    </message>
    <message>
        <source>Stock or price is not what the order says any more. Decide with the shop, then edit and replay.</source>
        <translation>Bestand oder Preis stimmen nicht mehr mit dem Auftrag überein. Mit dem Shop entscheiden, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>Stock the item at one location only where a fulfilment service keeps it, then replay.</source>
        <translation>Den Artikel nur an einem einzigen Standort führen, wenn ein Fulfilment-Dienst ihn lagert, dann erneut senden.</translation>
    </message>
    <message>
        <source>The API key is not accepted. Renew it, then replay.</source>
        <translation>Der API-Schlüssel wird nicht angenommen. Ihn erneuern, dann erneut senden.</translation>
    </message>
    <message>
        <source>The account lives in another data centre. Ask NetSuite for the domain of the account in place of a fixed one.</source>
        <translation>Das Konto liegt in einem anderen Rechenzentrum. NetSuite nach der Domain des Kontos fragen, statt eine feste zu verwenden.</translation>
    </message>
    <message>
        <source>The account or its connection to the carrier is not in order. Fix that at ShipEngine, then replay.</source>
        <translation>Das Konto oder seine Verbindung zum Zusteller ist nicht in Ordnung. Bei ShipEngine beheben, dann erneut senden.</translation>
    </message>
    <message>
        <source>The acquirer or the issuer could not be reached. Try again under the same key, and never show the reason to the shopper.</source>
        <translation>Die Händlerbank oder die Bank des Kunden war nicht zu erreichen. Unter demselben Schlüssel noch einmal versuchen; den Grund nie dem Käufer zeigen.</translation>
    </message>
    <message>
        <source>The address of the target has changed. Correct the connection, then replay.</source>
        <translation>Die Adresse des Ziels hat sich geändert. Die Verbindung berichtigen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The answer was lost on the way. Send again under the same key only; without one, look at the target first.</source>
        <translation>Die Antwort ging unterwegs verloren. Nur unter demselben Schlüssel erneut senden; ohne Schlüssel erst am Ziel nachsehen.</translation>
    </message>
    <message>
        <source>The bank declined. Ask the customer for another way to pay.</source>
        <translation>Die Bank hat abgelehnt. Den Kunden um eine andere Zahlungsart bitten.</translation>
    </message>
    <message>
        <source>The carrier does not take the parcel like this. Choose another service, or top up the balance, then replay.</source>
        <translation>Der Zusteller nimmt das Paket so nicht an. Eine andere Versandart wählen oder das Guthaben aufstocken, dann erneut senden.</translation>
    </message>
    <message>
        <source>The consumer refused the message or gave up on it. Find the cause in the consumer&apos;s log before requeueing.</source>
        <translation>Der Empfänger hat die Nachricht abgelehnt oder aufgegeben. Die Ursache in seinem Protokoll suchen, bevor sie wieder in die Warteschlange kommt.</translation>
    </message>
    <message>
        <source>The credentials are not accepted. Check the API key and its roles, then replay.</source>
        <translation>Die Zugangsdaten werden nicht angenommen. Den API-Schlüssel und seine Rollen prüfen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The credentials may not do this. Have the role enabled for them, then replay.</source>
        <translation>Diese Zugangsdaten erlauben es nicht. Die Rolle für sie freischalten lassen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The document does not have the form of its type. Fix the mapping, then send a new one.</source>
        <translation>Der Beleg hat nicht die Form seines Typs. Die Zuordnung berichtigen, dann einen neuen senden.</translation>
    </message>
    <message>
        <source>The document waits for an earlier one of the same object. Resolve that one; this follows by itself.</source>
        <translation>Der Beleg wartet auf einen früheren desselben Objekts. Jenen erledigen; dieser folgt von selbst.</translation>
    </message>
    <message>
        <source>The id or the store view is wrong. Correct the reference, then edit and replay.</source>
        <translation>Die Kennung oder die Store View ist falsch. Den Verweis berichtigen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>The key or the name in the address is unknown to SAP. Correct the reference or the mapping, then edit and replay.</source>
        <translation>SAP kennt den Schlüssel oder den Namen in der Adresse nicht. Den Verweis oder die Zuordnung berichtigen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>The key was used with other content before. Look up what the first request did, then send this content under a new key.</source>
        <translation>Der Schlüssel wurde schon mit anderem Inhalt verwendet. Nachsehen, was die erste Anfrage bewirkt hat, dann diesen Inhalt unter einem neuen Schlüssel senden.</translation>
    </message>
    <message>
        <source>The merchant account is not set up for this. Have it configured at Adyen, then replay.</source>
        <translation>Das Händlerkonto ist dafür nicht eingerichtet. Bei Adyen einrichten lassen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The merchant account is wrong or not open to these credentials. Correct the connection, then replay.</source>
        <translation>Das Händlerkonto ist falsch oder für diese Zugangsdaten nicht offen. Die Verbindung berichtigen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The message does not have the form that the target expects. Fix the mapping, then edit and replay.</source>
        <translation>Die Nachricht hat nicht die Form, die das Ziel erwartet. Die Zuordnung berichtigen, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>The message is sound, it only lay too long or the queue was full. It is sent again by itself; check why the consumer was slow.</source>
        <translation>Die Nachricht ist in Ordnung, sie lag nur zu lange, oder die Warteschlange war voll. Sie wird von selbst erneut gesendet; prüfen, warum der Empfänger langsam war.</translation>
    </message>
    <message>
        <source>The message is too large for the target. Split it, or have the limit raised.</source>
        <translation>Die Nachricht ist zu groß für das Ziel. Sie teilen oder die Grenze anheben lassen.</translation>
    </message>
    <message>
        <source>The order is at ShipBob and held there. Complete what the message names (tariff code, address, payment card) there; no replay is needed.</source>
        <translation>Der Auftrag ist bei ShipBob und wird dort angehalten. Dort ergänzen, was die Meldung nennt (Zolltarifnummer, Adresse, Zahlungskarte); erneutes Senden ist nicht nötig.</translation>
    </message>
    <message>
        <source>The order is at ShipBob and waits for stock or for the product to be activated. Fix that there; no replay is needed.</source>
        <translation>Der Auftrag ist bei ShipBob und wartet auf Bestand oder darauf, dass das Produkt eingeschaltet wird. Dort beheben; erneutes Senden ist nicht nötig.</translation>
    </message>
    <message>
        <source>The order is paid and fulfilled already. Use the return and refund flow in place of a cancellation.</source>
        <translation>Der Auftrag ist schon bezahlt und geliefert. Statt zu stornieren, den Weg über Retoure und Erstattung nehmen.</translation>
    </message>
    <message>
        <source>The payment may be captured already. Look at the payment provider; if it is, invoice the order offline.</source>
        <translation>Die Zahlung ist vielleicht schon eingezogen. Beim Zahlungsdienst nachsehen; wenn ja, den Auftrag offline in Rechnung stellen.</translation>
    </message>
    <message>
        <source>The payment provider could not do it. Read the reason, then decide on another way.</source>
        <translation>Der Zahlungsdienst konnte es nicht tun. Den Grund lesen, dann einen anderen Weg wählen.</translation>
    </message>
    <message>
        <source>The payment provider has done it already. Resolve as done.</source>
        <translation>Der Zahlungsdienst hat es schon getan. Als „Das Ziel hat es schon“ erledigen.</translation>
    </message>
    <message>
        <source>The payment was refused. Ask the customer for another way to pay, and never show the reason to the shopper.</source>
        <translation>Die Zahlung wurde abgelehnt. Den Kunden um eine andere Zahlungsart bitten; den Grund nie dem Käufer zeigen.</translation>
    </message>
    <message>
        <source>The query does not fit the target&apos;s schema or limits. Fix the connector, then replay.</source>
        <translation>Die Abfrage passt nicht zum Schema oder zu den Grenzen des Ziels. Den Konnektor berichtigen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The record may have been saved although the answer is an error. Ask for it by the external order number first.</source>
        <translation>Der Datensatz kann gespeichert sein, obwohl die Antwort ein Fehler ist. Erst mit der externen Auftragsnummer nach ihm fragen.</translation>
    </message>
    <message>
        <source>The record that the message refers to does not exist. Create it or correct the reference, then replay.</source>
        <translation>Den Datensatz, auf den sich die Nachricht bezieht, gibt es nicht. Ihn anlegen oder den Verweis berichtigen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The refund has reduced the quantity of the order already, so no credit memo is due. Mark it as not expected and resolve as not needed.</source>
        <translation>Die Erstattung hat die Menge des Auftrags schon verringert, also ist keine Gutschrift fällig. Als nicht erwartet kennzeichnen und als „Nicht mehr nötig“ erledigen.</translation>
    </message>
    <message>
        <source>The refund was refused. Pay it back another way, or top up the balance of the payment account.</source>
        <translation>Die Erstattung wurde abgelehnt. Auf anderem Weg zurückzahlen oder das Guthaben des Zahlungskontos aufstocken.</translation>
    </message>
    <message>
        <source>The request ran for more than ten minutes and may have been carried out. Look the document up in Business Central first.</source>
        <translation>Die Anfrage lief länger als zehn Minuten und kann ausgeführt worden sein. Erst in Business Central nach dem Beleg sehen.</translation>
    </message>
    <message>
        <source>The request was sent and its answer lost. Send it again under the same key only; without one, look at the target first.</source>
        <translation>Die Anfrage wurde gesendet, die Antwort ging verloren. Nur unter demselben Schlüssel erneut senden; ohne Schlüssel erst am Ziel nachsehen.</translation>
    </message>
    <message>
        <source>The shop does not know the location or the id that the message names. Check the mapping of locations first, then the id.</source>
        <translation>Der Shop kennt den Standort oder die Kennung nicht, die die Meldung nennt. Erst die Zuordnung der Standorte prüfen, dann die Kennung.</translation>
    </message>
    <message>
        <source>The shop is frozen until its bill is paid. Pause the connector and tell the merchant.</source>
        <translation>Der Shop ist eingefroren, bis seine Rechnung bezahlt ist. Den Konnektor anhalten und dem Händler Bescheid geben.</translation>
    </message>
    <message>
        <source>The shop is locked. Pause the connector and tell the merchant.</source>
        <translation>Der Shop ist gesperrt. Den Konnektor anhalten und dem Händler Bescheid geben.</translation>
    </message>
    <message>
        <source>The shop refused the operation for good. Fix what its message names, then edit and replay.</source>
        <translation>Der Shop hat den Vorgang endgültig abgelehnt. Beheben, was die Meldung nennt, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>The state of the object does not allow it. Read the message, then edit or resolve.</source>
        <translation>Der Zustand des Objekts lässt es nicht zu. Die Meldung lesen, dann ändern oder erledigen.</translation>
    </message>
    <message>
        <source>The state of the payment does not allow it. Top up the balance, authorise anew, or wait for the dispute, as the message says.</source>
        <translation>Der Zustand der Zahlung lässt es nicht zu. Guthaben aufstocken, neu autorisieren oder die Anfechtung abwarten, wie die Meldung sagt.</translation>
    </message>
    <message>
        <source>The state of the target does not allow it: look whether it is there already or locked, then decide.</source>
        <translation>Der Zustand des Ziels lässt es nicht zu: nachsehen, ob es dort schon da oder gesperrt ist, dann entscheiden.</translation>
    </message>
    <message>
        <source>The target does not accept the credentials or their rights. Renew or widen them, then replay the group.</source>
        <translation>Das Ziel nimmt die Zugangsdaten oder ihre Rechte nicht an. Sie erneuern oder erweitern, dann die Gruppe erneut senden.</translation>
    </message>
    <message>
        <source>The target does not have what the message refers to. Correct the reference or the address, then replay.</source>
        <translation>Das Ziel hat nicht, worauf sich die Nachricht bezieht. Den Verweis oder die Adresse berichtigen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The target does not offer this. Check its version and the address of the connection.</source>
        <translation>Das Ziel bietet das nicht an. Seine Version und die Adresse der Verbindung prüfen.</translation>
    </message>
    <message>
        <source>The target does not take requests of this form. Fix the connector, then replay.</source>
        <translation>Das Ziel nimmt Anfragen dieser Form nicht an. Den Konnektor berichtigen, dann erneut senden.</translation>
    </message>
    <message>
        <source>The target failed, and may have done its work before that. Send again under the same key only; without one, look first.</source>
        <translation>Das Ziel ist ausgefallen und kann seine Arbeit vorher getan haben. Nur unter demselben Schlüssel erneut senden; ohne Schlüssel erst nachsehen.</translation>
    </message>
    <message>
        <source>The target gave up waiting for the request. Send it again under the same key; without one, look first.</source>
        <translation>Das Ziel hat nicht länger auf die Anfrage gewartet. Unter demselben Schlüssel erneut senden; ohne Schlüssel erst nachsehen.</translation>
    </message>
    <message>
        <source>The target understood the message and refused its content. Fix what the message names, then edit and replay.</source>
        <translation>Das Ziel hat die Nachricht verstanden und ihren Inhalt abgelehnt. Beheben, was die Meldung nennt, dann ändern und erneut senden.</translation>
    </message>
    <message>
        <source>The target was busy with the same data. Send again under the same key; without one, look first.</source>
        <translation>Das Ziel war mit denselben Daten beschäftigt. Unter demselben Schlüssel erneut senden; ohne Schlüssel erst nachsehen.</translation>
    </message>
    <message>
        <source>The token or the credentials are not accepted. Renew them, then replay.</source>
        <translation>Das Token oder die Zugangsdaten werden nicht angenommen. Sie erneuern, dann erneut senden.</translation>
    </message>
    <message>
        <source>There is no open accounting period for the date. Have finance open it, then replay.</source>
        <translation>Für das Datum ist keine Buchungsperiode offen. Sie von der Buchhaltung öffnen lassen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Unblock the item in Business Central or choose a substitute, then replay.</source>
        <translation>Den Artikel in Business Central entsperren oder einen Ersatz wählen, dann erneut senden.</translation>
    </message>
    <message>
        <source>Upgrade the Shopify connector of Business Central, then replay.</source>
        <translation>Den Shopify-Konnektor von Business Central aktualisieren, dann erneut senden.</translation>
    </message>
    <message>
        <source>Wait and send again more slowly.</source>
        <translation>Warten und langsamer erneut senden.</translation>
    </message>
    <message>
        <source>Wait and send again more slowly; the quota refills by itself.</source>
        <translation>Warten und langsamer erneut senden; das Kontingent füllt sich von selbst.</translation>
    </message>
    <message>
        <source>Wait and send again under the same key, with fewer requests at a time.</source>
        <translation>Warten und unter demselben Schlüssel erneut senden, mit weniger Anfragen auf einmal.</translation>
    </message>
    <message>
        <source>Wait as long as Dataverse asks, and send fewer requests.</source>
        <translation>So lange warten, wie Dataverse verlangt, und weniger Anfragen senden.</translation>
    </message>
    <message>
        <source>Wait as long as Dataverse asks, and send smaller batches or fewer at a time.</source>
        <translation>So lange warten, wie Dataverse verlangt, und kleinere Stapel oder weniger auf einmal senden.</translation>
    </message>
    <message>
        <source>Wait as long as Shopify asks, and deliver fewer messages at a time to this shop.</source>
        <translation>So lange warten, wie Shopify verlangt, und diesem Shop weniger Nachrichten auf einmal zustellen.</translation>
    </message>
    <message>
        <source>Wait as long as the target asks, and deliver fewer messages at a time.</source>
        <translation>So lange warten, wie das Ziel verlangt, und weniger Nachrichten auf einmal zustellen.</translation>
    </message>
    <message>
        <source>Wait as long as the target asks, and send more slowly.</source>
        <translation>So lange warten, wie das Ziel verlangt, und langsamer senden.</translation>
    </message>
    <message>
        <source>Wait until the query budget has filled up again, and ask for less in one query.</source>
        <translation>Warten, bis das Abfragekontingent wieder gefüllt ist, und mit einer Abfrage weniger verlangen.</translation>
    </message>
    <message>
        <source>Wait; deliver one after the other, authenticate by token, or raise the concurrency of the account.</source>
        <translation>Warten; nacheinander zustellen, sich mit Token anmelden oder dem Konto mehr gleichzeitige Anfragen geben.</translation>
    </message>
    <message>
        <source>What was reported as done has failed afterwards. Open the finished step again and pay or capture another way.</source>
        <translation>Was als getan gemeldet war, ist danach gescheitert. Den abgeschlossenen Schritt wieder öffnen und auf anderem Weg zahlen lassen oder einziehen.</translation>
    </message>
    <message>
        <source>Widen the role of the integration user, by subsidiary if the message says so, then replay.</source>
        <translation>Die Rolle des Integrationsbenutzers erweitern, nach Tochtergesellschaft, wenn die Meldung es sagt, dann erneut senden.</translation>
    </message>
</context>
<context>
    <name>FailureRules</name>
    <message>
        <source>&quot;%1&quot; is the id of %2 already</source>
        <comment>%1 is the id of a rule, %2 its place such as /http/3</comment>
        <translation>„%1“ ist schon die Kennung von %2</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>either of the two conditions</source>
        <translation>eine der beiden Bedingungen</translation>
    </message>
    <message>
        <source>open</source>
        <comment>state of an order: something is expected</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>done</source>
        <comment>state of an order: every step is reached</comment>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>state of an order</comment>
        <translation>storniert</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of an order: a step failed</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>state of an order: a step waits for its system</comment>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>in progress</source>
        <comment>state of an order: a system works on a step</comment>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>any anomaly</source>
        <comment>value of a filter</comment>
        <translation>irgendeine</translation>
    </message>
    <message>
        <source>no anomaly</source>
        <comment>value of a filter</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>number, key or reference starts with it</source>
        <translation>Nummer, Schlüssel oder Referenz beginnt so</translation>
    </message>
    <message>
        <source>number or key of the order, * for any text</source>
        <translation>Nummer oder Schlüssel des Auftrags, * für beliebigen Text</translation>
    </message>
    <message>
        <source>sales channel</source>
        <comment>note on a filter field</comment>
        <translation>Vertriebskanal</translation>
    </message>
    <message>
        <source>kind of order</source>
        <comment>note on a filter field</comment>
        <translation>Art des Auftrags</translation>
    </message>
    <message>
        <source>currency of the order</source>
        <comment>note on a filter field</comment>
        <translation>Währung des Auftrags</translation>
    </message>
    <message>
        <source>customer as shown, * for any text</source>
        <translation>Kunde wie angezeigt, * für beliebigen Text</translation>
    </message>
    <message>
        <source>this step is open now</source>
        <translation>dieser Schritt ist jetzt offen</translation>
    </message>
    <message>
        <source>an open step is owed by this system</source>
        <translation>dieses System ist für einen offenen Schritt zuständig</translation>
    </message>
    <message>
        <source>open, failed, done, ...</source>
        <comment>note on a filter field</comment>
        <translation>offen, fehlgeschlagen, erledigt, ...</translation>
    </message>
    <message>
        <source>whether every system has the order</source>
        <translation>ob jedes System den Auftrag hat</translation>
    </message>
    <message>
        <source>where the goods are</source>
        <translation>wo die Ware ist</translation>
    </message>
    <message>
        <source>where the money is</source>
        <translation>wo das Geld ist</translation>
    </message>
    <message>
        <source>overdue, due soon, late, ...</source>
        <comment>note on a filter field</comment>
        <translation>überfällig, bald fällig, verspätet, ...</translation>
    </message>
    <message>
        <source>one of the four backlogs</source>
        <translation>einer der vier Rückstände</translation>
    </message>
    <message>
        <source>something odd in its events</source>
        <translation>etwas Auffälliges in seinen Ereignissen</translation>
    </message>
    <message>
        <source>id in another system, * for any text</source>
        <translation>ID in einem anderen System, * für beliebigen Text</translation>
    </message>
    <message>
        <source>how long it has been waiting, such as age&gt;2h</source>
        <translation>wie lange er schon wartet, etwa age&gt;2h</translation>
    </message>
    <message>
        <source>how long past its due time, such as overdue&gt;1d</source>
        <translation>wie lange er überfällig ist, etwa overdue&gt;1d</translation>
    </message>
    <message>
        <source>when the customer bought, such as placed:today</source>
        <translation>wann bestellt wurde, etwa placed:today</translation>
    </message>
    <message>
        <source>when the last event happened, such as seen&gt;=-24h</source>
        <translation>wann das letzte Ereignis geschah, etwa seen&gt;=-24h</translation>
    </message>
    <message>
        <source>by when it was promised, such as promised&lt;today</source>
        <translation>zugesagter Liefertermin, etwa promised&lt;today</translation>
    </message>
    <message>
        <source>total in its own currency, such as value&gt;=500</source>
        <translation>Summe in eigener Währung, etwa value&gt;=500</translation>
    </message>
    <message>
        <source>This quotation is not closed.</source>
        <translation>Dieses Anführungszeichen wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>There is no ( before this ).</source>
        <translation>Vor dieser ) steht keine (.</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>Das ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>%1 needs a condition before and after it.</source>
        <comment>%1 is AND or OR</comment>
        <translation>%1 braucht davor und danach eine Bedingung.</translation>
    </message>
    <message>
        <source>A condition is missing here.</source>
        <translation>Hier fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>A condition is missing after this.</source>
        <translation>Danach fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>Write - directly before what is to be left out: -channel:test</source>
        <translation>- direkt vor das setzen, was wegbleiben soll: -channel:test</translation>
    </message>
    <message>
        <source>A field must stand before %1, such as age&gt;2h.</source>
        <translation>Vor %1 muss ein Feld stehen, etwa age&gt;2h.</translation>
    </message>
    <message>
        <source>Write - before a condition for &quot;not&quot;.</source>
        <translation>Für „nicht“ ein - vor die Bedingung setzen.</translation>
    </message>
    <message>
        <source>A value is missing after %1%2</source>
        <comment>a field and its operator</comment>
        <translation>Nach %1%2 fehlt ein Wert</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>Es gibt kein Feld „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be compared, only be equal.</source>
        <comment>%1 is a field</comment>
        <translation>„%1“ lässt sich nicht vergleichen, nur gleichsetzen.</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>Hier fehlt ein Wert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no value &quot;%2&quot;. There are: %3.</source>
        <comment>field, value, list of values</comment>
        <translation>„%1“ hat keinen Wert „%2“. Es gibt: %3.</translation>
    </message>
    <message>
        <source>ISO 4217 has no currency &quot;%1&quot;.</source>
        <translation>ISO 4217 kennt keine Währung „%1“.</translation>
    </message>
    <message>
        <source>Amounts are written with a point and without groups: %1</source>
        <translation>Beträge werden mit Punkt und ohne Gruppen geschrieben: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes one value or a range such as %2..%3.</source>
        <comment>field, value, value</comment>
        <translation>„%1“ nimmt einen Wert oder einen Bereich wie %2..%3.</translation>
    </message>
    <message>
        <source>Say longer or shorter: %1 or %2.</source>
        <translation>Länger oder kürzer angeben: %1 oder %2.</translation>
    </message>
    <message>
        <source>A range needs a colon.</source>
        <translation>Ein Bereich braucht einen Doppelpunkt.</translation>
    </message>
    <message>
        <source>This range ends before it begins.</source>
        <translation>Dieser Bereich endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no span of time such as 90s, 15m, 2h, 3d or 1w.</source>
        <translation>„%1“ ist keine Zeitspanne wie 90s, 15m, 2h, 3d oder 1w.</translation>
    </message>
    <message>
        <source>Write &gt;=-%1 for the last %1, &lt;-%1 for anything before.</source>
        <comment>%1 is such as 24h</comment>
        <translation>&gt;=-%1 schreiben für die letzten %1, &lt;-%1 für alles davor.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time such as today, 2026-11-03, 2026-11, 2026 or -24h.</source>
        <translation>„%1“ ist keine Zeit wie today, 2026-11-03, 2026-11, 2026 oder -24h.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount such as 500 or 99.90.</source>
        <translation>„%1“ ist kein Betrag wie 500 oder 99.90.</translation>
    </message>
    <message>
        <source>when a step was reached late, such as late&gt;=-24h</source>
        <translation>wann ein Schritt zu spät erreicht wurde, etwa late&gt;=-24h</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of a group.</source>
        <translation>„%1“ ist keine Nummer einer Gruppe.</translation>
    </message>
    <message numerus="yes">
        <source>Payloads are searched for at least %n letter(s).</source>
        <translation>
            <numerusform>Inhalte werden nach mindestens %n Zeichen durchsucht.</numerusform>
            <numerusform>Inhalte werden nach mindestens %n Zeichen durchsucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number such as 3.</source>
        <translation>„%1“ ist keine ganze Zahl wie 3.</translation>
    </message>
    <message>
        <source>open</source>
        <comment>state of a problem: neither resolved nor put off</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a problem: not in doubt, not only late</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>failure</source>
        <comment>kind of a problem: something failed</comment>
        <translation>Fehlschlag</translation>
    </message>
    <message>
        <source>me</source>
        <comment>owner of a problem</comment>
        <translation>ich</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>owner of a problem</comment>
        <translation>niemand</translation>
    </message>
    <message>
        <source>occurs in order number, flow, step, code or error</source>
        <translation>kommt in Auftragsnummer, Fluss, Schritt, Code oder Fehler vor</translation>
    </message>
    <message>
        <source>integration, * for any text</source>
        <translation>Integration, * für beliebigen Text</translation>
    </message>
    <message>
        <source>open, snoozed, or of its group: new, waiting, ...</source>
        <translation>offen, zurückgestellt, oder der Gruppe: neu, wartet, ...</translation>
    </message>
    <message>
        <source>me, none or a name</source>
        <translation>me für mich, none für niemanden, oder ein Name</translation>
    </message>
    <message>
        <source>the message contains it, such as error:&quot;tax code&quot;</source>
        <translation>die Meldung enthält es, etwa error:&quot;tax code&quot;</translation>
    </message>
    <message>
        <source>code of the error, * for any text</source>
        <translation>Code des Fehlers, * für beliebigen Text</translation>
    </message>
    <message>
        <source>kind of error: data, auth, ...</source>
        <comment>note on a filter field</comment>
        <translation>Art des Fehlers: data, auth, ...</translation>
    </message>
    <message>
        <source>failed, overdue without an error, in doubt, ...</source>
        <translation>fehlgeschlagen, ohne Fehler überfällig, ungewiss, ...</translation>
    </message>
    <message>
        <source>whether the target has done it; unknown is in doubt</source>
        <translation>ob das Ziel es getan hat; unknown heißt ungewiss</translation>
    </message>
    <message>
        <source>how urgent</source>
        <comment>note on a filter field</comment>
        <translation>wie dringend</translation>
    </message>
    <message>
        <source>system that it goes to, or is awaited from</source>
        <translation>System, an das es geht oder von dem es erwartet wird</translation>
    </message>
    <message>
        <source>step of the order that is held up</source>
        <translation>Schritt des Auftrags, der aufgehalten ist</translation>
    </message>
    <message>
        <source>time left, such as due&lt;1h</source>
        <translation>verbleibende Zeit, etwa due&lt;1h</translation>
    </message>
    <message>
        <source>how long it has been open, such as age&gt;2h</source>
        <translation>wie lange es offen ist, etwa age&gt;2h</translation>
    </message>
    <message>
        <source>when it began, such as opened:today</source>
        <translation>wann es begann, etwa opened:today</translation>
    </message>
    <message>
        <source>when it failed last, such as seen&gt;=-24h</source>
        <translation>wann es zuletzt fehlschlug, etwa seen&gt;=-24h</translation>
    </message>
    <message>
        <source>team that looks after it</source>
        <comment>note on a filter field</comment>
        <translation>Team, das sich darum kümmert</translation>
    </message>
    <message>
        <source>how often it was tried, such as attempts&gt;=3</source>
        <translation>wie oft es versucht wurde, etwa attempts&gt;=3</translation>
    </message>
    <message>
        <source>HTTP status of the last answer, such as http&gt;=500</source>
        <translation>HTTP-Status der letzten Antwort, etwa http&gt;=500</translation>
    </message>
    <message>
        <source>a value that is sent contains it</source>
        <translation>ein gesendeter Wert enthält es</translation>
    </message>
    <message>
        <source>number of the group</source>
        <comment>note on a filter field</comment>
        <translation>Nummer der Gruppe</translation>
    </message>
    <message>
        <source>word that people put on the order, * for any text</source>
        <translation>Wort, das jemand dem Auftrag gegeben hat, * für beliebigen Text</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter: an order number, channel:pos, state:failed, age&gt;2h …</source>
        <translation>Filter: eine Auftragsnummer, channel:pos, state:failed, age&gt;2h …</translation>
    </message>
    <message>
        <source>Filter of the orders</source>
        <translation>Filter der Aufträge</translation>
    </message>
    <message>
        <source>Orders with a step that is open and past its due time</source>
        <translation>Aufträge mit einem offenen Schritt, der überfällig ist</translation>
    </message>
    <message>
        <source>Due soon</source>
        <comment>quick filter</comment>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>Orders with an open step whose warning time has passed, none past due</source>
        <translation>Aufträge mit einem offenen Schritt über seiner Warnzeit, keiner überfällig</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>quick filter: a step failed</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Orders with a step that a system reported as failed</source>
        <translation>Aufträge mit einem Schritt, den ein System als fehlgeschlagen gemeldet hat</translation>
    </message>
    <message>
        <source>Awaiting ERP</source>
        <comment>quick filter: orders not yet posted in the ERP</comment>
        <translation>Wartet auf ERP</translation>
    </message>
    <message>
        <source>Awaiting reservation</source>
        <comment>quick filter: stock reservation not confirmed</comment>
        <translation>Reservierung offen</translation>
    </message>
    <message>
        <source>Shipment not reconciled</source>
        <comment>quick filter</comment>
        <translation>Sendung ungeklärt</translation>
    </message>
    <message>
        <source>Refund not in finance</source>
        <comment>quick filter</comment>
        <translation>Erstattung unverbucht</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
    <message>
        <source>All orders</source>
        <extracomment>%1 is the filter in words: &quot;channel is pos, and waiting for more than 2 hours&quot;</extracomment>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>Orders: %1</source>
        <translation>Aufträge: %1</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>quick filter: targets missed</comment>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Filter: an order number, words of the error, owner:me, due&lt;1h …</source>
        <translation>Filter: eine Auftragsnummer, Wörter des Fehlers, owner:me, due&lt;1h …</translation>
    </message>
    <message>
        <source>Filter of the problems</source>
        <translation>Filter der Probleme</translation>
    </message>
    <message>
        <source>Type to filter (/). Tab completes, Enter goes to the list, Down shows what you looked for last.</source>
        <translation>Tippen filtert (/). Tab vervollständigt, Enter geht zur Liste, Pfeil nach unten zeigt, was zuletzt gesucht wurde.</translation>
    </message>
    <message>
        <source>All problems of the list</source>
        <extracomment>%1 is the filter in words: &quot;owner is me, and due in less than 1 hour&quot;</extracomment>
        <translation>Alle Probleme der Liste</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>Probleme: %1</translation>
    </message>
</context>
<context>
    <name>FilterEdit</name>
    <message>
        <source>looked for before</source>
        <comment>note beside an earlier filter</comment>
        <translation>schon einmal gesucht</translation>
    </message>
</context>
<context>
    <name>FilterQuestion</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>Filter, character %1: %2</source>
        <translation>Filter, Zeichen %1: %2</translation>
    </message>
    <message>
        <source>The filter is not understood: %1</source>
        <translation>Der Filter ist nicht verständlich: %1</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>number, key or reference starts with %1</source>
        <translation>Nummer, Schlüssel oder Referenz beginnt mit %1</translation>
    </message>
    <message>
        <source>neither number nor key nor reference starts with %1</source>
        <translation>weder Nummer noch Schlüssel noch Referenz beginnt mit %1</translation>
    </message>
    <message>
        <source>order is %1</source>
        <translation>Auftrag ist %1</translation>
    </message>
    <message>
        <source>order is not %1</source>
        <translation>Auftrag ist nicht %1</translation>
    </message>
    <message>
        <source>channel is %1</source>
        <translation>Kanal ist %1</translation>
    </message>
    <message>
        <source>channel is not %1</source>
        <translation>Kanal ist nicht %1</translation>
    </message>
    <message>
        <source>process is %1</source>
        <translation>Ablauf ist %1</translation>
    </message>
    <message>
        <source>process is not %1</source>
        <translation>Ablauf ist nicht %1</translation>
    </message>
    <message>
        <source>currency is %1</source>
        <translation>Währung ist %1</translation>
    </message>
    <message>
        <source>currency is not %1</source>
        <translation>Währung ist nicht %1</translation>
    </message>
    <message>
        <source>customer is %1</source>
        <translation>Kunde ist %1</translation>
    </message>
    <message>
        <source>customer is not %1</source>
        <translation>Kunde ist nicht %1</translation>
    </message>
    <message>
        <source>open step is %1</source>
        <translation>offener Schritt ist %1</translation>
    </message>
    <message>
        <source>open step is not %1</source>
        <translation>offener Schritt ist nicht %1</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>wartet seit %1</translation>
    </message>
    <message>
        <source>not waiting for %1</source>
        <translation>wartet nicht seit %1</translation>
    </message>
    <message>
        <source>state is %1</source>
        <translation>Status ist %1</translation>
    </message>
    <message>
        <source>state is not %1</source>
        <translation>Status ist nicht %1</translation>
    </message>
    <message>
        <source>synchronisation is %1</source>
        <translation>Abgleich ist %1</translation>
    </message>
    <message>
        <source>synchronisation is not %1</source>
        <translation>Abgleich ist nicht %1</translation>
    </message>
    <message>
        <source>fulfilment is %1</source>
        <translation>Lieferung ist %1</translation>
    </message>
    <message>
        <source>fulfilment is not %1</source>
        <translation>Lieferung ist nicht %1</translation>
    </message>
    <message>
        <source>money is %1</source>
        <translation>Zahlung ist %1</translation>
    </message>
    <message>
        <source>money is not %1</source>
        <translation>Zahlung ist nicht %1</translation>
    </message>
    <message>
        <source>target is %1</source>
        <translation>Ziel ist %1</translation>
    </message>
    <message>
        <source>target is not %1</source>
        <translation>Ziel ist nicht %1</translation>
    </message>
    <message>
        <source>in the backlog %1</source>
        <translation>Rückstand ist %1</translation>
    </message>
    <message>
        <source>not in the backlog %1</source>
        <translation>Rückstand ist nicht %1</translation>
    </message>
    <message>
        <source>anomaly is %1</source>
        <translation>Auffälligkeit ist %1</translation>
    </message>
    <message>
        <source>anomaly is not %1</source>
        <translation>Auffälligkeit ist nicht %1</translation>
    </message>
    <message>
        <source>reference is %1</source>
        <translation>Referenz ist %1</translation>
    </message>
    <message>
        <source>reference is not %1</source>
        <translation>Referenz ist nicht %1</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>seit %1 überfällig</translation>
    </message>
    <message>
        <source>not overdue by %1</source>
        <translation>nicht seit %1 überfällig</translation>
    </message>
    <message>
        <source>placed %1</source>
        <translation>bestellt %1</translation>
    </message>
    <message>
        <source>not placed %1</source>
        <translation>nicht bestellt %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>zuletzt gesehen %1</translation>
    </message>
    <message>
        <source>not last seen %1</source>
        <translation>nicht zuletzt gesehen %1</translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>Liefertermin %1</translation>
    </message>
    <message>
        <source>not promised %1</source>
        <translation>Liefertermin nicht %1</translation>
    </message>
    <message>
        <source>value is %1</source>
        <translation>Wert ist %1</translation>
    </message>
    <message>
        <source>value is not %1</source>
        <translation>Wert ist nicht %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two values of a list</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>the last two values of a list</comment>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>a number or a span</comment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>a number or a span</comment>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>before %1</source>
        <comment>a time</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>from %1 until before %2</source>
        <comment>two times</comment>
        <translation>ab %1 und vor %2</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a day</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <comment>two days, both included</comment>
        <translation>vom %1 bis %2</translation>
    </message>
    <message>
        <source>%1, and %2</source>
        <comment>two conditions</comment>
        <translation>%1, und %2</translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <comment>two conditions</comment>
        <translation>%1, oder %2</translation>
    </message>
    <message>
        <source>all orders</source>
        <comment>an empty filter</comment>
        <translation>alle Aufträge</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a group of conditions in parentheses</comment>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>waiting on %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>not waiting on %1</source>
        <translation>wartet nicht auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 or %n other(s)</source>
        <comment>a list of values that goes on</comment>
        <translation>
            <numerusform>%1 oder %n weiterer</numerusform>
            <numerusform>%1 oder %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>a step was reached late %1</source>
        <translation>ein Schritt zu spät erreicht %1</translation>
    </message>
    <message>
        <source>no step was reached late %1</source>
        <translation>kein Schritt zu spät erreicht %1</translation>
    </message>
    <message>
        <source>all problems</source>
        <comment>an empty filter</comment>
        <translation>alle Probleme</translation>
    </message>
    <message>
        <source>%1 occurs</source>
        <translation>%1 kommt vor</translation>
    </message>
    <message>
        <source>%1 does not occur</source>
        <translation>%1 kommt nicht vor</translation>
    </message>
    <message>
        <source>flow is %1</source>
        <translation>Fluss ist %1</translation>
    </message>
    <message>
        <source>flow is not %1</source>
        <translation>Fluss ist nicht %1</translation>
    </message>
    <message>
        <source>step is %1</source>
        <translation>Schritt ist %1</translation>
    </message>
    <message>
        <source>step is not %1</source>
        <translation>Schritt ist nicht %1</translation>
    </message>
    <message>
        <source>system is %1</source>
        <translation>System ist %1</translation>
    </message>
    <message>
        <source>system is not %1</source>
        <translation>System ist nicht %1</translation>
    </message>
    <message>
        <source>owner is %1</source>
        <translation>zuständig: %1</translation>
    </message>
    <message>
        <source>owner is not %1</source>
        <translation>nicht zuständig: %1</translation>
    </message>
    <message>
        <source>the error contains %1</source>
        <translation>der Fehler enthält %1</translation>
    </message>
    <message>
        <source>the error does not contain %1</source>
        <translation>der Fehler enthält nicht %1</translation>
    </message>
    <message>
        <source>the payload contains %1</source>
        <translation>der Inhalt enthält %1</translation>
    </message>
    <message>
        <source>the payload does not contain %1</source>
        <translation>der Inhalt enthält nicht %1</translation>
    </message>
    <message>
        <source>code is %1</source>
        <translation>Code ist %1</translation>
    </message>
    <message>
        <source>code is not %1</source>
        <translation>Code ist nicht %1</translation>
    </message>
    <message>
        <source>kind of error is %1</source>
        <translation>Art des Fehlers ist %1</translation>
    </message>
    <message>
        <source>kind of error is not %1</source>
        <translation>Art des Fehlers ist nicht %1</translation>
    </message>
    <message>
        <source>kind is %1</source>
        <translation>Art ist %1</translation>
    </message>
    <message>
        <source>kind is not %1</source>
        <translation>Art ist nicht %1</translation>
    </message>
    <message>
        <source>effect is %1</source>
        <translation>Wirkung ist %1</translation>
    </message>
    <message>
        <source>effect is not %1</source>
        <translation>Wirkung ist nicht %1</translation>
    </message>
    <message>
        <source>severity is %1</source>
        <translation>Dringlichkeit ist %1</translation>
    </message>
    <message>
        <source>severity is not %1</source>
        <translation>Dringlichkeit ist nicht %1</translation>
    </message>
    <message>
        <source>team is %1</source>
        <translation>Team ist %1</translation>
    </message>
    <message>
        <source>team is not %1</source>
        <translation>Team ist nicht %1</translation>
    </message>
    <message>
        <source>group is %1</source>
        <translation>Gruppe ist %1</translation>
    </message>
    <message>
        <source>group is not %1</source>
        <translation>Gruppe ist nicht %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>fällig in %1</translation>
    </message>
    <message>
        <source>not due in %1</source>
        <translation>nicht fällig in %1</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>offen seit %1</translation>
    </message>
    <message>
        <source>not open for %1</source>
        <translation>nicht offen seit %1</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>not opened %1</source>
        <translation>nicht begonnen %1</translation>
    </message>
    <message>
        <source>last failed %1</source>
        <translation>zuletzt fehlgeschlagen %1</translation>
    </message>
    <message>
        <source>not last failed %1</source>
        <translation>nicht zuletzt fehlgeschlagen %1</translation>
    </message>
    <message>
        <source>number of tries is %1</source>
        <translation>Zahl der Versuche ist %1</translation>
    </message>
    <message>
        <source>number of tries is not %1</source>
        <translation>Zahl der Versuche ist nicht %1</translation>
    </message>
    <message>
        <source>HTTP status is %1</source>
        <translation>HTTP-Status ist %1</translation>
    </message>
    <message>
        <source>HTTP status is not %1</source>
        <translation>HTTP-Status ist nicht %1</translation>
    </message>
    <message>
        <source>tagged %1</source>
        <translation>mit Schlagwort %1</translation>
    </message>
    <message>
        <source>not tagged %1</source>
        <translation>ohne Schlagwort %1</translation>
    </message>
    <message>
        <source>a word of flow, step, code or shared text begins with %1</source>
        <translation>ein Wort in Fluss, Schritt, Code oder gemeinsamem Text beginnt mit %1</translation>
    </message>
    <message>
        <source>no word of flow, step, code or shared text begins with %1</source>
        <translation>kein Wort in Fluss, Schritt, Code oder gemeinsamem Text beginnt mit %1</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>Let the reserved money go</source>
        <comment>what a message is sent for</comment>
        <translation>Reserviertes Geld freigeben</translation>
    </message>
    <message>
        <source>Let the reserved stock go</source>
        <comment>what a message is sent for</comment>
        <translation>Reservierten Bestand freigeben</translation>
    </message>
    <message>
        <source>Order to validation</source>
        <comment>what a message is sent for</comment>
        <translation>Auftrag an die Prüfung</translation>
    </message>
    <message>
        <source>Order to fraud screening</source>
        <comment>what a message is sent for</comment>
        <translation>Auftrag an die Betrugsprüfung</translation>
    </message>
    <message>
        <source>Authorise the payment</source>
        <comment>what a message is sent for</comment>
        <translation>Zahlung autorisieren</translation>
    </message>
    <message>
        <source>Reserve the stock</source>
        <comment>what a message is sent for</comment>
        <translation>Bestand reservieren</translation>
    </message>
    <message>
        <source>Order to the ERP</source>
        <comment>what a message is sent for</comment>
        <translation>Auftrag an das ERP</translation>
    </message>
    <message>
        <source>Order to the warehouse or store</source>
        <comment>what a message is sent for</comment>
        <translation>Auftrag an Lager oder Filiale</translation>
    </message>
    <message>
        <source>Goods issue to the ERP</source>
        <comment>what a message is sent for</comment>
        <translation>Warenausgang an das ERP</translation>
    </message>
    <message>
        <source>Shipment to the shop</source>
        <comment>what a message is sent for</comment>
        <translation>Sendung an den Shop</translation>
    </message>
    <message>
        <source>Capture the payment</source>
        <comment>what a message is sent for</comment>
        <translation>Zahlung einziehen</translation>
    </message>
    <message>
        <source>Invoice</source>
        <comment>what a message is sent for</comment>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Tell the customer</source>
        <comment>what a message is sent for</comment>
        <translation>Kunden benachrichtigen</translation>
    </message>
    <message>
        <source>Settlement to finance</source>
        <comment>what a message is sent for</comment>
        <translation>Abrechnung an die Buchhaltung</translation>
    </message>
    <message>
        <source>Accept a marketplace order</source>
        <comment>what a message is sent for</comment>
        <translation>Marktplatzauftrag annehmen</translation>
    </message>
    <message>
        <source>Shipment to the marketplace</source>
        <comment>what a message is sent for</comment>
        <translation>Sendung an den Marktplatz</translation>
    </message>
    <message>
        <source>Store sale to the stock</source>
        <comment>what a message is sent for</comment>
        <translation>Filialverkauf an den Bestand</translation>
    </message>
    <message>
        <source>Expected return to the warehouse</source>
        <comment>what a message is sent for</comment>
        <translation>Erwartete Retoure an das Lager</translation>
    </message>
    <message>
        <source>Returned goods to the stock</source>
        <comment>what a message is sent for</comment>
        <translation>Retournierte Ware an den Bestand</translation>
    </message>
    <message>
        <source>Pay the customer back</source>
        <comment>what a message is sent for</comment>
        <translation>Kunden das Geld zurückzahlen</translation>
    </message>
    <message>
        <source>Credit memo to the ERP</source>
        <comment>what a message is sent for</comment>
        <translation>Gutschrift an das ERP</translation>
    </message>
    <message>
        <source>Tell the customer of the refund</source>
        <comment>what a message is sent for</comment>
        <translation>Kunden über die Erstattung benachrichtigen</translation>
    </message>
</context>
<context>
    <name>FulfilmentState</name>
    <message>
        <source>Unknown</source>
        <comment>fulfilment state: no evidence</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not started</source>
        <comment>fulfilment state: nothing reserved or shipped</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Reserved</source>
        <comment>fulfilment state: stock is reserved</comment>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Routed</source>
        <comment>fulfilment state: handed to a warehouse or store</comment>
        <translation>Zugeteilt</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>fulfilment state: ready for pickup</comment>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>fulfilment state</comment>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>fulfilment state</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Collected</source>
        <comment>fulfilment state: the customer took the goods along</comment>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>fulfilment state</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>fulfilment state</comment>
        <translation>Storniert</translation>
    </message>
</context>
<context>
    <name>GroupCommand</name>
    <message>
        <source>There is no group that matches.</source>
        <translation>Keine Gruppe passt.</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column: of a group</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Problems</source>
        <comment>column: how many</comment>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>column: when the first order misses a target</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: of a group</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>column: who looks after it</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column: of the orders</comment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Cause</source>
        <comment>column: what a group is about</comment>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>a duration</comment>
        <translation>%1 zu spät</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a duration</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 open, %2, value at risk: %3</source>
        <comment>how many problems, the group&apos;s state, sums</comment>
        <translation>%1 offen, %2, gefährdeter Wert: %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <source>Change %1: merged by %2</source>
        <translation>Änderung %1: zusammengeführt von %2</translation>
    </message>
    <message>
        <source>Change %1: split by %2</source>
        <translation>Änderung %1: abgespalten von %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time; it is such as 2026-11-30T08:00.</source>
        <translation>„%1“ ist keine Zeit; gemeint ist etwas wie 2026-11-30T08:00.</translation>
    </message>
    <message>
        <source>Say how it was settled: --as.</source>
        <translation>Bitte sagen, wie es erledigt wurde: --as.</translation>
    </message>
    <message numerus="yes">
        <source>Group %1: done, %n problem(s) resolved.</source>
        <translation>
            <numerusform>Gruppe %1: getan, %n Problem erledigt.</numerusform>
            <numerusform>Gruppe %1: getan, %n Probleme erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Group %1: done.</source>
        <translation>Gruppe %1: getan.</translation>
    </message>
    <message>
        <source>Group %1: not done, %2.</source>
        <comment>%2 is a reason such as &quot;resolved already&quot;</comment>
        <translation>Gruppe %1: nicht getan, %2.</translation>
    </message>
    <message>
        <source>Merged. &quot;signalboxctl regroup %1&quot; takes it apart again.</source>
        <translation>Zusammengeführt. „signalboxctl regroup %1“ trennt es wieder.</translation>
    </message>
    <message>
        <source>Change %1 is undone.</source>
        <translation>Änderung %1 ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>a count that was not counted to its end</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>There are more; a filter or --queue narrows it down.</source>
        <translation>Es gibt mehr; ein Filter oder --queue grenzt es ein.</translation>
    </message>
    <message>
        <source>Split off: it is group %2 now. &quot;signalboxctl regroup %1&quot; puts it back.</source>
        <translation>Abgetrennt: Es ist jetzt Gruppe %2. „signalboxctl regroup %1“ fügt sie wieder ein.</translation>
    </message>
</context>
<context>
    <name>GroupForms</name>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Or as soon as more are open than</source>
        <translation>Oder sobald mehr offen sind als</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button: do nothing</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name of the user</source>
        <translation>Name des Benutzers</translation>
    </message>
    <message>
        <source>A person, a team or a supplier</source>
        <translation>Eine Person, ein Team oder ein Lieferant</translation>
    </message>
    <message>
        <source>Empty: as the console calls it</source>
        <translation>Leer: wie die Konsole sie nennt</translation>
    </message>
    <message>
        <source>What did you find out? Everybody can read it; @name makes that person a watcher.</source>
        <translation>Was ist bekannt? Alle können es lesen; @name macht diese Person zum Beobachter.</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Such as a document number or a ticket</source>
        <translation>Etwa eine Belegnummer oder ein Ticket</translation>
    </message>
    <message>
        <source>Words in the message</source>
        <translation>Wörter in der Meldung</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>caption: who works on it</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <comment>caption: on whom a group waits</comment>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>caption: of a group</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>It is</source>
        <comment>caption: why a problem is none any more</comment>
        <translation>Es ist</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>caption: why a problem is none any more, in own words</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Evidence</source>
        <comment>caption: what shows that it is so</comment>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>What has</source>
        <comment>caption: by which value a group is split</comment>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>caption: words by which a group is split</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Leave it as it is (Esc)</source>
        <translation>So lassen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n group(s)</source>
        <translation>
            <numerusform>%n Gruppe zuweisen</numerusform>
            <numerusform>%n Gruppen zuweisen</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign</source>
        <comment>button</comment>
        <translation>Zuweisen</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) wait for somebody</source>
        <translation>
            <numerusform>%n Gruppe wartet auf jemanden</numerusform>
            <numerusform>%n Gruppen warten auf jemanden</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>button: a group waits</comment>
        <translation>Warten</translation>
    </message>
    <message numerus="yes">
        <source>Put %n group(s) into the archive</source>
        <translation>
            <numerusform>%n Gruppe archivieren</numerusform>
            <numerusform>%n Gruppen archivieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>button: put off</comment>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Name the group</source>
        <translation>Die Gruppe benennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <comment>button</comment>
        <translation>Umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>Resolve %Ln problem(s) with their groups: they will not be sent any more</source>
        <translation>
            <numerusform>%Ln Problem mit seiner Gruppe erledigen: Es wird nicht mehr gesendet</numerusform>
            <numerusform>%Ln Probleme mit ihren Gruppen erledigen: Sie werden nicht mehr gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve</source>
        <comment>button</comment>
        <translation>Erledigen</translation>
    </message>
    <message numerus="yes">
        <source>Note on %n group(s)</source>
        <translation>
            <numerusform>Notiz zu %n Gruppe</numerusform>
            <numerusform>Notiz zu %n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>channel %1 (%2)</source>
        <comment>a sales channel and how many have it</comment>
        <translation>Kanal %1 (%2)</translation>
    </message>
    <message>
        <source>target %1 (%2)</source>
        <comment>a target and how many have it</comment>
        <translation>Ziel %1 (%2)</translation>
    </message>
    <message>
        <source>code %1 (%2)</source>
        <comment>an error&apos;s code and how many have it</comment>
        <translation>Code %1 (%2)</translation>
    </message>
    <message>
        <source>certain words in its message</source>
        <translation>bestimmte Wörter in der Meldung</translation>
    </message>
    <message>
        <source>Split off, now and for what comes later</source>
        <translation>Abspalten, jetzt und für alles, was noch kommt</translation>
    </message>
    <message>
        <source>Split</source>
        <comment>button: part of a group becomes its own</comment>
        <translation>Abspalten</translation>
    </message>
    <message>
        <source>Which words?</source>
        <translation>Welche Wörter?</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>An wen?</translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation>Auf wen?</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>Bis wann?</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Ein Grund ist nötig.</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <extracomment>Tool tip of a button: its key</extracomment>
        <translation>%1 (Strg+Eingabe)</translation>
    </message>
    <message numerus="yes">
        <source>Resolve the %Ln problem(s) that are shown of them: they will not be sent any more</source>
        <translation>
            <numerusform>Das %Ln gezeigte Problem daraus erledigen: Es wird nicht mehr gesendet</numerusform>
            <numerusform>Die %Ln gezeigten Probleme daraus erledigen: Sie werden nicht mehr gesendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupInspector</name>
    <message>
        <source>Choose a group to see what is the matter</source>
        <translation>Eine Gruppe wählen, um zu sehen, was los ist</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>List what is in this group (Enter)</source>
        <translation>Auflisten, was in dieser Gruppe ist (Eingabe)</translation>
    </message>
    <message>
        <source>Open problems</source>
        <comment>caption: how many</comment>
        <translation>Offene Probleme</translation>
    </message>
    <message>
        <source>Value of their orders</source>
        <comment>caption</comment>
        <translation>Wert ihrer Aufträge</translation>
    </message>
    <message>
        <source>First due</source>
        <comment>caption: when the first of its orders misses a target</comment>
        <translation>Zuerst fällig</translation>
    </message>
    <message>
        <source>First seen</source>
        <comment>caption</comment>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last failed</source>
        <comment>caption: time of the latest failure</comment>
        <translation>Zuletzt misslungen</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>caption: who works on it</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Watchers</source>
        <comment>caption: who wants to know</comment>
        <translation>Beobachter</translation>
    </message>
    <message>
        <source>State</source>
        <comment>caption: of a group, with what belongs to it</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>caption: which kind of message</comment>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Runbook</source>
        <comment>caption</comment>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Parts of the group</source>
        <translation>Teile der Gruppe</translation>
    </message>
    <message>
        <source>What they have in common</source>
        <translation>Was sie gemeinsam haben</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>button: take back a merge or a split of groups</comment>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Undo the last merge or split (Z)</source>
        <translation>Das letzte Zusammenführen oder Abspalten rückgängig machen (Z)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What was done to it</source>
        <translation>Was damit getan wurde</translation>
    </message>
    <message>
        <source>The group could not be read: %1</source>
        <translation>Die Gruppe ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Together because of: %1</source>
        <translation>Zusammen wegen: %1</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <source>%1, team %2</source>
        <translation>%1, Team %2</translation>
    </message>
    <message>
        <source>back by itself</source>
        <translation>von selbst wieder da</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <comment>a sales channel</comment>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>Target %1</source>
        <comment>where messages are delivered to</comment>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <comment>code of an error</comment>
        <translation>Code %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) merged by %1, %2</source>
        <translation>
            <numerusform>%Ln Gruppe zusammengeführt von %1, %2</numerusform>
            <numerusform>%Ln Gruppen zusammengeführt von %1, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Split off by %1, %2: what has %3 “%4”</source>
        <translation>Abgespalten von %1, %2: was %3 „%4“ hat</translation>
    </message>
    <message>
        <source>What has %3 “%4” was split off by %1, %2</source>
        <translation>Was %3 „%4“ hat, wurde abgespalten von %1, %2</translation>
    </message>
    <message>
        <source>Made of</source>
        <comment>tab: the channels, targets and codes in a group</comment>
        <translation>Besteht aus</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>tab</comment>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>History</source>
        <comment>tab</comment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Sample of the group</source>
        <translation>Beispiel aus der Gruppe</translation>
    </message>
    <message>
        <source>Sample</source>
        <comment>tab: one problem of a group</comment>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>who owns a group of problems</comment>
        <translation>niemand</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>by time left, then value at risk</source>
        <comment>how groups are sorted; the tool tip has the formula</comment>
        <translation>nach Restzeit, dann nach Wert</translation>
    </message>
    <message>
        <source>Groups of problems</source>
        <translation>Gruppen von Problemen</translation>
    </message>
    <message>
        <source>Groups that come to match show up by themselves.</source>
        <translation>Gruppen, die dazu passen, erscheinen von selbst.</translation>
    </message>
    <message>
        <source>The order has changed: sort anew</source>
        <translation>Die Reihenfolge hat sich geändert: neu sortieren</translation>
    </message>
    <message>
        <source>The groups could not be brought up to date: %1</source>
        <translation>Die Gruppen ließen sich nicht aktualisieren: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1+ groups</source>
        <translation>%1+ Gruppen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not up to date: as of %1</source>
        <translation>Nicht aktuell: Stand %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>When the list was read last</extracomment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1+ problems</source>
        <translation>%1+ Probleme</translation>
    </message>
    <message>
        <source>Sort anew</source>
        <translation>Neu sortieren</translation>
    </message>
</context>
<context>
    <name>GroupPane</name>
    <message>
        <source>What can be done with groups</source>
        <translation>Was sich mit Gruppen tun lässt</translation>
    </message>
    <message>
        <source>Take</source>
        <comment>button: a group becomes mine</comment>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Assign</source>
        <comment>button</comment>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>button: write a note</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>State</source>
        <comment>button: of a group</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Merge</source>
        <comment>button: make one group of several</comment>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Split</source>
        <comment>button: part of a group becomes its own</comment>
        <translation>Abspalten</translation>
    </message>
    <message>
        <source>Resolve</source>
        <comment>button</comment>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Replay</source>
        <comment>button: plan to send again</comment>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Acknowledge: we know of it</source>
        <translation>Zur Kenntnis nehmen: Es ist bekannt</translation>
    </message>
    <message>
        <source>Investigate: somebody looks into it</source>
        <translation>Untersuchen: Jemand geht der Sache nach</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Back to the team</source>
        <translation>Zurück ans Team</translation>
    </message>
    <message>
        <source>Name it…</source>
        <translation>Benennen…</translation>
    </message>
    <message>
        <source>Choose a group first.</source>
        <translation>Erst eine Gruppe wählen.</translation>
    </message>
    <message>
        <source>Merging takes two groups: choose them with Space.</source>
        <translation>Zusammenführen braucht zwei Gruppen: mit der Leertaste wählen.</translation>
    </message>
    <message>
        <source>One group at a time is split.</source>
        <translation>Abspalten geht nur aus einer Gruppe auf einmal.</translation>
    </message>
    <message>
        <source>The answer was lost: it may have been done. Look at the list before you do it again.</source>
        <translation>Die Antwort ging verloren: Vielleicht ist es geschehen. Erst in die Liste sehen, bevor es noch einmal getan wird.</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Nichts wurde geändert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) resolved.</source>
        <translation>
            <numerusform>%Ln Problem erledigt.</numerusform>
            <numerusform>%Ln Probleme erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note saved.</source>
        <translation>Notiz gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln done.</source>
        <comment>groups that were dealt with</comment>
        <translation>
            <numerusform>%Ln ausgeführt.</numerusform>
            <numerusform>%Ln ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button: I have read it</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Make it yours, with all that is in it</source>
        <translation>Selbst übernehmen, mit allem darin</translation>
    </message>
    <message>
        <source>Give it to somebody</source>
        <translation>Jemandem geben</translation>
    </message>
    <message>
        <source>Write down what you found out</source>
        <translation>Aufschreiben, was bekannt ist</translation>
    </message>
    <message>
        <source>Acknowledge, investigate, wait, archive or reopen</source>
        <translation>Zur Kenntnis nehmen, untersuchen, warten, ablegen oder wieder öffnen</translation>
    </message>
    <message>
        <source>Make one group of those that are selected, now and for what comes later</source>
        <translation>Aus den gewählten eine Gruppe machen, jetzt und für Kommendes</translation>
    </message>
    <message>
        <source>Make a group of its own of a part</source>
        <translation>Aus einem Teil eine eigene Gruppe machen</translation>
    </message>
    <message>
        <source>They are no problem any more: say why. They will not be sent again.</source>
        <translation>Sie sind kein Problem mehr: bitte sagen, warum. Sie werden nicht erneut gesendet.</translation>
    </message>
    <message>
        <source>Plan to send all of them again. Nothing is sent before you start the plan.</source>
        <translation>Planen, alle erneut zu senden. Vor dem Start des Plans wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Split. It can be undone.</source>
        <translation>Aufgeteilt. Es lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Wait for somebody…</source>
        <translation>Auf jemanden warten …</translation>
    </message>
    <message>
        <source>Archive until…</source>
        <translation>Ablegen bis …</translation>
    </message>
    <message>
        <source>Merged. It can be undone.</source>
        <translation>Zusammengeführt. Es lässt sich zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln groups are chosen; more match.</source>
        <translation>
            <numerusform>Die erste Gruppe ist gewählt; es passen mehr.</numerusform>
            <numerusform>Die ersten %Ln Gruppen sind gewählt; es passen mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln groups that match are chosen.</source>
        <translation>
            <numerusform>Die eine passende Gruppe ist gewählt.</numerusform>
            <numerusform>Alle %Ln passenden Gruppen sind gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify</source>
        <comment>button: ask the target whether it is there</comment>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Ask the targets whether they have them. Nothing is sent.</source>
        <translation>Die Ziele fragen, ob sie sie haben. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent here that a target could have.</source>
        <translation>Hier wurde nichts gesendet, was ein Ziel haben könnte.</translation>
    </message>
    <message>
        <source>Nothing of ours has failed here: there is no message to send again.</source>
        <translation>Hier ist nichts von uns fehlgeschlagen: Es gibt keine Nachricht, die erneut gesendet werden könnte.</translation>
    </message>
    <message>
        <source>It is open already.</source>
        <translation>Sie ist bereits offen.</translation>
    </message>
    <message>
        <source>One group at a time is named.</source>
        <translation>Benennen lässt sich nur eine Gruppe auf einmal.</translation>
    </message>
</context>
<context>
    <name>GroupRowDelegate</name>
    <message>
        <source>✓ Known fix</source>
        <comment>mark on a group: something has helped before</comment>
        <translation>✓ Bekannte Abhilfe</translation>
    </message>
    <message>
        <source>since %1, last %2</source>
        <comment>times: when a group of problems was seen first and last</comment>
        <translation>seit %1, zuletzt %2</translation>
    </message>
</context>
<context>
    <name>GroupSampleCard</name>
    <message>
        <source>Open it</source>
        <comment>button: the problem that is shown</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show it in the list of the group</source>
        <translation>In der Liste der Gruppe zeigen</translation>
    </message>
    <message>
        <source>Nothing is open in this group.</source>
        <translation>In dieser Gruppe ist nichts offen.</translation>
    </message>
    <message>
        <source>The newest, since %1</source>
        <translation>Das neueste, seit %1</translation>
    </message>
    <message>
        <source>The newest: order %1, since %2</source>
        <translation>Das neueste: Auftrag %1, seit %2</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>Noch nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %Ln time(s); the last, %1: %2, answer: %3</source>
        <extracomment>%1 is when, %2 what came of it, %3 the status and the code of the answer</extracomment>
        <translation>
            <numerusform>%Ln Mal versucht; zuletzt %1: %2, Antwort: %3</numerusform>
            <numerusform>%Ln Mal versucht; zuletzt %1: %2, Antwort: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupState</name>
    <message>
        <source>New</source>
        <comment>state of a group of problems</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <comment>state of a group of problems: somebody knows of it</comment>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Investigating</source>
        <comment>state of a group of problems</comment>
        <translation>Wird untersucht</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a group of problems: for somebody else</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>state of a group of problems</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>state of a group of problems: put off</comment>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Came back</source>
        <comment>state of a group of problems: after it had been resolved</comment>
        <translation>Wieder da</translation>
    </message>
</context>
<context>
    <name>GroupTableModel</name>
    <message numerus="yes">
        <source>Failures in each of the last 24 hours; %Ln altogether</source>
        <translation>
            <numerusform>Fehlschläge in jeder der letzten 24 Stunden; %Ln insgesamt</numerusform>
            <numerusform>Fehlschläge in jeder der letzten 24 Stunden; %Ln insgesamt</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of its orders misses a target at %1</source>
        <translation>Der erste ihrer Aufträge verfehlt ein Ziel: %1</translation>
    </message>
    <message>
        <source>None of its orders has a target that it could miss.</source>
        <translation>Keiner ihrer Aufträge hat ein Ziel, das er verfehlen könnte.</translation>
    </message>
    <message>
        <source>Value of its orders, each currency by itself. An order with several problems counts with each.</source>
        <translation>Wert ihrer Aufträge, jede Währung für sich. Ein Auftrag mit mehreren Problemen zählt bei jedem.</translation>
    </message>
    <message>
        <source>Back by itself: its time has come, or there are more than was agreed.</source>
        <translation>Von selbst wieder da: Ihre Zeit ist gekommen, oder es sind mehr als vereinbart.</translation>
    </message>
    <message>
        <source>What has put most of these right so far</source>
        <translation>Was bisher den meisten davon abhalf</translation>
    </message>
    <message>
        <source>Cause</source>
        <comment>column: what a group of problems is about</comment>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Problems</source>
        <comment>column: how many</comment>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>24 h</source>
        <comment>column: failures in the last 24 hours, drawn</comment>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>column: when the first order misses a target</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>At risk</source>
        <comment>column: value of the orders</comment>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: of a group of problems</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>column: who works on it</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Known fix</source>
        <comment>column: what has helped before</comment>
        <translation>Bekannte Abhilfe</translation>
    </message>
    <message>
        <source>Way</source>
        <comment>column: from which system to which</comment>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Last failed</source>
        <comment>column: time of the latest failure</comment>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>First seen</source>
        <comment>column: when a group began</comment>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column: code of an error</comment>
        <translation>Code</translation>
    </message>
    <message>
        <source>Team</source>
        <comment>column: who looks after it</comment>
        <translation>Team</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>a count that was not counted to its end</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>who owns a group of problems</comment>
        <translation>niemand</translation>
    </message>
    <message>
        <source>known fix: %1</source>
        <translation>bekannte Abhilfe: %1</translation>
    </message>
    <message>
        <source>First seen %1, last failed %2</source>
        <translation>Zuerst gesehen %1, zuletzt misslungen %2</translation>
    </message>
    <message>
        <source>Click to sort</source>
        <translation>Klicken, um zu sortieren</translation>
    </message>
</context>
<context>
    <name>HandoverCommand</name>
    <message>
        <source>A PDF needs a file: --output FILE.</source>
        <translation>Ein PDF braucht eine Datei: --output DATEI.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a time such as 2026-11-30T06:00 nor a duration such as 8h, nor &quot;last&quot;.</source>
        <translation>„%1“ ist weder ein Zeitpunkt wie 2026-11-30T06:00 noch eine Dauer wie 8h noch „last“.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>HandoverCsv</name>
    <message>
        <source>Left out here, so many rows:</source>
        <translation>Hier weggelassen, so viele Zeilen:</translation>
    </message>
    <message>
        <source>Open causes</source>
        <translation>Offene Ursachen</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Replays under way</source>
        <translation>Laufende Wiederholungen</translation>
    </message>
    <message>
        <source>Opened since</source>
        <translation>Seither eröffnet</translation>
    </message>
    <message>
        <source>Came back since</source>
        <translation>Seither wieder da</translation>
    </message>
    <message>
        <source>Closed since</source>
        <translation>Seither erledigt</translation>
    </message>
    <message>
        <source>Replays that ended since</source>
        <translation>Seither beendete Wiederholungen</translation>
    </message>
    <message>
        <source>Changes of owner since</source>
        <translation>Seither gewechselte Zuständigkeit</translation>
    </message>
    <message>
        <source>was nobody&apos;s</source>
        <translation>war bei niemandem</translation>
    </message>
    <message>
        <source>was with %1</source>
        <comment>an owner</comment>
        <translation>war bei %1</translation>
    </message>
    <message>
        <source>Notes since</source>
        <translation>Notizen seither</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>List</source>
        <comment>column: which list a row is of</comment>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Problem</source>
        <comment>column</comment>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>column</comment>
        <translation>Datenfluss</translation>
    </message>
    <message>
        <source>Count</source>
        <comment>column</comment>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Value %1</source>
        <extracomment>Column; %1 is a currency such as EUR</extracomment>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>column</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>By</source>
        <comment>column: who did or wrote it</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <extracomment>Column; %1 is a time zone</extracomment>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>Due (%1)</source>
        <comment>column; %1 is a time zone</comment>
        <translation>Fällig (%1)</translation>
    </message>
    <message>
        <source>Until (%1)</source>
        <comment>column; %1 is a time zone</comment>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>column</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <comment>column: messages of a replay</comment>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>column: messages of a replay</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>column: messages of a replay</comment>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>In doubt</source>
        <comment>column: messages of a replay</comment>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Not started</source>
        <comment>column: messages of a replay</comment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Total</source>
        <comment>column: messages of a replay</comment>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>HandoverFiles</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>HandoverPanel</name>
    <message>
        <source>Handover report</source>
        <translation>Schichtübergabe</translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Letzte Stunde</numerusform>
            <numerusform>Letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose …</source>
        <comment>button: a folder</comment>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>button: the file that was written</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button: this panel</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <comment>tool tip of a button: its key</comment>
        <translation>%1 (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>Was sich geändert hat seit</translation>
    </message>
    <message>
        <source>As</source>
        <comment>caption: kinds of file</comment>
        <translation>Als</translation>
    </message>
    <message>
        <source>For printing and mail</source>
        <translation>Zum Drucken und Verschicken</translation>
    </message>
    <message>
        <source>For a browser, in one file</source>
        <translation>Für den Browser, in einer Datei</translation>
    </message>
    <message>
        <source>For a spreadsheet</source>
        <translation>Für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>into</source>
        <comment>caption: a folder</comment>
        <translation>in</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>My last handover, %1</source>
        <extracomment>Button; a time</extracomment>
        <translation>Meine letzte Übergabe, %1</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>Der Bericht wird erstellt …</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Wie es steht</translation>
    </message>
</context>
<context>
    <name>HandoverReport</name>
    <message>
        <source>%1+</source>
        <extracomment>A number that is not fully known: at least so many</extracomment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>open problems</source>
        <translation>offene Probleme</translation>
    </message>
    <message>
        <source>causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>due within an hour, or late</source>
        <translation>fällig binnen einer Stunde oder verspätet</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>ungewiss</translation>
    </message>
    <message>
        <source>replays waiting for approval</source>
        <translation>Wiederholungen warten auf Genehmigung</translation>
    </message>
    <message>
        <source>replays under way</source>
        <translation>Wiederholungen laufen</translation>
    </message>
    <message>
        <source>opened since</source>
        <translation>seither eröffnet</translation>
    </message>
    <message>
        <source>closed since</source>
        <translation>seither erledigt</translation>
    </message>
    <message>
        <source>Failures by hour</source>
        <translation>Fehlschläge nach Stunden</translation>
    </message>
    <message>
        <source>Nothing has failed in the last 24 hours.</source>
        <translation>In den letzten 24 Stunden ist nichts fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 in the last 24 hours; most of them, %2, in the hour from %3.</source>
        <translation>%1 in den letzten 24 Stunden; die meisten, %2, in der Stunde ab %3.</translation>
    </message>
    <message>
        <source>Open causes</source>
        <translation>Offene Ursachen</translation>
    </message>
    <message>
        <source>What needs somebody, without what is put off. First what has least time left, then the largest part of the value at risk.</source>
        <translation>Was jemanden braucht, ohne Zurückgestelltes. Zuerst, was am wenigsten Zeit hat, dann der größte Teil des gefährdeten Werts.</translation>
    </message>
    <message>
        <source>Time left</source>
        <comment>column</comment>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Problem</source>
        <comment>column</comment>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Count</source>
        <comment>column</comment>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Value at risk</source>
        <comment>column</comment>
        <translation>Gefährdeter Wert</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>column</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Triage and &quot;signalboxctl groups&quot; list all of them.</source>
        <translation>Die Triage und „signalboxctl groups“ listen alle auf.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Sent, and nobody knows whether it was taken. Never sent again by itself. The oldest first.</source>
        <translation>Gesendet, und niemand weiß, ob es angenommen wurde. Wird nie von selbst erneut gesendet. Das Älteste zuerst.</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column: of an exception</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>column</comment>
        <translation>Datenfluss</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column: of the order</comment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What to do</source>
        <comment>column</comment>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Triage and &quot;signalboxctl exceptions --queue in_doubt&quot; list them.</source>
        <translation>Die Triage und „signalboxctl exceptions --queue in_doubt“ listen sie auf.</translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <translation>Nichts ist ungewiss.</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Replays that a second person has to approve. Nothing of them has been sent.</source>
        <translation>Wiederholungen, die eine zweite Person genehmigen muss. Nichts davon wurde gesendet.</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column: of a replay</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Asked by</source>
        <comment>column</comment>
        <translation>Verlangt von</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Messages</source>
        <comment>column: how many</comment>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column: of the orders</comment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Expires</source>
        <comment>column: when a request for approval does</comment>
        <translation>Verfällt</translation>
    </message>
    <message>
        <source>Operations and &quot;signalboxctl operations&quot; list them.</source>
        <translation>Die Vorgänge und „signalboxctl operations“ listen sie auf.</translation>
    </message>
    <message>
        <source>Nothing waits for approval.</source>
        <translation>Nichts wartet auf Genehmigung.</translation>
    </message>
    <message>
        <source>Replays under way</source>
        <translation>Laufende Wiederholungen</translation>
    </message>
    <message>
        <source>Running, scheduled, paused, or stopped by the rule.</source>
        <translation>Sie laufen, sind vorgemerkt, pausiert oder von der Regel angehalten.</translation>
    </message>
    <message>
        <source>No replay is under way.</source>
        <translation>Keine Wiederholung läuft.</translation>
    </message>
    <message>
        <source>Opened since</source>
        <translation>Seither eröffnet</translation>
    </message>
    <message>
        <source>What has failed or become late since then, by cause; some of it may be closed again.</source>
        <translation>Was seither fehlgeschlagen oder verspätet ist, nach Ursache; manches davon kann wieder erledigt sein.</translation>
    </message>
    <message>
        <source>a later start of the report shows fewer.</source>
        <translation>Ein späterer Beginn des Berichts zeigt weniger.</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>Nichts wurde eröffnet.</translation>
    </message>
    <message>
        <source>Came back since</source>
        <translation>Seither wieder da</translation>
    </message>
    <message>
        <source>Their cause had been resolved before.</source>
        <translation>Ihre Ursache war schon einmal erledigt.</translation>
    </message>
    <message>
        <source>Triage and &quot;signalboxctl groups --queue regressed&quot; list them.</source>
        <translation>Die Triage und „signalboxctl groups --queue regressed“ listen sie auf.</translation>
    </message>
    <message>
        <source>Nothing came back.</source>
        <translation>Nichts ist wieder da.</translation>
    </message>
    <message>
        <source>Closed since</source>
        <translation>Seither erledigt</translation>
    </message>
    <message>
        <source>What people closed first, then what closed by itself.</source>
        <translation>Zuerst, was Menschen erledigt haben, dann, was sich von selbst erledigt hat.</translation>
    </message>
    <message>
        <source>How</source>
        <comment>column: why it is no problem any more</comment>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>column</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>By</source>
        <comment>column: who did it, and when</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Triage and &quot;signalboxctl exceptions --queue resolved&quot; list them.</source>
        <translation>Die Triage und „signalboxctl exceptions --queue resolved“ listen sie auf.</translation>
    </message>
    <message>
        <source>Nothing was closed.</source>
        <translation>Nichts wurde erledigt.</translation>
    </message>
    <message>
        <source>by itself</source>
        <comment>who closed a problem</comment>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>Replays that ended since</source>
        <translation>Seither beendete Wiederholungen</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>column: when and how</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>No replay has ended.</source>
        <translation>Keine Wiederholung wurde beendet.</translation>
    </message>
    <message>
        <source>Changes of owner since</source>
        <translation>Seither gewechselte Zuständigkeit</translation>
    </message>
    <message>
        <source>From</source>
        <comment>column: an owner</comment>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>To</source>
        <comment>column: an owner</comment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>the audit trail has all of them.</source>
        <translation>Das Protokoll enthält alle.</translation>
    </message>
    <message>
        <source>Nothing changed hands.</source>
        <translation>Keine Zuständigkeit hat gewechselt.</translation>
    </message>
    <message>
        <source>all of it</source>
        <comment>how many problems of a group</comment>
        <translation>alles</translation>
    </message>
    <message>
        <source>Notes since</source>
        <translation>Notizen seither</translation>
    </message>
    <message>
        <source>About</source>
        <comment>column</comment>
        <translation>Über</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>column</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>they are with their problems in Triage.</source>
        <translation>Sie stehen bei ihren Problemen in der Triage.</translation>
    </message>
    <message>
        <source>Nobody wrote a note.</source>
        <translation>Niemand hat eine Notiz geschrieben.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Queue</source>
        <comment>column</comment>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Problems</source>
        <comment>column: how many</comment>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What is in it</source>
        <comment>column: of a queue</comment>
        <translation>Was darin ist</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>Schichtübergabe</translation>
    </message>
    <message>
        <source>as of %1 %2</source>
        <extracomment>When the data was read, such as 23.11.2026 03:47 CET</extracomment>
        <translation>Stand %1 %2</translation>
    </message>
    <message>
        <source>What has changed counts from %1 to %2.</source>
        <extracomment>Two times</extracomment>
        <translation>Änderungen zählen von %1 bis %2.</translation>
    </message>
    <message>
        <source>All times are those of %1 (%2). All numbers are of the same moment.</source>
        <extracomment>A time zone</extracomment>
        <translation>Alle Zeiten sind die von %1 (%2). Alle Zahlen sind vom selben Augenblick.</translation>
    </message>
    <message>
        <source>Made by %1 from the database %2.</source>
        <extracomment>Who, in which database</extracomment>
        <translation>Erstellt von %1 aus der Datenbank %2.</translation>
    </message>
    <message>
        <source>no target</source>
        <comment>how much time is left: there is no time by which it has to be done</comment>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>a duration</comment>
        <translation>%1 verspätet</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a duration</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>who owns a problem</comment>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Back by itself: its time has come, or there are too many</source>
        <translation>Von selbst wieder da: Die Zeit ist gekommen, oder es sind zu viele</translation>
    </message>
    <message>
        <source>Note: %1 (%2, %3)</source>
        <extracomment>A note, who wrote it and when</extracomment>
        <translation>Notiz: %1 (%2, %3)</translation>
    </message>
    <message>
        <source>%1 confirmed, %2 failed, %3 skipped, %4 in doubt, %5 not started; %6 in all</source>
        <extracomment>Messages of a replay; the five numbers add up to the last one</extracomment>
        <translation>%1 bestätigt, %2 fehlgeschlagen, %3 ausgelassen, %4 ungewiss, %5 nicht begonnen; %6 gesamt</translation>
    </message>
    <message>
        <source>%1 more are left out here: %2</source>
        <extracomment>How many rows of a list the report does not have; where they are to be seen</extracomment>
        <translation>%1 weitere sind hier weggelassen: %2</translation>
    </message>
    <message>
        <source>Incident bundle of %1</source>
        <extracomment>Where a report is from; %1 is an environment</extracomment>
        <translation>Störungspaket von %1</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>Orders whose creation in the ERP is open: could have been done, has not been reached.</source>
        <translation>Aufträge, deren Anlage im ERP offen ist: Sie wäre möglich und ist nicht erreicht.</translation>
    </message>
    <message>
        <source>Orders whose stock reservation is open: could have been confirmed, has not been.</source>
        <translation>Aufträge, deren Bestandsreservierung offen ist: Sie wäre möglich und ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>Orders with a shipment that some of warehouse, ERP and shop know of, but not all of them.</source>
        <translation>Aufträge mit einer Sendung, die nicht alle von Lager, ERP und Shop kennen.</translation>
    </message>
    <message>
        <source>Orders with a refund that was paid out, but whose credit memo is not posted in finance.</source>
        <translation>Aufträge mit einer ausgezahlten Erstattung, deren Gutschrift in der Buchhaltung nicht gebucht ist.</translation>
    </message>
    <message>
        <source>Health</source>
        <comment>title of a page: how the synchronisation does</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The same in numbers</source>
        <translation>Dasselbe in Zahlen</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Offene Aufträge</translation>
    </message>
    <message>
        <source>Orders in which at least one step could be done and has not been reached.</source>
        <translation>Aufträge, in denen mindestens ein Schritt möglich und nicht erreicht ist.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>name of a figure: orders past due</comment>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Orders with at least one open step past its due time. Steps without a source of evidence never count.</source>
        <translation>Aufträge mit mindestens einem offenen, überfälligen Schritt. Schritte ohne Nachweisquelle zählen nie.</translation>
    </message>
    <message>
        <source>Due soon</source>
        <comment>name of a figure: orders</comment>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>Orders with nothing overdue, but with an open step past its warning time.</source>
        <translation>Aufträge, in denen nichts überfällig ist, aber ein offener Schritt über seiner Warnzeit.</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>name of a figure: orders with a failed step</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Orders with a step that its system has reported as failed and that has not been reached since.</source>
        <translation>Aufträge mit einem Schritt, den sein System als fehlgeschlagen gemeldet hat und der seitdem nicht erreicht ist.</translation>
    </message>
    <message>
        <source>Reached late, 24 h</source>
        <translation>Verspätet erreicht, 24 h</translation>
    </message>
    <message>
        <source>Events set aside</source>
        <translation>Zurückgestellte Ereignisse</translation>
    </message>
    <message>
        <source>Open breaches by step and age</source>
        <translation>Überfällig nach Schritt und Dauer</translation>
    </message>
    <message>
        <source>Nothing is late</source>
        <translation>Nichts ist überfällig</translation>
    </message>
    <message>
        <source>No open step is past its due time.</source>
        <translation>Kein offener Schritt ist überfällig.</translation>
    </message>
    <message>
        <source>Value at risk</source>
        <translation>Gefährdeter Wert</translation>
    </message>
    <message>
        <source>Value of the orders with an open breach. Each currency for itself: they are never added up.</source>
        <translation>Wert der Aufträge mit einem überfälligen Schritt. Jede Währung für sich: Sie werden nie zusammengezählt.</translation>
    </message>
    <message>
        <source>Value at risk per currency</source>
        <translation>Gefährdeter Wert je Währung</translation>
    </message>
    <message>
        <source>Nothing is at risk</source>
        <translation>Nichts ist gefährdet</translation>
    </message>
    <message>
        <source>No order has an open breach.</source>
        <translation>Kein Auftrag hat einen überfälligen Schritt.</translation>
    </message>
    <message>
        <source>Shown as of %1. It could not be read again: %2</source>
        <translation>Stand: %1. Erneutes Lesen war nicht möglich: %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 % of open orders</source>
        <extracomment>Share of the open orders</extracomment>
        <translation>%1 % der offenen</translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation>nichts überfällig</translation>
    </message>
    <message>
        <source>not dealt with</source>
        <translation>unerledigt</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <comment>number of orders</comment>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>oldest waits %1</source>
        <comment>a duration</comment>
        <translation>ältester wartet %1</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>backlog without orders</comment>
        <translation>leer</translation>
    </message>
    <message>
        <source>As of %1 (%2)</source>
        <extracomment>When the figures were read, and how long ago that is</extracomment>
        <translation>Stand %1 (%2)</translation>
    </message>
    <message>
        <source>The connection is lost. These are the figures as of %1.</source>
        <translation>Die Verbindung ist verloren. Dies sind die Zahlen, Stand %1.</translation>
    </message>
    <message>
        <source>Enter on a number opens its orders. An order counts once in each step, by the oldest breach that it has there.</source>
        <translation>Enter auf einer Zahl öffnet ihre Aufträge. Ein Auftrag zählt je Schritt einmal, mit dem, was dort am längsten überfällig ist.</translation>
    </message>
    <message>
        <source>Orders in which a step was reached within the last 24 hours, but after its due time.</source>
        <translation>Aufträge, in denen in den letzten 24 Stunden ein Schritt erreicht wurde, aber nach seiner Fälligkeit.</translation>
    </message>
    <message>
        <source>Events that could not be taken in: broken, of an unknown type, or contradicting the contract. They belong to no order and are kept with the reason.</source>
        <translation>Ereignisse, die sich nicht aufnehmen ließen: beschädigt, von unbekanntem Typ oder gegen den Vertrag. Sie gehören zu keinem Auftrag und werden mit dem Grund aufbewahrt.</translation>
    </message>
    <message>
        <source>Click to see the events.</source>
        <translation>Klick zeigt die Ereignisse.</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln step(s)</source>
        <translation>
            <numerusform>in %Ln Schritt</numerusform>
            <numerusform>in %Ln Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders in which the step is open and past due, by how long. A click or Enter on a bar shows them.</source>
        <translation>Aufträge, deren Schritt offen und überfällig ist. Klick oder Enter auf einem Balken zeigt sie.</translation>
    </message>
</context>
<context>
    <name>HintText</name>
    <message>
        <source>Replay: %1 of %2 worked</source>
        <translation>Wiederholen: %1 von %2 gelangen</translation>
    </message>
    <message>
        <source>Edit of %1, then replay: %2 of %3 worked</source>
        <comment>%1 are fields</comment>
        <translation>%1 ändern, dann wiederholen: %2 von %3 gelangen</translation>
    </message>
    <message>
        <source>Resolved by hand (%1): %2</source>
        <comment>%1 is how, %2 is how often</comment>
        <translation>Von Hand erledigt (%1): %2</translation>
    </message>
    <message>
        <source>%1 is missing; %2 % of what was delivered has it</source>
        <comment>%1 is a field</comment>
        <translation>%1 fehlt; %2 % der zugestellten haben es</translation>
    </message>
    <message>
        <source>%1 is %2; only %3 % of what was delivered has such a field</source>
        <translation>%1 ist %2; nur %3 % der zugestellten haben so ein Feld</translation>
    </message>
    <message>
        <source>%1 is %2; elsewhere it is %3</source>
        <comment>a field, its value, what kind</comment>
        <translation>%1 ist %2; sonst ist es %3</translation>
    </message>
    <message>
        <source>%1 is %2; usual is %3 to %4</source>
        <translation>%1 ist %2; üblich ist %3 bis %4</translation>
    </message>
    <message>
        <source>%1 is %2; elsewhere it is one of: %3</source>
        <translation>%1 ist %2; sonst ist es eines von: %3</translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>The HTTP server cannot be started: %1.</source>
        <translation>Der HTTP-Server lässt sich nicht starten: %1.</translation>
    </message>
</context>
<context>
    <name>HttpService</name>
    <message>
        <source>Cannot listen on %1:%2: %3</source>
        <translation>%1:%2 lässt sich nicht öffnen: %3</translation>
    </message>
    <message>
        <source>this is no IPv4 address</source>
        <translation>das ist keine IPv4-Adresse</translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <source>The mapping %1 has mistakes:</source>
        <translation>Die Zuordnung %1 enthält Fehler:</translation>
    </message>
    <message>
        <source>The mapping %1 reads CSV files: name their folder.</source>
        <translation>Die Zuordnung %1 liest CSV-Dateien: ihren Ordner angeben.</translation>
    </message>
    <message>
        <source>signalboxctl import %1 FOLDER</source>
        <translation>signalboxctl import %1 FOLDER</translation>
    </message>
    <message>
        <source>The variable %1 is not set: it names the database to read from.</source>
        <translation>Die Variable %1 ist nicht gesetzt: Sie benennt die Datenbank, aus der gelesen wird.</translation>
    </message>
    <message>
        <source>Set it to a connection URI such as postgresql://host/database.</source>
        <translation>Auf eine Verbindungs-URI wie postgresql://host/database setzen.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>learning what is usual for each step</source>
        <translation>übliche Dauer jedes Schritts wird ermittelt</translation>
    </message>
    <message>
        <source>What is usual for each step could not be learned: %1</source>
        <translation>Die übliche Dauer der Schritte ließ sich nicht ermitteln: %1</translation>
    </message>
    <message>
        <source>File or table</source>
        <comment>column: source of rows</comment>
        <translation>Datei oder Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <comment>column: how many</comment>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <comment>column: how many rows could not be taken</comment>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>All of it was imported before; --start-over sends it again.</source>
        <translation>Alles davon war schon importiert; --start-over sendet es noch einmal.</translation>
    </message>
    <message>
        <source>Odd in the source</source>
        <comment>column: what a check has found</comment>
        <translation>Auffällig in der Quelle</translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>column: how many</comment>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>For example</source>
        <comment>column: some orders&apos; keys</comment>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Zurückgestellt: %1</translation>
    </message>
    <message>
        <source>and %1 more; all are kept in integration.rejected_event</source>
        <translation>und %1 weitere; alle stehen in integration.rejected_event</translation>
    </message>
    <message>
        <source>Statistics for the server&apos;s planner could not be collected: %1</source>
        <translation>Die Statistiken für den Planer des Servers konnten nicht erhoben werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) gave %1 in %2 s: %3 new, %4 known already, %5 set aside.</source>
        <translation>
            <numerusform>%Ln Auftrag ergab %1 in %2 s: %3 neu, %4 schon bekannt, %5 zurückgestellt.</numerusform>
            <numerusform>%Ln Aufträge ergaben %1 in %2 s: %3 neu, %4 schon bekannt, %5 zurückgestellt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An earlier run was interrupted; this one went on behind its %Ln event(s).</source>
        <translation>
            <numerusform>Ein früherer Lauf war abgebrochen; dieser ging hinter dessen %Ln Ereignis weiter.</numerusform>
            <numerusform>Ein früherer Lauf war abgebrochen; dieser ging hinter dessen %Ln Ereignissen weiter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln local time(s) came twice, when clocks were set back: the earlier moment was taken.</source>
        <translation>
            <numerusform>%Ln Ortszeit kam zweimal vor, als Uhren zurückgestellt wurden: Der frühere Zeitpunkt gilt.</numerusform>
            <numerusform>%Ln Ortszeiten kamen zweimal vor, als Uhren zurückgestellt wurden: Der frühere Zeitpunkt gilt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln local time(s) did not exist, when clocks were set forward: the moment after the gap was taken.</source>
        <translation>
            <numerusform>%Ln Ortszeit gab es nicht, als Uhren vorgestellt wurden: Der Zeitpunkt nach der Lücke gilt.</numerusform>
            <numerusform>%Ln Ortszeiten gab es nicht, als Uhren vorgestellt wurden: Der Zeitpunkt nach der Lücke gilt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>The import was given up.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Start it again: it goes on where it ended.</source>
        <translation>Neu starten: Er geht dort weiter, wo er endete.</translation>
    </message>
</context>
<context>
    <name>IngestCommand</name>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Name a file with events, or - for the standard input.</source>
        <translation>Eine Datei mit Ereignissen angeben oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Reading %1 ended early: %2.</source>
        <translation>Das Lesen von %1 endete vorzeitig: %2.</translation>
    </message>
    <message>
        <source>What was read before is stored; the same again does no harm.</source>
        <translation>Was davor gelesen wurde, ist gespeichert; dasselbe noch einmal schadet nicht.</translation>
    </message>
    <message>
        <source>event %1: %2</source>
        <translation>Ereignis %1: %2</translation>
    </message>
    <message>
        <source>and %1 more; all are kept in integration.rejected_event</source>
        <translation>und %1 weitere; alle stehen in integration.rejected_event</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) read in %1 s: %2 new, %3 known already, %4 set aside; %5.</source>
        <translation>
            <numerusform>%Ln Ereignis in %1 s gelesen: %2 neu, %3 bekannt, %4 zurückgestellt; %5.</numerusform>
            <numerusform>%Ln Ereignisse in %1 s gelesen: %2 neu, %3 schon bekannt, %4 zurückgestellt; %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) touched</source>
        <translation>
            <numerusform>%Ln Auftrag betroffen</numerusform>
            <numerusform>%Ln Aufträge betroffen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectorHead</name>
    <message>
        <source>Copy the order number</source>
        <translation>Auftragsnummer kopieren</translation>
    </message>
    <message>
        <source>Copy the order number (Y)</source>
        <translation>Auftragsnummer kopieren (Y)</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>caption: when a problem was opened</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Last failed</source>
        <comment>caption: time of the latest failure</comment>
        <translation>Zuletzt misslungen</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>caption: who works on it</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <comment>caption</comment>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>caption: when, by whom and why</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <comment>caption: what shows that it is so</comment>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>caption: when the step is due</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Order value</source>
        <comment>caption</comment>
        <translation>Auftragswert</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>caption: which kind of message</comment>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>What it does</source>
        <comment>caption: what a message does at its target</comment>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Error code</source>
        <comment>caption</comment>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Same cause</source>
        <comment>caption: how many open problems share the cause</comment>
        <translation>Gleiche Ursache</translation>
    </message>
    <message>
        <source>Key at the target</source>
        <comment>caption: the key by which the target knows the message</comment>
        <translation>Schlüssel am Ziel</translation>
    </message>
    <message>
        <source>Runbook</source>
        <comment>caption</comment>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>no order</source>
        <translation>kein Auftrag</translation>
    </message>
    <message>
        <source>This message belongs to no order.</source>
        <translation>Diese Nachricht gehört zu keinem Auftrag.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A moment and how long ago that was</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>nobody, team %1</source>
        <translation>niemand, Team %1</translation>
    </message>
    <message>
        <source>%1, team %2</source>
        <translation>%1, Team %2</translation>
    </message>
    <message>
        <source>%1 by %2: %3 (%4)</source>
        <comment>when, by whom, resolution and reason</comment>
        <translation>%1 von %2: %3 (%4)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln offen</numerusform>
            <numerusform>%Ln offen</numerusform>
        </translation>
    </message>
    <message>
        <source>What to do</source>
        <comment>caption: advice on a failure</comment>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Auftrag öffnen</translation>
    </message>
    <message>
        <source>Tags of the order</source>
        <comment>caption: words that people put on it</comment>
        <translation>Schlagwörter des Auftrags</translation>
    </message>
</context>
<context>
    <name>ItemState</name>
    <message>
        <source>Not started</source>
        <comment>state of a message in a replay</comment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Under way</source>
        <comment>state of a message in a replay</comment>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <comment>state of a message in a replay: the target has it</comment>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of a message in a replay</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>In doubt</source>
        <comment>state of a message in a replay: nobody knows whether it was taken</comment>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>state of a message in a replay</comment>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a message in a replay</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Conflict</source>
        <comment>state of a message in a replay: the target has something else under its key</comment>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Found</source>
        <comment>what the target said of a message: it has it</comment>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Not there</source>
        <comment>what the target said of a message: it does not have it</comment>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>what the target said of a message: it could not be asked</comment>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Not asked</source>
        <comment>state of a message that is to be asked about</comment>
        <translation>Nicht gefragt</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The journal %1 cannot be used: %2.</source>
        <translation>Das Journal %1 ist nicht verwendbar: %2.</translation>
    </message>
    <message>
        <source>this is no JSON object</source>
        <translation>das ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it is not the next entry of this estate&apos;s ledger</source>
        <translation>es ist nicht der nächste Eintrag im Buch dieser Landschaft</translation>
    </message>
    <message>
        <source>another sandbox uses it</source>
        <translation>eine andere Sandbox verwendet es</translation>
    </message>
    <message>
        <source>this is no entry of a ledger: %1</source>
        <translation>das ist kein Eintrag eines Buches: %1</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>values are nested more than %1 deep</source>
        <translation>Werte sind tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>a key in double quotes</source>
        <translation>eines Schlüssels in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>a NUL character, which cannot be stored</source>
        <translation>ein NUL-Zeichen, das sich nicht speichern lässt</translation>
    </message>
    <message>
        <source>a text that is not closed before the end of its line</source>
        <translation>ein Text, der vor dem Ende seiner Zeile nicht geschlossen wird</translation>
    </message>
    <message>
        <source>a control character (%1) that is not escaped</source>
        <translation>ein Steuerzeichen (%1) ohne Escape</translation>
    </message>
    <message>
        <source>no valid UTF-8 (byte %1)</source>
        <translation>kein gültiges UTF-8 (Byte %1)</translation>
    </message>
    <message>
        <source>no such escape: \%1</source>
        <translation>unbekanntes Escape: \%1</translation>
    </message>
    <message>
        <source>half of a surrogate pair</source>
        <translation>ein halbes Surrogatpaar</translation>
    </message>
    <message>
        <source>four hexadecimal digits</source>
        <translation>vier Hexadezimalziffern</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>eines Werts</translation>
    </message>
    <message>
        <source>a digit</source>
        <translation>einer Ziffer</translation>
    </message>
    <message>
        <source>a number with a leading zero</source>
        <translation>eine Zahl mit führender Null</translation>
    </message>
    <message>
        <source>a number with too many digits to be stored</source>
        <translation>eine Zahl mit zu vielen Ziffern zum Speichern</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; a second time in one object</source>
        <translation>der Schlüssel „%1“ zum zweiten Mal in einem Objekt</translation>
    </message>
    <message>
        <source>ends in the middle of a value</source>
        <translation>endet mitten in einem Wert</translation>
    </message>
    <message>
        <source>%1 where %2 should be</source>
        <comment>found, expected</comment>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <comment>a place and what is wrong there</comment>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>ends before it is closed</source>
        <translation>endet, bevor es geschlossen ist</translation>
    </message>
    <message>
        <source>an event in { } should begin</source>
        <translation>ein Ereignis in { } beginnen sollte</translation>
    </message>
    <message>
        <source>the list of events ends before it is closed</source>
        <translation>die Liste der Ereignisse endet, bevor sie geschlossen ist</translation>
    </message>
    <message>
        <source>an event must be an object in { }</source>
        <translation>ein Ereignis muss ein Objekt in { } sein</translation>
    </message>
    <message>
        <source>larger than %1 MiB</source>
        <translation>größer als %1 MiB</translation>
    </message>
    <message>
        <source>%1 where %2</source>
        <comment>a character, what should be there</comment>
        <translation>%1, wo %2</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;]&apos; belongs</source>
        <translation>&apos;,&apos; oder &apos;]&apos; stehen sollte</translation>
    </message>
</context>
<context>
    <name>JsonPatch</name>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text</source>
        <translation>„%1“ muss ein Text sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no path; one is such as /lines/0/sku</source>
        <translation>„%1“ ist kein Pfad; so sieht einer aus: /lines/0/sku</translation>
    </message>
    <message>
        <source>it must be an object</source>
        <translation>er muss ein Objekt sein</translation>
    </message>
    <message>
        <source>there is no &quot;%1&quot;; there are add, remove, replace, move, copy and test</source>
        <translation>„%1“ gibt es nicht; es gibt add, remove, replace, move, copy und test</translation>
    </message>
    <message>
        <source>a value cannot be moved into itself</source>
        <translation>ein Wert kann nicht in sich selbst verschoben werden</translation>
    </message>
    <message>
        <source>%1 is %2, not %3</source>
        <comment>path, value, wanted value</comment>
        <translation>%1 ist %2, nicht %3</translation>
    </message>
    <message>
        <source>Step %1 of the patch: %2</source>
        <translation>Schritt %1 des Patches: %2</translation>
    </message>
    <message>
        <source>The patch is no JSON: %1</source>
        <translation>Der Patch ist kein JSON: %1</translation>
    </message>
    <message>
        <source>A patch is a list of steps: [{&quot;op&quot;: …}].</source>
        <translation>Ein Patch ist eine Liste von Schritten: [{&quot;op&quot;: …}].</translation>
    </message>
    <message>
        <source>A patch has at most %1 steps.</source>
        <translation>Ein Patch hat höchstens %1 Schritte.</translation>
    </message>
    <message>
        <source>the whole content cannot be removed</source>
        <translation>der ganze Inhalt kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>%1 is neither an object nor a list</source>
        <translation>%1 ist weder ein Objekt noch eine Liste</translation>
    </message>
    <message>
        <source>the list has no place &quot;%1&quot;</source>
        <translation>die Liste hat keine Stelle „%1“</translation>
    </message>
</context>
<context>
    <name>JsonSchema</name>
    <message>
        <source>a text</source>
        <comment>a JSON type</comment>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <comment>a JSON type</comment>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <comment>a JSON type</comment>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <comment>a JSON type</comment>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list</source>
        <comment>a JSON type</comment>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <comment>a JSON type</comment>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two JSON types, spaces around</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>there is no &quot;%1&quot; here</source>
        <translation>„%1“ gibt es hier nicht</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>muss einer dieser Werte sein: %1</translation>
    </message>
    <message>
        <source>must be %1</source>
        <comment>%1 is a JSON type such as: a text</comment>
        <translation>muss %1 sein</translation>
    </message>
    <message>
        <source>does not have the form %1</source>
        <comment>%1 is a regular expression</comment>
        <translation>hat nicht die Form %1</translation>
    </message>
    <message>
        <source>must be a time with zone such as 2026-11-03T14:02:11Z</source>
        <translation>muss eine Zeit mit Zone sein, etwa 2026-11-03T14:02:11Z</translation>
    </message>
    <message>
        <source>contains the same twice</source>
        <translation>enthält dasselbe zweimal</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>there is more after the end of the document</source>
        <translation>nach dem Ende des Dokuments folgt noch etwas</translation>
    </message>
    <message>
        <source>There is no schema %1.</source>
        <translation>Es gibt kein Schema %1.</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>The content has %1 bytes; at most %2 can be edited.</source>
        <translation>Der Inhalt hat %1 Bytes; höchstens %2 können geändert werden.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; comes more than once in its object; which one is meant is not certain.</source>
        <translation>Der Schlüssel „%1“ kommt in seinem Objekt mehr als einmal vor; welcher gemeint ist, ist nicht sicher.</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <comment>%1 is a path such as /lines/0</comment>
        <translation>%1 gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Set</source>
        <comment>button: these keys instead of the former ones</comment>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>button: these keys beside the former ones</comment>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Default</source>
        <comment>button: the keys as they were at first</comment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>Alle Vorgaben</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>column</comment>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Von Ihnen geändert</translation>
    </message>
    <message>
        <source>This key means the same everywhere and stays as it is.</source>
        <translation>Diese Taste bedeutet überall dasselbe und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>New keys for “%1”</source>
        <translation>Neue Tasten für „%1“</translation>
    </message>
    <message>
        <source>Enter goes to the field, then press the keys and Enter again.</source>
        <translation>Mit Eingabe ins Feld, dann die Tasten drücken und nochmals Eingabe.</translation>
    </message>
    <message>
        <source>%1 is used for “%2” so far. Set takes it away from there.</source>
        <translation>%1 dient bisher „%2“. Setzen nimmt es dort weg.</translation>
    </message>
</context>
<context>
    <name>LedgerReader</name>
    <message>
        <source>The ledger %1 cannot be read: %2.</source>
        <translation>Das Buch %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>what answers there is no sandbox</source>
        <translation>was dort antwortet, ist keine Sandbox</translation>
    </message>
</context>
<context>
    <name>LineModel</name>
    <message>
        <source>Line</source>
        <comment>column: number of an order line</comment>
        <translation>Position</translation>
    </message>
    <message>
        <source>SKU</source>
        <comment>column: article number</comment>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Article</source>
        <comment>column: article name</comment>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Quantity</source>
        <comment>column: how many of an article</comment>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <comment>column: price of one article</comment>
        <translation>Einzelpreis</translation>
    </message>
</context>
<context>
    <name>Listener</name>
    <message>
        <source>Port %1 cannot be used: %2.</source>
        <translation>Port %1 ist nicht verwendbar: %2.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Orders</source>
        <comment>screen</comment>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Health</source>
        <comment>screen: how synchronisation does</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rules &amp; targets</source>
        <comment>screen</comment>
        <translation>Regeln &amp; Ziele</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>menu: light or dark</comment>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Language</source>
        <comment>menu</comment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>theme</comment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>The language changes when Signalbox is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Signalbox.</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>language</comment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Connection lost at %1. What is shown is from then; Signalbox reconnects by itself.</source>
        <translation>Verbindung um %1 verloren. Die Anzeige ist von da; Signalbox verbindet sich von selbst wieder.</translation>
    </message>
    <message>
        <source>No connection to the database. Signalbox reconnects by itself.</source>
        <translation>Keine Verbindung zur Datenbank. Signalbox verbindet sich von selbst wieder.</translation>
    </message>
    <message>
        <source>Try now</source>
        <comment>button: reconnect</comment>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>diesem Rechner</translation>
    </message>
    <message>
        <source>%1 on %2  ·  PostgreSQL %3  ·  schema %4</source>
        <translation>%1 auf %2  ·  PostgreSQL %3  ·  Schema %4</translation>
    </message>
    <message>
        <source>Triage</source>
        <comment>screen: problems and who works on them</comment>
        <translation>Triage</translation>
    </message>
    <message>
        <source>Operations</source>
        <comment>screen: replays that were started</comment>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>What is shown is from %1.</source>
        <translation>Die Anzeige ist von %1.</translation>
    </message>
</context>
<context>
    <name>MappingReader</name>
    <message>
        <source>there is no time zone &quot;%1&quot;; names are such as &quot;Europe/Berlin&quot;</source>
        <translation>es gibt keine Zeitzone „%1“; Namen lauten etwa „Europe/Berlin“</translation>
    </message>
    <message>
        <source>the delimiter has to be one ASCII character, and no quote</source>
        <translation>das Trennzeichen muss ein einzelnes ASCII-Zeichen und kein Anführungszeichen sein</translation>
    </message>
    <message>
        <source>a table&apos;s name cannot hold any of . | }</source>
        <translation>der Name einer Tabelle darf keins von . | } enthalten</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot; in this table</source>
        <translation>diese Tabelle hat keine Spalte „%1“</translation>
    </message>
    <message>
        <source>only a date has an end of day</source>
        <translation>nur ein Datum hat ein Tagesende</translation>
    </message>
    <message>
        <source>a table of the source csv needs &quot;file&quot;</source>
        <translation>eine Tabelle der Quelle csv braucht „file“</translation>
    </message>
    <message>
        <source>a table of the source sql needs &quot;table&quot;</source>
        <translation>eine Tabelle der Quelle sql braucht „table“</translation>
    </message>
    <message>
        <source>&quot;table&quot; and &quot;watermark&quot; belong to the source sql</source>
        <translation>„table“ und „watermark“ gehören zur Quelle sql</translation>
    </message>
    <message>
        <source>&quot;file&quot; belongs to the source csv</source>
        <translation>„file“ gehört zur Quelle csv</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot;</source>
        <translation>es gibt keine Spalte „%1“</translation>
    </message>
    <message>
        <source>the table of the orders joins no other one</source>
        <translation>die Tabelle der Aufträge verweist auf keine andere</translation>
    </message>
    <message>
        <source>the table of the orders needs &quot;key&quot;: the column that names an order</source>
        <translation>die Tabelle der Aufträge braucht „key“: die Spalte, die einen Auftrag benennt</translation>
    </message>
    <message>
        <source>the table of the orders needs &quot;watermark&quot;</source>
        <translation>die Tabelle der Aufträge braucht „watermark“</translation>
    </message>
    <message>
        <source>this table needs a &quot;join&quot; that leads to the table of the orders</source>
        <translation>diese Tabelle braucht ein „join“, das zur Tabelle der Aufträge führt</translation>
    </message>
    <message>
        <source>only the table of the orders has a watermark</source>
        <translation>nur die Tabelle der Aufträge hat ein „watermark“</translation>
    </message>
    <message>
        <source>there is no table &quot;%1&quot;</source>
        <translation>es gibt keine Tabelle „%1“</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot; in the table &quot;%2&quot;</source>
        <translation>es gibt keine Spalte „%1“ in der Tabelle „%2“</translation>
    </message>
    <message>
        <source>no join leads to the table &quot;%1&quot;</source>
        <translation>kein „join“ führt zur Tabelle „%1“</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; is no time: its type should be localTime, time or date</source>
        <translation>die Spalte „%1“ ist keine Zeit: Ihr Typ sollte localTime, time oder date sein</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; is no number: its type should be decimal</source>
        <translation>die Spalte „%1“ ist keine Zahl: Ihr Typ sollte decimal sein</translation>
    </message>
    <message>
        <source>a brace is opened at character %1 and not closed</source>
        <translation>eine Klammer wird bei Zeichen %1 geöffnet und nicht geschlossen</translation>
    </message>
    <message>
        <source>a fact about the order has no outcome</source>
        <translation>eine Tatsache über den Auftrag hat kein Ergebnis</translation>
    </message>
    <message>
        <source>Correct the mapping file and start again.</source>
        <translation>Die Zuordnungsdatei berichtigen und neu starten.</translation>
    </message>
</context>
<context>
    <name>MessageFlow</name>
    <message>
        <source>The flows of the estate cannot be read: %1.</source>
        <translation>Die Flüsse der Landschaft sind nicht lesbar: %1.</translation>
    </message>
</context>
<context>
    <name>MetricTile</name>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Screen reader: name of a figure, the figure, its context; such as &quot;Overdue: 128, in 3 systems&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Click to see the orders.</source>
        <translation>Klick zeigt die Aufträge.</translation>
    </message>
</context>
<context>
    <name>Migrations</name>
    <message>
        <source>The migration %1 failed and was undone: %2</source>
        <translation>Die Migration %1 ist fehlgeschlagen und rückgängig gemacht: %2</translation>
    </message>
    <message>
        <source>The process in %1 was refused: %2</source>
        <translation>Der Ablauf in %1 wurde abgelehnt: %2</translation>
    </message>
    <message>
        <source>The database has no Signalbox schema yet.</source>
        <translation>Die Datenbank hat noch kein Signalbox-Schema.</translation>
    </message>
    <message>
        <source>Create it with: signalboxctl db init</source>
        <translation>Anlegen mit: signalboxctl db init</translation>
    </message>
    <message>
        <source>The database has schema version %1; this program needs version %2.</source>
        <translation>Die Datenbank hat Schemaversion %1; dieses Programm braucht Version %2.</translation>
    </message>
    <message>
        <source>Bring it up to date with: signalboxctl db migrate</source>
        <translation>Auf den neuesten Stand bringen mit: signalboxctl db migrate</translation>
    </message>
    <message>
        <source>The database has schema version %1, which is newer than version %2 of this program (it does not know %3).</source>
        <translation>Die Datenbank hat Schemaversion %1, neuer als Version %2 dieses Programms (ihm fehlt %3).</translation>
    </message>
    <message>
        <source>Install the version of Signalbox that the database was set up with, or a later one.</source>
        <translation>Die Version von Signalbox installieren, mit der die Datenbank eingerichtet wurde, oder eine spätere.</translation>
    </message>
    <message>
        <source>The schema of the database was not made by this program&apos;s migrations: %1 differs.</source>
        <translation>Das Schema der Datenbank stammt nicht von den Migrationen dieses Programms: %1 weicht ab.</translation>
    </message>
    <message>
        <source>Use the version of Signalbox that made it, or restore the database from a backup.</source>
        <translation>Die Version von Signalbox verwenden, von der es stammt, oder die Datenbank aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>The database has the encoding %1, which cannot hold every customer&apos;s name.</source>
        <translation>Die Datenbank hat die Kodierung %1, die nicht jeden Kundennamen fassen kann.</translation>
    </message>
    <message>
        <source>Make one with UTF8: createdb --encoding=UTF8 --template=template0 NAME</source>
        <translation>Eine mit UTF8 anlegen: createdb --encoding=UTF8 --template=template0 NAME</translation>
    </message>
    <message>
        <source>The schema &quot;integration&quot; of this database is not Signalbox&apos;s: it holds %1.</source>
        <translation>Das Schema „integration“ dieser Datenbank ist keines von Signalbox: es enthält %1.</translation>
    </message>
    <message>
        <source>Use a database of its own for Signalbox; createdb makes one.</source>
        <translation>Für Signalbox eine eigene Datenbank nehmen; createdb legt eine an.</translation>
    </message>
</context>
<context>
    <name>MilestoneModel</name>
    <message>
        <source>normal is %1</source>
        <translation>üblich: %1</translation>
    </message>
    <message>
        <source>%1; normal is %2</source>
        <comment>time a step took; usual time</comment>
        <translation>%1; üblich: %2</translation>
    </message>
    <message>
        <source>%1 so far; normal is %2</source>
        <translation>%1 bisher; üblich: %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>No source connected</source>
        <translation>Keine Quelle angeschlossen</translation>
    </message>
    <message>
        <source>Reached, time not known</source>
        <translation>Erreicht, Zeit unbekannt</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>column: a step of a process</comment>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Owed by</source>
        <comment>column: the system that must do the step</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: state of a step</comment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>column: whether the target is kept</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Could start</source>
        <comment>column: when the last step before it was reached</comment>
        <translation>Möglich ab</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>column: target time of a step</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Reached</source>
        <comment>column: when the step was reached</comment>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>column: how long the step took</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Remarks</source>
        <comment>column: what is odd about a step</comment>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>MilestoneRow</name>
    <message>
        <source>%1 · %2</source>
        <comment>a step and the shipment, payment or return it is about</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>MilestoneState</name>
    <message>
        <source>Unknown</source>
        <comment>no source of evidence is connected for this step</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <comment>this step does not apply to this order</comment>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <comment>an earlier step is still open</comment>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Pending</source>
        <comment>the step may begin, its clock runs</comment>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>the system has started on the step</comment>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>the step is reached</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>the step failed</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Overridden</source>
        <comment>an operator declared the step done</comment>
        <translation>Von Hand erledigt</translation>
    </message>
    <message>
        <source>Reversed</source>
        <comment>the step was reached and then taken back</comment>
        <translation>Zurückgenommen</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>&quot;%1&quot; is no currency of ISO 4217.</source>
        <translation>„%1“ ist keine Währung nach ISO 4217.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no plain decimal such as 1234.50.</source>
        <translation>„%1“ ist keine einfache Dezimalzahl wie 1234.50.</translation>
    </message>
    <message>
        <source>%1 has more decimals than %2 allows (%3).</source>
        <translation>%1 hat mehr Nachkommastellen, als %2 erlaubt (%3).</translation>
    </message>
    <message>
        <source>%1 is too large an amount.</source>
        <translation>%1 ist ein zu großer Betrag.</translation>
    </message>
</context>
<context>
    <name>MoneyState</name>
    <message>
        <source>Unknown</source>
        <comment>money state: no evidence</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <comment>money state: nothing authorized or captured</comment>
        <translation>Unbezahlt</translation>
    </message>
    <message>
        <source>Authorized</source>
        <comment>money state: the payment is authorized</comment>
        <translation>Autorisiert</translation>
    </message>
    <message>
        <source>Captured</source>
        <comment>money state: the payment is captured</comment>
        <translation>Eingezogen</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <comment>money state</comment>
        <translation>Fakturiert</translation>
    </message>
    <message>
        <source>Settled</source>
        <comment>money state: the payment provider paid it out</comment>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Posted</source>
        <comment>money state: the settlement is in the ledger</comment>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>money state</comment>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>money state</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Voided</source>
        <comment>money state: the authorization was given back</comment>
        <translation>Aufgehoben</translation>
    </message>
</context>
<context>
    <name>Nearest</name>
    <message>
        <source>; did you mean &quot;%1&quot;?</source>
        <translation>; ist „%1“ gemeint?</translation>
    </message>
</context>
<context>
    <name>NewPill</name>
    <message numerus="yes">
        <source>%n new order(s)</source>
        <translation>
            <numerusform>%n neuer Auftrag</numerusform>
            <numerusform>%n neue Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Above a note: who wrote it and when</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No notes yet. N writes one.</source>
        <translation>Noch keine Notizen. N schreibt eine.</translation>
    </message>
</context>
<context>
    <name>OperationCommand</name>
    <message>
        <source>Id</source>
        <comment>column: of an operation</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>column: when an operation began</comment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>By</source>
        <comment>column: who asked for it</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: of an operation</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Total</source>
        <comment>column: number of items</comment>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <comment>column: number of items</comment>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>column: number of items</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>column: number of items</comment>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>In doubt</source>
        <comment>column: number of items</comment>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Not started</source>
        <comment>column: number of items</comment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>column: why it was asked for</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>There are no operations yet.</source>
        <translation>Es gibt noch keine Wiederholungen.</translation>
    </message>
    <message>
        <source>Operation %1</source>
        <translation>Vorgang %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) with the relays.</source>
        <translation>
            <numerusform>%n ist bei den Relais.</numerusform>
            <numerusform>%n sind bei den Relais.</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan was:</source>
        <translation>Der Plan war:</translation>
    </message>
    <message>
        <source>Message</source>
        <comment>column: its number</comment>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column: an order&apos;s number</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>column: a flow&apos;s name</comment>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Planned as</source>
        <comment>column: what a replay would do</comment>
        <translation>Geplant als</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: of an item</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>column: of an item</comment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Only %1 of %2 items are shown, those that did not go well first.</source>
        <translation>Nur %1 von %2 werden gezeigt, zuerst die, die nicht gut gingen.</translation>
    </message>
    <message>
        <source>Operation %1 is approved.</source>
        <translation>Vorgang %1 ist genehmigt.</translation>
    </message>
    <message>
        <source>Operation %1 is rejected.</source>
        <translation>Vorgang %1 ist abgelehnt.</translation>
    </message>
    <message>
        <source>Asks only: %1</source>
        <comment>of an operation; why</comment>
        <translation>Fragt nur: %1</translation>
    </message>
    <message>
        <source>Operation %1, asks only</source>
        <translation>Vorgang %1, fragt nur</translation>
    </message>
</context>
<context>
    <name>OperationItemModel</name>
    <message>
        <source>Order</source>
        <comment>column: number of an order</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>column: which kind of message</comment>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Plan</source>
        <comment>column: what the plan said of a message</comment>
        <translation>Plan</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: state of a message in a replay</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>column: why it was skipped, the target&apos;s reference, or the error</comment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>When</source>
        <comment>column: when the outcome came</comment>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>OperationModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>how many are done</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>column: number of an operation</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: state of an operation</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>column: why an operation was started</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Started by</source>
        <comment>column: who started an operation</comment>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>column: when an operation was started</comment>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Progress</source>
        <comment>column: how much of an operation is done</comment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Asked whether they are there</source>
        <translation>Gefragt, ob sie da sind</translation>
    </message>
    <message>
        <source>Asked whether they are there: %1</source>
        <translation>Gefragt, ob sie da sind: %1</translation>
    </message>
</context>
<context>
    <name>OperationPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <comment>button: what has not been sent stays unsent</comment>
        <translation>Rest abbrechen</translation>
    </message>
    <message>
        <source>Messages of the operation</source>
        <translation>Nachrichten des Vorgangs</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>The counts are not up to date: %1</source>
        <translation>Die Zahlen sind nicht aktuell: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Replay %1</source>
        <translation>Erneutes Senden %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, started by %2 on %3: %4</source>
        <extracomment>How many, who, when, why</extracomment>
        <translation>%1, gestartet von %2 am %3: %4</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>button: go on</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>button</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The operation has ended.</source>
        <translation>Der Vorgang ist beendet.</translation>
    </message>
    <message>
        <source>%1 of %2 messages are listed, those that did not go well first</source>
        <translation>%1 von %2 Nachrichten sind aufgelistet, zuerst die misslungenen</translation>
    </message>
    <message>
        <source>%1. Approved by %2.</source>
        <extracomment>A sentence before; who approved it</extracomment>
        <translation>%1. Genehmigt von %2.</translation>
    </message>
    <message>
        <source>It has not begun.</source>
        <translation>Sie hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>%1, asked for by %2 on %3: %4</source>
        <extracomment>How many, who, when, why; it has not begun</extracomment>
        <translation>%1, erbeten von %2 am %3: %4</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Weiter senden</translation>
    </message>
    <message>
        <source>Send no more for now. What a relay has begun comes to its end.</source>
        <translation>Vorerst nichts mehr senden. Was ein Relay begonnen hat, kommt zu Ende.</translation>
    </message>
    <message>
        <source>What has not been sent stays as it was. It cannot be taken up again.</source>
        <translation>Was nicht gesendet ist, bleibt, wie es war. Es lässt sich nicht wieder aufnehmen.</translation>
    </message>
    <message>
        <source>Question %1</source>
        <comment>title of a page: targets are asked whether they have messages</comment>
        <extracomment>Title of a page: number of a replay</extracomment>
        <translation>Frage %1</translation>
    </message>
    <message>
        <source>%1, started by %2 on %3</source>
        <extracomment>How many, who, when</extracomment>
        <translation>%1, gestartet von %2 am %3</translation>
    </message>
    <message>
        <source>Go on asking</source>
        <translation>Weiter fragen</translation>
    </message>
    <message>
        <source>Ask no more for now. What a relay has begun comes to its end.</source>
        <translation>Vorerst nichts mehr fragen. Was ein Relay begonnen hat, kommt zu Ende.</translation>
    </message>
    <message>
        <source>What has not been asked about stays as it was. It cannot be taken up again.</source>
        <translation>Wonach nicht gefragt wurde, bleibt, wie es war. Es lässt sich nicht wieder aufnehmen.</translation>
    </message>
</context>
<context>
    <name>OperationState</name>
    <message>
        <source>Planned</source>
        <comment>state of a replay: previewed, not started</comment>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>state of a replay</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of a replay</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>state of a replay</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a replay</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <comment>state of a replay: somebody else has to agree</comment>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>state of a replay: it starts later</comment>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>state of a replay: by a rule, the same error came back too often</comment>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <comment>state of a replay: somebody else did not agree</comment>
        <translation>Abgelehnt</translation>
    </message>
</context>
<context>
    <name>OperationSummary</name>
    <message>
        <source>Show the operations</source>
        <translation>Die Vorgänge zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>replays</comment>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln ungewiss</numerusform>
            <numerusform>%Ln ungewiss</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for my approval</source>
        <comment>replays</comment>
        <translation>
            <numerusform>%Ln wartet auf meine Genehmigung</numerusform>
            <numerusform>%Ln warten auf meine Genehmigung</numerusform>
        </translation>
    </message>
    <message>
        <source>Operations: %1</source>
        <extracomment>Screen reader: replays at a glance</extracomment>
        <translation>Vorgänge: %1</translation>
    </message>
</context>
<context>
    <name>OperationTexts</name>
    <message>
        <source>Orders worth %1</source>
        <extracomment>A sum of money, such as 5.300,00 €</extracomment>
        <translation>Aufträge im Wert von %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that move money</source>
        <translation>
            <numerusform>%Ln Nachricht, die Geld bewegt</numerusform>
            <numerusform>%Ln Nachrichten, die Geld bewegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that make legal documents</source>
        <translation>
            <numerusform>%Ln Nachricht, die einen Beleg erzeugt</numerusform>
            <numerusform>%Ln Nachrichten, die Belege erzeugen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <comment>size of a replay</comment>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2: more than %3 need a second person.</source>
        <extracomment>How much, of which flows (a pattern), the limit</extracomment>
        <translation>%1 in %2: mehr als %3 brauchen eine zweite Person.</translation>
    </message>
    <message>
        <source>%1: more than %2 need a second person.</source>
        <extracomment>How much, the limit</extracomment>
        <translation>%1: mehr als %2 brauchen eine zweite Person.</translation>
    </message>
    <message>
        <source>Waits until %1 for somebody else&apos;s approval. Nothing has been sent.</source>
        <extracomment>Until when</extracomment>
        <translation>Wartet bis %1 auf die Genehmigung durch jemand anderen. Es ist nichts gesendet worden.</translation>
    </message>
    <message>
        <source>Starts on %1.</source>
        <extracomment>A time</extracomment>
        <translation>Beginnt am %1.</translation>
    </message>
    <message>
        <source>Waits for a relay: none is running.</source>
        <translation>Wartet auf ein Relay: Es läuft keines.</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 ended with the same error: %3</source>
        <extracomment>How many, of how many, the error&apos;s text</extracomment>
        <translation>Gestoppt: %1 von %2 endeten mit demselben Fehler: %3</translation>
    </message>
    <message>
        <source>Rejected by %1: %2</source>
        <extracomment>Who, why</extracomment>
        <translation>Abgelehnt von %1: %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Share of a replay in per cent</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>OperationsView</name>
    <message>
        <source>Operations</source>
        <comment>screen</comment>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Replays that were started. They run in the database and with the relays, whether this window is open or not.</source>
        <translation>Erneutes Senden, das gestartet wurde. Es läuft in der Datenbank und bei den Relays, ob dieses Fenster offen ist oder nicht.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>No operations yet</source>
        <translation>Noch keine Vorgänge</translation>
    </message>
    <message>
        <source>A replay that is started in Triage shows here, with what became of each message.</source>
        <translation>Was in der Triage zum erneuten Senden gestartet wird, erscheint hier, mit dem Ausgang jeder Nachricht.</translation>
    </message>
    <message>
        <source>The list could not be brought up to date: %1</source>
        <translation>Die Liste ließ sich nicht aktualisieren: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>signalbox --help lists all options.</source>
        <translation>signalbox --help zeigt alle Optionen.</translation>
    </message>
    <message>
        <source>Where every retail order stands, what is late, and why.</source>
        <translation>Wo jeder Auftrag steht, was verspätet ist und warum.</translation>
    </message>
    <message>
        <source>The database: a URI, a service or a name. Without it: SIGNALBOX_DB, libpq&apos;s own variables, else a private server.</source>
        <translation>Die Datenbank: eine URI, ein Dienst oder ein Name. Ohne sie gilt SIGNALBOX_DB, dann die Variablen von libpq, sonst ein privater Server.</translation>
    </message>
    <message>
        <source>Open a private database with sample orders.</source>
        <translation>Eine private Datenbank mit Beispielaufträgen öffnen.</translation>
    </message>
    <message>
        <source>Draw the screens into PNG files in this folder and end. Needs no display.</source>
        <translation>Die Ansichten als PNG-Dateien in diesen Ordner zeichnen und enden. Braucht keine Anzeige.</translation>
    </message>
    <message>
        <source>Only this screen (may be repeated): %1.</source>
        <translation>Nur diese Ansicht (mehrfach möglich): %1.</translation>
    </message>
    <message>
        <source>Size of the window in a snapshot, such as 1280x800.</source>
        <translation>Größe des Fensters in einem Bild, etwa 1280x800.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark oder system.</translation>
    </message>
    <message>
        <source>Language of the window: en or de.</source>
        <translation>Sprache des Fensters: en oder de.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here.</source>
        <translation>„%1“ wird hier nicht erwartet.</translation>
    </message>
    <message>
        <source>--demo has a database of its own: give either it or --db.</source>
        <translation>--demo hat eine eigene Datenbank: nur eins von --demo und --db angeben.</translation>
    </message>
    <message>
        <source>There is no screen &quot;%1&quot;; there are %2.</source>
        <translation>Es gibt keine Ansicht „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>A size is written like 1280x800, not &quot;%1&quot;.</source>
        <translation>Eine Größe lautet 1280x800, nicht „%1“.</translation>
    </message>
    <message>
        <source>A theme is light, dark or system, not &quot;%1&quot;.</source>
        <translation>Ein Farbschema ist light, dark oder system, nicht „%1“.</translation>
    </message>
    <message>
        <source>Open an incident bundle, to read it.</source>
        <translation>Ein Störungspaket öffnen, um es zu lesen.</translation>
    </message>
    <message>
        <source>--bundle is a database of its own: give neither --db nor --demo with it.</source>
        <translation>--bundle ist eine eigene Datenbank: Geben Sie weder --db noch --demo dazu an.</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;; there are en and de.</source>
        <translation>Die Sprache „%1“ gibt es nicht; es gibt en und de.</translation>
    </message>
</context>
<context>
    <name>OrderCommand</name>
    <message>
        <source>There is no order %1.</source>
        <translation>Es gibt keinen Auftrag %1.</translation>
    </message>
    <message>
        <source>A number, a key, an external reference or its beginning finds an order; &quot;signalboxctl orders&quot; lists them.</source>
        <translation>Eine Nummer, ein Schlüssel, eine externe Referenz oder deren Anfang findet einen Auftrag; „signalboxctl orders“ listet sie auf.</translation>
    </message>
    <message>
        <source>%1 stands for several orders: %2.</source>
        <translation>%1 steht für mehrere Aufträge: %2.</translation>
    </message>
    <message>
        <source>Name one of these keys.</source>
        <translation>Einen dieser Schlüssel angeben.</translation>
    </message>
    <message>
        <source>Only the newest %1 events are shown.</source>
        <translation>Nur die neuesten %1 Ereignisse werden gezeigt.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>placed %1</source>
        <translation>bestellt %1</translation>
    </message>
    <message>
        <source>promised for %1</source>
        <translation>zugesagt für %1</translation>
    </message>
    <message>
        <source>cancelled %1</source>
        <translation>storniert %1</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>Abgleich: %1</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>Fulfilment: %1</source>
        <translation>Lieferung: %1</translation>
    </message>
    <message>
        <source>Money: %1</source>
        <translation>Zahlung: %1</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>column: of a process</comment>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>System</source>
        <comment>column: who owes the step</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column: of a step</comment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Eligible</source>
        <comment>column: when the clock started</comment>
        <translation>Möglich ab</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>column: when it should be reached</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Reached</source>
        <comment>column: when it was reached</comment>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>column: from eligible to reached</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Remark</source>
        <comment>column: late, anomalies, message</comment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>heading: steps of an order&apos;s process</comment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Line</source>
        <comment>column: number of an order line</comment>
        <translation>Position</translation>
    </message>
    <message>
        <source>Article</source>
        <comment>column: SKU</comment>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Title</source>
        <comment>column: name of an article</comment>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Quantity</source>
        <comment>column: of an order line</comment>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <comment>column: of an order line</comment>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Lines</source>
        <comment>heading: what was bought</comment>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>System</source>
        <comment>column: who knows it by this id</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>Document</source>
        <comment>column: kind of object</comment>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column: external id</comment>
        <translation>ID</translation>
    </message>
    <message>
        <source>Documents</source>
        <comment>heading: external ids</comment>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column: of an event</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <comment>column: type of an event</comment>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Scope</source>
        <comment>column: what it is about</comment>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>column: of an event</comment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column: of an event</comment>
        <translation>ID</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>heading: facts that systems published</comment>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <comment>words that people put on the order</comment>
        <translation>Schlagwörter: %1</translation>
    </message>
</context>
<context>
    <name>OrderHeader</name>
    <message>
        <source>Customer</source>
        <comment>caption: who bought, masked</comment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Placed</source>
        <comment>caption: when the customer bought</comment>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Promised</source>
        <comment>caption: when delivery was promised</comment>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Steps done</source>
        <comment>caption: number of steps reached</comment>
        <translation>Erledigte Schritte</translation>
    </message>
    <message>
        <source>Last event</source>
        <comment>caption: when we last heard of the order</comment>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Copy the order number</source>
        <translation>Auftragsnummer kopieren</translation>
    </message>
    <message>
        <source>Key in this database: %1</source>
        <translation>Schlüssel in dieser Datenbank: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Channel, then the process that its orders follow; such as &quot;Olist · Marketplace order&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Version %1 of the process, the one that the order started with</source>
        <translation>Version %1 des Ablaufs, mit der der Auftrag begann</translation>
    </message>
    <message>
        <source>Value: %1</source>
        <translation>Wert: %1</translation>
    </message>
    <message>
        <source>Sync</source>
        <comment>caption of a state</comment>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <comment>caption of a state</comment>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Money</source>
        <comment>caption of a state</comment>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>steps done, of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>caption of a state</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Tags…</source>
        <comment>button: change the tags of the order</comment>
        <translation>Schlagwörter …</translation>
    </message>
    <message>
        <source>Change the tags of the order</source>
        <translation>Schlagwörter des Auftrags ändern</translation>
    </message>
</context>
<context>
    <name>OrderTableModel</name>
    <message>
        <source>%1/%2</source>
        <extracomment>Steps done of steps that apply, such as 7/12</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>This order no longer matches the filter. It goes with the next refresh.</source>
        <translation>Dieser Auftrag passt nicht mehr zum Filter. Er verschwindet beim nächsten Aktualisieren.</translation>
    </message>
    <message>
        <source>Waiting since %1</source>
        <translation>Wartet seit %1</translation>
    </message>
    <message>
        <source>Due at %1</source>
        <translation>Fällig: %1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 steps reached</source>
        <translation>%1: %2 von %3 Schritten erreicht</translation>
    </message>
    <message>
        <source>Click to sort</source>
        <translation>Klick sortiert</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column: order number</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Placed</source>
        <comment>column: when the customer bought</comment>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>column: sales channel</comment>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Customer</source>
        <comment>column</comment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Total</source>
        <comment>column: order value</comment>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Sync</source>
        <comment>column: whether every system has what it should have</comment>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>column: whether the target times are kept</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <comment>column: where the goods are</comment>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Money</source>
        <comment>column: where the money is</comment>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <comment>column: the open step that is due first</comment>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>column: how long it has waited, such as 3 h 12 min</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>column: time left or overdue</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>column: steps reached of those that apply, such as 7/12</comment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <comment>column: number of contradictions in the events</comment>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>column: words that people put on the order</comment>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>OrderTexts</name>
    <message>
        <source>in %1</source>
        <comment>due in a duration, such as: in 12 min</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>overdue by a duration, such as: 2 h late</comment>
        <translation>%1 zu spät</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a step and what of the order it is about: Invoiced (Shipment 2)</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>Parts of the order</source>
        <translation>Teile des Auftrags</translation>
    </message>
    <message>
        <source>Steps of the order</source>
        <translation>Schritte des Auftrags</translation>
    </message>
    <message>
        <source>Documents in other systems</source>
        <translation>Dokumente in anderen Systemen</translation>
    </message>
    <message>
        <source>Lines of the order</source>
        <translation>Positionen des Auftrags</translation>
    </message>
    <message>
        <source>Events of the order</source>
        <translation>Ereignisse des Auftrags</translation>
    </message>
    <message>
        <source>Order %1</source>
        <extracomment>Title of a page: an order&apos;s number</extracomment>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>This order is not there</source>
        <translation>Dieser Auftrag ist nicht da</translation>
    </message>
    <message>
        <source>It may have been removed from the database since the list was read.</source>
        <translation>Vielleicht wurde er aus der Datenbank entfernt, seit die Liste gelesen wurde.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Shown as of %1. It could not be read again: %2</source>
        <translation>Stand: %1. Erneutes Lesen war nicht möglich: %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The connection is lost. This is the order as of %1.</source>
        <translation>Die Verbindung ist verloren. Dies ist der Auftrag, Stand %1.</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>Title of a tab and how many entries it has</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Timeline</source>
        <comment>tab</comment>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>tab: steps of the order</comment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Documents</source>
        <comment>tab: documents in other systems</comment>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Lines</source>
        <comment>tab: lines of the order</comment>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>tab: events of the order</comment>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>%1, newest only</source>
        <comment>tab: there are more</comment>
        <translation>%1, nur die neuesten</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Auftrag %1</translation>
    </message>
</context>
<context>
    <name>OrdersCommand</name>
    <message>
        <source>Order</source>
        <comment>column: an order&apos;s number</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>column: where it was sold</comment>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Placed</source>
        <comment>column: when the customer bought</comment>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Total</source>
        <comment>column: an order&apos;s amount</comment>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <comment>column: the step that is open</comment>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>column: when it should have been reached</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Overdue by</source>
        <comment>column: time past due</comment>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Sync</source>
        <comment>column: do all systems have it</comment>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>column: is the target kept</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <comment>column: where the goods are</comment>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Money</source>
        <comment>column: where the money is</comment>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column: how long it has waited</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>No order that matches is overdue.</source>
        <translation>Kein passender Auftrag ist überfällig.</translation>
    </message>
    <message>
        <source>No order is overdue.</source>
        <translation>Kein Auftrag ist überfällig.</translation>
    </message>
    <message>
        <source>No order matches.</source>
        <translation>Kein Auftrag passt.</translation>
    </message>
    <message>
        <source>There are no orders yet.</source>
        <translation>Es gibt noch keine Aufträge.</translation>
    </message>
    <message>
        <source>%1 of more than %2 orders; --all shows every one.</source>
        <translation>%1 von mehr als %2 Aufträgen; --all zeigt alle.</translation>
    </message>
    <message>
        <source>%1 of %2 orders; --all shows every one.</source>
        <translation>%1 von %2 Aufträgen; --all zeigt alle.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) are shown, there are more; --all shows every one.</source>
        <translation>
            <numerusform>%Ln Auftrag wird gezeigt, es gibt mehr; --all zeigt alle.</numerusform>
            <numerusform>%Ln Aufträge werden gezeigt, es gibt mehr; --all zeigt alle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersView</name>
    <message>
        <source>Columns</source>
        <comment>button: choose the columns of the table</comment>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Orders can be sorted by number, by when they were placed and by when they are due.</source>
        <translation>Aufträge lassen sich nach Nummer, Bestellzeit und Fälligkeit sortieren.</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>As soon as the first event of an order is taken in, it shows here.</source>
        <translation>Sobald das erste Ereignis eines Auftrags aufgenommen ist, erscheint er hier.</translation>
    </message>
    <message>
        <source>No order matches this filter</source>
        <translation>Kein Auftrag passt zu diesem Filter</translation>
    </message>
    <message>
        <source>Nothing here at the moment. Orders that come to match will show up by themselves.</source>
        <translation>Im Moment nichts. Aufträge, die dazukommen, erscheinen von selbst.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>The list could not be brought up to date: %1</source>
        <translation>Die Liste ließ sich nicht aktualisieren: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1+ orders</source>
        <extracomment>A count that stops at a limit, such as &quot;10,000+ orders&quot;</extracomment>
        <translation>%1+ Aufträge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are listed: narrow the filter to see others</source>
        <translation>die ersten %1 sind aufgelistet: für andere den Filter eingrenzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer match(es)</source>
        <translation>
            <numerusform>%Ln passt nicht mehr</numerusform>
            <numerusform>%Ln passen nicht mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not up to date: as of %1</source>
        <translation>Nicht aktuell: Stand %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>When the list was read last, a time of day</extracomment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>The clipboard holds no order numbers.</source>
        <translation>Die Zwischenablage enthält keine Auftragsnummern.</translation>
    </message>
    <message>
        <source>There are no new orders.</source>
        <translation>Es gibt keine neuen Aufträge.</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <comment>menu of a row</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Choose an order first.</source>
        <translation>Wählen Sie zuerst einen Auftrag.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Completed</source>
        <comment>what an event says of its step</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>what an event says of its step</comment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>what an event says of its step</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <comment>what an event says of its step</comment>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>what an event says of its step</comment>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Reached at an unknown time</source>
        <comment>what an event says of its step</comment>
        <translation>Zu unbekannter Zeit erreicht</translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message numerus="yes">
        <source>%1, %Ln under way</source>
        <extracomment>Name of a figure: not started; how many of them are being sent right now</extracomment>
        <translation>
            <numerusform>%1, %Ln unterwegs</numerusform>
            <numerusform>%1, %Ln unterwegs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayloadCheck</name>
    <message>
        <source>this field may not be edited here: %1</source>
        <comment>%1 is the reason</comment>
        <translation>dieses Feld darf hier nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>holds a key twice; which of them counts is not certain</source>
        <translation>enthält einen Schlüssel zweimal; welcher davon gilt, ist nicht sicher</translation>
    </message>
</context>
<context>
    <name>PayloadEditorPanel</name>
    <message>
        <source>This content cannot be edited</source>
        <translation>Dieser Inhalt kann nicht geändert werden</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>version %1</source>
        <comment>of a payload</comment>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>none</source>
        <comment>fields that may be edited</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>You may edit every field. Support may edit: %1</source>
        <translation>Sie dürfen jedes Feld ändern. Der Support darf ändern: %1</translation>
    </message>
    <message>
        <source>You may edit: %1</source>
        <translation>Sie dürfen ändern: %1</translation>
    </message>
    <message numerus="yes">
        <source>The same for all %Ln that are chosen</source>
        <translation>
            <numerusform>Dasselbe für %Ln ausgewählte</numerusform>
            <numerusform>Dasselbe für alle %Ln ausgewählten</numerusform>
        </translation>
    </message>
    <message>
        <source>This content cannot be edited here</source>
        <translation>Dieser Inhalt kann hier nicht geändert werden</translation>
    </message>
    <message>
        <source>It holds characters that an editor would change. “signalboxctl edit” keeps them.</source>
        <translation>Er enthält Zeichen, die ein Editor verändern würde. „signalboxctl edit“ behält sie.</translation>
    </message>
    <message>
        <source>It is being saved.</source>
        <translation>Es wird gespeichert.</translation>
    </message>
    <message>
        <source>It is being checked.</source>
        <translation>Es wird geprüft.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Something is wrong with it.</source>
        <translation>Daran stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Ein Grund ist nötig.</translation>
    </message>
    <message>
        <source>Save, then see the plan of the replay (Ctrl+Enter)</source>
        <translation>Speichern, dann den Plan der Wiederholung sehen (Strg+Eingabe)</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln and plan the replay</source>
        <comment>button</comment>
        <translation>
            <numerusform>%Ln speichern und Wiederholung planen</numerusform>
            <numerusform>%Ln speichern und Wiederholung planen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save and plan the replay</source>
        <translation>Speichern und Wiederholung planen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <comment>of an edited payload</comment>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s), nothing is wrong</source>
        <translation>
            <numerusform>%Ln Änderung, alles in Ordnung</numerusform>
            <numerusform>%Ln Änderungen, alles in Ordnung</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer was lost: it may have been saved. Open it again to see, before you save it again.</source>
        <translation>Die Antwort ging verloren: Vielleicht wurde gespeichert. Öffnen Sie es noch einmal und sehen Sie nach, bevor Sie wieder speichern.</translation>
    </message>
    <message>
        <source>It was not saved: %1</source>
        <translation>Es wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Nothing was saved: %1.</source>
        <translation>Nichts wurde gespeichert: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not saved: %1.</source>
        <translation>
            <numerusform>%Ln nicht gespeichert: %1.</numerusform>
            <numerusform>%Ln nicht gespeichert: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not saved. Once more (Esc) drops what you changed.</source>
        <translation>Das ist nicht gespeichert. Noch einmal (Esc) verwirft, was Sie geändert haben.</translation>
    </message>
    <message>
        <source>Edit and replay</source>
        <translation>Ändern und wiederholen</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>caption: why a payload is edited</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button: leave the editor</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Only what you change is changed; numbers, order and white space stay as they are kept. The original stays. For the target this is a new message, with a new key.</source>
        <translation>Nur was Sie ändern, ändert sich; Zahlen, Reihenfolge und Leerraum bleiben, wie sie aufbewahrt sind. Das Original bleibt. Für das Ziel ist es eine neue Nachricht mit neuem Schlüssel.</translation>
    </message>
    <message>
        <source>Back to the list; nothing is saved (Esc)</source>
        <translation>Zurück zur Liste; nichts wird gespeichert (Esc)</translation>
    </message>
    <message>
        <source>Content to be sent</source>
        <translation>Inhalt, der gesendet wird</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Was geändert ist</translation>
    </message>
    <message>
        <source>What it makes of each</source>
        <translation>Was daraus bei jeder wird</translation>
    </message>
    <message>
        <source>Where the same fields hold the same values as here</source>
        <translation>Wo dieselben Felder dieselben Werte haben wie hier</translation>
    </message>
    <message>
        <source>Why is it changed? It goes into the audit trail.</source>
        <translation>Warum wird es geändert? Es kommt in das Protokoll.</translation>
    </message>
    <message>
        <source>Leave it as it is (Esc)</source>
        <translation>Lassen, wie es ist (Esc)</translation>
    </message>
    <message>
        <source>The reason: %1.</source>
        <translation>Der Grund: %1.</translation>
    </message>
    <message>
        <source>What you see of it is masked, and what is masked must not be sent.</source>
        <translation>Was Sie davon sehen, ist verdeckt, und Verdecktes darf nicht gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved; the next ones may have been, the answer was lost. The rest is as it was.</source>
        <translation>
            <numerusform>%Ln gespeichert; die nächsten vielleicht auch, die Antwort ging verloren. Der Rest ist, wie er war.</numerusform>
            <numerusform>%Ln gespeichert; die nächsten vielleicht auch, die Antwort ging verloren. Der Rest ist, wie er war.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved, the rest is as it was: %1</source>
        <translation>
            <numerusform>%Ln gespeichert, der Rest ist, wie er war: %1</numerusform>
            <numerusform>%Ln gespeichert, der Rest ist, wie er war: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving: %1 of %2. Esc stops after this part.</source>
        <comment>numbers of messages</comment>
        <translation>Wird gespeichert: %1 von %2. Esc hält nach diesem Teil an.</translation>
    </message>
    <message>
        <source>%1 of %2 looked at</source>
        <comment>numbers of messages</comment>
        <translation>%1 von %2 angesehen</translation>
    </message>
    <message>
        <source>The first %1 of %2 are listed</source>
        <comment>numbers of messages</comment>
        <translation>Die ersten %1 von %2 sind aufgeführt</translation>
    </message>
</context>
<context>
    <name>PayloadView</name>
    <message>
        <source>Content of the event</source>
        <translation>Inhalt des Ereignisses</translation>
    </message>
    <message>
        <source>Indented</source>
        <comment>view of a JSON text</comment>
        <translation>Eingerückt</translation>
    </message>
    <message>
        <source>Laid out in lines. Only white space differs from what is kept; numbers are never rounded.</source>
        <translation>In Zeilen gesetzt. Nur Leerraum unterscheidet sich vom Gespeicherten; Zahlen werden nie gerundet.</translation>
    </message>
    <message>
        <source>As kept</source>
        <comment>view of a JSON text</comment>
        <translation>Original</translation>
    </message>
    <message>
        <source>Exactly the characters that the database keeps</source>
        <translation>Genau die Zeichen, die die Datenbank speichert</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>copy the whole text</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the whole content as it is kept</source>
        <translation>Kopiert den ganzen Inhalt, wie er gespeichert ist</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copies the path of the value at the cursor</source>
        <translation>Kopiert den Pfad des Werts an der Schreibmarke</translation>
    </message>
    <message>
        <source>Search in the content</source>
        <translation>Im Inhalt suchen</translation>
    </message>
    <message>
        <source>Choose an event to see its content</source>
        <translation>Ein Ereignis wählen, um seinen Inhalt zu sehen</translation>
    </message>
    <message>
        <source>The first %1 of %2 characters are shown and searched. Copy takes all of them.</source>
        <translation>Die ersten %1 von %2 Zeichen werden gezeigt und durchsucht. Kopieren nimmt alle.</translation>
    </message>
    <message>
        <source>not found</source>
        <comment>search without a result</comment>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of the current match among all</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>PgBundle</name>
    <message>
        <source>There is nothing to put into a bundle.</source>
        <translation>Es gibt nichts, was in ein Paket käme.</translation>
    </message>
    <message>
        <source>That is too much for one bundle: %1 orders and %2 exceptions; at most %3 and %4 fit.</source>
        <translation>Das ist zu viel für ein Paket: %1 Aufträge und %2 Ausnahmen; höchstens %3 und %4 passen hinein.</translation>
    </message>
    <message>
        <source>Choose fewer.</source>
        <translation>Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>That is too much for one bundle: more than %1 MB.</source>
        <translation>Das ist zu viel für ein Paket: mehr als %1 MB.</translation>
    </message>
    <message>
        <source>Choose fewer orders.</source>
        <translation>Wählen Sie weniger Aufträge.</translation>
    </message>
</context>
<context>
    <name>PgExceptionSource</name>
    <message>
        <source>There is no exception %1.</source>
        <translation>Es gibt keine Ausnahme %1.</translation>
    </message>
</context>
<context>
    <name>PgGroupSource</name>
    <message>
        <source>There is no group %1.</source>
        <translation>Es gibt keine Gruppe %1.</translation>
    </message>
</context>
<context>
    <name>PgHandover</name>
    <message>
        <source>What has changed since a time in the future cannot be told.</source>
        <translation>Was sich seit einem Zeitpunkt in der Zukunft geändert hat, lässt sich nicht sagen.</translation>
    </message>
</context>
<context>
    <name>PgOperationGateway</name>
    <message>
        <source>There is no operation %1.</source>
        <translation>Es gibt keinen Vorgang %1.</translation>
    </message>
</context>
<context>
    <name>PgOrderSource</name>
    <message>
        <source>This order is not in the database any more.</source>
        <translation>Dieser Auftrag ist nicht mehr in der Datenbank.</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Sent again. Nothing of it reached the target, or the target knows it by its key.</source>
        <comment>what a replay does with messages</comment>
        <translation>Werden erneut gesendet. Nichts davon kam am Ziel an, oder das Ziel erkennt sie am Schlüssel.</translation>
    </message>
    <message>
        <source>The target is asked first; only what it does not have is sent.</source>
        <comment>what a replay does with messages</comment>
        <translation>Das Ziel wird erst gefragt; gesendet wird nur, was dort fehlt.</translation>
    </message>
    <message>
        <source>The target refused them and nothing has changed since. Left out unless you include them.</source>
        <comment>what a replay does with messages</comment>
        <translation>Das Ziel hat sie abgelehnt, und seither hat sich nichts geändert. Bleiben aus, wenn sie nicht angekreuzt sind.</translation>
    </message>
    <message>
        <source>The target has them. Not sent; they can be resolved.</source>
        <comment>what a replay does with messages</comment>
        <translation>Das Ziel hat sie schon. Werden nicht gesendet; sie lassen sich erledigen.</translation>
    </message>
    <message>
        <source>You may not send these. Not sent.</source>
        <comment>what a replay does with messages</comment>
        <translation>Für dieses Konto nicht erlaubt. Werden nicht gesendet.</translation>
    </message>
    <message>
        <source>On their way, or delivered since the list was read. Not sent.</source>
        <comment>what a replay does with messages</comment>
        <translation>Unterwegs oder inzwischen zugestellt. Werden nicht gesendet.</translation>
    </message>
    <message>
        <source>The target cannot be asked by machine: look there, then resolve them. Not sent.</source>
        <comment>what a replay does with messages</comment>
        <translation>Beim Ziel kann keine Maschine nachfragen: dort nachsehen, dann erledigen. Werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Their flow has no lookup: somebody has to look there.</source>
        <comment>what becomes of messages that are asked about</comment>
        <translation>Ihr Fluss kennt keine Abfrage: jemand muss dort nachsehen.</translation>
    </message>
    <message>
        <source>The target is asked whether it has them. Nothing is sent, whatever it says.</source>
        <comment>what becomes of messages that are asked about</comment>
        <translation>Das Ziel wird gefragt, ob es sie hat. Nichts wird gesendet, was es auch sagt.</translation>
    </message>
    <message>
        <source>You may not send or resolve these, so you may not ask either.</source>
        <comment>what becomes of messages that are asked about</comment>
        <translation>Sie dürfen diese weder senden noch erledigen, also auch nicht danach fragen.</translation>
    </message>
    <message>
        <source>On their way, or delivered since the list was read.</source>
        <comment>what becomes of messages that are asked about</comment>
        <translation>Unterwegs, oder zugestellt, seit die Liste gelesen wurde.</translation>
    </message>
    <message>
        <source>Known to be there: they can be resolved.</source>
        <comment>what becomes of messages that are asked about</comment>
        <translation>Bekanntlich da: sie können erledigt werden.</translation>
    </message>
</context>
<context>
    <name>PlanLines</name>
    <message>
        <source>Send</source>
        <comment>check box: these messages are sent</comment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send: %1, %2</source>
        <extracomment>Screen reader: check box for a class of messages, such as &quot;Send: would fail again, 12&quot;</extracomment>
        <translation>Senden: %1, %2</translation>
    </message>
    <message>
        <source>%1 Orders worth %2.</source>
        <extracomment>What a plan does with messages, the value of their orders by currency</extracomment>
        <translation>%1 Aufträge im Wert von %2.</translation>
    </message>
</context>
<context>
    <name>PlanOptions</name>
    <message>
        <source>Start later</source>
        <comment>check box: a replay starts at a time</comment>
        <translation>Später beginnen</translation>
    </message>
    <message>
        <source> a second</source>
        <extracomment>After a number: messages a second</extracomment>
        <translation> in der Sekunde</translation>
    </message>
    <message>
        <source> % of those that ended</source>
        <extracomment>After a number: per cent</extracomment>
        <translation> % der beendeten</translation>
    </message>
    <message>
        <source>Stages</source>
        <comment>caption: parts of a replay that are sent one after the other</comment>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>The next stage begins when all messages of the one before have come to their end.</source>
        <translation>Die nächste Stufe beginnt, wenn alle Nachrichten der vorigen zu ihrem Ende gekommen sind.</translation>
    </message>
    <message>
        <source>Rate</source>
        <comment>caption: messages a second</comment>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>At most so many messages a second are sent.</source>
        <translation>Höchstens so viele Nachrichten in der Sekunde werden gesendet.</translation>
    </message>
    <message>
        <source>Stop at the same error in more than</source>
        <translation>Stoppen beim selben Fehler in mehr als</translation>
    </message>
    <message>
        <source>When the same error comes back this often, and three times at least, the rest is held back. Different errors do not count together. 100 % never stops.</source>
        <translation>Wenn derselbe Fehler so oft wiederkommt, mindestens aber dreimal, wird der Rest zurückgehalten. Verschiedene Fehler zählen nicht zusammen. Bei 100 % wird nie gestoppt.</translation>
    </message>
    <message>
        <source>All at once</source>
        <comment>a replay in one stage</comment>
        <translation>Alle auf einmal</translation>
    </message>
    <message>
        <source>The time to start is over already.</source>
        <translation>Die Zeit des Beginns ist schon vorbei.</translation>
    </message>
    <message>
        <source>No limit</source>
        <comment>rate of a replay</comment>
        <translation>Keine Grenze</translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>there is a step &quot;%1&quot; already</source>
        <translation>den Schritt „%1“ gibt es schon</translation>
    </message>
    <message>
        <source>there is no step &quot;%1&quot;</source>
        <translation>es gibt keinen Schritt „%1“</translation>
    </message>
    <message>
        <source>a step cannot come after itself</source>
        <translation>ein Schritt kann nicht nach sich selbst kommen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration such as PT15M or P3D</source>
        <translation>„%1“ ist keine Dauer wie PT15M oder P3D</translation>
    </message>
    <message>
        <source>there is no target to warn of</source>
        <translation>es gibt kein Ziel, vor dem zu warnen wäre</translation>
    </message>
    <message>
        <source>the warning comes after the target</source>
        <translation>die Warnung kommt nach dem Ziel</translation>
    </message>
    <message>
        <source>the axis &quot;%1&quot; has no state &quot;%2&quot;</source>
        <translation>die Achse „%1“ hat keinen Status „%2“</translation>
    </message>
    <message>
        <source>steps wait for each other in a circle: %1</source>
        <translation>Schritte warten im Kreis aufeinander: %1</translation>
    </message>
    <message>
        <source>Ship to home</source>
        <comment>kind of order</comment>
        <translation>Versand nach Hause</translation>
    </message>
    <message>
        <source>Click and collect</source>
        <comment>kind of order</comment>
        <translation>Click and Collect</translation>
    </message>
    <message>
        <source>Store sale</source>
        <comment>kind of order</comment>
        <translation>Filialverkauf</translation>
    </message>
    <message>
        <source>Marketplace order</source>
        <comment>kind of order</comment>
        <translation>Marktplatzauftrag</translation>
    </message>
    <message>
        <source>Return</source>
        <comment>steps of a return or refund</comment>
        <translation>Retoure</translation>
    </message>
</context>
<context>
    <name>ProcessGraphView</name>
    <message>
        <source>Drawing of the process</source>
        <translation>Zeichnung des Ablaufs</translation>
    </message>
    <message>
        <source>%1
Owed by: %2</source>
        <translation>%1
Zuständig: %2</translation>
    </message>
    <message>
        <source>%1
Owed by: %2
After: %3</source>
        <translation>%1
Zuständig: %2
Nach: %3</translation>
    </message>
</context>
<context>
    <name>ProcessModel</name>
    <message>
        <source>%1, current</source>
        <comment>version of a process that new orders start with</comment>
        <translation>%1, aktuell</translation>
    </message>
    <message>
        <source>%1, to come</source>
        <comment>version of a process</comment>
        <translation>%1, künftig</translation>
    </message>
    <message>
        <source>%1, version %2, for orders from %3 on</source>
        <translation>%1, Version %2, für Aufträge ab %3</translation>
    </message>
    <message>
        <source>Process</source>
        <comment>column: a lifecycle template</comment>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>column: version of a process</comment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Valid from</source>
        <comment>column: since when a version is in force</comment>
        <translation>Gültig ab</translation>
    </message>
</context>
<context>
    <name>ProcessStepModel</name>
    <message>
        <source>none</source>
        <comment>a step without a target time</comment>
        <translation>keins</translation>
    </message>
    <message>
        <source>the promised time</source>
        <comment>target of a step</comment>
        <translation>zugesagter Termin</translation>
    </message>
    <message>
        <source>last 20 % of the time</source>
        <translation>letzte 20 % der Zeit</translation>
    </message>
    <message>
        <source>%1 before</source>
        <comment>warning ahead of the promised time</comment>
        <translation>%1 vorher</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>warning once this much time has gone</comment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>the start</source>
        <comment>a step that comes after no other</comment>
        <translation>der Beginn</translation>
    </message>
    <message>
        <source>%1 (may come before)</source>
        <comment>a step may precede its predecessors</comment>
        <translation>%1 (auch früher möglich)</translation>
    </message>
    <message>
        <source>no channel uses it</source>
        <translation>kein Kanal nutzt ihn</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>alle Kanäle</translation>
    </message>
    <message>
        <source>no source connected</source>
        <translation>keine Quelle angeschlossen</translation>
    </message>
    <message>
        <source>%1; not in %2</source>
        <comment>channels with and without evidence of a step</comment>
        <translation>%1; nicht in %2</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>scope of a step</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>What must happen</source>
        <translation>Was geschehen muss</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>column: a step of a process</comment>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The kind of system that must do it</source>
        <translation>Die Art von System, die ihn leisten muss</translation>
    </message>
    <message>
        <source>Owed by</source>
        <comment>column: the system that must do the step</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>The clock starts when the last of these is reached</source>
        <translation>Die Uhr beginnt, wenn der letzte davon erreicht ist</translation>
    </message>
    <message>
        <source>After</source>
        <comment>column: predecessors of a step</comment>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Time allowed, counted in the open hours of the calendar</source>
        <translation>Erlaubte Zeit, gezählt in den offenen Stunden des Kalenders</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>column: time allowed for a step</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>From here on an open step counts as due soon</source>
        <translation>Von hier an gilt ein offener Schritt als bald fällig</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>column: when a step is due soon</comment>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>The hours in which the clock runs</source>
        <translation>Die Stunden, in denen die Uhr läuft</translation>
    </message>
    <message>
        <source>Calendar</source>
        <comment>column: business calendar</comment>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>What the step is about: it is expected once for each</source>
        <translation>Worum es im Schritt geht: Er wird einmal für jedes davon erwartet</translation>
    </message>
    <message>
        <source>For each</source>
        <comment>column: scope of a step</comment>
        <translation>Je</translation>
    </message>
    <message>
        <source>The state that an order shows once this is reached</source>
        <translation>Der Status, den ein Auftrag danach zeigt</translation>
    </message>
    <message>
        <source>Then shows</source>
        <comment>column: state after a step</comment>
        <translation>Zeigt dann</translation>
    </message>
    <message>
        <source>Channels in which events prove the step. Where nothing does, it is unknown and never late</source>
        <translation>Kanäle, in denen Ereignisse den Schritt nachweisen. Wo nichts ihn nachweist, ist er unbekannt und nie verspätet</translation>
    </message>
    <message>
        <source>Evidence from</source>
        <comment>column: channels that supply evidence</comment>
        <translation>Nachweis aus</translation>
    </message>
</context>
<context>
    <name>QueryRunner</name>
    <message>
        <source>Cancelled.</source>
        <comment>a query was given up</comment>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The database stopped the query: it took longer than %1 s.</source>
        <translation>Die Datenbank hat die Abfrage beendet: Sie dauerte länger als %1 s.</translation>
    </message>
    <message>
        <source>Narrow the filter down and try again.</source>
        <translation>Den Filter eingrenzen und erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Everything that needs somebody, except what is snoozed</source>
        <comment>what is in a list</comment>
        <translation>Alles, was jemanden braucht, außer Zurückgestelltem</translation>
    </message>
    <message>
        <source>What you have taken, or was assigned to you</source>
        <comment>what is in a list</comment>
        <translation>Selbst übernommen oder zugewiesen bekommen</translation>
    </message>
    <message>
        <source>Nobody works on these yet</source>
        <comment>what is in a list</comment>
        <translation>Daran arbeitet noch niemand</translation>
    </message>
    <message>
        <source>Nobody knows whether the target took these</source>
        <comment>what is in a list</comment>
        <translation>Ob das Ziel sie annahm, weiß niemand</translation>
    </message>
    <message>
        <source>Their orders miss a target within the hour, or have missed it</source>
        <comment>what is in a list</comment>
        <translation>Ihre Aufträge verfehlen binnen einer Stunde ein Ziel oder haben es verfehlt</translation>
    </message>
    <message>
        <source>The same cause had been resolved before</source>
        <comment>what is in a list</comment>
        <translation>Dieselbe Ursache war schon einmal behoben</translation>
    </message>
    <message>
        <source>Put off; each comes back at its time</source>
        <comment>what is in a list</comment>
        <translation>Zurückgestellt; jedes kommt zu seiner Zeit wieder</translation>
    </message>
    <message>
        <source>No problem any more, the newest first</source>
        <comment>what is in a list</comment>
        <translation>Kein Problem mehr, die neuesten zuerst</translation>
    </message>
    <message>
        <source>What this team looks after</source>
        <comment>what is in a list</comment>
        <translation>Was dieses Team betreut</translation>
    </message>
    <message>
        <source>Nothing failed, but what is owed has not come in time</source>
        <comment>what is in a list</comment>
        <translation>Nichts ist gescheitert, aber was fällig war, kam nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Nobody has acknowledged their cause yet</source>
        <comment>what is in a list</comment>
        <translation>Ihre Ursache hat noch niemand zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>Part of an operation that waits for a second person&apos;s approval</source>
        <comment>what is in a list</comment>
        <translation>Teil eines Vorgangs, den eine zweite Person freigeben muss</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queues and views</source>
        <translation>Warteschlangen und Ansichten</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>%1, %2</source>
        <comment>a queue and how much is in it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Teams</source>
        <comment>heading above the queues of the teams</comment>
        <translation>Teams</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>a count that was not counted to its end</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Everything</source>
        <comment>what a saved view without a filter shows</comment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Geteilt von %1</translation>
    </message>
    <message>
        <source>Views</source>
        <comment>heading above the saved views</comment>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>QueueQuestion</name>
    <message>
        <source>There is no queue &quot;%1&quot;%2</source>
        <comment>%2 ends the sentence</comment>
        <translation>Es gibt keine Liste „%1“%2</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>There is no exception %1.</source>
        <translation>Es gibt keine Ausnahme %1.</translation>
    </message>
    <message>
        <source>&quot;signalboxctl exceptions&quot; lists them.</source>
        <translation>„signalboxctl exceptions“ listet sie auf.</translation>
    </message>
    <message>
        <source>No open exception matches.</source>
        <translation>Keine offene Ausnahme passt.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n exception(s) match.</source>
        <translation>
            <numerusform>Mehr als %n Ausnahme passt.</numerusform>
            <numerusform>Mehr als %n Ausnahmen passen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Narrow the filter down.</source>
        <translation>Den Filter enger fassen.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Screens</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Tool tip: name of a screen and its shortcut</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>RebuildCommand</name>
    <message>
        <source>Rebuilding</source>
        <translation>Neuableitung</translation>
    </message>
    <message>
        <source>What was rebuilt stays; start it again for the rest.</source>
        <translation>Was neu abgeleitet ist, bleibt; für den Rest neu starten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rebuild was given up after %Ln order(s).</source>
        <translation>
            <numerusform>Die Neuableitung wurde nach %Ln Auftrag abgebrochen.</numerusform>
            <numerusform>Die Neuableitung wurde nach %Ln Aufträgen abgebrochen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) were derived again in %1 s: %2.</source>
        <translation>
            <numerusform>%Ln Auftrag wurde in %1 s neu abgeleitet: %2.</numerusform>
            <numerusform>%Ln Aufträge wurden in %1 s neu abgeleitet: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field: before → after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>order, step</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>order and step, part of the order</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ReconciliationText</name>
    <message>
        <source>Ledger and database agree to the last cent.</source>
        <translation>Buch und Datenbank stimmen auf den Cent überein.</translation>
    </message>
    <message>
        <source>System</source>
        <comment>column</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>Effects</source>
        <comment>column: how many things were done</comment>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>column: messages of which their target said so</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>By word</source>
        <comment>column: effects of messages that a person called delivered</comment>
        <translation>Laut Angabe</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>column: effects of messages on their way or in doubt</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Currency</source>
        <comment>column</comment>
        <translation>Währung</translation>
    </message>
    <message>
        <source>In the ledger</source>
        <comment>column: sum of amounts</comment>
        <translation>Im Buch</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>column: sum of amounts</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>By word</source>
        <comment>column: sum of amounts</comment>
        <translation>Laut Angabe</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>column: sum of amounts</comment>
        <translation>Offen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n message(s) not compared, for they go to no system of this estate.</source>
        <translation>
            <numerusform>%1: %n Nachricht nicht verglichen, denn sie geht an kein System dieser Landschaft.</numerusform>
            <numerusform>%1: %n Nachrichten nicht verglichen, denn sie gehen an kein System dieser Landschaft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: the amount of %n message(s) not compared, for the content cannot be read.</source>
        <translation>
            <numerusform>%1: Betrag von %n Nachricht nicht verglichen, denn der Inhalt ist nicht lesbar.</numerusform>
            <numerusform>%1: Betrag von %n Nachrichten nicht verglichen, denn der Inhalt ist nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n message(s) that a person or another event called delivered are not there under their order.</source>
        <translation>
            <numerusform>%1: %n Nachricht, die laut einer Person oder eines anderen Ereignisses zugestellt ist, ist unter ihrem Auftrag nicht da.</numerusform>
            <numerusform>%1: %n Nachrichten, die laut einer Person oder eines anderen Ereignisses zugestellt sind, sind unter ihrem Auftrag nicht da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ledger and database do not agree in %n place(s):</source>
        <translation>
            <numerusform>Buch und Datenbank stimmen an %n Stelle nicht überein:</numerusform>
            <numerusform>Buch und Datenbank stimmen an %n Stellen nicht überein:</numerusform>
        </translation>
    </message>
    <message>
        <source>Resource</source>
        <comment>column: what was asked for</comment>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>column: key of an order</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Scope</source>
        <comment>column: which of the order&apos;s</comment>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Message</source>
        <comment>column: number of a message</comment>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>column: of a message</comment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>column: an amount</comment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Documents</source>
        <comment>column: references</comment>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: what is wrong</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Only the first %1 are listed; --json has all.</source>
        <translation>Nur die ersten %1 sind aufgeführt; --json zeigt alle.</translation>
    </message>
    <message>
        <source>called delivered, not there</source>
        <translation>gilt als zugestellt, ist nicht da</translation>
    </message>
    <message>
        <source>there more than once</source>
        <translation>mehr als einmal da</translation>
    </message>
    <message>
        <source>another amount</source>
        <comment>than was sent</comment>
        <translation>anderer Betrag</translation>
    </message>
    <message>
        <source>there, not called delivered</source>
        <translation>ist da, gilt nicht als zugestellt</translation>
    </message>
    <message>
        <source>there, no message asked for it</source>
        <translation>ist da, keine Nachricht hat es verlangt</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>column: effects of before that were told</comment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>column: sum of amounts</comment>
        <translation>Vorher</translation>
    </message>
</context>
<context>
    <name>ReferenceModel</name>
    <message>
        <source>System</source>
        <comment>column: the system that keeps a document</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>Document</source>
        <comment>column: kind of document</comment>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Its id there</source>
        <comment>column: id of a document in its system</comment>
        <translation>ID dort</translation>
    </message>
    <message>
        <source>Known since</source>
        <comment>column: when we first heard of a document</comment>
        <translation>Bekannt seit</translation>
    </message>
</context>
<context>
    <name>Rejection</name>
    <message>
        <source>Unknown type</source>
        <comment>why an event was set aside</comment>
        <translation>Unbekannter Typ</translation>
    </message>
    <message>
        <source>Contradicts an event that is stored</source>
        <comment>why an event was set aside</comment>
        <translation>Widerspricht einem gespeicherten Ereignis</translation>
    </message>
    <message>
        <source>Broken JSON</source>
        <comment>why an event was set aside</comment>
        <translation>Beschädigtes JSON</translation>
    </message>
    <message>
        <source>No CloudEvent 1.0</source>
        <comment>why an event was set aside</comment>
        <translation>Kein CloudEvent 1.0</translation>
    </message>
    <message>
        <source>No usable id</source>
        <comment>why an event was set aside</comment>
        <translation>Keine brauchbare Kennung</translation>
    </message>
    <message>
        <source>No usable source</source>
        <comment>why an event was set aside</comment>
        <translation>Keine brauchbare Quelle</translation>
    </message>
    <message>
        <source>No usable type</source>
        <comment>why an event was set aside</comment>
        <translation>Kein brauchbarer Typ</translation>
    </message>
    <message>
        <source>Names no order</source>
        <comment>why an event was set aside</comment>
        <translation>Nennt keinen Auftrag</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <comment>why an event was set aside</comment>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <source>A value is missing</source>
        <comment>why an event was set aside</comment>
        <translation>Ein Wert fehlt</translation>
    </message>
    <message>
        <source>A value is empty</source>
        <comment>why an event was set aside</comment>
        <translation>Ein Wert ist leer</translation>
    </message>
    <message>
        <source>No usable time</source>
        <comment>why an event was set aside</comment>
        <translation>Keine brauchbare Zeit</translation>
    </message>
    <message>
        <source>No usable date</source>
        <comment>why an event was set aside</comment>
        <translation>Kein brauchbares Datum</translation>
    </message>
    <message>
        <source>Lies in the future</source>
        <comment>why an event was set aside</comment>
        <translation>Liegt in der Zukunft</translation>
    </message>
    <message>
        <source>Not of the shape agreed on</source>
        <comment>why an event was set aside</comment>
        <translation>Nicht in der vereinbarten Form</translation>
    </message>
    <message>
        <source>Names no shipment, payment or return</source>
        <comment>why an event was set aside</comment>
        <translation>Nennt keine Sendung, Zahlung oder Retoure</translation>
    </message>
    <message>
        <source>Too large</source>
        <comment>why an event was set aside</comment>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Too long</source>
        <comment>why an event was set aside</comment>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>No usable amount</source>
        <comment>why an event was set aside</comment>
        <translation>Kein brauchbarer Betrag</translation>
    </message>
    <message>
        <source>Negative amount</source>
        <comment>why an event was set aside</comment>
        <translation>Negativer Betrag</translation>
    </message>
    <message>
        <source>Bad order line</source>
        <comment>why an event was set aside</comment>
        <translation>Fehlerhafte Position</translation>
    </message>
    <message>
        <source>Bad reference</source>
        <comment>why an event was set aside</comment>
        <translation>Fehlerhafter Verweis</translation>
    </message>
    <message>
        <source>Unknown currency</source>
        <comment>why an event was set aside</comment>
        <translation>Unbekannte Währung</translation>
    </message>
    <message>
        <source>Unknown process</source>
        <comment>why an event was set aside</comment>
        <translation>Unbekannter Ablauf</translation>
    </message>
    <message>
        <source>No decimal number</source>
        <comment>why an event was set aside</comment>
        <translation>Keine Dezimalzahl</translation>
    </message>
    <message>
        <source>No whole number</source>
        <comment>why an event was set aside</comment>
        <translation>Keine ganze Zahl</translation>
    </message>
    <message>
        <source>Holds a NUL character</source>
        <comment>why an event was set aside</comment>
        <translation>Enthält ein NUL-Zeichen</translation>
    </message>
    <message>
        <source>Not valid UTF-8</source>
        <comment>why an event was set aside</comment>
        <translation>Kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>Too few columns</source>
        <comment>why an event was set aside</comment>
        <translation>Zu wenige Spalten</translation>
    </message>
    <message>
        <source>Too many columns</source>
        <comment>why an event was set aside</comment>
        <translation>Zu viele Spalten</translation>
    </message>
    <message>
        <source>Row too long</source>
        <comment>why an event was set aside</comment>
        <translation>Zeile zu lang</translation>
    </message>
    <message>
        <source>Quote never closed</source>
        <comment>why an event was set aside</comment>
        <translation>Anführung nie geschlossen</translation>
    </message>
    <message>
        <source>Text behind a quote</source>
        <comment>why an event was set aside</comment>
        <translation>Text hinter einer Anführung</translation>
    </message>
    <message>
        <source>Key comes twice</source>
        <comment>why an event was set aside</comment>
        <translation>Schlüssel doppelt</translation>
    </message>
    <message>
        <source>Belongs to no order</source>
        <comment>why an event was set aside</comment>
        <translation>Gehört zu keinem Auftrag</translation>
    </message>
    <message>
        <source>No watermark</source>
        <comment>why rows of a table were not read</comment>
        <translation>Kein Wert in der Watermark-Spalte</translation>
    </message>
</context>
<context>
    <name>RejectionReason</name>
    <message>
        <source>%1 must be &quot;1.0&quot;</source>
        <comment>why an event was set aside</comment>
        <translation>%1 muss „1.0“ sein</translation>
    </message>
    <message>
        <source>%1 must be a text of 1 to 500 characters</source>
        <comment>why an event was set aside</comment>
        <translation>%1 muss ein Text mit 1 bis 500 Zeichen sein</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <comment>why an event was set aside</comment>
        <translation>%1 muss ein Text sein</translation>
    </message>
    <message>
        <source>an event must be an object</source>
        <comment>why an event was set aside</comment>
        <translation>ein Ereignis muss ein Objekt sein</translation>
    </message>
    <message>
        <source>%1 must be an object</source>
        <comment>why an event was set aside</comment>
        <translation>%1 muss ein Objekt sein</translation>
    </message>
    <message>
        <source>%1 must be an array</source>
        <comment>why an event was set aside</comment>
        <translation>%1 muss eine Liste sein</translation>
    </message>
    <message>
        <source>%1: no process knows the event type &quot;%2&quot;</source>
        <comment>why an event was set aside</comment>
        <translation>%1: Kein Ablauf kennt den Ereignistyp „%2“</translation>
    </message>
    <message>
        <source>%1 is missing: an amount needs its currency</source>
        <comment>why an event was set aside</comment>
        <translation>%1 fehlt: Ein Betrag braucht seine Währung</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <comment>why an event was set aside</comment>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is no time with a zone between 2000 and 2045 (RFC 3339)</source>
        <comment>why an event was set aside</comment>
        <translation>%1 „%2“ ist keine Zeit mit Zone zwischen 2000 und 2045 (RFC 3339)</translation>
    </message>
    <message>
        <source>%1 %2 lies more than a day in the future</source>
        <comment>why an event was set aside</comment>
        <translation>%1 %2 liegt mehr als einen Tag in der Zukunft</translation>
    </message>
    <message>
        <source>%1 must be &quot;order/&quot; and the order&apos;s key (200 characters at most)</source>
        <comment>why an event was set aside</comment>
        <translation>%1 muss „order/“ und der Schlüssel des Auftrags sein (höchstens 200 Zeichen)</translation>
    </message>
    <message>
        <source>the event has %1 bytes; 1,048,576 are taken at most</source>
        <comment>why an event was set aside</comment>
        <translation>das Ereignis hat %1 Bytes; höchstens 1.048.576 werden angenommen</translation>
    </message>
    <message>
        <source>%1 and %2 have more than 1500 bytes in all</source>
        <comment>why an event was set aside</comment>
        <translation>%1 und %2 haben zusammen mehr als 1500 Bytes</translation>
    </message>
    <message>
        <source>%1 is longer than %2 characters</source>
        <comment>why an event was set aside</comment>
        <translation>%1 ist länger als %2 Zeichen</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <comment>why an event was set aside</comment>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>%1 must be &quot;%2&quot; or &quot;%3&quot; for this type</source>
        <comment>why an event was set aside</comment>
        <translation>%1 muss bei diesem Typ „%2“ oder „%3“ sein</translation>
    </message>
    <message>
        <source>%1 must be &quot;%2&quot; for this type</source>
        <comment>why an event was set aside</comment>
        <translation>%1 muss bei diesem Typ „%2“ sein</translation>
    </message>
    <message>
        <source>%1: there is no process &quot;%2&quot;</source>
        <comment>why an event was set aside</comment>
        <translation>%1: Es gibt keinen Ablauf „%2“</translation>
    </message>
    <message>
        <source>%1: ISO 4217 has no currency &quot;%2&quot;</source>
        <comment>why an event was set aside</comment>
        <translation>%1: ISO 4217 kennt keine Währung „%2“</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is no decimal amount</source>
        <comment>why an event was set aside</comment>
        <translation>%1 „%2“ ist kein Betrag als Dezimalzahl</translation>
    </message>
    <message>
        <source>%1 %2 is more than can be kept</source>
        <comment>why an event was set aside</comment>
        <translation>%1 %2 ist mehr, als gespeichert werden kann</translation>
    </message>
    <message>
        <source>%1 %2 has more decimals than %3 has (%4)</source>
        <comment>why an event was set aside</comment>
        <translation>%1 %2 hat mehr Nachkommastellen als %3 (%4)</translation>
    </message>
    <message>
        <source>The total %1 is negative.</source>
        <comment>why an event was set aside</comment>
        <translation>Die Summe %1 ist negativ.</translation>
    </message>
    <message>
        <source>%1 %2 is negative</source>
        <comment>why an event was set aside</comment>
        <translation>%1 %2 ist negativ</translation>
    </message>
    <message>
        <source>%1 needs &quot;system&quot;, &quot;type&quot; and &quot;id&quot; (500 characters at most)</source>
        <comment>why an event was set aside</comment>
        <translation>%1 braucht „system“, „type“ und „id“ (höchstens 500 Zeichen)</translation>
    </message>
    <message>
        <source>%1 needs &quot;line&quot;, its name within the order</source>
        <comment>why an event was set aside</comment>
        <translation>%1 braucht „line“, den Namen der Position im Auftrag</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is no decimal</source>
        <comment>why an event was set aside</comment>
        <translation>%1 „%2“ ist keine Dezimalzahl</translation>
    </message>
    <message>
        <source>an event with the same source, id and time but other content is stored already</source>
        <comment>why an event was set aside</comment>
        <translation>ein Ereignis mit derselben Quelle, ID und Zeit, aber anderem Inhalt ist schon gespeichert</translation>
    </message>
    <message>
        <source>The record is longer than %1 MiB.</source>
        <comment>why an event was set aside</comment>
        <translation>Der Datensatz ist länger als %1 MiB.</translation>
    </message>
    <message>
        <source>The record has %1 columns, the header has %2.</source>
        <comment>why an event was set aside</comment>
        <translation>Der Datensatz hat %1 Spalten, die Kopfzeile %2.</translation>
    </message>
    <message>
        <source>There is text behind the closing quote.</source>
        <comment>why an event was set aside</comment>
        <translation>Hinter dem schließenden Anführungszeichen steht Text.</translation>
    </message>
    <message>
        <source>A quote is opened, and not closed within %1 MiB.</source>
        <comment>why an event was set aside</comment>
        <translation>Ein Anführungszeichen wird geöffnet und innerhalb von %1 MiB nicht geschlossen.</translation>
    </message>
    <message>
        <source>A quote is opened and never closed.</source>
        <comment>why an event was set aside</comment>
        <translation>Ein Anführungszeichen wird geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8 from byte %1 on.</source>
        <comment>why an event was set aside</comment>
        <translation>Der Text ist ab Byte %1 kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The text holds a NUL character.</source>
        <comment>why an event was set aside</comment>
        <translation>Der Text enthält ein NUL-Zeichen.</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <comment>why an event was set aside</comment>
        <translation>Ein Wert fehlt.</translation>
    </message>
    <message>
        <source>The time of the order is missing.</source>
        <comment>why an event was set aside</comment>
        <translation>Die Zeit des Auftrags fehlt.</translation>
    </message>
    <message>
        <source>The number of the order is missing.</source>
        <comment>why an event was set aside</comment>
        <translation>Die Nummer des Auftrags fehlt.</translation>
    </message>
    <message>
        <source>The number of the order line is missing.</source>
        <comment>why an event was set aside</comment>
        <translation>Die Nummer der Auftragsposition fehlt.</translation>
    </message>
    <message>
        <source>There is no amount for the order&apos;s total.</source>
        <comment>why an event was set aside</comment>
        <translation>Zur Summe des Auftrags fehlt der Betrag.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no plain decimal number.</source>
        <comment>why an event was set aside</comment>
        <translation>„%1“ ist keine einfache Dezimalzahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number.</source>
        <comment>why an event was set aside</comment>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no local time such as 2018-08-01 14:30:00, of the years 2000 to 2045.</source>
        <comment>why an event was set aside</comment>
        <translation>„%1“ ist keine Ortszeit wie 2018-08-01 14:30:00 aus den Jahren 2000 bis 2045.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time with a zone such as 2018-08-01T14:30:00Z, of the years 2000 to 2045.</source>
        <comment>why an event was set aside</comment>
        <translation>„%1“ ist keine Zeit mit Zone wie 2018-08-01T14:30:00Z aus den Jahren 2000 bis 2045.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date such as 2018-08-01, of the years 2000 to 2045.</source>
        <comment>why an event was set aside</comment>
        <translation>„%1“ ist kein Datum wie 2018-08-01 aus den Jahren 2000 bis 2045.</translation>
    </message>
    <message>
        <source>The total has more than 18 digits.</source>
        <comment>why an event was set aside</comment>
        <translation>Die Summe hat mehr als 18 Ziffern.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is in line %2 already.</source>
        <comment>why an event was set aside</comment>
        <translation>Der Schlüssel „%1“ steht schon in Zeile %2.</translation>
    </message>
    <message>
        <source>The order %1 has a line %2 already.</source>
        <comment>why an event was set aside</comment>
        <translation>Der Auftrag %1 hat schon eine Position %2.</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot; in %2.</source>
        <comment>why an event was set aside</comment>
        <translation>Es gibt keinen Auftrag „%1“ in %2.</translation>
    </message>
    <message>
        <source>Rows without a value, which were not read: %1</source>
        <comment>why an event was set aside</comment>
        <translation>Zeilen ohne Wert, die nicht gelesen wurden: %1</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is there already</source>
        <comment>why an event was set aside</comment>
        <translation>%1 „%2“ ist schon vorhanden</translation>
    </message>
</context>
<context>
    <name>RelayProgram</name>
    <message>
        <source>Delivers the messages of the integration database, and takes events in over HTTP.</source>
        <translation>Stellt die Nachrichten der Integrationsdatenbank zu und nimmt Ereignisse über HTTP an.</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>Diese Hilfe anzeigen</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>Die Version anzeigen</translation>
    </message>
    <message>
        <source>The database: a URI, a service or a name. Without it: SIGNALBOX_DB, libpq&apos;s own variables, else a private server</source>
        <translation>Die Datenbank: eine URI, ein Dienst oder ein Name. Ohne sie: SIGNALBOX_DB, die Variablen von libpq, sonst ein privater Server</translation>
    </message>
    <message>
        <source>A private database for a simulated estate, empty at each start</source>
        <translation>Eine private Datenbank für eine simulierte Systemlandschaft, bei jedem Start leer</translation>
    </message>
    <message>
        <source>This relay&apos;s name, its own among all</source>
        <translation>Name dieses Relays, unter allen einmalig</translation>
    </message>
    <message>
        <source>Threads that deliver</source>
        <translation>Threads, die zustellen</translation>
    </message>
    <message>
        <source>IPv4 address of the HTTP service</source>
        <translation>IPv4-Adresse des HTTP-Dienstes</translation>
    </message>
    <message>
        <source>Its port; 0: any that is free</source>
        <translation>Sein Port; 0: irgendein freier</translation>
    </message>
    <message>
        <source>Where the token lies that producers show: env:NAME or file:PATH</source>
        <translation>Wo das Token liegt, das Erzeuger vorzeigen: env:NAME oder file:PFAD</translation>
    </message>
    <message>
        <source>Where the key lies that producers sign with: env:NAME or file:PATH</source>
        <translation>Wo der Schlüssel liegt, mit dem Erzeuger unterschreiben: env:NAME oder file:PFAD</translation>
    </message>
</context>
<context>
    <name>ReplayClass</name>
    <message>
        <source>Safe</source>
        <comment>what a replay would do: it can be sent again without harm</comment>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Verify first</source>
        <comment>what a replay would do: the target must be asked first</comment>
        <translation>Erst prüfen</translation>
    </message>
    <message>
        <source>Would fail again</source>
        <comment>what a replay would do</comment>
        <translation>Scheitert wieder</translation>
    </message>
    <message>
        <source>Done already</source>
        <comment>what a replay would do: nothing, the effect is there</comment>
        <translation>Schon getan</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <comment>what a replay would do: this person may not</comment>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Has not failed</source>
        <comment>what a replay would do: nothing, it is on its way</comment>
        <translation>Nicht gescheitert</translation>
    </message>
    <message>
        <source>By hand</source>
        <comment>what a replay would do: a person must find out first</comment>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Cannot be asked</source>
        <comment>the target offers no way to ask whether it has a message</comment>
        <translation>Nicht zu erfragen</translation>
    </message>
    <message>
        <source>Can be asked</source>
        <comment>the target can say whether it has a message</comment>
        <translation>Zu erfragen</translation>
    </message>
    <message>
        <source>No message</source>
        <comment>what a replay would do: nothing, no message of ours has failed</comment>
        <translation>Keine Nachricht</translation>
    </message>
</context>
<context>
    <name>ReplayCommand</name>
    <message>
        <source>No open exception matches.</source>
        <translation>Keine offene Ausnahme passt.</translation>
    </message>
    <message>
        <source>&quot;signalboxctl exceptions&quot; lists them.</source>
        <translation>„signalboxctl exceptions“ listet sie auf.</translation>
    </message>
    <message>
        <source>A replay needs a reason: --reason. (--dry-run only shows the plan.)</source>
        <translation>Eine Wiederholung braucht einen Grund: --reason. (--dry-run zeigt nur den Plan.)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be replayed; there are safe, verify and will_fail.</source>
        <translation>„%1“ kann nicht wiederholt werden; es gibt safe, verify und will_fail.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s):</source>
        <translation>
            <numerusform>%n Nachricht:</numerusform>
            <numerusform>%n Nachrichten:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these would be sent again.</source>
        <translation>
            <numerusform>%n davon würde erneut gesendet.</numerusform>
            <numerusform>%n davon würden erneut gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is there to be asked: say --yes to send it, or --dry-run to see the plan only.</source>
        <translation>Es ist niemand da, den man fragen kann: --yes sendet, --dry-run zeigt nur den Plan.</translation>
    </message>
    <message numerus="yes">
        <source>Send %n message(s) again? (y/n)</source>
        <translation>
            <numerusform>%n Nachricht erneut senden? (j/n)</numerusform>
            <numerusform>%n Nachrichten erneut senden? (j/n)</numerusform>
        </translation>
    </message>
    <message>
        <source>y</source>
        <comment>the answer yes, in small letters</comment>
        <translation>j</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing of this can be sent again as it is.</source>
        <translation>Nichts davon kann so erneut gesendet werden.</translation>
    </message>
    <message>
        <source>--classes says what is sent: safe, verify, will_fail.</source>
        <translation>--classes sagt, was gesendet wird: safe, verify, will_fail.</translation>
    </message>
    <message>
        <source>Operation %1 has been started.</source>
        <translation>Vorgang %1 hat begonnen.</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>Wird wiederholt</translation>
    </message>
    <message>
        <source>The replay goes on without being followed.</source>
        <translation>Die Wiederholung geht weiter, ohne verfolgt zu werden.</translation>
    </message>
    <message>
        <source>&quot;signalboxctl operation %1&quot; shows how it stands, and cancels it.</source>
        <translation>„signalboxctl operation %1“ zeigt, wie sie steht, und bricht sie ab.</translation>
    </message>
    <message>
        <source>&quot;signalboxctl operation %1&quot; says what came of each.</source>
        <translation>„signalboxctl operation %1“ sagt, was aus jeder wurde.</translation>
    </message>
    <message>
        <source>&quot;signalboxctl operation %1&quot; shows how it stands.</source>
        <translation>„signalboxctl operation %1“ zeigt, wie sie steht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time; it is such as 2026-11-30T22:00.</source>
        <translation>„%1“ ist keine Zeit; sie sieht etwa so aus: 2026-11-30T22:00.</translation>
    </message>
    <message>
        <source>The stages of --ramp are rising percentages up to 100, such as 1,5,25,100.</source>
        <translation>Die Stufen von --ramp sind steigende Prozentsätze bis 100, etwa 1,5,25,100.</translation>
    </message>
    <message>
        <source>It needs approval. %1</source>
        <translation>Sie braucht eine Genehmigung. %1</translation>
    </message>
    <message>
        <source>Operation %1 waits for somebody else: &quot;signalboxctl approve %1&quot;.</source>
        <translation>Vorgang %1 wartet auf jemand anderen: „signalboxctl approve %1“.</translation>
    </message>
    <message>
        <source>Operation %1 is scheduled.</source>
        <translation>Vorgang %1 beginnt später.</translation>
    </message>
    <message>
        <source>Name the exceptions by their ids, or by --matching, --queue and --group.</source>
        <translation>Die Ausnahmen über ihre Nummern nennen, oder mit --matching, --queue und --group.</translation>
    </message>
    <message>
        <source>Nothing is sent, whatever the targets say.</source>
        <translation>Nichts wird gesendet, was die Ziele auch sagen.</translation>
    </message>
    <message>
        <source>None of these can be asked about.</source>
        <translation>Nach keiner von diesen kann gefragt werden.</translation>
    </message>
    <message>
        <source>Their flows need &quot;lookup&quot;: true, and the targets a way to be asked.</source>
        <translation>Ihre Flüsse brauchen &quot;lookup&quot;: true, und die Ziele einen Weg, gefragt zu werden.</translation>
    </message>
    <message>
        <source>Asking</source>
        <comment>progress: targets are asked</comment>
        <translation>Frage läuft</translation>
    </message>
    <message>
        <source>The targets go on being asked without being followed.</source>
        <translation>Die Ziele werden weiter gefragt, ohne dass jemand zusieht.</translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message>
        <source>Replay: the plan</source>
        <translation>Erneut senden: der Plan</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>caption: why a replay is started</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button: leave the plan</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is started is this list. A message that changes before it is sent is left out and reported. Nothing has been sent yet.</source>
        <translation>Gestartet wird genau diese Liste. Eine Nachricht, die sich vorher ändert, bleibt aus und wird gemeldet. Noch ist nichts gesendet.</translation>
    </message>
    <message>
        <source>Why are these sent again? It goes into the audit trail.</source>
        <translation>Warum werden sie erneut gesendet? Es steht dann im Protokoll.</translation>
    </message>
    <message>
        <source>Leave the plan; nothing is sent (Esc)</source>
        <translation>Plan verlassen; nichts wird gesendet (Esc)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Back to the list; nothing is sent (Esc)</source>
        <translation>Zurück zur Liste; nichts wird gesendet (Esc)</translation>
    </message>
    <message>
        <source>Messages of the plan</source>
        <translation>Nachrichten des Plans</translation>
    </message>
    <message>
        <source>There is nothing to send</source>
        <translation>Es gibt nichts zu senden</translation>
    </message>
    <message>
        <source>None of these messages exists any more, or they are resolved.</source>
        <translation>Keine dieser Nachrichten gibt es noch, oder sie sind erledigt.</translation>
    </message>
    <message>
        <source>It is being started.</source>
        <translation>Es wird gestartet.</translation>
    </message>
    <message>
        <source>The plan sends nothing.</source>
        <translation>Der Plan sendet nichts.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Ein Grund ist nötig.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) will be sent</source>
        <translation>
            <numerusform>%Ln Nachricht wird gesendet</numerusform>
            <numerusform>%Ln Nachrichten werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <extracomment>How many are sent, how many are not
----------
How many can be asked about, how many cannot</extracomment>
        <translation>%1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <comment>messages of a plan</comment>
        <translation>
            <numerusform>%Ln bleibt aus</numerusform>
            <numerusform>%Ln bleiben aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start: send %Ln</source>
        <comment>button: start a replay</comment>
        <translation>
            <numerusform>Starten: %Ln senden</numerusform>
            <numerusform>Starten: %Ln senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <comment>button: start a replay</comment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the replay as it is planned here (Ctrl+Enter)</source>
        <translation>Starten, wie hier geplant (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>The answer was lost: it may have been started. Looking …</source>
        <translation>Die Antwort ging verloren: Vielleicht ist es gestartet. Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>Look again</source>
        <comment>button</comment>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>It was not started: %1</source>
        <translation>Nicht gestartet: %1</translation>
    </message>
    <message>
        <source>It was not started. Nothing has been sent.</source>
        <translation>Nicht gestartet. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Whether it was started is not known yet: %1</source>
        <translation>Ob es gestartet ist, ist noch nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Nobody else has to approve it.</source>
        <translation>Niemand anderes muss sie genehmigen.</translation>
    </message>
    <message>
        <source>Somebody else has to approve it.</source>
        <translation>Jemand anderes muss sie genehmigen.</translation>
    </message>
    <message numerus="yes">
        <source>Ask for approval: %Ln</source>
        <comment>button: a replay that somebody else approves</comment>
        <translation>
            <numerusform>Genehmigung erbitten: %Ln</numerusform>
            <numerusform>Genehmigung erbitten: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for approval of the replay as it is planned here (Ctrl+Enter)</source>
        <translation>Um die Genehmigung der Wiederholung bitten, wie sie hier geplant ist (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Verify: ask the targets</source>
        <comment>title: a plan to ask whether they have messages</comment>
        <translation>Prüfen: die Ziele fragen</translation>
    </message>
    <message>
        <source>The targets are asked about this list, and nothing is sent, whatever they say. A message that changes before it is asked about is left out and reported.</source>
        <translation>Die Ziele werden nach dieser Liste gefragt, und nichts wird gesendet, was sie auch sagen. Eine Nachricht, die sich vorher ändert, wird ausgelassen und gemeldet.</translation>
    </message>
    <message>
        <source>It goes into the audit trail; it may stay empty.</source>
        <translation>Kommt in das Protokoll; darf leer bleiben.</translation>
    </message>
    <message>
        <source>There is nothing to ask about</source>
        <translation>Es gibt nichts zu fragen</translation>
    </message>
    <message>
        <source>None of these can be asked about.</source>
        <translation>Nach keiner von diesen kann gefragt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be asked about</source>
        <comment>messages of a plan</comment>
        <translation>
            <numerusform>nach %Ln kann gefragt werden</numerusform>
            <numerusform>nach %Ln kann gefragt werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not</source>
        <comment>messages of a plan that cannot be asked about</comment>
        <translation>
            <numerusform>nach %Ln nicht</numerusform>
            <numerusform>nach %Ln nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask about %Ln</source>
        <comment>button: targets are asked whether they have messages</comment>
        <translation>
            <numerusform>Nach %Ln fragen</numerusform>
            <numerusform>Nach %Ln fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the targets; nothing is sent (Ctrl+Enter)</source>
        <translation>Die Ziele fragen; nichts wird gesendet (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>ReportPdf</name>
    <message>
        <source>page %1 of %2</source>
        <extracomment>Foot of a printed page: its number, and how many there are</extracomment>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>There is no font on this machine to write a PDF with.</source>
        <translation>Auf diesem Rechner gibt es keine Schrift, um ein PDF zu schreiben.</translation>
    </message>
    <message>
        <source>Install one, such as fonts-dejavu-core, or write HTML or CSV.</source>
        <translation>Installieren Sie eine, etwa fonts-dejavu-core, oder schreiben Sie HTML oder CSV.</translation>
    </message>
    <message>
        <source>The PDF could not be written.</source>
        <translation>Das PDF konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Resolution</name>
    <message>
        <source>Replayed</source>
        <comment>why it is no problem any more: sent again and taken</comment>
        <translation>Erneut gesendet</translation>
    </message>
    <message>
        <source>Fixed in the target system</source>
        <comment>why it is no problem any more</comment>
        <translation>Im Zielsystem behoben</translation>
    </message>
    <message>
        <source>The target has it already</source>
        <comment>why it is no problem any more: a duplicate</comment>
        <translation>Das Ziel hat es schon</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <comment>why it is no problem any more</comment>
        <translation>Nicht mehr nötig</translation>
    </message>
    <message>
        <source>Compensated</source>
        <comment>why it is no problem any more: evened out, or what was done is taken back</comment>
        <translation>Ausgeglichen</translation>
    </message>
</context>
<context>
    <name>RulesView</name>
    <message>
        <source>Rules &amp; targets</source>
        <translation>Regeln &amp; Ziele</translation>
    </message>
    <message>
        <source>Read only: these are the rules in force. An order keeps the version that it started with.</source>
        <translation>Nur lesbar: Dies sind die geltenden Regeln. Ein Auftrag behält die Version, mit der er begann.</translation>
    </message>
    <message>
        <source>Parts of the rules</source>
        <translation>Teile der Regeln</translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation>Vertriebskanäle</translation>
    </message>
    <message>
        <source>Processes</source>
        <comment>tab: lifecycle templates</comment>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Calendars</source>
        <comment>tab: business calendars</comment>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Channels</source>
        <comment>tab: sales channels</comment>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Processes and their versions</source>
        <translation>Abläufe und ihre Versionen</translation>
    </message>
    <message>
        <source>Steps of the process</source>
        <translation>Schritte des Ablaufs</translation>
    </message>
    <message>
        <source>The rules could not be read again: %1</source>
        <translation>Die Regeln ließen sich nicht erneut lesen: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>There are no processes</source>
        <translation>Es gibt keine Abläufe</translation>
    </message>
    <message>
        <source>The database has no lifecycle process yet, so no step is expected and no target is checked.</source>
        <translation>Die Datenbank hat noch keinen Ablauf, also wird kein Schritt erwartet und kein Ziel geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>Version %1, for orders from %2 on; %n step(s)</source>
        <translation>
            <numerusform>Version %1, für Aufträge ab %2; %n Schritt</numerusform>
            <numerusform>Version %1, für Aufträge ab %2; %n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Runbook</name>
    <message>
        <source>late without an error</source>
        <comment>kind of error</comment>
        <translation>verspätet ohne Fehler</translation>
    </message>
    <message>
        <source>flow %1</source>
        <translation>Fluss %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <comment>of an error</comment>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>this cause only</source>
        <translation>nur diese Ursache</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>Team %1</translation>
    </message>
</context>
<context>
    <name>RunbookCard</name>
    <message>
        <source>For %1. Changed %2 by %3.</source>
        <extracomment>Below a runbook: which problems it is for, when it was changed and by whom</extracomment>
        <translation>Für %1. Geändert am %2 von %3.</translation>
    </message>
    <message>
        <source>Owner: %1.</source>
        <comment>who keeps a runbook right</comment>
        <translation>Zuständig: %1.</translation>
    </message>
    <message>
        <source>Runbook: %1</source>
        <translation>Anleitung: %1</translation>
    </message>
    <message>
        <source>No runbook for this kind of error yet</source>
        <translation>Noch keine Anleitung dazu</translation>
    </message>
    <message>
        <source>Fold the steps away</source>
        <translation>Die Schritte zuklappen</translation>
    </message>
    <message>
        <source>Show the steps</source>
        <translation>Die Schritte zeigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <comment>button: a runbook</comment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Write one…</source>
        <comment>button: a runbook</comment>
        <translation>Eine schreiben …</translation>
    </message>
    <message>
        <source>Edit the runbook</source>
        <translation>Anleitung ändern</translation>
    </message>
    <message>
        <source>Write a runbook</source>
        <translation>Anleitung schreiben</translation>
    </message>
</context>
<context>
    <name>RunbookCommand</name>
    <message numerus="yes">
        <source>%n runbook(s) written.</source>
        <translation>
            <numerusform>%n Anleitung geschrieben.</numerusform>
            <numerusform>%n Anleitungen geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no runbooks yet; &quot;signalboxctl runbook put&quot; writes them.</source>
        <translation>Es gibt noch keine Anleitungen; „signalboxctl runbook put“ schreibt sie.</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column: of a runbook</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Runbook</source>
        <comment>column: its title</comment>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>For</source>
        <comment>column: which problems a runbook is for</comment>
        <translation>Für</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>column: who keeps a runbook right</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>column: when a runbook was written last</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>There is no runbook %1.</source>
        <translation>Es gibt keine Anleitung %1.</translation>
    </message>
    <message>
        <source>&quot;signalboxctl runbook list&quot; lists them.</source>
        <translation>„signalboxctl runbook list“ listet sie auf.</translation>
    </message>
    <message>
        <source>changed %1 by %2</source>
        <extracomment>Of a runbook: when it was changed and by whom</extracomment>
        <translation>geändert %1 von %2</translation>
    </message>
    <message>
        <source>owner %1, </source>
        <comment>of a runbook; more follows</comment>
        <translation>zuständig %1, </translation>
    </message>
    <message>
        <source>Runbook %1 is removed.</source>
        <translation>Anleitung %1 ist entfernt.</translation>
    </message>
</context>
<context>
    <name>RunbookPanel</name>
    <message>
        <source>Only for exactly this cause</source>
        <translation>Nur für genau diese Ursache</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>button: a runbook</comment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button: do nothing</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button: a runbook</comment>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>The steps, one a line: 1. … 2. … Links and **bold** are understood (Markdown).</source>
        <translation>Die Schritte, jeder auf einer Zeile: 1. … 2. … Links und **Fett** werden verstanden (Markdown).</translation>
    </message>
    <message>
        <source>* = any</source>
        <comment>placeholder: a flow</comment>
        <translation>* = jeder</translation>
    </message>
    <message>
        <source>any, * for any text</source>
        <comment>placeholder: code of an error</comment>
        <translation>jeder, * für beliebigen Text</translation>
    </message>
    <message>
        <source>any</source>
        <comment>placeholder: a team</comment>
        <translation>jedes</translation>
    </message>
    <message>
        <source>Title</source>
        <comment>field: of a runbook</comment>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Kind of error</source>
        <comment>field: what a runbook is for</comment>
        <translation>Art des Fehlers</translation>
    </message>
    <message>
        <source>Flow</source>
        <comment>field: what a runbook is for</comment>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Error code</source>
        <comment>field: what a runbook is for</comment>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Team</source>
        <comment>field: what a runbook is for</comment>
        <translation>Team</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>field: who keeps a runbook right</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Write a runbook</source>
        <translation>Anleitung schreiben</translation>
    </message>
    <message>
        <source>Edit the runbook</source>
        <translation>Anleitung ändern</translation>
    </message>
    <message>
        <source>The steps have %1 characters at most.</source>
        <translation>Die Schritte haben höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Runbook saved.</source>
        <translation>Anleitung gesichert.</translation>
    </message>
    <message>
        <source>Remove it for everybody</source>
        <comment>button: a runbook, asked once more</comment>
        <translation>Für alle entfernen</translation>
    </message>
    <message>
        <source>Runbook removed.</source>
        <translation>Anleitung entfernt.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gesichert: %1</translation>
    </message>
    <message>
        <source>What you wrote is not saved. Esc once more leaves it.</source>
        <translation>Was Sie geschrieben haben, ist nicht gesichert. Noch einmal Esc verwirft es.</translation>
    </message>
    <message>
        <source>Preview of the steps</source>
        <translation>Vorschau der Schritte</translation>
    </message>
    <message>
        <source>Here stands what it will look like.</source>
        <translation>Hier steht, wie es aussehen wird.</translation>
    </message>
</context>
<context>
    <name>RunbookText</name>
    <message>
        <source>Steps of the runbook</source>
        <translation>Schritte der Anleitung</translation>
    </message>
</context>
<context>
    <name>SandboxCommandLine</name>
    <message>
        <source>Usage</source>
        <comment>heading in the help: how to call the program</comment>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <comment>placeholder in the help</comment>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <comment>placeholder in the help</comment>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <comment>in the help: this has to be given</comment>
        <translation>NÖTIG</translation>
    </message>
    <message>
        <source>TEXT</source>
        <comment>placeholder in the help: any text</comment>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <comment>placeholder in the help: a whole number</comment>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>Options</source>
        <comment>heading in the help</comment>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>A simulated retail estate: HTTP services that keep ledgers, and fail like real ones.</source>
        <translation>Eine simulierte Systemlandschaft des Handels: HTTP-Dienste, die Buch führen und wie echte versagen.</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>Diese Hilfe zeigen</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>Die Version zeigen</translation>
    </message>
    <message>
        <source>Run the estate until Ctrl+C</source>
        <translation>Die Landschaft laufen lassen, bis Strg+C</translation>
    </message>
    <message>
        <source>Commands</source>
        <comment>heading in the help</comment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 for any that is free</source>
        <translation>Port auf 127.0.0.1; 0 für irgendeinen freien</translation>
    </message>
    <message>
        <source>A further port for each system, on which connections are refused while it is down</source>
        <translation>Ein weiterer Port je System, auf dem Verbindungen abgewiesen werden, während es ausgefallen ist</translation>
    </message>
    <message>
        <source>File that gets the port when it is open</source>
        <translation>Datei, in die der Port geschrieben wird, sobald er offen ist</translation>
    </message>
    <message>
        <source>What goes wrong: a file, or one of %1</source>
        <translation>Was schiefgeht: eine Datei oder eines von %1</translation>
    </message>
    <message>
        <source>The same seed makes the same failures</source>
        <translation>Gleicher Startwert, gleiche Fehler</translation>
    </message>
    <message>
        <source>Seconds of the scenario in one second</source>
        <translation>Sekunden des Szenarios in einer Sekunde</translation>
    </message>
    <message>
        <source>File that keeps the ledger; what is in it already is known again</source>
        <translation>Datei, die das Buch aufbewahrt; was schon darin steht, ist wieder bekannt</translation>
    </message>
    <message>
        <source>How many requests can be read back</source>
        <translation>Wie viele Anfragen nachzulesen sind</translation>
    </message>
    <message>
        <source>Threads that answer; 0 for as many as fit</source>
        <translation>Threads, die antworten; 0 für so viele, wie passen</translation>
    </message>
    <message>
        <source>URL of a running sandbox, or its journal file</source>
        <translation>URL einer laufenden Sandbox oder ihre Journaldatei</translation>
    </message>
    <message>
        <source>Write JSON instead of a table</source>
        <translation>JSON statt einer Tabelle ausgeben</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Einen Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such option or argument here: %1.</source>
        <translation>Eine solche Option oder ein solches Argument gibt es hier nicht: %1.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>The command line is not understood: %1</source>
        <translation>Die Kommandozeile ist nicht verständlich: %1</translation>
    </message>
    <message>
        <source>&quot;signalbox-sandbox --help&quot; shows what there is.</source>
        <translation>„signalbox-sandbox --help“ zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <comment>placeholder in the help: any number</comment>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>Let customers buy and parcels travel: send the events of a running estate to a relay</source>
        <translation>Kunden kaufen und Pakete reisen lassen: die Ereignisse einer laufenden Umgebung an ein Relay senden</translation>
    </message>
    <message>
        <source>URL of a running sandbox</source>
        <translation>URL einer laufenden Sandbox</translation>
    </message>
    <message>
        <source>URL of a relay</source>
        <translation>URL eines Relays</translation>
    </message>
    <message>
        <source>Orders a second</source>
        <translation>Bestellungen in der Sekunde</translation>
    </message>
    <message>
        <source>How much faster parcels travel and payments settle</source>
        <translation>Wie viel schneller Pakete reisen und Zahlungen abgerechnet werden</translation>
    </message>
    <message>
        <source>End selling after so many; 0 for never</source>
        <translation>Nach so vielen nicht weiter verkaufen; 0: ohne Ende</translation>
    </message>
    <message>
        <source>The same seed makes the same orders</source>
        <translation>Derselbe Startwert ergibt dieselben Bestellungen</translation>
    </message>
    <message>
        <source>Without a command it serves. Exit codes: 0 done; 1 failed, something was done twice, or ledger and database do not agree; 2 wrong usage or input; 3 no connection to the database.</source>
        <translation>Ohne Befehl läuft die Landschaft. Exitcodes: 0 erledigt; 1 fehlgeschlagen, etwas wurde doppelt getan oder Buch und Datenbank stimmen nicht überein; 2 falscher Aufruf oder falsche Eingabe; 3 keine Verbindung zur Datenbank.</translation>
    </message>
    <message>
        <source>Look through a ledger for what was done more than once, and hold it against the integration database</source>
        <translation>Ein Buch nach dem durchsehen, was mehr als einmal getan wurde, und es mit der Integrationsdatenbank vergleichen</translation>
    </message>
    <message>
        <source>Database to compare with: a URI such as postgresql://host/database. Without it SIGNALBOX_DB; without both nothing is compared.</source>
        <translation>Datenbank, mit der verglichen wird: eine URI wie postgresql://host/datenbank. Ohne sie SIGNALBOX_DB; ohne beides wird nichts verglichen.</translation>
    </message>
    <message>
        <source>Days of the past that are told first, at once; 0 for none</source>
        <translation>Tage der Vergangenheit, die zuerst und auf einmal gemeldet werden; 0 für keine</translation>
    </message>
    <message>
        <source>How many orders the past has</source>
        <translation>Wie viele Aufträge die Vergangenheit hat</translation>
    </message>
</context>
<context>
    <name>SaveViewPanel</name>
    <message>
        <source>Share it with everybody</source>
        <translation>Mit allen teilen</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button: a view</comment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of a view</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Everything, with the columns and the sorting as they are</source>
        <translation>Alles, mit Spalten und Sortierung wie jetzt</translation>
    </message>
    <message>
        <source>%1, with the columns and the sorting as they are</source>
        <translation>%1, mit Spalten und Sortierung wie jetzt</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>There is no scenario file %1, and no built-in scenario of that name.</source>
        <translation>Es gibt keine Szenariodatei %1 und kein eingebautes Szenario dieses Namens.</translation>
    </message>
    <message>
        <source>Built in: %1.</source>
        <translation>Eingebaut: %1.</translation>
    </message>
    <message>
        <source>The scenario file %1 cannot be read: %2.</source>
        <translation>Die Szenariodatei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>there is no resource %1 in the estate</source>
        <translation>eine Ressource %1 gibt es in der Landschaft nicht</translation>
    </message>
    <message>
        <source>there is no system %1 in the estate</source>
        <translation>ein System %1 gibt es in der Landschaft nicht</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>endet, bevor es beginnt</translation>
    </message>
    <message>
        <source>the probabilities are more than 1 together</source>
        <translation>die Wahrscheinlichkeiten ergeben zusammen mehr als 1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>there is no answer &quot;%1&quot;</source>
        <translation>eine Antwort „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>it is not over when it comes back</source>
        <translation>er ist nicht vorbei, wenn er wiederkehrt</translation>
    </message>
</context>
<context>
    <name>Scope</name>
    <message>
        <source>Order</source>
        <comment>what a step is about</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Shipment</source>
        <comment>what a step is about</comment>
        <translation>Sendung</translation>
    </message>
    <message>
        <source>Payment</source>
        <comment>what a step is about</comment>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Return</source>
        <comment>what a step is about</comment>
        <translation>Retoure</translation>
    </message>
    <message>
        <source>Refund</source>
        <comment>what a step is about</comment>
        <translation>Erstattung</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search orders and commands</source>
        <translation>Aufträge und Befehle suchen</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Order number, reference, or a command</source>
        <translation>Auftragsnummer, Referenz oder Befehl</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>field</comment>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Results</source>
        <comment>of a search</comment>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Up and down to choose, Enter to open, Esc to close</source>
        <translation>Auf und Ab wählen, Enter öffnet, Esc schließt</translation>
    </message>
    <message>
        <source>Commands</source>
        <comment>heading</comment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Open last</source>
        <comment>heading: orders that were open last</comment>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>heading</comment>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>No order, key or reference starts with this.</source>
        <translation>Keine Nummer, kein Schlüssel und keine Referenz beginnt so.</translation>
    </message>
    <message>
        <source>List all orders that match “%1”</source>
        <translation>Alle Aufträge zu „%1“ auflisten</translation>
    </message>
</context>
<context>
    <name>Secret</name>
    <message>
        <source>the secret in the variable %1 is not set</source>
        <translation>das Geheimnis in der Variablen %1 ist nicht gesetzt</translation>
    </message>
    <message>
        <source>the secret&apos;s file %1 cannot be read: %2</source>
        <translation>die Datei %1 des Geheimnisses lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no secret: it has to begin with env: or file:</source>
        <translation>„%1“ benennt kein Geheimnis: Es muss mit env: oder file: beginnen</translation>
    </message>
</context>
<context>
    <name>SellCommand</name>
    <message>
        <source>The sandbox at %1 did not take the past of its systems: %2</source>
        <translation>Die Sandbox unter %1 hat die Vergangenheit ihrer Systeme nicht angenommen: %2</translation>
    </message>
    <message>
        <source>The relay at %1 did not take the history: %2</source>
        <translation>Das Relay unter %1 hat die Vorgeschichte nicht angenommen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) of the past: %1 done, %2 in work, %3 stuck, %4 cancelled.</source>
        <translation>
            <numerusform>%n Auftrag der Vergangenheit: %1 erledigt, %2 in Arbeit, %3 festgefahren, %4 storniert.</numerusform>
            <numerusform>%n Aufträge der Vergangenheit: %1 erledigt, %2 in Arbeit, %3 festgefahren, %4 storniert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServeCommand</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 ist nicht zu schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>SetAside</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>%1, column %2: %3</source>
        <translation>%1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>%1, line %2, event %3: %4</source>
        <translation>%1, Zeile %2, Ereignis %3: %4</translation>
    </message>
    <message>
        <source>Nothing was taken in; set aside: %1.</source>
        <translation>Nichts wurde aufgenommen; zurückgestellt: %1.</translation>
    </message>
    <message>
        <source>Each is kept with its reason in integration.rejected_event; the console lists them: Health, Events set aside.</source>
        <translation>Alles steht mit dem Grund in integration.rejected_event; die Konsole listet es auf: Zustand, Zurückgestellte Ereignisse.</translation>
    </message>
</context>
<context>
    <name>SetAsideModel</name>
    <message>
        <source>%1, entry %2</source>
        <extracomment>A file, table or program, and the position there</extracomment>
        <translation>%1, Eintrag %2</translation>
    </message>
    <message>
        <source>How often the same came again for the same reason</source>
        <translation>Wie oft dasselbe aus demselben Grund kam</translation>
    </message>
    <message>
        <source>Last came</source>
        <comment>column: when an event was set aside last</comment>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Problem</source>
        <comment>column: what is wrong with an event</comment>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>column: what is wrong with an event, in detail</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Where it stood</source>
        <comment>column: file and line of an event</comment>
        <translation>Fundstelle</translation>
    </message>
    <message>
        <source>Times</source>
        <comment>column: how often an event came</comment>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Event id</source>
        <comment>column: the event&apos;s id at its source</comment>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>column: who published an event</comment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>First came</source>
        <comment>column: when an event was set aside first</comment>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>event %1 of a batch</source>
        <translation>Ereignis %1 eines Stapels</translation>
    </message>
</context>
<context>
    <name>SetAsideView</name>
    <message>
        <source>Events set aside</source>
        <translation>Zurückgestellte Ereignisse</translation>
    </message>
    <message>
        <source>These could not be taken in and belong to no order. Mend them where they come from and send them again: what has been taken in already is not taken in twice.</source>
        <translation>Sie ließen sich nicht aufnehmen und gehören zu keinem Auftrag. Dort beheben, wo sie herkommen, und erneut senden: Was schon aufgenommen ist, wird nicht doppelt aufgenommen.</translation>
    </message>
    <message>
        <source>Where it stood</source>
        <comment>caption: file and line of an event</comment>
        <translation>Fundstelle</translation>
    </message>
    <message>
        <source>Came</source>
        <comment>caption: how often, and when first</comment>
        <translation>Kam</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>caption: who published an event</comment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Event id</source>
        <comment>caption: the event&apos;s id at its source</comment>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Back to Health</source>
        <translation>Zurück zum Zustand</translation>
    </message>
    <message>
        <source>Back to Health (Esc)</source>
        <translation>Zurück zum Zustand (Esc)</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Nothing was set aside</source>
        <translation>Nichts zurückgestellt</translation>
    </message>
    <message>
        <source>Every event that was sent could be taken in.</source>
        <translation>Jedes gesendete Ereignis ließ sich aufnehmen.</translation>
    </message>
    <message>
        <source>The list could not be brought up to date: %1</source>
        <translation>Die Liste ließ sich nicht aktualisieren: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>button: ask the database again</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1+ events</source>
        <extracomment>A count that stops at a limit, such as &quot;10,000+ events&quot;</extracomment>
        <translation>%1+ Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest %1 are listed</source>
        <translation>die neuesten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>Not up to date: as of %1</source>
        <translation>Nicht aktuell: Stand %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>When the list was read last, a time of day</extracomment>
        <translation>Stand %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times, first on %1</source>
        <translation>
            <numerusform>%Ln-mal, zuerst am %1</numerusform>
            <numerusform>%Ln-mal, zuerst am %1</numerusform>
        </translation>
    </message>
    <message>
        <source>once, on %1</source>
        <translation>einmal, am %1</translation>
    </message>
    <message>
        <source>What was sent is kept word for word in integration.rejected_event, id %1. Only administrators can read it there, since it may hold customer data.</source>
        <translation>Was gesendet wurde, steht wörtlich in integration.rejected_event, id %1. Nur die Administration kann es dort lesen, denn es kann Kundendaten enthalten.</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Critical</source>
        <comment>how urgent a problem is</comment>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <comment>how urgent a problem is</comment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>how urgent a problem is</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>how urgent a problem is</comment>
        <translation>Niedrig</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern …</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Back to the same row</source>
        <translation>Zurück zur selben Zeile</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Ausgewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Filter by pasted order numbers</source>
        <translation>Nach eingefügten Auftragsnummern filtern</translation>
    </message>
    <message>
        <source>In the filter</source>
        <translation>Im Filter</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vervollständigen</translation>
    </message>
    <message>
        <source>What could come next</source>
        <translation>Mögliche Fortsetzungen</translation>
    </message>
    <message>
        <source>Go on in the list</source>
        <translation>Weiter in der Liste</translation>
    </message>
    <message>
        <source>In the timeline of an order</source>
        <translation>In der Zeitachse eines Auftrags</translation>
    </message>
    <message>
        <source>From step to step</source>
        <translation>Von Schritt zu Schritt</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Mark; Esc takes the marks back</source>
        <translation>Markieren; Esc hebt auf</translation>
    </message>
    <message>
        <source>What you looked for last</source>
        <translation>Was zuletzt gesucht wurde</translation>
    </message>
    <message>
        <source>The same everywhere</source>
        <translation>Überall gleich</translation>
    </message>
    <message>
        <source>Confirm a plan or a decision</source>
        <translation>Plan oder Entscheidung bestätigen</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message numerus="yes">
        <source>The data did not come within %n second(s).</source>
        <translation>
            <numerusform>Die Daten kamen nicht innerhalb von %n Sekunde.</numerusform>
            <numerusform>Die Daten kamen nicht innerhalb von %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>There is no order to draw.</source>
        <translation>Es gibt keinen Auftrag zum Zeichnen.</translation>
    </message>
    <message>
        <source>The picture %1 cannot be written.</source>
        <translation>Das Bild %1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>SortLine</name>
    <message>
        <source>Usual order</source>
        <comment>button: sort a list as it is sorted when nobody says otherwise</comment>
        <translation>Übliche Reihenfolge</translation>
    </message>
    <message>
        <source>This list can be sorted by: %1.</source>
        <comment>columns</comment>
        <translation>Diese Liste lässt sich sortieren nach: %1.</translation>
    </message>
    <message>
        <source>by %1 %2</source>
        <extracomment>How a list is sorted: the title of a column, and an arrow</extracomment>
        <translation>nach %1 %2</translation>
    </message>
    <message>
        <source>by %1, ascending</source>
        <comment>how a list is sorted</comment>
        <translation>nach %1, aufsteigend</translation>
    </message>
    <message>
        <source>by %1, descending</source>
        <comment>how a list is sorted</comment>
        <translation>nach %1, absteigend</translation>
    </message>
</context>
<context>
    <name>StageSteps</name>
    <message>
        <source>Not begun</source>
        <comment>stage of a replay</comment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Waits</source>
        <comment>stage of a replay</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <extracomment>What came of a stage: how many are confirmed, how many were sent</extracomment>
        <translation>%1 von %2 bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln ungewiss</numerusform>
            <numerusform>%Ln ungewiss</numerusform>
        </translation>
    </message>
    <message>
        <source>Stages: %1</source>
        <extracomment>Screen reader: the stages of a replay, each with what came of it</extracomment>
        <translation>Stufen: %1</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Starting</source>
        <translation>Start läuft</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>Die Datenbank lässt sich nicht nutzen</translation>
    </message>
    <message>
        <source>There is no connection to the database</source>
        <translation>Es gibt keine Verbindung zur Datenbank</translation>
    </message>
    <message>
        <source>The database does not accept this user or password</source>
        <translation>Die Datenbank nimmt diesen Benutzer oder dieses Passwort nicht an</translation>
    </message>
    <message>
        <source>You have no rights in this database</source>
        <translation>Keine Rechte in dieser Datenbank</translation>
    </message>
    <message>
        <source>This database does not fit this version of Signalbox</source>
        <translation>Diese Datenbank passt nicht zu dieser Version von Signalbox</translation>
    </message>
    <message>
        <source>It is not clear which database is meant</source>
        <translation>Es ist nicht klar, welche Datenbank gemeint ist</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button</comment>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Order captured</source>
        <comment>step of an order</comment>
        <translation>Auftrag erfasst</translation>
    </message>
    <message>
        <source>Order validated</source>
        <comment>step of an order</comment>
        <translation>Auftrag geprüft</translation>
    </message>
    <message>
        <source>Order accepted by us</source>
        <comment>step of a marketplace order</comment>
        <translation>Auftrag angenommen</translation>
    </message>
    <message>
        <source>Fraud check passed</source>
        <comment>step of an order</comment>
        <translation>Betrugsprüfung bestanden</translation>
    </message>
    <message>
        <source>Payment authorized</source>
        <comment>step of an order</comment>
        <translation>Zahlung autorisiert</translation>
    </message>
    <message>
        <source>Stock reserved</source>
        <comment>step of an order</comment>
        <translation>Bestand reserviert</translation>
    </message>
    <message>
        <source>Order created in the ERP</source>
        <comment>step of an order</comment>
        <translation>Auftrag im ERP angelegt</translation>
    </message>
    <message>
        <source>Routed to a warehouse or store</source>
        <comment>step of an order</comment>
        <translation>Lager oder Filiale zugeteilt</translation>
    </message>
    <message>
        <source>Shipment confirmed</source>
        <comment>step of an order</comment>
        <translation>Sendung bestätigt</translation>
    </message>
    <message>
        <source>Goods issue posted</source>
        <comment>step of an order: the ERP&apos;s stock movement</comment>
        <translation>Warenausgang gebucht</translation>
    </message>
    <message>
        <source>Shipment shown in the shop</source>
        <comment>step of an order</comment>
        <translation>Sendung im Shop sichtbar</translation>
    </message>
    <message>
        <source>Shipment reported to the marketplace</source>
        <comment>step of an order</comment>
        <translation>Sendung dem Marktplatz gemeldet</translation>
    </message>
    <message>
        <source>Ready for pickup</source>
        <comment>step of an order</comment>
        <translation>Abholbereit</translation>
    </message>
    <message>
        <source>Collected by the customer</source>
        <comment>step of an order</comment>
        <translation>Vom Kunden abgeholt</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>step of an order</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Payment captured</source>
        <comment>step of an order</comment>
        <translation>Zahlung eingezogen</translation>
    </message>
    <message>
        <source>Invoice posted</source>
        <comment>step of an order</comment>
        <translation>Rechnung gebucht</translation>
    </message>
    <message>
        <source>Customer notified</source>
        <comment>step of an order</comment>
        <translation>Kunde benachrichtigt</translation>
    </message>
    <message>
        <source>Stock posted</source>
        <comment>step of a store sale</comment>
        <translation>Bestand gebucht</translation>
    </message>
    <message>
        <source>Settlement received</source>
        <comment>step of an order: part of a payout</comment>
        <translation>Abrechnung erhalten</translation>
    </message>
    <message>
        <source>Settlement posted</source>
        <comment>step of an order: payout is in the ledger</comment>
        <translation>Abrechnung gebucht</translation>
    </message>
    <message>
        <source>Return requested</source>
        <comment>step of a return</comment>
        <translation>Retoure angefragt</translation>
    </message>
    <message>
        <source>Return authorized</source>
        <comment>step of a return</comment>
        <translation>Retoure genehmigt</translation>
    </message>
    <message>
        <source>Return received</source>
        <comment>step of a return: goods are back</comment>
        <translation>Retoure eingetroffen</translation>
    </message>
    <message>
        <source>Return inspected</source>
        <comment>step of a return</comment>
        <translation>Retoure geprüft</translation>
    </message>
    <message>
        <source>Restock posted</source>
        <comment>step of a return</comment>
        <translation>Wiedereinlagerung gebucht</translation>
    </message>
    <message>
        <source>Refund issued</source>
        <comment>step of a return: by the shop</comment>
        <translation>Erstattung veranlasst</translation>
    </message>
    <message>
        <source>Refund settled</source>
        <comment>step of a return: paid back by the payment provider</comment>
        <translation>Erstattung ausgezahlt</translation>
    </message>
    <message>
        <source>Credit memo posted</source>
        <comment>step of a return: in the ERP</comment>
        <translation>Gutschrift gebucht</translation>
    </message>
    <message>
        <source>Customer told of the refund</source>
        <comment>step of a return</comment>
        <translation>Kunde über Erstattung informiert</translation>
    </message>
    <message>
        <source>Order changed</source>
        <comment>an event about an order</comment>
        <translation>Auftrag geändert</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <comment>an event about an order</comment>
        <translation>Auftrag storniert</translation>
    </message>
</context>
<context>
    <name>StepDetail</name>
    <message>
        <source>Show event</source>
        <translation>Ereignis zeigen</translation>
    </message>
    <message>
        <source>Owed by</source>
        <comment>caption: the system that must do the step</comment>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Could start</source>
        <comment>caption: when the last step before it was reached</comment>
        <translation>Möglich ab</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>caption: target time of a step</comment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Reached</source>
        <comment>caption: when the step was reached</comment>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>caption: how long the step took</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>caption: usual time of a step</comment>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Proved by</source>
        <comment>caption: the event that proves a step</comment>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Show the event that proves this step</source>
        <translation>Das Ereignis zeigen, das diesen Schritt nachweist</translation>
    </message>
    <message>
        <source>Choose a step to see its details</source>
        <translation>Einen Schritt wählen, um Einzelheiten zu sehen</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>caption: when the step will be reached</comment>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Open for</source>
        <comment>caption: how long a step has been open</comment>
        <translation>Offen seit</translation>
    </message>
    <message>
        <source>%1 (95 %: %2)</source>
        <comment>usual time of a step, and the time that 95 per cent keep</comment>
        <translation>%1 (95 %: %2)</translation>
    </message>
</context>
<context>
    <name>SyncState</name>
    <message>
        <source>Unknown</source>
        <comment>synchronisation state: no evidence</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>synchronisation state: a system has not taken its part yet</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>synchronisation state: a step failed</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>In sync</source>
        <comment>synchronisation state: every system has what it should have</comment>
        <translation>Synchron</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>synchronisation state: the order was cancelled</comment>
        <translation>Storniert</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>Shop</source>
        <comment>online shop, a kind of system</comment>
        <translation>Shop</translation>
    </message>
    <message>
        <source>Point of sale</source>
        <comment>till, a kind of system</comment>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Store</source>
        <comment>shop with a door, a kind of system</comment>
        <translation>Filiale</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <comment>a kind of system</comment>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Middleware</source>
        <comment>a kind of system</comment>
        <translation>Middleware</translation>
    </message>
    <message>
        <source>Order management</source>
        <comment>a kind of system</comment>
        <translation>Auftragsverwaltung</translation>
    </message>
    <message>
        <source>Fraud check</source>
        <comment>a kind of system</comment>
        <translation>Betrugsprüfung</translation>
    </message>
    <message>
        <source>Payment provider</source>
        <comment>a kind of system</comment>
        <translation>Zahlungsdienst</translation>
    </message>
    <message>
        <source>Inventory</source>
        <comment>stock keeping, a kind of system</comment>
        <translation>Bestandsführung</translation>
    </message>
    <message>
        <source>ERP</source>
        <comment>enterprise resource planning, a kind of system</comment>
        <translation>ERP</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <comment>warehouse management, a kind of system</comment>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Carrier</source>
        <comment>parcel service, a kind of system</comment>
        <translation>Frachtführer</translation>
    </message>
    <message>
        <source>Finance</source>
        <comment>ledger, a kind of system</comment>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>CRM</source>
        <comment>customer relations, a kind of system</comment>
        <translation>CRM</translation>
    </message>
</context>
<context>
    <name>SystemReasons</name>
    <message>
        <source>changed since you looked</source>
        <comment>why nothing was done</comment>
        <translation>inzwischen geändert</translation>
    </message>
    <message>
        <source>changed since the plan</source>
        <comment>why nothing was done</comment>
        <translation>seit dem Plan geändert</translation>
    </message>
    <message>
        <source>resolved already</source>
        <comment>why nothing was done</comment>
        <translation>schon erledigt</translation>
    </message>
    <message>
        <source>not snoozed</source>
        <comment>why nothing was done</comment>
        <translation>nicht zurückgestellt</translation>
    </message>
    <message>
        <source>not there any more</source>
        <comment>why nothing was done</comment>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>done already</source>
        <comment>why nothing was done</comment>
        <translation>schon getan</translation>
    </message>
    <message>
        <source>not needed any more</source>
        <comment>why nothing was done</comment>
        <translation>nicht mehr nötig</translation>
    </message>
    <message>
        <source>not allowed</source>
        <comment>why nothing was done</comment>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>has not failed</source>
        <comment>why nothing was done</comment>
        <translation>nicht gescheitert</translation>
    </message>
    <message>
        <source>to be verified by hand</source>
        <comment>why nothing was done</comment>
        <translation>von Hand zu prüfen</translation>
    </message>
    <message>
        <source>would fail again</source>
        <comment>why nothing was done</comment>
        <translation>würde wieder scheitern</translation>
    </message>
    <message>
        <source>left out</source>
        <comment>why nothing was done</comment>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>that takes the role signalbox_support</source>
        <comment>why nothing was done</comment>
        <translation>dafür ist die Rolle signalbox_support nötig</translation>
    </message>
    <message>
        <source>that takes the role signalbox_viewer</source>
        <comment>why nothing was done</comment>
        <translation>dafür ist die Rolle signalbox_viewer nötig</translation>
    </message>
    <message>
        <source>this flow moves money or makes legal documents: that takes the role signalbox_finance</source>
        <comment>why nothing was done</comment>
        <translation>dieser Fluss bewegt Geld oder erzeugt Rechtsbelege: dafür ist die Rolle signalbox_finance nötig</translation>
    </message>
    <message>
        <source>the target took it</source>
        <comment>why a problem is none any more</comment>
        <translation>das Ziel hat es angenommen</translation>
    </message>
    <message>
        <source>the target had it already</source>
        <comment>why a problem is none any more</comment>
        <translation>das Ziel hatte es schon</translation>
    </message>
    <message>
        <source>another event shows that it is done</source>
        <comment>why a problem is none any more</comment>
        <translation>ein anderes Ereignis zeigt, dass es getan ist</translation>
    </message>
    <message>
        <source>the order does not need it any more</source>
        <comment>why a problem is none any more</comment>
        <translation>der Auftrag braucht es nicht mehr</translation>
    </message>
    <message>
        <source>given up as its flow says: what was done before is taken back</source>
        <comment>why a problem is none any more</comment>
        <translation>aufgegeben, wie der Fluss es vorsieht: was schon getan war, wird zurückgenommen</translation>
    </message>
    <message>
        <source>the relay did not come back in time</source>
        <comment>error of a try to send</comment>
        <translation>das Relay kam nicht rechtzeitig zurück</translation>
    </message>
    <message>
        <source>the target had it already: %1</source>
        <comment>reference of a document</comment>
        <translation>das Ziel hatte es schon: %1</translation>
    </message>
    <message>
        <source>there is no such message</source>
        <comment>why nothing was done</comment>
        <translation>diese Nachricht gibt es nicht</translation>
    </message>
    <message>
        <source>whether it arrived is not known: verify it first</source>
        <comment>why nothing was done</comment>
        <translation>ob sie ankam, ist nicht bekannt: erst nachprüfen</translation>
    </message>
    <message>
        <source>the content is too large to be edited</source>
        <comment>why nothing was done</comment>
        <translation>der Inhalt ist zu groß, um geändert zu werden</translation>
    </message>
    <message>
        <source>nothing is changed</source>
        <comment>why nothing was done</comment>
        <translation>nichts ist geändert</translation>
    </message>
    <message>
        <source>the content is no JSON</source>
        <comment>why nothing was done</comment>
        <translation>der Inhalt ist kein JSON</translation>
    </message>
    <message>
        <source>more is changed than was said</source>
        <comment>why nothing was done</comment>
        <translation>es ist mehr geändert, als angegeben wurde</translation>
    </message>
    <message>
        <source>a key comes twice in what is new</source>
        <comment>why nothing was done</comment>
        <translation>ein Schlüssel kommt im Neuen zweimal vor</translation>
    </message>
    <message>
        <source>it was edited too often</source>
        <comment>why nothing was done</comment>
        <translation>sie wurde zu oft geändert</translation>
    </message>
    <message>
        <source>that takes the role signalbox_admin</source>
        <comment>why nothing was done</comment>
        <translation>dafür braucht es die Rolle signalbox_admin</translation>
    </message>
    <message>
        <source>a field is changed that may not be edited: that takes the role signalbox_admin</source>
        <comment>why nothing was done</comment>
        <translation>ein Feld ist geändert, das nicht geändert werden darf: Dafür braucht es die Rolle signalbox_admin</translation>
    </message>
    <message>
        <source>more than 1000 changes at once</source>
        <comment>why nothing was done</comment>
        <translation>mehr als 1000 Änderungen auf einmal</translation>
    </message>
    <message>
        <source>an earlier message of the order has failed</source>
        <comment>why nothing was done</comment>
        <translation>eine frühere Nachricht des Auftrags ist gescheitert</translation>
    </message>
    <message>
        <source>nobody approved it in time</source>
        <comment>why nothing was done</comment>
        <translation>niemand hat rechtzeitig genehmigt</translation>
    </message>
    <message>
        <source>it is approved by somebody else than who asked for it</source>
        <comment>why nothing was done</comment>
        <translation>genehmigt wird sie von jemand anderem als dem, der sie will</translation>
    </message>
    <message>
        <source>the request for approval has expired</source>
        <comment>why nothing was done</comment>
        <translation>die Bitte um Genehmigung ist abgelaufen</translation>
    </message>
    <message>
        <source>held until the target can be asked</source>
        <comment>why nothing was done</comment>
        <translation>zurückgehalten, bis das Ziel gefragt werden kann</translation>
    </message>
    <message>
        <source>nothing has failed: there is no message to send again</source>
        <comment>why nothing was done</comment>
        <translation>nichts ist gescheitert: es gibt keine Nachricht, die erneut zu senden wäre</translation>
    </message>
    <message>
        <source>there is no message to take back</source>
        <comment>why nothing was done</comment>
        <translation>es gibt keine Nachricht, die zurückzunehmen wäre</translation>
    </message>
    <message>
        <source>there is no such group</source>
        <comment>why nothing was done</comment>
        <translation>diese Gruppe gibt es nicht</translation>
    </message>
    <message>
        <source>merged into another group</source>
        <comment>why nothing was done</comment>
        <translation>mit einer anderen Gruppe zusammengeführt</translation>
    </message>
    <message>
        <source>it is not put off</source>
        <comment>why nothing was done</comment>
        <translation>nicht aufgeschoben</translation>
    </message>
    <message>
        <source>what was awaited came</source>
        <comment>why a problem is none any more</comment>
        <translation>was erwartet wurde, kam</translation>
    </message>
    <message>
        <source>it is due later now</source>
        <comment>why a problem is none any more</comment>
        <translation>es ist jetzt später fällig</translation>
    </message>
    <message>
        <source>it failed: no longer awaited</source>
        <comment>why a problem is none any more</comment>
        <translation>es ist gescheitert: nicht mehr erwartet</translation>
    </message>
    <message>
        <source>there is an error now, with an exception of its own</source>
        <comment>why a problem is none any more</comment>
        <translation>es gibt jetzt einen Fehler, mit eigener Ausnahme</translation>
    </message>
    <message>
        <source>searching payloads takes the role signalbox_support</source>
        <comment>why nothing was done</comment>
        <translation>Inhalte zu durchsuchen verlangt die Rolle signalbox_support</translation>
    </message>
    <message>
        <source>this is an incident bundle: it can only be read</source>
        <comment>why nothing was done</comment>
        <translation>dies ist ein Störungspaket: es lässt sich nur lesen</translation>
    </message>
    <message>
        <source>an incident bundle has a part of the audit trail only: it cannot be verified</source>
        <comment>why nothing was done</comment>
        <translation>ein Störungspaket enthält nur einen Teil des Protokolls: es lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>there is nothing of yours to undo</source>
        <comment>why nothing was done</comment>
        <translation>es gibt nichts Eigenes zurückzunehmen</translation>
    </message>
    <message>
        <source>what was compensated stays so</source>
        <comment>why nothing was done</comment>
        <translation>was ausgeglichen wurde, bleibt so</translation>
    </message>
    <message>
        <source>later messages of the order were sent since</source>
        <comment>why nothing was done</comment>
        <translation>spätere Nachrichten des Auftrags wurden seither gesendet</translation>
    </message>
    <message>
        <source>somebody else shares a view of this name</source>
        <comment>why nothing was done</comment>
        <translation>jemand anderes teilt eine Ansicht dieses Namens</translation>
    </message>
    <message>
        <source>there is no such view of yours</source>
        <comment>why nothing was done</comment>
        <translation>eine solche eigene Ansicht gibt es nicht</translation>
    </message>
    <message>
        <source>only a shared view can be where a role begins</source>
        <comment>why nothing was done</comment>
        <translation>eine Rolle kann nur mit einer geteilten Ansicht beginnen</translation>
    </message>
    <message>
        <source>there is no such order</source>
        <comment>why nothing was done</comment>
        <translation>diesen Auftrag gibt es nicht</translation>
    </message>
    <message>
        <source>an order has 20 tags at most</source>
        <comment>why nothing was done</comment>
        <translation>ein Auftrag hat höchstens 20 Schlagwörter</translation>
    </message>
    <message>
        <source>no tag is named</source>
        <comment>why nothing was done</comment>
        <translation>kein Schlagwort ist genannt</translation>
    </message>
    <message>
        <source>the same tag is to be added and removed</source>
        <comment>why nothing was done</comment>
        <translation>dasselbe Schlagwort soll dazukommen und wegfallen</translation>
    </message>
    <message>
        <source>a tag has up to 40 letters, digits, hyphens, underscores and points</source>
        <comment>why nothing was done</comment>
        <translation>ein Schlagwort hat bis zu 40 Buchstaben, Ziffern, Bindestriche, Unterstriche und Punkte</translation>
    </message>
    <message>
        <source>more than 10000 orders at once</source>
        <comment>why nothing was done</comment>
        <translation>mehr als 10000 Aufträge auf einmal</translation>
    </message>
    <message>
        <source>there is no such runbook</source>
        <comment>why nothing was done</comment>
        <translation>diese Anleitung gibt es nicht</translation>
    </message>
    <message>
        <source>there is a runbook for exactly these problems already</source>
        <comment>why nothing was done</comment>
        <translation>für genau diese Probleme gibt es schon eine Anleitung</translation>
    </message>
    <message>
        <source>a runbook needs a title, a kind of error and what to do</source>
        <comment>why nothing was done</comment>
        <translation>eine Anleitung braucht einen Titel, eine Art von Fehler und was zu tun ist</translation>
    </message>
    <message>
        <source>being replayed, or asked about</source>
        <comment>why nothing was done</comment>
        <translation>wird gerade wiederholt oder erfragt</translation>
    </message>
    <message>
        <source>its flow has no lookup: the target cannot be asked</source>
        <comment>why nothing was done</comment>
        <translation>ihr Fluss kennt keine Abfrage: das Ziel kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>the target does not have it</source>
        <comment>what came of asking</comment>
        <translation>das Ziel hat es nicht</translation>
    </message>
    <message>
        <source>the target could not be asked in time</source>
        <comment>what came of asking</comment>
        <translation>das Ziel war nicht rechtzeitig zu fragen</translation>
    </message>
    <message>
        <source>it was done after all</source>
        <comment>why a problem is none any more</comment>
        <translation>es ist doch noch geschehen</translation>
    </message>
    <message>
        <source>it is not said to have failed any more</source>
        <comment>why a problem is none any more</comment>
        <translation>es gilt nicht mehr als fehlgeschlagen</translation>
    </message>
    <message>
        <source>there is neither a person nor a team %1</source>
        <comment>a name in quotes</comment>
        <translation>es gibt weder eine Person noch ein Team %1</translation>
    </message>
    <message>
        <source>there is another problem of the same step</source>
        <comment>why nothing was done</comment>
        <translation>zu demselben Schritt ist ein anderes Problem offen</translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message>
        <source>There is no table or view %1.</source>
        <translation>Es gibt keine Tabelle oder Sicht %1.</translation>
    </message>
    <message>
        <source>Check its name, its schema and that you may read it.</source>
        <translation>Namen, Schema und Leserecht prüfen.</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;.</source>
        <translation>%1 hat keine Spalte „%2“.</translation>
    </message>
    <message>
        <source>Correct the mapping, or add the column to the view.</source>
        <translation>Die Zuordnung berichtigen oder die Spalte in die Sicht aufnehmen.</translation>
    </message>
    <message>
        <source>The watermark &quot;%1&quot; of %2 is of the type %3: it should be a time stamp or a whole number.</source>
        <translation>Die Fortschrittsspalte „%1“ von %2 hat den Typ %3: Es sollte ein Zeitstempel oder eine ganze Zahl sein.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Column headers</source>
        <translation>Spaltenköpfe</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>TagChips</name>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
</context>
<context>
    <name>TagCommand</name>
    <message>
        <source>There is no order %1.</source>
        <translation>Es gibt keinen Auftrag %1.</translation>
    </message>
    <message>
        <source>&quot;signalboxctl orders&quot; lists them.</source>
        <translation>„signalboxctl orders“ listet sie auf.</translation>
    </message>
    <message>
        <source>%1 stands for several orders: %2.</source>
        <translation>%1 steht für mehrere Aufträge: %2.</translation>
    </message>
    <message>
        <source>Name one of these keys.</source>
        <translation>Nennen Sie einen dieser Schlüssel.</translation>
    </message>
    <message>
        <source>No tag is named.</source>
        <translation>Kein Schlagwort ist genannt.</translation>
    </message>
    <message>
        <source>--add or --remove names one.</source>
        <translation>--add oder --remove nennt eines.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tag.</source>
        <translation>„%1“ ist kein Schlagwort.</translation>
    </message>
    <message numerus="yes">
        <source>A tag has up to %n letters, digits, hyphens, underscores and points.</source>
        <translation>
            <numerusform>Ein Schlagwort hat bis zu %n Buchstaben, Ziffer, Bindestrich, Unterstrich oder Punkt.</numerusform>
            <numerusform>Ein Schlagwort hat bis zu %n Buchstaben, Ziffern, Bindestriche, Unterstriche und Punkte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) tagged as asked.</source>
        <translation>
            <numerusform>%n Auftrag wie gewünscht gekennzeichnet.</numerusform>
            <numerusform>%n Aufträge wie gewünscht gekennzeichnet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Cancel</source>
        <comment>button: do nothing</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>button: change the tags of orders</comment>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>A tag such as vip; -vip takes it away</source>
        <translation>Ein Schlagwort wie vip; -vip nimmt es weg</translation>
    </message>
    <message>
        <source>Tag to put on them</source>
        <translation>Schlagwort, das sie bekommen</translation>
    </message>
    <message>
        <source>Why, for the audit trail (may stay empty)</source>
        <translation>Warum, für das Protokoll (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Tags of %1</source>
        <extracomment>Heading; %1 is &quot;order 10412&quot; or &quot;3 orders&quot;</extracomment>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>The tags could not be read: %1</source>
        <translation>Die Schlagwörter konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>“%1” is no tag: up to %2 letters, digits, hyphens, underscores and points.</source>
        <translation>„%1“ ist kein Schlagwort: bis zu %2 Buchstaben, Ziffern, Bindestriche, Unterstriche und Punkte.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>a tag, and how many of the orders have it</comment>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>%1: will be put on all of them</source>
        <translation>%1: bekommen alle</translation>
    </message>
    <message>
        <source>%1: will be taken away</source>
        <translation>%1: wird weggenommen</translation>
    </message>
    <message>
        <source>%1: stays as it is</source>
        <translation>%1: bleibt, wie es ist</translation>
    </message>
    <message>
        <source>The answer was lost: it may have been done. Look at the orders before you do it again.</source>
        <translation>Die Antwort ging verloren: vielleicht ist es geschehen. Sehen Sie nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Nichts wurde geändert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not changed: %1</source>
        <comment>orders</comment>
        <translation>
            <numerusform>%Ln nicht geändert: %1</numerusform>
            <numerusform>%Ln nicht geändert: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) tagged.</source>
        <translation>
            <numerusform>%Ln Auftrag gekennzeichnet.</numerusform>
            <numerusform>%Ln Aufträge gekennzeichnet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetState</name>
    <message>
        <source>No target</source>
        <comment>nothing with a target time is open</comment>
        <translation>Kein Ziel</translation>
    </message>
    <message>
        <source>On time</source>
        <comment>the target is kept so far</comment>
        <translation>Pünktlich</translation>
    </message>
    <message>
        <source>Due soon</source>
        <comment>the warning time of a target has passed</comment>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>open and past its target time</comment>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Was late</source>
        <comment>reached, but after its target time</comment>
        <translation>Verspätet</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>now</source>
        <comment>the present, on a time axis</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>failed, overdue by %1</source>
        <translation>fehlgeschlagen, seit %1 überfällig</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>seit %1 überfällig</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a step of an order</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>failed, open for %1</source>
        <translation>fehlgeschlagen, seit %1 offen</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a step of an order</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 zu spät</translation>
    </message>
    <message>
        <source>taken back</source>
        <comment>a step that was done and then reversed</comment>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>declared done</source>
        <translation>von Hand erledigt</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>folgt noch</translation>
    </message>
    <message>
        <source>waits for: %1</source>
        <comment>name of a step</comment>
        <translation>wartet auf: %1</translation>
    </message>
    <message>
        <source>Owed by: %1</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Could start: %1</source>
        <translation>Möglich ab: %1</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Fällig: %1</translation>
    </message>
    <message>
        <source>Reached: %1</source>
        <translation>Erreicht: %1</translation>
    </message>
    <message>
        <source>Expected at the usual pace: %1</source>
        <translation>Erwartet bei üblichem Tempo: %1</translation>
    </message>
    <message>
        <source>Normal is %1</source>
        <translation>Üblich: %1</translation>
    </message>
</context>
<context>
    <name>TimelineLegend</name>
    <message>
        <source>Legend</source>
        <comment>explanation of the drawings</comment>
        <translation>Legende</translation>
    </message>
    <message>
        <source>took</source>
        <comment>legend: bar of a step that is done</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>reached</source>
        <comment>legend: mark</comment>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>legend: bar of an open step</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>overdue, nothing came</source>
        <comment>legend: hatched part of a bar</comment>
        <translation>überfällig, nichts kam</translation>
    </message>
    <message>
        <source>Time is to scale.</source>
        <translation>Die Zeit ist maßstäblich.</translation>
    </message>
    <message>
        <source>allowed</source>
        <comment>legend: frame around a bar, the time that the target allows</comment>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>late</source>
        <comment>legend: striped part of a bar, reached after the due time</comment>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>to come</source>
        <comment>legend: hatched frame, at the usual pace</comment>
        <translation>folgt noch</translation>
    </message>
    <message>
        <source>Long waits are shortened, not to scale.</source>
        <translation>Lange Wartezeiten sind verkürzt, nicht maßstäblich.</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>To scale</source>
        <comment>layout of a timeline</comment>
        <translation>Maßstäblich</translation>
    </message>
    <message>
        <source>An hour is as wide as any other</source>
        <translation>Jede Stunde ist gleich breit</translation>
    </message>
    <message>
        <source>Even steps</source>
        <comment>layout of a timeline</comment>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Long waits are shortened, so that steps of seconds can be seen next to waits of days</source>
        <translation>Lange Wartezeiten sind verkürzt, damit Schritte von Sekunden neben Wartezeiten von Tagen zu sehen sind</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Zoom in (+ or Ctrl with the wheel)</source>
        <translation>Vergrößern (+ oder Strg mit dem Mausrad)</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>zoom so that all is seen</comment>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Alles zeigen (0)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the order&apos;s steps</source>
        <translation>Zeitachse der Schritte des Auftrags</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>viewer</source>
        <comment>right: may look at everything</comment>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>support</source>
        <comment>right: support operator</comment>
        <translation>Support</translation>
    </message>
    <message>
        <source>finance</source>
        <comment>right: finance user</comment>
        <translation>Finanzen</translation>
    </message>
    <message>
        <source>manager</source>
        <comment>right: may approve</comment>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>administrator</source>
        <comment>right: may configure</comment>
        <translation>Administration</translation>
    </message>
    <message>
        <source>producer</source>
        <comment>right: may send events</comment>
        <translation>Einlieferung</translation>
    </message>
    <message>
        <source>relay</source>
        <comment>right: delivery worker</comment>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Menu</source>
        <comment>button</comment>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Who I am and what I may do: &quot;anna (support)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Your rights in this database: %1</source>
        <translation>Eigene Rechte in dieser Datenbank: %1</translation>
    </message>
    <message>
        <source>reads only</source>
        <comment>right: in an incident bundle</comment>
        <translation>liest nur</translation>
    </message>
</context>
<context>
    <name>TriageAction</name>
    <message>
        <source>It is resolved already.</source>
        <translation>Es ist schon erledigt.</translation>
    </message>
    <message>
        <source>It is being sent again right now.</source>
        <translation>Es wird gerade erneut gesendet.</translation>
    </message>
    <message>
        <source>It is not snoozed.</source>
        <translation>Es ist nicht zurückgestellt.</translation>
    </message>
    <message>
        <source>Take</source>
        <comment>button: a problem becomes mine</comment>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Assign</source>
        <comment>button</comment>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>button: write a note</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Snooze</source>
        <comment>button: put off</comment>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Wake up</source>
        <comment>button: no longer put off</comment>
        <translation>Hervorholen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <comment>button</comment>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Replay</source>
        <comment>button: plan to send again</comment>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>Selbst übernehmen</translation>
    </message>
    <message>
        <source>Give it to somebody, or back to the team</source>
        <translation>Jemandem geben oder zurück ans Team</translation>
    </message>
    <message>
        <source>Write down what you found out</source>
        <translation>Aufschreiben, was bekannt ist</translation>
    </message>
    <message>
        <source>Put it off; it comes back by itself</source>
        <translation>Aufschieben; es kommt von selbst wieder</translation>
    </message>
    <message>
        <source>Back into the open list now</source>
        <translation>Jetzt zurück in die offene Liste</translation>
    </message>
    <message>
        <source>It is no problem any more: say why. It will not be sent again.</source>
        <translation>Es ist kein Problem mehr: sagen, warum. Es wird nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>Plan to send it again. Nothing is sent before you start the plan.</source>
        <translation>Erneutes Senden planen. Nichts wird gesendet, bevor der Plan gestartet ist.</translation>
    </message>
    <message>
        <source>Choose a problem first.</source>
        <translation>Erst ein Problem wählen.</translation>
    </message>
    <message>
        <source>The target is being asked about it right now.</source>
        <translation>Das Ziel wird gerade danach gefragt.</translation>
    </message>
    <message>
        <source>Nothing was sent here that the target could have.</source>
        <translation>Hier wurde nichts gesendet, was das Ziel haben könnte.</translation>
    </message>
    <message>
        <source>The target cannot be asked: this flow has no lookup.</source>
        <translation>Das Ziel kann nicht gefragt werden: dieser Fluss kennt keine Abfrage.</translation>
    </message>
    <message>
        <source>Verify</source>
        <comment>button: ask the target whether it is there</comment>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Ask the target whether it has it. Nothing is sent.</source>
        <translation>Das Ziel fragen, ob es sie hat. Nichts wird gesendet.</translation>
    </message>
</context>
<context>
    <name>TriageView</name>
    <message>
        <source>The answer was lost: it may have been done. Look at the list before you do it again.</source>
        <translation>Die Antwort ging verloren: Vielleicht ist es geschehen. Erst in die Liste sehen, bevor es noch einmal getan wird.</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button: I have read it</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Nichts wurde geändert: %1</translation>
    </message>
    <message>
        <source>Note saved.</source>
        <translation>Notiz gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln done.</source>
        <comment>problems that were dealt with</comment>
        <translation>
            <numerusform>%Ln ausgeführt.</numerusform>
            <numerusform>%Ln ausgeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <comment>problems that were dealt with</comment>
        <translation>
            <numerusform>%Ln ausgeführt</numerusform>
            <numerusform>%Ln ausgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>What is resolved is not sent again.</source>
        <translation>Erledigtes wird nicht erneut gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln that match are chosen, listed or not. One plan takes no more.</source>
        <translation>
            <numerusform>Das erste passende ist gewählt, aufgelistet oder nicht. Mehr fasst ein Plan nicht.</numerusform>
            <numerusform>Die ersten %Ln passenden sind gewählt, aufgelistet oder nicht. Mehr fasst ein Plan nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln that match are chosen, listed or not.</source>
        <translation>
            <numerusform>Das eine passende ist gewählt.</numerusform>
            <numerusform>Alle %Ln passenden sind gewählt, aufgelistet oder nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop the choice</source>
        <comment>button (Esc)</comment>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected in “%1”</source>
        <translation>
            <numerusform>%Ln aus „%1“ gewählt</numerusform>
            <numerusform>%Ln aus „%1“ gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln in “%1”</source>
        <translation>
            <numerusform>Das eine in „%1“</numerusform>
            <numerusform>Alle %Ln in „%1“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln in “%1” that match “%2”</source>
        <translation>
            <numerusform>Das eine in „%1“, das zu „%2“ passt</numerusform>
            <numerusform>Alle %Ln in „%1“, die zu „%2“ passen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>This message belongs to no order.</source>
        <translation>Diese Nachricht gehört zu keinem Auftrag.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edited</source>
        <comment>scope of a replay</comment>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One edit takes the first %Ln.</source>
        <translation>
            <numerusform>Eine Änderung nimmt die erste.</numerusform>
            <numerusform>Eine Änderung nimmt die ersten %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent here that could be edited.</source>
        <translation>Hier wurde nichts gesendet, was geändert werden könnte.</translation>
    </message>
    <message>
        <source>Back to the groups</source>
        <comment>button (Esc)</comment>
        <translation>Zurück zu den Gruppen</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln in %1 groups</source>
        <translation>
            <numerusform>Das eine in %1 Gruppen</numerusform>
            <numerusform>Alle %Ln in %1 Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no message to send again.</source>
        <translation>Es gibt keine Nachricht, die erneut zu senden wäre.</translation>
    </message>
    <message>
        <source>Groups</source>
        <comment>button: show causes instead of single problems</comment>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>The clipboard holds no order numbers.</source>
        <translation>Die Zwischenablage enthält keine Auftragsnummern.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Groups are archived, single problems are snoozed.</source>
        <translation>Gruppen werden abgelegt, einzelne Probleme zurückgestellt.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>By cause, or each problem by itself</source>
        <translation>Nach Ursache oder jedes Problem einzeln</translation>
    </message>
    <message>
        <source>Only links to the web and to mail are opened, not %1.</source>
        <translation>Nur Links ins Web und auf E-Mail werden geöffnet, nicht %1.</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no message to ask about.</source>
        <translation>Es gibt keine Nachricht, nach der zu fragen wäre.</translation>
    </message>
    <message>
        <source>There is nothing left to do: nothing matches any more.</source>
        <translation>Es bleibt nichts zu tun: Nichts passt mehr.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln that match are chosen, listed or not. No more are taken at once.</source>
        <translation>
            <numerusform>Das erste passende ist gewählt, aufgelistet oder nicht. Mehr geht nicht auf einmal.</numerusform>
            <numerusform>Die ersten %Ln passenden sind gewählt, aufgelistet oder nicht. Mehr geht nicht auf einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the group first (Enter): this is done with one of its problems.</source>
        <translation>Erst die Gruppe öffnen (Eingabe): Das geschieht mit einem ihrer Probleme.</translation>
    </message>
    <message>
        <source>What is in the group is still being read.</source>
        <translation>Was in der Gruppe ist, wird noch gelesen.</translation>
    </message>
    <message>
        <source>Nothing is open in this group.</source>
        <translation>In dieser Gruppe ist nichts offen.</translation>
    </message>
    <message>
        <source>The queue, the filter or the order of the list leaves that problem out.</source>
        <translation>Die Liste, der Filter oder die Sortierung der Liste lässt dieses Problem aus.</translation>
    </message>
    <message numerus="yes">
        <source>The tags of %Ln order(s) are as they were.</source>
        <translation>
            <numerusform>Die Schlagwörter von %Ln Auftrag sind wieder wie zuvor.</numerusform>
            <numerusform>Die Schlagwörter von %Ln Aufträgen sind wieder wie zuvor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Try</name>
    <message>
        <source>Delivered</source>
        <comment>outcome of one try to send</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Found there</source>
        <comment>outcome of asking the target: it has it</comment>
        <translation>Dort gefunden</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>outcome of one try to send</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>No word back</source>
        <comment>outcome of one try to send: the sender did not come back</comment>
        <translation>Keine Rückmeldung</translation>
    </message>
    <message>
        <source>Not there</source>
        <comment>outcome of asking the target: it does not have it</comment>
        <translation>Nicht da</translation>
    </message>
</context>
<context>
    <name>ValueAtRiskModel</name>
    <message>
        <source>%1 %</source>
        <comment>share in per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Share of all orders with an open breach. Amounts of different currencies are not compared or added up.</source>
        <translation>Anteil an allen Aufträgen mit einem überfälligen Schritt. Beträge verschiedener Währungen werden weder verglichen noch zusammengezählt.</translation>
    </message>
    <message>
        <source>Total value of the orders that have at least one open step past its due time, per currency.</source>
        <translation>Gesamtwert der Aufträge mit mindestens einem offenen, überfälligen Schritt, je Währung.</translation>
    </message>
    <message>
        <source>Currency</source>
        <comment>column: ISO code</comment>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Value at risk</source>
        <comment>column: money in late orders</comment>
        <translation>Gefährdeter Wert</translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>column: number of orders</comment>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Share of late orders</source>
        <comment>column: share of the orders at risk</comment>
        <translation>Anteil der überfälligen</translation>
    </message>
</context>
<context>
    <name>ViewCommand</name>
    <message>
        <source>There is no view &quot;%1&quot;%2</source>
        <comment>%2 ends the sentence</comment>
        <translation>Es gibt keine Ansicht „%1“%2</translation>
    </message>
    <message>
        <source>&quot;signalboxctl views&quot; lists them.</source>
        <translation>„signalboxctl views“ listet sie auf.</translation>
    </message>
    <message>
        <source>There is no saved view.</source>
        <translation>Es gibt keine gespeicherte Ansicht.</translation>
    </message>
    <message>
        <source>Screen</source>
        <comment>column: where a view belongs</comment>
        <translation>Seite</translation>
    </message>
    <message>
        <source>View</source>
        <comment>column: its name</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>column</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Shared</source>
        <comment>column: with whom</comment>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Filter</source>
        <comment>column</comment>
        <translation>Filter</translation>
    </message>
    <message>
        <source>everybody</source>
        <comment>a view is shared with</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>begins here: %1</source>
        <comment>roles</comment>
        <translation>beginnt hier: %1</translation>
    </message>
    <message>
        <source>View &quot;%1&quot; is saved.</source>
        <translation>Ansicht „%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>View &quot;%1&quot; is removed.</source>
        <translation>Ansicht „%1“ ist entfernt.</translation>
    </message>
    <message>
        <source>The role %1 begins with &quot;%2&quot;.</source>
        <translation>Die Rolle %1 beginnt mit „%2“.</translation>
    </message>
    <message>
        <source>The role %1 begins nowhere in particular.</source>
        <translation>Die Rolle %1 beginnt nirgends im Besonderen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a view of orders, not of Triage.</source>
        <translation>„%1“ ist eine Ansicht der Aufträge, nicht der Triage.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a view of Triage, not of orders.</source>
        <translation>„%1“ ist eine Ansicht der Triage, nicht der Aufträge.</translation>
    </message>
</context>
<context>
    <name>ViewStates</name>
    <message>
        <source>This could not be loaded</source>
        <extracomment>Button: ask the database again</extracomment>
        <translation>Das ließ sich nicht laden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Support</source>
        <comment>role</comment>
        <translation>Support</translation>
    </message>
    <message>
        <source>Finance</source>
        <comment>role</comment>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Managers</source>
        <comment>role</comment>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Administrators</source>
        <comment>role</comment>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Everybody else</source>
        <comment>role: who only looks on</comment>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Saved views: yours and those that are shared</source>
        <translation>Gespeicherte Ansichten: eigene und geteilte</translation>
    </message>
    <message>
        <source>Views</source>
        <comment>button: saved views</comment>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>Ansicht %1</translation>
    </message>
    <message>
        <source>%1  (shared by %2)</source>
        <extracomment>A view that somebody else shares: its name and whose it is</extracomment>
        <translation>%1  (geteilt von %2)</translation>
    </message>
    <message>
        <source>No view is saved yet</source>
        <translation>Noch ist keine Ansicht gespeichert</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Als Ansicht speichern …</translation>
    </message>
    <message>
        <source>Save the changes to “%1”</source>
        <translation>Änderungen an „%1“ speichern</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Begins here</source>
        <comment>menu: whose first view this is</comment>
        <translation>Beginnt hier</translation>
    </message>
    <message>
        <source>View saved: %1</source>
        <translation>Ansicht gespeichert: %1</translation>
    </message>
    <message>
        <source>View removed: %1</source>
        <translation>Ansicht entfernt: %1</translation>
    </message>
    <message>
        <source>Where the role begins is changed.</source>
        <translation>Wo die Rolle beginnt, ist geändert.</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Waiting for the shop to report the order for %1</source>
        <translation>Wartet seit %1 darauf, dass der Shop den Auftrag meldet</translation>
    </message>
    <message>
        <source>Waiting for the point of sale to report the sale for %1</source>
        <translation>Wartet seit %1 darauf, dass die Kasse den Verkauf meldet</translation>
    </message>
    <message>
        <source>Waiting for the marketplace to report the order for %1</source>
        <translation>Wartet seit %1 darauf, dass der Marktplatz den Auftrag meldet</translation>
    </message>
    <message>
        <source>Waiting for the order to be validated for %1</source>
        <translation>Wartet seit %1 auf die Prüfung des Auftrags</translation>
    </message>
    <message>
        <source>Waiting for us to accept the marketplace&apos;s order for %1</source>
        <translation>Wartet seit %1 auf unsere Annahme des Marktplatzauftrags</translation>
    </message>
    <message>
        <source>Waiting for the fraud check to decide for %1</source>
        <translation>Wartet seit %1 auf das Ergebnis der Betrugsprüfung</translation>
    </message>
    <message>
        <source>Waiting for the payment provider to authorize the payment for %1</source>
        <translation>Wartet seit %1 darauf, dass der Zahlungsdienst die Zahlung autorisiert</translation>
    </message>
    <message>
        <source>Waiting for the marketplace to approve the payment for %1</source>
        <translation>Wartet seit %1 darauf, dass der Marktplatz die Zahlung genehmigt</translation>
    </message>
    <message>
        <source>Waiting for the inventory to reserve the stock for %1</source>
        <translation>Wartet seit %1 darauf, dass die Bestandsführung den Bestand reserviert</translation>
    </message>
    <message>
        <source>Waiting for the ERP to create the order for %1</source>
        <translation>Wartet seit %1 darauf, dass das ERP den Auftrag anlegt</translation>
    </message>
    <message>
        <source>Waiting for the warehouse to accept the order for %1</source>
        <translation>Wartet seit %1 darauf, dass das Lager den Auftrag annimmt</translation>
    </message>
    <message>
        <source>Waiting for the store to accept the order for %1</source>
        <translation>Wartet seit %1 darauf, dass die Filiale den Auftrag annimmt</translation>
    </message>
    <message>
        <source>Waiting for the warehouse to confirm the shipment for %1</source>
        <translation>Wartet seit %1 darauf, dass das Lager die Sendung bestätigt</translation>
    </message>
    <message>
        <source>Waiting for the ERP to post the goods issue for %1</source>
        <translation>Wartet seit %1 darauf, dass das ERP den Warenausgang bucht</translation>
    </message>
    <message>
        <source>Waiting for the shop to show the shipment for %1</source>
        <translation>Wartet seit %1 darauf, dass der Shop die Sendung anzeigt</translation>
    </message>
    <message>
        <source>Waiting for the marketplace to learn of the shipment for %1</source>
        <translation>Wartet seit %1 darauf, dass der Marktplatz von der Sendung erfährt</translation>
    </message>
    <message>
        <source>Waiting for the store to get the goods ready for pickup for %1</source>
        <translation>Wartet seit %1 darauf, dass die Filiale die Ware zur Abholung bereitstellt</translation>
    </message>
    <message>
        <source>Waiting for the customer to collect the goods for %1</source>
        <translation>Wartet seit %1 darauf, dass der Kunde die Ware abholt</translation>
    </message>
    <message>
        <source>Waiting for the carrier to confirm the delivery for %1</source>
        <translation>Wartet seit %1 darauf, dass der Frachtführer die Zustellung bestätigt</translation>
    </message>
    <message>
        <source>Waiting for the payment provider to capture the payment for %1</source>
        <translation>Wartet seit %1 darauf, dass der Zahlungsdienst die Zahlung einzieht</translation>
    </message>
    <message>
        <source>Waiting for the ERP to post the invoice for %1</source>
        <translation>Wartet seit %1 darauf, dass das ERP die Rechnung bucht</translation>
    </message>
    <message>
        <source>Waiting for the customer to be notified for %1</source>
        <translation>Wartet seit %1 auf die Benachrichtigung des Kunden</translation>
    </message>
    <message>
        <source>Waiting for the inventory to post the sale for %1</source>
        <translation>Wartet seit %1 darauf, dass die Bestandsführung den Verkauf bucht</translation>
    </message>
    <message>
        <source>Waiting for the payment provider to settle the payment for %1</source>
        <translation>Wartet seit %1 darauf, dass der Zahlungsdienst die Zahlung abrechnet</translation>
    </message>
    <message>
        <source>Waiting for the marketplace to settle the payment for %1</source>
        <translation>Wartet seit %1 darauf, dass der Marktplatz die Zahlung abrechnet</translation>
    </message>
    <message>
        <source>Waiting for finance to post the settlement for %1</source>
        <translation>Wartet seit %1 darauf, dass die Buchhaltung die Abrechnung bucht</translation>
    </message>
    <message>
        <source>Waiting for the shop to report the return for %1</source>
        <translation>Wartet seit %1 darauf, dass der Shop die Retoure meldet</translation>
    </message>
    <message>
        <source>Waiting for the shop to authorize the return for %1</source>
        <translation>Wartet seit %1 darauf, dass der Shop die Retoure genehmigt</translation>
    </message>
    <message>
        <source>Waiting for the returned goods to arrive for %1</source>
        <translation>Wartet seit %1 auf das Eintreffen der Retoure</translation>
    </message>
    <message>
        <source>Waiting for the warehouse to inspect the return for %1</source>
        <translation>Wartet seit %1 darauf, dass das Lager die Retoure prüft</translation>
    </message>
    <message>
        <source>Waiting for the inventory to post the returned goods for %1</source>
        <translation>Wartet seit %1 darauf, dass die Bestandsführung die Retoure einbucht</translation>
    </message>
    <message>
        <source>Waiting for the shop to issue the refund for %1</source>
        <translation>Wartet seit %1 darauf, dass der Shop die Erstattung veranlasst</translation>
    </message>
    <message>
        <source>Waiting for the payment provider to pay the refund for %1</source>
        <translation>Wartet seit %1 darauf, dass der Zahlungsdienst die Erstattung auszahlt</translation>
    </message>
    <message>
        <source>Waiting for the marketplace to pay the refund for %1</source>
        <translation>Wartet seit %1 darauf, dass der Marktplatz die Erstattung auszahlt</translation>
    </message>
    <message>
        <source>Waiting for the ERP to post the credit memo for %1</source>
        <translation>Wartet seit %1 darauf, dass das ERP die Gutschrift bucht</translation>
    </message>
    <message>
        <source>Waiting for finance to post the credit memo for %1</source>
        <translation>Wartet seit %1 darauf, dass die Buchhaltung die Gutschrift bucht</translation>
    </message>
    <message>
        <source>Waiting for the customer to be told of the refund for %1</source>
        <translation>Wartet seit %1 darauf, dass der Kunde von der Erstattung erfährt</translation>
    </message>
    <message>
        <source>Waiting for &quot;%1&quot;</source>
        <comment>%1 is a step</comment>
        <translation>Wartet auf „%1“</translation>
    </message>
    <message>
        <source>Waiting for &quot;%1&quot; for %2</source>
        <comment>a step, a span</comment>
        <translation>Wartet seit %2 auf „%1“</translation>
    </message>
    <message>
        <source>Waiting for &quot;%1&quot; (%2) for %3</source>
        <comment>a step, a system, a span</comment>
        <translation>Wartet seit %3 auf „%1“ (%2)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; failed</source>
        <comment>%1 is a step</comment>
        <translation>„%1“ ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; failed: %2</source>
        <comment>a step, an error</comment>
        <translation>„%1“ ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; failed %2 ago</source>
        <comment>a step, a span</comment>
        <translation>„%1“ ist vor %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; failed %2 ago: %3</source>
        <comment>a step, a span, an error</comment>
        <translation>„%1“ ist vor %2 fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>two parts of a sentence</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>normal is %1</source>
        <comment>usual length of a step: 9 min</comment>
        <translation>üblich: %1</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <comment>%1 is a span</comment>
        <translation>seit %1 überfällig</translation>
    </message>
    <message>
        <source>due in %1</source>
        <comment>%1 is a span</comment>
        <translation>fällig in %1</translation>
    </message>
    <message>
        <source>begun %1 ago</source>
        <comment>a system has begun with the step, %1 is a span</comment>
        <translation>vor %1 begonnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Shipment 2: waiting for ...</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The order was cancelled.</source>
        <translation>Der Auftrag wurde storniert.</translation>
    </message>
    <message>
        <source>The order was cancelled on %1.</source>
        <translation>Der Auftrag wurde am %1 storniert.</translation>
    </message>
    <message numerus="yes">
        <source>Everything is done; %n step(s) were late.</source>
        <translation>
            <numerusform>Alles ist erledigt; %n Schritt war verspätet.</numerusform>
            <numerusform>Alles ist erledigt; %n Schritte waren verspätet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is done, nothing was late.</source>
        <translation>Alles ist erledigt, nichts war verspätet.</translation>
    </message>
    <message>
        <source>Nobody knows: no connected system reports on the steps that are left.</source>
        <translation>Unklar: Kein angeschlossenes System meldet die restlichen Schritte.</translation>
    </message>
    <message>
        <source>Nothing is open at the moment: %1 of %2 steps are reached.</source>
        <translation>Im Moment ist nichts offen: %1 von %2 Schritten sind erreicht.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>WeekHours</name>
    <message>
        <source>%1: %2</source>
        <comment>weekday and its hours</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Weekly hours</source>
        <translation>Wochenstunden</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>a day without open hours</comment>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>all day</source>
        <comment>a day that is open for 24 hours</comment>
        <translation>ganztägig</translation>
    </message>
</context>
</TS>
