package drydock.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the lines of a trace go: a file, or nowhere.
record TraceFile(Writer writer) implements AutoCloseable {

    static TraceFile open(Optional<Path> path) throws IOException {
        return new TraceFile(path.isPresent() ? Files.newBufferedWriter(path.get()) : Writer.nullWriter());
    }

    void write(String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
