package drydock.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The windows of a display, and which of them has the keyboard. There is no window manager: who looks is that.
@SuppressWarnings("restricted") // what Xlib gives is memory of its own
final class XWindows {

    /// The size of XWindowAttributes, and where it says whether the window can be seen (Xlib.h, 64 bits).
    private static final int ATTRIBUTES_BYTES = 136;

    private static final int MAP_STATE = 92;
    private static final int VIEWABLE = 2;
    private static final long LONGEST_TITLE = 256;
    private static final int TO_PARENT = 2;
    private static final int LONGS = 32;
    private static final int REPLACE = 0;
    private static final long NORMAL_STATE = 1;

    private final Xlib x;
    private final MemorySegment display;

    XWindows(Xlib x, MemorySegment display) {
        this.x = x;
        this.display = display;
    }

    /// The windows with a title that can be seen, the uppermost last.
    List<XWindow> seen() {
        List<XWindow> seen = new ArrayList<>();
        for (long id : children(x.id("XDefaultRootWindow", display))) {
            title(id).flatMap(title -> seen(id, title)).ifPresent(seen::add);
        }
        return List.copyOf(seen);
    }

    /// Gives the keyboard to the window, as a window manager does with one that is new or clicked.
    void focus(XWindow window) {
        markNormal(window.id());
        x.number("XRaiseWindow", display, window.id());
        x.number("XSetInputFocus", display, window.id(), TO_PARENT, 0L);
        x.number("XSync", display, 0);
    }

    /// Programs look for this mark of a window manager to know which window takes what is dropped (ICCCM 4.1.3.1).
    private void markNormal(long window) {
        try (Arena arena = Arena.ofConfined()) {
            long state = x.id("XInternAtom", display, arena.allocateFrom("WM_STATE"), 0);
            MemorySegment normal = arena.allocateFrom(JAVA_LONG, NORMAL_STATE, 0);
            x.number("XChangeProperty", display, window, state, state, LONGS, REPLACE, normal, 2);
        }
    }

    /// Waits until the window's program has taken all input that was sent before.
    void settle(XWindow window) {
        new XPing(x, display).send(window.id());
    }

    private List<Long> children(long window) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(ADDRESS);
            MemorySegment count = arena.allocate(JAVA_INT);
            MemorySegment ignored = arena.allocate(JAVA_LONG);
            if (x.number("XQueryTree", display, window, ignored, ignored, found, count) == 0) {
                return List.of();
            }
            int number = count.get(JAVA_INT, 0);
            MemorySegment ids = found.get(ADDRESS, 0).reinterpret(number * JAVA_LONG.byteSize());
            List<Long> children = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                children.add(ids.getAtIndex(JAVA_LONG, i));
            }
            x.number("XFree", ids);
            return children;
        }
    }

    private Optional<XWindow> seen(long id, String title) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, Long.BYTES);
            if (x.number("XGetWindowAttributes", display, id, attributes) == 0
                    || attributes.get(JAVA_INT, MAP_STATE) != VIEWABLE) {
                return Optional.empty();
            }
            return Optional.of(new XWindow(
                    id,
                    title,
                    attributes.getAtIndex(JAVA_INT, 0),
                    attributes.getAtIndex(JAVA_INT, 1),
                    attributes.getAtIndex(JAVA_INT, 2),
                    attributes.getAtIndex(JAVA_INT, 3)));
        }
    }

    private Optional<String> title(long window) {
        try (Arena arena = Arena.ofConfined()) {
            long name = x.id("XInternAtom", display, arena.allocateFrom("_NET_WM_NAME"), 0);
            MemorySegment type = arena.allocate(JAVA_LONG);
            MemorySegment format = arena.allocate(JAVA_INT);
            MemorySegment length = arena.allocate(JAVA_LONG);
            MemorySegment rest = arena.allocate(JAVA_LONG);
            MemorySegment found = arena.allocate(ADDRESS);
            int failed = x.number(
                    "XGetWindowProperty",
                    display,
                    window,
                    name,
                    0L,
                    LONGEST_TITLE,
                    0,
                    0L,
                    type,
                    format,
                    length,
                    rest,
                    found);
            MemorySegment bytes = found.get(ADDRESS, 0);
            if (failed != 0 || bytes.equals(MemorySegment.NULL)) {
                return Optional.empty();
            }
            MemorySegment text = bytes.reinterpret(length.get(JAVA_LONG, 0));
            String title = StandardCharsets.UTF_8.decode(text.asByteBuffer()).toString();
            x.number("XFree", bytes);
            return Optional.of(title);
        }
    }
}
