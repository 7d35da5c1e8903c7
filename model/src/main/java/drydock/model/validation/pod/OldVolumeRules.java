package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Volumes of storage that is spoken to directly, as before there were drivers
/// (`pkg/apis/core/validation/validation.go validateFCVolumeSource`,
/// `validateQuobyteVolumeSource`, `validateFlockerVolumeSource`, `validateFlexVolumeSource`,
/// `validateAzureDisk`, `validateStorageOSVolumeSource`).
final class OldVolumeRules {

    private static final String RULE = "volume";
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*):[^:\\[\\]]*");

    static final List<Rule> RULES = List.of(
            Rule.of("GCEPersistentDiskVolumeSource", OldVolumeRules::diskName),
            Rule.of("FCVolumeSource", OldVolumeRules::fibreChannel),
            Rule.of("QuobyteVolumeSource", OldVolumeRules::quobyte),
            Rule.of("FlockerVolumeSource", OldVolumeRules::flocker),
            new Rule.OfObject(List.of("FlexVolumeSource", "FlexPersistentVolumeSource"), OldVolumeRules::flex),
            Rule.of("AzureDiskVolumeSource", OldVolumeRules::azureDisk),
            new Rule.OfObject(
                    List.of("StorageOSVolumeSource", "StorageOSPersistentVolumeSource"), OldVolumeRules::storageOs),
            new Rule.OfObject(
                    List.of("ScaleIOVolumeSource", "ScaleIOPersistentVolumeSource"),
                    source -> Checks.required(source, "volumeName")),
            new Rule.OfObject(
                    List.of("GCEPersistentDiskVolumeSource", "AWSElasticBlockStoreVolumeSource"),
                    OldVolumeRules::partition),
            new Rule.OfObject(List.of("CinderVolumeSource", "StorageOSVolumeSource"), OldVolumeRules::secret));

    private OldVolumeRules() {}

    private static void fibreChannel(Visit channel) {
        boolean targets = !channel.list("targetWWNs").isEmpty();
        boolean ids = !channel.list("wwids").isEmpty();
        if (!targets && !ids) {
            Checks.missing(channel, "targetWWNs", "must specify either targetWWNs or wwids, but not both");
        } else if (targets && ids) {
            channel.error("one-of", "targetWWNs", "one-of.many")
                    .words(ServerWords.invalid(
                            channel.list("targetWWNs"), "targetWWNs and wwids can not be specified simultaneously"));
        }
        if (targets && !channel.has("lun")) {
            Checks.missing(channel, "lun", "lun is required if targetWWNs is specified");
        } else if (targets) {
            long lun = channel.number("lun").orElse(0);
            if (lun < 0 || lun > 255) {
                Checks.outside(channel, "lun", lun, 0, 255);
            }
        }
    }

    private static void quobyte(Visit quobyte) {
        String registry = quobyte.textOrEmpty("registry");
        String detail = "must be a host:port pair or multiple pairs separated by commas";
        if (registry.isEmpty()) {
            return;
        }
        if (quobyte.textOrEmpty("tenant").length() > 64) {
            quobyte.error(RULE, "tenant", "too-long", 64)
                    .words(ServerWords.required("must be a UUID and may not exceed a length of 64 characters"));
        } else if (!List.of(registry.split(",", -1)).stream()
                .allMatch(pair -> HOST_AND_PORT.matcher(pair).matches())) {
            quobyte.error(RULE, "registry", "host-and-port").words(ServerWords.invalid(registry, detail));
        }
    }

    private static void flocker(Visit flocker) {
        String name = flocker.textOrEmpty("datasetName");
        boolean uuid = !flocker.textOrEmpty("datasetUUID").isEmpty();
        if (name.isEmpty() && !uuid) {
            flocker.error(Checks.REQUIRED, flocker.path(), "one-of.none")
                    .words(ServerWords.required("one of datasetName and datasetUUID is required"));
        } else if (!name.isEmpty() && uuid) {
            flocker.error("one-of", flocker.path(), "one-of.many")
                    .words(ServerWords.invalid(
                            "resource", "datasetName and datasetUUID can not be specified simultaneously"));
        }
        if (name.contains("/")) {
            flocker.error(RULE, "datasetName", "no-slash").words(ServerWords.invalid(name, "must not contain '/'"));
        }
    }

    private static void flex(Visit flex) {
        flex.texts("options").keySet().forEach(option -> {
            String domain = "." + option.split("/", 2)[0].toLowerCase(Locale.ROOT);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                flex.error(RULE, flex.path().key("options").key(option), "option-reserved")
                        .words(ServerWords.invalid(option, "kubernetes.io and k8s.io namespaces are reserved"));
            }
        });
    }

    private static void azureDisk(Visit disk) {
        String address = disk.textOrEmpty("diskURI");
        String kind = disk.textOrEmpty("kind");
        boolean managed = kind.equals("Managed");
        String start = managed ? "/subscriptions/" : "https://";
        String form = managed
                ? "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"
                : "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd";
        if (disk.has("kind") && !address.isEmpty() && !address.startsWith(start)) {
            disk.error(RULE, "diskURI", "unsupported-value", Checks.shown(address), form)
                    .words(ServerWords.unsupportedOf(address, List.of(form)));
        }
    }

    private static void storageOs(Visit storage) {
        Checks.required(storage, "volumeName");
        Checks.form(storage, "name", "volumeName", "name-label", Names::labelProblems);
        Checks.form(storage, "name", "volumeNamespace", "name-label", Names::labelProblems);
    }

    private static void diskName(Visit disk) {
        FieldPath at = disk.path().key("pdName");
        if (disk.textOrEmpty("pdName").isEmpty()
                && !(disk.has("pdName") && disk.text("pdName").isEmpty())) {
            disk.errorCalled(disk.path().parent() + ".persistentDisk.pdName", Checks.REQUIRED, at, "required-field", at)
                    .words(ServerWords.required());
        }
    }

    /// The API server says 1 but takes 0, which is the whole disk; its path of the first is a short one.
    private static void partition(Visit disk) {
        long partition = disk.number("partition").orElse(0);
        if (partition < 0 || partition > 255) {
            String at = disk.path().key("partition").toString();
            disk.errorCalled(
                            at.replace("gcePersistentDisk", "persistentDisk"),
                            Checks.NUMBER_RANGE,
                            disk.path().key("partition"),
                            "number-range",
                            partition,
                            "0",
                            "255")
                    .words(ServerWords.invalid(partition, "must be between 1 and 255, inclusive"));
        }
    }

    private static void secret(Visit source) {
        if (source.has("secretRef")) {
            Checks.required(source.in("secretRef"), "name");
        }
    }
}
