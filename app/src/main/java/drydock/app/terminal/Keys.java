package drydock.app.terminal;

import drydock.app.terminal.screen.Modes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What keys send, as xterm has it.
final class Keys {

    private static final String CSI = "\u001b[";

    private Keys() {}

    /// What a key sends that writes nothing by itself; empty for those that do, and for those that the window has.
    static Optional<byte[]> pressed(KeyEvent event, Modes modes) {
        return sequence(event, modes).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> sequence(KeyEvent event, Modes modes) {
        if (event.isMetaDown()) {
            return Optional.empty();
        }
        Optional<String> control = event.isControlDown() && !event.isShiftDown() && !event.isAltDown()
                ? control(event.getCode())
                : Optional.empty();
        return control.or(() -> named(event, modes));
    }

    /// Ctrl with a letter, and with what stands for the other control characters.
    private static Optional<String> control(KeyCode code) {
        if (code.isLetterKey()) {
            return Optional.of(String.valueOf((char) (code.getChar().charAt(0) - 'A' + 1)));
        }
        return switch (code) {
            case SPACE, DIGIT2 -> Optional.of("\0");
            case OPEN_BRACKET, DIGIT3 -> Optional.of("\u001b");
            case BACK_SLASH, DIGIT4 -> Optional.of("\u001c");
            case CLOSE_BRACKET, DIGIT5 -> Optional.of("\u001d");
            case DIGIT6 -> Optional.of("\u001e");
            case SLASH, MINUS, DIGIT7 -> Optional.of("\u001f");
            default -> Optional.empty();
        };
    }

    private static Optional<String> named(KeyEvent event, Modes modes) {
        return switch (event.getCode()) {
            case ENTER -> Optional.of("\r");
            case ESCAPE -> Optional.of("\u001b");
            case BACK_SPACE -> Optional.of(event.isAltDown() ? "\u001b\u007f" : "\u007f");
            case TAB -> Optional.of(event.isShiftDown() ? CSI + "Z" : "\t");
            case UP, KP_UP -> Optional.of(arrow(event, modes, 'A'));
            case DOWN, KP_DOWN -> Optional.of(arrow(event, modes, 'B'));
            case RIGHT, KP_RIGHT -> Optional.of(arrow(event, modes, 'C'));
            case LEFT, KP_LEFT -> Optional.of(arrow(event, modes, 'D'));
            case HOME -> Optional.of(arrow(event, modes, 'H'));
            case END -> Optional.of(arrow(event, modes, 'F'));
            case INSERT -> Optional.of(CSI + "2~");
            case DELETE -> Optional.of(tilde(event, 3));
            case PAGE_UP -> Optional.of(tilde(event, 5));
            case PAGE_DOWN -> Optional.of(tilde(event, 6));
            default -> function(event.getCode());
        };
    }

    private static String arrow(KeyEvent event, Modes modes, char last) {
        int with = modifiers(event);
        if (with > 1) {
            return CSI + "1;" + with + last;
        }
        return (modes.applicationCursor() ? "\u001bO" : CSI) + last;
    }

    private static String tilde(KeyEvent event, int number) {
        int with = modifiers(event);
        return CSI + number + (with > 1 ? ";" + with : "") + "~";
    }

    private static int modifiers(KeyEvent event) {
        return 1 + (event.isShiftDown() ? 1 : 0) + (event.isAltDown() ? 2 : 0) + (event.isControlDown() ? 4 : 0);
    }

    /// F6 is the window's: it leads out of the terminal.
    private static Optional<String> function(KeyCode code) {
        return switch (code) {
            case F1 -> Optional.of("\u001bOP");
            case F2 -> Optional.of("\u001bOQ");
            case F3 -> Optional.of("\u001bOR");
            case F4 -> Optional.of("\u001bOS");
            case F5 -> Optional.of(CSI + "15~");
            case F7 -> Optional.of(CSI + "18~");
            case F8 -> Optional.of(CSI + "19~");
            case F9 -> Optional.of(CSI + "20~");
            case F10 -> Optional.of(CSI + "21~");
            case F11 -> Optional.of(CSI + "23~");
            case F12 -> Optional.of(CSI + "24~");
            default -> Optional.empty();
        };
    }

    /// What a key writes; with Alt, behind an escape.
    static Optional<byte[]> typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean writes = !text.isEmpty() && text.charAt(0) >= ' ' && text.charAt(0) != 0x7f;
        if (!writes || event.isMetaDown() || (event.isControlDown() && !event.isAltDown())) {
            return Optional.empty();
        }
        boolean alt = event.isAltDown() && !event.isControlDown();
        return Optional.of((alt ? "\u001b" + text : text).getBytes(StandardCharsets.UTF_8));
    }

    /// What is sent for a text that is pasted.
    static byte[] pasted(String text, Modes modes) {
        String lines = text.replace("\r\n", "\r").replace('\n', '\r');
        // nothing in it may end the paste
        String safe = lines.replace("\u001b", "");
        return (modes.bracketedPaste() ? CSI + "200~" + safe + CSI + "201~" : lines).getBytes(StandardCharsets.UTF_8);
    }
}
