package drydock.sim.kubelet;

import drydock.sim.container.ImageName;
import io.fabric8.kubernetes.api.model.ContainerImage;
import io.fabric8.kubernetes.api.model.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The images a node holds.
final class ImageStore {

    private final Set<ImageName> names = new HashSet<>();

    /// Takes the images that `node` reports in `status.images`.
    ImageStore(Node node) {
        List<ContainerImage> images =
                node.getStatus() == null ? List.of() : node.getStatus().getImages();
        for (ContainerImage image : images) {
            image.getNames().forEach(name -> ImageName.parse(name).ifPresent(this::add));
        }
    }

    boolean holds(ImageName image) {
        return names.contains(image);
    }

    /// Deletes all images but these.
    void keepOnly(List<String> images) {
        names.retainAll(images.stream()
                .flatMap(image -> ImageName.parse(image).stream())
                .toList());
    }

    void add(ImageName image) {
        names.add(image);
    }
}
