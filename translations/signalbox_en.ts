<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionCommand</name>
    <message numerus="yes">
        <source>Do it to %n exception(s)? (y/n)</source>
        <translation>
            <numerusform>Do it to %n exception? (y/n)</numerusform>
            <numerusform>Do it to %n exceptions? (y/n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditCommand</name>
    <message numerus="yes">
        <source>%n order(s) with an effect that was done more than once:</source>
        <translation>
            <numerusform>%n order with an effect that was done more than once:</numerusform>
            <numerusform>%n orders with an effect that was done more than once:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BreachChart</name>
    <message numerus="yes">
        <source>%1
Overdue %2: %n order(s)</source>
        <extracomment>Tool tip of a bar: step, how long overdue, number of orders</extracomment>
        <translation>
            <numerusform>%1
Overdue %2: %n order</numerusform>
            <numerusform>%1
Overdue %2: %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleCommand</name>
    <message numerus="yes">
        <source>%n exception(s) by number</source>
        <translation>
            <numerusform>%n exception by number</numerusform>
            <numerusform>%n exceptions by number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message numerus="yes">
        <source>Assign %n problem(s)</source>
        <translation>
            <numerusform>Assign %n problem</numerusform>
            <numerusform>Assign %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n problem(s)</source>
        <translation>
            <numerusform>Snooze %n problem</numerusform>
            <numerusform>Snooze %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n problem(s)</source>
        <translation>
            <numerusform>Resolve %n problem</numerusform>
            <numerusform>Resolve %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note on %n problem(s)</source>
        <translation>
            <numerusform>Note on %n problem</numerusform>
            <numerusform>Note on %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryCommand</name>
    <message numerus="yes">
        <source>%n flow(s) installed.</source>
        <translation>
            <numerusform>%n flow installed.</numerusform>
            <numerusform>%n flows installed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) installed.</source>
        <translation>
            <numerusform>%n target installed.</numerusform>
            <numerusform>%n targets installed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) installed.</source>
        <translation>
            <numerusform>%n channel installed.</numerusform>
            <numerusform>%n channels installed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n master record(s) installed.</source>
        <translation>
            <numerusform>%n master record installed.</numerusform>
            <numerusform>%n master records installed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s) installed.</source>
        <translation>
            <numerusform>%n limit installed.</numerusform>
            <numerusform>%n limits installed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferencePage</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>lines of a list</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditCommand</name>
    <message numerus="yes">
        <source>Save %n edit(s)? (y/n)</source>
        <translation>
            <numerusform>Save %n edit? (y/n)</numerusform>
            <numerusform>Save %n edits? (y/n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) saved.</source>
        <translation>
            <numerusform>%n edit saved.</numerusform>
            <numerusform>%n edits saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditItemModel</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditPreview</name>
    <message numerus="yes">
        <source>and %Ln other reason(s)</source>
        <comment>at the end of a list of reasons</comment>
        <translation>
            <numerusform>and %Ln other reason</numerusform>
            <numerusform>and %Ln other reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyQueue</name>
    <message numerus="yes">
        <source>of %Ln payload(s) only the beginning is searched</source>
        <comment>below a list that is filtered by payloads</comment>
        <translation>
            <numerusform>of %Ln payload only the beginning is searched</numerusform>
            <numerusform>of %Ln payloads only the beginning is searched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExceptionCommand</name>
    <message numerus="yes">
        <source>failed %n time(s)</source>
        <translation>
            <numerusform>failed once</numerusform>
            <numerusform>failed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open exception(s) with this cause</source>
        <translation>
            <numerusform>%n open exception with this cause</numerusform>
            <numerusform>%n open exceptions with this cause</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExceptionList</name>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new problem(s)</source>
        <translation>
            <numerusform>%n new problem</numerusform>
            <numerusform>%n new problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExceptionSentence</name>
    <message numerus="yes">
        <source>Sent %n time(s).</source>
        <translation>
            <numerusform>Sent once.</numerusform>
            <numerusform>Sent %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message numerus="yes">
        <source>Payloads are searched for at least %n letter(s).</source>
        <translation>
            <numerusform>Payloads are searched for at least %n letter.</numerusform>
            <numerusform>Payloads are searched for at least %n letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>%1 or %n other(s)</source>
        <comment>a list of values that goes on</comment>
        <translation>
            <numerusform>%1 or %n other</numerusform>
            <numerusform>%1 or %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupCommand</name>
    <message numerus="yes">
        <source>Group %1: done, %n problem(s) resolved.</source>
        <translation>
            <numerusform>Group %1: done, %n problem resolved.</numerusform>
            <numerusform>Group %1: done, %n problems resolved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupForms</name>
    <message numerus="yes">
        <source>Assign %n group(s)</source>
        <translation>
            <numerusform>Assign %n group</numerusform>
            <numerusform>Assign %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) wait for somebody</source>
        <translation>
            <numerusform>%n group waits for somebody</numerusform>
            <numerusform>%n groups wait for somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n group(s) into the archive</source>
        <translation>
            <numerusform>Put %n group into the archive</numerusform>
            <numerusform>Put %n groups into the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %Ln problem(s) with their groups: they will not be sent any more</source>
        <translation>
            <numerusform>Resolve %Ln problem with its group: it will not be sent any more</numerusform>
            <numerusform>Resolve %Ln problems with their groups: they will not be sent any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note on %n group(s)</source>
        <translation>
            <numerusform>Note on %n group</numerusform>
            <numerusform>Note on %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve the %Ln problem(s) that are shown of them: they will not be sent any more</source>
        <translation>
            <numerusform>Resolve the %Ln problem that is shown of them: it will not be sent any more</numerusform>
            <numerusform>Resolve the %Ln problems that are shown of them: they will not be sent any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupInspector</name>
    <message numerus="yes">
        <source>%Ln group(s) merged by %1, %2</source>
        <translation>
            <numerusform>%Ln group merged by %1, %2</numerusform>
            <numerusform>%Ln groups merged by %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPane</name>
    <message numerus="yes">
        <source>%Ln problem(s) resolved.</source>
        <translation>
            <numerusform>%Ln problem resolved.</numerusform>
            <numerusform>%Ln problems resolved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done.</source>
        <comment>groups that were dealt with</comment>
        <translation>
            <numerusform>%Ln done.</numerusform>
            <numerusform>%Ln done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln groups are chosen; more match.</source>
        <translation>
            <numerusform>The first group is chosen; more match.</numerusform>
            <numerusform>The first %Ln groups are chosen; more match.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln groups that match are chosen.</source>
        <translation>
            <numerusform>The one group that matches is chosen.</numerusform>
            <numerusform>All %Ln groups that match are chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupSampleCard</name>
    <message numerus="yes">
        <source>Tried %Ln time(s); the last, %1: %2, answer: %3</source>
        <extracomment>%1 is when, %2 what came of it, %3 the status and the code of the answer</extracomment>
        <translation>
            <numerusform>Tried once; %1: %2, answer: %3</numerusform>
            <numerusform>Tried %Ln times; the last, %1: %2, answer: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupTableModel</name>
    <message numerus="yes">
        <source>Failures in each of the last 24 hours; %Ln altogether</source>
        <translation>
            <numerusform>Failures in each of the last 24 hours; %Ln altogether</numerusform>
            <numerusform>Failures in each of the last 24 hours; %Ln altogether</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverPanel</name>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Last hour</numerusform>
            <numerusform>Last %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message numerus="yes">
        <source>in %Ln step(s)</source>
        <translation>
            <numerusform>in %Ln step</numerusform>
            <numerusform>in %Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) gave %1 in %2 s: %3 new, %4 known already, %5 set aside.</source>
        <translation>
            <numerusform>%Ln order gave %1 in %2 s: %3 new, %4 known already, %5 set aside.</numerusform>
            <numerusform>%Ln orders gave %1 in %2 s: %3 new, %4 known already, %5 set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An earlier run was interrupted; this one went on behind its %Ln event(s).</source>
        <translation>
            <numerusform>An earlier run was interrupted; this one went on behind its %Ln event.</numerusform>
            <numerusform>An earlier run was interrupted; this one went on behind its %Ln events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln local time(s) came twice, when clocks were set back: the earlier moment was taken.</source>
        <translation>
            <numerusform>%Ln local time came twice, when clocks were set back: the earlier moment was taken.</numerusform>
            <numerusform>%Ln local times came twice, when clocks were set back: the earlier moment was taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln local time(s) did not exist, when clocks were set forward: the moment after the gap was taken.</source>
        <translation>
            <numerusform>%Ln local time did not exist, when clocks were set forward: the moment after the gap was taken.</numerusform>
            <numerusform>%Ln local times did not exist, when clocks were set forward: the moment after the gap was taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IngestCommand</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) read in %1 s: %2 new, %3 known already, %4 set aside; %5.</source>
        <translation>
            <numerusform>%Ln event read in %1 s: %2 new, %3 known already, %4 set aside; %5.</numerusform>
            <numerusform>%Ln events read in %1 s: %2 new, %3 known already, %4 set aside; %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) touched</source>
        <translation>
            <numerusform>%Ln order touched</numerusform>
            <numerusform>%Ln orders touched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectorHead</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPill</name>
    <message numerus="yes">
        <source>%n new order(s)</source>
        <translation>
            <numerusform>%n new order</numerusform>
            <numerusform>%n new orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationCommand</name>
    <message numerus="yes">
        <source>%n item(s) with the relays.</source>
        <translation>
            <numerusform>%n item is with the relays.</numerusform>
            <numerusform>%n items are with the relays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationPage</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationSummary</name>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>replays</comment>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln in doubt</numerusform>
            <numerusform>%Ln in doubt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for my approval</source>
        <comment>replays</comment>
        <translation>
            <numerusform>%Ln waiting for my approval</numerusform>
            <numerusform>%Ln waiting for my approval</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationTexts</name>
    <message numerus="yes">
        <source>%Ln message(s) that move money</source>
        <translation>
            <numerusform>%Ln message that moves money</numerusform>
            <numerusform>%Ln messages that move money</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that make legal documents</source>
        <translation>
            <numerusform>%Ln message that makes a legal document</numerusform>
            <numerusform>%Ln messages that make legal documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <comment>size of a replay</comment>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersCommand</name>
    <message numerus="yes">
        <source>%Ln order(s) are shown, there are more; --all shows every one.</source>
        <translation>
            <numerusform>%Ln order is shown, there are more; --all shows every one.</numerusform>
            <numerusform>%Ln orders are shown, there are more; --all shows every one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersView</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer match(es)</source>
        <translation>
            <numerusform>%Ln no longer matches</numerusform>
            <numerusform>%Ln no longer match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message numerus="yes">
        <source>%1, %Ln under way</source>
        <extracomment>Name of a figure: not started; how many of them are being sent right now</extracomment>
        <translation>
            <numerusform>%1, %Ln under way</numerusform>
            <numerusform>%1, %Ln under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayloadEditorPanel</name>
    <message numerus="yes">
        <source>The same for all %Ln that are chosen</source>
        <translation>
            <numerusform>The same for the %Ln that is chosen</numerusform>
            <numerusform>The same for all %Ln that are chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln and plan the replay</source>
        <comment>button</comment>
        <translation>
            <numerusform>Save %Ln and plan the replay</numerusform>
            <numerusform>Save %Ln and plan the replay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <comment>of an edited payload</comment>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s), nothing is wrong</source>
        <translation>
            <numerusform>%Ln change, nothing is wrong</numerusform>
            <numerusform>%Ln changes, nothing is wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not saved: %1.</source>
        <translation>
            <numerusform>%Ln not saved: %1.</numerusform>
            <numerusform>%Ln not saved: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved; the next ones may have been, the answer was lost. The rest is as it was.</source>
        <translation>
            <numerusform>%Ln saved; the next ones may have been, the answer was lost. The rest is as it was.</numerusform>
            <numerusform>%Ln saved; the next ones may have been, the answer was lost. The rest is as it was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved, the rest is as it was: %1</source>
        <translation>
            <numerusform>%Ln saved, the rest is as it was: %1</numerusform>
            <numerusform>%Ln saved, the rest is as it was: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueQuestion</name>
    <message numerus="yes">
        <source>More than %n exception(s) match.</source>
        <translation>
            <numerusform>More than %n exception matches.</numerusform>
            <numerusform>More than %n exceptions match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RebuildCommand</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rebuild was given up after %Ln order(s).</source>
        <translation>
            <numerusform>The rebuild was given up after %Ln order.</numerusform>
            <numerusform>The rebuild was given up after %Ln orders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) were derived again in %1 s: %2.</source>
        <translation>
            <numerusform>%Ln order was derived again in %1 s: %2.</numerusform>
            <numerusform>%Ln orders were derived again in %1 s: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconciliationText</name>
    <message numerus="yes">
        <source>%1: %n message(s) not compared, for they go to no system of this estate.</source>
        <translation>
            <numerusform>%1: %n message not compared, for it goes to no system of this estate.</numerusform>
            <numerusform>%1: %n messages not compared, for they go to no system of this estate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: the amount of %n message(s) not compared, for the content cannot be read.</source>
        <translation>
            <numerusform>%1: the amount of %n message not compared, for the content cannot be read.</numerusform>
            <numerusform>%1: the amount of %n messages not compared, for the content cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n message(s) that a person or another event called delivered are not there under their order.</source>
        <translation>
            <numerusform>%1: %n message that a person or another event called delivered is not there under its order.</numerusform>
            <numerusform>%1: %n messages that a person or another event called delivered are not there under their order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ledger and database do not agree in %n place(s):</source>
        <translation>
            <numerusform>Ledger and database do not agree in %n place:</numerusform>
            <numerusform>Ledger and database do not agree in %n places:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayCommand</name>
    <message numerus="yes">
        <source>%n message(s):</source>
        <translation>
            <numerusform>%n message:</numerusform>
            <numerusform>%n messages:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these would be sent again.</source>
        <translation>
            <numerusform>%n of these would be sent again.</numerusform>
            <numerusform>%n of these would be sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n message(s) again? (y/n)</source>
        <translation>
            <numerusform>Send %n message again? (y/n)</numerusform>
            <numerusform>Send %n messages again? (y/n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message numerus="yes">
        <source>%Ln message(s) will be sent</source>
        <translation>
            <numerusform>%Ln message will be sent</numerusform>
            <numerusform>%Ln messages will be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <comment>messages of a plan</comment>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start: send %Ln</source>
        <comment>button: start a replay</comment>
        <translation>
            <numerusform>Start: send %Ln</numerusform>
            <numerusform>Start: send %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask for approval: %Ln</source>
        <comment>button: a replay that somebody else approves</comment>
        <translation>
            <numerusform>Ask for approval: %Ln</numerusform>
            <numerusform>Ask for approval: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be asked about</source>
        <comment>messages of a plan</comment>
        <translation>
            <numerusform>%Ln can be asked about</numerusform>
            <numerusform>%Ln can be asked about</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not</source>
        <comment>messages of a plan that cannot be asked about</comment>
        <translation>
            <numerusform>%Ln not</numerusform>
            <numerusform>%Ln not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask about %Ln</source>
        <comment>button: targets are asked whether they have messages</comment>
        <translation>
            <numerusform>Ask about %Ln</numerusform>
            <numerusform>Ask about %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesView</name>
    <message numerus="yes">
        <source>Version %1, for orders from %2 on; %n step(s)</source>
        <translation>
            <numerusform>Version %1, for orders from %2 on; %n step</numerusform>
            <numerusform>Version %1, for orders from %2 on; %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunbookCommand</name>
    <message numerus="yes">
        <source>%n runbook(s) written.</source>
        <translation>
            <numerusform>%n runbook written.</numerusform>
            <numerusform>%n runbooks written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SellCommand</name>
    <message numerus="yes">
        <source>%n order(s) of the past: %1 done, %2 in work, %3 stuck, %4 cancelled.</source>
        <translation>
            <numerusform>%n order of the past: %1 done, %2 in work, %3 stuck, %4 cancelled.</numerusform>
            <numerusform>%n orders of the past: %1 done, %2 in work, %3 stuck, %4 cancelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetAsideView</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times, first on %1</source>
        <translation>
            <numerusform>%Ln time, first on %1</numerusform>
            <numerusform>%Ln times, first on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message numerus="yes">
        <source>The data did not come within %n second(s).</source>
        <translation>
            <numerusform>The data did not come within %n second.</numerusform>
            <numerusform>The data did not come within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageSteps</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln in doubt</numerusform>
            <numerusform>%Ln in doubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagCommand</name>
    <message numerus="yes">
        <source>A tag has up to %n letters, digits, hyphens, underscores and points.</source>
        <translation>
            <numerusform>A tag has up to %n letter, digit, hyphen, underscore or point.</numerusform>
            <numerusform>A tag has up to %n letters, digits, hyphens, underscores and points.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) tagged as asked.</source>
        <translation>
            <numerusform>%n order tagged as asked.</numerusform>
            <numerusform>%n orders tagged as asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message numerus="yes">
        <source>%Ln not changed: %1</source>
        <comment>orders</comment>
        <translation>
            <numerusform>%Ln not changed: %1</numerusform>
            <numerusform>%Ln not changed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) tagged.</source>
        <translation>
            <numerusform>%Ln order tagged.</numerusform>
            <numerusform>%Ln orders tagged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageView</name>
    <message numerus="yes">
        <source>%Ln done.</source>
        <comment>problems that were dealt with</comment>
        <translation>
            <numerusform>%Ln done.</numerusform>
            <numerusform>%Ln done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <comment>problems that were dealt with</comment>
        <translation>
            <numerusform>%Ln done</numerusform>
            <numerusform>%Ln done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln that match are chosen, listed or not. One plan takes no more.</source>
        <translation>
            <numerusform>The first that matches is chosen, listed or not. One plan takes no more.</numerusform>
            <numerusform>The first %Ln that match are chosen, listed or not. One plan takes no more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln that match are chosen, listed or not.</source>
        <translation>
            <numerusform>The one that matches is chosen.</numerusform>
            <numerusform>All %Ln that match are chosen, listed or not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected in “%1”</source>
        <translation>
            <numerusform>%Ln selected in “%1”</numerusform>
            <numerusform>%Ln selected in “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln in “%1”</source>
        <translation>
            <numerusform>The one in “%1”</numerusform>
            <numerusform>All %Ln in “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln in “%1” that match “%2”</source>
        <translation>
            <numerusform>The one in “%1” that matches “%2”</numerusform>
            <numerusform>All %Ln in “%1” that match “%2”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edited</source>
        <comment>scope of a replay</comment>
        <translation>
            <numerusform>%Ln edited</numerusform>
            <numerusform>%Ln edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One edit takes the first %Ln.</source>
        <translation>
            <numerusform>One edit takes the first one.</numerusform>
            <numerusform>One edit takes the first %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln in %1 groups</source>
        <translation>
            <numerusform>All %Ln in %1 groups</numerusform>
            <numerusform>All %Ln in %1 groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln that match are chosen, listed or not. No more are taken at once.</source>
        <translation>
            <numerusform>The first %Ln that matches is chosen, listed or not. No more are taken at once.</numerusform>
            <numerusform>The first %Ln that match are chosen, listed or not. No more are taken at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tags of %Ln order(s) are as they were.</source>
        <translation>
            <numerusform>The tags of %Ln order are as they were.</numerusform>
            <numerusform>The tags of %Ln orders are as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>Everything is done; %n step(s) were late.</source>
        <translation>
            <numerusform>Everything is done; %n step was late.</numerusform>
            <numerusform>Everything is done; %n steps were late.</numerusform>
        </translation>
    </message>
</context>
</TS>
