<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BytesEditor</name>
    <message>
        <source>the text ends in a lone \ (write \\ for one)</source>
        <translation>der Text endet mit einem einzelnen \ (\\ steht für einen)</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a hex digit</source>
        <translation>„%1“ ist keine Hexziffer</translation>
    </message>
    <message>
        <source>a byte has two hex digits, the last one has one</source>
        <translation>ein Byte hat zwei Hexziffern, das letzte hat nur eine</translation>
    </message>
</context>
<context>
    <name>ipcscope::ArrayEditor</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation>+ Hinzufügen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>%1: hinzufügen</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>Remove %1 of %2</source>
        <translation>%1 von %2 entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
    <message>
        <source>at most %1, not %2</source>
        <translation>höchstens %1, nicht %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::BytesEditor</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text with C escapes: \n, \0, \x1b</source>
        <translation>Text mit C-Escapes: \n, \0, \x1b</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Two hex digits a byte</source>
        <translation>Zwei Hexziffern je Byte</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Take the bytes of a file</source>
        <translation>Die Bytes einer Datei nehmen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty the bytes, to type others</source>
        <translation>Die Bytes leeren, um andere einzugeben</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>%1, too long to edit here</source>
        <translation>%1, zu lang, um es hier zu bearbeiten</translation>
    </message>
    <message>
        <source>%1 bytes (%2)</source>
        <translation>%1 Bytes (%2)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is longer than the %2 that fit</source>
        <translation>%1 ist länger als die %2, die Platz haben</translation>
    </message>
</context>
<context>
    <name>ipcscope::CheckList</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ipcscope::ChoiceEditor</name>
    <message>
        <source>choose one</source>
        <translation>bitte wählen</translation>
    </message>
</context>
<context>
    <name>ipcscope::Choices</name>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>pid %1, %2</source>
        <translation>PID %1, %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::DurationEditor</name>
    <message>
        <source>200ms, 1.5s</source>
        <translation>200ms, 1.5s</translation>
    </message>
    <message>
        <source>a duration is needed, such as 200ms or 1.5s</source>
        <translation>eine Dauer fehlt, etwa 200ms oder 1.5s</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a duration: 1.5s, 200ms, 10us, 5ns</source>
        <translation>„%1“ ist keine Dauer: 1.5s, 200ms, 10us, 5ns</translation>
    </message>
</context>
<context>
    <name>ipcscope::EventFacts</name>
    <message>
        <source>(lost)</source>
        <translation>(verloren)</translation>
    </message>
    <message>
        <source>(note)</source>
        <translation>(Notiz)</translation>
    </message>
    <message>
        <source>not back yet</source>
        <translation>noch nicht zurück</translation>
    </message>
    <message>
        <source>%1 events lost</source>
        <translation>%1 Ereignisse verloren</translation>
    </message>
    <message>
        <source>ended with the process</source>
        <translation>mit dem Prozess beendet</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>at</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>took</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>ipcscope::EventModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
</context>
<context>
    <name>ipcscope::EventTable</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>ipcscope::FieldRows</name>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::FillBar</name>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1 %</translation>
    </message>
    <message>
        <source>&gt; 99 %</source>
        <translation>&gt; 99 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 von %2 (%3)</translation>
    </message>
</context>
<context>
    <name>ipcscope::FramedStateView</name>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht abgefragt</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>Zustand von %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::HexView</name>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>%1 von %2 aufgezeichnet</translation>
    </message>
    <message>
        <source>no bytes</source>
        <translation>keine Bytes</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as hex</source>
        <translation>Als Hex kopieren</translation>
    </message>
    <message>
        <source>Copy as C string</source>
        <translation>Als C-String kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>ipcscope::Inspector</name>
    <message>
        <source>Selected event</source>
        <translation>Ausgewähltes Ereignis</translation>
    </message>
    <message>
        <source>Fields of the selected event</source>
        <translation>Felder des ausgewählten Ereignisses</translation>
    </message>
    <message>
        <source>Payload of the selected event</source>
        <translation>Nutzdaten des ausgewählten Ereignisses</translation>
    </message>
    <message>
        <source>Reference page of the mechanism</source>
        <translation>Referenzseite des Mechanismus</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Click an event in the timeline or in the table to see all about it here.</source>
        <translation>Ein Ereignis auf der Zeitachse oder in der Tabelle anklicken, um hier alles darüber zu sehen.</translation>
    </message>
    <message>
        <source>Payload (%1)</source>
        <translation>Nutzdaten (%1)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>, blocked meanwhile</source>
        <translation>, zwischendurch blockiert</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>%1 (pid %2)</source>
        <translation>%1 (PID %2)</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Rückgabewert</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Program line</source>
        <translation>Programmzeile</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message numerus="yes">
        <source>stands for %n more</source>
        <translation>
            <numerusform>steht für %n weiteren</numerusform>
            <numerusform>steht für %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>likely, not certain</source>
        <translation>wahrscheinlich, nicht sicher</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 später</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Empfangen von</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Gesendet von</translation>
    </message>
</context>
<context>
    <name>ipcscope::IntegerEditor</name>
    <message>
        <source>a number is needed</source>
        <translation>eine Zahl fehlt</translation>
    </message>
    <message>
        <source>result of the program</source>
        <translation>Ergebnis aus dem Programm</translation>
    </message>
</context>
<context>
    <name>ipcscope::Lanes</name>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>Worker %1</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>%1: life and signals</source>
        <translation>%1: Leben und Signale</translation>
    </message>
</context>
<context>
    <name>ipcscope::LeftoversBar</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Leftovers of earlier runs</source>
        <translation>Überreste früherer Läufe</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message numerus="yes">
        <source>Runs that ended unexpectedly have left %n thing(s) on this machine.</source>
        <translation>
            <numerusform>Unerwartet beendete Läufe haben %n Überrest auf diesem Rechner hinterlassen.</numerusform>
            <numerusform>Unerwartet beendete Läufe haben %n Überreste auf diesem Rechner hinterlassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leftovers</source>
        <translation>Überreste</translation>
    </message>
    <message>
        <source>Removing would do this:</source>
        <translation>Das Entfernen würde Folgendes tun:</translation>
    </message>
    <message>
        <source>Removing …</source>
        <translation>Entfernen läuft …</translation>
    </message>
</context>
<context>
    <name>ipcscope::LevelBars</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::LevelView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::LineEditor</name>
    <message>
        <source>&apos;%1&apos; cannot stand here</source>
        <translation>„%1“ kann hier nicht stehen</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>s since 1970</source>
        <translation>s seit 1970</translation>
    </message>
</context>
<context>
    <name>ipcscope::MainWindow</name>
    <message>
        <source>To begin with what you clicked, a new program is started.</source>
        <translation>Damit das Programm mit dem Angeklickten beginnt, wird ein neues angefangen.</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>Zustand des Laufs</translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation>Zahlen des Laufs</translation>
    </message>
    <message>
        <source>IPC Scope</source>
        <translation>IPC Scope</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>Mechanismen</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Beispiel: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Another program is about to be opened.</source>
        <translation>Gleich wird ein anderes Programm geöffnet.</translation>
    </message>
    <message>
        <source>Open program</source>
        <translation>Programm öffnen</translation>
    </message>
    <message>
        <source>Programs (*.ips);;All files (*)</source>
        <translation>Programme (*.ips);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save program</source>
        <translation>Programm speichern</translation>
    </message>
    <message>
        <source>Programs (*.ips)</source>
        <translation>Programme (*.ips)</translation>
    </message>
    <message>
        <source>Save changes?</source>
        <translation>Änderungen speichern?</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>IPC Scope is about to end.</source>
        <translation>IPC Scope wird gleich beendet.</translation>
    </message>
    <message>
        <source>%1[*] – IPC Scope</source>
        <translation>%1[*] – IPC Scope</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>The program is running</source>
        <translation>Das Programm läuft</translation>
    </message>
    <message>
        <source>The program could not go on: %1</source>
        <translation>Das Programm konnte nicht weiterlaufen: %1</translation>
    </message>
    <message>
        <source>Stopped; the workers wait for clicks</source>
        <translation>Angehalten; die Worker warten auf Klicks</translation>
    </message>
    <message numerus="yes">
        <source>Done; %n outcome(s) differ from what the program expects</source>
        <translation>
            <numerusform>Fertig; %n Ausgang weicht von dem ab, was das Programm erwartet</numerusform>
            <numerusform>Fertig; %n Ausgänge weichen von dem ab, was das Programm erwartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done; %n outcome(s) as expected. The workers wait for clicks</source>
        <translation>
            <numerusform>Fertig; %n Ausgang wie erwartet. Die Worker warten auf Klicks</numerusform>
            <numerusform>Fertig; %n Ausgänge wie erwartet. Die Worker warten auf Klicks</numerusform>
        </translation>
    </message>
    <message>
        <source>The workers wait for clicks</source>
        <translation>Die Worker warten auf Klicks</translation>
    </message>
    <message>
        <source>The run has ended; everything it made is removed</source>
        <translation>Der Lauf ist beendet; alles, was er angelegt hat, ist entfernt</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>New program</source>
        <translation>Neues Programm</translation>
    </message>
    <message>
        <source>A new program is about to be started.</source>
        <translation>Gleich wird ein neues Programm angefangen.</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a program</source>
        <translation>Ein Programm öffnen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>Das Programm speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>An example is about to be opened.</source>
        <translation>Gleich wird ein Beispiel geöffnet.</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>Run the program from its beginning, on fresh workers and objects</source>
        <translation>Das Programm von Anfang an ausführen, mit frischen Workern und Objekten</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stop the program; its workers stay for clicks</source>
        <translation>Das Programm anhalten; seine Worker bleiben für Klicks da</translation>
    </message>
    <message>
        <source>&amp;End run</source>
        <translation>Lauf &amp;beenden</translation>
    </message>
    <message>
        <source>End all workers and remove every object; the events stay</source>
        <translation>Alle Worker beenden und jedes Objekt entfernen; die Ereignisse bleiben</translation>
    </message>
    <message>
        <source>Write &amp;outcomes of clicks into the program</source>
        <translation>Aus&amp;gänge der Klicks ins Programm schreiben</translation>
    </message>
    <message>
        <source>Each click&apos;s outcome becomes what the program expects when it is run again</source>
        <translation>Der Ausgang jedes Klicks wird zu dem, was das Programm beim nächsten Lauf erwartet</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Mechanisms</source>
        <translation>&amp;Mechanismen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>&amp;Referenz</translation>
    </message>
    <message>
        <source>&amp;About IPC Scope</source>
        <translation>&amp;Über IPC Scope</translation>
    </message>
    <message>
        <source>About IPC Scope</source>
        <translation>Über IPC Scope</translation>
    </message>
    <message>
        <source>Makes real IPC objects, drives them from real processes, and shows every send, receive, wait and signal on one time axis.</source>
        <translation>Legt echte IPC-Objekte an, steuert sie aus echten Prozessen und zeigt jedes Senden, Empfangen, Warten und jedes Signal auf einer gemeinsamen Zeitachse.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Workers: %1   Events: %2   Flows: %3</source>
        <translation>Worker: %1   Ereignisse: %2   Flüsse: %3</translation>
    </message>
</context>
<context>
    <name>ipcscope::MarkGrid</name>
    <message>
        <source>none is marked</source>
        <translation>nichts ist markiert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ipcscope::MarkView</name>
    <message>
        <source>Only those with a mark</source>
        <translation>Nur solche mit Markierung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ipcscope::MechanismPanel</name>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Reference of %1</source>
        <translation>Referenz zu %1</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (entfernt)</translation>
    </message>
    <message>
        <source>no object yet</source>
        <translation>noch kein Objekt</translation>
    </message>
    <message>
        <source>State of the object</source>
        <translation>Zustand des Objekts</translation>
    </message>
</context>
<context>
    <name>ipcscope::MemoryView</name>
    <message>
        <source>changed: %1</source>
        <translation>geändert: %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::MessageView</name>
    <message>
        <source>The next message to come out stands at the left</source>
        <translation>Die nächste Nachricht, die herauskommt, steht links</translation>
    </message>
    <message>
        <source>The first %1 of %2 messages</source>
        <translation>Die ersten %1 von %2 Nachrichten</translation>
    </message>
</context>
<context>
    <name>ipcscope::ModeEditor</name>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Show the permissions as check boxes</source>
        <translation>Die Rechte als Kästchen zeigen</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>execute</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>%1 may %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>permission bits are needed, such as 0600</source>
        <translation>Rechtebits fehlen, etwa 0600</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a mode: octal digits, at most %2</source>
        <translation>„%1“ ist kein Modus: Oktalziffern, höchstens %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::Navigator</name>
    <message>
        <source>Find a mechanism or call</source>
        <translation>Mechanismus oder Aufruf suchen</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>Mechanismen</translation>
    </message>
</context>
<context>
    <name>ipcscope::OperationPane</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Worker that acts: %1</source>
        <translation>Handelnder Worker: %1</translation>
    </message>
    <message>
        <source>Operation: %1</source>
        <translation>Operation: %1</translation>
    </message>
    <message>
        <source>Name for what comes out</source>
        <translation>Name für das, was herauskommt</translation>
    </message>
    <message>
        <source>What the program calls it</source>
        <translation>Wie das Programm es nennt</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Ausgang: %1</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>running …</source>
        <translation>läuft …</translation>
    </message>
    <message>
        <source>the worker was %1</source>
        <translation>Ende des Workers: %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::PathEditor</name>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message>
        <source>Choose a file; it need not exist</source>
        <translation>Eine Datei wählen; sie muss nicht existieren</translation>
    </message>
    <message>
        <source>a file name is needed</source>
        <translation>ein Dateiname fehlt</translation>
    </message>
</context>
<context>
    <name>ipcscope::ProgramDocument</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
</context>
<context>
    <name>ipcscope::ProgramEditor</name>
    <message>
        <source>Program text</source>
        <translation>Programmtext</translation>
    </message>
    <message>
        <source>expected %1, got %2</source>
        <translation>erwartet: %1, erhalten: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::ProgramPanel</name>
    <message>
        <source>What is wrong with the program</source>
        <translation>Fehler im Programm</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(und %n weiterer)</numerusform>
            <numerusform>(und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>expected %1, got %2</source>
        <translation>erwartet: %1, erhalten: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::QueueStrip</name>
    <message>
        <source>no messages</source>
        <translation>keine Nachrichten</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::Reference</name>
    <message>
        <source>Manual page: %1</source>
        <translation>Handbuchseite: %1</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>ipcscope::ReferenceEditor</name>
    <message>
        <source>not usable here now</source>
        <translation>hier jetzt nicht verwendbar</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>there is no worker yet</source>
        <translation>es gibt noch keinen Worker</translation>
    </message>
    <message>
        <source>nothing to choose yet, it takes %1</source>
        <translation>noch nichts zu wählen, nötig ist %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1 is not usable here now</source>
        <translation>%1 ist hier jetzt nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>ipcscope::StateView</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>ipcscope::TimeAxis</name>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>ns</source>
        <translation>ns</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>ipcscope::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Timeline tools</source>
        <translation>Werkzeuge der Zeitachse</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>Alles zeigen (F)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom in (+, or the wheel at the cursor)</source>
        <translation>Vergrößern (+, oder Mausrad am Zeiger)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the newest events in view (L)</source>
        <translation>Die neuesten Ereignisse im Blick behalten (L)</translation>
    </message>
    <message>
        <source>Other end</source>
        <translation>Anderes Ende</translation>
    </message>
    <message>
        <source>Go to the other end of the selected event&apos;s arrow (J)</source>
        <translation>Zum anderen Ende des Pfeils am ausgewählten Ereignis gehen (J)</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Noch ist nichts gelaufen</translation>
    </message>
    <message>
        <source>Choose a mechanism on the left and create an object, or open a program. Whatever real processes do with it is drawn here.</source>
        <translation>Links einen Mechanismus wählen und ein Objekt anlegen, oder ein Programm öffnen. Was echte Prozesse damit tun, wird hier gezeichnet.</translation>
    </message>
    <message>
        <source>The program has errors; they are marked in its text.</source>
        <translation>Das Programm hat Fehler; sie sind in seinem Text markiert.</translation>
    </message>
    <message>
        <source>Run it to see real processes at work: every call, every message from sender to receiver, on one time axis.</source>
        <translation>Ausführen, um echte Prozesse bei der Arbeit zu sehen: jeden Aufruf, jede Nachricht vom Sender zum Empfänger, auf einer Zeitachse.</translation>
    </message>
    <message>
        <source>Run example</source>
        <translation>Beispiel ausführen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
</context>
<context>
    <name>ipcscope::TimelineView</name>
    <message>
        <source>Up and down move between lanes, control with left and right between events, J to the other end of a flow; plus and minus zoom, F fits, L follows.</source>
        <translation>Auf und Ab wechseln die Spur, Strg mit Links und Rechts das Ereignis, J geht zum anderen Ende eines Flusses; Plus und Minus zoomen, F passt ein, L folgt.</translation>
    </message>
    <message>
        <source>%1 in view</source>
        <translation>%1 sichtbar</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 events&lt;/b&gt; in %2; the longest:</source>
        <translation>&lt;b&gt;%1 Ereignisse&lt;/b&gt; in %2; das längste:</translation>
    </message>
    <message>
        <source>Follow live (L)</source>
        <translation>Live folgen (L)</translation>
    </message>
    <message>
        <source>%1 flows in view: zoom in to see each</source>
        <translation>%1 Flüsse sichtbar: vergrößern, um jeden zu sehen</translation>
    </message>
    <message>
        <source>Run a program to see it here</source>
        <translation>Ein Programm ausführen, um es hier zu sehen</translation>
    </message>
    <message>
        <source>Each process gets a lane; calls, waits, messages and signals appear as they happen.</source>
        <translation>Jeder Prozess bekommt eine Spur; Aufrufe, Warten, Nachrichten und Signale erscheinen, während sie geschehen.</translation>
    </message>
    <message>
        <source>%1 to %2 in view</source>
        <translation>%1 bis %2 sichtbar</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
</context>
<context>
    <name>ipcscope::TreeView</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ipcscope::Words</name>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>blocked in %1 since %2 s</source>
        <translation>in %1 blockiert seit %2 s</translation>
    </message>
    <message>
        <source>blocked in %1 since %2 s, waits for %3</source>
        <translation>in %1 blockiert seit %2 s, wartet auf %3</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>exited</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>exited with status %1</source>
        <translation>beendet mit Status %1</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>getötet</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>getötet durch %1</translation>
    </message>
    <message>
        <source>Create or open</source>
        <translation>Anlegen oder öffnen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Steuern</translation>
    </message>
    <message>
        <source>Close or remove</source>
        <translation>Schließen oder entfernen</translation>
    </message>
</context>
<context>
    <name>ipcscope::WorkersModel</name>
    <message>
        <source>%1, pid %2: %3</source>
        <translation>%1, PID %2: %3</translation>
    </message>
</context>
<context>
    <name>ipcscope::WorkersPanel</name>
    <message>
        <source>Worker actions</source>
        <translation>Worker-Aktionen</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Start worker</source>
        <translation>Worker starten</translation>
    </message>
    <message>
        <source>Start a new process that can be driven</source>
        <translation>Einen neuen Prozess starten, der sich steuern lässt</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Fork</translation>
    </message>
    <message>
        <source>Fork the selected worker: the child inherits what it has open</source>
        <translation>Den ausgewählten Worker forken: das Kind erbt, was er offen hat</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Unterbrechen</translation>
    </message>
    <message>
        <source>Make the selected worker&apos;s blocked call return with EINTR</source>
        <translation>Den blockierten Aufruf des ausgewählten Workers mit EINTR zurückkehren lassen</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Kill</translation>
    </message>
    <message>
        <source>End the selected worker with SIGKILL; the arrow offers other signals</source>
        <translation>Den ausgewählten Worker mit SIGKILL beenden; der Pfeil bietet andere Signale an</translation>
    </message>
    <message>
        <source>%1 was sent from outside the program: its text has no line for it</source>
        <translation>%1 wurde von außerhalb des Programms gesendet; dessen Text hat dafür keine Zeile</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Creates, drives and watches Linux inter-process communication.</source>
        <translation>Linux-Interprozesskommunikation anlegen, steuern und beobachten.</translation>
    </message>
    <message>
        <source>A program to open.</source>
        <translation>Ein Programm, das geöffnet werden soll.</translation>
    </message>
    <message>
        <source>Write a picture of the window and exit.</source>
        <translation>Ein Bild des Fensters schreiben und beenden.</translation>
    </message>
    <message>
        <source>Size of the window for --screenshot.</source>
        <translation>Größe des Fensters für --screenshot.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark oder system.</translation>
    </message>
    <message>
        <source>With --screenshot: run the program to its end first.</source>
        <translation>Mit --screenshot: vorher das Programm bis zum Ende ausführen.</translation>
    </message>
    <message>
        <source>only one file can be opened</source>
        <translation>nur eine Datei lässt sich öffnen</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not &apos;%1&apos;</source>
        <translation>--theme ist light, dark oder system, nicht „%1“</translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT from 400x300 to 16384x16384, not &apos;%1&apos;</source>
        <translation>--size ist BREITExHÖHE von 400x300 bis 16384x16384, nicht „%1“</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>the program did not end within a minute</source>
        <translation>das Programm ist nicht innerhalb einer Minute fertig geworden</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 ist nicht schreibbar</translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>A directory of the path, or the FIFO, does not admit this user.</source>
        <translation>Ein Verzeichnis des Pfads oder die FIFO lässt diesen Benutzer nicht zu.</translation>
    </message>
    <message>
        <source>Too many symbolic links in the path.</source>
        <translation>Zu viele symbolische Links im Pfad.</translation>
    </message>
    <message>
        <source>The path, or a name in it, is too long (255 bytes a name).</source>
        <translation>Der Pfad oder ein Name darin ist zu lang (255 Bytes je Name).</translation>
    </message>
    <message>
        <source>A part of the path that should be a directory is not one.</source>
        <translation>Ein Teil des Pfads, der ein Verzeichnis sein müsste, ist keines.</translation>
    </message>
    <message>
        <source>Create FIFO</source>
        <translation>FIFO anlegen</translation>
    </message>
    <message>
        <source>Makes a FIFO special file: a name where readers and writers meet.</source>
        <translation>Legt eine FIFO-Spezialdatei an: einen Namen, unter dem Leser und Schreiber sich treffen.</translation>
    </message>
    <message>
        <source>Where; without a leading / in the private directory of the run.</source>
        <translation>Wo; ohne / am Anfang im privaten Verzeichnis des Laufs.</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Who may read and write; the umask takes bits away.</source>
        <translation>Wer lesen und schreiben darf; die umask nimmt Bits weg.</translation>
    </message>
    <message>
        <source>The user&apos;s share of files on this file system is used up.</source>
        <translation>Der Anteil des Benutzers an Dateien in diesem Dateisystem ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Something of this name is there already.</source>
        <translation>Etwas mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>A directory of the path does not exist.</source>
        <translation>Ein Verzeichnis des Pfads existiert nicht.</translation>
    </message>
    <message>
        <source>The file system is full.</source>
        <translation>Das Dateisystem ist voll.</translation>
    </message>
    <message>
        <source>This file system cannot hold FIFOs.</source>
        <translation>Dieses Dateisystem kann keine FIFOs aufnehmen.</translation>
    </message>
    <message>
        <source>The file system is mounted for reading only.</source>
        <translation>Das Dateisystem ist nur zum Lesen eingehängt.</translation>
    </message>
    <message>
        <source>Open FIFO</source>
        <translation>FIFO öffnen</translation>
    </message>
    <message>
        <source>Opens one end, or both; one end alone sleeps until the other is opened.</source>
        <translation>Öffnet ein Ende oder beide; ein Ende allein schläft, bis das andere geöffnet wird.</translation>
    </message>
    <message>
        <source>The FIFO to open.</source>
        <translation>Die FIFO, die geöffnet werden soll.</translation>
    </message>
    <message>
        <source>to read: sleeps until a writer opens it</source>
        <translation>zum Lesen: schläft, bis ein Schreiber sie öffnet</translation>
    </message>
    <message>
        <source>to write: sleeps until a reader opens it</source>
        <translation>zum Schreiben: schläft, bis ein Leser sie öffnet</translation>
    </message>
    <message>
        <source>both: never sleeps, and never sees end of file</source>
        <translation>beides: schläft nie und sieht nie ein Dateiende</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Which end.</source>
        <translation>Welches Ende.</translation>
    </message>
    <message>
        <source>do not sleep, neither now nor in later calls</source>
        <translation>nicht schlafen, weder jetzt noch in späteren Aufrufen</translation>
    </message>
    <message>
        <source>a program that is executed does not get the end</source>
        <translation>ein ausgeführtes Programm bekommt das Ende nicht</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>With O_NONBLOCK, opening to write needs a reader to be there already.</source>
        <translation>Mit O_NONBLOCK muss beim Öffnen zum Schreiben schon ein Leser da sein.</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>What was opened.</source>
        <translation>Was geöffnet wurde.</translation>
    </message>
    <message>
        <source>A signal handler ran before the other end was opened.</source>
        <translation>Ein Signal-Handler lief, bevor das andere Ende geöffnet wurde.</translation>
    </message>
    <message>
        <source>This process has as many files open as it may have (RLIMIT_NOFILE).</source>
        <translation>Dieser Prozess hat so viele Dateien offen, wie er darf (RLIMIT_NOFILE).</translation>
    </message>
    <message>
        <source>The system has as many files open as it may have.</source>
        <translation>Das System hat so viele Dateien offen, wie es darf.</translation>
    </message>
    <message>
        <source>Nothing of this name is there.</source>
        <translation>Unter diesem Namen gibt es nichts.</translation>
    </message>
    <message>
        <source>The kernel has no memory for it.</source>
        <translation>Der Kernel hat keinen Speicher dafür.</translation>
    </message>
    <message>
        <source>O_NONBLOCK to write, and no process has it open to read.</source>
        <translation>O_NONBLOCK zum Schreiben, und kein Prozess hat sie zum Lesen offen.</translation>
    </message>
    <message>
        <source>a writer to open {path}</source>
        <translation>einen Schreiber, der {path} öffnet</translation>
    </message>
    <message>
        <source>a reader to open {path}</source>
        <translation>einen Leser, der {path} öffnet</translation>
    </message>
    <message>
        <source>Remove name</source>
        <translation>Namen entfernen</translation>
    </message>
    <message>
        <source>Removes the name; who has the FIFO open goes on using it.</source>
        <translation>Entfernt den Namen; wer die FIFO offen hat, benutzt sie weiter.</translation>
    </message>
    <message>
        <source>The FIFO to remove; anything else is left alone.</source>
        <translation>Die FIFO, die entfernt werden soll; alles andere bleibt unberührt.</translation>
    </message>
    <message>
        <source>The file is in use by the system.</source>
        <translation>Die Datei wird vom System benutzt.</translation>
    </message>
    <message>
        <source>An input or output error.</source>
        <translation>Ein Ein-/Ausgabefehler.</translation>
    </message>
    <message>
        <source>The directory is sticky and neither it nor the FIFO is the user&apos;s.</source>
        <translation>Das Verzeichnis hat das Sticky-Bit, und weder es noch die FIFO gehört dem Benutzer.</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>A pipe with a name in the file system: processes that are not related can meet.</source>
        <translation>Eine Pipe mit Namen im Dateisystem: auch nicht verwandte Prozesse können sich treffen.</translation>
    </message>
    <message>
        <source>bytes in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>Reading end</source>
        <translation>Leseende</translation>
    </message>
    <message>
        <source>Writing end</source>
        <translation>Schreibende</translation>
    </message>
    <message>
        <source>Both ends</source>
        <translation>Beide Enden</translation>
    </message>
    <message>
        <source>Closes what was opened; when nobody has the FIFO open any more, bytes that were not read are lost.</source>
        <translation>Schließt, was geöffnet wurde; hat niemand die FIFO mehr offen, sind ungelesene Bytes verloren.</translation>
    </message>
    <message>
        <source>The permission bits of the file decide who may open it to read or to write; who may write to the directory may make and remove it.</source>
        <translation>Die Rechtebits der Datei bestimmen, wer sie zum Lesen oder Schreiben öffnen darf; wer ins Verzeichnis schreiben darf, darf sie anlegen und entfernen.</translation>
    </message>
    <message>
        <source>Create pipe</source>
        <translation>Pipe anlegen</translation>
    </message>
    <message>
        <source>Makes a pipe and opens both of its ends; forked workers inherit them.</source>
        <translation>Legt eine Pipe an und öffnet ihre beiden Enden; geforkte Worker erben sie.</translation>
    </message>
    <message>
        <source>a program that is executed does not get the ends</source>
        <translation>ein ausgeführtes Programm bekommt die Enden nicht</translation>
    </message>
    <message>
        <source>calls fail with EAGAIN instead of sleeping</source>
        <translation>Aufrufe scheitern mit EAGAIN, statt zu schlafen</translation>
    </message>
    <message>
        <source>packet mode: each write is read as one packet, up to 4096 bytes</source>
        <translation>Paketmodus: jedes Schreiben wird als ein Paket gelesen, bis 4096 Bytes</translation>
    </message>
    <message>
        <source>How both ends begin.</source>
        <translation>Wie beide Enden beginnen.</translation>
    </message>
    <message>
        <source>What is written comes out here.</source>
        <translation>Was geschrieben wird, kommt hier heraus.</translation>
    </message>
    <message>
        <source>Bytes go in here.</source>
        <translation>Hier gehen Bytes hinein.</translation>
    </message>
    <message>
        <source>The result does not lie in memory of this process.</source>
        <translation>Das Ergebnis liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>A flag that the kernel does not know.</source>
        <translation>Ein Flag, das der Kernel nicht kennt.</translation>
    </message>
    <message>
        <source>The system has as many files open, or the user as much pipe memory, as the limits allow.</source>
        <translation>Das System hat so viele Dateien offen, oder der Benutzer so viel Pipe-Speicher, wie die Grenzen erlauben.</translation>
    </message>
    <message>
        <source>Open shell command</source>
        <translation>Shell-Befehl öffnen</translation>
    </message>
    <message>
        <source>Runs a shell command with a pipe to its standard input or from its standard output.</source>
        <translation>Führt einen Shell-Befehl aus, mit einer Pipe zu seiner Standardeingabe oder von seiner Standardausgabe.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Given to /bin/sh -c.</source>
        <translation>Wird an /bin/sh -c übergeben.</translation>
    </message>
    <message>
        <source>read what the command prints</source>
        <translation>lesen, was der Befehl ausgibt</translation>
    </message>
    <message>
        <source>write what the command reads</source>
        <translation>schreiben, was der Befehl liest</translation>
    </message>
    <message>
        <source>as r, and closed in executed programs</source>
        <translation>wie r, und in ausgeführten Programmen geschlossen</translation>
    </message>
    <message>
        <source>as w, and closed in executed programs</source>
        <translation>wie w, und in ausgeführten Programmen geschlossen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Which way the bytes go.</source>
        <translation>In welche Richtung die Bytes gehen.</translation>
    </message>
    <message>
        <source>descriptor of the stream</source>
        <translation>Deskriptor des Streams</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Our end of the pipe.</source>
        <translation>Unser Ende der Pipe.</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Process id of the shell, as /proc shows it; 0 = it could not be told.</source>
        <translation>Prozess-ID der Shell, wie /proc sie zeigt; 0 = sie war nicht festzustellen.</translation>
    </message>
    <message>
        <source>The user has as many processes as allowed.</source>
        <translation>Der Benutzer hat so viele Prozesse, wie erlaubt sind.</translation>
    </message>
    <message>
        <source>The type is none that popen knows.</source>
        <translation>Diesen Typ kennt popen nicht.</translation>
    </message>
    <message>
        <source>There is no memory for another process.</source>
        <translation>Für einen weiteren Prozess fehlt der Speicher.</translation>
    </message>
    <message>
        <source>Close shell command</source>
        <translation>Shell-Befehl schließen</translation>
    </message>
    <message>
        <source>Closes the stream and waits until the shell has ended. Signals do not end the wait.</source>
        <translation>Schließt den Stream und wartet, bis die Shell beendet ist. Signale beenden das Warten nicht.</translation>
    </message>
    <message>
        <source>What popen gave.</source>
        <translation>Was popen geliefert hat.</translation>
    </message>
    <message>
        <source>wait status</source>
        <translation>Wartestatus</translation>
    </message>
    <message>
        <source>Exit status</source>
        <translation>Exit-Status</translation>
    </message>
    <message>
        <source>If the shell exited; 127 = it found no such command.</source>
        <translation>Falls die Shell sich beendet hat; 127 = sie fand keinen solchen Befehl.</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>If a signal killed the shell.</source>
        <translation>Falls ein Signal die Shell getötet hat.</translation>
    </message>
    <message>
        <source>The shell is not a child of this process, or was waited for already; the stream is closed.</source>
        <translation>Die Shell ist kein Kind dieses Prozesses, oder auf sie wurde schon gewartet; der Stream ist geschlossen.</translation>
    </message>
    <message>
        <source>the command of {stream} to end</source>
        <translation>das Ende des Befehls von {stream}</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Pipe</translation>
    </message>
    <message>
        <source>Bytes in one direction between processes that inherit its two ends.</source>
        <translation>Bytes in einer Richtung zwischen Prozessen, die ihre zwei Enden erben.</translation>
    </message>
    <message>
        <source>Stream of a shell command</source>
        <translation>Stream eines Shell-Befehls</translation>
    </message>
    <message>
        <source>Closes one end in this process; the last writer&apos;s close is end of file, the last reader&apos;s breaks the pipe.</source>
        <translation>Schließt ein Ende in diesem Prozess; schließt der letzte Schreiber, ist das das Dateiende, schließt der letzte Leser, bricht die Pipe.</translation>
    </message>
    <message>
        <source>Nobody needs a privilege to make pipes. Only who inherits an end, or gets it sent, can use one. A capacity above pipe-max-size needs CAP_SYS_RESOURCE.</source>
        <translation>Um Pipes anzulegen, braucht niemand ein Privileg. Benutzen kann eine nur, wer ein Ende erbt oder geschickt bekommt. Eine Kapazität über pipe-max-size braucht CAP_SYS_RESOURCE.</translation>
    </message>
    <message>
        <source>What the process gave to exit; only there if it ended that way.</source>
        <translation>Was der Prozess an exit übergeben hat; nur da, wenn er so endete.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>A fresh worker: a process of its own, with nothing inherited but its working directory.</source>
        <translation>Ein frischer Worker: ein eigener Prozess, der nichts erbt als sein Arbeitsverzeichnis.</translation>
    </message>
    <message>
        <source>process id</source>
        <translation>Prozess-ID</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Fork</translation>
    </message>
    <message>
        <source>Makes a copy of this worker, which goes on as a worker of its own and shares its open descriptors.</source>
        <translation>Macht eine Kopie dieses Workers, die als eigener Worker weiterläuft und seine offenen Deskriptoren teilt.</translation>
    </message>
    <message>
        <source>process id of the child</source>
        <translation>Prozess-ID des Kindes</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>The new worker.</source>
        <translation>Der neue Worker.</translation>
    </message>
    <message>
        <source>A limit on the number of processes is reached: RLIMIT_NPROC of the user, threads-max, pid_max or pids.max of the control group.</source>
        <translation>Eine Grenze für die Zahl der Prozesse ist erreicht: RLIMIT_NPROC des Benutzers, threads-max, pid_max oder pids.max der Kontrollgruppe.</translation>
    </message>
    <message>
        <source>The kernel has no memory for another process, or the pid namespace has lost its first process.</source>
        <translation>Der Kernel hat keinen Speicher für einen weiteren Prozess, oder der PID-Namensraum hat seinen ersten Prozess verloren.</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Ends this worker at once; it stays a zombie until its parent has waited for it.</source>
        <translation>Beendet diesen Worker sofort; er bleibt ein Zombie, bis sein Elternprozess auf ihn gewartet hat.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>0 means success; the parent gets the low 8 bits.</source>
        <translation>0 bedeutet Erfolg; der Elternprozess bekommt die unteren 8 Bits.</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Kill</translation>
    </message>
    <message>
        <source>Sends a signal to a worker, by default the one that cannot be caught, blocked or ignored.</source>
        <translation>Sendet ein Signal an einen Worker, als Vorgabe das, das sich weder abfangen noch blockieren noch ignorieren lässt.</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Which process gets it.</source>
        <translation>Welcher Prozess es bekommt.</translation>
    </message>
    <message>
        <source>SIGKILL ends it, SIGSTOP stops it, SIGCONT lets it go on.</source>
        <translation>SIGKILL beendet ihn, SIGSTOP hält ihn an, SIGCONT lässt ihn weiterlaufen.</translation>
    </message>
    <message>
        <source>There is no signal of this number.</source>
        <translation>Ein Signal mit dieser Nummer gibt es nicht.</translation>
    </message>
    <message>
        <source>The process belongs to another user, and the sender lacks CAP_KILL.</source>
        <translation>Der Prozess gehört einem anderen Benutzer, und dem Sender fehlt CAP_KILL.</translation>
    </message>
    <message>
        <source>There is no such process: it has ended and its parent has waited for it. (A zombie still takes signals.)</source>
        <translation>Diesen Prozess gibt es nicht: er ist beendet, und sein Elternprozess hat auf ihn gewartet. (Ein Zombie nimmt noch Signale an.)</translation>
    </message>
    <message>
        <source>do not block: return 0 if nothing has happened yet</source>
        <translation>nicht blockieren: 0 zurückgeben, wenn noch nichts geschehen ist</translation>
    </message>
    <message>
        <source>also return when a child was stopped</source>
        <translation>auch zurückkehren, wenn ein Kind angehalten wurde</translation>
    </message>
    <message>
        <source>also return when a stopped child goes on</source>
        <translation>auch zurückkehren, wenn ein angehaltenes Kind weiterläuft</translation>
    </message>
    <message>
        <source>Wait for any child</source>
        <translation>Auf irgendein Kind warten</translation>
    </message>
    <message>
        <source>Wait for a child</source>
        <translation>Auf ein Kind warten</translation>
    </message>
    <message>
        <source>Waits until some child of this worker ends, and takes its status.</source>
        <translation>Wartet, bis irgendein Kind dieses Workers endet, und nimmt seinen Status entgegen.</translation>
    </message>
    <message>
        <source>Waits until this child ends, and takes its status; the zombie is gone then.</source>
        <translation>Wartet, bis dieses Kind endet, und nimmt seinen Status entgegen; der Zombie ist dann weg.</translation>
    </message>
    <message>
        <source>What else to come back for, and whether to block.</source>
        <translation>Wann noch zurückkehren, und ob blockieren.</translation>
    </message>
    <message>
        <source>process id of the child, 0 = nothing to tell yet (WNOHANG)</source>
        <translation>Prozess-ID des Kindes, 0 = noch nichts zu melden (WNOHANG)</translation>
    </message>
    <message>
        <source>The signal that ended or stopped it; not there if it exited.</source>
        <translation>Das Signal, das es beendet oder angehalten hat; nicht da, wenn es sich selbst beendet hat.</translation>
    </message>
    <message>
        <source>Core dumped</source>
        <translation>Core-Dump</translation>
    </message>
    <message>
        <source>A core file was written; only there if a signal ended it.</source>
        <translation>Eine Core-Datei wurde geschrieben; nur da, wenn ein Signal es beendet hat.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>It has not ended: the signal stopped it (WUNTRACED).</source>
        <translation>Es ist nicht beendet: das Signal hat es angehalten (WUNTRACED).</translation>
    </message>
    <message>
        <source>Continued</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>It has not ended: it goes on after a stop (WCONTINUED).</source>
        <translation>Es ist nicht beendet: es läuft nach einem Halt weiter (WCONTINUED).</translation>
    </message>
    <message>
        <source>This worker has no children left to wait for, or SIGCHLD is ignored (SIG_IGN, SA_NOCLDWAIT) and all have ended.</source>
        <translation>Dieser Worker hat keine Kinder mehr, auf die er warten könnte, oder SIGCHLD wird ignoriert (SIG_IGN, SA_NOCLDWAIT) und alle sind beendet.</translation>
    </message>
    <message>
        <source>Not a child of this worker, or its status was already taken, or SIGCHLD is ignored (SIG_IGN, SA_NOCLDWAIT).</source>
        <translation>Kein Kind dieses Workers, oder sein Status wurde schon abgeholt, oder SIGCHLD wird ignoriert (SIG_IGN, SA_NOCLDWAIT).</translation>
    </message>
    <message>
        <source>A signal handler ran before any child changed state.</source>
        <translation>Ein Signal-Handler lief, bevor ein Kind seinen Zustand änderte.</translation>
    </message>
    <message>
        <source>Unknown flags.</source>
        <translation>Unbekannte Flags.</translation>
    </message>
    <message>
        <source>any child to end</source>
        <translation>das Ende irgendeines Kindes</translation>
    </message>
    <message>
        <source>{child} to end</source>
        <translation>das Ende von {child}</translation>
    </message>
    <message>
        <source>A worker that this one has forked.</source>
        <translation>Ein Worker, den dieser geforkt hat.</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Prozess-ID</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Elternprozess</translation>
    </message>
    <message>
        <source>Orphans are given to the nearest subreaper, or to the first process.</source>
        <translation>Waisen gehen an den nächsten Subreaper oder an den ersten Prozess.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>running, sleeping, disk sleep, stopped, zombie, ...</source>
        <translation>running, sleeping, disk sleep, stopped, zombie, ...</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Resident memory</source>
        <translation>Residenter Speicher</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Kinder</translation>
    </message>
    <message>
        <source>Also those that have ended and wait to be waited for.</source>
        <translation>Auch solche, die beendet sind und auf die noch niemand gewartet hat.</translation>
    </message>
    <message>
        <source>signal number</source>
        <translation>Signalnummer</translation>
    </message>
    <message>
        <source>Workers are real processes: start, fork, end and wait for them.</source>
        <translation>Worker sind echte Prozesse: starten, forken, beenden und auf sie warten.</translation>
    </message>
    <message>
        <source>Largest process id</source>
        <translation>Größte Prozess-ID</translation>
    </message>
    <message>
        <source>Threads on this machine</source>
        <translation>Threads auf diesem Rechner</translation>
    </message>
    <message>
        <source>Own process id</source>
        <translation>Eigene Prozess-ID</translation>
    </message>
    <message>
        <source>Tells the process id of this worker.</source>
        <translation>Nennt die Prozess-ID dieses Workers.</translation>
    </message>
    <message>
        <source>Parent&apos;s process id</source>
        <translation>Prozess-ID des Elternprozesses</translation>
    </message>
    <message>
        <source>Tells who the parent is now; it changes when the parent ends.</source>
        <translation>Nennt den jetzigen Elternprozess; endet er, ist es ein anderer.</translation>
    </message>
    <message>
        <source>process id of the parent</source>
        <translation>Prozess-ID des Elternprozesses</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>A process ended, by itself or by a signal.</source>
        <translation>Ein Prozess endete, von selbst oder durch ein Signal.</translation>
    </message>
    <message>
        <source>exit status, or the number of the signal that ended it</source>
        <translation>Exit-Status, oder die Nummer des Signals, das ihn beendet hat</translation>
    </message>
    <message>
        <source>The signal that ended it; not there if it exited.</source>
        <translation>Das Signal, das ihn beendet hat; nicht da, wenn er sich selbst beendet hat.</translation>
    </message>
    <message>
        <source>A process was stopped by a signal and does nothing until SIGCONT.</source>
        <translation>Ein Prozess wurde durch ein Signal angehalten und tut bis SIGCONT nichts.</translation>
    </message>
    <message>
        <source>The signal that stopped it.</source>
        <translation>Das Signal, das ihn angehalten hat.</translation>
    </message>
    <message>
        <source>A stopped process goes on.</source>
        <translation>Ein angehaltener Prozess läuft weiter.</translation>
    </message>
    <message>
        <source>The signal that let it go on.</source>
        <translation>Das Signal, das ihn weiterlaufen ließ.</translation>
    </message>
    <message>
        <source>Everybody may fork up to RLIMIT_NPROC processes, and signal processes of the same user; CAP_KILL lifts the second.</source>
        <translation>Jeder darf bis zu RLIMIT_NPROC Prozesse forken und Prozessen desselben Benutzers Signale senden; CAP_KILL hebt das Zweite auf.</translation>
    </message>
    <message>
        <source>default: ignored</source>
        <translation>Vorgabe: ignoriert</translation>
    </message>
    <message>
        <source>stops the process; cannot be caught, blocked or ignored</source>
        <translation>hält den Prozess an; weder abzufangen noch zu blockieren noch zu ignorieren</translation>
    </message>
    <message>
        <source>ends the process; cannot be caught, blocked or ignored</source>
        <translation>beendet den Prozess; weder abzufangen noch zu blockieren noch zu ignorieren</translation>
    </message>
    <message>
        <source>default: stops the process</source>
        <translation>Vorgabe: hält den Prozess an</translation>
    </message>
    <message>
        <source>lets a stopped process go on</source>
        <translation>lässt einen angehaltenen Prozess weiterlaufen</translation>
    </message>
    <message>
        <source>default: ends the process and dumps core</source>
        <translation>Vorgabe: beendet den Prozess mit Core-Dump</translation>
    </message>
    <message>
        <source>default: ends the process</source>
        <translation>Vorgabe: beendet den Prozess</translation>
    </message>
    <message>
        <source>a function of the program runs</source>
        <translation>eine Funktion des Programms läuft</translation>
    </message>
    <message>
        <source>thrown away</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>what the kernel does without a handler</source>
        <translation>was der Kernel ohne Handler tut</translation>
    </message>
    <message>
        <source>an interrupted call goes on instead of failing with EINTR</source>
        <translation>ein unterbrochener Aufruf läuft weiter, statt mit EINTR zu scheitern</translation>
    </message>
    <message>
        <source>the handler is told who sent it, how, and with which value</source>
        <translation>der Handler erfährt, wer es gesendet hat, wie und mit welchem Wert</translation>
    </message>
    <message>
        <source>back to SIG_DFL as soon as the handler starts</source>
        <translation>zurück auf SIG_DFL, sobald der Handler beginnt</translation>
    </message>
    <message>
        <source>the handler may be interrupted by the same signal</source>
        <translation>dasselbe Signal darf den Handler unterbrechen</translation>
    </message>
    <message>
        <source>no SIGCHLD when a child stops or goes on</source>
        <translation>kein SIGCHLD, wenn ein Kind angehalten wird oder weiterläuft</translation>
    </message>
    <message>
        <source>children that end leave no zombie and no status</source>
        <translation>beendete Kinder hinterlassen weder Zombie noch Status</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>The worker that gets it.</source>
        <translation>Der Worker, der es bekommt.</translation>
    </message>
    <message>
        <source>Standard signals coalesce, real-time ones (SIGRTMIN and above) queue.</source>
        <translation>Standardsignale verschmelzen, Echtzeitsignale (ab SIGRTMIN) reihen sich ein.</translation>
    </message>
    <message>
        <source>The target belongs to another user, and the sender lacks CAP_KILL.</source>
        <translation>Das Ziel gehört einem anderen Benutzer, und dem Sender fehlt CAP_KILL.</translation>
    </message>
    <message>
        <source>The queue is full: the user of the target has as many queued signals as the target&apos;s RLIMIT_SIGPENDING allows.</source>
        <translation>Die Warteschlange ist voll: der Benutzer des Ziels hat so viele eingereihte Signale, wie RLIMIT_SIGPENDING des Ziels erlaubt.</translation>
    </message>
    <message>
        <source>There is no such process: it has ended and its parent has waited for it.</source>
        <translation>Diesen Prozess gibt es nicht: er ist beendet, und sein Elternprozess hat auf ihn gewartet.</translation>
    </message>
    <message>
        <source>A handler ran for a signal that is not in the set.</source>
        <translation>Ein Handler lief für ein Signal, das nicht in der Menge ist.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sends a signal to a process; success does not mean that it has arrived.</source>
        <translation>Sendet ein Signal an einen Prozess; Erfolg heißt nicht, dass es angekommen ist.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Asks whether a process is there and may be signalled (the null signal, 0): nothing is sent.</source>
        <translation>Fragt, ob ein Prozess da ist und Signale bekommen darf (das Nullsignal, 0): gesendet wird nichts.</translation>
    </message>
    <message>
        <source>Queue with a value</source>
        <translation>Mit Wert einreihen</translation>
    </message>
    <message>
        <source>Sends a signal together with a number, which the receiver can read.</source>
        <translation>Sendet ein Signal zusammen mit einer Zahl, die der Empfänger lesen kann.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The sival_int that travels with it.</source>
        <translation>Der sival_int, der mitgeht.</translation>
    </message>
    <message>
        <source>Send to a thread</source>
        <translation>An einen Thread senden</translation>
    </message>
    <message>
        <source>Sends a signal to one thread of a process instead of to the process as a whole.</source>
        <translation>Sendet ein Signal an einen Thread eines Prozesses statt an den Prozess als Ganzes.</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>A thread id; 0 = the first thread, whose id is the process id.</source>
        <translation>Eine Thread-ID; 0 = der erste Thread, dessen ID die Prozess-ID ist.</translation>
    </message>
    <message>
        <source>A thread id below 1, or no such signal.</source>
        <translation>Eine Thread-ID unter 1, oder kein solches Signal.</translation>
    </message>
    <message>
        <source>The target has no such thread, or has ended.</source>
        <translation>Das Ziel hat keinen solchen Thread, oder es ist beendet.</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Process id of the sender, of a SIGCHLD the child; not there if the kernel sent it or had no room to note the sender.</source>
        <translation>Prozess-ID des Senders, bei SIGCHLD des Kindes; nicht da, wenn der Kernel es gesendet hat oder keinen Platz hatte, den Sender zu vermerken.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Real user id of the sender.</source>
        <translation>Reale Benutzer-ID des Senders.</translation>
    </message>
    <message>
        <source>What the sender gave to sigqueue.</source>
        <translation>Was der Sender an sigqueue übergeben hat.</translation>
    </message>
    <message>
        <source>Of a SIGCHLD: exit status, or the signal that ended, stopped or continued the child.</source>
        <translation>Bei SIGCHLD: Exit-Status, oder das Signal, das das Kind beendet, angehalten oder fortgesetzt hat.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>si_code: SI_USER kill, SI_QUEUE sigqueue, SI_TKILL tgkill, SI_KERNEL the kernel, CLD_* a child.</source>
        <translation>si_code: SI_USER kill, SI_QUEUE sigqueue, SI_TKILL tgkill, SI_KERNEL der Kernel, CLD_* ein Kind.</translation>
    </message>
    <message>
        <source>Set disposition</source>
        <translation>Disposition setzen</translation>
    </message>
    <message>
        <source>Says what this worker does when a signal arrives.</source>
        <translation>Legt fest, was dieser Worker tut, wenn ein Signal ankommt.</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Inherited by fork.</source>
        <translation>Wird durch fork vererbt.</translation>
    </message>
    <message>
        <source>How the handler is run.</source>
        <translation>Wie der Handler ausgeführt wird.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Also blocked while the handler runs.</source>
        <translation>Auch blockiert, solange der Handler läuft.</translation>
    </message>
    <message>
        <source>Previous disposition</source>
        <translation>Vorige Disposition</translation>
    </message>
    <message>
        <source>Previous flags</source>
        <translation>Vorige Flags</translation>
    </message>
    <message>
        <source>Previous mask</source>
        <translation>Vorige Maske</translation>
    </message>
    <message>
        <source>SIGKILL and SIGSTOP cannot be caught or ignored.</source>
        <translation>SIGKILL und SIGSTOP lassen sich weder abfangen noch ignorieren.</translation>
    </message>
    <message>
        <source>Show disposition</source>
        <translation>Disposition zeigen</translation>
    </message>
    <message>
        <source>Tells what this worker does when a signal arrives.</source>
        <translation>Nennt, was dieser Worker tut, wenn ein Signal ankommt.</translation>
    </message>
    <message>
        <source>Block or unblock</source>
        <translation>Blockieren oder freigeben</translation>
    </message>
    <message>
        <source>Changes which signals wait (are pending) instead of being delivered.</source>
        <translation>Ändert, welche Signale warten (ausstehen), statt zugestellt zu werden.</translation>
    </message>
    <message>
        <source>block these too</source>
        <translation>diese zusätzlich blockieren</translation>
    </message>
    <message>
        <source>let these through</source>
        <translation>diese durchlassen</translation>
    </message>
    <message>
        <source>block these and no others</source>
        <translation>diese blockieren und keine anderen</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What to do with the set.</source>
        <translation>Was mit der Menge geschieht.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>SIGKILL and SIGSTOP are silently left out by the kernel.</source>
        <translation>SIGKILL und SIGSTOP lässt der Kernel stillschweigend weg.</translation>
    </message>
    <message>
        <source>Unknown how.</source>
        <translation>Unbekanntes „Wie“.</translation>
    </message>
    <message>
        <source>Show pending</source>
        <translation>Ausstehende zeigen</translation>
    </message>
    <message>
        <source>Tells which signals have been sent to this worker but are still blocked.</source>
        <translation>Nennt die Signale, die an diesen Worker gesendet, aber noch blockiert sind.</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Of the process or of the thread; a number that is queued twice stands here once.</source>
        <translation>Des Prozesses oder des Threads; eine Nummer, die zweimal eingereiht ist, steht hier einmal.</translation>
    </message>
    <message>
        <source>Change mask and wait</source>
        <translation>Maske wechseln und warten</translation>
    </message>
    <message>
        <source>Sets another mask and sleeps in one step, until a handler has run; then the old mask is back.</source>
        <translation>Setzt eine andere Maske und schläft in einem Schritt, bis ein Handler gelaufen ist; dann gilt wieder die alte Maske.</translation>
    </message>
    <message>
        <source>Blocked while it waits.</source>
        <translation>Blockiert, während er wartet.</translation>
    </message>
    <message>
        <source>never a success: EINTR is what is hoped for</source>
        <translation>nie ein Erfolg: EINTR ist das erhoffte Ende</translation>
    </message>
    <message>
        <source>A handler has run: this is the normal end.</source>
        <translation>Ein Handler ist gelaufen: das ist das normale Ende.</translation>
    </message>
    <message>
        <source>a signal with a handler that is not in {mask}</source>
        <translation>ein Signal mit Handler, das nicht in {mask} ist</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Sleeps until a handler has run; a signal that came just before is missed.</source>
        <translation>Schläft, bis ein Handler gelaufen ist; ein Signal, das knapp vorher kam, wird verpasst.</translation>
    </message>
    <message>
        <source>any signal that has a handler</source>
        <translation>irgendein Signal, das einen Handler hat</translation>
    </message>
    <message>
        <source>Block them first (mask), or their default action may come before.</source>
        <translation>Sie vorher blockieren (Maske), sonst kann ihre Standardaktion zuvorkommen.</translation>
    </message>
    <message>
        <source>Wait for a signal</source>
        <translation>Auf ein Signal warten</translation>
    </message>
    <message>
        <source>Takes one pending signal of the set, without a handler; sleeps until there is one. Of several, the lowest number comes first.</source>
        <translation>Nimmt ein ausstehendes Signal der Menge entgegen, ohne Handler; schläft, bis eines da ist. Von mehreren kommt die niedrigste Nummer zuerst.</translation>
    </message>
    <message>
        <source>one of {set}</source>
        <translation>eines aus {set}</translation>
    </message>
    <message>
        <source>Wait with a limit</source>
        <translation>Mit Zeitgrenze warten</translation>
    </message>
    <message>
        <source>As waiting for a signal, but gives up after a time.</source>
        <translation>Wie auf ein Signal warten, gibt aber nach einer Zeit auf.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>0s = only look and take what is there.</source>
        <translation>0s = nur nachsehen und nehmen, was da ist.</translation>
    </message>
    <message>
        <source>No signal of the set came within the time.</source>
        <translation>In dieser Zeit kam kein Signal der Menge.</translation>
    </message>
    <message>
        <source>The time is not valid.</source>
        <translation>Die Zeit ist ungültig.</translation>
    </message>
    <message>
        <source>one of {set}, at most {timeout}</source>
        <translation>eines aus {set}, höchstens {timeout}</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Asks the kernel for a SIGALRM after some seconds; there is one alarm per process.</source>
        <translation>Bittet den Kernel um ein SIGALRM nach einigen Sekunden; je Prozess gibt es einen Alarm.</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>0 cancels the alarm.</source>
        <translation>0 löscht den Alarm.</translation>
    </message>
    <message>
        <source>seconds that the previous alarm had left, 0 = there was none</source>
        <translation>Sekunden, die der vorige Alarm noch hatte, 0 = es gab keinen</translation>
    </message>
    <message>
        <source>Limit the queue</source>
        <translation>Warteschlange begrenzen</translation>
    </message>
    <message>
        <source>Sets how many signals may be queued for this worker&apos;s user when one more is sent to this worker (RLIMIT_SIGPENDING, the soft limit).</source>
        <translation>Setzt, wie viele Signale für den Benutzer dieses Workers eingereiht sein dürfen, wenn eines mehr an diesen Worker gesendet wird (RLIMIT_SIGPENDING, die weiche Grenze).</translation>
    </message>
    <message>
        <source>Queued signals</source>
        <translation>Eingereihte Signale</translation>
    </message>
    <message>
        <source>At most the hard limit, which stays as it is.</source>
        <translation>Höchstens die harte Grenze, die bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Previous limit</source>
        <translation>Vorige Grenze</translation>
    </message>
    <message>
        <source>Hard limit</source>
        <translation>Harte Grenze</translation>
    </message>
    <message>
        <source>Above the hard limit.</source>
        <translation>Über der harten Grenze.</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>A handler of the worker ran. Without SA_SIGINFO it is told the number only.</source>
        <translation>Ein Handler des Workers lief. Ohne SA_SIGINFO erfährt er nur die Nummer.</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Pending (process)</source>
        <translation>Ausstehend (Prozess)</translation>
    </message>
    <message>
        <source>Sent to the process and blocked (ShdPnd).</source>
        <translation>An den Prozess gesendet und blockiert (ShdPnd).</translation>
    </message>
    <message>
        <source>Pending (thread)</source>
        <translation>Ausstehend (Thread)</translation>
    </message>
    <message>
        <source>Sent to the first thread and blocked (SigPnd).</source>
        <translation>An den ersten Thread gesendet und blockiert (SigPnd).</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>The signal mask (SigBlk).</source>
        <translation>Die Signalmaske (SigBlk).</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Set to SIG_IGN (SigIgn).</source>
        <translation>Auf SIG_IGN gesetzt (SigIgn).</translation>
    </message>
    <message>
        <source>Caught</source>
        <translation>Abgefangen</translation>
    </message>
    <message>
        <source>Has a handler (SigCgt).</source>
        <translation>Hat einen Handler (SigCgt).</translation>
    </message>
    <message>
        <source>Queued for the user</source>
        <translation>Für den Benutzer eingereiht</translation>
    </message>
    <message>
        <source>Signals that are queued for all processes of this real user together (SigQ).</source>
        <translation>Signale, die für alle Prozesse dieses realen Benutzers zusammen eingereiht sind (SigQ).</translation>
    </message>
    <message>
        <source>Queue limit</source>
        <translation>Grenze der Warteschlange</translation>
    </message>
    <message>
        <source>RLIMIT_SIGPENDING of this process, which that sum is held against.</source>
        <translation>RLIMIT_SIGPENDING dieses Prozesses, woran diese Summe gemessen wird.</translation>
    </message>
    <message>
        <source>Numbers that interrupt a process: sent, blocked, pending, caught, waited for.</source>
        <translation>Nummern, die einen Prozess unterbrechen: gesendet, blockiert, ausstehend, abgefangen, erwartet.</translation>
    </message>
    <message>
        <source>A process may signal those of the same user; CAP_KILL lifts that. SIGCONT may go to any process of the same session.</source>
        <translation>Ein Prozess darf denen desselben Benutzers Signale senden; CAP_KILL hebt das auf. SIGCONT darf an jeden Prozess derselben Sitzung gehen.</translation>
    </message>
    <message>
        <source>The end is closed in this process, or not open for this direction.</source>
        <translation>Das Ende ist in diesem Prozess geschlossen oder nicht für diese Richtung offen.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Puts bytes in; sleeps while they do not fit. Up to 4096 bytes go in all at once or not at all.</source>
        <translation>Gibt Bytes hinein; schläft, solange sie nicht hineinpassen. Bis 4096 Bytes gehen ganz hinein oder gar nicht.</translation>
    </message>
    <message>
        <source>The end to write to.</source>
        <translation>Das Ende, in das geschrieben wird.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The bytes to write.</source>
        <translation>Die Bytes, die geschrieben werden.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>How many bytes: the data is cut or repeated to fit. 0 = as the data is.</source>
        <translation>Wie viele Bytes: die Daten werden passend gekürzt oder wiederholt. 0 = die Daten, wie sie sind.</translation>
    </message>
    <message>
        <source>bytes written</source>
        <translation>geschriebene Bytes</translation>
    </message>
    <message>
        <source>O_NONBLOCK is set and there is no room: the bytes would have to wait.</source>
        <translation>O_NONBLOCK ist gesetzt und es ist kein Platz: die Bytes müssten warten.</translation>
    </message>
    <message>
        <source>The data does not lie in memory of this process.</source>
        <translation>Die Daten liegen nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>A signal handler ran before any byte was written.</source>
        <translation>Ein Signal-Handler lief, bevor ein Byte geschrieben war.</translation>
    </message>
    <message>
        <source>No process has the reading end open any more. SIGPIPE is sent as well: only who ignores, blocks or handles it gets to see this.</source>
        <translation>Kein Prozess hat das Leseende mehr offen. Dazu kommt ein SIGPIPE: nur wer es ignoriert, blockiert oder behandelt, bekommt dies zu sehen.</translation>
    </message>
    <message>
        <source>a reader of {to} to make room</source>
        <translation>einen Leser von {to}, der Platz schafft</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Takes bytes out; sleeps while there are none. 0 bytes = end of file: no writer is left.</source>
        <translation>Nimmt Bytes heraus; schläft, solange keine da sind. 0 Bytes = Dateiende: kein Schreiber ist mehr da.</translation>
    </message>
    <message>
        <source>The end to read from.</source>
        <translation>Das Ende, aus dem gelesen wird.</translation>
    </message>
    <message>
        <source>At most so many bytes; fewer come if there are no more.</source>
        <translation>Höchstens so viele Bytes; sind nicht so viele da, kommen weniger.</translation>
    </message>
    <message>
        <source>bytes read, 0 at end of file</source>
        <translation>gelesene Bytes, 0 am Dateiende</translation>
    </message>
    <message>
        <source>The bytes that were read.</source>
        <translation>Die Bytes, die gelesen wurden.</translation>
    </message>
    <message>
        <source>O_NONBLOCK is set and nothing is there to read, though a writer exists.</source>
        <translation>O_NONBLOCK ist gesetzt und nichts ist zu lesen da, obwohl es einen Schreiber gibt.</translation>
    </message>
    <message>
        <source>The buffer does not lie in memory of this process.</source>
        <translation>Der Puffer liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>A signal handler ran before any byte was there.</source>
        <translation>Ein Signal-Handler lief, bevor ein Byte da war.</translation>
    </message>
    <message>
        <source>a writer of {from}</source>
        <translation>einen Schreiber von {from}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The end to close in this process.</source>
        <translation>Das Ende, das in diesem Prozess geschlossen wird.</translation>
    </message>
    <message>
        <source>The end is closed in this process already.</source>
        <translation>Das Ende ist in diesem Prozess schon geschlossen.</translation>
    </message>
    <message>
        <source>A signal came; the end is closed all the same.</source>
        <translation>Ein Signal kam; das Ende ist trotzdem geschlossen.</translation>
    </message>
    <message>
        <source>Pending bytes</source>
        <translation>Wartende Bytes</translation>
    </message>
    <message>
        <source>How many bytes are in flight: written, and not read yet.</source>
        <translation>Wie viele Bytes unterwegs sind: geschrieben und noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Any end that is open in this process.</source>
        <translation>Irgendein Ende, das in diesem Prozess offen ist.</translation>
    </message>
    <message>
        <source>Bytes in flight</source>
        <translation>Bytes unterwegs</translation>
    </message>
    <message>
        <source>As FIONREAD says it.</source>
        <translation>Wie FIONREAD es sagt.</translation>
    </message>
    <message>
        <source>The end is closed in this process.</source>
        <translation>Das Ende ist in diesem Prozess geschlossen.</translation>
    </message>
    <message>
        <source>Get capacity</source>
        <translation>Kapazität abfragen</translation>
    </message>
    <message>
        <source>How many bytes fit in before a writer has to wait (F_GETPIPE_SZ).</source>
        <translation>Wie viele Bytes hineinpassen, bevor ein Schreiber warten muss (F_GETPIPE_SZ).</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Set capacity</source>
        <translation>Kapazität setzen</translation>
    </message>
    <message>
        <source>Changes how many bytes fit in; the kernel rounds up to a power of two of pages (F_SETPIPE_SZ).</source>
        <translation>Ändert, wie viele Bytes hineinpassen; der Kernel rundet auf eine Zweierpotenz von Seiten auf (F_SETPIPE_SZ).</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Wanted capacity; at least one page is given.</source>
        <translation>Gewünschte Kapazität; mindestens eine Seite wird gegeben.</translation>
    </message>
    <message>
        <source>capacity that was set</source>
        <translation>gesetzte Kapazität</translation>
    </message>
    <message>
        <source>More bytes are in flight than would fit in.</source>
        <translation>Mehr Bytes sind unterwegs, als hineinpassen würden.</translation>
    </message>
    <message>
        <source>More than 2 GiB were asked for.</source>
        <translation>Mehr als 2 GiB wurden verlangt.</translation>
    </message>
    <message>
        <source>The kernel has no memory for so many pages.</source>
        <translation>Der Kernel hat keinen Speicher für so viele Seiten.</translation>
    </message>
    <message>
        <source>Above /proc/sys/fs/pipe-max-size, or the user&apos;s share of pipe memory is used up; more needs CAP_SYS_RESOURCE.</source>
        <translation>Über /proc/sys/fs/pipe-max-size, oder der Anteil des Benutzers am Pipe-Speicher ist aufgebraucht; mehr braucht CAP_SYS_RESOURCE.</translation>
    </message>
    <message>
        <source>Set flags</source>
        <translation>Flags setzen</translation>
    </message>
    <message>
        <source>Makes calls on this end sleep, or fail with EAGAIN instead (F_SETFL). Processes that inherited the end share its flags.</source>
        <translation>Lässt Aufrufe an diesem Ende schlafen oder stattdessen mit EAGAIN scheitern (F_SETFL). Prozesse, die das Ende geerbt haben, teilen seine Flags.</translation>
    </message>
    <message>
        <source>The end whose flags are set.</source>
        <translation>Das Ende, dessen Flags gesetzt werden.</translation>
    </message>
    <message>
        <source>Set or, if left out, cleared; other flags stay as they are.</source>
        <translation>Gesetzt oder, wenn weggelassen, gelöscht; andere Flags bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Written, and not read yet.</source>
        <translation>Geschrieben und noch nicht gelesen.</translation>
    </message>
    <message>
        <source>More than this makes a writer wait.</source>
        <translation>Mehr als das lässt einen Schreiber warten.</translation>
    </message>
    <message>
        <source>Largest capacity without CAP_SYS_RESOURCE</source>
        <translation>Größte Kapazität ohne CAP_SYS_RESOURCE</translation>
    </message>
    <message>
        <source>Pages per user before new ones get smaller</source>
        <translation>Seiten je Benutzer, bevor neue Pipes kleiner werden</translation>
    </message>
    <message>
        <source>Pages per user at most (0 = no limit)</source>
        <translation>Seiten je Benutzer höchstens (0 = keine Grenze)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>The queue&apos;s identifier; every process may use it that has the permission.</source>
        <translation>Die Kennung der Warteschlange; jeder Prozess mit dem nötigen Recht kann sie benutzen.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>How many messages wait in the queue.</source>
        <translation>Wie viele Nachrichten in der Warteschlange warten.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>How many bytes of text these hold together.</source>
        <translation>Wie viele Bytes Text diese zusammen enthalten.</translation>
    </message>
    <message>
        <source>Bytes at most</source>
        <translation>Bytes höchstens</translation>
    </message>
    <message>
        <source>A send that would exceed this waits. No more messages than this either, so that empty ones count.</source>
        <translation>Ein Senden, das dies überschritte, wartet. Auch nicht mehr Nachrichten als dies, damit leere zählen.</translation>
    </message>
    <message>
        <source>Last sender</source>
        <translation>Letzter Sender</translation>
    </message>
    <message>
        <source>The process of the last msgsnd; 0 = none.</source>
        <translation>Der Prozess des letzten msgsnd; 0 = keiner.</translation>
    </message>
    <message>
        <source>Last receiver</source>
        <translation>Letzter Empfänger</translation>
    </message>
    <message>
        <source>The process of the last msgrcv; 0 = none.</source>
        <translation>Der Prozess des letzten msgrcv; 0 = keiner.</translation>
    </message>
    <message>
        <source>Last send</source>
        <translation>Letztes Senden</translation>
    </message>
    <message>
        <source>Last receive</source>
        <translation>Letzter Empfang</translation>
    </message>
    <message>
        <source>Made or changed</source>
        <translation>Angelegt oder geändert</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>The first 256 messages in queue order, of each the first 256 bytes; looked at without taking them.</source>
        <translation>Die ersten 256 Nachrichten in der Reihenfolge der Warteschlange, von jeder die ersten 256 Bytes; angesehen, ohne sie zu entnehmen.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Why messages are missing here, if some are.</source>
        <translation>Warum hier Nachrichten fehlen, falls welche fehlen.</translation>
    </message>
    <message>
        <source>The queue was removed, before or while this call waited.</source>
        <translation>Die Warteschlange wurde entfernt, bevor oder während dieser Aufruf wartete.</translation>
    </message>
    <message>
        <source>Create or open</source>
        <translation>Anlegen oder öffnen</translation>
    </message>
    <message>
        <source>Makes a message queue, or finds the one that has this key.</source>
        <translation>Legt eine Nachrichtenwarteschlange an oder findet die mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>the queue&apos;s identifier</source>
        <translation>die Kennung der Warteschlange</translation>
    </message>
    <message>
        <source>A queue with this key exists, and IPC_CREAT with IPC_EXCL asked for a new one.</source>
        <translation>Eine Warteschlange mit diesem Schlüssel existiert, und IPC_CREAT mit IPC_EXCL verlangte eine neue.</translation>
    </message>
    <message>
        <source>No queue has this key, and IPC_CREAT was not given.</source>
        <translation>Keine Warteschlange hat diesen Schlüssel, und IPC_CREAT war nicht angegeben.</translation>
    </message>
    <message>
        <source>The queue exists, but its permissions do not allow what the mode asks for.</source>
        <translation>Die Warteschlange existiert, aber ihre Rechte erlauben nicht, was der Modus verlangt.</translation>
    </message>
    <message>
        <source>The system&apos;s number of queues is reached: /proc/sys/kernel/msgmni.</source>
        <translation>Die Höchstzahl an Warteschlangen im System ist erreicht: /proc/sys/kernel/msgmni.</translation>
    </message>
    <message>
        <source>The kernel has no memory for a queue.</source>
        <translation>Der Kernel hat keinen Speicher für eine Warteschlange.</translation>
    </message>
    <message>
        <source>Puts one message of a type at the end of the queue; waits while the queue is full.</source>
        <translation>Stellt eine Nachricht eines Typs ans Ende der Warteschlange; wartet, solange sie voll ist.</translation>
    </message>
    <message>
        <source>Above 0, or the kernel answers EINVAL. Receivers choose by it.</source>
        <translation>Über 0, sonst antwortet der Kernel mit EINVAL. Empfänger wählen danach aus.</translation>
    </message>
    <message>
        <source>Text or any bytes; may be empty. At most /proc/sys/kernel/msgmax of them.</source>
        <translation>Text oder beliebige Bytes; darf leer sein. Höchstens /proc/sys/kernel/msgmax davon.</translation>
    </message>
    <message>
        <source>EAGAIN instead of waiting for room</source>
        <translation>EAGAIN, statt auf Platz zu warten</translation>
    </message>
    <message>
        <source>IPC_NOWAIT: do not wait.</source>
        <translation>IPC_NOWAIT: nicht warten.</translation>
    </message>
    <message>
        <source>The queue is full (its qbytes), and IPC_NOWAIT was given.</source>
        <translation>Die Warteschlange ist voll (ihr qbytes), und IPC_NOWAIT war angegeben.</translation>
    </message>
    <message>
        <source>A signal came while this waited for room. msgsnd is never restarted, not even with SA_RESTART.</source>
        <translation>Ein Signal kam, während auf Platz gewartet wurde. msgsnd wird nie neu gestartet, auch nicht mit SA_RESTART.</translation>
    </message>
    <message>
        <source>The type is below 1, the message is longer than /proc/sys/kernel/msgmax, or no queue has this identifier any more.</source>
        <translation>Der Typ ist kleiner als 1, die Nachricht ist länger als /proc/sys/kernel/msgmax, oder keine Warteschlange hat diese Kennung mehr.</translation>
    </message>
    <message>
        <source>This user must not write to the queue.</source>
        <translation>Dieser Benutzer darf nicht in die Warteschlange schreiben.</translation>
    </message>
    <message>
        <source>The message&apos;s address is not readable.</source>
        <translation>Die Adresse der Nachricht ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The kernel has no memory for the message.</source>
        <translation>Der Kernel hat keinen Speicher für die Nachricht.</translation>
    </message>
    <message>
        <source>room in {queue}</source>
        <translation>Platz in {queue}</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Takes the first message that matches out of the queue; waits until there is one.</source>
        <translation>Nimmt die erste passende Nachricht aus der Warteschlange; wartet, bis eine da ist.</translation>
    </message>
    <message>
        <source>How many bytes the buffer has room for.</source>
        <translation>Für wie viele Bytes der Puffer Platz hat.</translation>
    </message>
    <message>
        <source>0: the first message. Above 0: the first of this type. Below 0: the lowest type up to its absolute value.</source>
        <translation>0: die erste Nachricht. Über 0: die erste dieses Typs. Unter 0: der niedrigste Typ bis zu seinem Absolutwert.</translation>
    </message>
    <message>
        <source>ENOMSG instead of waiting</source>
        <translation>ENOMSG, statt zu warten</translation>
    </message>
    <message>
        <source>with a type above 0: the first message of any other type</source>
        <translation>mit einem Typ über 0: die erste Nachricht eines anderen Typs</translation>
    </message>
    <message>
        <source>cut a longer message short: what does not fit is lost</source>
        <translation>eine längere Nachricht kürzen: was nicht hineinpasst, ist verloren</translation>
    </message>
    <message>
        <source>How to choose, and what to do when nothing fits.</source>
        <translation>Wie ausgewählt wird, und was geschieht, wenn nichts passt.</translation>
    </message>
    <message>
        <source>bytes received</source>
        <translation>empfangene Bytes</translation>
    </message>
    <message>
        <source>No message matches, and IPC_NOWAIT was given.</source>
        <translation>Keine Nachricht passt, und IPC_NOWAIT war angegeben.</translation>
    </message>
    <message>
        <source>The message is longer than the size, and MSG_NOERROR was not given; it stays in the queue.</source>
        <translation>Die Nachricht ist länger als die Größe, und MSG_NOERROR war nicht angegeben; sie bleibt in der Warteschlange.</translation>
    </message>
    <message>
        <source>A signal came while this waited. msgrcv is never restarted, not even with SA_RESTART.</source>
        <translation>Ein Signal kam während des Wartens. msgrcv wird nie neu gestartet, auch nicht mit SA_RESTART.</translation>
    </message>
    <message>
        <source>No queue has this identifier any more.</source>
        <translation>Keine Warteschlange hat diese Kennung mehr.</translation>
    </message>
    <message>
        <source>This user must not read from the queue.</source>
        <translation>Dieser Benutzer darf nicht aus der Warteschlange lesen.</translation>
    </message>
    <message>
        <source>The buffer&apos;s address is not writable.</source>
        <translation>Die Adresse des Puffers ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The kernel has no memory for the copy.</source>
        <translation>Der Kernel hat keinen Speicher für die Kopie.</translation>
    </message>
    <message>
        <source>a message of another type than {type} in {queue}</source>
        <translation>eine Nachricht eines anderen Typs als {type} in {queue}</translation>
    </message>
    <message>
        <source>a message in {queue}</source>
        <translation>eine Nachricht in {queue}</translation>
    </message>
    <message>
        <source>a message of type {type} in {queue}</source>
        <translation>eine Nachricht vom Typ {type} in {queue}</translation>
    </message>
    <message>
        <source>Look at a message</source>
        <translation>Eine Nachricht ansehen</translation>
    </message>
    <message>
        <source>Copies the message at a place in the queue (MSG_COPY, with IPC_NOWAIT); it stays where it is.</source>
        <translation>Kopiert die Nachricht an einer Stelle der Warteschlange (MSG_COPY, mit IPC_NOWAIT); sie bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>0 is the oldest message, whatever its type.</source>
        <translation>0 ist die älteste Nachricht, gleich welchen Typs.</translation>
    </message>
    <message>
        <source>How many bytes the buffer has room for; a copy is never cut short.</source>
        <translation>Für wie viele Bytes der Puffer Platz hat; eine Kopie wird nie gekürzt.</translation>
    </message>
    <message>
        <source>bytes of the message</source>
        <translation>Bytes der Nachricht</translation>
    </message>
    <message>
        <source>There are not so many messages in the queue.</source>
        <translation>So viele Nachrichten sind nicht in der Warteschlange.</translation>
    </message>
    <message>
        <source>The message is longer than the size.</source>
        <translation>Die Nachricht ist länger als die Größe.</translation>
    </message>
    <message>
        <source>The queue was removed, and another one has its place.</source>
        <translation>Die Warteschlange wurde entfernt, und eine andere hat ihren Platz.</translation>
    </message>
    <message>
        <source>This kernel was built without CONFIG_CHECKPOINT_RESTORE.</source>
        <translation>Dieser Kernel wurde ohne CONFIG_CHECKPOINT_RESTORE gebaut.</translation>
    </message>
    <message>
        <source>Reads the queue&apos;s owner, permissions, fill, limits and last users (IPC_STAT).</source>
        <translation>Liest Eigentümer, Rechte, Füllung, Grenzen und letzte Benutzer der Warteschlange (IPC_STAT).</translation>
    </message>
    <message>
        <source>The new limit; above /proc/sys/kernel/msgmnb only with CAP_SYS_RESOURCE.</source>
        <translation>Die neue Grenze; über /proc/sys/kernel/msgmnb nur mit CAP_SYS_RESOURCE.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Changes the queue&apos;s byte limit, permissions or owner (IPC_SET, on what IPC_STAT gave).</source>
        <translation>Ändert Bytegrenze, Rechte oder Eigentümer der Warteschlange (IPC_SET, ausgehend von dem, was IPC_STAT lieferte).</translation>
    </message>
    <message>
        <source>Only its owner, its creator and root may change the queue; more qbytes than msgmnb need CAP_SYS_RESOURCE.</source>
        <translation>Nur Eigentümer, Ersteller und root dürfen die Warteschlange ändern; mehr qbytes als msgmnb brauchen CAP_SYS_RESOURCE.</translation>
    </message>
    <message>
        <source>The state before must be read first, and this user must not read from the queue.</source>
        <translation>Der vorherige Zustand muss zuerst gelesen werden, und dieser Benutzer darf nicht aus der Warteschlange lesen.</translation>
    </message>
    <message>
        <source>No queue has this identifier any more, or user or group do not exist here.</source>
        <translation>Keine Warteschlange hat diese Kennung mehr, oder Benutzer oder Gruppe existieren hier nicht.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removes the queue with all its messages, at once; who waits in it gets EIDRM.</source>
        <translation>Entfernt die Warteschlange mit allen Nachrichten, sofort; wer darin wartet, bekommt EIDRM.</translation>
    </message>
    <message>
        <source>Only its owner, its creator and root may remove the queue.</source>
        <translation>Nur Eigentümer, Ersteller und root dürfen die Warteschlange entfernen.</translation>
    </message>
    <message>
        <source>No queue has this identifier: it was removed already.</source>
        <translation>Keine Warteschlange hat diese Kennung: sie wurde schon entfernt.</translation>
    </message>
    <message>
        <source>System V message queue</source>
        <translation>System-V-Warteschlange</translation>
    </message>
    <message>
        <source>Typed messages in a queue of the kernel, which outlives the processes that use it.</source>
        <translation>Nachrichten mit Typ in einer Warteschlange des Kernels, die ihre Benutzer überlebt.</translation>
    </message>
    <message>
        <source>Longest message</source>
        <translation>Längste Nachricht</translation>
    </message>
    <message>
        <source>Bytes in a new queue</source>
        <translation>Bytes in einer neuen Warteschlange</translation>
    </message>
    <message>
        <source>Queues in the system</source>
        <translation>Warteschlangen im System</translation>
    </message>
    <message>
        <source>Message queue</source>
        <translation>Nachrichtenwarteschlange</translation>
    </message>
    <message>
        <source>messages in the queue</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>The permission bits decide who may send (write) and receive (read); CAP_IPC_OWNER passes them. Only owner, creator and CAP_SYS_ADMIN may change or remove a queue.</source>
        <translation>Die Rechtebits bestimmen, wer senden (schreiben) und empfangen (lesen) darf; CAP_IPC_OWNER umgeht sie. Ändern oder entfernen dürfen eine Warteschlange nur Eigentümer, Ersteller und CAP_SYS_ADMIN.</translation>
    </message>
    <message>
        <source>a new object without a key</source>
        <translation>ein neues Objekt ohne Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>IPC_PRIVATE for a new object, or a number that several programs agree on, as from ftok.</source>
        <translation>IPC_PRIVATE für ein neues Objekt, oder eine Zahl, auf die sich mehrere Programme einigen, etwa aus ftok.</translation>
    </message>
    <message>
        <source>make it if no object has this key</source>
        <translation>anlegen, wenn kein Objekt diesen Schlüssel hat</translation>
    </message>
    <message>
        <source>with IPC_CREAT: fail if there is one already</source>
        <translation>mit IPC_CREAT: scheitern, wenn es schon eines gibt</translation>
    </message>
    <message>
        <source>Without IPC_CREAT only an object that exists is opened.</source>
        <translation>Ohne IPC_CREAT wird nur ein vorhandenes Objekt geöffnet.</translation>
    </message>
    <message>
        <source>Of a new object: who may read it and who may change it. Of an existing one: what is asked for.</source>
        <translation>Eines neuen Objekts: wer es lesen und wer es ändern darf. Eines vorhandenen: was verlangt wird.</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>lassen, wie es ist</translation>
    </message>
    <message>
        <source>The new permission bits.</source>
        <translation>Die neuen Rechtebits.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>The new owner&apos;s user id; the creator stays what it was.</source>
        <translation>Die Benutzer-ID des neuen Eigentümers; der Ersteller bleibt, wer er war.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>The new owner&apos;s group id.</source>
        <translation>Die Gruppen-ID des neuen Eigentümers.</translation>
    </message>
    <message>
        <source>Key from a path</source>
        <translation>Schlüssel aus einem Pfad</translation>
    </message>
    <message>
        <source>Makes a key out of a file&apos;s device and inode numbers and a project number.</source>
        <translation>Bildet einen Schlüssel aus Geräte- und Inode-Nummer einer Datei und einer Projektnummer.</translation>
    </message>
    <message>
        <source>A file or directory that exists; its name does not matter, only its inode.</source>
        <translation>Eine vorhandene Datei oder ein Verzeichnis; der Name ist gleichgültig, nur der Inode zählt.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Tells several keys of one path apart; only 8 bits count, 0 is unspecified.</source>
        <translation>Unterscheidet mehrere Schlüssel eines Pfads; nur 8 Bits zählen, 0 ist unbestimmt.</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>der Schlüssel</translation>
    </message>
    <message>
        <source>There is no file of this path; ftok needs one that exists.</source>
        <translation>Unter diesem Pfad gibt es keine Datei; ftok braucht eine vorhandene.</translation>
    </message>
    <message>
        <source>A part of the path is not a directory.</source>
        <translation>Ein Teil des Pfads ist kein Verzeichnis.</translation>
    </message>
    <message>
        <source>The path, or one name in it, is too long.</source>
        <translation>Der Pfad oder ein Name darin ist zu lang.</translation>
    </message>
    <message>
        <source>The path goes round in symbolic links.</source>
        <translation>Der Pfad läuft über symbolische Links im Kreis.</translation>
    </message>
    <message>
        <source>A directory on the way must not be searched by this user.</source>
        <translation>Ein Verzeichnis auf dem Weg darf dieser Benutzer nicht durchsuchen.</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>Ersteller</translation>
    </message>
    <message>
        <source>Creator&apos;s group</source>
        <translation>Gruppe des Erstellers</translation>
    </message>
    <message>
        <source>Semaphore set</source>
        <translation>Semaphorsatz</translation>
    </message>
    <message>
        <source>The set&apos;s identifier; every process may use it that has the permission.</source>
        <translation>Die Kennung des Satzes; jeder Prozess mit dem nötigen Recht kann ihn benutzen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Which semaphore of the set; the first one is 0.</source>
        <translation>Welcher Semaphor des Satzes; der erste ist 0.</translation>
    </message>
    <message>
        <source>Semaphores</source>
        <translation>Semaphore</translation>
    </message>
    <message>
        <source>How many the set holds.</source>
        <translation>Wie viele der Satz enthält.</translation>
    </message>
    <message>
        <source>Last operation</source>
        <translation>Letzte Operation</translation>
    </message>
    <message>
        <source>Of semop; 0 = none yet. A set whose maker has not yet set it up shows 0.</source>
        <translation>Von semop; 0 = noch keine. Ein Satz, den sein Ersteller noch nicht eingerichtet hat, zeigt 0.</translation>
    </message>
    <message>
        <source>waiting for an increase</source>
        <translation>warten auf Erhöhung</translation>
    </message>
    <message>
        <source>waiting for zero</source>
        <translation>warten auf null</translation>
    </message>
    <message>
        <source>Last operator</source>
        <translation>Letzter Bediener</translation>
    </message>
    <message>
        <source>Semaphore</source>
        <translation>Semaphor</translation>
    </message>
    <message>
        <source>The first 256 of the set. The last operator changed it last; nobody owns a semaphore.</source>
        <translation>Die ersten 256 des Satzes. Der letzte Bediener hat ihn zuletzt geändert; niemand besitzt einen Semaphor.</translation>
    </message>
    <message>
        <source>The set was removed, and another one has its place.</source>
        <translation>Der Satz wurde entfernt, und ein anderer hat seinen Platz.</translation>
    </message>
    <message>
        <source>No semaphore set has this identifier any more.</source>
        <translation>Kein Semaphorsatz hat diese Kennung mehr.</translation>
    </message>
    <message>
        <source>No semaphore set has this identifier any more, or the set has no semaphore of this number.</source>
        <translation>Kein Semaphorsatz hat diese Kennung mehr, oder der Satz hat keinen Semaphor mit dieser Nummer.</translation>
    </message>
    <message>
        <source>This user must not read from the set.</source>
        <translation>Dieser Benutzer darf den Satz nicht lesen.</translation>
    </message>
    <message>
        <source>This user must not alter the set.</source>
        <translation>Dieser Benutzer darf den Satz nicht ändern.</translation>
    </message>
    <message>
        <source>Makes a set of semaphores with value 0, or finds the one that has this key.</source>
        <translation>Legt einen Satz von Semaphoren mit Wert 0 an oder findet den mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>How many a new set has; of an existing one at most as many as it has, 0 = any.</source>
        <translation>Wie viele ein neuer Satz hat; bei einem vorhandenen höchstens so viele, wie er hat, 0 = beliebig.</translation>
    </message>
    <message>
        <source>the set&apos;s identifier</source>
        <translation>die Kennung des Satzes</translation>
    </message>
    <message>
        <source>A set with this key exists, and IPC_CREAT with IPC_EXCL asked for a new one.</source>
        <translation>Ein Satz mit diesem Schlüssel existiert, und IPC_CREAT mit IPC_EXCL verlangte einen neuen.</translation>
    </message>
    <message>
        <source>No set has this key, and IPC_CREAT was not given.</source>
        <translation>Kein Satz hat diesen Schlüssel, und IPC_CREAT war nicht angegeben.</translation>
    </message>
    <message>
        <source>A new set needs 1 semaphore or more, at most the first figure of /proc/sys/kernel/sem; an existing set has fewer than asked for.</source>
        <translation>Ein neuer Satz braucht mindestens 1 Semaphor, höchstens die erste Zahl in /proc/sys/kernel/sem; ein vorhandener Satz hat weniger als verlangt.</translation>
    </message>
    <message>
        <source>The set exists, but its permissions do not allow what the mode asks for.</source>
        <translation>Der Satz existiert, aber seine Rechte erlauben nicht, was der Modus verlangt.</translation>
    </message>
    <message>
        <source>The system&apos;s number of sets, or of semaphores in all, is reached: /proc/sys/kernel/sem.</source>
        <translation>Die Höchstzahl an Sätzen oder an Semaphoren insgesamt ist im System erreicht: /proc/sys/kernel/sem.</translation>
    </message>
    <message>
        <source>The kernel has no memory for a set.</source>
        <translation>Der Kernel hat keinen Speicher für einen Satz.</translation>
    </message>
    <message>
        <source>Above 0: added at once. Below 0: waits until the value is large enough. 0: waits until the value is 0.</source>
        <translation>Über 0: wird sofort addiert. Unter 0: wartet, bis der Wert groß genug ist. 0: wartet, bis der Wert 0 ist.</translation>
    </message>
    <message>
        <source>EAGAIN instead of waiting</source>
        <translation>EAGAIN, statt zu warten</translation>
    </message>
    <message>
        <source>taken back when the process ends</source>
        <translation>beim Ende des Prozesses zurückgenommen</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>All of them are done at one moment, in this order, or none.</source>
        <translation>Alle geschehen in einem Moment, in dieser Reihenfolge, oder keine.</translation>
    </message>
    <message>
        <source>Operate</source>
        <translation>Operieren</translation>
    </message>
    <message>
        <source>Raises, lowers or waits for zero, on one or more semaphores at once; waits until all can be done.</source>
        <translation>Erhöht, senkt oder wartet auf null, an einem oder mehreren Semaphoren zugleich; wartet, bis alles möglich ist.</translation>
    </message>
    <message>
        <source>It would have to wait, and that operation had IPC_NOWAIT.</source>
        <translation>Es müsste gewartet werden, und jene Operation hatte IPC_NOWAIT.</translation>
    </message>
    <message>
        <source>The set was removed, before or while this call waited.</source>
        <translation>Der Satz wurde entfernt, bevor oder während dieser Aufruf wartete.</translation>
    </message>
    <message>
        <source>A signal came while this waited. semop is never restarted, not even with SA_RESTART.</source>
        <translation>Ein Signal kam während des Wartens. semop wird nie neu gestartet, auch nicht mit SA_RESTART.</translation>
    </message>
    <message>
        <source>The set has no semaphore of one of these numbers.</source>
        <translation>Der Satz hat keinen Semaphor mit einer dieser Nummern.</translation>
    </message>
    <message>
        <source>A value would rise above 32767 (SEMVMX).</source>
        <translation>Ein Wert würde über 32767 (SEMVMX) steigen.</translation>
    </message>
    <message>
        <source>More operations than the third figure of /proc/sys/kernel/sem (SEMOPM).</source>
        <translation>Mehr Operationen als die dritte Zahl in /proc/sys/kernel/sem (SEMOPM).</translation>
    </message>
    <message>
        <source>No semaphore set has this identifier any more, or there is no operation in the list.</source>
        <translation>Kein Semaphorsatz hat diese Kennung mehr, oder die Liste enthält keine Operation.</translation>
    </message>
    <message>
        <source>This user must not alter the set (only waiting for zero needs no more than reading).</source>
        <translation>Dieser Benutzer darf den Satz nicht ändern (nur das Warten auf null braucht nicht mehr als Leserecht).</translation>
    </message>
    <message>
        <source>An address is not readable.</source>
        <translation>Eine Adresse ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The kernel has no memory for the list or its undo record.</source>
        <translation>Der Kernel hat keinen Speicher für die Liste oder ihren Undo-Eintrag.</translation>
    </message>
    <message>
        <source>semaphore {num} of {set} to reach {-op}</source>
        <translation>mindestens {-op} in Semaphor {num} von {set}</translation>
    </message>
    <message>
        <source>semaphore {num} of {set} to become 0</source>
        <translation>0 in Semaphor {num} von {set}</translation>
    </message>
    <message>
        <source>Operate, with a time limit</source>
        <translation>Operieren mit Zeitgrenze</translation>
    </message>
    <message>
        <source>As op, but waits no longer than the timeout.</source>
        <translation>Wie op, wartet aber nicht länger als die Zeitgrenze.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>After this long without success the call comes back with EAGAIN.</source>
        <translation>Nach so langer Zeit ohne Erfolg kommt der Aufruf mit EAGAIN zurück.</translation>
    </message>
    <message>
        <source>The time is over, or it would have to wait and that operation had IPC_NOWAIT.</source>
        <translation>Die Zeit ist um, oder es müsste gewartet werden und jene Operation hatte IPC_NOWAIT.</translation>
    </message>
    <message>
        <source>Set a value</source>
        <translation>Einen Wert setzen</translation>
    </message>
    <message>
        <source>Gives one semaphore a value, whatever it was (SETVAL); what may go on then, does.</source>
        <translation>Gibt einem Semaphor einen Wert, gleich welchen er hatte (SETVAL); wer dann weiterlaufen kann, läuft weiter.</translation>
    </message>
    <message>
        <source>0 to 32767. Undo records of this semaphore are dropped in all processes.</source>
        <translation>0 bis 32767. Undo-Einträge dieses Semaphors werden in allen Prozessen verworfen.</translation>
    </message>
    <message>
        <source>The value is below 0 or above 32767 (SEMVMX).</source>
        <translation>Der Wert ist kleiner als 0 oder größer als 32767 (SEMVMX).</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>One for each semaphore, 0 to 32767; surplus ones are not looked at.</source>
        <translation>Einer je Semaphor, 0 bis 32767; überzählige werden nicht beachtet.</translation>
    </message>
    <message>
        <source>Set all values</source>
        <translation>Alle Werte setzen</translation>
    </message>
    <message>
        <source>Gives all semaphores of the set their values at one moment (SETALL).</source>
        <translation>Gibt allen Semaphoren des Satzes ihre Werte in einem Moment (SETALL).</translation>
    </message>
    <message>
        <source>A value is above 32767 (SEMVMX); none was set.</source>
        <translation>Ein Wert ist größer als 32767 (SEMVMX); keiner wurde gesetzt.</translation>
    </message>
    <message>
        <source>Get all values</source>
        <translation>Alle Werte abfragen</translation>
    </message>
    <message>
        <source>Reads the values of all semaphores at one moment (GETALL).</source>
        <translation>Liest die Werte aller Semaphore in einem Moment (GETALL).</translation>
    </message>
    <message>
        <source>Reads the set&apos;s owner, permissions, size and times (IPC_STAT).</source>
        <translation>Liest Eigentümer, Rechte, Größe und Zeiten des Satzes (IPC_STAT).</translation>
    </message>
    <message>
        <source>Changes the set&apos;s permissions or owner (IPC_SET, on what IPC_STAT gave).</source>
        <translation>Ändert Rechte oder Eigentümer des Satzes (IPC_SET, ausgehend von dem, was IPC_STAT lieferte).</translation>
    </message>
    <message>
        <source>Only its owner, its creator and root may change the set.</source>
        <translation>Nur Eigentümer, Ersteller und root dürfen den Satz ändern.</translation>
    </message>
    <message>
        <source>The state before must be read first, and this user must not read from the set.</source>
        <translation>Der vorherige Zustand muss zuerst gelesen werden, und dieser Benutzer darf den Satz nicht lesen.</translation>
    </message>
    <message>
        <source>No semaphore set has this identifier any more, or user or group do not exist here.</source>
        <translation>Kein Semaphorsatz hat diese Kennung mehr, oder Benutzer oder Gruppe existieren hier nicht.</translation>
    </message>
    <message>
        <source>Removes the set at once; who waits on it gets EIDRM.</source>
        <translation>Entfernt den Satz sofort; wer darauf wartet, bekommt EIDRM.</translation>
    </message>
    <message>
        <source>Only its owner, its creator and root may remove the set.</source>
        <translation>Nur Eigentümer, Ersteller und root dürfen den Satz entfernen.</translation>
    </message>
    <message>
        <source>No semaphore set has this identifier: it was removed already.</source>
        <translation>Kein Semaphorsatz hat diese Kennung: er wurde schon entfernt.</translation>
    </message>
    <message>
        <source>Get a value</source>
        <translation>Einen Wert abfragen</translation>
    </message>
    <message>
        <source>Reads the value of one semaphore (GETVAL).</source>
        <translation>Liest den Wert eines Semaphors (GETVAL).</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>der Wert</translation>
    </message>
    <message>
        <source>Which process operated on this semaphore last (GETPID); it does not own it.</source>
        <translation>Welcher Prozess diesen Semaphor zuletzt bedient hat (GETPID); er besitzt ihn nicht.</translation>
    </message>
    <message>
        <source>process id, 0 = none</source>
        <translation>Prozess-ID, 0 = keiner</translation>
    </message>
    <message>
        <source>Waiting for an increase</source>
        <translation>Warten auf Erhöhung</translation>
    </message>
    <message>
        <source>How many processes wait until this semaphore rises (GETNCNT).</source>
        <translation>Wie viele Prozesse warten, bis dieser Semaphor steigt (GETNCNT).</translation>
    </message>
    <message>
        <source>processes waiting</source>
        <translation>wartende Prozesse</translation>
    </message>
    <message>
        <source>Waiting for zero</source>
        <translation>Warten auf null</translation>
    </message>
    <message>
        <source>How many processes wait until this semaphore is 0 (GETZCNT).</source>
        <translation>Wie viele Prozesse warten, bis dieser Semaphor 0 ist (GETZCNT).</translation>
    </message>
    <message>
        <source>System V semaphores</source>
        <translation>System-V-Semaphore</translation>
    </message>
    <message>
        <source>Sets of counters in the kernel that processes raise, lower and wait for, several at one moment.</source>
        <translation>Sätze von Zählern im Kernel, die Prozesse erhöhen, senken und auf die sie warten, mehrere in einem Moment.</translation>
    </message>
    <message>
        <source>Semaphores in a set</source>
        <translation>Semaphore in einem Satz</translation>
    </message>
    <message>
        <source>Semaphores in the system</source>
        <translation>Semaphore im System</translation>
    </message>
    <message>
        <source>Operations in one call</source>
        <translation>Operationen in einem Aufruf</translation>
    </message>
    <message>
        <source>Sets in the system</source>
        <translation>Sätze im System</translation>
    </message>
    <message>
        <source>semaphore {n}</source>
        <translation>Semaphor {n}</translation>
    </message>
    <message>
        <source>The permission bits decide who may read values and alter them; CAP_IPC_OWNER passes them. Only owner, creator and CAP_SYS_ADMIN may change or remove a set.</source>
        <translation>Die Rechtebits bestimmen, wer Werte lesen und ändern darf; CAP_IPC_OWNER umgeht sie. Ändern oder entfernen dürfen einen Satz nur Eigentümer, Ersteller und CAP_SYS_ADMIN.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Byte streams</source>
        <translation>Byteströme</translation>
    </message>
    <message>
        <source>Message queues</source>
        <translation>Nachrichtenwarteschlangen</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>Gemeinsamer Speicher</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>Sockets</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Buses</source>
        <translation>Busse</translation>
    </message>
</context>
</TS>
