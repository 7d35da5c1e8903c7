package drydock.model.validation.device;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a driver is told of its devices (`pkg/apis/resource/validation/validation.go
/// validateDeviceConfiguration`, `validateOpaqueConfiguration`).
final class ConfigurationRules {

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(
                    List.of("DeviceClaimConfiguration", "DeviceClassConfiguration"), ConfigurationRules::opaque),
            Rule.of("OpaqueDeviceConfiguration", ConfigurationRules::driver));

    private static final int LONGEST_DRIVER = 63;

    private ConfigurationRules() {}

    private static void opaque(Visit configuration) {
        if (!configuration.has("opaque")) {
            Checks.missing(configuration, "opaque");
        }
    }

    private static void driver(Visit opaque) {
        String driver = opaque.textOrEmpty("driver");
        if (driver.length() > LONGEST_DRIVER) {
            opaque.error("name", "driver", "too-long", LONGEST_DRIVER).words(ServerWords.tooLong(LONGEST_DRIVER));
        }
        Checks.form(
                opaque,
                "name",
                "driver",
                "name-subdomain",
                name -> Names.subdomainProblems(name.toLowerCase(Locale.ROOT)));
        if (opaque.has("parameters") && !(opaque.value("parameters") instanceof Map<?, ?>)) {
            opaque.error(ClaimRules.RULE, "parameters", "device-parameters")
                    .words(ServerWords.invalid("<value omitted>", "must be a valid JSON object"));
        }
    }
}
