package drydock.app.drift;

import drydock.app.text.Messages;
import drydock.model.drift.FieldDrift;
import drydock.model.drift.ObjectDrift;
import drydock.render.paint.DriftMark;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How differences are said, on figures and in lists.
final class DriftWords {

    private static final int LONGEST = 120;

    private final Messages messages = Messages.of(DriftWords.class);

    String state(ObjectDrift.State state) {
        return messages.get("drift.state." + state);
    }

    String side(FieldDrift.Side side) {
        return messages.get("drift.side." + side);
    }

    /// The sign that stands for it, wherever there is no room for words.
    static String sign(ObjectDrift.State state) {
        return switch (state) {
            case ONLY_HERE -> "+";
            case ONLY_THERE -> "−";
            case DIFFERENT -> "≠";
            case SAME -> "=";
        };
    }

    DriftMark mark(ObjectDrift drift) {
        return switch (drift.state()) {
            case ONLY_HERE -> new DriftMark(DriftMark.Tone.ONLY_HERE, state(drift.state()));
            case ONLY_THERE -> new DriftMark(DriftMark.Tone.ONLY_THERE, state(drift.state()));
            case DIFFERENT, SAME ->
                new DriftMark(
                        DriftMark.Tone.DIFFERENT,
                        messages.get("drift.fields", drift.fields().size()));
        };
    }

    /// A value on one line.
    static String value(Object value) {
        String text = flow(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }

    private static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(DriftWords::flow).collect(Collectors.joining(", ", "[", "]"));
            case String text when text.isEmpty() -> "\"\"";
            default -> String.valueOf(value).replace("\n", "⏎");
        };
    }
}
