package drydock.model.validation.pod;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Profiles of seccomp and AppArmor (`pkg/apis/core/validation/validation.go validateSeccompProfileField`,
/// `ValidateAppArmorProfileField`).
final class ProfileRules {

    private static final String RULE = "security-profile";
    private static final String FIELD = "localhostProfile";
    private static final int LONGEST = 4095;

    static final List<Rule> RULES = List.of(
            Rule.of("SeccompProfile", ProfileRules::seccomp), Rule.of("AppArmorProfile", ProfileRules::appArmor));

    private ProfileRules() {}

    private static void seccomp(Visit profile) {
        String type = profile.textOrEmpty("type");
        if (type.equals("Localhost")) {
            if (!profile.has(FIELD)) {
                Checks.missing(profile, FIELD, "must be set when seccomp type is Localhost");
            }
            Paths.local(profile, FIELD, profile.path().key(FIELD));
        } else if (profile.has(FIELD)) {
            profile.error(RULE, FIELD, "profile-not-local")
                    .words(ServerWords.invalidRaw(
                            "{\"Type\":\"" + type + "\",\"LocalhostProfile\":\"" + profile.textOrEmpty(FIELD) + "\"}",
                            "can only be set when seccomp type is Localhost"))
                    .fix(profile.removing(FIELD), "fix.remove", profile.path().key(FIELD));
        }
    }

    private static void appArmor(Visit profile) {
        String type = profile.textOrEmpty("type");
        String local = profile.textOrEmpty(FIELD);
        if (type.equals("Localhost")) {
            if (local.isBlank() && local.equals(local.strip())) {
                Checks.missing(profile, FIELD, "must be set when AppArmor type is Localhost");
            } else if (!local.equals(local.strip())) {
                profile.error(RULE, FIELD, "image-space", Checks.shown(local))
                        .words(ServerWords.invalid(local, "must not be padded with whitespace"));
            }
            if (local.length() > LONGEST) {
                profile.error(RULE, FIELD, "too-long", LONGEST).words(ServerWords.tooLong(LONGEST));
            }
        } else if (profile.has(FIELD) && (type.equals("RuntimeDefault") || type.equals("Unconfined"))) {
            profile.error(RULE, FIELD, "profile-not-local")
                    .words(ServerWords.invalid(local, "can only be set when AppArmor type is Localhost"))
                    .fix(profile.removing(FIELD), "fix.remove", profile.path().key(FIELD));
        }
    }
}
