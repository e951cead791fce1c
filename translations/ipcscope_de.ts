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
    <name>QToolBar</name>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Working together</source>
        <translation>Zusammenarbeit</translation>
    </message>
    <message>
        <source>Classic mistakes</source>
        <translation>Klassische Fehler</translation>
    </message>
    <message>
        <source>Hello through a pipe</source>
        <translation>Hallo durch eine Pipe</translation>
    </message>
    <message>
        <source>Two processes, a message each way, and how each of them ends. A pipe carries bytes in one direction, from its write end to its read end; fork copies both ends, and that is how a parent and its child come to share one.</source>
        <translation>Zwei Prozesse, eine Nachricht in jede Richtung, und wie jeder der beiden endet. Eine Pipe befördert Bytes in einer Richtung, von ihrem Schreibende zu ihrem Leseende; fork kopiert beide Enden, und so kommen Eltern- und Kindprozess zu einer gemeinsamen Pipe.</translation>
    </message>
    <message>
        <source>Every line is a real system call of a real process. What stands behind &apos;#&apos; after an operation is the outcome that is expected; when the program is run with verification, it has to be that one.</source>
        <translation>Jede Zeile ist ein echter Systemaufruf eines echten Prozesses. Was nach einer Operation hinter „#“ steht, ist der erwartete Ausgang; wird das Programm mit Prüfung ausgeführt, dann muss es genau dieser sein.</translation>
    </message>
    <message>
        <source>the parent asleep in its first read until the child writes, the arrows that carry five and ten bytes, the two level lanes that rise and fall with what is in the pipes, and the SIGTERM that ends the child.</source>
        <translation>der Elternprozess, der in seinem ersten read schläft, bis das Kind schreibt; die Pfeile, die fünf und zehn Bytes befördern; die zwei Füllstände, die mit dem Inhalt der Pipes steigen und fallen; und das SIGTERM, mit dem das Kind endet.</translation>
    </message>
    <message>
        <source>Two strangers meet at a FIFO</source>
        <translation>Zwei Fremde treffen sich an einer FIFO</translation>
    </message>
    <message>
        <source>A FIFO is a pipe with a name in the file system. Two programs that have never heard of each other, and are not parent and child, can meet there: all they need to agree on is a path.</source>
        <translation>Eine FIFO ist eine Pipe mit einem Namen im Dateisystem. Zwei Programme, die nie voneinander gehört haben und nicht Eltern und Kind sind, können sich dort treffen: Sie müssen sich nur auf einen Pfad einigen.</translation>
    </message>
    <message>
        <source>Opening is the meeting. An open for reading sleeps until somebody opens for writing, and the other way round, so that neither talks into the void. The name stays when both are gone; only unlink removes it. The bytes never touch the disk.</source>
        <translation>Das Öffnen ist das Treffen. Ein open zum Lesen schläft, bis jemand zum Schreiben öffnet, und umgekehrt, damit keiner ins Leere redet. Der Name bleibt, wenn beide fort sind; erst unlink entfernt ihn. Die Bytes kommen nie auf den Datenträger.</translation>
    </message>
    <message>
        <source>A shell command as a partner</source>
        <translation>Ein Shell-Befehl als Partner</translation>
    </message>
    <message>
        <source>popen starts a shell command with a pipe to its standard input, or from its standard output. It is the shortest way to use another program: no fork, no exec, no dup2 by hand.</source>
        <translation>popen startet einen Shell-Befehl mit einer Pipe zu seiner Standardeingabe oder von seiner Standardausgabe. Das ist der kürzeste Weg, ein anderes Programm zu benutzen: kein fork, kein exec, kein dup2 von Hand.</translation>
    </message>
    <message>
        <source>The other end of the pipe belongs to a program that knows nothing of us. It sees end of file when we close, and closing waits for it to end: that is how its exit status comes back.</source>
        <translation>Das andere Ende der Pipe gehört einem Programm, das nichts von uns weiß. Es sieht das Dateiende, wenn wir schließen, und das Schließen wartet, bis es endet: So kommt sein Exit-Status zurück.</translation>
    </message>
    <message>
        <source>A System V queue with two kinds of letters</source>
        <translation>Eine System-V-Warteschlange mit zweierlei Briefen</translation>
    </message>
    <message>
        <source>A message queue keeps messages apart: what was sent as one piece is received as one piece. In a System V queue each message also carries a type, a number above zero, and a receiver can ask for the next message of one type and leave all the others where they are.</source>
        <translation>Eine Nachrichtenwarteschlange hält Nachrichten auseinander: Was als ein Stück gesendet wurde, wird als ein Stück empfangen. In einer System-V-Warteschlange hat jede Nachricht außerdem einen Typ, eine Zahl über null, und ein Empfänger kann die nächste Nachricht eines Typs verlangen und alle anderen liegen lassen.</translation>
    </message>
    <message>
        <source>The queue lives in the kernel, not in a process. Sender and receiver need not run at the same time, and the queue stays when both are gone, until somebody removes it. That is its strength, and why ipcs so often shows forgotten ones.</source>
        <translation>Die Warteschlange lebt im Kernel, nicht in einem Prozess. Sender und Empfänger müssen nicht gleichzeitig laufen, und die Warteschlange bleibt, wenn beide fort sind, bis jemand sie entfernt. Das ist ihre Stärke, und der Grund, warum ipcs so oft vergessene zeigt.</translation>
    </message>
    <message>
        <source>the arrows cross: the receiver takes the urgent letter first, although it was sent second. The level lane counts the messages that wait.</source>
        <translation>Die Pfeile kreuzen sich: Der Empfänger nimmt den dringenden Brief zuerst, obwohl er als zweiter gesendet wurde. Der Füllstand zählt die wartenden Nachrichten.</translation>
    </message>
    <message>
        <source>A POSIX queue: the important first</source>
        <translation>Eine POSIX-Warteschlange: Wichtiges zuerst</translation>
    </message>
    <message>
        <source>A POSIX message queue has a name like a file, a descriptor like a file, and a priority for each message. Whoever receives gets the oldest of the most important messages; there is no choosing.</source>
        <translation>Eine POSIX-Nachrichtenwarteschlange hat einen Namen wie eine Datei, einen Deskriptor wie eine Datei und für jede Nachricht eine Priorität. Wer empfängt, bekommt die älteste der wichtigsten Nachrichten; aussuchen kann man nicht.</translation>
    </message>
    <message>
        <source>How many messages fit, and how long each may be, is fixed when the queue is made. Who finds it full waits, unless the queue was opened with O_NONBLOCK or the call has a time limit.</source>
        <translation>Wie viele Nachrichten hineinpassen und wie lang jede sein darf, steht fest, sobald die Warteschlange angelegt ist. Wer sie voll antrifft, wartet, es sei denn, sie wurde mit O_NONBLOCK geöffnet oder der Aufruf hat eine Zeitgrenze.</translation>
    </message>
    <message>
        <source>three sends in one order, three receives in another: the arrows show what a priority does. The level falls one by one.</source>
        <translation>drei Sendungen in der einen Reihenfolge, drei Empfänge in einer anderen: Die Pfeile zeigen, was eine Priorität bewirkt. Der Füllstand fällt Stufe um Stufe.</translation>
    </message>
    <message>
        <source>System V shared memory: nothing is sent</source>
        <translation>Gemeinsamer Speicher nach System V: nichts wird gesendet</translation>
    </message>
    <message>
        <source>Shared memory is the fastest way between two processes because nothing travels at all: both have the same memory in their address space. What one writes, the other one can read at once.</source>
        <translation>Gemeinsamer Speicher ist der schnellste Weg zwischen zwei Prozessen, weil gar nichts unterwegs ist: Beide haben denselben Speicher in ihrem Adressraum. Was der eine schreibt, kann der andere sofort lesen.</translation>
    </message>
    <message>
        <source>That is also its danger. Nobody is told that something has changed, and nobody waits until it is complete. Real programs put a semaphore, a mutex or an atomic counter beside the data; other examples here show how.</source>
        <translation>Das ist auch seine Gefahr. Niemand erfährt, dass sich etwas geändert hat, und niemand wartet, bis es vollständig ist. Richtige Programme legen einen Semaphor, einen Mutex oder einen atomaren Zähler neben die Daten; andere Beispiele hier zeigen, wie.</translation>
    </message>
    <message>
        <source>the arrow from the write to the read: it joins the range that was written to the range that was read. The lane of the segment counts who is attached.</source>
        <translation>der Pfeil vom Schreiben zum Lesen: Er verbindet den geschriebenen Bereich mit dem gelesenen. Die Spur des Segments zählt, wer es eingeblendet hat.</translation>
    </message>
    <message>
        <source>Memory without a name, passed by hand</source>
        <translation>Speicher ohne Namen, von Hand zu Hand gegeben</translation>
    </message>
    <message>
        <source>memfd_create makes a file that lives in memory and has no name anywhere. A process maps it, and gives it to others by inheritance or through a Unix socket. When the last descriptor and the last mapping are gone, so is the memory: nothing can be forgotten.</source>
        <translation>memfd_create legt eine Datei an, die im Speicher lebt und nirgends einen Namen hat. Ein Prozess blendet sie ein und gibt sie anderen, durch Vererbung oder über einen Unix-Socket. Ist der letzte Deskriptor und die letzte Einblendung fort, dann auch der Speicher: Vergessen werden kann nichts.</translation>
    </message>
    <message>
        <source>Here the memory is made after the fork, so the child cannot have inherited it. The descriptor travels in a message instead, and arrives as a descriptor of the child&apos;s own, for the same memory.</source>
        <translation>Hier entsteht der Speicher erst nach dem fork, das Kind kann ihn also nicht geerbt haben. Stattdessen reist der Deskriptor in einer Nachricht und kommt als eigener Deskriptor des Kindes an, für denselben Speicher.</translation>
    </message>
    <message>
        <source>the message over the socket that carries the descriptor, and after it the arrow from the parent&apos;s write into the memory to the child&apos;s read.</source>
        <translation>die Nachricht über den Socket, die den Deskriptor befördert, und danach der Pfeil vom Schreiben des Elternprozesses in den Speicher zum Lesen des Kindes.</translation>
    </message>
    <message>
        <source>A number that wakes a process</source>
        <translation>Eine Zahl, die einen Prozess weckt</translation>
    </message>
    <message>
        <source>An eventfd is the smallest thing two processes can wait with: a 64-bit number in the kernel. Writing adds to it, reading takes it all and sets it back to zero, and reading zero sleeps.</source>
        <translation>Ein eventfd ist das Kleinste, womit zwei Prozesse aufeinander warten können: eine 64-Bit-Zahl im Kernel. Schreiben zählt dazu, Lesen nimmt alles und setzt sie auf null zurück, und wer null liest, schläft.</translation>
    </message>
    <message>
        <source>It is a descriptor, so poll and epoll can wait for it together with sockets and pipes. Most event loops have one inside: it is how another thread says that there is something to do.</source>
        <translation>Er ist ein Deskriptor, also können poll und epoll auf ihn zusammen mit Sockets und Pipes warten. In den meisten Ereignisschleifen steckt einer: So sagt ein anderer Thread, dass es etwas zu tun gibt.</translation>
    </message>
    <message>
        <source>the level lane of the counter: three steps up, one step down, and the wake-up arrow to the child that was asleep.</source>
        <translation>der Füllstand des Zählers: drei Stufen hinauf, eine hinunter, und der Weckpfeil zum Kind, das geschlafen hat.</translation>
    </message>
    <message>
        <source>A signal and its handler</source>
        <translation>Ein Signal und sein Handler</translation>
    </message>
    <message>
        <source>A signal interrupts a process wherever it is. What then happens is the receiver&apos;s choice, made beforehand: the default, which for most signals is to die; to ignore it; or to run a handler, a function of its own, between two instructions.</source>
        <translation>Ein Signal unterbricht einen Prozess, wo auch immer er gerade ist. Was dann geschieht, hat der Empfänger vorher gewählt: das Übliche, und das ist bei den meisten Signalen der Tod; nichts, wenn er es ignoriert; oder ein Handler läuft, eine eigene Funktion, zwischen zwei Befehlen.</translation>
    </message>
    <message>
        <source>A call that sleeps in the kernel is woken for the handler and comes back with EINTR, unless the handler was installed with SA_RESTART. Every robust program has to have an answer to that.</source>
        <translation>Ein Aufruf, der im Kernel schläft, wird für den Handler geweckt und kehrt mit EINTR zurück, wenn der Handler nicht mit SA_RESTART eingerichtet wurde. Jedes robuste Programm braucht darauf eine Antwort.</translation>
    </message>
    <message>
        <source>the row of signals of the receiver: sent, then delivered, with an arrow between. The sleeping pause ends with EINTR.</source>
        <translation>die Signalzeile des Empfängers: gesendet, dann zugestellt, mit einem Pfeil dazwischen. Das schlafende pause endet mit EINTR.</translation>
    </message>
    <message>
        <source>Client and server over TCP</source>
        <translation>Client und Server über TCP</translation>
    </message>
    <message>
        <source>A server binds a socket to a port, listens, and accepts; each client that connects gets a socket of its own on the server&apos;s side. From then on both ends are alike: each may send and receive, at the same time.</source>
        <translation>Ein Server bindet einen Socket an einen Port, horcht und nimmt an; für jeden Client, der sich verbindet, entsteht auf der Seite des Servers ein eigener Socket. Von da an sind beide Enden gleich: Jedes darf senden und empfangen, auch gleichzeitig.</translation>
    </message>
    <message>
        <source>TCP carries a stream of bytes, not messages. Two sends may arrive in one receive, or one send in two. A program that wants messages must say itself where one ends: by a length in front, or a line break at the end.</source>
        <translation>TCP befördert einen Strom von Bytes, keine Nachrichten. Zwei Sendungen können in einem Empfang ankommen, oder eine in zweien. Ein Programm, das Nachrichten braucht, muss selbst sagen, wo eine endet: durch eine Länge am Anfang oder einen Zeilenumbruch am Ende.</translation>
    </message>
    <message>
        <source>the server asleep in accept until the client connects, and two sends that arrive as one receive: two arrows end in the same bar.</source>
        <translation>der Server, der in accept schläft, bis der Client sich verbindet, und zwei Sendungen, die als ein Empfang ankommen: Zwei Pfeile enden im selben Balken.</translation>
    </message>
    <message>
        <source>Datagrams over UDP</source>
        <translation>Datagramme über UDP</translation>
    </message>
    <message>
        <source>UDP sends single datagrams: no connection, no order, no promise. A socket that is bound to a port receives from whoever sends there, and learns with each datagram where it came from. That address is all it needs to answer.</source>
        <translation>UDP sendet einzelne Datagramme: keine Verbindung, keine Reihenfolge, kein Versprechen. Ein an einen Port gebundener Socket empfängt von jedem, der dorthin sendet, und erfährt mit jedem Datagramm, woher es kam. Mehr als diese Adresse braucht er zum Antworten nicht.</translation>
    </message>
    <message>
        <source>On one machine datagrams arrive in order and are lost only when the receiver&apos;s buffer is full; over a network, anything can happen. What is sent as one datagram is received as one, or not at all.</source>
        <translation>Innerhalb eines Rechners kommen Datagramme in der richtigen Reihenfolge an und gehen nur verloren, wenn der Puffer des Empfängers voll ist; über ein Netz kann alles geschehen. Was als ein Datagramm gesendet wird, kommt als eines an, oder gar nicht.</translation>
    </message>
    <message>
        <source>two clients, one server socket: each answer goes back to the address that the question came from.</source>
        <translation>zwei Clients, ein Socket des Servers: Jede Antwort geht an die Adresse zurück, von der die Frage kam.</translation>
    </message>
    <message>
        <source>Client and server over a Unix socket</source>
        <translation>Client und Server über einen Unix-Socket</translation>
    </message>
    <message>
        <source>A Unix socket is used like a TCP socket, but its address is a path, and it never leaves the machine. It is faster, the permissions of the path decide who may connect, and it can carry what no network can: descriptors, and the sender&apos;s proven process id.</source>
        <translation>Ein Unix-Socket wird wie ein TCP-Socket benutzt, aber seine Adresse ist ein Pfad, und er verlässt den Rechner nie. Er ist schneller, die Zugriffsrechte des Pfades bestimmen, wer sich verbinden darf, und er kann befördern, was kein Netz kann: Deskriptoren und die beglaubigte Prozess-ID des Senders.</translation>
    </message>
    <message>
        <source>Most daemons of a Linux system talk this way: the display server, the sound server, the system bus, Docker. ss -x shows hundreds of them on an ordinary desktop.</source>
        <translation>So reden die meisten Dienste eines Linux-Systems: der Display-Server, der Sound-Server, der Systembus, Docker. ss -x zeigt auf einem gewöhnlichen Desktop Hunderte davon.</translation>
    </message>
    <message>
        <source>the connection made by path, a question and an answer as arrows in both directions, and the server that learns from the kernel, not from the client, who is at the other end.</source>
        <translation>die Verbindung über den Pfad, Frage und Antwort als Pfeile in beide Richtungen, und der Server, der vom Kernel und nicht vom Client erfährt, wer am anderen Ende ist.</translation>
    </message>
    <message>
        <source>Talking through a file</source>
        <translation>Durch eine Datei reden</translation>
    </message>
    <message>
        <source>The oldest way of all: one program writes a file, another one reads it. Nothing wakes the reader, so it has to know when to look. inotify tells it: the kernel reports what happens to a file or in a directory as events that are read from a descriptor.</source>
        <translation>Der älteste Weg von allen: Ein Programm schreibt eine Datei, ein anderes liest sie. Nichts weckt den Leser, er muss also wissen, wann er nachsehen soll. Das sagt ihm inotify: Der Kernel meldet, was mit einer Datei oder in einem Verzeichnis geschieht, als Ereignisse, die man von einem Deskriptor liest.</translation>
    </message>
    <message>
        <source>Notice the rename at the end. A reader that opens the name sees either the old file or the new one, never half of it, since rename replaces a name at one stroke. Careful programs write their files this way.</source>
        <translation>Man beachte das Umbenennen am Schluss. Wer den Namen öffnet, sieht entweder die alte oder die neue Datei, nie eine halbe, denn rename ersetzt einen Namen mit einem Schlag. Sorgfältige Programme schreiben ihre Dateien so.</translation>
    </message>
    <message>
        <source>the watcher asleep until something happens to the directory, and the arrow from the write to the read of the same bytes.</source>
        <translation>der Beobachter, der schläft, bis im Verzeichnis etwas geschieht, und der Pfeil vom Schreiben zum Lesen derselben Bytes.</translation>
    </message>
    <message>
        <source>A method call on a bus of our own</source>
        <translation>Ein Methodenaufruf auf einem eigenen Bus</translation>
    </message>
    <message>
        <source>On D-Bus programs do not connect to each other but to a bus, and talk by name: one owns org.example.Clock and exports an object, another one calls a method of it. The bus finds the owner, starts it if need be, and carries the reply back.</source>
        <translation>Bei D-Bus verbinden sich Programme nicht miteinander, sondern mit einem Bus, und reden sich mit Namen an: Einem gehört org.example.Clock, und es exportiert ein Objekt; ein anderes ruft eine Methode davon auf. Der Bus findet den Eigentümer, startet ihn nötigenfalls und bringt die Antwort zurück.</translation>
    </message>
    <message>
        <source>This example starts a bus of its own, so nothing of your session is touched. The same lines work on the session bus; only the connection is another one.</source>
        <translation>Dieses Beispiel startet einen eigenen Bus, von Ihrer Sitzung wird also nichts berührt. Auf dem Sitzungsbus gehen dieselben Zeilen; nur die Verbindung ist eine andere.</translation>
    </message>
    <message>
        <source>the call, the serving of it, and the reply: two arrows, joined by the serial number that every D-Bus message carries.</source>
        <translation>der Aufruf, seine Bedienung und die Antwort: zwei Pfeile, verbunden durch die Seriennummer, die jede D-Bus-Nachricht trägt.</translation>
    </message>
    <message>
        <source>Whole messages with ZeroMQ</source>
        <translation>Ganze Nachrichten mit ZeroMQ</translation>
    </message>
    <message>
        <source>ZeroMQ sits on top of sockets and carries messages, not bytes. A message may have several frames and arrives whole or not at all; connections are made, and made again, in the background; it does not matter who starts first.</source>
        <translation>ZeroMQ sitzt auf Sockets auf und befördert Nachrichten, nicht Bytes. Eine Nachricht kann mehrere Frames haben und kommt ganz an oder gar nicht; Verbindungen entstehen im Hintergrund, bei Bedarf immer wieder; es ist egal, wer zuerst startet.</translation>
    </message>
    <message>
        <source>The socket&apos;s type says who talks when. REQ asks and REP answers, strictly in turn; other types publish, share out work, or route. The same program works within one machine over ipc:// and between hosts over tcp://.</source>
        <translation>Der Typ des Sockets sagt, wer wann redet. REQ fragt und REP antwortet, streng abwechselnd; andere Typen veröffentlichen, verteilen Arbeit oder leiten weiter. Dasselbe Programm läuft innerhalb eines Rechners über ipc:// und zwischen Rechnern über tcp://.</translation>
    </message>
    <message>
        <source>the client sends before any server exists: the message waits in the client&apos;s queue until there is a peer.</source>
        <translation>Der Client sendet, bevor es einen Server gibt: Die Nachricht wartet in der Warteschlange des Clients, bis eine Gegenstelle da ist.</translation>
    </message>
    <message>
        <source>Producer and consumer with a bounded buffer</source>
        <translation>Erzeuger und Verbraucher mit begrenztem Puffer</translation>
    </message>
    <message>
        <source>The buffer is shared memory with two places. Two semaphores count: one the free places, one the filled ones. The producer waits for a free place before it writes and posts a filled one; the consumer does the reverse.</source>
        <translation>Der Puffer ist gemeinsamer Speicher mit zwei Plätzen. Zwei Semaphore zählen: einer die freien Plätze, einer die gefüllten. Der Erzeuger wartet vor dem Schreiben auf einen freien Platz und meldet danach einen gefüllten; der Verbraucher macht es umgekehrt.</translation>
    </message>
    <message>
        <source>So neither ever asks the other one anything. The faster of the two is put to sleep by the kernel exactly as long as it has to be, and a buffer of two places lets them run apart by two steps.</source>
        <translation>So fragt keiner den anderen je etwas. Den Schnelleren von beiden legt der Kernel genau so lange schlafen wie nötig, und ein Puffer mit zwei Plätzen lässt sie um zwei Schritte auseinanderlaufen.</translation>
    </message>
    <message>
        <source>With several producers a mutex would have to guard the position in the buffer as well: semaphores count places, they do not say which one.</source>
        <translation>Mit mehreren Erzeugern müsste noch ein Mutex die Position im Puffer schützen: Semaphore zählen Plätze, sie sagen nicht, welcher es ist.</translation>
    </message>
    <message>
        <source>the two level lanes move against each other: free + filled is never more than two. The producer sleeps in its third wait until the consumer has given a place back.</source>
        <translation>Die zwei Füllstände bewegen sich gegeneinander: frei + gefüllt ist nie mehr als zwei. Der Erzeuger schläft in seinem dritten wait, bis der Verbraucher einen Platz zurückgegeben hat.</translation>
    </message>
    <message>
        <source>A race on a shared counter</source>
        <translation>Ein Wettlauf um einen gemeinsamen Zähler</translation>
    </message>
    <message>
        <source>Two processes add one to the same counter. Adding is three steps: load, add, store. If both load before either stores, both store the same number, and one of the two additions never happened.</source>
        <translation>Zwei Prozesse zählen zum selben Zähler eins dazu. Das sind drei Schritte: laden, addieren, speichern. Laden beide, bevor einer speichert, dann speichern beide dieselbe Zahl, und eine der beiden Additionen hat es nie gegeben.</translation>
    </message>
    <message>
        <source>In a real program this goes well a million times and then once it does not, on another machine, under load. Here the order is fixed so that it always goes wrong: this is what a race looks like from near by.</source>
        <translation>In einem richtigen Programm geht das eine Million Mal gut und dann einmal nicht, auf einem anderen Rechner, unter Last. Hier ist die Reihenfolge so festgelegt, dass es immer schiefgeht: So sieht ein Wettlauf aus der Nähe aus.</translation>
    </message>
    <message>
        <source>The shared counter, with a mutex</source>
        <translation>Der gemeinsame Zähler, mit Mutex</translation>
    </message>
    <message>
        <source>The same two additions as in the race, but whoever wants to touch the counter takes the mutex first. The second one sleeps until the first has stored its result, and so loads the right number.</source>
        <translation>Dieselben zwei Additionen wie beim Wettlauf, aber wer an den Zähler will, nimmt zuerst den Mutex. Der zweite schläft, bis der erste sein Ergebnis gespeichert hat, und lädt so die richtige Zahl.</translation>
    </message>
    <message>
        <source>The mutex lies in shared memory beside the counter and is marked as shared between processes; without that mark it would be undefined what happens. It costs nothing while nobody waits: no system call is made.</source>
        <translation>Der Mutex liegt im gemeinsamen Speicher neben dem Zähler und ist als zwischen Prozessen geteilt gekennzeichnet; ohne diese Kennzeichnung wäre nicht festgelegt, was geschieht. Solange niemand wartet, kostet er nichts: Es gibt keinen Systemaufruf.</translation>
    </message>
    <message>
        <source>The shared counter, with atomic additions</source>
        <translation>Der gemeinsame Zähler, mit atomarer Addition</translation>
    </message>
    <message>
        <source>For a single number no lock is needed. The processor can load, add and store as one step that nobody gets in between: an atomic addition. It gives back what was there before.</source>
        <translation>Für eine einzelne Zahl braucht man keine Sperre. Der Prozessor kann laden, addieren und speichern als einen Schritt, in den niemand dazwischenkommt: eine atomare Addition. Sie liefert, was vorher dastand.</translation>
    </message>
    <message>
        <source>For more than an addition there is compare and exchange: store the new value only if the old one is still there. Who comes second is told so, looks again, and tries again. All lock-free structures are built of it.</source>
        <translation>Für mehr als eine Addition gibt es „vergleichen und tauschen“: den neuen Wert nur speichern, wenn der alte noch dasteht. Wer zweiter ist, erfährt es, sieht noch einmal nach und versucht es wieder. Alle sperrfreien Datenstrukturen sind daraus gebaut.</translation>
    </message>
    <message>
        <source>Dining philosophers who starve</source>
        <translation>Philosophen, die verhungern</translation>
    </message>
    <message>
        <source>Three philosophers sit around a table, with one fork between each two. Each needs both forks beside them to eat, and each takes the left one first. If all of them do so at the same moment, every fork is taken, and everybody waits for the right one for ever.</source>
        <translation>Drei Philosophen sitzen um einen Tisch, zwischen je zweien liegt eine Gabel. Zum Essen braucht jeder beide Gabeln neben sich, und jeder nimmt zuerst die linke. Tun das alle im selben Augenblick, dann ist jede Gabel vergeben, und jeder wartet für immer auf die rechte.</translation>
    </message>
    <message>
        <source>Four things have to come together for a deadlock: only one can have a fork, each keeps what it has while it waits, nobody takes a fork away, and the waiting goes round in a circle. Take away any of the four, and it cannot happen. The next example takes away the last one.</source>
        <translation>Vier Dinge müssen für eine Verklemmung (Deadlock) zusammenkommen: Eine Gabel kann nur einer haben, jeder behält beim Warten, was er hat, niemand nimmt eine Gabel weg, und das Warten geht im Kreis. Nimmt man eines der vier weg, kann sie nicht entstehen. Das nächste Beispiel nimmt das letzte weg.</translation>
    </message>
    <message>
        <source>Dining philosophers who eat</source>
        <translation>Philosophen, die essen</translation>
    </message>
    <message>
        <source>The same table and the same forks. But now everybody takes the fork with the smaller number first, and so the last one reaches for fork 1, not for fork 3. The circle of waiting cannot close: somebody always finds both forks.</source>
        <translation>Derselbe Tisch und dieselben Gabeln. Aber nun nimmt jeder zuerst die Gabel mit der kleineren Nummer, und so greift der letzte nach Gabel 1 und nicht nach Gabel 3. Der Kreis des Wartens kann sich nicht schließen: Irgendeiner findet immer beide Gabeln.</translation>
    </message>
    <message>
        <source>One order for all locks is the cheapest cure for deadlocks, and the one that large programs live by. It has to hold everywhere: one function that takes two locks the other way round is enough to bring the deadlock back.</source>
        <translation>Eine Reihenfolge für alle Sperren ist das billigste Mittel gegen Verklemmungen, und das, mit dem große Programme leben. Sie muss überall gelten: Eine Funktion, die zwei Sperren andersherum nimmt, genügt, und die Verklemmung ist wieder da.</translation>
    </message>
    <message>
        <source>one philosopher waits for the first fork without holding any, and the two others eat one after the other. Every bar of waiting has an end.</source>
        <translation>Ein Philosoph wartet auf die erste Gabel, ohne eine zu haben, und die beiden anderen essen nacheinander. Jeder Balken des Wartens hat ein Ende.</translation>
    </message>
    <message>
        <source>Many readers, or one writer</source>
        <translation>Viele Leser, oder ein Schreiber</translation>
    </message>
    <message>
        <source>Reading together harms nobody; writing while somebody reads does. A read-write lock lets in any number of readers, or one writer alone. It pays when reading is frequent and long, and writing rare.</source>
        <translation>Gemeinsam lesen schadet niemandem; schreiben, während jemand liest, schon. Eine Lese-Schreib-Sperre lässt beliebig viele Leser ein, oder einen Schreiber allein. Sie lohnt sich, wenn oft und lange gelesen und selten geschrieben wird.</translation>
    </message>
    <message>
        <source>Who goes first when both wait? By default glibc lets new readers pass a waiting writer, so with enough readers the writer never gets in. This lock prefers the writer: readers that come later wait behind it.</source>
        <translation>Wer kommt zuerst dran, wenn beide warten? Von sich aus lässt glibc neue Leser an einem wartenden Schreiber vorbei; sind es genug Leser, kommt der Schreiber nie dran. Diese Sperre bevorzugt den Schreiber: Leser, die später kommen, warten hinter ihm.</translation>
    </message>
    <message>
        <source>two readers inside at the same time, the writer asleep until the last one leaves, and a third reader that has to wait although only readers are inside.</source>
        <translation>zwei Leser gleichzeitig, der Schreiber, der schläft, bis der letzte von ihnen geht, und ein dritter Leser, der warten muss, obwohl nur Leser drin sind.</translation>
    </message>
    <message>
        <source>Nobody goes on before all are there</source>
        <translation>Keiner geht weiter, bevor alle da sind</translation>
    </message>
    <message>
        <source>Work in rounds: everybody does a part, and the next round needs all the parts. A barrier is the place where the fast ones wait for the slow ones. The last to arrive opens it for everybody.</source>
        <translation>Arbeit in Runden: Jeder tut einen Teil, und die nächste Runde braucht alle Teile. Eine Barriere ist der Ort, an dem die Schnellen auf die Langsamen warten. Der letzte, der eintrifft, öffnet sie für alle.</translation>
    </message>
    <message>
        <source>One of them, and only one, is told so by the return value. That one does what has to be done once between two rounds. The barrier is ready again at once: the same line, called again, is the next meeting.</source>
        <translation>Einem von ihnen, und nur einem, sagt es der Rückgabewert. Der tut, was zwischen zwei Runden einmal zu tun ist. Die Barriere ist sofort wieder bereit: Dieselbe Zeile, noch einmal aufgerufen, ist das nächste Treffen.</translation>
    </message>
    <message>
        <source>two bars that begin at different times and end at the same moment, when the third one arrives.</source>
        <translation>zwei Balken, die zu verschiedenen Zeiten beginnen und im selben Augenblick enden: wenn der dritte eintrifft.</translation>
    </message>
    <message>
        <source>One server, several clients</source>
        <translation>Ein Server, mehrere Clients</translation>
    </message>
    <message>
        <source>A server that answers questions of several clients. Each accept gives it one more socket, one for each client; the listening socket stays what it was. This server has one thread, so it takes the clients one after the other.</source>
        <translation>Ein Server, der Fragen mehrerer Clients beantwortet. Jedes accept gibt ihm einen weiteren Socket, für jeden Client einen; der horchende Socket bleibt, was er war. Dieser Server hat einen Thread und nimmt die Clients also nacheinander dran.</translation>
    </message>
    <message>
        <source>While it talks to the first, the second is connected already: the kernel completes connections by itself and keeps them in the backlog until accept takes them. Its question waits in the socket&apos;s buffer, and is there when the server comes to it.</source>
        <translation>Während er mit dem ersten redet, ist der zweite schon verbunden: Der Kernel stellt Verbindungen selbst her und hält sie im backlog, bis accept sie nimmt. Die Frage wartet im Puffer des Sockets und ist da, wenn der Server dazu kommt.</translation>
    </message>
    <message>
        <source>A chat over one message queue</source>
        <translation>Ein Chat über eine einzige Warteschlange</translation>
    </message>
    <message>
        <source>Three people chat through one System V queue. The type of a message is the number of the one it is for: everybody asks only for messages of their own type, and finds them whatever else is in the queue.</source>
        <translation>Drei Leute chatten über eine System-V-Warteschlange. Der Typ einer Nachricht ist die Nummer dessen, für den sie bestimmt ist: Jeder verlangt nur Nachrichten seines eigenen Typs und findet sie, was auch immer sonst in der Warteschlange liegt.</translation>
    </message>
    <message>
        <source>One queue for many talks is simple, and has one weakness: it is full for everybody when it is full. Somebody who does not read their messages stops the others. Queues with an address for each receiver do not have this problem.</source>
        <translation>Eine Warteschlange für viele Gespräche ist einfach und hat eine Schwäche: Ist sie voll, dann für alle. Wer seine Nachrichten nicht liest, hält die anderen auf. Warteschlangen mit einer Adresse für jeden Empfänger kennen dieses Problem nicht.</translation>
    </message>
    <message>
        <source>messages that pass each other in one queue: the arrows cross, since each receiver takes what is for it. The level never shows more than what is still unread.</source>
        <translation>Nachrichten, die in einer Warteschlange aneinander vorbeiziehen: Die Pfeile kreuzen sich, weil jeder Empfänger nimmt, was für ihn ist. Der Füllstand zeigt nie mehr als das noch Ungelesene.</translation>
    </message>
    <message>
        <source>A lock that goes from hand to hand</source>
        <translation>Eine Sperre, die von Hand zu Hand geht</translation>
    </message>
    <message>
        <source>Several programs want to change the same file. flock gives one of them the lock; the others sleep until it is given up, and then the next one has it. It is advisory: whoever does not ask is not kept out.</source>
        <translation>Mehrere Programme wollen dieselbe Datei ändern. flock gibt einem davon die Sperre; die anderen schlafen, bis sie frei wird, dann hat sie der nächste. Sie ist eine bloße Absprache: Wer nicht fragt, wird nicht aufgehalten.</translation>
    </message>
    <message>
        <source>The lock belongs to the open file, not to the process. It goes when the descriptor is closed, and so also when the process dies, however it dies. That is why a lock on a file is safer than a file whose existence means “locked”.</source>
        <translation>Die Sperre gehört der offenen Datei, nicht dem Prozess. Sie geht, wenn der Deskriptor geschlossen wird, also auch, wenn der Prozess stirbt, wie auch immer. Darum ist eine Sperre auf einer Datei sicherer als eine Datei, deren Dasein „gesperrt“ bedeutet.</translation>
    </message>
    <message>
        <source>A descriptor travels to a stranger</source>
        <translation>Ein Deskriptor reist zu einem Fremden</translation>
    </message>
    <message>
        <source>A descriptor is a number that means something in one process only. But a Unix socket can carry the thing behind it: the kernel puts it into the receiver&apos;s table under a number of its own. It is as if the receiver had opened it itself, even if it would never have been allowed to.</source>
        <translation>Ein Deskriptor ist eine Zahl, die nur in einem Prozess etwas bedeutet. Aber ein Unix-Socket kann das befördern, was dahinter steht: Der Kernel trägt es unter einer eigenen Nummer in die Tabelle des Empfängers ein. Es ist, als hätte der Empfänger es selbst geöffnet, auch wenn er das nie gedurft hätte.</translation>
    </message>
    <message>
        <source>This is how a small privileged program hands out what others may use: a login shell its terminal, a container its network socket, a browser the files of a sandboxed tab.</source>
        <translation>So gibt ein kleines Programm mit Vorrechten heraus, was andere benutzen dürfen: eine Login-Shell ihr Terminal, ein Container seinen Netz-Socket, ein Browser die Dateien eines abgeschotteten Tabs.</translation>
    </message>
    <message>
        <source>the message that carries the pipe&apos;s write end, and after it an arrow through the pipe that begins in a process that never opened a pipe.</source>
        <translation>die Nachricht, die das Schreibende der Pipe befördert, und danach ein Pfeil durch die Pipe, der in einem Prozess beginnt, der nie eine Pipe geöffnet hat.</translation>
    </message>
    <message>
        <source>News for whoever wants it</source>
        <translation>Neuigkeiten für alle, die sie wollen</translation>
    </message>
    <message>
        <source>A publisher sends without knowing who listens; subscribers say which messages they want by the first bytes of them. Nobody waits for anybody: a subscriber that is too slow loses messages, the publisher is never held up.</source>
        <translation>Wer veröffentlicht, sendet, ohne zu wissen, wer zuhört; Abonnenten sagen, welche Nachrichten sie wollen: die mit bestimmten ersten Bytes. Niemand wartet auf jemanden: Ein zu langsamer Abonnent verliert Nachrichten, der Sender wird nie aufgehalten.</translation>
    </message>
    <message>
        <source>This publisher is an XPUB, which receives subscriptions as messages. So it knows that somebody listens before it says the first word; an ordinary PUB would send it to nobody, and nobody would ever know.</source>
        <translation>Der Sender hier ist ein XPUB, der Abonnements als Nachrichten empfängt. So weiß er, dass jemand zuhört, bevor er das erste Wort sagt; ein gewöhnlicher PUB würde es an niemanden senden, und niemand würde es je erfahren.</translation>
    </message>
    <message>
        <source>The forgotten end of a pipe</source>
        <translation>Das vergessene Ende einer Pipe</translation>
    </message>
    <message>
        <source>The reader waits for end of file, which comes when the last write end is closed. After fork there are two of each end. Here the writer closes its own and is done; but the reader still holds the copy of the write end that it inherited, and so it waits for itself.</source>
        <translation>Der Leser wartet auf das Dateiende, und das kommt, wenn das letzte Schreibende geschlossen ist. Nach fork gibt es jedes Ende zweimal. Hier schließt der Schreiber seines und ist fertig; aber der Leser hält noch die Kopie des Schreibendes, die er geerbt hat, und wartet so auf sich selbst.</translation>
    </message>
    <message>
        <source>Everybody who has written a pipeline has met this one: the program hangs at its very end, and every process looks innocent. The rule is short: after fork, close at once every end that you do not use.</source>
        <translation>Wer je eine Pipeline geschrieben hat, ist dem begegnet: Das Programm hängt ganz am Schluss, und jeder Prozess sieht unschuldig aus. Die Regel ist kurz: nach fork sofort jedes Ende schließen, das man nicht braucht.</translation>
    </message>
    <message>
        <source>Signals that get lost, and ones that do not</source>
        <translation>Signale, die verloren gehen, und solche, die es nicht tun</translation>
    </message>
    <message>
        <source>A standard signal is a flag: it is pending or it is not. Sent three times while it is blocked, it is delivered once. Who counts children by counting SIGCHLD counts wrong.</source>
        <translation>Ein Standardsignal ist ein Merkzeichen: Es steht an oder nicht. Dreimal gesendet, während es blockiert ist, wird es einmal zugestellt. Wer Kinder zählt, indem er SIGCHLD zählt, verzählt sich.</translation>
    </message>
    <message>
        <source>A real-time signal is a queue: each one is kept, with a number that the sender may add, and they are delivered in the order in which they were sent, the lowest signal first.</source>
        <translation>Ein Echtzeitsignal ist eine Warteschlange: Jedes wird aufgehoben, mit einer Zahl, die der Sender dazugeben kann, und sie werden in der Reihenfolge zugestellt, in der sie gesendet wurden, das niedrigste Signal zuerst.</translation>
    </message>
    <message>
        <source>A lock whose owner dies</source>
        <translation>Eine Sperre, deren Eigentümer stirbt</translation>
    </message>
    <message>
        <source>A process dies while it holds a mutex in shared memory. An ordinary mutex stays locked for ever: nobody is left who could unlock it, and everybody who wants it hangs.</source>
        <translation>Ein Prozess stirbt, während er einen Mutex in gemeinsamem Speicher hält. Ein gewöhnlicher Mutex bleibt für immer gesperrt: Niemand ist mehr da, der ihn entsperren könnte, und jeder, der ihn will, hängt.</translation>
    </message>
    <message>
        <source>A robust mutex is different. The kernel remembers who holds it, and the next one to lock it is told EOWNERDEAD: you have the lock, but what it protects may be half done. Repair it, say so with pthread_mutex_consistent, and all is well again. If you unlock without saying so, the mutex is spoilt for everybody.</source>
        <translation>Ein robuster Mutex ist anders. Der Kernel merkt sich, wer ihn hält, und wer ihn als nächster sperrt, erfährt EOWNERDEAD: Du hast die Sperre, aber was sie schützt, ist vielleicht nur halb fertig. Reparieren, das mit pthread_mutex_consistent sagen, und alles ist wieder gut. Wer entsperrt, ohne es zu sagen, verdirbt den Mutex für alle.</translation>
    </message>
    <message>
        <source>the end of the owner, and at the same moment the wake-up of the one who waits, with EOWNERDEAD.</source>
        <translation>das Ende des Eigentümers, und im selben Augenblick das Wecken dessen, der wartet, mit EOWNERDEAD.</translation>
    </message>
    <message>
        <source>A wake-up that nobody hears</source>
        <translation>Ein Wecken, das niemand hört</translation>
    </message>
    <message>
        <source>pthread_cond_signal wakes who waits at that moment. If nobody does, nothing happens, and nothing is remembered. Who begins to wait a moment later waits for a signal that has already been.</source>
        <translation>pthread_cond_signal weckt, wer in diesem Augenblick wartet. Wartet niemand, so geschieht nichts, und nichts wird gemerkt. Wer einen Augenblick später zu warten beginnt, wartet auf ein Signal, das schon vorbei ist.</translation>
    </message>
    <message>
        <source>Therefore the condition itself has to be a variable, changed and looked at under the mutex: while (!ready) wait. The condition variable only says that it is worth looking again. A semaphore, which counts its posts, forgives this mistake.</source>
        <translation>Darum muss die Bedingung selbst eine Variable sein, die unter dem Mutex geändert und angesehen wird: while (!ready) wait. Die Bedingungsvariable sagt nur, dass es sich lohnt, noch einmal nachzusehen. Ein Semaphor, der seine Freigaben zählt, verzeiht diesen Fehler.</translation>
    </message>
    <message>
        <source>a signal without an arrow, and then a wait that only its time limit ends. In the second half somebody is waiting, and the arrow is there.</source>
        <translation>ein Signal ohne Pfeil, und dann ein Warten, das nur die Zeitgrenze beendet. In der zweiten Hälfte wartet jemand, und der Pfeil ist da.</translation>
    </message>
    <message>
        <source>Writing to somebody who has gone</source>
        <translation>An jemanden schreiben, der fort ist</translation>
    </message>
    <message>
        <source>Writing into a pipe that nobody reads any more is not only an error. The kernel sends SIGPIPE, and its default is death: this is how `yes | head -1` ends. For a filter that is right. For a server it would be fatal: one client that hangs up, and the server is gone.</source>
        <translation>In eine Pipe zu schreiben, die niemand mehr liest, ist nicht nur ein Fehler. Der Kernel sendet SIGPIPE, und das bedeutet von sich aus den Tod: So endet `yes | head -1`. Für einen Filter ist das richtig. Für einen Server wäre es verhängnisvoll: Ein Client legt auf, und der Server ist weg.</translation>
    </message>
    <message>
        <source>So servers ignore the signal, or pass MSG_NOSIGNAL, and then see the error EPIPE like any other. Decide which of the two you are.</source>
        <translation>Also ignorieren Server das Signal oder geben MSG_NOSIGNAL mit und sehen dann den Fehler EPIPE wie jeden anderen. Man muss sich entscheiden, welches von beiden man ist.</translation>
    </message>
    <message>
        <source>the first writer&apos;s lane ends in the middle of its write, killed by SIGPIPE. The second one gets EPIPE and lives.</source>
        <translation>Die Spur des ersten Schreibers endet mitten in seinem write, getötet von SIGPIPE. Der zweite bekommt EPIPE und lebt.</translation>
    </message>
    <message>
        <source>The server that cannot start again</source>
        <translation>Der Server, der nicht wieder starten kann</translation>
    </message>
    <message>
        <source>A Unix socket&apos;s name is a file, and the file stays when the server is gone. The next start fails with EADDRINUSE although nobody listens there. Connecting tells the two cases apart: ECONNREFUSED means that the name is a leftover.</source>
        <translation>Der Name eines Unix-Sockets ist eine Datei, und die Datei bleibt, wenn der Server fort ist. Der nächste Start scheitert mit EADDRINUSE, obwohl dort niemand horcht. Ein Verbindungsversuch unterscheidet die zwei Fälle: ECONNREFUSED heißt, dass der Name ein Überrest ist.</translation>
    </message>
    <message>
        <source>The usual cure is to unlink the name before binding. It is only right if no server runs, or the new one steals the name of a living one; a lock file beside it makes sure. Abstract names, which are not files, go away by themselves.</source>
        <translation>Das übliche Mittel ist, den Namen vor dem Binden mit unlink zu entfernen. Das ist nur richtig, wenn kein Server läuft, sonst stiehlt der neue einem lebenden den Namen; eine Sperrdatei daneben schafft Gewissheit. Abstrakte Namen, die keine Dateien sind, verschwinden von selbst.</translation>
    </message>
    <message>
        <source>bind fails, connect is refused, unlink, bind succeeds: four short bars that tell the whole story.</source>
        <translation>bind scheitert, connect wird abgewiesen, unlink, bind gelingt: vier kurze Balken, die die ganze Geschichte erzählen.</translation>
    </message>
    <message>
        <source>Datagrams that nobody misses</source>
        <translation>Datagramme, die niemand vermisst</translation>
    </message>
    <message>
        <source>sendto succeeds when the datagram has left, not when it has arrived. If the receiver is too slow and its buffer is full, the kernel throws the datagram away. The sender is not told, and neither is the receiver, unless it asks.</source>
        <translation>sendto hat Erfolg, wenn das Datagramm weggegangen ist, nicht wenn es angekommen ist. Ist der Empfänger zu langsam und sein Puffer voll, wirft der Kernel das Datagramm weg. Der Sender erfährt es nicht, und der Empfänger auch nicht, wenn er nicht fragt.</translation>
    </message>
    <message>
        <source>Two things help: a buffer that is large enough for the burst, and counting. The kernel counts drops for each socket, and SO_RXQ_OVFL puts the count beside the next datagram that gets through. A protocol that cares numbers its datagrams.</source>
        <translation>Zwei Dinge helfen: ein Puffer, der für den Ansturm groß genug ist, und zählen. Der Kernel zählt die Verluste jedes Sockets, und SO_RXQ_OVFL legt die Zahl neben das nächste Datagramm, das durchkommt. Ein Protokoll, dem es darauf ankommt, nummeriert seine Datagramme.</translation>
    </message>
    <message>
        <source>A lock lost by closing something else</source>
        <translation>Eine Sperre, verloren durch das Schließen von etwas anderem</translation>
    </message>
    <message>
        <source>fcntl record locks belong to the process and the file, not to the descriptor. Closing any descriptor of the file drops them all, also one that a library opened and closed behind your back to have a look.</source>
        <translation>Satzsperren von fcntl gehören dem Prozess und der Datei, nicht dem Deskriptor. Schließt man irgendeinen Deskriptor der Datei, fallen sie alle weg, auch wenn nur eine Bibliothek hinter dem Rücken kurz geöffnet, nachgesehen und geschlossen hat.</translation>
    </message>
    <message>
        <source>Locks of the open file description (F_OFD_SETLK) do not have this trap: they go when the last copy of the descriptor that took them is closed. New programs should use those, or flock.</source>
        <translation>Sperren der offenen Datei (F_OFD_SETLK) haben diese Falle nicht: Sie gehen, wenn die letzte Kopie des Deskriptors geschlossen ist, der sie genommen hat. Neue Programme sollten diese oder flock benutzen.</translation>
    </message>
    <message>
        <source>the second attempt of the other process succeeds, although the first one never unlocked anything.</source>
        <translation>Der zweite Versuch des anderen Prozesses gelingt, obwohl der erste nie etwas entsperrt hat.</translation>
    </message>
    <message>
        <source>Removed, but still there</source>
        <translation>Entfernt, aber noch da</translation>
    </message>
    <message>
        <source>Removing a System V segment only marks it. It lives on while somebody is attached, without a name by which others could find it, and goes with the last one who detaches, or dies.</source>
        <translation>Ein System-V-Segment zu entfernen kennzeichnet es nur. Es lebt weiter, solange jemand es eingeblendet hat, ohne einen Namen, unter dem andere es finden könnten, und geht mit dem letzten, der es ausblendet oder stirbt.</translation>
    </message>
    <message>
        <source>Many programs use this on purpose: attach, fork, and remove at once. Whatever happens afterwards, nothing is left behind. A System V queue or a semaphore set is different: those go at once, under the feet of everybody who uses them.</source>
        <translation>Viele Programme nutzen das mit Absicht: einblenden, forken und sofort entfernen. Was danach auch geschieht, nichts bleibt zurück. Eine System-V-Warteschlange oder ein Semaphorsatz ist anders: Die gehen sofort, allen unter den Füßen weg, die sie gerade benutzen.</translation>
    </message>
    <message>
        <source>the removal in the middle, and reads and writes that go on after it. The lane of attached processes falls to zero at the end, and only then is the memory free.</source>
        <translation>das Entfernen in der Mitte, und Lesen und Schreiben, die danach weitergehen. Die Zahl derer, die es eingeblendet haben, fällt am Ende auf null, und erst dann ist der Speicher frei.</translation>
    </message>
    <message>
        <source>the reader asleep in open, not in read: it waits for a writer to come. The arrow of fifteen bytes goes from one process to the other although neither forked the other one.</source>
        <translation>der Leser, der in open schläft, nicht in read: Er wartet, dass ein Schreiber kommt. Der Pfeil mit fünfzehn Bytes geht von einem Prozess zum anderen, obwohl keiner den anderen geforkt hat.</translation>
    </message>
    <message>
        <source>two pipes, one for each command, and a read that brings bytes but has no arrow: the shell that wrote them is not driven by us, so it has no lane from which an arrow could come.</source>
        <translation>zwei Pipes, eine für jeden Befehl, und ein read, das Bytes bringt, aber keinen Pfeil hat: Die Shell, die sie schrieb, wird nicht von uns gesteuert und hat keine Spur, aus der ein Pfeil kommen könnte.</translation>
    </message>
    <message>
        <source>both loads come before both stores. The arrows into the two loads start at the same write, and the second store overwrites the first without ever having read it: no arrow joins them.</source>
        <translation>Beide load kommen vor beiden store. Die Pfeile in die zwei load beginnen beim selben Schreiben, und das zweite store überschreibt das erste, ohne es je gelesen zu haben: Kein Pfeil verbindet sie.</translation>
    </message>
    <message>
        <source>the right process asleep, in a hatched bar, from its lock to the left one&apos;s unlock, and the wake-up arrow between them.</source>
        <translation>der Prozess right, der von seinem lock bis zum unlock von left schläft, in einem schraffierten Balken, und der Weckpfeil zwischen beiden.</translation>
    </message>
    <message>
        <source>arrows from each change of the number to whoever changes it next: it passes from hand to hand. The exchange that failed has an arrow in, but none out. Zoom in: all of it takes less than a millisecond.</source>
        <translation>Pfeile von jeder Änderung der Zahl zu dem, der sie als nächster ändert: Sie geht von Hand zu Hand. In den gescheiterten Tausch führt ein Pfeil hinein, aber keiner heraus. Zum Ansehen vergrößern: Alles zusammen dauert keine Millisekunde.</translation>
    </message>
    <message>
        <source>three hatched bars of waiting that would never end; a click on one says for which fork. Only a kill ends it: the forks are robust mutexes, so the neighbour is told that the owner has died, and eats.</source>
        <translation>drei schraffierte Balken des Wartens, die nie enden würden; ein Klick auf einen sagt, um welche Gabel es geht. Nur ein kill macht dem ein Ende: Die Gabeln sind robuste Mutexe, also erfährt der Nachbar, dass der Eigentümer gestorben ist, und isst.</translation>
    </message>
    <message>
        <source>the bytes of the second client&apos;s question lie in the level lane of a socket that the server has not even accepted yet, until its turn comes.</source>
        <translation>Die Bytes der Frage des zweiten Clients liegen im Füllstand eines Sockets, den der Server noch nicht einmal angenommen hat, bis sie an der Reihe sind.</translation>
    </message>
    <message>
        <source>two processes asleep in flock, woken one after the other: by an unlock, from which an arrow comes, and by a death, for which nobody had to call anything.</source>
        <translation>zwei Prozesse, die in flock schlafen und einer nach dem anderen geweckt werden: durch ein Entsperren, von dem ein Pfeil kommt, und durch einen Tod, für den niemand etwas aufrufen musste.</translation>
    </message>
    <message>
        <source>one send, two arrows: both subscribers get the weather. The sports result has one arrow only, and the last send none.</source>
        <translation>eine Sendung, zwei Pfeile: Beide Abonnenten bekommen das Wetter. Das Sportergebnis hat nur einen Pfeil, und die letzte Sendung keinen.</translation>
    </message>
    <message>
        <source>the second read, asleep in a hatched bar until it is interrupted, although the writer is long done: the only one who could still write is the reader itself. As soon as it has closed its own write end, the same read comes back with 0.</source>
        <translation>das zweite read, das in einem schraffierten Balken schläft, bis es unterbrochen wird, obwohl der Schreiber längst fertig ist: Der Einzige, der noch schreiben könnte, ist der Leser selbst. Sobald er sein eigenes Schreibende geschlossen hat, kehrt dasselbe read mit 0 zurück.</translation>
    </message>
    <message>
        <source>the receiver&apos;s row of signals: three sends of SIGUSR1 end in one delivery, which stands for all of them. The three SIGRTMIN arrive one by one, each with its value; zoom in to see them apart.</source>
        <translation>die Signalzeile des Empfängers: Drei gesendete SIGUSR1 enden in einer Zustellung, die für alle steht. Die drei SIGRTMIN kommen einzeln an, jedes mit seinem Wert; beim Vergrößern sind sie getrennt zu sehen.</translation>
    </message>
    <message>
        <source>sends without an arrow: those are the lost ones. The drop counter of the receiving socket knows how many, and the level lane keeps their bytes for ever: sent, and never received.</source>
        <translation>Sendungen ohne Pfeil: Das sind die verlorenen. Der Verlustzähler des empfangenden Sockets weiß, wie viele es sind, und der Füllstand behält ihre Bytes für immer: gesendet und nie empfangen.</translation>
    </message>
    <message>
        <source>Dining philosophers with semaphores</source>
        <translation>Die speisenden Philosophen mit Semaphoren</translation>
    </message>
    <message>
        <source>The same table, but the forks are semaphores that begin at 1: to take a fork is to wait, to put it back is to post. Each takes the left one first, and again nobody can eat.</source>
        <translation>Derselbe Tisch, aber die Gabeln sind Semaphore, die mit 1 beginnen: eine Gabel nehmen heißt warten (wait), sie zurücklegen heißt erhöhen (post). Jeder nimmt zuerst die linke, und wieder kann niemand essen.</translation>
    </message>
    <message>
        <source>A semaphore has no owner. Nobody can say who has the fork, only who has lowered the semaphore and not raised it again; and anybody could raise it, also somebody who never took it. So this is a deadlock only as far as the philosophers are concerned: whoever laid the table could still put a fork back, and does so in the end.</source>
        <translation>Ein Semaphor hat keinen Besitzer. Niemand kann sagen, wer die Gabel hat, nur, wer den Semaphor gesenkt und nicht wieder erhöht hat; und jeder könnte ihn erhöhen, auch jemand, der sie nie genommen hat. So ist dies nur ein Deadlock, soweit es die Philosophen angeht: wer den Tisch gedeckt hat, könnte noch eine Gabel zurücklegen, und tut es am Ende auch.</translation>
    </message>
    <message>
        <source>&quot;possible deadlock&quot; in &quot;Why is it stuck?&quot;, with the reason, and how one post by the table lets all of them eat in turn.</source>
        <translation>„möglicher Deadlock“ in „Warum hängt es?“, mit dem Grund, und wie ein Erhöhen durch den Tisch alle der Reihe nach essen lässt.</translation>
    </message>
    <message>
        <source>Locks in different orders</source>
        <translation>Sperren in verschiedener Reihenfolge</translation>
    </message>
    <message>
        <source>A transfer needs two accounts, so it takes two locks: first that of the account it takes from, then that of the other. One clerk moves money from A to B, another one from B to A. As long as they do it one after the other, nothing happens, and it may run like that for years.</source>
        <translation>Eine Überweisung braucht zwei Konten, also nimmt sie zwei Sperren: erst die des Kontos, von dem sie nimmt, dann die des anderen. Ein Angestellter überweist von A nach B, ein anderer von B nach A. Solange sie es nacheinander tun, geschieht nichts, und so kann es jahrelang gehen.</translation>
    </message>
    <message>
        <source>One day both begin at the same moment: each has its first lock, and waits for the other&apos;s for ever. That is why the order itself is the mistake, not the bad luck, and why it is told as soon as both orders were seen, long before anything hangs. The rule: everybody takes the locks in the same order, by number or by address.</source>
        <translation>Eines Tages beginnen beide im selben Moment: jeder hat seine erste Sperre und wartet für immer auf die des anderen. Darum ist die Reihenfolge selbst der Fehler, nicht das Pech, und darum wird sie gemeldet, sobald beide Reihenfolgen zu sehen waren, lange bevor etwas hängt. Die Regel: alle nehmen die Sperren in derselben Reihenfolge, nach Nummer oder nach Adresse.</translation>
    </message>
    <message>
        <source>the warning in &quot;Why is it stuck?&quot; after the first, harmless half, and what becomes of it in the second half. Nobody will ever come back: a clerk who knows the rule would have taken A first, too.</source>
        <translation>die Warnung in „Warum hängt es?“ nach der ersten, harmlosen Hälfte, und was in der zweiten daraus wird. Niemand kommt je zurück: ein Angestellter, der die Regel kennt, hätte auch zuerst A genommen.</translation>
    </message>
    <message>
        <source>Repeats with a counter</source>
        <translation>Wiederholungen mit einem Zähler</translation>
    </message>
    <message>
        <source>`repeat 3 as i` does everything up to its `end` three times, by as many processes as take part. The counter i goes 0, 1, 2; it stands wherever a value stands, and as \{i} inside a string. Repeats may stand within repeats.</source>
        <translation>`repeat 3 as i` tut alles bis zu seinem `end` dreimal, mit so vielen Prozessen, wie beteiligt sind. Der Zähler i läuft 0, 1, 2; er steht überall, wo ein Wert steht, und als \{i} in einer Zeichenkette. Wiederholungen dürfen in Wiederholungen stehen.</translation>
    </message>
    <message>
        <source>A repeat of one worker (`sender: repeat 1000`) is another thing: the worker does it alone, a million times a second if it can, and nobody asks in between.</source>
        <translation>Die Wiederholung eines Workers (`sender: repeat 1000`) ist etwas anderes: Der Worker tut es allein, eine Million Mal in der Sekunde, wenn er kann, und niemand fragt dazwischen nach.</translation>
    </message>
    <message>
        <source>the same three calls again and again, each with the numbers of its round in its bytes, and the level of the queue that goes up to two and back to zero in every outer round.</source>
        <translation>dieselben drei Aufrufe immer wieder, jeder mit den Zahlen seiner Runde in den Bytes, und der Füllstand der Warteschlange, der in jeder äußeren Runde auf zwei steigt und auf null zurückgeht.</translation>
    </message>
    <message>
        <source>A session with parameters</source>
        <translation>Eine Sitzung mit Parametern</translation>
    </message>
    <message>
        <source>What `let` says can be said otherwise each time the program is run, without touching its text: ipcscope-cli run greeting.ips --set message=Ciao --set times=5. The list of parameters: ipcscope-cli check greeting.ips.</source>
        <translation>Was `let` sagt, lässt sich bei jedem Ausführen des Programms anders sagen, ohne seinen Text anzurühren: ipcscope-cli run greeting.ips --set message=Ciao --set times=5. Die Liste der Parameter: ipcscope-cli check greeting.ips.</translation>
    </message>
    <message>
        <source>A variable stands for its value from its line on, as an argument or as \{message} inside a string, in expectations, too. `delay` makes the run wait before it goes on: here the greetings stay apart on the timeline.</source>
        <translation>Eine Variable steht von ihrer Zeile an für ihren Wert, als Argument oder als \{message} in einer Zeichenkette, auch in Erwartungen. `delay` lässt den Lauf warten, ehe er weitergeht: Hier bleiben die Grüße auf der Zeitachse auseinander.</translation>
    </message>
    <message>
        <source>the gaps between the pairs of write and read, and the bytes that the parameters have made.</source>
        <translation>die Lücken zwischen den Paaren von write und read, und die Bytes, die aus den Parametern entstanden sind.</translation>
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
    <name>ipcscope::BookmarkList</name>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Hingehen</translation>
    </message>
    <message>
        <source>&amp;Edit note</source>
        <translation>Notiz &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Ctrl+B in the timeline adds a bookmark.</source>
        <translation>Strg+B in der Zeitachse setzt ein Lesezeichen.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::BreakList</name>
    <message>
        <source>There is no operation in this line or below it to pause before</source>
        <translation>In dieser Zeile und darunter gibt es keine Operation, vor der angehalten werden könnte</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>that worker</source>
        <translation>dieser Worker</translation>
    </message>
    <message>
        <source>Who is paused: the worker that comes to it, or everybody before their next operation. Double-click to change</source>
        <translation>Wer angehalten wird: der Worker, der dahin kommt, oder alle vor ihrer nächsten Operation. Doppelklick ändert es</translation>
    </message>
    <message>
        <source>How often it has paused somebody in this run</source>
        <translation>Wie oft er in diesem Lauf jemanden angehalten hat</translation>
    </message>
    <message>
        <source>%1, enabled</source>
        <translation>%1, eingeschaltet</translation>
    </message>
    <message>
        <source>%1, not enabled</source>
        <translation>%1, ausgeschaltet</translation>
    </message>
    <message>
        <source>Pause before</source>
        <translation>Anhalten vor</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>ipcscope::BreakPanel</name>
    <message>
        <source>Who is paused</source>
        <translation>Wer angehalten wird</translation>
    </message>
    <message>
        <source>What is wrong with the filter</source>
        <translation>Was am Filter nicht stimmt</translation>
    </message>
    <message>
        <source>About breakpoints</source>
        <translation>Über Haltepunkte</translation>
    </message>
    <message>
        <source>Breakpoint actions</source>
        <translation>Aktionen für Haltepunkte</translation>
    </message>
    <message>
        <source>No breakpoints. Type a filter above, or click beside a line number of the program: workers then pause before what matches, until you step or continue.</source>
        <translation>Keine Haltepunkte. Oben einen Filter eingeben oder im Programm neben eine Zeilennummer klicken: Worker halten dann vor dem an, was passt, bis es mit Schritt oder Fortsetzen weitergeht.</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Let everybody who is paused go on</source>
        <translation>Alle Angehaltenen weitermachen lassen</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Schri&amp;tt</translation>
    </message>
    <message>
        <source>Do the one operation that a worker is paused before, then pause before the next</source>
        <translation>Die eine Operation ausführen, vor der ein Worker angehalten ist, und vor der nächsten wieder anhalten</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>Alle a&amp;nhalten</translation>
    </message>
    <message>
        <source>Pause everybody, each before its next operation</source>
        <translation>Alle anhalten, jeden vor seiner nächsten Operation</translation>
    </message>
    <message>
        <source>&amp;Breakpoint at this line</source>
        <translation>Haltepunkt in &amp;dieser Zeile</translation>
    </message>
    <message>
        <source>Pause before the operation in the line of the cursor, or no longer</source>
        <translation>Vor der Operation in der Zeile des Cursors anhalten, oder nicht mehr</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected breakpoint</source>
        <translation>Den ausgewählten Haltepunkt entfernen</translation>
    </message>
    <message>
        <source>Filter of a new breakpoint</source>
        <translation>Filter eines neuen Haltepunkts</translation>
    </message>
    <message>
        <source>Pause before what matches: worker == &quot;child&quot; and bytes &gt; 1KiB</source>
        <translation>Vor dem anhalten, was passt: worker == &quot;child&quot; and bytes &gt; 1KiB</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 is paused here</source>
        <translation>%1 ist hier angehalten</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Everybody will pause before the next operation.</source>
        <translation>Alle halten vor der nächsten Operation an.</translation>
    </message>
    <message>
        <source>Nobody is paused.</source>
        <translation>Niemand ist angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (und %n weiterer)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Everybody pauses</source>
        <translation>&amp;Alle halten an</translation>
    </message>
    <message>
        <source>Where the selected breakpoint is hit, everybody pauses before their next operation</source>
        <translation>Wo der ausgewählte Haltepunkt getroffen wird, halten alle vor ihrer nächsten Operation an</translation>
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
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>ipcscope::CodePanel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Language of the code</source>
        <translation>Sprache des Codes</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Den Code kopieren</translation>
    </message>
    <message>
        <source>Save the code in a file</source>
        <translation>Den Code in einer Datei speichern</translation>
    </message>
    <message>
        <source>The program as code</source>
        <translation>Das Programm als Code</translation>
    </message>
    <message>
        <source>What there is no code for</source>
        <translation>Wofür es keinen Code gibt</translation>
    </message>
    <message>
        <source>The program has errors; without them it can be shown as code.</source>
        <translation>Das Programm hat Fehler; ohne sie lässt es sich als Code zeigen.</translation>
    </message>
    <message>
        <source>There is no code for this in %1: %2</source>
        <translation>Hierfür gibt es keinen Code in %1: %2</translation>
    </message>
    <message>
        <source>Needs to be installed: %1</source>
        <translation>Muss installiert sein: %1</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>Code speichern</translation>
    </message>
    <message>
        <source>%1 source (*.%2);;All files (*)</source>
        <translation>Quelltext in %1 (*.%2);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::Columns</name>
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
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Return value</source>
        <translation>Rückgabewert</translation>
    </message>
    <message>
        <source>errno</source>
        <translation>errno</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Program line</source>
        <translation>Programmzeile</translation>
    </message>
</context>
<context>
    <name>ipcscope::CompareChoices</name>
    <message>
        <source>takes longer than it did, times</source>
        <translation>dauert länger als damals, um den Faktor</translation>
    </message>
    <message>
        <source>&amp;Error or success</source>
        <translation>&amp;Fehler oder Erfolg</translation>
    </message>
    <message>
        <source>Success, or which error (errno)</source>
        <translation>Erfolg, oder welcher Fehler (errno)</translation>
    </message>
    <message>
        <source>&amp;Return value</source>
        <translation>&amp;Rückgabewert</translation>
    </message>
    <message>
        <source>Handles and process ids never count</source>
        <translation>Handles und Prozess-IDs zählen nie</translation>
    </message>
    <message>
        <source>&amp;Bytes</source>
        <translation>&amp;Bytes</translation>
    </message>
    <message>
        <source>The payload, octet by octet</source>
        <translation>Die Nutzdaten, Oktett für Oktett</translation>
    </message>
    <message>
        <source>Other re&amp;sults</source>
        <translation>Andere &amp;Ergebnisse</translation>
    </message>
    <message>
        <source>What comes back beside these</source>
        <translation>Was außer diesen zurückkommt</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>&amp;Argumente</translation>
    </message>
    <message>
        <source>What it was called with</source>
        <translation>Womit aufgerufen wurde</translation>
    </message>
    <message>
        <source>B&amp;locked</source>
        <translation>B&amp;lockiert</translation>
    </message>
    <message>
        <source>It came back in one, and is still asleep in the other</source>
        <translation>In der einen kam sie zurück, in der anderen schläft sie noch</translation>
    </message>
    <message>
        <source>How many times as long</source>
        <translation>Wievielmal so lange</translation>
    </message>
    <message>
        <source>What is over within 10 ms is never late</source>
        <translation>Was nach 10 ms vorbei ist, kommt nie zu spät</translation>
    </message>
</context>
<context>
    <name>ipcscope::CompareDialog</name>
    <message>
        <source>What is shown now: nothing yet</source>
        <translation>Was jetzt gezeigt wird: noch nichts</translation>
    </message>
    <message>
        <source>What is shown now: %1</source>
        <translation>Was jetzt gezeigt wird: %1</translation>
    </message>
    <message>
        <source>A &amp;file:</source>
        <translation>Eine &amp;Datei:</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Durchsuchen nach: %1</translation>
    </message>
    <message>
        <source>First recording</source>
        <translation>Erste Aufzeichnung</translation>
    </message>
    <message>
        <source>First:</source>
        <translation>Erste:</translation>
    </message>
    <message>
        <source>Second:</source>
        <translation>Zweite:</translation>
    </message>
    <message>
        <source>Second recording</source>
        <translation>Zweite Aufzeichnung</translation>
    </message>
    <message>
        <source>Both are aligned operation by operation: what came out otherwise is listed, and shown on two timelines. Nothing is executed.</source>
        <translation>Beide werden Operation für Operation einander zugeordnet: Was anders ausging, wird aufgelistet und auf zwei Zeitachsen gezeigt. Ausgeführt wird nichts.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Sessions (*.ipcscope);;All files (*)</source>
        <translation>Sitzungen (*.ipcscope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is no recording. A program has to be run first: open it, and execute it.</source>
        <translation>%1 ist keine Aufzeichnung. Ein Programm muss erst ausgeführt werden: öffnen und ausführen.</translation>
    </message>
</context>
<context>
    <name>ipcscope::CompareDifferences</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Show what is: %1</source>
        <translation>Zeigen, was so ist: %1</translation>
    </message>
    <message>
        <source>Show or hide what is: %1</source>
        <translation>Zeigen oder verbergen, was so ist: %1</translation>
    </message>
    <message>
        <source>Only with this text</source>
        <translation>Nur mit diesem Text</translation>
    </message>
    <message>
        <source>Only differences with this text</source>
        <translation>Nur Unterschiede mit diesem Text</translation>
    </message>
    <message>
        <source>The chosen difference</source>
        <translation>Der gewählte Unterschied</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>not reached: 3</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Choose a difference to see all of it here, and where it stands on both timelines.</source>
        <translation>Einen Unterschied wählen, um ihn hier ganz zu sehen und wo er auf beiden Zeitachsen steht.</translation>
    </message>
</context>
<context>
    <name>ipcscope::CompareModel</name>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>different</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>nur in der zweiten</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>runs</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>line %1: %2: %3</source>
        <translation>Zeile %1: %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>likeness: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>erwartet: %1</translation>
    </message>
    <message>
        <source>got: %1</source>
        <translation>erhalten: %1</translation>
    </message>
    <message>
        <source>in %1 runs</source>
        <translation>in %1 Läufen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
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
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>ipcscope::ComparePanel</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Statistics side by side</source>
        <translation>Statistik nebeneinander</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet: run a program, or open a session.</source>
        <translation>Noch ist nichts aufgezeichnet: ein Programm ausführen oder eine Sitzung öffnen.</translation>
    </message>
    <message>
        <source>The program is still running.</source>
        <translation>Das Programm läuft noch.</translation>
    </message>
    <message>
        <source>Its program cannot be read, line %1: %2</source>
        <translation>Ihr Programm ist nicht lesbar, Zeile %1: %2</translation>
    </message>
    <message>
        <source>This recording holds no program: nothing of it was done by workers of its own. What others did is not done again: %1</source>
        <translation>Diese Aufzeichnung enthält kein Programm: Nichts davon haben eigene Worker getan. Was andere taten, wird nicht noch einmal getan: %1</translation>
    </message>
    <message>
        <source>Execute again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>Executed again</source>
        <translation>Erneut ausgeführt</translation>
    </message>
    <message>
        <source>All runs together</source>
        <translation>Alle Läufe zusammen</translation>
    </message>
    <message numerus="yes">
        <source>Run %1: %n difference(s)</source>
        <translation>
            <numerusform>Lauf %1: %n Unterschied</numerusform>
            <numerusform>Lauf %1: %n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Executed again: run %1</source>
        <translation>Erneut ausgeführt: Lauf %1</translation>
    </message>
    <message>
        <source>Next statement</source>
        <translation>Nächste Anweisung</translation>
    </message>
    <message>
        <source>Execute the statement that it waits before</source>
        <translation>Die Anweisung ausführen, vor der gewartet wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give up what is going on</source>
        <translation>Abbrechen, was gerade läuft</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Go to the previous difference</source>
        <translation>Zum vorigen Unterschied gehen</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Go to the next difference</source>
        <translation>Zum nächsten Unterschied gehen</translation>
    </message>
    <message>
        <source>Tools of the comparison</source>
        <translation>Werkzeuge des Vergleichs</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>What makes an operation a different one</source>
        <translation>Wann eine Operation als anders gilt</translation>
    </message>
    <message>
        <source>An operation is different if this differs:</source>
        <translation>Eine Operation ist anders, wenn dies anders ist:</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>Which run is shown</source>
        <translation>Welcher Lauf gezeigt wird</translation>
    </message>
    <message>
        <source>Result of the comparison</source>
        <translation>Ergebnis des Vergleichs</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>Wie viel getan ist</translation>
    </message>
    <message>
        <source>Nothing is compared yet</source>
        <translation>Noch ist nichts verglichen</translation>
    </message>
    <message>
        <source>%1 of %2 operations the same</source>
        <translation>%1 von %2 Operationen gleich</translation>
    </message>
    <message>
        <source>%1 different</source>
        <translation>%1 anders</translation>
    </message>
    <message>
        <source>%1 later than their limit</source>
        <translation>%1 später als ihre Grenze</translation>
    </message>
    <message>
        <source>%1 not reached yet</source>
        <translation>%1 noch nicht erreicht</translation>
    </message>
    <message>
        <source>%1 not reached</source>
        <translation>%1 nicht erreicht</translation>
    </message>
    <message>
        <source>%1 only in the second</source>
        <translation>%1 nur in der zweiten</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>%1 not known, because events were lost</source>
        <translation>%1 unbekannt, weil Ereignisse verloren gingen</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Left out, because it may touch what this program has not made: %1</source>
        <translation>Ausgelassen, weil es berühren kann, was dieses Programm nicht angelegt hat: %1</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weiterer</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>What counts is chosen before many runs begin</source>
        <translation>Was zählt, wird gewählt, bevor viele Läufe beginnen</translation>
    </message>
    <message>
        <source>Execute the recorded program again, for real, on fresh workers and objects: every operation is compared with the recording. Or compare two recordings.</source>
        <translation>Das aufgezeichnete Programm erneut ausführen, wirklich, mit frischen Workern und Objekten: Jede Operation wird mit der Aufzeichnung verglichen. Oder zwei Aufzeichnungen vergleichen.</translation>
    </message>
    <message>
        <source>Run a program or open a session first: it can then be executed again, and compared. Or compare two recorded sessions.</source>
        <translation>Erst ein Programm ausführen oder eine Sitzung öffnen: Dann lässt es sich erneut ausführen und vergleichen. Oder zwei aufgezeichnete Sitzungen vergleichen.</translation>
    </message>
    <message>
        <source>Waits before line %1: %2</source>
        <translation>Wartet vor Zeile %1: %2</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
    <message>
        <source>Executing line %1</source>
        <translation>Führt Zeile %1 aus</translation>
    </message>
    <message numerus="yes">
        <source> – %n diverged so far</source>
        <translation>
            <numerusform> – bisher %n abgewichen</numerusform>
            <numerusform> – bisher %n abgewichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 runs: %2 the same, %3 diverged</source>
        <translation>%1 Läufe: %2 gleich, %3 abgewichen</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Vergleicht …</translation>
    </message>
    <message>
        <source>Cancelled. </source>
        <translation>Abgebrochen. </translation>
    </message>
    <message>
        <source>Differences (%1)</source>
        <translation>Unterschiede (%1)</translation>
    </message>
    <message>
        <source>Nothing differs: every operation came out as in the first.</source>
        <translation>Kein Unterschied: Jede Operation ging aus wie in der ersten.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing has been compared.</source>
        <translation>Nichts wurde verglichen.</translation>
    </message>
</context>
<context>
    <name>ipcscope::CompareStatistics</name>
    <message>
        <source>by operation</source>
        <translation>nach Operation</translation>
    </message>
    <message>
        <source>by object</source>
        <translation>nach Objekt</translation>
    </message>
    <message>
        <source>by worker</source>
        <translation>nach Worker</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>Was die Zeilen sind</translation>
    </message>
    <message>
        <source>Figures of both</source>
        <translation>Zahlen von beiden</translation>
    </message>
    <message>
        <source>Nothing has been compared yet.</source>
        <translation>Noch ist nichts verglichen.</translation>
    </message>
    <message>
        <source>From first to last event: %1 and %2 %3. Time in blocked calls: %4 and %5.</source>
        <translation>Vom ersten bis zum letzten Ereignis: %1 und %2 %3. Zeit in blockierten Aufrufen: %4 und %5.</translation>
    </message>
</context>
<context>
    <name>ipcscope::CompareStatisticsModel</name>
    <message>
        <source>%1: the second is %2 the first</source>
        <translation>%1: zweite gegen erste %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>%1, first</source>
        <translation>%1, erste</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweite</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Verhältnis</translation>
    </message>
</context>
<context>
    <name>ipcscope::CompareTimelines</name>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Timeline: %1</source>
        <translation>Zeitachse: %1</translation>
    </message>
    <message>
        <source>First difference</source>
        <translation>Erster Unterschied</translation>
    </message>
</context>
<context>
    <name>ipcscope::CompletionList</name>
    <message>
        <source>What can stand here</source>
        <translation>Was hier stehen kann</translation>
    </message>
</context>
<context>
    <name>ipcscope::DraftBar</name>
    <message>
        <source>Texts that were not saved</source>
        <translation>Nicht gespeicherte Texte</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Show the text with its changes; save it to keep it</source>
        <translation>Den Text mit seinen Änderungen zeigen; Speichern behält ihn</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Remove the text for good</source>
        <translation>Den Text endgültig entfernen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Changes of “%1” were not saved when the program ended; the text of %2 was kept.</source>
        <translation>Änderungen von „%1“ waren nicht gespeichert, als das Programm endete; der Text vom %2 blieb erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more.</source>
        <translation>
            <numerusform>Es gibt %n weitere.</numerusform>
            <numerusform>Es gibt %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>the changes that were not saved</source>
        <translation>nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Remove the text for good?</source>
        <translation>Den Text endgültig entfernen?</translation>
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
    <name>ipcscope::EventExport</name>
    <message>
        <source>Export e&amp;vents</source>
        <translation>E&amp;reignisse exportieren</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Exportieren: %1</translation>
    </message>
    <message>
        <source>&amp;JSON Lines…</source>
        <translation>&amp;JSON Lines …</translation>
    </message>
    <message>
        <source>One object for each event</source>
        <translation>Ein Objekt je Ereignis</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>&amp;CSV table…</source>
        <translation>&amp;CSV-Tabelle …</translation>
    </message>
    <message>
        <source>One row for each event, for spreadsheets</source>
        <translation>Eine Zeile je Ereignis, für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Trace for Perfetto…</source>
        <translation>&amp;Trace für Perfetto …</translation>
    </message>
    <message>
        <source>Calls, flows and levels, for ui.perfetto.dev and chrome://tracing</source>
        <translation>Aufrufe, Flüsse und Füllstände, für ui.perfetto.dev und chrome://tracing</translation>
    </message>
    <message>
        <source>Traces (*.json)</source>
        <translation>Traces (*.json)</translation>
    </message>
    <message>
        <source>&amp;Packets for Wireshark…</source>
        <translation>&amp;Pakete für Wireshark …</translation>
    </message>
    <message>
        <source>What the messages carried, one packet for each</source>
        <translation>Was die Nachrichten enthielten, ein Paket je Nachricht</translation>
    </message>
    <message>
        <source>Packets (*.pcapng)</source>
        <translation>Pakete (*.pcapng)</translation>
    </message>
    <message>
        <source>&amp;Only what the filter lets through</source>
        <translation>&amp;Nur, was der Filter durchlässt</translation>
    </message>
    <message>
        <source>There is nothing to export: nothing has run.</source>
        <translation>Es gibt nichts zu exportieren: nichts ist gelaufen.</translation>
    </message>
    <message>
        <source>The export was cancelled: nothing is written.</source>
        <translation>Der Export wurde abgebrochen: Nichts ist geschrieben.</translation>
    </message>
    <message>
        <source>%1 is written. %2</source>
        <translation>%1 ist geschrieben. %2</translation>
    </message>
    <message>
        <source>It has only what the filter lets through.</source>
        <translation>Darin ist nur, was der Filter durchlässt.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Packets: %1.</source>
        <translation>Pakete: %1.</translation>
    </message>
    <message>
        <source>Of %1 not all bytes were kept when they were recorded.</source>
        <translation>Von %1 wurden bei der Aufzeichnung nicht alle Bytes behalten.</translation>
    </message>
    <message>
        <source>Reading this recording was stopped, so a part of it would be missing: open it again to export it.</source>
        <translation>Das Lesen dieser Aufzeichnung wurde abgebrochen, ein Teil von ihr würde also fehlen: zum Exportieren erneut öffnen.</translation>
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
        <source>Since previous (s)</source>
        <translation>Seit vorigem (s)</translation>
    </message>
    <message>
        <source>CLOCK_MONOTONIC, since the boot</source>
        <translation>CLOCK_MONOTONIC, seit dem Hochfahren</translation>
    </message>
</context>
<context>
    <name>ipcscope::EventTable</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Go to event</source>
        <translation>Zum Ereignis gehen</translation>
    </message>
    <message>
        <source>Number of the event:</source>
        <translation>Nummer des Ereignisses:</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
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
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>Seit dem Beginn</translation>
    </message>
    <message>
        <source>Since the row before</source>
        <translation>Seit der Zeile davor</translation>
    </message>
    <message>
        <source>Absolute (CLOCK_MONOTONIC)</source>
        <translation>Absolut (CLOCK_MONOTONIC)</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Filtern nach %1</translation>
    </message>
    <message>
        <source>And not this</source>
        <translation>Und nicht dies</translation>
    </message>
    <message>
        <source>And this</source>
        <translation>Und dies</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Go to event…</source>
        <translation>Zum Ereignis gehen …</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>More than %L1 rows are not selected at once; a filter makes them fewer</source>
        <translation>Mehr als %L1 Zeilen werden nicht auf einmal gewählt; ein Filter macht es weniger</translation>
    </message>
</context>
<context>
    <name>ipcscope::ExampleDialog</name>
    <message>
        <source>Save as example</source>
        <translation>Als Beispiel speichern</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Was es zeigt</translation>
    </message>
    <message>
        <source>It is kept among your own examples, with this as the comment at its head; the program in the window stays as it is. A paragraph that begins with “Look for:” says what to look for on the timeline.</source>
        <translation>Es wird unter den eigenen Beispielen aufgehoben, mit diesem Text als Kommentar am Anfang; das Programm im Fenster bleibt, wie es ist. Ein Absatz, der mit „Look for:“ beginnt, sagt, was auf der Zeitachse zu sehen ist.</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>What it &amp;shows:</source>
        <translation>Was es &amp;zeigt:</translation>
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
    <name>ipcscope::FillOutcomes</name>
    <message>
        <source>Reading what came of the program …</source>
        <translation>Liest, was aus dem Programm wurde …</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The text was changed meanwhile: nothing was filled in</source>
        <translation>Der Text wurde inzwischen geändert: Nichts wurde eingetragen</translation>
    </message>
    <message>
        <source>the expected outcomes</source>
        <translation>erwartete Ausgänge</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) got an expected outcome</source>
        <translation>
            <numerusform>%n Zeile hat einen erwarteten Ausgang erhalten</numerusform>
            <numerusform>%n Zeilen haben einen erwarteten Ausgang erhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected outcomes</source>
        <translation>Erwartete Ausgänge</translation>
    </message>
    <message numerus="yes">
        <source>%n expectation(s) of the program did not hold in this run.</source>
        <translation>
            <numerusform>%n Erwartung des Programms traf in diesem Lauf nicht zu.</numerusform>
            <numerusform>%n Erwartungen des Programms trafen in diesem Lauf nicht zu.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing to fill in.</source>
        <translation>Es gab nichts einzutragen.</translation>
    </message>
    <message>
        <source>They were left as they are. Replace them by what came?</source>
        <translation>Sie blieben, wie sie sind. Durch das ersetzen, was herauskam?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
</context>
<context>
    <name>ipcscope::FilterBar</name>
    <message>
        <source>Stop looking for matches</source>
        <translation>Suche nach Treffern anhalten</translation>
    </message>
    <message>
        <source>Dim what does not match, instead of hiding it</source>
        <translation>Was nicht passt, abblenden statt verbergen</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Filter events, such as  failed  or  duration &gt; 2ms</source>
        <translation>Ereignisse filtern, etwa  failed  oder  duration &gt; 2ms</translation>
    </message>
    <message>
        <source>Filter (Ctrl+L)</source>
        <translation>Filter (Strg+L)</translation>
    </message>
    <message>
        <source>What the filter found</source>
        <translation>Was der Filter gefunden hat</translation>
    </message>
    <message>
        <source>Progress of the filter</source>
        <translation>Fortschritt des Filters</translation>
    </message>
    <message>
        <source>Go on looking for matches</source>
        <translation>Weiter nach Treffern suchen</translation>
    </message>
    <message>
        <source>Enter applies it</source>
        <translation>Eingabe wendet ihn an</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1 (angehalten)</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Manage…</source>
        <translation>Verwalten …</translation>
    </message>
    <message>
        <source>Of this session</source>
        <translation>Aus dieser Sitzung</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Usual ones</source>
        <translation>Übliche</translation>
    </message>
    <message>
        <source>For me, in all sessions</source>
        <translation>Für mich, in allen Sitzungen</translation>
    </message>
    <message>
        <source>Save it in this session…</source>
        <translation>In dieser Sitzung speichern …</translation>
    </message>
    <message>
        <source>For whoever opens this session: it stands in the file</source>
        <translation>Für alle, die diese Sitzung öffnen: er steht in der Datei</translation>
    </message>
    <message>
        <source>A filter needs a name of its own: %1 comes with the program.</source>
        <translation>Ein Filter braucht einen eigenen Namen: %1 gehört zum Programm.</translation>
    </message>
</context>
<context>
    <name>ipcscope::FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Not a filter: %1</source>
        <translation>Kein Filter: %1</translation>
    </message>
    <message>
        <source>Doubtful: %1</source>
        <translation>Zweifelhaft: %1</translation>
    </message>
    <message>
        <source>This is a filter; Enter applies it</source>
        <translation>Das ist ein Filter; Eingabe wendet ihn an</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Not a filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>used before</source>
        <translation>früher benutzt</translation>
    </message>
</context>
<context>
    <name>ipcscope::FilterTools</name>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>&amp;Go to event…</source>
        <translation>&amp;Zum Ereignis gehen …</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>Fi&amp;lter</translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Dim instead of hiding</source>
        <translation>&amp;Abblenden statt verbergen</translation>
    </message>
    <message>
        <source>&amp;Filter by</source>
        <translation>&amp;Filtern nach</translation>
    </message>
    <message>
        <source>Filter &amp;out</source>
        <translation>&amp;Herausfiltern</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Filter by this worker</source>
        <translation>Nach diesem Worker filtern</translation>
    </message>
    <message>
        <source>Filter this worker out</source>
        <translation>Diesen Worker herausfiltern</translation>
    </message>
</context>
<context>
    <name>ipcscope::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in events</source>
        <translation>In Ereignissen suchen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Was geschrieben ist</translation>
    </message>
    <message>
        <source>Text, or octets as hexadecimal digits: de ad be ef</source>
        <translation>Text, oder Oktette als Hexadezimalziffern: de ad be ef</translation>
    </message>
    <message>
        <source>Tell capital letters from small ones</source>
        <translation>Groß- und Kleinschreibung unterscheiden</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Find the one before (Shift+F3)</source>
        <translation>Den davor suchen (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Find the next one (F3)</source>
        <translation>Den nächsten suchen (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>looking …  (Esc stops)</source>
        <translation>sucht …  (Esc hält an)</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>not pairs of hexadecimal digits</source>
        <translation>keine Paare von Hexadezimalziffern</translation>
    </message>
    <message>
        <source>there are no events yet</source>
        <translation>es gibt noch keine Ereignisse</translation>
    </message>
    <message>
        <source>nothing found in what the filter shows</source>
        <translation>nichts gefunden in dem, was der Filter zeigt</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>event %L1: there is no other</source>
        <translation>Ereignis %L1: ein anderes gibt es nicht</translation>
    </message>
    <message>
        <source>event %L1; from the end again</source>
        <translation>Ereignis %L1; wieder vom Ende</translation>
    </message>
    <message>
        <source>event %L1; from the beginning again</source>
        <translation>Ereignis %L1; wieder vom Anfang</translation>
    </message>
    <message>
        <source>event %L1</source>
        <translation>Ereignis %L1</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>&amp;Aufrufe</translation>
    </message>
    <message>
        <source>&amp;Outcomes</source>
        <translation>A&amp;usgänge</translation>
    </message>
    <message>
        <source>&amp;Payloads</source>
        <translation>&amp;Nutzdaten</translation>
    </message>
    <message>
        <source>Where it is looked for</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>In payloads</source>
        <translation>In Nutzdaten</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nirgends</translation>
    </message>
    <message>
        <source>Where it is looked for: %1</source>
        <translation>Wo gesucht wird: %1</translation>
    </message>
    <message>
        <source>%L1 of more than %L2</source>
        <translation>%L1 von mehr als %L2</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
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
    <name>ipcscope::Gallery</name>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>What the example shows</source>
        <translation>Was das Beispiel zeigt</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Opens it in the window without running it</source>
        <translation>Öffnet es im Fenster, ohne es auszuführen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>Opens it and runs it, on fresh workers and objects</source>
        <translation>Öffnet es und führt es aus, mit frischen Workern und Objekten</translation>
    </message>
    <message>
        <source>What to look for on the timeline:</source>
        <translation>Auf der Zeitachse zu sehen:</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Removes this example, which you have kept yourself</source>
        <translation>Entfernt dieses Beispiel, das Sie selbst aufgehoben haben</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Remove the example</source>
        <translation>Beispiel entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” for good?</source>
        <translation>„%1“ endgültig entfernen?</translation>
    </message>
</context>
<context>
    <name>ipcscope::GoTo</name>
    <message>
        <source>&quot;%1&quot; is no unit of time: ns, us, ms, s, min or h</source>
        <translation>„%1“ ist keine Zeiteinheit: ns, us, ms, s, min oder h</translation>
    </message>
    <message>
        <source>A time (1.5s, 200ms, 2:05), a step (+5ms) or an event (#1234)</source>
        <translation>Eine Zeit (1.5s, 200ms, 2:05), ein Schritt (+5ms) oder ein Ereignis (#1234)</translation>
    </message>
    <message>
        <source># is followed by the number of an event</source>
        <translation>Auf # folgt die Nummer eines Ereignisses</translation>
    </message>
    <message>
        <source>That is longer than any recording</source>
        <translation>Das ist länger als jede Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>ipcscope::Graph</name>
    <message>
        <source>%1, pid %2: %3</source>
        <translation>%1, PID %2: %3</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
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
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>Deadlock</translation>
    </message>
    <message>
        <source>deadlock?</source>
        <translation>Deadlock?</translation>
    </message>
    <message>
        <source>%1, gone</source>
        <translation>%1, nicht mehr da</translation>
    </message>
    <message>
        <source>%1 msg/s</source>
        <translation>%1 Nachr./s</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>Insgesamt: %1</translation>
    </message>
    <message>
        <source>Some of it is a guess</source>
        <translation>Manches davon ist vermutet</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 ist offen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::GraphPanel</name>
    <message>
        <source>Graph tools</source>
        <translation>Werkzeuge des Graphen</translation>
    </message>
    <message>
        <source>Run a program, or start a worker: each process and each object becomes a node here, and arrows show what flows between them, which way and how fast. A dashed arrow is a way that is open, but nothing has gone yet.</source>
        <translation>Ein Programm ausführen oder einen Worker starten: jeder Prozess und jedes Objekt wird hier ein Knoten, und Pfeile zeigen, was zwischen ihnen fließt, wohin und wie schnell. Ein gestrichelter Pfeil ist ein offener Weg, auf dem noch nichts ging.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show all of the graph (F)</source>
        <translation>Den ganzen Graphen zeigen (F)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
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
        <source>Arrange anew</source>
        <translation>Neu anordnen</translation>
    </message>
    <message>
        <source>Lay all nodes out anew, also those that were moved by hand</source>
        <translation>Alle Knoten neu anordnen, auch von Hand verschobene</translation>
    </message>
    <message>
        <source>Rates:</source>
        <translation>Raten:</translation>
    </message>
    <message>
        <source>of the last second</source>
        <translation>der letzten Sekunde</translation>
    </message>
    <message>
        <source>of what the timeline shows</source>
        <translation>dessen, was die Zeitachse zeigt</translation>
    </message>
    <message>
        <source>none, counts of the whole run</source>
        <translation>keine, Anzahlen des ganzen Laufs</translation>
    </message>
    <message>
        <source>What rates are taken of</source>
        <translation>Worüber Raten gebildet werden</translation>
    </message>
    <message>
        <source>Hide what has ended</source>
        <translation>Beendetes verbergen</translation>
    </message>
    <message>
        <source>Leave out processes that have ended and objects that are gone</source>
        <translation>Beendete Prozesse und verschwundene Objekte weglassen</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Save the graph as a picture (SVG or PNG)</source>
        <translation>Den Graphen als Bild speichern (SVG oder PNG)</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are left out: a graph of so many shows nothing any more.</source>
        <translation>
            <numerusform>%n Knoten ist weggelassen: ein Graph aus so vielen zeigt nichts mehr.</numerusform>
            <numerusform>%n Knoten sind weggelassen: ein Graph aus so vielen zeigt nichts mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>SVG (*.svg);;PNG (*.png)</source>
        <translation>SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The picture could not be written to %1</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden</translation>
    </message>
    <message>
        <source>Show unused ways</source>
        <translation>Ungenutzte Wege zeigen</translation>
    </message>
    <message>
        <source>Show ways that are open, but that nothing has used; where there are many, they are left out at first</source>
        <translation>Wege zeigen, die offen sind, aber von nichts genutzt wurden; wo es viele sind, werden sie zunächst weggelassen</translation>
    </message>
    <message>
        <source>Ways that nothing has used: %L1 left out.</source>
        <translation>Wege, die nichts genutzt hat: %L1 weggelassen.</translation>
    </message>
</context>
<context>
    <name>ipcscope::GraphView</name>
    <message>
        <source>Arrows go to the nearest node, Tab to the next one; plus and minus zoom, F fits, Enter shows what is selected in the other views.</source>
        <translation>Pfeiltasten gehen zum nächstgelegenen Knoten, Tab zum folgenden; Plus und Minus vergrößern und verkleinern, F passt ein, Eingabe zeigt das Ausgewählte in den anderen Ansichten.</translation>
    </message>
    <message>
        <source>Graph of processes and objects</source>
        <translation>Graph der Prozesse und Objekte</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 an %2</translation>
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
    <name>ipcscope::Histogram</name>
    <message>
        <source>no values</source>
        <translation>keine Werte</translation>
    </message>
    <message>
        <source>from %1 to %2, most often %3 to %4, half below %5, 99 of 100 below %6</source>
        <translation>von %1 bis %2, am häufigsten %3 bis %4, die Hälfte unter %5, 99 von 100 unter %6</translation>
    </message>
</context>
<context>
    <name>ipcscope::HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Choose a row to see how its values are spread</source>
        <translation>Eine Zeile wählen, um zu sehen, wie sich ihre Werte verteilen</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>%L1 of %2 to %3</source>
        <translation>%L1 von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>ipcscope::Import</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be used; all others were imported.</source>
        <translation>
            <numerusform>%n Zeile war nicht zu gebrauchen; alle anderen wurden importiert.</numerusform>
            <numerusform>%n Zeilen waren nicht zu gebrauchen; alle anderen wurden importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing %1…</source>
        <translation>Importiert %1 …</translation>
    </message>
    <message>
        <source>Import what strace or “ipcscope-cli events --json” wrote</source>
        <translation>Importieren, was strace oder „ipcscope-cli events --json“ geschrieben hat</translation>
    </message>
    <message>
        <source>Recordings of others (*.txt *.log *.strace *.jsonl *.json);;All files (*)</source>
        <translation>Aufzeichnungen anderer (*.txt *.log *.strace *.jsonl *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the imported session as</source>
        <translation>Importierte Sitzung speichern unter</translation>
    </message>
    <message>
        <source>Sessions (*.ipcscope)</source>
        <translation>Sitzungen (*.ipcscope)</translation>
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
    <name>ipcscope::IntegerView</name>
    <message>
        <source>Contents as integers</source>
        <translation>Inhalt als Ganzzahlen</translation>
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
        <source>%1: signals</source>
        <translation>%1: Signale</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>waited for %1</source>
        <translation>wartete auf %1</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>bytes in the queue</source>
        <translation>Bytes in der Warteschlange</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>has not begun yet</source>
        <translation>hat noch nicht begonnen</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignoriert</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>anhängig</translation>
    </message>
    <message>
        <source>thrown away</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>has not been made yet</source>
        <translation>ist noch nicht angelegt</translation>
    </message>
    <message>
        <source>%1: changes</source>
        <translation>%1: Änderungen</translation>
    </message>
</context>
<context>
    <name>ipcscope::LayoutMenu</name>
    <message>
        <source>La&amp;youts</source>
        <translation>&amp;Layouts</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Arrange the window as it was at first</source>
        <translation>Das Fenster anordnen, wie es anfangs war</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Layout speichern</translation>
    </message>
    <message>
        <source>Name of this arrangement of the window:</source>
        <translation>Name dieser Anordnung des Fensters:</translation>
    </message>
    <message>
        <source>There is a layout “%1” already. Replace it?</source>
        <translation>Ein Layout „%1“ gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>The layout “%1” is kept</source>
        <translation>Das Layout „%1“ ist gespeichert</translation>
    </message>
    <message>
        <source>Rename the layout</source>
        <translation>Layout umbenennen</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Neuer Name:</translation>
    </message>
    <message>
        <source>There is a layout “%1” already</source>
        <translation>Ein Layout „%1“ gibt es schon</translation>
    </message>
    <message>
        <source>Delete the layout</source>
        <translation>Layout löschen</translation>
    </message>
    <message>
        <source>Delete the layout “%1”?</source>
        <translation>Das Layout „%1“ löschen?</translation>
    </message>
    <message>
        <source>The layout “%1” is of another version of the program and does not fit</source>
        <translation>Das Layout „%1“ ist von einer anderen Version des Programms und passt nicht</translation>
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
    <name>ipcscope::LongWork</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <source>Save</source>
        <translation>Speichern</translation>
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
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>&amp;Examples…</source>
        <translation>&amp;Beispiele…</translation>
    </message>
    <message>
        <source>Browse the examples</source>
        <translation>In den Beispielen stöbern</translation>
    </message>
    <message>
        <source>Sessions of &amp;mechanisms</source>
        <translation>Sitzungen der &amp;Mechanismen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>An opened recording: nothing is running</source>
        <translation>Eine geöffnete Aufzeichnung: nichts läuft</translation>
    </message>
    <message>
        <source>Another file is about to be opened.</source>
        <translation>Eine andere Datei soll geöffnet werden.</translation>
    </message>
    <message>
        <source>Programs and sessions (*.ips *.ipcscope);;Programs (*.ips);;Sessions (*.ipcscope);;All files (*)</source>
        <translation>Programme und Sitzungen (*.ips *.ipcscope);;Programme (*.ips);;Sitzungen (*.ipcscope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Programs: the text alone (*.ips)</source>
        <translation>Programme: nur der Text (*.ips)</translation>
    </message>
    <message>
        <source>Sessions: with all that was recorded (*.ipcscope)</source>
        <translation>Sitzungen: mit allem Aufgezeichneten (*.ipcscope)</translation>
    </message>
    <message>
        <source>Why is it stuck?</source>
        <translation>Warum hängt es?</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>E&amp;xecute again…</source>
        <translation>&amp;Erneut ausführen…</translation>
    </message>
    <message>
        <source>Run the recorded program again, for real, and compare what comes out</source>
        <translation>Das aufgezeichnete Programm erneut ausführen, wirklich, und vergleichen, was herauskommt</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>&amp;Vergleichen mit…</translation>
    </message>
    <message>
        <source>Compare what is shown, or a file, with another recording</source>
        <translation>Was gezeigt wird, oder eine Datei, mit einer anderen Aufzeichnung vergleichen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Playing back: a moment of the past is shown, nothing is executed or sent</source>
        <translation>Wiedergabe: ein vergangener Moment wird gezeigt, nichts wird ausgeführt oder gesendet</translation>
    </message>
    <message>
        <source>This window is about to be closed.</source>
        <translation>Gleich wird dieses Fenster geschlossen.</translation>
    </message>
    <message>
        <source>There is no %1 any more. Take it out of the list?</source>
        <translation>%1 gibt es nicht mehr. Aus der Liste nehmen?</translation>
    </message>
    <message>
        <source>Save as example</source>
        <translation>Als Beispiel speichern</translation>
    </message>
    <message>
        <source>There is an example “%1” already. Replace it?</source>
        <translation>Ein Beispiel „%1“ gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>“%1” is kept among your own examples (File &gt; Examples)</source>
        <translation>„%1“ steht jetzt unter den eigenen Beispielen (Datei &gt; Beispiele)</translation>
    </message>
    <message>
        <source>Play&amp;back</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues Fens&amp;ter</translation>
    </message>
    <message>
        <source>A window of its own for another session</source>
        <translation>Ein eigenes Fenster für eine andere Sitzung</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Make a session of what strace or another program recorded</source>
        <translation>Eine Sitzung aus dem machen, was strace oder ein anderes Programm aufgezeichnet hat</translation>
    </message>
    <message>
        <source>Save as exam&amp;ple…</source>
        <translation>Als Beis&amp;piel speichern…</translation>
    </message>
    <message>
        <source>Keep the program among your own examples</source>
        <translation>Das Programm unter den eigenen Beispielen aufheben</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>Close all windows</source>
        <translation>Alle Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
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
    <message>
        <source>Nothing can be sent.</source>
        <translation>Es lässt sich nichts senden.</translation>
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
    <name>ipcscope::MiniMap</name>
    <message>
        <source>Overview of the recording</source>
        <translation>Überblick über die Aufzeichnung</translation>
    </message>
    <message>
        <source>The whole recording. Drag the frame or its edges; double click shows everything.</source>
        <translation>Die ganze Aufzeichnung. Den Rahmen oder seine Ränder ziehen; Doppelklick zeigt alles.</translation>
    </message>
    <message>
        <source>%1 to %2 in view, of %3</source>
        <translation>%1 bis %2 sichtbar, von %3</translation>
    </message>
    <message>
        <source>%1, %2 events</source>
        <translation>%1, %2 Ereignisse</translation>
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
    <name>ipcscope::Monitor</name>
    <message>
        <source>a process that cannot be seen</source>
        <translation>ein Prozess, den man nicht sehen kann</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weiterer</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>descriptor %1</source>
        <translation>Deskriptor %1</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not permitted, needs %1</source>
        <translation>nicht erlaubt, braucht %1</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>not available: %1</source>
        <translation>nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 of %2 messages</source>
        <translation>%1 von %2 Nachrichten</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorActionDialog</name>
    <message>
        <source>Save its contents to a file first…</source>
        <translation>Zuerst den Inhalt in eine Datei sichern …</translation>
    </message>
    <message>
        <source>The same in a shell:</source>
        <translation>Dasselbe in einer Shell:</translation>
    </message>
    <message>
        <source>The same in a shell</source>
        <translation>Dasselbe in einer Shell</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Nobody holds it.</source>
        <translation>Niemand hält es.</translation>
    </message>
    <message>
        <source>Who holds it is not known.</source>
        <translation>Wer es hält, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Held by %1.</source>
        <translation>Gehalten von %1.</translation>
    </message>
    <message>
        <source>There may be more that cannot be seen.</source>
        <translation>Es kann weitere geben, die man nicht sieht.</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) wait for it.</source>
        <translation>
            <numerusform>%n Prozess wartet darauf.</numerusform>
            <numerusform>%n Prozesse warten darauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save contents</source>
        <translation>Inhalt sichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Its contents could not be saved, and nothing was removed: %1. To remove it without, take the tick away.</source>
        <translation>Der Inhalt ließ sich nicht sichern, und nichts wurde entfernt: %1. Um es ohne das zu entfernen, das Häkchen wegnehmen.</translation>
    </message>
    <message>
        <source>Nothing was removed: %1 could not be written: %2</source>
        <translation>Nichts wurde entfernt: %1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Process 1 is what all others depend on: it gets no signal.</source>
        <translation>Von Prozess 1 hängen alle anderen ab: er bekommt kein Signal.</translation>
    </message>
    <message>
        <source>It is not known which process this would be.</source>
        <translation>Es ist nicht bekannt, welcher Prozess das wäre.</translation>
    </message>
    <message>
        <source>This process is part of IPC Scope.</source>
        <translation>Dieser Prozess gehört zu IPC Scope.</translation>
    </message>
    <message>
        <source>Save that part and remove</source>
        <translation>Diesen Teil speichern und entfernen</translation>
    </message>
    <message>
        <source>Only a part of its contents can be saved, and nothing was removed yet: %1.</source>
        <translation>Nur ein Teil des Inhalts kann gespeichert werden, und noch wurde nichts entfernt: %1.</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorActions</name>
    <message>
        <source>Nothing can be done with it</source>
        <translation>Damit lässt sich nichts tun</translation>
    </message>
    <message>
        <source>Look at its contents</source>
        <translation>Inhalt ansehen</translation>
    </message>
    <message>
        <source>In a worker: %1</source>
        <translation>In einem Worker: %1</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>Verweis kopieren</translation>
    </message>
    <message>
        <source>Draw its levels over time</source>
        <translation>Seine Pegel über die Zeit zeichnen</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>Open in a worker</source>
        <translation>In einem Worker öffnen</translation>
    </message>
    <message>
        <source>This object cannot be opened: %1
%2</source>
        <translation>Dieses Objekt lässt sich nicht öffnen: %1
%2</translation>
    </message>
    <message>
        <source>A worker of yours opens %1.</source>
        <translation>Ein Worker von Ihnen öffnet %1.</translation>
    </message>
    <message>
        <source>Others use it: %1.</source>
        <translation>Andere benutzen es: %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>It could not be opened: %1</source>
        <translation>Es ließ sich nicht öffnen: %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorContents</name>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Look with a fetched descriptor…</source>
        <translation>Mit geholtem Deskriptor ansehen …</translation>
    </message>
    <message>
        <source>Look at what is in it now</source>
        <translation>Ansehen, was jetzt darin ist</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Four times a second</source>
        <translation>Viermal je Sekunde</translation>
    </message>
    <message>
        <source>Every second</source>
        <translation>Jede Sekunde</translation>
    </message>
    <message>
        <source>Every 5 s</source>
        <translation>Alle 5 s</translation>
    </message>
    <message>
        <source>How often it is looked at</source>
        <translation>Wie oft es angesehen wird</translation>
    </message>
    <message>
        <source>How it was looked at</source>
        <translation>Wie es angesehen wurde</translation>
    </message>
    <message>
        <source>Bytes and text</source>
        <translation>Bytes und Text</translation>
    </message>
    <message>
        <source>8-bit integers</source>
        <translation>8-Bit-Zahlen</translation>
    </message>
    <message>
        <source>16-bit integers</source>
        <translation>16-Bit-Zahlen</translation>
    </message>
    <message>
        <source>32-bit integers</source>
        <translation>32-Bit-Zahlen</translation>
    </message>
    <message>
        <source>64-bit integers</source>
        <translation>64-Bit-Zahlen</translation>
    </message>
    <message>
        <source>32-bit, unsigned</source>
        <translation>32 Bit, ohne Vorzeichen</translation>
    </message>
    <message>
        <source>64-bit, unsigned</source>
        <translation>64 Bit, ohne Vorzeichen</translation>
    </message>
    <message>
        <source>How bytes are shown</source>
        <translation>Wie Bytes gezeigt werden</translation>
    </message>
    <message>
        <source>Choose an object in the table: what is in it is shown here.</source>
        <translation>Wählen Sie ein Objekt in der Tabelle: hier steht, was darin ist.</translation>
    </message>
    <message>
        <source>It is gone.</source>
        <translation>Es ist fort.</translation>
    </message>
    <message>
        <source>An object of this kind has no contents that could be looked at without disturbing those who use it. Its state stands in the details.</source>
        <translation>Ein Objekt dieser Art hat keinen Inhalt, den man ansehen könnte, ohne die zu stören, die es benutzen. Sein Zustand steht bei den Einzelheiten.</translation>
    </message>
    <message>
        <source>Press “Look” to see what is in it now. Nothing is taken from anybody.</source>
        <translation>„Ansehen“ zeigt, was jetzt darin ist. Niemandem wird etwas genommen.</translation>
    </message>
    <message>
        <source>Fetch a descriptor?</source>
        <translation>Deskriptor holen?</translation>
    </message>
    <message>
        <source>To look into this object, a copy of a descriptor is taken from a process that holds it, used once and closed within microseconds.</source>
        <translation>Um in dieses Objekt zu sehen, wird von einem Prozess, der es hält, eine Kopie eines Deskriptors genommen, einmal benutzt und nach Mikrosekunden geschlossen.</translation>
    </message>
    <message>
        <source>Fetch and look</source>
        <translation>Holen und ansehen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Look all the same?</source>
        <translation>Trotzdem hineinsehen?</translation>
    </message>
    <message>
        <source>It is asked once for each object.</source>
        <translation>Gefragt wird einmal für jedes Objekt.</translation>
    </message>
    <message>
        <source>Nothing is read away from the process, and it is not stopped. But if it closes the object in that very moment, whoever is at the other end learns of it later, by those microseconds.</source>
        <translation>Dem Prozess wird nichts weggelesen, und er wird nicht angehalten. Schließt er das Objekt aber genau in diesem Moment, erfährt das andere Ende davon um diese Mikrosekunden später.</translation>
    </message>
    <message>
        <source>Look all the same…</source>
        <translation>Trotzdem hineinsehen …</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorDetails</name>
    <message>
        <source>Not updated while text is selected</source>
        <translation>Wird nicht erneuert, solange Text gewählt ist</translation>
    </message>
    <message>
        <source>Details of the selected object</source>
        <translation>Einzelheiten des gewählten Objekts</translation>
    </message>
    <message>
        <source>Back to what was selected before (Alt+Left)</source>
        <translation>Zurück zum vorher Gewählten (Alt+Links)</translation>
    </message>
    <message>
        <source>Draw its levels over time, also when something else is selected</source>
        <translation>Seine Pegel über die Zeit zeichnen, auch wenn anderes gewählt ist</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>Was sich damit tun lässt</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>It is gone</source>
        <translation>Es ist fort</translation>
    </message>
    <message>
        <source>%1 was not there any more when it was looked for last.</source>
        <translation>%1 war nicht mehr da, als zuletzt danach gesehen wurde.</translation>
    </message>
    <message>
        <source>Process %1 has ended.</source>
        <translation>Prozess %1 ist beendet.</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>Choose an object in the table: who holds it, who waits for it and what is at its other end is told here. Processes and objects in the text are links.</source>
        <translation>Wählen Sie ein Objekt in der Tabelle: hier steht, wer es hält, wer darauf wartet und was an seinem anderen Ende ist. Prozesse und Objekte im Text sind Verweise.</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorFindings</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>Gehe zu: %1</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopieren</translation>
    </message>
    <message>
        <source>remove…</source>
        <translation>entfernen …</translation>
    </message>
    <message>
        <source>Nothing has been looked at yet.</source>
        <translation>Noch wurde nichts angesehen.</translation>
    </message>
    <message>
        <source>Nothing is wrong, as far as can be seen</source>
        <translation>Soweit zu sehen, ist nichts falsch</translation>
    </message>
    <message>
        <source>Objects that somebody forgot, queues that are nearly full, processes that wait for each other and limits that are nearly used up are told here, with the command that mends them.</source>
        <translation>Hier stehen vergessene Objekte, fast volle Warteschlangen, Prozesse, die aufeinander warten, und fast erschöpfte Grenzen, mit dem Befehl, der es behebt.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The command is copied</source>
        <translation>Der Befehl ist kopiert</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorGraph</name>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>waits for room</source>
        <translation>wartet auf Platz</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>other end</source>
        <translation>anderes Ende</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorGraphPanel</name>
    <message>
        <source>Graph of who holds what</source>
        <translation>Graph: wer hält was</translation>
    </message>
    <message>
        <source>What the graph shows</source>
        <translation>Was der Graph zeigt</translation>
    </message>
    <message>
        <source>Around the selection</source>
        <translation>Um die Auswahl herum</translation>
    </message>
    <message>
        <source>The whole machine</source>
        <translation>Der ganze Rechner</translation>
    </message>
    <message>
        <source>Graph tools</source>
        <translation>Werkzeuge des Graphen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Arrange anew</source>
        <translation>Neu anordnen</translation>
    </message>
    <message>
        <source>Nothing has been looked at yet.</source>
        <translation>Noch wurde nichts angesehen.</translation>
    </message>
    <message>
        <source>Nothing on this machine joins one process with another, as far as can be seen.</source>
        <translation>Soweit zu sehen, verbindet auf diesem Rechner nichts einen Prozess mit einem anderen.</translation>
    </message>
    <message>
        <source>What the filter finds</source>
        <translation>Was der Filter findet</translation>
    </message>
    <message>
        <source>Choose an object or a process: who holds it, in which direction, and what is at the other end is drawn here. “The whole machine” shows all that joins one process with another, or what the filter finds.</source>
        <translation>Wählen Sie ein Objekt oder einen Prozess: hier wird gezeichnet, wer es hält, in welcher Richtung, und was am anderen Ende ist. „Der ganze Rechner“ zeigt alles, was einen Prozess mit einem anderen verbindet, oder was der Filter findet.</translation>
    </message>
    <message>
        <source>This is held by more processes than a graph can show.</source>
        <translation>Das halten mehr Prozesse, als ein Graph zeigen kann.</translation>
    </message>
    <message>
        <source>No object matches the filter.</source>
        <translation>Kein Objekt passt zum Filter.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are left out: a graph of so many shows nothing any more. A filter makes them fewer.</source>
        <translation>
            <numerusform>%n Objekt ist ausgelassen: ein Graph von so vielen zeigt nichts mehr. Ein Filter macht es weniger.</numerusform>
            <numerusform>%n Objekte sind ausgelassen: ein Graph von so vielen zeigt nichts mehr. Ein Filter macht es weniger.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorHistory</name>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>All objects</source>
        <translation>Alle Objekte</translation>
    </message>
    <message>
        <source>appeared, vanished</source>
        <translation>erschienen, verschwunden</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>Der Rechner</translation>
    </message>
    <message>
        <source>%1 appeared</source>
        <translation>%1 erschienen</translation>
    </message>
    <message>
        <source>%1 vanished</source>
        <translation>%1 verschwunden</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorHistoryPanel</name>
    <message>
        <source>Levels over time</source>
        <translation>Pegel über die Zeit</translation>
    </message>
    <message>
        <source>History tools</source>
        <translation>Werkzeuge des Verlaufs</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Keep the newest in view</source>
        <translation>Das Neueste im Blick behalten</translation>
    </message>
    <message>
        <source>As soon as something is watched, what appears and vanishes is marked here, and the levels of the selected object are drawn: how full it is, how many wait. Objects that are pinned stay when another one is selected.</source>
        <translation>Sobald beobachtet wird, steht hier, was erscheint und verschwindet, und die Pegel des gewählten Objekts werden gezeichnet: wie voll es ist, wie viele warten. Angeheftete Objekte bleiben, wenn ein anderes gewählt wird.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>%1: no level of it is known, so none is drawn.</source>
        <translation>%1: kein Füllstand davon ist bekannt, deshalb ist keiner gezeichnet.</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorModel</name>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>How full it is, and its other levels</source>
        <translation>Wie voll es ist, und seine anderen Pegel</translation>
    </message>
    <message>
        <source>User not known</source>
        <translation>Benutzer unbekannt</translation>
    </message>
    <message>
        <source>Held by nobody that can be seen</source>
        <translation>Von niemandem gehalten, den man sehen kann</translation>
    </message>
    <message numerus="yes">
        <source>%n waited for</source>
        <translation>
            <numerusform>auf %n wird gewartet</numerusform>
            <numerusform>auf %n wird gewartet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 objects, folded</source>
        <translation>%1, %2 Objekte, eingeklappt</translation>
    </message>
    <message>
        <source>%1, %2 objects, open</source>
        <translation>%1, %2 Objekte, offen</translation>
    </message>
    <message>
        <source>%1, gone</source>
        <translation>%1, nicht mehr da</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorPage</name>
    <message>
        <source>seen by: %1</source>
        <translation>gesehen durch: %1</translation>
    </message>
    <message>
        <source>removed, but still in use</source>
        <translation>entfernt, aber noch benutzt</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>of this program</source>
        <translation>dieses Programms</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Elternprozess</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>seen by user %1</source>
        <translation>gesehen von Benutzer %1</translation>
    </message>
    <message>
        <source>may look into all processes</source>
        <translation>darf in alle Prozesse sehen</translation>
    </message>
    <message>
        <source>may look into processes of the same user only</source>
        <translation>darf nur in Prozesse desselben Benutzers sehen</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Waited for</source>
        <translation>Erwartet</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not shown</source>
        <translation>Was nicht gezeigt wird</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>braucht %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for something to come</source>
        <translation>wartet, dass etwas kommt</translation>
    </message>
    <message>
        <source>waits for room</source>
        <translation>wartet auf Platz</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>, or for one of others</source>
        <translation>, oder auf eines von anderen</translation>
    </message>
    <message>
        <source>, for a limited time</source>
        <translation>, für begrenzte Zeit</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>, seit %1</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>Wer wartet</translation>
    </message>
    <message>
        <source>Who holds it</source>
        <translation>Wer es hält</translation>
    </message>
    <message>
        <source>Nobody holds it.</source>
        <translation>Niemand hält es.</translation>
    </message>
    <message>
        <source>Who holds it is not known: there are processes that may not be looked into.</source>
        <translation>Wer es hält, ist nicht bekannt: in manche Prozesse darf man nicht sehen.</translation>
    </message>
    <message>
        <source>There may be more: some processes may not be looked into.</source>
        <translation>Es kann weitere geben: in manche Prozesse darf man nicht sehen.</translation>
    </message>
    <message>
        <source>Who else had to do with it</source>
        <translation>Wer sonst damit zu tun hatte</translation>
    </message>
    <message>
        <source>At the other end</source>
        <translation>Am anderen Ende</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>gehalten von %1</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Made or changed</source>
        <translation>Angelegt oder geändert</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>process %1, which is gone</source>
        <translation>Prozess %1, der fort ist</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>%1%2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source> (ours)</source>
        <translation> (unserer)</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>asleep, cannot be interrupted</source>
        <translation>schläft, nicht zu unterbrechen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped by a debugger</source>
        <translation>von einem Debugger angehalten</translation>
    </message>
    <message>
        <source>ended, waits for its parent</source>
        <translation>beendet, wartet auf seinen Elternprozess</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation>Worauf er wartet</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Was er hält</translation>
    </message>
    <message>
        <source>No object that could be seen.</source>
        <translation>Kein Objekt, das man sehen könnte.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2 (%3)</source>
        <translation>%1 nicht lesbar: %2 (%3)</translation>
    </message>
    <message>
        <source>Its descriptors</source>
        <translation>Seine Deskriptoren</translation>
    </message>
    <message>
        <source>Its memory map</source>
        <translation>Seine Speicherkarte</translation>
    </message>
    <message>
        <source>The calls in which it sleeps</source>
        <translation>Die Aufrufe, in denen er schläft</translation>
    </message>
    <message>
        <source>To see more, start IPC Scope as root (sudo -E ipcscope), or give its probe the capability: sudo setcap %1+ep ipcscope-probe</source>
        <translation>Um mehr zu sehen, IPC Scope als root starten (sudo -E ipcscope) oder seiner Sonde die Fähigkeit geben: sudo setcap %1+ep ipcscope-probe</translation>
    </message>
    <message>
        <source>To see more: %1</source>
        <translation>Um mehr zu sehen: %1</translation>
    </message>
    <message>
        <source>Whether anybody waits for it is not known.</source>
        <translation>Ob jemand darauf wartet, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>process %1, which is not seen</source>
        <translation>Prozess %1, der nicht zu sehen ist</translation>
    </message>
    <message numerus="yes">
        <source>may look into all processes but %n</source>
        <translation>
            <numerusform>darf in alle Prozesse außer %n sehen</numerusform>
            <numerusform>darf in alle Prozesse außer %n sehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorPanel</name>
    <message>
        <source>Keep watching while another view is shown</source>
        <translation>Weiter beobachten, während eine andere Ansicht gezeigt wird</translation>
    </message>
    <message>
        <source>Hold the table as it is</source>
        <translation>Die Tabelle so lassen, wie sie ist</translation>
    </message>
    <message>
        <source>About what is selected</source>
        <translation>Über das Gewählte</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What is wrong on this machine, and what would mend it</source>
        <translation>Was auf diesem Rechner falsch ist, und was es behöbe</translation>
    </message>
    <message>
        <source>The newest sample</source>
        <translation>Die neueste Probe</translation>
    </message>
    <message>
        <source>Filter of objects</source>
        <translation>Filter der Objekte</translation>
    </message>
    <message>
        <source>Filter objects, such as  waiters  or  process == nginx and age &gt; 1h</source>
        <translation>Objekte filtern, etwa  waiters  oder  process == nginx and age &gt; 1h</translation>
    </message>
    <message>
        <source>What can be asked for</source>
        <translation>Wonach gefragt werden kann</translation>
    </message>
    <message>
        <source>What the filter found</source>
        <translation>Was der Filter gefunden hat</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>By mechanism</source>
        <translation>Nach Mechanismus</translation>
    </message>
    <message>
        <source>By process</source>
        <translation>Nach Prozess</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Nach Benutzer</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Enter applies it</source>
        <translation>Eingabe wendet ihn an</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No object matches the filter. The cross at its right takes it away.</source>
        <translation>Kein Objekt passt zum Filter. Das Kreuz rechts nimmt ihn weg.</translation>
    </message>
    <message>
        <source>There is no IPC object on this machine that could be seen.</source>
        <translation>Auf diesem Rechner gibt es kein IPC-Objekt, das man sehen könnte.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Sehe nach …</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n Prozess</numerusform>
            <numerusform>%n Prozesse</numerusform>
        </translation>
    </message>
    <message>
        <source>a sample takes %1</source>
        <translation>eine Probe dauert %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of IPC Scope itself not shown</source>
        <translation>
            <numerusform>%n von IPC Scope selbst nicht gezeigt</numerusform>
            <numerusform>%n von IPC Scope selbst nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>not watching now</source>
        <translation>beobachtet gerade nicht</translation>
    </message>
    <message>
        <source>every %1, so that it costs little</source>
        <translation>alle %1, damit es wenig kostet</translation>
    </message>
    <message>
        <source>The last sample failed: %1</source>
        <translation>Die letzte Probe schlug fehl: %1</translation>
    </message>
    <message>
        <source>Not everything can be seen</source>
        <translation>Nicht alles ist zu sehen</translation>
    </message>
    <message>
        <source>What is not shown, and what it would take</source>
        <translation>Was nicht gezeigt wird, und was es brauchte</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Befunde (%1)</translation>
    </message>
    <message>
        <source>What is not shown</source>
        <translation>Was nicht gezeigt wird</translation>
    </message>
    <message>
        <source>Looking for all IPC objects of this machine …</source>
        <translation>Suche alle IPC-Objekte dieses Rechners …</translation>
    </message>
    <message>
        <source>The objects of this machine could not be looked for: %1

It is tried again every second.</source>
        <translation>Die Objekte dieses Rechners ließen sich nicht suchen: %1

Es wird jede Sekunde wieder versucht.</translation>
    </message>
    <message>
        <source>Record in a session file…</source>
        <translation>In eine Sitzungsdatei aufzeichnen …</translation>
    </message>
    <message>
        <source>looking for who holds them …</source>
        <translation>sucht, wer sie hält …</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorRecordBar</name>
    <message>
        <source>Recording of the machine</source>
        <translation>Aufzeichnung des Rechners</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the recording like any other session</source>
        <translation>Die Aufzeichnung wie jede andere Sitzung öffnen</translation>
    </message>
    <message>
        <source>Hide this</source>
        <translation>Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording into %1: %2 so far.</source>
        <translation>Es wird in %1 aufgezeichnet: bisher %2.</translation>
    </message>
    <message>
        <source>Recorded %1 into %2.</source>
        <translation>%1 in %2 aufgezeichnet.</translation>
    </message>
    <message>
        <source>Only what the filter found when it began.</source>
        <translation>Nur, was der Filter zu Beginn fand.</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorRecorder</name>
    <message>
        <source>Record what is watched</source>
        <translation>Aufzeichnen, was beobachtet wird</translation>
    </message>
    <message>
        <source>IPC Scope sessions (*.ipcscope)</source>
        <translation>IPC-Scope-Sitzungen (*.ipcscope)</translation>
    </message>
    <message>
        <source>Nothing is recorded: %1</source>
        <translation>Nichts wird aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>a recording goes on already</source>
        <translation>eine Aufzeichnung läuft schon</translation>
    </message>
    <message>
        <source>Recorded %L1 events in %2: open it like any other session</source>
        <translation>%L1 Ereignisse in %2 aufgezeichnet: zu öffnen wie jede andere Sitzung</translation>
    </message>
    <message>
        <source>The recording could not be finished: %1</source>
        <translation>Die Aufzeichnung ließ sich nicht abschließen: %1</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Record in a session file…</source>
        <translation>In eine Sitzungsdatei aufzeichnen …</translation>
    </message>
    <message>
        <source>Nothing is written now: %1</source>
        <translation>Zurzeit wird nichts geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::MonitorTable</name>
    <message>
        <source>Objects of this machine</source>
        <translation>Objekte dieses Rechners</translation>
    </message>
    <message>
        <source>Of one mechanism</source>
        <translation>Eines Mechanismus</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie am Anfang</translation>
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
    <message>
        <source>Objects of this machine</source>
        <translation>Objekte dieses Rechners</translation>
    </message>
    <message>
        <source>What other programs hold: queues, pipes, sockets, locks, and who waits for whom</source>
        <translation>Was andere Programme halten: Warteschlangen, Pipes, Sockets, Sperren, und wer auf wen wartet</translation>
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
    <message>
        <source>A moment of the past is shown: go back to live to send something</source>
        <translation>Ein vergangener Moment wird gezeigt: zum Senden zurück zu Live gehen</translation>
    </message>
</context>
<context>
    <name>ipcscope::OwnExamples</name>
    <message>
        <source>There is no home directory to keep it in.</source>
        <translation>Es gibt kein Home-Verzeichnis, in dem es stehen könnte.</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>It is too large for an example.</source>
        <translation>Für ein Beispiel ist es zu groß.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::ParametersDialog</name>
    <message>
        <source>Run with parameters</source>
        <translation>Mit Parametern ausführen</translation>
    </message>
    <message>
        <source>What the program&apos;s let lines say. New values are written there before the program runs; Undo takes them back.</source>
        <translation>Was die let-Zeilen des Programms sagen. Neue Werte werden dort eingetragen, bevor das Programm läuft; Rückgängig nimmt sie zurück.</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Was nicht passt</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>the parameters</source>
        <translation>Parameter</translation>
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
    <name>ipcscope::PictureExport</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::Playback</name>
    <message>
        <source>Moment %1 of %2 ms</source>
        <translation>Moment %1 von %2 ms</translation>
    </message>
    <message>
        <source>Moment %1 of %2 s</source>
        <translation>Moment %1 von %2 s</translation>
    </message>
    <message>
        <source>Nothing happens after this moment</source>
        <translation>Nach diesem Moment geschieht nichts mehr</translation>
    </message>
    <message>
        <source>Nothing happened before this moment</source>
        <translation>Vor diesem Moment geschah nichts</translation>
    </message>
</context>
<context>
    <name>ipcscope::PlaybackBar</name>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Moment that is shown</source>
        <translation>Gezeigter Moment</translation>
    </message>
    <message>
        <source>Drag: the whole window shows the moment under the cursor</source>
        <translation>Ziehen: Das ganze Fenster zeigt den Moment unter dem Zeiger</translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation>Tempo der Wiedergabe</translation>
    </message>
    <message>
        <source>Speed of playback: 1 is as fast as it happened</source>
        <translation>Tempo der Wiedergabe: 1 ist so schnell, wie es geschah</translation>
    </message>
    <message>
        <source>Previous &amp;flow</source>
        <translation>Voriger &amp;Fluss</translation>
    </message>
    <message>
        <source>Back to the previous end of an arrow</source>
        <translation>Zurück zum vorigen Ende eines Pfeils</translation>
    </message>
    <message>
        <source>&amp;Previous event</source>
        <translation>&amp;Voriges Ereignis</translation>
    </message>
    <message>
        <source>Back to the previous event</source>
        <translation>Zurück zum vorigen Ereignis</translation>
    </message>
    <message>
        <source>Pl&amp;ay back</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>Play the recording back: nothing is executed</source>
        <translation>Die Aufzeichnung abspielen: Nichts wird ausgeführt</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>&amp;Nächstes Ereignis</translation>
    </message>
    <message>
        <source>On to the next event</source>
        <translation>Weiter zum nächsten Ereignis</translation>
    </message>
    <message>
        <source>Next fl&amp;ow</source>
        <translation>Nächster Fl&amp;uss</translation>
    </message>
    <message>
        <source>On to the next end of an arrow</source>
        <translation>Weiter zum nächsten Ende eines Pfeils</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Schleife</translation>
    </message>
    <message>
        <source>Again and again what lies between the cursors A and B, or all of it</source>
        <translation>Immer wieder, was zwischen den Cursorn A und B liegt, oder alles</translation>
    </message>
    <message>
        <source>&amp;Skip waiting</source>
        <translation>&amp;Warten überspringen</translation>
    </message>
    <message>
        <source>Shorten long times in which nothing happens</source>
        <translation>Lange Zeiten kürzen, in denen nichts geschieht</translation>
    </message>
    <message>
        <source>Li&amp;ve</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Back to what is now</source>
        <translation>Zurück zur Gegenwart</translation>
    </message>
    <message>
        <source>Pause pl&amp;ayback</source>
        <translation>Wiedergabe &amp;anhalten</translation>
    </message>
    <message>
        <source>Nothing to play back yet</source>
        <translation>Noch nichts abzuspielen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>As it ended</source>
        <translation>Wie es endete</translation>
    </message>
    <message>
        <source>%1: reading … %2 %</source>
        <translation>%1: liest … %2 %</translation>
    </message>
</context>
<context>
    <name>ipcscope::PlaybackObject</name>
    <message>
        <source>The object at this moment</source>
        <translation>Das Objekt in diesem Moment</translation>
    </message>
    <message>
        <source>%1: %2, %3 before</source>
        <translation>%1: %2, %3 davor</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing had been done with it yet.</source>
        <translation>Noch war nichts damit getan worden.</translation>
    </message>
    <message>
        <source>Sent: &lt;b&gt;%1&lt;/b&gt;, received: &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>Gesendet: &lt;b&gt;%1&lt;/b&gt;, empfangen: &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>, on the way: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>, unterwegs: &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>, on the way: at least &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>, unterwegs: mindestens &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>. Calls: %1</source>
        <translation>. Aufrufe: %1</translation>
    </message>
    <message>
        <source>, failed: %1</source>
        <translation>, gescheitert: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Zuletzt gesendet: %1</translation>
    </message>
    <message>
        <source>Last received: %1</source>
        <translation>Zuletzt empfangen: %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::PlaybackSign</name>
    <message>
        <source>A moment of the past is shown</source>
        <translation>Ein vergangener Moment wird gezeigt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Back from the moment of the past to what is now (Shift+F12)</source>
        <translation>Vom vergangenen Moment zurück zur Gegenwart (Umschalt+F12)</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu Live</translation>
    </message>
</context>
<context>
    <name>ipcscope::PlaybackView</name>
    <message>
        <source>&amp;Show this moment</source>
        <translation>Diesen &amp;Moment zeigen</translation>
    </message>
</context>
<context>
    <name>ipcscope::ProgramActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change of the program, whoever made it</source>
        <translation>Die letzte Änderung des Programms zurücknehmen, wer auch immer sie gemacht hat</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Zurückgenommenes wieder tun</translation>
    </message>
    <message>
        <source>Next &amp;problem</source>
        <translation>Nächstes &amp;Problem</translation>
    </message>
    <message>
        <source>Go to the next line that has an error or came out differently</source>
        <translation>Zur nächsten Zeile gehen, die einen Fehler hat oder anders ausging</translation>
    </message>
    <message>
        <source>There is no problem in the program</source>
        <translation>Im Programm gibt es kein Problem</translation>
    </message>
    <message>
        <source>&amp;Complete</source>
        <translation>&amp;Vervollständigen</translation>
    </message>
    <message>
        <source>Show what can stand at the cursor</source>
        <translation>Zeigen, was am Cursor stehen kann</translation>
    </message>
    <message>
        <source>Co&amp;mment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>Make the selected lines comments, or statements again</source>
        <translation>Die ausgewählten Zeilen zu Kommentaren machen oder wieder zu Anweisungen</translation>
    </message>
    <message>
        <source>Run &amp;from here</source>
        <translation>Ab hier a&amp;usführen</translation>
    </message>
    <message>
        <source>Run the program on fresh workers: everything above the line of the cursor without stopping, then pause there, to step or continue</source>
        <translation>Das Programm mit frischen Workern ausführen: alles über der Zeile des Cursors ohne Halt, dann dort anhalten, für Schritte oder zum Fortsetzen</translation>
    </message>
    <message>
        <source>Record from &amp;here</source>
        <translation>Ab hier auf&amp;zeichnen</translation>
    </message>
    <message>
        <source>Run what stands above the line of the cursor on fresh workers; what you click then is written there, before the lines that follow</source>
        <translation>Ausführen, was über der Zeile des Cursors steht, mit frischen Workern; was Sie dann anklicken, wird dort eingetragen, vor den folgenden Zeilen</translation>
    </message>
    <message>
        <source>Record &amp;at the end again</source>
        <translation>&amp;Wieder am Ende aufzeichnen</translation>
    </message>
    <message>
        <source>What you click is written behind the last line of the program</source>
        <translation>Was Sie anklicken, wird hinter die letzte Zeile des Programms geschrieben</translation>
    </message>
    <message>
        <source>&amp;Do this line now</source>
        <translation>Diese Zei&amp;le jetzt ausführen</translation>
    </message>
    <message>
        <source>Do the statement in the line of the cursor at once, with the workers and objects that there are; the program stays as it is</source>
        <translation>Die Anweisung in der Zeile des Cursors sofort ausführen, mit den vorhandenen Workern und Objekten; das Programm bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Fill &amp;in expected outcomes</source>
        <translation>Erwartete Ausgänge e&amp;intragen</translation>
    </message>
    <message>
        <source>Write behind each line what came of it in this run, so that the program expects it from now on; what differs from run to run by its nature is left out</source>
        <translation>Hinter jede Zeile schreiben, was in diesem Lauf aus ihr wurde, sodass das Programm es von nun an erwartet; was naturgemäß von Lauf zu Lauf anders ist, wird weggelassen</translation>
    </message>
    <message>
        <source>Run &amp;with parameters…</source>
        <translation>Mit &amp;Parametern ausführen…</translation>
    </message>
    <message>
        <source>Say other values for the program&apos;s let lines, then run it</source>
        <translation>Andere Werte für die let-Zeilen des Programms angeben, dann ausführen</translation>
    </message>
</context>
<context>
    <name>ipcscope::ProgramDocument</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>withdrawing a line</source>
        <translation>Zeile zurückziehen</translation>
    </message>
    <message>
        <source>not waiting for the outcome</source>
        <translation>nicht auf den Ausgang warten</translation>
    </message>
    <message>
        <source>the expected outcome</source>
        <translation>erwarteter Ausgang</translation>
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
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>no comment</source>
        <translation>kein Kommentar</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
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
    <message>
        <source>Where clicks are written</source>
        <translation>Wohin Klicks geschrieben werden</translation>
    </message>
    <message>
        <source>Clicks are written before line %1.</source>
        <translation>Klicks werden vor Zeile %1 geschrieben.</translation>
    </message>
    <message>
        <source>Write them at the end</source>
        <translation>Ans Ende schreiben</translation>
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
    <name>ipcscope::RecentFiles</name>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch wurde nichts geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source> (missing)</source>
        <translation> (fehlt)</translation>
    </message>
</context>
<context>
    <name>ipcscope::RecordingBar</name>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Opened recording</source>
        <translation>Geöffnete Aufzeichnung</translation>
    </message>
    <message>
        <source>Run the program of this recording on fresh workers and objects</source>
        <translation>Das Programm dieser Aufzeichnung mit frischen Workern und Objekten ausführen</translation>
    </message>
    <message>
        <source>A recording of %1.</source>
        <translation>Eine Aufzeichnung von %1.</translation>
    </message>
    <message>
        <source>A recording.</source>
        <translation>Eine Aufzeichnung.</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Entstanden am %1.</translation>
    </message>
    <message>
        <source>Reading … %1 %</source>
        <translation>Liest … %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)…</source>
        <translation>
            <numerusform>%n Bemerkung …</numerusform>
            <numerusform>%n Bemerkungen …</numerusform>
        </translation>
    </message>
    <message>
        <source>About this recording</source>
        <translation>Über diese Aufzeichnung</translation>
    </message>
    <message>
        <source>What could not be read, or is not known:</source>
        <translation>Was nicht zu lesen oder nicht bekannt ist:</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Einlesen abbrechen</translation>
    </message>
    <message>
        <source>What was read until now stays; open it again to read all of it</source>
        <translation>Was bis jetzt eingelesen ist, bleibt; erneutes Öffnen liest alles</translation>
    </message>
</context>
<context>
    <name>ipcscope::RecoveryBar</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Recordings that were recovered</source>
        <translation>Wiedergefundene Aufzeichnungen</translation>
    </message>
    <message>
        <source>Show what was recorded; save it to keep it</source>
        <translation>Zeigen, was aufgezeichnet wurde; zum Behalten speichern</translation>
    </message>
    <message>
        <source>Remove the recording for good</source>
        <translation>Die Aufzeichnung endgültig entfernen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>The program ended unexpectedly while it recorded: what it had until %1 was kept (%2).</source>
        <translation>Das Programm endete unerwartet beim Aufzeichnen: was es bis %1 hatte, blieb erhalten (%2).</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more.</source>
        <translation>
            <numerusform>Es gibt %n weitere.</numerusform>
            <numerusform>Es gibt %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was recovered is shown. Save it under another name to keep it, then discard it here.</source>
        <translation>Das Wiedergefundene wird gezeigt. Zum Behalten unter anderem Namen speichern, dann hier verwerfen.</translation>
    </message>
    <message>
        <source>The run is not being kept on disk (%1): it goes on in memory, up to what this machine has.</source>
        <translation>Der Lauf wird nicht auf der Platte festgehalten (%1): er geht im Speicher weiter, soweit dieser Rechner reicht.</translation>
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
    <message>
        <source>Limits of this machine, now</source>
        <translation>Grenzen dieses Rechners, jetzt</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>Gelesen aus</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Manual page</source>
        <translation>Handbuchseite</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>Wer was darf</translation>
    </message>
    <message>
        <source>Manual pages</source>
        <translation>Handbuchseiten</translation>
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
    <name>ipcscope::ReplayDialog</name>
    <message>
        <source>As &amp;fast as possible</source>
        <translation>So &amp;schnell wie möglich</translation>
    </message>
    <message>
        <source>As &amp;recorded</source>
        <translation>Wie auf&amp;gezeichnet</translation>
    </message>
    <message>
        <source>S&amp;caled, times as fast:</source>
        <translation>S&amp;kaliert, so vielmal so schnell:</translation>
    </message>
    <message>
        <source>Step &amp;by step</source>
        <translation>Schri&amp;tt für Schritt</translation>
    </message>
    <message>
        <source>Execute again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>The program runs again, for real, on fresh workers and fresh objects. What comes out is compared with the recording.</source>
        <translation>Das Programm läuft erneut, wirklich, mit frischen Workern und frischen Objekten. Was herauskommt, wird mit der Aufzeichnung verglichen.</translation>
    </message>
    <message>
        <source>An operation is different if this differs</source>
        <translation>Eine Operation ist anders, wenn dies anders ist</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>How many times as fast</source>
        <translation>Wievielmal so schnell</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Each statement begins when it began then</source>
        <translation>Jede Anweisung beginnt, wann sie damals begann</translation>
    </message>
    <message>
        <source>Waits before each statement until you go on</source>
        <translation>Wartet vor jeder Anweisung, bis Sie fortfahren</translation>
    </message>
    <message>
        <source>Runs, one after the &amp;other:</source>
        <translation>Läufe &amp;nacheinander:</translation>
    </message>
    <message>
        <source>Left out: it may touch what this program has not made</source>
        <translation>Ausgelassen: es kann berühren, was dieses Programm nicht angelegt hat</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>Was ausgelassen wird</translation>
    </message>
    <message>
        <source>line %1: %2
    %3</source>
        <translation>Zeile %1: %2
    %3</translation>
    </message>
    <message>
        <source>Do this, &amp;too: it may change what belongs to other programs</source>
        <translation>A&amp;uch dies tun: es kann ändern, was anderen Programmen gehört</translation>
    </message>
</context>
<context>
    <name>ipcscope::ReplayRunner</name>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>ipcscope::RunController</name>
    <message>
        <source>A moment of the past is shown: go back to live to send something</source>
        <translation>Ein vergangener Moment wird gezeigt: zum Senden zurück zu Live gehen</translation>
    </message>
</context>
<context>
    <name>ipcscope::SavedFilters</name>
    <message>
        <source>Failed calls</source>
        <translation>Gescheiterte Aufrufe</translation>
    </message>
    <message>
        <source>Blocked for more than 1 ms</source>
        <translation>Länger als 1 ms blockiert</translation>
    </message>
    <message>
        <source>Events with a flow</source>
        <translation>Ereignisse mit Fluss</translation>
    </message>
    <message>
        <source>Interrupted by a signal</source>
        <translation>Von einem Signal unterbrochen</translation>
    </message>
    <message>
        <source>Would have blocked</source>
        <translation>Hätte blockiert</translation>
    </message>
    <message>
        <source>4 KiB and more</source>
        <translation>4 KiB und mehr</translation>
    </message>
    <message>
        <source>Lost events</source>
        <translation>Verlorene Ereignisse</translation>
    </message>
</context>
<context>
    <name>ipcscope::SavedFiltersDialog</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Keep in the session</source>
        <translation>In der Sitzung speichern</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Keep for me</source>
        <translation>Für mich speichern</translation>
    </message>
    <message>
        <source>in this session</source>
        <translation>in dieser Sitzung</translation>
    </message>
    <message>
        <source>for me</source>
        <translation>für mich</translation>
    </message>
    <message>
        <source>with the program</source>
        <translation>im Programm</translation>
    </message>
</context>
<context>
    <name>ipcscope::Sequence</name>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>never came back</source>
        <translation>kam nie zurück</translation>
    </message>
    <message>
        <source>%1 events lost</source>
        <translation>%1 Ereignisse verloren</translation>
    </message>
    <message>
        <source>killed %1</source>
        <translation>getötet %1</translation>
    </message>
    <message>
        <source>exited %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
</context>
<context>
    <name>ipcscope::SequencePainter</name>
    <message>
        <source>not received</source>
        <translation>nicht empfangen</translation>
    </message>
    <message>
        <source>not received by %1</source>
        <translation>von %1 nicht empfangen</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>→ %1, %2 later</source>
        <translation>→ %1, %2 später</translation>
    </message>
    <message>
        <source>← %1</source>
        <translation>← %1</translation>
    </message>
    <message>
        <source>← %1, %2 before</source>
        <translation>← %1, %2 zuvor</translation>
    </message>
    <message>
        <source>(coalesced)</source>
        <translation>(zusammengefasst)</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>vermutet</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>… %1 more rows not shown</source>
        <translation>… %1 weitere Zeilen nicht gezeigt</translation>
    </message>
    <message>
        <source>%1 of the %2 rows in sight are drawn: zoom in to see each</source>
        <translation>%1 der %2 sichtbaren Zeilen sind gezeichnet: vergrößern, um jede zu sehen</translation>
    </message>
</context>
<context>
    <name>ipcscope::SequencePanel</name>
    <message>
        <source>&amp;SVG picture…</source>
        <translation>&amp;SVG-Bild …</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Als SVG exportieren</translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation>SVG-Bilder (*.svg)</translation>
    </message>
    <message>
        <source>&amp;PNG picture…</source>
        <translation>&amp;PNG-Bild …</translation>
    </message>
    <message>
        <source>Export as PNG</source>
        <translation>Als PNG exportieren</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>&amp;Mermaid text…</source>
        <translation>&amp;Mermaid-Text …</translation>
    </message>
    <message>
        <source>Export for Mermaid</source>
        <translation>Für Mermaid exportieren</translation>
    </message>
    <message>
        <source>Mermaid diagrams (*.mmd)</source>
        <translation>Mermaid-Diagramme (*.mmd)</translation>
    </message>
    <message>
        <source>Plant&amp;UML text…</source>
        <translation>Plant&amp;UML-Text …</translation>
    </message>
    <message>
        <source>Export for PlantUML</source>
        <translation>Für PlantUML exportieren</translation>
    </message>
    <message>
        <source>PlantUML diagrams (*.puml)</source>
        <translation>PlantUML-Diagramme (*.puml)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copy as M&amp;ermaid text</source>
        <translation>Als M&amp;ermaid-Text kopieren</translation>
    </message>
    <message>
        <source>The diagram is on the clipboard. %1</source>
        <translation>Das Diagramm ist in der Zwischenablage. %1</translation>
    </message>
    <message>
        <source>Only rows in s&amp;ight</source>
        <translation>Nur s&amp;ichtbare Zeilen</translation>
    </message>
    <message>
        <source>Pictures in the &amp;window&apos;s colours</source>
        <translation>Bilder in den Farben des &amp;Fensters</translation>
    </message>
    <message>
        <source>Else they are on white, as documents and slides are</source>
        <translation>Sonst stehen sie auf Weiß, wie Dokumente und Folien</translation>
    </message>
    <message>
        <source>%1 is written. %2</source>
        <translation>%1 ist geschrieben. %2</translation>
    </message>
    <message>
        <source>It was cut: %1 rows and %2 columns are not in it, which it says.</source>
        <translation>Es wurde gekürzt: %1 Zeilen und %2 Spalten fehlen, was darin gesagt ist.</translation>
    </message>
    <message>
        <source>There is nothing to export: nothing has run.</source>
        <translation>Es gibt nichts zu exportieren: nichts ist gelaufen.</translation>
    </message>
    <message>
        <source>Sequence diagram of %1; %2 rows.</source>
        <translation>Sequenzdiagramm von %1; %2 Zeilen.</translation>
    </message>
    <message>
        <source>It was cut: %1 rows are not in it, which it says.</source>
        <translation>Es wurde gekürzt: %1 Zeilen fehlen, was darin gesagt ist.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>E&amp;xport sequence</source>
        <translation>Sequenz e&amp;xportieren</translation>
    </message>
    <message>
        <source>Sequence tools</source>
        <translation>Werkzeuge der Sequenz</translation>
    </message>
    <message>
        <source>Nothing has run yet. Run a program, or click a mechanism on the left.</source>
        <translation>Noch ist nichts gelaufen. Ein Programm ausführen oder links einen Mechanismus anklicken.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Larger (+, or Ctrl and the wheel)</source>
        <translation>Größer (+, oder Strg und Mausrad)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>Usual size (0)</source>
        <translation>Übliche Größe (0)</translation>
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
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Which rows are drawn, and how</source>
        <translation>Welche Zeilen gezeichnet werden, und wie</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Which processes are drawn</source>
        <translation>Welche Prozesse gezeichnet werden</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>As a picture, or as text for Mermaid or PlantUML</source>
        <translation>Als Bild, oder als Text für Mermaid oder PlantUML</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop looking for rows</source>
        <translation>Suche nach Zeilen anhalten</translation>
    </message>
    <message>
        <source>Show &amp;objects as columns</source>
        <translation>&amp;Objekte als Spalten zeigen</translation>
    </message>
    <message>
        <source>Each call is an arrow to or from its object</source>
        <translation>Jeder Aufruf ist ein Pfeil zu seinem Objekt oder von ihm</translation>
    </message>
    <message>
        <source>&amp;Messages only</source>
        <translation>Nur &amp;Nachrichten</translation>
    </message>
    <message>
        <source>Leave out calls that send and receive nothing</source>
        <translation>Aufrufe weglassen, die nichts senden und empfangen</translation>
    </message>
    <message>
        <source>Distances to &amp;scale</source>
        <translation>&amp;Maßstäbliche Abstände</translation>
    </message>
    <message>
        <source>Rows stand as far apart as they are in time</source>
        <translation>Zeilen stehen so weit auseinander wie in der Zeit</translation>
    </message>
    <message>
        <source>&amp;Gaps are longer than</source>
        <translation>&amp;Lücken sind länger als</translation>
    </message>
    <message>
        <source>Hide processes &amp;without messages</source>
        <translation>Prozesse &amp;ohne Nachrichten verbergen</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Alle &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Usual order</source>
        <translation>&amp;Übliche Reihenfolge</translation>
    </message>
    <message>
        <source>… and more: hide them by their heads</source>
        <translation>… und mehr: an ihren Köpfen zu verbergen</translation>
    </message>
    <message>
        <source>No row matches the filter.</source>
        <translation>Keine Zeile passt zum Filter.</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Es gibt noch nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>%1 % of the events looked at</source>
        <translation>%1 % der Ereignisse angesehen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>The export was cancelled: nothing is written.</source>
        <translation>Der Export wurde abgebrochen: Nichts ist geschrieben.</translation>
    </message>
    <message>
        <source>Looking for the rows …</source>
        <translation>Sucht die Zeilen …</translation>
    </message>
    <message>
        <source>Writing the diagram …</source>
        <translation>Schreibt das Diagramm …</translation>
    </message>
</context>
<context>
    <name>ipcscope::SequenceView</name>
    <message>
        <source>Up and down go from row to row, with control within the marked column; left and right mark another column, with control and shift they move it; J goes to the other end of an arrow.</source>
        <translation>Auf und Ab gehen von Zeile zu Zeile, mit Strg in der markierten Spalte; Links und Rechts markieren eine andere Spalte, mit Strg und Umschalt verschieben sie sie; J geht zum anderen Ende eines Pfeils.</translation>
    </message>
    <message>
        <source>Go to the &amp;other end	J</source>
        <translation>Zum &amp;anderen Ende gehen	J</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Move “%1” &amp;left	Ctrl+Shift+Left</source>
        <translation>„%1“ nach &amp;links	Strg+Umschalt+Links</translation>
    </message>
    <message>
        <source>Move “%1” &amp;right	Ctrl+Shift+Right</source>
        <translation>„%1“ nach &amp;rechts	Strg+Umschalt+Rechts</translation>
    </message>
    <message>
        <source>&amp;Hide “%1”	Del</source>
        <translation>„%1“ &amp;verbergen	Entf</translation>
    </message>
    <message>
        <source>&amp;Show all columns</source>
        <translation>Alle Spalten &amp;zeigen</translation>
    </message>
    <message>
        <source>%1
%2
Drag it to move the column.</source>
        <translation>%1
%2
Ziehen verschiebt die Spalte.</translation>
    </message>
    <message>
        <source>Sequence diagram</source>
        <translation>Sequenzdiagramm</translation>
    </message>
</context>
<context>
    <name>ipcscope::Session</name>
    <message>
        <source>A moment of the past is shown: go back to live to send something</source>
        <translation>Ein vergangener Moment wird gezeigt: zum Senden zurück zu Live gehen</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>There is no operation in this line or below it to begin with</source>
        <translation>In dieser Zeile und darunter gibt es keine Operation, mit der begonnen werden könnte</translation>
    </message>
    <message>
        <source>A repeat stands around this line: choose one before or behind it</source>
        <translation>Um diese Zeile steht eine Wiederholung: eine Zeile davor oder dahinter wählen</translation>
    </message>
    <message>
        <source>No worker is started above this line: choose one further below</source>
        <translation>Über dieser Zeile wird kein Worker gestartet: eine weiter unten wählen</translation>
    </message>
    <message>
        <source>Nothing is running that could do it: run the program first, or record from here</source>
        <translation>Nichts läuft, das es tun könnte: erst das Programm ausführen oder ab hier aufzeichnen</translation>
    </message>
    <message>
        <source>This line means nothing without those around it</source>
        <translation>Diese Zeile bedeutet nichts ohne die um sie herum</translation>
    </message>
</context>
<context>
    <name>ipcscope::SessionFiles</name>
    <message>
        <source>Nothing has been recorded yet: run the program first, or save it as text (.ips).</source>
        <translation>Noch ist nichts aufgezeichnet: zuerst das Programm ausführen, oder es als Text speichern (.ips).</translation>
    </message>
    <message>
        <source>Saving the session …</source>
        <translation>Die Sitzung wird gespeichert …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Reading this recording was stopped, so a part of it would be missing: open it again to save it.</source>
        <translation>Das Lesen dieser Aufzeichnung wurde abgebrochen, ein Teil von ihr würde also fehlen: zum Speichern erneut öffnen.</translation>
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
    <name>ipcscope::StatisticsModel</name>
    <message numerus="yes">
        <source>%1: %n call(s)</source>
        <translation>
            <numerusform>%1: %n Aufruf</numerusform>
            <numerusform>%1: %n Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n Marke</numerusform>
            <numerusform>%n Marken</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 failed (%2)</source>
        <translation>%L1 gescheitert (%2)</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>%L1 ended with their process</source>
        <translation>%L1 endeten mit ihrem Prozess</translation>
    </message>
    <message>
        <source>%L1 events lost</source>
        <translation>%L1 Ereignisse verloren</translation>
    </message>
    <message>
        <source>Durations: %1</source>
        <translation>Dauern: %1</translation>
    </message>
    <message>
        <source>Calls that came back, and what happened by itself (deliveries, ends)</source>
        <translation>Aufrufe, die zurückkamen, und was von selbst geschah (Zustellungen, Enden)</translation>
    </message>
    <message>
        <source>Bytes that successful calls sent and received</source>
        <translation>Bytes, die erfolgreiche Aufrufe sendeten und empfingen</translation>
    </message>
    <message>
        <source>Calls a second, over the time that is counted</source>
        <translation>Aufrufe je Sekunde, über die gezählte Zeit</translation>
    </message>
    <message>
        <source>How the durations are spread, on an axis of magnitudes; the line is the median</source>
        <translation>Wie sich die Dauern verteilen, auf einer Achse der Größenordnungen; der Strich ist der Median</translation>
    </message>
    <message>
        <source>To 1.6 %</source>
        <translation>Auf 1,6 %</translation>
    </message>
    <message>
        <source>Time asleep in the kernel, all calls together</source>
        <translation>Im Kernel geschlafene Zeit, alle Aufrufe zusammen</translation>
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
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>je Sekunde</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Dauern</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>99 %</source>
        <translation>99 %</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message numerus="yes">
        <source>blocked %n time(s), %1 in all</source>
        <translation>
            <numerusform>%n-mal blockiert, zusammen %1</numerusform>
            <numerusform>%n-mal blockiert, zusammen %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipcscope::StatisticsPanel</name>
    <message>
        <source>Stop counting</source>
        <translation>Zählen anhalten</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Statistics of</source>
        <translation>Statistik über</translation>
    </message>
    <message>
        <source>As filtered</source>
        <translation>Wie gefiltert</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>Between the cursors</source>
        <translation>Zwischen den Cursorn</translation>
    </message>
    <message>
        <source>Which events are counted</source>
        <translation>Welche Ereignisse gezählt werden</translation>
    </message>
    <message>
        <source>Progress of counting</source>
        <translation>Fortschritt des Zählens</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>The chosen row in words</source>
        <translation>Die gewählte Zeile in Worten</translation>
    </message>
    <message>
        <source>Nothing is counted yet</source>
        <translation>Noch ist nichts gezählt</translation>
    </message>
    <message>
        <source>Durations of %1</source>
        <translation>Dauern von %1</translation>
    </message>
    <message>
        <source>%1 has no durations</source>
        <translation>%1 hat keine Dauern</translation>
    </message>
    <message>
        <source>Export statistics</source>
        <translation>Statistik exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
</context>
<context>
    <name>ipcscope::Stuck</name>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>%1 %2: waits for %3</source>
        <translation>%1 %2: wartet auf %3</translation>
    </message>
</context>
<context>
    <name>ipcscope::StuckBar</name>
    <message>
        <source>Why is it stuck?</source>
        <translation>Warum hängt es?</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>Deadlock</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 Deadlock: %2 will never go on by itself.</source>
        <translation>%1 Deadlock: %2 geht nie von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 Deadlock: %2 will never go on by themselves.</source>
        <translation>%1 Deadlock: %2 gehen nie von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>ipcscope::StuckPage</name>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>(itself)</source>
        <translation>(er selbst)</translation>
    </message>
    <message>
        <source>(has ended)</source>
        <translation>(ist zu Ende)</translation>
    </message>
    <message>
        <source>(waits, too)</source>
        <translation>(wartet auch)</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>andere Programme</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>behind a deadlock:</source>
        <translation>hinter einem Deadlock:</translation>
    </message>
    <message>
        <source>locks in different orders:</source>
        <translation>Sperren in verschiedener Reihenfolge:</translation>
    </message>
    <message>
        <source>Nobody is blocked.</source>
        <translation>Niemand ist blockiert.</translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <translation>Nichts läuft.</translation>
    </message>
    <message>
        <source>As soon as a worker waits, this says for what, who could end it, and whether anybody still can. A deadlock is claimed only if it is certain. Locks that are taken in different orders are told before they end in one.</source>
        <translation>Sobald ein Worker wartet, steht hier, worauf, wer es beenden könnte, und ob das noch jemand kann. Ein Deadlock wird nur behauptet, wenn er sicher ist. Sperren, die in verschiedener Reihenfolge genommen werden, werden genannt, bevor sie in einem enden.</translation>
    </message>
</context>
<context>
    <name>ipcscope::StuckPanel</name>
    <message>
        <source>Why is it stuck?</source>
        <translation>Warum hängt es?</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Not worked out.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Who waits for whom is worked out for moments with up to %1 events before them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Nicht ermittelt.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Wer auf wen wartet, wird für Momente mit bis zu %1 Ereignissen davor ermittelt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Being worked out.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Who waits for whom is said when the moment stands still.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Wird ermittelt.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Wer auf wen wartet, steht hier, sobald der Moment stillsteht.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>ipcscope::TextHistory</name>
    <message>
        <source>typing</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>inserting</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>replacing</source>
        <translation>Ersetzen</translation>
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
    <name>ipcscope::TimelineExport</name>
    <message>
        <source>Export &amp;timeline</source>
        <translation>Zeit&amp;achse exportieren</translation>
    </message>
    <message>
        <source>&amp;SVG picture…</source>
        <translation>&amp;SVG-Bild …</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Als SVG exportieren</translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation>SVG-Bilder (*.svg)</translation>
    </message>
    <message>
        <source>&amp;PNG picture…</source>
        <translation>&amp;PNG-Bild …</translation>
    </message>
    <message>
        <source>Export as PNG</source>
        <translation>Als PNG exportieren</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Only what is in s&amp;ight</source>
        <translation>Nur S&amp;ichtbares</translation>
    </message>
    <message>
        <source>Else the whole recording, with all lanes</source>
        <translation>Sonst die ganze Aufzeichnung mit allen Spuren</translation>
    </message>
    <message>
        <source>Pictures in the &amp;window&apos;s colours</source>
        <translation>Bilder in den Farben des &amp;Fensters</translation>
    </message>
    <message>
        <source>Else they are on white, as documents and slides are</source>
        <translation>Sonst stehen sie auf Weiß, wie Dokumente und Folien</translation>
    </message>
    <message>
        <source>Timeline of %1: %2 from %3 on.</source>
        <translation>Zeitachse von %1: %2 ab %3.</translation>
    </message>
    <message>
        <source>%1 is written. %2</source>
        <translation>%1 ist geschrieben. %2</translation>
    </message>
    <message>
        <source>There is nothing to export: nothing has run.</source>
        <translation>Es gibt nichts zu exportieren: nichts ist gelaufen.</translation>
    </message>
    <message numerus="yes">
        <source>It was cut: %n lane(s) are not in it, which it says.</source>
        <translation>
            <numerusform>Es wurde gekürzt: %n Spur fehlt, was darin gesagt ist.</numerusform>
            <numerusform>Es wurde gekürzt: %n Spuren fehlen, was darin gesagt ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was cut, as it would have too many shapes, which it says: a PNG has them all.</source>
        <translation>Es wurde gekürzt, weil es zu viele Formen hätte, was darin gesagt ist: Ein PNG enthält sie alle.</translation>
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
    <message>
        <source>Browse examples…</source>
        <translation>In Beispielen stöbern…</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Follow the message: to where it arrived, then to what was sent next (]; back with [)</source>
        <translation>Der Nachricht folgen: dorthin, wo sie ankam, dann zu dem, was als Nächstes gesendet wurde (]; zurück mit [)</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure the selected event (M); or drag in the ruler</source>
        <translation>Das ausgewählte Ereignis messen (M); oder im Lineal ziehen</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to a time, a step or an event: 1.5s, +5ms, #12 (Ctrl+G)</source>
        <translation>Zu einer Zeit, einem Schritt oder Ereignis gehen: 1.5s, +5ms, #12 (Strg+G)</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Mark this moment, with a note (Ctrl+B)</source>
        <translation>Diesen Moment markieren, mit Notiz (Strg+B)</translation>
    </message>
    <message>
        <source>Lanes and arrows</source>
        <translation>Spuren und Pfeile</translation>
    </message>
    <message>
        <source>Group, show and hide lanes, arrows, bookmarks</source>
        <translation>Spuren, Pfeile, Lesezeichen ordnen, zeigen und verbergen</translation>
    </message>
    <message>
        <source>Keys and signs</source>
        <translation>Tasten und Zeichen</translation>
    </message>
    <message>
        <source>All keys of the timeline, and what its signs mean (?)</source>
        <translation>Alle Tasten der Zeitachse, und was ihre Zeichen bedeuten (?)</translation>
    </message>
    <message>
        <source>Look at this machine…</source>
        <translation>Diesen Rechner ansehen …</translation>
    </message>
    <message>
        <source>All IPC objects of this machine: who holds them, who waits, what is wrong</source>
        <translation>Alle IPC-Objekte dieses Rechners: wer sie hält, wer wartet, was falsch ist</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>As a picture: SVG or PNG</source>
        <translation>Als Bild: SVG oder PNG</translation>
    </message>
</context>
<context>
    <name>ipcscope::TimelineView</name>
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
    <message>
        <source>pinned to the top</source>
        <translation>oben angeheftet</translation>
    </message>
    <message>
        <source>level %1 of the process tree</source>
        <translation>Ebene %1 des Prozessbaums</translation>
    </message>
    <message>
        <source>lane %1</source>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Up and down move between lanes, control with left and right between events, J to the other end of a flow; plus and minus zoom, F fits, L follows; question mark lists all keys.</source>
        <translation>Auf und Ab wechseln die Spur, Strg mit Links und Rechts das Ereignis, J geht zum anderen Ende eines Flusses; Plus und Minus vergrößern und verkleinern, F passt ein, L folgt; das Fragezeichen nennt alle Tasten.</translation>
    </message>
    <message>
        <source>A call; its colour is the mechanism&apos;s</source>
        <translation>Ein Aufruf; seine Farbe ist die des Mechanismus</translation>
    </message>
    <message>
        <source>Blocked in a call: hatched</source>
        <translation>In einem Aufruf blockiert: schraffiert</translation>
    </message>
    <message>
        <source>Failed: a red foot</source>
        <translation>Gescheitert: ein roter Fuß</translation>
    </message>
    <message>
        <source>Has not come back yet: a torn end</source>
        <translation>Noch nicht zurück: ein ausgefranstes Ende</translation>
    </message>
    <message>
        <source>Life of a process; the line: nothing to do, between calls</source>
        <translation>Leben eines Prozesses; die Linie: nichts zu tun, zwischen Aufrufen</translation>
    </message>
    <message>
        <source>Events were lost here; the number says how many</source>
        <translation>Hier gingen Ereignisse verloren; die Zahl sagt, wie viele</translation>
    </message>
    <message>
        <source>Does not match the filter</source>
        <translation>Passt nicht zum Filter</translation>
    </message>
    <message>
        <source>Signal: sent, and pending as long as the line</source>
        <translation>Signal: gesendet, und anhängig, solange die Linie reicht</translation>
    </message>
    <message>
        <source>Signal: delivered</source>
        <translation>Signal: zugestellt</translation>
    </message>
    <message>
        <source>Signal: several became one</source>
        <translation>Signal: aus mehreren wurde eines</translation>
    </message>
    <message>
        <source>Something else happened</source>
        <translation>Etwas anderes geschah</translation>
    </message>
    <message>
        <source>A level: value of a semaphore, messages in a queue, bytes</source>
        <translation>Ein Pegel: Wert eines Semaphors, Nachrichten in einer Warteschlange, Bytes</translation>
    </message>
    <message>
        <source>Writes into memory: height is the place, colour the writer</source>
        <translation>Schreiben in den Speicher: die Höhe ist der Ort, die Farbe der Schreiber</translation>
    </message>
    <message>
        <source>Keys and signs of the timeline</source>
        <translation>Tasten und Zeichen der Zeitachse</translation>
    </message>
    <message>
        <source>wheel, + −</source>
        <translation>Mausrad, + −</translation>
    </message>
    <message>
        <source>zoom; at the pointer with the wheel</source>
        <translation>vergrößern, verkleinern; mit dem Mausrad am Zeiger</translation>
    </message>
    <message>
        <source>ctrl+drag, right drag</source>
        <translation>Strg+Ziehen, rechts ziehen</translation>
    </message>
    <message>
        <source>zoom to a range</source>
        <translation>auf einen Bereich vergrößern</translation>
    </message>
    <message>
        <source>← →, drag, shift+wheel</source>
        <translation>← →, Ziehen, Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>move in time</source>
        <translation>in der Zeit bewegen</translation>
    </message>
    <message>
        <source>F or Home</source>
        <translation>F oder Pos1</translation>
    </message>
    <message>
        <source>show everything</source>
        <translation>alles zeigen</translation>
    </message>
    <message>
        <source>L or End</source>
        <translation>L oder Ende</translation>
    </message>
    <message>
        <source>follow what is new</source>
        <translation>dem Neuen folgen</translation>
    </message>
    <message>
        <source>ctrl+← ctrl+→</source>
        <translation>Strg+← Strg+→</translation>
    </message>
    <message>
        <source>previous, next event of the lane</source>
        <translation>voriges, nächstes Ereignis der Spur</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>event of the lane above, below</source>
        <translation>Ereignis der Spur darüber, darunter</translation>
    </message>
    <message>
        <source>J</source>
        <translation>J</translation>
    </message>
    <message>
        <source>the other end of the arrow; a click on an arrow does the same</source>
        <translation>das andere Ende des Pfeils; ein Klick auf einen Pfeil tut dasselbe</translation>
    </message>
    <message>
        <source>[ ]</source>
        <translation>[ ]</translation>
    </message>
    <message>
        <source>back and on along a chain of arrows</source>
        <translation>zurück und weiter auf einer Kette von Pfeilen</translation>
    </message>
    <message>
        <source>Z or Enter</source>
        <translation>Z oder Eingabe</translation>
    </message>
    <message>
        <source>zoom to the selected event</source>
        <translation>auf das ausgewählte Ereignis vergrößern</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>arrows: all, of the selection, none</source>
        <translation>Pfeile: alle, der Auswahl, keine</translation>
    </message>
    <message>
        <source>A, B</source>
        <translation>A, B</translation>
    </message>
    <message>
        <source>set a measuring cursor; drag in the ruler sets both</source>
        <translation>einen Messcursor setzen; Ziehen im Lineal setzt beide</translation>
    </message>
    <message>
        <source>alt+← alt+→</source>
        <translation>Alt+← Alt+→</translation>
    </message>
    <message>
        <source>move the cursor set last; with shift in larger steps</source>
        <translation>den zuletzt gesetzten Cursor bewegen; mit Umschalt in größeren Schritten</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>measure the selected event</source>
        <translation>das ausgewählte Ereignis messen</translation>
    </message>
    <message>
        <source>ctrl+G</source>
        <translation>Strg+G</translation>
    </message>
    <message>
        <source>go to a time, a step or an event: 1.5s, +5ms, #1234</source>
        <translation>zu einer Zeit, einem Schritt oder Ereignis gehen: 1.5s, +5ms, #1234</translation>
    </message>
    <message>
        <source>ctrl+B</source>
        <translation>Strg+B</translation>
    </message>
    <message>
        <source>bookmark; ctrl+shift+B lists all</source>
        <translation>Lesezeichen; Strg+Umschalt+B nennt alle</translation>
    </message>
    <message>
        <source>, .</source>
        <translation>, .</translation>
    </message>
    <message>
        <source>previous, next bookmark</source>
        <translation>voriges, nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>ctrl+↑ ctrl+↓</source>
        <translation>Strg+↑ Strg+↓</translation>
    </message>
    <message>
        <source>go from lane to lane, titles too</source>
        <translation>von Spur zu Spur gehen, auch zu Titeln</translation>
    </message>
    <message>
        <source>alt+↑ alt+↓</source>
        <translation>Alt+↑ Alt+↓</translation>
    </message>
    <message>
        <source>move the lane or the group; or drag its name</source>
        <translation>die Spur oder Gruppe verschieben; oder ihren Namen ziehen</translation>
    </message>
    <message>
        <source>P, H, F2</source>
        <translation>P, H, F2</translation>
    </message>
    <message>
        <source>pin the lane to the top, hide, rename</source>
        <translation>die Spur oben anheften, verbergen, umbenennen</translation>
    </message>
    <message>
        <source>T or Space</source>
        <translation>T oder Leertaste</translation>
    </message>
    <message>
        <source>close or open the group</source>
        <translation>die Gruppe zu- oder aufklappen</translation>
    </message>
    <message>
        <source>ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>undo the last change of the arrangement</source>
        <translation>die letzte Änderung der Anordnung zurücknehmen</translation>
    </message>
    <message>
        <source>Menu, shift+F10</source>
        <translation>Menü, Umschalt+F10</translation>
    </message>
    <message>
        <source>the menu of the lane</source>
        <translation>das Menü der Spur</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>no selection, no cursors</source>
        <translation>keine Auswahl, keine Cursor</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>cursor A at %1</source>
        <translation>Cursor A bei %1</translation>
    </message>
    <message>
        <source>cursor B at %1</source>
        <translation>Cursor B bei %1</translation>
    </message>
    <message>
        <source>, %1 events</source>
        <translation>, %1 Ereignisse</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>&amp;All arrows</source>
        <translation>&amp;Alle Pfeile</translation>
    </message>
    <message>
        <source>Only those of the &amp;selection</source>
        <translation>Nur die der Aus&amp;wahl</translation>
    </message>
    <message>
        <source>&amp;No arrows</source>
        <translation>&amp;Keine Pfeile</translation>
    </message>
    <message>
        <source>&amp;Group lanes by</source>
        <translation>Spuren &amp;gruppieren nach</translation>
    </message>
    <message>
        <source>&amp;Workers and objects</source>
        <translation>&amp;Workern und Objekten</translation>
    </message>
    <message>
        <source>&amp;Process tree</source>
        <translation>&amp;Prozessbaum</translation>
    </message>
    <message>
        <source>&amp;Mechanism</source>
        <translation>&amp;Mechanismus</translation>
    </message>
    <message>
        <source>&amp;Object</source>
        <translation>&amp;Objekt</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>&amp;Nichts</translation>
    </message>
    <message>
        <source>&amp;Collapse all groups</source>
        <translation>Alle Gruppen &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Expand all groups</source>
        <translation>Alle Gruppen auf&amp;klappen</translation>
    </message>
    <message>
        <source>&amp;Show hidden lanes (%1)</source>
        <translation>&amp;Verborgene Spuren zeigen (%1)</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Reset arrangement</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>&amp;Pin to the top</source>
        <translation>Oben &amp;anheften</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Verbergen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Um&amp;benennen …</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>Lime</source>
        <translation>Limette</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Its &amp;own</source>
        <translation>Die &amp;eigene</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Expand</source>
        <translation>Auf&amp;klappen</translation>
    </message>
    <message>
        <source>&amp;Collapse</source>
        <translation>&amp;Zuklappen</translation>
    </message>
    <message>
        <source>To the &amp;other end of its arrow</source>
        <translation>Zum &amp;anderen Ende seines Pfeils</translation>
    </message>
    <message>
        <source>&amp;Next hop</source>
        <translation>&amp;Nächster Schritt</translation>
    </message>
    <message>
        <source>&amp;Previous hop</source>
        <translation>&amp;Voriger Schritt</translation>
    </message>
    <message>
        <source>&amp;Zoom to it</source>
        <translation>Darauf ver&amp;größern</translation>
    </message>
    <message>
        <source>&amp;Measure it</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Cursor &amp;A here</source>
        <translation>Cursor &amp;A hierher</translation>
    </message>
    <message>
        <source>Cursor &amp;B here</source>
        <translation>Cursor &amp;B hierher</translation>
    </message>
    <message>
        <source>&amp;Remove cursors</source>
        <translation>Cursor ent&amp;fernen</translation>
    </message>
    <message>
        <source>Zoom &amp;between the cursors</source>
        <translation>&amp;Zwischen die Cursor vergrößern</translation>
    </message>
    <message>
        <source>Book&amp;mark here…</source>
        <translation>&amp;Lesezeichen hier …</translation>
    </message>
    <message>
        <source>Book&amp;marks…</source>
        <translation>&amp;Lesezeichen …</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu …</translation>
    </message>
    <message>
        <source>Arro&amp;ws</source>
        <translation>&amp;Pfeile</translation>
    </message>
    <message>
        <source>&amp;Bookmark…</source>
        <translation>&amp;Lesezeichen …</translation>
    </message>
    <message>
        <source>Bookmark &amp;list…</source>
        <translation>L&amp;iste der Lesezeichen …</translation>
    </message>
    <message>
        <source>&amp;Measure the selection</source>
        <translation>Auswahl &amp;messen</translation>
    </message>
    <message>
        <source>Remove &amp;cursors</source>
        <translation>&amp;Cursor entfernen</translation>
    </message>
    <message>
        <source>&amp;Keys and signs…</source>
        <translation>&amp;Tasten und Zeichen …</translation>
    </message>
    <message>
        <source>&amp;Edit note…</source>
        <translation>Notiz &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Delete bookmark</source>
        <translation>Lesezeichen &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Lane</source>
        <translation>&amp;Spur</translation>
    </message>
    <message>
        <source>%1 new: follow (L)</source>
        <translation>%1 neu: folgen (L)</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet</source>
        <translation>Noch ist nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>There is no event %1</source>
        <translation>Es gibt kein Ereignis %1</translation>
    </message>
    <message>
        <source>The recording is %1 long</source>
        <translation>Die Aufzeichnung ist %1 lang</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>A time (1.5s, 200ms, 2:05), a step (+5ms) or an event (#1234)</source>
        <translation>Eine Zeit (1.5s, 200ms, 2:05), ein Schritt (+5ms) oder ein Ereignis (#1234)</translation>
    </message>
    <message>
        <source>Bookmark at %1</source>
        <translation>Lesezeichen bei %1</translation>
    </message>
    <message>
        <source>A note, if you like; Enter keeps it</source>
        <translation>Eine Notiz, wenn gewünscht; Eingabe behält sie</translation>
    </message>
    <message>
        <source>Name of the lane</source>
        <translation>Name der Spur</translation>
    </message>
    <message>
        <source>Nothing: its own name, %1</source>
        <translation>Leer: ihr eigener Name, %1</translation>
    </message>
    <message>
        <source>group, lanes: %1</source>
        <translation>Gruppe, Spuren: %1</translation>
    </message>
    <message>
        <source>bookmarks: %1</source>
        <translation>Lesezeichen: %1</translation>
    </message>
    <message>
        <source>1 lane</source>
        <translation>1 Spur</translation>
    </message>
    <message>
        <source>%1 lanes</source>
        <translation>%1 Spuren</translation>
    </message>
    <message>
        <source>%1 bytes, first at the top</source>
        <translation>%1 Bytes, das erste oben</translation>
    </message>
    <message>
        <source>; %1: %2 events</source>
        <translation>; %1: %2 Ereignisse</translation>
    </message>
    <message>
        <source>Signal: sent, nothing more is known</source>
        <translation>Signal: gesendet, mehr ist nicht bekannt</translation>
    </message>
    <message>
        <source>Signal: ignored, thrown away</source>
        <translation>Signal: ignoriert, verworfen</translation>
    </message>
    <message>
        <source>F12, F6 F7</source>
        <translation>F12, F6 F7</translation>
    </message>
    <message>
        <source>play back; previous, next event; with shift: live, by arrows</source>
        <translation>abspielen; voriges, nächstes Ereignis; mit Umschalt: Live, an Pfeilen entlang</translation>
    </message>
    <message>
        <source>ctrl+drag above</source>
        <translation>Strg+Ziehen oben</translation>
    </message>
    <message>
        <source>in the overview: move the cursor of playback</source>
        <translation>im Überblick: den Zeiger der Wiedergabe bewegen</translation>
    </message>
    <message>
        <source>, 1 event</source>
        <translation>, 1 Ereignis</translation>
    </message>
    <message>
        <source>; %1: 1 event</source>
        <translation>; %1: 1 Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>… %n more lane(s) not shown</source>
        <translation>
            <numerusform>… %n weitere Spur nicht gezeigt</numerusform>
            <numerusform>… %n weitere Spuren nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>… cut after %1 shapes: take a shorter range, or a PNG</source>
        <translation>… nach %1 Formen gekürzt: einen kürzeren Bereich nehmen oder ein PNG</translation>
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
    <name>ipcscope::ViewTabs</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Show the view “%1”</source>
        <translation>Die Ansicht „%1“ zeigen</translation>
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
    <message>
        <source>idle; will pause before its next operation</source>
        <translation>untätig; hält vor seiner nächsten Operation an</translation>
    </message>
    <message>
        <source>paused before %1</source>
        <translation>angehalten vor %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
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
    <message>
        <source>No signal ends this wait: only what it waits for does, or killing the worker</source>
        <translation>Kein Signal beendet dieses Warten: nur das, worauf gewartet wird, oder das Töten des Prozesses</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Creates, drives and watches Linux inter-process communication.</source>
        <translation>Linux-Interprozesskommunikation anlegen, steuern und beobachten.</translation>
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
    <message>
        <source>With --screenshot: which view is shown, such as timeline.</source>
        <translation>Mit --screenshot: welche Ansicht gezeigt wird, etwa timeline.</translation>
    </message>
    <message>
        <source>there is no view &apos;%1&apos;; there are: %2</source>
        <translation>es gibt keine Ansicht „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>Programs (.ips) and sessions (.ipcscope) to open.</source>
        <translation>Programme (.ips) und Sitzungen (.ipcscope), die geöffnet werden.</translation>
    </message>
    <message>
        <source>--screenshot is of one file</source>
        <translation>--screenshot gilt für eine Datei</translation>
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
    <message>
        <source>Map shared memory</source>
        <translation>Gemeinsamen Speicher einblenden</translation>
    </message>
    <message>
        <source>Gives this process memory that children of a later fork share with it (MAP_SHARED | MAP_ANONYMOUS).</source>
        <translation>Gibt diesem Prozess Speicher, den Kinder eines späteren fork mit ihm teilen (MAP_SHARED | MAP_ANONYMOUS).</translation>
    </message>
    <message>
        <source>The kernel gives whole pages, filled with zeros.</source>
        <translation>Der Kernel gibt ganze Seiten, gefüllt mit Nullen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory of 0 bytes cannot be mapped.</source>
        <translation>Speicher von 0 Bytes lässt sich nicht einblenden.</translation>
    </message>
    <message>
        <source>So much does not fit into the address space, or is not to be had.</source>
        <translation>So viel passt nicht in den Adressraum oder ist nicht zu haben.</translation>
    </message>
    <message>
        <source>The memory would have to be locked, and too much is locked.</source>
        <translation>Der Speicher müsste festgehalten werden, und zu viel ist es schon.</translation>
    </message>
    <message>
        <source>Unmap shared memory</source>
        <translation>Gemeinsamen Speicher ausblenden</translation>
    </message>
    <message>
        <source>Takes the memory out of this process, with all that lies in it; others keep it.</source>
        <translation>Nimmt den Speicher aus diesem Prozess, mit allem, was darin liegt; andere behalten ihn.</translation>
    </message>
    <message>
        <source>A mapping that this mechanism made.</source>
        <translation>Eine Einblendung, die dieser Mechanismus gemacht hat.</translation>
    </message>
    <message>
        <source>This is no address of a mapping.</source>
        <translation>Das ist keine Adresse einer Einblendung.</translation>
    </message>
    <message>
        <source>It would cut a mapping in two, and there are too many already.</source>
        <translation>Sie würde eine Einblendung zerteilen, und es gibt schon zu viele.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The first 4096 bytes.</source>
        <translation>Die ersten 4096 Bytes.</translation>
    </message>
    <message>
        <source>A shared mapping that can be written to, of any mechanism.</source>
        <translation>Eine gemeinsame Einblendung, die beschreibbar ist, von welchem Mechanismus auch immer.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Where in the mapping it lies: a multiple of 8.</source>
        <translation>Wo in der Einblendung es liegt: ein Vielfaches von 8.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>To be given to all other operations.</source>
        <translation>Für alle anderen Operationen.</translation>
    </message>
    <message>
        <source>Unique name</source>
        <translation>Eindeutiger Name</translation>
    </message>
    <message>
        <source>What the bus calls this connection; nobody else ever gets the same.</source>
        <translation>Wie der Bus diese Verbindung nennt; niemand sonst bekommt je denselben Namen.</translation>
    </message>
    <message>
        <source>The socket is there, but no bus listens at it; or there is no socket in what the address says.</source>
        <translation>Der Socket ist da, aber kein Bus lauscht daran; oder die Adresse nennt gar keinen Socket.</translation>
    </message>
    <message>
        <source>The other end hung up while the connection was being made.</source>
        <translation>Die Gegenseite legte auf, während die Verbindung aufgebaut wurde.</translation>
    </message>
    <message>
        <source>A signal handler ran before the bus had answered.</source>
        <translation>Ein Signal-Handler lief, bevor der Bus geantwortet hatte.</translation>
    </message>
    <message>
        <source>There is no socket of this name: the bus does not run.</source>
        <translation>Es gibt keinen Socket dieses Namens: der Bus läuft nicht.</translation>
    </message>
    <message>
        <source>The bus does not admit this user.</source>
        <translation>Der Bus lässt diesen Benutzer nicht zu.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connects to a private bus and says hello, for which the bus gives a unique name.</source>
        <translation>Verbindet sich mit einem privaten Bus und meldet sich an, wofür der Bus einen eindeutigen Namen vergibt.</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>A bus that a worker has started.</source>
        <translation>Ein Bus, den ein Worker gestartet hat.</translation>
    </message>
    <message>
        <source>{bus} to answer</source>
        <translation>die Antwort von {bus}</translation>
    </message>
    <message>
        <source>Connect to address</source>
        <translation>Mit Adresse verbinden</translation>
    </message>
    <message>
        <source>Connects to the bus at an address of your own.</source>
        <translation>Verbindet sich mit dem Bus an einer beliebigen Adresse.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>As D-Bus writes it: unix:path=/run/user/1000/bus, unix:abstract=name, ...</source>
        <translation>In der Schreibweise von D-Bus: unix:path=/run/user/1000/bus, unix:abstract=name, ...</translation>
    </message>
    <message>
        <source>The host or the port of the address is not known.</source>
        <translation>Rechner oder Port der Adresse sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The path of the socket is longer than a socket&apos;s name may be (107 bytes).</source>
        <translation>Der Pfad des Sockets ist länger, als der Name eines Sockets sein darf (107 Bytes).</translation>
    </message>
    <message>
        <source>This is not an address as D-Bus writes them.</source>
        <translation>Das ist keine Adresse in der Schreibweise von D-Bus.</translation>
    </message>
    <message>
        <source>the bus at {address} to answer</source>
        <translation>die Antwort des Busses an {address}</translation>
    </message>
    <message>
        <source>Connect to session bus</source>
        <translation>Mit Sitzungsbus verbinden</translation>
    </message>
    <message>
        <source>Connects to the bus of your desktop session: what you do there is real to other programs.</source>
        <translation>Verbindet sich mit dem Bus der Desktop-Sitzung: was dort geschieht, ist für andere Programme echt.</translation>
    </message>
    <message>
        <source>There is no session bus: neither DBUS_SESSION_BUS_ADDRESS nor XDG_RUNTIME_DIR is set.</source>
        <translation>Es gibt keinen Sitzungsbus: weder DBUS_SESSION_BUS_ADDRESS noch XDG_RUNTIME_DIR ist gesetzt.</translation>
    </message>
    <message>
        <source>the session bus to answer</source>
        <translation>die Antwort des Sitzungsbusses</translation>
    </message>
    <message>
        <source>Connect to system bus</source>
        <translation>Mit Systembus verbinden</translation>
    </message>
    <message>
        <source>Connects to the bus of the whole machine: what you do there is real to its services.</source>
        <translation>Verbindet sich mit dem Bus des ganzen Rechners: was dort geschieht, ist für seine Dienste echt.</translation>
    </message>
    <message>
        <source>the system bus to answer</source>
        <translation>die Antwort des Systembusses</translation>
    </message>
    <message>
        <source>Start private bus</source>
        <translation>Privaten Bus starten</translation>
    </message>
    <message>
        <source>Starts dbus-daemon for this run alone; it ends with the worker that started it.</source>
        <translation>Startet dbus-daemon für diesen Lauf allein; er endet mit dem Worker, der ihn gestartet hat.</translation>
    </message>
    <message>
        <source>Every worker can connect to it.</source>
        <translation>Jeder Worker kann sich damit verbinden.</translation>
    </message>
    <message>
        <source>Where it listens.</source>
        <translation>Wo er lauscht.</translation>
    </message>
    <message>
        <source>The process number of the daemon.</source>
        <translation>Die Prozessnummer des Daemons.</translation>
    </message>
    <message>
        <source>No more processes may be made.</source>
        <translation>Es dürfen keine weiteren Prozesse erzeugt werden.</translation>
    </message>
    <message>
        <source>A signal handler ran before the bus listened.</source>
        <translation>Ein Signal-Handler lief, bevor der Bus lauschte.</translation>
    </message>
    <message>
        <source>This process has as many files open as it may have (RLIMIT_NOFILE), or this run has had a thousand buses.</source>
        <translation>Dieser Prozess hat so viele Dateien offen, wie er darf (RLIMIT_NOFILE), oder dieser Lauf hatte schon tausend Busse.</translation>
    </message>
    <message>
        <source>dbus-daemon is not installed (package dbus-daemon).</source>
        <translation>dbus-daemon ist nicht installiert (Paket dbus-daemon).</translation>
    </message>
    <message>
        <source>The kernel has no memory for another process.</source>
        <translation>Der Kernel hat keinen Speicher für einen weiteren Prozess.</translation>
    </message>
    <message>
        <source>dbus-daemon ended before it listened.</source>
        <translation>dbus-daemon endete, bevor er lauschte.</translation>
    </message>
    <message>
        <source>the bus to listen</source>
        <translation>den Start des Busses</translation>
    </message>
    <message>
        <source>Stop private bus</source>
        <translation>Privaten Bus anhalten</translation>
    </message>
    <message>
        <source>Ends the daemon: every connection to it is broken.</source>
        <translation>Beendet den Daemon: jede Verbindung zu ihm bricht ab.</translation>
    </message>
    <message>
        <source>A signal handler ran before the daemon had ended.</source>
        <translation>Ein Signal-Handler lief, bevor der Daemon beendet war.</translation>
    </message>
    <message>
        <source>The daemon runs no more.</source>
        <translation>Der Daemon läuft nicht mehr.</translation>
    </message>
    <message>
        <source>The daemon did not end within five seconds.</source>
        <translation>Der Daemon endete nicht innerhalb von fünf Sekunden.</translation>
    </message>
    <message>
        <source>the daemon of {bus} to end</source>
        <translation>das Ende des Daemons von {bus}</translation>
    </message>
    <message>
        <source>Close connection</source>
        <translation>Verbindung schließen</translation>
    </message>
    <message>
        <source>Sends what is still to be sent and hangs up: its names become free, calls to it fail.</source>
        <translation>Sendet, was noch zu senden ist, und legt auf: ihre Namen werden frei, Aufrufe an sie schlagen fehl.</translation>
    </message>
    <message>
        <source>Own a name</source>
        <translation>Namen belegen</translation>
    </message>
    <message>
        <source>Asks the bus for a well-known name, under which others can call this connection.</source>
        <translation>Bittet den Bus um einen bekannten Namen, unter dem andere diese Verbindung rufen können.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As org.example.Clock: at least one dot.</source>
        <translation>Etwa org.example.Clock: mindestens ein Punkt.</translation>
    </message>
    <message>
        <source>take it from who has it, if they allow that</source>
        <translation>ihn dem nehmen, der ihn hat, wenn der das erlaubt</translation>
    </message>
    <message>
        <source>others may take it away</source>
        <translation>andere dürfen ihn wegnehmen</translation>
    </message>
    <message>
        <source>if it is taken, stand in line for it</source>
        <translation>ist er vergeben, sich dafür anstellen</translation>
    </message>
    <message>
        <source>What to do if somebody has it already.</source>
        <translation>Was geschieht, wenn ihn schon jemand hat.</translation>
    </message>
    <message>
        <source>1 = owned now, 0 = standing in line</source>
        <translation>1 = jetzt belegt, 0 = angestellt</translation>
    </message>
    <message>
        <source>Answer of the bus</source>
        <translation>Antwort des Busses</translation>
    </message>
    <message>
        <source>The policy of the bus does not let this user have the name.</source>
        <translation>Die Regeln des Busses geben diesem Benutzer den Namen nicht.</translation>
    </message>
    <message>
        <source>This connection has the name already.</source>
        <translation>Diese Verbindung hat den Namen schon.</translation>
    </message>
    <message>
        <source>Somebody else has the name, and keeps it.</source>
        <translation>Jemand anderes hat den Namen und behält ihn.</translation>
    </message>
    <message>
        <source>This cannot be a name: org.example.Name is one.</source>
        <translation>Das kann kein Name sein: org.example.Name ist einer.</translation>
    </message>
    <message>
        <source>the bus to answer</source>
        <translation>die Antwort des Busses</translation>
    </message>
    <message>
        <source>Give a name back</source>
        <translation>Namen zurückgeben</translation>
    </message>
    <message>
        <source>Gives a well-known name back; who is next in line gets it.</source>
        <translation>Gibt einen bekannten Namen zurück; der Nächste in der Reihe bekommt ihn.</translation>
    </message>
    <message>
        <source>One that this connection owns or stands in line for.</source>
        <translation>Einer, den diese Verbindung belegt oder für den sie ansteht.</translation>
    </message>
    <message>
        <source>Somebody else has the name.</source>
        <translation>Jemand anderes hat den Namen.</translation>
    </message>
    <message>
        <source>Nobody has the name.</source>
        <translation>Niemand hat den Namen.</translation>
    </message>
    <message>
        <source>can be called</source>
        <translation>kann gerufen werden</translation>
    </message>
    <message>
        <source>a value that can be read</source>
        <translation>ein Wert, der gelesen werden kann</translation>
    </message>
    <message>
        <source>can be emitted: listed for Introspect only</source>
        <translation>kann gesendet werden: nur für Introspect aufgeführt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>The types of a method&apos;s arguments or of what a signal carries; the type of a property.</source>
        <translation>Die Typen der Argumente einer Methode oder des Inhalts eines Signals; der Typ einer Eigenschaft.</translation>
    </message>
    <message>
        <source>the values given here</source>
        <translation>die hier angegebenen Werte</translation>
    </message>
    <message>
        <source>its own arguments</source>
        <translation>die eigenen Argumente</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>ein Fehler</translation>
    </message>
    <message>
        <source>nothing: the caller waits in vain</source>
        <translation>nichts: der Rufer wartet vergebens</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What a method answers.</source>
        <translation>Was eine Methode antwortet.</translation>
    </message>
    <message>
        <source>Signature of the answer</source>
        <translation>Signatur der Antwort</translation>
    </message>
    <message>
        <source>The types of the values that a method answers.</source>
        <translation>Die Typen der Werte, die eine Methode antwortet.</translation>
    </message>
    <message>
        <source>What a method answers, what a property holds at first, or the text of an error.</source>
        <translation>Was eine Methode antwortet, was eine Eigenschaft zuerst enthält, oder der Text eines Fehlers.</translation>
    </message>
    <message>
        <source>Error name</source>
        <translation>Name des Fehlers</translation>
    </message>
    <message>
        <source>As org.example.Error.Broken.</source>
        <translation>Etwa org.example.Error.Broken.</translation>
    </message>
    <message>
        <source>Writable</source>
        <translation>Beschreibbar</translation>
    </message>
    <message>
        <source>A property that others may set.</source>
        <translation>Eine Eigenschaft, die andere setzen dürfen.</translation>
    </message>
    <message>
        <source>Export object</source>
        <translation>Objekt anbieten</translation>
    </message>
    <message>
        <source>Describes an object that others can call. Its calls are answered while this worker serves.</source>
        <translation>Beschreibt ein Objekt, das andere rufen können. Seine Aufrufe werden beantwortet, während dieser Worker bedient.</translation>
    </message>
    <message>
        <source>Where the object is found: /org/example/Clock.</source>
        <translation>Wo das Objekt zu finden ist: /org/example/Clock.</translation>
    </message>
    <message>
        <source>The interface that the members belong to: org.example.Clock.</source>
        <translation>Die Schnittstelle, zu der die Mitglieder gehören: org.example.Clock.</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Its methods with what they answer, properties with what they hold, and signals.</source>
        <translation>Seine Methoden mit ihren Antworten, Eigenschaften mit ihrem Inhalt, und Signale.</translation>
    </message>
    <message>
        <source>The object has this interface already.</source>
        <translation>Das Objekt hat diese Schnittstelle schon.</translation>
    </message>
    <message>
        <source>The path or the interface is not written as D-Bus wants it.</source>
        <translation>Pfad oder Schnittstelle sind nicht so geschrieben, wie D-Bus es verlangt.</translation>
    </message>
    <message>
        <source>Withdraw object</source>
        <translation>Objekt zurückziehen</translation>
    </message>
    <message>
        <source>Takes an interface of an object back.</source>
        <translation>Nimmt eine Schnittstelle eines Objekts zurück.</translation>
    </message>
    <message>
        <source>As it was exported.</source>
        <translation>Wie beim Anbieten.</translation>
    </message>
    <message>
        <source>No such interface is exported there.</source>
        <translation>Eine solche Schnittstelle wird dort nicht angeboten.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>reply, error, or none.</source>
        <translation>reply, error oder none.</translation>
    </message>
    <message>
        <source>The values that were answered.</source>
        <translation>Die Werte der Antwort.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The name of the error that was answered.</source>
        <translation>Der Name des Fehlers, mit dem geantwortet wurde.</translation>
    </message>
    <message>
        <source>Serve one call</source>
        <translation>Einen Aufruf bedienen</translation>
    </message>
    <message>
        <source>Waits for a method call and answers it as the exported objects say.</source>
        <translation>Wartet auf einen Methodenaufruf und beantwortet ihn, wie die angebotenen Objekte es sagen.</translation>
    </message>
    <message>
        <source>calls served: 1, or 0 if the time was over</source>
        <translation>bediente Aufrufe: 1, oder 0, wenn die Zeit um war</translation>
    </message>
    <message>
        <source>a method call to {connection}</source>
        <translation>einen Methodenaufruf an {connection}</translation>
    </message>
    <message>
        <source>a method call to {connection}, at most {timeout}</source>
        <translation>einen Methodenaufruf an {connection}, höchstens {timeout}</translation>
    </message>
    <message>
        <source>Call method</source>
        <translation>Methode rufen</translation>
    </message>
    <message>
        <source>Calls a method of somebody&apos;s object and waits for the answer.</source>
        <translation>Ruft eine Methode eines fremden Objekts und wartet auf die Antwort.</translation>
    </message>
    <message>
        <source>The object that is called: /org/example/Clock.</source>
        <translation>Das Objekt, das gerufen wird: /org/example/Clock.</translation>
    </message>
    <message>
        <source>The interface that the method belongs to.</source>
        <translation>Die Schnittstelle, zu der die Methode gehört.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Its name.</source>
        <translation>Ihr Name.</translation>
    </message>
    <message>
        <source>The types of the arguments: s text, i integer, b true or false, as list of texts, v anything, ...</source>
        <translation>Die Typen der Argumente: s Text, i ganze Zahl, b wahr oder falsch, as Liste von Texten, v Beliebiges, ...</translation>
    </message>
    <message>
        <source>Answer wanted</source>
        <translation>Antwort erwünscht</translation>
    </message>
    <message>
        <source>If not, the call is only sent, and nobody learns what became of it.</source>
        <translation>Wenn nicht, wird der Aufruf nur gesendet, und niemand erfährt, was daraus wurde.</translation>
    </message>
    <message>
        <source>{destination} to answer {member}</source>
        <translation>die Antwort von {destination} auf {member}</translation>
    </message>
    <message>
        <source>Read property</source>
        <translation>Eigenschaft lesen</translation>
    </message>
    <message>
        <source>Asks for the value of a property (org.freedesktop.DBus.Properties.Get).</source>
        <translation>Fragt nach dem Wert einer Eigenschaft (org.freedesktop.DBus.Properties.Get).</translation>
    </message>
    <message>
        <source>The object that has it.</source>
        <translation>Das Objekt, das sie hat.</translation>
    </message>
    <message>
        <source>The interface that the property belongs to.</source>
        <translation>Die Schnittstelle, zu der die Eigenschaft gehört.</translation>
    </message>
    <message>
        <source>{destination} to tell {property}</source>
        <translation>die Antwort von {destination} auf die Frage nach {property}</translation>
    </message>
    <message>
        <source>Write property</source>
        <translation>Eigenschaft schreiben</translation>
    </message>
    <message>
        <source>Sets the value of a property (org.freedesktop.DBus.Properties.Set).</source>
        <translation>Setzt den Wert einer Eigenschaft (org.freedesktop.DBus.Properties.Set).</translation>
    </message>
    <message>
        <source>The type of the property.</source>
        <translation>Der Typ der Eigenschaft.</translation>
    </message>
    <message>
        <source>{destination} to take {property}</source>
        <translation>die Bestätigung von {destination} für {property}</translation>
    </message>
    <message>
        <source>Introspect</source>
        <translation>Beschreiben lassen</translation>
    </message>
    <message>
        <source>Asks an object what it has: interfaces, methods, properties, signals, and objects below it.</source>
        <translation>Fragt ein Objekt, was es hat: Schnittstellen, Methoden, Eigenschaften, Signale und Objekte darunter.</translation>
    </message>
    <message>
        <source>The object to be described.</source>
        <translation>Das Objekt, das beschrieben werden soll.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>As XML.</source>
        <translation>Als XML.</translation>
    </message>
    <message>
        <source>{destination} to describe {path}</source>
        <translation>die Beschreibung von {path} durch {destination}</translation>
    </message>
    <message>
        <source>List names</source>
        <translation>Namen auflisten</translation>
    </message>
    <message>
        <source>Asks the bus who is there.</source>
        <translation>Fragt den Bus, wer da ist.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Unique and well-known ones, sorted.</source>
        <translation>Eindeutige und bekannte, sortiert.</translation>
    </message>
    <message>
        <source>Emit signal</source>
        <translation>Signal senden</translation>
    </message>
    <message>
        <source>Sends a signal: everybody gets it who asked for it with a match, and nobody else.</source>
        <translation>Sendet ein Signal: es bekommen alle, die mit einer Regel danach gefragt haben, und sonst niemand.</translation>
    </message>
    <message>
        <source>The object that it comes from.</source>
        <translation>Das Objekt, von dem es kommt.</translation>
    </message>
    <message>
        <source>The interface that the signal belongs to.</source>
        <translation>Die Schnittstelle, zu der das Signal gehört.</translation>
    </message>
    <message>
        <source>The types of what it carries.</source>
        <translation>Die Typen dessen, was es enthält.</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Only to this name; empty = to everybody who asked for it.</source>
        <translation>Nur an diesen Namen; leer = an alle, die danach gefragt haben.</translation>
    </message>
    <message>
        <source>A name, path or interface is not written as D-Bus wants it.</source>
        <translation>Ein Name, ein Pfad oder eine Schnittstelle ist nicht so geschrieben, wie D-Bus es verlangt.</translation>
    </message>
    <message>
        <source>Match signals</source>
        <translation>Signale auswählen</translation>
    </message>
    <message>
        <source>Asks the bus for the signals that fit a rule; without it none come.</source>
        <translation>Bittet den Bus um die Signale, die zu einer Regel passen; ohne das kommen keine.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>As type=&apos;signal&apos;,interface=&apos;org.example.Clock&apos;,member=&apos;Tick&apos;.</source>
        <translation>Etwa type=&apos;signal&apos;,interface=&apos;org.example.Clock&apos;,member=&apos;Tick&apos;.</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>To take it back.</source>
        <translation>Um sie zurückzunehmen.</translation>
    </message>
    <message>
        <source>The rule is not written as D-Bus wants it.</source>
        <translation>Die Regel ist nicht so geschrieben, wie D-Bus es verlangt.</translation>
    </message>
    <message>
        <source>Take match back</source>
        <translation>Auswahl zurücknehmen</translation>
    </message>
    <message>
        <source>Tells the bus that these signals are no longer wanted.</source>
        <translation>Sagt dem Bus, dass diese Signale nicht mehr erwünscht sind.</translation>
    </message>
    <message>
        <source>One that was added by this worker.</source>
        <translation>Eine, die dieser Worker hinzugefügt hat.</translation>
    </message>
    <message>
        <source>It was taken back already, through another handle.</source>
        <translation>Sie wurde schon zurückgenommen, über ein anderes Handle.</translation>
    </message>
    <message>
        <source>Receive signal</source>
        <translation>Signal empfangen</translation>
    </message>
    <message>
        <source>Waits for a signal that fits one of this connection&apos;s matches.</source>
        <translation>Wartet auf ein Signal, das zu einer Auswahl dieser Verbindung passt.</translation>
    </message>
    <message>
        <source>signals received: 1, or 0 if the time was over</source>
        <translation>empfangene Signale: 1, oder 0, wenn die Zeit um war</translation>
    </message>
    <message>
        <source>a signal to {connection}</source>
        <translation>ein Signal an {connection}</translation>
    </message>
    <message>
        <source>a signal to {connection}, at most {timeout}</source>
        <translation>ein Signal an {connection}, höchstens {timeout}</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>Nachricht gesendet</translation>
    </message>
    <message>
        <source>A message of this connection went on its way.</source>
        <translation>Eine Nachricht dieser Verbindung ging auf den Weg.</translation>
    </message>
    <message>
        <source>call, reply, error or signal.</source>
        <translation>call, reply, error oder signal.</translation>
    </message>
    <message>
        <source>Error received</source>
        <translation>Fehler empfangen</translation>
    </message>
    <message>
        <source>The answer to a call came, and it was an error.</source>
        <translation>Die Antwort auf einen Aufruf kam, und es war ein Fehler.</translation>
    </message>
    <message>
        <source>Object path</source>
        <translation>Objektpfad</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Messages not yet taken</source>
        <translation>Noch nicht entnommene Nachrichten</translation>
    </message>
    <message>
        <source>Read from the socket while something else was waited for.</source>
        <translation>Vom Socket gelesen, während auf etwas anderes gewartet wurde.</translation>
    </message>
    <message>
        <source>Bytes not yet read</source>
        <translation>Noch nicht gelesene Bytes</translation>
    </message>
    <message>
        <source>In the socket, of messages that nobody has looked at.</source>
        <translation>Im Socket, von Nachrichten, die noch niemand angesehen hat.</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>D-Bus</source>
        <translation>D-Bus</translation>
    </message>
    <message>
        <source>Programs call each other&apos;s objects and hear each other&apos;s signals over a bus, by names.</source>
        <translation>Programme rufen über einen Bus die Objekte der anderen und hören deren Signale, unter Namen.</translation>
    </message>
    <message>
        <source>A private bus and the session bus admit their user alone; on the system bus, its policy says who may own which name and call whom.</source>
        <translation>Ein privater Bus und der Sitzungsbus lassen nur ihren Benutzer zu; am Systembus sagen dessen Regeln, wer welchen Namen belegen und wen rufen darf.</translation>
    </message>
    <message>
        <source>This worker&apos;s connection to a bus.</source>
        <translation>Die Verbindung dieses Workers zu einem Bus.</translation>
    </message>
    <message>
        <source>Who is called: a well-known name (org.example.Clock) or a unique one (:1.5).</source>
        <translation>Wer gerufen wird: ein bekannter Name (org.example.Clock) oder ein eindeutiger (:1.5).</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>One text per value, as busctl takes them: before the elements of an array stands their number, before a variant&apos;s value its signature.</source>
        <translation>Ein Text je Wert, wie busctl sie nimmt: vor den Elementen eines Arrays steht ihre Anzahl, vor dem Wert einer Variante seine Signatur.</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>How long to wait for the answer; 0s = as long as is usual, 25 s.</source>
        <translation>Wie lange auf die Antwort gewartet wird; 0s = so lange wie üblich, 25 s.</translation>
    </message>
    <message>
        <source>0s = wait as long as it takes; 1ns = only look.</source>
        <translation>0s = warten, solange es dauert; 1ns = nur nachsehen.</translation>
    </message>
    <message>
        <source>The values as text, with a space between.</source>
        <translation>Die Werte als Text, mit einem Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>The types of the values.</source>
        <translation>Die Typen der Werte.</translation>
    </message>
    <message>
        <source>One text per value, as busctl writes them.</source>
        <translation>Ein Text je Wert, wie busctl sie schreibt.</translation>
    </message>
    <message>
        <source>The name of the error, if the answer was one.</source>
        <translation>Der Name des Fehlers, wenn die Antwort einer war.</translation>
    </message>
    <message>
        <source>What the error says to people.</source>
        <translation>Was der Fehler Menschen sagt.</translation>
    </message>
    <message>
        <source>The unique name of who sent it.</source>
        <translation>Der eindeutige Name des Senders.</translation>
    </message>
    <message>
        <source>The connection belongs to the process that made it; this one has it from a fork, and may not use it.</source>
        <translation>Die Verbindung gehört dem Prozess, der sie aufgebaut hat; dieser hat sie von einem fork und darf sie nicht benutzen.</translation>
    </message>
    <message>
        <source>The connection is closed.</source>
        <translation>Die Verbindung ist geschlossen.</translation>
    </message>
    <message>
        <source>The bus has closed the connection: it has ended, or it did not like what it was sent.</source>
        <translation>Der Bus hat die Verbindung geschlossen: er ist beendet, oder ihm missfiel, was er bekam.</translation>
    </message>
    <message>
        <source>A signal handler ran while the call waited.</source>
        <translation>Ein Signal-Handler lief, während der Aufruf wartete.</translation>
    </message>
    <message>
        <source>AccessDenied, or just Failed: the bus or the called program refuses.</source>
        <translation>AccessDenied oder einfach Failed: der Bus oder das gerufene Programm weigert sich.</translation>
    </message>
    <message>
        <source>UnknownMethod, UnknownObject, UnknownInterface or UnknownProperty: the called program does not have it.</source>
        <translation>UnknownMethod, UnknownObject, UnknownInterface oder UnknownProperty: das gerufene Programm hat das nicht.</translation>
    </message>
    <message>
        <source>ServiceUnknown: nobody has this name, and no program is known that would be started for it.</source>
        <translation>ServiceUnknown: niemand hat diesen Namen, und es ist kein Programm bekannt, das dafür gestartet würde.</translation>
    </message>
    <message>
        <source>A name, path or interface is not written as D-Bus wants it, or the called program does not like the arguments (InvalidArgs).</source>
        <translation>Ein Name, ein Pfad oder eine Schnittstelle ist nicht so geschrieben, wie D-Bus es verlangt, oder dem gerufenen Programm missfallen die Argumente (InvalidArgs).</translation>
    </message>
    <message>
        <source>The answer was an error that has no errno: its name says more.</source>
        <translation>Die Antwort war ein Fehler ohne eigene errno: sein Name sagt mehr.</translation>
    </message>
    <message>
        <source>NameHasNoOwner: nobody has the name that the call speaks of.</source>
        <translation>NameHasNoOwner: niemand hat den Namen, von dem der Aufruf spricht.</translation>
    </message>
    <message>
        <source>LimitsExceeded: the bus keeps no more for this connection.</source>
        <translation>LimitsExceeded: der Bus hebt für diese Verbindung nicht mehr auf.</translation>
    </message>
    <message>
        <source>PropertyReadOnly: the property cannot be written.</source>
        <translation>PropertyReadOnly: die Eigenschaft kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>NoReply: no answer came within the time, or whoever was called has gone.</source>
        <translation>NoReply: in der Zeit kam keine Antwort, oder der Gerufene ist gegangen.</translation>
    </message>
    <message>
        <source>18446744073709551614, the highest the counter can be</source>
        <translation>18446744073709551614, der höchste Stand des Zählers</translation>
    </message>
    <message>
        <source>18446744073709551615: refused with EINVAL</source>
        <translation>18446744073709551615: wird mit EINVAL abgelehnt</translation>
    </message>
    <message>
        <source>Event counter</source>
        <translation>Ereigniszähler</translation>
    </message>
    <message>
        <source>The descriptor; forked processes share it.</source>
        <translation>Der Deskriptor; Prozesse, die durch fork entstehen, teilen ihn.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Makes a counter in the kernel and a descriptor for it, which serves for both writing and reading.</source>
        <translation>Legt einen Zähler im Kernel an und einen Deskriptor dafür, der zum Schreiben wie zum Lesen dient.</translation>
    </message>
    <message>
        <source>Initial value</source>
        <translation>Anfangswert</translation>
    </message>
    <message>
        <source>What the counter starts with; 32 bits only.</source>
        <translation>Womit der Zähler beginnt; nur 32 Bit.</translation>
    </message>
    <message>
        <source>a read takes 1; otherwise it takes all there is</source>
        <translation>ein Lesen nimmt 1; sonst nimmt es alles, was da ist</translation>
    </message>
    <message>
        <source>a program that is executed does not get the descriptor</source>
        <translation>ein Programm, das ausgeführt wird, bekommt den Deskriptor nicht</translation>
    </message>
    <message>
        <source>How reading works, and what the descriptor does.</source>
        <translation>Wie das Lesen geht und was der Deskriptor tut.</translation>
    </message>
    <message>
        <source>The descriptor of the new counter.</source>
        <translation>Der Deskriptor des neuen Zählers.</translation>
    </message>
    <message>
        <source>There are flags among these that this kernel does not know.</source>
        <translation>Darunter sind Flags, die dieser Kernel nicht kennt.</translation>
    </message>
    <message>
        <source>The kernel could not mount its device for files without a name.</source>
        <translation>Der Kernel konnte sein Gerät für Dateien ohne Namen nicht einhängen.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Summand</translation>
    </message>
    <message>
        <source>Adds a number to the counter and wakes readers; sleeps while the sum would exceed 18446744073709551614.</source>
        <translation>Addiert eine Zahl zum Zähler und weckt Leser; schläft, solange die Summe 18446744073709551614 überstiege.</translation>
    </message>
    <message>
        <source>What is added, 64 bits without a sign: -1 stands for the highest number. 0 is allowed, and wakes nobody.</source>
        <translation>Was addiert wird, 64 Bit ohne Vorzeichen: -1 steht für die höchste Zahl. 0 ist erlaubt und weckt niemanden.</translation>
    </message>
    <message>
        <source>bytes written: 8</source>
        <translation>geschriebene Bytes: 8</translation>
    </message>
    <message>
        <source>EFD_NONBLOCK is set, and the sum would exceed 18446744073709551614.</source>
        <translation>EFD_NONBLOCK ist gesetzt, und die Summe überstiege 18446744073709551614.</translation>
    </message>
    <message>
        <source>The descriptor is closed in this process.</source>
        <translation>Der Deskriptor ist in diesem Prozess geschlossen.</translation>
    </message>
    <message>
        <source>A signal handler ran while this waited for a read.</source>
        <translation>Eine Signalbehandlung lief, während auf ein Lesen gewartet wurde.</translation>
    </message>
    <message>
        <source>The value is 18446744073709551615 (UINT64_MAX), which no counter takes.</source>
        <translation>Der Wert ist 18446744073709551615 (UINT64_MAX), den kein Zähler annimmt.</translation>
    </message>
    <message>
        <source>a read of {counter}</source>
        <translation>ein Lesen von {counter}</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Entnehmen</translation>
    </message>
    <message>
        <source>Takes the whole counter, or 1 of it with EFD_SEMAPHORE; sleeps while it is 0.</source>
        <translation>Nimmt den ganzen Zähler, mit EFD_SEMAPHORE 1 davon; schläft, solange er 0 ist.</translation>
    </message>
    <message>
        <source>Of the buffer: below 8 bytes the kernel answers EINVAL.</source>
        <translation>Des Puffers: unter 8 Bytes antwortet der Kernel EINVAL.</translation>
    </message>
    <message>
        <source>bytes read: 8</source>
        <translation>gelesene Bytes: 8</translation>
    </message>
    <message>
        <source>What was taken. From 2^63 on it is shown as a negative number.</source>
        <translation>Was entnommen wurde. Ab 2^63 wird es als negative Zahl gezeigt.</translation>
    </message>
    <message>
        <source>EFD_NONBLOCK is set, and the counter is 0.</source>
        <translation>EFD_NONBLOCK ist gesetzt, und der Zähler ist 0.</translation>
    </message>
    <message>
        <source>A signal handler ran while the counter was 0.</source>
        <translation>Eine Signalbehandlung lief, während der Zähler 0 war.</translation>
    </message>
    <message>
        <source>The buffer has less than 8 bytes.</source>
        <translation>Der Puffer hat weniger als 8 Bytes.</translation>
    </message>
    <message>
        <source>a write to {counter}</source>
        <translation>ein Schreiben in {counter}</translation>
    </message>
    <message>
        <source>Closes the descriptor in this process; the counter goes with the last one.</source>
        <translation>Schließt den Deskriptor in diesem Prozess; mit dem letzten verschwindet der Zähler.</translation>
    </message>
    <message>
        <source>The descriptor is closed in this process already.</source>
        <translation>Der Deskriptor ist in diesem Prozess schon geschlossen.</translation>
    </message>
    <message>
        <source>Event counter (eventfd)</source>
        <translation>Ereigniszähler (eventfd)</translation>
    </message>
    <message>
        <source>A number in the kernel behind a descriptor: one process adds, another waits.</source>
        <translation>Eine Zahl im Kernel hinter einem Deskriptor: ein Prozess addiert, ein anderer wartet.</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>What has been written and not been read; at most 2^63-1 is shown here.</source>
        <translation>Was geschrieben und nicht gelesen wurde; höchstens 2^63-1 wird hier gezeigt.</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>The counter, where it is 2^63 or more.</source>
        <translation>Der Zähler, wo er 2^63 oder mehr ist.</translation>
    </message>
    <message>
        <source>A read takes 1 (EFD_SEMAPHORE), not all there is.</source>
        <translation>Ein Lesen nimmt 1 (EFD_SEMAPHORE), nicht alles, was da ist.</translation>
    </message>
    <message>
        <source>Of the open descriptor, which forked processes share.</source>
        <translation>Des offenen Deskriptors, den Prozesse teilen, die durch fork entstehen.</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>None: a counter has no name, and is for those only who were given its descriptor, by a fork or through a Unix socket.</source>
        <translation>Keine: ein Zähler hat keinen Namen und ist nur für die da, die seinen Deskriptor bekamen, durch fork oder über einen Unix-Socket.</translation>
    </message>
    <message>
        <source>FLOCK: flock; POSIX: fcntl, of a process; OFDLCK: fcntl, of an open file.</source>
        <translation>FLOCK: flock; POSIX: fcntl, eines Prozesses; OFDLCK: fcntl, einer offenen Datei.</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>no process</source>
        <translation>kein Prozess</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>bis zum Ende</translation>
    </message>
    <message>
        <source>Last byte</source>
        <translation>Letztes Byte</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The first 64 KiB.</source>
        <translation>Die ersten 64 KiB.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>As /proc/locks tells them: who holds one, and who waits.</source>
        <translation>Wie /proc/locks sie nennt: wer eine hält und wer wartet.</translation>
    </message>
    <message>
        <source>0 = removed, but still open.</source>
        <translation>0 = entfernt, aber noch offen.</translation>
    </message>
    <message>
        <source>Inode</source>
        <translation>Inode</translation>
    </message>
    <message>
        <source>Last change of the data</source>
        <translation>Letzte Änderung der Daten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Bytes with a name that outlive their processes: read, written, mapped, locked and watched by several at once.</source>
        <translation>Bytes mit einem Namen, die ihre Prozesse überdauern: von mehreren zugleich gelesen, geschrieben, eingeblendet, gesperrt und beobachtet.</translation>
    </message>
    <message>
        <source>Open files of the system</source>
        <translation>Offene Dateien des Systems</translation>
    </message>
    <message>
        <source>Inotify instances per user</source>
        <translation>Inotify-Instanzen je Benutzer</translation>
    </message>
    <message>
        <source>Inotify watches per user</source>
        <translation>Inotify-Beobachtungen je Benutzer</translation>
    </message>
    <message>
        <source>Events in an inotify queue</source>
        <translation>Ereignisse in einer Inotify-Warteschlange</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Inotify instance</source>
        <translation>Inotify-Instanz</translation>
    </message>
    <message>
        <source>File descriptor</source>
        <translation>Dateideskriptor</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Einblendung</translation>
    </message>
    <message>
        <source>The permission bits of the file decide who may open it to read or to write; who may write to the directory may make, rename and remove it. Locks bind only those who ask for them: they are advisory.</source>
        <translation>Die Rechtebits der Datei bestimmen, wer sie zum Lesen oder Schreiben öffnen darf; wer ins Verzeichnis schreiben darf, darf sie anlegen, umbenennen und entfernen. Sperren binden nur die, die nach ihnen fragen: sie sind eine Übereinkunft.</translation>
    </message>
    <message>
        <source>The descriptor to read from.</source>
        <translation>Der Deskriptor, von dem gelesen wird.</translation>
    </message>
    <message>
        <source>At most so many bytes; fewer come where the file ends.</source>
        <translation>Höchstens so viele Bytes; weniger kommen, wo die Datei endet.</translation>
    </message>
    <message>
        <source>bytes read, 0 at the end of the file</source>
        <translation>gelesene Bytes, 0 am Ende der Datei</translation>
    </message>
    <message>
        <source>The descriptor is closed, or not open for reading.</source>
        <translation>Der Deskriptor ist geschlossen oder nicht zum Lesen offen.</translation>
    </message>
    <message>
        <source>Where, counted from the beginning of the file.</source>
        <translation>Wo, vom Anfang der Datei an gezählt.</translation>
    </message>
    <message>
        <source>The offset is below 0, or too far.</source>
        <translation>Der Abstand ist kleiner als 0 oder zu groß.</translation>
    </message>
    <message>
        <source>Reads at the position of the descriptor, and moves it on.</source>
        <translation>Liest an der Position des Deskriptors und rückt sie weiter.</translation>
    </message>
    <message>
        <source>Read at offset</source>
        <translation>An einer Stelle lesen</translation>
    </message>
    <message>
        <source>Reads at an offset; the position of the descriptor stays.</source>
        <translation>Liest an einer Stelle; die Position des Deskriptors bleibt.</translation>
    </message>
    <message>
        <source>The descriptor to write to.</source>
        <translation>Der Deskriptor, auf den geschrieben wird.</translation>
    </message>
    <message>
        <source>Where in the file they stand; not told when processes that share the position moved it meanwhile.</source>
        <translation>Wo in der Datei sie stehen; nicht gesagt, wenn Prozesse, die die Position teilen, sie zwischendurch verschoben haben.</translation>
    </message>
    <message>
        <source>The descriptor is closed, or not open for writing.</source>
        <translation>Der Deskriptor ist geschlossen oder nicht zum Schreiben offen.</translation>
    </message>
    <message>
        <source>The user&apos;s share of the disk is used up.</source>
        <translation>Der Anteil des Benutzers am Datenträger ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Beyond the largest file that the process (RLIMIT_FSIZE) or the file system may have. SIGXFSZ is sent as well: only who ignores, blocks or handles it gets to see this.</source>
        <translation>Jenseits der größten Datei, die der Prozess (RLIMIT_FSIZE) oder das Dateisystem haben darf. Dazu kommt ein SIGXFSZ: nur wer es ignoriert, blockiert oder behandelt, bekommt dies zu sehen.</translation>
    </message>
    <message>
        <source>A signal came before any byte was written.</source>
        <translation>Ein Signal kam, bevor ein Byte geschrieben war.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>A seal forbids it (fcntl(2), F_SEAL_WRITE).</source>
        <translation>Ein Siegel verbietet es (fcntl(2), F_SEAL_WRITE).</translation>
    </message>
    <message>
        <source>Where; with O_APPEND Linux writes to the end all the same.</source>
        <translation>Wo; mit O_APPEND schreibt Linux trotzdem ans Ende.</translation>
    </message>
    <message>
        <source>Writes at the position of the descriptor and moves it on; with O_APPEND at the end of the file, which nobody can get in between of.</source>
        <translation>Schreibt an der Position des Deskriptors und rückt sie weiter; mit O_APPEND ans Ende der Datei, ohne dass jemand dazwischenkommt.</translation>
    </message>
    <message>
        <source>Write at offset</source>
        <translation>An eine Stelle schreiben</translation>
    </message>
    <message>
        <source>Writes at an offset; the position of the descriptor stays.</source>
        <translation>Schreibt an eine Stelle; die Position des Deskriptors bleibt.</translation>
    </message>
    <message>
        <source>to the next bytes at or behind the offset</source>
        <translation>zu den nächsten Bytes an oder hinter der Stelle</translation>
    </message>
    <message>
        <source>to the next hole at or behind the offset</source>
        <translation>zum nächsten Loch an oder hinter der Stelle</translation>
    </message>
    <message>
        <source>Set position</source>
        <translation>Position setzen</translation>
    </message>
    <message>
        <source>Moves the position of the descriptor, which all share that inherited or duplicated it.</source>
        <translation>Verschiebt die Position des Deskriptors, die alle teilen, die ihn geerbt oder verdoppelt haben.</translation>
    </message>
    <message>
        <source>How far; below 0 = back.</source>
        <translation>Wie weit; unter 0 = zurück.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>What the offset is counted from.</source>
        <translation>Wovon an gezählt wird.</translation>
    </message>
    <message>
        <source>the new position</source>
        <translation>die neue Position</translation>
    </message>
    <message>
        <source>The position would be before the beginning, or too far.</source>
        <translation>Die Position wäre vor dem Anfang oder zu weit.</translation>
    </message>
    <message>
        <source>SEEK_DATA or SEEK_HOLE: nothing is at or behind the offset.</source>
        <translation>SEEK_DATA oder SEEK_HOLE: an oder hinter der Stelle ist nichts.</translation>
    </message>
    <message>
        <source>Set size</source>
        <translation>Größe setzen</translation>
    </message>
    <message>
        <source>Cuts the file, or makes it longer: the new part reads as zeros and takes no room.</source>
        <translation>Kürzt die Datei oder macht sie länger: der neue Teil liest sich als Nullen und braucht keinen Platz.</translation>
    </message>
    <message>
        <source>How long the file is then.</source>
        <translation>Wie lang die Datei dann ist.</translation>
    </message>
    <message>
        <source>Longer than the process (RLIMIT_FSIZE) or the file system allows; SIGXFSZ is sent as well.</source>
        <translation>Länger, als der Prozess (RLIMIT_FSIZE) oder das Dateisystem erlaubt; dazu kommt ein SIGXFSZ.</translation>
    </message>
    <message>
        <source>A signal came while the file system was waited for.</source>
        <translation>Ein Signal kam, während auf das Dateisystem gewartet wurde.</translation>
    </message>
    <message>
        <source>The size is below 0, or the descriptor is not open for writing.</source>
        <translation>Die Größe ist kleiner als 0, oder der Deskriptor ist nicht zum Schreiben offen.</translation>
    </message>
    <message>
        <source>A seal forbids it, or the file may only be appended to.</source>
        <translation>Ein Siegel verbietet es, oder an die Datei darf nur angehängt werden.</translation>
    </message>
    <message>
        <source>Write to disk</source>
        <translation>Auf den Datenträger schreiben</translation>
    </message>
    <message>
        <source>Returns when all that was written to the file, and its inode, is on the disk.</source>
        <translation>Kehrt zurück, wenn alles, was in die Datei geschrieben wurde, und ihre Inode auf dem Datenträger sind.</translation>
    </message>
    <message>
        <source>A signal came before it was done.</source>
        <translation>Ein Signal kam, bevor es getan war.</translation>
    </message>
    <message>
        <source>Writing failed: some of the data is lost.</source>
        <translation>Das Schreiben ist gescheitert: ein Teil der Daten ist verloren.</translation>
    </message>
    <message>
        <source>Write data to disk</source>
        <translation>Daten auf den Datenträger schreiben</translation>
    </message>
    <message>
        <source>As fsync, but leaves out of the inode what is not needed to read the data back, such as times.</source>
        <translation>Wie fsync, lässt aber von der Inode weg, was zum Lesen der Daten nicht nötig ist, etwa die Zeiten.</translation>
    </message>
    <message>
        <source>How many names (hard links) it has; 0 = removed, but still open.</source>
        <translation>Wie viele Namen (harte Links) sie hat; 0 = entfernt, aber noch offen.</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Room that it takes, in blocks of 512 bytes; holes take none.</source>
        <translation>Platz, den sie braucht, in Blöcken zu 512 Bytes; Löcher brauchen keinen.</translation>
    </message>
    <message>
        <source>Size, names, inode, owner and times of the file.</source>
        <translation>Größe, Namen, Inode, Besitzer und Zeiten der Datei.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>A second descriptor of the same open file: position, flags, flock and OFD locks are shared by both.</source>
        <translation>Ein zweiter Deskriptor derselben offenen Datei: Position, Flags, flock und OFD-Sperren teilen beide.</translation>
    </message>
    <message>
        <source>Closes a descriptor. That gives up all fcntl locks of this process on the file, also those taken through other descriptors; flock and OFD locks go with the last copy.</source>
        <translation>Schließt einen Deskriptor. Damit fallen alle fcntl-Sperren dieses Prozesses auf der Datei, auch die über andere Deskriptoren genommenen; flock und OFD-Sperren gehen mit der letzten Kopie.</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>Deskriptor</translation>
    </message>
    <message>
        <source>A file or an inotify instance to close in this process.</source>
        <translation>Eine Datei oder eine Inotify-Instanz, die in diesem Prozess geschlossen werden soll.</translation>
    </message>
    <message>
        <source>A signal came; the descriptor is closed all the same.</source>
        <translation>Ein Signal kam; der Deskriptor ist trotzdem geschlossen.</translation>
    </message>
    <message>
        <source>An earlier write failed; the descriptor is closed all the same.</source>
        <translation>Ein früheres Schreiben ist gescheitert; der Deskriptor ist trotzdem geschlossen.</translation>
    </message>
    <message>
        <source>An earlier write found no room, as network file systems tell it now.</source>
        <translation>Ein früheres Schreiben fand keinen Platz, wie Netzwerk-Dateisysteme es erst jetzt sagen.</translation>
    </message>
    <message>
        <source>An earlier write was above the user&apos;s share of the disk.</source>
        <translation>Ein früheres Schreiben überstieg den Anteil des Benutzers am Datenträger.</translation>
    </message>
    <message>
        <source>it was read</source>
        <translation>es wurde gelesen</translation>
    </message>
    <message>
        <source>it was written or cut</source>
        <translation>es wurde geschrieben oder gekürzt</translation>
    </message>
    <message>
        <source>permissions, owner, times or number of names changed</source>
        <translation>Rechte, Besitzer, Zeiten oder Zahl der Namen haben sich geändert</translation>
    </message>
    <message>
        <source>closed, was open for writing</source>
        <translation>geschlossen, war zum Schreiben offen</translation>
    </message>
    <message>
        <source>closed, was not open for writing</source>
        <translation>geschlossen, war nicht zum Schreiben offen</translation>
    </message>
    <message>
        <source>it was opened</source>
        <translation>es wurde geöffnet</translation>
    </message>
    <message>
        <source>renamed: the old name, in the watched directory</source>
        <translation>umbenannt: der alte Name, im beobachteten Verzeichnis</translation>
    </message>
    <message>
        <source>renamed: the new name, in the watched directory</source>
        <translation>umbenannt: der neue Name, im beobachteten Verzeichnis</translation>
    </message>
    <message>
        <source>made in the watched directory</source>
        <translation>im beobachteten Verzeichnis angelegt</translation>
    </message>
    <message>
        <source>removed from the watched directory</source>
        <translation>aus dem beobachteten Verzeichnis entfernt</translation>
    </message>
    <message>
        <source>what is watched itself was removed</source>
        <translation>das Beobachtete selbst wurde entfernt</translation>
    </message>
    <message>
        <source>what is watched itself was renamed</source>
        <translation>das Beobachtete selbst wurde umbenannt</translation>
    </message>
    <message>
        <source>it happened to a directory</source>
        <translation>es geschah mit einem Verzeichnis</translation>
    </message>
    <message>
        <source>the watch is gone</source>
        <translation>die Beobachtung ist zu Ende</translation>
    </message>
    <message>
        <source>the queue was full: events were lost</source>
        <translation>die Warteschlange war voll: Ereignisse gingen verloren</translation>
    </message>
    <message>
        <source>the file system was unmounted</source>
        <translation>das Dateisystem wurde ausgehängt</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>An inotify instance that is open in this process.</source>
        <translation>Eine Inotify-Instanz, die in diesem Prozess offen ist.</translation>
    </message>
    <message>
        <source>Make inotify instance</source>
        <translation>Inotify-Instanz anlegen</translation>
    </message>
    <message>
        <source>Makes a queue of events, and a descriptor to read it.</source>
        <translation>Legt eine Warteschlange für Ereignisse an und einen Deskriptor, sie zu lesen.</translation>
    </message>
    <message>
        <source>EAGAIN instead of waiting for an event</source>
        <translation>EAGAIN, statt auf ein Ereignis zu warten</translation>
    </message>
    <message>
        <source>a program that is executed does not get it</source>
        <translation>ein ausgeführtes Programm bekommt sie nicht</translation>
    </message>
    <message>
        <source>How it is read.</source>
        <translation>Wie sie gelesen wird.</translation>
    </message>
    <message>
        <source>The descriptor.</source>
        <translation>Der Deskriptor.</translation>
    </message>
    <message>
        <source>A flag that is none of the two.</source>
        <translation>Ein Flag, das keines der beiden ist.</translation>
    </message>
    <message>
        <source>The user&apos;s number of instances (max_user_instances) or the process&apos;s number of files is reached.</source>
        <translation>Die Zahl der Instanzen des Benutzers (max_user_instances) oder die der Dateien des Prozesses ist erreicht.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Begins to watch a file, or a directory and what lies directly in it; a second time changes what it is watched for.</source>
        <translation>Beginnt eine Datei zu beobachten, oder ein Verzeichnis und was unmittelbar darin liegt; ein zweites Mal ändert, worauf geachtet wird.</translation>
    </message>
    <message>
        <source>What to watch; &quot;.&quot; is the private directory of the run.</source>
        <translation>Was beobachtet wird; &quot;.&quot; ist das private Verzeichnis des Laufs.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>What to be told of.</source>
        <translation>Wovon berichtet werden soll.</translation>
    </message>
    <message>
        <source>only if it is a directory</source>
        <translation>nur, wenn es ein Verzeichnis ist</translation>
    </message>
    <message>
        <source>a symbolic link itself</source>
        <translation>einen symbolischen Link selbst</translation>
    </message>
    <message>
        <source>nothing of what was removed</source>
        <translation>nichts von dem, was entfernt ist</translation>
    </message>
    <message>
        <source>in addition to what was watched for</source>
        <translation>zusätzlich zu dem, worauf schon geachtet wird</translation>
    </message>
    <message>
        <source>only if it is not watched yet</source>
        <translation>nur, wenn es noch nicht beobachtet wird</translation>
    </message>
    <message>
        <source>one event, then no more</source>
        <translation>ein Ereignis, dann keines mehr</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>How to watch.</source>
        <translation>Wie beobachtet wird.</translation>
    </message>
    <message>
        <source>number of the watch</source>
        <translation>Nummer der Beobachtung</translation>
    </message>
    <message>
        <source>The instance is closed in this process.</source>
        <translation>Die Instanz ist in diesem Prozess geschlossen.</translation>
    </message>
    <message>
        <source>It is watched already, and IN_MASK_CREATE was given.</source>
        <translation>Es wird schon beobachtet, und IN_MASK_CREATE war angegeben.</translation>
    </message>
    <message>
        <source>No event is asked for, or IN_MASK_ADD and IN_MASK_CREATE are both given.</source>
        <translation>Kein Ereignis ist verlangt, oder IN_MASK_ADD und IN_MASK_CREATE sind beide angegeben.</translation>
    </message>
    <message>
        <source>The user&apos;s number of watches (max_user_watches) is reached.</source>
        <translation>Die Zahl der Beobachtungen des Benutzers (max_user_watches) ist erreicht.</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Beobachtung beenden</translation>
    </message>
    <message>
        <source>Ends a watch; a last event IN_IGNORED says so.</source>
        <translation>Beendet eine Beobachtung; ein letztes Ereignis IN_IGNORED sagt es.</translation>
    </message>
    <message>
        <source>Its number, as add_watch returned it.</source>
        <translation>Ihre Nummer, wie add_watch sie zurückgab.</translation>
    </message>
    <message>
        <source>The instance has no watch of this number (any more).</source>
        <translation>Die Instanz hat keine Beobachtung dieser Nummer (mehr).</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>In the watched directory; empty if it happened to what is watched itself.</source>
        <translation>Im beobachteten Verzeichnis; leer, wenn es mit dem Beobachteten selbst geschah.</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Joins IN_MOVED_FROM with its IN_MOVED_TO.</source>
        <translation>Verbindet IN_MOVED_FROM mit seinem IN_MOVED_TO.</translation>
    </message>
    <message>
        <source>Read events</source>
        <translation>Ereignisse lesen</translation>
    </message>
    <message>
        <source>Takes events out of the queue; waits while there are none.</source>
        <translation>Nimmt Ereignisse aus der Warteschlange; wartet, solange keine da sind.</translation>
    </message>
    <message>
        <source>Room for so many bytes: an event takes 16 and those of its name.</source>
        <translation>Platz für so viele Bytes: ein Ereignis braucht 16 und die seines Namens.</translation>
    </message>
    <message>
        <source>bytes of events</source>
        <translation>Bytes an Ereignissen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>In the order in which it happened; equal ones in a row are told once.</source>
        <translation>In der Reihenfolge, in der es geschah; gleiche hintereinander stehen einmal da.</translation>
    </message>
    <message>
        <source>IN_NONBLOCK is set, and nothing has happened.</source>
        <translation>IN_NONBLOCK ist gesetzt, und nichts ist geschehen.</translation>
    </message>
    <message>
        <source>A signal handler ran before anything happened.</source>
        <translation>Ein Signal-Handler lief, bevor etwas geschah.</translation>
    </message>
    <message>
        <source>The next event does not fit into the size.</source>
        <translation>Das nächste Ereignis passt nicht in die Größe.</translation>
    </message>
    <message>
        <source>something to happen to what {inotify} watches</source>
        <translation>ein Ereignis bei dem, was {inotify} beobachtet</translation>
    </message>
    <message>
        <source>Events to read</source>
        <translation>Zu lesende Ereignisse</translation>
    </message>
    <message>
        <source>Bytes that a read would get.</source>
        <translation>Bytes, die ein Lesen bekäme.</translation>
    </message>
    <message>
        <source>As it was given; the kernel keeps the inode only.</source>
        <translation>Wie er angegeben wurde; der Kernel merkt sich nur die Inode.</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Beobachtungen</translation>
    </message>
    <message>
        <source>What is watched. Paths are known only while its process is not waiting.</source>
        <translation>Was beobachtet wird. Pfade sind nur bekannt, solange der Prozess nicht wartet.</translation>
    </message>
    <message>
        <source>Lock whole file</source>
        <translation>Ganze Datei sperren</translation>
    </message>
    <message>
        <source>Takes, changes or gives up the lock of the open file; copies of the descriptor, also those that a child inherited, are one holder.</source>
        <translation>Nimmt, ändert oder gibt die Sperre der offenen Datei; Kopien des Deskriptors, auch die von einem Kind geerbten, sind ein Halter.</translation>
    </message>
    <message>
        <source>shared: several may hold it</source>
        <translation>geteilt: mehrere dürfen sie halten</translation>
    </message>
    <message>
        <source>exclusive: one alone</source>
        <translation>exklusiv: einer allein</translation>
    </message>
    <message>
        <source>give it up</source>
        <translation>aufgeben</translation>
    </message>
    <message>
        <source>Another kind than before gives up the old lock first: not in one step.</source>
        <translation>Eine andere Art als bisher gibt erst die alte Sperre auf: nicht in einem Schritt.</translation>
    </message>
    <message>
        <source>Without LOCK_NB it waits until the lock is free.</source>
        <translation>Ohne LOCK_NB wird gewartet, bis die Sperre frei ist.</translation>
    </message>
    <message>
        <source>The lock is held by another open file, and LOCK_NB was given (EWOULDBLOCK).</source>
        <translation>Eine andere offene Datei hält die Sperre, und LOCK_NB war angegeben (EWOULDBLOCK).</translation>
    </message>
    <message>
        <source>A signal handler ran while this waited for the lock.</source>
        <translation>Ein Signal-Handler lief, während auf die Sperre gewartet wurde.</translation>
    </message>
    <message>
        <source>The operation is none of the three.</source>
        <translation>Die Operation ist keine der drei.</translation>
    </message>
    <message>
        <source>The kernel has no memory for a lock.</source>
        <translation>Der Kernel hat keinen Speicher für eine Sperre.</translation>
    </message>
    <message>
        <source>a shared lock on {file}</source>
        <translation>eine geteilte Sperre auf {file}</translation>
    </message>
    <message>
        <source>an exclusive lock on {file}</source>
        <translation>eine exklusive Sperre auf {file}</translation>
    </message>
    <message>
        <source>Read locks go together; a write lock goes with no other.</source>
        <translation>Lesesperren vertragen sich; eine Schreibsperre verträgt sich mit keiner anderen.</translation>
    </message>
    <message>
        <source>The first byte; it need not exist yet.</source>
        <translation>Das erste Byte; es muss noch nicht existieren.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How many bytes; 0 = to the end, however far the file grows; below 0 = those before the start.</source>
        <translation>Wie viele Bytes; 0 = bis zum Ende, wie weit die Datei auch wächst; unter 0 = die vor dem Beginn.</translation>
    </message>
    <message>
        <source>What the start is counted from.</source>
        <translation>Wovon an der Beginn gezählt wird.</translation>
    </message>
    <message>
        <source>for reading: several may hold it</source>
        <translation>zum Lesen: mehrere dürfen sie halten</translation>
    </message>
    <message>
        <source>for writing: one alone</source>
        <translation>zum Schreiben: einer allein</translation>
    </message>
    <message>
        <source>of the process; EAGAIN if it is taken</source>
        <translation>des Prozesses; EAGAIN, wenn sie vergeben ist</translation>
    </message>
    <message>
        <source>of the process; waits</source>
        <translation>des Prozesses; wartet</translation>
    </message>
    <message>
        <source>of the open file; EAGAIN if it is taken</source>
        <translation>der offenen Datei; EAGAIN, wenn sie vergeben ist</translation>
    </message>
    <message>
        <source>of the open file; waits, and finds no deadlocks</source>
        <translation>der offenen Datei; wartet und erkennt keine Deadlocks</translation>
    </message>
    <message>
        <source>Whose the lock is, and whether to wait for it. A lock of the process is lost when the process closes any descriptor of the file.</source>
        <translation>Wem die Sperre gehört und ob auf sie gewartet wird. Eine Sperre des Prozesses geht verloren, wenn er irgendeinen Deskriptor der Datei schließt.</translation>
    </message>
    <message>
        <source>Lock a range</source>
        <translation>Einen Bereich sperren</translation>
    </message>
    <message>
        <source>Takes, changes or gives up a record lock on a range of bytes.</source>
        <translation>Nimmt, ändert oder gibt eine Datensatzsperre auf einem Bereich von Bytes.</translation>
    </message>
    <message>
        <source>Another holder has a lock on these bytes that does not go with it.</source>
        <translation>Ein anderer hält auf diesen Bytes eine Sperre, die sich nicht damit verträgt.</translation>
    </message>
    <message>
        <source>The descriptor is closed, or not open for reading (F_RDLCK) or writing (F_WRLCK).</source>
        <translation>Der Deskriptor ist geschlossen oder nicht zum Lesen (F_RDLCK) oder Schreiben (F_WRLCK) offen.</translation>
    </message>
    <message>
        <source>Waiting would be a deadlock: the holder waits for a lock of this process. Only F_SETLKW finds that out.</source>
        <translation>Warten wäre ein Deadlock: der Halter wartet auf eine Sperre dieses Prozesses. Nur F_SETLKW erkennt das.</translation>
    </message>
    <message>
        <source>The range begins before the first byte of the file.</source>
        <translation>Der Bereich beginnt vor dem ersten Byte der Datei.</translation>
    </message>
    <message>
        <source>The kernel has no room for another lock.</source>
        <translation>Der Kernel hat keinen Platz für eine weitere Sperre.</translation>
    </message>
    <message>
        <source>The range ends beyond what a file offset can say.</source>
        <translation>Der Bereich endet jenseits dessen, was eine Dateiposition sagen kann.</translation>
    </message>
    <message>
        <source>{type} on {file} from byte {start} ({whence}), length {length}</source>
        <translation>{type} auf {file} ab Byte {start} ({whence}), Länge {length}</translation>
    </message>
    <message>
        <source>{type} on {file} from byte {start} to the end</source>
        <translation>{type} auf {file} ab Byte {start} bis zum Ende</translation>
    </message>
    <message>
        <source>{type} on {file} from byte {start}, length {length}</source>
        <translation>{type} auf {file} ab Byte {start}, Länge {length}</translation>
    </message>
    <message>
        <source>would a read lock be free?</source>
        <translation>wäre eine Lesesperre frei?</translation>
    </message>
    <message>
        <source>would a write lock be free?</source>
        <translation>wäre eine Schreibsperre frei?</translation>
    </message>
    <message>
        <source>for a lock of the process</source>
        <translation>für eine Sperre des Prozesses</translation>
    </message>
    <message>
        <source>for a lock of the open file</source>
        <translation>für eine Sperre der offenen Datei</translation>
    </message>
    <message>
        <source>Whose lock it would be; one&apos;s own locks are never in the way.</source>
        <translation>Wessen Sperre es wäre; die eigenen stehen nie im Weg.</translation>
    </message>
    <message>
        <source>Who has a lock?</source>
        <translation>Wer hat eine Sperre?</translation>
    </message>
    <message>
        <source>Finds the first record lock that would be in the way. By the time it is told it may be gone.</source>
        <translation>Findet die erste Datensatzsperre, die im Weg wäre. Bis es gesagt ist, kann sie schon weg sein.</translation>
    </message>
    <message>
        <source>a read lock is in the way</source>
        <translation>eine Lesesperre ist im Weg</translation>
    </message>
    <message>
        <source>a write lock is in the way</source>
        <translation>eine Schreibsperre ist im Weg</translation>
    </message>
    <message>
        <source>nothing is in the way</source>
        <translation>nichts ist im Weg</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>0 = to the end, however far the file grows.</source>
        <translation>0 = bis zum Ende, wie weit die Datei auch wächst.</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Halter</translation>
    </message>
    <message>
        <source>The process that has it; -1 = an open file has it, no process.</source>
        <translation>Der Prozess, der sie hat; -1 = eine offene Datei hat sie, kein Prozess.</translation>
    </message>
    <message>
        <source>A mapping of this process.</source>
        <translation>Eine Einblendung dieses Prozesses.</translation>
    </message>
    <message>
        <source>Map into memory</source>
        <translation>In den Speicher einblenden</translation>
    </message>
    <message>
        <source>Makes a part of the file appear as memory: who maps it shared, and who reads and writes it, all see the same bytes at once.</source>
        <translation>Lässt einen Teil der Datei als Speicher erscheinen: wer sie geteilt einblendet und wer sie liest und schreibt, alle sehen sofort dieselben Bytes.</translation>
    </message>
    <message>
        <source>How many bytes; beyond the last page of the file they cannot be touched.</source>
        <translation>Wie viele Bytes; jenseits der letzten Seite der Datei dürfen sie nicht berührt werden.</translation>
    </message>
    <message>
        <source>may be read</source>
        <translation>darf gelesen werden</translation>
    </message>
    <message>
        <source>may be written</source>
        <translation>darf beschrieben werden</translation>
    </message>
    <message>
        <source>may be executed</source>
        <translation>darf ausgeführt werden</translation>
    </message>
    <message>
        <source>What else is done to it ends the process with SIGSEGV.</source>
        <translation>Was sonst damit getan wird, beendet den Prozess mit SIGSEGV.</translation>
    </message>
    <message>
        <source>writes go to the file and to all</source>
        <translation>Geschriebenes geht in die Datei und zu allen</translation>
    </message>
    <message>
        <source>a page that is written becomes a copy of one&apos;s own</source>
        <translation>eine beschriebene Seite wird zur eigenen Kopie</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Who sees what is written there.</source>
        <translation>Wer sieht, was dort geschrieben wird.</translation>
    </message>
    <message>
        <source>Where in the file it begins: a multiple of the page size.</source>
        <translation>Wo in der Datei sie beginnt: ein Vielfaches der Seitengröße.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where it is; the descriptor may be closed.</source>
        <translation>Wo sie liegt; der Deskriptor darf geschlossen werden.</translation>
    </message>
    <message>
        <source>The descriptor is not open for reading, or, for a shared mapping that may be written, not for both.</source>
        <translation>Der Deskriptor ist nicht zum Lesen offen, oder, für eine geteilte, beschreibbare Einblendung, nicht für beides.</translation>
    </message>
    <message>
        <source>The memory would have to be locked, and too much is locked already.</source>
        <translation>Der Speicher müsste im RAM festgehalten werden, und zu viel ist es schon.</translation>
    </message>
    <message>
        <source>The size is 0, or the offset is not a multiple of the page size.</source>
        <translation>Die Größe ist 0, oder die Stelle ist kein Vielfaches der Seitengröße.</translation>
    </message>
    <message>
        <source>The file system cannot map files.</source>
        <translation>Das Dateisystem kann keine Dateien einblenden.</translation>
    </message>
    <message>
        <source>There is no free stretch of addresses of this size.</source>
        <translation>Es gibt keinen freien Adressbereich dieser Größe.</translation>
    </message>
    <message>
        <source>Offset and size together are more than a file can have.</source>
        <translation>Stelle und Größe zusammen sind mehr, als eine Datei haben kann.</translation>
    </message>
    <message>
        <source>PROT_EXEC on a file system mounted noexec, or a seal forbids it.</source>
        <translation>PROT_EXEC in einem noexec eingehängten Dateisystem, oder ein Siegel verbietet es.</translation>
    </message>
    <message>
        <source>Write mapping to disk</source>
        <translation>Einblendung auf den Datenträger schreiben</translation>
    </message>
    <message>
        <source>Writes changed pages back to the file. Other processes see changes without it; it is for the disk.</source>
        <translation>Schreibt geänderte Seiten in die Datei zurück. Andere Prozesse sehen Änderungen auch ohne das; es ist für den Datenträger.</translation>
    </message>
    <message>
        <source>How many bytes from there; 0 = all.</source>
        <translation>Wie viele Bytes von dort an; 0 = alle.</translation>
    </message>
    <message>
        <source>return when it is done</source>
        <translation>zurückkehren, wenn es getan ist</translation>
    </message>
    <message>
        <source>only ask for it</source>
        <translation>nur darum bitten</translation>
    </message>
    <message>
        <source>other mappings are to look afresh; EBUSY if locked</source>
        <translation>andere Einblendungen sollen neu nachsehen; EBUSY, wenn festgehalten</translation>
    </message>
    <message>
        <source>Not MS_SYNC and MS_ASYNC together.</source>
        <translation>Nicht MS_SYNC und MS_ASYNC zusammen.</translation>
    </message>
    <message>
        <source>MS_INVALIDATE, and the memory is locked.</source>
        <translation>MS_INVALIDATE, und der Speicher ist im RAM festgehalten.</translation>
    </message>
    <message>
        <source>The offset is not a multiple of the page size, or MS_SYNC and MS_ASYNC were both given.</source>
        <translation>Die Stelle ist kein Vielfaches der Seitengröße, oder MS_SYNC und MS_ASYNC waren beide angegeben.</translation>
    </message>
    <message>
        <source>Nothing is mapped there any more.</source>
        <translation>Dort ist nichts mehr eingeblendet.</translation>
    </message>
    <message>
        <source>Unmap</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Takes the mapping away from this process; what was written stays in the file.</source>
        <translation>Nimmt diesem Prozess die Einblendung; Geschriebenes bleibt in der Datei.</translation>
    </message>
    <message>
        <source>The address is not that of a page.</source>
        <translation>Die Adresse ist nicht die einer Seite.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opens a regular file, or makes it: a new descriptor with a position of its own.</source>
        <translation>Öffnet eine reguläre Datei oder legt sie an: ein neuer Deskriptor mit eigener Position.</translation>
    </message>
    <message>
        <source>Which file; without a leading / in the private directory of the run.</source>
        <translation>Welche Datei; ohne führendes / im privaten Verzeichnis des Laufs.</translation>
    </message>
    <message>
        <source>for reading</source>
        <translation>zum Lesen</translation>
    </message>
    <message>
        <source>for writing</source>
        <translation>zum Schreiben</translation>
    </message>
    <message>
        <source>for both</source>
        <translation>für beides</translation>
    </message>
    <message>
        <source>What the descriptor is for.</source>
        <translation>Wozu der Deskriptor dient.</translation>
    </message>
    <message>
        <source>make it if it is not there</source>
        <translation>anlegen, wenn sie nicht da ist</translation>
    </message>
    <message>
        <source>with O_CREAT: fail if it is there</source>
        <translation>mit O_CREAT: scheitern, wenn sie da ist</translation>
    </message>
    <message>
        <source>empty it: what it held is lost</source>
        <translation>leeren: was sie enthielt, ist verloren</translation>
    </message>
    <message>
        <source>every write goes to the end, in one step</source>
        <translation>jedes Schreiben geht ans Ende, in einem Schritt</translation>
    </message>
    <message>
        <source>a write returns when data and inode are on the disk</source>
        <translation>ein Schreiben kehrt zurück, wenn Daten und Inode auf dem Datenträger sind</translation>
    </message>
    <message>
        <source>a write returns when the data is on the disk</source>
        <translation>ein Schreiben kehrt zurück, wenn die Daten auf dem Datenträger sind</translation>
    </message>
    <message>
        <source>changes nothing: regular files never wait</source>
        <translation>ändert nichts: reguläre Dateien warten nie</translation>
    </message>
    <message>
        <source>fail if the last name is a symbolic link</source>
        <translation>scheitern, wenn der letzte Name ein symbolischer Link ist</translation>
    </message>
    <message>
        <source>Without O_CREAT only a file that is there is opened.</source>
        <translation>Ohne O_CREAT wird nur eine vorhandene Datei geöffnet.</translation>
    </message>
    <message>
        <source>Of a new file: who may read and write it; the umask takes bits away.</source>
        <translation>Einer neuen Datei: wer sie lesen und schreiben darf; die umask nimmt Bits weg.</translation>
    </message>
    <message>
        <source>It is there already, and O_CREAT with O_EXCL asked for a new one.</source>
        <translation>Sie ist schon da, und O_CREAT mit O_EXCL verlangte eine neue.</translation>
    </message>
    <message>
        <source>The file system does not take this name, or the flags contradict each other.</source>
        <translation>Das Dateisystem nimmt diesen Namen nicht, oder die Flags widersprechen sich.</translation>
    </message>
    <message>
        <source>There is no room for a new file.</source>
        <translation>Für eine neue Datei ist kein Platz.</translation>
    </message>
    <message>
        <source>The file may only be appended to, or not be changed at all (chattr(1)).</source>
        <translation>An die Datei darf nur angehängt werden, oder sie darf gar nicht geändert werden (chattr(1)).</translation>
    </message>
    <message>
        <source>It is a program that runs: it cannot be opened for writing.</source>
        <translation>Sie ist ein laufendes Programm: sie kann nicht zum Schreiben geöffnet werden.</translation>
    </message>
    <message>
        <source>Removes the name; the file lives on until the last descriptor and mapping is gone.</source>
        <translation>Entfernt den Namen; die Datei lebt weiter, bis der letzte Deskriptor und die letzte Einblendung weg sind.</translation>
    </message>
    <message>
        <source>The file to remove; what is not a regular file is left alone.</source>
        <translation>Die Datei, die entfernt wird; was keine reguläre Datei ist, bleibt unberührt.</translation>
    </message>
    <message>
        <source>The directory is sticky and neither it nor the file is the user&apos;s; or the file must not be changed (chattr(1)).</source>
        <translation>Das Verzeichnis ist sticky und weder es noch die Datei gehört dem Benutzer; oder die Datei darf nicht geändert werden (chattr(1)).</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Gives a file another name in one step; a file that had that name is replaced, so readers see the old or the new one, never half of it.</source>
        <translation>Gibt einer Datei in einem Schritt einen anderen Namen; eine Datei dieses Namens wird ersetzt, so dass Leser die alte oder die neue sehen, nie eine halbe.</translation>
    </message>
    <message>
        <source>The file as it is named now.</source>
        <translation>Die Datei, wie sie jetzt heißt.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Its new name, on the same file system.</source>
        <translation>Ihr neuer Name, im selben Dateisystem.</translation>
    </message>
    <message>
        <source>fail if the new name is taken</source>
        <translation>scheitern, wenn der neue Name vergeben ist</translation>
    </message>
    <message>
        <source>swap the two files</source>
        <translation>die beiden Dateien vertauschen</translation>
    </message>
    <message>
        <source>At most one of them; 0 = replace what has the name.</source>
        <translation>Höchstens eines davon; 0 = ersetzen, was den Namen hat.</translation>
    </message>
    <message>
        <source>One of them is in use by the system.</source>
        <translation>Eine von beiden wird vom System benutzt.</translation>
    </message>
    <message>
        <source>The user&apos;s share of the file system is used up.</source>
        <translation>Der Anteil des Benutzers am Dateisystem ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The new name is taken, and RENAME_NOREPLACE was given.</source>
        <translation>Der neue Name ist vergeben, und RENAME_NOREPLACE war angegeben.</translation>
    </message>
    <message>
        <source>Both flags were given, or the file system knows neither.</source>
        <translation>Beide Flags waren angegeben, oder das Dateisystem kennt keines davon.</translation>
    </message>
    <message>
        <source>The directory has no room for a new name.</source>
        <translation>Das Verzeichnis hat keinen Platz für einen neuen Namen.</translation>
    </message>
    <message>
        <source>A sticky directory holds a file of another user.</source>
        <translation>Ein sticky Verzeichnis enthält eine Datei eines anderen Benutzers.</translation>
    </message>
    <message>
        <source>The two names are on different file systems: it would have to be copied.</source>
        <translation>Die beiden Namen liegen in verschiedenen Dateisystemen: sie müsste kopiert werden.</translation>
    </message>
    <message>
        <source>A descriptor of it that is open in this process.</source>
        <translation>Ein Deskriptor von ihr, der in diesem Prozess offen ist.</translation>
    </message>
    <message>
        <source>A directory of the path, or the file, does not admit this user.</source>
        <translation>Ein Verzeichnis des Pfads oder die Datei lässt diesen Benutzer nicht zu.</translation>
    </message>
    <message>
        <source>The file, or a directory of the path, does not exist.</source>
        <translation>Die Datei oder ein Verzeichnis des Pfads existiert nicht.</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>vom Anfang an</translation>
    </message>
    <message>
        <source>from the position of the descriptor</source>
        <translation>von der Position des Deskriptors an</translation>
    </message>
    <message>
        <source>from the end of the file</source>
        <translation>vom Ende der Datei an</translation>
    </message>
    <message>
        <source>the address may be bound again, in spite of TIME_WAIT; to be set before bind</source>
        <translation>die Adresse darf trotz TIME_WAIT wieder gebunden werden; vor bind zu setzen</translation>
    </message>
    <message>
        <source>several sockets of one user share the port, if all of them set this before bind</source>
        <translation>mehrere Sockets eines Benutzers teilen sich den Port, wenn alle dies vor bind setzen</translation>
    </message>
    <message>
        <source>bytes for what was not received yet; the kernel doubles the number</source>
        <translation>Bytes für das, was noch nicht empfangen wurde; der Kernel verdoppelt die Zahl</translation>
    </message>
    <message>
        <source>bytes for what was not sent yet; the kernel doubles the number</source>
        <translation>Bytes für das, was noch nicht gesendet wurde; der Kernel verdoppelt die Zahl</translation>
    </message>
    <message>
        <source>receiving sleeps no longer than this (then EAGAIN); 0 = for ever</source>
        <translation>Empfangen schläft nicht länger als so lange (dann EAGAIN); 0 = beliebig lange</translation>
    </message>
    <message>
        <source>sending and connecting sleep no longer than this; 0 = for ever</source>
        <translation>Senden und Verbinden schlafen nicht länger als so lange; 0 = beliebig lange</translation>
    </message>
    <message>
        <source>how many routers a packet may pass</source>
        <translation>wie viele Router ein Paket passieren darf</translation>
    </message>
    <message>
        <source>IPv6 only; off: an IPv6 socket at &apos;any&apos; takes IPv4 partners too, as ::ffff:a.b.c.d</source>
        <translation>nur IPv6; aus: ein IPv6-Socket an „any“ nimmt auch IPv4-Partner an, als ::ffff:a.b.c.d</translation>
    </message>
    <message>
        <source>1 = stream, 2 = datagrams</source>
        <translation>1 = Strom, 2 = Datagramme</translation>
    </message>
    <message>
        <source>2 = AF_INET, 10 = AF_INET6</source>
        <translation>2 = AF_INET, 10 = AF_INET6</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Which one.</source>
        <translation>Welche.</translation>
    </message>
    <message>
        <source>The value is not in memory of this process.</source>
        <translation>Der Wert liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>Set option</source>
        <translation>Option setzen</translation>
    </message>
    <message>
        <source>Changes how the socket behaves.</source>
        <translation>Ändert, wie sich der Socket verhält.</translation>
    </message>
    <message>
        <source>The socket to change.</source>
        <translation>Der Socket, der geändert wird.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Whether the option holds.</source>
        <translation>Ob die Option gilt.</translation>
    </message>
    <message>
        <source>A number: bytes, seconds, hops, as the option says.</source>
        <translation>Eine Zahl: Bytes, Sekunden, Sprünge, je nach Option.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>To the microsecond; 0 = no limit.</source>
        <translation>Auf die Mikrosekunde; 0 = keine Grenze.</translation>
    </message>
    <message>
        <source>The value is out of range, or it is too late to change the option.</source>
        <translation>Der Wert liegt außerhalb des Bereichs, oder es ist zu spät, die Option zu ändern.</translation>
    </message>
    <message>
        <source>There is no such interface.</source>
        <translation>Eine solche Schnittstelle gibt es nicht.</translation>
    </message>
    <message>
        <source>A socket of this family or kind does not have the option.</source>
        <translation>Ein Socket dieser Familie oder Art hat die Option nicht.</translation>
    </message>
    <message>
        <source>How long close waits for what was sent to be acknowledged; 0 = close throws it away and resets; -1 = the option is off.</source>
        <translation>Wie lange close darauf wartet, dass Gesendetes bestätigt wird; 0 = close wirft es weg und setzt die Verbindung zurück; -1 = die Option ist aus.</translation>
    </message>
    <message>
        <source>Its name or, for IPv4, an address of it; loopback = lo.</source>
        <translation>Ihr Name oder, bei IPv4, eine ihrer Adressen; loopback = lo.</translation>
    </message>
    <message>
        <source>Read option</source>
        <translation>Option lesen</translation>
    </message>
    <message>
        <source>Says how an option stands.</source>
        <translation>Sagt, wie eine Option steht.</translation>
    </message>
    <message>
        <source>The socket to ask.</source>
        <translation>Der Socket, der gefragt wird.</translation>
    </message>
    <message>
        <source>0 or 1, or the number; -1 = SO_LINGER is off; an interface&apos;s number or address.</source>
        <translation>0 oder 1, oder die Zahl; -1 = SO_LINGER ist aus; Nummer oder Adresse einer Schnittstelle.</translation>
    </message>
    <message>
        <source>Of a time limit; 0 = none.</source>
        <translation>Einer Zeitgrenze; 0 = keine.</translation>
    </message>
    <message>
        <source>A socket of this kind does not have the option.</source>
        <translation>Ein Socket dieser Art hat die Option nicht.</translation>
    </message>
    <message>
        <source>A socket of this family does not have the option.</source>
        <translation>Ein Socket dieser Familie hat die Option nicht.</translation>
    </message>
    <message>
        <source>Pending error</source>
        <translation>Wartender Fehler</translation>
    </message>
    <message>
        <source>Takes the error that happened to the socket meanwhile; afterwards there is none.</source>
        <translation>Holt den Fehler ab, der dem Socket inzwischen widerfahren ist; danach gibt es keinen mehr.</translation>
    </message>
    <message>
        <source>no error is waiting</source>
        <translation>kein Fehler wartet</translation>
    </message>
    <message>
        <source>nobody has that port</source>
        <translation>niemand hat diesen Port</translation>
    </message>
    <message>
        <source>the partner reset it</source>
        <translation>der Partner hat sie zurückgesetzt</translation>
    </message>
    <message>
        <source>the connection is closed</source>
        <translation>die Verbindung ist geschlossen</translation>
    </message>
    <message>
        <source>the partner fell silent</source>
        <translation>der Partner ist verstummt</translation>
    </message>
    <message>
        <source>no way to the host</source>
        <translation>kein Weg zum Rechner</translation>
    </message>
    <message>
        <source>no way to the network</source>
        <translation>kein Weg zum Netz</translation>
    </message>
    <message>
        <source>Such as how a connect that did not wait ended.</source>
        <translation>Etwa, wie ein connect ausging, das nicht wartete.</translation>
    </message>
    <message>
        <source>The number is not in memory of this process.</source>
        <translation>Die Zahl liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>The socket is closed in this process.</source>
        <translation>Der Socket ist in diesem Prozess geschlossen.</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>no call on it sleeps: EAGAIN or EINPROGRESS instead</source>
        <translation>kein Aufruf darauf schläft: stattdessen EAGAIN oder EINPROGRESS</translation>
    </message>
    <message>
        <source>a program that is executed does not get the socket</source>
        <translation>ein Programm, das ausgeführt wird, bekommt den Socket nicht</translation>
    </message>
    <message>
        <source>Create socket</source>
        <translation>Socket anlegen</translation>
    </message>
    <message>
        <source>IPv4: 127.0.0.1 is this machine</source>
        <translation>IPv4: 127.0.0.1 ist dieser Rechner</translation>
    </message>
    <message>
        <source>IPv6: ::1 is this machine</source>
        <translation>IPv6: ::1 ist dieser Rechner</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Which kind of addresses it speaks.</source>
        <translation>Welche Art von Adressen er spricht.</translation>
    </message>
    <message>
        <source>Of the new descriptor.</source>
        <translation>Des neuen Deskriptors.</translation>
    </message>
    <message>
        <source>The new socket: without address, without partner.</source>
        <translation>Der neue Socket: ohne Adresse, ohne Partner.</translation>
    </message>
    <message>
        <source>A security policy forbids such sockets.</source>
        <translation>Eine Sicherheitsrichtlinie verbietet solche Sockets.</translation>
    </message>
    <message>
        <source>This kernel, or this container, does not speak that family.</source>
        <translation>Dieser Kernel oder dieser Container spricht diese Familie nicht.</translation>
    </message>
    <message>
        <source>Bind to address</source>
        <translation>An Adresse binden</translation>
    </message>
    <message>
        <source>Gives the socket its own address and port, where others find it.</source>
        <translation>Gibt dem Socket eine eigene Adresse und einen Port, wo andere ihn finden.</translation>
    </message>
    <message>
        <source>The socket that gets the address.</source>
        <translation>Der Socket, der die Adresse bekommt.</translation>
    </message>
    <message>
        <source>In numbers; loopback = 127.0.0.1 or ::1, any = every address of this machine, so that others can reach it too.</source>
        <translation>In Zahlen; loopback = 127.0.0.1 oder ::1, any = jede Adresse dieses Rechners, so dass auch andere ihn erreichen.</translation>
    </message>
    <message>
        <source>0 = the kernel chooses a free one, see the result.</source>
        <translation>0 = der Kernel wählt einen freien, siehe Ergebnis.</translation>
    </message>
    <message>
        <source>The address that the socket has now.</source>
        <translation>Die Adresse, die der Socket jetzt hat.</translation>
    </message>
    <message>
        <source>The port that the socket has now.</source>
        <translation>Der Port, den der Socket jetzt hat.</translation>
    </message>
    <message>
        <source>Ports below /proc/sys/net/ipv4/ip_unprivileged_port_start (1024) need CAP_NET_BIND_SERVICE.</source>
        <translation>Ports unter /proc/sys/net/ipv4/ip_unprivileged_port_start (1024) brauchen CAP_NET_BIND_SERVICE.</translation>
    </message>
    <message>
        <source>Another socket has this port, or an old connection of it is in TIME_WAIT; SO_REUSEADDR or SO_REUSEPORT on both may allow it.</source>
        <translation>Ein anderer Socket hat diesen Port, oder eine alte Verbindung davon ist in TIME_WAIT; SO_REUSEADDR oder SO_REUSEPORT auf beiden kann es erlauben.</translation>
    </message>
    <message>
        <source>No interface of this machine has this address.</source>
        <translation>Keine Schnittstelle dieses Rechners hat diese Adresse.</translation>
    </message>
    <message>
        <source>The address is not of the socket&apos;s family.</source>
        <translation>Die Adresse ist nicht von der Familie des Sockets.</translation>
    </message>
    <message>
        <source>The socket has an address already, or the address is not of its family.</source>
        <translation>Der Socket hat schon eine Adresse, oder die Adresse ist nicht von seiner Familie.</translation>
    </message>
    <message>
        <source>There is no interface of this name or number.</source>
        <translation>Es gibt keine Schnittstelle dieses Namens oder dieser Nummer.</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <source>Partner&apos;s address</source>
        <translation>Adresse des Partners</translation>
    </message>
    <message>
        <source>Says which address and port the socket itself has.</source>
        <translation>Sagt, welche Adresse und welchen Port der Socket selbst hat.</translation>
    </message>
    <message>
        <source>Says with which address and port it is connected.</source>
        <translation>Sagt, mit welcher Adresse und welchem Port er verbunden ist.</translation>
    </message>
    <message>
        <source>In numbers.</source>
        <translation>In Zahlen.</translation>
    </message>
    <message>
        <source>0 = none yet.</source>
        <translation>0 = noch keiner.</translation>
    </message>
    <message>
        <source>The buffer is not in memory of this process.</source>
        <translation>Der Puffer liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>It is not connected, or not any more.</source>
        <translation>Er ist nicht verbunden, oder nicht mehr.</translation>
    </message>
    <message>
        <source>something to receive, to accept, or the end</source>
        <translation>etwas zu empfangen, anzunehmen, oder das Ende</translation>
    </message>
    <message>
        <source>urgent data (MSG_OOB)</source>
        <translation>dringende Daten (MSG_OOB)</translation>
    </message>
    <message>
        <source>room to send; a connect is through, or has failed</source>
        <translation>Platz zum Senden; ein connect ist durch oder gescheitert</translation>
    </message>
    <message>
        <source>the partner will send no more</source>
        <translation>der Partner wird nichts mehr senden</translation>
    </message>
    <message>
        <source>an error is waiting: get_error tells which</source>
        <translation>ein Fehler wartet: get_error sagt, welcher</translation>
    </message>
    <message>
        <source>both directions have ended</source>
        <translation>beide Richtungen sind zu Ende</translation>
    </message>
    <message>
        <source>the descriptor is not open</source>
        <translation>der Deskriptor ist nicht offen</translation>
    </message>
    <message>
        <source>Wait for readiness</source>
        <translation>Auf Bereitschaft warten</translation>
    </message>
    <message>
        <source>Waits until a call on the socket would not sleep, or the time is over.</source>
        <translation>Wartet, bis ein Aufruf auf dem Socket nicht schlafen würde oder die Zeit um ist.</translation>
    </message>
    <message>
        <source>The socket to watch.</source>
        <translation>Der Socket, der beobachtet wird.</translation>
    </message>
    <message>
        <source>What to wait for; errors and hang-up are told in any case.</source>
        <translation>Worauf gewartet wird; Fehler und Ende werden immer gemeldet.</translation>
    </message>
    <message>
        <source>Without limit</source>
        <translation>Ohne Grenze</translation>
    </message>
    <message>
        <source>Wait for as long as it takes.</source>
        <translation>So lange warten, wie es dauert.</translation>
    </message>
    <message>
        <source>0 = only look.</source>
        <translation>0 = nur nachsehen.</translation>
    </message>
    <message>
        <source>1 = ready, 0 = the time was over</source>
        <translation>1 = bereit, 0 = die Zeit war um</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>What is so now.</source>
        <translation>Was jetzt so ist.</translation>
    </message>
    <message>
        <source>The list is not in memory of this process.</source>
        <translation>Die Liste liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>{socket} to become ready</source>
        <translation>die Bereitschaft von {socket}</translation>
    </message>
    <message>
        <source>Switches waiting off (O_NONBLOCK) or on again; all who share the open socket, by fork or passing, get it too.</source>
        <translation>Schaltet das Warten aus (O_NONBLOCK) oder wieder ein; es gilt für alle, die den offenen Socket durch fork oder Weitergabe teilen.</translation>
    </message>
    <message>
        <source>calls do not sleep</source>
        <translation>Aufrufe schlafen nicht</translation>
    </message>
    <message>
        <source>The socket to close in this process.</source>
        <translation>Der Socket, der in diesem Prozess geschlossen wird.</translation>
    </message>
    <message>
        <source>It is closed in this process already.</source>
        <translation>Er ist in diesem Prozess schon geschlossen.</translation>
    </message>
    <message>
        <source>A signal handler ran; on Linux the socket is closed all the same.</source>
        <translation>Ein Signal-Handler lief; unter Linux ist der Socket trotzdem geschlossen.</translation>
    </message>
    <message>
        <source>The bytes to send.</source>
        <translation>Die Bytes, die gesendet werden.</translation>
    </message>
    <message>
        <source>For this call only.</source>
        <translation>Nur für diesen Aufruf.</translation>
    </message>
    <message>
        <source>The bytes that came.</source>
        <translation>Die Bytes, die kamen.</translation>
    </message>
    <message>
        <source>First port that the kernel chooses</source>
        <translation>Erster Port, den der Kernel wählt</translation>
    </message>
    <message>
        <source>Last port that the kernel chooses</source>
        <translation>Letzter Port, den der Kernel wählt</translation>
    </message>
    <message>
        <source>First port for everybody</source>
        <translation>Erster Port für jedermann</translation>
    </message>
    <message>
        <source>Largest receive buffer to ask for</source>
        <translation>Größter Empfangspuffer, der verlangt werden kann</translation>
    </message>
    <message>
        <source>Largest send buffer to ask for</source>
        <translation>Größter Sendepuffer, der verlangt werden kann</translation>
    </message>
    <message>
        <source>1 byte, -128 to 127</source>
        <translation>1 Byte, -128 bis 127</translation>
    </message>
    <message>
        <source>1 byte, 0 to 255</source>
        <translation>1 Byte, 0 bis 255</translation>
    </message>
    <message>
        <source>2 bytes, -32768 to 32767</source>
        <translation>2 Byte, -32768 bis 32767</translation>
    </message>
    <message>
        <source>2 bytes, 0 to 65535</source>
        <translation>2 Byte, 0 bis 65535</translation>
    </message>
    <message>
        <source>4 bytes with a sign</source>
        <translation>4 Byte mit Vorzeichen</translation>
    </message>
    <message>
        <source>4 bytes without a sign</source>
        <translation>4 Byte ohne Vorzeichen</translation>
    </message>
    <message>
        <source>8 bytes with a sign</source>
        <translation>8 Byte mit Vorzeichen</translation>
    </message>
    <message>
        <source>8 bytes without a sign</source>
        <translation>8 Byte ohne Vorzeichen</translation>
    </message>
    <message>
        <source>4 bytes, IEEE 754</source>
        <translation>4 Byte, IEEE 754</translation>
    </message>
    <message>
        <source>8 bytes, IEEE 754</source>
        <translation>8 Byte, IEEE 754</translation>
    </message>
    <message>
        <source>Where, counted from the beginning of the mapping.</source>
        <translation>Wo, gezählt vom Anfang der Einblendung.</translation>
    </message>
    <message>
        <source>How many bytes the number has and what they mean; memory itself does not know.</source>
        <translation>Wie viele Bytes die Zahl hat und was sie bedeuten; der Speicher selbst weiß es nicht.</translation>
    </message>
    <message>
        <source>as this processor has them</source>
        <translation>wie dieser Prozessor sie hat</translation>
    </message>
    <message>
        <source>the lowest byte first</source>
        <translation>das niedrigste Byte zuerst</translation>
    </message>
    <message>
        <source>the highest byte first</source>
        <translation>das höchste Byte zuerst</translation>
    </message>
    <message>
        <source>Byte order</source>
        <translation>Byte-Reihenfolge</translation>
    </message>
    <message>
        <source>In which order the bytes of the number lie in memory.</source>
        <translation>In welcher Reihenfolge die Bytes der Zahl im Speicher liegen.</translation>
    </message>
    <message>
        <source>The number as it lies in memory.</source>
        <translation>Die Zahl, wie sie im Speicher liegt.</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>Where the number cannot say it: uint64_t above 9223372036854775807, infinity, not a number.</source>
        <translation>Wo die Zahl es nicht sagen kann: uint64_t über 9223372036854775807, unendlich, keine Zahl.</translation>
    </message>
    <message>
        <source>Write bytes</source>
        <translation>Bytes schreiben</translation>
    </message>
    <message>
        <source>Copies bytes or text into the mapping; nobody is told, and nothing waits.</source>
        <translation>Kopiert Bytes oder Text in die Einblendung; niemand erfährt davon, und nichts wartet.</translation>
    </message>
    <message>
        <source>Where it is mapped for writing; else SIGSEGV ends the process.</source>
        <translation>Wo er zum Schreiben eingeblendet ist; sonst beendet SIGSEGV den Prozess.</translation>
    </message>
    <message>
        <source>The bytes to copy. Text has no end of its own: add \x00 if readers expect one.</source>
        <translation>Die Bytes, die kopiert werden. Text hat kein eigenes Ende: \x00 anhängen, wenn Leser eines erwarten.</translation>
    </message>
    <message>
        <source>Read bytes</source>
        <translation>Bytes lesen</translation>
    </message>
    <message>
        <source>Copies bytes out of the mapping; they stay there, and anybody may read them again.</source>
        <translation>Kopiert Bytes aus der Einblendung; sie bleiben dort, und jeder darf sie wieder lesen.</translation>
    </message>
    <message>
        <source>Where it is mapped.</source>
        <translation>Wo er eingeblendet ist.</translation>
    </message>
    <message>
        <source>How many bytes; beyond the end of the object SIGBUS ends the process.</source>
        <translation>Wie viele Bytes; jenseits des Objektendes beendet SIGBUS den Prozess.</translation>
    </message>
    <message>
        <source>bytes read</source>
        <translation>gelesene Bytes</translation>
    </message>
    <message>
        <source>The bytes that were there.</source>
        <translation>Die Bytes, die dort standen.</translation>
    </message>
    <message>
        <source>Write a number</source>
        <translation>Zahl schreiben</translation>
    </message>
    <message>
        <source>Puts one number into the mapping, as an assignment in C does: not atomic with a load before.</source>
        <translation>Legt eine Zahl in die Einblendung, wie eine Zuweisung in C: mit einem Lesen davor ist das nicht ein einziger Schritt.</translation>
    </message>
    <message>
        <source>The integer; it must fit into its type (uint64_t takes -1 for its highest).</source>
        <translation>Die ganze Zahl; sie muss in ihren Typ passen (uint64_t nimmt -1 für den höchsten Wert).</translation>
    </message>
    <message>
        <source>The number; float keeps about 7 digits of it.</source>
        <translation>Die Zahl; float behält davon etwa 7 Stellen.</translation>
    </message>
    <message>
        <source>Read a number</source>
        <translation>Zahl lesen</translation>
    </message>
    <message>
        <source>Takes one number out of the mapping; it stays there.</source>
        <translation>Liest eine Zahl aus der Einblendung; sie bleibt dort.</translation>
    </message>
    <message>
        <source>the integer; 0 for float and double</source>
        <translation>die ganze Zahl; 0 bei float und double</translation>
    </message>
    <message>
        <source>Real number</source>
        <translation>Gleitkommazahl</translation>
    </message>
    <message>
        <source>Of float and double.</source>
        <translation>Bei float und double.</translation>
    </message>
    <message>
        <source>Add atomically</source>
        <translation>Atomar addieren</translation>
    </message>
    <message>
        <source>Adds to a number in one step that no other processor can get in between of.</source>
        <translation>Addiert zu einer Zahl in einem einzigen Schritt, zwischen den kein anderer Prozessor kommen kann.</translation>
    </message>
    <message>
        <source>What is added, below 0 to subtract; beyond its range the number wraps around.</source>
        <translation>Was addiert wird, unter 0 zum Abziehen; jenseits ihres Bereichs läuft die Zahl über.</translation>
    </message>
    <message>
        <source>the number before</source>
        <translation>die Zahl davor</translation>
    </message>
    <message>
        <source>Compare and exchange</source>
        <translation>Vergleichen und tauschen</translation>
    </message>
    <message>
        <source>Puts a new number in, atomically, only if the expected one is there.</source>
        <translation>Setzt atomar eine neue Zahl ein, aber nur, wenn die erwartete dort steht.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>What must be there for the exchange.</source>
        <translation>Was dort stehen muss, damit getauscht wird.</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>What is put there then.</source>
        <translation>Was dann dort eingesetzt wird.</translation>
    </message>
    <message>
        <source>1 = exchanged, 0 = something else was there</source>
        <translation>1 = getauscht, 0 = dort stand etwas anderes</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>The number that was there.</source>
        <translation>Die Zahl, die dort stand.</translation>
    </message>
    <message>
        <source>The queue is closed in this process.</source>
        <translation>Die Warteschlange ist in diesem Prozess geschlossen.</translation>
    </message>
    <message>
        <source>&quot;/chat&quot; for a queue that every program can open by this name, &quot;chat&quot; for one that is private to this run. No further slash, at most 255 bytes.</source>
        <translation>&quot;/chat&quot; für eine Warteschlange, die jedes Programm unter diesem Namen öffnen kann, &quot;chat&quot; für eine, die nur diesem Lauf gehört. Kein weiterer Schrägstrich, höchstens 255 Bytes.</translation>
    </message>
    <message>
        <source>to send and to receive</source>
        <translation>zum Senden und zum Empfangen</translation>
    </message>
    <message>
        <source>to receive only</source>
        <translation>nur zum Empfangen</translation>
    </message>
    <message>
        <source>to send only</source>
        <translation>nur zum Senden</translation>
    </message>
    <message>
        <source>What this descriptor is for.</source>
        <translation>Wozu dieser Deskriptor dient.</translation>
    </message>
    <message>
        <source>make the queue if there is none of this name</source>
        <translation>die Warteschlange anlegen, wenn es keine mit diesem Namen gibt</translation>
    </message>
    <message>
        <source>with O_CREAT: fail if there is one already</source>
        <translation>mit O_CREAT: scheitern, wenn es schon einen gibt</translation>
    </message>
    <message>
        <source>sending and receiving fail with EAGAIN instead of waiting</source>
        <translation>Senden und Empfangen scheitern mit EAGAIN, statt zu warten</translation>
    </message>
    <message>
        <source>Without O_CREAT only a queue that exists is opened.</source>
        <translation>Ohne O_CREAT wird nur eine vorhandene Warteschlange geöffnet.</translation>
    </message>
    <message>
        <source>Of a new queue: who may receive (read) and send (write); the umask takes bits away.</source>
        <translation>Einer neuen Warteschlange: wer empfangen (lesen) und senden (schreiben) darf; die umask nimmt Bits weg.</translation>
    </message>
    <message>
        <source>Messages at most</source>
        <translation>Höchstzahl an Nachrichten</translation>
    </message>
    <message>
        <source>Of a new queue: a send that finds so many messages waits. If only one of the two sizes is given, the other is the system&apos;s default.</source>
        <translation>Einer neuen Warteschlange: ein Senden, das so viele Nachrichten vorfindet, wartet. Ist nur eine der beiden Größen angegeben, gilt für die andere die Vorgabe des Systems.</translation>
    </message>
    <message>
        <source>Of a new queue, in bytes: longer messages are refused, and receivers need a buffer of at least this size.</source>
        <translation>Einer neuen Warteschlange, in Bytes: längere Nachrichten werden abgelehnt, und Empfänger brauchen einen Puffer von mindestens dieser Größe.</translation>
    </message>
    <message>
        <source>Makes a message queue of this name, or opens the one that has it.</source>
        <translation>Legt eine Nachrichtenwarteschlange mit diesem Namen an oder öffnet die, die ihn hat.</translation>
    </message>
    <message>
        <source>message queue descriptor</source>
        <translation>Deskriptor der Warteschlange</translation>
    </message>
    <message>
        <source>This process&apos;s way to the queue.</source>
        <translation>Der Zugang dieses Prozesses zur Warteschlange.</translation>
    </message>
    <message>
        <source>The queue exists, but its permissions do not allow this access; or the name holds a further slash.</source>
        <translation>Die Warteschlange gibt es, aber ihre Rechte erlauben diesen Zugriff nicht; oder der Name enthält einen weiteren Schrägstrich.</translation>
    </message>
    <message>
        <source>A queue of this name exists, and O_CREAT with O_EXCL asked for a new one.</source>
        <translation>Eine Warteschlange mit diesem Namen gibt es schon, und O_CREAT mit O_EXCL verlangte eine neue.</translation>
    </message>
    <message>
        <source>A size of the new queue is 0 or, without CAP_SYS_RESOURCE, above msg_max or msgsize_max of /proc/sys/fs/mqueue.</source>
        <translation>Eine Größe der neuen Warteschlange ist 0 oder, ohne CAP_SYS_RESOURCE, über msg_max oder msgsize_max aus /proc/sys/fs/mqueue.</translation>
    </message>
    <message>
        <source>This process has as many files open as it may have, or the user&apos;s queues would take more bytes than RLIMIT_MSGQUEUE allows.</source>
        <translation>Dieser Prozess hat so viele Dateien offen, wie er darf, oder die Warteschlangen des Benutzers nähmen mehr Bytes ein, als RLIMIT_MSGQUEUE erlaubt.</translation>
    </message>
    <message>
        <source>The name is longer than 255 bytes.</source>
        <translation>Der Name ist länger als 255 Byte.</translation>
    </message>
    <message>
        <source>No queue has this name and O_CREAT was not given; or the name is a slash and nothing else.</source>
        <translation>Keine Warteschlange hat diesen Namen, und O_CREAT wurde nicht angegeben; oder der Name ist ein Schrägstrich und sonst nichts.</translation>
    </message>
    <message>
        <source>There are as many queues as /proc/sys/fs/mqueue/queues_max allows.</source>
        <translation>Es gibt so viele Warteschlangen, wie /proc/sys/fs/mqueue/queues_max erlaubt.</translation>
    </message>
    <message>
        <source>Puts one message into the queue, behind those of the same or a higher priority; waits while the queue is full.</source>
        <translation>Stellt eine Nachricht in die Warteschlange, hinter die gleicher oder höherer Priorität; wartet, solange die Warteschlange voll ist.</translation>
    </message>
    <message>
        <source>Text or any bytes; may be empty. At most msgsize of them.</source>
        <translation>Text oder beliebige Bytes; darf leer sein. Höchstens msgsize davon.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>0 (lowest) to 32767: the highest is received first, the oldest among equals. From 32768 (MQ_PRIO_MAX) on the kernel answers EINVAL.</source>
        <translation>0 (niedrigste) bis 32767: die höchste wird zuerst empfangen, unter gleichen die älteste. Ab 32768 (MQ_PRIO_MAX) antwortet der Kernel EINVAL.</translation>
    </message>
    <message>
        <source>The queue is full, and O_NONBLOCK is set.</source>
        <translation>Die Warteschlange ist voll, und O_NONBLOCK ist gesetzt.</translation>
    </message>
    <message>
        <source>The queue is closed in this process, or not open for sending.</source>
        <translation>Die Warteschlange ist in diesem Prozess geschlossen oder nicht zum Senden offen.</translation>
    </message>
    <message>
        <source>A signal handler ran while this waited for room.</source>
        <translation>Eine Signalbehandlung lief, während auf Platz gewartet wurde.</translation>
    </message>
    <message>
        <source>The priority is 32768 (MQ_PRIO_MAX) or above.</source>
        <translation>Die Priorität ist 32768 (MQ_PRIO_MAX) oder höher.</translation>
    </message>
    <message>
        <source>The message is longer than the queue&apos;s msgsize.</source>
        <translation>Die Nachricht ist länger als msgsize der Warteschlange.</translation>
    </message>
    <message>
        <source>a receiver of {queue} to make room</source>
        <translation>einen Empfänger von {queue}, der Platz schafft</translation>
    </message>
    <message>
        <source>Send with a limit</source>
        <translation>Senden mit Frist</translation>
    </message>
    <message>
        <source>As sending, but gives up after a time.</source>
        <translation>Wie Senden, gibt aber nach einer Zeit auf.</translation>
    </message>
    <message>
        <source>Nobody made room within the time.</source>
        <translation>In der Zeit hat niemand Platz geschaffen.</translation>
    </message>
    <message>
        <source>a receiver of {queue} to make room, at most {timeout}</source>
        <translation>einen Empfänger von {queue}, der Platz schafft, höchstens {timeout}</translation>
    </message>
    <message>
        <source>Takes the oldest message of the highest priority; waits while the queue is empty.</source>
        <translation>Nimmt die älteste Nachricht der höchsten Priorität; wartet, solange die Warteschlange leer ist.</translation>
    </message>
    <message>
        <source>How many bytes the buffer has room for: at least the queue&apos;s msgsize, however short the messages are.</source>
        <translation>Für wie viele Bytes der Puffer Platz hat: mindestens msgsize der Warteschlange, wie kurz die Nachrichten auch sind.</translation>
    </message>
    <message>
        <source>The bytes that were sent.</source>
        <translation>Die Bytes, die gesendet wurden.</translation>
    </message>
    <message>
        <source>The queue is empty, and O_NONBLOCK is set.</source>
        <translation>Die Warteschlange ist leer, und O_NONBLOCK ist gesetzt.</translation>
    </message>
    <message>
        <source>The queue is closed in this process, or not open for receiving.</source>
        <translation>Die Warteschlange ist in diesem Prozess geschlossen oder nicht zum Empfangen offen.</translation>
    </message>
    <message>
        <source>A signal handler ran while this waited for a message.</source>
        <translation>Eine Signalbehandlung lief, während auf eine Nachricht gewartet wurde.</translation>
    </message>
    <message>
        <source>The buffer is smaller than the queue&apos;s msgsize. Nothing was taken.</source>
        <translation>Der Puffer ist kleiner als msgsize der Warteschlange. Nichts wurde entnommen.</translation>
    </message>
    <message>
        <source>Receive with a limit</source>
        <translation>Empfangen mit Frist</translation>
    </message>
    <message>
        <source>As receiving, but gives up after a time.</source>
        <translation>Wie Empfangen, gibt aber nach einer Zeit auf.</translation>
    </message>
    <message>
        <source>No message came within the time.</source>
        <translation>In der Zeit kam keine Nachricht.</translation>
    </message>
    <message>
        <source>a message in {queue}, at most {timeout}</source>
        <translation>eine Nachricht in {queue}, höchstens {timeout}</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Reads the queue&apos;s sizes, how many messages wait in it, and O_NONBLOCK.</source>
        <translation>Liest die Größen der Warteschlange, wie viele Nachrichten in ihr warten, und O_NONBLOCK.</translation>
    </message>
    <message>
        <source>Sets or clears O_NONBLOCK, the only attribute that can be changed. Processes that inherited the descriptor share it.</source>
        <translation>Setzt oder löscht O_NONBLOCK, das einzige Attribut, das sich ändern lässt. Prozesse, die den Deskriptor geerbt haben, teilen es.</translation>
    </message>
    <message>
        <source>Set or, if left out, cleared.</source>
        <translation>Gesetzt oder, wenn weggelassen, gelöscht.</translation>
    </message>
    <message>
        <source>Other flags than O_NONBLOCK were given.</source>
        <translation>Andere Flags als O_NONBLOCK wurden angegeben.</translation>
    </message>
    <message>
        <source>Ask to be notified</source>
        <translation>Benachrichtigung verlangen</translation>
    </message>
    <message>
        <source>Asks for one notification when a message comes into the empty queue and nobody waits to receive it; then the registration is over.</source>
        <translation>Verlangt eine Benachrichtigung, wenn eine Nachricht in die leere Warteschlange kommt und niemand auf sie wartet; danach ist die Anmeldung vorbei.</translation>
    </message>
    <message>
        <source>give this process&apos;s registration up</source>
        <translation>die Anmeldung dieses Prozesses aufgeben</translation>
    </message>
    <message>
        <source>What happens when a message comes. One process at a time can be registered.</source>
        <translation>Was geschieht, wenn eine Nachricht kommt. Nur ein Prozess kann gleichzeitig angemeldet sein.</translation>
    </message>
    <message>
        <source>Without a handler most signals end the process: install one first, or block the signal and wait for it.</source>
        <translation>Ohne Behandlung beenden die meisten Signale den Prozess: erst eine einrichten, oder das Signal blockieren und darauf warten.</translation>
    </message>
    <message>
        <source>A handler with SA_SIGINFO gets it; it tells several queues apart.</source>
        <translation>Eine Behandlung mit SA_SIGINFO bekommt ihn; er unterscheidet mehrere Warteschlangen.</translation>
    </message>
    <message>
        <source>A process is registered for this queue already.</source>
        <translation>Für diese Warteschlange ist schon ein Prozess angemeldet.</translation>
    </message>
    <message>
        <source>There is no such kind of notification, or no such signal.</source>
        <translation>Diese Art der Benachrichtigung oder dieses Signal gibt es nicht.</translation>
    </message>
    <message>
        <source>Closes the queue in this process, which gives its registration up, too. The queue and its messages stay.</source>
        <translation>Schließt die Warteschlange in diesem Prozess und gibt damit auch seine Anmeldung auf. Die Warteschlange und ihre Nachrichten bleiben.</translation>
    </message>
    <message>
        <source>The queue is closed in this process already.</source>
        <translation>Die Warteschlange ist in diesem Prozess schon geschlossen.</translation>
    </message>
    <message>
        <source>Removes the name at once; the queue itself goes when its last descriptor is closed.</source>
        <translation>Entfernt den Namen sofort; die Warteschlange selbst verschwindet, wenn ihr letzter Deskriptor geschlossen wird.</translation>
    </message>
    <message>
        <source>The queue to remove, named as when it was made.</source>
        <translation>Die Warteschlange, die entfernt wird, benannt wie beim Anlegen.</translation>
    </message>
    <message>
        <source>The queue belongs to another user; or the name holds a further slash.</source>
        <translation>Die Warteschlange gehört einem anderen Benutzer; oder der Name enthält einen weiteren Schrägstrich.</translation>
    </message>
    <message>
        <source>No queue has this name.</source>
        <translation>Keine Warteschlange hat diesen Namen.</translation>
    </message>
    <message>
        <source>How many messages wait in the queue, whoever sent them.</source>
        <translation>Wie viele Nachrichten in der Warteschlange warten, wer auch immer sie gesendet hat.</translation>
    </message>
    <message>
        <source>How many bytes these hold together (QSIZE); not known without the permission to read.</source>
        <translation>Wie viele Bytes sie zusammen haben (QSIZE); ohne das Recht zu lesen nicht bekannt.</translation>
    </message>
    <message>
        <source>The longest message, times the messages at most.</source>
        <translation>Die längste Nachricht, mal die Höchstzahl an Nachrichten.</translation>
    </message>
    <message>
        <source>A send that finds so many waits.</source>
        <translation>Ein Senden, das so viele vorfindet, wartet.</translation>
    </message>
    <message>
        <source>Of this descriptor, and of those that were inherited from it.</source>
        <translation>Dieses Deskriptors und derer, die von ihm geerbt wurden.</translation>
    </message>
    <message>
        <source>nobody is registered</source>
        <translation>niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>What the registered process asked for; NULL = nobody is registered.</source>
        <translation>Was der angemeldete Prozess verlangt hat; NULL = niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>What the registered process gets.</source>
        <translation>Was der angemeldete Prozess bekommt.</translation>
    </message>
    <message>
        <source>Registered process</source>
        <translation>Angemeldeter Prozess</translation>
    </message>
    <message>
        <source>Who gets the next notification; 0 = nobody.</source>
        <translation>Wer die nächste Benachrichtigung bekommt; 0 = niemand.</translation>
    </message>
    <message>
        <source>POSIX message queue</source>
        <translation>POSIX-Nachrichtenwarteschlange</translation>
    </message>
    <message>
        <source>Messages with priorities in a queue that has a name; the highest comes out first.</source>
        <translation>Nachrichten mit Prioritäten in einer Warteschlange, die einen Namen hat; die höchste kommt zuerst heraus.</translation>
    </message>
    <message>
        <source>Messages in a queue at most</source>
        <translation>Nachrichten in einer Warteschlange, höchstens</translation>
    </message>
    <message>
        <source>Messages in a queue, if not said</source>
        <translation>Nachrichten in einer Warteschlange, ohne Angabe</translation>
    </message>
    <message>
        <source>Longest message at most</source>
        <translation>Längste Nachricht, höchstens</translation>
    </message>
    <message>
        <source>Longest message, if not said</source>
        <translation>Längste Nachricht, ohne Angabe</translation>
    </message>
    <message>
        <source>The permission bits decide who may receive (read) and send (write). Only the owner may remove the name. CAP_SYS_RESOURCE passes msg_max, msgsize_max and queues_max, but not RLIMIT_MSGQUEUE, the bytes that all queues of a user may take together.</source>
        <translation>Die Rechte-Bits entscheiden, wer empfangen (lesen) und senden (schreiben) darf. Nur der Besitzer darf den Namen entfernen. CAP_SYS_RESOURCE setzt sich über msg_max, msgsize_max und queues_max hinweg, nicht aber über RLIMIT_MSGQUEUE, die Bytes, die alle Warteschlangen eines Benutzers zusammen einnehmen dürfen.</translation>
    </message>
    <message>
        <source>A descriptor of the queue that is open in this process.</source>
        <translation>Ein Deskriptor der Warteschlange, der in diesem Prozess offen ist.</translation>
    </message>
    <message>
        <source>How long to wait at most. The call itself is given the moment on the wall clock (CLOCK_REALTIME) that lies so far ahead.</source>
        <translation>Wie lange höchstens gewartet wird. Der Aufruf selbst bekommt den Zeitpunkt der Wanduhr (CLOCK_REALTIME), der so weit voraus liegt.</translation>
    </message>
    <message>
        <source>what the system gives to new queues</source>
        <translation>was das System neuen Warteschlangen gibt</translation>
    </message>
    <message>
        <source>a signal is sent to this process, with a value</source>
        <translation>ein Signal wird an diesen Prozess gesendet, mit einem Wert</translation>
    </message>
    <message>
        <source>nothing is sent, but nobody else can register</source>
        <translation>nichts wird gesendet, aber niemand sonst kann sich anmelden</translation>
    </message>
    <message>
        <source>A semaphore that this process has open, or mapped.</source>
        <translation>Ein Semaphor, den dieser Prozess geöffnet oder eingeblendet hat.</translation>
    </message>
    <message>
        <source>&quot;/name&quot; is one for the whole machine; without the slash it belongs to this run. Further slashes are not allowed.</source>
        <translation>„/name“ gilt für die ganze Maschine; ohne den Schrägstrich gehört er zu diesem Lauf. Weitere Schrägstriche sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>the highest value there can be</source>
        <translation>der höchste Wert, den es geben kann</translation>
    </message>
    <message>
        <source>The call is given the moment that lies so far ahead.</source>
        <translation>Dem Aufruf wird der Zeitpunkt übergeben, der so weit voraus liegt.</translation>
    </message>
    <message>
        <source>Create or open by name</source>
        <translation>Mit Namen anlegen oder öffnen</translation>
    </message>
    <message>
        <source>Makes a semaphore that has a name, or opens the one that has it.</source>
        <translation>Legt einen Semaphor mit einem Namen an oder öffnet den, der ihn hat.</translation>
    </message>
    <message>
        <source>make it if no semaphore has this name</source>
        <translation>anlegen, wenn kein Semaphor diesen Namen hat</translation>
    </message>
    <message>
        <source>Without O_CREAT only a semaphore that exists is opened.</source>
        <translation>Ohne O_CREAT wird nur ein Semaphor geöffnet, den es gibt.</translation>
    </message>
    <message>
        <source>Of a new semaphore; who uses one must be allowed to read and to write it.</source>
        <translation>Eines neuen Semaphors; wer ihn benutzt, muss ihn lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>Of a new semaphore; an existing one keeps its value.</source>
        <translation>Eines neuen Semaphors; ein vorhandener behält seinen Wert.</translation>
    </message>
    <message>
        <source>A semaphore has this name, and O_CREAT with O_EXCL asked for a new one.</source>
        <translation>Ein Semaphor hat diesen Namen, und O_CREAT mit O_EXCL verlangte einen neuen.</translation>
    </message>
    <message>
        <source>No semaphore has this name, and O_CREAT was not given.</source>
        <translation>Kein Semaphor hat diesen Namen, und O_CREAT war nicht angegeben.</translation>
    </message>
    <message>
        <source>The semaphore exists, but this user must not read and write it.</source>
        <translation>Den Semaphor gibt es, aber dieser Benutzer darf ihn nicht lesen und schreiben.</translation>
    </message>
    <message>
        <source>The value is above 2147483647 (SEM_VALUE_MAX), or the name is but a slash or has a further one in it.</source>
        <translation>Der Wert liegt über 2147483647 (SEM_VALUE_MAX), oder der Name ist nur ein Schrägstrich oder enthält einen weiteren.</translation>
    </message>
    <message>
        <source>The name is longer than 251 characters.</source>
        <translation>Der Name ist länger als 251 Zeichen.</translation>
    </message>
    <message>
        <source>This process has all the descriptors open that it may have.</source>
        <translation>Dieser Prozess hat alle Deskriptoren offen, die er haben darf.</translation>
    </message>
    <message>
        <source>The machine has all the files open that it can have.</source>
        <translation>Die Maschine hat alle Dateien offen, die sie haben kann.</translation>
    </message>
    <message>
        <source>There is no memory for it.</source>
        <translation>Es gibt keinen Speicher dafür.</translation>
    </message>
    <message>
        <source>How many waits get through before the next one sleeps.</source>
        <translation>Wie viele Wartende durchkommen, bevor der nächste schläft.</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>false: for threads of one process only; posts then do not wake who waits in another process.</source>
        <translation>false: nur für Threads eines Prozesses; dann wird nicht geweckt, wer in einem anderen Prozess wartet.</translation>
    </message>
    <message>
        <source>Make in shared memory</source>
        <translation>In gemeinsamem Speicher anlegen</translation>
    </message>
    <message>
        <source>Makes a semaphore without a name at a place in shared memory.</source>
        <translation>Legt an einer Stelle gemeinsamen Speichers einen Semaphor ohne Namen an.</translation>
    </message>
    <message>
        <source>The value is above 2147483647 (SEM_VALUE_MAX).</source>
        <translation>Der Wert liegt über 2147483647 (SEM_VALUE_MAX).</translation>
    </message>
    <message>
        <source>This system has no semaphores that processes share.</source>
        <translation>Dieses System hat keine Semaphore, die Prozesse teilen.</translation>
    </message>
    <message>
        <source>Use what lies in shared memory</source>
        <translation>Benutzen, was im gemeinsamen Speicher liegt</translation>
    </message>
    <message>
        <source>The semaphore that somebody made at this place of the same memory. No call is made: it is a matter of the address.</source>
        <translation>Der Semaphor, den jemand an dieser Stelle desselben Speichers angelegt hat. Es gibt keinen Aufruf: Es kommt nur auf die Adresse an.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Lowers the value by one; sleeps while it is 0.</source>
        <translation>Senkt den Wert um eins; schläft, solange er 0 ist.</translation>
    </message>
    <message>
        <source>A signal handler ran while this waited, and was set up without SA_RESTART.</source>
        <translation>Während des Wartens lief eine Signalbehandlung, die ohne SA_RESTART eingerichtet ist.</translation>
    </message>
    <message>
        <source>This is no semaphore.</source>
        <translation>Das ist kein Semaphor.</translation>
    </message>
    <message>
        <source>a post to {semaphore}</source>
        <translation>eine Freigabe von {semaphore}</translation>
    </message>
    <message>
        <source>Try to wait</source>
        <translation>Zu warten versuchen</translation>
    </message>
    <message>
        <source>Lowers the value by one, or fails at once when it is 0.</source>
        <translation>Senkt den Wert um eins oder scheitert sofort, wenn er 0 ist.</translation>
    </message>
    <message>
        <source>The value is 0: wait would sleep.</source>
        <translation>Der Wert ist 0: wait würde schlafen.</translation>
    </message>
    <message>
        <source>Wait, with a time limit</source>
        <translation>Warten, mit Zeitgrenze</translation>
    </message>
    <message>
        <source>As wait, but until a moment of the wall clock (CLOCK_REALTIME) at the most.</source>
        <translation>Wie wait, aber höchstens bis zu einem Zeitpunkt der Uhrzeit (CLOCK_REALTIME).</translation>
    </message>
    <message>
        <source>The moment has come, and the value is still 0.</source>
        <translation>Der Zeitpunkt ist da, und der Wert ist noch 0.</translation>
    </message>
    <message>
        <source>The moment is not a valid one.</source>
        <translation>Der Zeitpunkt ist nicht gültig.</translation>
    </message>
    <message>
        <source>Wait, by a chosen clock</source>
        <translation>Warten, nach einer gewählten Uhr</translation>
    </message>
    <message>
        <source>As timedwait, by a clock that nobody can set, if wanted (glibc 2.30).</source>
        <translation>Wie timedwait, auf Wunsch nach einer Uhr, die niemand stellen kann (glibc 2.30).</translation>
    </message>
    <message>
        <source>time since the start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>the wall clock</source>
        <translation>die Uhrzeit</translation>
    </message>
    <message>
        <source>with suspension: not allowed</source>
        <translation>mit Ruhezustand: nicht erlaubt</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Setting the time or a leap second does not change how long CLOCK_MONOTONIC waits.</source>
        <translation>Das Stellen der Uhr oder eine Schaltsekunde ändert nichts daran, wie lange CLOCK_MONOTONIC wartet.</translation>
    </message>
    <message>
        <source>sem_clockwait cannot wait by this clock.</source>
        <translation>sem_clockwait kann nicht nach dieser Uhr warten.</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Raises the value by one, and wakes one that waits. Anybody may, not only who waited before.</source>
        <translation>Erhöht den Wert um eins und weckt einen Wartenden. Das darf jeder, nicht nur, wer vorher gewartet hat.</translation>
    </message>
    <message>
        <source>The value is 2147483647 (SEM_VALUE_MAX) already.</source>
        <translation>Der Wert ist schon 2147483647 (SEM_VALUE_MAX).</translation>
    </message>
    <message>
        <source>Get the value</source>
        <translation>Wert lesen</translation>
    </message>
    <message>
        <source>Reads the value, which may have changed by the time that the call is back.</source>
        <translation>Liest den Wert, der sich bis zur Rückkehr schon geändert haben kann.</translation>
    </message>
    <message>
        <source>0 on Linux, however many wait.</source>
        <translation>Unter Linux 0, gleich wie viele warten.</translation>
    </message>
    <message>
        <source>This process is done with a semaphore that has a name; name and value stay.</source>
        <translation>Dieser Prozess braucht einen Semaphor mit Namen nicht mehr; Name und Wert bleiben.</translation>
    </message>
    <message>
        <source>It is not open by name in this process: closed already, or made by init.</source>
        <translation>Er ist in diesem Prozess nicht mit Namen geöffnet: schon geschlossen oder von init angelegt.</translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation>Namen entfernen</translation>
    </message>
    <message>
        <source>Takes the name away; who has the semaphore open goes on with it.</source>
        <translation>Nimmt den Namen weg; wer den Semaphor offen hat, benutzt ihn weiter.</translation>
    </message>
    <message>
        <source>No semaphore has this name.</source>
        <translation>Kein Semaphor hat diesen Namen.</translation>
    </message>
    <message>
        <source>Only its owner and root may remove the name.</source>
        <translation>Nur sein Eigentümer und root dürfen den Namen entfernen.</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Zerstören</translation>
    </message>
    <message>
        <source>Ends a semaphore that was made by init; its memory may be used anew.</source>
        <translation>Beendet einen Semaphor, den init angelegt hat; sein Speicher kann neu benutzt werden.</translation>
    </message>
    <message>
        <source>waiting for a post</source>
        <translation>warten auf eine Freigabe</translation>
    </message>
    <message>
        <source>As glibc keeps it on machines with 64 bits. Who was killed while it waited is still counted. Nobody owns a semaphore.</source>
        <translation>So, wie ihn glibc auf Maschinen mit 64 Bit ablegt. Wer beim Warten beendet wurde, zählt weiter mit. Ein Semaphor gehört niemandem.</translation>
    </message>
    <message>
        <source>Between processes</source>
        <translation>Zwischen Prozessen</translation>
    </message>
    <message>
        <source>A post wakes who waits in another process.</source>
        <translation>Eine Freigabe weckt auch, wer in einem anderen Prozess wartet.</translation>
    </message>
    <message>
        <source>In the process that was asked; every process has its own.</source>
        <translation>In dem Prozess, der gefragt wurde; jeder hat seine eigene.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>POSIX semaphores</source>
        <translation>POSIX-Semaphore</translation>
    </message>
    <message>
        <source>A counter that processes lower and raise, by a name or in memory that they share; no system call while nobody has to wait.</source>
        <translation>Ein Zähler, den Prozesse senken und erhöhen, mit einem Namen oder in gemeinsamem Speicher; ohne Systemaufruf, solange niemand warten muss.</translation>
    </message>
    <message>
        <source>Open files per process</source>
        <translation>Offene Dateien je Prozess</translation>
    </message>
    <message>
        <source>Semaphore with a name</source>
        <translation>Semaphor mit Namen</translation>
    </message>
    <message>
        <source>Semaphore in shared memory</source>
        <translation>Semaphor in gemeinsamem Speicher</translation>
    </message>
    <message>
        <source>A name is a file of /dev/shm: its permission bits must allow reading and writing. Whoever has the memory mapped may do everything.</source>
        <translation>Ein Name ist eine Datei in /dev/shm: Ihre Rechte müssen Lesen und Schreiben erlauben. Wer den Speicher eingeblendet hat, darf alles.</translation>
    </message>
    <message>
        <source>no further seals</source>
        <translation>keine weiteren Siegel</translation>
    </message>
    <message>
        <source>it never gets shorter: no SIGBUS for who maps it</source>
        <translation>es wird nie kürzer: kein SIGBUS für den, der es einblendet</translation>
    </message>
    <message>
        <source>it never gets longer</source>
        <translation>es wird nie länger</translation>
    </message>
    <message>
        <source>its contents never change; no mapping for writing may be left</source>
        <translation>sein Inhalt ändert sich nie; keine Einblendung zum Schreiben darf übrig sein</translation>
    </message>
    <message>
        <source>no new mappings for writing; those that are there go on</source>
        <translation>keine neuen Einblendungen zum Schreiben; vorhandene gelten weiter</translation>
    </message>
    <message>
        <source>As ftruncate set it.</source>
        <translation>Wie ftruncate sie gesetzt hat.</translation>
    </message>
    <message>
        <source>In memory or swapped</source>
        <translation>Im Speicher oder ausgelagert</translation>
    </message>
    <message>
        <source>Pages that were touched; the others are not there yet.</source>
        <translation>Seiten, die berührt wurden; die anderen gibt es noch nicht.</translation>
    </message>
    <message>
        <source>0 = it has none (any more), and goes with the last descriptor and mapping.</source>
        <translation>0 = es hat keinen (mehr) und verschwindet mit dem letzten Deskriptor und der letzten Einblendung.</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <source>Memory object</source>
        <translation>Speicherobjekt</translation>
    </message>
    <message>
        <source>Makes a shared memory object of size 0 under a name, or opens the one that is there.</source>
        <translation>Legt unter einem Namen ein Speicherobjekt der Größe 0 an, oder öffnet das vorhandene.</translation>
    </message>
    <message>
        <source>With a leading / the same for all programs of the machine; without one private to this run.</source>
        <translation>Mit / am Anfang derselbe für alle Programme des Rechners; ohne nur in diesem Lauf bekannt.</translation>
    </message>
    <message>
        <source>to be mapped for reading only</source>
        <translation>nur zum Lesen einzublenden</translation>
    </message>
    <message>
        <source>to be mapped for reading and writing</source>
        <translation>zum Lesen und Schreiben einzublenden</translation>
    </message>
    <message>
        <source>What mappings may do, and whether the size may be set.</source>
        <translation>Was Einblendungen dürfen und ob die Größe gesetzt werden darf.</translation>
    </message>
    <message>
        <source>make it if there is none of this name</source>
        <translation>anlegen, wenn es keines mit diesem Namen gibt</translation>
    </message>
    <message>
        <source>cut an existing one to size 0</source>
        <translation>ein vorhandenes auf Größe 0 kürzen</translation>
    </message>
    <message>
        <source>Without O_CREAT only an object that exists is opened.</source>
        <translation>Ohne O_CREAT wird nur ein vorhandenes Objekt geöffnet.</translation>
    </message>
    <message>
        <source>Of a new object; the umask takes bits away.</source>
        <translation>Eines neuen Objekts; die umask nimmt Bits weg.</translation>
    </message>
    <message>
        <source>To set its size and to map it; a mapping outlives it.</source>
        <translation>Um die Größe zu setzen und es einzublenden; eine Einblendung überlebt ihn.</translation>
    </message>
    <message>
        <source>The object exists, but its permissions do not admit this user.</source>
        <translation>Das Objekt existiert, aber seine Rechte lassen diesen Benutzer nicht zu.</translation>
    </message>
    <message>
        <source>An object of this name exists, and O_CREAT with O_EXCL asked for a new one.</source>
        <translation>Ein Objekt dieses Namens existiert, und O_CREAT mit O_EXCL verlangte ein neues.</translation>
    </message>
    <message>
        <source>The name is empty, has a further slash in it, or is too long.</source>
        <translation>Der Name ist leer, enthält einen weiteren Schrägstrich oder ist zu lang.</translation>
    </message>
    <message>
        <source>No object has this name, and O_CREAT was not given.</source>
        <translation>Kein Objekt hat diesen Namen, und O_CREAT wurde nicht angegeben.</translation>
    </message>
    <message>
        <source>The file system of /dev/shm has no room for another object.</source>
        <translation>Das Dateisystem von /dev/shm hat keinen Platz für ein weiteres Objekt.</translation>
    </message>
    <message>
        <source>Create without a name</source>
        <translation>Ohne Namen anlegen</translation>
    </message>
    <message>
        <source>Makes a memory object that only its descriptor leads to; fork and sockets hand it on.</source>
        <translation>Legt ein Speicherobjekt an, zu dem nur sein Deskriptor führt; fork und Sockets geben ihn weiter.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Only to be seen in /proc; several may have the same.</source>
        <translation>Nur in /proc zu sehen; mehrere dürfen dieselbe haben.</translation>
    </message>
    <message>
        <source>seals may be added</source>
        <translation>Siegel dürfen gesetzt werden</translation>
    </message>
    <message>
        <source>of huge pages, if the system has set some aside</source>
        <translation>aus großen Seiten, wenn das System welche bereithält</translation>
    </message>
    <message>
        <source>Without MFD_ALLOW_SEALING the object is sealed against seals.</source>
        <translation>Ohne MFD_ALLOW_SEALING ist das Objekt gegen Siegel versiegelt.</translation>
    </message>
    <message>
        <source>Memory file</source>
        <translation>Speicherdatei</translation>
    </message>
    <message>
        <source>The only way to the object; it goes with the last descriptor and mapping.</source>
        <translation>Der einzige Weg zum Objekt; es verschwindet mit dem letzten Deskriptor und der letzten Einblendung.</translation>
    </message>
    <message>
        <source>The label does not lie in memory of this process.</source>
        <translation>Die Bezeichnung liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>The label is longer than 249 bytes.</source>
        <translation>Die Bezeichnung ist länger als 249 Byte.</translation>
    </message>
    <message>
        <source>MFD_HUGETLB is for CAP_IPC_LOCK, or the group in /proc/sys/vm/hugetlb_shm_group.</source>
        <translation>MFD_HUGETLB braucht CAP_IPC_LOCK oder die Gruppe in /proc/sys/vm/hugetlb_shm_group.</translation>
    </message>
    <message>
        <source>Makes the object longer, with zeros, or shorter: touching a mapping beyond its end then is SIGBUS.</source>
        <translation>Macht das Objekt länger, mit Nullen, oder kürzer: eine Einblendung jenseits seines Endes zu berühren ist dann SIGBUS.</translation>
    </message>
    <message>
        <source>The object whose size is set.</source>
        <translation>Das Objekt, dessen Größe gesetzt wird.</translation>
    </message>
    <message>
        <source>The new length; a new object has 0 bytes.</source>
        <translation>Die neue Länge; ein neues Objekt hat 0 Byte.</translation>
    </message>
    <message>
        <source>Larger than RLIMIT_FSIZE allows; SIGXFSZ is sent as well. Only who ignores, blocks or handles that sees this.</source>
        <translation>Größer, als RLIMIT_FSIZE erlaubt; außerdem wird SIGXFSZ gesendet. Nur wer es ignoriert, blockiert oder behandelt, sieht diesen Fehler.</translation>
    </message>
    <message>
        <source>A signal handler ran.</source>
        <translation>Ein Signal-Handler lief.</translation>
    </message>
    <message>
        <source>The size is below 0 or no multiple of the huge page size, or the object was opened for reading only.</source>
        <translation>Die Größe ist unter 0 oder kein Vielfaches der großen Seiten, oder das Objekt wurde nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>A seal forbids it: F_SEAL_GROW, F_SEAL_SHRINK.</source>
        <translation>Ein Siegel verbietet es: F_SEAL_GROW, F_SEAL_SHRINK.</translation>
    </message>
    <message>
        <source>The object to map; it may be closed afterwards.</source>
        <translation>Das Objekt, das eingeblendet wird; danach darf es geschlossen werden.</translation>
    </message>
    <message>
        <source>How many bytes. It may reach beyond the end of the object: touching that is SIGBUS.</source>
        <translation>Wie viele Bytes. Sie darf über das Ende des Objekts hinausreichen: das zu berühren ist SIGBUS.</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>What is allowed; anything else is SIGSEGV. 0 = nothing (PROT_NONE).</source>
        <translation>Was erlaubt ist; alles andere ist SIGSEGV. 0 = nichts (PROT_NONE).</translation>
    </message>
    <message>
        <source>all see what is written</source>
        <translation>alle sehen, was geschrieben wird</translation>
    </message>
    <message>
        <source>what is written stays in a copy of one&apos;s own</source>
        <translation>was geschrieben wird, bleibt in einer eigenen Kopie</translation>
    </message>
    <message>
        <source>fetch all pages at once</source>
        <translation>alle Seiten sofort holen</translation>
    </message>
    <message>
        <source>keep the pages from being swapped out</source>
        <translation>die Seiten nicht auslagern lassen</translation>
    </message>
    <message>
        <source>MAP_SHARED or MAP_PRIVATE must be there.</source>
        <translation>MAP_SHARED oder MAP_PRIVATE muss dabei sein.</translation>
    </message>
    <message>
        <source>Where in the object the mapping begins; a multiple of the page size.</source>
        <translation>Wo im Objekt die Einblendung beginnt; ein Vielfaches der Seitengröße.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <source>Puts the object, or a part of it, into this process&apos;s memory.</source>
        <translation>Blendet das Objekt oder einen Teil davon in den Speicher dieses Prozesses ein.</translation>
    </message>
    <message>
        <source>This process&apos;s window on the object; fork hands it down.</source>
        <translation>Das Fenster dieses Prozesses auf das Objekt; fork vererbt es.</translation>
    </message>
    <message>
        <source>Where it begins in this process.</source>
        <translation>Wo sie in diesem Prozess beginnt.</translation>
    </message>
    <message>
        <source>The object was opened for reading only, and MAP_SHARED with PROT_WRITE was asked for.</source>
        <translation>Das Objekt wurde nur zum Lesen geöffnet, und MAP_SHARED mit PROT_WRITE wurde verlangt.</translation>
    </message>
    <message>
        <source>MAP_LOCKED: more than RLIMIT_MEMLOCK would be locked.</source>
        <translation>MAP_LOCKED: es würde mehr als RLIMIT_MEMLOCK festgehalten.</translation>
    </message>
    <message>
        <source>The length is 0, the offset is no multiple of the page size, or neither MAP_SHARED nor MAP_PRIVATE was given.</source>
        <translation>Die Länge ist 0, die Position ist kein Vielfaches der Seitengröße, oder weder MAP_SHARED noch MAP_PRIVATE wurde angegeben.</translation>
    </message>
    <message>
        <source>What the descriptor leads to cannot be mapped.</source>
        <translation>Wohin der Deskriptor führt, lässt sich nicht einblenden.</translation>
    </message>
    <message>
        <source>There is not so much room in the address space, or no huge page is free.</source>
        <translation>So viel Platz ist im Adressraum nicht, oder keine große Seite ist frei.</translation>
    </message>
    <message>
        <source>Offset and length together are beyond what a file can hold.</source>
        <translation>Position und Länge zusammen gehen über das hinaus, was eine Datei fassen kann.</translation>
    </message>
    <message>
        <source>A seal forbids PROT_WRITE with MAP_SHARED, or the file system PROT_EXEC.</source>
        <translation>Ein Siegel verbietet PROT_WRITE mit MAP_SHARED, oder das Dateisystem PROT_EXEC.</translation>
    </message>
    <message>
        <source>Takes the mapping out of this process; the object and its bytes stay.</source>
        <translation>Nimmt die Einblendung aus diesem Prozess; das Objekt und seine Bytes bleiben.</translation>
    </message>
    <message>
        <source>The mapping to end in this process.</source>
        <translation>Die Einblendung, die in diesem Prozess endet.</translation>
    </message>
    <message>
        <source>The address is no multiple of the page size.</source>
        <translation>Die Adresse ist kein Vielfaches der Seitengröße.</translation>
    </message>
    <message>
        <source>The object does not know seals.</source>
        <translation>Das Objekt kennt keine Siegel.</translation>
    </message>
    <message>
        <source>Add seals</source>
        <translation>Siegel setzen</translation>
    </message>
    <message>
        <source>Gives up, for everybody and for ever, what the seals forbid (F_ADD_SEALS).</source>
        <translation>Verzichtet für alle und für immer auf das, was die Siegel verbieten (F_ADD_SEALS).</translation>
    </message>
    <message>
        <source>A memory file made with MFD_ALLOW_SEALING.</source>
        <translation>Eine Speicherdatei, die mit MFD_ALLOW_SEALING angelegt wurde.</translation>
    </message>
    <message>
        <source>They are added to those that are there; none is ever taken away.</source>
        <translation>Sie kommen zu den vorhandenen hinzu; keines wird je weggenommen.</translation>
    </message>
    <message>
        <source>F_SEAL_WRITE, while somebody has it mapped MAP_SHARED and may write.</source>
        <translation>F_SEAL_WRITE, während jemand es mit MAP_SHARED zum Schreiben eingeblendet hat.</translation>
    </message>
    <message>
        <source>It is sealed against seals (no MFD_ALLOW_SEALING, an object with a name, F_SEAL_SEAL), or not open for writing.</source>
        <translation>Es ist gegen Siegel versiegelt (kein MFD_ALLOW_SEALING, ein Objekt mit Namen, F_SEAL_SEAL) oder nicht zum Schreiben offen.</translation>
    </message>
    <message>
        <source>Get seals</source>
        <translation>Siegel abfragen</translation>
    </message>
    <message>
        <source>Which seals the object has (F_GET_SEALS); who receives it can rely on them.</source>
        <translation>Welche Siegel das Objekt hat (F_GET_SEALS); wer es bekommt, kann sich darauf verlassen.</translation>
    </message>
    <message>
        <source>The object whose seals are asked for.</source>
        <translation>Das Objekt, nach dessen Siegeln gefragt wird.</translation>
    </message>
    <message>
        <source>the seals as a number</source>
        <translation>die Siegel als Zahl</translation>
    </message>
    <message>
        <source>Reads the object&apos;s size, owner and number of names.</source>
        <translation>Liest Größe, Eigentümer und Zahl der Namen des Objekts.</translation>
    </message>
    <message>
        <source>The object to ask about.</source>
        <translation>Das Objekt, nach dem gefragt wird.</translation>
    </message>
    <message>
        <source>Closes the descriptor; mappings made through it stay.</source>
        <translation>Schließt den Deskriptor; Einblendungen, die durch ihn entstanden, bleiben.</translation>
    </message>
    <message>
        <source>The descriptor to close in this process.</source>
        <translation>Der Deskriptor, der in diesem Prozess geschlossen wird.</translation>
    </message>
    <message>
        <source>Removes the name; who has the object open or mapped goes on using it.</source>
        <translation>Entfernt den Namen; wer das Objekt offen oder eingeblendet hat, benutzt es weiter.</translation>
    </message>
    <message>
        <source>The object whose name goes; without a leading / one of this run.</source>
        <translation>Das Objekt, dessen Name verschwindet; ohne / am Anfang eines dieses Laufs.</translation>
    </message>
    <message>
        <source>The object is another user&apos;s.</source>
        <translation>Das Objekt gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>No object has this name, or it can be none: empty, too long, with a further slash.</source>
        <translation>Kein Objekt hat diesen Namen, oder er kann keiner sein: leer, zu lang, mit einem weiteren Schrägstrich.</translation>
    </message>
    <message>
        <source>POSIX shared memory</source>
        <translation>POSIX-Shared-Memory</translation>
    </message>
    <message>
        <source>Memory behind a descriptor, with a name or without, that processes map: what one writes, all see at once.</source>
        <translation>Speicher hinter einem Deskriptor, mit oder ohne Namen, den Prozesse einblenden: was einer schreibt, sehen alle sofort.</translation>
    </message>
    <message>
        <source>Mappings of a process</source>
        <translation>Einblendungen eines Prozesses</translation>
    </message>
    <message>
        <source>The permission bits of the object decide who may open it for reading and for writing. A memory file belongs to whoever has been handed its descriptor.</source>
        <translation>Die Rechte des Objekts entscheiden, wer es zum Lesen und zum Schreiben öffnen darf. Eine Speicherdatei gehört dem, der ihren Deskriptor bekommen hat.</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Barriere</translation>
    </message>
    <message>
        <source>A barrier in memory that this process has mapped.</source>
        <translation>Eine Barriere in Speicher, den dieser Prozess eingeblendet hat.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>How many must arrive before all of them go on.</source>
        <translation>Wie viele eintreffen müssen, bevor alle weitergehen.</translation>
    </message>
    <message>
        <source>Make a barrier</source>
        <translation>Barriere anlegen</translation>
    </message>
    <message>
        <source>Makes a meeting point for so many processes at a place in shared memory.</source>
        <translation>Legt an einer Stelle gemeinsamen Speichers einen Treffpunkt für so viele Prozesse an.</translation>
    </message>
    <message>
        <source>The count is 0, or 2147483647 and above.</source>
        <translation>Die Anzahl ist 0 oder mindestens 2147483647.</translation>
    </message>
    <message>
        <source>The system cannot make another one.</source>
        <translation>Das System kann nicht noch eines anlegen.</translation>
    </message>
    <message>
        <source>Arrives, and sleeps until as many have arrived as the barrier waits for. Then it begins anew.</source>
        <translation>Trifft ein und schläft, bis so viele eingetroffen sind, wie die Barriere erwartet. Dann beginnt sie von vorn.</translation>
    </message>
    <message>
        <source>The serial one</source>
        <translation>Der Serielle</translation>
    </message>
    <message>
        <source>Exactly one of a round gets PTHREAD_BARRIER_SERIAL_THREAD, to do what has to be done once.</source>
        <translation>Genau einer einer Runde bekommt PTHREAD_BARRIER_SERIAL_THREAD, um zu tun, was einmal zu tun ist.</translation>
    </message>
    <message>
        <source>This is no barrier.</source>
        <translation>Das ist keine Barriere.</translation>
    </message>
    <message>
        <source>the others to arrive at {barrier}</source>
        <translation>das Eintreffen der anderen an {barrier}</translation>
    </message>
    <message>
        <source>Ends the barrier. Waits for all to leave who have arrived; for one that is still short, for ever.</source>
        <translation>Beendet die Barriere. Wartet, bis alle Eingetroffenen gegangen sind; fehlt noch jemand, für immer.</translation>
    </message>
    <message>
        <source>Somebody waits.</source>
        <translation>Jemand wartet.</translation>
    </message>
    <message>
        <source>those who wait at {barrier} to leave</source>
        <translation>den Weggang aller, die an {barrier} warten</translation>
    </message>
    <message>
        <source>As glibc keeps it: not part of any standard. Who was killed after it arrived is still counted.</source>
        <translation>So, wie glibc sie ablegt; kein Standard legt es fest. Wer nach dem Eintreffen beendet wurde, zählt weiter mit.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Eingetroffen</translation>
    </message>
    <message>
        <source>How many must arrive.</source>
        <translation>Wie viele eintreffen müssen.</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>eingetroffen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>A condition variable in memory that this process has mapped.</source>
        <translation>Eine Bedingungsvariable in Speicher, den dieser Prozess eingeblendet hat.</translation>
    </message>
    <message>
        <source>Make a condition variable</source>
        <translation>Bedingungsvariable anlegen</translation>
    </message>
    <message>
        <source>Makes a condition variable at a place in shared memory.</source>
        <translation>Legt an einer Stelle gemeinsamen Speichers eine Bedingungsvariable an.</translation>
    </message>
    <message>
        <source>It cannot wait by this clock.</source>
        <translation>Nach dieser Uhr kann sie nicht warten.</translation>
    </message>
    <message>
        <source>Unlocks the mutex and sleeps, in one step; comes back with the mutex locked. A signal that came before is not remembered.</source>
        <translation>Gibt den Mutex frei und schläft, in einem Schritt; kommt mit gesperrtem Mutex zurück. Ein früheres Signal ist nicht gemerkt.</translation>
    </message>
    <message>
        <source>Locked by this process; the same one for all who wait.</source>
        <translation>Von diesem Prozess gesperrt; für alle Wartenden derselbe.</translation>
    </message>
    <message>
        <source>This process does not own the mutex, which looks (type PTHREAD_MUTEX_ERRORCHECK, or robust).</source>
        <translation>Der Mutex gehört nicht diesem Prozess, und er sieht nach (Typ PTHREAD_MUTEX_ERRORCHECK oder robust).</translation>
    </message>
    <message>
        <source>Woken, but the mutex&apos;s owner had died; it is locked now, as after lock.</source>
        <translation>Geweckt, aber der Eigentümer des Mutex war gestorben; er ist jetzt gesperrt, wie nach lock.</translation>
    </message>
    <message>
        <source>Woken, but the mutex has become useless; it is not locked.</source>
        <translation>Geweckt, aber der Mutex ist unbrauchbar geworden; er ist nicht gesperrt.</translation>
    </message>
    <message>
        <source>The mutex was destroyed.</source>
        <translation>Der Mutex wurde zerstört.</translation>
    </message>
    <message>
        <source>a signal to {condition}, then for {mutex}</source>
        <translation>ein Signal an {condition}, dann auf {mutex}</translation>
    </message>
    <message>
        <source>As wait, but until a moment of the condition&apos;s clock at the most; the mutex is locked again in any case.</source>
        <translation>Wie wait, aber höchstens bis zu einem Zeitpunkt der Uhr dieser Bedingung; der Mutex ist danach in jedem Fall wieder gesperrt.</translation>
    </message>
    <message>
        <source>The moment has come without a signal; the mutex is locked.</source>
        <translation>Der Zeitpunkt kam ohne Signal; der Mutex ist gesperrt.</translation>
    </message>
    <message>
        <source>As timedwait, by the clock that is named here (glibc 2.30).</source>
        <translation>Wie timedwait, nach der hier genannten Uhr (glibc 2.30).</translation>
    </message>
    <message>
        <source>The mutex was destroyed, or it cannot wait by this clock.</source>
        <translation>Der Mutex wurde zerstört, oder nach dieser Uhr kann sie nicht warten.</translation>
    </message>
    <message>
        <source>Wake all</source>
        <translation>Alle wecken</translation>
    </message>
    <message>
        <source>Wake one</source>
        <translation>Einen wecken</translation>
    </message>
    <message>
        <source>Wakes all that wait; one after the other gets the mutex.</source>
        <translation>Weckt alle Wartenden; einer nach dem anderen bekommt den Mutex.</translation>
    </message>
    <message>
        <source>Wakes at least one that waits. When nobody does, nothing is remembered.</source>
        <translation>Weckt mindestens einen Wartenden. Wartet niemand, so wird nichts gemerkt.</translation>
    </message>
    <message>
        <source>This is no condition variable.</source>
        <translation>Das ist keine Bedingungsvariable.</translation>
    </message>
    <message>
        <source>Ends the condition variable. Waits for all to leave who were woken; for those who still wait, or were killed, for ever.</source>
        <translation>Beendet die Bedingungsvariable. Wartet, bis alle Geweckten gegangen sind; auf solche, die noch warten oder beendet wurden, für immer.</translation>
    </message>
    <message>
        <source>those who wait at {condition} to leave</source>
        <translation>den Weggang aller, die an {condition} warten</translation>
    </message>
    <message>
        <source>Condition variable</source>
        <translation>Bedingungsvariable</translation>
    </message>
    <message>
        <source>As glibc keeps it: not part of any standard. Who was killed while it waited is still counted.</source>
        <translation>So, wie glibc sie ablegt; kein Standard legt es fest. Wer beim Warten beendet wurde, zählt weiter mit.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartende</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>Wartende</translation>
    </message>
    <message>
        <source>no checks: a second lock waits for ever</source>
        <translation>keine Prüfung: Ein zweites Sperren wartet für immer</translation>
    </message>
    <message>
        <source>mistakes are told: EDEADLK, EPERM</source>
        <translation>Fehler werden gemeldet: EDEADLK, EPERM</translation>
    </message>
    <message>
        <source>its owner may lock it again</source>
        <translation>sein Eigentümer darf ihn nochmals sperren</translation>
    </message>
    <message>
        <source>priorities do not matter</source>
        <translation>Prioritäten spielen keine Rolle</translation>
    </message>
    <message>
        <source>its owner runs with the highest priority of those who wait</source>
        <translation>sein Eigentümer läuft mit der höchsten Priorität der Wartenden</translation>
    </message>
    <message>
        <source>its owner runs with the ceiling</source>
        <translation>sein Eigentümer läuft mit der Obergrenze</translation>
    </message>
    <message>
        <source>What happens when its owner locks it again, or another unlocks it.</source>
        <translation>Was geschieht, wenn ihn sein Eigentümer nochmals sperrt oder ein anderer ihn entsperrt.</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>Robust</translation>
    </message>
    <message>
        <source>When its owner dies, the next one gets EOWNERDEAD instead of waiting for ever.</source>
        <translation>Stirbt sein Eigentümer, so bekommt der nächste EOWNERDEAD, statt für immer zu warten.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Against a low priority that holds up a high one.</source>
        <translation>Dagegen, dass eine niedrige Priorität eine hohe aufhält.</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>A real-time priority, 1 to 99. Only a process that has one can lock such a mutex.</source>
        <translation>Eine Echtzeitpriorität, 1 bis 99. Nur ein Prozess, der eine hat, kann so einen Mutex sperren.</translation>
    </message>
    <message>
        <source>Make a mutex</source>
        <translation>Mutex anlegen</translation>
    </message>
    <message>
        <source>Makes a mutex at a place in shared memory.</source>
        <translation>Legt an einer Stelle gemeinsamen Speichers einen Mutex an.</translation>
    </message>
    <message>
        <source>Mutex</source>
        <translation>Mutex</translation>
    </message>
    <message>
        <source>The ceiling is not a real-time priority.</source>
        <translation>Die Obergrenze ist keine Echtzeitpriorität.</translation>
    </message>
    <message>
        <source>A mutex cannot be robust and have a ceiling.</source>
        <translation>Ein Mutex kann nicht robust sein und eine Obergrenze haben.</translation>
    </message>
    <message>
        <source>This user must not make one.</source>
        <translation>Dieser Benutzer darf keine anlegen.</translation>
    </message>
    <message>
        <source>This process owns it already, and its type is PTHREAD_MUTEX_ERRORCHECK: it would wait for itself.</source>
        <translation>Er gehört diesem Prozess schon, und sein Typ ist PTHREAD_MUTEX_ERRORCHECK: Der Prozess würde auf sich selbst warten.</translation>
    </message>
    <message>
        <source>Its owner has died. It is locked now, but what it protects may be half done: repair that, then call consistent.</source>
        <translation>Sein Eigentümer ist gestorben. Er ist jetzt gesperrt, aber was er schützt, kann halb fertig sein: Das ist zu richten, dann consistent zu rufen.</translation>
    </message>
    <message>
        <source>Its owner died, and the next one unlocked it without calling consistent: it can only be destroyed.</source>
        <translation>Sein Eigentümer starb, und der nächste entsperrte ihn, ohne consistent zu rufen: Er kann nur noch zerstört werden.</translation>
    </message>
    <message>
        <source>It was destroyed, or it has a ceiling and this process no real-time priority.</source>
        <translation>Er wurde zerstört, oder er hat eine Obergrenze und dieser Prozess keine Echtzeitpriorität.</translation>
    </message>
    <message>
        <source>Its owner has locked it too often.</source>
        <translation>Sein Eigentümer hat ihn zu oft gesperrt.</translation>
    </message>
    <message>
        <source>Makes this process the owner; sleeps while another one is.</source>
        <translation>Macht diesen Prozess zum Eigentümer; schläft, solange es ein anderer ist.</translation>
    </message>
    <message>
        <source>{mutex} to be unlocked</source>
        <translation>das Entsperren von {mutex}</translation>
    </message>
    <message>
        <source>Try to lock</source>
        <translation>Zu sperren versuchen</translation>
    </message>
    <message>
        <source>Makes this process the owner, or fails at once when there is one.</source>
        <translation>Macht diesen Prozess zum Eigentümer oder scheitert sofort, wenn es einen gibt.</translation>
    </message>
    <message>
        <source>It is locked, maybe by this process itself.</source>
        <translation>Er ist gesperrt, vielleicht von diesem Prozess selbst.</translation>
    </message>
    <message>
        <source>Lock, with a time limit</source>
        <translation>Sperren, mit Zeitgrenze</translation>
    </message>
    <message>
        <source>As lock, but until a moment of the wall clock (CLOCK_REALTIME) at the most.</source>
        <translation>Wie lock, aber höchstens bis zu einem Zeitpunkt der Uhrzeit (CLOCK_REALTIME).</translation>
    </message>
    <message>
        <source>Lock, by a chosen clock</source>
        <translation>Sperren, nach einer gewählten Uhr</translation>
    </message>
    <message>
        <source>As timedlock, by a clock that nobody can set, if wanted (glibc 2.30).</source>
        <translation>Wie timedlock, auf Wunsch nach einer Uhr, die niemand stellen kann (glibc 2.30).</translation>
    </message>
    <message>
        <source>It was destroyed, it has a ceiling and this process no real-time priority, or it cannot wait by this clock.</source>
        <translation>Er wurde zerstört, er hat eine Obergrenze und dieser Prozess keine Echtzeitpriorität, oder nach dieser Uhr kann nicht gewartet werden.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Gives it up, and wakes one that waits. Only its owner may.</source>
        <translation>Gibt ihn ab und weckt einen Wartenden. Das darf nur sein Eigentümer.</translation>
    </message>
    <message>
        <source>This process does not own it. (A mutex of type PTHREAD_MUTEX_NORMAL that is neither robust nor inherits priorities does not look.)</source>
        <translation>Er gehört nicht diesem Prozess. (Ein Mutex vom Typ PTHREAD_MUTEX_NORMAL, der weder robust ist noch Prioritäten vererbt, sieht nicht nach.)</translation>
    </message>
    <message>
        <source>It was destroyed.</source>
        <translation>Er wurde zerstört.</translation>
    </message>
    <message>
        <source>Declare consistent</source>
        <translation>Für verlässlich erklären</translation>
    </message>
    <message>
        <source>After EOWNERDEAD: what it protects is in order again, others may use it.</source>
        <translation>Nach EOWNERDEAD: Was er schützt, ist wieder in Ordnung, andere dürfen es benutzen.</translation>
    </message>
    <message>
        <source>It is not robust, or no owner of it has died.</source>
        <translation>Er ist nicht robust, oder keiner seiner Eigentümer ist gestorben.</translation>
    </message>
    <message>
        <source>Ends the mutex; its memory may be used anew.</source>
        <translation>Beendet den Mutex; sein Speicher kann neu benutzt werden.</translation>
    </message>
    <message>
        <source>It is locked.</source>
        <translation>Sie ist gesperrt.</translation>
    </message>
    <message>
        <source>This is no mutex.</source>
        <translation>Das ist kein Mutex.</translation>
    </message>
    <message>
        <source>As glibc keeps it: not part of any standard.</source>
        <translation>So, wie glibc ihn ablegt; kein Standard legt es fest.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Times locked</source>
        <translation>Wie oft gesperrt</translation>
    </message>
    <message>
        <source>More than 1 only if it is recursive.</source>
        <translation>Mehr als 1 nur, wenn er rekursiv ist.</translation>
    </message>
    <message>
        <source>Somebody waits</source>
        <translation>Jemand wartet</translation>
    </message>
    <message>
        <source>Or has waited: it is noted for the next unlock.</source>
        <translation>Oder hat gewartet: Es ist für das nächste unlock vermerkt.</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>its owner has died, and nobody has locked it since</source>
        <translation>sein Eigentümer ist gestorben, und seither hat ihn niemand gesperrt</translation>
    </message>
    <message>
        <source>locked after its owner&apos;s death, consistent not yet called</source>
        <translation>nach dem Tod seines Eigentümers gesperrt, consistent noch nicht gerufen</translation>
    </message>
    <message>
        <source>can only be destroyed</source>
        <translation>kann nur noch zerstört werden</translation>
    </message>
    <message>
        <source>no mutex any more</source>
        <translation>kein Mutex mehr</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>Of a robust mutex: what became of it after its owner&apos;s death.</source>
        <translation>Eines robusten Mutex: was nach dem Tod seines Eigentümers aus ihm wurde.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Read-write lock</source>
        <translation>Lese-Schreib-Sperre</translation>
    </message>
    <message>
        <source>A read-write lock in memory that this process has mapped.</source>
        <translation>Eine Lese-Schreib-Sperre in Speicher, den dieser Prozess eingeblendet hat.</translation>
    </message>
    <message>
        <source>readers get in while others read; writers may starve</source>
        <translation>Leser kommen hinein, während andere lesen; Schreiber können verhungern</translation>
    </message>
    <message>
        <source>the same: a reader may read twice, so it cannot be kept</source>
        <translation>dasselbe: Ein Leser darf zweimal lesen, also lässt es sich nicht einhalten</translation>
    </message>
    <message>
        <source>a writer that waits keeps new readers out</source>
        <translation>ein wartender Schreiber hält neue Leser draußen</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Who comes first when readers and writers wait (only in glibc).</source>
        <translation>Wer zuerst kommt, wenn Leser und Schreiber warten (nur in glibc).</translation>
    </message>
    <message>
        <source>Make a read-write lock</source>
        <translation>Lese-Schreib-Sperre anlegen</translation>
    </message>
    <message>
        <source>Makes a lock for many readers or one writer at a place in shared memory.</source>
        <translation>Legt an einer Stelle gemeinsamen Speichers eine Sperre für viele Leser oder einen Schreiber an.</translation>
    </message>
    <message>
        <source>Lock for reading</source>
        <translation>Zum Lesen sperren</translation>
    </message>
    <message>
        <source>Lets this process in together with other readers; sleeps while there is a writer.</source>
        <translation>Lässt diesen Prozess zusammen mit anderen Lesern hinein; schläft, solange es einen Schreiber gibt.</translation>
    </message>
    <message>
        <source>This process has it for writing: it would wait for itself.</source>
        <translation>Dieser Prozess hat sie zum Schreiben: Er würde auf sich selbst warten.</translation>
    </message>
    <message>
        <source>There are too many readers.</source>
        <translation>Es gibt zu viele Leser.</translation>
    </message>
    <message>
        <source>This is no read-write lock.</source>
        <translation>Das ist keine Lese-Schreib-Sperre.</translation>
    </message>
    <message>
        <source>the writer of {rwlock} to leave</source>
        <translation>den Weggang des Schreibers von {rwlock}</translation>
    </message>
    <message>
        <source>Lock for writing</source>
        <translation>Zum Schreiben sperren</translation>
    </message>
    <message>
        <source>Lets this process in alone; sleeps while anybody else is in.</source>
        <translation>Lässt diesen Prozess allein hinein; schläft, solange ein anderer darin ist.</translation>
    </message>
    <message>
        <source>This process has it for writing already. (That it has it for reading is not noticed: it then waits for itself for ever.)</source>
        <translation>Dieser Prozess hat sie schon zum Schreiben. (Dass er sie zum Lesen hat, wird nicht bemerkt: Dann wartet er für immer auf sich selbst.)</translation>
    </message>
    <message>
        <source>all others to leave {rwlock}</source>
        <translation>den Weggang aller anderen von {rwlock}</translation>
    </message>
    <message>
        <source>It would have to wait.</source>
        <translation>Er müsste warten.</translation>
    </message>
    <message>
        <source>Leaves, whether as reader or as writer. glibc does not look who calls: one unlock too many spoils the lock.</source>
        <translation>Geht hinaus, als Leser oder als Schreiber. glibc sieht nicht nach, wer ruft: Ein unlock zu viel verdirbt die Sperre.</translation>
    </message>
    <message>
        <source>This process does not have it.</source>
        <translation>Dieser Prozess hat sie nicht.</translation>
    </message>
    <message>
        <source>Ends the lock; its memory may be used anew.</source>
        <translation>Beendet die Sperre; ihr Speicher kann neu benutzt werden.</translation>
    </message>
    <message>
        <source>Try to lock for reading</source>
        <translation>Zum Lesen zu sperren versuchen</translation>
    </message>
    <message>
        <source>As rdlock, but fails at once instead of sleeping.</source>
        <translation>Wie rdlock, scheitert aber sofort, statt zu schlafen.</translation>
    </message>
    <message>
        <source>Try to lock for writing</source>
        <translation>Zum Schreiben zu sperren versuchen</translation>
    </message>
    <message>
        <source>As wrlock, but fails at once instead of sleeping.</source>
        <translation>Wie wrlock, scheitert aber sofort, statt zu schlafen.</translation>
    </message>
    <message>
        <source>Lock for reading, with a time limit</source>
        <translation>Zum Lesen sperren, mit Zeitgrenze</translation>
    </message>
    <message>
        <source>As rdlock, but until a moment of the wall clock at the most.</source>
        <translation>Wie rdlock, aber höchstens bis zu einem Zeitpunkt der Uhrzeit.</translation>
    </message>
    <message>
        <source>Lock for writing, with a time limit</source>
        <translation>Zum Schreiben sperren, mit Zeitgrenze</translation>
    </message>
    <message>
        <source>As wrlock, but until a moment of the wall clock at the most.</source>
        <translation>Wie wrlock, aber höchstens bis zu einem Zeitpunkt der Uhrzeit.</translation>
    </message>
    <message>
        <source>As glibc keeps it: not part of any standard. Who the readers are is not kept.</source>
        <translation>So, wie glibc sie ablegt; kein Standard legt es fest. Wer die Leser sind, steht nirgends.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Darin</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>waiting to read</source>
        <translation>warten auf das Lesen</translation>
    </message>
    <message>
        <source>waiting to write</source>
        <translation>warten auf das Schreiben</translation>
    </message>
    <message>
        <source>Where readers come first, glibc knows of one at the most.</source>
        <translation>Wo Leser Vorrang haben, weiß glibc höchstens von einem.</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>darin</translation>
    </message>
    <message>
        <source>Mutexes, locks, barriers</source>
        <translation>Mutexe, Sperren, Barrieren</translation>
    </message>
    <message>
        <source>Mutexes, condition variables, read-write locks and barriers: what threads use to wait for each other, put into memory that processes share.</source>
        <translation>Mutexe, Bedingungsvariablen, Lese-Schreib-Sperren und Barrieren: womit Threads aufeinander warten, in Speicher gelegt, den Prozesse teilen.</translation>
    </message>
    <message>
        <source>Whoever has the memory mapped may do everything. A mutex with a ceiling needs a real-time priority, and so CAP_SYS_NICE.</source>
        <translation>Wer den Speicher eingeblendet hat, darf alles. Ein Mutex mit Obergrenze braucht eine Echtzeitpriorität und damit CAP_SYS_NICE.</translation>
    </message>
    <message>
        <source>A mutex in memory that this process has mapped.</source>
        <translation>Ein Mutex in Speicher, den dieser Prozess eingeblendet hat.</translation>
    </message>
    <message>
        <source>PTHREAD_PROCESS_SHARED. false: for threads of one process only; who waits in another process is then not woken.</source>
        <translation>PTHREAD_PROCESS_SHARED. false: nur für Threads eines Prozesses; wer in einem anderen Prozess wartet, wird dann nicht geweckt.</translation>
    </message>
    <message>
        <source>Which clock says when the time is over; nobody can set CLOCK_MONOTONIC.</source>
        <translation>Welche Uhr sagt, wann die Zeit um ist; CLOCK_MONOTONIC kann niemand stellen.</translation>
    </message>
    <message>
        <source>The moment has come before it was this call&apos;s turn.</source>
        <translation>Der Zeitpunkt kam, bevor dieser Aufruf an der Reihe war.</translation>
    </message>
    <message>
        <source>PTHREAD_PROCESS_SHARED: who waits in another process is woken.</source>
        <translation>PTHREAD_PROCESS_SHARED: Auch wer in einem anderen Prozess wartet, wird geweckt.</translation>
    </message>
    <message>
        <source>What somebody made at this place of the same memory. No call is made: it is a matter of the address.</source>
        <translation>Was jemand an dieser Stelle desselben Speichers angelegt hat. Es gibt keinen Aufruf: Es kommt nur auf die Adresse an.</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>The segment&apos;s identifier; every process may use it that has the permission.</source>
        <translation>Die Kennung des Segments; jeder Prozess mit dem nötigen Recht kann es benutzen.</translation>
    </message>
    <message>
        <source>As it was asked for; whole pages are attached.</source>
        <translation>Wie sie verlangt wurde; angehängt werden ganze Seiten.</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhängungen</translation>
    </message>
    <message>
        <source>How often it is attached now, in all processes; fork doubles them, exit ends them.</source>
        <translation>Wie oft es jetzt angehängt ist, in allen Prozessen; fork verdoppelt sie, exit beendet sie.</translation>
    </message>
    <message>
        <source>Marked for removal</source>
        <translation>Zum Entfernen vorgemerkt</translation>
    </message>
    <message>
        <source>IPC_RMID was said: it goes away with its last attachment (SHM_DEST).</source>
        <translation>IPC_RMID wurde gesagt: es verschwindet mit der letzten Anhängung (SHM_DEST).</translation>
    </message>
    <message>
        <source>Its pages are not swapped out (SHM_LOCK).</source>
        <translation>Seine Seiten werden nicht ausgelagert (SHM_LOCK).</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Last attached or detached by</source>
        <translation>Zuletzt an- oder abgehängt von</translation>
    </message>
    <message>
        <source>0 = nobody yet.</source>
        <translation>0 = noch niemand.</translation>
    </message>
    <message>
        <source>Last attached</source>
        <translation>Zuletzt angehängt</translation>
    </message>
    <message>
        <source>Last detached</source>
        <translation>Zuletzt abgehängt</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>Swapped out</source>
        <translation>Ausgelagert</translation>
    </message>
    <message>
        <source>Through the eyes of a process that has it attached: to attach it for a look would change what is looked at.</source>
        <translation>Mit den Augen eines Prozesses, der es angehängt hat: es zum Ansehen anzuhängen würde verändern, was man ansieht.</translation>
    </message>
    <message>
        <source>The segment was removed, and another one has its place.</source>
        <translation>Das Segment wurde entfernt, und ein anderes hat seinen Platz.</translation>
    </message>
    <message>
        <source>No segment has this identifier any more.</source>
        <translation>Kein Segment hat diese Kennung mehr.</translation>
    </message>
    <message>
        <source>do not set swap space aside for it</source>
        <translation>keinen Auslagerungsplatz dafür reservieren</translation>
    </message>
    <message>
        <source>Makes a segment full of zeros, or finds the one that has this key.</source>
        <translation>Legt ein Segment voller Nullen an, oder findet das mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>Of a new segment; of an existing one at most its size, 0 = any.</source>
        <translation>Eines neuen Segments; bei einem vorhandenen höchstens dessen Größe, 0 = beliebig.</translation>
    </message>
    <message>
        <source>the segment&apos;s identifier</source>
        <translation>die Kennung des Segments</translation>
    </message>
    <message>
        <source>A segment with this key exists, and IPC_CREAT with IPC_EXCL asked for a new one.</source>
        <translation>Ein Segment mit diesem Schlüssel existiert, und IPC_CREAT mit IPC_EXCL verlangte ein neues.</translation>
    </message>
    <message>
        <source>No segment has this key, and IPC_CREAT was not given.</source>
        <translation>Kein Segment hat diesen Schlüssel, und IPC_CREAT wurde nicht angegeben.</translation>
    </message>
    <message>
        <source>A new segment needs 1 byte or more, at most /proc/sys/kernel/shmmax; an existing one is smaller than asked for.</source>
        <translation>Ein neues Segment braucht mindestens 1 Byte, höchstens /proc/sys/kernel/shmmax; ein vorhandenes ist kleiner als verlangt.</translation>
    </message>
    <message>
        <source>The segment exists, but its permissions do not allow what the mode asks for.</source>
        <translation>Das Segment existiert, aber seine Rechte erlauben nicht, was der Modus verlangt.</translation>
    </message>
    <message>
        <source>The system&apos;s number of segments (/proc/sys/kernel/shmmni), or of their pages in all (shmall), is reached.</source>
        <translation>Die Zahl der Segmente im System (/proc/sys/kernel/shmmni) oder aller ihrer Seiten (shmall) ist erreicht.</translation>
    </message>
    <message>
        <source>The kernel has no memory, or no free huge pages, for a segment of this size.</source>
        <translation>Der Kernel hat keinen Speicher oder keine freien großen Seiten für ein Segment dieser Größe.</translation>
    </message>
    <message>
        <source>SHM_HUGETLB is for CAP_IPC_LOCK, or the group in /proc/sys/vm/hugetlb_shm_group.</source>
        <translation>SHM_HUGETLB braucht CAP_IPC_LOCK oder die Gruppe in /proc/sys/vm/hugetlb_shm_group.</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Maps the segment into this process: from now on it is memory like any other.</source>
        <translation>Blendet das Segment in diesen Prozess ein: von nun an ist es Speicher wie jeder andere.</translation>
    </message>
    <message>
        <source>the kernel chooses, each time anew</source>
        <translation>der Kernel wählt, jedes Mal neu</translation>
    </message>
    <message>
        <source>Where; a multiple of the page size. Pointers inside only mean something if all processes have the same.</source>
        <translation>Wo; ein Vielfaches der Seitengröße. Zeiger darin bedeuten nur etwas, wenn alle Prozesse dieselbe haben.</translation>
    </message>
    <message>
        <source>for reading only: writing is SIGSEGV</source>
        <translation>nur zum Lesen: Schreiben ist SIGSEGV</translation>
    </message>
    <message>
        <source>round the address down to a whole page</source>
        <translation>die Adresse auf eine ganze Seite abrunden</translation>
    </message>
    <message>
        <source>replace what is mapped at the address</source>
        <translation>ersetzen, was an der Adresse eingeblendet ist</translation>
    </message>
    <message>
        <source>its contents may be executed</source>
        <translation>sein Inhalt darf ausgeführt werden</translation>
    </message>
    <message>
        <source>Without SHM_RDONLY the permission to write is needed too.</source>
        <translation>Ohne SHM_RDONLY ist auch das Recht zum Schreiben nötig.</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhängung</translation>
    </message>
    <message>
        <source>This process&apos;s window on the segment; fork hands it down.</source>
        <translation>Das Fenster dieses Prozesses auf das Segment; fork vererbt es.</translation>
    </message>
    <message>
        <source>This user must not read the segment, or not write (without SHM_RDONLY), or not execute (with SHM_EXEC).</source>
        <translation>Dieser Benutzer darf das Segment nicht lesen, oder nicht beschreiben (ohne SHM_RDONLY), oder nicht ausführen (mit SHM_EXEC).</translation>
    </message>
    <message>
        <source>There is no memory for it, or not enough room at the address.</source>
        <translation>Dafür ist kein Speicher da, oder an der Adresse nicht genug Platz.</translation>
    </message>
    <message>
        <source>The address is below /proc/sys/vm/mmap_min_addr.</source>
        <translation>Die Adresse liegt unter /proc/sys/vm/mmap_min_addr.</translation>
    </message>
    <message>
        <source>No segment has this identifier any more; or the address is not a multiple of the page size (without SHM_RND), something is mapped there (without SHM_REMAP), or SHM_REMAP came without an address.</source>
        <translation>Kein Segment hat diese Kennung mehr; oder die Adresse ist kein Vielfaches der Seitengröße (ohne SHM_RND), dort ist schon etwas eingeblendet (ohne SHM_REMAP), oder SHM_REMAP kam ohne Adresse.</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Abhängen</translation>
    </message>
    <message>
        <source>Takes the segment out of this process; the bytes stay, as long as the segment does.</source>
        <translation>Nimmt das Segment aus diesem Prozess; die Bytes bleiben, solange es das Segment gibt.</translation>
    </message>
    <message>
        <source>The attachment to end in this process.</source>
        <translation>Die Anhängung, die in diesem Prozess endet.</translation>
    </message>
    <message>
        <source>No segment is attached at this address: it was detached already.</source>
        <translation>An dieser Adresse ist kein Segment angehängt: es wurde schon abgehängt.</translation>
    </message>
    <message>
        <source>Reads the segment&apos;s size, attachments, owner and times (IPC_STAT).</source>
        <translation>Liest Größe, Anhängungen, Eigentümer und Zeiten des Segments (IPC_STAT).</translation>
    </message>
    <message>
        <source>This user must not read from the segment.</source>
        <translation>Dieser Benutzer darf nicht aus dem Segment lesen.</translation>
    </message>
    <message>
        <source>Changes the segment&apos;s permissions or owner (IPC_SET, on what IPC_STAT gave).</source>
        <translation>Ändert Rechte oder Eigentümer des Segments (IPC_SET, auf dem, was IPC_STAT gab).</translation>
    </message>
    <message>
        <source>Only its owner, its creator and root may change the segment.</source>
        <translation>Nur Eigentümer, Ersteller und root dürfen das Segment ändern.</translation>
    </message>
    <message>
        <source>The state before must be read first, and this user must not read from the segment.</source>
        <translation>Der Zustand davor muss erst gelesen werden, und dieser Benutzer darf nicht aus dem Segment lesen.</translation>
    </message>
    <message>
        <source>No segment has this identifier any more, or user or group do not exist here.</source>
        <translation>Kein Segment hat diese Kennung mehr, oder Benutzer oder Gruppe existieren hier nicht.</translation>
    </message>
    <message>
        <source>Only its owner and creator may do that, and who has CAP_IPC_LOCK; without it nothing can be locked if RLIMIT_MEMLOCK is 0.</source>
        <translation>Nur Eigentümer und Ersteller dürfen das, und wer CAP_IPC_LOCK hat; ohne dieses lässt sich nichts festhalten, wenn RLIMIT_MEMLOCK 0 ist.</translation>
    </message>
    <message>
        <source>The user&apos;s share of locked memory (RLIMIT_MEMLOCK) is used up.</source>
        <translation>Der Anteil des Benutzers an festgehaltenem Speicher (RLIMIT_MEMLOCK) ist verbraucht.</translation>
    </message>
    <message>
        <source>Lock in memory</source>
        <translation>Im Speicher festhalten</translation>
    </message>
    <message>
        <source>Keeps the segment&apos;s pages from being swapped out (SHM_LOCK).</source>
        <translation>Verhindert, dass die Seiten des Segments ausgelagert werden (SHM_LOCK).</translation>
    </message>
    <message>
        <source>Lets the segment&apos;s pages be swapped out again (SHM_UNLOCK).</source>
        <translation>Lässt die Seiten des Segments wieder auslagern (SHM_UNLOCK).</translation>
    </message>
    <message>
        <source>Marks the segment for removal and takes its key away; it goes with its last attachment (IPC_RMID).</source>
        <translation>Merkt das Segment zum Entfernen vor und nimmt ihm den Schlüssel; es verschwindet mit der letzten Anhängung (IPC_RMID).</translation>
    </message>
    <message>
        <source>Only its owner, its creator and root may remove the segment.</source>
        <translation>Nur Eigentümer, Ersteller und root dürfen das Segment entfernen.</translation>
    </message>
    <message>
        <source>No segment has this identifier: it was removed already.</source>
        <translation>Kein Segment hat diese Kennung: es wurde schon entfernt.</translation>
    </message>
    <message>
        <source>System V shared memory</source>
        <translation>System-V-Shared-Memory</translation>
    </message>
    <message>
        <source>Memory in the kernel that processes attach to their own: what one writes, all see at once.</source>
        <translation>Speicher im Kernel, den Prozesse an ihren eigenen anhängen: was einer schreibt, sehen alle sofort.</translation>
    </message>
    <message>
        <source>Largest segment</source>
        <translation>Größtes Segment</translation>
    </message>
    <message>
        <source>Pages of all segments</source>
        <translation>Seiten aller Segmente</translation>
    </message>
    <message>
        <source>Segments in the system</source>
        <translation>Segmente im System</translation>
    </message>
    <message>
        <source>attachments</source>
        <translation>Anhängungen</translation>
    </message>
    <message>
        <source>The permission bits decide who may attach for reading and for writing; CAP_IPC_OWNER passes them. Only owner, creator and CAP_SYS_ADMIN may change or remove a segment.</source>
        <translation>Die Rechte entscheiden, wer zum Lesen und wer zum Schreiben anhängen darf; CAP_IPC_OWNER übergeht sie. Nur Eigentümer, Ersteller und CAP_SYS_ADMIN dürfen ein Segment ändern oder entfernen.</translation>
    </message>
    <message>
        <source>small pieces are sent at once, not gathered (Nagle)</source>
        <translation>kleine Stücke gehen sofort hinaus, statt gesammelt zu werden (Nagle)</translation>
    </message>
    <message>
        <source>only full packets are sent, until it is switched off again (200 ms at most)</source>
        <translation>nur volle Pakete gehen hinaus, bis es wieder ausgeschaltet wird (höchstens 200 ms)</translation>
    </message>
    <message>
        <source>what comes is acknowledged at once; the kernel switches it off by itself</source>
        <translation>was kommt, wird sofort bestätigt; der Kernel schaltet es von selbst aus</translation>
    </message>
    <message>
        <source>bytes of data in a packet at most</source>
        <translation>höchstens so viele Bytes Daten in einem Paket</translation>
    </message>
    <message>
        <source>milliseconds without acknowledgement until ETIMEDOUT; 0 = as the system has it</source>
        <translation>Millisekunden ohne Bestätigung bis ETIMEDOUT; 0 = wie im System eingestellt</translation>
    </message>
    <message>
        <source>how often connect asks again before ETIMEDOUT</source>
        <translation>wie oft connect vor ETIMEDOUT noch einmal fragt</translation>
    </message>
    <message>
        <source>accept waits until data has come, about so many seconds at most</source>
        <translation>accept wartet, bis Daten gekommen sind, höchstens etwa so viele Sekunden</translation>
    </message>
    <message>
        <source>a silent partner is asked now and then whether it still lives</source>
        <translation>ein stummer Partner wird ab und zu gefragt, ob er noch lebt</translation>
    </message>
    <message>
        <source>seconds of silence before the first such question</source>
        <translation>Sekunden der Stille vor der ersten solchen Frage</translation>
    </message>
    <message>
        <source>seconds between the questions</source>
        <translation>Sekunden zwischen den Fragen</translation>
    </message>
    <message>
        <source>questions without answer until the connection is given up</source>
        <translation>Fragen ohne Antwort, bis die Verbindung aufgegeben wird</translation>
    </message>
    <message>
        <source>close waits for the partner, or resets the connection (0 seconds)</source>
        <translation>close wartet auf den Partner oder setzt die Verbindung zurück (0 Sekunden)</translation>
    </message>
    <message>
        <source>fewer bytes than this wake no receiver</source>
        <translation>weniger Bytes als so viele wecken keinen Empfänger</translation>
    </message>
    <message>
        <source>urgent data stays among the other data</source>
        <translation>dringende Daten bleiben zwischen den anderen</translation>
    </message>
    <message>
        <source>1 = it listens</source>
        <translation>1 = er lauscht</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Lauschen</translation>
    </message>
    <message>
        <source>From now on the socket takes connections; they queue until they are accepted.</source>
        <translation>Von jetzt an nimmt der Socket Verbindungen an; sie stehen Schlange, bis sie angenommen werden.</translation>
    </message>
    <message>
        <source>The socket that is to take connections.</source>
        <translation>Der Socket, der Verbindungen annehmen soll.</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>How many connections may wait to be accepted; one more fits. Beyond that, whoever connects has to wait.</source>
        <translation>Wie viele Verbindungen auf Annahme warten dürfen; eine mehr passt. Wer danach verbindet, muss warten.</translation>
    </message>
    <message>
        <source>Another socket listens on this port already.</source>
        <translation>Ein anderer Socket lauscht schon an diesem Port.</translation>
    </message>
    <message>
        <source>The socket is connected: it cannot listen.</source>
        <translation>Der Socket ist verbunden: er kann nicht lauschen.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Takes the oldest waiting connection and gives it a socket of its own; sleeps while there is none.</source>
        <translation>Nimmt die älteste wartende Verbindung und gibt ihr einen eigenen Socket; schläft, solange keine da ist.</translation>
    </message>
    <message>
        <source>The listening socket.</source>
        <translation>Der lauschende Socket.</translation>
    </message>
    <message>
        <source>Of the new descriptor; it inherits none from the listener.</source>
        <translation>Des neuen Deskriptors; vom lauschenden erbt er keine.</translation>
    </message>
    <message>
        <source>The socket that is connected with the partner.</source>
        <translation>Der Socket, der mit dem Partner verbunden ist.</translation>
    </message>
    <message>
        <source>Of the partner.</source>
        <translation>Des Partners.</translation>
    </message>
    <message>
        <source>O_NONBLOCK is set, or SO_RCVTIMEO is over, and no connection is there.</source>
        <translation>O_NONBLOCK ist gesetzt oder SO_RCVTIMEO ist um, und keine Verbindung ist da.</translation>
    </message>
    <message>
        <source>The connection was given up while it waited.</source>
        <translation>Die Verbindung wurde aufgegeben, während sie wartete.</translation>
    </message>
    <message>
        <source>A signal handler ran before a connection came.</source>
        <translation>Ein Signal-Handler lief, bevor eine Verbindung kam.</translation>
    </message>
    <message>
        <source>The socket does not listen.</source>
        <translation>Der Socket lauscht nicht.</translation>
    </message>
    <message>
        <source>This process has as many files open as it may have (RLIMIT_NOFILE); the connection stays in the queue.</source>
        <translation>Dieser Prozess hat so viele Dateien offen, wie er darf (RLIMIT_NOFILE); die Verbindung bleibt in der Schlange.</translation>
    </message>
    <message>
        <source>A firewall rule forbids it.</source>
        <translation>Eine Firewall-Regel verbietet es.</translation>
    </message>
    <message>
        <source>a connection to {listener}</source>
        <translation>eine Verbindung zu {listener}</translation>
    </message>
    <message>
        <source>Asks the listener at an address for a connection, and sleeps until it stands.</source>
        <translation>Bittet den Lauschenden an einer Adresse um eine Verbindung und schläft, bis sie steht.</translation>
    </message>
    <message>
        <source>The socket that is to be connected.</source>
        <translation>Der Socket, der verbunden werden soll.</translation>
    </message>
    <message>
        <source>In numbers; loopback = 127.0.0.1 or ::1.</source>
        <translation>In Zahlen; loopback = 127.0.0.1 oder ::1.</translation>
    </message>
    <message>
        <source>The listener&apos;s port, such as the result of its bind.</source>
        <translation>Der Port des Lauschenden, etwa das Ergebnis seines bind.</translation>
    </message>
    <message>
        <source>Own address of the connection.</source>
        <translation>Eigene Adresse der Verbindung.</translation>
    </message>
    <message>
        <source>Own port: chosen by the kernel unless it was bound.</source>
        <translation>Eigener Port: vom Kernel gewählt, wenn er nicht gebunden war.</translation>
    </message>
    <message>
        <source>This very connection exists already, or no free port is left, or the own address does not lead there.</source>
        <translation>Genau diese Verbindung gibt es schon, oder kein Port ist mehr frei, oder die eigene Adresse führt nicht dorthin.</translation>
    </message>
    <message>
        <source>The kernel is short of something.</source>
        <translation>Dem Kernel fehlt es an etwas.</translation>
    </message>
    <message>
        <source>A connect that did not wait is still under way: poll for POLLOUT.</source>
        <translation>Ein connect, das nicht wartete, ist noch unterwegs: mit poll auf POLLOUT warten.</translation>
    </message>
    <message>
        <source>Nobody listens on that port.</source>
        <translation>Niemand lauscht an diesem Port.</translation>
    </message>
    <message>
        <source>The partner reset the connection while it was made.</source>
        <translation>Der Partner hat die Verbindung zurückgesetzt, während sie entstand.</translation>
    </message>
    <message>
        <source>The host does not answer.</source>
        <translation>Der Rechner antwortet nicht.</translation>
    </message>
    <message>
        <source>It does not wait (O_NONBLOCK, or SO_SNDTIMEO is over): the connection is being made. Poll for POLLOUT, then get_error.</source>
        <translation>Es wird nicht gewartet (O_NONBLOCK, oder SO_SNDTIMEO ist um): die Verbindung entsteht gerade. Mit poll auf POLLOUT warten, dann get_error.</translation>
    </message>
    <message>
        <source>A signal handler ran. The connection is made all the same, without us: poll for POLLOUT.</source>
        <translation>Ein Signal-Handler lief. Die Verbindung entsteht trotzdem, ohne uns: mit poll auf POLLOUT warten.</translation>
    </message>
    <message>
        <source>The address is not valid for the socket.</source>
        <translation>Die Adresse ist für den Socket nicht gültig.</translation>
    </message>
    <message>
        <source>It is connected already, or it listens.</source>
        <translation>Er ist schon verbunden, oder er lauscht.</translation>
    </message>
    <message>
        <source>No route leads to that address.</source>
        <translation>Kein Weg führt zu dieser Adresse.</translation>
    </message>
    <message>
        <source>Nobody answered for a long time: the listener&apos;s queue is full, or the host is silent.</source>
        <translation>Lange hat niemand geantwortet: die Schlange des Lauschenden ist voll, oder der Rechner schweigt.</translation>
    </message>
    <message>
        <source>the listener on port {port} to take the connection</source>
        <translation>den Lauschenden an Port {port}, der die Verbindung nimmt</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Richtung beenden</translation>
    </message>
    <message>
        <source>Ends one direction or both, for all processes that share the socket; the descriptor stays open.</source>
        <translation>Beendet eine Richtung oder beide, für alle Prozesse, die den Socket teilen; der Deskriptor bleibt offen.</translation>
    </message>
    <message>
        <source>The connected or listening socket.</source>
        <translation>Der verbundene oder lauschende Socket.</translation>
    </message>
    <message>
        <source>receive no more: recv says 0 once it is empty</source>
        <translation>nichts mehr empfangen: recv sagt 0, sobald er leer ist</translation>
    </message>
    <message>
        <source>send no more: the partner reads the end (half-close)</source>
        <translation>nichts mehr senden: der Partner liest das Ende (halb geschlossen)</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>What is to end.</source>
        <translation>Was enden soll.</translation>
    </message>
    <message>
        <source>There is no such direction.</source>
        <translation>Eine solche Richtung gibt es nicht.</translation>
    </message>
    <message>
        <source>The socket is not connected.</source>
        <translation>Der Socket ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Connection facts</source>
        <translation>Verbindungsdaten</translation>
    </message>
    <message>
        <source>Tells in which state the connection is, and what the kernel measured of it (TCP_INFO).</source>
        <translation>Sagt, in welchem Zustand die Verbindung ist und was der Kernel von ihr gemessen hat (TCP_INFO).</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Connections of a port</source>
        <translation>Verbindungen eines Ports</translation>
    </message>
    <message>
        <source>Reads from the kernel&apos;s table what there is of a port, also what no process has any more: TIME_WAIT.</source>
        <translation>Liest aus der Tabelle des Kernels, was es von einem Port gibt, auch das, was kein Prozess mehr hat: TIME_WAIT.</translation>
    </message>
    <message>
        <source>Own or partner&apos;s port.</source>
        <translation>Eigener Port oder der des Partners.</translation>
    </message>
    <message>
        <source>how many there are</source>
        <translation>wie viele es gibt</translation>
    </message>
    <message>
        <source>In TIME_WAIT</source>
        <translation>In TIME_WAIT</translation>
    </message>
    <message>
        <source>Ended ones whose port is kept for a minute.</source>
        <translation>Beendete, deren Port eine Minute lang aufgehoben wird.</translation>
    </message>
    <message>
        <source>Established</source>
        <translation>Hergestellt</translation>
    </message>
    <message>
        <source>The first 256; both ends of a connection, if both are here.</source>
        <translation>Die ersten 256; beide Enden einer Verbindung, wenn beide hier sind.</translation>
    </message>
    <message>
        <source>This process must not read the table.</source>
        <translation>Dieser Prozess darf die Tabelle nicht lesen.</translation>
    </message>
    <message>
        <source>There is no /proc/net/tcp: /proc is not mounted.</source>
        <translation>Es gibt kein /proc/net/tcp: /proc ist nicht eingehängt.</translation>
    </message>
    <message>
        <source>Longest backlog</source>
        <translation>Längster Rückstand</translation>
    </message>
    <message>
        <source>Gives the socket up in this process. With the last one the connection ends: the partner reads the end, or a reset if data was left unread.</source>
        <translation>Gibt den Socket in diesem Prozess auf. Mit dem letzten endet die Verbindung: der Partner liest das Ende oder, wenn Daten ungelesen blieben, ein Zurücksetzen.</translation>
    </message>
    <message>
        <source>the partner of {socket} to acknowledge what was sent (SO_LINGER)</source>
        <translation>den Partner von {socket}, der das Gesendete bestätigt (SO_LINGER)</translation>
    </message>
    <message>
        <source>Unread bytes</source>
        <translation>Ungelesene Bytes</translation>
    </message>
    <message>
        <source>Counts what has come and was not received yet (SIOCINQ).</source>
        <translation>Zählt, was gekommen ist und noch nicht empfangen wurde (SIOCINQ).</translation>
    </message>
    <message>
        <source>In the receive queue.</source>
        <translation>In der Empfangsschlange.</translation>
    </message>
    <message>
        <source>The socket listens: it has no data.</source>
        <translation>Der Socket lauscht: er hat keine Daten.</translation>
    </message>
    <message>
        <source>Unacknowledged bytes</source>
        <translation>Unbestätigte Bytes</translation>
    </message>
    <message>
        <source>Counts what was sent and is not acknowledged by the partner&apos;s kernel (SIOCOUTQ).</source>
        <translation>Zählt, was gesendet und vom Kernel des Partners noch nicht bestätigt wurde (SIOCOUTQ).</translation>
    </message>
    <message>
        <source>In the send queue.</source>
        <translation>In der Sendeschlange.</translation>
    </message>
    <message>
        <source>TCP socket</source>
        <translation>TCP-Socket</translation>
    </message>
    <message>
        <source>A connection between two processes, here or on two machines: bytes in both directions, in order, nothing lost.</source>
        <translation>Eine Verbindung zwischen zwei Prozessen, hier oder auf zwei Rechnern: Bytes in beide Richtungen, in Reihenfolge, nichts geht verloren.</translation>
    </message>
    <message>
        <source>bytes in receive queue</source>
        <translation>Bytes in der Empfangsschlange</translation>
    </message>
    <message>
        <source>Makes a socket that can connect, or listen for those who connect.</source>
        <translation>Legt einen Socket an, der sich verbinden kann oder auf Verbindungen lauscht.</translation>
    </message>
    <message>
        <source>Everybody may make, bind and connect sockets; ports below 1024 need CAP_NET_BIND_SERVICE. There are no permission bits: whoever reaches the port may connect.</source>
        <translation>Jeder darf Sockets anlegen, binden und verbinden; Ports unter 1024 brauchen CAP_NET_BIND_SERVICE. Zugriffsrechte gibt es nicht: wer den Port erreicht, darf sich verbinden.</translation>
    </message>
    <message>
        <source>not connected, or not any more</source>
        <translation>nicht verbunden, oder nicht mehr</translation>
    </message>
    <message>
        <source>takes connections</source>
        <translation>nimmt Verbindungen an</translation>
    </message>
    <message>
        <source>has asked for a connection, no answer yet</source>
        <translation>hat um eine Verbindung gebeten, noch keine Antwort</translation>
    </message>
    <message>
        <source>was asked for a connection, and has answered</source>
        <translation>wurde um eine Verbindung gebeten und hat geantwortet</translation>
    </message>
    <message>
        <source>connected, both directions open</source>
        <translation>verbunden, beide Richtungen offen</translation>
    </message>
    <message>
        <source>has said that it sends no more</source>
        <translation>hat gesagt, dass er nichts mehr sendet</translation>
    </message>
    <message>
        <source>the partner knows it, and may still send</source>
        <translation>der Partner weiß es und darf noch senden</translation>
    </message>
    <message>
        <source>the partner sends no more: this side has to close</source>
        <translation>der Partner sendet nichts mehr: diese Seite muss schließen</translation>
    </message>
    <message>
        <source>has closed last, the partner has to acknowledge it</source>
        <translation>hat zuletzt geschlossen, der Partner muss es bestätigen</translation>
    </message>
    <message>
        <source>both have closed at the same moment</source>
        <translation>beide haben im selben Augenblick geschlossen</translation>
    </message>
    <message>
        <source>over; the port is kept for a minute, in case something comes late</source>
        <translation>vorbei; der Port wird eine Minute aufgehoben, falls noch etwas kommt</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>How long an acknowledgement takes, smoothed.</source>
        <translation>Wie lange eine Bestätigung braucht, geglättet.</translation>
    </message>
    <message>
        <source>Congestion window</source>
        <translation>Staufenster</translation>
    </message>
    <message>
        <source>How many packets may be under way.</source>
        <translation>Wie viele Pakete unterwegs sein dürfen.</translation>
    </message>
    <message>
        <source>Packet size</source>
        <translation>Paketgröße</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Erneut gesendet</translation>
    </message>
    <message>
        <source>Packets that had to be sent more than once.</source>
        <translation>Pakete, die mehr als einmal gesendet werden mussten.</translation>
    </message>
    <message>
        <source>Accept queue</source>
        <translation>Annahmeschlange</translation>
    </message>
    <message>
        <source>Connections that are there and were not accepted yet.</source>
        <translation>Verbindungen, die da sind und noch nicht angenommen wurden.</translation>
    </message>
    <message>
        <source>How long the accept queue may get; one more than this fits.</source>
        <translation>Wie lang die Annahmeschlange werden darf; eine mehr passt.</translation>
    </message>
    <message>
        <source>Receive queue</source>
        <translation>Empfangsschlange</translation>
    </message>
    <message>
        <source>Has come, and was not received yet.</source>
        <translation>Ist gekommen und wurde noch nicht empfangen.</translation>
    </message>
    <message>
        <source>Receive buffer</source>
        <translation>Empfangspuffer</translation>
    </message>
    <message>
        <source>SO_RCVBUF; a part of it is for the kernel&apos;s own books. It grows by itself.</source>
        <translation>SO_RCVBUF; ein Teil davon ist für die Buchhaltung des Kernels. Er wächst von selbst.</translation>
    </message>
    <message>
        <source>Send queue</source>
        <translation>Sendeschlange</translation>
    </message>
    <message>
        <source>Sent, and not acknowledged yet: a partner that does not receive lets it grow.</source>
        <translation>Gesendet und noch nicht bestätigt: ein Partner, der nicht empfängt, lässt sie wachsen.</translation>
    </message>
    <message>
        <source>Send buffer</source>
        <translation>Sendepuffer</translation>
    </message>
    <message>
        <source>Puts bytes on their way; sleeps while the buffers of both sides are full. Success does not mean that the partner has received them.</source>
        <translation>Bringt Bytes auf den Weg; schläft, solange die Puffer beider Seiten voll sind. Erfolg heißt nicht, dass der Partner sie empfangen hat.</translation>
    </message>
    <message>
        <source>The connected socket.</source>
        <translation>Der verbundene Socket.</translation>
    </message>
    <message>
        <source>EAGAIN instead of sleeping</source>
        <translation>EAGAIN statt zu schlafen</translation>
    </message>
    <message>
        <source>EPIPE without SIGPIPE</source>
        <translation>EPIPE ohne SIGPIPE</translation>
    </message>
    <message>
        <source>wait for more before a packet goes</source>
        <translation>auf mehr warten, bevor ein Paket geht</translation>
    </message>
    <message>
        <source>one byte, as urgent data</source>
        <translation>ein Byte, als dringende Daten</translation>
    </message>
    <message>
        <source>bytes sent</source>
        <translation>gesendete Bytes</translation>
    </message>
    <message>
        <source>It would have to sleep, and must not: O_NONBLOCK, MSG_DONTWAIT, or SO_SNDTIMEO is over.</source>
        <translation>Es müsste geschlafen werden und darf nicht: O_NONBLOCK, MSG_DONTWAIT, oder SO_SNDTIMEO ist um.</translation>
    </message>
    <message>
        <source>The partner reset the connection; said once, then EPIPE.</source>
        <translation>Der Partner hat die Verbindung zurückgesetzt; einmal gesagt, dann EPIPE.</translation>
    </message>
    <message>
        <source>The data is not in memory of this process.</source>
        <translation>Die Daten liegen nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>A signal handler ran before any byte was taken.</source>
        <translation>Ein Signal-Handler lief, bevor ein Byte genommen war.</translation>
    </message>
    <message>
        <source>The connection is closed, by either side, or was never made. SIGPIPE is sent as well, unless MSG_NOSIGNAL is given.</source>
        <translation>Die Verbindung ist geschlossen, von welcher Seite auch immer, oder bestand nie. Auch SIGPIPE wird gesendet, außer mit MSG_NOSIGNAL.</translation>
    </message>
    <message>
        <source>The partner has fallen silent.</source>
        <translation>Der Partner ist verstummt.</translation>
    </message>
    <message>
        <source>the partner of {socket} to make room</source>
        <translation>den Partner von {socket}, der Platz schafft</translation>
    </message>
    <message>
        <source>Takes bytes that have come; sleeps while there are none. 0 = the partner sends no more.</source>
        <translation>Nimmt Bytes, die gekommen sind; schläft, solange keine da sind. 0 = der Partner sendet nichts mehr.</translation>
    </message>
    <message>
        <source>look only: the bytes stay</source>
        <translation>nur ansehen: die Bytes bleiben</translation>
    </message>
    <message>
        <source>sleep until all the bytes are there</source>
        <translation>schlafen, bis alle Bytes da sind</translation>
    </message>
    <message>
        <source>the urgent byte</source>
        <translation>das dringende Byte</translation>
    </message>
    <message>
        <source>bytes received, 0 at the end</source>
        <translation>empfangene Bytes, 0 am Ende</translation>
    </message>
    <message>
        <source>Nothing is there, and it must not sleep: O_NONBLOCK, MSG_DONTWAIT, or SO_RCVTIMEO is over.</source>
        <translation>Nichts ist da, und es darf nicht geschlafen werden: O_NONBLOCK, MSG_DONTWAIT, oder SO_RCVTIMEO ist um.</translation>
    </message>
    <message>
        <source>The connect that did not wait was refused.</source>
        <translation>Das connect, das nicht wartete, wurde abgewiesen.</translation>
    </message>
    <message>
        <source>The partner reset the connection: it closed with data unread, with SO_LINGER 0, or its process ended so. Said once, then 0.</source>
        <translation>Der Partner hat die Verbindung zurückgesetzt: er schloss mit ungelesenen Daten oder mit SO_LINGER 0, oder sein Prozess endete so. Einmal gesagt, dann 0.</translation>
    </message>
    <message>
        <source>MSG_OOB, and no urgent byte is there or announced.</source>
        <translation>MSG_OOB, und kein dringendes Byte ist da oder angekündigt.</translation>
    </message>
    <message>
        <source>The socket was never connected.</source>
        <translation>Der Socket war nie verbunden.</translation>
    </message>
    <message>
        <source>data from the partner of {socket}</source>
        <translation>Daten vom Partner von {socket}</translation>
    </message>
    <message>
        <source>it may send to broadcast addresses, which is EACCES otherwise</source>
        <translation>er darf an Broadcast-Adressen senden, was sonst EACCES ist</translation>
    </message>
    <message>
        <source>recvmsg tells how many datagrams were lost because the buffer was full</source>
        <translation>recvmsg sagt, wie viele Datagramme verloren gingen, weil der Puffer voll war</translation>
    </message>
    <message>
        <source>recvmsg tells to which address a datagram was sent</source>
        <translation>recvmsg sagt, an welche Adresse ein Datagramm gesendet wurde</translation>
    </message>
    <message>
        <source>where multicast goes out</source>
        <translation>wo Multicast hinausgeht</translation>
    </message>
    <message>
        <source>how many routers multicast may pass, less one; 0 = this machine only</source>
        <translation>wie viele Router Multicast passieren darf, weniger einen; 0 = nur dieser Rechner</translation>
    </message>
    <message>
        <source>receivers on this machine get it too</source>
        <translation>auch Empfänger auf diesem Rechner bekommen es</translation>
    </message>
    <message>
        <source>as IP_PKTINFO, of IPv6</source>
        <translation>wie IP_PKTINFO, für IPv6</translation>
    </message>
    <message>
        <source>as IP_MULTICAST_IF, of IPv6</source>
        <translation>wie IP_MULTICAST_IF, für IPv6</translation>
    </message>
    <message>
        <source>as IP_MULTICAST_TTL, of IPv6</source>
        <translation>wie IP_MULTICAST_TTL, für IPv6</translation>
    </message>
    <message>
        <source>as IP_MULTICAST_LOOP, of IPv6</source>
        <translation>wie IP_MULTICAST_LOOP, für IPv6</translation>
    </message>
    <message>
        <source>Settles whom the socket sends to and takes datagrams from. Nothing is sent: nobody is asked, and whether somebody is there shows later.</source>
        <translation>Legt fest, an wen der Socket sendet und von wem er Datagramme nimmt. Gesendet wird nichts: niemand wird gefragt, und ob jemand da ist, zeigt sich später.</translation>
    </message>
    <message>
        <source>The socket; without an own address it gets one now.</source>
        <translation>Der Socket; ohne eigene Adresse bekommt er jetzt eine.</translation>
    </message>
    <message>
        <source>The partner&apos;s port, such as the result of its bind.</source>
        <translation>Der Port des Partners, etwa das Ergebnis seines bind.</translation>
    </message>
    <message>
        <source>The own address towards that partner.</source>
        <translation>Die eigene Adresse gegenüber diesem Partner.</translation>
    </message>
    <message>
        <source>The own port: chosen by the kernel unless it was bound.</source>
        <translation>Der eigene Port: vom Kernel gewählt, wenn er nicht gebunden war.</translation>
    </message>
    <message>
        <source>It is a broadcast address, and SO_BROADCAST is not set.</source>
        <translation>Es ist eine Broadcast-Adresse, und SO_BROADCAST ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>No free port is left.</source>
        <translation>Kein Port ist mehr frei.</translation>
    </message>
    <message>
        <source>The own address does not lead to that one.</source>
        <translation>Die eigene Adresse führt nicht zu jener.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Takes datagrams from everybody again (connect with AF_UNSPEC). A port that the kernel had chosen is given back.</source>
        <translation>Nimmt wieder Datagramme von allen (connect mit AF_UNSPEC). Ein Port, den der Kernel gewählt hatte, wird zurückgegeben.</translation>
    </message>
    <message>
        <source>Join group</source>
        <translation>Gruppe beitreten</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>Gruppe verlassen</translation>
    </message>
    <message>
        <source>From now on the machine takes what is sent to a multicast address; all sockets bound to the port and that address, or to any, get it.</source>
        <translation>Von jetzt an nimmt der Rechner, was an eine Multicast-Adresse gesendet wird; alle Sockets, die an den Port und diese Adresse oder an any gebunden sind, bekommen es.</translation>
    </message>
    <message>
        <source>Does not take what is sent to the multicast address any more.</source>
        <translation>Nimmt nicht mehr, was an die Multicast-Adresse gesendet wird.</translation>
    </message>
    <message>
        <source>The socket that is the member.</source>
        <translation>Der Socket, der Mitglied ist.</translation>
    </message>
    <message>
        <source>A multicast address: 224.0.0.0 to 239.255.255.255, or ff00::/8.</source>
        <translation>Eine Multicast-Adresse: 224.0.0.0 bis 239.255.255.255, oder ff00::/8.</translation>
    </message>
    <message>
        <source>The request is not in memory of this process.</source>
        <translation>Die Anforderung liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>The socket is a member already.</source>
        <translation>Der Socket ist schon Mitglied.</translation>
    </message>
    <message>
        <source>It is not a multicast address.</source>
        <translation>Es ist keine Multicast-Adresse.</translation>
    </message>
    <message>
        <source>No interface has this address.</source>
        <translation>Keine Schnittstelle hat diese Adresse.</translation>
    </message>
    <message>
        <source>The socket is a member of as many groups as it may be (igmp_max_memberships).</source>
        <translation>Der Socket ist in so vielen Gruppen Mitglied, wie er darf (igmp_max_memberships).</translation>
    </message>
    <message>
        <source>The socket is not a member.</source>
        <translation>Der Socket ist kein Mitglied.</translation>
    </message>
    <message>
        <source>Losses and memory</source>
        <translation>Verluste und Speicher</translation>
    </message>
    <message>
        <source>Tells how full the receive buffer is, and how many datagrams found it full (SO_MEMINFO).</source>
        <translation>Sagt, wie voll der Empfangspuffer ist und wie viele Datagramme ihn voll fanden (SO_MEMINFO).</translation>
    </message>
    <message>
        <source>Groups that a socket may join</source>
        <translation>Gruppen, denen ein Socket beitreten darf</translation>
    </message>
    <message>
        <source>Size of next datagram</source>
        <translation>Größe des nächsten Datagramms</translation>
    </message>
    <message>
        <source>Tells how many bytes the oldest datagram has (SIOCINQ).</source>
        <translation>Sagt, wie viele Bytes das älteste Datagramm hat (SIOCINQ).</translation>
    </message>
    <message>
        <source>0 = none is there, or an empty one.</source>
        <translation>0 = keines ist da, oder ein leeres.</translation>
    </message>
    <message>
        <source>UDP socket</source>
        <translation>UDP-Socket</translation>
    </message>
    <message>
        <source>Single messages to one or many receivers, here or on other machines: each arrives whole, or gets lost.</source>
        <translation>Einzelne Nachrichten an einen oder viele Empfänger, hier oder auf anderen Rechnern: jede kommt ganz an oder geht verloren.</translation>
    </message>
    <message>
        <source>bytes sent and not received</source>
        <translation>gesendete, nicht empfangene Bytes</translation>
    </message>
    <message>
        <source>Makes a socket that sends and receives datagrams.</source>
        <translation>Legt einen Socket an, der Datagramme sendet und empfängt.</translation>
    </message>
    <message>
        <source>Gives the socket up in this process. With the last one what was not received is lost.</source>
        <translation>Gibt den Socket in diesem Prozess auf. Mit dem letzten geht verloren, was nicht empfangen wurde.</translation>
    </message>
    <message>
        <source>Everybody may make, bind and connect sockets; ports below 1024 need CAP_NET_BIND_SERVICE. There are no permission bits: whoever reaches the port may send to it, under any sender&apos;s address on other machines.</source>
        <translation>Jeder darf Sockets anlegen, binden und verbinden; Ports unter 1024 brauchen CAP_NET_BIND_SERVICE. Zugriffsrechte gibt es nicht: wer den Port erreicht, darf an ihn senden, auf anderen Rechnern unter beliebiger Absenderadresse.</translation>
    </message>
    <message>
        <source>Memory of the datagrams that were not received yet: more than their bytes, as each one needs some for itself.</source>
        <translation>Speicher der Datagramme, die noch nicht empfangen wurden: mehr als ihre Bytes, denn jedes braucht etwas für sich.</translation>
    </message>
    <message>
        <source>SO_RCVBUF: a datagram that comes when this is used up is lost.</source>
        <translation>SO_RCVBUF: ein Datagramm, das kommt, wenn er verbraucht ist, geht verloren.</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Datagrams that came when the buffer was full, since the socket was made.</source>
        <translation>Datagramme, die kamen, als der Puffer voll war, seit es den Socket gibt.</translation>
    </message>
    <message>
        <source>Next datagram</source>
        <translation>Nächstes Datagramm</translation>
    </message>
    <message>
        <source>How many bytes the oldest one has.</source>
        <translation>Wie viele Bytes das älteste hat.</translation>
    </message>
    <message>
        <source>Only if it is connected: datagrams of others are not taken then.</source>
        <translation>Nur wenn er verbunden ist: Datagramme von anderen werden dann nicht genommen.</translation>
    </message>
    <message>
        <source>Memory of what has not left this machine yet.</source>
        <translation>Speicher dessen, was diesen Rechner noch nicht verlassen hat.</translation>
    </message>
    <message>
        <source>The send buffer is full, and it must not sleep.</source>
        <translation>Der Sendepuffer ist voll, und es darf nicht geschlafen werden.</translation>
    </message>
    <message>
        <source>An earlier datagram to the partner found nobody at that port (ICMP). Said once; only a connected socket learns it. This datagram was not sent.</source>
        <translation>Ein früheres Datagramm an den Partner fand niemanden an diesem Port (ICMP). Einmal gesagt; nur ein verbundener Socket erfährt es. Dieses Datagramm wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>A signal handler ran while it waited for room.</source>
        <translation>Ein Signal-Handler lief, während auf Platz gewartet wurde.</translation>
    </message>
    <message>
        <source>A datagram holds 65507 bytes at most with IPv4, 65527 with IPv6.</source>
        <translation>Ein Datagramm fasst mit IPv4 höchstens 65507 Bytes, mit IPv6 65527.</translation>
    </message>
    <message>
        <source>the partner lives: no need to ask</source>
        <translation>der Partner lebt: Nachfragen ist unnötig</translation>
    </message>
    <message>
        <source>not over a router</source>
        <translation>nicht über einen Router</translation>
    </message>
    <message>
        <source>Send to partner</source>
        <translation>An Partner senden</translation>
    </message>
    <message>
        <source>Sends one datagram to the address that the socket is connected with. Whether it arrives nobody says.</source>
        <translation>Sendet ein Datagramm an die Adresse, mit der der Socket verbunden ist. Ob es ankommt, sagt niemand.</translation>
    </message>
    <message>
        <source>The socket is not connected: use sendto, or connect first.</source>
        <translation>Der Socket ist nicht verbunden: sendto nehmen oder erst verbinden.</translation>
    </message>
    <message>
        <source>room in the send buffer of {socket}</source>
        <translation>Platz im Sendepuffer von {socket}</translation>
    </message>
    <message>
        <source>Send to address</source>
        <translation>An Adresse senden</translation>
    </message>
    <message>
        <source>Sends one datagram to an address. Whether it arrives nobody says.</source>
        <translation>Sendet ein Datagramm an eine Adresse. Ob es ankommt, sagt niemand.</translation>
    </message>
    <message>
        <source>Where to, in numbers; loopback = 127.0.0.1 or ::1.</source>
        <translation>Wohin, in Zahlen; loopback = 127.0.0.1 oder ::1.</translation>
    </message>
    <message>
        <source>The receiver&apos;s port, such as the result of its bind.</source>
        <translation>Der Port des Empfängers, etwa das Ergebnis seines bind.</translation>
    </message>
    <message>
        <source>Nothing can be sent to port 0, or to such an address.</source>
        <translation>An Port 0 oder an eine solche Adresse kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>The socket with an address of its own.</source>
        <translation>Der Socket mit eigener Adresse.</translation>
    </message>
    <message>
        <source>At most so many bytes; the rest of a longer datagram is lost.</source>
        <translation>Höchstens so viele Bytes; der Rest eines längeren Datagramms geht verloren.</translation>
    </message>
    <message>
        <source>look only: the datagram stays</source>
        <translation>nur ansehen: das Datagramm bleibt</translation>
    </message>
    <message>
        <source>return the whole length, also of a cut one</source>
        <translation>die ganze Länge zurückgeben, auch die eines abgeschnittenen</translation>
    </message>
    <message>
        <source>No datagram is there, and it must not sleep: O_NONBLOCK, MSG_DONTWAIT, or SO_RCVTIMEO is over.</source>
        <translation>Kein Datagramm ist da, und es darf nicht geschlafen werden: O_NONBLOCK, MSG_DONTWAIT, oder SO_RCVTIMEO ist um.</translation>
    </message>
    <message>
        <source>A datagram to the partner found nobody at that port (ICMP). Said once; only a connected socket learns it.</source>
        <translation>Ein Datagramm an den Partner fand niemanden an diesem Port (ICMP). Einmal gesagt; nur ein verbundener Socket erfährt es.</translation>
    </message>
    <message>
        <source>A signal handler ran before a datagram came.</source>
        <translation>Ein Signal-Handler lief, bevor ein Datagramm kam.</translation>
    </message>
    <message>
        <source>a datagram for {socket}</source>
        <translation>ein Datagramm für {socket}</translation>
    </message>
    <message>
        <source>Takes the oldest datagram; sleeps while there is none.</source>
        <translation>Nimmt das älteste Datagramm; schläft, solange keines da ist.</translation>
    </message>
    <message>
        <source>Receive with sender</source>
        <translation>Mit Absender empfangen</translation>
    </message>
    <message>
        <source>Takes the oldest datagram and tells who sent it.</source>
        <translation>Nimmt das älteste Datagramm und sagt, wer es gesendet hat.</translation>
    </message>
    <message>
        <source>Of the sender.</source>
        <translation>Des Absenders.</translation>
    </message>
    <message>
        <source>Of the sender: an answer goes there.</source>
        <translation>Des Absenders: dorthin geht eine Antwort.</translation>
    </message>
    <message>
        <source>Receive with all</source>
        <translation>Mit allem empfangen</translation>
    </message>
    <message>
        <source>Takes the oldest datagram and tells who sent it, whether it was cut, and what was lost.</source>
        <translation>Nimmt das älteste Datagramm und sagt, wer es gesendet hat, ob es abgeschnitten wurde und was verloren ging.</translation>
    </message>
    <message>
        <source>the datagram was longer</source>
        <translation>das Datagramm war länger</translation>
    </message>
    <message>
        <source>more was to be told</source>
        <translation>mehr war mitzuteilen</translation>
    </message>
    <message>
        <source>What happened to this datagram.</source>
        <translation>Was diesem Datagramm widerfuhr.</translation>
    </message>
    <message>
        <source>Lost so far</source>
        <translation>Bisher verloren</translation>
    </message>
    <message>
        <source>With SO_RXQ_OVFL: datagrams that found the buffer full, before this one came.</source>
        <translation>Mit SO_RXQ_OVFL: Datagramme, die den Puffer voll fanden, bevor dieses kam.</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Gesendet an</translation>
    </message>
    <message>
        <source>With IP_PKTINFO: the address that the sender used.</source>
        <translation>Mit IP_PKTINFO: die Adresse, die der Absender nahm.</translation>
    </message>
    <message>
        <source>Makes a socket without a name or a peer yet.</source>
        <translation>Macht einen Socket, noch ohne Namen und ohne Gegenseite.</translation>
    </message>
    <message>
        <source>What was made.</source>
        <translation>Was angelegt wurde.</translation>
    </message>
    <message>
        <source>Create pair</source>
        <translation>Paar anlegen</translation>
    </message>
    <message>
        <source>Makes two sockets that are connected to each other, without names: for a parent and its child.</source>
        <translation>Macht zwei miteinander verbundene Sockets ohne Namen: für einen Elternprozess und sein Kind.</translation>
    </message>
    <message>
        <source>First socket</source>
        <translation>Erster Socket</translation>
    </message>
    <message>
        <source>One end.</source>
        <translation>Ein Ende.</translation>
    </message>
    <message>
        <source>Second socket</source>
        <translation>Zweiter Socket</translation>
    </message>
    <message>
        <source>The other end; they are alike.</source>
        <translation>Das andere Ende; beide sind gleich.</translation>
    </message>
    <message>
        <source>The socket that gets the name.</source>
        <translation>Der Socket, der den Namen bekommt.</translation>
    </message>
    <message>
        <source>the kernel chooses an abstract name</source>
        <translation>der Kernel wählt einen abstrakten Namen</translation>
    </message>
    <message>
        <source>What kind of name.</source>
        <translation>Welche Art von Name.</translation>
    </message>
    <message>
        <source>Bind to a name</source>
        <translation>An Namen binden</translation>
    </message>
    <message>
        <source>Gives the socket a name under which others find it. A path becomes a file, which stays until somebody removes it.</source>
        <translation>Gibt dem Socket einen Namen, unter dem andere ihn finden. Aus einem Pfad wird eine Datei, die bleibt, bis jemand sie entfernt.</translation>
    </message>
    <message>
        <source>Something of this path is there already, perhaps left behind by a server that has ended; or a socket has this abstract name.</source>
        <translation>Unter diesem Pfad liegt schon etwas, vielleicht von einem Server zurückgelassen, der geendet hat; oder ein Socket hat diesen abstrakten Namen.</translation>
    </message>
    <message>
        <source>The socket has a name already, or the name is too long.</source>
        <translation>Der Socket hat schon einen Namen, oder der Name ist zu lang.</translation>
    </message>
    <message>
        <source>No abstract name is left that the kernel could choose, or the file system is full.</source>
        <translation>Es ist kein abstrakter Name mehr frei, den der Kernel wählen könnte, oder das Dateisystem ist voll.</translation>
    </message>
    <message>
        <source>From now on others may connect; they wait in a queue until they are accepted.</source>
        <translation>Von jetzt an dürfen sich andere verbinden; sie warten in einer Schlange, bis sie angenommen werden.</translation>
    </message>
    <message>
        <source>A socket with a name.</source>
        <translation>Ein Socket mit einem Namen.</translation>
    </message>
    <message>
        <source>When more than so many wait to be accepted, connecting sleeps; at most net.core.somaxconn.</source>
        <translation>Warten mehr als so viele darauf, angenommen zu werden, schläft, wer sich verbinden will; höchstens net.core.somaxconn.</translation>
    </message>
    <message>
        <source>The socket has no name, or is connected.</source>
        <translation>Der Socket hat keinen Namen, oder er ist verbunden.</translation>
    </message>
    <message>
        <source>Datagram sockets know no connections.</source>
        <translation>Datagramm-Sockets kennen keine Verbindungen.</translation>
    </message>
    <message>
        <source>Takes the first waiting connection: a new socket, of which the client has the other end. Sleeps while there is none.</source>
        <translation>Nimmt die erste wartende Verbindung an: ein neuer Socket, dessen anderes Ende der Client hat. Schläft, solange keine wartet.</translation>
    </message>
    <message>
        <source>A listening socket.</source>
        <translation>Ein lauschender Socket.</translation>
    </message>
    <message>
        <source>The server&apos;s end of the connection.</source>
        <translation>Das Ende der Verbindung, das der Server hat.</translation>
    </message>
    <message>
        <source>The listening socket does not block, or its SO_RCVTIMEO is over, and nobody has connected.</source>
        <translation>Der lauschende Socket blockiert nicht, oder sein SO_RCVTIMEO ist abgelaufen, und niemand hat sich verbunden.</translation>
    </message>
    <message>
        <source>The client gave up before it was accepted.</source>
        <translation>Der Client hat aufgegeben, bevor er angenommen wurde.</translation>
    </message>
    <message>
        <source>The address does not lie in memory of this process.</source>
        <translation>Die Adresse liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>A signal handler ran before somebody connected.</source>
        <translation>Ein Signalhandler lief, bevor sich jemand verbunden hat.</translation>
    </message>
    <message>
        <source>The socket does not listen, or was shut down.</source>
        <translation>Der Socket lauscht nicht, oder er wurde abgeschaltet.</translation>
    </message>
    <message>
        <source>a connection to {socket}</source>
        <translation>eine Verbindung zu {socket}</translation>
    </message>
    <message>
        <source>The socket that gets a peer.</source>
        <translation>Der Socket, der eine Gegenseite bekommt.</translation>
    </message>
    <message>
        <source>datagrams: no peer any more (AF_UNSPEC)</source>
        <translation>Datagramme: keine Gegenseite mehr (AF_UNSPEC)</translation>
    </message>
    <message>
        <source>What kind of name the peer has.</source>
        <translation>Welche Art von Name die Gegenseite hat.</translation>
    </message>
    <message>
        <source>Joins a listening socket&apos;s queue; it need not accept before bytes can be sent. A datagram socket only remembers whom send is for. Sleeps while the queue is full.</source>
        <translation>Reiht sich in die Schlange eines lauschenden Sockets ein; angenommen sein muss die Verbindung nicht, bevor Bytes gesendet werden. Ein Datagramm-Socket merkt sich nur, an wen send geht. Schläft, solange die Schlange voll ist.</translation>
    </message>
    <message>
        <source>The socket does not block, or its SO_SNDTIMEO is over, and the listener&apos;s queue is full.</source>
        <translation>Der Socket blockiert nicht, oder sein SO_SNDTIMEO ist abgelaufen, und die Schlange des Lauschenden ist voll.</translation>
    </message>
    <message>
        <source>Nobody listens there: the file of this name was left behind by a server that has ended, or the server does not listen yet.</source>
        <translation>Dort lauscht niemand: Die Datei dieses Namens hat ein Server zurückgelassen, der geendet hat, oder der Server lauscht noch nicht.</translation>
    </message>
    <message>
        <source>A signal handler ran while the listener&apos;s queue was full.</source>
        <translation>Ein Signalhandler lief, während die Schlange des Lauschenden voll war.</translation>
    </message>
    <message>
        <source>The name is too long, or this kind of socket cannot be disconnected, or it listens itself.</source>
        <translation>Der Name ist zu lang, oder diese Art von Socket kann nicht getrennt werden, oder er lauscht selbst.</translation>
    </message>
    <message>
        <source>The socket is connected already.</source>
        <translation>Der Socket ist schon verbunden.</translation>
    </message>
    <message>
        <source>That datagram socket is connected itself, and takes only from its own peer.</source>
        <translation>Jener Datagramm-Socket ist selbst verbunden und nimmt nur von seiner eigenen Gegenseite etwas an.</translation>
    </message>
    <message>
        <source>The socket of that name is of another type.</source>
        <translation>Der Socket dieses Namens ist von einem anderen Typ.</translation>
    </message>
    <message>
        <source>room among the connections that wait for {path} to accept</source>
        <translation>Platz unter den Verbindungen, die darauf warten, dass {path} sie annimmt</translation>
    </message>
    <message>
        <source>room among the connections that wait for {name} to accept</source>
        <translation>Platz unter den Verbindungen, die darauf warten, dass {name} sie annimmt</translation>
    </message>
    <message>
        <source>Ends one direction or both for everybody who has the socket: the peer reads end of file, or its sending fails.</source>
        <translation>Beendet eine Richtung oder beide für alle, die den Socket haben: Die Gegenseite liest das Dateiende, oder ihr Senden scheitert.</translation>
    </message>
    <message>
        <source>The socket to shut down; it stays open.</source>
        <translation>Der Socket, der abgeschaltet wird; er bleibt offen.</translation>
    </message>
    <message>
        <source>nothing comes in any more</source>
        <translation>es kommt nichts mehr herein</translation>
    </message>
    <message>
        <source>nothing is sent any more</source>
        <translation>es wird nichts mehr gesendet</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>keins von beiden</translation>
    </message>
    <message>
        <source>Which direction ends.</source>
        <translation>Welche Richtung endet.</translation>
    </message>
    <message>
        <source>The socket has no peer.</source>
        <translation>Der Socket hat keine Gegenseite.</translation>
    </message>
    <message>
        <source>Closes it in this process. The peer sees the end only when every process that has it has closed it; what nobody received is lost then.</source>
        <translation>Schließt ihn in diesem Prozess. Die Gegenseite sieht das Ende erst, wenn jeder Prozess, der ihn hat, ihn geschlossen hat; was niemand empfangen hat, ist dann verloren.</translation>
    </message>
    <message>
        <source>A socket, or a descriptor of another kind that was passed.</source>
        <translation>Ein Socket, oder ein übergebener Deskriptor anderer Art.</translation>
    </message>
    <message>
        <source>A signal came; it is closed all the same.</source>
        <translation>Ein Signal kam; geschlossen ist er trotzdem.</translation>
    </message>
    <message>
        <source>Remove path</source>
        <translation>Pfad entfernen</translation>
    </message>
    <message>
        <source>Removes the file of a socket&apos;s name; who is connected stays so, and nobody new finds it.</source>
        <translation>Entfernt die Datei eines Socket-Namens; wer verbunden ist, bleibt es, und niemand Neues findet ihn.</translation>
    </message>
    <message>
        <source>The socket&apos;s file; a file of any other kind is left alone.</source>
        <translation>Die Datei des Sockets; eine Datei anderer Art bleibt unberührt.</translation>
    </message>
    <message>
        <source>The directory is sticky and neither it nor the socket is the user&apos;s.</source>
        <translation>Das Verzeichnis hat das Sticky-Bit, und weder es noch der Socket gehört dem Benutzer.</translation>
    </message>
    <message>
        <source>Own name</source>
        <translation>Eigener Name</translation>
    </message>
    <message>
        <source>The name that the socket is bound to.</source>
        <translation>Der Name, an den der Socket gebunden ist.</translation>
    </message>
    <message>
        <source>Peer&apos;s name</source>
        <translation>Name der Gegenseite</translation>
    </message>
    <message>
        <source>The name that the socket at the other end is bound to; clients rarely have one.</source>
        <translation>Der Name, an den der Socket am anderen Ende gebunden ist; Clients haben selten einen.</translation>
    </message>
    <message>
        <source>bytes of memory for what was sent and not received</source>
        <translation>Bytes Speicher für Gesendetes, das noch nicht empfangen ist</translation>
    </message>
    <message>
        <source>has no effect on these sockets: the sender&apos;s buffer counts</source>
        <translation>bei diesen Sockets ohne Wirkung: der Puffer des Senders zählt</translation>
    </message>
    <message>
        <source>receive who sent it with every message</source>
        <translation>mit jeder Nachricht empfangen, wer sie gesendet hat</translation>
    </message>
    <message>
        <source>longest sleep of receive and accept</source>
        <translation>längster Schlaf von Empfangen und Annehmen</translation>
    </message>
    <message>
        <source>longest sleep of send and connect</source>
        <translation>längster Schlaf von Senden und Verbinden</translation>
    </message>
    <message>
        <source>Changes an option of the socket: buffer size, time-outs, credentials.</source>
        <translation>Ändert eine Option des Sockets: Puffergröße, Zeitgrenzen, Ausweis des Senders.</translation>
    </message>
    <message>
        <source>The socket whose option is set.</source>
        <translation>Der Socket, dessen Option gesetzt wird.</translation>
    </message>
    <message>
        <source>Bytes, or 0 and 1. The kernel doubles a buffer size, for its own needs, and keeps it between 4608 and net.core.wmem_max (or rmem_max).</source>
        <translation>Bytes, oder 0 und 1. Der Kernel verdoppelt eine Puffergröße für seinen eigenen Bedarf und hält sie zwischen 4608 und net.core.wmem_max (oder rmem_max).</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>After so long the call fails with EAGAIN; 0 = it sleeps as long as it takes.</source>
        <translation>Nach dieser Zeit scheitert der Aufruf mit EAGAIN; 0 = er schläft, solange es dauert.</translation>
    </message>
    <message>
        <source>The value does not lie in memory of this process.</source>
        <translation>Der Wert liegt nicht im Speicher dieses Prozesses.</translation>
    </message>
    <message>
        <source>SOCK_STREAM 1, SOCK_DGRAM 2, SOCK_SEQPACKET 5</source>
        <translation>SOCK_STREAM 1, SOCK_DGRAM 2, SOCK_SEQPACKET 5</translation>
    </message>
    <message>
        <source>1 if it listens</source>
        <translation>1, wenn er lauscht</translation>
    </message>
    <message>
        <source>the errno that the next call would say; asking clears it</source>
        <translation>die errno, die der nächste Aufruf melden würde; Fragen löscht sie</translation>
    </message>
    <message>
        <source>Get option</source>
        <translation>Option abfragen</translation>
    </message>
    <message>
        <source>Asks for an option of the socket.</source>
        <translation>Fragt nach einer Option des Sockets.</translation>
    </message>
    <message>
        <source>Of a buffer: twice what was asked for, because the kernel counts its own needs too.</source>
        <translation>Bei einem Puffer: das Doppelte des Verlangten, weil der Kernel seinen eigenen Bedarf mitzählt.</translation>
    </message>
    <message>
        <source>0 = it sleeps as long as it takes.</source>
        <translation>0 = er schläft, solange es dauert.</translation>
    </message>
    <message>
        <source>Peer&apos;s credentials</source>
        <translation>Ausweis der Gegenseite</translation>
    </message>
    <message>
        <source>Who connected, or listened, or made the pair, as the kernel noted it then (SO_PEERCRED): nobody can lie about it.</source>
        <translation>Wer sich verbunden, gelauscht oder das Paar angelegt hat, wie der Kernel es damals festhielt (SO_PEERCRED): Darüber kann niemand lügen.</translation>
    </message>
    <message>
        <source>A connected socket.</source>
        <translation>Ein verbundener Socket.</translation>
    </message>
    <message>
        <source>0 if there is no peer. It may have ended since, or passed the socket on.</source>
        <translation>0, wenn es keine Gegenseite gibt. Er kann seither geendet oder den Socket weitergegeben haben.</translation>
    </message>
    <message>
        <source>-1 if there is no peer.</source>
        <translation>-1, wenn es keine Gegenseite gibt.</translation>
    </message>
    <message>
        <source>User group</source>
        <translation>Benutzergruppe</translation>
    </message>
    <message>
        <source>How much waits to be received here, or at the other end.</source>
        <translation>Wie viel darauf wartet, hier oder am anderen Ende empfangen zu werden.</translation>
    </message>
    <message>
        <source>bytes to receive; of datagrams, those of the first</source>
        <translation>Bytes zum Empfangen; bei Datagrammen die des ersten</translation>
    </message>
    <message>
        <source>memory taken by what was sent and not received</source>
        <translation>Speicher, den Gesendetes und noch nicht Empfangenes belegt</translation>
    </message>
    <message>
        <source>What came in, or what went out.</source>
        <translation>Was hereinkam oder was hinausging.</translation>
    </message>
    <message>
        <source>SIOCOUTQ counts the kernel&apos;s bookkeeping as well.</source>
        <translation>SIOCOUTQ zählt die Buchführung des Kernels mit.</translation>
    </message>
    <message>
        <source>A listening socket has no bytes to receive.</source>
        <translation>Ein lauschender Socket hat keine Bytes zum Empfangen.</translation>
    </message>
    <message>
        <source>Makes calls on this socket sleep, or fail with EAGAIN instead (F_SETFL). Processes that share the socket share its flags.</source>
        <translation>Lässt Aufrufe auf diesem Socket schlafen oder stattdessen mit EAGAIN scheitern (F_SETFL). Prozesse, die sich den Socket teilen, teilen sich seine Flags.</translation>
    </message>
    <message>
        <source>The socket whose flags are set.</source>
        <translation>Der Socket, dessen Flags gesetzt werden.</translation>
    </message>
    <message>
        <source>a name in the file system</source>
        <translation>ein Name im Dateisystem</translation>
    </message>
    <message>
        <source>a name that only the kernel knows; it goes with the socket</source>
        <translation>ein Name, den nur der Kernel kennt; er vergeht mit dem Socket</translation>
    </message>
    <message>
        <source>At most 108 bytes; without a leading / in the private directory of the run.</source>
        <translation>Höchstens 108 Bytes; ohne führenden / im privaten Verzeichnis des Laufs.</translation>
    </message>
    <message>
        <source>Abstract name</source>
        <translation>Abstrakter Name</translation>
    </message>
    <message>
        <source>Any bytes, at most 107, the same for the whole machine. Usually written with @ before it, which does not belong to it.</source>
        <translation>Beliebige Bytes, höchstens 107, für die ganze Maschine gleich. Meist mit @ davor geschrieben, das nicht dazugehört.</translation>
    </message>
    <message>
        <source>A directory of the path, or the socket&apos;s file, does not admit this user.</source>
        <translation>Ein Verzeichnis des Pfads oder die Datei des Sockets lässt diesen Benutzer nicht zu.</translation>
    </message>
    <message>
        <source>it was never bound to a name</source>
        <translation>er wurde nie an einen Namen gebunden</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>Art der Adresse</translation>
    </message>
    <message>
        <source>What kind of name the sender, or the socket, has.</source>
        <translation>Welche Art von Name der Sender oder der Socket hat.</translation>
    </message>
    <message>
        <source>The path or the abstract name; not there if it has none.</source>
        <translation>Der Pfad oder der abstrakte Name; fehlt, wenn er keinen hat.</translation>
    </message>
    <message>
        <source>a connection that carries bytes; boundaries are not kept</source>
        <translation>eine Verbindung, die Bytes trägt; Grenzen bleiben nicht erhalten</translation>
    </message>
    <message>
        <source>whole messages, without a connection; none is lost or reordered</source>
        <translation>ganze Nachrichten ohne Verbindung; keine geht verloren oder überholt eine andere</translation>
    </message>
    <message>
        <source>a connection that carries whole messages</source>
        <translation>eine Verbindung, die ganze Nachrichten trägt</translation>
    </message>
    <message>
        <source>What the socket carries.</source>
        <translation>Was der Socket trägt.</translation>
    </message>
    <message>
        <source>Set as the descriptor is made.</source>
        <translation>Gesetzt, während der Deskriptor entsteht.</translation>
    </message>
    <message>
        <source>Bytes to receive</source>
        <translation>Bytes zum Empfangen</translation>
    </message>
    <message>
        <source>What came in and was not received yet; of datagrams, the first only.</source>
        <translation>Was hereinkam und noch nicht empfangen ist; bei Datagrammen nur das erste.</translation>
    </message>
    <message>
        <source>Memory of what was sent</source>
        <translation>Speicher des Gesendeten</translation>
    </message>
    <message>
        <source>Sent from here and not received at the other end, with the kernel&apos;s bookkeeping.</source>
        <translation>Von hier gesendet und am anderen Ende noch nicht empfangen, mit der Buchführung des Kernels.</translation>
    </message>
    <message>
        <source>What it carries.</source>
        <translation>Was er trägt.</translation>
    </message>
    <message>
        <source>it has no peer</source>
        <translation>er hat keine Gegenseite</translation>
    </message>
    <message>
        <source>others may connect</source>
        <translation>andere dürfen sich verbinden</translation>
    </message>
    <message>
        <source>it has a peer</source>
        <translation>er hat eine Gegenseite</translation>
    </message>
    <message>
        <source>Whether it has a peer.</source>
        <translation>Ob er eine Gegenseite hat.</translation>
    </message>
    <message>
        <source>What it is bound to; @ stands before an abstract name.</source>
        <translation>Woran er gebunden ist; @ steht vor einem abstrakten Namen.</translation>
    </message>
    <message>
        <source>What the other end is bound to.</source>
        <translation>Woran das andere Ende gebunden ist.</translation>
    </message>
    <message>
        <source>SO_SNDBUF: memory that unread bytes may take.</source>
        <translation>SO_SNDBUF: Speicher, den Ungelesenes belegen darf.</translation>
    </message>
    <message>
        <source>SO_RCVBUF: has no effect here.</source>
        <translation>SO_RCVBUF: hier ohne Wirkung.</translation>
    </message>
    <message>
        <source>Connections waiting</source>
        <translation>Wartende Verbindungen</translation>
    </message>
    <message>
        <source>Connected, and not accepted yet.</source>
        <translation>Verbunden und noch nicht angenommen.</translation>
    </message>
    <message>
        <source>More than so many make connecting sleep.</source>
        <translation>Mehr als so viele lassen das Verbinden schlafen.</translation>
    </message>
    <message>
        <source>bytes to receive</source>
        <translation>Bytes zum Empfangen</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Offene Datei</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>As /proc/PID/fd names it.</source>
        <translation>Wie /proc/PID/fd es nennt.</translation>
    </message>
    <message>
        <source>Of a file.</source>
        <translation>Einer Datei.</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>zum Lesen</translation>
    </message>
    <message>
        <source>to write</source>
        <translation>zum Schreiben</translation>
    </message>
    <message>
        <source>What it was opened for.</source>
        <translation>Wofür es geöffnet wurde.</translation>
    </message>
    <message>
        <source>Unix socket</source>
        <translation>Unix-Socket</translation>
    </message>
    <message>
        <source>Two-way connections and messages between processes of one machine, which can pass open descriptors and say who the sender is.</source>
        <translation>Verbindungen in beide Richtungen und Nachrichten zwischen Prozessen einer Maschine, die offene Deskriptoren übergeben und sagen können, wer der Sender ist.</translation>
    </message>
    <message>
        <source>Datagrams that may wait for one socket (the kernel lets one more in)</source>
        <translation>Datagramme, die auf einen Socket warten dürfen (eins mehr lässt der Kernel zu)</translation>
    </message>
    <message>
        <source>Largest backlog</source>
        <translation>Längste Warteschlange</translation>
    </message>
    <message>
        <source>Send buffer of a new socket</source>
        <translation>Sendepuffer eines neuen Sockets</translation>
    </message>
    <message>
        <source>Largest send buffer that may be asked for</source>
        <translation>Größter Sendepuffer, der verlangt werden darf</translation>
    </message>
    <message>
        <source>Passed descriptor</source>
        <translation>Übergebener Deskriptor</translation>
    </message>
    <message>
        <source>Who may write to the socket&apos;s file may connect to it, and who may write to its directory may remove it. Abstract names are open to everybody on the machine: ask for the peer&apos;s credentials.</source>
        <translation>Wer in die Datei des Sockets schreiben darf, darf sich mit ihm verbinden; wer in ihr Verzeichnis schreiben darf, darf sie entfernen. Abstrakte Namen stehen allen auf der Maschine offen: Fragen Sie nach dem Ausweis der Gegenseite.</translation>
    </message>
    <message>
        <source>this call does not sleep</source>
        <translation>dieser Aufruf schläft nicht</translation>
    </message>
    <message>
        <source>no SIGPIPE when nobody can receive: only EPIPE</source>
        <translation>kein SIGPIPE, wenn niemand empfangen kann: nur EPIPE</translation>
    </message>
    <message>
        <source>Without MSG_NOSIGNAL, sending to a closed connection kills the process with SIGPIPE.</source>
        <translation>Ohne MSG_NOSIGNAL beendet das Senden an eine geschlossene Verbindung den Prozess mit SIGPIPE.</translation>
    </message>
    <message>
        <source>It would have to wait for the receiver to make room, and the socket, the flag or SO_SNDTIMEO forbids it.</source>
        <translation>Er müsste warten, bis der Empfänger Platz macht, und der Socket, das Flag oder SO_SNDTIMEO verbietet es.</translation>
    </message>
    <message>
        <source>The socket, or a descriptor to be passed, is closed in this process.</source>
        <translation>Der Socket oder ein zu übergebender Deskriptor ist in diesem Prozess geschlossen.</translation>
    </message>
    <message>
        <source>The datagram socket that it goes to is closed.</source>
        <translation>Der Datagramm-Socket, an den es geht, ist geschlossen.</translation>
    </message>
    <message>
        <source>The peer closed the connection with bytes of ours unread, or chose another peer.</source>
        <translation>Die Gegenseite hat die Verbindung geschlossen, während Bytes von uns ungelesen waren, oder sich eine andere Gegenseite gewählt.</translation>
    </message>
    <message>
        <source>A signal handler ran before any byte was sent.</source>
        <translation>Ein Signalhandler lief, bevor ein Byte gesendet war.</translation>
    </message>
    <message>
        <source>A message of this length can never fit into the send buffer (SO_SNDBUF).</source>
        <translation>Eine Nachricht dieser Länge passt nie in den Sendepuffer (SO_SNDBUF).</translation>
    </message>
    <message>
        <source>The socket has no peer, and no address was given.</source>
        <translation>Der Socket hat keine Gegenseite, und es wurde keine Adresse angegeben.</translation>
    </message>
    <message>
        <source>The connection is shut down here, or the peer has closed it. Connections send SIGPIPE as well: only who ignores, blocks or handles it, or gives MSG_NOSIGNAL, gets to see this.</source>
        <translation>Die Verbindung ist hier abgeschaltet, oder die Gegenseite hat sie geschlossen. Bei Verbindungen kommt auch SIGPIPE: Nur wer es ignoriert, blockiert oder behandelt oder MSG_NOSIGNAL angibt, bekommt dies zu sehen.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>The connection has a peer: no other address can be given.</source>
        <translation>Die Verbindung hat eine Gegenseite: Eine andere Adresse kann nicht angegeben werden.</translation>
    </message>
    <message>
        <source>Nothing of this path is there.</source>
        <translation>Nichts liegt unter diesem Pfad.</translation>
    </message>
    <message>
        <source>A stream socket without a connection takes no address.</source>
        <translation>Ein Stream-Socket ohne Verbindung nimmt keine Adresse.</translation>
    </message>
    <message>
        <source>That socket is connected itself, and takes only from its own peer.</source>
        <translation>Jener Socket ist selbst verbunden und nimmt nur von seiner eigenen Gegenseite etwas an.</translation>
    </message>
    <message>
        <source>the receiver of {socket} to make room</source>
        <translation>den Empfänger von {socket}, der Platz schafft</translation>
    </message>
    <message>
        <source>Sends to the peer; sleeps while the receiver has no room.</source>
        <translation>Sendet an die Gegenseite; schläft, solange der Empfänger keinen Platz hat.</translation>
    </message>
    <message>
        <source>A socket that has a peer.</source>
        <translation>Ein Socket, der eine Gegenseite hat.</translation>
    </message>
    <message>
        <source>A datagram socket.</source>
        <translation>Ein Datagramm-Socket.</translation>
    </message>
    <message>
        <source>What kind of name the receiver has.</source>
        <translation>Welche Art von Name der Empfänger hat.</translation>
    </message>
    <message>
        <source>Send to a name</source>
        <translation>An einen Namen senden</translation>
    </message>
    <message>
        <source>Sends one datagram to the socket of this name; sleeps while its queue is full.</source>
        <translation>Sendet ein Datagramm an den Socket dieses Namens; schläft, solange dessen Schlange voll ist.</translation>
    </message>
    <message>
        <source>The socket to send by.</source>
        <translation>Der Socket, über den gesendet wird.</translation>
    </message>
    <message>
        <source>Any descriptor of this process, of any mechanism.</source>
        <translation>Ein beliebiger Deskriptor dieses Prozesses, von jedem Mechanismus.</translation>
    </message>
    <message>
        <source>Descriptors to pass</source>
        <translation>Zu übergebende Deskriptoren</translation>
    </message>
    <message>
        <source>The receiver gets descriptors of its own for the same open files (SCM_RIGHTS); at most 8 here, 253 for the kernel.</source>
        <translation>Der Empfänger bekommt eigene Deskriptoren für dieselben offenen Dateien (SCM_RIGHTS); hier höchstens 8, beim Kernel 253.</translation>
    </message>
    <message>
        <source>nothing is said of the sender</source>
        <translation>über den Sender wird nichts gesagt</translation>
    </message>
    <message>
        <source>those of this process</source>
        <translation>der dieses Prozesses</translation>
    </message>
    <message>
        <source>those given here: needs privileges</source>
        <translation>der hier angegebene: braucht Rechte</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Ausweis</translation>
    </message>
    <message>
        <source>Who sends (SCM_CREDENTIALS), as far as the kernel allows; a receiver with SO_PASSCRED sees it.</source>
        <translation>Wer sendet (SCM_CREDENTIALS), soweit der Kernel es erlaubt; ein Empfänger mit SO_PASSCRED sieht es.</translation>
    </message>
    <message>
        <source>The process that claims to send.</source>
        <translation>Der Prozess, der zu senden behauptet.</translation>
    </message>
    <message>
        <source>Its user.</source>
        <translation>Sein Benutzer.</translation>
    </message>
    <message>
        <source>Its group of users.</source>
        <translation>Seine Benutzergruppe.</translation>
    </message>
    <message>
        <source>the one it is connected to</source>
        <translation>die, mit der er verbunden ist</translation>
    </message>
    <message>
        <source>To whom; only datagram sockets take a name.</source>
        <translation>An wen; nur Datagramm-Sockets nehmen einen Namen.</translation>
    </message>
    <message>
        <source>The name is too long, or there is no such user.</source>
        <translation>Der Name ist zu lang, oder einen solchen Benutzer gibt es nicht.</translation>
    </message>
    <message>
        <source>Credentials of somebody else need privileges; or that socket is connected itself, and takes only from its own peer.</source>
        <translation>Der Ausweis eines anderen braucht Rechte; oder jener Socket ist selbst verbunden und nimmt nur von seiner eigenen Gegenseite etwas an.</translation>
    </message>
    <message>
        <source>There is no process with the number that was given.</source>
        <translation>Es gibt keinen Prozess mit der angegebenen Nummer.</translation>
    </message>
    <message>
        <source>More descriptors are on their way than this user may have open.</source>
        <translation>Mehr Deskriptoren sind unterwegs, als dieser Benutzer offen haben darf.</translation>
    </message>
    <message>
        <source>Send with descriptors</source>
        <translation>Mit Deskriptoren senden</translation>
    </message>
    <message>
        <source>Sends bytes, and beside them open descriptors and who the sender is.</source>
        <translation>Sendet Bytes und daneben offene Deskriptoren und wer der Sender ist.</translation>
    </message>
    <message>
        <source>At most so many bytes; what is left of a longer datagram is lost.</source>
        <translation>Höchstens so viele Bytes; was von einem längeren Datagramm übrig ist, ist verloren.</translation>
    </message>
    <message>
        <source>look only: it stays in the queue</source>
        <translation>nur ansehen: es bleibt in der Schlange</translation>
    </message>
    <message>
        <source>return the whole length of a datagram, even if it was cut</source>
        <translation>die ganze Länge eines Datagramms zurückgeben, auch wenn es gekürzt wurde</translation>
    </message>
    <message>
        <source>streams: sleep until all of the size is there</source>
        <translation>Streams: schlafen, bis die ganze Größe da ist</translation>
    </message>
    <message>
        <source>How to receive.</source>
        <translation>Wie empfangen wird.</translation>
    </message>
    <message>
        <source>The bytes that were received.</source>
        <translation>Die empfangenen Bytes.</translation>
    </message>
    <message>
        <source>Nothing is there, and the socket, the flag or SO_RCVTIMEO forbids to wait for it.</source>
        <translation>Nichts ist da, und der Socket, das Flag oder SO_RCVTIMEO verbietet, darauf zu warten.</translation>
    </message>
    <message>
        <source>The peer closed the connection without having received all that was sent to it.</source>
        <translation>Die Gegenseite hat die Verbindung geschlossen, ohne alles empfangen zu haben, was ihr gesendet wurde.</translation>
    </message>
    <message>
        <source>A signal handler ran before anything was there.</source>
        <translation>Ein Signalhandler lief, bevor etwas da war.</translation>
    </message>
    <message>
        <source>A stream socket without a connection cannot receive.</source>
        <translation>Ein Stream-Socket ohne Verbindung kann nicht empfangen.</translation>
    </message>
    <message>
        <source>A socket of type SOCK_SEQPACKET needs a connection.</source>
        <translation>Ein Socket vom Typ SOCK_SEQPACKET braucht eine Verbindung.</translation>
    </message>
    <message>
        <source>data for {socket}</source>
        <translation>Daten für {socket}</translation>
    </message>
    <message>
        <source>Takes bytes, or one message; sleeps while there are none. 0 = the peer has closed, or an empty message. Descriptors that came along are lost.</source>
        <translation>Nimmt Bytes oder eine Nachricht; schläft, solange nichts da ist. 0 = die Gegenseite hat geschlossen, oder eine leere Nachricht. Mitgekommene Deskriptoren gehen verloren.</translation>
    </message>
    <message>
        <source>The socket to receive from.</source>
        <translation>Der Socket, von dem empfangen wird.</translation>
    </message>
    <message>
        <source>Receive, and from whom</source>
        <translation>Empfangen, und von wem</translation>
    </message>
    <message>
        <source>As receive, and tells the name of the socket that sent it, if it has one.</source>
        <translation>Wie Empfangen, und sagt den Namen des sendenden Sockets, wenn er einen hat.</translation>
    </message>
    <message>
        <source>passed descriptors are closed by exec</source>
        <translation>übergebene Deskriptoren werden bei exec geschlossen</translation>
    </message>
    <message>
        <source>the message was longer: the rest is lost</source>
        <translation>die Nachricht war länger: der Rest ist verloren</translation>
    </message>
    <message>
        <source>there was no room for what came beside the bytes</source>
        <translation>für das, was neben den Bytes kam, war kein Platz</translation>
    </message>
    <message>
        <source>as it was asked for</source>
        <translation>wie verlangt</translation>
    </message>
    <message>
        <source>Message flags</source>
        <translation>Flags der Nachricht</translation>
    </message>
    <message>
        <source>What became of the message.</source>
        <translation>Was aus der Nachricht wurde.</translation>
    </message>
    <message>
        <source>Sender&apos;s process</source>
        <translation>Prozess des Senders</translation>
    </message>
    <message>
        <source>Sender&apos;s user</source>
        <translation>Benutzer des Senders</translation>
    </message>
    <message>
        <source>Sender&apos;s group</source>
        <translation>Gruppe des Senders</translation>
    </message>
    <message>
        <source>Only if SO_PASSCRED is set on the receiving socket.</source>
        <translation>Nur wenn SO_PASSCRED am empfangenden Socket gesetzt ist.</translation>
    </message>
    <message>
        <source>Descriptors passed</source>
        <translation>Übergebene Deskriptoren</translation>
    </message>
    <message>
        <source>How many came along; they are passed_1, passed_2 and so on.</source>
        <translation>Wie viele mitkamen; sie heißen passed_1, passed_2 und so weiter.</translation>
    </message>
    <message>
        <source>First descriptor</source>
        <translation>Erster Deskriptor</translation>
    </message>
    <message>
        <source>Second descriptor</source>
        <translation>Zweiter Deskriptor</translation>
    </message>
    <message>
        <source>Third descriptor</source>
        <translation>Dritter Deskriptor</translation>
    </message>
    <message>
        <source>Fourth descriptor</source>
        <translation>Vierter Deskriptor</translation>
    </message>
    <message>
        <source>Fifth descriptor</source>
        <translation>Fünfter Deskriptor</translation>
    </message>
    <message>
        <source>Sixth descriptor</source>
        <translation>Sechster Deskriptor</translation>
    </message>
    <message>
        <source>Seventh descriptor</source>
        <translation>Siebter Deskriptor</translation>
    </message>
    <message>
        <source>Eighth descriptor</source>
        <translation>Achter Deskriptor</translation>
    </message>
    <message>
        <source>Used as if it had been opened here, by the operations of its kind.</source>
        <translation>Wird benutzt, als wäre er hier geöffnet worden, mit den Operationen seiner Art.</translation>
    </message>
    <message>
        <source>Receive with descriptors</source>
        <translation>Mit Deskriptoren empfangen</translation>
    </message>
    <message>
        <source>As receive, and takes the descriptors that were passed and who the sender is.</source>
        <translation>Wie Empfangen, und nimmt übergebene Deskriptoren entgegen und wer der Sender ist.</translation>
    </message>
    <message>
        <source>Room for descriptors</source>
        <translation>Platz für Deskriptoren</translation>
    </message>
    <message>
        <source>More than so many are closed by the kernel, and MSG_CTRUNC says so.</source>
        <translation>Mehr als so viele schließt der Kernel, und MSG_CTRUNC sagt es.</translation>
    </message>
    <message>
        <source>Make context</source>
        <translation>Kontext anlegen</translation>
    </message>
    <message>
        <source>Makes what holds the sockets of a process, and the threads that move their messages.</source>
        <translation>Legt an, was die Sockets eines Prozesses enthält, und die Threads, die ihre Nachrichten befördern.</translation>
    </message>
    <message>
        <source>How many threads move messages.</source>
        <translation>Wie viele Threads Nachrichten befördern.</translation>
    </message>
    <message>
        <source>Most sockets</source>
        <translation>Höchstzahl der Sockets</translation>
    </message>
    <message>
        <source>How many sockets it may have.</source>
        <translation>Wie viele Sockets er haben darf.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>To make sockets in.</source>
        <translation>Um Sockets darin anzulegen.</translation>
    </message>
    <message>
        <source>This process has as many files open as it may have.</source>
        <translation>Dieser Prozess hat so viele Dateien offen, wie er darf.</translation>
    </message>
    <message>
        <source>Shut context down</source>
        <translation>Kontext abschalten</translation>
    </message>
    <message>
        <source>Whatever its sockets are asked from now on fails with ETERM.</source>
        <translation>Was seine Sockets von nun an tun sollen, schlägt mit ETERM fehl.</translation>
    </message>
    <message>
        <source>The context is gone.</source>
        <translation>Den Kontext gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>End context</source>
        <translation>Kontext beenden</translation>
    </message>
    <message>
        <source>Waits until all sockets are closed and what they had to send is sent, then ends it.</source>
        <translation>Wartet, bis alle Sockets geschlossen sind und gesendet ist, was sie zu senden hatten, und beendet ihn dann.</translation>
    </message>
    <message>
        <source>the sockets of {context} to be closed and their messages to be sent</source>
        <translation>das Schließen der Sockets von {context} und das Senden ihrer Nachrichten</translation>
    </message>
    <message>
        <source>Make socket</source>
        <translation>Socket anlegen</translation>
    </message>
    <message>
        <source>Makes a socket; its type says whom it can speak with, and in which order.</source>
        <translation>Legt einen Socket an; sein Typ sagt, mit wem er sprechen kann und in welcher Reihenfolge.</translation>
    </message>
    <message>
        <source>asks: sends one, receives one, and so on</source>
        <translation>fragt: sendet eine, empfängt eine, und so fort</translation>
    </message>
    <message>
        <source>answers: receives one, sends one, and so on</source>
        <translation>antwortet: empfängt eine, sendet eine, und so fort</translation>
    </message>
    <message>
        <source>publishes to all who subscribed; never waits</source>
        <translation>veröffentlicht an alle Abonnenten; wartet nie</translation>
    </message>
    <message>
        <source>receives what it has subscribed to</source>
        <translation>empfängt, was er abonniert hat</translation>
    </message>
    <message>
        <source>hands out: each message goes to one of the peers, by turns</source>
        <translation>teilt aus: jede Nachricht geht an einen der Partner, reihum</translation>
    </message>
    <message>
        <source>collects, from all peers by turns</source>
        <translation>sammelt ein, von allen Partnern reihum</translation>
    </message>
    <message>
        <source>asks without order: to its peers by turns</source>
        <translation>fragt ohne feste Reihenfolge: seine Partner reihum</translation>
    </message>
    <message>
        <source>answers without order: the first frame is the peer</source>
        <translation>antwortet ohne feste Reihenfolge: der erste Rahmen ist der Partner</translation>
    </message>
    <message>
        <source>exactly one peer, both ways</source>
        <translation>genau ein Partner, in beide Richtungen</translation>
    </message>
    <message>
        <source>publishes, and receives the subscriptions</source>
        <translation>veröffentlicht und empfängt die Abonnements</translation>
    </message>
    <message>
        <source>subscribes by sending messages</source>
        <translation>abonniert, indem er Nachrichten sendet</translation>
    </message>
    <message>
        <source>REQ speaks with REP or ROUTER, PUB with SUB, PUSH with PULL, DEALER with ROUTER, REP or DEALER.</source>
        <translation>REQ spricht mit REP oder ROUTER, PUB mit SUB, PUSH mit PULL, DEALER mit ROUTER, REP oder DEALER.</translation>
    </message>
    <message>
        <source>To be bound or connected.</source>
        <translation>Um ihn zu binden oder zu verbinden.</translation>
    </message>
    <message>
        <source>There is no such type.</source>
        <translation>Einen solchen Typ gibt es nicht.</translation>
    </message>
    <message>
        <source>The context has as many sockets as it may have.</source>
        <translation>Der Kontext hat so viele Sockets, wie er darf.</translation>
    </message>
    <message>
        <source>The context is shut down.</source>
        <translation>Der Kontext ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Bind</source>
        <translation>Binden</translation>
    </message>
    <message>
        <source>Listens at an endpoint. Who binds and who connects is independent of who sends.</source>
        <translation>Lauscht an einem Endpunkt. Wer bindet und wer verbindet, ist unabhängig davon, wer sendet.</translation>
    </message>
    <message>
        <source>ipc://name (in the private directory of the run), tcp://127.0.0.1:5555, tcp://127.0.0.1:* for any free port, inproc://name within this process.</source>
        <translation>ipc://name (im privaten Verzeichnis des Laufs), tcp://127.0.0.1:5555, tcp://127.0.0.1:* für irgendeinen freien Port, inproc://name innerhalb dieses Prozesses.</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Where it listens: with the port that was chosen.</source>
        <translation>Wo er lauscht: mit dem gewählten Port.</translation>
    </message>
    <message>
        <source>The directory does not admit this user, or the port is one of the system&apos;s.</source>
        <translation>Das Verzeichnis lässt diesen Benutzer nicht zu, oder der Port ist dem System vorbehalten.</translation>
    </message>
    <message>
        <source>Something else listens there.</source>
        <translation>Dort lauscht schon etwas anderes.</translation>
    </message>
    <message>
        <source>This machine does not have that address.</source>
        <translation>Dieser Rechner hat diese Adresse nicht.</translation>
    </message>
    <message>
        <source>This is not an endpoint: transport://address is one.</source>
        <translation>Das ist kein Endpunkt: transport://adresse ist einer.</translation>
    </message>
    <message>
        <source>The context has no threads to move messages.</source>
        <translation>Der Kontext hat keine Threads, um Nachrichten zu befördern.</translation>
    </message>
    <message>
        <source>The path is longer than a socket&apos;s name may be (107 bytes).</source>
        <translation>Der Pfad ist länger, als der Name eines Sockets sein darf (107 Bytes).</translation>
    </message>
    <message>
        <source>There is no such network interface.</source>
        <translation>Eine solche Netzwerkschnittstelle gibt es nicht.</translation>
    </message>
    <message>
        <source>Sockets of this type do not work over this transport.</source>
        <translation>Sockets dieses Typs arbeiten nicht über diesen Transport.</translation>
    </message>
    <message>
        <source>libzmq does not know this transport.</source>
        <translation>libzmq kennt diesen Transport nicht.</translation>
    </message>
    <message>
        <source>Connects to an endpoint, in the background: also to one that nobody has bound yet.</source>
        <translation>Verbindet sich mit einem Endpunkt, im Hintergrund: auch mit einem, den noch niemand gebunden hat.</translation>
    </message>
    <message>
        <source>Where another socket is bound, or will be.</source>
        <translation>Wo ein anderer Socket gebunden ist oder sein wird.</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>Bindung lösen</translation>
    </message>
    <message>
        <source>Listens at an endpoint no more; connections that stand remain.</source>
        <translation>Lauscht nicht mehr an einem Endpunkt; stehende Verbindungen bleiben.</translation>
    </message>
    <message>
        <source>Ends a connection; what was not sent over it is lost.</source>
        <translation>Beendet eine Verbindung; was nicht gesendet wurde, ist verloren.</translation>
    </message>
    <message>
        <source>As the call that bound or connected has it.</source>
        <translation>Wie beim Binden oder Verbinden.</translation>
    </message>
    <message>
        <source>The socket has nothing to do with this endpoint.</source>
        <translation>Der Socket hat mit diesem Endpunkt nichts zu tun.</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Puts a message of one or more frames into the queue to a peer: all of it, or nothing.</source>
        <translation>Stellt eine Nachricht aus einem oder mehreren Rahmen in die Warteschlange zu einem Partner: ganz oder gar nicht.</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>The parts of the message. A ROUTER&apos;s first one is the address of the peer.</source>
        <translation>Die Teile der Nachricht. Bei einem ROUTER ist der erste die Adresse des Partners.</translation>
    </message>
    <message>
        <source>How the last frame is written and sent.</source>
        <translation>Wie der letzte Rahmen geschrieben und gesendet wird.</translation>
    </message>
    <message>
        <source>What to do if there is no room for it, or no peer.</source>
        <translation>Was geschieht, wenn kein Platz dafür da ist oder kein Partner.</translation>
    </message>
    <message>
        <source>bytes of all frames</source>
        <translation>Bytes aller Rahmen</translation>
    </message>
    <message>
        <source>No peer has room for it, and waiting is not wanted, or has lasted long enough (ZMQ_SNDTIMEO).</source>
        <translation>Kein Partner hat Platz dafür, und Warten ist nicht erwünscht oder dauerte lange genug (ZMQ_SNDTIMEO).</translation>
    </message>
    <message>
        <source>It is not its turn: a REQ must receive the answer first, a REP the question.</source>
        <translation>Er ist nicht an der Reihe: ein REQ muss erst die Antwort empfangen, ein REP die Frage.</translation>
    </message>
    <message>
        <source>The ROUTER knows no peer of this address (ZMQ_ROUTER_MANDATORY).</source>
        <translation>Der ROUTER kennt keinen Partner mit dieser Adresse (ZMQ_ROUTER_MANDATORY).</translation>
    </message>
    <message>
        <source>Sockets of this type cannot send such a message.</source>
        <translation>Sockets dieses Typs können eine solche Nachricht nicht senden.</translation>
    </message>
    <message>
        <source>Sockets of this type do not send.</source>
        <translation>Sockets dieses Typs senden nicht.</translation>
    </message>
    <message>
        <source>a peer of {socket} with room for a message</source>
        <translation>einen Partner von {socket} mit Platz für eine Nachricht</translation>
    </message>
    <message>
        <source>Receive message</source>
        <translation>Nachricht empfangen</translation>
    </message>
    <message>
        <source>Takes the next message with all its frames; waits while there is none.</source>
        <translation>Entnimmt die nächste Nachricht mit allen Rahmen; wartet, solange keine da ist.</translation>
    </message>
    <message>
        <source>How the last frame is shown.</source>
        <translation>Wie der letzte Rahmen gezeigt wird.</translation>
    </message>
    <message>
        <source>What to do if there is nothing to receive.</source>
        <translation>Was geschieht, wenn nichts zu empfangen ist.</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>The address that a ROUTER has put in front: begins with 0 if the peer has none of its own.</source>
        <translation>Die Adresse, die ein ROUTER voranstellt: beginnt mit 0, wenn der Partner keine eigene hat.</translation>
    </message>
    <message>
        <source>The parts of the message, the last one decoded.</source>
        <translation>Die Teile der Nachricht, der letzte entschlüsselt.</translation>
    </message>
    <message>
        <source>Frames left out</source>
        <translation>Ausgelassene Rahmen</translation>
    </message>
    <message>
        <source>If there were more than 4096.</source>
        <translation>Wenn es mehr als 4096 waren.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Why the last frame could not be decoded.</source>
        <translation>Warum der letzte Rahmen nicht entschlüsselt werden konnte.</translation>
    </message>
    <message>
        <source>Nothing is there, and waiting is not wanted, or has lasted long enough (ZMQ_RCVTIMEO).</source>
        <translation>Nichts ist da, und Warten ist nicht erwünscht oder dauerte lange genug (ZMQ_RCVTIMEO).</translation>
    </message>
    <message>
        <source>It is not its turn: a REQ must send a question first, a REP the answer.</source>
        <translation>Er ist nicht an der Reihe: ein REQ muss erst eine Frage senden, ein REP die Antwort.</translation>
    </message>
    <message>
        <source>Sockets of this type do not receive.</source>
        <translation>Sockets dieses Typs empfangen nicht.</translation>
    </message>
    <message>
        <source>a message for {socket}</source>
        <translation>eine Nachricht für {socket}</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>Asks for all messages that begin so: without it a SUB receives nothing.</source>
        <translation>Bestellt alle Nachrichten, die so beginnen: ohne das empfängt ein SUB nichts.</translation>
    </message>
    <message>
        <source>Takes a subscription back.</source>
        <translation>Nimmt ein Abonnement zurück.</translation>
    </message>
    <message>
        <source>Only a SUB subscribes.</source>
        <translation>Nur ein SUB abonniert.</translation>
    </message>
    <message>
        <source>Sets an option of the socket; most count for what is bound or connected afterwards.</source>
        <translation>Setzt eine Option des Sockets; die meisten gelten für das, was danach gebunden oder verbunden wird.</translation>
    </message>
    <message>
        <source>Which.</source>
        <translation>Welche.</translation>
    </message>
    <message>
        <source>Times in ms.</source>
        <translation>Zeiten in ms.</translation>
    </message>
    <message>
        <source>The option does not take this value, or sockets of this type do not have it.</source>
        <translation>Die Option nimmt diesen Wert nicht, oder Sockets dieses Typs haben sie nicht.</translation>
    </message>
    <message>
        <source>Reads an option of the socket.</source>
        <translation>Liest eine Option des Sockets.</translation>
    </message>
    <message>
        <source>This option can only be set.</source>
        <translation>Diese Option kann nur gesetzt werden.</translation>
    </message>
    <message>
        <source>Set address</source>
        <translation>Adresse setzen</translation>
    </message>
    <message>
        <source>Says under which address a ROUTER shall know this socket; to be set before connecting.</source>
        <translation>Sagt, unter welcher Adresse ein ROUTER diesen Socket kennen soll; vor dem Verbinden zu setzen.</translation>
    </message>
    <message>
        <source>1 to 255 bytes, the first not 0.</source>
        <translation>1 bis 255 Bytes, das erste nicht 0.</translation>
    </message>
    <message>
        <source>An address has 1 to 255 bytes, the first not 0.</source>
        <translation>Eine Adresse hat 1 bis 255 Bytes, das erste nicht 0.</translation>
    </message>
    <message>
        <source>Close socket</source>
        <translation>Socket schließen</translation>
    </message>
    <message>
        <source>Closes it; what it still has to send is sent in the background, as ZMQ_LINGER says.</source>
        <translation>Schließt ihn; was er noch zu senden hat, wird im Hintergrund gesendet, wie ZMQ_LINGER es sagt.</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Flows are joined over the first one.</source>
        <translation>Flüsse werden über den ersten verbunden.</translation>
    </message>
    <message>
        <source>Something to receive</source>
        <translation>Etwas zu empfangen</translation>
    </message>
    <message>
        <source>Room to send</source>
        <translation>Platz zum Senden</translation>
    </message>
    <message>
        <source>Sending limit</source>
        <translation>Sendegrenze</translation>
    </message>
    <message>
        <source>Messages for each peer, ZMQ_SNDHWM.</source>
        <translation>Nachrichten für jeden Partner, ZMQ_SNDHWM.</translation>
    </message>
    <message>
        <source>Receiving limit</source>
        <translation>Empfangsgrenze</translation>
    </message>
    <message>
        <source>Messages of each peer, ZMQ_RCVHWM.</source>
        <translation>Nachrichten von jedem Partner, ZMQ_RCVHWM.</translation>
    </message>
    <message>
        <source>Linger, ms</source>
        <translation>Nachwirken, ms</translation>
    </message>
    <message>
        <source>-1 = until all is sent.</source>
        <translation>-1 = bis alles gesendet ist.</translation>
    </message>
    <message>
        <source>ZeroMQ</source>
        <translation>ZeroMQ</translation>
    </message>
    <message>
        <source>Whole messages between processes or machines, in patterns: ask and answer, publish, hand out.</source>
        <translation>Ganze Nachrichten zwischen Prozessen oder Rechnern, in Mustern: fragen und antworten, veröffentlichen, austeilen.</translation>
    </message>
    <message>
        <source>Whoever reaches the endpoint may connect: over ipc the permissions of the socket&apos;s file decide, over tcp only the network does.</source>
        <translation>Wer den Endpunkt erreicht, darf sich verbinden: über ipc entscheiden die Rechte der Socket-Datei, über tcp nur das Netz.</translation>
    </message>
    <message>
        <source>One that this worker has made.</source>
        <translation>Einer, den dieser Worker angelegt hat.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>How the first frame begins; empty = everything.</source>
        <translation>Wie der erste Rahmen beginnt; leer = alles.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie er ist</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>JSON here, CBOR on the way: shorter, and typed</source>
        <translation>hier JSON, unterwegs CBOR: kürzer und mit Typen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>The frames as they travelled, with a space between, without the address of a peer.</source>
        <translation>Die Rahmen, wie sie unterwegs waren, mit einem Leerzeichen dazwischen, ohne die Adresse eines Partners.</translation>
    </message>
    <message>
        <source>The socket is closed.</source>
        <translation>Der Socket ist geschlossen.</translation>
    </message>
    <message>
        <source>The context is shut down: its sockets can only be closed.</source>
        <translation>Der Kontext ist abgeschaltet: seine Sockets können nur noch geschlossen werden.</translation>
    </message>
    <message>
        <source>so many messages may wait for each peer to take them; 0 = any number</source>
        <translation>so viele Nachrichten dürfen auf jeden Partner warten; 0 = beliebig viele</translation>
    </message>
    <message>
        <source>so many messages of each peer may wait to be received; 0 = any number</source>
        <translation>so viele Nachrichten jedes Partners dürfen auf den Empfang warten; 0 = beliebig viele</translation>
    </message>
    <message>
        <source>how long a send waits, in ms; -1 = as long as it takes</source>
        <translation>wie lange ein Senden wartet, in ms; -1 = solange es dauert</translation>
    </message>
    <message>
        <source>how long a receive waits, in ms; -1 = as long as it takes</source>
        <translation>wie lange ein Empfangen wartet, in ms; -1 = solange es dauert</translation>
    </message>
    <message>
        <source>how long unsent messages outlive the socket, in ms; -1 = until they are sent</source>
        <translation>wie lange ungesendete Nachrichten den Socket überleben, in ms; -1 = bis sie gesendet sind</translation>
    </message>
    <message>
        <source>1 = queue only for connections that stand</source>
        <translation>1 = nur für stehende Verbindungen einreihen</translation>
    </message>
    <message>
        <source>1 = keep the newest message only</source>
        <translation>1 = nur die neueste Nachricht behalten</translation>
    </message>
    <message>
        <source>1 = EHOSTUNREACH for an unknown address, instead of dropping the message</source>
        <translation>1 = EHOSTUNREACH bei unbekannter Adresse, statt die Nachricht zu verwerfen</translation>
    </message>
    <message>
        <source>1 = number requests, and take no other answer</source>
        <translation>1 = Fragen nummerieren und keine andere Antwort nehmen</translation>
    </message>
    <message>
        <source>1 = a new request may be sent before the answer came</source>
        <translation>1 = eine neue Frage darf vor der Antwort gesendet werden</translation>
    </message>
    <message>
        <source>1 = tell every subscription, not only new ones</source>
        <translation>1 = jedes Abonnement melden, nicht nur neue</translation>
    </message>
    <message>
        <source>how long to wait before connecting again, in ms</source>
        <translation>wie lange vor dem nächsten Verbindungsversuch gewartet wird, in ms</translation>
    </message>
    <message>
        <source>how many connections may wait to be accepted</source>
        <translation>wie viele Verbindungen auf die Annahme warten dürfen</translation>
    </message>
    <message>
        <source>the kernel&apos;s sending buffer, in bytes; -1 = the usual one</source>
        <translation>der Sendepuffer des Kernels, in Bytes; -1 = der übliche</translation>
    </message>
    <message>
        <source>the kernel&apos;s receiving buffer, in bytes; -1 = the usual one</source>
        <translation>der Empfangspuffer des Kernels, in Bytes; -1 = der übliche</translation>
    </message>
    <message>
        <source>1 = IPv6 as well</source>
        <translation>1 = auch IPv6</translation>
    </message>
    <message>
        <source>only to be read: more frames of this message follow</source>
        <translation>nur lesbar: weitere Rahmen dieser Nachricht folgen</translation>
    </message>
    <message>
        <source>only to be read: 1 = something to receive, 2 = room to send, 3 = both</source>
        <translation>nur lesbar: 1 = etwas zu empfangen, 2 = Platz zum Senden, 3 = beides</translation>
    </message>
    <message>
        <source>only to be read: the number of the socket&apos;s type</source>
        <translation>nur lesbar: die Nummer des Socket-Typs</translation>
    </message>
    <message>
        <source>any descriptor</source>
        <translation>irgendein Deskriptor</translation>
    </message>
    <message>
        <source>any shared mapping</source>
        <translation>irgendein gemeinsam genutzter Speicherbereich</translation>
    </message>
    <message>
        <source>The path, or the abstract name, that it has now.</source>
        <translation>Der Pfad oder der abstrakte Name, den er jetzt hat.</translation>
    </message>
    <message>
        <source>Watch number</source>
        <translation>Nummer der Beobachtung</translation>
    </message>
    <message>
        <source>it also gets what only other sockets of the machine have joined; on from the start</source>
        <translation>er bekommt auch das, wofür nur andere Sockets des Rechners beigetreten sind; von Anfang an so</translation>
    </message>
    <message>
        <source>The call came to this connection itself, which cannot answer while it waits.</source>
        <translation>Der Aufruf kam bei dieser Verbindung selbst an, die nicht antworten kann, während sie wartet.</translation>
    </message>
    <message>
        <source>what does not match</source>
        <translation>was nicht passt</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist gleich</translation>
    </message>
    <message>
        <source>is another than</source>
        <translation>ist ungleich</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>a regular expression is found in it</source>
        <translation>ein regulärer Ausdruck findet sich darin</translation>
    </message>
    <message>
        <source>is one of {a, b}, or within 1..5</source>
        <translation>ist eines von {a, b}, oder in 1..5</translation>
    </message>
    <message>
        <source>both sides match</source>
        <translation>beide Seiten passen</translation>
    </message>
    <message>
        <source>one of both sides matches, or both</source>
        <translation>eine von beiden Seiten passt, oder beide</translation>
    </message>
    <message>
        <source>one of several values: {a, b}</source>
        <translation>einer von mehreren Werten: {a, b}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a duration</source>
        <translation>eine Dauer</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>eine Anzahl Bytes</translation>
    </message>
    <message>
        <source>a time since the beginning</source>
        <translation>eine Zeit seit dem Beginn</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>a choice</source>
        <translation>eine Auswahl</translation>
    </message>
    <message>
        <source>an errno</source>
        <translation>eine errno</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>Whose event it is, by name.</source>
        <translation>Wessen Ereignis es ist, beim Namen.</translation>
    </message>
    <message>
        <source>The operation, with its mechanism: pipe.write.</source>
        <translation>Die Operation mit ihrem Mechanismus: pipe.write.</translation>
    </message>
    <message>
        <source>The operation without its mechanism: write, of any of them.</source>
        <translation>Die Operation ohne ihren Mechanismus: write, von jedem.</translation>
    </message>
    <message>
        <source>The kind of IPC: pipe.</source>
        <translation>Die Art der IPC: pipe.</translation>
    </message>
    <message>
        <source>The object acted on: as the program names it, its path, or its key.</source>
        <translation>Das Objekt, an dem gehandelt wird: wie das Programm es nennt, sein Pfad oder sein Schlüssel.</translation>
    </message>
    <message>
        <source>Why the call failed; alone: that it did.</source>
        <translation>Warum der Aufruf scheiterte; allein: dass er scheiterte.</translation>
    </message>
    <message>
        <source>The call came back with an errno.</source>
        <translation>Der Aufruf kam mit einer errno zurück.</translation>
    </message>
    <message>
        <source>The call came back without an errno.</source>
        <translation>Der Aufruf kam ohne errno zurück.</translation>
    </message>
    <message>
        <source>The call slept in the kernel before it came back, or sleeps there now.</source>
        <translation>Der Aufruf schlief im Kernel, bevor er zurückkam, oder schläft dort jetzt.</translation>
    </message>
    <message>
        <source>How long the call took; of its return only.</source>
        <translation>Wie lange der Aufruf dauerte; nur von seiner Rückkehr.</translation>
    </message>
    <message>
        <source>What the call returned; of a signal its number, of a level its value.</source>
        <translation>Was der Aufruf zurückgab; bei einem Signal seine Nummer, bei einem Pegel sein Wert.</translation>
    </message>
    <message>
        <source>Length of the payload, before it was cut; alone: that there is one.</source>
        <translation>Länge der Nutzdaten, ehe sie gekürzt wurden; allein: dass es welche gibt.</translation>
    </message>
    <message>
        <source>The octets that travelled, as far as captured.</source>
        <translation>Die Oktette, die unterwegs waren, soweit aufgezeichnet.</translation>
    </message>
    <message>
        <source>The call as the program writes it, with its arguments.</source>
        <translation>Der Aufruf, wie das Programm ihn schreibt, mit seinen Argumenten.</translation>
    </message>
    <message>
        <source>When, since the run began.</source>
        <translation>Wann, seit der Lauf begann.</translation>
    </message>
    <message>
        <source>A call begins or comes back; something happened; a level changed; events were lost; a note.</source>
        <translation>Ein Aufruf beginnt oder kommt zurück; etwas geschah; ein Pegel änderte sich; Ereignisse gingen verloren; eine Bemerkung.</translation>
    </message>
    <message>
        <source>Number of the joined pair of sending and receiving; alone: it is joined.</source>
        <translation>Nummer des verbundenen Paares aus Senden und Empfangen; allein: dass es verbunden ist.</translation>
    </message>
    <message>
        <source>The worker at the other end of the flow.</source>
        <translation>Der Worker am anderen Ende des Flusses.</translation>
    </message>
    <message>
        <source>Events were lost here: the ring was full.</source>
        <translation>Hier gingen Ereignisse verloren: der Ring war voll.</translation>
    </message>
    <message>
        <source>The process died inside the call.</source>
        <translation>Der Prozess starb in dem Aufruf.</translation>
    </message>
    <message>
        <source>The line of the program.</source>
        <translation>Die Zeile des Programms.</translation>
    </message>
    <message>
        <source>The process id of the worker.</source>
        <translation>Die Prozess-ID des Workers.</translation>
    </message>
    <message>
        <source>The number of the event, from 0.</source>
        <translation>Die Nummer des Ereignisses, von 0 an.</translation>
    </message>
    <message>
        <source>Which level of the object changed, from 0 (the n-th semaphore of a set).</source>
        <translation>Welcher Pegel des Objekts sich änderte, von 0 an (der n-te Semaphor einer Menge).</translation>
    </message>
    <message>
        <source>possible deadlock</source>
        <translation>möglicher Deadlock</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>Deadlock</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Take these locks in the same order everywhere.</source>
        <translation>Diese Sperren überall in derselben Reihenfolge nehmen.</translation>
    </message>
    <message>
        <source>Not certain: a semaphore has no owner, so whoever has {object} could post to it.</source>
        <translation>Nicht sicher: ein Semaphor hat keinen Besitzer, also könnte jeder, der {object} hat, ihn erhöhen.</translation>
    </message>
    <message>
        <source>{worker} held {held} ({held_line}) when it took {wanted} ({line}).</source>
        <translation>{worker} hielt {held} ({held_line}), als er {wanted} nahm ({line}).</translation>
    </message>
    <message>
        <source>At the wrong moment each waits for the other for ever: take them in the same order everywhere.</source>
        <translation>Im falschen Moment wartet jeder für immer auf den anderen: überall in derselben Reihenfolge nehmen.</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>Zeile {n}</translation>
    </message>
    <message>
        <source>event {n}</source>
        <translation>Ereignis {n}</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation> und {n} weitere</translation>
    </message>
    <message>
        <source>{what}, held by {names}</source>
        <translation>{what}, gehalten von {names}</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>{what} ({names})</source>
        <translation>{what} ({names})</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>{worker} waits for {what}, but it has {handle} open itself.</source>
        <translation>{worker} wartet auf {what}, hat aber selbst {handle} offen.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}: {n} more must come, but only {m} are left that could.</source>
        <translation>{worker} wartet auf {what}: {n} weitere müssen kommen, aber nur {m} sind übrig, die es könnten.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}: {n} more must come, of {names}.</source>
        <translation>{worker} wartet auf {what}: {n} weitere müssen kommen, von {names}.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}; of this run only {worker} itself could do that, through {handle}.</source>
        <translation>{worker} wartet auf {what}; in diesem Lauf könnte das nur {worker} selbst tun, über {handle}.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}, but the only one left that could do that is {worker} itself, through {handle}.</source>
        <translation>{worker} wartet auf {what}, aber der Einzige, der das noch könnte, ist {worker} selbst, über {handle}.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}; nobody of this run can do that.</source>
        <translation>{worker} wartet auf {what}; niemand in diesem Lauf kann das tun.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}, but nobody is left that could.</source>
        <translation>{worker} wartet auf {what}, aber niemand ist übrig, der es könnte.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}: {names} could do that.</source>
        <translation>{worker} wartet auf {what}: {names} könnte das tun.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}.</source>
        <translation>{worker} wartet auf {what}.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}, but {holder} was killed while it held it (since {since}).</source>
        <translation>{worker} wartet auf {what}, aber {holder} wurde getötet, während er es hielt (seit {since}).</translation>
    </message>
    <message>
        <source>{worker} waits for {what}, but {holder} has ended without giving that up (held since {since}).</source>
        <translation>{worker} wartet auf {what}, aber {holder} ist zu Ende, ohne es freizugeben (gehalten seit {since}).</translation>
    </message>
    <message>
        <source>{worker} waits for {what}, behind {holder}.</source>
        <translation>{worker} wartet auf {what}, hinter {holder}.</translation>
    </message>
    <message>
        <source>{worker} waits for {what}, which it holds itself (since {since}).</source>
        <translation>{worker} wartet auf {what}, hält es aber selbst (seit {since}).</translation>
    </message>
    <message>
        <source>{worker} waits for {what}: {holder} holds it (since {since}).</source>
        <translation>{worker} wartet auf {what}: {holder} hält es (seit {since}).</translation>
    </message>
    <message>
        <source>{worker} waits for {what}; who holds it is not known: no worker of this run.</source>
        <translation>{worker} wartet auf {what}; wer es hält, ist nicht bekannt: kein Worker dieses Laufs.</translation>
    </message>
    <message>
        <source>It comes back by itself after {seconds} s.</source>
        <translation>Er kommt nach {seconds} s von selbst zurück.</translation>
    </message>
    <message>
        <source>It comes back by itself after a while.</source>
        <translation>Er kommt nach einer Weile von selbst zurück.</translation>
    </message>
    <message>
        <source>{name} is idle: it is up to you.</source>
        <translation>{name} ist untätig: es liegt an dir.</translation>
    </message>
    <message>
        <source>{names} are idle: it is up to you.</source>
        <translation>{names} sind untätig: es liegt an dir.</translation>
    </message>
    <message>
        <source>The last {operation} was by {name} ({line}).</source>
        <translation>Das letzte {operation} war von {name} ({line}).</translation>
    </message>
    <message>
        <source>Not certain: another program of this machine could do what {worker} waits for.</source>
        <translation>Nicht sicher: ein anderes Programm dieser Maschine könnte tun, worauf {worker} wartet.</translation>
    </message>
    <message>
        <source>Not certain: another program of this machine could use {object} ({label}).</source>
        <translation>Nicht sicher: ein anderes Programm dieser Maschine könnte {object} ({label}) benutzen.</translation>
    </message>
    <message>
        <source>Let {name} give {object} up.</source>
        <translation>{name} {object} freigeben lassen.</translation>
    </message>
    <message>
        <source>Let {name} end.</source>
        <translation>{name} enden lassen.</translation>
    </message>
    <message>
        <source>Let {name} do {operation}.</source>
        <translation>{name} {operation} tun lassen.</translation>
    </message>
    <message>
        <source>Close {handle} in {worker} first.</source>
        <translation>Zuerst {handle} in {worker} schließen.</translation>
    </message>
    <message>
        <source>Nobody will give {object} up any more: make it robust, or do not end a process that holds a lock.</source>
        <translation>Niemand wird {object} mehr freigeben: es robust machen, oder keinen Prozess beenden, der eine Sperre hält.</translation>
    </message>
    <message>
        <source>{worker} has to give {object} up before it takes it again.</source>
        <translation>{worker} muss {object} freigeben, bevor er es wieder nimmt.</translation>
    </message>
    <message>
        <source>Close {handle} in {worker} before it waits: as long as it is open, the wait cannot end.</source>
        <translation>{handle} in {worker} schließen, bevor er wartet: solange es offen ist, kann das Warten nicht enden.</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>different</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>later than its limit</source>
        <translation>später als erlaubt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>nur in der zweiten</translation>
    </message>
    <message>
        <source>Signal descriptor</source>
        <translation>Signal-Deskriptor</translation>
    </message>
    <message>
        <source>Those that are read from it.</source>
        <translation>Die, die von ihm gelesen werden.</translation>
    </message>
    <message>
        <source>Timer descriptor</source>
        <translation>Zeitgeber-Deskriptor</translation>
    </message>
    <message>
        <source>Which clock it goes by.</source>
        <translation>Nach welcher Uhr er geht.</translation>
    </message>
    <message>
        <source>Expirations</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Since it was last read or set.</source>
        <translation>Seit er zuletzt gelesen oder gestellt wurde.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Until it expires next; 0 = it is not armed.</source>
        <translation>Bis er das nächste Mal abläuft; 0 = er ist nicht gestellt.</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>0 = it expires only once.</source>
        <translation>0 = er läuft nur einmal ab.</translation>
    </message>
    <message>
        <source>Event poll</source>
        <translation>Ereignis-Abfrage (epoll)</translation>
    </message>
    <message>
        <source>Descriptors that it watches.</source>
        <translation>Deskriptoren, die er beobachtet.</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Each descriptor, as its number was when it was added, and the events that are asked for.</source>
        <translation>Jeder Deskriptor mit seiner Nummer, als er hinzukam, und die erfragten Ereignisse.</translation>
    </message>
    <message>
        <source>File watch (inotify)</source>
        <translation>Dateibeobachtung (inotify)</translation>
    </message>
    <message>
        <source>Files and directories that it watches.</source>
        <translation>Dateien und Verzeichnisse, die er beobachtet.</translation>
    </message>
    <message>
        <source>Each by device and inode, with the events that are asked for. The kernel keeps no path.</source>
        <translation>Jede nach Gerät und Inode, mit den erfragten Ereignissen. Der Kernel merkt sich keinen Pfad.</translation>
    </message>
    <message>
        <source>Process descriptor</source>
        <translation>Prozess-Deskriptor</translation>
    </message>
    <message>
        <source>Which process it stands for; nothing = it has ended.</source>
        <translation>Für welchen Prozess er steht; nichts = er ist beendet.</translation>
    </message>
    <message>
        <source>Event descriptors</source>
        <translation>Ereignis-Deskriptoren</translation>
    </message>
    <message>
        <source>A unique name, which the bus gave to a connection.</source>
        <translation>Ein eindeutiger Name, den der Bus einer Verbindung gab.</translation>
    </message>
    <message>
        <source>The connection that has the name now.</source>
        <translation>Die Verbindung, die den Namen jetzt hat.</translation>
    </message>
    <message>
        <source>What the connection can be called by.</source>
        <translation>Womit die Verbindung gerufen werden kann.</translation>
    </message>
    <message>
        <source>As the bus tells it: who connected.</source>
        <translation>Wie der Bus es sagt: wer sich verbunden hat.</translation>
    </message>
    <message>
        <source>Can be started</source>
        <translation>Kann gestartet werden</translation>
    </message>
    <message>
        <source>A message to the name starts the service if nobody has it.</source>
        <translation>Eine Nachricht an den Namen startet den Dienst, wenn ihn niemand hat.</translation>
    </message>
    <message>
        <source>D-Bus name</source>
        <translation>D-Bus-Name</translation>
    </message>
    <message>
        <source>D-Bus names and connections</source>
        <translation>D-Bus-Namen und -Verbindungen</translation>
    </message>
    <message>
        <source>Event counters (eventfd)</source>
        <translation>Ereigniszähler (eventfd)</translation>
    </message>
    <message>
        <source>Does not block</source>
        <translation>Blockiert nicht</translation>
    </message>
    <message>
        <source>O_NONBLOCK is set: calls fail instead of sleeping.</source>
        <translation>O_NONBLOCK ist gesetzt: Aufrufe scheitern, statt zu schlafen.</translation>
    </message>
    <message>
        <source>As its holders see it; in another file system tree it may be elsewhere.</source>
        <translation>Wie seine Halter ihn sehen; in einem anderen Dateibaum kann er anderswo liegen.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Major and minor number of its file system.</source>
        <translation>Haupt- und Nebennummer seines Dateisystems.</translation>
    </message>
    <message>
        <source>Of its file: with the device, this is which FIFO it is.</source>
        <translation>Seiner Datei: zusammen mit dem Gerät sagt das, welche FIFO es ist.</translation>
    </message>
    <message>
        <source>Remove FIFO</source>
        <translation>FIFO entfernen</translation>
    </message>
    <message>
        <source>Only the name goes. It is done only if nobody has the FIFO open.</source>
        <translation>Nur der Name geht. Es geschieht nur, wenn niemand die FIFO offen hat.</translation>
    </message>
    <message>
        <source>Write to it</source>
        <translation>Hineinschreiben</translation>
    </message>
    <message>
        <source>A reader that waits in open goes on, and readers see no end of file as long as this is open. It sleeps until there is a reader.</source>
        <translation>Ein Leser, der in open wartet, läuft weiter, und Leser sehen kein Dateiende, solange dies offen ist. Es schläft, bis es einen Leser gibt.</translation>
    </message>
    <message>
        <source>Read from it</source>
        <translation>Daraus lesen</translation>
    </message>
    <message>
        <source>A writer that waits in open goes on, and gets SIGPIPE when this is closed. What is read here nobody else gets. It sleeps until there is a writer.</source>
        <translation>Ein Schreiber, der in open wartet, läuft weiter und erhält SIGPIPE, wenn dies geschlossen wird. Was hier gelesen wird, erhält sonst niemand. Es schläft, bis es einen Schreiber gibt.</translation>
    </message>
    <message>
        <source>FIFOs</source>
        <translation>FIFOs</translation>
    </message>
    <message>
        <source>fcntl, held by a process</source>
        <translation>fcntl, gehalten von einem Prozess</translation>
    </message>
    <message>
        <source>fcntl, held by an open file</source>
        <translation>fcntl, gehalten von einer offenen Datei</translation>
    </message>
    <message>
        <source>flock, held by an open file</source>
        <translation>flock, gehalten von einer offenen Datei</translation>
    </message>
    <message>
        <source>told before others open the file</source>
        <translation>wird benachrichtigt, bevor andere die Datei öffnen</translation>
    </message>
    <message>
        <source>a lease of a file server</source>
        <translation>eine Frist eines Dateiservers</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>exclusive</source>
        <translation>ausschließlich</translation>
    </message>
    <message>
        <source>Mandatory</source>
        <translation>Zwingend</translation>
    </message>
    <message>
        <source>How many requests wait behind it.</source>
        <translation>Wie viele Anforderungen dahinter warten.</translation>
    </message>
    <message>
        <source>Major and minor number of the file system, hexadecimal.</source>
        <translation>Haupt- und Nebennummer des Dateisystems, hexadezimal.</translation>
    </message>
    <message>
        <source>File lock</source>
        <translation>Dateisperre</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>Abgebildet</translation>
    </message>
    <message>
        <source>The longest mapping of one process.</source>
        <translation>Die längste Abbildung eines Prozesses.</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesend</translation>
    </message>
    <message>
        <source>Processes that have mapped it and may only read.</source>
        <translation>Prozesse, die es abgebildet haben und nur lesen dürfen.</translation>
    </message>
    <message>
        <source>Processes that have mapped it and may write.</source>
        <translation>Prozesse, die es abgebildet haben und schreiben dürfen.</translation>
    </message>
    <message>
        <source>Shared mapping</source>
        <translation>Gemeinsame Abbildung</translation>
    </message>
    <message>
        <source>File locks and shared mappings</source>
        <translation>Dateisperren und gemeinsame Abbildungen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Where the limit is set.</source>
        <translation>Wo die Grenze gesetzt wird.</translation>
    </message>
    <message>
        <source>Limits of this machine</source>
        <translation>Grenzen dieses Rechners</translation>
    </message>
    <message>
        <source>Limit of memory</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>Pipes</translation>
    </message>
    <message>
        <source>How many bytes these hold together (QSIZE).</source>
        <translation>Wie viele Bytes diese zusammen enthalten (QSIZE).</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>When a message was last sent or received, or the queue was made.</source>
        <translation>Wann zuletzt eine Nachricht gesendet oder empfangen oder die Warteschlange angelegt wurde.</translation>
    </message>
    <message>
        <source>Nobody can open it any more; who has it open goes on using it. With nobody, its messages are lost.</source>
        <translation>Niemand kann sie mehr öffnen; wer sie offen hat, benutzt sie weiter. Hat sie niemand, sind ihre Nachrichten verloren.</translation>
    </message>
    <message>
        <source>Change permissions</source>
        <translation>Rechte ändern</translation>
    </message>
    <message>
        <source>Processes that open it later may be refused; those that have it keep it.</source>
        <translation>Prozesse, die es später öffnen, können abgewiesen werden; wer es hat, behält es.</translation>
    </message>
    <message>
        <source>Who may receive (read) and send (write).</source>
        <translation>Wer empfangen (lesen) und senden (schreiben) darf.</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>Senden und empfangen</translation>
    </message>
    <message>
        <source>What a worker receives, no other process gets.</source>
        <translation>Was ein Worker empfängt, erhält kein anderer Prozess.</translation>
    </message>
    <message>
        <source>Send only</source>
        <translation>Nur senden</translation>
    </message>
    <message>
        <source>Receive only</source>
        <translation>Nur empfangen</translation>
    </message>
    <message>
        <source>POSIX message queues</source>
        <translation>POSIX-Nachrichtenwarteschlangen</translation>
    </message>
    <message>
        <source>POSIX semaphore</source>
        <translation>POSIX-Semaphor</translation>
    </message>
    <message>
        <source>As glibc keeps it in the file on machines with 64 bits.</source>
        <translation>Wie glibc es auf Rechnern mit 64 Bit in der Datei führt.</translation>
    </message>
    <message>
        <source>Waiting for a post</source>
        <translation>Warten auf ein Post</translation>
    </message>
    <message>
        <source>As glibc counts: who was killed while it waited is still counted.</source>
        <translation>Wie glibc zählt: wer beim Warten getötet wurde, zählt noch mit.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>When the file was written; posts and waits are not seen.</source>
        <translation>Wann die Datei geschrieben wurde; Post und Warten sieht man nicht.</translation>
    </message>
    <message>
        <source>Nobody can open it any more: who does makes another semaphore. Who has it goes on using it.</source>
        <translation>Niemand kann es mehr öffnen: wer es tut, legt ein anderes Semaphor an. Wer es hat, benutzt es weiter.</translation>
    </message>
    <message>
        <source>Who uses a semaphore must be allowed to read and to write it.</source>
        <translation>Wer ein Semaphor benutzt, muss es lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>Wait and post</source>
        <translation>Warten und posten</translation>
    </message>
    <message>
        <source>What a worker takes from it, others wait for.</source>
        <translation>Was ein Worker ihm nimmt, darauf warten andere.</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>By a call: ftruncate, write. What a mapping stores is not seen.</source>
        <translation>Durch einen Aufruf: ftruncate, write. Was eine Abbildung speichert, sieht man nicht.</translation>
    </message>
    <message>
        <source>Nobody can open it any more; who has it goes on using it. With nobody, its contents are lost.</source>
        <translation>Niemand kann es mehr öffnen; wer es hat, benutzt es weiter. Hat es niemand, ist sein Inhalt verloren.</translation>
    </message>
    <message>
        <source>Open for reading and writing</source>
        <translation>Zum Lesen und Schreiben öffnen</translation>
    </message>
    <message>
        <source>What a worker writes there, all who have it mapped see at once.</source>
        <translation>Was ein Worker dort schreibt, sehen alle sofort, die es abgebildet haben.</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Zum Lesen öffnen</translation>
    </message>
    <message>
        <source>What nobody can do to it any more.</source>
        <translation>Was niemand mehr damit tun kann.</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Only threads of one process can use it.</source>
        <translation>Nur Threads eines Prozesses können es benutzen.</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Its value in memory, read while the thread sleeps.</source>
        <translation>Sein Wert im Speicher, gelesen, während der Thread schläft.</translation>
    </message>
    <message>
        <source>Threads that sleep on it.</source>
        <translation>Threads, die darauf schlafen.</translation>
    </message>
    <message>
        <source>a mutex of glibc, as it seems</source>
        <translation>anscheinend ein Mutex von glibc</translation>
    </message>
    <message>
        <source>inherits priorities</source>
        <translation>vererbt Prioritäten</translation>
    </message>
    <message>
        <source>pthread_join</source>
        <translation>pthread_join</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>The thread that has locked it.</source>
        <translation>Der Thread, der es gesperrt hat.</translation>
    </message>
    <message>
        <source>the kernel keeps it in the word</source>
        <translation>der Kernel führt ihn im Wort</translation>
    </message>
    <message>
        <source>it stands in the owner&apos;s list</source>
        <translation>es steht in der Liste des Besitzers</translation>
    </message>
    <message>
        <source>the word looks like it: a guess</source>
        <translation>das Wort sieht danach aus: eine Vermutung</translation>
    </message>
    <message>
        <source>the layout of glibc&apos;s mutex: a guess</source>
        <translation>der Aufbau von glibcs Mutex: eine Vermutung</translation>
    </message>
    <message>
        <source>Owner known by</source>
        <translation>Besitzer bekannt durch</translation>
    </message>
    <message>
        <source>Owner is dead</source>
        <translation>Besitzer ist tot</translation>
    </message>
    <message>
        <source>It has ended without unlocking.</source>
        <translation>Er ist zu Ende, ohne zu entsperren.</translation>
    </message>
    <message>
        <source>Owner is a guess</source>
        <translation>Besitzer ist eine Vermutung</translation>
    </message>
    <message>
        <source>Futex</source>
        <translation>Futex</translation>
    </message>
    <message>
        <source>Futexes: mutexes, conditions, thread ends</source>
        <translation>Futexe: Mutexe, Bedingungen, Thread-Enden</translation>
    </message>
    <message>
        <source>Sent to the process and not delivered yet (ShdPnd).</source>
        <translation>An den Prozess gesendet und noch nicht zugestellt (ShdPnd).</translation>
    </message>
    <message>
        <source>Sent to its first thread and not delivered yet (SigPnd).</source>
        <translation>An seinen ersten Thread gesendet und noch nicht zugestellt (SigPnd).</translation>
    </message>
    <message>
        <source>The signal mask of its first thread (SigBlk).</source>
        <translation>Die Signalmaske seines ersten Threads (SigBlk).</translation>
    </message>
    <message>
        <source>Signals that are queued for all processes of its real user together (SigQ).</source>
        <translation>Signale, die für alle Prozesse seines wirklichen Benutzers zusammen anstehen (SigQ).</translation>
    </message>
    <message>
        <source>Signals of process</source>
        <translation>Signale eines Prozesses</translation>
    </message>
    <message>
        <source>Send signal</source>
        <translation>Signal senden</translation>
    </message>
    <message>
        <source>What it does not catch, block or ignore may end it.</source>
        <translation>Was er nicht fängt, blockiert oder ignoriert, kann ihn beenden.</translation>
    </message>
    <message>
        <source>It is sent to the process as a whole.</source>
        <translation>Es geht an den Prozess als Ganzes.</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Which kind of addresses it has.</source>
        <translation>Welche Art von Adressen es hat.</translation>
    </message>
    <message>
        <source>A number up to 65535.</source>
        <translation>Eine Zahl bis 65535.</translation>
    </message>
    <message>
        <source>Address and port.</source>
        <translation>Adresse und Port.</translation>
    </message>
    <message>
        <source>Own host</source>
        <translation>Eigener Rechner</translation>
    </message>
    <message>
        <source>The address without the port.</source>
        <translation>Die Adresse ohne den Port.</translation>
    </message>
    <message>
        <source>Own port</source>
        <translation>Eigener Port</translation>
    </message>
    <message>
        <source>Address and port of the other end, if connected.</source>
        <translation>Adresse und Port des anderen Endes, falls verbunden.</translation>
    </message>
    <message>
        <source>Partner&apos;s port</source>
        <translation>Port des Partners</translation>
    </message>
    <message>
        <source>As in socket:[N] of /proc/PID/fd; 0 = no process has it.</source>
        <translation>Wie in socket:[N] von /proc/PID/fd; 0 = kein Prozess hat ihn.</translation>
    </message>
    <message>
        <source>The kernel&apos;s own number of the socket, never used twice (SO_COOKIE).</source>
        <translation>Die Nummer, die der Kernel dem Socket gibt, nie zweimal (SO_COOKIE).</translation>
    </message>
    <message>
        <source>Of a listener: connected, and not accepted yet.</source>
        <translation>Eines Lauschers: verbunden und noch nicht angenommen.</translation>
    </message>
    <message>
        <source>Of a listener: so many may wait to be accepted; the kernel lets one more in.</source>
        <translation>Eines Lauschers: so viele dürfen auf Annahme warten; der Kernel lässt einen mehr ein.</translation>
    </message>
    <message>
        <source>The first bytes that wait to be received; only a peek shows them, which fetches the descriptor for some microseconds.</source>
        <translation>Die ersten Bytes, die auf Empfang warten; nur ein Einblick zeigt sie, der den Deskriptor für einige Mikrosekunden holt.</translation>
    </message>
    <message>
        <source>Written, and not read yet. Only a descriptor tells it: a peek fetches one for some microseconds.</source>
        <translation>Geschrieben und noch nicht gelesen. Nur ein Deskriptor sagt es: ein Einblick holt ihn für einige Mikrosekunden.</translation>
    </message>
    <message>
        <source>More than so much does not fit: writing sleeps. Only a descriptor tells it, as well.</source>
        <translation>Mehr als das passt nicht hinein: Schreiben schläft. Auch das sagt nur ein Deskriptor.</translation>
    </message>
    <message>
        <source>Reading descriptors</source>
        <translation>Lesende Deskriptoren</translation>
    </message>
    <message>
        <source>Of all processes that may be looked into; who has it open for both counts here too.</source>
        <translation>Aller Prozesse, in die man sehen darf; wer es für beides offen hat, zählt auch hier.</translation>
    </message>
    <message>
        <source>Writing descriptors</source>
        <translation>Schreibende Deskriptoren</translation>
    </message>
    <message>
        <source>As long as there is one, a reader waits instead of seeing the end.</source>
        <translation>Solange es einen gibt, wartet ein Leser, statt das Ende zu sehen.</translation>
    </message>
    <message>
        <source>The bytes in flight, the oldest first; only a peek shows them.</source>
        <translation>Die Bytes unterwegs, die ältesten zuerst; nur ein Einblick zeigt sie.</translation>
    </message>
    <message>
        <source>Key as a number</source>
        <translation>Schlüssel als Zahl</translation>
    </message>
    <message>
        <source>As the kernel keeps it, with a sign; 0 = IPC_PRIVATE. Not its identity: many objects have the key 0.</source>
        <translation>Wie der Kernel ihn führt, mit Vorzeichen; 0 = IPC_PRIVATE. Nicht die Identität: viele Objekte haben den Schlüssel 0.</translation>
    </message>
    <message>
        <source>In hexadecimal, as ipcs shows it; 0x00000000 = IPC_PRIVATE.</source>
        <translation>Hexadezimal, wie ipcs ihn zeigt; 0x00000000 = IPC_PRIVATE.</translation>
    </message>
    <message>
        <source>The user who made it, whoever owns it now.</source>
        <translation>Der Benutzer, der es angelegt hat, wem immer es jetzt gehört.</translation>
    </message>
    <message>
        <source>A send that would exceed this waits. No more messages than this either.</source>
        <translation>Ein Senden, das dies überschritte, wartet. Auch mehr Nachrichten als diese Zahl sind es nie.</translation>
    </message>
    <message>
        <source>IPC_SET sets it, too.</source>
        <translation>IPC_SET setzt sie auch.</translation>
    </message>
    <message>
        <source>Remove queue</source>
        <translation>Warteschlange entfernen</translation>
    </message>
    <message>
        <source>Its messages are lost, and who waits in it gets EIDRM.</source>
        <translation>Ihre Nachrichten sind verloren, und wer darin wartet, erhält EIDRM.</translation>
    </message>
    <message>
        <source>Processes that use it may be refused from now on.</source>
        <translation>Prozesse, die es benutzen, können ab jetzt abgewiesen werden.</translation>
    </message>
    <message>
        <source>Change limit</source>
        <translation>Grenze ändern</translation>
    </message>
    <message>
        <source>Above /proc/sys/kernel/msgmnb only with CAP_SYS_RESOURCE.</source>
        <translation>Über /proc/sys/kernel/msgmnb nur mit CAP_SYS_RESOURCE.</translation>
    </message>
    <message>
        <source>System V message queues</source>
        <translation>System-V-Nachrichtenwarteschlangen</translation>
    </message>
    <message>
        <source>Takes a queue that another program made, by its identifier, after a look at it (IPC_STAT).</source>
        <translation>Nimmt eine Warteschlange, die ein anderes Programm angelegt hat, über ihre Kennung, nach einem Blick darauf (IPC_STAT).</translation>
    </message>
    <message>
        <source>No queue has this identifier.</source>
        <translation>Keine Warteschlange hat diese Kennung.</translation>
    </message>
    <message>
        <source>Use by identifier</source>
        <translation>Über die Kennung benutzen</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>As ipcs and the monitor show it; it is not the key.</source>
        <translation>Wie ipcs und der Monitor sie zeigen; sie ist nicht der Schlüssel.</translation>
    </message>
    <message>
        <source>the identifier</source>
        <translation>die Kennung</translation>
    </message>
    <message>
        <source>It is not removed at the end of the run: others made it.</source>
        <translation>Am Ende des Laufs wird es nicht entfernt: andere haben es angelegt.</translation>
    </message>
    <message>
        <source>Of all semaphores of the set together.</source>
        <translation>Aller Semaphore des Satzes zusammen.</translation>
    </message>
    <message>
        <source>Of the first 16 semaphores, one after the other.</source>
        <translation>Der ersten 16 Semaphore, eines nach dem anderen.</translation>
    </message>
    <message>
        <source>How many processes wait until a semaphore of the set rises, as the kernel counts.</source>
        <translation>Wie viele Prozesse warten, bis ein Semaphor des Satzes steigt, wie der Kernel zählt.</translation>
    </message>
    <message>
        <source>How many processes wait until a semaphore of the set is 0.</source>
        <translation>Wie viele Prozesse warten, bis ein Semaphor des Satzes 0 ist.</translation>
    </message>
    <message>
        <source>The last semop; 0 = none yet.</source>
        <translation>Das letzte semop; 0 = noch keines.</translation>
    </message>
    <message>
        <source>IPC_SET, SETVAL and SETALL set it, too.</source>
        <translation>IPC_SET, SETVAL und SETALL setzen sie auch.</translation>
    </message>
    <message>
        <source>System V semaphore set</source>
        <translation>System-V-Semaphorsatz</translation>
    </message>
    <message>
        <source>Remove semaphore set</source>
        <translation>Semaphorsatz entfernen</translation>
    </message>
    <message>
        <source>Its values are lost, and who waits on it gets EIDRM.</source>
        <translation>Seine Werte sind verloren, und wer darauf wartet, erhält EIDRM.</translation>
    </message>
    <message>
        <source>Operate on it</source>
        <translation>Damit arbeiten</translation>
    </message>
    <message>
        <source>What a worker takes from a semaphore, others wait for.</source>
        <translation>Was ein Worker einem Semaphor nimmt, darauf warten andere.</translation>
    </message>
    <message>
        <source>Takes a semaphore set that another program made, by its identifier, after a look at it (IPC_STAT).</source>
        <translation>Nimmt einen Semaphorsatz, den ein anderes Programm angelegt hat, über seine Kennung, nach einem Blick darauf (IPC_STAT).</translation>
    </message>
    <message>
        <source>No semaphore set has this identifier.</source>
        <translation>Kein Semaphorsatz hat diese Kennung.</translation>
    </message>
    <message>
        <source>How often it is attached now, in all processes.</source>
        <translation>Wie oft es jetzt angehängt ist, in allen Prozessen.</translation>
    </message>
    <message>
        <source>Remove segment</source>
        <translation>Segment entfernen</translation>
    </message>
    <message>
        <source>It goes with its last attachment; nobody can find it by its key any more, and its contents are lost then.</source>
        <translation>Es geht mit seiner letzten Anhängung; niemand findet es mehr über seinen Schlüssel, und sein Inhalt ist dann verloren.</translation>
    </message>
    <message>
        <source>Processes that attach it later may be refused; those that have it keep it.</source>
        <translation>Prozesse, die es später anhängen, können abgewiesen werden; wer es hat, behält es.</translation>
    </message>
    <message>
        <source>Attach and use</source>
        <translation>Anhängen und benutzen</translation>
    </message>
    <message>
        <source>To attach it changes its count of attachments, its times and its last user.</source>
        <translation>Es anzuhängen ändert die Zahl der Anhängungen, seine Zeiten und seinen letzten Benutzer.</translation>
    </message>
    <message>
        <source>Takes a segment that another program made, by its identifier, after a look at it (IPC_STAT).</source>
        <translation>Nimmt ein Segment, das ein anderes Programm angelegt hat, über seine Kennung, nach einem Blick darauf (IPC_STAT).</translation>
    </message>
    <message>
        <source>No segment has this identifier.</source>
        <translation>Kein Segment hat diese Kennung.</translation>
    </message>
    <message>
        <source>was asked for a connection, nothing is made yet</source>
        <translation>wurde um eine Verbindung gebeten, noch ist nichts angelegt</translation>
    </message>
    <message>
        <source>As in tcp(7).</source>
        <translation>Wie in tcp(7).</translation>
    </message>
    <message>
        <source>SO_SNDBUF; it grows by itself.</source>
        <translation>SO_SNDBUF; er wächst von selbst.</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>It waits in a listener&apos;s queue: the kernel has made the connection, no process has it yet.</source>
        <translation>Sie wartet in der Schlange eines Lauschers: der Kernel hat die Verbindung hergestellt, noch hat sie kein Prozess.</translation>
    </message>
    <message>
        <source>Connect to it</source>
        <translation>Damit verbinden</translation>
    </message>
    <message>
        <source>The server sees a new client, and may wait for what it says.</source>
        <translation>Der Server sieht einen neuen Klienten und wartet vielleicht auf das, was er sagt.</translation>
    </message>
    <message>
        <source>TCP sockets</source>
        <translation>TCP-Sockets</translation>
    </message>
    <message>
        <source>takes datagrams of everybody</source>
        <translation>nimmt Datagramme von allen</translation>
    </message>
    <message>
        <source>takes those of its partner</source>
        <translation>nimmt die seines Partners</translation>
    </message>
    <message>
        <source>Whether connect(2) has named a partner.</source>
        <translation>Ob connect(2) einen Partner genannt hat.</translation>
    </message>
    <message>
        <source>SO_SNDBUF.</source>
        <translation>SO_SNDBUF.</translation>
    </message>
    <message>
        <source>How many bytes the oldest one has; only a peek shows it.</source>
        <translation>Wie viele Bytes das älteste hat; nur ein Einblick zeigt es.</translation>
    </message>
    <message>
        <source>Send to it</source>
        <translation>Daran senden</translation>
    </message>
    <message>
        <source>Whoever has the socket gets what is sent, as from any other sender.</source>
        <translation>Wer den Socket hat, erhält das Gesendete wie von jedem anderen Absender.</translation>
    </message>
    <message>
        <source>UDP sockets</source>
        <translation>UDP-Sockets</translation>
    </message>
    <message>
        <source>a stream of bytes</source>
        <translation>ein Strom von Bytes</translation>
    </message>
    <message>
        <source>whole messages, without connection</source>
        <translation>ganze Nachrichten, ohne Verbindung</translation>
    </message>
    <message>
        <source>whole messages, connected</source>
        <translation>ganze Nachrichten, verbunden</translation>
    </message>
    <message>
        <source>it has a peer, or had one</source>
        <translation>er hat eine Gegenstelle oder hatte eine</translation>
    </message>
    <message>
        <source>a file that no socket is bound to any more</source>
        <translation>eine Datei, an die kein Socket mehr gebunden ist</translation>
    </message>
    <message>
        <source>As it was given to bind: perhaps relative, perhaps of another file system tree. The accepted ends of a listener have it too.</source>
        <translation>Wie er bind gegeben wurde: vielleicht relativ, vielleicht aus einem anderen Dateibaum. Die angenommenen Enden eines Lauschers haben ihn auch.</translation>
    </message>
    <message>
        <source>Without the NUL that begins it; any bytes.</source>
        <translation>Ohne das NUL, mit dem er beginnt; beliebige Bytes.</translation>
    </message>
    <message>
        <source>Leads nowhere</source>
        <translation>Führt ins Leere</translation>
    </message>
    <message>
        <source>The file is there, but no socket is bound to it: connecting is refused. Looked for below /run, /tmp and /var/tmp.</source>
        <translation>Die Datei ist da, aber kein Socket ist daran gebunden: Verbinden wird abgewiesen. Gesucht unter /run, /tmp und /var/tmp.</translation>
    </message>
    <message>
        <source>Device of the path</source>
        <translation>Gerät des Pfads</translation>
    </message>
    <message>
        <source>Inode of the path</source>
        <translation>Inode des Pfads</translation>
    </message>
    <message>
        <source>Of the file, not the socket.</source>
        <translation>Der Datei, nicht des Sockets.</translation>
    </message>
    <message>
        <source>Of a connection: all that came in and was not received yet.</source>
        <translation>Einer Verbindung: alles, was ankam und noch nicht empfangen wurde.</translation>
    </message>
    <message>
        <source>Of a datagram socket: the bytes of the oldest one. How many wait is not told.</source>
        <translation>Eines Datagramm-Sockets: die Bytes des ältesten. Wie viele warten, wird nicht gesagt.</translation>
    </message>
    <message>
        <source>it receives no more</source>
        <translation>er empfängt nichts mehr</translation>
    </message>
    <message>
        <source>it sends no more, or its peer is gone</source>
        <translation>er sendet nichts mehr, oder seine Gegenstelle ist fort</translation>
    </message>
    <message>
        <source>Which directions have ended.</source>
        <translation>Welche Richtungen beendet sind.</translation>
    </message>
    <message>
        <source>Descriptors under way</source>
        <translation>Deskriptoren unterwegs</translation>
    </message>
    <message>
        <source>Passed with SCM_RIGHTS to this socket, and not received yet.</source>
        <translation>Mit SCM_RIGHTS an diesen Socket gegeben und noch nicht empfangen.</translation>
    </message>
    <message>
        <source>Peer&apos;s inode</source>
        <translation>Inode der Gegenstelle</translation>
    </message>
    <message>
        <source>The other end; 0 = none.</source>
        <translation>Das andere Ende; 0 = keines.</translation>
    </message>
    <message>
        <source>What the other end is bound to; @ stands before an abstract name.</source>
        <translation>Woran das andere Ende gebunden ist; @ steht vor einem abstrakten Namen.</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>Datei entfernen</translation>
    </message>
    <message>
        <source>Only the name goes: nobody can connect by it any more. It is done only if no socket is bound to it.</source>
        <translation>Nur der Name geht: niemand kann sich mehr über ihn verbinden. Es geschieht nur, wenn kein Socket daran gebunden ist.</translation>
    </message>
    <message>
        <source>Connect to the path</source>
        <translation>Mit dem Pfad verbinden</translation>
    </message>
    <message>
        <source>Connect to the abstract name</source>
        <translation>Mit dem abstrakten Namen verbinden</translation>
    </message>
    <message>
        <source>Unix sockets</source>
        <translation>Unix-Sockets</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Zurückgelassen</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Fast voll</translation>
    </message>
    <message>
        <source>Limit of this machine</source>
        <translation>Grenze dieses Rechners</translation>
    </message>
    <message>
        <source>Removed, still in memory</source>
        <translation>Entfernt, noch im Speicher</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Hängt fest</translation>
    </message>
    <message>
        <source>Forgotten end</source>
        <translation>Vergessenes Ende</translation>
    </message>
    <message>
        <source>Path that leads nowhere</source>
        <translation>Pfad ins Leere</translation>
    </message>
    <message>
        <source>Dead owner</source>
        <translation>Toter Besitzer</translation>
    </message>
    <message>
        <source>Stopped owner</source>
        <translation>Angehaltener Besitzer</translation>
    </message>
    <message>
        <source>Signal that does not arrive</source>
        <translation>Signal, das nicht ankommt</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>The object by its stable name: sysv_msg:32768.</source>
        <translation>Das Objekt mit seinem beständigen Namen: sysv_msg:32768.</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Mechanismus</translation>
    </message>
    <message>
        <source>Which of the mechanism&apos;s objects: queue, segment.</source>
        <translation>Welches der Objekte des Mechanismus: Warteschlange, Segment.</translation>
    </message>
    <message>
        <source>Path, name or addresses, as people know it.</source>
        <translation>Pfad, Name oder Adressen, wie man es kennt.</translation>
    </message>
    <message>
        <source>Whose it is, by name; by number if it has none.</source>
        <translation>Wem es gehört, mit Namen; mit Nummer, wenn er keinen hat.</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>Benutzernummer</translation>
    </message>
    <message>
        <source>Whose it is.</source>
        <translation>Wem es gehört.</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>Gruppennummer</translation>
    </message>
    <message>
        <source>The group whose it is.</source>
        <translation>Welcher Gruppe es gehört.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Its permission bits, in octal: 0600.</source>
        <translation>Seine Rechtebits, oktal: 0600.</translation>
    </message>
    <message>
        <source>The process that made it, as far as the kernel remembers.</source>
        <translation>Der Prozess, der es angelegt hat, soweit der Kernel es noch weiß.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>When it was made or changed last, in seconds since 1970.</source>
        <translation>Wann es angelegt oder zuletzt geändert wurde, in Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>For how long it is there: age &gt; 1h.</source>
        <translation>Wie lange es da ist: age &gt; 1h.</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Halter</translation>
    </message>
    <message>
        <source>How many processes hold it; not known where some may not be seen. Alone: there are any.</source>
        <translation>Wie viele Prozesse es halten; unbekannt, wo man manche nicht sehen darf. Allein: es gibt welche.</translation>
    </message>
    <message>
        <source>Waiters</source>
        <translation>Wartende</translation>
    </message>
    <message>
        <source>Other ends</source>
        <translation>Andere Enden</translation>
    </message>
    <message>
        <source>How many objects are at its other end. Alone: there are any.</source>
        <translation>Wie viele Objekte an seinem anderen Ende sind. Allein: es gibt welche.</translation>
    </message>
    <message>
        <source>The name of a process that holds it or waits for it; one that fits is enough.</source>
        <translation>Der Name eines Prozesses, der es hält oder darauf wartet; einer genügt.</translation>
    </message>
    <message>
        <source>Process numbers</source>
        <translation>Prozessnummern</translation>
    </message>
    <message>
        <source>The number of such a process.</source>
        <translation>Die Nummer eines solchen Prozesses.</translation>
    </message>
    <message>
        <source>At the other end</source>
        <translation>Am anderen Ende</translation>
    </message>
    <message>
        <source>The name of a process that holds the other end.</source>
        <translation>Der Name eines Prozesses, der das andere Ende hält.</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Gesehen durch</translation>
    </message>
    <message>
        <source>What was needed to see it: everyone, same_user, privileged, fetched, tracer.</source>
        <translation>Was nötig war, um es zu sehen: everyone, same_user, privileged, fetched, tracer.</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Marked for removal, or without its name, but still in use.</source>
        <translation>Zum Entfernen vorgemerkt oder ohne Namen, aber noch benutzt.</translation>
    </message>
    <message>
        <source>All holders seen</source>
        <translation>Alle Halter gesehen</translation>
    </message>
    <message>
        <source>No process that we may not look into could hold it too.</source>
        <translation>Kein Prozess, in den wir nicht sehen dürfen, könnte es auch halten.</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>The namespace that it belongs to, by its inode.</source>
        <translation>Der Namensraum, zu dem es gehört, nach seinem Inode.</translation>
    </message>
    <message>
        <source>has it open</source>
        <translation>hat es offen</translation>
    </message>
    <message>
        <source>has it mapped</source>
        <translation>hat es abgebildet</translation>
    </message>
    <message>
        <source>has it attached</source>
        <translation>hat es angehängt</translation>
    </message>
    <message>
        <source>owns it</source>
        <translation>besitzt es</translation>
    </message>
    <message>
        <source>made it</source>
        <translation>hat es angelegt</translation>
    </message>
    <message>
        <source>used it last</source>
        <translation>hat es zuletzt benutzt</translation>
    </message>
    <message>
        <source>asked to be told of it</source>
        <translation>wollte davon erfahren</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>liest und schreibt</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>What the monitor saw of other programs&apos; objects.</source>
        <translation>Was der Monitor von Objekten anderer Programme sah.</translation>
    </message>
    <message>
        <source>Appeared</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>An object is there that was not in the sample before.</source>
        <translation>Ein Objekt ist da, das in der Probe davor fehlte.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Fields of an object differ from the sample before.</source>
        <translation>Felder eines Objekts sind anders als in der Probe davor.</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>An object of the sample before is gone.</source>
        <translation>Ein Objekt der Probe davor ist fort.</translation>
    </message>
    <message>
        <source>A thread sleeps in a call on an object.</source>
        <translation>Ein Thread schläft in einem Aufruf auf einem Objekt.</translation>
    </message>
    <message>
        <source>what everybody may read</source>
        <translation>was alle lesen dürfen</translation>
    </message>
    <message>
        <source>what the same user may read</source>
        <translation>was derselbe Benutzer lesen darf</translation>
    </message>
    <message>
        <source>read with a privilege</source>
        <translation>mit einem Vorrecht gelesen</translation>
    </message>
    <message>
        <source>a descriptor was fetched for a moment</source>
        <translation>ein Deskriptor wurde kurz geholt</translation>
    </message>
    <message>
        <source>a program in the kernel</source>
        <translation>ein Programm im Kernel</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>not known: events were lost</source>
        <translation>unbekannt: Ereignisse gingen verloren</translation>
    </message>
    <message>
        <source>what it waits for is left out</source>
        <translation>worauf es wartet, ist ausgelassen</translation>
    </message>
    <message>
        <source>it opens what other programs use</source>
        <translation>es öffnet, was andere Programme benutzen</translation>
    </message>
    <message>
        <source>System calls</source>
        <translation>Systemaufrufe</translation>
    </message>
    <message>
        <source>Calls of an imported recording that no mechanism here knows.</source>
        <translation>Aufrufe einer importierten Aufzeichnung, die hier kein Mechanismus kennt.</translation>
    </message>
    <message>
        <source>whether %1 of the event descriptors are shared: each process&apos;s is shown by itself (kcmp: %2)</source>
        <translation>ob %1 der Ereignis-Deskriptoren geteilt sind: der jedes Prozesses wird für sich gezeigt (kcmp: %2)</translation>
    </message>
    <message>
        <source>names of the session bus: DBUS_SESSION_BUS_ADDRESS is not set, and there is none in /run/user</source>
        <translation>Namen des Sitzungsbusses: DBUS_SESSION_BUS_ADDRESS ist nicht gesetzt, und in /run/user gibt es keinen</translation>
    </message>
    <message>
        <source>names of the system bus: there is none</source>
        <translation>Namen des Systembusses: es gibt keinen</translation>
    </message>
    <message>
        <source>names of the %1 bus: not all has been answered yet</source>
        <translation>Namen des Busses (%1): noch ist nicht alles beantwortet</translation>
    </message>
    <message>
        <source>names of the %1 bus: %2</source>
        <translation>Namen des Busses (%1): %2</translation>
    </message>
    <message>
        <source>FIFOs that nobody has open: there are too many directories to look into all</source>
        <translation>FIFOs, die niemand offen hat: es gibt zu viele Verzeichnisse, um in alle zu sehen</translation>
    </message>
    <message>
        <source>which FIFOs %1 threads wait to open</source>
        <translation>welche FIFOs %1 Threads zu öffnen warten</translation>
    </message>
    <message>
        <source>a writer to open it</source>
        <translation>einen Schreiber, der sie öffnet</translation>
    </message>
    <message>
        <source>a reader to open it</source>
        <translation>einen Leser, der sie öffnet</translation>
    </message>
    <message>
        <source>file locks: /proc/locks cannot be read</source>
        <translation>Dateisperren: /proc/locks ist nicht lesbar</translation>
    </message>
    <message>
        <source>the holders of %1 file locks, which are in processes that cannot be seen</source>
        <translation>die Halter von %1 Dateisperren, in Prozessen, die nicht zu sehen sind</translation>
    </message>
    <message>
        <source>%1 lines of /proc/locks that are not understood</source>
        <translation>%1 nicht verstandene Zeilen von /proc/locks</translation>
    </message>
    <message>
        <source>read lock of %1</source>
        <translation>Lesesperre: %1</translation>
    </message>
    <message>
        <source>write lock of %1</source>
        <translation>Schreibsperre: %1</translation>
    </message>
    <message>
        <source>bytes from %1</source>
        <translation>Bytes ab %1</translation>
    </message>
    <message>
        <source>bytes %1 to %2</source>
        <translation>Bytes %1 bis %2</translation>
    </message>
    <message>
        <source>shared anonymous memory</source>
        <translation>gemeinsamer anonymer Speicher</translation>
    </message>
    <message>
        <source>processes and threads</source>
        <translation>Prozesse und Threads</translation>
    </message>
    <message>
        <source>open files of the system</source>
        <translation>offene Dateien des Systems</translation>
    </message>
    <message>
        <source>System V semaphore sets</source>
        <translation>System-V-Semaphorsätze</translation>
    </message>
    <message>
        <source>System V shared memory segments</source>
        <translation>System-V-Segmente gemeinsamen Speichers</translation>
    </message>
    <message>
        <source>POSIX message queues of user %1</source>
        <translation>POSIX-Nachrichtenwarteschlangen des Benutzers %1</translation>
    </message>
    <message>
        <source>of the queues that may be read here, against the limit of this process</source>
        <translation>der Warteschlangen, die hier lesbar sind, gegen die Grenze dieses Prozesses</translation>
    </message>
    <message>
        <source>message queues</source>
        <translation>Nachrichtenwarteschlangen</translation>
    </message>
    <message>
        <source>message queues that nobody has open: /dev/mqueue is not mounted</source>
        <translation>Nachrichtenwarteschlangen, die niemand offen hat: /dev/mqueue ist nicht eingehängt</translation>
    </message>
    <message>
        <source>message queues that nobody has open: /dev/mqueue is that of another IPC namespace</source>
        <translation>Nachrichtenwarteschlangen, die niemand offen hat: /dev/mqueue ist das eines anderen IPC-Namensraums</translation>
    </message>
    <message>
        <source>mount -t mqueue none /dev/mqueue, or CAP_SYS_ADMIN</source>
        <translation>mount -t mqueue none /dev/mqueue oder CAP_SYS_ADMIN</translation>
    </message>
    <message>
        <source>a probe inside that namespace (nsenter -i, CAP_SYS_ADMIN)</source>
        <translation>eine Sonde in diesem Namensraum (nsenter -i, CAP_SYS_ADMIN)</translation>
    </message>
    <message>
        <source>read permission of the queue</source>
        <translation>Leserecht an der Warteschlange</translation>
    </message>
    <message>
        <source>room for %1 bytes of priority %2</source>
        <translation>Platz für %1 Bytes der Priorität %2</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>eine Nachricht</translation>
    </message>
    <message>
        <source>semaphores with a name: /dev/shm cannot be read</source>
        <translation>Semaphore mit Namen: /dev/shm ist nicht lesbar</translation>
    </message>
    <message>
        <source>a file system mounted on /dev/shm</source>
        <translation>ein Dateisystem, eingehängt auf /dev/shm</translation>
    </message>
    <message>
        <source>permission to open it for reading</source>
        <translation>das Recht, es zum Lesen zu öffnen</translation>
    </message>
    <message>
        <source>a post</source>
        <translation>ein Post</translation>
    </message>
    <message>
        <source>shared memory objects with a name: /dev/shm cannot be read</source>
        <translation>Objekte gemeinsamen Speichers mit Namen: /dev/shm ist nicht lesbar</translation>
    </message>
    <message>
        <source>only mapped, and map_files needs CAP_CHECKPOINT_RESTORE</source>
        <translation>nur abgebildet, und map_files braucht CAP_CHECKPOINT_RESTORE</translation>
    </message>
    <message>
        <source>the mutex to be unlocked by thread %1</source>
        <translation>das Entsperren des Mutex durch Thread %1</translation>
    </message>
    <message>
        <source>the end of thread %1</source>
        <translation>das Ende von Thread %1</translation>
    </message>
    <message>
        <source>to be woken: the word was %1</source>
        <translation>das Wecken: das Wort war %1</translation>
    </message>
    <message>
        <source>/proc and CONFIG_SYSVIPC</source>
        <translation>/proc und CONFIG_SYSVIPC</translation>
    </message>
    <message>
        <source>only MSG_STAT_ANY tells it (Linux 4.17)</source>
        <translation>nur MSG_STAT_ANY sagt es (Linux 4.17)</translation>
    </message>
    <message>
        <source>room for %1 bytes</source>
        <translation>Platz für %1 Bytes</translation>
    </message>
    <message>
        <source>room for %1 bytes of type %2</source>
        <translation>Platz für %1 Bytes vom Typ %2</translation>
    </message>
    <message>
        <source>a message of any type</source>
        <translation>eine Nachricht beliebigen Typs</translation>
    </message>
    <message>
        <source>a message of a type up to %1</source>
        <translation>eine Nachricht eines Typs bis %1</translation>
    </message>
    <message>
        <source>a message of another type than %1</source>
        <translation>eine Nachricht eines anderen Typs als %1</translation>
    </message>
    <message>
        <source>a message of type %1</source>
        <translation>eine Nachricht vom Typ %1</translation>
    </message>
    <message>
        <source>semaphore sets</source>
        <translation>Semaphorsätze</translation>
    </message>
    <message>
        <source>read permission of the set, or CAP_IPC_OWNER</source>
        <translation>Leserecht am Satz oder CAP_IPC_OWNER</translation>
    </message>
    <message>
        <source>this machine has more than %1 semaphores: asked only where a process is seen waiting</source>
        <translation>dieser Rechner hat mehr als %1 Semaphore: gefragt wird nur, wo man einen Prozess warten sieht</translation>
    </message>
    <message>
        <source>a change of its semaphores</source>
        <translation>eine Änderung seiner Semaphore</translation>
    </message>
    <message>
        <source>semaphore %1 to become 0</source>
        <translation>0 in Semaphor %1</translation>
    </message>
    <message>
        <source>semaphore %1 to reach %2</source>
        <translation>für Semaphor %1: mindestens %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 (one of %2 operations)</source>
        <translation>%1 (eine von %2 Operationen)</translation>
    </message>
    <message>
        <source>shared memory segments</source>
        <translation>Segmente gemeinsamen Speichers</translation>
    </message>
    <message>
        <source>buffers, cookies and backlogs of %1: sock_diag is refused (%2), and /proc/net does not tell them</source>
        <translation>Puffer, Cookies und Rückstände, %1: sock_diag ist verweigert (%2), und /proc/net nennt sie nicht</translation>
    </message>
    <message>
        <source>only by fetching a descriptor: peek</source>
        <translation>nur durch Holen eines Deskriptors: Einblick</translation>
    </message>
    <message>
        <source>stale files of sockets: there are too many directories to look into all</source>
        <translation>verwaiste Dateien von Sockets: es gibt zu viele Verzeichnisse, um in alle zu sehen</translation>
    </message>
    <message>
        <source>queues, peers and owners of Unix sockets: sock_diag is refused (%1), and /proc/net/unix does not tell them</source>
        <translation>Warteschlangen, Gegenseiten und Eigentümer von Unix-Sockets: sock_diag ist verweigert (%1), und /proc/net/unix nennt sie nicht</translation>
    </message>
    <message>
        <source>%1 Unix sockets that were not accepted yet</source>
        <translation>%1 noch nicht angenommene Unix-Sockets</translation>
    </message>
    <message>
        <source>all Unix sockets: %1</source>
        <translation>alle Unix-Sockets: %1</translation>
    </message>
    <message>
        <source>only sock_diag tells it, which is refused here</source>
        <translation>nur sock_diag sagt es, und das ist hier verweigert</translation>
    </message>
    <message>
        <source>room among the connections that wait to be accepted</source>
        <translation>Platz unter den Verbindungen, die auf Annahme warten</translation>
    </message>
    <message>
        <source>descriptors of %1</source>
        <translation>Deskriptoren: %1</translation>
    </message>
    <message>
        <source>mapped memory of %1</source>
        <translation>abgebildeter Speicher: %1</translation>
    </message>
    <message>
        <source>what %1 wait for</source>
        <translation>worauf gewartet wird: %1</translation>
    </message>
    <message>
        <source>most descriptors of %1: too many</source>
        <translation>die meisten Deskriptoren, %1: zu viele</translation>
    </message>
    <message>
        <source>descriptors that only some threads of %1 have</source>
        <translation>Deskriptoren, die nur manche Threads haben: %1</translation>
    </message>
    <message>
        <source>process %1: it did not answer in time before</source>
        <translation>Prozess %1: er hat zuvor nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>left out: it did not answer in time before</source>
        <translation>ausgelassen: er hat zuvor nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>holders and waiters were not asked for</source>
        <translation>nach Haltern und Wartenden wurde nicht gefragt</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>processes of other users: /proc is mounted with %1</source>
        <translation>Prozesse anderer Benutzer: /proc ist mit %1 eingehängt</translation>
    </message>
    <message>
        <source>%1 processes: the probe may not have more files open</source>
        <translation>%1 Prozesse: die Sonde darf nicht mehr Dateien offen haben</translation>
    </message>
    <message>
        <source>no process can be seen: /proc cannot be read</source>
        <translation>kein Prozess ist zu sehen: /proc ist nicht lesbar</translation>
    </message>
    <message>
        <source>a mounted /proc</source>
        <translation>ein eingehängtes /proc</translation>
    </message>
    <message>
        <source>a higher limit of open files (ulimit -n)</source>
        <translation>eine höhere Grenze offener Dateien (ulimit -n)</translation>
    </message>
    <message>
        <source>1 process</source>
        <translation>1 Prozess</translation>
    </message>
    <message>
        <source>%1 processes</source>
        <translation>%1 Prozesse</translation>
    </message>
    <message>
        <source>a probe inside that namespace (nsenter -i)</source>
        <translation>eine Sonde in diesem Namensraum (nsenter -i)</translation>
    </message>
    <message>
        <source>this kernel does not tell</source>
        <translation>dieser Kernel sagt es nicht</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>der Prozess ist beendet</translation>
    </message>
    <message>
        <source>the process is of another pid namespace</source>
        <translation>der Prozess gehört zu einem anderen PID-Namensraum</translation>
    </message>
    <message>
        <source>go on without waiting for the outcome</source>
        <translation>weitergehen, ohne auf den Ausgang zu warten</translation>
    </message>
    <message>
        <source>its value, in the string</source>
        <translation>ihr Wert, in der Zeichenkette</translation>
    </message>
    <message>
        <source>what this worker does next</source>
        <translation>was dieser Worker als Nächstes tut</translation>
    </message>
    <message>
        <source>it succeeds; with the return value, the bytes and the results that are written</source>
        <translation>es gelingt; mit dem Rückgabewert, den Bytes und den Ergebnissen, die dastehen</translation>
    </message>
    <message>
        <source>it does not come back: it is asleep in the kernel</source>
        <translation>es kommt nicht zurück: es schläft im Kernel</translation>
    </message>
    <message>
        <source>it does not come back and never will</source>
        <translation>es kommt nicht zurück und wird es nie</translation>
    </message>
    <message>
        <source>the worker is killed by a signal while it does that</source>
        <translation>der Worker wird dabei durch ein Signal getötet</translation>
    </message>
    <message>
        <source>the worker ends with a status</source>
        <translation>der Worker endet mit einem Status</translation>
    </message>
    <message>
        <source>what it is when nothing is written</source>
        <translation>was es ist, wenn nichts dasteht</translation>
    </message>
    <message>
        <source>Starts these workers: fresh processes</source>
        <translation>Startet diese Worker: frische Prozesse</translation>
    </message>
    <message>
        <source>A variable: stands for its value from here on, also as \{NAME} in a string</source>
        <translation>Eine Variable: steht von hier an für ihren Wert, auch als \{NAME} in einer Zeichenkette</translation>
    </message>
    <message>
        <source>The run waits before it goes on</source>
        <translation>Der Lauf wartet, ehe er weitergeht</translation>
    </message>
    <message>
        <source>All statements up to its end, N times; NAME counts from 0</source>
        <translation>Alle Anweisungen bis zu ihrem end, N-mal; NAME zählt von 0 an</translation>
    </message>
    <message>
        <source>The end of a repeat</source>
        <translation>Das Ende einer Wiederholung</translation>
    </message>
    <message>
        <source>The operations up to its end, N times by the worker itself, without asking in between</source>
        <translation>Die Operationen bis zu ihrem end, N-mal durch den Worker selbst, ohne Rückfrage dazwischen</translation>
    </message>
    <message>
        <source>A call that is blocked comes back with EINTR</source>
        <translation>Ein blockierter Aufruf kommt mit EINTR zurück</translation>
    </message>
    <message>
        <source>SIGKILL; the run goes on when the process has ended</source>
        <translation>SIGKILL; der Lauf geht weiter, wenn der Prozess beendet ist</translation>
    </message>
    <message>
        <source>Waits for the oldest async operation that was not awaited yet</source>
        <translation>Wartet auf die älteste async-Operation, auf die noch nicht gewartet wurde</translation>
    </message>
    <message>
        <source>nobody has it open: there is nothing in it, because a FIFO keeps its bytes only as long as somebody has it open</source>
        <translation>niemand hat sie offen: es ist nichts darin, denn eine FIFO behält ihre Bytes nur, solange jemand sie offen hat</translation>
    </message>
    <message>
        <source>mq_getattr and the text of the queue, through a descriptor for reading</source>
        <translation>mq_getattr und der Text der Warteschlange, über einen Deskriptor zum Lesen</translation>
    </message>
    <message>
        <source>the file %1 in glibc&apos;s layout for 64 bits: value and waiters</source>
        <translation>die Datei %1 im Aufbau von glibc für 64 Bit: Wert und Wartende</translation>
    </message>
    <message>
        <source>it has no name any more: only who has it open can read it</source>
        <translation>es hat keinen Namen mehr: nur wer es offen hat, kann es lesen</translation>
    </message>
    <message>
        <source>the file behind a mapping of process %1, opened for reading</source>
        <translation>die Datei hinter einer Abbildung von Prozess %1, zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>the memory of processes that have it mapped</source>
        <translation>der Speicher von Prozessen, die es abgebildet haben</translation>
    </message>
    <message>
        <source>%1 bytes, from %2 on, as far as it is mapped</source>
        <translation>%1 Bytes ab %2, soweit es abgebildet ist</translation>
    </message>
    <message>
        <source>the file %1, opened for reading</source>
        <translation>die Datei %1, zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>opened for reading through a descriptor of process %1</source>
        <translation>über einen Deskriptor von Prozess %1 zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>those who have it mapped do not let this user look into them</source>
        <translation>in die Prozesse, die es abgebildet haben, darf dieser Benutzer nicht sehen</translation>
    </message>
    <message>
        <source>nobody has it open or mapped any more, or lets this user see it</source>
        <translation>niemand hat es mehr offen oder abgebildet, oder niemand lässt es diesen Benutzer sehen</translation>
    </message>
    <message>
        <source>msgrcv with MSG_COPY: copies, nothing was taken and no figure of it changed</source>
        <translation>msgrcv mit MSG_COPY: Kopien, nichts wurde entnommen, und keine Zahl der Warteschlange hat sich geändert</translation>
    </message>
    <message>
        <source>the queue moved while it was looked at</source>
        <translation>die Warteschlange hat sich bewegt, während sie angesehen wurde</translation>
    </message>
    <message>
        <source>the first %1 of %2 messages</source>
        <translation>die ersten %1 von %2 Nachrichten</translation>
    </message>
    <message>
        <source>message %1 and those behind it are not shown: %2</source>
        <translation>Nachricht %1 und die dahinter werden nicht gezeigt: %2</translation>
    </message>
    <message>
        <source>semctl with GETALL, GETNCNT, GETZCNT and GETPID: they only read</source>
        <translation>semctl mit GETALL, GETNCNT, GETZCNT und GETPID: sie lesen nur</translation>
    </message>
    <message>
        <source>the first %1 of %2 semaphores</source>
        <translation>die ersten %1 von %2 Semaphoren</translation>
    </message>
    <message>
        <source>Nobody who may be looked into has the segment attached. For a look it is attached, read only, and detached again: that changes its times and its last user, and nothing in it.</source>
        <translation>Kein Prozess, in den man sehen darf, hat das Segment angehängt. Zum Ansehen wird es nur zum Lesen angehängt und wieder abgehängt: das ändert seine Zeiten und seinen letzten Benutzer, aber nichts darin.</translation>
    </message>
    <message>
        <source>the file behind the attachment of process %1, read only: nothing was attached</source>
        <translation>die Datei hinter der Anhängung von Prozess %1, nur gelesen: nichts wurde angehängt</translation>
    </message>
    <message>
        <source>the memory of processes that have it attached</source>
        <translation>der Speicher von Prozessen, die es angehängt haben</translation>
    </message>
    <message>
        <source>%1: it would have to be attached for a look, which changes its last user and times; that must be allowed first</source>
        <translation>%1: zum Ansehen müsste es angehängt werden, was seinen letzten Benutzer und seine Zeiten ändert; das muss erst erlaubt werden</translation>
    </message>
    <message>
        <source>nobody has it attached</source>
        <translation>niemand hat es angehängt</translation>
    </message>
    <message>
        <source>attached for reading for a moment: its last user and the times of attaching and detaching have changed</source>
        <translation>für einen Moment zum Lesen angehängt: sein letzter Benutzer und die Zeiten des An- und Abhängens haben sich geändert</translation>
    </message>
    <message>
        <source>those who have it attached do not let this user look into them</source>
        <translation>in die Prozesse, die es angehängt haben, darf dieser Benutzer nicht sehen</translation>
    </message>
    <message>
        <source>%1 is left behind: nobody uses it, and the process that made it is gone.</source>
        <translation>%1 ist zurückgelassen: niemand benutzt es, und der Prozess, der es angelegt hat, ist fort.</translation>
    </message>
    <message>
        <source>%1 seems to be left behind: nobody uses it, and those who did are gone.</source>
        <translation>%1 ist anscheinend zurückgelassen: niemand benutzt es, und wer es benutzt hat, ist fort.</translation>
    </message>
    <message>
        <source>made %1 ago by process %2, which is gone</source>
        <translation>vor %1 angelegt von Prozess %2, der fort ist</translation>
    </message>
    <message>
        <source>made %1 ago; the kernel does not tell by whom</source>
        <translation>vor %1 angelegt; von wem, sagt der Kernel nicht</translation>
    </message>
    <message>
        <source>A limit of this machine is nearly used up: %1, %2 of %3.</source>
        <translation>Eine Grenze dieses Rechners ist fast erschöpft: %1, %2 von %3.</translation>
    </message>
    <message>
        <source>%1 is full: %2 of %3.</source>
        <translation>%1 ist voll: %2 von %3.</translation>
    </message>
    <message>
        <source>%1 is nearly full: %2 of %3.</source>
        <translation>%1 ist fast voll: %2 von %3.</translation>
    </message>
    <message>
        <source>%1 waits for room</source>
        <translation>%1 wartet auf Platz</translation>
    </message>
    <message>
        <source>%1 wait for room</source>
        <translation>%1 warten auf Platz</translation>
    </message>
    <message>
        <source>it was so in the sample before, too</source>
        <translation>so war es auch in der Probe davor</translation>
    </message>
    <message>
        <source>%1 is removed, but its memory stays until %2 detaches it.</source>
        <translation>%1 ist entfernt, aber der Speicher bleibt, bis %2 ihn abhängt.</translation>
    </message>
    <message>
        <source>%1 is removed, but its memory stays until %2 detach it.</source>
        <translation>%1 ist entfernt, aber der Speicher bleibt, bis %2 ihn abhängen.</translation>
    </message>
    <message>
        <source>%1 leads nowhere: the file is there, but nobody listens behind it.</source>
        <translation>%1 führt ins Leere: die Datei ist da, aber niemand lauscht dahinter.</translation>
    </message>
    <message>
        <source>the file was made %1 ago</source>
        <translation>die Datei wurde vor %1 angelegt</translation>
    </message>
    <message>
        <source>no socket of this network namespace is bound to its device and inode</source>
        <translation>kein Socket dieses Netzwerk-Namensraums ist an ihr Gerät und ihren Inode gebunden</translation>
    </message>
    <message>
        <source>The owner of %1 seems to be dead without having given it up.</source>
        <translation>Der Besitzer von %1 ist anscheinend tot, ohne es freigegeben zu haben.</translation>
    </message>
    <message>
        <source>The owner of %1 is dead and has not given it up.</source>
        <translation>Der Besitzer von %1 ist tot und hat es nicht freigegeben.</translation>
    </message>
    <message>
        <source>%1 waits for it.</source>
        <translation>%1 wartet darauf.</translation>
    </message>
    <message>
        <source>%1 wait for it.</source>
        <translation>%1 warten darauf.</translation>
    </message>
    <message>
        <source>%1 holds %2 and is stopped; %3 waits for it.</source>
        <translation>%1 hält %2 und ist angehalten; %3 wartet darauf.</translation>
    </message>
    <message>
        <source>%1 holds %2 and is stopped; %3 wait for it.</source>
        <translation>%1 hält %2 und ist angehalten; %3 warten darauf.</translation>
    </message>
    <message>
        <source>its state is T: stopped by a signal</source>
        <translation>sein Zustand ist T: von einem Signal angehalten</translation>
    </message>
    <message>
        <source>its state is t: a debugger has stopped it</source>
        <translation>sein Zustand ist t: ein Debugger hat ihn angehalten</translation>
    </message>
    <message>
        <source>%1 does not get %2: it blocks what was sent.</source>
        <translation>%1 bekommt %2 nicht: er blockiert, was gesendet wurde.</translation>
    </message>
    <message>
        <source>%1 does not get %2, although it does not block all of it: it is stopped, or sleeps where no signal wakes it.</source>
        <translation>%1 bekommt %2 nicht, obwohl er nicht alles davon blockiert: er ist angehalten oder schläft, wo ihn kein Signal weckt.</translation>
    </message>
    <message>
        <source>blocked: %1</source>
        <translation>blockiert: %1</translation>
    </message>
    <message>
        <source>pending in two samples, %1 apart</source>
        <translation>ausstehend in zwei Proben im Abstand von %1</translation>
    </message>
    <message>
        <source>something to come from %1</source>
        <translation>etwas aus %1</translation>
    </message>
    <message>
        <source>room in %1</source>
        <translation>Platz in %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>it itself</source>
        <translation>ihm selbst</translation>
    </message>
    <message>
        <source>which %1 holds</source>
        <translation>gehalten von %1</translation>
    </message>
    <message>
        <source>which %1 hold</source>
        <translation>gehalten von %1</translation>
    </message>
    <message>
        <source>which only %1 could write</source>
        <translation>das nur von %1 geschrieben werden könnte</translation>
    </message>
    <message>
        <source>which only %1 could read</source>
        <translation>der nur von %1 durch Lesen geschaffen werden könnte</translation>
    </message>
    <message>
        <source>which %1 used last</source>
        <translation>zuletzt benutzt von %1</translation>
    </message>
    <message>
        <source>%1 waits for %2, %3</source>
        <translation>%1 wartet auf %2, %3</translation>
    </message>
    <message>
        <source>%1 and for %2, %3</source>
        <translation>%1, und auf %2, %3</translation>
    </message>
    <message>
        <source>%1, thread %2</source>
        <translation>%1, Thread %2</translation>
    </message>
    <message>
        <source>%1, descriptor %2</source>
        <translation>%1, Deskriptor %2</translation>
    </message>
    <message>
        <source>%1, asleep for %2 at least</source>
        <translation>%1, schläft seit mindestens %2</translation>
    </message>
    <message>
        <source>%1 has the write end open as descriptor %2</source>
        <translation>%1 hat das Schreibende als Deskriptor %2 offen</translation>
    </message>
    <message>
        <source>The end of file cannot come: a write end was not closed.</source>
        <translation>Das Dateiende kann nicht kommen: ein Schreibende wurde nicht geschlossen.</translation>
    </message>
    <message>
        <source>The end of file may never come: a write end was not closed.</source>
        <translation>Das Dateiende kommt vielleicht nie: ein Schreibende wurde nicht geschlossen.</translation>
    </message>
    <message>
        <source>It is a deadlock, unless a process that cannot be looked into can end it.</source>
        <translation>Es ist ein Deadlock, es sei denn, ein Prozess, in den man nicht sehen kann, kann ihn beenden.</translation>
    </message>
    <message>
        <source>This may be a deadlock.</source>
        <translation>Das könnte ein Deadlock sein.</translation>
    </message>
    <message>
        <source>not certain: %1</source>
        <translation>nicht sicher: %1</translation>
    </message>
    <message>
        <source>it was seen in one sample only</source>
        <translation>es wurde nur in einer Probe gesehen</translation>
    </message>
    <message>
        <source>%1 waits behind it</source>
        <translation>%1 wartet dahinter</translation>
    </message>
    <message>
        <source>%1 wait behind it</source>
        <translation>%1 warten dahinter</translation>
    </message>
    <message>
        <source>%1 waits for something to come from %2.</source>
        <translation>%1 wartet auf etwas aus %2.</translation>
    </message>
    <message>
        <source>%1 wait for something to come from %2.</source>
        <translation>%1 warten auf etwas aus %2.</translation>
    </message>
    <message>
        <source>Whoever has its write end open has its read end, too, as if one of them had been forgotten; until all write ends are closed there is no end of file.</source>
        <translation>Wer das Schreibende geöffnet hat, hat auch das Leseende, als wäre eines davon vergessen worden; bis alle Schreibenden geschlossen sind, kommt kein Dateiende.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tagen</translation>
    </message>
    <message>
        <source>%1 of other IPC namespaces, with %2 in them</source>
        <translation>%1 anderer IPC-Namensräume (darin: %2)</translation>
    </message>
    <message>
        <source>sockets in another network namespace, with %1 in it</source>
        <translation>Sockets in einem anderen Netzwerk-Namensraum (darin: %1)</translation>
    </message>
    <message>
        <source>sockets in %1 other network namespaces, with %2 in them</source>
        <translation>Sockets in %1 anderen Netzwerk-Namensräumen (darin: %2)</translation>
    </message>
    <message>
        <source>no process has a descriptor of it</source>
        <translation>kein Prozess hat einen Deskriptor davon</translation>
    </message>
    <message>
        <source>no process that may be looked into has a descriptor of it; it takes CAP_SYS_PTRACE to look into those of other users</source>
        <translation>kein Prozess, in den hineingesehen werden darf, hat einen Deskriptor davon; für die anderer Benutzer braucht es CAP_SYS_PTRACE</translation>
    </message>
    <message>
        <source>this needs a descriptor, and none was allowed to be fetched: it would copy %1 for some microseconds (pidfd_getfd), %2, and close it again</source>
        <translation>dazu braucht es einen Deskriptor, und keinen zu holen war erlaubt: %1 würde für einige Mikrosekunden kopiert (pidfd_getfd), um %2, und wieder geschlossen</translation>
    </message>
    <message>
        <source>count its bytes and copy them with tee(2), which leaves them there</source>
        <translation>die Bytes zu zählen und mit tee(2) zu kopieren, was sie dort lässt</translation>
    </message>
    <message>
        <source>look at what waits with recv and MSG_PEEK, which takes nothing</source>
        <translation>mit recv und MSG_PEEK anzusehen, was wartet, was nichts wegnimmt</translation>
    </message>
    <message>
        <source>descriptor %1 of process %2</source>
        <translation>Deskriptor %1 von Prozess %2</translation>
    </message>
    <message>
        <source>%1 was fetched for %2 microseconds: %3</source>
        <translation>%1 wurde für %2 Mikrosekunden geholt: %3</translation>
    </message>
    <message>
        <source>FIONREAD and F_GETPIPE_SZ</source>
        <translation>FIONREAD und F_GETPIPE_SZ</translation>
    </message>
    <message>
        <source>FIONREAD, F_GETPIPE_SZ and tee(2), nothing was taken</source>
        <translation>FIONREAD, F_GETPIPE_SZ und tee(2), nichts wurde entnommen</translation>
    </message>
    <message>
        <source>FIONREAD and F_GETPIPE_SZ, there is nothing in it</source>
        <translation>FIONREAD und F_GETPIPE_SZ, es ist nichts darin</translation>
    </message>
    <message>
        <source>recv with MSG_PEEK, nothing was taken</source>
        <translation>recv mit MSG_PEEK, nichts wurde entnommen</translation>
    </message>
    <message>
        <source>no process that may be looked into has it open to read: its contents can be copied only from such an end</source>
        <translation>kein Prozess, in den hineingesehen werden darf, hat sie zum Lesen geöffnet: nur von einem solchen Ende lässt sich der Inhalt kopieren</translation>
    </message>
    <message>
        <source>somebody was faster: it is empty now</source>
        <translation>jemand war schneller: jetzt ist sie leer</translation>
    </message>
    <message>
        <source>the first %1 of %2 bytes</source>
        <translation>die ersten %1 von %2 Bytes</translation>
    </message>
    <message>
        <source>the first of the bytes that wait</source>
        <translation>die ersten der Bytes, die warten</translation>
    </message>
    <message>
        <source>nothing waits to be received</source>
        <translation>nichts wartet darauf, empfangen zu werden</translation>
    </message>
    <message>
        <source>what comes next is empty: a message of no bytes, or the end</source>
        <translation>was als Nächstes kommt, ist leer: eine Nachricht ohne Bytes oder das Ende</translation>
    </message>
    <message>
        <source>it listens, and carries no data itself</source>
        <translation>er lauscht und trägt selbst keine Daten</translation>
    </message>
    <message>
        <source>the first message; those behind it are not shown</source>
        <translation>die erste Nachricht; die dahinter sind nicht gezeigt</translation>
    </message>
    <message>
        <source>the beginning of the first message; those behind it are not shown</source>
        <translation>der Anfang der ersten Nachricht; die dahinter sind nicht gezeigt</translation>
    </message>
    <message>
        <source>an error waits to be told to its owner; a look would take it away</source>
        <translation>ein Fehler wartet auf seinen Besitzer; ein Blick nähme ihn weg</translation>
    </message>
    <message>
        <source>its program looks ahead itself (SO_PEEK_OFF): a look from here would move its place</source>
        <translation>sein Programm sieht selbst voraus (SO_PEEK_OFF): ein Blick von hier verschöbe seine Stelle</translation>
    </message>
    <message>
        <source>process %1 has closed it</source>
        <translation>Prozess %1 hat es geschlossen</translation>
    </message>
    <message>
        <source>process %1 may not be looked into: Yama allows it only to its parents (ptrace_scope %2); it takes CAP_SYS_PTRACE</source>
        <translation>in Prozess %1 darf nicht hineingesehen werden: Yama erlaubt es nur seinen Eltern (ptrace_scope %2); es braucht CAP_SYS_PTRACE</translation>
    </message>
    <message>
        <source>process %1 may not be looked into: it belongs to another user or protects itself; it takes CAP_SYS_PTRACE</source>
        <translation>in Prozess %1 darf nicht hineingesehen werden: er gehört einem anderen Benutzer oder schützt sich; es braucht CAP_SYS_PTRACE</translation>
    </message>
    <message>
        <source>the permissions of the %1 do not let this user read it; CAP_IPC_OWNER passes them</source>
        <translation>die Rechte (%1) lassen diesen Benutzer nicht lesen; CAP_IPC_OWNER setzt sich darüber hinweg</translation>
    </message>
    <message>
        <source>the %1 is in another IPC namespace, where nothing is done or looked into from here: nsenter -i -t PID ipcs, ipcrm</source>
        <translation>in einem anderen IPC-Namensraum (%1), wo von hier aus nichts getan und nicht hineingesehen wird: nsenter -i -t PID ipcs, ipcrm</translation>
    </message>
    <message>
        <source>%1 of %2 pages are shown as zeros: no process that may be looked into has touched them</source>
        <translation>%1 von %2 Seiten sind als Nullen gezeigt: kein Prozess, in den hineingesehen werden darf, hat sie berührt</translation>
    </message>
    <message>
        <source>%1 of %2 bytes, from %3 on</source>
        <translation>%1 von %2 Bytes, ab %3</translation>
    </message>
    <message>
        <source>there is no %1 any more</source>
        <translation>%1 gibt es nicht mehr</translation>
    </message>
    <message>
        <source>%1 cannot be opened for reading</source>
        <translation>%1 lässt sich nicht zum Lesen öffnen</translation>
    </message>
    <message>
        <source>%1 cannot be removed</source>
        <translation>%1 lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>%1 cannot be changed</source>
        <translation>%1 lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>%1 is not the one that was seen: that one is gone, and another has its name or number now</source>
        <translation>%1 ist nicht mehr, was gesehen wurde: das ist fort, und etwas anderes hat jetzt den Namen oder die Nummer</translation>
    </message>
    <message>
        <source>%1 is not the one that was seen: another one has its name now</source>
        <translation>%1 ist nicht mehr, was gesehen wurde: etwas anderes hat jetzt den Namen</translation>
    </message>
    <message>
        <source>%1 is not the one that was seen: it was made anew since</source>
        <translation>%1 ist nicht mehr, was gesehen wurde: es wurde seitdem neu gemacht</translation>
    </message>
    <message>
        <source>%1 is in use: %2</source>
        <translation>%1 ist in Gebrauch: %2</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not permitted, needs %1</source>
        <translation>nicht erlaubt, braucht %1</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>not available: %1</source>
        <translation>nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (fort)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>it may wait for whatever comes</source>
        <translation>er wartet vielleicht auf das, was gerade kommt</translation>
    </message>
    <message>
        <source>its owner is a guess</source>
        <translation>sein Besitzer ist eine Vermutung</translation>
    </message>
    <message>
        <source>it has no owner: any process that may use it could end the wait</source>
        <translation>es hat keinen Besitzer: jeder Prozess, der es benutzen darf, könnte das Warten beenden</translation>
    </message>
    <message>
        <source>any process that knows its name can open it</source>
        <translation>jeder Prozess, der den Namen kennt, kann es öffnen</translation>
    </message>
    <message>
        <source>open files of %1 (%2)</source>
        <translation>offene Dateien von %1 (%2)</translation>
    </message>
    <message>
        <source>memory of the files in /dev/shm</source>
        <translation>Speicher der Dateien in /dev/shm</translation>
    </message>
    <message>
        <source>files in /dev/shm</source>
        <translation>Dateien in /dev/shm</translation>
    </message>
    <message>
        <source>processes and threads of the group %1</source>
        <translation>Prozesse und Threads der Gruppe %1</translation>
    </message>
    <message>
        <source>inotify instances of user %1</source>
        <translation>inotify-Instanzen des Benutzers %1</translation>
    </message>
    <message>
        <source>inotify watches of user %1</source>
        <translation>inotify-Beobachtungen des Benutzers %1</translation>
    </message>
    <message>
        <source>of the processes that may be looked into</source>
        <translation>der Prozesse, in die hineingesehen werden darf</translation>
    </message>
    <message>
        <source>a BPF iterator read the queue in the kernel: nothing was taken</source>
        <translation>ein BPF-Iterator hat die Warteschlange im Kernel gelesen: nichts wurde entnommen</translation>
    </message>
    <message>
        <source>its messages are not shown: %1</source>
        <translation>ihre Nachrichten werden nicht gezeigt: %1</translation>
    </message>
    <message>
        <source>this build was made without BPF</source>
        <translation>dieses Programm wurde ohne BPF gebaut</translation>
    </message>
    <message>
        <source>only a program in the kernel (BPF) can read them, which needs CAP_BPF and CAP_PERFMON</source>
        <translation>nur ein Programm im Kernel (BPF) kann sie lesen, und das braucht CAP_BPF und CAP_PERFMON</translation>
    </message>
    <message>
        <source>the kernel does not describe its memory: there is no /sys/kernel/btf/vmlinux</source>
        <translation>der Kernel beschreibt seinen Speicher nicht: /sys/kernel/btf/vmlinux gibt es nicht</translation>
    </message>
    <message>
        <source>%1 cannot be loaded; install the package %2</source>
        <translation>%1 kann nicht geladen werden; das Paket %2 installieren</translation>
    </message>
    <message>
        <source>%1 is too old: it has no %2</source>
        <translation>%1 ist zu alt: es hat kein %2</translation>
    </message>
    <message>
        <source>the kernel is locked down (confidentiality): no program may read its memory</source>
        <translation>der Kernel ist abgeriegelt (confidentiality): kein Programm darf seinen Speicher lesen</translation>
    </message>
    <message>
        <source>this kernel has no bpf(2)</source>
        <translation>dieser Kernel hat kein bpf(2)</translation>
    </message>
    <message>
        <source>bpf(2) is not permitted here, in spite of the capabilities: a container or a filter of system calls refuses it</source>
        <translation>bpf(2) ist hier trotz der Capabilities nicht erlaubt: ein Container oder ein Filter für Systemaufrufe verweigert es</translation>
    </message>
    <message>
        <source>this kernel does not take the program that would read them: %1 (it is made for Linux 5.17 and newer)</source>
        <translation>dieser Kernel nimmt das Programm nicht an, das sie lesen würde: %1 (es ist für Linux 5.17 und neuer gemacht)</translation>
    </message>
    <message>
        <source>the program in the kernel has not come by the queue</source>
        <translation>das Programm im Kernel ist an der Warteschlange nicht vorbeigekommen</translation>
    </message>
    <message>
        <source>the program in the kernel cannot be kept: %1</source>
        <translation>das Programm im Kernel kann nicht behalten werden: %1</translation>
    </message>
    <message>
        <source>the queue moved while it was looked at: only messages that stayed meanwhile are shown</source>
        <translation>die Warteschlange bewegte sich, während sie angesehen wurde: gezeigt werden nur Nachrichten, die währenddessen blieben</translation>
    </message>
    <message>
        <source>the first %1 of %2 messages, and of long ones only the beginning</source>
        <translation>die ersten %1 von %2 Nachrichten, und von langen nur der Anfang</translation>
    </message>
    <message>
        <source>of long messages only the beginning: %1 of %2 bytes in all</source>
        <translation>von langen Nachrichten nur der Anfang: %1 von insgesamt %2 Bytes</translation>
    </message>
    <message>
        <source>The next to come out first. In a run: what it has sent and nobody has received yet, as far as it knows, the first 256 messages, of each the first 256 bytes. On the machine: what the kernel holds, whoever sent it, where a program in the kernel (BPF) may read it.</source>
        <translation>Die nächste, die herauskommt, zuerst. In einem Lauf: was er gesendet und noch niemand empfangen hat, soweit er es weiß, die ersten 256 Nachrichten, von jeder die ersten 256 Bytes. Auf der Maschine: was der Kernel hält, wer immer es gesendet hat, wo ein Programm im Kernel (BPF) es lesen darf.</translation>
    </message>
    <message>
        <source>%1 of %2 messages are cut short</source>
        <translation>%1 von %2 Nachrichten sind gekürzt</translation>
    </message>
    <message>
        <source>the first %1 of %2 messages, %3 of %4 messages are cut short</source>
        <translation>die ersten %1 von %2 Nachrichten, %3 von %4 Nachrichten sind gekürzt</translation>
    </message>
    <message>
        <source>permission to write to the file</source>
        <translation>Erlaubnis, in die Datei zu schreiben</translation>
    </message>
    <message>
        <source>socket:[%1] may be bound to it, in another tree of files</source>
        <translation>socket:[%1] könnte daran gebunden sein, in einem anderen Dateibaum</translation>
    </message>
    <message>
        <source>socket:[%1] is bound to it</source>
        <translation>socket:[%1] ist daran gebunden</translation>
    </message>
    <message>
        <source>a socket of a network namespace that may not be entered is bound to it</source>
        <translation>ein Socket eines Netzwerk-Namensraums, der nicht betreten werden darf, ist daran gebunden</translation>
    </message>
    <message>
        <source>nobody can say that %1 is not in use: the kernel does not tell (%2)</source>
        <translation>niemand kann sagen, dass %1 nicht benutzt wird: der Kernel sagt es nicht (%2)</translation>
    </message>
    <message>
        <source>a look at it shows no contents</source>
        <translation>ein Blick hinein zeigt keinen Inhalt</translation>
    </message>
    <message>
        <source>what %1 of 32 bits wait for</source>
        <translation>worauf %1 mit 32 Bit warten</translation>
    </message>
    <message>
        <source>sockets of other network namespaces, if there are any: %1 may not be looked into</source>
        <translation>Sockets anderer Netzwerk-Namensräume, falls es welche gibt: in %1 darf nicht hineingesehen werden</translation>
    </message>
    <message>
        <source>%1 leads to another file here than the one that was seen: nothing is done to it</source>
        <translation>%1 führt hier zu einer anderen Datei als der gesehenen: nichts wird damit getan</translation>
    </message>
    <message>
        <source>%1 was seen by a probe that has ended since: it has to be looked at again</source>
        <translation>%1 wurde von einer Sonde gesehen, die inzwischen geendet hat: es muss erneut angesehen werden</translation>
    </message>
    <message>
        <source>%1 belongs to another user, whose processes may not be looked into: it takes CAP_SYS_PTRACE</source>
        <translation>%1 gehört einem anderen Benutzer, in dessen Prozesse nicht hineingesehen werden darf: dazu braucht es CAP_SYS_PTRACE</translation>
    </message>
    <message>
        <source>%1 cannot be looked at</source>
        <translation>%1 kann nicht angesehen werden</translation>
    </message>
    <message>
        <source>%1 leads nowhere on purpose: systemd covers with it what a service may not reach</source>
        <translation>%1 führt mit Absicht nirgendwohin: systemd verdeckt damit, was ein Dienst nicht erreichen darf</translation>
    </message>
    <message>
        <source>the bus does not tell it</source>
        <translation>der Bus sagt es nicht</translation>
    </message>
    <message>
        <source>names of the session buses of other users</source>
        <translation>Namen der Sitzungsbusse anderer Benutzer</translation>
    </message>
    <message>
        <source>a probe of that user</source>
        <translation>eine Sonde dieses Benutzers</translation>
    </message>
    <message>
        <source>What would raise it.</source>
        <translation>Was sie anheben würde.</translation>
    </message>
    <message>
        <source>the kernel allows no more</source>
        <translation>der Kernel erlaubt nicht mehr</translation>
    </message>
    <message>
        <source>the kernel allows no more, unless it is started with ipcmni_extend</source>
        <translation>der Kernel erlaubt nicht mehr, außer er wird mit ipcmni_extend gestartet</translation>
    </message>
    <message>
        <source>how much is used of a limit: %1 cannot be read</source>
        <translation>wie viel von einer Grenze verbraucht ist: %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>how many POSIX message queues there are: those of this IPC namespace cannot be listed</source>
        <translation>wie viele POSIX-Nachrichtenwarteschlangen es gibt: die dieses IPC-Namensraums können nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>a process of another pid namespace</source>
        <translation>ein Prozess eines anderen PID-Namensraums</translation>
    </message>
    <message>
        <source>a function is started in a thread of the process</source>
        <translation>eine Funktion wird in einem Thread des Prozesses gestartet</translation>
    </message>
    <message>
        <source>whether it may be executed never changes</source>
        <translation>ob es ausgeführt werden darf, ändert sich nie mehr</translation>
    </message>
    <message>
        <source>its process cannot be seen from here</source>
        <translation>sein Prozess ist von hier aus nicht zu sehen</translation>
    </message>
    <message>
        <source>it is mounted with noatime</source>
        <translation>es ist mit noatime eingehängt</translation>
    </message>
    <message>
        <source>Last mapped or read</source>
        <translation>Zuletzt eingeblendet oder gelesen</translation>
    </message>
    <message>
        <source>Linux keeps this to the day only (relatime).</source>
        <translation>Linux führt das nur auf den Tag genau (relatime).</translation>
    </message>
    <message>
        <source>%1 may be left behind: nobody is seen to have it.</source>
        <translation>%1 ist vielleicht übrig geblieben: niemand ist zu sehen, der es hat.</translation>
    </message>
    <message>
        <source>last used %1 ago, by the times that the kernel keeps</source>
        <translation>zuletzt vor %1 benutzt, nach den Zeiten, die der Kernel führt</translation>
    </message>
    <message>
        <source>not used since, by the times that the kernel keeps</source>
        <translation>seitdem nicht benutzt, nach den Zeiten, die der Kernel führt</translation>
    </message>
    <message>
        <source>%1 may use it, too</source>
        <translation>%1 könnte es auch benutzen</translation>
    </message>
    <message>
        <source>It waits for nobody but itself: it is a deadlock.</source>
        <translation>Er wartet auf niemanden als sich selbst: es ist ein Deadlock.</translation>
    </message>
    <message>
        <source>They wait for nobody but each other: it is a deadlock.</source>
        <translation>Sie warten auf niemanden als einander: es ist ein Deadlock.</translation>
    </message>
    <message>
        <source>It is a deadlock, unless a time limit ends it.</source>
        <translation>Es ist ein Deadlock, außer ein Zeitlimit beendet es.</translation>
    </message>
    <message>
        <source>%1 may hold it, too</source>
        <translation>%1 könnte es auch halten</translation>
    </message>
    <message>
        <source>a time limit set on a socket (SO_RCVTIMEO) cannot be seen</source>
        <translation>ein Zeitlimit, das an einem Socket gesetzt ist (SO_RCVTIMEO), ist nicht zu sehen</translation>
    </message>
    <message>
        <source>processes that cannot be looked into</source>
        <translation>Prozesse, in die nicht hineingesehen werden kann</translation>
    </message>
    <message>
        <source>%1, which cannot be looked into,</source>
        <translation>%1, in den nicht hineingesehen werden kann,</translation>
    </message>
    <message>
        <source>How many threads sleep in a call on it; not known where some may not be seen. Alone: there are any.</source>
        <translation>Wie viele Threads in einem Aufruf darauf schlafen; nicht bekannt, wo einige nicht gesehen werden dürfen. Allein: es gibt welche.</translation>
    </message>
    <message>
        <source>part of %1: it could not be read</source>
        <translation>ein Teil von %1: er konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>processes outside this pid namespace</source>
        <translation>Prozesse außerhalb dieses PID-Namensraums</translation>
    </message>
    <message>
        <source>a probe in the first pid namespace</source>
        <translation>eine Sonde im ersten PID-Namensraum</translation>
    </message>
    <message>
        <source>%1 (not seen)</source>
        <translation>%1 (nicht zu sehen)</translation>
    </message>
    <message>
        <source>nobody seen; %1 cannot be looked into</source>
        <translation>niemand zu sehen; in %1 kann nicht hineingesehen werden</translation>
    </message>
    <message>
        <source>some processes</source>
        <translation>einige Prozesse</translation>
    </message>
    <message>
        <source>a process of it handles SIGALRM, with which a timer may wake it</source>
        <translation>einer der Prozesse behandelt SIGALRM, womit ihn ein Timer wecken kann</translation>
    </message>
    <message>
        <source>objects of other IPC namespaces, if there are any: %1 may not be looked into</source>
        <translation>Objekte anderer IPC-Namensräume, falls es welche gibt: in %1 darf nicht hineingesehen werden</translation>
    </message>
</context>
</TS>
