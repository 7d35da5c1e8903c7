package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.scene.Ink;
import java.util.List;

/// The colour that is a Service's own: the same for the same namespace and name, everywhere and always.
final class Hue {

    private static final List<Ink> HUES =
            List.of(Ink.SERVICE_1, Ink.SERVICE_2, Ink.SERVICE_3, Ink.SERVICE_4, Ink.SERVICE_5, Ink.SERVICE_6);

    private Hue() {}

    static Ink of(ResourceId service) {
        return HUES.get(number(service));
    }

    /// The number of its colour, from 0 to 5.
    static int number(ResourceId service) {
        int hash = (service.namespace() + "/" + service.name()).hashCode() * 0x9E3779B9;
        return (hash >>> 16) % HUES.size();
    }
}
