package drydock.desktop;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// The mouse and the keyboard of a display, through its XTEST extension.
final class XInput {

    private static final int STEPS = 8;
    private static final String SHIFT = "Shift_L";

    private final Xlib x;
    private final MemorySegment display;

    XInput(Xlib x, MemorySegment display) {
        this.x = x;
        this.display = display;
    }

    /// Presses keys one after the other and lets them go in the opposite order.
    ///
    /// @param names as `keysymdef.h` has them without `XK_`
    void keys(String... names) {
        List<Integer> codes = List.of(names).stream()
                .map(name -> x.keyCode(display, keysym(name)))
                .toList();
        codes.forEach(code -> key(code, true));
        codes.reversed().forEach(code -> key(code, false));
        sync();
    }

    /// Types a text of ASCII characters.
    void type(String text) {
        for (char letter : text.toCharArray()) {
            int code = x.keyCode(display, letter);
            boolean shifted = x.id("XkbKeycodeToKeysym", display, (byte) code, 0, 0) != letter;
            int shift = x.keyCode(display, keysym(SHIFT));
            if (shifted) {
                key(shift, true);
            }
            key(code, true);
            key(code, false);
            if (shifted) {
                key(shift, false);
            }
        }
        sync();
    }

    void move(int left, int top) {
        x.number("XTestFakeMotionEvent", display, -1, left, top, 0L);
        sync();
    }

    /// Moves in steps, as a hand does.
    void drag(int fromLeft, int fromTop, int toLeft, int toTop) {
        for (int i = 0; i <= STEPS; i++) {
            move(fromLeft + (toLeft - fromLeft) * i / STEPS, fromTop + (toTop - fromTop) * i / STEPS);
        }
    }

    void press() {
        button(true);
    }

    void release() {
        button(false);
    }

    void click(int left, int top) {
        move(left, top);
        press();
        release();
    }

    private void button(boolean down) {
        x.number("XTestFakeButtonEvent", display, 1, down ? 1 : 0, 0L);
        sync();
    }

    private void key(int code, boolean down) {
        x.number("XTestFakeKeyEvent", display, code, down ? 1 : 0, 0L);
    }

    private long keysym(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return x.id("XStringToKeysym", arena.allocateFrom(name));
        }
    }

    private void sync() {
        x.number("XSync", display, 0);
    }
}
