package drydock.model.cel;

import static drydock.model.cel.Types.BOOL;
import static drydock.model.cel.Types.QUERY;
import static drydock.model.cel.Types.TEXT;
import static drydock.model.cel.Types.URL;

/// Addresses of the web (`apiserver/pkg/cel/library/urls.go`).
final class UrlFunctions {

    private UrlFunctions() {}

    static void add(FunctionSet functions) {
        functions.global("url", URL.cel(), TEXT, UrlFunctions::url);
        functions.global("isURL", BOOL, TEXT, text -> Url.of(text).isPresent());
        functions.member("getScheme", TEXT.cel(), URL, Url::scheme);
        functions.member("getHost", TEXT.cel(), URL, Url::host);
        functions.member("getHostname", TEXT.cel(), URL, Url::hostName);
        functions.member("getPort", TEXT.cel(), URL, Url::port);
        functions.member("getEscapedPath", TEXT.cel(), URL, Url::path);
        functions.member("getQuery", QUERY, URL, Url::query);
    }

    private static Url url(String text) {
        return Url.of(text)
                .orElseThrow(() -> new IllegalArgumentException("URL parse error during conversion from string"));
    }
}
