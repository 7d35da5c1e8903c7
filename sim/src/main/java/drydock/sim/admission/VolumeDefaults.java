package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Objects;

/// What a volume or a reference to a field does not say (`pkg/apis/core/v1/defaults.go`).
final class VolumeDefaults {

    private static final int MODE = 0644;

    private VolumeDefaults() {}

    static void fill(Volume volume) {
        Volume bare = new Volume();
        bare.setName(volume.getName());
        if (bare.equals(volume)) {
            volume.setEmptyDir(new EmptyDirVolumeSource());
        }
        if (volume.getConfigMap() != null && volume.getConfigMap().getDefaultMode() == null) {
            volume.getConfigMap().setDefaultMode(MODE);
        }
        if (volume.getSecret() != null && volume.getSecret().getDefaultMode() == null) {
            volume.getSecret().setDefaultMode(MODE);
        }
        if (volume.getProjected() != null && volume.getProjected().getDefaultMode() == null) {
            volume.getProjected().setDefaultMode(MODE);
        }
        if (volume.getDownwardAPI() != null && volume.getDownwardAPI().getDefaultMode() == null) {
            volume.getDownwardAPI().setDefaultMode(MODE);
        }
        if (volume.getHostPath() != null) {
            volume.getHostPath()
                    .setType(Objects.requireNonNullElse(volume.getHostPath().getType(), ""));
        }
    }

    static void fill(EnvVar variable) {
        if (variable.getValueFrom() != null
                && variable.getValueFrom().getFieldRef() != null
                && PodDefaults.isEmpty(variable.getValueFrom().getFieldRef().getApiVersion())) {
            variable.getValueFrom().getFieldRef().setApiVersion("v1");
        }
    }
}
