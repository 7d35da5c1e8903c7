package drydock.app.live.api;

import drydock.app.live.watch.Change;
import drydock.app.live.watch.Page;
import drydock.app.live.watch.Wire;
import drydock.app.live.watch.WireException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Lists and streams of one query over HTTP, as `client-go`'s reflector asks for them.
public final class HttpWire implements Wire {

    /// Objects in a page: large enough for few round trips, small enough to be shown while the next comes.
    private static final int PAGE = 500;

    /// A stream is ended by the server after this many seconds to twice as many (`client-go` has five minutes, too).
    private static final int STREAM_SECONDS = 300;

    private final ApiServer server;
    private final Query query;
    private final String path;
    private final Reading reading;

    /// @param metadataOnly whether only names, labels and the like are wanted, as of Secrets
    public HttpWire(ApiServer server, Query query, ServedKind kind, boolean metadataOnly) {
        this.server = server;
        this.query = query;
        this.path = kind.path(query.namespace());
        this.reading = reading(kind, metadataOnly);
    }

    private Reading reading(ServedKind kind, boolean metadataOnly) {
        if (metadataOnly) {
            return new MetadataReading(server.json(), kind.kind());
        }
        return kind.isOlder() && kind.kind().equals(Kinds.ENDPOINT_SLICE)
                ? new OldSliceReading(server.json())
                : new Reading(server.json(), kind.kind());
    }

    @Override
    public Page page(String next, boolean whole) throws WireException {
        List<String> parameters = chosen();
        if (!whole) {
            parameters.add("limit=" + PAGE);
        }
        if (!next.isEmpty()) {
            parameters.add("continue=" + encoded(next));
        }
        try (InputStream body = server.stream(ApiServer.path(path, parameters), reading.acceptsList(), false)) {
            return reading.page(body);
        } catch (IOException | RuntimeException broken) {
            throw server.failed(broken);
        }
    }

    @Override
    public void follow(String version, Consumer<Change> changes) throws WireException {
        List<String> parameters = chosen();
        parameters.add("watch=1");
        parameters.add("allowWatchBookmarks=true");
        parameters.add("resourceVersion=" + encoded(version));
        parameters.add("timeoutSeconds="
                + (STREAM_SECONDS + RandomGenerator.getDefault().nextInt(STREAM_SECONDS)));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                server.stream(ApiServer.path(path, parameters), reading.acceptsStream(), true),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Change> change = change(line);
                change.ifPresent(changes);
            }
        } catch (IOException broken) {
            throw server.failed(broken);
        }
    }

    private Optional<Change> change(String line) throws WireException {
        try {
            return reading.change(line);
        } catch (RuntimeException garbled) {
            throw server.failed(garbled);
        }
    }

    private List<String> chosen() {
        List<String> parameters = new ArrayList<>();
        if (!query.labelSelector().isEmpty()) {
            parameters.add("labelSelector=" + encoded(query.labelSelector()));
        }
        if (!query.fieldSelector().isEmpty()) {
            parameters.add("fieldSelector=" + encoded(query.fieldSelector()));
        }
        return parameters;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
