package drydock.model.validation.pod;

import static drydock.model.validation.Checks.within;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.regex.Pattern;

/// Disks behind iSCSI (`pkg/apis/core/validation/validation.go validateISCSIVolumeSource`,
/// `validateISCSIPersistentVolumeSource`).
final class IscsiRules {

    private static final String RULE = "volume";
    private static final int LONGEST = 64;
    private static final Pattern IQN = Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.([\\p{Alnum}.-]+)(:[^,;*&$|\\s]+)$");
    private static final Pattern EUI = Pattern.compile("^eui.\\p{Alnum}{16}$");
    private static final Pattern NAA = Pattern.compile("^naa.\\p{Alnum}{32}$");

    static final List<Rule> RULES = List.of(
            within("ISCSIVolumeSource", "lun", 0, 255),
            within("ISCSIPersistentVolumeSource", "lun", 0, 255),
            new Rule.OfObject(List.of("ISCSIVolumeSource", "ISCSIPersistentVolumeSource"), IscsiRules::names),
            Rule.of("ISCSIPersistentVolumeSource", IscsiRules::persistent));

    private IscsiRules() {}

    private static void names(Visit iscsi) {
        if (!iscsi.textOrEmpty("iqn").isEmpty()) {
            qualified(iscsi, "iqn", "iqn");
        }
        if (iscsi.value("initiatorName") instanceof String) {
            qualified(iscsi, "initiatorName", "initiatorname");
        }
        boolean authenticated = iscsi.isTrue("chapAuthDiscovery") || iscsi.isTrue("chapAuthSession");
        if (authenticated && !iscsi.has("secretRef")) {
            Checks.missing(iscsi, "secretRef");
        }
    }

    private static void qualified(Visit iscsi, String field, String calledField) {
        String name = iscsi.textOrEmpty(field);
        boolean known = name.startsWith("iqn") || name.startsWith("eui") || name.startsWith("naa");
        boolean fits = IQN.matcher(name).find()
                || (name.startsWith("eui") && EUI.matcher(name).find())
                || (name.startsWith("naa") && NAA.matcher(name).find());
        boolean persistent = iscsi.path().toString().equals("spec.iscsi");
        if (!known || !fits) {
            iscsi.errorCalled(
                            iscsi.path().key(calledField).toString(),
                            RULE,
                            iscsi.path().key(field),
                            "iscsi-name",
                            Checks.shown(name))
                    .words(ServerWords.invalid(
                            name,
                            known || persistent
                                    ? "must be valid format"
                                    : "must be valid format starting with iqn, eui, or naa"));
        }
    }

    private static void persistent(Visit iscsi) {
        if (iscsi.has("secretRef")) {
            Checks.required(iscsi.in("secretRef"), "name");
        }
        String portal = iscsi.textOrEmpty("targetPortal");
        String volume = iscsi.top().in("metadata").textOrEmpty("name");
        if (iscsi.has("initiatorName") && volume.length() + 1 + portal.length() > LONGEST) {
            iscsi.errorCalled(
                            iscsi.path().key("targetportal").toString(),
                            RULE,
                            iscsi.path().key("targetPortal"),
                            "iscsi-too-long")
                    .words(ServerWords.invalid(
                            portal,
                            "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
                                    + " iscsi.initiatorName is specified."));
        }
    }
}
