package drydock.app.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// Objects as an API server keeps them in its etcd, changed there: the server tells everybody who watches as if it had
/// written them itself.
///
/// A change through an API server costs it four times as much as one that it only passes on, so this is how a small
/// machine has very many of them. What is changed is the value of a label or datum `n`, which has to have eight digits
/// before: protobuf says how long a text is, and so the rest stays.
final class ObjectsInEtcd implements AutoCloseable {

    /// How `n: "12345678"` is written in a map of texts, up to the digits.
    private static final byte[] BEFORE_DIGITS = {0x0a, 0x01, 'n', 0x12, 0x08};

    private static final ObjectMapper JSON = new ObjectMapper();

    /// An object as it is kept.
    private static final class Kept {

        private final String key;
        private final byte[] bytes;
        /// Where the first digit is.
        private final int digits;

        Kept(String key, byte[] bytes, int digits) {
            this.key = key;
            this.bytes = bytes;
            this.digits = digits;
        }

        String with(int number) {
            byte[] changed = bytes.clone();
            byte[] value = value(number).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(value, 0, changed, digits, value.length);
            return "{\"requestPut\":{\"key\":\"%s\",\"value\":\"%s\"}}".formatted(key, encoded(changed));
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI etcd;
    private final List<Kept> objects = new ArrayList<>();

    private ObjectsInEtcd(URI etcd) {
        this.etcd = etcd;
    }

    /// @param etcd where its HTTP clients are served
    /// @param keys such as `/registry/pods/default/web`
    static ObjectsInEtcd read(URI etcd, List<String> keys) {
        ObjectsInEtcd there = new ObjectsInEtcd(etcd);
        for (String key : keys) {
            there.add(encoded(key.getBytes(StandardCharsets.UTF_8)));
        }
        return there;
    }

    /// The value of `n` for a number.
    static String value(int number) {
        return String.format(Locale.ROOT, "%08d", number);
    }

    private void add(String key) {
        byte[] bytes = Base64.getDecoder()
                .decode(ask("range", "{\"key\":\"" + key + "\"}")
                        .at("/kvs/0/value")
                        .textValue());
        objects.add(new Kept(key, bytes, digits(bytes)));
    }

    private static int digits(byte[] bytes) {
        // a byte is a letter in Latin 1
        String before = new String(BEFORE_DIGITS, StandardCharsets.ISO_8859_1);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(before);
        if (at < 0) {
            throw new IllegalArgumentException("no n of eight digits");
        }
        return at + BEFORE_DIGITS.length;
    }

    /// Gives so many objects, one after the other and round again, the numbers from `first` on, in one
    /// transaction. On any thread.
    void change(int first, int number) {
        List<String> puts = new ArrayList<>();
        for (int i = first; i < first + number; i++) {
            puts.add(objects.get(i % objects.size()).with(i));
        }
        ask("txn", "{\"success\":[" + String.join(",", puts) + "]}");
    }

    private JsonNode ask(String what, String body) {
        HttpRequest request = HttpRequest.newBuilder(etcd.resolve("/v3/kv/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(what + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        client.close();
    }
}
