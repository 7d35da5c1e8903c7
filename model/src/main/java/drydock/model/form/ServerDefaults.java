package drydock.model.form;

import java.util.ResourceBundle;

/// What the API server takes where nothing is written, by the field's qualified name.
public final class ServerDefaults {

    private static final ResourceBundle TABLE = ResourceBundle.getBundle("drydock.model.form.defaults");

    private ServerDefaults() {}

    /// The default as it would be written; empty if there is none, or none that is always the same.
    public static String of(String qualified) {
        return TABLE.containsKey(qualified) ? TABLE.getString(qualified) : "";
    }
}
