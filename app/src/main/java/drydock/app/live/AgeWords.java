package drydock.app.live;

import drydock.app.text.Messages;
import java.time.Duration;

/// How long ago something was, as people say it: in seconds, minutes or hours.
final class AgeWords {

    private static final Messages MESSAGES = Messages.of(AgeWords.class);

    private AgeWords() {}

    static String of(Duration age) {
        if (age.toMinutes() < 2) {
            return MESSAGES.get("status.age.seconds", Math.max(age.toSeconds(), 0));
        }
        return age.toHours() < 2
                ? MESSAGES.get("status.age.minutes", age.toMinutes())
                : MESSAGES.get("status.age.hours", age.toHours());
    }
}
