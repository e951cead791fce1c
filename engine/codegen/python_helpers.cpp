#include "codegen/helpers.h"

namespace ipcscope {

namespace {

const char* const quoted = R"py(def quoted(data):
    """Bytes as text: what cannot be printed as \\xNN."""
    text = ""
    for char in data[:SHOWN].decode(errors="surrogateescape"):
        code = ord(char)
        if char in "\"\\":
            text += "\\" + char
        elif char == "\n":
            text += "\\n"
        elif code < 32 or code == 127 or code >= 0xdc80 and code < 0xdd00:
            text += f"\\x{code & 0xff:02x}"
        else:
            text += char
    return f'"{text}"' + ("..." if len(data) > SHOWN else ""))py";

const char* const tell = R"py(def tell(line):
    """Prints a line in one piece, because several processes print."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode(errors="surrogateescape")))py";

const char* const say = R"py(def say(step, ret=0, payload=None, **results):
    """Prints how a call ended; of the results those that are there."""
    words = [f"{step} = {ret}"]
    if payload is not None:
        words.append(quoted(payload))
    for name, value in results.items():
        if value is not None:
            words.append(f"{name}={str(value).lower() if isinstance(value, bool) else value}")
    tell(" ".join(words)))py";

const char* const repeated = R"py(def repeated(data, size):
    """`size` bytes, made of `data` again and again."""
    return (data * (size // len(data) + 1))[:size] if data else bytes(size))py";

const char* const mapping = R"py(class Mapping:
    """Memory that is seen in this process at `address`."""
    def __init__(self, address, size):
        self.address, self.size = address, size)py";

const char* const received = R"py(class Received(ctypes.Structure):
    """Bytes that one process has got, for another one."""
    _fields_ = [("size", ctypes.c_long), ("bytes", ctypes.c_char * 4096)]

    def put(self, data):
        data = os.fsencode(data)
        self.size, self.bytes = len(data), data

    def get(self):
        return ctypes.string_at(ctypes.addressof(self) + Received.bytes.offset, self.size))py";

const char* const call_libc = R"py(def call_libc(function, *arguments):
    """Calls a function of the C library that Python does not have."""
    ret = function(*arguments)
    if ret == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return ret)py";

const char* const timespec = R"py(class timespec(ctypes.Structure):
    _fields_ = [("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long)])py";

const char* const call_alone = R"py(class Call:
    """A call whose failure is an outcome, and does not end the program."""
    inside = False  # a signal may interrupt it now

    def __enter__(self):
        self.error = None
        Call.inside = True
        return self

    def __exit__(self, kind, error, trace):
        Call.inside = False
        self.error = error
        return isinstance(error, OSError)  # then it ends here)py";

const char* const call_shared = R"py(class Call:
    """A call whose failure is an outcome, and does not end the program. With `me` and `following`: it may sleep,
    and the following process goes on when it is asleep in the kernel."""
    inside = False  # a signal may interrupt it now

    def __init__(self, me=None, following=None):
        self.me, self.following, self.error = me, following, None

    def __enter__(self):
        Call.inside = True
        if self.me is not None:
            shared.in_call[self.me] = True
            give_turn(self.following)
        return self

    def __exit__(self, kind, error, trace):
        Call.inside = False
        if self.me is not None:
            shared.in_call[self.me] = False
        self.error = error
        return isinstance(error, OSError)  # then it ends here)py";

const char* const call_outcomes = R"py(

    def check(self):
        """It had to succeed."""
        if self.error:
            raise self.error

    def fails(self, step, expected, rounds=None):
        """It had to fail with this errno: what follows would make no sense otherwise."""
        if self.error is None or self.error.errno != expected:
            raise RuntimeError(f"{step}: an unexpected outcome") from self.error
        tell(f"{step} {errno.errorcode[expected]}" + ("" if rounds is None else f" rounds={rounds}"))

    def succeeds(self, step):
        """Says so if it has failed."""
        if self.error:
            tell(f"{step} {errno.errorcode[self.error.errno]}")
        return self.error is None

    def rounds(self, step, rounds):
        """How a loop ended."""
        word = errno.errorcode[self.error.errno] if self.error else "="
        tell(f"{step} {word} rounds={rounds}"))py";

const char* const interrupted = R"py(def interrupted(signo, frame):
    """Lets a call that sleeps fail with EINTR; Python would begin it anew otherwise (PEP 475)."""
    if Call.inside:
        raise InterruptedError(errno.EINTR, os.strerror(errno.EINTR)))py";

const char* const state_of = R"py(def state_of(pid):
    """What a process does now, as in proc_pid_stat(5): S sleeps, T is stopped, Z has ended; "" = it is gone."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()[0].decode()  # the name may hold anything
    except (FileNotFoundError, ProcessLookupError):
        return "")py";

const char* const until_asleep = R"py(def until_asleep(who, step):
    """Waits until a call of another process has come back, or sleeps. Says so if it sleeps."""
    while shared.in_call[who]:
        if state_of(shared.pid[who]) in ("S", "T") and shared.in_call[who]:
            if step:
                tell(f"{step} blocked")
            return
        time.sleep(0.0001))py";

const char* const until_ended = R"py(def until_ended(who):
    """Waits until a process has ended: it is a zombie then, or gone."""
    while state_of(shared.pid[who]) not in ("Z", "X", "") and not shared.failed:
        time.sleep(0.0001)
    shared.in_call[who] = False)py";

const char* const reap_children = R"py(def reap_children():
    """Waits for all children of this process, and says how each of them ended."""
    while True:
        try:
            pid, status = os.wait()
        except ChildProcessError:
            return
        name = NAMES[shared.pid[:MAIN].index(pid)] if pid in shared.pid[:MAIN] else "a child"
        if os.WIFEXITED(status):
            tell(f"{name}: exited {os.WEXITSTATUS(status)}")
        else:
            tell(f"{name}: killed {signal_name(os.WTERMSIG(status))}"))py";

const char* const give_turn = R"py(def give_turn(following):
    """Lets another process go on."""
    turns[following].release())py";

const char* const take_turn = R"py(def take_turn(me):
    """Waits until it is this process's turn. No turn within a minute: somebody does not go on, so give up."""
    if not turns[me].acquire(timeout=60):
        raise TimeoutError(f"process {me} waits for its turn")
    if shared.failed:
        raise RuntimeError("somebody else has failed"))py";

const char* const start_worker = R"py(def start_worker(who, run):
    """Makes a process that does what `run` says, and nothing else."""
    pid = os.fork()
    if pid == 0:
        try:
            run()
        except BaseException:  # main sees it and ends the others
            traceback.print_exc()
            shared.failed = True
            give_turn(MAIN)
            os._exit(1)
        os._exit(0)
    shared.pid[who] = pid
    return pid)py";

const char* const signal_name = R"py(def signal_name(signo):
    """SIGUSR1 for 10."""
    if signo <= signal.SIGRTMIN:
        return signal.Signals(signo).name
    return f"SIGRTMIN+{signo - signal.SIGRTMIN}")py";

}  // namespace

std::vector<HelperCode> python_helpers(bool alone) {
    static const std::string with_sharing = std::string(call_shared) + call_outcomes;
    static const std::string without = std::string(call_alone) + call_outcomes;
    const auto one = [](const char* name, const char* text, const char* imports = "") {
        return HelperCode{name, {.python = text}, {.imports = imports}};
    };
    return {
        one("SHOWN", "SHOWN = @SHOWN@  # bytes of what was received, at most"),
        one("libc", "libc = ctypes.CDLL(None, use_errno=True)", "ctypes"),
        one("signal_name", signal_name, "signal"),
        one("quoted", quoted),
        one("tell", tell, "os sys"),
        one("say", say),
        one("repeated", repeated),
        one("Mapping", mapping),
        one("Received", received, "ctypes os"),
        one("call_libc", call_libc, "ctypes os"),
        one("timespec", timespec, "ctypes"),
        one("Call", alone ? without.c_str() : with_sharing.c_str(), "errno"),
        one("interrupted", interrupted, "errno os"),
        one("state_of", state_of),
        one("until_asleep", until_asleep, "time"),
        one("until_ended", until_ended, "time"),
        one("give_turn", give_turn),
        one("take_turn", take_turn),
        one("reap_children", reap_children, "os signal"),
        one("start_worker", start_worker, "os traceback"),
    };
}

}  // namespace ipcscope
