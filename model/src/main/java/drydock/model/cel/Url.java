package drydock.model.cel;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// An absolute address of the web, or an absolute path (`apiserver/pkg/cel/library/urls.go`).
record Url(URI uri) {

    static Optional<Url> of(String text) {
        try {
            URI uri = new URI(text.replace(" ", "%20"));
            boolean absolute = uri.isAbsolute() || text.startsWith("/");
            return absolute && hasPort(uri) ? Optional.of(new Url(uri)) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static boolean hasPort(URI uri) {
        String host = host(uri);
        int colon = host.lastIndexOf(':');
        boolean bare = host.indexOf(':') == colon || host.startsWith("[");
        boolean digits = host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        return colon <= host.lastIndexOf(']') || (bare && digits);
    }

    private static String host(URI uri) {
        String authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
        return authority.substring(authority.indexOf('@') + 1);
    }

    String scheme() {
        return Objects.requireNonNullElse(uri.getScheme(), "");
    }

    /// With its port.
    String host() {
        return host(uri);
    }

    String hostName() {
        String host = host();
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    }

    String port() {
        String host = host();
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "";
    }

    String path() {
        return Objects.requireNonNullElse(uri.getRawPath(), "");
    }

    Map<String, List<String>> query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String part : Objects.requireNonNullElse(uri.getRawQuery(), "").split("&", -1)) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                String key = equals < 0 ? part : part.substring(0, equals);
                query.computeIfAbsent(plain(key), _ -> new ArrayList<>())
                        .add(equals < 0 ? "" : plain(part.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String plain(String escaped) {
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }
}
