package drydock.app.inspector;

import drydock.model.form.FieldControl;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.Quantities;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was entered into a control.
sealed interface FieldInput {

    /// Days, hours, minutes and seconds, as `1d`, `1h30m`, `90s`.
    Pattern DURATION = Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,8})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");

    List<Integer> UNIT_SECONDS = List.of(86_400, 3_600, 60, 1);

    /// The field is to go.
    record Nothing() implements FieldInput {}

    /// The field is to have this.
    record Value(Object value) implements FieldInput {}

    /// It is nothing that the field can have.
    ///
    /// @param problem a key of the messages, whose argument is what was entered
    record Wrong(String problem) implements FieldInput {}

    /// Reads what was entered.
    static FieldInput read(FieldControl control, String entered) {
        String text = entered.strip();
        if (text.isEmpty()) {
            return new Nothing();
        }
        return switch (control) {
            case FieldControl.Text(boolean lines) -> new Value(lines || text.indexOf('\n') >= 0 ? entered : text);
            case FieldControl.Choice _ -> new Value(text);
            case FieldControl.Flag _ -> new Value(Boolean.valueOf(text));
            case FieldControl.Whole(int bits, boolean seconds) -> whole(seconds ? inSeconds(text) : text, bits);
            case FieldControl.Fraction _ -> fraction(text);
            case FieldControl.NumberOrText _ ->
                whole(text, Integer.SIZE) instanceof Value number ? number : new Value(text);
            case FieldControl.Amount _ ->
                Quantities.parse(text).isEmpty()
                        ? new Wrong("wrong.amount")
                        : whole(text, Integer.SIZE) instanceof Value number ? number : new Value(text);
            case FieldControl.Yaml _ -> yaml(entered);
        };
    }

    /// `90m` or `1h30m` in seconds; anything else as it is.
    private static String inSeconds(String text) {
        Matcher parts = DURATION.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return text;
        }
        long seconds = 0;
        for (int i = 0; i < UNIT_SECONDS.size(); i++) {
            seconds += parts.group(i + 1) == null ? 0 : Long.parseLong(parts.group(i + 1)) * UNIT_SECONDS.get(i);
        }
        return String.valueOf(seconds);
    }

    private static FieldInput whole(String text, int bits) {
        if (!text.matches("-?(0|[1-9]\\d{0,18})") || new BigInteger(text).bitLength() >= bits) {
            return new Wrong("wrong.number");
        }
        long number = Long.parseLong(text);
        return (int) number == number ? new Value((int) number) : new Value(number);
    }

    private static FieldInput fraction(String text) {
        if (whole(text, Long.SIZE) instanceof Value number) {
            return number;
        }
        return text.matches("-?\\d{1,15}\\.\\d{1,15}") ? new Value(Double.valueOf(text)) : new Wrong("wrong.fraction");
    }

    private static FieldInput yaml(String text) {
        ManifestFile file = ManifestFile.parse("value.yaml", text);
        List<ManifestDocument> documents = file.documents();
        Optional<Object> value =
                documents.size() == 1 && documents.getFirst().root().isPresent()
                        ? documents.getFirst().value(FieldPath.ROOT)
                        : Optional.empty();
        return value.<FieldInput>map(Value::new).orElseGet(() -> new Wrong("wrong.yaml"));
    }
}
