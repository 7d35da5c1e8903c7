package drydock.sim.kubelet;

import drydock.sim.container.Files;
import drydock.sim.container.Image;
import drydock.sim.container.Network;
import drydock.sim.container.RootFiles;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/// The files of a container of a Pod: its image's, those that the kubelet writes, and its volumes.
///
/// @param directory the directory that processes start in, which is made
/// @param sealed whether only volumes can be written (`readOnlyRootFilesystem`)
record ContainerFiles(
        Image image, Pod pod, Network network, List<PodVolumes.Mounted> mounts, String directory, boolean sealed)
        implements RootFiles {

    @Override
    public Files make() {
        Files files = image.newFiles();
        MachineFiles.write(files, pod, network);
        mounts.forEach(mount -> files.mount(mount.path(), mount.volume(), mount.inside(), mount.readOnly()));
        files.makeDirectories(directory);
        if (sealed) {
            files.mount("/dev/shm", new Files());
            files.seal();
        }
        return files;
    }

    @Override
    public boolean mountsAt(String folder) {
        String inside = folder + "/";
        return mounts.stream()
                .map(mount -> Files.resolve("/", mount.path()))
                .anyMatch(at ->
                        at.equals("/") || at.equals(folder) || at.startsWith(inside) || folder.startsWith(at + "/"));
    }
}
