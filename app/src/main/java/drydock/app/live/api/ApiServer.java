package drydock.app.live.api;

import drydock.app.live.watch.WireException;
import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Plain requests to an API server, through the client's own connection. Calls block, and an interrupt ends them.
public final class ApiServer {

    private static final int UNAUTHORIZED = 401;

    private final HttpClient client;
    private final String address;
    private final KubernetesSerialization json;
    private final Runnable renewCredentials;
    private final Function<Throwable, String> reason;
    private final Duration patience;

    /// @param renewCredentials called where the server does not know the user any more, before one more try
    /// @param reason says in one line what became of a connection
    /// @param patience how long to wait for an answer
    public ApiServer(
            KubernetesClient client, Runnable renewCredentials, Function<Throwable, String> reason, Duration patience) {
        this.client = client.getHttpClient();
        this.address = client.getMasterUrl().toString().replaceFirst("/$", "");
        this.json = client.getKubernetesSerialization();
        this.renewCredentials = renewCredentials;
        this.reason = reason;
        this.patience = patience;
    }

    public KubernetesSerialization json() {
        return json;
    }

    /// The answer to a GET of `path`.
    <T> T get(String path, Class<T> type) throws WireException {
        return parsed(text(path), text -> json.unmarshal(text, type));
    }

    /// The body of the answer to a GET of `path`.
    public String text(String path) throws WireException {
        return whole(builder -> builder.uri(address + path));
    }

    /// The answer to a POST of `body`.
    <T> T post(String path, Object body, Class<T> type) throws WireException {
        String answer = whole(builder -> builder.uri(address + path).post("application/json", json.asJson(body)));
        return parsed(answer, text -> json.unmarshal(text, type));
    }

    /// POSTs `body`, which changes something, once.
    ///
    /// @throws ClusterException with the server's whole status where it refuses
    /// @throws WireException if no answer came: whether it was done is not known
    void change(String path, Object body) throws WireException {
        answer(path, request -> request.post("application/json", json.asJson(body)));
    }

    /// The body of the answer to a request that is made once.
    ///
    /// @throws ClusterException with the server's whole status where it refuses
    /// @throws WireException if no answer came: whether it was done is not known
    String answer(String path, UnaryOperator<HttpRequest.Builder> request) throws WireException {
        HttpResponse<String> answer = send(builder -> request.apply(builder.uri(address + path)), String.class);
        if (answer.isSuccessful()) {
            return answer.body();
        }
        throw said(answer)
                .map(ClusterException::new)
                .orElseGet(() -> new ClusterException(answer.code(), "Refused", "HTTP " + answer.code()));
    }

    /// The status that a server refuses with; a proxy in between may answer anything.
    private Optional<Status> said(HttpResponse<String> answer) {
        try {
            return Optional.ofNullable(json.unmarshal(String.valueOf(answer.body()), Status.class))
                    .filter(status -> status.getCode() != null);
        } catch (RuntimeException none) {
            return Optional.empty();
        }
    }

    /// The body of the answer to a GET of `path`, as it comes; the caller closes it.
    ///
    /// @param endless whether it may stay silent for as long as it likes
    public InputStream stream(String path, String accept, boolean endless) throws WireException {
        HttpResponse<InputStream> answer = send(
                builder -> {
                    HttpRequest.Builder request = builder.uri(address + path).header("Accept", accept);
                    return endless ? request.forStreaming() : request;
                },
                InputStream.class);
        if (answer.isSuccessful()) {
            return answer.body();
        }
        try (InputStream body = answer.body()) {
            throw refused(answer, new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    /// Opens a web socket.
    ///
    /// @param protocol what is spoken on it, as `v4.channel.k8s.io`
    public WebSocket socket(String path, String protocol, WebSocket.Listener listener) throws WireException {
        try {
            return socketOnce(path, protocol, listener);
        } catch (WireException refused) {
            if (refused.code() != UNAUTHORIZED) {
                throw refused;
            }
            renewCredentials.run();
            return socketOnce(path, protocol, listener);
        }
    }

    private WebSocket socketOnce(String path, String protocol, WebSocket.Listener listener) throws WireException {
        CompletableFuture<WebSocket> opened;
        try {
            opened = client.newWebSocketBuilder()
                    .uri(URI.create(address + path))
                    .subprotocol(protocol)
                    .connectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .buildAsync(listener);
        } catch (RuntimeException refused) {
            throw failed(refused);
        }
        try {
            return answer(opened);
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof WebSocketHandshakeException refused) {
                throw refused(refused);
            }
            throw failed(broken.getCause());
        }
    }

    /// What a server says that opens no web socket: the client itself drops the body of that answer, the exception of
    /// the JDK that it wraps has it.
    private WireException refused(WebSocketHandshakeException refusal) {
        int code = refusal.getResponse().code();
        String words = Stream.<Throwable>iterate(refusal, Objects::nonNull, Throwable::getCause)
                .filter(java.net.http.WebSocketHandshakeException.class::isInstance)
                .map(java.net.http.WebSocketHandshakeException.class::cast)
                .map(wrapped -> String.valueOf(wrapped.getResponse().body()))
                .flatMap(body -> said(body).stream())
                .findFirst()
                .orElse("HTTP " + code);
        return new WireException(code, words, Optional.empty());
    }

    /// What became of a connection that broke.
    public WireException failed(Throwable failure) {
        return new WireException(0, reason.apply(failure), Optional.empty());
    }

    /// What the status of a failure says.
    static WireException refused(Status status) {
        Optional<Duration> wish = Optional.ofNullable(status.getDetails())
                .map(details -> details.getRetryAfterSeconds())
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
        int code = status.getCode() == null ? 0 : status.getCode();
        return new WireException(code, String.valueOf(status.getMessage()), wish);
    }

    private <T> T parsed(String text, Function<String, T> read) throws WireException {
        try {
            return read.apply(text);
        } catch (RuntimeException garbled) {
            throw failed(garbled);
        }
    }

    private String whole(Function<HttpRequest.Builder, HttpRequest.Builder> request) throws WireException {
        HttpResponse<String> answer = send(request, String.class);
        if (!answer.isSuccessful()) {
            throw refused(answer, answer.body() == null ? "" : answer.body());
        }
        return answer.body();
    }

    private <T> HttpResponse<T> send(Function<HttpRequest.Builder, HttpRequest.Builder> request, Class<T> type)
            throws WireException {
        HttpResponse<T> answer = sendOnce(request, type);
        if (answer.code() != UNAUTHORIZED) {
            return answer;
        }
        renewCredentials.run();
        return sendOnce(request, type);
    }

    private <T> HttpResponse<T> sendOnce(Function<HttpRequest.Builder, HttpRequest.Builder> request, Class<T> type)
            throws WireException {
        CompletableFuture<HttpResponse<T>> answer;
        try {
            answer = client.sendAsync(
                    request.apply(client.newHttpRequestBuilder()).build(), type);
        } catch (RuntimeException refused) {
            throw failed(refused);
        }
        try {
            return answer(answer);
        } catch (ExecutionException broken) {
            throw failed(broken.getCause());
        }
    }

    private <T> T answer(CompletableFuture<T> answer) throws ExecutionException, WireException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw failed(silent);
        } catch (InterruptedException ended) {
            answer.cancel(true);
            throw failed(ended);
        }
    }

    private WireException refused(HttpResponse<?> answer, String body) {
        Optional<Duration> wish = answer.headers("Retry-After").stream()
                .findFirst()
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        String said = said(body).orElse("HTTP " + answer.code());
        return new WireException(answer.code(), said, wish);
    }

    /// The message of a status; a proxy in between may answer anything.
    private Optional<String> said(String body) {
        if (!body.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.unmarshal(body, Status.class).getMessage())
                    .filter(message -> !message.isBlank());
        } catch (RuntimeException none) {
            return Optional.empty();
        }
    }

    /// A path with its parameters.
    public static String path(String path, List<String> parameters) {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
