<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ipcscope::BreakPanel</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::ComparePanel</name>
    <message numerus="yes">
        <source>Run %1: %n difference(s)</source>
        <translation>
            <numerusform>Run %1: %n difference</numerusform>
            <numerusform>Run %1: %n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> – %n diverged so far</source>
        <translation>
            <numerusform> – %n diverged so far</numerusform>
            <numerusform> – %n diverged so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::DraftBar</name>
    <message numerus="yes">
        <source>There are %n more.</source>
        <translation>
            <numerusform>There is %n more.</numerusform>
            <numerusform>There are %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::EventTable</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::FillOutcomes</name>
    <message numerus="yes">
        <source>%n line(s) got an expected outcome</source>
        <translation>
            <numerusform>%n line got an expected outcome</numerusform>
            <numerusform>%n lines got an expected outcome</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expectation(s) of the program did not hold in this run.</source>
        <translation>
            <numerusform>%n expectation of the program did not hold in this run.</numerusform>
            <numerusform>%n expectations of the program did not hold in this run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::Graph</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::GraphPanel</name>
    <message numerus="yes">
        <source>%n node(s) are left out: a graph of so many shows nothing any more.</source>
        <translation>
            <numerusform>%n node is left out: a graph of so many shows nothing any more.</numerusform>
            <numerusform>%n nodes are left out: a graph of so many shows nothing any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::Import</name>
    <message numerus="yes">
        <source>%n lines could not be used; all others were imported.</source>
        <translation>
            <numerusform>%n line could not be used; all others were imported.</numerusform>
            <numerusform>%n lines could not be used; all others were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::Inspector</name>
    <message numerus="yes">
        <source>stands for %n more</source>
        <translation>
            <numerusform>stands for %n more</numerusform>
            <numerusform>stands for %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::LeftoversBar</name>
    <message numerus="yes">
        <source>Runs that ended unexpectedly have left %n thing(s) on this machine.</source>
        <translation>
            <numerusform>Runs that ended unexpectedly have left %n thing on this machine.</numerusform>
            <numerusform>Runs that ended unexpectedly have left %n things on this machine.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MainWindow</name>
    <message numerus="yes">
        <source>Done; %n outcome(s) differ from what the program expects</source>
        <translation>
            <numerusform>Done; %n outcome differs from what the program expects</numerusform>
            <numerusform>Done; %n outcomes differ from what the program expects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done; %n outcome(s) as expected. The workers wait for clicks</source>
        <translation>
            <numerusform>Done; %n outcome as expected. The workers wait for clicks</numerusform>
            <numerusform>Done; %n outcomes as expected. The workers wait for clicks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::Monitor</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorActionDialog</name>
    <message numerus="yes">
        <source>%n process(es) wait for it.</source>
        <translation>
            <numerusform>%n process waits for it.</numerusform>
            <numerusform>%n processes wait for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorFindings</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorGraphPanel</name>
    <message numerus="yes">
        <source>%n object(s) are left out: a graph of so many shows nothing any more. A filter makes them fewer.</source>
        <translation>
            <numerusform>%n object is left out: a graph of so many shows nothing any more. A filter makes them fewer.</numerusform>
            <numerusform>%n objects are left out: a graph of so many shows nothing any more. A filter makes them fewer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorModel</name>
    <message numerus="yes">
        <source>%n waited for</source>
        <translation>
            <numerusform>%n waited for</numerusform>
            <numerusform>%n waited for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorPage</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>may look into all processes but %n</source>
        <translation>
            <numerusform>may look into all processes but %n</numerusform>
            <numerusform>may look into all processes but %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorPanel</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of IPC Scope itself not shown</source>
        <translation>
            <numerusform>%n of IPC Scope itself not shown</numerusform>
            <numerusform>%n of IPC Scope itself not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorRecordBar</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::ProgramPanel</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::RecordingBar</name>
    <message numerus="yes">
        <source>%n remark(s)…</source>
        <translation>
            <numerusform>%n remark…</numerusform>
            <numerusform>%n remarks…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::RecoveryBar</name>
    <message numerus="yes">
        <source>There are %n more.</source>
        <translation>
            <numerusform>There is %n more.</numerusform>
            <numerusform>There are %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::StatisticsModel</name>
    <message numerus="yes">
        <source>%1: %n call(s)</source>
        <translation>
            <numerusform>%1: %n call</numerusform>
            <numerusform>%1: %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>blocked %n time(s), %1 in all</source>
        <translation>
            <numerusform>blocked %n time, %1 in all</numerusform>
            <numerusform>blocked %n times, %1 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::TimelineExport</name>
    <message numerus="yes">
        <source>It was cut: %n lane(s) are not in it, which it says.</source>
        <translation>
            <numerusform>It was cut: %n lane is not in it, which it says.</numerusform>
            <numerusform>It was cut: %n lanes are not in it, which it says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::TimelineView</name>
    <message numerus="yes">
        <source>… %n more lane(s) not shown</source>
        <translation>
            <numerusform>… %n more lane not shown</numerusform>
            <numerusform>… %n more lanes not shown</numerusform>
        </translation>
    </message>
</context>
</TS>
