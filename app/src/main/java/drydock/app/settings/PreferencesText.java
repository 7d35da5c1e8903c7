package drydock.app.settings;

import drydock.model.resource.QuantityUnits;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Preferences as names and values. A value that is not known counts as none.
final class PreferencesText {

    private static final String LANGUAGE = "language";
    private static final String EDITOR = "editorTextSize";
    private static final String SNAP = "snap";
    private static final String STEP = "gridStep";
    private static final String GRID = "grid";
    private static final String MINIMAP = "minimap";

    private PreferencesText() {}

    static Preferences read(Function<String, Optional<String>> values) {
        Preferences usual = Preferences.USUAL;
        Grid grid = new Grid(
                isOn(values.apply(SNAP), usual.grid().snaps()),
                number(values.apply(STEP))
                        .filter(Grid.STEPS::contains)
                        .orElse(usual.grid().step()),
                isOn(values.apply(GRID), usual.grid().shown()));
        return new Preferences(
                one(values.apply("theme"), usual.colours()),
                language(values.apply(LANGUAGE)),
                one(values.apply("textSize"), usual.textSize()),
                number(values.apply(EDITOR))
                        .filter(Preferences.EDITOR_PIXELS::contains)
                        .orElse(usual.editorPixels()),
                one(values.apply("motion"), usual.motion()),
                grid,
                isOn(values.apply(MINIMAP), usual.minimap()),
                new QuantityUnits(
                        one(values.apply("cpuUnits"), usual.units().cpu()),
                        one(values.apply("byteUnits"), usual.units().bytes())),
                one(values.apply("placing"), usual.placing()));
    }

    /// What is different, empty where the usual is wanted.
    static Map<String, Optional<String>> changes(Preferences before, Preferences now) {
        Map<String, Optional<String>> changes = write(now);
        Map<String, Optional<String>> old = write(before);
        changes.keySet().removeIf(name -> changes.get(name).equals(old.get(name)));
        return changes;
    }

    private static Map<String, Optional<String>> write(Preferences preferences) {
        Map<String, Optional<String>> values = new TreeMap<>();
        values.put("theme", name(preferences.colours()));
        values.put(LANGUAGE, Optional.of(preferences.language().tag()).filter(tag -> !tag.isEmpty()));
        values.put("textSize", name(preferences.textSize()));
        values.put(EDITOR, Optional.of(String.valueOf(preferences.editorPixels())));
        values.put("motion", name(preferences.motion()));
        values.put(SNAP, onOrOff(preferences.grid().snaps()));
        values.put(STEP, Optional.of(String.valueOf(preferences.grid().step())));
        values.put(GRID, onOrOff(preferences.grid().shown()));
        values.put(MINIMAP, onOrOff(preferences.minimap()));
        values.put("cpuUnits", name(preferences.units().cpu()));
        values.put("byteUnits", name(preferences.units().bytes()));
        values.put("placing", Optional.of(preferences.placing().name()));
        return values;
    }

    private static Optional<String> name(Enum<?> value) {
        return Optional.of(value.name().toLowerCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> E one(Optional<String> text, E usual) {
        return Stream.of(usual.getDeclaringClass().getEnumConstants())
                .filter(value ->
                        text.filter(t -> t.equalsIgnoreCase(value.name())).isPresent())
                .findFirst()
                .orElse(usual);
    }

    private static Language language(Optional<String> tag) {
        return Arrays.stream(Language.values())
                .filter(language -> tag.filter(language.tag()::equals).isPresent())
                .findFirst()
                .orElse(Language.SYSTEM);
    }

    private static Optional<Integer> number(Optional<String> text) {
        return text.filter(t -> t.matches("\\d{1,4}")).map(Integer::valueOf);
    }

    private static boolean isOn(Optional<String> text, boolean usual) {
        return text.filter(t -> t.equals("on") || t.equals("off"))
                .map("on"::equals)
                .orElse(usual);
    }

    private static Optional<String> onOrOff(boolean on) {
        return Optional.of(on ? "on" : "off");
    }
}
