package drydock.app.recording;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads what a [Recorder] wrote, line by line. The file may come from a stranger, and may have been cut off
/// by a kill or a full disk: then all up to its last whole line is read.
public final class RecordingReader {

    /// No line is longer: an API server takes no object of more than a few megabytes.
    private static final int LONGEST_LINE = 16 << 20;

    private static final int GZIP = 0x1f8b;
    private static final int BLOCK = 1 << 16;

    /// Who is told what is read.
    public interface Sink {

        /// First the header.
        void header(Header header);

        /// Then each line, in order.
        void told(Told told);
    }

    /// How the reading ended.
    ///
    /// @param lines how many whole lines were read, the header among them
    public record Ending(How how, long lines) {

        public enum How {
            WHOLE,
            /// The file ends within a line, or within its compression.
            CUT,
            /// There is more than was wanted.
            STOPPED
        }
    }

    private final InputStream in;
    private final Sink sink;
    private final BooleanSupplier enough;
    private final byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private long lines;

    private RecordingReader(InputStream in, Sink sink, BooleanSupplier enough) {
        this.in = in;
        this.sink = sink;
        this.enough = enough;
    }

    /// Reads a file.
    ///
    /// @param enough asked before each line; when it says so, the rest is left
    /// @throws UnreadableException if it is no recording that this program understands, or a damaged one
    public static Ending read(Path file, Sink sink, BooleanSupplier enough) throws IOException, UnreadableException {
        return read(file, sink, enough, _ -> {});
    }

    /// Reads a file, and tells how far it is.
    ///
    /// @param progress told how many bytes more of the file were read
    public static Ending read(Path file, Sink sink, BooleanSupplier enough, LongConsumer progress)
            throws IOException, UnreadableException {
        try (InputStream in = new CountedInput(Files.newInputStream(file), progress)) {
            return read(in, sink, enough);
        }
    }

    /// Reads a stream, which stays open.
    static Ending read(InputStream in, Sink sink, BooleanSupplier enough) throws IOException, UnreadableException {
        return new RecordingReader(unpacked(new BufferedInputStream(in, BLOCK)), sink, enough).all();
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException, UnreadableException {
        in.mark(2);
        int magic = (in.read() << 8) | in.read();
        in.reset();
        try {
            return magic == GZIP ? new GZIPInputStream(in, BLOCK) : in;
        } catch (EOFException | ZipException nothing) {
            throw new UnreadableException(
                    UnreadableException.Fault.NOT_A_RECORDING, 1, String.valueOf(nothing.getMessage()));
        }
    }

    private Ending all() throws IOException, UnreadableException {
        Line first = next();
        if (!first.whole) {
            throw new UnreadableException(UnreadableException.Fault.NOT_A_RECORDING, 1, "");
        }
        sink.header(EventLines.header(first.text.toByteArray()));
        lines = 1;
        while (!enough.getAsBoolean()) {
            Line line = next();
            if (!line.whole) {
                boolean isEnd = line.text.size() == 0 && !line.broken;
                return new Ending(isEnd ? Ending.How.WHOLE : Ending.How.CUT, lines);
            }
            sink.told(told(line.text.toByteArray()));
            lines++;
        }
        return new Ending(Ending.How.STOPPED, lines);
    }

    private Told told(byte[] line) throws UnreadableException {
        try {
            return EventLines.told(line);
        } catch (IllegalArgumentException misfit) {
            throw new UnreadableException(
                    UnreadableException.Fault.DAMAGED, lines + 1, String.valueOf(misfit.getMessage()));
        }
    }

    /// A line, or what there is of one at the end.
    ///
    /// @param whole whether it ends as a line does
    /// @param broken whether it ends because the compression does
    private record Line(ByteArrayOutputStream text, boolean whole, boolean broken) {}

    private Line next() throws IOException, UnreadableException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(1024);
        try {
            while (from < to || fill()) {
                int end = from;
                while (end < to && block[end] != '\n') {
                    end++;
                }
                if (text.size() + end - from > LONGEST_LINE) {
                    throw new UnreadableException(UnreadableException.Fault.TOO_LONG, lines + 1, "");
                }
                text.write(block, from, end - from);
                from = end + 1;
                if (end < to) {
                    return new Line(text, true, false);
                }
            }
            return new Line(text, false, false);
        } catch (EOFException cut) {
            return new Line(text, false, true);
        } catch (ZipException damaged) {
            throw new UnreadableException(
                    UnreadableException.Fault.DAMAGED, lines + 1, String.valueOf(damaged.getMessage()));
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(block));
        return to > 0;
    }

    /// Tells what goes by.
    private static final class CountedInput extends FilterInputStream {

        private final LongConsumer progress;

        CountedInput(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            progress.accept(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int number = super.read(into, offset, length);
            progress.accept(Math.max(0, number));
            return number;
        }
    }
}
