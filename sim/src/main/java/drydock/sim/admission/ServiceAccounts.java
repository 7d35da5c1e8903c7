package drydock.sim.admission;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Present;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Gives a new Pod its service account, and a volume with its token
/// (`plugin/pkg/admission/serviceaccount/admission.go`).
///
/// Every account that a Pod names has to be there; the namespace's own comes a moment after the namespace, and a Pod
/// that names none is not made to wait for it.
final class ServiceAccounts {

    private static final String USUAL = "default";
    private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final String PREFIX = "kube-api-access-";
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX = 5;

    private static final ProjectedVolumeSource TOKEN = new ProjectedVolumeSourceBuilder()
            .withDefaultMode(0644)
            .addNewSource()
            .withNewServiceAccountToken()
            .withExpirationSeconds(3_607L)
            .withPath("token")
            .endServiceAccountToken()
            .endSource()
            .addNewSource()
            .withNewConfigMap()
            .withName("kube-root-ca.crt")
            .addNewItem()
            .withKey("ca.crt")
            .withPath("ca.crt")
            .endItem()
            .endConfigMap()
            .endSource()
            .addNewSource()
            .withNewDownwardAPI()
            .addNewItem()
            .withPath("namespace")
            .withNewFieldRef("v1", "metadata.namespace")
            .endItem()
            .endDownwardAPI()
            .endSource()
            .build();

    private final Present present;
    private final SplittableRandom random;

    /// @param random gives the chance by which the volume is named
    ServiceAccounts(Present present, SplittableRandom random) {
        this.present = present;
        this.random = random;
    }

    /// @throws drydock.model.cluster.ClusterException 403 if there is no such account
    void complete(ResourceId id, Pod pod) {
        PodSpec spec = pod.getSpec();
        if (PodDefaults.isEmpty(spec.getServiceAccountName())) {
            spec.setServiceAccountName(USUAL);
            spec.setServiceAccount(USUAL);
        }
        String name = spec.getServiceAccountName();
        Optional<ServiceAccount> account = present.get(ResourceId.of(Kinds.SERVICE_ACCOUNT, id.namespace(), name))
                .map(ServiceAccount.class::cast);
        if (account.isEmpty() && !name.equals(USUAL)) {
            throw Refusals.forbidden(
                    id,
                    "error looking up service account " + id.namespace() + "/" + name + ": serviceaccount \"" + name
                            + "\" not found");
        }
        if (account.isPresent() && wantsToken(spec, account.get())) {
            mountToken(spec);
        }
    }

    private static boolean wantsToken(PodSpec spec, ServiceAccount account) {
        Boolean told = spec.getAutomountServiceAccountToken();
        return told == null ? !Boolean.FALSE.equals(account.getAutomountServiceAccountToken()) : told;
    }

    private void mountToken(PodSpec spec) {
        List<Container> bare = Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .filter(c -> c.getVolumeMounts().stream().noneMatch(m -> PATH.equals(m.getMountPath())))
                .toList();
        if (bare.isEmpty()) {
            return;
        }
        Volume volume = new Volume();
        volume.setName(spec.getVolumes().stream()
                .map(Volume::getName)
                .filter(name -> name != null && name.startsWith(PREFIX))
                .findFirst()
                .orElseGet(this::newName));
        if (spec.getVolumes().stream().noneMatch(v -> volume.getName().equals(v.getName()))) {
            volume.setProjected(TOKEN);
            List<Volume> volumes = new ArrayList<>(spec.getVolumes());
            volumes.add(volume);
            spec.setVolumes(volumes);
        }
        VolumeMount mount = new VolumeMount();
        mount.setName(volume.getName());
        mount.setReadOnly(true);
        mount.setMountPath(PATH);
        for (Container container : bare) {
            List<VolumeMount> mounts = new ArrayList<>(container.getVolumeMounts());
            mounts.add(mount);
            container.setVolumeMounts(mounts);
        }
    }

    private String newName() {
        StringBuilder name = new StringBuilder(PREFIX);
        for (int i = 0; i < SUFFIX; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return name.toString();
    }
}
