package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What containers of Windows have (`pkg/apis/core/validation/validation.go
/// validateWindowsSecurityContextOptions`, `validateWindowsHostProcessPod`).
final class WindowsRules {

    private static final String RULE = "windows";
    private static final int LONGEST_SPEC = 64 * 1024;
    private static final int DOMAIN = 256;
    private static final int LONGEST_USER = 104;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern NET_BIOS = Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}");
    private static final String DNS_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern DNS = Pattern.compile(DNS_LABEL + "(?:\\." + DNS_LABEL + ")*");

    static final List<Rule> RULES = List.of(
            Rule.of("WindowsSecurityContextOptions", WindowsRules::credentials),
            Rule.of("WindowsSecurityContextOptions", WindowsRules::user),
            Rule.of("PodSpec", WindowsRules::hostProcesses));

    private WindowsRules() {}

    private static void credentials(Visit options) {
        options.text("gmsaCredentialSpecName")
                .ifPresent(name -> Checks.form(
                        options, "name", "gmsaCredentialSpecName", "name-subdomain", name, Names::subdomainProblems));
        options.text("gmsaCredentialSpec").ifPresent(spec -> {
            if (spec.isEmpty()) {
                options.error(RULE, "gmsaCredentialSpec", "empty")
                        .words(ServerWords.invalid("", "gmsaCredentialSpec cannot be an empty string"));
            } else if (spec.length() > LONGEST_SPEC) {
                options.error(RULE, "gmsaCredentialSpec", "too-long", LONGEST_SPEC)
                        .words(ServerWords.invalid(spec, "gmsaCredentialSpec size must be under 64 KiB"));
            }
        });
    }

    private static void user(Visit options) {
        options.text("runAsUserName")
                .flatMap(name -> problem(name).map(words -> "runAsUserName" + words))
                .ifPresent(words -> options.error(RULE, "runAsUserName", "windows-user")
                        .words(ServerWords.invalid(options.textOrEmpty("runAsUserName"), words)));
    }

    private static Optional<String> problem(String name) {
        List<String> parts = List.of(name.split("\\\\", -1));
        if (name.isEmpty()) {
            return Optional.of(" cannot be an empty string");
        }
        if (CONTROL.matcher(name).find()) {
            return Optional.of(" cannot contain control characters");
        }
        if (parts.size() > 2) {
            return Optional.of(" cannot contain more than one backslash");
        }
        if (parts.size() == 2) {
            String domain = parts.getFirst();
            if (domain.length() >= DOMAIN) {
                return Optional.of("'s Domain length must be under 256 characters");
            }
            if (!NET_BIOS.matcher(domain).matches() && !DNS.matcher(domain).matches()) {
                return Optional.of("'s Domain doesn't match the NetBios nor the DNS format");
            }
        }
        String user = parts.getLast();
        if (user.isEmpty()) {
            return Optional.of("'s User cannot be empty");
        }
        if (user.length() > LONGEST_USER) {
            return Optional.of("'s User length must not be longer than 104 characters");
        }
        if (user.matches("[. ]+")) {
            return Optional.of("'s User cannot contain only periods or spaces");
        }
        return user.matches(".*[\"/\\\\:;|=,+*?<>@\\[\\]].*")
                ? Optional.of("'s User cannot contain the following characters: \"/\\:;|=,+*?<>@[]")
                : Optional.empty();
    }

    /// All containers are processes of the node, or none is.
    private static void hostProcesses(Visit pod) {
        @Nullable Object ofPod = option(pod);
        List<Visit> containers = Pods.allContainers(pod).toList();
        for (Visit container : containers) {
            @Nullable Object own = option(container);
            if (ofPod != null && own != null && !ofPod.equals(own)) {
                container
                        .in("securityContext")
                        .in("windowsOptions")
                        .error(RULE, "hostProcess", "host-process-differs")
                        .words(ServerWords.invalid(
                                own, "pod hostProcess value must be identical if both are specified, was " + ofPod));
            }
        }
        long processes = containers.stream()
                .map(c -> option(c) == null ? ofPod : option(c))
                .filter(Boolean.TRUE::equals)
                .count();
        if (processes > 0 && processes != containers.size()) {
            pod.error(RULE, pod.path(), "host-process-some")
                    .words(ServerWords.invalid(
                            "",
                            "If pod contains any hostProcess containers then all containers must be HostProcess "
                                    + "containers"));
        }
        if (processes > 0 && !pod.isTrue("hostNetwork")) {
            pod.error(RULE, "hostNetwork", "host-process-network")
                    .words(ServerWords.invalid(
                            false, "hostNetwork must be true if pod contains any hostProcess containers"))
                    .fix(pod.setting("hostNetwork", true), "fix.set", pod.path().key("hostNetwork"), "true");
        }
    }

    private static @Nullable Object option(Visit holder) {
        return holder.in("securityContext").in("windowsOptions").value("hostProcess");
    }
}
