package drydock.model.form;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// A value of any form as text.
public final class ValueText {

    private ValueText() {}

    /// The value as YAML, one entry a line, without a line break at the end.
    ///
    /// @param value a string, number, boolean, or a list or map of those
    public static String of(Object value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(value).stripTrailing();
    }
}
