package drydock.app.live.credential;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A token that a program makes (`ExecCredential`, `client-go/plugin/pkg/client/auth/exec`). The program is started
/// when a token is needed, and again when that has expired or the server refuses it.
public final class PluginToken implements Credentials {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Soon after a start the next would give nothing else.
    private static final Duration LEAST_BETWEEN_STARTS = Duration.ofSeconds(5);

    private static final int MOST_SAID = 300;

    /// What is to be started.
    ///
    /// @param environment what is set for it, beside what is set for Drydock
    /// @param apiVersion the version of `ExecCredential` it speaks
    public record Program(String command, List<String> arguments, Map<String, String> environment, String apiVersion) {}

    /// What the program has made.
    ///
    /// @param certificate a client certificate in PEM, empty for none
    /// @param key its key
    public record Made(String token, String certificate, String key, Instant until) {}

    private final Program program;
    private final InstantSource clock;
    private @Nullable Made made;
    private Instant started = Instant.MIN;

    public PluginToken(Program program, InstantSource clock) {
        this.program = program;
        this.clock = clock;
    }

    @Override
    public String getToken() {
        return made().token();
    }

    /// What the program has made, made anew where it has expired.
    public synchronized Made made() {
        Made kept = made;
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept;
        }
        started = clock.instant();
        Made now = start();
        made = now;
        return now;
    }

    @Override
    public synchronized void renew() {
        if (!clock.instant().isBefore(started.plus(LEAST_BETWEEN_STARTS))) {
            made = null;
        }
    }

    private Made start() {
        List<String> words = new ArrayList<>(program.arguments());
        words.addFirst(program.command());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(program.environment());
        builder.environment()
                .put(
                        "KUBERNETES_EXEC_INFO",
                        new KubernetesSerialization()
                                .asJson(Map.of(
                                        "apiVersion", program.apiVersion(),
                                        "kind", "ExecCredential",
                                        "spec", Map.of("interactive", false))));
        try {
            return ran(builder.start());
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program.command() + " was not waited for", ended);
        }
    }

    private Made ran(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program.command() + " was not done in " + PATIENCE.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            String said = errors.join().strip();
            throw new IOException(program.command() + " ended with " + process.exitValue()
                    + (said.isEmpty() ? "" : ": " + said.substring(0, Math.min(said.length(), MOST_SAID))));
        }
        return read(output.join());
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            return "";
        }
    }

    private Made read(String output) throws IOException {
        Map<?, ?> status;
        try {
            Map<?, ?> credential = new KubernetesSerialization().unmarshal(output, Map.class);
            status = credential != null && credential.get("status") instanceof Map<?, ?> there ? there : Map.of();
        } catch (RuntimeException garbled) {
            throw new IOException(program.command() + " printed no ExecCredential", garbled);
        }
        Made now = new Made(
                text(status, "token"),
                text(status, "clientCertificateData"),
                text(status, "clientKeyData"),
                until(text(status, "expirationTimestamp")));
        if (now.token().isEmpty() && now.certificate().isEmpty()) {
            throw new IOException(program.command() + " printed no token and no certificate");
        }
        return now;
    }

    private static Instant until(String text) {
        try {
            return text.isEmpty() ? Instant.MAX : Instant.parse(text);
        } catch (DateTimeParseException other) {
            return Instant.MAX;
        }
    }

    private static String text(Map<?, ?> map, String name) {
        return Objects.toString(Optional.<Object>ofNullable(map.get(name)).orElse(""));
    }
}
