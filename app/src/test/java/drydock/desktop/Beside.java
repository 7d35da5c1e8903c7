package drydock.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The other program, started at the right edge of a display, and what it is told.
final class Beside implements AutoCloseable {

    static final int WIDTH = 200;
    private static final int LEFT = Display.WIDTH - WIDTH;
    private static final int MIDDLE = LEFT + WIDTH / 2;
    private static final int SHAKE = 20;

    private final Started started;
    private final XInput input;
    private final Collection<String> said = new ConcurrentLinkedQueue<>();
    private final PrintStream commands;

    private Beside(Started started, XInput input) {
        this.started = started;
        this.input = input;
        BufferedReader answers = started.process().inputReader(StandardCharsets.US_ASCII);
        Thread.ofVirtual().start(() -> answers.lines().forEach(said::add));
        this.commands = new PrintStream(started.process().getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    static Beside start(Display display, Path home) throws IOException {
        Started started = Started.start(
                display,
                home,
                List.of("-Djava.awt.headless=false"),
                OtherProgram.class,
                List.of(String.valueOf(LEFT), String.valueOf(WIDTH)));
        Beside beside = new Beside(started, display.input());
        beside.hear("ready");
        return beside;
    }

    /// Drags files and folders to a place and lets them go there.
    ///
    /// @return whether the program there took them
    boolean drag(List<Path> files, int left, int top) {
        tell("offer "
                + files.stream().map(Path::toString).map(OtherProgram::encoded).collect(Collectors.joining(" ")));
        said.clear();
        input.move(MIDDLE, WIDTH / 2);
        input.press();
        shake("started", MIDDLE, WIDTH / 2);
        input.drag(MIDDLE, WIDTH / 2, left, top);
        shake("taken", left, top);
        input.release();
        return hear("dropped", "failed").equals("dropped");
    }

    /// Moves to and fro until the other program says so; it hears of an answer only when it moves.
    private void shake(String until, int left, int top) {
        AtomicInteger moves = new AtomicInteger();
        DesktopTest.await("the other program saying " + until, () -> {
            input.move(left + moves.incrementAndGet() % SHAKE, top);
            return Optional.of(true).filter(_ -> said.removeIf(until::equals));
        });
    }

    void copy(String text) {
        tell("copy " + OtherProgram.encoded(text));
    }

    /// The text on the clipboard; empty if there is none.
    String paste() {
        tell("paste");
        return OtherProgram.decoded(hear("pasted ").substring("pasted ".length()));
    }

    private void tell(String command) {
        commands.println(command);
        hear("done");
    }

    /// Waits for a line that begins so, and gives it.
    private String hear(String... beginnings) {
        return DesktopTest.await("the other program saying " + List.of(beginnings), () -> {
            Optional<String> heard = said.stream()
                    .filter(line -> Stream.of(beginnings).anyMatch(line::startsWith))
                    .findFirst();
            heard.ifPresent(said::remove);
            return heard;
        });
    }

    @Override
    public void close() {
        started.close();
    }
}
