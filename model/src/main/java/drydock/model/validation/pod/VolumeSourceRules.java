package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The volumes that Pods commonly have (`pkg/apis/core/validation/validation.go validateVolumeSource` and what
/// it calls). What is merely required the schema tells.
final class VolumeSourceRules {

    private static final int LONGEST_DRIVER = 63;

    /// What the metadata of a claim that is made for a Pod may say (`ValidateTemplateObjectMeta`).
    private static final List<String> OF_TEMPLATES = List.of("labels", "annotations");

    static final List<Rule> RULES = List.of(
            Rule.of("ConfigMapVolumeSource", source -> Checks.required(source, "name")),
            Rule.of("SecretVolumeSource", source -> Checks.required(source, "secretName")),
            Rule.of("EphemeralVolumeSource", VolumeSourceRules::claimTemplate),
            Rule.of(
                    "KeyToPath",
                    item -> Paths.localAndNotReserved(item, "path", item.path().key("path"))),
            Rule.of("EmptyDirVolumeSource", VolumeSourceRules::sizeLimit),
            new Rule.OfObject(List.of("HostPathVolumeSource", "LocalVolumeSource"), VolumeSourceRules::onNode),
            Rule.of(
                    "GitRepoVolumeSource",
                    repository -> Paths.local(
                            repository, "directory", repository.path().key("directory"))),
            Rule.of("NFSVolumeSource", VolumeSourceRules::absolute),
            Rule.of("CSIVolumeSource", VolumeSourceRules::driver),
            Rule.of("CSIVolumeSource", VolumeSourceRules::secret),
            Rule.of("ImageVolumeSource", VolumeSourceRules::image));

    private VolumeSourceRules() {}

    private static void claimTemplate(Visit ephemeral) {
        if (!ephemeral.has("volumeClaimTemplate")) {
            Checks.missing(ephemeral, "volumeClaimTemplate");
        }
        Visit metadata = ephemeral.in("volumeClaimTemplate").in("metadata");
        metadata.names().stream()
                .filter(name -> !OF_TEMPLATES.contains(name)
                        && !metadata.isRefused(metadata.path().key(name)))
                .forEach(name -> metadata.error("volume", name, "claim-template-metadata", name)
                        .words(ServerWords.forbidden("cannot be set"))
                        .fix(
                                metadata.removing(name),
                                "fix.remove",
                                metadata.path().key(name)));
    }

    /// Those of persistent volumes, too.
    private static void onNode(Visit source) {
        Paths.noBacksteps(source, "path", source.path().key("path"));
    }

    private static void sizeLimit(Visit directory) {
        boolean negative = Optional.ofNullable(directory.value("sizeLimit"))
                .flatMap(amount -> Quantities.parse(amount.toString()))
                .map(Quantities::exact)
                .filter(amount -> amount.signum() < 0)
                .isPresent();
        if (negative) {
            directory
                    .error(Checks.NUMBER_RANGE, "sizeLimit", "number-negative", directory.value("sizeLimit"))
                    .words(ServerWords.forbidden("SizeLimit field must be a valid resource quantity"));
        }
    }

    private static void absolute(Visit share) {
        String path = share.textOrEmpty("path");
        if (!path.isEmpty() && !path.startsWith("/")) {
            share.error("path", "path", "path-absolute")
                    .words(ServerWords.invalid(path, "must be an absolute path"))
                    .fix(
                            share.setting("path", "/" + path),
                            "fix.set",
                            share.path().key("path"),
                            "/" + path);
        }
    }

    /// Drivers of persistent volumes have the same names (`ValidateCSIDriverName`).
    private static void driver(Visit csi) {
        String driver = csi.textOrEmpty("driver");
        if (driver.length() > LONGEST_DRIVER) {
            csi.error("name", "driver", "too-long", LONGEST_DRIVER).words(ServerWords.tooLong(LONGEST_DRIVER));
        }
        if (!driver.isEmpty()) {
            Names.subdomainProblems(driver.toLowerCase(Locale.ROOT)).stream()
                    .findFirst()
                    .ifPresent(problem -> csi.error("name", "driver", "name-subdomain", Checks.shown(driver), problem)
                            .words(ServerWords.invalid(driver, problem)));
        }
    }

    private static void secret(Visit csi) {
        if (!csi.has("nodePublishSecretRef")) {
            return;
        }
        Visit secret = csi.in("nodePublishSecretRef");
        String name = secret.textOrEmpty("name");
        Checks.required(secret, "name");
        if (!name.isEmpty()) {
            Names.subdomainProblems(name).stream()
                    .findFirst()
                    .ifPresent(problem -> secret.errorCalled(
                                    csi.path().key("name").toString(),
                                    "name",
                                    secret.path().key("name"),
                                    "name-subdomain",
                                    Checks.shown(name),
                                    problem)
                            .words(ServerWords.invalid(name, problem)));
        }
    }

    /// Before 1.36 a template might leave the reference to others; before 1.35 the gate ImageVolume was off, and the
    /// source taken away.
    private static void image(Visit image) {
        if (image.version().atLeast(36) || (image.version().atLeast(35) && Pods.isPod(image))) {
            Checks.required(image, "reference");
        }
    }
}
