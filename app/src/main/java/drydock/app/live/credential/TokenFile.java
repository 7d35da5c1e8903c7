package drydock.app.live.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A token in a file, which others renew: it is read again every minute, as `client-go` does
/// (`transport/token_source.go`), and when the server refuses it.
public final class TokenFile implements Credentials {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Path file;
    private final InstantSource clock;
    private String token = "";
    private Instant until = Instant.MIN;

    public TokenFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public synchronized String getToken() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            try {
                token = Files.readString(file).strip();
                until = now.plus(KEPT);
            } catch (IOException unreadable) {
                if (token.isEmpty()) {
                    throw new UncheckedIOException(file + " cannot be read", unreadable);
                }
                // while it is being replaced, the token before is good
            }
        }
        return token;
    }

    @Override
    public synchronized void renew() {
        until = Instant.MIN;
    }
}
