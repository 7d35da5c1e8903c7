package drydock.desktop;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The question `_NET_WM_PING` of a window manager, which a program answers in its turn, after the input before it.
final class XPing {

    /// From X.h and Xlib.h (64 bits): XEvent and XClientMessageEvent.
    private static final int EVENT_BYTES = 192;

    private static final int CLIENT_MESSAGE = 33;
    private static final int WINDOW = 32;
    private static final int MESSAGE_TYPE = 40;
    private static final int FORMAT = 48;
    private static final int DATA = 56;
    private static final int LONGS = 32;
    private static final long SUBSTRUCTURE_NOTIFY = 1L << 19;

    private static final AtomicLong TIMES = new AtomicLong();

    private final Xlib x;
    private final MemorySegment display;

    XPing(Xlib x, MemorySegment display) {
        this.x = x;
        this.display = display;
    }

    /// Asks the window and waits for the answer.
    void send(long window) {
        long root = x.id("XDefaultRootWindow", display);
        long time = TIMES.incrementAndGet();
        try (Arena arena = Arena.ofConfined()) {
            x.number("XSelectInput", display, root, SUBSTRUCTURE_NOTIFY);
            MemorySegment event = arena.allocate(EVENT_BYTES, Long.BYTES);
            event.set(JAVA_INT, 0, CLIENT_MESSAGE);
            event.set(JAVA_LONG, WINDOW, window);
            event.set(JAVA_LONG, MESSAGE_TYPE, x.id("XInternAtom", display, arena.allocateFrom("WM_PROTOCOLS"), 0));
            event.set(JAVA_INT, FORMAT, LONGS);
            event.set(JAVA_LONG, DATA, x.id("XInternAtom", display, arena.allocateFrom("_NET_WM_PING"), 0));
            event.set(JAVA_LONG, DATA + Long.BYTES, time);
            event.set(JAVA_LONG, DATA + 2 * Long.BYTES, window);
            x.number("XSendEvent", display, window, 0, 0L, event);
            x.number("XSync", display, 0);
            MemorySegment answer = arena.allocate(EVENT_BYTES, Long.BYTES);
            DesktopTest.await("an answer to a ping", () -> isAnswered(root, time, answer));
        }
    }

    private Optional<Boolean> isAnswered(long root, long time, MemorySegment answer) {
        while (x.number("XCheckTypedWindowEvent", display, root, CLIENT_MESSAGE, answer) != 0) {
            if (answer.get(JAVA_LONG, DATA + Long.BYTES) == time) {
                return Optional.of(true);
            }
        }
        return Optional.empty();
    }
}
