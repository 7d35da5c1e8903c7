package drydock.app.live;

import drydock.app.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/// What is said of a certificate that ends soon, or has ended.
final class CertificateWords {

    private CertificateWords() {}

    /// Empty while there is nothing to say.
    ///
    /// @param key begins those of the messages
    static Optional<String> of(Messages messages, String key, ClientCertificate certificate, Instant now) {
        String end = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault())
                .format(certificate.end().atZone(ZoneId.systemDefault()));
        return switch (certificate.at(now)) {
            case HOLDS -> Optional.empty();
            case ENDS_SOON -> Optional.of(messages.get(key + "ENDS_SOON", end));
            case ENDED -> Optional.of(messages.get(key + "ENDED", end));
        };
    }
}
