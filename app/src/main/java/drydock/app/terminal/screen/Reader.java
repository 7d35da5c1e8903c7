package drydock.app.terminal.screen;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads what a program writes to a terminal, in UTF-8 and in pieces as they come, and does it on a screen.
public final class Reader {

    private static final char ESCAPE = '\u001b';
    private static final int MOST_PARAMETERS = 32;
    private static final int MOST_COMMAND = 4096;

    /// Where in a sequence the reader is.
    private enum State {
        TEXT,
        ESCAPED,
        /// Behind `ESC (` and the like: one character more belongs to it.
        CHARSET,
        CONTROL,
        /// `OSC`, a command for the window.
        COMMAND,
        /// `DCS` and others that say nothing here.
        STRING
    }

    private final Screen screen;
    private final Consumer<String> reply;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private State state = State.TEXT;
    private boolean escapedInString;
    private final StringBuilder sequence = new StringBuilder();
    private char high;
    private boolean drawsLines;
    private char charset;

    /// @param reply what the terminal answers where a program asks it something
    public Reader(Screen screen, Consumer<String> reply) {
        this.screen = screen;
        this.reply = reply;
    }

    public void read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.allocate(rest.remaining() + bytes.length);
        in.put(rest).put(bytes).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, false);
        rest = ByteBuffer.allocate(in.remaining()).put(in).flip();
        out.flip();
        while (out.hasRemaining()) {
            read(out.get());
        }
    }

    private void read(char c) {
        switch (state) {
            case TEXT -> text(c);
            case ESCAPED -> escaped(c);
            case CHARSET -> {
                if (charset == '(') {
                    drawsLines = c == '0';
                }
                state = State.TEXT;
            }
            case CONTROL -> control(c);
            case COMMAND, STRING -> string(c);
        }
    }

    private void text(char c) {
        if (c == ESCAPE) {
            begin(State.ESCAPED);
        } else if (c < ' ' || c == 0x7f) {
            controlCharacter(c);
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            screen.put(Character.toCodePoint(high, c));
        } else if (c >= 0xa0 || c < 0x7f) {
            screen.put(drawsLines ? LineDrawing.of(c) : c);
        }
    }

    private void begin(State next) {
        state = next;
        sequence.setLength(0);
        escapedInString = false;
    }

    private void controlCharacter(char c) {
        switch (c) {
            case '\r' -> screen.carriageReturn();
            case '\n', 0x0b, '\f' -> {
                screen.lineFeed();
                if (screen.modes().lineFeedReturns()) {
                    screen.carriageReturn();
                }
            }
            case '\b' -> screen.backspace();
            case '\t' -> screen.tab(1);
            default -> {
                // a bell, or what says nothing here
            }
        }
    }

    private void escaped(char c) {
        state = State.TEXT;
        switch (c) {
            case '[' -> begin(State.CONTROL);
            case ']' -> begin(State.COMMAND);
            case 'P', 'X', '^', '_' -> begin(State.STRING);
            case '(', ')', '*', '+', '#', '%' -> {
                charset = c;
                state = State.CHARSET;
            }
            case '7' -> screen.save();
            case '8' -> screen.restore();
            case 'D' -> screen.lineFeed();
            case 'E' -> {
                screen.carriageReturn();
                screen.lineFeed();
            }
            case 'M' -> screen.reverseLineFeed();
            case 'c' -> {
                drawsLines = false;
                screen.reset();
            }
            default -> {
                // keypad modes and the like
            }
        }
    }

    private void string(char c) {
        if (c == 0x07 || (escapedInString && c == '\\')) {
            if (state == State.COMMAND) {
                command(sequence.toString());
            }
            state = State.TEXT;
        } else if (escapedInString) {
            begin(State.ESCAPED);
            escaped(c);
        } else if (c == ESCAPE) {
            escapedInString = true;
        } else if (sequence.length() < MOST_COMMAND) {
            sequence.append(c);
        }
    }

    private void command(String text) {
        if (text.startsWith("0;") || text.startsWith("2;")) {
            screen.title(text.substring(2));
        }
    }

    private void control(char c) {
        if (c == ESCAPE) {
            begin(State.ESCAPED);
        } else if (c < ' ') {
            controlCharacter(c);
        } else if (c >= 0x40 && c <= 0x7e) {
            state = State.TEXT;
            new Control(screen, sequence.toString(), reply).run(c);
        } else if (sequence.length() < MOST_COMMAND) {
            sequence.append(c);
        }
    }

    /// The numbers of a sequence, -1 where one was left out.
    static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String part : text.split("[;:]", -1)) {
                if (numbers.size() < MOST_PARAMETERS) {
                    numbers.add(part.matches("\\d{1,6}") ? Integer.parseInt(part) : -1);
                }
            }
        }
        return numbers;
    }
}
