package drydock.sim.container;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of an image, made whole the way Docker does: `nginx` is `docker.io/library/nginx:latest`
/// (`github.com/distribution/reference`, ParseDockerRef).
///
/// @param registry the host and port, as `docker.io` or `10.0.0.101:5000`
/// @param repository the path in the registry, as `library/nginx`
/// @param tag the tag, empty where a digest names the image
/// @param digest as `sha256:…`, empty where there is none
public record ImageName(String registry, String repository, String tag, String digest) {

    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}");

    /// Reads a name as a manifest writes it; empty if it is not one (the kubelet's `InvalidImageName`).
    public static Optional<ImageName> parse(String text) {
        int at = text.indexOf('@');
        String digest = at < 0 ? "" : text.substring(at + 1);
        String named = at < 0 ? text : text.substring(0, at);
        int colon = named.lastIndexOf(':');
        boolean tagged = colon > named.lastIndexOf('/');
        String path = tagged ? named.substring(0, colon) : named;
        String tag = tagged ? named.substring(colon + 1) : digest.isEmpty() ? "latest" : "";
        int slash = path.indexOf('/');
        String first = slash < 0 ? "" : path.substring(0, slash);
        boolean hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String registry = hasRegistry ? first : "docker.io";
        String rest = hasRegistry ? path.substring(slash + 1) : path;
        String repository = registry.equals("docker.io") && !rest.contains("/") ? "library/" + rest : rest;
        boolean valid = REPOSITORY.matcher(repository).matches()
                && REGISTRY.matcher(registry).matches()
                && (tag.isEmpty() ? !digest.isEmpty() : TAG.matcher(tag).matches())
                && (at < 0 || DIGEST.matcher(digest).matches());
        return valid ? Optional.of(new ImageName(registry, repository, tag, digest)) : Optional.empty();
    }

    /// The last part of the repository: what the image is, wherever it was copied to.
    public String shortName() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /// Whether the image is the moving tag `latest`, for which the pull policy defaults to Always.
    public boolean latest() {
        return tag.equals("latest") && digest.isEmpty();
    }

    /// The whole name, as a node reports it: `docker.io/library/nginx:1.14`.
    @Override
    public String toString() {
        return registry + "/" + repository + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
    }
}
