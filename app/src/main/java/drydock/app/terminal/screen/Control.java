package drydock.app.terminal.screen;

import java.util.List;
import java.util.function.Consumer;

/// One control sequence (`CSI`), as `CSI 3;4H`.
final class Control {

    private static final int DEVICE_STATUS = 5;
    private static final int CURSOR_POSITION = 6;

    private final Screen screen;
    private final String mark;
    private final List<Integer> numbers;
    private final Consumer<String> reply;

    /// @param sequence what stands between `CSI` and its last character
    Control(Screen screen, String sequence, Consumer<String> reply) {
        this.screen = screen;
        this.reply = reply;
        int digits = 0;
        while (digits < sequence.length() && "?><=!".indexOf(sequence.charAt(digits)) >= 0) {
            digits++;
        }
        String behind = sequence.replaceFirst("^[^ -/]*", "");
        this.mark = sequence.substring(0, digits) + behind;
        this.numbers = Reader.numbers(sequence.substring(digits, sequence.length() - behind.length()));
    }

    /// A number, at least 1 and 1 if it was left out.
    private int count() {
        return count(0);
    }

    private int count(int index) {
        return Math.max(1, number(index));
    }

    private int number(int index) {
        return index < numbers.size() ? Math.max(0, numbers.get(index)) : 0;
    }

    void run(char last) {
        switch (mark) {
            case "" -> plain(last);
            case "?" -> {
                if (last == 'h' || last == 'l') {
                    numbers.forEach(mode -> privateMode(mode, last == 'h'));
                } else if (last == 'J') {
                    screen.eraseScreen(number(0));
                } else if (last == 'K') {
                    screen.eraseLine(number(0));
                }
            }
            case ">" -> {
                if (last == 'c') {
                    reply.accept("\u001b[>0;276;0c");
                }
            }
            case "!" -> {
                if (last == 'p') {
                    screen.modes().reset();
                    screen.style(Style.PLAIN);
                }
            }
            default -> {
                // nothing that is known
            }
        }
    }

    private void plain(char last) {
        switch (last) {
            case 'A' -> screen.moveBy(0, -count());
            case 'B', 'e' -> screen.moveBy(0, count());
            case 'C', 'a' -> screen.moveBy(count(), 0);
            case 'D' -> screen.moveBy(-count(), 0);
            case 'E' -> {
                screen.moveBy(0, count());
                screen.carriageReturn();
            }
            case 'F' -> {
                screen.moveBy(0, -count());
                screen.carriageReturn();
            }
            case 'G', '`' -> screen.moveTo(count() - 1, screen.cursorRow());
            case 'H', 'f' -> screen.moveToNumbered(count(), count(1));
            case 'd' -> screen.moveToNumbered(count(), screen.cursorColumn() + 1);
            case 'I' -> screen.tab(count());
            case 'Z' -> screen.tab(-count());
            default -> edit(last);
        }
    }

    private void edit(char last) {
        switch (last) {
            case 'J' -> screen.eraseScreen(number(0));
            case 'K' -> screen.eraseLine(number(0));
            case 'X' -> screen.eraseCharacters(count());
            case '@' -> screen.insertCharacters(count());
            case 'P' -> screen.deleteCharacters(count());
            case 'L' -> screen.insertLines(count());
            case 'M' -> screen.deleteLines(count());
            case 'S' -> screen.scrollUp(count());
            case 'T' -> screen.scrollDown(count());
            case 'b' -> screen.repeat(count());
            case 'm' -> screen.style(Rendition.after(screen.style(), numbers));
            case 'r' -> screen.region(count(), number(1) == 0 ? screen.rows() : number(1));
            case 's' -> screen.save();
            case 'u' -> screen.restore();
            case 'h', 'l' -> numbers.forEach(mode -> screen.modes().set(mode, last == 'h'));
            case 'c' -> reply.accept("\u001b[?62;22c");
            case 'n' -> status();
            default -> {
                // nothing that is known
            }
        }
    }

    private void status() {
        if (number(0) == DEVICE_STATUS) {
            reply.accept("\u001b[0n");
        } else if (number(0) == CURSOR_POSITION) {
            reply.accept("\u001b[" + (screen.cursorRow() + 1) + ";" + (screen.cursorColumn() + 1) + "R");
        }
    }

    private void privateMode(int mode, boolean on) {
        if (screen.modes().setPrivate(mode, on)) {
            if (mode == 6) {
                screen.moveToNumbered(1, 1);
            }
            return;
        }
        switch (mode) {
            case 47, 1047 -> screen.ownScreen(on);
            case 1048 -> {
                if (on) {
                    screen.save();
                } else {
                    screen.restore();
                }
            }
            case 1049 -> screen.ownScreen(on);
            default -> {
                // mice and the like
            }
        }
    }
}
