package drydock.model.validation.live;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Text as a Secret keeps it.
final class Base64Text {

    private Base64Text() {}

    static String of(Object text) {
        return Base64.getEncoder().encodeToString(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
    }
}
